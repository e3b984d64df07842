"""Letters that leave the outbox all at once without a mail server: kept back, or as if sent."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Table, null, select, update

from storage.outbox import LetterLine
from storage.tables import LetterRow

_LETTER: Table = LetterRow.__table__  # type: ignore[attr-defined]
_C = _LETTER.c
SUSPENDED = "letters to this address are suspended: they came back"
"""The reason that stands with a letter which is held back so."""
_LINE = [_C[name] for name in LetterLine.__dataclass_fields__]


def withhold(connection: Connection, programmes: Collection[str]) -> int:
    """Keep back whatever waits in the outboxes of these programmes; return how many letters."""
    waits = _C.programme.in_(programmes) & _C.state.in_(("queued", "unknown"))
    change = update(_LETTER).where(waits).values(state="withheld", lease_until=null())
    return connection.execute(change).rowcount


def as_sent(connection: Connection, programme: str, now: datetime) -> list[LetterLine]:
    """Take every letter that is due as if it had been sent; return them in their order."""
    due = (_C.programme == programme) & (_C.state == "queued") & (_C.not_before <= now)
    order = (_C.not_before, _C.created, _C.place, _C.id)
    rows = connection.execute(select(*_LINE).where(due).order_by(*order)).all()
    if rows:
        connection.execute(update(_LETTER).where(due).values(state="sent", sent=now))
    return [LetterLine(*row) for row in rows]


def hold(connection: Connection, programme: str, addresses: Collection[str], now: datetime) -> None:
    """Hold back the letters that wait for addresses which are suspended from now on.

    A letter that a courier has taken is left alone: what the mail server said to it, often the
    very refusal that suspends its address, is recorded by the courier.
    """
    if addresses:
        waits = (_C.programme == programme) & _C.address.in_(addresses) & (_C.state == "queued")
        free = _C.lease_until.is_(None) | (_C.lease_until <= now)
        held = {"state": "suppressed", "reply": SUSPENDED, "lease_until": null()}
        connection.execute(update(_LETTER).where(waits & free).values(**held))
