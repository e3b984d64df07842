"""Which letter of ours a mail answers: by its reply token first, then by its references."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, or_, select

from mailer.parse.model import Message
from mailer.record import convert
from mailer.record.load import table
from mailer.rules.records import Sent
from mailer.trust import token

MOST_IDS = 20
"""Message-IDs by which a thread is looked for, the nearest first; a mail may name thousands."""


@dataclass(frozen=True, slots=True)
class Clue:
    """What one mail shows of its thread: hashed tokens and message-ids, the nearest first.

    `received` is when we got it: what came in time is in time, however late it is handled.
    """

    tokens: tuple[str, ...] = ()
    message_ids: tuple[str, ...] = ()
    received: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The letter that a mail answers, and the case that its thread belongs to."""

    sent: Sent | None = None
    case: str | None = None


def clue(message: Message, own: str, received: datetime | None = None) -> Clue:
    """Return what a mail to our `own` address, received at a time, shows of its thread."""
    reached = [*(address.email for address in message.recipients), *message.received_by]
    returned = message.report.message_id if message.report else None
    ids = (*((returned,) if returned else ()), *message.in_reply_to, *message.references[::-1])
    nearest = tuple(dict.fromkeys(ids))[:MOST_IDS]
    return Clue(token.found_in(reached, own), nearest, received)


def threads(
    connection: Connection, programme: str, clues: Sequence[Clue], now: datetime
) -> list[Found]:
    """Return what is found for each clue, with two queries for all.

    A token is proof of its letter. References are a hint that links, and give no right.
    """
    tokens = {token for clue in clues for token in clue.tokens}
    ids = {message_id for clue in clues for message_id in clue.message_ids}
    if not tokens and not ids:
        return [Found() for _ in clues]
    letters = _letters(connection, programme, tokens, ids)
    cases = _cases(connection, programme, ids)
    return [_find(clue, letters, cases, clue.received or now) for clue in clues]


def _find(
    clue: Clue, letters: Mapping[str, RowMapping], cases: Mapping[str, str], now: datetime
) -> Found:
    for hashed in clue.tokens:
        if row := letters.get(hashed):
            return Found(_sent(row, now, by_token=True), row["case_id"])
    for message_id in clue.message_ids:
        if row := letters.get(message_id):
            return Found(_sent(row, now, by_token=False), row["case_id"])
    known = (cases[message_id] for message_id in clue.message_ids if message_id in cases)
    return Found(case=next(known, None))


def _sent(row: RowMapping, now: datetime, *, by_token: bool) -> Sent:
    expires = row["token_expires"]
    return Sent(
        letter=row["id"],
        person=row["person"],
        template=row["template"],
        subject=row["subject"],
        at=row["created"],
        asks=convert.asks_from(row["asks"]),
        case=row["case_id"],
        by_token=by_token,
        expired=expires is not None and expires < now,
        reminder=row["reminder"],
    )


def _letters(
    connection: Connection, programme: str, tokens: Collection[str], ids: Collection[str]
) -> dict[str, RowMapping]:
    letter = table("letter").c
    columns: list[Any] = [
        letter.id,
        letter.person,
        letter.template,
        letter.subject,
        letter.created,
        letter.asks,
        letter.case_id,
        letter.token_hash,
        letter.token_expires,
        letter.message_id,
        letter.reminder,
    ]
    query = select(*columns).where(
        letter.programme == programme,
        or_(letter.token_hash.in_(tokens), letter.message_id.in_(ids)),
    )
    found: dict[str, RowMapping] = {}
    for row in connection.execute(query).mappings():
        found[row["message_id"]] = row
        if row["token_hash"]:
            found[row["token_hash"]] = row
    return found


def _cases(connection: Connection, programme: str, ids: Collection[str]) -> dict[str, str]:
    inbox = table("inbox").c
    query = select(inbox.message_id, inbox.case_id).where(
        inbox.programme == programme, inbox.message_id.in_(ids), inbox.case_id.is_not(None)
    )
    return {row.message_id: row.case_id for row in connection.execute(query)}
