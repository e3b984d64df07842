"""Opening a connection to a submission server, and trying whether that works."""

import smtplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial

from mailer.deliver import login
from mailer.deliver.retry import Reply, Stage
from mailer.errors import MailerError, SettingsError, without
from mailer.oauth.model import ProviderAway, TokenRefused, is_loopback

_LEAST_CODE, _HIGHEST_CODE = 200, 599


class Security(StrEnum):
    """How the connection is protected; there is no way down from one to another."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SmtpRelay:
    """The server that takes our letters. Times are in seconds (RFC 5321 4.5.3.2).

    `bearer` gives tokens of OAuth2 and takes the place of the password, as for `ImapAccount`.
    """

    host: str
    port: int = 465
    security: Security = Security.TLS
    user: str | None = None
    password: str | Callable[[], str] = field(repr=False, default="")
    bearer: Callable[[str], str] | None = field(repr=False, default=None)
    cafile: str | None = None
    local_hostname: str = "localhost"
    connect_timeout: float = 30
    reply_timeout: float = 60
    final_timeout: float = 600
    pipelining: bool = True

    def __post_init__(self) -> None:
        if self.security is Security.NONE and not is_loopback(self.host):
            fault = f"delivery: security 'none' at {self.host}; expected 'tls' or 'starttls'"
            raise SettingsError([f"{fault}: without protection only on this machine"])


class Refused(Exception):
    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.text)
        self.reply = reply


_FAULTS = (OSError, smtplib.SMTPException, Refused)


def connect(relay: SmtpRelay) -> smtplib.SMTP:
    """Open a connection and log in.

    Raises OSError or SMTPException when the server cannot be reached, and an error that carries
    its answer when it refuses us.
    """
    connection = _greet(relay)
    try:
        _secure(connection, relay)
        _log_in(connection, relay)
    except BaseException:
        connection.close()
        raise
    return connection


def check(relay: SmtpRelay) -> list[tuple[str, bool, str, str]]:
    """Try the way to the server without sending: (what, whether it works, detail, what to do)."""
    where = f"{relay.host}:{relay.port}"
    found: list[tuple[str, bool, str, str]] = []
    steps: list[tuple[str, Callable[[smtplib.SMTP], None], str]] = [
        ("encryption", partial(_secure, relay=relay),
         "Check the kind of encryption, the port, and the certificate authority."),
        ("login", partial(_log_in, relay=relay),
         "Check user and password; many providers want an app password or OAuth2 (`mailer auth`)."),
    ]  # fmt: skip
    try:
        connection = _greet(relay)
    except _FAULTS as error:
        fix = "Check host, port and kind of encryption, and that a firewall lets it through."
        return [("connection", False, f"{where}: {words_of(error)}", fix)]
    found.append(("connection", True, where, ""))
    try:
        for name, step, fix in steps:
            try:
                step(connection)
            except (*_FAULTS, TokenRefused, ProviderAway) as error:
                away = isinstance(error, ProviderAway)
                told = "Try again; look at the provider of OAuth2." if away else fix
                found.append((name, False, words_of(error), told))
                break
            found.append((name, True, _detail(name, relay), ""))
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.quit()
        connection.close()
    return found


def _detail(name: str, relay: SmtpRelay) -> str:
    if name == "encryption":
        return relay.security.value
    return f"as {relay.user}" if relay.user else "not asked for"


def _greet(relay: SmtpRelay) -> smtplib.SMTP:
    if relay.security is Security.TLS:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            local_hostname=relay.local_hostname,
            timeout=relay.connect_timeout,
            context=ssl.create_default_context(cafile=relay.cafile),
        )
    else:
        connection = smtplib.SMTP(
            local_hostname=relay.local_hostname, timeout=relay.connect_timeout
        )
    # smtplib takes the server's name for TLS from here when connect() is called by itself.
    connection._host = relay.host  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    try:
        _expect_ready(connection.connect(relay.host, relay.port))
        if connection.sock is not None:
            connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.sock.settimeout(relay.reply_timeout)
        connection.ehlo_or_helo_if_needed()
    except BaseException:
        connection.close()
        raise
    return connection


def _expect_ready(answer: tuple[int, bytes]) -> None:
    if answer[0] != 220:  # noqa: PLR2004 - ready
        raise Refused(as_reply(Stage.GREETING, *answer))


def _secure(connection: smtplib.SMTP, relay: SmtpRelay) -> None:
    if relay.security is Security.STARTTLS:
        context = ssl.create_default_context(cafile=relay.cafile)
        _expect_ready(connection.starttls(context=context))
        connection.ehlo_or_helo_if_needed()


def _log_in(connection: smtplib.SMTP, relay: SmtpRelay) -> None:
    if relay.user is None:
        return
    password = ""
    try:
        if relay.bearer is not None:
            login.by_token(connection, relay.user, relay.bearer)
        else:
            password = relay.password if isinstance(relay.password, str) else relay.password()
            connection.login(relay.user, password)
    except smtplib.SMTPAuthenticationError as error:
        reply = as_reply(Stage.LOGIN, error.smtp_code, error.smtp_error)
        raise Refused(replace(reply, text=without(reply.text, password))) from None
    except smtplib.SMTPNotSupportedError as error:
        raise Refused(Reply(530, f"5.7.0 {words_of(error)}", Stage.LOGIN)) from error


def as_reply(stage: Stage, code: int, text: bytes | str) -> Reply:
    """Return a server's answer.

    Raises SMTPException where it is none (RFC 5321 4.2): a connection that is cut within a line
    leaves "25" of "250", by which nothing is granted and nothing refused.
    """
    if not _LEAST_CODE <= code <= _HIGHEST_CODE:
        raise smtplib.SMTPServerDisconnected(f"no whole answer: {code}")
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return Reply(code, " ".join(words.split()), stage)


def words_of(error: BaseException) -> str:
    if isinstance(error, Refused):
        return f"{error.reply.code} {error.reply.text}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message}"
    return str(error) if isinstance(error, MailerError) else f"{type(error).__name__}: {error}"
