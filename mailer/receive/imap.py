r"""Polling one IMAP folder: every mail into the database once, then out of the way.

State lives in the database, never in \Seen or in dates: a person who reads or moves mail changes
nothing. The rules are those of mail.md 1.3.
"""

import contextlib
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from mailer.errors import MailerError, Unavailable
from mailer.receive import folder, mailbox
from mailer.receive.account import BROKEN, ImapAccount, connect, disconnect
from mailer.receive.fetched import Shape
from mailer.receive.idle import idle
from mailer.receive.lease import LeaseTaken, acquire, release
from storage import inbox
from storage.engine import writing

RECONCILE_SECONDS = 3600.0
LEASE = timedelta(minutes=5)
WINDOW = 500  # Mails whose sizes are asked for at once.
ROUNDS = 20  # Of looking again in one poll when mail keeps coming.
DEAD_PAUSE = 5.0
REFUSALS = 3  # After so many broken fetches a mail is left alone until the next reconciliation.


@dataclass(frozen=True, slots=True)
class PollResult:
    """What one poll did, in mails. `reconciled`: every UID was compared, not the new ones alone.

    `renumbered` tells of a changed UIDVALIDITY and `relinked` how many mails were known by their
    hash. `stuck` mails are stored but could not be moved, or cannot be fetched; `note` says why.
    """

    new: int = 0
    moved: int = 0
    too_large: int = 0
    reconciled: bool = False
    renumbered: bool = False
    relinked: int = 0
    stuck: int = 0
    note: str = ""


class ImapPoller:
    """One poller for one folder; not to be shared between threads.

    With an `owner` it holds a lease while it lives, and a second process refuses to poll.
    """

    def __init__(self, engine: Engine, account: ImapAccount, owner: str = "") -> None:
        self._engine = engine
        self._account = account
        self._owner = owner
        self._client: IMAPClient | None = None
        self._state = mailbox.MailboxState()
        self._uidvalidity = 0
        self._exists = 0
        self._reconciled_at: float | None = None
        self._refusals_since = time.monotonic()
        self._in_flight: Sequence[int] = ()
        self._careful = False
        self._refusals: Counter[int] = Counter()
        self._result = PollResult()
        self._now = datetime.min.replace(tzinfo=UTC)
        self._begun = 0.0

    @property
    def failures(self) -> int:
        """How many polls failed in a row, for `backoff`."""
        return self._state.failures

    def poll(self, now: datetime, stop: threading.Event) -> PollResult:
        """Store every new mail and move it to the processed folder; return what was done.

        `stop` ends it after the batch at hand. Raises LeaseTaken when another process polls,
        LoginRefused when a person must look, Unavailable when trying again later may help.
        """
        self._now, self._begun = now, time.monotonic()
        self._result = PollResult()
        try:
            self._poll_mailbox(stop)
        except OperationalError as error:
            self._drop()
            # It cannot be written down, but the next try must wait all the same.
            self._state = replace(self._state, failures=self._state.failures + 1)
            name = self._account.mailbox
            raise Unavailable(f"{name}: the database is not there: {error.orig}") from error
        self._state = replace(self._state, failures=0)
        self._careful = False
        return self._result

    def _poll_mailbox(self, stop: threading.Event) -> None:
        """Poll, and write down that it went well, or what failed."""
        try:
            self._prepare()
            self._poll(self._connected(), stop)
            self._tell_refused()
        except LeaseTaken:
            self._drop()
            raise
        except (*BROKEN, MailerError) as error:
            raise self._failed(error) from error
        except OperationalError:
            raise
        except BaseException:
            self._drop()  # Whatever it was, the connection may be in the middle of something.
            raise
        with writing(self._engine) as connection:
            mailbox.succeeded(connection, self._account.mailbox, self._now, self._result.note)

    def wait(self, seconds: float, stop: threading.Event) -> bool:
        """Wait until mail is announced (True), or `seconds` went by or `stop` was set (False).

        Poll in either case: an IDLE that looks alive may be dead.
        """
        client = self._client
        try:
            if client is None or not client.has_capability("IDLE"):
                stop.wait(seconds)
                return False
            return idle(client, seconds, stop)
        except BROKEN:
            self._drop()
            stop.wait(min(seconds, DEAD_PAUSE))
            return False

    def close(self) -> None:
        """Log out and give the lease back."""
        if self._client is not None:
            disconnect(self._client)
            self._client = None
        if self._owner:
            with writing(self._engine) as connection:
                release(connection, self._lease, self._owner)

    @property
    def _lease(self) -> str:
        return f"imap:{self._account.mailbox}"

    def _hold_lease(self, connection: Connection) -> None:
        if not self._owner:
            return
        now = self._now + timedelta(seconds=time.monotonic() - self._begun)
        if not acquire(connection, self._lease, self._owner, now, LEASE):
            raise LeaseTaken(f"{self._account.mailbox} is polled by another process")

    def _prepare(self) -> None:
        account = self._account
        with writing(self._engine) as connection:
            self._hold_lease(connection)
            self._state = mailbox.load(connection, account.mailbox, account.programme)

    def _connected(self) -> IMAPClient:
        if self._client is not None:
            try:
                self._client.noop()
            except BROKEN:
                self._drop()  # It died while we waited; that is no failure of this poll.
            else:
                return self._client
        self._client = connect(self._account)
        self._select(self._client)
        self._reconciled_at = None
        return self._client

    def _select(self, client: IMAPClient) -> None:
        untouched = self._account.untouched
        answer = client.select_folder(self._account.inbox, readonly=untouched)
        if b"READ-ONLY" in answer and not untouched:
            raise Unavailable(f"{self._account.mailbox} can only be read; mails cannot be moved")
        if self._uidvalidity != int(answer[b"UIDVALIDITY"]):
            self._uidvalidity = int(answer[b"UIDVALIDITY"])
            self._refusals.clear()
        self._exists = int(answer[b"EXISTS"])

    def _poll(self, client: IMAPClient, stop: threading.Event) -> None:
        since = self._reconciled_at
        if since is None or self._begun - since >= RECONCILE_SECONDS:
            self._reconcile(client, stop)
        for _round in range(ROUNDS):
            if stop.is_set():
                return
            uids, announced = folder.uids_after(client, self._state.last_uid)
            uids = [uid for uid in uids if self._refusals[uid] < REFUSALS]
            self._take(client, uids, stop)
            if not uids and not announced:
                return
            client.noop()  # FETCH and SEARCH see only what was announced.

    def _reconcile(self, client: IMAPClient, stop: threading.Event) -> None:
        if self._reconciled_at is not None:
            self._select(client)
        if self._begun - self._refusals_since >= RECONCILE_SECONDS:
            self._refusals.clear()
            self._refusals_since = self._begun
        known_validity = self._state.uidvalidity
        renumbered = known_validity not in {None, self._uidvalidity}
        uids = sorted(folder.all_uids(client, self._exists))
        with writing(self._engine) as connection:
            known = inbox.known_uids(connection, self._account.mailbox, self._uidvalidity, uids)
        self._result = replace(self._result, renumbered=renumbered, reconciled=True)
        self._move(client, [uid for uid in uids if uid in known])
        new = [uid for uid in uids if uid not in known and self._refusals[uid] < REFUSALS]
        if known_validity != self._uidvalidity:
            self._state = replace(self._state, last_uid=0)
        self._take(client, new, stop, relink=renumbered)
        if stop.is_set():
            return
        self._state = replace(
            self._state,
            uidvalidity=self._uidvalidity,
            last_uid=max([self._state.last_uid, *uids]),
        )
        with writing(self._engine) as connection:
            self._remember(connection)
        self._reconciled_at = time.monotonic()

    def _take(
        self,
        client: IMAPClient,
        uids: Sequence[int],
        stop: threading.Event,
        *,
        relink: bool = False,
    ) -> None:
        account = self._account
        count = 1 if self._careful else account.batch_count
        for start in range(0, len(uids), WINDOW):
            window = folder.shapes(client, uids[start : start + WINDOW])
            limited = {
                uid: min(shape.size, folder.HEADER_LIMIT)
                if shape.size > account.max_size
                else shape.size
                for uid, shape in sorted(window.items())
            }
            for batch in folder.batches(limited, count, account.batch_bytes):
                if stop.is_set():
                    return
                arrivals = self._fetch(client, {uid: window[uid] for uid in batch})
                self._store(arrivals, max(batch), relink=relink)
                self._move(client, [item.uid for item in arrivals if item.uid is not None])

    def _fetch(self, client: IMAPClient, batch: dict[int, Shape]) -> list[inbox.Arrival]:
        limit = self._account.max_size
        self._in_flight = tuple(batch)
        try:
            data = folder.bodies(client, [u for u, shape in batch.items() if shape.size <= limit])
            large = folder.headers(client, [u for u, shape in batch.items() if shape.size > limit])
        except IMAPClientAbortError:
            raise
        except IMAPClientError:
            # One mail the server cannot give must not hold up the others.
            self._in_flight = ()
            if len(batch) > 1:
                single = [self._fetch(client, {uid: shape}) for uid, shape in batch.items()]
                return [arrival for arrivals in single for arrival in arrivals]
            self._refusals[next(iter(batch))] = REFUSALS
            return []
        self._in_flight = ()
        found = data | large
        return [self._arrival(uid, found[uid], batch[uid]) for uid in batch if uid in found]

    def _tell_refused(self) -> None:
        refused = sorted(uid for uid, times in self._refusals.items() if times >= REFUSALS)
        if refused:
            names = ", ".join(map(str, refused[:10]))
            self._add(stuck=len(refused), note=f"the server cannot give UID {names}; look at them")

    def _arrival(self, uid: int, data: bytes, shape: Shape) -> inbox.Arrival:
        return inbox.Arrival(
            programme=self._account.programme,
            source="imap",
            data=data,
            received=min(shape.arrived or self._now, self._now),
            mailbox=self._account.mailbox,
            uidvalidity=self._uidvalidity,
            uid=uid,
            size=shape.size,
            too_large=shape.size > self._account.max_size,
        )

    def _store(self, arrivals: list[inbox.Arrival], last_uid: int, *, relink: bool) -> None:
        with writing(self._engine) as connection:
            self._hold_lease(connection)
            unknown = inbox.relink(connection, arrivals) if relink else arrivals
            ids = inbox.store(connection, unknown)
            if self._state.uidvalidity == self._uidvalidity:
                # Otherwise the folder counts as never polled to the end, and starts afresh.
                self._state = replace(self._state, last_uid=max(last_uid, self._state.last_uid))
                self._remember(connection)
        large = sum(arrival.too_large for arrival in unknown)
        self._add(new=len(ids), too_large=large, relinked=len(arrivals) - len(unknown))

    def _remember(self, connection: Connection) -> None:
        last = self._state.last_uid
        mailbox.stored(connection, self._account.mailbox, self._uidvalidity, last)

    def _move(self, client: IMAPClient, uids: list[int]) -> None:
        if not uids or self._account.untouched:
            return
        try:
            if folder.can_move(client):
                folder.move(client, uids, self._account.processed)
                self._add(moved=len(uids))
            else:
                self._add(stuck=len(uids), note="the server has neither MOVE nor UIDPLUS")
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:
            # They are stored; the next reconciliation moves them.
            note = f"cannot move to {self._account.processed}: {error}"
            self._add(stuck=len(uids), note=note)

    def _add(self, *, note: str = "", **more: int) -> None:
        totals = {name: getattr(self._result, name) + number for name, number in more.items()}
        self._result = replace(self._result, note=note or self._result.note, **totals)

    def _failed(self, error: Exception) -> MailerError:
        if self._in_flight:
            if len(self._in_flight) == 1:
                self._refusals[self._in_flight[0]] += 1
            self._careful, self._in_flight = True, ()
        self._drop()
        fault = (
            error
            if isinstance(error, MailerError)
            else Unavailable(f"{self._account.mailbox}: {error}")
        )
        with writing(self._engine) as connection:
            failures = mailbox.failed(connection, self._account.mailbox, str(fault))
        self._state = replace(self._state, failures=failures)
        return fault

    def _drop(self) -> None:
        # Without LOGOUT: a server that fell silent would be waited for once more.
        if self._client is not None:
            with contextlib.suppress(Exception):
                self._client.shutdown()
            self._client = None
