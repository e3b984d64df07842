"""A connection to the database that is lost in the middle is nobody's fault: no mail is counted."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from mailer.pipeline import Line
from mailer.record.database import reading
from mailer.record.unit import Unit
from tests.servers.postgres import Postgres
from tests.story import CHI, Story


@pytest.fixture
def told(tmp_path: Path, postgres: Postgres) -> Iterator[Story]:
    url = postgres.new_database()
    story = Story(tmp_path, url)
    yield story
    story.close()
    postgres.drop(url)


def lose(unit: Unit, story: Story) -> None:
    """End the connection of a unit from the server's side, as a restart of the server does."""
    process = unit._connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with story.app.engine.connect() as other:
        other.execute(text("SELECT pg_terminate_backend(:process)"), {"process": process})


def once(story: Story, monkeypatch: pytest.MonkeyPatch, name: str, *, after: bool) -> None:
    """Lose the connection the first time that the line passes there."""
    inner, lost = getattr(Line, name), []

    def pass_by(line: Line, unit: Unit, *rest: Any) -> Any:
        if lost:
            return inner(line, unit, *rest)
        lost.append(name)
        found = inner(line, unit, *rest) if after else None
        lose(unit, story)
        unit._connection.execute(text("SELECT 1"))
        return found

    monkeypatch.setattr(Line, name, pass_by)


@pytest.mark.parametrize("after", [False, True])
def test_no_mail_is_counted_as_failed(
    told: Story, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    once(told, monkeypatch, "_handle", after=after)
    with structlog.testing.capture_logs() as logs, pytest.raises(SQLAlchemyError):
        told.write(CHI, "I would like to become a mentor.")
    assert "mail_failed" not in {line["event"] for line in logs}

    told.now += timedelta(minutes=20)
    told.run()
    with reading(told.app.engine) as connection:
        rows = connection.execute(text("SELECT state, attempts FROM inbox")).all()
    assert rows == [("done", 1)]
    assert told.letter_to(CHI)


def test_no_deadline_is_put_off(told: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    once(told, monkeypatch, "_meet", after=False)
    told.now = datetime(2027, 3, 8, 7, tzinfo=told.now.tzinfo)
    with structlog.testing.capture_logs() as logs, pytest.raises(SQLAlchemyError):
        told.run()
    assert not [line for line in logs if line["event"] == "deadline_failed"]
