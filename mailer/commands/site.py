"""`mailer export`: every record as JSON, or the public pages as a folder."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailer.commands.common import ProgrammeName, database, print_json, programme, say
from mailer.errors import SettingsError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from mailer.settings import Settings

SITE = "site"
AGAIN = 10
"""Seconds between two looks at the records with --watch."""


def export(
    context: typer.Context,
    what: Annotated[
        str, typer.Argument(help="A file to write to, else the screen; or: site.")
    ] = "",
    folder: Annotated[
        Path | None, typer.Argument(help="With `site`: the folder of the pages.")
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="With `site`: go on, and write what changes.")
    ] = False,
    name: ProgrammeName = "",
) -> None:
    """Write every record of a programme as JSON; the bytes of mails and letters are left out.

    `mailer export site public` writes the public pages instead: the mentors and the open
    assignments, as HTML and CSV. Only what has changed is written. With the key `site` the service
    does so by itself.
    """
    from mailer.record import lists
    from mailer.record.database import reading

    if what == SITE:
        if folder is None:
            raise SettingsError(["export site: no folder is named; expected `export site public`"])
        with database(context) as (chosen, engine):
            _pages(chosen, engine, programme(chosen, name), folder, watch=watch)
        return
    if folder is not None or watch:
        raise SettingsError([f"export {what}: expected one file, or `site` and a folder"])
    with database(context) as (chosen, engine), reading(engine) as connection:
        everything = lists.everything(connection, programme(chosen, name))
    if not what:
        print_json(everything)
        return
    print_json(everything, Path(what))
    say(f"{sum(map(len, everything.values()))} rows written to {what}")


def _pages(chosen: "Settings", engine: "Engine", which: str, folder: Path, *, watch: bool) -> None:
    from mailer.installation import now
    from mailer.lines import templates_of
    from mailer.record.database import reading
    from mailer.record.site import pages, write

    one = chosen.programme[which]
    templates, policy = templates_of(chosen, which), one.policy(which)
    while True:
        with reading(engine) as connection:
            files = pages(connection, templates, policy, now(), names=one.site_names)
        changed = write(files, folder)
        if changed:
            say(f"{', '.join(changed)} written to {folder}")
        elif not watch:
            say(f"{folder} is as it should be")
        if not watch:
            return
        time.sleep(AGAIN)
