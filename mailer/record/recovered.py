"""What a recovery (B15) asks of the records of one programme, and the line it leaves there."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from mailer.record import ledger
from mailer.record.desk import Desk
from mailer.record.foreseen import next_due
from mailer.record.load import table
from mailer.rules.ids import derive
from storage.inbox import waiting

__all__ = ["last_line", "next_due", "note", "waiting"]


def last_line(connection: Connection, programme: str) -> datetime | None:
    """Return when the newest line of the ledger was written, None where there is none."""
    event = table("event").c
    query = select(func.max(event.at, type_=event.at.type)).where(event.programme == programme)
    found: datetime | None = connection.execute(query).scalar()
    return found


def note(desk: Desk, programme: str, until: datetime, words: str) -> None:
    """Write into the ledger, and so into the next digest, that records were rebuilt."""
    with desk.unit(until) as unit:
        unit.log(
            {
                **ledger.EMPTY,
                "id": derive("recovered", programme, until.isoformat()),
                "at": until,
                "kind": "note",
                "name": "recovered",
                "text": words,
                "news": True,
            }
        )
        unit.keep()
