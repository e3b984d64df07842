"""A clock that can be stepped while others read it, in whatever process they are."""

import mmap
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

_FORM = struct.Struct("d")


class Clock:
    """The time that a file tells: it runs on like the machine's, and may be stepped."""

    def __init__(self, file: Path) -> None:
        if not file.exists():
            file.write_bytes(_FORM.pack(time.time() - time.monotonic()))
        with file.open("r+b") as opened:
            self._ahead = mmap.mmap(opened.fileno(), _FORM.size)

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._read() + time.monotonic(), UTC)

    def set(self, to: datetime) -> None:
        self._write(to.timestamp() - time.monotonic())

    def step(self, by: timedelta) -> None:
        """Step forward, or backward where `by` is negative."""
        self._write(self._read() + by.total_seconds())

    def _read(self) -> float:
        [ahead] = _FORM.unpack(self._ahead[:])
        return float(ahead)

    def _write(self, ahead: float) -> None:
        self._ahead[:] = _FORM.pack(ahead)
