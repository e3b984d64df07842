"""Mails a second of the service beside other programs, and what else has to stay quick.

`make bench`, or `python -m tests.benchmarks.bench [--only rows,digest] [--database both]`. A
Dovecot holds the mails and a counting server takes the letters, in processes of their own. Each
part is a function that `PARTS` names. The result is also in build/bench.json; a ratio that falls
by more than a fifth below `ratios.json` fails the run.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Mapping
from typing import Any

from tests.benchmarks import digest, drain, latency, polls, rows, sieve, start
from tests.benchmarks.corpus import roster, roster_csv
from tests.benchmarks.ratios import fallen, record, recorded
from tests.benchmarks.workbench import ROOT, Measured, Part, servers

RESULT = ROOT / "build" / "bench.json"
PARTS: Mapping[str, Part] = {
    "loops": drain.loops,
    "memory": drain.memory,
    "polls": polls.measure,
    "start": start.measure,
    "rows": rows.measure,
    "digest": digest.measure,
    "latency": latency.measure,
    "sieve": sieve.measure,
}
"""What can be measured, in this order."""
ONCE = ("start",)
"""Parts that do not depend on the kind of database."""


def main() -> None:
    options = parsed(sys.argv[1:])
    if options.json:  # Standard output holds the result alone.
        shown, sys.stdout = sys.stdout, sys.stderr
    result: dict[str, Any] = {"machine": _machine()}
    lost: list[str] = []
    for number, database in enumerate(options.databases):
        found = _measured(database, options, first=number == 0)
        ratios = {name: ratio for one in found.values() for name, ratio in one.ratios.items()}
        result[database] = {name: one.figures for name, one in found.items()}
        result[database]["ratios"] = {name: round(ratio, 2) for name, ratio in ratios.items()}
        if options.record:
            record(database, result[database]["ratios"])
        else:
            lost += fallen(ratios, recorded(database))
    if options.json:
        sys.stdout = shown
    text = json.dumps(result, indent=2)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(text + "\n", encoding="utf-8")
    print(text)
    if lost:
        raise SystemExit("; ".join(lost))


def _measured(database: str, options: argparse.Namespace, *, first: bool) -> dict[str, Measured]:
    wanted = [name for name in PARTS if name in options.only and (first or name not in ONCE)]
    found = {}
    with servers(database) as bench:
        bench.roster.write_text(roster_csv(roster(options.number)), encoding="utf-8")
        for name in wanted:
            print(f"== {name}, {database}", flush=True)
            found[name] = PARTS[name](bench, options)
    return found


def parsed(arguments: list[str]) -> argparse.Namespace:
    """Return the options; `only` and `databases` are lists, and `folders` are numbers."""
    parser = argparse.ArgumentParser(
        prog="bench",
        description=__doc__.splitlines()[0],
        epilog="Example: make bench BENCH='--only rows,digest --rows 1000000 --database both'",
    )
    parser.add_argument("--only", default=",".join(PARTS), help=f"of {', '.join(PARTS)}")
    parser.add_argument("-n", "--number", type=int, default=500, help="mails a run, and people")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each side")
    parser.add_argument("--rows", type=int, default=100_000, help="old rows of each kind")
    parser.add_argument("--backlog", type=int, default=5_000, help="mails that wait")
    parser.add_argument("--questions", type=int, default=1_000, help="open questions of a digest")
    parser.add_argument("--folders", default="100,10000", help="mails of the folders polled")
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="sqlite")
    parser.add_argument("--json", action="store_true", help="print the result alone")
    parser.add_argument("--record", action="store_true", help="record these ratios as known")
    found = parser.parse_args(arguments)
    found.only = found.only.split(",")
    if unknown := set(found.only) - PARTS.keys():
        parser.error(f"--only {', '.join(sorted(unknown))}: expected of {', '.join(PARTS)}")
    found.folders = [int(size) for size in found.folders.split(",")]
    both = found.database == "both"
    found.databases = ["sqlite", "postgresql"] if both else [found.database]
    return found


def _machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
    }


if __name__ == "__main__":
    main()
