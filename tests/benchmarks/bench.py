"""Mails a second of the service beside a bare and a naive loop, and what else has to stay quick.

`make bench`, or `python -m tests.benchmarks.bench [-n 1000] [--rounds 3]`. A Dovecot holds the
mails and a counting server takes the letters, each in processes of its own. The sides take turns
(A B A B), every turn with a fresh mailbox and a fresh database, so that a noise of the machine
meets both; the ratio is the median of the pairs'. Then come idle polls of folders of 100 and 10,000
mails, mails of 24 MB, five times the mails, and the start of commands. The result is also in
build/bench.json; a ratio that falls by more than a fifth below `ratios.json` fails the run.
"""

import argparse
import contextlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.corpus import heavy, mails, roster, roster_csv
from tests.benchmarks.place import PROCESSED, Place, Run
from tests.benchmarks.ratios import fallen, record, recorded
from tests.benchmarks.start import start
from tests.servers.dovecot import Dovecot, running_dovecot
from tests.servers.postgres import running_postgres
from tests.servers.sink import CountingSink

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "build" / "bench.json"
GROWTH = 5
FLAT = 1.1
RUN_SECONDS = 1800
SIDES = ("ours", "bare", "naive")
FOLDERS = (100, 10_000)
HEAVY = 24_000_000


@dataclass(frozen=True, slots=True)
class Bench:
    """The servers that all runs share."""

    dovecot: Dovecot
    sink: CountingSink
    new_database: Callable[[], str]
    folder: Path
    roster: Path

    def run(self, side: str, data: list[bytes]) -> Run:
        """Let one side work through these mails, and see that it did."""
        sent = self.sink.count()
        user, told = self.told(side, data)
        letters = self.sink.count() - sent
        self._see_that_it_worked(side, user, len(data), letters)
        return Run(side=side, mails=len(data), letters=letters, **told)

    def told(self, side: str, data: list[bytes]) -> tuple[str, dict[str, object]]:
        """Put mails into a fresh mailbox, start a side, and return its user and what it tells."""
        user = self.dovecot.new_user()
        self.dovecot.append(user, data)
        with tempfile.TemporaryDirectory(dir=self.folder) as folder:
            place = Place(
                imap_port=self.dovecot.imap,
                user=user,
                password=self.dovecot.password,
                smtp_port=self.sink.port,
                database=self.new_database() or f"sqlite:///{folder}/mailer.db",
                roster=str(self.roster),
                folder=folder,
            )
            return user, _child(side, place)

    def _see_that_it_worked(self, side: str, user: str, wanted: int, letters: int) -> None:
        with self.dovecot.connect(user) as client:
            left = client.folder_status("INBOX", ["MESSAGES"])[b"MESSAGES"]
            moved = client.folder_status(PROCESSED, ["MESSAGES"])[b"MESSAGES"]
        if left or moved != wanted or not letters:
            raise SystemExit(f"{side}: {left} mails left, {moved} moved, {letters} letters sent")


def main() -> None:
    options = _options()
    members = roster(options.number)
    with servers(options.database) as bench:
        bench.roster.write_text(roster_csv(members), encoding="utf-8")
        data = list(mails(options.number, members))
        print(f"{len(data)} mails of {sum(map(len, data)) / len(data) / 1000:.1f} kB on average")
        runs: dict[str, list[Run]] = {side: [] for side in SIDES}
        for side in SIDES:
            bench.run(side, data[:20])  # The first run of each reads its files into the caches.
        for number in range(options.rounds):
            for side in SIDES:
                run = bench.run(side, data)
                runs[side].append(run)
                print(f"round {number + 1}: {_line(run)}", flush=True)
        result = summary(runs)
        found = {f"than {side}": result["drain"][f"than_{side}"] for side in SIDES[1:]}
        if not options.no_memory:
            more = list(mails(options.number * GROWTH, members))
            grown = bench.run("ours", more)
            print(f"memory:  {_line(grown)}")
            result["memory"] = memory(runs["ours"], grown)
            found["with five times the mails"] = grown.rate / statistics.median(
                run.rate for run in runs["ours"]
            )
        if not options.short:
            result |= others(bench, data, found)
    result["ratios"] = {name: round(ratio, 2) for name, ratio in found.items()}
    _write(result | {"machine": _machine(), "database": options.database})
    if not result.get("memory", {}).get("flat", True):
        raise SystemExit("memory grows with the number of mails")
    if options.record:
        record(options.database, result["ratios"])
    elif lost := fallen(found, recorded(options.database)):
        raise SystemExit("; ".join(lost))


def others(bench: Bench, data: list[bytes], found: dict[str, float]) -> dict[str, object]:
    """Measure idle polls, heavy mails and starts; add their ratios to those found."""
    polls = {}
    for size in FOLDERS:
        small = [data[n % len(data)].partition(b"\r\n\r\n")[0] for n in range(size)]
        _, told = bench.told("idle", [head + b"\r\n\r\nHello.\r\n" for head in small])
        polls[str(size)] = round(told["stages_ms"]["poll"], 3)
    found["poll of a full folder"] = polls[str(FOLDERS[0])] / polls[str(FOLDERS[1])]
    light, weighted = data[:20], [*data[:18], *(heavy(one, HEAVY) for one in data[18:20])]
    peaks = [round(bench.run("ours", some).peak_mb, 1) for some in (light, weighted)]
    found["megabytes of a mail by those it takes"] = HEAVY / 1e6 / max(1, peaks[1] - peaks[0])
    begun = start()
    found["libraries of a list by its start"] = begun["sqlmodel"] / begun["people"]
    found["libraries of a word by its start"] = begun["typer"] / begun["version"]
    return {"poll_ms": polls, "heavy_peak_mb": peaks, "start_cpu_s": begun}


def summary(runs: dict[str, list[Run]]) -> dict[str, dict[str, object]]:
    """Return the medians over the rounds; the ratio is that of runs that stood side by side."""
    found: dict[str, object] = {}
    for side, some in runs.items():
        found[side] = round(statistics.median(run.rate for run in some), 1)
        found[f"{side}_cpu_ms"] = round(statistics.median(run.cpu_ms for run in some), 2)
        found[f"{side}_letters"] = some[0].letters
        found[f"{side}_peak_mb"] = round(max(run.peak_mb for run in some), 1)
    for side in SIDES[1:]:
        pairs = zip(runs["ours"], runs[side], strict=True)
        ratio = statistics.median(ours.rate / other.rate for ours, other in pairs)
        found[f"than_{side}"] = round(ratio, 2)
    stages = runs["ours"][0].stages_ms
    found["stages_ms"] = {
        name: round(statistics.median(run.stages_ms[name] for run in runs["ours"]), 3)
        for name in stages
    }
    found["peak_mb"] = found.pop("ours_peak_mb")
    return {"drain": found}


def memory(runs: list[Run], grown: Run) -> dict[str, object]:
    """Compare the peaks: a service that runs for years must not keep what it has handled."""
    peak = max(run.peak_mb for run in runs)
    return {
        "mails": [runs[0].mails, grown.mails],
        "peak_mb": [round(peak, 1), round(grown.peak_mb, 1)],
        "flat": grown.peak_mb <= FLAT * peak,
    }


@contextlib.contextmanager
def servers(database: str) -> Iterator[Bench]:
    """Start what a run needs, and end it afterwards."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        new_database: Callable[[], str] = str
        if database == "postgresql":
            postgres = stack.enter_context(running_postgres(durable=True))
            new_database = lambda: postgres.new_database(tables=False)  # noqa: E731  # One line.
        yield Bench(
            dovecot=stack.enter_context(running_dovecot()),
            sink=stack.enter_context(CountingSink()),
            new_database=new_database,
            folder=folder,
            roster=folder / "roster.csv",
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.splitlines()[0])
    parser.add_argument("-n", "--number", type=int, default=1000, help="mails a run")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each side")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--no-memory", action="store_true", help="leave out the long run")
    parser.add_argument("--short", action="store_true", help="leave out polls, weight and starts")
    parser.add_argument(
        "--record", action="store_true", help="record these ratios as the known ones"
    )
    return parser.parse_args()


def _child(side: str, place: Place) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.benchmarks.child", side, place.to_json()]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=RUN_SECONDS, check=False
    )
    if done.returncode:
        raise SystemExit(f"{side} failed:\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def _line(run: Run) -> str:
    stages = " ".join(f"{name} {value:.2f}" for name, value in run.stages_ms.items())
    return (
        f"{run.side}  {run.rate:7.1f} mails/s  {run.cpu_ms:6.2f} ms CPU a mail  "
        f"{run.peak_mb:6.1f} MB  {run.letters} letters  {stages}"
    ).rstrip()


def _machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
    }


def _write(result: dict[str, object]) -> None:
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(result, indent=2) + "\n")
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
