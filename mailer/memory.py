"""What was freed goes back to the system, and lies in few places meanwhile.

glibc's allocator keeps large blocks for the next ones, and in each thread by itself: after a mail
with photographs a service would hold some megabytes more for hours (mallopt(3), on the dynamic
threshold of mmap). A fixed threshold would end that, too, but costs a tenth more CPU: the reader
itself works with large arrays. Threads have up to eight places (arenas) a core; with two for all a
service on PostgreSQL held 153 instead of 215 MB, and no more after 18 hours than at first. Other C
libraries are left alone.
"""

import ctypes
import sys
from collections.abc import Callable

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_ARENAS = 2


def hold_together() -> bool:
    """Have all threads share two places for what they hold; False where that cannot be told.

    It must be called before there are threads.
    """
    set_option = _of_allocator("mallopt")
    return set_option is not None and bool(set_option(_ARENA_MAX, _ARENAS))


def give_back() -> bool:
    """Return free memory to the system, in some milliseconds; False where it cannot be told to."""
    trim = _of_allocator("malloc_trim")
    return trim is not None and bool(trim(0))


def _of_allocator(name: str) -> Callable[..., int] | None:
    """Return a function of glibc's allocator; None where there is no such one."""
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), name, None)
