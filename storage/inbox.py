"""The inbox queue: bytes are kept here before a mail server is told that they arrived.

A mail enters once (`store`), is claimed for a while (`claim`), and ends in a named outcome
(`finish`). All functions work inside the caller's transaction; nothing here commits.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.fingerprint import canonical_hash, message_id
from storage.inbox_statements import (
    ATTEMPTS,
    FINISH,
    INBOX,
    MAX_ATTEMPTS,
    OLDEST,
    TAKE,
    TWINS,
    C,
)
from storage.mails import Arrival, ClaimedMail, MailSummary, Result

__all__ = [
    "Arrival",
    "C",
    "ClaimedMail",
    "MailSummary",
    "Result",
    "canonical_hash",
    "claim",
    "earlier_twin",
    "finish",
    "known_uids",
    "listing",
    "message_id",
    "oldest",
    "park",
    "read",
    "release",
    "relink",
    "replay",
    "still_claimed",
    "store",
    "waiting",
    "worn_out",
]

SUMMARY = tuple(column for column in C if column.name != "data")

DIED = f"{MAX_ATTEMPTS} times the service died, or was ended, while it had this mail in hand"
CLAIM_BYTES = 32 * 1024 * 1024


def store(connection: Connection, arrivals: Iterable[Arrival]) -> list[int]:
    """Keep mails and return the ids of those that are new, in order.

    A known (mailbox, uidvalidity, uid) is skipped. The outcome of a mail that is too large is known
    at once; it waits all the same, for its writer is told.
    """
    rows = [_row(arrival) for arrival in arrivals]
    if not rows:
        return []
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = (
        dialect.insert(INBOX)
        .on_conflict_do_nothing(index_elements=["mailbox", "uidvalidity", "uid"])
        .returning(C.id)
    )
    return sorted(connection.execute(statement, rows).scalars())


def _row(arrival: Arrival) -> dict[str, Any]:
    large = arrival.too_large
    return {
        "programme": arrival.programme,
        "source": arrival.source,
        "mailbox": arrival.mailbox,
        "uidvalidity": arrival.uidvalidity,
        "uid": arrival.uid,
        "envelope_from": arrival.envelope_from,
        "envelope_to": list(arrival.envelope_to),
        "received": arrival.received,
        "size": len(arrival.data) if arrival.size is None else arrival.size,
        "sha256": canonical_hash(arrival.data),
        "message_id": message_id(arrival.data),
        "state": "received",
        "outcome": "too_large" if large else None,
        "reason": "larger than the limit; only its header was kept" if large else "",
        "attempts": 0,
        "intents": [],
        "done": None,
        "data": arrival.data,
    }


def known_uids(
    connection: Connection, mailbox: str, uidvalidity: int, among: Sequence[int] | None = None
) -> set[int]:
    """Return the UIDs stored for this mailbox and UIDVALIDITY.

    With `among`, only the range from its lowest to its highest is read: a folder that is emptied
    by moving stays small, while what was ever stored grows.
    """
    query = select(C.uid).where(C.mailbox == mailbox, C.uidvalidity == uidvalidity)
    if among is not None:
        if not among:
            return set()
        query = query.where(C.uid.between(min(among), max(among)))
    return set(connection.execute(query).scalars())


def relink(connection: Connection, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """After a changed UIDVALIDITY: give rows their new UID, and return the mails with no row.

    Mails are matched by canonical hash within their mailbox, one row for one mail, oldest first.
    A matched row keeps its state, so that nothing is handled twice.
    """
    hashes = [canonical_hash(arrival.data) for arrival in arrivals]
    if not arrivals:
        return []
    first = arrivals[0]
    query = (
        select(C.id, C.sha256)
        .where(C.programme == first.programme, C.sha256.in_(set(hashes)))
        .where(C.mailbox == first.mailbox, C.uidvalidity != first.uidvalidity)
        .order_by(C.id)
    )
    rows: dict[str, deque[int]] = defaultdict(deque)
    for row in connection.execute(query):
        rows[row.sha256].append(row.id)
    unknown: list[Arrival] = []
    links: list[dict[str, Any]] = []
    for arrival, digest in zip(arrivals, hashes, strict=True):
        if rows[digest]:
            found = rows[digest].popleft()
            links.append({"row": found, "v": arrival.uidvalidity, "u": arrival.uid})
        else:
            unknown.append(arrival)
    if links:
        change = update(INBOX).where(C.id == bindparam("row"))
        connection.execute(change.values(uidvalidity=bindparam("v"), uid=bindparam("u")), links)
    return unknown


def claim(
    connection: Connection,
    programme: str,
    now: datetime,
    limit: int,
    lease: timedelta,
    *,
    max_bytes: int = CLAIM_BYTES,
    after: int = 0,
) -> list[ClaimedMail]:
    """Take the oldest waiting mails for `lease`, and count the attempt.

    Commit before parsing: then a mail that kills its process is counted all the same. Such a mail
    takes no other down with it, because a mail that was tried before comes alone. `max_bytes`
    bounds a batch; a single mail may exceed it. Only mails numbered `after` it are taken.
    """
    values = {"b_programme": programme, "b_now": now, "b_after": after, "b_limit": limit}
    ids: list[int] = []
    total = 0
    for row in connection.execute(OLDEST, values).all():
        total += row.size
        if ids and (row.attempts or total > max_bytes):
            break
        ids.append(row.id)
        if row.attempts:
            break
    if not ids:
        return []
    taken = connection.execute(TAKE, {"b_ids": ids, "b_until": now + lease})
    mails = [ClaimedMail(**_plain(row)) for row in taken.mappings()]
    return sorted(mails, key=lambda mail: mail.id)


def _free(now: datetime) -> Any:
    return or_(C.lease_until.is_(None), C.lease_until <= now)


def _plain(row: Any) -> dict[str, Any]:
    lists = {name: tuple(row[name] or ()) for name in ("envelope_to", "intents") if name in row}
    return {**row, **lists}


def _worn_out(programme: str, now: datetime) -> Any:
    tried = and_(C.programme == programme, C.state == "received", C.attempts >= MAX_ATTEMPTS)
    return and_(tried, _free(now))


def worn_out(connection: Connection, programme: str, now: datetime) -> bool:
    """Say whether there is a mail to park; this needs no lock."""
    query = select(C.id).where(_worn_out(programme, now)).limit(1)
    return connection.execute(query).first() is not None


def park(connection: Connection, programme: str, now: datetime) -> list[MailSummary]:
    """Park what was tried `MAX_ATTEMPTS` times and is in nobody's hands; return it once."""
    change = (
        update(INBOX)
        .where(_worn_out(programme, now))
        .values(
            state="parked",
            outcome="quarantined",
            # A failure left its words; where there are none, nobody was left to write them.
            reason=func.coalesce(func.nullif(C.reason, ""), DIED),
            lease_until=None,
            done=now,
        )
        .returning(*SUMMARY)
    )
    mails = [MailSummary(**_plain(row)) for row in connection.execute(change).mappings()]
    return sorted(mails, key=lambda mail: mail.id)


def still_claimed(connection: Connection, mails: Sequence[ClaimedMail]) -> set[int]:
    """Return the ids nobody else has claimed or finished since; ask under the programme's lock."""
    attempts = {mail.id: mail.attempts for mail in mails}
    rows = connection.execute(ATTEMPTS, {"b_ids": list(attempts)})
    return {row.id for row in rows if attempts[row.id] == row.attempts}


def finish(connection: Connection, results: Sequence[Result]) -> None:
    """Write what became of mails, and give their leases back."""
    rows = [
        {
            "row": result.id,
            "new_state": result.state,
            "new_outcome": result.outcome,
            "new_reason": result.reason,
            "new_person": result.person,
            "new_case_id": result.case_id,
            "new_intents": list(result.intents),
            "new_done": result.done,
        }
        for result in results
    ]
    if not rows:
        return
    connection.execute(FINISH, rows)


def release(
    connection: Connection,
    ids: Sequence[int],
    *,
    until: datetime | None = None,
    reason: str = "",
    tried: bool = True,
) -> None:
    """Give leases back. `until` keeps the mails unclaimed for a while; `reason` says what failed.

    With `tried=False` the attempt is taken back: the mails were not begun (an orderly stop).
    """
    values: dict[str, Any] = {"lease_until": until}
    if reason:
        values["reason"] = reason
    if not tried:
        values["attempts"] = C.attempts - 1
    where = (C.id.in_(ids), C.state == "received", C.attempts > 0)
    connection.execute(update(INBOX).where(*where).values(**values))


def replay(connection: Connection, inbox: int) -> bool:
    """Let a done or parked mail be handled again; False when there is none with its bytes."""
    change = (
        update(INBOX)
        .where(C.id == inbox, C.state.in_(("done", "parked")))
        .where(func.coalesce(C.outcome, "") != "too_large")
        .values(state="received", outcome=None, reason="", attempts=0, lease_until=None, done=None)
    )
    return connection.execute(change).rowcount == 1


def earlier_twin(
    connection: Connection, programme: str, hashes: Iterable[tuple[str, int]]
) -> dict[int, int]:
    """Map the id of each mail, given as (sha256, id), to that of an older row with its hash."""
    pairs = list(hashes)
    digests = list({digest for digest, _ in pairs})
    rows = connection.execute(TWINS, {"b_programme": programme, "b_digests": digests})
    oldest = {row.sha256: row.first for row in rows}
    return {inbox: oldest[digest] for digest, inbox in pairs if oldest.get(digest, inbox) < inbox}


def oldest(connection: Connection, programme: str) -> datetime | None:
    """Return when the oldest mail that waits its turn was received, None without one.

    A mail that is in somebody's hands, or was put off, holds nothing up.
    """
    query = select(func.min(C.received, type_=C.received.type))
    waits = (C.programme == programme, C.state == "received", C.lease_until.is_(None))
    found: datetime | None = connection.execute(query.where(*waits)).scalar()
    return found


def waiting(connection: Connection, programme: str) -> int:
    """Return how many mails wait to be handled, claimed ones included."""
    query = select(func.count()).where(C.programme == programme, C.state == "received")
    return connection.execute(query).scalar_one()


def read(connection: Connection, inbox: int) -> tuple[MailSummary, bytes] | None:
    """Return one mail and its bytes."""
    row = connection.execute(select(INBOX).where(C.id == inbox)).mappings().first()
    if row is None:
        return None
    fields = _plain(row)
    data = fields.pop("data")
    return MailSummary(**fields), data


def listing(
    connection: Connection, programme: str, limit: int, state: str | None = None
) -> list[MailSummary]:
    """Return the newest mails first, without their bytes."""
    query = select(*SUMMARY).where(C.programme == programme).order_by(C.id.desc()).limit(limit)
    if state is not None:
        query = query.where(C.state == state)
    return [MailSummary(**_plain(row)) for row in connection.execute(query).mappings()]
