"""The command `mailer`. Exit codes: 0 done, 1 failed, 2 wrong settings or arguments, 75 later."""

import io
import os
import sys
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

from mailer.commands import (
    addresses,
    audit,
    auth,
    begin,
    council,
    demo,
    feedback,
    keep,
    lists,
    pause,
    people_import,
    privacy,
    read,
    recover,
    report,
    service,
    setup,
    show,
    simulate,
    site,
)
from mailer.commands.common import Chosen, warn
from mailer.errors import MailerError

FAILED = 1

app = typer.Typer(
    name="mailer",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # Plain help is quicker by half, and reads well in any terminal.
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mailer {metadata.version('council-mailer')}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config", "-c", exists=True, dir_okay=False, help="The settings; else ./mailer.toml."
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 - answered before anything else runs
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Runs a volunteer programme's council mailbox: mail in, records, replies, decisions.

    Without a mailer.toml the defaults work: an SQLite file, mail taken by SMTP on this machine,
    letters put into a Maildir. `mailer init` writes a commented mailer.toml.

    When something is wrong: `mailer check`, then `mailer inbox --state parked`, then
    `mailer outbox --state failed`, and `mailer show ID` for the why.
    """
    context.obj = Chosen(config)


for _name, _command, _short in (
    ("init", begin.init, "Write a commented mailer.toml, or print a systemd unit."),
    ("check", setup.check, "Say what works and what does not; changes nothing."),
    ("auth", auth.auth, "Let a person consent to a mailbox, by OAuth2."),
    ("import", people_import.import_people, "Import people from a spreadsheet."),
    ("run", service.run, "Serve; with --once, until nothing is due."),
    ("take", service.take, "Put mails from files into the inbox."),
    ("pause", pause.pause, "Stop all effects; mail is still received."),
    ("resume", pause.resume, "End a pause; what waited is worked."),
    ("digest", service.digest, "Send the council its digest now."),
    ("council", council.council, "List, give or end seats on the council."),
    ("feedback", feedback.feedback, "Begin the yearly feedback round."),
    ("people", lists.people, "List people with their roles; send to an address again."),
    ("orphans", lists.orphans, "List who is without a mentor, and for how long."),
    ("cases", lists.cases, "List what is under way."),
    ("questions", lists.questions, "List what waits for the council."),
    ("audit", audit.audit, "Say whether the ledger is as it was written."),
    ("report", report.report, "Print the figures of a month."),
    ("inbox", lists.inbox, "List received mails and what became of them."),
    ("outbox", lists.outbox, "List letters and how far they are."),
    ("show", show.show, "Show one mail, letter, question, case or person."),
    ("breaker", addresses.breaker, "Say how many automatic answers went out; go on with them."),
    ("replay", lists.replay, "Handle a mail again."),
    ("resend", lists.resend, "Send a letter again."),
    ("read", read.read, "Print what would be understood of a mail."),
    ("privacy", privacy.privacy, "Send a copy of somebody's data, or erase them."),
    ("export", site.export, "Write every record as JSON, or the public pages."),
    ("backup", keep.backup, "Write database and key into one file (SQLite)."),
    ("restore", keep.restore, "Put a backup in place (SQLite)."),
    ("recover", recover.recover, "Rebuild from the mailbox what a backup has not seen."),
    ("simulate", simulate.simulate, "Print the letters of the coming months; sends none."),
    ("demo", demo.demo, "Play a story with the service as it runs."),
):
    app.command(_name, short_help=_short)(_command)


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
