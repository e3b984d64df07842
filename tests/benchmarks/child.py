"""One run in a process of its own, so that its memory and its CPU are its own.

`python -m tests.benchmarks.child bare PLACE` reads a Place as JSON and prints what it measured.
"""

import gc
import importlib
import json
import re
import resource
import sys
import time
from pathlib import Path

from tests.benchmarks.place import Place

SIDES = {
    "bare": "tests.benchmarks.bare_loop",
    "naive": "tests.benchmarks.naive_loop",
    "ours": "tests.benchmarks.ours",
    "lived": "tests.benchmarks.lived",
    "idle": "tests.benchmarks.idle",
}


def main() -> None:
    side, place = sys.argv[1], Place.from_json(sys.argv[2])
    program = importlib.import_module(SIDES[side])  # The other side's modules stay out of memory.
    program.prepare(place)
    gc.collect()
    before, begin = _cpu(), time.perf_counter()
    stages = program.drain(place)
    seconds, cpu = time.perf_counter() - begin, _cpu() - before
    told = {"seconds": seconds, "cpu_seconds": cpu, "peak_mb": _peak_mb(), "stages_ms": stages}
    print(json.dumps(told))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak_mb() -> float:
    """Return the most memory that this process had.

    `ru_maxrss` would not do: it also remembers the size of the parent before exec.
    """
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


if __name__ == "__main__":
    main()
