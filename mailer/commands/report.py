"""`mailer report`: the figures of a month, as the council's letter has them."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailer.commands import dry_run as would_have
from mailer.commands.common import (
    Json,
    ProgrammeName,
    database,
    print_json,
    print_rows,
    programme,
    say,
)
from mailer.errors import SettingsError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mailer.rules.facts import Policy
    from mailer.rules.figures import Month


def report(
    context: typer.Context,
    month: Annotated[
        datetime | None,
        typer.Option("--month", formats=["%Y-%m"], help="As 2027-01; else the month before."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Instead: mail by mail, what would have been done.")
    ] = False,
    day: Annotated[
        datetime | None,
        typer.Option("--day", formats=["%Y-%m-%d"], help="With --dry-run; else the last 24 hours."),
    ] = None,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Print the figures of a month, or what a dry run would have done.

    A month that was reported is printed as it was then. Any other is counted now: what happened
    in it is, and mentors, waits and open questions are as they stand today.

    With --dry-run: each mail, how it was read, what became of it, the letters and questions that
    it led to, and those of deadlines. With `send = "never"` the letters were withheld.

    Examples: `mailer report`, `mailer report --month 2027-01 --json`, `mailer report --dry-run`
    """
    if day and not dry_run:
        raise SettingsError(["--day is for --dry-run; expected --month, or --dry-run with it"])
    from mailer.installation import now
    from mailer.record.database import reading
    from mailer.rules.figures import before, lines, month_of

    with database(context) as (chosen, engine), reading(engine) as connection:
        where = programme(chosen, name)
        policy = chosen.programme[where].policy(where)
        if dry_run:
            dry = chosen.programme[where].send == "never"
            given = day.date() if day else None
            would_have.report(connection, where, policy, given, now(), dry=dry, as_json=as_json)
            return
        first, last = month_of(month.date()) if month else before(policy.day(now()))
        known = _reported(connection, where)
        found = known.get(f"{first:%Y-%m}")
        if found is None:
            found = _counted(connection, where, policy, first, last)
        earlier = known.get(f"{before(first)[0]:%Y-%m}")
    if as_json:
        print_json(found.plain())
        return
    say(f"{chosen.programme[where].title}, {first:%B %Y}")
    rows: list[dict[str, Any]] = [
        {"figure": label, "value": value} for label, value in lines(found, earlier)
    ]
    print_rows(rows, ("figure", "value"), as_json=False, empty="")


def _reported(connection: "Connection", where: str) -> "dict[str, Month]":
    """Return the months that were reported, by name."""
    from mailer.record import load
    from mailer.rules.procedures.report import NAME

    cases = load.open_cases_of(connection, where, {NAME})
    return {month.month: month for case in cases for month in case.data.months}


def _counted(
    connection: "Connection", where: str, policy: "Policy", first: date, last: date
) -> "Month":
    from mailer.record import load
    from mailer.record.activity import activity
    from mailer.rules.figures import figures
    from mailer.rules.placing import ASSIGNMENT

    since = policy.morning_after(first - timedelta(days=1))
    happened = activity(connection, where, since, policy.morning_after(last))
    return figures(
        load.roster(connection, where),
        load.open_cases_of(connection, where, {ASSIGNMENT}),
        load.questions(connection, where),
        happened,
        policy,
        first,
        last,
    )
