"""`mailer demo`: the service, shown at work."""

from pathlib import Path
from typing import Annotated

import typer

from mailer import logs
from mailer.commands.common import console
from mailer.demo.play import play
from mailer.errors import SettingsError


def demo(
    folder: Annotated[
        Path, typer.Option("--folder", help="Where the story is played; it is emptied first.")
    ] = Path("demo"),
) -> None:
    """Play one story with the service as it runs, and keep every mail of it in a folder.

    Six people and a council of two; real SMTP, the real line, an SQLite file, a Maildir. The
    clock is the story's own, so three weeks take some seconds.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / "mails").is_dir():
        raise SettingsError([f"--folder is {str(folder)!r}; expected an empty or a new folder"])
    logs.set_up("plain")
    mails = play(folder, console)
    console.print(f"\nEvery mail of the story, in its order: [bold]{mails.resolve()}[/bold]")
    console.print("Open one with a mail program, or read it: less demo/mails/01-in-ana.eml")
