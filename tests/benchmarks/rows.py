"""The same small load with a thousand and with many old rows: years must cost nothing."""

import statistics
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from storage.engine import open_engine
from tests.benchmarks import lived
from tests.benchmarks.corpus import mails, roster
from tests.benchmarks.old_rows import fill
from tests.benchmarks.place import Place
from tests.benchmarks.workbench import Measured, Workbench, child

FEW = 1000
LOAD = 200
"""Mails of one turn."""


@dataclass
class Lived:
    """A programme with so many old rows of each kind, and what its turns told."""

    rows: int
    place: Place
    told: list[dict[str, float]] = field(default_factory=list)

    def middling(self, name: str) -> float:
        return statistics.median(one[name] for one in self.told)


def measure(bench: Workbench, options: Namespace) -> Measured:
    """Let a young and an old programme take turns at the same mails."""
    with _lived(bench, FEW) as young, _lived(bench, options.rows) as old:
        for number in range(options.rounds + 1):  # The first reads files into the caches.
            data = list(mails(LOAD, roster(options.number), seed=100 + number))
            for each in (young, old):
                told = _turn(bench, each, data)
                if number:
                    each.told.append(told)
    # The least of each: what other programs take away only ever adds.
    few, many = (min(told["all_ms"] for told in each.told) for each in (young, old))
    ratio = few / many
    names = young.told[0]
    figures = {
        str(each.rows): {name: round(each.middling(name), 2) for name in names}
        for each in (young, old)
    }
    return Measured(figures | {"ratio": round(ratio, 2)}, {"with old rows": ratio})


@contextmanager
def _lived(bench: Workbench, rows: int) -> Iterator[Lived]:
    with bench.room() as folder:
        place = bench.place(folder)
        lived.settle(place)
        engine = open_engine(place.database)
        begun = datetime.now(UTC)
        fill(engine, lived.PROGRAMME, rows, begun)
        engine.dispose()
        seconds = (datetime.now(UTC) - begun).total_seconds()
        print(f"{rows} old rows of each kind were made in {seconds:.0f} s", flush=True)
        yield Lived(rows, place)


def _turn(bench: Workbench, one: Lived, data: list[bytes]) -> dict[str, float]:
    """Work off a load; the CPU of the database's server counts as well."""
    lived.write_load(one.place, data)
    before = bench.server_cpu()
    spent = dict(child("lived", one.place)["stages_ms"])
    server = 1000 * (bench.server_cpu() - before) / len(data)
    spent |= {"server": server, "all_ms": spent["load"] + server}
    print(f"{one.rows} old rows:", {name: round(ms, 2) for name, ms in spent.items()}, flush=True)
    return spent
