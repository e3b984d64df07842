"""`mailer council`: lists the seats, gives one, ends one, and refuses what cannot be meant."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mailer.cli import app
from mailer.errors import MailerError
from tests.story import PEOPLE


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text(PEOPLE)
    assert run("import", "people.csv", "--apply").exit_code == 0


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def seats() -> dict[str, str | None]:
    return {row["name"]: row["until"] for row in json.loads(run("council", "--json").output)}


def test_a_seat_is_given_with_its_dates() -> None:
    done = run("council", "add", "Ana Pop", "--from", "2090-02-01", "--until", "2090-07-31")
    assert "done: Give Ana Pop a seat on the council from 2090-02-01" in done.output
    assert seats()["Ana Pop"] == "2090-07-31"


def test_a_seat_is_ended_on_its_last_day() -> None:
    assert run("council", "end", "eva@reps.example", "--until", "2090-01-31").exit_code == 0
    assert seats() == {"Eva Council": "2090-01-31", "Finn Council": None}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("add", "Nobody Known"), "nobody on the roster is called 'Nobody Known'"),
        (("add", "Eva Council"), "has a seat in that time already"),
        (("end", "Ana Pop"), "has no seat that runs on"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_reason(words: tuple[str, ...], why: str) -> None:
    before = seats()
    refused = run("council", *words)
    assert isinstance(refused.exception, MailerError | SystemExit)
    assert why in f"{refused.output} {refused.exception}"
    assert seats() == before
