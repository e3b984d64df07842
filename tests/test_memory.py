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


def _told(script: str, *words: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", script, *words], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_large_mails_leave_nothing_behind() -> None:
    assert _told(SCRIPT) < _told(SCRIPT, "keep") / 4


ARENAS = """
import ctypes, sys, tempfile, threading
from mailer.memory import hold_together

assert "many" in sys.argv or hold_together()
gate = threading.Barrier(9)
def use():
    held = [b"x" * 10_000 for _ in range(100)]
    gate.wait()
    return held
for _ in range(8):
    threading.Thread(target=use).start()
gate.wait()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
with tempfile.NamedTemporaryFile("r") as told:
    file = ctypes.c_void_p(libc.fopen(told.name.encode(), b"w"))
    libc.malloc_info(0, file)
    libc.fclose(file)
    print(told.read().count("<heap nr="))
"""


def test_threads_share_the_places_of_what_they_hold() -> None:
    assert _told(ARENAS) <= 2 < _told(ARENAS, "many")
