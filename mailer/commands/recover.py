"""`mailer recover`: rebuild what a restored backup has not seen, from the mailbox (B15)."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailer.commands.common import Json, cell, errors, instant, print_json, say, settings, warn
from mailer.commands.keep import refuse_beside_the_service

if TYPE_CHECKING:
    from mailer.deliver.queue import LetterLine
    from mailer.receive.kept import Arrival
    from mailer.recovery import Programme

SHOWN = 40
"""Mails and letters that are shown one by one."""
LATER = 75


def recover(
    context: typer.Context,
    apply: Annotated[
        bool, typer.Option("--apply", help="Do it; else it is only shown what is missing.")
    ] = False,
    until: Annotated[
        datetime | None,
        typer.Option(
            "--until",
            parser=instant,
            metavar="TIME",
            help="When the service was last at work; letters of later deadlines are then sent.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Rebuild what a restored backup has not seen, from the processed folder of the mailbox.

    For use after `mailer restore`, before the service is started. Each mail that the records do
    not know is stored as of when it was received and worked off, with the deadlines between them.
    The letters of that are written and not sent, and neither are those that waited in the backup:
    they went out before. They are the letters in the state presumed; `mailer resend ID` sends one.
    Mails that came before the service began are left alone.
    Without --until that holds for all deadlines up to now, so that nothing is sent twice.

    Example: `mailer recover`, and when it looks right:
    `mailer recover --until 2027-01-05T09:00+00:00 --apply`
    """
    from mailer.installation import now
    from mailer.recovery import Recovery

    chosen = settings(context)
    refuse_beside_the_service(chosen)
    recovery = Recovery(chosen, now(), until)
    if not apply:
        found = recovery.look()
    else:
        with errors.status("looking at the mailbox") as status:
            found = recovery.apply(
                lambda count, at: status.update(f"{count} mails, up to {cell(at)}")
            )
    if as_json:
        rows = [_row(one) for one in found]
        print_json({"until": recovery.until, "written": apply, "programmes": rows})
    else:
        for one in found:
            _show(one, recovery.until, applied=apply)
    if any(one.left for one in found):
        warn("mailer: mails still wait; run it again with --apply, until then nothing else runs")
        raise typer.Exit(LATER)


def _row(one: "Programme") -> dict[str, Any]:
    return {
        "programme": one.name,
        "newest": one.newest,
        "known": one.known,
        "older": one.older,
        "mails": one.stored or len(one.mails),
        "letters_waiting": one.waiting,
        "letters_late": [letter.id for letter in one.late],
        "left": one.left,
    }


def _show(one: "Programme", until: datetime, *, applied: bool) -> None:
    if not one.mailboxes:
        say(f"{one.name}: has no mailbox, so no mails can be found; only the outbox is looked at")
    elif one.newest is None:
        say(f"{one.name}: no mail lies in the processed folder")
    else:
        say(f"{one.name}: the newest mail that was handled came at {cell(one.newest)} UTC")
    if one.older:
        say(f"  {one.older} older mails came before the service began; they are left alone")
    for mail in one.mails[:SHOWN]:
        say(f"  {cell(mail.received)} {_head(mail)}")
    if len(one.mails) > SHOWN:
        say(f"  ... and {len(one.mails) - SHOWN} more")
    if not applied:
        say(f"{one.known} mails are known, {len(one.mails)} are not; {one.waiting} letters waited")
        say(f"nothing was written; --apply works all off, up to {cell(until)} UTC, and sends none")
        return
    say(f"{one.stored} mails were worked off; {one.waiting} letters that waited are not sent again")
    say("`mailer outbox --state presumed` lists the letters that are presumed to have left")
    if one.late:
        say(
            "Later than the newest mail are these; if the service had stopped by then, resend them:"
        )
        _letters(one.late)
    say("What was done by command since the backup (import, council, privacy) is to be done again")


def _letters(letters: "list[LetterLine]") -> None:
    for letter in letters[:SHOWN]:
        say(f"  {letter.id[:8]} {cell(letter.created)} {letter.address}: {cell(letter.subject)}")
    if len(letters) > SHOWN:
        say(f"  ... and {len(letters) - SHOWN} more")


def _head(mail: "Arrival") -> str:
    from mailer.parse.message import parse

    message = parse(mail.data)
    sender = message.sender.email if message.sender else "somebody"
    return f"{sender}: {cell(message.subject)}"
