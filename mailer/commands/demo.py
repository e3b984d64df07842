"""`mailer demo`: the service, shown at work."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

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
    from mailer import logs
    from mailer.demo.play import play

    if folder.exists() and not folder.is_dir():
        raise SettingsError([f"--folder is {str(folder)!r}, a file; expected a folder"])
    if folder.exists() and any(folder.iterdir()) and not (folder / "mails").is_dir():
        raise SettingsError([f"--folder is {str(folder)!r}; expected an empty or a new folder"])
    logs.set_up("plain")
    console = Console(highlight=False)
    mails = play(folder, console)
    first = min(mails.iterdir()).resolve()
    console.print("\nEvery mail of the story, in its order:", style="bold")
    console.print(str(mails.resolve()), markup=False, soft_wrap=True)
    console.print("Open one with a mail program, or read it:")
    console.print(f"less {first}", markup=False, soft_wrap=True)
