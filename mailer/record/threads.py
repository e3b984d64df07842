"""Which letter of ours a mail answers: by its tokens, then by its references.

A report that names neither is looked for by the address that it speaks of (mail.md 2.3).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, Connection, RowMapping, bindparam, select

from mailer.parse.model import Message
from mailer.record import convert
from mailer.record.book import Book
from mailer.record.load import table
from mailer.rules.records import Sent
from mailer.trust import token

MOST_IDS = 20
"""Message-IDs by which a thread is looked for, the nearest first; a mail may name thousands."""
REPORTED = timedelta(days=7)
"""A report that names an address alone is about the last letter to it, if it is no older."""
_NEVER_LEFT = ("queued", "suppressed", "cancelled", "withheld", "merged")


@dataclass(frozen=True, slots=True)
class Clue:
    """What one mail shows of its thread: hashed tokens and message-ids, the nearest first.

    `letters` are the ids of letters whose bounce address the mail came to, `own` is its own
    Message-ID, and `failed` the address that a report names which shows nothing else.
    `received` is when we got it: what came in time is in time, however late it is handled.
    """

    tokens: tuple[str, ...] = ()
    message_ids: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    own: str | None = None
    failed: str | None = None
    received: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The letter that a mail answers, and the case that its thread belongs to.

    `own` says that the mail is a letter of ours itself.
    """

    sent: Sent | None = None
    case: str | None = None
    own: bool = False


def clue_of(message: Message, book: Book, received: datetime) -> Clue:
    """Return what a mail shows of its thread, the surest first (mail.md 2.3)."""
    own, report = book.policy.address, message.report
    reached = [*(address.email for address in message.recipients), *message.received_by]
    returned = report.message_id if report else None
    ids = (*((returned,) if returned else ()), *message.in_reply_to, *message.references[::-1])
    nearest = tuple(dict.fromkeys(ids))[:MOST_IDS]
    sent_from = (report.sent_from,) if report else ()
    # A report about another letter than ours names another Message-ID, or none.
    bare = report is not None and report.kind == "delivery" and not nearest
    return Clue(
        token.found_in(reached, own),
        nearest,
        token.bounced_in((*reached, *sent_from), own, book.key),
        message.message_id,
        report.recipient if report and bare else None,
        received,
    )


def threads(
    connection: Connection, programme: str, clues: Sequence[Clue], now: datetime
) -> list[Found]:
    """Return what is found for each clue, with a few queries for all.

    A token is proof of its letter. References are a hint that links, and give no right.
    """
    keys = {key for clue in clues for key in (*clue.tokens, *clue.letters)}
    ids = {message_id for clue in clues for message_id in clue.message_ids}
    own = {clue.own for clue in clues if clue.own}
    if not keys and not ids and not own and not any(clue.failed for clue in clues):
        return [Found() for _ in clues]
    letters = _letters(connection, programme, keys, ids | own)
    cases = _cases(connection, programme, ids)
    failed = {clue.failed for clue in clues if clue.failed}
    letters |= _last_to(connection, programme, failed, now - REPORTED) if failed else {}
    return [_find(clue, letters, cases, clue.received or now) for clue in clues]


def _find(
    clue: Clue, letters: Mapping[str, RowMapping], cases: Mapping[str, str], now: datetime
) -> Found:
    own = clue.own is not None and clue.own in letters
    for name, keys in (
        ("token", clue.tokens),
        ("bounce", clue.letters),
        ("", clue.message_ids),
        ("", (clue.failed,) if clue.failed else ()),
    ):
        for key in keys:
            if row := letters.get(key):
                return Found(_sent(row, now, by=name), row["case_id"], own)
    known = (cases[message_id] for message_id in clue.message_ids if message_id in cases)
    return Found(case=next(known, None), own=own)


def _sent(row: RowMapping, now: datetime, *, by: str) -> Sent:
    expires = row["token_expires"]
    return Sent(
        letter=row["id"],
        person=row["person"],
        template=row["template"],
        subject=row["subject"],
        at=row["created"],
        asks=convert.asks_from(row["asks"]),
        case=row["case_id"],
        by_token=by == "token",
        by_bounce=by == "bounce",
        expired=expires is not None and expires < now,
        address=row["address"],
        thread=row["thread"],
        reminder=row["reminder"],
    )


_COLUMNS = ("id", "person", "template", "subject", "created", "asks", "case_id", "token_hash",
            "token_expires", "message_id", "address", "thread", "reminder")  # fmt: skip
# Built once: building a statement takes longer than carrying it out.
_LETTER, _INBOX = table("letter").c, table("inbox").c
_WANTED: BindParameter[str] = bindparam("wanted", expanding=True)
_IDS: BindParameter[str] = bindparam("ids", expanding=True)
_LETTERS = select(*(_LETTER[name] for name in (*_COLUMNS, "programme")))
_BY_TOKEN = _LETTERS.where(_LETTER.token_hash.in_(_WANTED))
_BY_ID = _LETTERS.where(_LETTER.id.in_(_WANTED))
_BY_MESSAGE_ID = _LETTERS.where(_LETTER.message_id.in_(_WANTED))
_CASES = select(_INBOX.message_id, _INBOX.case_id).where(
    _INBOX.programme == bindparam("programme"),
    _INBOX.message_id.in_(_IDS),
    _INBOX.case_id.is_not(None),
)


def _letters(
    connection: Connection, programme: str, keys: Collection[str], ids: Collection[str]
) -> dict[str, RowMapping]:
    """Return letters by their id, hash of the reply token and Message-ID."""
    found: dict[str, RowMapping] = {}
    # Each by its unique key alone: asked for all at once, or for the programme as well, SQLite
    # goes through every letter that the programme ever wrote.
    for query, wanted in ((_BY_TOKEN, keys), (_BY_ID, keys), (_BY_MESSAGE_ID, ids)):
        rows = connection.execute(query, {"wanted": list(wanted)}).mappings() if wanted else ()
        for row in (row for row in rows if row["programme"] == programme):
            found |= {row[name]: row for name in ("id", "message_id", "token_hash") if row[name]}
    return found


def _last_to(
    connection: Connection, programme: str, addresses: Collection[str], after: datetime
) -> dict[str, RowMapping]:
    """Return the last letter that went to each of these addresses after an instant."""
    letter = table("letter").c
    query = (
        select(*(letter[name] for name in _COLUMNS))
        .where(
            letter.programme == programme,
            letter.address.in_(addresses),
            letter.created > after,
            letter.state.not_in(_NEVER_LEFT),
        )
        .order_by(letter.created)
    )
    return {row["address"]: row for row in connection.execute(query).mappings()}


def _cases(connection: Connection, programme: str, ids: Collection[str]) -> dict[str, str]:
    rows = connection.execute(_CASES, {"programme": programme, "ids": list(ids)})
    return {row.message_id: row.case_id for row in rows}
