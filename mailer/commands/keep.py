"""`mailer backup` and `mailer restore`: one file that holds all of an SQLite installation."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailer.commands.common import say, settings
from mailer.errors import MailerError, SettingsError

if TYPE_CHECKING:
    from mailer.settings import Settings


def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(dir_okay=False, help="Where to write.")],
) -> None:
    """Write the SQLite database and the key into one file; the service may go on working.

    The file holds every mail and the key of the reply tokens: keep it as private as a mailbox.
    Example, from a nightly timer: `mailer backup /srv/backup/mailer-$(date +%F).backup`.
    With PostgreSQL: use pg_dump, and copy the file `key` of the data folder with it.
    """
    from mailer.record import database

    if not file.absolute().parent.is_dir():
        raise SettingsError([f"FILE is {str(file)!r}; expected a file in a folder that is there"])
    chosen = settings(context)
    size = database.backup(chosen.database_url, chosen.data / "key", file)
    say(f"{file} is written, {size:,} bytes; keep it private")


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A backup.")],
    force: Annotated[
        bool, typer.Option("--force", help="Replace the database that is there.")
    ] = False,
) -> None:
    """Put the database and the key of a backup in place. Stop the service first.

    An existing database is replaced only with --force, and never while the service runs.
    What came after the backup is rebuilt by `mailer recover`; run it before the service.
    """
    from mailer.record import database

    chosen = settings(context)
    there = database.sqlite_file(chosen.database_url)
    if there is not None and there.exists():
        refuse_beside_the_service(chosen)
        if not force:
            raise SettingsError([f"{there} is there already; --force replaces it"])
    database.restore(file, chosen.database_url, chosen.data / "key")
    say(f"{file} is restored; now `mailer check` and `mailer recover`, then start the service")


def refuse_beside_the_service(chosen: "Settings") -> None:
    """Raise MailerError while the service runs."""
    from mailer.commands.setup import state

    if state(chosen)["running"]:
        raise MailerError("the service has given a sign of life just now; stop it first")
