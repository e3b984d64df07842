"""Letters to an SMTP submission server, over one connection that is kept open."""

import re
import smtplib
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial

from mailer.deliver import login
from mailer.deliver.retry import Failure, Kind, Reply, Stage
from mailer.errors import MailerError, SettingsError, Unavailable, without
from mailer.oauth.model import ProviderAway, TokenRefused, is_loopback
from storage.outbox import ClaimedLetter

_ADDRESS = re.compile(r"[!-;=?-~]{1,254}")
_DOTS = re.compile(rb"(?m)^\.")
_IDLE = 20.0  # Seconds after which a kept connection is asked whether it still lives.
_OK = 250
_GO_ON = 354
_TOO_MUCH = 421
_CLOSED = {_TOO_MUCH, -1}  # It closes, or answers nonsense.
_NOT_LOGGED_IN = {530, 535}


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


class _Refused(Exception):
    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.text)
        self.reply = reply


_FAULTS = (OSError, smtplib.SMTPException, _Refused)


class SmtpTransport:
    """Sends letters one after another; opens a connection when it needs one."""

    looks = False

    def __init__(self, relay: SmtpRelay) -> None:
        self.relay = relay
        self._connection: smtplib.SMTP | None = None
        self._used = 0.0

    def send(
        self, letter: ClaimedLetter, sender: str, before_data: Callable[[], None]
    ) -> Reply | Failure:
        """Send one letter (see `mailer.deliver.transport.Transport.send`)."""
        if not _ADDRESS.fullmatch(letter.address) or (sender and not _ADDRESS.fullmatch(sender)):
            return Reply(553, "5.1.3 the address cannot be written in SMTP", Stage.RCPT)
        kept = self._connection is not None
        answer = self._offer(letter.address, sender)
        if kept and _is_stale(answer):  # Nothing was sent yet, so a fresh connection may be used.
            self.close()
            answer = self._offer(letter.address, sender)
        if isinstance(answer, smtplib.SMTP):
            answer = self._content(answer, letter.data, before_data)
        self._tidy(answer)
        return answer

    def close(self) -> None:
        """Take leave of the server; errors in doing so do not matter."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError, smtplib.SMTPException, ValueError):
                if connection.sock is not None:
                    connection.sock.settimeout(2)
                connection.quit()
            connection.close()

    def _offer(self, address: str, sender: str) -> smtplib.SMTP | Reply | Failure:
        """Name sender and recipient; return the connection when the server waits for content."""
        try:
            connection = self._open()
        except (_Refused, OSError, smtplib.SMTPException, MailerError) as error:
            return _not_opened(error)
        commands = [
            (Stage.MAIL, f"MAIL FROM:<{sender}>"),
            (Stage.RCPT, f"RCPT TO:<{address}>"),
            (Stage.DATA, "DATA"),
        ]
        try:
            if self.relay.pipelining and connection.has_extn("pipelining"):
                return _offer_at_once(connection, commands)
            for stage, command in commands:
                reply = _reply(stage, *connection.docmd(command))
                if not _accepted(reply):
                    return reply
        except (OSError, smtplib.SMTPException) as error:
            return Failure(Kind.DROPPED, _words(error))
        return connection

    def _content(
        self, connection: smtplib.SMTP, data: bytes, before_data: Callable[[], None]
    ) -> Reply | Failure:
        try:
            before_data()
        except BaseException:
            self._drop()  # Without the final dot the server forgets the letter.
            raise
        text = _DOTS.sub(b"..", data)
        try:
            connection.send(text if text.endswith(b"\r\n") else text + b"\r\n")
        except (OSError, smtplib.SMTPException) as error:
            return Failure(Kind.DROPPED, _words(error))
        try:
            if connection.sock is not None:
                connection.sock.settimeout(self.relay.final_timeout)
            connection.send(b".\r\n")
            reply = _reply(Stage.END, *connection.getreply())
            if connection.sock is not None:
                connection.sock.settimeout(self.relay.reply_timeout)
        except (OSError, smtplib.SMTPException) as error:
            return Failure(Kind.UNKNOWN, f"no answer after the content: {_words(error)}")
        # Only a real answer says what became of the letter.
        return reply if reply.code > 0 else Failure(Kind.UNKNOWN, "no valid answer to the content")

    def _tidy(self, answer: Reply | Failure) -> None:
        self._used = time.monotonic()
        if isinstance(answer, Failure) or answer.code in _CLOSED:
            self._drop()
        elif answer.code != _OK and self._connection is not None:
            try:
                reset = self._connection.rset()[0] == _OK
            except (OSError, smtplib.SMTPException):
                reset = False
            if not reset:
                self._drop()

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _open(self) -> smtplib.SMTP:
        if self._connection is not None and time.monotonic() - self._used > _IDLE:
            try:
                alive = self._connection.noop()[0] == _OK
            except (OSError, smtplib.SMTPException):
                alive = False
            if not alive:
                self._drop()
        if self._connection is None:
            self._connection = _connect(self.relay)
        return self._connection


def _not_opened(error: Exception) -> Reply | Failure:
    if isinstance(error, _Refused):
        return error.reply
    if isinstance(error, MailerError) and not isinstance(error, Unavailable):
        return Reply(535, f"5.7.8 {error}", Stage.LOGIN)  # No password, or no token, to be had.
    return Failure(Kind.UNREACHABLE, _words(error))


def _connect(relay: SmtpRelay) -> smtplib.SMTP:
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
        return [("connection", False, f"{where}: {_words(error)}", fix)]
    found.append(("connection", True, where, ""))
    try:
        for name, step, fix in steps:
            try:
                step(connection)
            except (*_FAULTS, TokenRefused, ProviderAway) as error:
                away = isinstance(error, ProviderAway)
                told = "Try again; look at the provider of OAuth2." if away else fix
                found.append((name, False, _words(error), told))
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
        raise _Refused(_reply(Stage.GREETING, *answer))


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
        reply = _reply(Stage.LOGIN, error.smtp_code, error.smtp_error)
        raise _Refused(replace(reply, text=without(reply.text, password))) from None
    except smtplib.SMTPNotSupportedError as error:
        raise _Refused(Reply(530, f"5.7.0 {_words(error)}", Stage.LOGIN)) from error


def _offer_at_once(
    connection: smtplib.SMTP, commands: list[tuple[Stage, str]]
) -> smtplib.SMTP | Reply:
    """Write all commands, then read all answers (RFC 2920)."""
    connection.send("".join(f"{command}\r\n" for _, command in commands).encode("ascii"))
    refused: Reply | None = None
    for stage, _ in commands:
        try:
            reply = _reply(stage, *connection.getreply())
        except (OSError, smtplib.SMTPException):
            if refused is None:
                raise
            return refused  # It said why before it closed.
        if not _accepted(reply):
            refused = refused or reply
        elif stage is Stage.DATA and refused is not None:
            connection.send(b".\r\n")  # It waits for content although it took no recipient.
            connection.getreply()
    return refused or connection


def _accepted(reply: Reply) -> bool:
    return reply.code == _GO_ON if reply.stage is Stage.DATA else reply.code in (250, 251)


def _is_stale(answer: smtplib.SMTP | Reply | Failure) -> bool:
    """Say whether a kept connection had come to its end.

    It was idle for too long, had enough letters, or its login has ended with its token.
    """
    if isinstance(answer, Failure):
        return answer.kind is Kind.DROPPED
    if not isinstance(answer, Reply):
        return False
    ended = answer.code in _NOT_LOGGED_IN and answer.stage is not Stage.LOGIN
    return ended or answer.code in _CLOSED


def _reply(stage: Stage, code: int, text: bytes | str) -> Reply:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return Reply(code, " ".join(words.split()), stage)


def _words(error: BaseException) -> str:
    if isinstance(error, _Refused):
        return f"{error.reply.code} {error.reply.text}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message}"
    return str(error) if isinstance(error, MailerError) else f"{type(error).__name__}: {error}"
