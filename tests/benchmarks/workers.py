"""Mails a second with 1, 2 and 4 workers over one PostgreSQL, and with workers that are killed.

`python -m tests.benchmarks.workers [--programmes 200] [--each 10] [--rounds 2] [--kills 6]`.
The workers are real processes (`mailer run --only work`), at work before the mails come in all at
once. The numbers of workers take turns (1 2 4 1 2 4), each turn with a fresh copy of one filled
database; a ratio is that of turns of one round. Then workers are killed and started again while
another process delivers. After each turn every mail was decided once and in its order, and the
letters are those of the first turn. The result is also in build/workers.json.
"""

import argparse
import contextlib
import json
import os
import random
import signal
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.benchmarks import cpu
from tests.benchmarks.crowd import Crowd
from tests.servers.postgres import Postgres, running_postgres
from tests.servers.sink import CountingSink

RESULT = Path(__file__).resolve().parents[2] / "build" / "workers.json"
COUNTS = (1, 2, 4)
PAUSE = 0.7
SINGLE = 40


@dataclass
class Bench:
    """One filled database, and copies of it to work on."""

    server: Postgres
    sink: CountingSink
    folder: Path
    options: argparse.Namespace
    filled: str = ""
    letters: Counter[tuple[Any, ...]] = field(default_factory=Counter)

    def fill(self) -> None:
        """Begin the programmes and import their people, once for all turns."""
        self.filled = self.server.new_database()
        crowd = self._crowd(self.filled)
        crowd.enrol()
        crowd.close()

    @contextlib.contextmanager
    def crowd(self) -> Iterator[Crowd]:
        """Hand over a fresh copy, and remove it afterwards."""
        crowd = self._crowd(self.server.copy(self.filled))
        try:
            yield crowd
        finally:
            crowd.close()
            self.server.drop(crowd.database)

    def _crowd(self, database: str) -> Crowd:
        crowd = Crowd(self.folder, self.options.programmes, database, self.sink.port)
        crowd.write_settings()
        return crowd

    def throughput(self, workers: int) -> dict[str, float]:
        """Return mails a second with so many workers, and what they and the database computed.

        `busy` is how many cores were busy with anything at all: near all of them, the rate says
        more of the machine than of the workers, and only the milliseconds of CPU can be compared.
        """
        with self.crowd() as crowd, crowd.workers(workers, "work") as team:
            mails = crowd.receive(self.options.each)
            before, ours = cpu.busy(), cpu.spent(process.pid for process in team)
            database = cpu.spent(self._backends())
            seconds = crowd.wait(lambda: not crowd.waiting())
            busy = cpu.busy() - before
            ours = cpu.spent(process.pid for process in team) - ours
            database = cpu.spent(self._backends()) - database
            self._check(crowd, mails)
        rate = round(mails / seconds, 1)
        found = {
            "rate": rate,
            "busy": round(busy / seconds, 2),
            "cpu_ms": round(1000 * ours / mails, 1),
            "database_cpu_ms": round(1000 * database / mails, 1),
        }
        print(f"{workers} workers: {seconds:.1f} s, {found}", flush=True)
        return found

    def _backends(self) -> list[int]:
        """Return the processes of the database."""
        lines = (self.server.base / "data" / "postmaster.pid").read_text().split()
        return cpu.children(int(lines[0]))

    def killed(self) -> dict[str, Any]:
        """Kill workers at random and start others while they work and one process delivers."""
        chance = random.Random(self.options.seed)
        with self.crowd() as crowd, crowd.workers(1, "deliver"):
            sent = self.sink.count()
            team = crowd.work(max(COUNTS), "work")
            mails = crowd.receive(self.options.each)
            begun = time.monotonic()
            kills = 0
            while kills < self.options.kills and crowd.waiting():
                time.sleep(chance.uniform(0.3, 2))
                victim = team.pop(chance.randrange(len(team)))
                victim.send_signal(signal.SIGKILL)
                victim.wait()
                crowd.processes.remove(victim)
                kills += 1
                team += crowd.work(1, "work")
            crowd.wait(lambda: not crowd.waiting())
            seconds = time.monotonic() - begun
            waits = "SELECT count(*) FROM letter WHERE state IN ('queued', 'sending', 'unknown')"
            crowd.wait(lambda: not crowd.value(waits))
            came = self.sink.count() - sent
            self._check(crowd, mails)
            wanted = crowd.value("SELECT count(*) FROM letter WHERE state = 'sent'")
            again = crowd.value("SELECT count(*) FROM inbox WHERE attempts > 1")
        if came != wanted:
            raise SystemExit(f"{wanted} letters were sent, {came} came")
        print(f"{kills} workers killed: {mails} mails in {seconds:.1f} s, {again} taken up again")
        print(f"{came} letters came, each once")
        return {"kills": kills, "mails": mails, "letters": came, "taken_up_again": again}

    def latency(self, *processes: tuple[str, ...]) -> dict[str, float]:
        """Return the seconds from a mail's arrival in the queue until its letter is marked sent."""
        with self.crowd() as crowd, contextlib.ExitStack() as stack:
            for roles in processes:
                stack.enter_context(crowd.workers(1, *roles))
            time.sleep(2)
            for number in range(SINGLE):
                crowd.receive(1, seed=1000 + number, among=[number % self.options.programmes])
                time.sleep(PAUSE)
            crowd.wait(lambda: not crowd.waiting())
            time.sleep(3)
            taken = crowd.column(
                "SELECT EXTRACT(EPOCH FROM min(l.sent) - i.received) FROM inbox i "
                "JOIN event e ON e.inbox = i.id AND e.kind = 'verdict' "
                "JOIN letter l ON l.programme = i.programme AND l.created >= i.received "
                "WHERE l.sent IS NOT NULL GROUP BY i.id, i.received"
            )
        seconds = sorted(float(each) for each in taken)
        found = {
            "letters": len(seconds),
            "p50": round(statistics.median(seconds), 2),
            "p99": round(seconds[int(len(seconds) * 0.99)], 2),
        }
        print(f"latency of {' and '.join('+'.join(r) or 'all' for r in processes)}: {found}")
        return found

    def _check(self, crowd: Crowd, mails: int) -> None:
        faults = crowd.faults(mails)
        letters = crowd.letters()
        self.letters = self.letters or letters
        if letters != self.letters:
            faults.append(f"letters differ: {(letters - self.letters)}, {(self.letters - letters)}")
        if faults:
            raise SystemExit("\n".join(faults[:20]))


def main() -> None:
    """Measure, print and write the result."""
    options = _options()
    with (
        tempfile.TemporaryDirectory(prefix="workers-") as folder,
        running_postgres(durable=True) as server,
        CountingSink() as sink,
    ):
        bench = Bench(server, sink, Path(folder), options)
        begun = time.monotonic()
        bench.fill()
        print(f"{options.programmes} programmes filled in {time.monotonic() - begun:.1f} s")
        rounds = [{n: bench.throughput(n) for n in COUNTS} for _ in range(options.rounds)]
        result: dict[str, Any] = {"programmes": options.programmes, "each": options.each}
        for count in COUNTS:
            ratio = statistics.median(r[count]["rate"] / r[1]["rate"] for r in rounds)
            rate = statistics.median(r[count]["rate"] for r in rounds)
            more = {
                name: statistics.median(r[count][name] for r in rounds)
                for name in ("busy", "cpu_ms", "database_cpu_ms")
            }
            result[str(count)] = {"rate": rate, "ratio": round(ratio, 2), **more}
        result["killed"] = bench.killed()
        if options.latency:
            result["latency_together"] = bench.latency(())
            result["latency_apart"] = bench.latency(("work",), ("deliver",))
    result["cores"] = len(os.sched_getaffinity(0))
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=2) + "\n")
    print(json.dumps(result, indent=2))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="workers", description=__doc__.splitlines()[0])
    parser.add_argument("--programmes", type=int, default=200)
    parser.add_argument("--each", type=int, default=10, help="mails for each programme")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--latency", action="store_true", help="measure the way of single mails too"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
