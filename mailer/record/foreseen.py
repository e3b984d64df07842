"""A programme in memory, and what a simulated time led to there; the real records stay as are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from mailer.errors import MailerError, Unavailable
from mailer.record import database
from mailer.record.load import table
from mailer.record.together import MERGED, told_in
from storage.copy import OtherSchema, copy_programme, open_memory

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a letter was written: the event, what it did to which case, and who is in the case."""

    kind: str
    name: str
    text: str
    case: str | None
    parties: Mapping[str, str]


def copied(url: str, programme: str) -> Engine:
    """Return a programme's records in memory; the database is read and not changed in any way.

    Raises MailerError where there is none of this version's schema, Unavailable where it cannot
    be reached.
    """
    file = database.sqlite_file(url)
    if file is not None and not file.exists():
        raise MailerError(f"{file}: there is no database yet; give a spreadsheet with --roster")
    engine = open_memory()
    try:
        copy_programme(url, programme, engine)
    except OtherSchema as error:
        engine.dispose()
        raise MailerError(
            f"the database has {error}; run this version of the service once"
        ) from error
    except DBAPIError as error:
        engine.dispose()
        told = database.unavailable(error)
        raise told or Unavailable(f"the database cannot be read: {error.orig}") from error
    return engine


def empty() -> Engine:
    """Return a database in memory in which nothing stands."""
    return open_memory()


def next_due(connection: Connection, programme: str, after: datetime) -> datetime | None:
    """Return when the next deadline comes, of those after an instant."""
    case = table("case").c
    query = select(func.min(case.next_due, type_=case.next_due.type)).where(
        case.programme == programme, case.next_due > after
    )
    found: datetime | None = connection.execute(query).scalar()
    return found


def reasons(connection: Connection, causes: Collection[str]) -> dict[str, Reason]:
    """Return why letters were written, by the events that caused them."""
    event, found = table("event").c, dict[str, Any]()
    for ids in _chunks(sorted(set(causes))):
        columns = (event.id, event.kind, event.name, event.text, event.case_id)
        rows = connection.execute(select(*columns).where(event.id.in_(ids)))
        found |= {row.id: row for row in rows}
    parties = _parties(connection, {row.case_id for row in found.values() if row.case_id})
    return {
        key: Reason(row.kind, row.name, row.text, row.case_id, parties.get(row.case_id, {}))
        for key, row in found.items()
    }


def matters(connection: Connection, letters: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    """Return (template, cause) of each matter in letters that hold several, in their order."""
    letter, found = table("letter").c, dict[str, list[tuple[str, str]]]()
    names = {told_in(one): one for one in letters}
    for replies in _chunks(sorted(names)):
        query = select(letter.reply, letter.template, letter.cause).where(
            letter.state == MERGED, letter.reply.in_(replies)
        )
        for reply, template, cause in connection.execute(query.order_by(letter.place)):
            found.setdefault(names[reply], []).append((template, cause))
    return found


def questions(
    connection: Connection, programme: str, since: datetime, until: datetime
) -> list[tuple[datetime, str]]:
    """Return (time, kind) of what the council was asked from one instant up to another."""
    asked = table("question").c
    query = select(asked.asked, asked.kind).where(
        asked.programme == programme, asked.asked >= since, asked.asked < until
    )
    return [(row.asked, row.kind) for row in connection.execute(query.order_by(asked.number))]


def _parties(connection: Connection, cases: Collection[str]) -> dict[str, dict[str, str]]:
    party, person = table("party").c, table("person").c
    found: dict[str, dict[str, str]] = {}
    for ids in _chunks(sorted(cases)):
        query = (
            select(party.case_id, party.part, person.name)
            .join(table("person"), person.id == party.person)
            .where(party.case_id.in_(ids))
            .order_by(party.case_id, party.part)
        )
        for case, part, name in connection.execute(query):
            found.setdefault(case, {})[part] = name
    return found


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
