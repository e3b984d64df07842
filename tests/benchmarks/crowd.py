"""Many programmes on one database, and the real command as worker processes over them."""

import itertools
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from mailer.app import App
from mailer.record.people_csv import plan
from mailer.settings import load
from storage import inbox
from storage.engine import open_engine, reading, writing
from storage.inbox import Arrival
from tests.benchmarks.corpus import AUTHORITY, COUNCIL, mails, roster, roster_csv

COMMAND = Path(sys.executable).parent / "mailer"
PATIENCE = 600.0
PEOPLE = 40


@dataclass
class Crowd:
    """So many programmes, named p000 and on, each with the same people in a roster of its own."""

    folder: Path
    programmes: int
    database: str
    smtp_port: int = 0
    _engine: Engine | None = None
    processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def config(self) -> Path:
        return self.folder / "mailer.toml"

    @property
    def names(self) -> list[str]:
        return [f"p{number:03}" for number in range(self.programmes)]

    def write_settings(self) -> None:
        """Write the settings: no mailbox, letters to the sink (none: to a Maildir)."""
        top = {"data": str(self.folder / "data"), "database": self.database, "log": "json"}
        tables: dict[str, dict[str, Any]] = {"intake": {"enabled": False}}
        if self.smtp_port:
            smtp = {"kind": "smtp", "host": "127.0.0.1", "port": self.smtp_port}
            tables["delivery"] = smtp | {"security": "none"}
        for name in self.names:
            tables[f"programme.{name}"] = {
                "address": _address(name),
                "authserv_id": AUTHORITY,
                "digest_days": ["sun"],
            }
        parts = [_lines(top), *(f"[{name}]\n{_lines(rows)}" for name, rows in tables.items())]
        self.config.write_text("\n".join(parts), encoding="utf-8")

    def enrol(self) -> None:
        """Make the tables, begin each programme, import its people, and meet what is due by now."""
        members = roster_csv(roster(PEOPLE))
        app = App(load(self.config))
        try:
            app.start()
            for name, line in app.lines.items():
                found = plan(members, line.desk.roster, name)
                if found.faults:
                    raise ValueError("; ".join(found.faults))
                line.enrol(found.records, app.clock())
            while app.due().deadlines:
                pass
        finally:
            app.close()

    def receive(self, each: int, seed: int = 1, among: Sequence[int] = ()) -> int:
        """Put so many mails for each programme into the inbox at once, in turns; return how many.

        With `among`, only programmes of these numbers get some.
        """
        members, now = roster(PEOPLE), datetime.now(UTC)
        of_one = {
            name: [_to(name, data) for data in mails(each, members, seed=seed + number)]
            for number, name in enumerate(self.names)
            if not among or number in among
        }
        arrivals = [
            Arrival(programme=name, source="file", received=now, data=of_one[name][turn])
            for turn, name in itertools.product(range(each), of_one)
        ]
        with writing(self.opened()) as connection:
            inbox.store(connection, arrivals)
        return len(arrivals)

    def work(self, count: int, *roles: str) -> list["subprocess.Popen[bytes]"]:
        """Start so many processes with these roles, and wait until they are at work."""
        only = [word for role in roles for word in ("--only", role)]
        command = [str(COMMAND), "--config", str(self.config), "run", *only]
        begun = []
        for _ in range(count):
            with (self.folder / "workers.log").open("ab") as log:
                process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log)
            begun.append(process)
        self.processes += begun
        ended = lambda: any(process.poll() is not None for process in begun)  # noqa: E731
        pids = {process.pid for process in begun}
        self.wait(lambda: pids <= self.alive() or ended())
        if ended():
            raise RuntimeError((self.folder / "workers.log").read_text(errors="replace"))
        return begun

    def alive(self) -> set[int]:
        """Return the numbers of the processes that have signed and not signed off."""
        owners = self.column("SELECT owner FROM lease WHERE name LIKE 'worker:%'")
        return {int(owner.split(":")[-2]) for owner in owners}

    @contextmanager
    def workers(self, count: int, *roles: str) -> Iterator[list["subprocess.Popen[bytes]"]]:
        """Run so many processes for as long as the block lasts."""
        mine = self.work(count, *roles)
        try:
            yield mine
        finally:
            self.end(mine)

    def end(self, processes: Sequence["subprocess.Popen[bytes]"] = ()) -> None:
        """End processes of ours in order; without any named, all of them."""
        for process in (ours := list(processes or self.processes)):
            process.terminate()
        for process in ours:
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process in self.processes:
                self.processes.remove(process)

    def waiting(self) -> int:
        return int(self.value("SELECT count(*) FROM inbox WHERE state = 'received'"))

    def wait(self, what: Any, patience: float = PATIENCE) -> float:
        """Wait until it is so; return the seconds."""
        begun = time.monotonic()
        while not what():
            if time.monotonic() - begun > patience:
                raise TimeoutError(f"{self.waiting()} mails still wait after {patience} s")
            time.sleep(0.05)
        return time.monotonic() - begun

    def faults(self, mails: int) -> list[str]:
        """Say what was lost, done twice, or done out of its order."""
        told = []
        states = Counter(self.column("SELECT state FROM inbox"))
        if states != {"done": mails}:
            told.append(f"{mails} mails came, and they are {dict(states)}")
        judged = self.rows(
            "SELECT programme, inbox FROM event WHERE kind = 'verdict' ORDER BY programme, place"
        )
        if twice := [n for n, times in Counter(n for _, n in judged).items() if times > 1]:
            told.append(f"mails {twice[:5]} were decided twice")
        if len(judged) != mails:
            told.append(f"{len(judged)} judgements on {mails} mails")
        for (a, first), (b, second) in itertools.pairwise(judged):
            if a == b and first > second:
                told.append(f"{a}: mail {first} was decided before {second}")
        return told

    def letters(self) -> Counter[tuple[Any, ...]]:
        """Return what was written, by programme, template and address."""
        return Counter(self.rows("SELECT programme, template, address FROM letter"))

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        with reading(self.opened()) as connection:
            return [tuple(row) for row in connection.execute(text(statement))]

    def column(self, statement: str) -> list[Any]:
        return [row[0] for row in self.rows(statement)]

    def value(self, statement: str) -> Any:
        return self.column(statement)[0]

    def opened(self) -> Engine:
        if self._engine is None:
            self._engine = open_engine(self.database)
        return self._engine

    def close(self) -> None:
        self.end()
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None


def _address(name: str) -> str:
    return COUNCIL.replace("council", name)


def _to(name: str, data: bytes) -> bytes:
    return data.replace(COUNCIL.encode(), _address(name).encode())


def _lines(values: dict[str, Any]) -> str:
    return "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())
