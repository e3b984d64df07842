"""`mailer council`: who sits on the council and until when; the operator's own act."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import typer

from mailer.commands.common import Json, ProgrammeName, print_rows, programme, say, settings
from mailer.errors import MailerError


class Action(StrEnum):
    """What is done with a seat."""

    LIST = "list"
    ADD = "add"
    END = "end"


From = Annotated[
    datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="First day; else today.")
]
Until = Annotated[
    datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="Last day of the seat.")
]


def council(
    context: typer.Context,
    action: Annotated[Action, typer.Argument(help="list, add or end.")] = Action.LIST,
    who: Annotated[str, typer.Argument(metavar="NAME", help="A name or an address.")] = "",
    since: From = None,
    until: Until = None,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """List the council's seats with their dates, give one or end one.

    It takes effect at once, without the council's consent: members themselves propose a seat by
    answering a digest with "council add NAME from DATE until DATE", and a second one agrees.
    A new member gets a handover letter on the first day; whoever leaves is thanked.

    Examples: `mailer council`, `mailer council add "Ana Pop" --from 2027-02-01 --until 2027-07-31`,
    `mailer council end ana@mail.example --until 2027-01-31`
    """
    from mailer.app import App
    from mailer.rules import seats
    from mailer.rules.fields import Command, Verb

    chosen = settings(context)
    where = programme(chosen, name)
    app = App(chosen)
    try:
        line = app.lines[where]
        line.desk.look_up([], app.clock())
        roster, today = line.desk.roster, line.book.policy.day(app.clock())
        if action is Action.LIST:
            rows = [
                {"name": person.name, "since": term.since, "until": term.until}
                for person in sorted(roster, key=lambda person: person.name)
                for term in person.terms
                if term.until is None or term.until >= today
            ]
            columns = ("name", "since", "until")
            print_rows(rows, columns, as_json=as_json, empty="nobody; see `mailer council --help`")
            return
        verb = Verb.ADD if action is Action.ADD else Verb.END
        command = Command("", verb, named=who, since=_day(since), until=_day(until))
        if problem := seats.problem(command, roster, today):
            raise MailerError(problem)
        [person] = seats.found(roster, who)
        line.enrol([seats.changed(command, person, today)], app.clock())
        say(f"done: {seats.words(command, person, today).rstrip('?')}")
    finally:
        app.close()


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None
