"""Rows become records and records become rows, in this one module."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import RowMapping

from mailer.rules.procedures import PROCEDURES
from mailer.rules.records import (
    Asks,
    Case,
    Mentor,
    Mentorship,
    MentorState,
    Objection,
    Person,
    Question,
    QuestionState,
    Step,
    Term,
    Vote,
)

Values = dict[str, Any]


_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}
_PERSON = ("member_since", "zone", "left_on", "away_from", "away_until", "substitute")
_MENTORSHIP = tuple(each.name for each in fields(Mentorship))


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def to_json(value: Any) -> Any:
    """Return a dataclass as plain JSON data; what has its default value is left out."""
    return _adapter(type(value)).dump_python(value, mode="json", exclude_defaults=True)


def asks_from(data: Any) -> Asks | None:
    return None if data is None else _adapter(Asks).validate_python(data)


def person_from(row: RowMapping, addresses: list[str], terms: list[Term]) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        addresses=tuple(addresses),
        language=row["language"],
        country=row["country"],
        username=row["username"],
        terms=tuple(terms),
        **{name: row[name] for name in _PERSON},
    )


def person_rows(programme: str, person: Person) -> tuple[Values, list[Values], list[Values]]:
    """Return the rows of a person, of the addresses and of the terms on the council."""
    row = {
        "id": person.id,
        "programme": programme,
        "name": person.name,
        "language": person.language,
        "country": person.country,
        "username": person.username,
        **{name: getattr(person, name) for name in _PERSON},
    }
    addresses = [
        {"programme": programme, "email": email, "person": person.id, "position": position}
        for position, email in enumerate(person.addresses)
    ]
    terms = [
        {"person": person.id, "since": term.since, "until": term.until, "programme": programme}
        for term in person.terms
    ]
    return row, addresses, terms


def mentor_from(row: RowMapping) -> Mentor:
    return Mentor(
        person=row["person"],
        state=MentorState(row["state"]),
        since=row["since"],
        until=row["until"],
        places=row["places"],
        skills=tuple(row["skills"]),
        languages=tuple(row["languages"]),
    )


def mentor_row(programme: str, mentor: Mentor) -> Values:
    return {
        "person": mentor.person,
        "programme": programme,
        "state": mentor.state.value,
        "since": mentor.since,
        "until": mentor.until,
        "places": mentor.places,
        "skills": list(mentor.skills),
        "languages": list(mentor.languages),
    }


def mentorship_from(row: RowMapping) -> Mentorship:
    return Mentorship(**{name: row[name] for name in _MENTORSHIP})


def mentorship_row(programme: str, pair: Mentorship) -> Values:
    return {"programme": programme, **{name: getattr(pair, name) for name in _MENTORSHIP}}


def case_from(row: RowMapping, parties: Mapping[str, str]) -> Case[Any]:
    procedure = PROCEDURES[row["procedure"]]
    return Case(
        id=row["id"],
        procedure=row["procedure"],
        state=row["state"],
        data=_adapter(procedure.data).validate_python(row["data"]),
        opened=row["opened"],
        parties=dict(parties),
        due={name: datetime.fromisoformat(at) for name, at in row["due"].items()},
        version=row["version"],
        closed=row["closed"],
    )


def case_rows(programme: str, case: Case[Any]) -> tuple[Values, list[Values]]:
    """Return the row of a case and the rows of its parties."""
    row = {
        "id": case.id,
        "programme": programme,
        "procedure": case.procedure,
        "state": case.state,
        "data": to_json(case.data),
        "due": {name: at.astimezone(UTC).isoformat() for name, at in case.due.items()},
        "next_due": min(case.due.values(), default=None),
        "opened": case.opened,
        "closed": case.closed,
        "version": case.version,
    }
    parties = [
        {
            "case_id": case.id,
            "part": part,
            "person": person,
            "programme": programme,
            "open": case.closed is None,
        }
        for part, person in case.parties.items()
    ]
    return row, parties


def question_from(row: RowMapping) -> Question:
    return Question(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        procedure=row["procedure"],
        case=row["case_id"],
        asked=row["asked"],
        about=tuple(row["about"]),
        facts=tuple((label, value) for label, value in row["facts"]),
        evidence=row["evidence"],
        rule=row["rule"],
        approve=row["approve"],
        silence=row["silence"],
        steps=tuple(_adapter(Step).validate_python(step) for step in row["steps"]),
        number=row["number"],
        version=row["version"],
        state=QuestionState(row["state"]),
        snoozed=row["snoozed"],
        decided=row["decided"],
        decided_by=row["decided_by"],
        reason=row["reason"],
        source=row["source"],
        until=row["until"],
        votes=tuple(_adapter(Vote).validate_python(vote) for vote in row["votes"]),
        objection=_adapter(Objection).validate_python(said) if (said := row["objection"]) else None,
        effective=row["effective"],
        undo=row["undo"],
    )


def question_row(programme: str, question: Question) -> Values:
    plain = (
        "id", "number", "version", "kind", "title", "procedure", "asked", "evidence", "rule",
        "approve", "silence", "snoozed", "decided", "decided_by", "reason", "source",
        "until", "effective", "undo",
    )  # fmt: skip
    return {
        **{name: getattr(question, name) for name in plain},
        "programme": programme,
        "state": question.state.value,
        "case_id": question.case,
        "about": list(question.about),
        "facts": [list(pair) for pair in question.facts],
        "steps": [to_json(step) for step in question.steps],
        "votes": [to_json(vote) for vote in question.votes],
        "objection": to_json(question.objection) if question.objection else None,
    }
