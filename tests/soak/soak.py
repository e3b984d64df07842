"""A day of mail and faults in an hour: what grows, and is every mail and letter there once?

`make soak`, or `python -m tests.soak.soak [--minutes 60] [--database sqlite] [--seed 7]`. The
service runs as one process from the first mail to the last, with its clock 24 times as fast. It is
disturbed every few seconds, but never killed. The figures go into build/soak.json.
"""

import argparse
import json
import random
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.soak.day import Plan, Soak
from tests.soak.gauges import GAUGES, ONLY
from tests.soak.judge import FEWEST, Verdict, binned, judge
from tests.soak.world import keep, world

BUILD = Path(__file__).resolve().parents[2] / "build"
DATABASES = ("sqlite", "postgresql")
BINS = {"cpu": 30.0, "latency": 15.0}
"""Seconds of which the median is taken: these vary from mail to mail."""
WARM_UP = 1 / 4
SHOWN = 20


def run(plan: Plan) -> dict[str, Any]:
    """Play one run and return what it showed; `faults` and `grows` are empty where all is well."""
    log = BUILD / f"soak-{plan.database}.log"
    with (
        tempfile.TemporaryDirectory(prefix="soak-") as name,
        world(plan.database, Path(name), log, plan.rate) as made,
    ):
        soak = Soak(plan, made, random.Random(plan.seed))
        soak.play()
        hours = soak.seconds * plan.rate / 3600
        verdicts = judged(plan, soak.points)
        found = soak.rest()
        if found:
            keep(Path(name), BUILD / f"soak-{plan.database}")
        return {
            "plan": asdict(plan),
            "simulated_hours": round(hours, 1),
            "mails": soak.account.mails.total(),
            "letters": len(soak.account.arrived),
            "doubts": soak.account.doubts.total(),
            "doubles": soak.account.doubles,
            "kinds": dict(soak.account.kinds.most_common()),
            "troubles": dict(soak.done.most_common()),
            "logged": logged(log),
            "latency": spread([y for _, y in soak.points.get("latency", [])]),
            "size": {name: soak.points[name][-1][1] for name in ("rows", "size_mb", "resident")},
            "verdicts": {name: asdict(one) | {"flat": one.flat} for name, one in verdicts.items()},
            "grows": [name for name, one in verdicts.items() if not one.flat],
            "not_judged": sorted(expected(plan.database) - verdicts.keys()),
            "faults": found,
            "points": soak.points,
        }


def judged(plan: Plan, points: dict[str, list[tuple[float, float]]]) -> dict[str, Verdict]:
    """Fit a line through each figure, after the warm-up."""
    found = {}
    for name, gauge in GAUGES.items():
        seen = [point for point in points.get(name, []) if point[0] >= plan.warm_up]
        if name in BINS:
            seen = binned(seen, min(BINS[name], (plan.seconds - plan.warm_up) / 8))
        if len(seen) >= FEWEST:
            found[name] = judge(seen, gauge.tolerance)
    return found


def expected(database: str) -> set[str]:
    """Return the figures that a run on this kind of database must have judged."""
    others = {name for kind, names in ONLY.items() if kind != database for name in names}
    return GAUGES.keys() - others


def spread(values: list[float]) -> dict[str, float]:
    """Return the median, the 99th percentile and the longest."""
    if len(values) < 2:
        return {}
    return {"p50": median(values), "p99": quantiles(values, n=100)[98], "longest": max(values)}


def logged(log: Path) -> dict[str, int]:
    """Count the warnings and errors of the service by their name."""
    found: Counter[str] = Counter()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            found["not JSON"] += 1
            continue
        if row.get("level") in {"warning", "error"}:
            found[str(row.get("event"))] += 1
    return dict(found.most_common(SHOWN))


def table(result: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a table, as README has it."""
    plan, latency = result["plan"], result["latency"]
    yield (
        f"{plan['database']}: {result['simulated_hours']} hours in {plan['seconds'] / 60:.0f} "
        f"minutes, {result['mails']} mails, {result['letters']} letters, "
        f"{sum(result['troubles'].values())} faults"
    )
    yield "| | median | most | growth | tolerated | |"
    yield "|---|---|---|---|---|---|"
    for name, one in result["verdicts"].items():
        figures = (one["middle"], one["most"], one["growth"], one["allowed"])
        cells = " | ".join(f"{figure:.4g}" for figure in figures)
        yield f"| {GAUGES[name].words} | {cells} | {'flat' if one['flat'] else '**grows**'} |"
    if latency:
        yield "answers: " + ", ".join(f"{name} {value:.2f} s" for name, value in latency.items())
    yield f"in doubt {result['doubts']}, of these came twice {result['doubles']}"
    for name in ("kinds", "troubles", "logged", "size"):
        yield f"{name}: " + ", ".join(f"{key} {value:g}" for key, value in result[name].items())
    yield f"too few samples of {', '.join(result['not_judged']) or 'nothing'}"
    yield from result["faults"][:SHOWN]
    if len(result["faults"]) > SHOWN:
        yield f"and {len(result['faults']) - SHOWN} more"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.soak.soak",
        description=(__doc__ or "").partition("\n")[0],
        epilog="Example: python -m tests.soak.soak --minutes 10 --database sqlite --seed 7",
    )
    parser.add_argument("--minutes", type=float, default=60, help="of real time, each (60)")
    parser.add_argument("--database", choices=DATABASES, action="append", help="both without it")
    parser.add_argument("--rate", type=float, default=24, help="how fast the clock is (24)")
    parser.add_argument("--mails", type=float, default=1.0, help="mails a second (1)")
    parser.add_argument("--pause", type=float, default=15.0, help="seconds between faults (15)")
    parser.add_argument("--backlog", type=int, default=1000, help="mails that wait (1000)")
    parser.add_argument("--json", type=Path, default=BUILD / "soak.json", help="where to write")
    parser.add_argument("--seed", type=int, help="the same people, words and faults again")
    return parser.parse_args()


def main() -> None:
    asked = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # In order, with its servers.
    seed = asked.seed if asked.seed is not None else random.randrange(1_000_000)
    BUILD.mkdir(exist_ok=True)
    seconds = asked.minutes * 60
    results = []
    for database in asked.database or DATABASES:
        plan = Plan(
            database,
            seconds,
            seconds * WARM_UP,
            seed,
            rate=asked.rate,
            mails_per_second=asked.mails,
            pause=asked.pause,
            backlog=asked.backlog,
        )
        results.append(run(plan))
        print("\n".join(table(results[-1])), flush=True)
        asked.json.write_text(json.dumps(results, indent=1), encoding="utf-8")
    sys.exit(any(result["grows"] or result["faults"] for result in results))


if __name__ == "__main__":
    main()
