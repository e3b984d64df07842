"""The pure half of the line: from the bytes of mails to events, without a lock.

`mailer.pipeline` knows what comes before and behind it.
"""

import traceback
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from time import perf_counter

from mailer.hearers.child import Task
from mailer.hearers.pool import Hearers
from mailer.parse.message import parse
from mailer.parse.model import Message
from mailer.receive.keys import Verifier
from mailer.record.book import Book
from mailer.record.desk import ClaimedMail, Desk
from mailer.record.outcome import Understood
from mailer.record.threads import Found, clue_of
from mailer.rules.events import Event
from mailer.trust.fresh import dated
from mailer.trust.judge import TrustPolicy, judge
from mailer.trust.model import Action, Kind, Signed, Verdict
from mailer.understand.events import Mail, events, too_large
from mailer.understand.hear import hear
from mailer.understand.model import Reading, ReadPolicy, Thread
from mailer.understand.notices import read_notice

LONGEST = 100_000
"""Bytes of a mail that another process may be asked to hear; it gets dozens of them at once."""


@dataclass(slots=True)
class Hearing:
    """Parse, trust and understand for one programme. `times` adds up the seconds in each room.

    `signatures` judges DKIM signatures where we do so ourselves. `watch` is open while one mail is
    in hand, and ends a process that a mail holds up. `hearers` hear a share of large batches.
    """

    desk: Desk
    book: Book
    trust: TrustPolicy
    reads: ReadPolicy
    signatures: Verifier | None = None
    watch: AbstractContextManager[object] = field(default_factory=nullcontext)
    hearers: Hearers = field(default_factory=lambda: Hearers(0))
    times: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _inside: float = 0.0

    def understand(
        self, mails: Sequence[ClaimedMail], now: datetime
    ) -> tuple[list[Understood], dict[int, str]]:
        """Take mails through the pure rooms, without a lock."""
        failed: dict[int, str] = {}
        with self.timed("understand"):
            self.hearers.expect(len(mails))
        parsed: list[tuple[ClaimedMail, Message]] = []
        with self.timed("parse"):
            for mail in mails:
                try:
                    with self.watch:
                        message = parse(
                            mail.data,
                            envelope_sender=mail.envelope_from,
                            envelope_recipients=mail.envelope_to,
                        )
                    parsed.append((mail, message))
                except Exception:  # noqa: BLE001 - a mail that breaks parsing is parked, not lost
                    failed[mail.id] = traceback.format_exc(limit=3)
        with self.timed("keys"):
            if self.signatures:
                with self.watch:  # Of the whole batch: DNS takes it some seconds at the most.
                    signed = self.signatures(parsed, now)
            else:
                signed = {}
            late = [mail for mail, _ in parsed if mail.id in signed and signed[mail.id].waits]
            self.desk.put_off(late, now)
            parsed = [(mail, message) for mail, message in parsed if mail not in late]
        with self.timed("facts"):
            clues = [clue_of(message, self.book, mail.received) for mail, message in parsed]
            found = self.desk.look_up(clues, now)
        judged: list[_Judged] = []
        for (mail, message), thread in zip(parsed, found, strict=True):
            try:
                with self.watch:
                    judged.append(self._judged(mail, message, thread, signed.get(mail.id)))
            except Exception:  # noqa: BLE001 - as above
                failed[mail.id] = traceback.format_exc(limit=3)
        with self.timed("understand"):
            tasks = {one.mail.id: one.task for one in judged if one.may_leave}
            self.hearers.begin(tasks, self.desk.roster, self.reads)
        understood = []
        for one in judged:
            try:
                with self.watch, self.timed("understand"):
                    understood.append(self._understood(one, now))
            except Exception:  # noqa: BLE001 - as above
                failed[one.mail.id] = traceback.format_exc(limit=3)
        return understood, failed

    def _judged(
        self, mail: ClaimedMail, message: Message, found: Found, signed: Signed | None
    ) -> "_Judged":
        sent = dated(found.sent, message, mail.received)
        with self.timed("trust"):
            known = found.own
            verdict = judge(message, self.desk.roster, sent, self.trust, signed, known=known)
        return _Judged(mail, message, verdict, Thread(sent, found.case))

    def _understood(self, one: "_Judged", now: datetime) -> Understood:
        mail, message, verdict, thread = one.mail, one.message, one.verdict, one.thread
        named = Mail(mail.id, mail.sha256, mail.programme)
        if mail.too_large:  # Only its header was kept.
            heard = Reading()
            happened: tuple[Event, ...] = too_large(named, message, verdict, mail.size, now)
        else:
            heard = self.hearers.take(mail.id) or self._heard(one)
            happened = events(named, message, verdict, heard, thread, now)
        return Understood(mail, message, verdict, heard, happened, thread.sent, thread.case)

    def _heard(self, one: "_Judged") -> Reading:
        if one.verdict.action is Action.IGNORE:
            return Reading()  # Nobody listens to a robot.
        if one.verdict.kind is Kind.PLATFORM:
            return read_notice(one.message, self.desk.roster, self.reads, one.mail.received)
        message, thread, verdict, received = one.task
        return hear(message, thread, self.desk.roster, verdict, self.reads, received)

    @contextmanager
    def timed(self, room: str) -> Iterator[None]:
        """Add up the seconds of a room, those of a room inside it left out."""
        begun, outer, self._inside = perf_counter(), self._inside, 0.0
        try:
            yield
        finally:
            spent = perf_counter() - begun
            self.times[room] += spent - self._inside
            self._inside = outer + spent


@dataclass(frozen=True, slots=True)
class _Judged:
    """One mail that is ready to be heard."""

    mail: ClaimedMail
    message: Message
    verdict: Verdict
    thread: Thread

    @property
    def task(self) -> Task:
        return self.message, self.thread, self.verdict, self.mail.received

    @property
    def may_leave(self) -> bool:
        """Say whether another process may hear it: what is long is not copied about."""
        robot = self.verdict.action is Action.IGNORE or self.verdict.kind is Kind.PLATFORM
        return not (robot or self.mail.too_large) and len(self.mail.data) <= LONGEST
