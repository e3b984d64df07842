"""The trail (B14): a running hash over each programme's ledger, by which a later change shows.

Line n carries `hash`, the SHA-256 of the hash before it, of its columns and of `digest`; and that
is the SHA-256 of a salt of its own and of its words (`text`, `details`). So words can be erased and
the chain stays whole: the digest remains, the salt goes, and nobody can guess words against it.
Each rewriting is a line of its own, of the kind "erasure", with the digest of what remains.

The hash and place of the last line are kept apart in the table `trail`. Everything here works
inside the caller's transaction, under the programme's lock.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select, update
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata
from storage import bulk

Row = Mapping[str, Any]

ERASURE = "erasure"
"""The kind of a line which says that another one was rewritten, and what remains of it."""
BATCH = 500
"""Lines that are in memory at a time."""
_CHAINED = ("place", "id", "programme", "at", "kind", "name", "case_id", "person", "inbox", "news")
_FORM = "mailer trail 1"
"""Names this way of hashing; another one would have another name."""


def event_table() -> Table:
    return SQLModel.metadata.tables["event"]


def trail_table() -> Table:
    return SQLModel.metadata.tables["trail"]


# Built once: building a statement takes longer than carrying it out.
_KNOWN = select(event_table().c.id).where(event_table().c.id.in_(bindparam("ids", expanding=True)))
_ENDS = trail_table().c
_HEAD = select(_ENDS.place, _ENDS.hash).where(_ENDS.programme == bindparam("programme"))


def genesis(programme: str) -> str:
    """Return the hash that stands before the first line of a programme."""
    return _hashed(_FORM, programme)


def words_digest(salt: str, row: Row) -> str:
    """Return the digest of a line's words: what erasing takes away."""
    return _hashed(salt, row["text"], row["details"])


def linked(before: str, row: Row, digest: str) -> str:
    """Return the hash of a line from the hash before it and the digest of its words."""
    return _hashed(before, *(row[name] for name in _CHAINED), digest)


def _hashed(*values: Any) -> str:
    return hashlib.sha256(_JSON.encode(values).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Return an instant as both databases give it back: in UTC, to the microsecond."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    raise TypeError(f"{type(value).__name__} cannot stand in the ledger")


_JSON = json.JSONEncoder(default=_plain, sort_keys=True)  # Made once: two are needed for a line.


def seal(before: str, row: Row, place: int) -> dict[str, Any]:
    """Return a line with its place, salt, digest and hash."""
    placed = {**row, "place": place}
    salt = secrets.token_hex(16)
    digest = words_digest(salt, placed)
    sealing = {"salt": salt, "digest": digest, "hash": linked(before, placed, digest)}
    return {**placed, **sealing, "rewritten": None}


def append(connection: Connection, programme: str, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Add lines to the ledger, sealed, and return them; a line that is there already is left out.

    It costs three statements, however many lines there are.
    """
    fresh: dict[str, Row] = {}
    for row in rows:
        fresh.setdefault(row["id"], row)
    for known in _known(connection, list(fresh)):
        del fresh[known]
    if not fresh:
        return []
    place, before = _end(connection, programme)
    sealed = []
    for row in fresh.values():
        place += 1
        sealed.append(seal(before, row, place))
        before = sealed[-1]["hash"]
    connection.execute(event_table().insert(), sealed)
    end = {"programme": programme, "place": place, "hash": before}
    bulk.put(connection, trail_table(), [end])
    return sealed


def _known(connection: Connection, ids: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(ids), BATCH):
        yield from connection.execute(_KNOWN, {"ids": ids[start : start + BATCH]}).scalars()


def head(connection: Connection, programme: str) -> tuple[int, str] | None:
    """Return place and hash of the last line as they are kept apart; None before the first."""
    row = connection.execute(_HEAD, {"programme": programme}).first()
    return (row.place, row.hash) if row else None


def _end(connection: Connection, programme: str) -> tuple[int, str]:
    """Return where the next line follows on.

    Where lines are there and the head is not, somebody took it away: one place is left out, so
    that the gap goes on telling of it.
    """
    if found := head(connection, programme):
        return found
    columns = event_table().c
    last = select(func.max(columns.place)).where(columns.programme == programme)
    place = connection.execute(last).scalar()
    return (place + 1 if place else 0), genesis(programme)


def lines(connection: Connection, programme: str) -> Iterator[Row]:
    """Yield every line in its order; `remains` is what the line that rewrote it says of it.

    A few hundred of them are in memory at a time, whatever the length of the ledger.
    """
    event = event_table()
    by = event.alias("by")
    query = (
        select(event, by.c.kind.label("by_kind"), by.c.details.label("remains"))
        .outerjoin(by, (by.c.programme == event.c.programme) & (by.c.place == event.c.rewritten))
        .where(event.c.programme == programme)
        .order_by(event.c.place)
        .limit(BATCH)
    )
    batch = connection.execute(query).mappings().all()
    while batch:
        yield from map(dict, batch)
        more = query.where(event.c.place > batch[-1]["place"])
        batch = connection.execute(more).mappings().all()


def has_own_words(row: Row) -> bool:
    """Say whether a line's words are those that were sealed, or what an erasure left of them."""
    expected = row["digest"]
    if row["rewritten"] is not None:
        remains = row["remains"] or {}
        named = row["by_kind"] == ERASURE and remains.get("of") == row["place"]
        later = row["rewritten"] > row["place"]
        expected = remains.get("remains") if named and later else None
    return bool(words_digest(row["salt"], row) == expected)


def rewrite(
    connection: Connection,
    programme: str,
    cleaned: Callable[[Row], tuple[str, Any]],
    now: datetime,
) -> int:
    """Take words out of lines, and seal what remains; return how many lines changed.

    `cleaned` returns text and details as they shall be. A line whose words were tampered with
    before loses them too, but is not sealed anew: that it was changed goes on showing.
    """
    end, _ = _end(connection, programme)
    changes: list[dict[str, Any]] = []
    told: list[dict[str, Any]] = []
    for row in lines(connection, programme):
        if row["kind"] == ERASURE:
            continue
        text, details = cleaned(row)
        if (text, details) == (row["text"], row["details"]):
            continue
        left = {"text": text, "details": details}
        salt, rewritten = row["salt"], row["rewritten"]
        if has_own_words(row):
            salt = secrets.token_hex(16)
            told.append(_erasure(row, words_digest(salt, left), now))
            rewritten = end + len(told)
        changes.append({"seq": row["seq"], "salt": salt, "rewritten": rewritten, **left})
    _write(connection, changes)
    append(connection, programme, told)
    return len(changes)


def _write(connection: Connection, changes: Sequence[Row]) -> None:
    if not changes:
        return
    event = event_table()
    names = ("text", "details", "salt", "rewritten")
    values = {name: bindparam(f"b_{name}", type_=event.c[name].type) for name in names}
    own = update(event).where(event.c.seq == bindparam("b_seq")).values(**values)
    connection.execute(own, [{f"b_{k}": value for k, value in row.items()} for row in changes])


def _erasure(row: Row, remains: str, now: datetime) -> dict[str, Any]:
    return {
        "id": _hashed(ERASURE, row["id"], remains)[:32],
        "programme": row["programme"],
        "at": now,
        "kind": ERASURE,
        "name": "erased",
        "case_id": None,
        "person": None,
        "inbox": None,
        "text": "",
        "details": {"of": row["place"], "remains": remains},
        "news": False,
    }
