"""Other processes that hear mails of a backlog beside this one.

`hear` is pure and takes more than half of a mail's time, so that other cores can do it. The
service hears a batch from its first mail on, the children from its last one, until they meet.
Nobody waits for a child: what it has not answered when its turn comes (it is slow, it hangs, it
died, the mail raised) the service hears itself, as if there were no children. So nothing is lost,
and blame falls on the mail at fault, as ever.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import structlog

from mailer.hearers.child import Answer, Task, Work
from mailer.rules.roster import Roster
from mailer.understand.model import Reading, ReadPolicy

log = structlog.get_logger()

PROGRAM = (sys.executable, "-P", "-m", "mailer.hearers.child")

LARGE = 64
"""Mails of a batch for which children are started: a start costs as much as reading a hundred."""

FEW = 16
"""Mails of a batch that are worth sending out where children are there."""


class Hearers:
    """Up to `most` child processes, which are there only while there is a backlog.

    A batch is `begin`, then `take` for each of its mails in their order. Each child has a share
    of its own: every `most`th mail.
    """

    def __init__(self, most: int, program: Sequence[str] = PROGRAM) -> None:
        self._most = most
        self._program = program
        self._children: dict[int, _Child] = {}
        self._needed = self._failed = False
        self._place = Roster(), ReadPolicy()
        self._about = b""
        self._numbers: Mapping[int, int] = {}
        self._shares: Sequence[dict[int, Task]] = ()
        self._heard: dict[int, Reading | None] = {}

    @property
    def pids(self) -> list[int]:
        """Return the children that are there."""
        return [child.process.pid for child in self._children.values()]

    def expect(self, mails: int) -> None:
        """Start the children where so many mails are worth it; nobody waits until they are ready.

        Where one failed, none is started before the next `rest`.
        """
        missing = set(range(self._most)) - self._children.keys()
        if mails < LARGE or not missing or self._failed:
            return
        try:
            for number in missing:
                self._children[number] = _Child(self._program)
        except OSError as error:
            self._failed = True
            log.warning("hearer_not_started", error=error.strerror)
        log.info("hearers", processes=len(self._children))

    def begin(self, tasks: Mapping[int, Task], roster: Roster, policy: ReadPolicy) -> None:
        """Lay out a batch: its mails by their numbers, in the order in which they are taken."""
        if not self._children or len(tasks) < FEW:
            tasks = {}
        self._needed |= bool(tasks)
        self._numbers = {mail: place % self._most for place, mail in enumerate(tasks)}
        self._shares = [{} for _ in range(self._most)]
        for mail, number in self._numbers.items():
            self._shares[number][mail] = tasks[mail]
        self._heard = {}
        if self._place[0] is not roster or self._place[1] is not policy:
            self._place, self._about = (roster, policy), b""

    def take(self, mail: int) -> Reading | None:
        """Return what a child heard of this mail; None where the caller shall hear it."""
        number = self._numbers.get(mail)
        if number is None or number not in self._children:
            return None
        child, share = self._children[number], self._shares[number]
        del share[mail]
        try:
            self._turn_to(child, share, mail)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is no fault of the mail
            self._failed = True
            code = self._children.pop(number).end()
            log.warning("hearer_failed", error=type(error).__name__, code=code)
        return self._heard.pop(mail, None)

    def _turn_to(self, child: "_Child", share: dict[int, Task], mail: int) -> None:
        """Hear a child's answers up to now; give it what is left of its share, or stop it."""
        for one, reading in child.answers():
            if child.share is share:  # And no batch that was broken off.
                self._heard[one] = reading
        met = mail in self._heard  # What is before was heard here.
        if child.busy and (met or not share or child.share is not share):
            child.stop()
        elif not child.owes and child.share is not share and share:
            self._about = self._about or pickle.dumps(self._place, pickle.HIGHEST_PROTOCOL)
            child.give(share, self._about)

    def rest(self) -> None:
        """End the children that no batch needed since this was last called."""
        if not self._needed:
            self.close()
        self._needed = self._failed = False

    def close(self) -> None:
        """End the children, whatever they are at: they hold nothing."""
        if self._children:
            log.info("hearers", processes=0)
        while self._children:
            self._children.popitem()[1].end()


class _Child:
    """One process. `owes` counts what it was sent and has not finished, its start as one.

    It is `busy` with a share until that is finished or it was told to stop.
    """

    def __init__(self, program: Sequence[str]) -> None:
        self._link: Connection[Work, Answer]
        self._link, far = Pipe()
        with far:
            self.process = subprocess.Popen(  # noqa: S603 - it is our own program
                [*program, str(far.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[far.fileno()],
            )
        self.owes = 1
        self.busy = False
        self.share: Mapping[int, Task] = {}
        self._about = b""

    def give(self, share: Mapping[int, Task], about: bytes) -> None:
        """Hand over mails; what they are `about`, roster and policy, only if that is new to it."""
        self._link.send((b"" if about is self._about else about, tuple(share.items())))
        self.share, self._about = share, about
        self.owes, self.busy = self.owes + 1, True

    def stop(self) -> None:
        """Have it hear no more of its share than the mail in hand."""
        self._link.send((b"", ()))
        self.owes, self.busy = self.owes + 1, False

    def answers(self) -> Iterator[tuple[int, Reading | None]]:
        """Yield what it has said since; raise EOFError or OSError where it is dead."""
        while self._link.poll():
            answer = self._link.recv()
            if answer is not None:
                yield answer
                continue
            self.owes -= 1
            self.busy = self.busy and self.owes > 0

    def end(self) -> int:
        """End it at once; return its exit code."""
        self._link.close()
        self.process.kill()
        return self.process.wait()
