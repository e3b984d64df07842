"""`mailer pause` and `mailer resume`: stop all effects, and let them go on."""

from typing import TYPE_CHECKING, Annotated

import typer

from mailer.commands.common import ProgrammeName, programme, say, settings
from mailer.errors import SettingsError

if TYPE_CHECKING:
    from mailer.settings import Settings

Every = Annotated[bool, typer.Option("--all", help="Every programme of the installation.")]


def pause(
    context: typer.Context,
    reason: Annotated[str, typer.Option("--reason", help="Is told to the council.")] = "",
    name: ProgrammeName = "",
    every: Every = False,
) -> None:
    """Stop all effects at once: no letter, no decision, no deadline; mail is still received.

    The council gets one letter that says so. Nothing is lost: `mailer resume` has everything worked
    in its order. It holds for the running service and for later starts. A member of the council can
    do the same by a mail with the word "pause".

    Example: `mailer pause --reason "a mailbox was broken into"`
    """
    _switch(context, _which(settings(context), name, every=every), reason, on=False)


def resume(context: typer.Context, name: ProgrammeName = "", every: Every = False) -> None:
    """End a pause: what came in meanwhile is worked in its order, deadlines are met, letters leave.

    A member of the council can do the same by answering the letter about the pause with "resume".

    Example: `mailer resume --all`
    """
    _switch(context, _which(settings(context), name, every=every), "", on=True)


def _which(chosen: "Settings", name: str, *, every: bool) -> list[str]:
    if every and name:
        raise SettingsError(["--all and --programme were given; expected one of them"])
    return list(chosen.programme) if every else [programme(chosen, name)]


def _switch(context: typer.Context, names: list[str], reason: str, *, on: bool) -> None:
    from mailer.app import App

    app = App(settings(context))
    try:
        for name in names:
            changed = app.lines[name].switch(app.clock(), reason, on=on)
            words = "goes on" if on else "is paused"
            say(f"{name} {words}" if changed else f"{name}: nothing to do, it {words} already")
    finally:
        app.close()
