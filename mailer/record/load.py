"""The one loader of facts: a few queries for a whole batch, never one for each mail."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Select,
    Table,
    any_,
    bindparam,
    func,
    select,
    text,
)
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata
from mailer.record import convert
from mailer.rules.limits import Answered
from mailer.rules.procedures import delivery
from mailer.rules.records import Case, Pause, Question, Term
from mailer.rules.roster import Roster
from storage import pause

Values = dict[str, Any]
OPEN = ("pending", "agreed")
"""The states of a question that has not taken effect yet."""


def table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def _several(name: str) -> BindParameter[Any]:
    return bindparam(name, expanding=True)


# Built once: building a statement takes longer than carrying it out for the rows of a few mails.
_PROGRAMME: BindParameter[str] = bindparam("programme")
_COUNTERS, _CASE, _PARTY = table("counter").c, table("case").c, table("party").c
_QUESTION, _LETTER, _EVENT = table("question").c, table("letter").c, table("event").c
_COUNTER = select(_COUNTERS.value).where(
    _COUNTERS.programme == _PROGRAMME, _COUNTERS.name == bindparam("name")
)
_OPEN_CASES = select(table("case")).where(_CASE.programme == _PROGRAMME, _CASE.closed.is_(None))
_OPEN_OF_PROCEDURES = _OPEN_CASES.where(_CASE.procedure.in_(_several("procedures")))
_PARTIES = select(_PARTY.case_id, _PARTY.part, _PARTY.person).where(
    _PARTY.case_id.in_(_several("ids"))
)
_QUESTIONS = select(table("question")).where(_QUESTION.programme == _PROGRAMME)
_NUMBERED = _QUESTIONS.where(_QUESTION.number.in_(_several("numbers")))
_WAITING = _QUESTIONS.where(_QUESTION.state.in_(OPEN))
_WAITING_OF_CASES = _WAITING.where(_QUESTION.case_id.in_(_several("cases")))
_KNOWN_EVENTS = select(_EVENT.id).where(_EVENT.id.in_(_several("ids")))
_ANSWER = (_LETTER.programme == _PROGRAMME) & (_LETTER.state != "suppressed")
_AUTOMATIC = _ANSWER & _LETTER.automatic.is_(True)
_ANSWERS = select(
    _LETTER.address, _LETTER.created, _LETTER.template, _LETTER.thread, _LETTER.turn
).where(
    _AUTOMATIC, _LETTER.address.in_(_several("addresses")), _LETTER.created > bindparam("after")
)
_ANSWERS_SINCE = select(func.count()).where(_AUTOMATIC, _LETTER.created >= bindparam("since"))
_TIMES_ASKED = (
    select(_LETTER.person, func.count())
    .where(
        _ANSWER,
        _LETTER.person.in_(_several("people")),
        _LETTER.template == bindparam("template"),
        _LETTER.created > bindparam("after"),
    )
    .group_by(_LETTER.person)
)
_SUSPENDED = select(_CASE.id, _CASE.data).where(
    _CASE.programme == _PROGRAMME,
    _CASE.procedure == delivery.NAME,
    _CASE.state == delivery.SUSPENDED,
    _CASE.closed.is_(None),
)


def roster_version(connection: Connection, programme: str) -> int:
    """Return the number that grows whenever people, mentors or relationships change."""
    return counter(connection, programme, "roster")


def counter(connection: Connection, programme: str, name: str) -> int:
    values = {"programme": programme, "name": name}
    return connection.execute(_COUNTER, values).scalar() or 0


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
    query = _open_of_people(connection.dialect.name)
    return cases_of(connection, query, {"programme": programme, "people": list(people)})


@cache
def _open_of_people(dialect: str) -> Select[Any]:
    # `open` alone, as an index says it: nobody's closed cases of years are looked through.
    theirs = select(_PARTY.case_id).where(_PARTY.person.in_(_several("people")), text("party.open"))
    if dialect == "postgresql":
        # An array is made once. With IN, tables of which it has no statistics yet made it look
        # through all parties for each open case: 38 ms for 300 cases, and 0.4 so.
        return _OPEN_CASES.where(_CASE.id == any_(func.array(theirs.scalar_subquery())))
    return _OPEN_CASES.where(_CASE.id.in_(theirs))


def open_cases_of(
    connection: Connection, programme: str, procedures: Collection[str]
) -> list[Case[Any]]:
    """Return every open case of these procedures."""
    values = {"programme": programme, "procedures": list(procedures)}
    return cases_of(connection, _OPEN_OF_PROCEDURES, values)


def cases(connection: Connection, ids: Collection[str]) -> list[Case[Any]]:
    """Return these cases, closed ones too."""
    if not ids:
        return []
    case = table("case")
    return cases_of(connection, select(case).where(case.c.id.in_(ids)))


def questions(
    connection: Connection,
    programme: str,
    cases: Collection[str] | None = None,
    numbers: Collection[int] = (),
) -> list[Question]:
    """Return open questions, of these cases or (None) all; and those with these numbers."""
    # Two queries, because SQLite answers either-or with a look at every question of years.
    queries: list[tuple[Select[Any], Values]] = []
    if cases is None:
        queries.append((_WAITING, {}))
    elif cases:
        queries.append((_WAITING_OF_CASES, {"cases": list(cases)}))
    if numbers:
        queries.append((_NUMBERED, {"numbers": list(numbers)}))
    found = {
        row["id"]: convert.question_from(row)
        for query, values in queries
        for row in connection.execute(query, {"programme": programme, **values}).mappings()
    }
    return list(found.values())


def asked(connection: Connection, question: str) -> list[Question]:
    """Return the question with this id, decided or not, if it was ever asked."""
    query = select(table("question")).where(table("question").c.id == question)
    return [convert.question_from(row) for row in connection.execute(query).mappings()]


def known_events(connection: Connection, ids: Collection[str]) -> set[str]:
    """Return which of these events are in the ledger already."""
    return set(connection.execute(_KNOWN_EVENTS, {"ids": list(ids)}).scalars())


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
    values = {"programme": programme, "addresses": list(addresses), "after": after}
    found: dict[str, list[Answered]] = {address: [] for address in addresses}
    for row in connection.execute(_ANSWERS, values):
        found[row.address].append(Answered(row.created, row.template, row.thread, row.turn))
    return found


def answers_since(connection: Connection, programme: str, since: datetime) -> int:
    """Return how many automatic answers a programme has written since an instant."""
    values = {"programme": programme, "since": since}
    return connection.execute(_ANSWERS_SINCE, values).scalar_one()


def suspended(connection: Connection, programme: str) -> dict[str, str]:
    """Return the addresses to which no letter goes, and the case of each."""
    rows = connection.execute(_SUSPENDED, {"programme": programme})
    return {row.data["address"]: row.id for row in rows if row.data}


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
    values = {"programme": programme, "people": list(people), "template": template, "after": after}
    rows = connection.execute(_TIMES_ASKED, values)
    found = {person: number for person, number in rows}  # noqa: C416 - a row is no plain pair to mypy
    return {person: found.get(person, 0) for person in people}


def case_of_letter(connection: Connection, letter: str) -> str | None:
    """Return the case that a letter of ours belongs to, if it belongs to one."""
    columns = table("letter").c
    return connection.execute(select(columns.case_id).where(columns.id == letter)).scalar()


def _of(connection: Connection, name: str, programme: str, *order: Any) -> Iterable[Any]:
    rows = table(name)
    query = select(rows).where(rows.c.programme == programme).order_by(*order)
    return connection.execute(query).mappings()


def cases_of(
    connection: Connection, query: Select[Any], values: Mapping[str, Any] | None = None
) -> list[Case[Any]]:
    """Return the cases whose rows a query gives, with their parties."""
    rows = connection.execute(query, values or {}).mappings().all()
    parties: dict[str, dict[str, str]] = defaultdict(dict)
    if rows:
        ids = {"ids": [row["id"] for row in rows]}
        for case_id, part, person in connection.execute(_PARTIES, ids):
            parties[case_id][part] = person
    return [convert.case_from(row, parties[row["id"]]) for row in rows]
