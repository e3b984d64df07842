"""`mailer audit`: what an operator sees of a ledger that is whole, and of one that is not."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailer.cli import app

MAIL = (
    "From: Ana <ana@mail.example>\nTo: council@localhost\nSubject: Mentoring\n"
    "Message-ID: <1@mail.example>\nDate: Mon, 04 Jan 2027 09:00:00 +0000\n\n"
    "I would like to become a mentor.\n"
)


def mailer(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture(autouse=True)
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation that has handled a mail; its database."""
    monkeypatch.chdir(tmp_path)
    Path("mail.eml").write_text(MAIL)
    mailer("take", "mail.eml")
    mailer("run", "--once")
    [database] = Path("mailer-data").glob("*.db")
    return database


def test_a_noted_head_is_found_and_a_wrong_one_is_not() -> None:
    [one] = json.loads(mailer("audit", "head", "--json"))
    assert one["lines"] > 0
    assert one["head"] in mailer("audit", "verify")
    told = mailer("audit", "verify", "--head", one["head"])
    assert f"that of line {one['lines']}" in told
    assert "hash of no line" in mailer("audit", "verify", "--head", "00", code=1)


def test_the_first_line_that_does_not_fit_is_named(played: Path) -> None:
    with closing(sqlite3.connect(played)) as database, database:
        database.execute("UPDATE event SET text = 'no' WHERE place = 3")

    told = mailer("audit", "verify", code=1)
    assert "NOT whole at line 3" in told
    [found] = json.loads(mailer("audit", "verify", "--json", code=1))
    assert (found["ok"], found["fault"]["place"]) == (False, 3)


def test_a_backup_that_is_restored_is_whole_and_has_the_same_head() -> None:
    before = mailer("audit", "head")
    mailer("backup", "all.backup")
    mailer("restore", "all.backup", "--force")

    assert mailer("audit", "head") == before
    mailer("audit", "verify")


def test_a_judgement_names_the_mail_the_header_the_rules_and_the_code() -> None:
    shown = json.loads(mailer("show", "1", "--json"))
    assert shown["judged_and_read"]
    rows = json.loads(mailer("export"))["event"]
    [verdict] = [row["details"] for row in rows if row["kind"] == "verdict"]
    assert len(verdict["raw"]) == 64
    assert verdict["version"]
    assert [rule["procedure"] for rule in verdict["rules"]] == ["contact"]
    assert (verdict["used"], verdict["answers"], verdict["token"]) == ("", "", False)
