"""The servers of a soak, the installation of several programmes, and the service's process."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from imapclient import IMAPClient

from mailer.app import App
from mailer.record.people_csv import plan
from mailer.settings import load
from tests.faults.clock import Clock
from tests.faults.installation import PROCESSED, Installation
from tests.faults.letterbox import ROOT, Letterbox
from tests.faults.mails import AUTHORITY, ROSTER
from tests.faults.wire import Wire
from tests.servers.dovecot import Dovecot, running_dovecot
from tests.servers.postgres import Postgres, create_tables, running_postgres
from tests.soak.writers import Written, council_of

PROGRAMMES = ("reps", "alps", "isle")
START = datetime(2027, 1, 5, 6, 30, tzinfo=UTC)  # A Tuesday; digest and sweep come at eight.
EVE = START - timedelta(hours=20)
"""When the programmes began: their first morning is that of the soak."""
OLD = START - timedelta(days=400)
"""When mails came whose bytes are to be removed on the first morning (`retention_days`)."""
LIMITS = {"answers_in_all": 100_000, "answers_per_hour": 50, "answers_per_day": 500}
APPLICATION = "soak-service"
"""By this name PostgreSQL tells the service's connections from ours."""
STOP_SECONDS = 60.0
BLOCKS = "blocks"
"""The file in which the service writes how much of its memory holds Python's objects."""


@dataclass
class World:
    """What runs in a soak. Mails go straight into the mailboxes; the service goes by the wires."""

    here: Installation
    dovecot: Dovecot
    letterbox: Letterbox
    imap: Wire
    smtp: Wire
    clock: Clock
    server: Postgres | None
    boxes: dict[str, str]
    log: Path
    process: "subprocess.Popen[bytes]"
    _clients: dict[str, IMAPClient] = field(default_factory=dict)

    @property
    def sqlite(self) -> Path | None:
        return None if self.server else self.here.folder / "data" / "mailer.db"

    def deliver(self, mail: Written, at: datetime | None = None) -> None:
        """Put a mail into its mailbox, as arrived `at` or now by the clock of the test."""
        if mail.programme not in self._clients:
            client = self.dovecot.connect(self.boxes[mail.programme])
            self._clients[mail.programme] = client
        self._clients[mail.programme].append("INBOX", mail.data, msg_time=at or self.clock.now())

    def hang_up(self) -> None:
        """Forget our own connections to the mailboxes, before their server is killed."""
        for client in self._clients.values():
            with contextlib.suppress(Exception):
                client.shutdown()
        self._clients.clear()

    def stop(self) -> tuple[int, float]:
        """Ask the service to end; return its exit code and how many seconds that took."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(STOP_SECONDS)
        return code, time.monotonic() - begun


@contextmanager
def world(database: str, folder: Path, log: Path, rate: float) -> Iterator[World]:
    """Start every server and the service, and end them afterwards."""
    with ExitStack() as stack:
        dovecot = stack.enter_context(running_dovecot())
        server = None
        if database == "postgresql":
            settings = {"autovacuum": "on", "autovacuum_naptime": "15s"}
            server = stack.enter_context(running_postgres(durable=True, **settings))
        letterbox = stack.enter_context(Letterbox(folder))
        imap = stack.enter_context(Wire(dovecot.imap))
        smtp = stack.enter_context(Wire(letterbox.port))
        boxes = {name: dovecot.new_user() for name in PROGRAMMES}
        here = _installation(folder, server, boxes, imap.port, smtp.port)
        stack.callback(here.close)
        clock = Clock(folder / "clock", rate)
        clock.set(START)
        process = stack.enter_context(_service(here, folder, log))
        made = World(here, dovecot, letterbox, imap, smtp, clock, server, boxes, log, process)
        stack.callback(made.hang_up)
        yield made


def _installation(
    folder: Path, server: Postgres | None, boxes: dict[str, str], imap: int, smtp: int
) -> Installation:
    rules = {"authserv_id": AUTHORITY, "objection_hours": 1, **LIMITS}
    tables = {}
    for name, user in boxes.items():
        course = {"address": council_of(name), "course": "Coaching Training"}
        tables[f"programme.{name}"] = course | rules
        tables[f"mailbox.{name}"] = {
            "programme": name,
            "host": "127.0.0.1",
            "port": imap,
            "security": "none",
            "user": user,
            "password": "secret",
            "processed": PROCESSED,
        }
    here = Installation(
        folder,
        council_of("reps"),
        AUTHORITY,
        database=server.new_database() if server else "",
        smtp_port=smtp,
        tables=tables,
    )
    here.write_settings()
    if server is None:
        (folder / "data").mkdir(exist_ok=True)
        create_tables(here.url)
    app = App(load(here.config), lambda: EVE)
    try:
        app.start()
        for name, line in app.lines.items():
            line.desk.look_up([], EVE)
            found = plan(ROSTER, line.desk.roster, name)
            assert not found.faults
            line.enrol(found.records, EVE)
    finally:
        app.close()
    return here


@contextmanager
def _service(here: Installation, folder: Path, log: Path) -> "Iterator[subprocess.Popen[bytes]]":
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.soak.service", str(here.config)),
                *(str(folder / "clock"), str(folder / BLOCKS)),
            ],
            stdout=output,
            stderr=output,
            cwd=ROOT,
            env=os.environ | {"PGAPPNAME": APPLICATION},
        ) as process,
    ):
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def keep(folder: Path, kept: Path) -> None:
    """Keep the service's folder for whoever looks into what differed."""
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(folder, kept, ignore=shutil.ignore_patterns("letters.jsonl"))
