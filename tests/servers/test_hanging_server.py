"""A mail server that takes a letter and does not answer holds up letters, and nothing else."""

import smtplib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from mailer.app import App
from mailer.record.people_csv import plan
from mailer.settings import Delivery, Intake, Settings
from mailer.settings.files import shipped_programme
from storage.engine import reading
from tests.servers.postgres import Postgres
from tests.servers.sink import Answer, Sink
from tests.servers.test_intake import free_port
from tests.story import AUTHSERV, COUNCIL, PEOPLE, START

REQUEST = f"""\
Authentication-Results: {AUTHSERV}; dmarc=pass header.from=mail.example
From: Ana Pop <ana@mail.example>
To: {COUNCIL}
Subject: status
Message-ID: <%s@mail.example>

status
"""
FOREVER = 600.0
PATIENCE = 20.0
"""Seconds in which everything here has happened on a machine with other work."""


def soon(happened: Callable[[], object]) -> bool:
    ends = time.monotonic() + PATIENCE
    while not happened() and time.monotonic() < ends:
        time.sleep(0.02)
    return bool(happened())


@contextmanager
def serving(app: App) -> Iterator[threading.Thread]:
    """Run the service in a thread while the block lasts."""
    thread = threading.Thread(target=app.run)
    thread.start()
    try:
        yield thread
    finally:
        app.stopping.set()
        thread.join()
        app.close()


def column(app: App, statement: str) -> list[str]:
    with reading(app.engine) as connection:
        return list(connection.execute(text(statement)).scalars())


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param == "sqlite":
        yield ""
        return
    server: Postgres = request.getfixturevalue("postgres")
    found = server.new_database(tables=False)
    yield found
    server.drop(found)


def test_mail_is_read_and_decided_while_a_server_hangs_and_it_ends_in_time(
    tmp_path: Path, url: str
) -> None:
    with Sink() as sink:
        sink.next(Answer(delay=FOREVER))
        settings = Settings(
            data=tmp_path,
            database=url,
            programme={"reps": shipped_programme("reps", address=COUNCIL, authserv_id=AUTHSERV)},
            intake=Intake(enabled=True, port=free_port()),
            delivery=Delivery(kind="smtp", host=sink.host, port=sink.port, security="none"),
        )
        app = App(settings, lambda: START)
        app.sender.grace = 0.5
        line = app.lines["reps"]
        line.desk.look_up([], START)
        line.enrol(plan(PEOPLE, line.desk.roster, "reps").records, START)

        def write(number: int) -> None:
            port = settings.intake.port
            with smtplib.SMTP("127.0.0.1", port, timeout=PATIENCE) as connection:
                connection.sendmail("ana@mail.example", [COUNCIL], REQUEST % number)

        with serving(app) as thread:
            assert soon(lambda: _answers(settings.intake.port))
            write(1)
            assert soon(lambda: "sending" in column(app, "SELECT state FROM letter"))
            write(2)
            handled = "SELECT outcome FROM inbox WHERE state = 'done'"
            assert soon(lambda: len(column(app, handled)) == 2)
            assert sink.mails == []  # The server still has not answered the first letter.
            begun = time.monotonic()
            app.stopping.set()
            thread.join(PATIENCE)
            assert not thread.is_alive()
            assert time.monotonic() - begun < PATIENCE
            assert sorted(column(app, "SELECT state FROM letter")) == ["queued", "unknown"]


def _answers(port: int) -> bool:
    try:
        with smtplib.SMTP("127.0.0.1", port, timeout=PATIENCE):
            return True
    except OSError:
        return False
