"""The pure half of the line: from the bytes of mails to events, without a lock.

`mailer.pipeline` knows what comes before and behind it.
"""

import traceback
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from time import perf_counter

from mailer.parse.message import parse
from mailer.parse.model import Message
from mailer.record.book import Book
from mailer.record.desk import ClaimedMail, Desk
from mailer.record.outcome import Understood
from mailer.record.threads import Clue, Found
from mailer.trust import token
from mailer.trust.judge import TrustPolicy, judge
from mailer.trust.model import Action
from mailer.understand.events import Mail, events
from mailer.understand.hear import hear
from mailer.understand.model import Reading, ReadPolicy, Thread

MOST_IDS = 20
"""Message-IDs by which a thread is looked for, the nearest first; a mail may name thousands."""


@dataclass(slots=True)
class Hearing:
    """Parse, trust and understand for one programme. `times` adds up the seconds in each room."""

    desk: Desk
    book: Book
    trust: TrustPolicy
    reads: ReadPolicy
    times: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _inside: float = 0.0

    def understand(
        self, mails: Sequence[ClaimedMail], now: datetime
    ) -> tuple[list[Understood], dict[int, str]]:
        """Take mails through the pure rooms, without a lock."""
        failed: dict[int, str] = {}
        parsed: list[tuple[ClaimedMail, Message]] = []
        with self.timed("parse"):
            for mail in mails:
                try:
                    message = parse(
                        mail.data,
                        envelope_sender=mail.envelope_from,
                        envelope_recipients=mail.envelope_to,
                    )
                    parsed.append((mail, message))
                except Exception:  # noqa: BLE001 - a mail that breaks parsing is parked, not lost
                    failed[mail.id] = traceback.format_exc(limit=3)
        with self.timed("facts"):
            found = self.desk.look_up([self._clue(mail, message) for mail, message in parsed], now)
        understood = []
        for (mail, message), thread in zip(parsed, found, strict=True):
            try:
                understood.append(self._read(mail, message, thread, now))
            except Exception:  # noqa: BLE001 - as above
                failed[mail.id] = traceback.format_exc(limit=3)
        return understood, failed

    def _read(self, mail: ClaimedMail, message: Message, found: Found, now: datetime) -> Understood:
        with self.timed("trust"):
            verdict = judge(message, self.desk.roster, found.sent, self.trust)
        thread = Thread(found.sent, found.case)
        with self.timed("understand"):
            heard = Reading()  # Nobody listens to a robot.
            if verdict.action is not Action.IGNORE:
                heard = hear(message, thread, self.desk.roster, verdict, self.reads, mail.received)
            named = Mail(mail.id, mail.sha256, mail.programme)
            happened = events(named, message, verdict, heard, thread, now)
        return Understood(mail, message, verdict, heard, happened, found.sent)

    def _clue(self, mail: ClaimedMail, message: Message) -> Clue:
        reached = [*(address.email for address in message.recipients), *message.received_by]
        returned = message.report.message_id if message.report else None
        ids = (*((returned,) if returned else ()), *message.in_reply_to, *message.references[::-1])
        nearest = tuple(dict.fromkeys(ids))[:MOST_IDS]
        tokens = token.found_in(reached, self.book.policy.address)
        return Clue(tokens, nearest, mail.received)

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
