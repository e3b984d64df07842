"""`mailer auth`: a person's consent to a mailbox, by OAuth2."""

import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailer.commands.common import Json, print_rows, say, settings
from mailer.errors import MailerError, SettingsError

if TYPE_CHECKING:
    from mailer.oauth.model import Consent
    from mailer.settings import Settings


def auth(
    context: typer.Context,
    mailbox: Annotated[
        str, typer.Argument(metavar="MAILBOX", help="Which one; or delivery. One needs no name.")
    ] = "",
    status: Annotated[
        bool, typer.Option("--status", help="Say who has consented; change nothing.")
    ] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Remove the stored consent.")] = False,
    as_json: Json = False,
) -> None:
    """Let a person consent that the service reads a mailbox, and sends from it, by OAuth2.

    It prints an address to open in any browser; sign in there as the mailbox's own user. What it
    gets is kept encrypted in the data folder, and renewed by itself. A service that runs uses it
    within a quarter of an hour, or at its next start.

    Examples: `mailer auth council`, `mailer auth --status`, `mailer auth council --forget`
    """
    from mailer.installation import consents, now, token_file

    if status and forget:
        raise SettingsError(["--status and --forget are both given; expected one of them"])
    if as_json and not status:
        raise SettingsError(["--json is given without --status; expected both"])
    chosen = settings(context)
    if status:
        names = [_which(chosen, mailbox).name] if mailbox else list(consents(chosen))
        rows = [_state(chosen, consents(chosen)[name]) for name in names]
        columns = ("mailbox", "user", "provider", "state", "consented", "renewed_until", "detail")
        empty = "nobody needs to consent: no mailbox has auth 'oauth2'"
        print_rows(rows, columns, as_json=as_json, empty=empty)
        return
    consent = _which(chosen, mailbox)
    file = token_file(chosen, consent)
    if forget:
        there = file.forget()
        say(f"{consent.name}: {'forgotten' if there else 'nothing was stored'}")
        say(f"To end the consent itself, {consent.user} revokes it on the provider's pages.")
        return
    from mailer.oauth.consent import Terminal, obtain

    # The folder of the installation's key, before anybody takes the trouble to consent.
    chosen.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    tokens = obtain(consent, Terminal(say, typer.prompt, time.sleep, now))
    with file.locked(consent.timeout):
        file.write(tokens)
    say(f"{consent.name}: the consent of {consent.user} is stored; try `mailer check`")


def _which(chosen: "Settings", name: str) -> "Consent":
    from mailer.installation import consents

    known = consents(chosen)
    if not known:
        raise SettingsError(["no mailbox has auth 'oauth2'; expected one in mailer.toml"])
    if not name and len(known) == 1:
        return next(iter(known.values()))
    if name not in known:
        raise SettingsError([f"MAILBOX is {name!r}; expected one of: {', '.join(known)}"])
    return known[name]


def _state(chosen: "Settings", consent: "Consent") -> dict[str, Any]:
    """Return what is known without asking the provider; never a token."""
    from mailer.installation import token_file

    state: dict[str, Any] = {
        "mailbox": consent.name, "user": consent.user, "provider": consent.provider.name,
        "state": "missing", "consented": None, "renewed_until": None,
        "detail": f"run `mailer auth {consent.name}`",
    }  # fmt: skip
    try:
        tokens = token_file(chosen, consent).read()
    except MailerError as error:
        return state | {"state": "unreadable", "detail": str(error)}
    if tokens is None:
        return state
    known = {"consented": tokens.consented, "renewed_until": tokens.expires}
    if tokens.ended is not None:
        return state | known | {"state": "ended", "detail": tokens.reason}
    return state | known | {"state": "given", "detail": ""}
