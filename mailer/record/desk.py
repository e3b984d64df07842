"""What the line asks of the database, mail by mail and batch by batch."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import (
    DBAPIError,
    InterfaceError,
    OperationalError,
    PendingRollbackError,
    SQLAlchemyError,
)

from mailer.record import deadlines, load
from mailer.record.book import Book
from mailer.record.threads import Clue, Found, threads
from mailer.record.unit import Unit
from mailer.rules.events import Told
from mailer.rules.placing import ASSIGNMENT
from mailer.rules.records import Case, Pause
from mailer.rules.roster import Roster
from storage import inbox, workers
from storage.engine import reading, writing
from storage.inbox import ClaimedMail, MailSummary, Result

__all__ = ["ClaimedMail", "Desk", "MailSummary", "Result", "is_passing"]

LEASE = timedelta(minutes=10)
LONGEST = timedelta(hours=1)
RETRY = timedelta(minutes=1)
"""A mail that failed is tried again after this time, three times in all."""


# SQLite's primary result codes: busy, locked, out of memory, input or output, full, no access.
_PASSING = {5, 6, 7, 8, 10, 13, 14}


def is_passing(error: Exception) -> bool:
    """Say whether an error tells of the database's state (locked, full, gone), not of a mail."""
    if isinstance(error, PendingRollbackError):
        return True  # The connection was lost a statement ago.
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code is None or code & 0xFF in _PASSING


class Desk:
    """The database as one programme's line sees it; the roster is kept while it is unchanged.

    `owner` names the process among others that work for the same programme.
    """

    def __init__(self, engine: Engine, book: Book, owner: str = "") -> None:
        self._engine = engine
        self._book = book
        self._programme = book.programme
        self._owner = owner
        self._has_turn = False
        self._version = -1
        self.roster = Roster()

    def claim(self, now: datetime, limit: int, after: int = 0) -> list[ClaimedMail]:
        """Take the oldest waiting mails, of those behind a number; the attempt is counted first.

        With them comes the programme's turn; while another process has it, there are none.
        """
        with writing(self._engine) as connection:
            if not self._take_turn(connection, now):
                return []
            mails = inbox.claim(connection, self._programme, now, limit, LEASE, after=after)
            if not mails:
                workers.end_turn(connection, self._programme, self._owner)
        self._has_turn = bool(mails)
        return mails

    def _turn_is_ours(self, now: datetime) -> bool:
        with writing(self._engine) as connection:
            self._has_turn = self._take_turn(connection, now)
        return self._has_turn

    def end_turn(self) -> None:
        """Give the turn back, if it is ours; where that fails, it runs out or is ours again."""
        if self._has_turn:
            self._has_turn = False
            with suppress(SQLAlchemyError), writing(self._engine) as connection:
                workers.end_turn(connection, self._programme, self._owner)

    def _take_turn(self, connection: Connection, now: datetime) -> bool:
        return workers.take_turn(connection, self._programme, self._owner, now, now + LEASE)

    def paused(self) -> Pause | None:
        """Return the programme's pause, None where it works."""
        with reading(self._engine) as connection:
            return load.paused(connection, self._programme)

    def case_of(self, letter: str) -> str | None:
        """Return the case that a letter of ours belongs to, if it belongs to one."""
        with reading(self._engine) as connection:
            return load.case_of_letter(connection, letter)

    def suspended(self) -> dict[str, str]:
        """Return the addresses to which no letter goes, and the case of each."""
        with reading(self._engine) as connection:
            return load.suspended(connection, self._programme)

    def looking(self) -> set[str]:
        """Return who is on the list of open assignments."""
        with reading(self._engine) as connection:
            cases = load.open_cases_of(connection, self._programme, {ASSIGNMENT})
        return {case.parties["mentee"] for case in cases if "mentee" in case.parties}

    def worn_out(self, now: datetime) -> bool:
        """Say whether a mail waits that failed three times and is in nobody's hands."""
        with reading(self._engine) as connection:
            return inbox.worn_out(connection, self._programme, now)

    def give_back(self, mails: Sequence[ClaimedMail]) -> None:
        """Give mails back that were not begun or whose handling was cut off; it was no attempt.

        Where the database cannot be written either, their lease runs out by itself.
        """
        if not mails:
            return
        with suppress(SQLAlchemyError), writing(self._engine) as connection:
            ours = inbox.still_claimed(connection, mails)
            inbox.release(connection, sorted(ours), tried=False)

    def release(self, mail: int, now: datetime, reason: str) -> None:
        """Give back a mail that failed, to be tried again a little later."""
        with writing(self._engine) as connection:
            inbox.release(connection, [mail], until=now + RETRY, reason=reason)

    def put_off(self, mails: Sequence[ClaimedMail], now: datetime) -> None:
        """Leave mails for later whose signatures cannot be judged yet; it was no attempt.

        Each waits for half its age, between a minute and an hour.
        """
        if not mails:
            return
        reason = "waits: the key of its signature could not be fetched"
        with writing(self._engine) as connection:
            ours = inbox.still_claimed(connection, mails)
            for mail in mails:
                pause = min(max((now - mail.received) / 2, RETRY), LONGEST)
                if mail.id in ours:
                    until = now + pause
                    inbox.release(connection, [mail.id], until=until, reason=reason, tried=False)

    def look_up(self, clues: Sequence[Clue], now: datetime) -> list[Found]:
        """Return the threads of mails, and bring the roster up to date."""
        with reading(self._engine) as connection:
            self._refresh(connection)
            return threads(connection, self._programme, clues, now)

    @contextmanager
    def unit(self, now: datetime, *, ends_turn: bool = False) -> Iterator[Unit]:
        """Open a transaction under the programme's lock; it is written when the block ends well.

        With `ends_turn`, the turn is given back by the same transaction.
        """
        with writing(self._engine, self._programme) as connection:
            self._refresh(connection)
            unit = Unit(connection, self._book, self.roster, now)
            yield unit
            roster = unit.flush()
            changed = roster is not self.roster
            if ends_turn:
                workers.end_turn(connection, self._programme, self._owner)
        if ends_turn:
            self._has_turn = False
        if changed:
            self.roster, self._version = roster, -1

    def undecided(self, events: Sequence[Told]) -> list[Told]:
        """Return the events that no line of the ledger knows yet; nobody is held up by it."""
        with reading(self._engine) as connection:
            known = load.known_events(connection, [event.id for event in events])
        return [event for event in events if event.id not in known]

    def due(self, now: datetime, limit: int) -> list[Case[object]]:
        """Return the cases with a deadline that has come before the oldest mail that waits.

        A mail that came in time counts, however long the service stood still. With cases comes
        the programme's turn: another process that has it may hold such a mail.
        """
        if not self._overdue(now, limit) or not self._turn_is_ours(now):
            return []
        found = self._overdue(now, limit)  # What stood there before may be done by now.
        if found:
            with writing(self._engine) as connection:
                deadlines.taken_up(connection, found)
        return found

    def deadly(self, now: datetime) -> list[Case[object]]:
        """Return the cases whose deadline ended the process whenever it was taken up."""
        with reading(self._engine) as connection:
            return deadlines.deadly_cases(connection, self._programme, now)

    def _overdue(self, now: datetime, limit: int) -> list[Case[object]]:
        with reading(self._engine) as connection:
            found = deadlines.due_cases(connection, self._programme, now, limit)
            if len(found) == limit:
                found += deadlines.due_beside(connection, self._programme, now, found, limit)
            oldest = inbox.oldest(connection, self._programme) if found else None
        return [c for c in found if oldest is None or min(c.due.values(), default=now) <= oldest]

    def _refresh(self, connection: Connection) -> None:
        version = load.roster_version(connection, self._programme)
        if version != self._version:
            self.roster = load.roster(connection, self._programme)
            self._version = version
