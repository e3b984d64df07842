"""An IMAP account: what is needed to log in, the connection, and when to try again."""

import contextlib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from mailer.errors import MailerError, SettingsError, Unavailable, without
from mailer.oauth.model import is_loopback
from mailer.oauth.sasl import MECHANISM, Exchange

FIRST_RETRY = timedelta(seconds=5)
LAST_RETRY = timedelta(minutes=15)
REFUSED_RETRY = timedelta(hours=1)
BROKEN = (IMAPClientError, OSError)  # What a lost or misbehaving server looks like.

# A refused login with one of these codes says nothing about the password (RFC 5530, section 3).
_PASSING = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]")


class LoginRefused(MailerError):
    """The server refuses the user or the password. Somebody has to look; retry slowly."""


class Security(StrEnum):
    """How the connection is protected. NONE is for loopback alone."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ImapAccount:
    """One mailbox to poll. Sizes are in bytes, times in seconds.

    `cafile` names the one authority to trust; without it the system's count. `password` may be a
    function, for one that is renewed. `bearer` takes its place where the server wants OAuth2: it
    gives access tokens, and another one when it is called with the one that the server refused.
    A mail larger than `max_size` is recorded by its header alone. An `untouched` folder is only
    read: nothing in it is moved or marked, for people work in it.
    """

    name: str
    programme: str
    host: str
    user: str
    password: str | Callable[[], str] = field(repr=False)
    bearer: Callable[[str], str] | None = field(repr=False, default=None)
    port: int = 993
    security: Security = Security.TLS
    cafile: str | None = None
    inbox: str = "INBOX"
    processed: str = "Processed"
    untouched: bool = False
    max_size: int = 25 * 1024 * 1024
    connect_timeout: float = 30.0
    read_timeout: float = 60.0
    batch_count: int = 100
    batch_bytes: int = 16 * 1024 * 1024

    def __post_init__(self) -> None:
        if self.security is Security.NONE and not is_loopback(self.host):
            fault = f"{self.name}: security 'none' at {self.host}; expected 'tls' or 'starttls'"
            raise SettingsError([f"{fault}: without protection only on this machine"])
        if self.inbox == self.processed:
            fault = f"{self.name}: inbox and processed are both {self.inbox!r}"
            raise SettingsError([f"{fault}; expected two folders"])

    @property
    def mailbox(self) -> str:
        """The name under which the folder's state is stored."""
        return f"{self.name}/{self.inbox}"


def connect(account: ImapAccount) -> IMAPClient:
    """Return a logged-in client with the account's timeouts. Certificates are always verified.

    Raises LoginRefused for a wrong user or password, Unavailable for everything that may pass.
    """
    try:
        client = _open(account)
    except ssl.SSLCertVerificationError as error:
        why = f"its certificate is not trusted: {error.verify_message}"
        raise Unavailable(f"{account.name}: cannot reach {_place(account)}: {why}") from error
    except BROKEN as error:
        raise Unavailable(f"{account.name}: cannot reach {_place(account)}: {error}") from error
    try:
        _log_in(client, account)
    except BaseException:
        disconnect(client)
        raise
    return client


def disconnect(client: IMAPClient) -> None:
    """Log out and close; a connection that is broken already is no fault."""
    with contextlib.suppress(Exception):
        client.logout()
    with contextlib.suppress(Exception):
        client.shutdown()


def backoff(failures: int, jitter: float, *, refused: bool = False) -> timedelta:
    """Return how long to wait after so many failures in a row: 5 s, doubled, to 15 min.

    `jitter` in [0, 1) shortens by up to a quarter, so that pollers do not knock together. A
    refused login waits for 15 min, then an hour: fast retries lock accounts (mail.md 1.3, 13).
    """
    if failures <= 0:
        return timedelta(0)
    if refused:
        return LAST_RETRY if failures == 1 else REFUSED_RETRY
    longest = min(FIRST_RETRY * (1 << min(failures - 1, 20)), LAST_RETRY)
    return max(FIRST_RETRY, longest * (1 - jitter / 4))


def _place(account: ImapAccount) -> str:
    return f"{account.host}:{account.port}"


def _open(account: ImapAccount) -> IMAPClient:
    tls = account.security is Security.TLS
    plain = account.security is Security.NONE
    context = None if plain else ssl.create_default_context(cafile=account.cafile)
    client = IMAPClient(
        account.host,
        account.port,
        ssl=tls,
        ssl_context=context if tls else None,
        timeout=SocketTimeout(account.connect_timeout, account.read_timeout),
    )
    # With its debug level of 5 every line goes to a log function: four times slower (speed.md).
    client._imap.debug = 0  # noqa: SLF001 - the library offers no other way.
    client.normalise_times = False
    try:
        client.socket().setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if account.security is Security.STARTTLS:
            client.starttls(context)
    except BaseException:
        with contextlib.suppress(Exception):
            client.shutdown()
        raise
    return client


def _password(account: ImapAccount) -> str:
    return account.password if isinstance(account.password, str) else account.password()


def _log_in(client: IMAPClient, account: ImapAccount) -> None:
    password = "" if account.bearer else _password(account)
    try:
        if account.bearer is not None:
            _log_in_by_token(client, account, account.bearer)
        else:
            _log_in_by_password(client, account, password)
    except LoginError as error:
        lost = isinstance(error.__context__, IMAPClientAbortError)
        if lost or any(code in str(error).upper() for code in _PASSING):
            raise Unavailable(f"{account.name}: {_place(account)} cannot log in now") from error
        text = f"{account.name}: {_place(account)} refuses the login of {account.user}"
        said = without(str(error), password)
        # The library's error is left out of the traceback: it has the server's own words.
        raise LoginRefused(f"{text}: {said}. {_advice(account)}") from None
    except BROKEN as error:
        said = without(str(error), password)
        raise Unavailable(f"{account.name}: {_place(account)} broke off: {said}") from None


def _log_in_by_password(client: IMAPClient, account: ImapAccount, password: str) -> None:
    if (account.user + password).isascii():
        client.login(account.user, password)
    else:
        client.plain_login(account.user, password)  # LOGIN carries ASCII only.


def _log_in_by_token(
    client: IMAPClient, account: ImapAccount, bearer: Callable[[str], str]
) -> None:
    if not client.has_capability(f"AUTH={MECHANISM}"):
        raise LoginError(f"it does not offer {MECHANISM}")
    token = bearer("")
    try:
        _authenticate(client, account.user, token)
    except LoginError as error:
        if isinstance(error.__context__, IMAPClientAbortError):
            raise
        # It may have been taken back before its time; with a new one the answer is final.
        _authenticate(client, account.user, bearer(token))


def _authenticate(client: IMAPClient, user: str, token: str) -> None:
    exchange = Exchange(user, token)
    try:
        client.sasl_login(MECHANISM, exchange)
    except LoginError as error:
        if not exchange.refusal:
            raise
        raise LoginError(f"{error} ({exchange.refusal})") from error


def _advice(account: ImapAccount) -> str:
    if account.bearer is None:
        return "Check the user and the password."
    who = f"Check that {account.user} itself has consented"
    return f"{who} (`mailer auth {account.name}`), and that IMAP is switched on for it."
