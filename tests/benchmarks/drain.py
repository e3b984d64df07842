"""The service beside a bare and a naive loop on the same mails, and what it needs of memory.

The sides take turns (A B A B), every turn with a fresh mailbox and a fresh database, so that a
noise of the machine meets both; a ratio is the median of the pairs'.
"""

import statistics
from argparse import Namespace
from datetime import UTC, datetime
from email.utils import make_msgid

from storage import inbox
from storage.engine import open_engine, writing
from storage.inbox import Arrival
from tests.benchmarks import lived
from tests.benchmarks.corpus import heavy, mails, roster
from tests.benchmarks.place import Run
from tests.benchmarks.workbench import Measured, Workbench, child

SIDES = ("ours", "bare", "naive")
GROWTH = 5
FLAT = 1.1
HEAVY = 24_000_000
BATCHES = 2
FEW = 200
"""Mails of two batches, which are worked off while a backlog waits behind them."""


def loops(bench: Workbench, options: Namespace) -> Measured:
    """Compare mails a second and CPU a mail of the service, the bare and the naive loop."""
    data = list(mails(options.number, roster(options.number)))
    print(f"{len(data)} mails of {sum(map(len, data)) / len(data) / 1000:.1f} kB on average")
    runs: dict[str, list[Run]] = {side: [] for side in SIDES}
    for side in SIDES:
        bench.run(side, data[:20])  # The first run of each reads its files into the caches.
    for number in range(options.rounds):
        for side in SIDES:
            runs[side].append(bench.run(side, data))
            print(f"round {number + 1}: {line(runs[side][-1])}", flush=True)
    figures = summary(runs)
    return Measured(figures, {f"than {side}": figures[f"than_{side}"] for side in SIDES[1:]})


def memory(bench: Workbench, options: Namespace) -> Measured:
    """Measure the peak with five times the mails, with mails of 24 MB, and before a backlog."""
    some = max(20, options.number // GROWTH)
    data = list(mails(options.number, roster(options.number)))
    small, grown = bench.run("ours", data[:some]), bench.run("ours", data)
    print(f"memory:  {line(small)}\nmemory:  {line(grown)}")
    if grown.peak_mb > FLAT * small.peak_mb:
        raise SystemExit("memory grows with the number of mails")
    weighted = [*data[:18], *(heavy(one, HEAVY) for one in data[18:20])]
    peaks = [round(bench.run("ours", part).peak_mb, 1) for part in (data[:20], weighted)]
    waiting = [round(_before_a_backlog(bench, size), 1) for size in (0, options.backlog)]
    figures = {
        "mails": [small.mails, grown.mails],
        "peak_mb": [round(small.peak_mb, 1), round(grown.peak_mb, 1)],
        "two_mails_of_24_mb_peak_mb": peaks,
        "backlog": options.backlog,
        "backlog_peak_mb": waiting,
    }
    ratios = {
        "with five times the mails": small.cpu_ms / grown.cpu_ms,
        "megabytes of a mail by those it takes": HEAVY / 1e6 / max(1, peaks[1] - peaks[0]),
        "memory before a backlog": waiting[0] / waiting[1],
    }
    return Measured(figures, ratios)


def _before_a_backlog(bench: Workbench, size: int) -> float:
    """Return the peak while some mails are worked off and so many more wait behind them."""
    with bench.room() as folder:
        place = bench.place(folder)
        lived.settle(place)
        engine = open_engine(place.database)
        now = datetime.now(UTC)
        data = list(mails(FEW, roster(FEW)))
        for _ in range(max(1, size // FEW)):
            named = (f"X-Number: {make_msgid()}\r\n".encode() + one for one in data)
            with writing(engine) as connection:
                inbox.store(connection, [Arrival(lived.PROGRAMME, "file", x, now) for x in named])
        engine.dispose()
        lived.write_load(place, [], BATCHES)
        return float(child("lived", place)["peak_mb"])


def summary(runs: dict[str, list[Run]]) -> dict[str, object]:
    """Return the medians over the rounds; the ratio is that of runs that stood side by side."""
    found: dict[str, object] = {}
    for side, some in runs.items():
        found[side] = round(statistics.median(run.rate for run in some), 1)
        found[f"{side}_cpu_ms"] = round(statistics.median(run.cpu_ms for run in some), 2)
        found[f"{side}_letters"] = some[0].letters
        found[f"{side}_peak_mb"] = round(max(run.peak_mb for run in some), 1)
        found[f"{side}_readers_mb"] = round(max(run.readers_mb for run in some), 1)
    for side in SIDES[1:]:
        pairs = list(zip(runs["ours"], runs[side], strict=True))
        rate = statistics.median(ours.rate / other.rate for ours, other in pairs)
        by_cpu = statistics.median(other.cpu_ms / ours.cpu_ms for ours, other in pairs)
        found |= {f"than_{side}": round(rate, 2), f"than_{side}_by_cpu": round(by_cpu, 2)}
    stages = runs["ours"][0].stages_ms
    found["stages_ms"] = {
        name: round(statistics.median(run.stages_ms[name] for run in runs["ours"]), 3)
        for name in stages
    }
    return found


def line(run: Run) -> str:
    """Return one run in words."""
    stages = " ".join(f"{name} {value:.2f}" for name, value in run.stages_ms.items())
    return (
        f"{run.side}  {run.rate:7.1f} mails/s  {run.cpu_ms:6.2f} ms CPU a mail  "
        f"{run.peak_mb:6.1f} + {run.readers_mb:.0f} MB  {run.letters} letters  {stages}"
    ).rstrip()
