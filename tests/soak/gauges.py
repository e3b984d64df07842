"""What is read of the running service every few seconds, from outside of it."""

import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from tests.soak.judge import Tolerance
from tests.soak.world import APPLICATION, BLOCKS, World

LISTED = "inbox", "letter", "event", '"case"', "question", "party"
"""The tables that grow with the mails."""
HANDLED = "SELECT count(*) FROM inbox WHERE state <> 'received'"
FEW_ROWS = 200
TICK = 1 / 100  # Of the CPU times in /proc; the same on every Linux.
_CLOSE_WAIT = "08"


@dataclass(frozen=True, slots=True)
class Gauge:
    """A figure, in words, and by how much it may grow while it is measured."""

    words: str
    tolerance: Tolerance


GAUGES = {
    "memory": Gauge("memory of its own, MB", Tolerance(0.05, 4)),
    "blocks": Gauge("blocks that Python's objects hold, thousands", Tolerance(0.03, 5)),
    "files": Gauge("open file descriptors", Tolerance(0, 1)),
    "threads": Gauge("threads", Tolerance(0, 0.5)),
    "imap": Gauge("connections to IMAP", Tolerance(0, 0.5)),
    "smtp": Gauge("connections to SMTP", Tolerance(0, 0.5)),
    "half_closed": Gauge("connections that only the server closed", Tolerance(0, 0.5)),
    "database": Gauge("connections to the database", Tolerance(0, 1)),
    "overhead": Gauge("database beyond mails and letters, bytes a row", Tolerance(0.1, 20)),
    "log_mb": Gauge("write-ahead log, MB", Tolerance(0.1, 4)),
    "leases": Gauge("rows of leases", Tolerance(0, 1)),
    "dead": Gauge("dead rows", Tolerance(0.25, 500)),
    "lock": Gauge("wait for the lock of writers, ms", Tolerance(0.2, 5)),
    "blocked": Gauge("connections that wait for a lock", Tolerance(0, 0.5)),
    "oldest": Gauge("oldest transaction, ms", Tolerance(0.2, 20)),
    "mails": Gauge("mails that wait", Tolerance(0.2, 3)),
    "letters": Gauge("letters that wait", Tolerance(0.2, 5)),
    "cpu": Gauge("CPU a mail, ms", Tolerance(0.5, 5)),
    "latency": Gauge("from delivery to the answer, s", Tolerance(0.2, 0.3)),
}
"""Every figure that is judged.

CPU may grow by half: what else a machine does shows in it, and mails differ.
"""

ONLY = {
    "sqlite": {"lock"},
    "postgresql": {"database", "dead", "blocked", "oldest"},
}
"""Figures that one kind of database has alone."""


class Sampler:
    """Reads the figures of one service; what cannot be read at the moment is left out."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._proc = Path(f"/proc/{world.process.pid}")
        self._before: tuple[float, int] | None = None
        self._base = self._stored()

    def sample(self) -> dict[str, float]:
        """Return the figures of this moment."""
        try:
            return self._process() | self._cpu() | self._rows() | self._locks()
        except (SQLAlchemyError, sqlite3.OperationalError):
            return self._process()

    def _cpu(self) -> dict[str, float]:
        """Return the milliseconds of CPU for each mail since the last sample, if there were any."""
        fields = (self._proc / "stat").read_text().rpartition(")")[2].split()
        seconds = (int(fields[11]) + int(fields[12])) * TICK
        handled = int(self._world.here.column(HANDLED)[0])
        before, self._before = self._before, (seconds, handled)
        if before is None or handled == before[1]:
            return {}
        return {"cpu": 1000 * (seconds - before[0]) / (handled - before[1])}

    def _process(self) -> dict[str, float]:
        lines = (self._proc / "status").read_text().splitlines()
        status = dict(line.split(":", 1) for line in lines)
        files = [Path(file) for file in (self._proc / "fd").iterdir()]
        ports, waiting = sockets(self._proc, files)
        return {
            # What is mapped from files (the weights, the libraries) is shared and comes and goes.
            **self._blocks(),
            "memory": int(status["RssAnon"].split()[0]) / 1024,
            "resident": int(status["VmRSS"].split()[0]) / 1024,
            "files": len(files),
            "threads": int(status["Threads"]),
            "imap": ports[self._world.imap.port],
            "smtp": ports[self._world.smtp.port],
            "half_closed": waiting,
        }

    def _blocks(self) -> dict[str, float]:
        file = self._world.here.folder / BLOCKS
        words = file.read_text() if file.exists() else ""
        return {"blocks": int(words) / 1000} if words else {}

    def _rows(self) -> dict[str, float]:
        here = self._world.here
        rows, size, kept = self._stored()
        new, beyond = rows - self._base[0], size - kept - self._base[1] + self._base[2]
        mails, letters = here.waiting()
        return {
            "rows": rows,
            "size_mb": size / 1e6,
            "log_mb": self._log_bytes() / 1e6,
            "leases": here.column("SELECT count(*) FROM lease")[0],
            "mails": mails,
            "letters": letters,
            **({"overhead": beyond / new} if new > FEW_ROWS else {}),
        }

    def _stored(self) -> tuple[int, int, int]:
        """Return the rows of growing tables, the database's bytes, those of mails and letters."""
        here, size = self._world.here, "SELECT pg_database_size(current_database())"
        stored = "pg_column_size"
        if self._world.sqlite is not None:
            # Of the file and its write-ahead log together, without pages that are free.
            pages = "pragma_page_count, pragma_freelist_count, pragma_page_size"
            size, stored = (
                f"SELECT (page_count - freelist_count) * page_size FROM {pages}",
                "length",
            )
        rows = sum(here.column(f"SELECT count(*) FROM {table}")[0] for table in LISTED)
        kept = sum(
            int(here.column(f"SELECT coalesce(sum({stored}(data)), 0) FROM {table}")[0])
            for table in ("inbox", "letter")
        )
        return rows, int(here.column(size)[0]), kept

    def _log_bytes(self) -> int:
        file = self._world.sqlite
        if file is None:
            return int(self._world.here.column("SELECT sum(size) FROM pg_ls_waldir()")[0])
        log = file.with_name(f"{file.name}-wal")
        return log.stat().st_size if log.exists() else 0

    def _locks(self) -> dict[str, float]:
        if self._world.sqlite is not None:
            begun = time.monotonic()
            with closing(
                sqlite3.connect(self._world.sqlite, isolation_level=None, timeout=10)
            ) as lock:
                lock.execute("BEGIN IMMEDIATE")
                lock.execute("ROLLBACK")
            return {"lock": 1000 * (time.monotonic() - begun)}
        ours = f"FROM pg_stat_activity WHERE application_name = '{APPLICATION}'"
        [found] = self._world.here.rows(
            "SELECT count(*), count(*) FILTER (WHERE wait_event_type = 'Lock'), "
            f"coalesce(1000 * extract(epoch FROM max(clock_timestamp() - xact_start)), 0) {ours}"
        )
        [dead] = self._world.here.column("SELECT sum(n_dead_tup) FROM pg_stat_user_tables")
        return {
            "database": found[0],
            "blocked": found[1],
            "oldest": float(found[2]),
            "dead": float(dead),
        }


def sockets(proc: Path, files: list[Path]) -> tuple[Counter[int], int]:
    """Return how many connections go to each port, and how many only their server has closed."""
    mine = set()
    for file in files:
        try:
            goal = str(file.readlink())
        except FileNotFoundError:
            continue  # It was closed meanwhile.
        mine.add(goal.removeprefix("socket:[").removesuffix("]"))
    ports: Counter[int] = Counter()
    waiting = 0
    for line in (proc / "net" / "tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[9] in mine:
            ports[int(fields[2].rpartition(":")[2], 16)] += 1
            waiting += fields[3] == _CLOSE_WAIT
    return ports, waiting
