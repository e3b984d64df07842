"""Mails that kill: in a process of its own, parsing one of them does what it is named for."""

import os
import re
import resource
import signal
from datetime import datetime
from pathlib import Path
from typing import Any

from mailer import hearing
from mailer.deadlines import Deadlines
from mailer.record.unit import Unit
from mailer.rules.events import Due

MARK = "X-Poison"
ROOM = 16 * 1024 * 1024


def poison() -> None:
    """Have this process parse a mail with the header of poison in the deadly way that it names."""
    parse = hearing.parse

    def parse_or_die(data: bytes, **more: Any) -> Any:
        for kind, deadly in KINDS.items():
            if f"{MARK}: {kind}\r\n".encode() in data:
                deadly()
        return parse(data, **more)

    hearing.parse = parse_or_die  # type: ignore[assignment]


def poison_deadline(name: str) -> None:
    """Have this process die whenever it meets the deadline of that name."""
    meet = Deadlines._meet

    def meet_or_die(line: Deadlines, unit: Unit, event: Due, now: datetime) -> None:
        if event.deadline == name:
            _killed()
        meet(line, unit, event, now)

    Deadlines._meet = meet_or_die  # type: ignore[method-assign]


def _killed() -> None:
    """As the kernel does when memory is short."""
    os.kill(os.getpid(), signal.SIGKILL)


def _loop() -> None:
    """Loop in a regular expression, which lets no other thread run meanwhile."""
    re.match("(a+)+$", "a" * 60 + "b")


def _memory() -> None:
    """Ask for more memory than there is, bit by bit."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + ROOM
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (limit, before[1]))
    try:
        held = [bytearray(ROOM // 8) for _ in range(16)]
        raise AssertionError(f"{len(held)} pieces were to be had")
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _recursion() -> None:
    _recursion()


KINDS = {
    "killed": _killed,
    "loop": _loop,
    "memory": _memory,
    "recursion": _recursion,
}
