"""A process that hears mails for the service: `python -m mailer.hearers.child FD`.

FD is its end of a pair of connected sockets, and all that it has: no key, no database, no file.
It ends when the other end is closed, which the death of the service does.
"""

import os
import pickle
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from multiprocessing.connection import Connection

from mailer.parse.model import Message
from mailer.rules.roster import Roster
from mailer.trust.model import Verdict
from mailer.understand.hear import hear
from mailer.understand.model import Reading, ReadPolicy, Thread

Task = tuple[Message, Thread, Verdict, datetime]
"""A mail to be heard: with its thread, how it was judged, and its instant of receipt."""

Work = tuple[bytes, Sequence[tuple[int, Task]]]
"""Roster and policy, pickled (empty: as before), and mails by their numbers."""

Answer = tuple[int, Reading | None] | None
"""What one mail says. A reading is None where reading raised; None alone says: done, what next?"""

PATIENCE = 30.0
"""Seconds for one mail, which takes some milliseconds. The kernel then ends this process."""

POLITE = 10
"""By how much it stands back: where cores are scarce, the service and its servers have them."""


def serve(link: "Connection[Answer, Work]") -> None:
    """Hear what is asked, the last mail first, until something else is asked."""
    place = Roster(), ReadPolicy()
    with suppress(EOFError, OSError):  # The service is gone.
        while True:
            link.send(None)
            about, tasks = link.recv()
            if about:
                place = pickle.loads(about)  # noqa: S301 - it comes from the service itself
            for mail, task in reversed(tasks):
                if link.poll():
                    break
                signal.setitimer(signal.ITIMER_REAL, PATIENCE)
                answer = mail, _heard(task, *place)
                signal.setitimer(signal.ITIMER_REAL, 0)
                link.send(answer)


def _heard(task: Task, roster: Roster, policy: ReadPolicy) -> Reading | None:
    message, thread, verdict, at = task
    try:
        return hear(message, thread, roster, verdict, policy, at)
    except Exception:  # noqa: BLE001 - the service hears this mail itself, and tells what is wrong
        return None


def main() -> None:
    os.nice(POLITE)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # The service finishes its batch, and then ends us.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    link: Connection[Answer, Work] = Connection(int(sys.argv[1]))
    serve(link)


if __name__ == "__main__":
    main()
