"""`mailer feedback start`: shows whom it would ask, and begins the round once."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mailer.cli import app
from tests.story import PEOPLE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text(PEOPLE.replace("2026-12-01,", "2020-02-01,"))
    assert run("import", "people.csv", "--apply").exit_code == 0
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_a_dry_run_names_whom_it_would_ask_and_begins_nothing(folder: Path) -> None:
    shown = run("feedback", "start", "--dry-run")
    assert shown.exit_code == 0
    assert "Bo Lind is asked about Chi Okafor" in shown.output
    assert "2 letters to 2 people" in shown.output
    assert "idle" in run("cases").output


def test_a_start_begins_the_round_and_a_second_one_is_refused(folder: Path) -> None:
    assert run("feedback", "start").exit_code == 0
    assert "open" in run("cases").output
    assert run("feedback", "start").exit_code != 0


def test_another_word_is_explained(folder: Path) -> None:
    assert run("feedback", "stop").exit_code != 0
