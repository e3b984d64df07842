"""Looking at what is recorded: people, cases, questions, inbox, outbox; replay, resend."""

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from mailer.commands.addresses import resume
from mailer.commands.common import (
    Json,
    Limit,
    ProgrammeName,
    database,
    print_json,
    print_rows,
    programme,
    say,
)
from mailer.errors import MailerError

REASON_SHOWN = 60


class MailState(StrEnum):
    """How far a received mail is."""

    RECEIVED = "received"
    DONE = "done"
    PARKED = "parked"


class LetterState(StrEnum):
    """How far a letter is."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    SUPPRESSED = "suppressed"
    CANCELLED = "cancelled"
    WITHHELD = "withheld"
    PRESUMED = "presumed"
    MERGED = "merged"


Closed = Annotated[bool, typer.Option("--all", help="Closed ones too.")]


class PeopleAction(StrEnum):
    """What is done with people: they are listed, or letters go to an address again."""

    LIST = "list"
    RESUME = "resume"


def people(
    context: typer.Context,
    action: Annotated[PeopleAction, typer.Argument(help="list or resume.")] = PeopleAction.LIST,
    address: Annotated[str, typer.Argument(help="An address to which letters came back.")] = "",
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """List the people of a programme with their roles, or send to an address again.

    Where letters come back, an address is suspended and listed under "suspended". What was held
    back meanwhile stays in the outbox as suppressed; `mailer resend ID` sends one of them.

    Example: `mailer people resume ana@mail.example`
    """
    if action is PeopleAction.RESUME:
        resume(context, address, name)
        return
    from mailer.installation import now
    from mailer.record import lists
    from mailer.record.database import reading

    with database(context) as (chosen, engine), reading(engine) as connection:
        rows = lists.people(connection, programme(chosen, name), now())
    columns = (
        "name", "addresses", "suspended", "council", "mentor", "mentees", "mentored_by", "country"
    )  # fmt: skip
    print_rows(rows, columns, as_json=as_json, empty="nobody yet; see `mailer import --help`")


def orphans(context: typer.Context, name: ProgrammeName = "", as_json: Json = False) -> None:
    """List who is without a mentor: why, since when, and how the search stands; oldest first."""
    from mailer.installation import now
    from mailer.record import lists
    from mailer.record.database import reading

    with database(context) as (chosen, engine), reading(engine) as connection:
        which = programme(chosen, name)
        rows = lists.without_mentor(connection, chosen.programme[which].policy(which), now())
    columns = ("name", "why", "since", "age", "search", "urgent")
    print_rows(rows, columns, as_json=as_json, empty="everybody has a mentor")


def cases(
    context: typer.Context, closed: Closed = False, name: ProgrammeName = "", as_json: Json = False
) -> None:
    """List the open cases, the newest first."""
    from mailer.record import lists
    from mailer.record.database import reading

    with database(context) as (chosen, engine), reading(engine) as connection:
        rows = lists.cases(connection, programme(chosen, name), closed=closed)
    columns = ("id", "procedure", "state", "parties", "opened", "next_due")
    print_rows(rows, columns, as_json=as_json, empty="no open cases")


def questions(context: typer.Context, name: ProgrammeName = "", as_json: Json = False) -> None:
    """List what waits for the council, by number.

    The council answers by mail, in reply to its digest; `mailer show q12` says all of number 12.
    """
    from mailer.record import lists
    from mailer.record.database import reading

    with database(context) as (chosen, engine), reading(engine) as connection:
        rows = lists.questions(connection, programme(chosen, name))
    columns = ("number", "title", "kind", "asked", "snoozed")
    print_rows(rows, columns, as_json=as_json, empty="nothing waits for the council")


def inbox(
    context: typer.Context,
    limit: Limit = 50,
    state: Annotated[MailState | None, typer.Option("--state", help="Only these.")] = None,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """List received mails with what became of them, the newest first.

    Example: `mailer inbox --state parked` lists the mails whose handling failed three times.
    """
    from mailer.receive import queue as incoming
    from mailer.record import lists
    from mailer.record.database import reading

    with database(context) as (chosen, engine), reading(engine) as connection:
        where = programme(chosen, name)
        found = incoming.listing(connection, where, limit, state)
        heads = lists.heads(connection, [mail.id for mail in found])
        names = lists.names(connection, where)
    rows = [
        {
            **asdict(mail),
            "from": heads[mail.id].sender or mail.envelope_from or "",
            "name": names.get(mail.person or "", ""),
            "subject": heads[mail.id].subject,
        }
        for mail in found
    ]
    if as_json:
        print_json(rows)
        return
    shown = [
        {
            **row,
            "who": row["name"] or row["from"],
            "outcome": row["outcome"] or "",
            "why": _short(row["reason"]),
        }
        for row in rows
    ]
    columns = ("id", "received", "who", "subject", "intents", "state", "outcome", "why")
    print_rows(shown, columns, as_json=False, empty="no mails")


def outbox(
    context: typer.Context,
    limit: Limit = 50,
    state: Annotated[LetterState | None, typer.Option("--state", help="Only these.")] = None,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """List letters and how far they are, the newest first.

    Example: `mailer outbox --state failed` lists the letters that were given up, with the words
    of the mail server; `mailer resend ID` tries one of them anew.
    """
    from mailer.deliver import queue as outgoing
    from mailer.record.database import reading

    with database(context) as (chosen, engine), reading(engine) as connection:
        found = outgoing.listing(connection, programme(chosen, name), limit, state)
    rows = [asdict(letter) for letter in found]
    columns = ("id", "created", "address", "subject", "state", "reply")
    print_rows(rows, columns, as_json=as_json, empty="no letters")


def replay(
    context: typer.Context,
    inbox_id: Annotated[int, typer.Argument(metavar="ID", help="A number of `mailer inbox`.")],
) -> None:
    """Handle a parked mail again, or one that is done; what it caused is not done twice."""
    from mailer.receive import queue as incoming
    from mailer.record.database import writing

    with database(context) as (_, engine), writing(engine) as connection:
        if not incoming.replay(connection, inbox_id):
            raise MailerError(f"there is no parked or handled mail {inbox_id} with its bytes")
    say(f"mail {inbox_id} is handled again by the service, or by `mailer run --once`")


def resend(
    context: typer.Context,
    letter_id: Annotated[str, typer.Argument(metavar="ID", help="An id of `mailer outbox`.")],
) -> None:
    """Send a letter anew that failed, is in doubt, or was held back; its bytes stay the same."""
    from mailer.deliver import queue as outgoing
    from mailer.record.database import writing

    with database(context) as (chosen, engine), writing(engine) as connection:
        try:
            letter = outgoing.read(connection, letter_id)
        except LookupError as error:
            raise MailerError(str(error)) from error
        if letter is None:
            raise MailerError(f"there is no letter whose id begins with {letter_id!r}")
        owner = chosen.programme.get(letter.line.programme)
        if owner is not None and owner.send == "never":
            raise MailerError(f"send is 'never' for {letter.line.programme}: nothing leaves it")
        if not outgoing.requeue(connection, letter.line.id):
            expected = "failed, unknown, suppressed, cancelled, withheld or presumed"
            raise MailerError(f"letter {letter_id} is {letter.line.state}; expected {expected}")
    say(f"letter {letter_id} is sent again by the service, or by `mailer run --once`")


def _short(reason: str) -> str:
    return reason if len(reason) <= REASON_SHOWN else reason[: REASON_SHOWN - 3].rstrip() + "..."
