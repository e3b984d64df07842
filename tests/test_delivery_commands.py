"""`mailer people resume` and `mailer breaker`: the operator lets letters go out again."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mailer.app import App
from mailer.cli import app
from mailer.rules.events import Bounced, Ill
from mailer.settings import load
from tests.story import PEOPLE, START

ADDRESS = "ana@mail.example"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text(PEOPLE)
    assert run("import", "people.csv", "--apply").exit_code == 0
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def suspend() -> None:
    installation = App(load(None), lambda: START)
    try:
        event = Bounced("b", START, "letter", ADDRESS, Ill.DEAD, "5.1.1", proven=True)
        installation.lines["mentoring"].happen(event, START)
    finally:
        installation.close()


def suspended() -> list[str]:
    found = json.loads(run("people", "--json").output)
    return [address for person in found for address in person["suspended"]]


def test_a_suspended_address_is_listed_and_resumed(folder: Path) -> None:
    suspend()
    assert suspended() == [ADDRESS]
    assert run("people", "resume", ADDRESS.upper()).exit_code == 0
    assert suspended() == []


@pytest.mark.parametrize("address", ["bo@post.example", "nobody@elsewhere.example", ""])
def test_an_address_that_is_not_suspended_is_told(folder: Path, address: str) -> None:
    found = run("people", "resume", address)
    assert found.exit_code != 0
    assert repr(address) in str(found.exception)


def test_the_breaker_says_how_many_went_out_and_is_closed(folder: Path) -> None:
    shown = json.loads(run("breaker", "--json").output)
    assert shown == {"answers": 0, "limit": 200, "open": False}
    assert "the breaker is closed" in run("breaker", "close").output
