"""Letters that leave the outbox all at once without a mail server: kept back, or as if sent."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, null, select, update

from storage.outbox import LetterLine
from storage.tables import LetterRow

_LETTER: Table = LetterRow.__table__  # type: ignore[attr-defined]
_C = _LETTER.c
SUSPENDED = "letters to this address are suspended: they came back"
"""The reason that stands with a letter which is held back so."""
PRESUMED = "it waited when the backup was made, and has left since in all likelihood"
"""The reason that stands with a letter which is not sent again after a recovery."""
_LINE = [_C[name] for name in LetterLine.__dataclass_fields__]


def withhold(connection: Connection, programmes: Collection[str]) -> int:
    """Keep back whatever waits in the outboxes of these programmes; return how many letters."""
    waits = _C.programme.in_(programmes) & _C.state.in_(("queued", "unknown"))
    change = update(_LETTER).where(waits).values(state="withheld", lease_until=null())
    return connection.execute(change).rowcount


def waiting(connection: Connection, programme: str, until: datetime) -> int:
    """Return how many letters of a programme were to leave up to an instant and have not."""
    return connection.execute(select(func.count()).where(_left(programme, until))).scalar_one()


def presume(connection: Connection, programme: str, until: datetime) -> int:
    """Take what waits in an old outbox as if it had left up to an instant; return how many letters.

    It is for an outbox that a backup brought back: nobody knows any more what became of them.
    """
    values = {"state": "presumed", "reply": PRESUMED, "lease_until": null()}
    return connection.execute(
        update(_LETTER).where(_left(programme, until)).values(values)
    ).rowcount


def presumed(connection: Connection, programme: str, since: datetime) -> list[LetterLine]:
    """Return the letters that are presumed to have left and were written after an instant."""
    where = (_C.programme == programme, _C.state == "presumed", _C.created > since)
    rows = connection.execute(select(*_LINE).where(*where).order_by(_C.created, _C.place, _C.id))
    return [LetterLine(*row) for row in rows]


def _left(programme: str, until: datetime) -> Any:
    waits = _C.state.in_(("queued", "sending", "unknown")) & (_C.not_before <= until)
    return (_C.programme == programme) & waits


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
