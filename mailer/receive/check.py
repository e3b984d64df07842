"""Looking at an IMAP account without changing anything, for `mailer check`."""

from dataclasses import dataclass

from imapclient import IMAPClient

from mailer.errors import MailerError
from mailer.oauth.model import ConsentNeeded, ProviderAway, TokenRefused
from mailer.receive.account import BROKEN, ImapAccount, LoginRefused, connect, disconnect


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `fix` says what to do when it is not `ok`."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def check(account: ImapAccount) -> list[Check]:
    """Log in, look at the folders and at what the server can do. Nothing is changed there."""
    try:
        client = connect(account)
    except MailerError as error:
        return [_no_login(account, error)]
    try:
        place = f"{account.user} at {account.host}:{account.port} ({account.security})"
        return [
            Check("login", True, place),
            *_folders(client, account),
            *([] if account.untouched else [_moving(client)]),
            _waiting(client),
        ]
    except BROKEN as error:
        return [Check("connection", False, str(error), "Try again; look at the server's log.")]
    finally:
        disconnect(client)


def _no_login(account: ImapAccount, error: MailerError) -> Check:
    consent = f"Run `mailer auth {account.name}`, and sign in as {account.user}."
    match error:
        case LoginRefused():
            fix = consent if account.bearer else "Set the right user and password."
            return Check("login", False, str(error), fix)
        case ConsentNeeded():
            return Check("consent", False, str(error), consent)
        case TokenRefused():
            return Check("consent", False, str(error), "Correct the table oauth2 of this mailbox.")
        case ProviderAway():
            fix = "Try again; with a private authority of the provider, set oauth2.cafile."
            return Check("consent", False, str(error), fix)
    fix = "Check host, port and security; with a private authority, set cafile."
    return Check("login", False, str(error), fix)


def _folders(client: IMAPClient, account: ImapAccount) -> list[Check]:
    checks: list[Check] = []
    if client.folder_exists(account.inbox):
        held = client.select_folder(account.inbox, readonly=True)[b"EXISTS"]
        checks.append(Check("inbox", True, f"{account.inbox} holds {held} mails"))
    else:
        names = ", ".join(sorted(name for _flags, _mark, name in client.list_folders())[:20])
        fix = f"Set inbox to one of: {names}"
        checks.append(Check("inbox", False, f"there is no folder {account.inbox}", fix))
    if account.untouched:
        return checks
    there = client.folder_exists(account.processed)
    detail = f"{account.processed} {'is there' if there else 'will be made at the first mail'}"
    checks.append(Check("processed", True, detail))
    return checks


def _moving(client: IMAPClient) -> Check:
    move = next((name for name in ("MOVE", "UIDPLUS") if client.has_capability(name)), None)
    fix = "" if move else "Mails stay in the inbox; empty it by hand, or use another server."
    return Check("move", move is not None, move or "the server has neither MOVE nor UIDPLUS", fix)


def _waiting(client: IMAPClient) -> Check:
    idle = client.has_capability("IDLE")
    return Check("idle", True, "IDLE" if idle else "no IDLE: new mail is seen at the next poll")
