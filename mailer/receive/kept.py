"""Mails that lie in a mailbox and that the records do not know: what a backup has not seen (B15).

A mail that was stored lies in the processed folder. Moving keeps its INTERNALDATE (RFC 6851, 3.3),
so when it was received is known, and with its size that tells most mails of the records apart
without fetching them; the rest are fetched and compared by their canonical hash.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from imapclient import IMAPClient
from sqlalchemy import Connection, Engine, select

from mailer.errors import Unavailable
from mailer.receive import folder
from mailer.receive.account import BROKEN, ImapAccount, connect, disconnect
from storage import inbox
from storage.engine import reading, writing
from storage.inbox import Arrival

__all__ = ["Arrival", "Kept", "kept", "store"]

WINDOW = 500  # Mails whose sizes are asked for at once.
Key = tuple[int, datetime]


@dataclass(frozen=True, slots=True)
class Lying:
    """A mail in a folder: when it arrived there, and its size in bytes."""

    arrived: datetime
    folder: str
    uidvalidity: int
    uid: int
    size: int

    @property
    def key(self) -> Key:
        return self.size, self.arrived


@dataclass(frozen=True, slots=True)
class Kept:
    """What one account keeps of mails that were handled.

    `newest` is when the newest mail of the processed folder arrived, and `known` counts those that
    the records surely know. `older` ones arrived before the service began, and are not its own.
    """

    newest: datetime | None
    known: int
    older: int
    _unsure: tuple[Lying, ...]  # All others, oldest first.
    _hashes: Counter[str]  # Those of rows that may be among them.
    _client: IMAPClient
    _account: ImapAccount

    def arrivals(self) -> Iterator[Arrival]:
        """Fetch the mails that the records do not know, oldest first, a batch at a time.

        Raises Unavailable where the server breaks off.
        """
        left = Counter(self._hashes)
        account = self._account
        for place, group in groupby(self._unsure, attrgetter("folder")):
            lying = {one.uid: one for one in group}
            limited = {
                uid: min(one.size, folder.HEADER_LIMIT) if self._large(one) else one.size
                for uid, one in lying.items()
            }
            for batch in folder.batches(limited, account.batch_count, account.batch_bytes):
                for arrival in self._fetch(place, [lying[uid] for uid in batch]):
                    digest = inbox.canonical_hash(arrival.data)
                    if left[digest]:
                        left[digest] -= 1
                    else:
                        yield arrival

    def _large(self, one: Lying) -> bool:
        return one.size > self._account.max_size

    def _fetch(self, place: str, batch: Sequence[Lying]) -> list[Arrival]:
        try:
            self._client.select_folder(place, readonly=True)
            data = folder.bodies(self._client, [one.uid for one in batch if not self._large(one)])
            data |= folder.headers(self._client, [one.uid for one in batch if self._large(one)])
        except BROKEN as error:
            raise Unavailable(f"{self._account.name}: {place} cannot be read: {error}") from error
        return [self._arrival(one, data[one.uid]) for one in batch if one.uid in data]

    def _arrival(self, one: Lying, data: bytes) -> Arrival:
        return Arrival(
            programme=self._account.programme,
            source="imap",
            data=data,
            received=one.arrived,
            mailbox=f"{self._account.name}/{one.folder}",
            uidvalidity=one.uidvalidity,
            uid=one.uid,
            size=one.size,
            too_large=self._large(one),
        )


@contextmanager
def kept(
    engine: Engine,
    account: ImapAccount,
    since: datetime | None,
    until: datetime | None,
    now: datetime,
) -> Iterator[Kept]:
    """Look at the folders of an account, which are only read.

    Whatever came into the processed folder from `since` on was handled: people may have kept older
    mails there. So was a mail in the inbox that arrived up
    to `until` (without it, up to the newest of the processed folder): the server could not move
    it, or the service died before. Raises what `connect` raises, and Unavailable.
    """
    client = connect(account)
    try:
        yield _look(engine, client, account, (since, until, now))
    finally:
        disconnect(client)


def _look(
    engine: Engine,
    client: IMAPClient,
    account: ImapAccount,
    times: tuple[datetime | None, datetime | None, datetime],
) -> Kept:
    since, until, now = times
    try:
        every = _lying(client, account.processed, now)
        done = [one for one in every if since is None or one.arrived >= since]
        newest = max((one.arrived for one in done), default=None)
        last = until or newest
        open_ = _lying(client, account.inbox, now) if last else []
    except BROKEN as error:
        raise Unavailable(f"{account.name}: its folders cannot be read: {error}") from error
    handled = [*done, *(one for one in open_ if last and one.arrived <= last)]
    with reading(engine) as connection:
        unsure, hashes = _compare(connection, account.programme, handled)
    known, older = len(handled) - len(unsure), len(every) - len(done)
    return Kept(newest, known, older, tuple(unsure), hashes, client, account)


def _lying(client: IMAPClient, place: str, now: datetime) -> list[Lying]:
    if not client.folder_exists(place):
        return []
    answer = client.select_folder(place, readonly=True)
    validity = int(answer[b"UIDVALIDITY"])
    uids = sorted(folder.all_uids(client, int(answer[b"EXISTS"])))
    found = []
    for start in range(0, len(uids), WINDOW):
        shapes = folder.shapes(client, uids[start : start + WINDOW])
        found += [
            Lying(min(shape.arrived or now, now), place, validity, uid, shape.size)
            for uid, shape in shapes.items()
        ]
    return found


def _compare(
    connection: Connection, programme: str, lying: Sequence[Lying]
) -> tuple[list[Lying], Counter[str]]:
    """Return the mails that no row surely stands for, and the hashes of the rows that are left."""
    there = Counter(one.key for one in lying)
    rows: dict[Key, list[str]] = defaultdict(list)
    hashes: Counter[str] = Counter()
    c = inbox.C
    query = select(c.size, c.received, c.sha256).where(c.programme == programme)
    for size, received, digest in connection.execute(query):
        if (size, received) in there:
            rows[size, received].append(digest)
        else:
            hashes[digest] += 1
    lacking = {key for key, count in there.items() if len(rows[key]) < count}
    for key in lacking:  # Which of several mails of one size and second it is, only the hash says.
        hashes.update(rows[key])
    unsure = [one for one in lying if one.key in lacking]
    return sorted(unsure, key=attrgetter("arrived", "uid")), hashes


def store(engine: Engine, arrival: Arrival) -> bool:
    """Put a mail into the inbox as of when it was received; False where it is there already."""
    with writing(engine) as connection:
        return bool(inbox.store(connection, [arrival]))
