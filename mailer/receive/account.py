"""An IMAP account: what is needed to log in, the connection, and when to try again."""

import contextlib
import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError

from mailer.errors import MailerError, SettingsError, Unavailable, without

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
    function, for one that is renewed.
    A mail larger than `max_size` is recorded by its header alone. An `untouched` folder is only
    read: nothing in it is moved or marked, for people work in it.
    """

    name: str
    programme: str
    host: str
    user: str
    password: str | Callable[[], str] = field(repr=False)
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


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def connect(account: ImapAccount) -> IMAPClient:
    """Return a logged-in client with the account's timeouts. Certificates are always verified.

    Raises LoginRefused for a wrong user or password, Unavailable for everything that may pass.
    """
    try:
        client = _open(account)
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
    context = ssl.create_default_context(cafile=account.cafile)
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


def _log_in(client: IMAPClient, account: ImapAccount) -> None:
    password = account.password if isinstance(account.password, str) else account.password()
    try:
        if (account.user + password).isascii():
            client.login(account.user, password)
        else:
            client.plain_login(account.user, password)  # LOGIN carries ASCII only.
    except LoginError as error:
        if any(code in str(error).upper() for code in _PASSING):
            raise Unavailable(f"{account.name}: {_place(account)} cannot log in now") from error
        text = f"{account.name}: {_place(account)} refuses the login of {account.user}"
        said = without(str(error), password)
        # The library's error is left out of the traceback: it has the server's own words.
        raise LoginRefused(f"{text}: {said}. Check the user and the password.") from None
    except BROKEN as error:
        said = without(str(error), password)
        raise Unavailable(f"{account.name}: {_place(account)} broke off: {said}") from None
