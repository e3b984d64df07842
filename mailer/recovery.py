"""Rebuilding what a backup has not seen, from the mails that the mailbox kept (B15).

The mails are worked off anew by the real line, each as of when it was received, and the deadlines
between them as of when they came. Ids follow from their cause, so the same questions get the same
numbers, and the same letters the same tokens and Message-IDs: what people answered finds its
letter. None of these letters is sent: up to the end of the recovery they are `presumed`.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from heapq import merge
from operator import attrgetter

from sqlalchemy import Engine

from mailer.deliver import queue as outgoing
from mailer.deliver.queue import LetterLine
from mailer.errors import MailerError, SettingsError
from mailer.installation import RECOVERY, imap_account, key_of, open_database
from mailer.lines import line, templates_of
from mailer.parse.message import parse
from mailer.pipeline import Line
from mailer.receive import kept
from mailer.receive.keys import Keys, Verifier
from mailer.receive.lease import acquire, release
from mailer.record import recovered
from mailer.record.database import reading, writing
from mailer.record.desk import Desk
from mailer.settings import Settings

BATCH = 100
MOST_ROUNDS = 1000
"""Batches at one instant; a rule that sets its deadline into the past would never end."""
FOREVER = timedelta(days=3650)
"""The lease outlives a recovery that died; then it must be ended by another one."""
OWNER = "mailer recover"
AGAIN = (timedelta(0), *(timedelta(minutes=2 * step) for step in (1, 2, 3)))
"""When mails are tried again that failed, counted from the end."""


@dataclass(slots=True)
class Programme:
    """What was found for one programme, and what was done.

    `newest` is when the newest mail that was handled arrived, `known` how many of them the records
    knew; `older` ones came before the service began and are left alone. `waiting` letters of the
    old outbox count as gone. `late` are letters that no handled mail shows to be older than the
    failure: they may never have left. `left` mails still wait.
    """

    name: str
    mailboxes: tuple[str, ...] = ()
    newest: datetime | None = None
    known: int = 0
    older: int = 0
    mails: list[kept.Arrival] = field(default_factory=list)
    stored: int = 0
    waiting: int = 0
    late: list[LetterLine] = field(default_factory=list)
    left: int = 0


Progress = Callable[[int, datetime], None]
"""Is told how many mails were worked off, and when the last one was received."""


class Recovery:
    """A recovery of every programme, up to `until`: when the service was last at work.

    Without `until` it is `now`: then no letter is sent twice, whenever the service failed.
    """

    def __init__(self, settings: Settings, now: datetime, until: datetime | None = None) -> None:
        if until is not None and until > now:
            raise SettingsError([f"--until is {until.isoformat()}; expected a time that has come"])
        self._settings = settings
        self._now = now
        self._given = until
        self.until = until or now

    def look(self) -> list[Programme]:
        """Return what there is to be done; the mails are read, and nothing is changed."""
        found = []
        with self._open() as engine:
            for name in self._settings.programme:
                with self._programme(engine, name) as (one, arrivals):
                    # Only the header is needed; the bodies of months would fill the memory.
                    one.mails = [replace(mail, data=_head(mail.data)) for mail in arrivals]
                    found.append(one)
        return found

    def apply(self, progress: Progress = lambda _count, _at: None) -> list[Programme]:
        """Do it, and return what was done.

        A recovery that was broken off is continued by doing it again; until then the service
        refuses to start.
        """
        found = []
        with self._open() as engine:
            key = key_of(self._settings.data / "key")
            for name in self._settings.programme:
                with self._programme(engine, name) as (one, arrivals):
                    with writing(engine) as connection:
                        acquire(connection, RECOVERY, OWNER, self._now, FOREVER)
                    played = self._line(engine, name, key)
                    self._rebuild(engine, played, one, arrivals, progress)
                    found.append(one)
            if not any(one.left for one in found):
                with writing(engine) as connection:
                    release(connection, RECOVERY, OWNER)
        return found

    @contextmanager
    def _open(self) -> Iterator[Engine]:
        engine = open_database(self._settings)
        try:
            yield engine
        finally:
            engine.dispose()

    @contextmanager
    def _programme(
        self, engine: Engine, name: str
    ) -> Iterator[tuple[Programme, Iterator[kept.Arrival]]]:
        """Look at the mailboxes of a programme; yield what they hold, and the unknown mails."""
        boxes = [box for box in self._settings.mailbox if self._settings.whose(box) == name]
        with ExitStack() as stack:
            accounts = [imap_account(self._settings, box) for box in boxes]
            with reading(engine) as connection:
                since = recovered.begun(connection, name)
            looks = [
                stack.enter_context(kept.kept(engine, account, since, self._given, self._now))
                for account in accounts
                if not account.untouched
            ]
            times = [one.newest for one in looks if one.newest]
            one = Programme(
                name,
                tuple(boxes),
                newest=max(times, default=None),
                known=sum(x.known for x in looks),
                older=sum(x.older for x in looks),
            )
            self._check(engine, one)
            with reading(engine) as connection:
                one.waiting = outgoing.waiting(connection, name, self.until)
            yield one, merge(*(x.arrivals() for x in looks), key=attrgetter("received"))

    def _check(self, engine: Engine, one: Programme) -> None:
        """Refuse an end that lies before what is known to have happened."""
        with reading(engine) as connection:
            last = recovered.last_line(connection, one.name)
        for at, what in ((one.newest, "handled a mail of"), (last, "has records up to")):
            if at is not None and at > self.until:
                ends = f"--until is {self.until.isoformat()}, but {one.name} {what}"
                raise SettingsError([f"{ends} {at.isoformat()}; expected a later time"])

    def _line(self, engine: Engine, name: str, key: bytes) -> Line:
        made = line(self._settings, name, engine, templates_of(self._settings, name), key)
        own = self._settings.programme[name]
        book = made.book if own.send == "never" else replace(made.book, letters=recovered.PRESUMED)
        keys = Keys(lambda: self._now)
        verifier = Verifier(keys, own.dkim_bits) if own.verify == "dkim" else None
        return replace(made, book=book, desk=Desk(engine, book), signatures=verifier)

    def _rebuild(
        self,
        engine: Engine,
        played: Line,
        one: Programme,
        arrivals: Iterator[kept.Arrival],
        progress: Progress,
    ) -> None:
        with writing(engine) as connection:
            one.waiting = outgoing.presume(connection, one.name, self.until)
        with reading(engine) as connection:
            now = recovered.last_line(connection, one.name)
        if now is not None:
            _work(played, now)  # What waited when the backup was made.
        for arrival in arrivals:
            before, now = now, max(now or arrival.received, arrival.received)
            _deadlines(engine, played, before or now, now)
            recovered.recognise(engine, played.book, parse(arrival.data), now)
            one.stored += kept.store(engine, arrival)
            _work(played, now)
            progress(one.stored, now)
        for pause in AGAIN:
            _work(played, self.until + pause)
        _deadlines(engine, played, now or self.until, self.until)
        with reading(engine) as connection:
            if played.desk.paused() is None:
                one.left = recovered.waiting(connection, one.name)
            one.late = outgoing.presumed(connection, one.name, one.newest or self.until)
        if one.stored or one.waiting:
            recovered.note(played.desk, one.name, self.until, _words(one, self.until))


def _work(played: Line, now: datetime) -> None:
    while played.work(now, BATCH):
        pass


def _deadlines(engine: Engine, played: Line, since: datetime, until: datetime) -> None:
    """Meet the deadlines from one instant up to another, each as of when it came."""
    now: datetime | None = since
    while now is not None and now <= until:
        rounds = 0
        while played.due(now, BATCH):
            rounds += 1
            if rounds == MOST_ROUNDS:
                raise MailerError(f"the deadlines of {now.isoformat()} come to no end")
        with reading(engine) as connection:
            now = recovered.next_due(connection, played.book.programme, now)


def _words(one: Programme, until: datetime) -> str:
    return (
        f"the records were rebuilt up to {until:%Y-%m-%d %H:%M} UTC from a backup and the mailbox: "
        f"{one.stored} mails were worked off again, and {one.waiting} letters that waited when the "
        "backup was made were not sent again"
    )


def _head(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n\n"
