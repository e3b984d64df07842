"""`mailer recover` where there is no mailbox: the outbox alone; the mailbox is in tests/servers."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailer.cli import app


def mailer(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result.output + str(result.exception or "")


def states() -> list[str]:
    with closing(sqlite3.connect("mailer-data/mailer.db")) as database:
        return [row[0] for row in database.execute("SELECT state FROM letter")]


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation with one letter that was queued when its backup was made."""
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text("name,email,role\nEva Council,eva@reps.example,council\n")
    mailer("import", "people.csv", "--apply")
    mailer("pause", "--reason", "to try it")
    mailer("backup", "b")
    mailer("restore", "b", "--force")
    assert states() == ["queued"]


def test_it_is_shown_first_and_what_waited_is_not_sent_again() -> None:
    assert "0 are not; 1 letters waited" in mailer("recover")
    assert states() == ["queued"]

    assert "1 letters that waited are not sent again" in mailer("recover", "--apply")
    assert states() == ["presumed"]
    mailer("run", "--once")
    assert states() == ["presumed"]


def test_it_tells_a_program_what_it_found() -> None:
    told = json.loads(mailer("recover", "--json"))
    [one] = told["programmes"]
    assert (told["written"], one["mails"], one["letters_waiting"]) == (False, 0, 1)


def test_a_time_that_has_not_come_is_refused() -> None:
    told = mailer("recover", "--until", "2999-01-01T00:00+00:00", code=1)
    assert "expected a time that has come" in told


def test_it_refuses_beside_a_running_service() -> None:
    with closing(sqlite3.connect("mailer-data/mailer.db")) as database, database:
        later = "strftime('%Y-%m-%d %H:%M:%f', 'now', '+5 minutes')"
        database.execute(f"INSERT INTO lease VALUES ('worker:key:work:x', 'x', {later})")
    assert "stop it first" in mailer("recover", "--apply", code=1)
