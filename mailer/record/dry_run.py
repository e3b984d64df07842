"""What a programme did in a time, mail by mail: what a dry run reports to its operator (B6)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from mailer.record.lists import heads
from mailer.record.load import table

Rows = list[dict[str, Any]]


def done(connection: Connection, programme: str, since: datetime, until: datetime) -> Rows:
    """Return each mail that was handled from one instant up to another, with what came of it.

    The last row is no mail (its `id` is None): letters and questions that deadlines led to.
    """
    inbox = table("inbox").c
    columns = (inbox.id, inbox.received, inbox.outcome, inbox.reason, inbox.intents)
    query = select(*columns).where(
        inbox.programme == programme, inbox.done >= since, inbox.done < until
    )
    mails = connection.execute(query.order_by(inbox.id)).mappings().all()
    head = heads(connection, [mail["id"] for mail in mails])
    mail_of, words = _events(connection, programme, since, until)
    letters: dict[int | None, Rows] = defaultdict(list)
    for letter in _letters(connection, programme, since, until):
        cause = letter.pop("cause")
        letters[mail_of.get(cause)].append({**letter, "because": words.get(cause, "")})
    questions: dict[int | None, Rows] = defaultdict(list)
    known = {mail["id"] for mail in mails}
    for asked in _questions(connection, programme, since, until):
        source = asked.pop("source")
        questions[source if source in known else None].append(asked)
    rows = [
        {
            **mail,
            "from": head[mail["id"]].sender,
            "subject": head[mail["id"]].subject,
            "letters": letters[mail["id"]],
            "questions": questions[mail["id"]],
        }
        for mail in mails
    ]
    return [*rows, {"id": None, "letters": letters[None], "questions": questions[None]}]


def _events(
    connection: Connection, programme: str, since: datetime, until: datetime
) -> tuple[dict[str, int], dict[str, str]]:
    """Return which mail is behind each event, and each event in words.

    What procedures told each other because of a mail names none: it is known by case and moment.
    """
    event = table("event").c
    columns = (event.id, event.at, event.inbox, event.case_id, event.text)
    query = select(*columns).where(
        event.programme == programme, event.at >= since, event.at < until
    )
    rows = connection.execute(query.order_by(event.seq)).all()
    own = {row.id: row.inbox for row in rows if row.inbox is not None}
    cases = {
        (row.case_id, row.at): row.inbox for row in rows if row.inbox is not None and row.case_id
    }
    told = {
        row.id: cases[row.case_id, row.at]
        for row in rows
        if row.inbox is None and (row.case_id, row.at) in cases
    }
    return own | told, {row.id: row.text for row in rows}


def _letters(
    connection: Connection, programme: str, since: datetime, until: datetime
) -> Sequence[dict[str, Any]]:
    letter = table("letter").c
    names = ("id", "cause", "created", "address", "subject", "template", "state")
    query = select(*(letter[name] for name in names)).where(
        letter.programme == programme, letter.created >= since, letter.created < until
    )
    rows = connection.execute(query.order_by(letter.created, letter.place, letter.id))
    return [dict(row) for row in rows.mappings()]


def _questions(
    connection: Connection, programme: str, since: datetime, until: datetime
) -> Sequence[dict[str, Any]]:
    question = table("question").c
    query = select(question.number, question.title, question.source).where(
        question.programme == programme, question.asked >= since, question.asked < until
    )
    return [dict(row) for row in connection.execute(query.order_by(question.number)).mappings()]
