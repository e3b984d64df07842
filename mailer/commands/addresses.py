"""Operator's acts on what goes out: an address is resumed, the breaker of answers is closed."""

from enum import StrEnum
from typing import Annotated

import typer

from mailer.commands.common import (
    Json,
    ProgrammeName,
    database,
    print_json,
    programme,
    say,
    settings,
)
from mailer.errors import MailerError


class Action(StrEnum):
    """What is done with the breaker."""

    SHOW = "show"
    CLOSE = "close"


def resume(context: typer.Context, address: str, name: str) -> None:
    """Let letters go to an address again."""
    from mailer.app import App
    from mailer.rules.procedures.delivery import resumption

    chosen = settings(context)
    where = programme(chosen, name)
    app = App(chosen)
    try:
        line = app.lines[where]
        case = line.desk.suspended().get(address.lower())
        if case is None:
            raise MailerError(f"{address!r} is not suspended; see `mailer people`")
        line.happen(resumption(case, app.clock()), app.clock())
    finally:
        app.close()
    say(f"letters go to {address} again")


def breaker(
    context: typer.Context,
    action: Annotated[Action, typer.Argument(help="show or close.")] = Action.SHOW,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Say how many automatic answers went out today, or let them go out again.

    At `answers_in_all` the breaker opens: no automatic answer goes out until the next day, and the
    council is told. Closing it counts anew from now; what was held back stays in the outbox.

    Example: `mailer breaker close`
    """
    from mailer.installation import now
    from mailer.record import outgoing
    from mailer.record.database import reading, writing

    with database(context) as (chosen, engine):
        where = programme(chosen, name)
        policy = chosen.programme[where].policy(where)
        if action is Action.CLOSE:
            with writing(engine, where) as connection:
                outgoing.close_breaker(connection, where, now())
        with reading(engine) as connection:
            count = outgoing.answers_today(connection, policy, now())
    found = {
        "answers": count,
        "limit": policy.answers_in_all,
        "open": count >= policy.answers_in_all,
    }
    if as_json:
        print_json(found)
        return
    state = "open: no automatic answer goes out" if found["open"] else "closed"
    say(f"{count} of {policy.answers_in_all} automatic answers today; the breaker is {state}")
