"""Large blocks of memory go back to the system when they are freed.

glibc's allocator learns from the first large blocks that are freed to keep such blocks for the
next ones, up to 32 MB each and in each thread by itself (mallopt(3), M_MMAP_THRESHOLD). A service
that gets a mail with photographs now and then would hold a little more after each of them for
hours. A fixed threshold ends the learning. Other C libraries are left alone.
"""

import ctypes
import sys

LARGE = 256 * 1024
"""Bytes from which on a block is taken from the system, and given back to it."""
_M_MMAP_THRESHOLD = -3


def give_back_large_blocks() -> bool:
    """Have this process give back blocks from `LARGE` on; False where it cannot be told to."""
    if not sys.platform.startswith("linux"):
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and bool(mallopt(_M_MMAP_THRESHOLD, LARGE))
