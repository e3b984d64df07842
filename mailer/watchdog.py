"""What ends this process when one mail takes too long, so that it can be started again.

An endless loop in a parser, or in a regular expression, may hold the interpreter's lock for ever:
then no thread of ours runs, and nothing in Python can end it. The kernel's timer can. Its signal
prints where each thread stands (functions and lines, no values) and ends the process, and whoever
supervises it starts it again. The mail was counted as tried when it was claimed; after three
times it is parked.
"""

import faulthandler
import signal
import sys

LONGEST = 120.0
"""Seconds. A mail takes some milliseconds, one of 25 MB some seconds."""


class Watchdog:
    """A context that ends the process when it is open for longer than `seconds`.

    It is the process's only timer of the kind ITIMER_REAL, so that contexts must not be nested,
    and whoever runs the process decides whether there is one.
    """

    def __init__(self, seconds: float = LONGEST) -> None:
        self._seconds = seconds
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        if sys.__stderr__ is not None:  # The real one: the signal knows only a file descriptor.
            faulthandler.register(signal.SIGALRM, sys.__stderr__, all_threads=True, chain=True)

    def __enter__(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def __exit__(self, *_error: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
