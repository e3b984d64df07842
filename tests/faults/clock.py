"""A clock that can be stepped while others read it, in whatever process they are."""

import mmap
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

_FORM = struct.Struct("dd")


class Clock:
    """The time that a file tells: it runs on like the machine's, and may be stepped.

    A new file may be told a `rate`: so many times as fast as the machine's.
    """

    def __init__(self, file: Path, rate: float = 1) -> None:
        if not file.exists():
            file.write_bytes(_FORM.pack(time.time() - rate * time.monotonic(), rate))
        with file.open("r+b") as opened:
            self._ahead = mmap.mmap(opened.fileno(), _FORM.size)

    def now(self) -> datetime:
        ahead, rate = self._read()
        return datetime.fromtimestamp(ahead + rate * time.monotonic(), UTC)

    def set(self, to: datetime) -> None:
        _, rate = self._read()
        self._write(to.timestamp() - rate * time.monotonic(), rate)

    def step(self, by: timedelta) -> None:
        """Step forward, or backward where `by` is negative."""
        ahead, rate = self._read()
        self._write(ahead + by.total_seconds(), rate)

    def _read(self) -> tuple[float, float]:
        ahead, rate = _FORM.unpack(self._ahead[:])
        return float(ahead), float(rate)

    def _write(self, ahead: float, rate: float) -> None:
        self._ahead[:] = _FORM.pack(ahead, rate)
