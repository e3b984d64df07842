"""The servers that all runs of the benchmark share, and one run of one side on them."""

import contextlib
import json
import subprocess
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks import cpu
from tests.benchmarks.place import PROCESSED, Place, Run
from tests.servers.dovecot import Dovecot, running_dovecot
from tests.servers.postgres import Postgres, running_postgres
from tests.servers.sink import CountingSink

ROOT = Path(__file__).resolve().parents[2]
RUN_SECONDS = 1800


@dataclass(frozen=True, slots=True)
class Measured:
    """What one part found: figures as they are printed, and ratios, the better the higher."""

    figures: dict[str, Any]
    ratios: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workbench:
    """The servers, a folder for all that is made, and the roster that every programme has."""

    dovecot: Dovecot
    sink: CountingSink
    postgres: Postgres | None
    folder: Path
    roster: Path

    def new_database(self, folder: Path) -> str:
        """Return the URL of a database that nobody has used; a file of SQLite is in the folder."""
        if self.postgres is None:
            return f"sqlite:///{folder}/mailer.db"
        return self.postgres.new_database(tables=False)

    def place(self, folder: Path, *, user: str = "", database: str = "") -> Place:
        """Return where a run finds everything."""
        return Place(
            imap_port=self.dovecot.imap,
            user=user,
            password=self.dovecot.password,
            smtp_port=self.sink.port,
            database=database or self.new_database(folder),
            roster=str(self.roster),
            folder=str(folder),
        )

    @contextlib.contextmanager
    def room(self) -> Iterator[Path]:
        """Make a folder for one run."""
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            yield Path(folder)

    def run(self, side: str, data: list[bytes]) -> Run:
        """Let one side work through these mails, and see that it did."""
        sent = self.sink.count()
        user, told = self.told(side, data)
        letters = self.sink.count() - sent
        self._see_that_it_worked(side, user, len(data), letters)
        return Run(side=side, mails=len(data), letters=letters, **told)

    def told(self, side: str, data: list[bytes]) -> tuple[str, dict[str, Any]]:
        """Put mails into a fresh mailbox, start a side, and return its user and what it tells."""
        user = self.dovecot.new_user()
        self.dovecot.append(user, data)
        with self.room() as folder:
            return user, child(side, self.place(folder, user=user))

    def server_cpu(self) -> float:
        """Return the seconds of CPU that the database's server has used; SQLite has none."""
        if self.postgres is None:
            return 0.0
        lines = (self.postgres.base / "data" / "postmaster.pid").read_text().split()
        return cpu.of_server(int(lines[0]))

    def _see_that_it_worked(self, side: str, user: str, wanted: int, letters: int) -> None:
        with self.dovecot.connect(user) as client:
            left = client.folder_status("INBOX", ["MESSAGES"])[b"MESSAGES"]
            moved = client.folder_status(PROCESSED, ["MESSAGES"])[b"MESSAGES"]
        if left or moved != wanted or not letters:
            raise SystemExit(f"{side}: {left} mails left, {moved} moved, {letters} letters sent")


Part = Callable[[Workbench, Namespace], Measured]
"""One part of the benchmark, with the options of the command line."""


def child(side: str, place: Place) -> dict[str, Any]:
    """Let a side run in a process of its own, and return what it measured."""
    command = [sys.executable, "-m", "tests.benchmarks.child", side, place.to_json()]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=RUN_SECONDS, check=False
    )
    if done.returncode:
        raise SystemExit(f"{side} failed:\n{done.stderr}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


@contextlib.contextmanager
def servers(database: str) -> Iterator[Workbench]:
    """Start what the runs need, and end it afterwards."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        postgres = None
        if database == "postgresql":
            postgres = stack.enter_context(running_postgres(durable=True))
        yield Workbench(
            dovecot=stack.enter_context(running_dovecot()),
            sink=stack.enter_context(CountingSink()),
            postgres=postgres,
            folder=folder,
            roster=folder / "roster.csv",
        )
