"""A spreadsheet of people becomes records (E31): checked by row, shown first, then written.

Columns: name and email are needed; role (council, mentor, member), portal_username, country,
mentor_email, mentored_since, skills (separated by semicolons), languages, language,
member_since, council_from, council_until and places may be there. Others are refused by name.
What an empty cell or a missing column does not say stays as it is. Cells are separated by
commas, or by semicolons as some spreadsheets write them; lists then stand in quotation marks.
"""

import csv
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
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
ROLES = ("council", "mentor", "member")
LONG_AGO = date(1970, 1, 1)
"""The beginning of a term whose beginning the spreadsheet does not give."""

REPLACED = "another mentor by an import"
"""Why a relationship ended whose mentee has another mentor in the spreadsheet."""
PLACES = 3
_ADDRESS = re.compile(r"[!#-'*+\-./0-9=?^_`a-z{|}~]{1,64}@[a-z0-9][a-z0-9.-]{0,250}[a-z0-9]")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]\w+)?")

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
    number: int
    person: Person
    role: str
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    places: int | None
    mentor_email: str
    mentored_since: date | None


def plan(
    text: str,
    roster: Roster,
    programme: str,
    members: Collection[str] | None = None,
    today: date = LONG_AGO,
    language: str = "en",
) -> Plan:
    """Return what importing this CSV text would do to a roster.

    `members` are the words for the role of a plain member, beside "member"; None takes any word.
    A relationship that another mentor takes over ends `today`. `language` is the programme's: that
    of new people who name none.
    """
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    table: list[tuple[int, dict[str, str | None]]] = []
    try:
        reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
        faults = _header_faults(reader.fieldnames)
        table += ((reader.line_num, values) for values in reader)
    except csv.Error as error:
        return Plan(faults=(f"row {reader.line_num + 1}: is no CSV: {error}",))
    if faults:
        return Plan(faults=tuple(faults))
    rows: list[_Row] = []
    seen: dict[str, int] = {}
    for number, values in table:
        row = _row(number, values, roster, (programme, language), faults, members)
        if row is None:
            continue
        email = row.person.address
        if email in seen:
            faults.append(f"row {number}: email {email!r} stands in row {seen[email]} already")
        seen[email] = number
        rows.append(row)
    known = {row.person.address: row.person for row in rows}
    pairs = _pairs(rows, known, roster, programme, faults, today)
    if faults:
        return Plan(faults=tuple(faults))
    return _compared([*_people(rows, roster), *pairs], roster)


def _header_faults(names: Iterable[str]) -> list[str]:
    given = list(names)
    faults = [f"row 1: no column {name!r}; it is needed" for name in NEEDED if name not in given]
    twice = sorted({name for name in given if given.count(name) > 1})
    faults += [f"row 1: column {name!r} stands there twice" for name in twice]
    expected = ", ".join((*NEEDED, *OTHERS))
    unknown = [name for name in given if name not in (*NEEDED, *OTHERS)]
    return faults + [f"row 1: unknown column {name!r}; expected: {expected}" for name in unknown]


def _row(
    number: int,
    values: Mapping[str, str | None],
    roster: Roster,
    where: tuple[str, str],
    faults: list[str],
    members: Collection[str] | None,
) -> _Row | None:
    """Read a row; `where` is the programme with its language."""
    cells = {key: (value or "").strip() for key, value in values.items() if key}
    before = len(faults)
    if None in values:
        faults.append(f"row {number}: more cells than columns")
    faults += [f"row {number}: {name} is empty" for name in NEEDED if not cells.get(name)]
    email = cells.get("email", "").lower()
    if email and not _ADDRESS.fullmatch(email):
        faults.append(f"row {number}: email is {email!r}; expected an address")
    role = cells.get("role", "").lower() or "member"
    if role not in ROLES and members is not None and role not in members:
        expected = ", ".join((*ROLES, *members))
        faults.append(f"row {number}: role is {role!r}; expected one of: {expected}")

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
    places = read("places", _count, "a number, 0 or more")
    spoken = read("language", _code, "a code of two letters, as en or es")
    known = roster.at(email)
    if cells.get("role") and role != "council" and known and _sits(known):
        faults.append(
            f"row {number}: role is {role!r}, but {known.name} is on the council; expected role "
            "council, with council_until where the term ends"
        )
    if len(faults) > before:
        return None
    programme, language = where
    new = Person(derive("person", programme, email), cells["name"], (email,), language)
    person = known or new
    person = replace(
        person,
        name=cells["name"],
        language=spoken or person.language,
        country=cells.get("country") or person.country,
        username=cells.get("portal_username") or person.username,
        member_since=joined or person.member_since,
        terms=_terms(term, cells, known) if role == "council" else person.terms,
    )
    return _Row(
        number,
        person,
        role,
        _list(cells.get("skills", "")),
        _list(cells.get("languages", "")),
        places,
        cells.get("mentor_email", "").lower(),
        mentored,
    )


def _code(text: str) -> str:
    match = _LANGUAGE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return match[1].lower()


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _sits(person: Person) -> bool:
    """Say whether a term on the council has no end; one that ends needs no word more."""
    return any(term.until is None for term in person.terms)


def _terms(term: Term, cells: Mapping[str, str], known: Person | None) -> tuple[Term, ...]:
    """Return the terms as they then are: a given one corrects the last, or begins after it.

    Where nothing is given the known ones stay, so that an old spreadsheet opens no ended term.
    """
    if known is None or not known.terms:
        return (term,)
    last = known.terms[-1]
    if not cells.get("council_from"):
        ends = term.until if cells.get("council_until") else last.until
        return (*known.terms[:-1], Term(last.since, ends))
    if last.until is not None and last.until < term.since:
        return (*known.terms, term)
    return (*known.terms[:-1], term)


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _people(rows: Iterable[_Row], roster: Roster) -> list[Record]:
    records: list[Record] = []
    for row in rows:
        records.append(row.person)
        if row.role == "mentor":
            known = roster.mentor(row.person.id) or Mentor(
                row.person.id, MentorState.ACTIVE, places=PLACES
            )
            records.append(
                replace(
                    known,
                    places=known.places if row.places is None else row.places,
                    skills=row.skills or known.skills,
                    languages=row.languages or known.languages,
                )
            )
    return records


def _pairs(
    rows: Iterable[_Row],
    known: Mapping[str, Person],
    roster: Roster,
    programme: str,
    faults: list[str],
    today: date,
) -> list[Record]:
    pairs: list[Record] = []
    for row in rows:
        number = row.number
        if not row.mentor_email:
            continue
        mentor = known.get(row.mentor_email) or roster.at(row.mentor_email)
        if mentor is None:
            faults.append(
                f"row {number}: mentor_email is {row.mentor_email!r}; expected the address of "
                "somebody in the spreadsheet or on the roster"
            )
            continue
        if mentor.id == row.person.id:
            faults.append(f"row {number}: mentor_email is the person's own address")
            continue
        pair = derive("mentorship", programme, mentor.id, row.person.id, row.mentored_since)
        running, past = roster.running(row.person.id), roster.mentorship(pair)
        if running is not None and running.mentor == mentor.id:
            pairs.append(replace(running, since=row.mentored_since or running.since))
        elif past is not None and past.until is not None:
            faults.append(
                f"row {number}: mentor_email is {row.mentor_email!r}, but that relationship "
                f"ended on {past.until}; expected the mentor of now, or a new mentored_since"
            )
        else:
            if running is not None:
                pairs.append(replace(running, until=today, reason=REPLACED))
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
