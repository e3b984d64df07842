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
READERS_MB = "readers_mb"
"""What a side tells beside its stages: the peaks of the processes that it has ended."""


def main() -> None:
    side, place = sys.argv[1], Place.from_json(sys.argv[2])
    program = importlib.import_module(SIDES[side])  # The other side's modules stay out of memory.
    program.prepare(place)
    gc.collect()
    before, begin = _cpu(), time.perf_counter()
    stages = program.drain(place)
    seconds, cpu = time.perf_counter() - begin, _cpu() - before
    told = {"seconds": seconds, "cpu_seconds": cpu, "peak_mb": peak_mb()}
    readers = stages.pop(READERS_MB, 0.0)
    print(json.dumps(told | {"readers_mb": readers, "stages_ms": stages}))


def _cpu() -> float:
    """Return the seconds of this process, and of the children that it had and ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def peak_mb(process: int | str = "self") -> float:
    """Return the most memory that a process had.

    `ru_maxrss` would not do: it also remembers the size of the parent before exec.
    """
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


if __name__ == "__main__":
    main()
