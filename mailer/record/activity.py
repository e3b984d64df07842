"""What happened in a programme between two days, as far as a report counts it."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from mailer.record import convert
from mailer.record.load import table
from mailer.rules.facts import Activity
from mailer.rules.together import TEMPLATE


def activity(connection: Connection, programme: str, since: datetime, until: datetime) -> Activity:
    """Return what happened from one instant up to another; `until` is not included."""
    question, event, letter, inbox = (
        table(name) for name in ("question", "event", "letter", "inbox")
    )
    closed = select(question).where(
        question.c.programme == programme,
        question.c.state.in_(("approved", "rejected")),
        question.c.decided >= since,
        question.c.decided < until,
    )
    out = letter.c.state.not_in(("suppressed", "cancelled", "merged"))
    written = (letter.c.programme == programme) & (letter.c.created >= since)
    written &= letter.c.created < until
    sent = written & out
    # Of reminders in one letter each counts: an answer is one to a matter.
    reminders = select(letter.c.created, letter.c.case_id, letter.c.person).where(
        written,
        out | (letter.c.state == "merged"),
        letter.c.reminder.is_(True),
        letter.c.template != TEMPLATE,
    )
    # An answer may come in the days between the end of the month and its report.
    heard = select(event.c.at, event.c.case_id, event.c.person).where(
        event.c.programme == programme,
        event.c.kind == "said",
        event.c.at >= since,
        event.c.case_id.is_not(None),
    )
    mails = select(func.count()).where(
        inbox.c.programme == programme, inbox.c.received >= since, inbox.c.received < until
    )
    return Activity(
        decided=tuple(convert.question_from(row) for row in connection.execute(closed).mappings()),
        reminded=tuple(
            (at, case or "", who or "") for at, case, who in connection.execute(reminders)
        ),
        said=tuple((at, case or "", who or "") for at, case, who in connection.execute(heard)),
        mails=connection.execute(mails).scalar_one(),
        letters=connection.execute(select(func.count()).where(sent)).scalar_one(),
    )
