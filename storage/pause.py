"""Which programmes are paused: kept in the database, so that it holds for every process and start.

Works inside the caller's transaction. Letters of a paused programme are not taken by any courier
(`storage.outbox`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Table, bindparam, null, select, update

from storage import bulk
from storage.tables import LetterRow, PauseRow

PAUSE: Table = PauseRow.__table__  # type: ignore[attr-defined]
_LETTER: Table = LetterRow.__table__  # type: ignore[attr-defined]
_PAUSED = select(PAUSE).where(PAUSE.c.programme == bindparam("programme"))


@dataclass(frozen=True, slots=True)
class PauseLine:
    """Since when a programme is paused, by whom (a person's id, "" for the operator), and why."""

    programme: str
    since: datetime
    by: str
    reason: str


def paused(connection: Connection, programme: str) -> PauseLine | None:
    """Return the pause of a programme, None where it works."""
    row = connection.execute(_PAUSED, {"programme": programme}).first()
    return PauseLine(*row) if row else None


def every(connection: Connection, programmes: Collection[str]) -> list[PauseLine]:
    """Return the pauses of these programmes."""
    query = select(PAUSE).where(PAUSE.c.programme.in_(programmes)).order_by(PAUSE.c.programme)
    return [PauseLine(*row) for row in connection.execute(query)]


def begin(connection: Connection, pause: PauseLine) -> None:
    """Pause a programme; one that is paused already stays as it is."""
    row = {
        "programme": pause.programme,
        "since": pause.since,
        "by": pause.by,
        "reason": pause.reason,
    }
    bulk.insert_new(connection, PAUSE, [row])


def end(connection: Connection, programme: str, give_up: datetime) -> None:
    """Let a programme work again; letters that waited get as long as new ones, until `give_up`."""
    connection.execute(PAUSE.delete().where(PAUSE.c.programme == programme))
    waits = (_LETTER.c.programme == programme) & _LETTER.c.state.in_(("queued", "unknown"))
    later = _LETTER.c.give_up.is_not(None) & (_LETTER.c.give_up < give_up)
    connection.execute(update(_LETTER).where(waits & later).values(give_up=give_up))
    # What a courier had taken when the pause came is free again at once.
    queued = (_LETTER.c.programme == programme) & (_LETTER.c.state == "queued")
    connection.execute(update(_LETTER).where(queued).values(lease_until=null()))
