"""`mailer import`: a spreadsheet of people, shown first and written with --apply."""

from pathlib import Path
from typing import Annotated

import typer

from mailer.app import App
from mailer.commands.common import ProgrammeName, console, programme, settings
from mailer.errors import SettingsError
from mailer.record.people_csv import plan


def import_people(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A CSV file, UTF-8.")],
    apply: Annotated[
        bool, typer.Option("--apply", help="Write it; else it is only shown.")
    ] = False,
    name: ProgrammeName = "",
) -> None:
    """Import people from a spreadsheet: first shown, then written with --apply.

    Columns: name and email; and, where known, role (council, mentor, rep), portal_username,
    country, mentor_email, mentored_since, skills, languages (separated by semicolons), language,
    member_since, council_from, council_until, places. People are known by their address, so a
    corrected spreadsheet can be imported again.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SettingsError([f"{file}: is not UTF-8: {error}"]) from error
    chosen = settings(context)
    where = programme(chosen, name)
    app = App(chosen)
    try:
        desk = app.lines[where].desk
        desk.look_up([], app.clock())
        found = plan(text, desk.roster, where)
        if found.faults:
            raise SettingsError([f"{file}: {fault}" for fault in found.faults])
        console.print(f"{found.new} new, {found.changed} changed, {found.unchanged} unchanged")
        if not apply:
            console.print("nothing was written; --apply writes it")
            return
        app.lines[where].enrol(found.records, app.clock())
        console.print("written")
    finally:
        app.close()
