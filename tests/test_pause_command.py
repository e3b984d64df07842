"""`mailer pause` and `mailer resume`, and where an operator sees that a programme is paused."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from mailer.cli import app


def mailer(*words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tables = "".join(
        f'[programme.{name}]\naddress = "{name}@reps.example"\nauthserv_id = "mx"\n'
        for name in ("reps", "summer")
    )
    Path("mailer.toml").write_text(tables)


def test_check_and_every_list_say_that_a_programme_is_paused() -> None:
    mailer("pause", "--programme", "reps", "--reason", "a test")

    checked = mailer("check").output
    assert "reps is PAUSED since" in checked
    assert "by the operator: a test" in checked
    assert "summer is PAUSED" not in checked
    found = json.loads(mailer("check", "--json").output)["programmes"]
    assert (found["reps"]["paused"]["reason"], found["summer"]["paused"]) == ("a test", None)
    listed = mailer("inbox", "--programme", "summer", "--json")
    assert "reps is PAUSED" in listed.stderr
    assert json.loads(listed.stdout) == []


def test_all_programmes_are_paused_and_go_on_at_once() -> None:
    assert mailer("pause", "--all").output.count("is paused") == 2
    assert "nothing to do, it is paused already" in mailer("pause", "-p", "summer").output
    mailer("resume", "--all")
    assert "PAUSED" not in mailer("check").output


def test_which_programme_must_be_plain() -> None:
    result = CliRunner().invoke(app, ["pause"])
    assert "--programme" in str(result.exception)
    result = CliRunner().invoke(app, ["pause", "--all", "-p", "reps"])
    assert "expected one of them" in str(result.exception)
