"""The command `mailer`. Exit codes: 0 done, 1 failed, 2 wrong settings or arguments, 75 later."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mailer.commands import demo, lists, people_import, read, service, setup
from mailer.commands.common import Chosen, errors
from mailer.errors import MailerError

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
        typer.Option("--config", "-c", exists=True, dir_okay=False, help="Else ./mailer.toml."),
    ] = None,
) -> None:
    """Runs a volunteer programme's council mailbox: mail in, records, replies, decisions.

    Without a mailer.toml the defaults work: an SQLite file, mail taken by SMTP on this machine,
    letters put into a Maildir. `mailer init` writes a commented mailer.toml.
    """
    context.obj = Chosen(config)


for _name, _command in (
    ("init", setup.init),
    ("check", setup.check),
    ("run", service.run),
    ("take", service.take),
    ("digest", service.digest),
    ("import", people_import.import_people),
    ("people", lists.people),
    ("cases", lists.cases),
    ("questions", lists.questions),
    ("inbox", lists.inbox),
    ("outbox", lists.outbox),
    ("show", lists.show),
    ("replay", lists.replay),
    ("export", lists.export),
    ("read", read.read),
    ("demo", demo.demo),
):
    app.command(_name)(_command)


def main() -> None:
    """Run the command line; errors of ours become one clear line each and an exit code."""
    try:
        app()
    except MailerError as error:
        for line in str(error).splitlines():
            errors.print(f"mailer: {line}", markup=False)
        sys.exit(error.exit_code)
