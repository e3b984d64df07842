"""Seconds of computing, from /proc: of a process, of a server with its children, of the machine."""

import os
from collections.abc import Iterable
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def spent(processes: Iterable[int]) -> float:
    """Return the seconds that these processes have computed so far; nothing for one that ended."""
    fields = [_fields(Path("/proc") / str(pid)) for pid in processes]
    return sum(int(each[13]) + int(each[14]) for each in fields if each) / _TICKS


def of_server(master: int | None) -> float:
    """Return the seconds of a server: its master, its children, and the children that it buried."""
    if master is None:
        return 0.0
    fields = [_fields(Path("/proc") / str(pid)) for pid in (master, *children(master))]
    return sum(sum(int(n) for n in each[13:17]) for each in fields if each) / _TICKS


def children(master: int) -> list[int]:
    """Return the processes that a process started and that live."""
    every = [_fields(path) for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [int(each[0]) for each in every if each and each[3] == str(master)]


def busy() -> float:
    """Return the seconds that the cores of the machine were busy since it started."""
    fields = [int(x) for x in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    idle = fields[3] + fields[4]
    return (sum(fields[:8]) - idle) / _TICKS


def _fields(process: Path) -> list[str]:
    """Return the fields of a process, without its name; nothing when it is gone."""
    try:
        before, _, after = (process / "stat").read_text().partition("(")
    except OSError:
        return []
    return [before.strip(), "", *after.rpartition(")")[2].split()]
