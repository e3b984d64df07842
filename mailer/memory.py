"""What was freed after large mails goes back to the system.

glibc's allocator keeps large blocks for the next ones, and in each thread by itself: after a mail
with photographs a service would hold some megabytes more for hours (mallopt(3), on the dynamic
threshold of mmap). A fixed threshold would end that, too, but costs a tenth more CPU: the reader
itself works with large arrays. Other C libraries are left alone.
"""

import ctypes
import sys


def give_back() -> bool:
    """Return free memory to the system, in some milliseconds; False where it cannot be told to."""
    if not sys.platform.startswith("linux"):
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim is not None and bool(trim(0))
