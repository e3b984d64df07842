"""What is held after large mails, seen in a process of its own."""

import subprocess
import sys

SCRIPT = """
import sys
from pathlib import Path
from mailer.memory import give_back

def held():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("RssAnon")).split()[1])

before, small = held(), []
bytearray(b"x") * (24 << 20)  # The largest mail so far.
mails = [b"x" * (4 << 20) for _ in range(4)]
small.append([b"x" * 40_000 for _ in range(4)])  # What stays lies behind them.
del mails
assert "keep" in sys.argv or give_back()
print(held() - before)
"""


def _kilobytes_held(*words: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_large_mails_leave_nothing_behind() -> None:
    assert _kilobytes_held() < _kilobytes_held("keep") / 4
