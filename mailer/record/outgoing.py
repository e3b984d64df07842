"""Which letters may leave: suspended addresses, and the limits of automatic answers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeGuard

from sqlalchemy import Connection

from mailer.record import load
from mailer.record.book import Book
from mailer.rules import limits
from mailer.rules.effects import Send
from mailer.rules.events import Event, Said
from mailer.rules.facts import ASKED_WITHIN, Policy
from mailer.rules.intents import Intent
from mailer.rules.limits import Answered
from mailer.rules.procedures.clarification import LETTER as QUESTION
from storage import bulk
from storage.sweep import SUSPENDED

BREAKER = "breaker_closed"
"""The counter that holds when a breaker was closed by a command, in minutes since 1970."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Whether a letter may leave: not where there is a reason. `last` stands in the last one."""

    reason: str = ""
    last: str = ""
    thread: str = ""
    turn: int = 0


FREELY = Leave()


class Outgoing:
    """What went out lately, as one transaction knows it, and the addresses that get nothing."""

    def __init__(self, connection: Connection, book: Book, now: datetime) -> None:
        self._connection = connection
        self._book = book
        self._now = now
        self._answers: dict[str, list[Answered]] = {}
        self._suspended: dict[str, str] | None = None
        self._today: int | None = None
        self._asked: dict[str, int] = {}

    def load(self, addresses: Collection[str]) -> None:
        """Load the automatic answers to addresses, with one query."""
        after = self._now - limits.REMEMBERED
        programme = self._book.programme
        self._answers |= load.recent_answers(self._connection, programme, addresses, after)

    def load_asked(self, events: Iterable[Event]) -> None:
        """Load how often the writers of unclear mails were asked lately, with one query."""
        writers = {event.speaker or "" for event in events if _is_unclear(event)}
        after, programme = self._now - ASKED_WITHIN, self._book.programme
        found = load.times_asked(self._connection, programme, writers, QUESTION, after)
        self._asked |= found

    def times_asked(self, event: Event) -> int:
        """Return how often the writer of an unclear mail was asked lately; nobody asks of others.

        Letters of the same batch do not count: who was asked in it has an open case, and waits.
        """
        if not _is_unclear(event):
            return 0
        if (event.speaker or "") not in self._asked:
            self.load_asked([event])
        return self._asked[event.speaker or ""]

    def suspended(self, marks: Mapping[str, str | None]) -> Mapping[str, str]:
        """Return the addresses that get no letter, and the case of each."""
        if self._suspended is None:
            self._suspended = load.suspended(self._connection, self._book.programme)
        if not marks:
            return self._suspended
        both = {**self._suspended, **marks}
        return {address: case for address, case in both.items() if case is not None}

    def leave(
        self,
        send: Send,
        address: str,
        staged: Sequence[tuple[str, Answered]],
        marks: Mapping[str, str | None],
        *,
        changed: bool,
    ) -> Leave:
        """Say whether a letter may leave.

        `staged` are answers of the same mail, and `marks` the addresses that it has suspended
        (with the case of each) or resumed (None).
        `changed` says that the mail changed something (`mailer.rules.limits.changes`).
        """
        if address in self.suspended(marks):
            return Leave(SUSPENDED)
        if send.thread is None:
            return Leave()
        if send.thread.quiet and send.thread.address == address:
            return Leave("the mail asks for no automatic answer")
        if address not in self._answers:
            self.load([address])
        more = [one for where, one in staged if where == address]
        earlier = [*self._answers[address], *more]
        thread = limits.thread_of(send.thread)
        turn = limits.turn(thread, earlier, self._now, changed=changed)
        policy = self._book.policy
        reason = limits.exceeded(send.template, turn, earlier, self._now, policy)
        if not reason and self.today + len(staged) >= policy.answers_in_all:
            reason = f"{policy.answers_in_all} automatic answers went out today in all"
        last = limits.last(turn, earlier, self._now, policy)
        return Leave(reason, "" if reason else last, thread, turn)

    @property
    def today(self) -> int:
        """How many automatic answers went out on the programme's present day."""
        if self._today is None:
            self._today = answers_today(self._connection, self._book.policy, self._now)
        return self._today

    def opens(self, staged: int) -> bool:
        """Say whether one more answer beside the staged ones was the last of all for today."""
        return self.today + staged == self._book.policy.answers_in_all

    def keep(
        self, answers: Iterable[tuple[str, Answered]], marks: Mapping[str, str | None]
    ) -> None:
        """Take over what was staged."""
        if marks:
            self._suspended = dict(self.suspended(marks))
        for address, answered in answers:
            self._answers[address].append(answered)
            self._today = self.today + 1


def _is_unclear(event: Event) -> TypeGuard[Said]:
    return isinstance(event, Said) and event.intent is Intent.UNCLEAR and not event.case


def answers_today(connection: Connection, policy: Policy, now: datetime) -> int:
    """Return how many automatic answers a programme wrote since midnight, or the last closing."""
    midnight = policy.morning_after(policy.day(now) - timedelta(days=1))
    closed = load.counter(connection, policy.programme, BREAKER)
    since = max(midnight, datetime.fromtimestamp(60 * closed, tz=UTC))
    return load.answers_since(connection, policy.programme, since)


def close_breaker(connection: Connection, programme: str, now: datetime) -> None:
    """Count the programme's automatic answers anew from the next minute on."""
    row = {"programme": programme, "name": BREAKER, "value": -(-int(now.timestamp()) // 60)}
    bulk.put(connection, load.table("counter"), [row])
