"""`mailer init`: settings to begin with."""

import os
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from mailer.commands.common import say
from mailer.errors import SettingsError

_OWN = tuple(
    f"# {key}" for key in ("address =", "authserv_id =", "verify", "dkim", "received", "own_lists")
)
"""Keys of the installation, which stand in mailer.toml beside the name of the programme's file."""


def init(
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
    programme: Annotated[
        str, typer.Option("--programme", help="Begin from a programme that comes with it.")
    ] = "",
    systemd: Annotated[
        bool, typer.Option("--systemd", help="Print a systemd unit instead; write nothing.")
    ] = False,
) -> None:
    """Write a commented mailer.toml into this folder.

    With --programme a whole programme is written beside it, as programme.toml, to be changed.
    Example of the other use: `mailer init --systemd > /etc/systemd/system/mailer.service`
    """
    if systemd:
        typer.echo(_shipped("mailer.service"), nl=False)
        return
    texts = {"mailer.toml": _shipped("mailer.example.toml")}
    if programme:
        from mailer.settings.files import text_of

        texts["programme.toml"] = text_of(programme)
        texts["mailer.toml"] = _with_file(texts["mailer.toml"], programme)
    there = [name for name in texts if Path(name).exists()]
    if there and not force:
        raise SettingsError([f"{name} exists already; --force overwrites it" for name in there])
    for name, text in texts.items():
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(text)
        say(f"{name} is written; edit it, then try `mailer check`")


def _with_file(example: str, name: str) -> str:
    """Let the programme's table name its file, for keys beside it would win over the file's."""
    before, _, rest = example.partition("[programme.mentoring]\n")
    _, mailbox, after = rest.partition("# A mailbox that is polled")
    table = [f"[programme.{name}]", 'file = "programme.toml"']
    from mailer.settings.files import EXAMPLE, text_of

    known = text_of(EXAMPLE).partition("# ---- What belongs to one")[2]
    for line in known.splitlines()[2:]:
        own = line.startswith(_OWN)
        if not line.startswith(("# The programme's file", "# file =")):
            table.append(line.removeprefix("# ") if own else line)
    return f"{before}{chr(10).join(table)}\n\n{mailbox}{after}"


def _shipped(name: str) -> str:
    return (files("mailer") / name).read_text(encoding="utf-8")
