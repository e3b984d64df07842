"""What a recovery (B15) asks of the records of one programme, and writes beside the line."""

import re
from datetime import datetime

from sqlalchemy import Connection, Engine, func, or_, select, update

from mailer.parse.model import Message
from mailer.record import ledger
from mailer.record.book import Book
from mailer.record.desk import Desk
from mailer.record.foreseen import next_due
from mailer.record.load import table
from mailer.record.threads import Clue, clue_of
from mailer.rules.ids import derive
from mailer.trust import token
from storage.engine import writing
from storage.inbox import waiting

__all__ = ["begun", "last_line", "next_due", "note", "recognise", "waiting"]

PRESUMED = "presumed"
"""The state of a letter of which nobody knows whether it left; it is not sent by itself."""


def begun(connection: Connection, programme: str) -> datetime | None:
    """Return when the oldest mail was received, or the ledger began if that was earlier."""
    mail, event = table("inbox").c, table("event").c
    oldest = select(func.min(mail.received, type_=mail.received.type))
    first = select(func.min(event.at, type_=event.at.type))
    found = (
        connection.execute(oldest.where(mail.programme == programme)).scalar(),
        connection.execute(first.where(event.programme == programme)).scalar(),
    )
    return min((one for one in found if one), default=None)


def last_line(connection: Connection, programme: str) -> datetime | None:
    """Return when the newest line of the ledger was written, None where there is none."""
    event = table("event").c
    query = select(func.max(event.at, type_=event.at.type)).where(event.programme == programme)
    found: datetime | None = connection.execute(query).scalar()
    return found


def recognise(engine: Engine, book: Book, message: Message, received: datetime) -> bool:
    """Note that the letter which a mail answers has left; return whether there was one to note.

    A letter that rests on a time of day (a day for objections) was written a second earlier or
    later than the first time, and so has another id. The mail carries the token of the first one,
    which is a keyed hash of the id that stands in its Message-ID: so it is our own, and the letter
    of that subject to that address takes its id back. Where nothing fits, nothing is changed.
    """
    clue = clue_of(message, book, received)
    if not (clue.tokens or clue.letters):
        return False
    letter = table("letter")
    with writing(engine) as connection:
        known = select(letter.c.id, letter.c.state).where(
            letter.c.programme == book.programme,
            or_(letter.c.token_hash.in_(clue.tokens), letter.c.id.in_(clue.letters)),
        )
        rows = connection.execute(known).all()
        names = [row.id for row in rows if row.state == PRESUMED]
        values = {"state": "sent", "reply": "", "sent": letter.c.created}
        if not rows and (first := _first_id(book, clue)):
            names = _written_again(connection, book, message, received)
            secret = token.make(book.key, first)
            own = token.message_id(first, book.programme, book.policy.address)
            again = {"id": first, "message_id": own, "token_hash": token.hashed(secret)}
            values |= again
        if names:
            change = update(letter).where(letter.c.id.in_(names))
            connection.execute(change.values(**values))
    return bool(names)


def _first_id(book: Book, clue: Clue) -> str | None:
    """Return the id of the letter that a mail answers, where its token proves it."""
    form = re.compile(rf"<([a-z2-7]{{16}})\.{re.escape(book.programme)}@[^>]*>")
    named = (found[1] for one in clue.message_ids if (found := form.fullmatch(one)))
    proven = (x for x in named if token.hashed(token.make(book.key, x)) in clue.tokens)
    return next(proven, None)


def _written_again(
    connection: Connection, book: Book, message: Message, received: datetime
) -> list[str]:
    """Return the id of the letter that somebody has in mind, as it was written the second time."""
    letter = table("letter").c
    query = (
        select(letter.id, letter.subject)
        .where(
            letter.programme == book.programme,
            letter.state == PRESUMED,
            letter.token_hash.is_not(None),
            letter.created <= received,
            letter.address == (message.sender.email if message.sender else ""),
        )
        .order_by(letter.created.desc(), letter.place.desc())
    )
    subject = " ".join(message.subject.split())
    rows = connection.execute(query).all()
    return [row.id for row in rows if subject.endswith(" ".join(row.subject.split()))][:1]


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
