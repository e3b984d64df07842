"""The one loader of facts: a few queries for a whole batch, never one for each mail."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata
from mailer.record import convert
from mailer.rules.limits import Answered
from mailer.rules.procedures import delivery
from mailer.rules.records import Case, Pause, Question, Term
from mailer.rules.roster import Roster
from storage import pause

OPEN = ("pending", "agreed")
"""The states of a question that has not taken effect yet."""


def table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def roster_version(connection: Connection, programme: str) -> int:
    """Return the number that grows whenever people, mentors or relationships change."""
    return counter(connection, programme, "roster")


def counter(connection: Connection, programme: str, name: str) -> int:
    columns = table("counter").c
    query = select(columns.value).where(columns.programme == programme, columns.name == name)
    return connection.execute(query).scalar() or 0


def paused(connection: Connection, programme: str) -> Pause | None:
    """Return since when and why a programme stands still, None where it works."""
    found = pause.paused(connection, programme)
    return Pause(found.since, found.by, found.reason) if found else None


def roster(connection: Connection, programme: str) -> Roster:
    """Return everybody in a programme."""
    addresses: dict[str, list[str]] = defaultdict(list)
    address = table("address").c
    for row in _of(connection, "address", programme, address.position):
        addresses[row["person"]].append(row["email"])
    terms: dict[str, list[Term]] = defaultdict(list)
    for row in _of(connection, "term", programme, table("term").c.since):
        terms[row["person"]].append(Term(row["since"], row["until"]))
    people = [
        convert.person_from(row, addresses[row["id"]], terms[row["id"]])
        for row in _of(connection, "person", programme, table("person").c.name)
    ]
    mentors = map(convert.mentor_from, _of(connection, "mentor", programme))
    pairs = map(convert.mentorship_from, _of(connection, "mentorship", programme))
    return Roster(people, mentors, pairs)


def open_cases(connection: Connection, programme: str, people: Collection[str]) -> list[Case[Any]]:
    """Return the open cases that any of these people takes part in."""
    if not people:
        return []
    case, party = table("case"), table("party")
    inside = select(party.c.case_id).where(party.c.person.in_(people))
    query = select(case).where(case.c.programme == programme, case.c.closed.is_(None))
    return _cases(connection, query.where(case.c.id.in_(inside)))


def open_cases_of(
    connection: Connection, programme: str, procedures: Collection[str]
) -> list[Case[Any]]:
    """Return every open case of these procedures."""
    case = table("case")
    query = select(case).where(case.c.programme == programme, case.c.closed.is_(None))
    return _cases(connection, query.where(case.c.procedure.in_(procedures)))


def cases(connection: Connection, ids: Collection[str]) -> list[Case[Any]]:
    """Return these cases, closed ones too."""
    if not ids:
        return []
    case = table("case")
    return _cases(connection, select(case).where(case.c.id.in_(ids)))


def due_cases(connection: Connection, programme: str, now: datetime, limit: int) -> list[Case[Any]]:
    """Return the cases with a deadline that has come, the earliest first."""
    case = table("case")
    query = (
        select(case)
        .where(case.c.programme == programme, case.c.next_due <= now)
        .order_by(case.c.next_due)
        .limit(limit)
    )
    return _cases(connection, query)


def due_beside(
    connection: Connection, programme: str, now: datetime, cases: Sequence[Case[Any]], limit: int
) -> list[Case[Any]]:
    """Return further cases with a deadline that has come, of the people of these cases.

    So one transaction knows what is due to somebody, and one letter can hold it.
    """
    case, party = table("case"), table("party")
    people = {person for one in cases for person in one.parties.values()}
    theirs = select(party.c.case_id).where(party.c.person.in_(people))
    query = (
        select(case)
        .where(case.c.programme == programme, case.c.next_due <= now)
        .where(case.c.id.in_(theirs), case.c.id.not_in([one.id for one in cases]))
        .order_by(case.c.next_due)
        .limit(limit)
    )
    return _cases(connection, query)


def questions(
    connection: Connection,
    programme: str,
    cases: Collection[str] | None = None,
    numbers: Collection[int] = (),
) -> list[Question]:
    """Return open questions, of these cases or (None) all; and those with these numbers."""
    columns = table("question").c
    wanted: ColumnElement[bool] = columns.state.in_(OPEN)
    if cases is not None:
        wanted &= columns.case_id.in_(cases)
    if numbers:
        wanted |= columns.number.in_(numbers)
    query = select(table("question")).where(columns.programme == programme, wanted)
    return [convert.question_from(row) for row in connection.execute(query).mappings()]


def asked(connection: Connection, question: str) -> list[Question]:
    """Return the question with this id, decided or not, if it was ever asked."""
    query = select(table("question")).where(table("question").c.id == question)
    return [convert.question_from(row) for row in connection.execute(query).mappings()]


def known_events(connection: Connection, ids: Collection[str]) -> set[str]:
    """Return which of these events are in the ledger already."""
    columns = table("event").c
    return set(connection.execute(select(columns.id).where(columns.id.in_(ids))).scalars())


def news(connection: Connection, programme: str, after: int) -> tuple[tuple[int, str], ...]:
    """Return (mark, line) of the ledger's news after a mark, in order."""
    columns = table("event").c
    query = (
        select(columns.seq, columns.text)
        .where(columns.programme == programme, columns.news.is_(True), columns.seq > after)
        .order_by(columns.seq)
    )
    return tuple((seq, text) for seq, text in connection.execute(query))


def recent_answers(
    connection: Connection, programme: str, addresses: Collection[str], after: datetime
) -> dict[str, list[Answered]]:
    """Return the automatic answers to these addresses after an instant."""
    columns = table("letter").c
    query = select(
        columns.address, columns.created, columns.template, columns.thread, columns.turn
    ).where(
        columns.programme == programme,
        columns.address.in_(addresses),
        columns.created > after,
        columns.automatic.is_(True),
        columns.state != "suppressed",
    )
    found: dict[str, list[Answered]] = {address: [] for address in addresses}
    for row in connection.execute(query):
        found[row.address].append(Answered(row.created, row.template, row.thread, row.turn))
    return found


def answers_since(connection: Connection, programme: str, since: datetime) -> int:
    """Return how many automatic answers a programme has written since an instant."""
    columns = table("letter").c
    query = select(func.count()).where(
        columns.programme == programme,
        columns.created >= since,
        columns.automatic.is_(True),
        columns.state != "suppressed",
    )
    return connection.execute(query).scalar_one()


def suspended(connection: Connection, programme: str) -> dict[str, str]:
    """Return the addresses to which no letter goes, and the case of each."""
    columns = table("case").c
    query = select(columns.id, columns.data).where(
        columns.programme == programme,
        columns.procedure == delivery.NAME,
        columns.state == delivery.SUSPENDED,
        columns.closed.is_(None),
    )
    return {row.data["address"]: row.id for row in connection.execute(query) if row.data}


def reminded(
    connection: Connection, programme: str, people: Collection[str], since: datetime
) -> set[str]:
    """Return which of these people were written a reminder since an instant."""
    columns = table("letter").c
    query = select(columns.person).where(
        columns.programme == programme,
        columns.person.in_(people),
        columns.created >= since,
        columns.reminder.is_(True),
        columns.state.not_in(("suppressed", "cancelled")),
    )
    return set(connection.execute(query).scalars())


def times_asked(
    connection: Connection, programme: str, people: Collection[str], template: str, after: datetime
) -> dict[str, int]:
    """Return how many letters of this kind went to each of these people after an instant."""
    if not people:
        return {}
    columns = table("letter").c
    query = (
        select(columns.person, func.count())
        .where(
            columns.programme == programme,
            columns.person.in_(people),
            columns.template == template,
            columns.created > after,
            columns.state != "suppressed",
        )
        .group_by(columns.person)
    )
    found = {person: number for person, number in connection.execute(query)}  # noqa: C416 - a row is no plain pair to mypy
    return {person: found.get(person, 0) for person in people}


def case_of_letter(connection: Connection, letter: str) -> str | None:
    """Return the case that a letter of ours belongs to, if it belongs to one."""
    columns = table("letter").c
    return connection.execute(select(columns.case_id).where(columns.id == letter)).scalar()


def _of(connection: Connection, name: str, programme: str, *order: Any) -> Iterable[Any]:
    rows = table(name)
    query = select(rows).where(rows.c.programme == programme).order_by(*order)
    return connection.execute(query).mappings()


def _cases(connection: Connection, query: Select[Any]) -> list[Case[Any]]:
    rows = connection.execute(query).mappings().all()
    party = table("party").c
    parties: dict[str, dict[str, str]] = defaultdict(dict)
    if rows:
        members = select(party.case_id, party.part, party.person).where(
            party.case_id.in_([row["id"] for row in rows])
        )
        for case_id, part, person in connection.execute(members):
            parties[case_id][part] = person
    return [convert.case_from(row, parties[row["id"]]) for row in rows]
