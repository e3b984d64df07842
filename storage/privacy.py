"""What every table holds of a person: what a copy of their data shows, and what erasing leaves.

`HELD` names every column of every table; a test compares it with the schema, so that a new column
cannot be forgotten. What statistics need (dates, states, numbers, ids) is kept; words, names and
addresses go, and so do the bytes of mails from a person and of letters to them.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    Table,
    cast,
    func,
    or_,
    select,
    text,
    update,
)
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata
from storage import trail
from storage.columns import KEPT
from storage.scrub import NOBODY, clean, pattern, words

CONFIDENTIAL = ("change", "clarification", "confidential", "contact")
"""Kinds of questions of which whom they are about learns nothing, but in matters of their own."""
OVER = ("sent", "failed", "suppressed", "cancelled", "withheld", "presumed", "merged")
"""The states of a letter that is finished."""
_BATCH = 100


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose data it is: the id, the names by which texts call them, and their addresses."""

    id: str
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


Whose = Callable[[Table, Subject], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Held:
    """One table. `whose` finds a person's rows; None holds nothing of people.

    `shown` are the columns that a copy shows: no words of others about them, and no secrets.
    `blank` is what erasing writes into their rows, and `gone` deletes the rows. In every row,
    whoever it is about, names and addresses are taken out of the `scrubbed` columns. `kept` stay.
    """

    whose: Whose | None
    shown: tuple[str, ...] = ()
    blank: Mapping[str, Any] = field(default_factory=dict)
    scrubbed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    gone: bool = False


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def _person(table: Table, who: Subject) -> ColumnElement[bool]:
    return table.c.person == who.id


def _pair(table: Table, who: Subject) -> ColumnElement[bool]:
    return or_(table.c.mentor == who.id, table.c.mentee == who.id)


def _cases(who: Subject) -> Any:
    party = _table("party").c
    return select(party.case_id).where(party.person == who.id)


def _question(table: Table, who: Subject) -> ColumnElement[bool]:
    about = cast(table.c.about, String).contains(f'"{who.id}"')
    return or_(table.c.case_id.in_(_cases(who)), about)


def _mail(table: Table, who: Subject) -> ColumnElement[bool]:
    sent = func.lower(table.c.envelope_from).in_(who.addresses)
    return or_(table.c.person == who.id, sent)


def _letter(table: Table, who: Subject) -> ColumnElement[bool]:
    return or_(table.c.person == who.id, func.lower(table.c.address).in_(who.addresses))


HELD: Mapping[str, Held] = {
    "person": Held(
        whose=lambda table, who: table.c.id == who.id,
        shown=("name", "language", "country", "username", "member_since", "zone", "left_on",
               "away_from", "away_until"),
        blank={"name": NOBODY, "username": None, "zone": None, "away_from": None,
               "away_until": None, "substitute": None},
        kept=("id", "programme", "language", "country", "member_since", "left_on"),
    ),
    "address": Held(
        _person, ("email", "position"), gone=True, kept=("programme", "email", "person", "position")
    ),
    "term": Held(_person, ("since", "until"), kept=("person", "since", "until", "programme")),
    "mentor": Held(
        _person,
        ("state", "since", "until", "places", "skills", "languages"),
        blank={"skills": [], "languages": []},
        kept=("person", "programme", "state", "since", "until", "places"),
    ),
    "mentorship": Held(
        _pair,
        ("since", "until", "review", "temporary", "last_contact", "last_meeting", "agreed"),
        blank={"reason": "", "agreed": ""},
        kept=("id", "programme", "mentor", "mentee", "since", "until", "review", "temporary",
              "last_contact", "last_meeting"),
    ),
    "case": Held(
        whose=lambda table, who: table.c.id.in_(_cases(who)),
        shown=("procedure", "state", "opened", "closed"),
        blank={"data": {}, "due": {}, "next_due": None},
        scrubbed=("data",),
        kept=("id", "programme", "procedure", "state", "opened", "closed", "version", "tries"),
    ),
    "party": Held(_person, ("part",), kept=("case_id", "part", "person", "programme", "open")),
    "question": Held(
        _question,
        ("number", "kind", "asked", "state", "decided"),
        blank={"facts": [], "evidence": "", "reason": "", "votes": [], "objection": None},
        scrubbed=("title", "facts", "evidence", "reason", "approve", "silence", "undo", "votes",
                  "objection"),
        kept=("id", "programme", "number", "version", "state", "kind", "procedure", "case_id",
              "asked", "about", "rule", "steps", "snoozed", "decided", "decided_by", "source",
              "until", "effective"),
    ),
    "event": Held(
        _person,
        ("at", "kind", "name", "text"),
        blank={"details": None},
        scrubbed=("text", "details"),
        kept=("seq", "id", "programme", "at", "kind", "name", "case_id", "person", "inbox", "news",
              "place", "salt", "digest", "hash", "rewritten"),
    ),
    "trail": Held(None, kept=("programme", "place", "hash")),
    "pause": Held(None, kept=("programme", "since", "by"), scrubbed=("reason",)),
    "inbox": Held(
        _mail,
        ("received", "size", "outcome", "intents", "data"),
        blank={"data": b"", "envelope_from": None, "envelope_to": [], "message_id": None,
               "reason": ""},
        scrubbed=("reason",),
        kept=("id", "programme", "source", "mailbox", "uidvalidity", "uid", "received", "size",
              "sha256", "state", "outcome", "attempts", "lease_until", "person", "case_id",
              "intents", "done"),
    ),
    "letter": Held(
        _letter,
        ("created", "template", "subject", "state", "sent", "data"),
        blank={"address": "", "subject": "", "data": b"", "reply": "", "asks": None,
               "token_hash": None, "token_expires": None},
        scrubbed=("subject", "reply", "asks"),
        kept=("id", "programme", "cause", "template", "person", "case_id", "message_id",
              "automatic", "thread", "turn", "reminder", "created", "place", "state", "attempts",
              "not_before", "give_up", "lease_until", "sent"),
    ),
    "mailbox": Held(None, kept=("name", "programme", "uidvalidity", "last_uid", "last_ok",
                                "failures", "error")),
    "lease": Held(None, kept=("name", "owner", "expires")),
    "counter": Held(None, kept=("programme", "name", "value")),
}  # fmt: skip
"""Every table of the schema."""


def copy(connection: Connection, programme: str, who: Subject) -> dict[str, list[dict[str, Any]]]:
    """Return everything that is held of a person, by table, as a copy of their data shows it."""
    found = {}
    for name, held in HELD.items():
        if held.whose is None or not held.shown:
            continue
        table = _table(name)
        columns = [table.c[column] for column in held.shown]
        query = select(*columns).where(table.c.programme == programme, held.whose(table, who))
        if name == "question":
            own = table.c.case_id.in_(_cases(who))
            query = query.where(own | table.c.kind.not_in(CONFIDENTIAL))
        rows = connection.execute(query.order_by(*table.primary_key)).mappings()
        found[name] = [{key: _plain(value) for key, value in row.items()} for row in rows]
    return found


def counts(connection: Connection, programme: str, who: Subject) -> dict[str, int]:
    """Return how many rows of each table are a person's: what erasing would change."""
    found = {}
    for name, held in HELD.items():
        if held.whose is not None:
            table = _table(name)
            where = (table.c.programme == programme, held.whose(table, who))
            found[name] = connection.execute(
                select(func.count()).select_from(table).where(*where)
            ).scalar_one()
    return found


def erase(connection: Connection, programme: str, who: Subject, now: datetime) -> None:
    """Take a person's data out of every table, inside the caller's transaction.

    What was open about them is closed; letters that wait are cancelled. A mail that waits to be
    handled stays until it was.
    """
    _close(connection, programme, who, now)
    for name, held in HELD.items():
        if held.whose is None or name == "event":
            continue
        table = _table(name)
        where = [table.c.programme == programme, held.whose(table, who)]
        if name == "inbox":
            where.append(table.c.state != "received")
        if held.gone:
            connection.execute(table.delete().where(*where))
        elif held.blank:
            connection.execute(update(table).where(*where).values(**held.blank))
    named = pattern((*who.names, *who.addresses))
    if named is not None:
        for name, held in HELD.items():
            if name != "event":
                _scrub(connection, programme, _table(name), held.scrubbed, named)
        _drop_naming(connection, programme, named)

    def cleaned(line: Mapping[str, Any]) -> tuple[str, Any]:
        text, details = line["text"], None if line["person"] == who.id else line["details"]
        return (text, details) if named is None else (clean(text, named), clean(details, named))

    # The ledger is a chain: what is taken out of it is sealed anew, and said so.
    trail.rewrite(connection, programme, cleaned, now)


def forget(connection: Connection, programme: str, before: datetime) -> int:
    """Remove the bytes of handled mails and finished letters from before an instant.

    Their rows stay. Returns how many lost their bytes.
    """
    inbox, letter = _table("inbox"), _table("letter")
    done = 0
    for table, where in (
        (inbox, (inbox.c.state == "done", inbox.c.received < before)),
        (letter, (letter.c.state.in_(OVER), letter.c.created < before)),
    ):
        left = (table.c.programme == programme, text(KEPT))
        done += connection.execute(update(table).where(*where, *left).values(data=b"")).rowcount
    return done


def _close(connection: Connection, programme: str, who: Subject, now: datetime) -> None:
    case, question, letter = _table("case"), _table("question"), _table("letter")
    connection.execute(
        update(case)
        .where(case.c.programme == programme, case.c.id.in_(_cases(who)), case.c.closed.is_(None))
        .values(closed=now)
    )
    waits = question.c.state.in_(("pending", "agreed"))
    connection.execute(
        update(question)
        .where(question.c.programme == programme, _question(question, who), waits)
        .values(state="withdrawn", decided=now)
    )
    connection.execute(
        update(letter)
        .where(
            letter.c.programme == programme,
            _letter(letter, who),
            letter.c.state.in_(("queued", "unknown")),
        )
        .values(state="cancelled", lease_until=None)
    )


def _scrub(
    connection: Connection,
    programme: str,
    table: Table,
    columns: Collection[str],
    named: re.Pattern[str],
) -> None:
    """Replace names and addresses in some columns of every row of a programme."""
    if not columns:
        return
    keys = list(table.primary_key)
    wanted = [*keys, *(table.c[name] for name in columns)]
    rows = connection.execute(select(*wanted).where(table.c.programme == programme)).mappings()
    for row in rows.all():
        changed = {name: left for name in columns if (left := clean(row[name], named)) != row[name]}
        if changed:
            own = [key == row[key.name] for key in keys]
            connection.execute(update(table).where(*own).values(**changed))


def _drop_naming(connection: Connection, programme: str, named: re.Pattern[str]) -> None:
    """Remove the bytes of others' handled mails and finished letters that name the person.

    A digest, a forward, an answer that quotes a letter. What they led to stays in the record.
    """
    inbox, letter = _table("inbox"), _table("letter")
    for table, over in (
        (inbox, inbox.c.state == "done"),
        (letter, letter.c.state.in_(OVER)),
    ):
        ids = select(table.c.id).where(table.c.programme == programme, over)
        found = connection.execute(ids.where(func.length(table.c.data) > 0)).scalars().all()
        for start in range(0, len(found), _BATCH):
            batch = table.c.id.in_(found[start : start + _BATCH])
            rows = connection.execute(select(table.c.id, table.c.data).where(batch))
            naming = [row.id for row in rows if named.search(words(row.data))]
            if naming:
                gone = update(table).where(table.c.id.in_(naming))
                connection.execute(gone.values(data=b""))


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if hasattr(value, "isoformat") else value
