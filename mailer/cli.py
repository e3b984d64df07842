"""The command `mailer`. Exit codes: 0 done, 1 failed, 2 wrong settings or arguments, 75 later."""

import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from mailer.commands import demo, keep, lists, people_import, read, service, setup, show
from mailer.commands.common import Chosen, warn
from mailer.errors import MailerError

FAILED = 1

app = typer.Typer(
    name="mailer",
    help="Runs a volunteer programme's council mailbox: mail in, records, replies, decisions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def options(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", "-c", exists=True, dir_okay=False, help="The settings; else ./mailer.toml."
        ),
    ] = None,
) -> None:
    """Runs a volunteer programme's council mailbox: mail in, records, replies, decisions.

    Without a mailer.toml the defaults work: an SQLite file, mail taken by SMTP on this machine,
    letters put into a Maildir. `mailer init` writes a commented mailer.toml.

    When something is wrong: `mailer check`, then `mailer inbox --state parked`, then
    `mailer outbox --state failed`, and `mailer show ID` for the why.
    """
    context.obj = Chosen(config)


for _name, _command in (
    ("init", setup.init),
    ("check", setup.check),
    ("import", people_import.import_people),
    ("run", service.run),
    ("take", service.take),
    ("digest", service.digest),
    ("people", lists.people),
    ("cases", lists.cases),
    ("questions", lists.questions),
    ("inbox", lists.inbox),
    ("outbox", lists.outbox),
    ("show", show.show),
    ("replay", lists.replay),
    ("resend", lists.resend),
    ("read", read.read),
    ("export", lists.export),
    ("backup", keep.backup),
    ("restore", keep.restore),
    ("demo", demo.demo),
):
    app.command(_name)(_command)


def main() -> None:
    """Run the command line; what goes wrong becomes one clear line each and an exit code."""
    os.umask(0o077)  # Mails, records and the key are for the service's user alone.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A name that the terminal's encoding lacks must not end a command.
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except MailerError as error:
        _leave(str(error), error.exit_code)
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _leave(f"{where}{error.strerror or error}", FAILED)
    except Exception as error:
        from mailer.record.database import unavailable

        told = unavailable(error)
        if told is None:
            raise
        _leave(str(told), told.exit_code)


def _leave(words: str, code: int) -> None:
    for line in words.splitlines():
        if line.strip():
            warn(f"mailer: {line.strip()}")
    sys.exit(code)
