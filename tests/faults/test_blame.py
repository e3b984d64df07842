"""What fails is blamed on what is at fault: the database, one mail, one deadline."""

import secrets
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest
import structlog
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, OperationalError

from mailer.app import App
from mailer.installation import key_of
from mailer.receive.lease import acquire
from mailer.receive.maildir import take_files
from mailer.record.unit import Unit
from mailer.rules.roster import Roster
from mailer.settings import load
from storage import inbox
from storage.engine import writing
from tests.faults.installation import Installation
from tests.faults.mails import mail
from tests.faults.place import START, Places


@pytest.fixture
def here(sqlite_places: Places, tmp_path: Path) -> Installation:
    """An installation whose inbox holds thirty mails."""
    made: Installation = sqlite_places.new(user="").here
    with closing(App(load(made.config))) as app:
        for number in range(0, 90, 3):
            path = tmp_path / f"{number}.eml"
            path.write_bytes(mail(number, "Mentoring", "I would like to become a mentor."))
            take_files(app.engine, "reps", path, START)
    return made


@pytest.fixture
def app(here: Installation) -> Iterator[App]:
    with closing(App(load(here.config), lambda: START)) as opened:
        yield opened


def test_a_full_database_is_no_attempt_of_any_mail(here: Installation, app: App) -> None:
    with writing(app.engine) as connection:  # From now on a claim needs no page of its own.
        mails = inbox.claim(connection, "reps", START, 100, timedelta(minutes=1))
        inbox.release(connection, [each.id for each in mails], tried=False)
    limit = here.column("PRAGMA page_count")

    @event.listens_for(app.engine, "begin")
    def be_full(connection: object) -> None:
        connection.connection.execute(f"PRAGMA max_page_count={limit[0]}")  # type: ignore[attr-defined]

    with pytest.raises(OperationalError, match="full"):
        app.work()
    assert here.rows("SELECT DISTINCT state, attempts, lease_until FROM inbox") == [
        ("received", 0, None)
    ]

    limit[0] = 100_000
    app.work()
    assert here.rows("SELECT DISTINCT state, attempts FROM inbox") == [("done", 1)]


def test_a_mail_that_was_in_hand_when_a_process_died_is_named(app: App) -> None:
    with writing(app.engine) as connection:
        dead = inbox.claim(connection, "reps", START, 3, timedelta(minutes=1))
    app.clock = lambda: START + timedelta(minutes=2)

    with structlog.testing.capture_logs() as told:
        app.work()

    again = [line for line in told if line["event"] == "mail_tried_again"]
    assert [(line["inbox"], line["attempt"]) for line in again] == [(dead[0].id, 2)]


def test_two_first_starts_at_once_make_one_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both, make = threading.Barrier(2), secrets.token_bytes

    def meet(size: int) -> bytes:
        both.wait(10)  # Both have seen that there is no key yet.
        return make(size)

    monkeypatch.setattr("mailer.installation.secrets.token_bytes", meet)
    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(key_of, [tmp_path / "key"] * 2)

    assert first == second == (tmp_path / "key").read_bytes()
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_a_mailbox_that_another_process_polls_is_not_asked_for_all_the_time(
    sqlite_places: Places,
) -> None:
    here = sqlite_places.new(imap_port=1).here  # Nobody listens there; it is not come to that.
    with closing(App(load(here.config), lambda: START)) as app:
        with writing(app.engine) as connection:
            acquire(connection, "imap:council/INBOX", "somebody", START, timedelta(minutes=5))
        asked = Mock(side_effect=app.pollers["council"].poll)
        app.pollers["council"].poll = asked  # type: ignore[method-assign]
        stop = threading.Timer(0.5, app.stopping.set)
        stop.start()
        with structlog.testing.capture_logs() as told:
            app._poll("council")

    assert asked.call_count == 1
    assert told == []  # It stands by, which is no fault.


def test_a_deadline_that_cannot_be_written_stops_no_other(
    here: Installation, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.work()
    cases = here.column("SELECT id FROM \"case\" WHERE procedure = 'application' ORDER BY id")
    flush = Unit.flush

    def broken(unit: Unit) -> Roster:
        if cases[0] in unit._kept.cases:
            raise IntegrityError("statement", None, Exception("this case cannot be written"))
        return flush(unit)

    monkeypatch.setattr(Unit, "flush", broken)
    app.clock = lambda: START + timedelta(days=91)

    app.due()

    same = "SELECT id FROM \"case\" WHERE procedure = 'application' AND version = 1"
    assert here.column(same) == [cases[0]]
    assert app.lines["reps"].due(app.clock()) == 0
