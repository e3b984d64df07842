"""`mailer privacy`: a copy of somebody's data, or their erasure: shown first, then done."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from mailer.commands.common import Json, ProgrammeName, print_json, programme, say, settings
from mailer.errors import SettingsError

if TYPE_CHECKING:
    from mailer.rules.records import Person
    from mailer.rules.roster import Roster


class What(StrEnum):
    """What can be done with somebody's data."""

    EXPORT = "export"
    ERASE = "erase"


def privacy(
    context: typer.Context,
    what: Annotated[What, typer.Argument(help="export or erase.")],
    who: Annotated[str, typer.Argument(metavar="PERSON", help="An address, or the id.")],
    apply: Annotated[bool, typer.Option("--apply", help="Do it; else it is only shown.")] = False,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Send somebody a copy of their data, or erase them: first shown, then done with --apply.

    The copy goes to the address on file. Erasing cannot be undone; a mentor with mentees, or a
    member of the council, becomes a question for the council first. Backups keep what they hold.

    Example: `mailer privacy erase ana@mail.example`, then the same with `--apply`
    """
    from mailer.app import App
    from mailer.record.database import reading
    from mailer.record.privacy import counts

    chosen = settings(context)
    where = programme(chosen, name)
    app = App(chosen)
    try:
        line = app.lines[where]
        line.desk.look_up([], app.clock())
        person = _person(line.desk.roster, who)
        with reading(app.engine) as connection:
            found = counts(connection, where, person)
        if apply:
            line.privacy(person.id, what.value, app.clock())
    finally:
        app.close()
    if as_json:
        print_json({"person": person.id, "rows": found, "done": apply})
        return
    for table, rows in found.items():
        say(f"{table}: {rows}")
    told = {
        What.EXPORT: f"the copy goes to {person.address}",
        What.ERASE: "erased, or put to the council where a role is open; see `mailer questions`",
    }
    say(told[what] if apply else "nothing was done; --apply does it")


def _person(roster: "Roster", who: str) -> "Person":
    found = roster.at(who)
    people = [found] if found else [p for p in roster if who and p.id.startswith(who)]
    if len(people) != 1 or people[0].erased:
        raise SettingsError([f"PERSON is {who!r}; expected an address on file, or an id"])
    return people[0]
