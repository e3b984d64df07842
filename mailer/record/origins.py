"""Where questions come from: the mail, how it was read, and what happened since ("why 12")."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from mailer.record import lists
from mailer.record.load import table
from mailer.rules.events import Event, Said
from mailer.rules.facts import Origin
from mailer.rules.fields import Verb
from mailer.rules.records import Question
from mailer.rules.roster import Roster
from mailer.rules.together import TEMPLATE

MOST = 15
"""Lines of what happened since, the newest; a case of years has hundreds."""


def asked_for(event: Event) -> frozenset[int]:
    """Return the numbers of which a mail asks why."""
    if not isinstance(event, Said):
        return frozenset()
    lines = (command for command in event.fields.commands if command.verb is Verb.WHY)
    return frozenset(number for command in lines for number in command.numbers)


def origins(
    connection: Connection, questions: Iterable[Question], roster: Roster
) -> dict[int, Origin]:
    """Return what is known of these questions, by number."""
    found = tuple(questions)
    mails = _mails(connection, [q.source for q in found if q.source is not None])
    return {q.number: _origin(connection, q, mails.get(q.source or 0), roster) for q in found}


def _origin(
    connection: Connection, question: Question, mail: Origin | None, roster: Roster
) -> Origin:
    mail = mail or Origin()
    since = _since(connection, question, roster) if question.case else ()
    return Origin(mail.received, mail.sender, mail.subject, mail.readings, since)


def _mails(connection: Connection, numbers: Collection[int]) -> dict[int, Origin]:
    if not numbers:
        return {}
    inbox, event = table("inbox").c, table("event").c
    heads = lists.heads(connection, numbers)
    query = select(inbox.id, inbox.received).where(inbox.id.in_(numbers))
    received = {row.id: row.received for row in connection.execute(query)}
    verdicts = select(event.inbox, event.details).where(
        event.inbox.in_(numbers), event.kind == "verdict"
    )
    readings = {
        row.inbox: tuple((intent, sure) for intent, sure in (row.details or {}).get("readings", ()))
        for row in connection.execute(verdicts)
    }
    return {
        number: Origin(
            received[number],
            heads[number].sender,
            heads[number].subject,
            readings.get(number, ()),
        )
        for number in received
    }


def _since(
    connection: Connection, question: Question, roster: Roster
) -> tuple[tuple[datetime, str], ...]:
    event, letter = table("event"), table("letter")
    happened = select(event.c.seq, event.c.at, event.c.kind, event.c.name, event.c.person,
                      event.c.text).where(event.c.case_id == question.case)  # fmt: skip
    rows = connection.execute(happened.order_by(event.c.seq)).mappings().all()
    lines = [(row["at"], _words(row, roster)) for row in rows]
    sent = select(letter.c.created, letter.c.person, letter.c.address, letter.c.subject).where(
        letter.c.cause.in_(select(event.c.id).where(event.c.case_id == question.case)),
        letter.c.template != TEMPLATE,  # Each of its matters has a line of its own.
    )
    for row in connection.execute(sent.order_by(letter.c.created, letter.c.place)).mappings():
        to = roster.name(row["person"]) if row["person"] else row["address"]
        lines.append((row["created"], f"letter to {to}: “{row['subject']}”"))
    lines.sort(key=lambda line: line[0])
    return tuple(lines[-MOST:])


def _words(row: RowMapping | dict[str, Any], roster: Roster) -> str:
    if row["kind"] == "note":
        return str(row["text"])
    name = str(row["name"]).removeprefix("due:").replace("_", " ")
    if row["kind"] == "due":
        return f"a deadline came: {name}"
    who = f", {roster.name(row['person'])}" if row["person"] else ""
    wrote = "a mail: " if row["kind"] == "said" else ""
    return f"{wrote}{name}{who}"
