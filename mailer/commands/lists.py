"""Looking at what is recorded: people, cases, questions, inbox, outbox, show, export."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy import Connection

from mailer.app import now
from mailer.commands.common import (
    Json,
    Limit,
    ProgrammeName,
    console,
    database,
    print_json,
    print_rows,
    programme,
)
from mailer.deliver import queue as outgoing
from mailer.errors import MailerError
from mailer.receive import queue as incoming
from mailer.record import lists
from mailer.record.database import reading, writing

Closed = Annotated[bool, typer.Option("--all", help="Closed ones too.")]
State = Annotated[str, typer.Option("--state", help="Only those in this state.")]


def people(context: typer.Context, name: ProgrammeName = "", as_json: Json = False) -> None:
    """List the people of a programme with their roles."""
    with database(context) as (chosen, engine), reading(engine) as connection:
        rows = lists.people(connection, programme(chosen, name), now())
    columns = ("name", "addresses", "council", "mentor", "mentees", "mentored_by", "country")
    print_rows(rows, columns, as_json=as_json, empty="nobody yet; see `mailer import --help`")


def cases(
    context: typer.Context, closed: Closed = False, name: ProgrammeName = "", as_json: Json = False
) -> None:
    """List the open cases, the newest first."""
    with database(context) as (chosen, engine), reading(engine) as connection:
        rows = lists.cases(connection, programme(chosen, name), closed=closed)
    columns = ("id", "procedure", "state", "parties", "opened", "next_due")
    print_rows(rows, columns, as_json=as_json, empty="no open cases")


def questions(context: typer.Context, name: ProgrammeName = "", as_json: Json = False) -> None:
    """List what waits for the council, by number."""
    with database(context) as (chosen, engine), reading(engine) as connection:
        rows = lists.questions(connection, programme(chosen, name))
    columns = ("number", "title", "kind", "asked", "snoozed")
    print_rows(rows, columns, as_json=as_json, empty="nothing waits for the council")


def inbox(
    context: typer.Context,
    limit: Limit = 50,
    state: State = "",
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """List received mails with their outcomes, the newest first."""
    with database(context) as (chosen, engine), reading(engine) as connection:
        found = incoming.listing(connection, programme(chosen, name), limit, state or None)
    rows = [asdict(mail) for mail in found]
    columns = ("id", "received", "state", "outcome", "intents", "reason")
    print_rows(rows, columns, as_json=as_json, empty="no mails")


def outbox(
    context: typer.Context,
    limit: Limit = 50,
    state: State = "",
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """List letters and how far they are, the newest first."""
    with database(context) as (chosen, engine), reading(engine) as connection:
        found = outgoing.listing(connection, programme(chosen, name), limit, state or None)
    rows = [asdict(letter) for letter in found]
    columns = ("id", "created", "state", "address", "template", "subject", "reply")
    print_rows(rows, columns, as_json=as_json, empty="no letters")


def show(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="ID", help="See below.")],
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Show one thing and why it is so.

    ID is the number of a mail in `mailer inbox` (12), the number of a question of the digest
    (q12), or the beginning of the id of a person, a case or a letter.
    """
    with database(context) as (chosen, engine), reading(engine) as connection:
        found = _found(connection, programme(chosen, name), what)
    if as_json:
        print_json(found)
        return
    for title, rows in found.items():
        console.print(title, style="bold")
        for row in rows if isinstance(rows, list) else [rows]:
            for key, value in row.items():
                if value not in (None, "", [], {}):
                    console.print(f"  {key}: {value}", markup=False)
            console.print()


def replay(
    context: typer.Context,
    inbox_id: Annotated[int, typer.Argument(metavar="ID", help="A number of `mailer inbox`.")],
) -> None:
    """Handle a parked mail again; what it caused already is not done twice."""
    with database(context) as (_, engine), writing(engine) as connection:
        if not incoming.replay(connection, inbox_id):
            raise MailerError(f"there is no parked or handled mail {inbox_id} with its bytes")
    console.print(f"mail {inbox_id} is handled again by the service, or by `mailer run --once`")


def export(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="Where to write; else to the screen.")] = None,
    name: ProgrammeName = "",
) -> None:
    """Write every record of a programme as JSON; the bytes of mails are left out."""
    with database(context) as (chosen, engine), reading(engine) as connection:
        everything = lists.everything(connection, programme(chosen, name))
    if file is None:
        print_json(everything)
        return
    print_json(everything, file)
    console.print(f"{sum(map(len, everything.values()))} rows written to {file}")


def _found(connection: Connection, programme_name: str, what: str) -> dict[str, Any]:
    if what.isdecimal():
        return _mail(connection, int(what))
    if what[:1] in "q#" and what[1:].isdecimal():
        row = lists.question(connection, programme_name, int(what[1:]))
        if row is None:
            raise MailerError(f"there is no question {what[1:]}")
        return {"question": row}
    hits = lists.found(connection, programme_name, what)
    if len(hits) != 1:
        raise MailerError(f"{len(hits)} records have an id that begins with {what!r}")
    kind, row = hits[0]
    ledger = lists.events_of(connection, case=row["id"]) if kind == "case" else []
    return {kind: row, **({"ledger": ledger} if ledger else {})}


def _mail(connection: Connection, number: int) -> dict[str, Any]:
    found = incoming.read(connection, number)
    if found is None:
        raise MailerError(f"there is no mail {number}")
    summary, data = found
    ledger = lists.events_of(connection, inbox=number)
    letters = lists.letters_because_of(connection, [line["id"] for line in ledger])
    head = data[:20_000].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return {
        "mail": asdict(summary),
        "header": {"lines": head.decode("utf-8", "replace").splitlines()},
        "ledger": ledger,
        "letters": letters,
    }
