"""A spreadsheet of people becomes records (E31): checked by row, shown first, then written.

Columns: name and email are needed; role (council, mentor, rep), portal_username, country,
mentor_email, mentored_since, skills (separated by semicolons), languages, language,
member_since, council_from, council_until and places may be there. Others are refused by name.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import TypeVar

from mailer.rules.ids import derive
from mailer.rules.records import Mentor, Mentorship, MentorState, Person, Term
from mailer.rules.roster import Roster

NEEDED = ("name", "email")
OTHERS = (
    "role",
    "portal_username",
    "country",
    "mentor_email",
    "mentored_since",
    "skills",
    "languages",
    "language",
    "member_since",
    "council_from",
    "council_until",
    "places",
)
ROLES = ("council", "mentor", "rep")
LONG_AGO = date(1970, 1, 1)
"""The beginning of a term whose beginning the spreadsheet does not give."""

Record = Person | Mentor | Mentorship
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: records to write in order, and faults by row (then none is)."""

    records: tuple[Record, ...] = ()
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    person: Person
    role: str
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    places: int
    mentor_email: str
    mentored_since: date | None


def plan(text: str, roster: Roster, programme: str) -> Plan:
    """Return what importing this CSV text would do to a roster."""
    reader = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    faults = _header_faults(reader.fieldnames or ())
    if faults:
        return Plan(faults=tuple(faults))
    rows: list[_Row] = []
    seen: dict[str, int] = {}
    for number, values in enumerate(reader, start=2):
        row = _row(number, values, roster, programme, faults)
        if row is None:
            continue
        email = row.person.address
        if email in seen:
            faults.append(f"row {number}: email {email!r} stands in row {seen[email]} already")
        seen[email] = number
        rows.append(row)
    known = {row.person.address: row.person for row in rows}
    pairs = _pairs(rows, known, roster, programme, faults)
    if faults:
        return Plan(faults=tuple(faults))
    return _compared([*_people(rows, roster), *pairs], roster)


def _header_faults(names: Iterable[str]) -> list[str]:
    given = [name.strip() for name in names]
    faults = [f"row 1: no column {name!r}; it is needed" for name in NEEDED if name not in given]
    expected = ", ".join((*NEEDED, *OTHERS))
    unknown = [name for name in given if name not in (*NEEDED, *OTHERS)]
    return faults + [f"row 1: unknown column {name!r}; expected: {expected}" for name in unknown]


def _row(
    number: int,
    values: Mapping[str, str | None],
    roster: Roster,
    programme: str,
    faults: list[str],
) -> _Row | None:
    cells = {key.strip(): (value or "").strip() for key, value in values.items() if key}
    before = len(faults)
    if None in values:
        faults.append(f"row {number}: more cells than columns")
    faults += [f"row {number}: {name} is empty" for name in NEEDED if not cells.get(name)]
    email = cells.get("email", "").lower()
    if email and (email.count("@") != 1 or email.startswith("@") or " " in email):
        faults.append(f"row {number}: email is {email!r}; expected an address")
    role = cells.get("role") or "rep"
    if role not in ROLES:
        faults.append(f"row {number}: role is {role!r}; expected one of: {', '.join(ROLES)}")

    def read(name: str, kind: Callable[[str], T], expected: str) -> T | None:
        text = cells.get(name, "")
        try:
            return kind(text) if text else None
        except ValueError:
            faults.append(f"row {number}: {name} is {text!r}; expected {expected}")
            return None

    day = "a date as 2026-03-31"
    term = Term(
        read("council_from", date.fromisoformat, day) or LONG_AGO,
        read("council_until", date.fromisoformat, day),
    )
    joined = read("member_since", date.fromisoformat, day)
    mentored = read("mentored_since", date.fromisoformat, day)
    places = read("places", int, "a number")
    if len(faults) > before:
        return None
    known = roster.at(email)
    person = Person(
        id=known.id if known else derive("person", programme, email),
        name=cells["name"],
        addresses=known.addresses if known else (email,),
        language=cells.get("language") or (known.language if known else "en"),
        country=cells.get("country") or (known.country if known else None),
        username=cells.get("portal_username") or (known.username if known else None),
        member_since=joined or (known.member_since if known else None),
        terms=(term,) if role == "council" else (known.terms if known else ()),
    )
    return _Row(
        person,
        role,
        _list(cells.get("skills", "")),
        _list(cells.get("languages", "")),
        places or 3,
        cells.get("mentor_email", "").lower(),
        mentored,
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _people(rows: Iterable[_Row], roster: Roster) -> list[Record]:
    records: list[Record] = []
    for row in rows:
        records.append(row.person)
        if row.role == "mentor":
            known = roster.mentor(row.person.id)
            state = known.state if known else MentorState.ACTIVE
            since = known.since if known else None
            records.append(
                Mentor(
                    row.person.id,
                    state,
                    since,
                    places=row.places,
                    skills=row.skills,
                    languages=row.languages,
                )
            )
    return records


def _pairs(
    rows: Iterable[_Row],
    known: Mapping[str, Person],
    roster: Roster,
    programme: str,
    faults: list[str],
) -> list[Record]:
    pairs: list[Record] = []
    for number, row in enumerate(rows, start=2):
        if not row.mentor_email:
            continue
        mentor = known.get(row.mentor_email) or roster.at(row.mentor_email)
        if mentor is None:
            faults.append(
                f"row {number}: mentor_email is {row.mentor_email!r}; expected the address of "
                "somebody in the spreadsheet or on the roster"
            )
            continue
        pair = derive("mentorship", programme, mentor.id, row.person.id, row.mentored_since)
        pairs.append(Mentorship(pair, mentor.id, row.person.id, row.mentored_since))
    return pairs


def _compared(records: list[Record], roster: Roster) -> Plan:
    running = {pair.id: pair for pair in roster.mentorships()}
    changes: list[Record] = []
    new = 0
    for record in records:
        known: Record | None
        if isinstance(record, Person):
            known = roster.person(record.id)
        elif isinstance(record, Mentor):
            known = roster.mentor(record.person)
        else:
            known = running.get(record.id)
        if known == record:
            continue
        new += known is None
        changes.append(record)
    return Plan(
        records=tuple(changes),
        new=new,
        changed=len(changes) - new,
        unchanged=len(records) - len(changes),
    )
