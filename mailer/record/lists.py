"""What is recorded, as plain data for lists and exports. Nothing here changes anything."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, func, select

from mailer.record import load
from mailer.record.load import table
from mailer.rules.facts import Policy
from mailer.rules.orphans import orphans
from mailer.rules.placing import ASSIGNMENT
from mailer.rules.records import Person
from mailer.rules.roster import Roster
from storage import pause

Rows = list[dict[str, Any]]

EXPORTED = (
    "person",
    "address",
    "term",
    "mentor",
    "mentorship",
    "case",
    "party",
    "question",
    "letter",
    "event",
    "inbox",
)
"""The tables of an export; bytes of mails and hashes of tokens are left out."""
_HIDDEN = {"data", "token_hash"}
_HEAD = 16_384
"""Bytes of a mail in which its From and Subject are looked for."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a list shows of a mail's header; `sender` is From as it is written, proven or not."""

    sender: str = ""
    subject: str = ""


def pauses(connection: Connection, programmes: Iterable[str]) -> Rows:
    """Return which of these programmes stand still, with since, by (a name) and reason."""
    found = []
    for one in pause.every(connection, list(programmes)):
        by = names(connection, one.programme).get(one.by, "") if one.by else "the operator"
        found.append({**asdict(one), "by": by or "somebody unknown"})
    return found


def people(connection: Connection, programme: str, today: datetime) -> Rows:
    """Return everybody with their roles, by name."""
    roster = load.roster(connection, programme)
    suspended = load.suspended(connection, programme)
    return [
        _person(person, roster, today)
        | {"suspended": [one for one in person.addresses if one in suspended]}
        for person in sorted(roster, key=lambda p: p.name)
    ]


def _person(person: Person, roster: Roster, today: datetime) -> dict[str, Any]:
    mentor, own = roster.mentor(person.id), roster.mentor_of(person.id)
    return {
        "id": person.id,
        "name": person.name,
        "addresses": list(person.addresses),
        "council": person.on_council(today.date()),
        "mentor": mentor.state.value if mentor else None,
        "mentees": [mentee.name for mentee in roster.mentees_of(person.id)],
        "mentored_by": own.name if own else None,
        "country": person.country,
        "username": person.username,
    }


def without_mentor(connection: Connection, policy: Policy, today: datetime) -> Rows:
    """Return everybody without a mentor, whoever waits longest first (E12)."""
    roster = load.roster(connection, policy.programme)
    cases = load.open_cases_of(connection, policy.programme, {ASSIGNMENT})
    found = orphans(roster, cases, policy, policy.day(today))
    return [one.plain() for one in found]


def names(connection: Connection, programme: str) -> dict[str, str]:
    """Return everybody's name by id."""
    person = table("person").c
    query = select(person.id, person.name).where(person.programme == programme)
    return {row.id: row.name for row in connection.execute(query)}


def heads(connection: Connection, mails: Collection[int]) -> dict[int, Head]:
    """Return From and Subject of these mails of the inbox."""
    inbox = table("inbox").c
    query = select(inbox.id, func.substr(inbox.data, 1, _HEAD).label("head"))
    found = connection.execute(query.where(inbox.id.in_(mails)))
    # Of a mail whose bytes were removed SQLite gives NULL, and no empty bytes.
    return {row.id: _head(bytes(row.head or b"")) for row in found}


def _head(data: bytes) -> Head:
    # Only a mail that is shown is parsed; a list need not wait for the parser to be loaded.
    from mailer.parse.message import parse  # noqa: PLC0415 - the reason stands above

    message = parse(data.replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n\n")
    sender = message.senders[0] if message.senders else None
    if sender is None:
        return Head("", message.subject)
    shown = f"{sender.name} <{sender.email}>" if sender.name else sender.email
    return Head(shown, message.subject)


def cases(connection: Connection, programme: str, *, closed: bool = False) -> Rows:
    """Return the cases, the newest first; open ones only, unless `closed` ones are asked for."""
    columns = table("case").c
    query = select(table("case")).where(columns.programme == programme)
    if not closed:
        query = query.where(columns.closed.is_(None))
    rows = _plain(connection.execute(query.order_by(columns.opened.desc())).mappings())
    parties = _parties(connection, programme)
    return [{**row, "parties": parties.get(row["id"], {})} for row in rows]


def questions(connection: Connection, programme: str) -> Rows:
    """Return what waits for the council, by number."""
    columns = table("question").c
    query = select(table("question")).where(
        columns.programme == programme, columns.state.in_(load.OPEN)
    )
    # Sorted here: asked to, SQLite goes through every question by its number.
    return sorted(_plain(connection.execute(query).mappings()), key=itemgetter("number"))


def events_of(connection: Connection, *, inbox: int | None = None, case: str = "") -> Rows:
    """Return the ledger's lines about a mail or a case, in order."""
    columns = table("event").c
    wanted = columns.inbox == inbox if inbox is not None else columns.case_id == case
    query = select(table("event")).where(wanted).order_by(columns.seq)
    return _plain(connection.execute(query).mappings())


def found(connection: Connection, programme: str, prefix: str) -> list[tuple[str, dict[str, Any]]]:
    """Return (table, row) of the records whose id begins so: people, cases, questions, letters."""
    hits = []
    for name in ("person", "case", "question", "letter"):
        rows = table(name)
        query = select(*_shown(rows)).where(
            rows.c.programme == programme, rows.c.id.startswith(prefix, autoescape=True)
        )
        hits += [(name, row) for row in _plain(connection.execute(query.limit(10)).mappings())]
    return hits


def question(connection: Connection, programme: str, number: int) -> dict[str, Any] | None:
    """Return the question with this number, decided or not."""
    columns = table("question").c
    query = select(table("question")).where(
        columns.programme == programme, columns.number == number
    )
    row = connection.execute(query).mappings().first()
    return dict(row) if row else None


def questions_from(connection: Connection, inbox: int) -> Rows:
    """Return the questions that a mail raised or added to as their first source."""
    columns = table("question").c
    query = select(table("question")).where(columns.source == inbox).order_by(columns.number)
    return _plain(connection.execute(query).mappings())


def cause(connection: Connection, event: str) -> dict[str, Any] | None:
    """Return the line of the ledger with this id: what a letter was sent because of."""
    rows = table("event")
    found = connection.execute(select(rows).where(rows.c.id == event)).mappings().first()
    return dict(found) if found else None


def letters_because_of(connection: Connection, causes: Iterable[str]) -> Rows:
    """Return the letters that these events caused."""
    rows = table("letter")
    query = select(*_shown(rows)).where(rows.c.cause.in_(list(causes)))
    return _plain(connection.execute(query.order_by(rows.c.created)).mappings())


def everything(connection: Connection, programme: str) -> dict[str, Rows]:
    """Return every record of a programme, table by table."""
    tables = {}
    for name in EXPORTED:
        rows = table(name)
        query = select(*_shown(rows)).where(rows.c.programme == programme)
        query = query.order_by(*rows.primary_key)
        tables[name] = _plain(connection.execute(query).mappings())
    return tables


def mailboxes(connection: Connection) -> Rows:
    """Return what is known of each polled folder: its last good poll and its failures."""
    columns = table("mailbox").c
    query = select(columns.name, columns.last_ok, columns.failures, columns.error)
    return _plain(connection.execute(query.order_by(columns.name)).mappings())


def parked(connection: Connection, programme: str) -> int:
    """Return how many mails were set aside because handling them failed."""
    columns = table("inbox").c
    query = select(func.count()).where(columns.programme == programme, columns.state == "parked")
    return connection.execute(query).scalar_one()


def letters_by_state(connection: Connection, programme: str) -> dict[str, int]:
    """Return how many letters are in each state."""
    columns = table("letter").c
    query = select(columns.state, func.count()).where(columns.programme == programme)
    found = connection.execute(query.group_by(columns.state))
    return {state: count for state, count in found}  # noqa: C416 - a row is no plain pair to mypy


def _shown(rows: Table) -> list[Any]:
    if rows.name == "case":  # A case's data are its facts, no bytes of a mail.
        return list(rows.c)
    return [column for column in rows.c if column.name not in _HIDDEN]


def _parties(connection: Connection, programme: str) -> dict[str, dict[str, str]]:
    party, person = table("party").c, table("person").c
    query = (
        select(party.case_id, party.part, person.name)
        .join(table("person"), person.id == party.person)
        .where(party.programme == programme)
    )
    parts: dict[str, dict[str, str]] = {}
    for case_id, part, name in connection.execute(query):
        parts.setdefault(case_id, {})[part] = name
    return parts


def _plain(rows: Iterable[Any]) -> Rows:
    return [dict(row) for row in rows]
