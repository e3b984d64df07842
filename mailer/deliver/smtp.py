"""Letters to an SMTP submission server, over one connection that is kept open."""

import re
import smtplib
import socket
import time
from collections.abc import Callable
from contextlib import suppress

from mailer.deliver.retry import Failure, Kind, Reply, Stage
from mailer.deliver.submission import Refused, SmtpRelay, as_reply, connect, words_of
from mailer.errors import MailerError, Unavailable
from storage.outbox import ClaimedLetter

_ADDRESS = re.compile(r"[!-;=?-~]{1,254}")
_DOTS = re.compile(rb"(?m)^\.")
_IDLE = 20.0  # Seconds after which a kept connection is asked whether it still lives.
_OK, _GO_ON = 250, 354
_CLOSES = 421
_NOT_LOGGED_IN = {530, 535}


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

    def hang_up(self) -> None:
        """End what another thread waits for (see `mailer.deliver.transport.Transport.hang_up`)."""
        line = self._connection.sock if self._connection is not None else None
        if line is not None:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def _offer(self, address: str, sender: str) -> smtplib.SMTP | Reply | Failure:
        """Name sender and recipient; return the connection when the server waits for content."""
        try:
            connection = self._open()
        except (Refused, OSError, smtplib.SMTPException, MailerError) as error:
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
                reply = as_reply(stage, *connection.docmd(command))
                if not _accepted(reply):
                    return reply
        except (OSError, smtplib.SMTPException) as error:
            return Failure(Kind.DROPPED, words_of(error))
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
            return Failure(Kind.DROPPED, words_of(error))
        try:
            if connection.sock is not None:
                connection.sock.settimeout(self.relay.final_timeout)
            connection.send(b".\r\n")
            reply = as_reply(Stage.END, *connection.getreply())
            if connection.sock is not None:
                connection.sock.settimeout(self.relay.reply_timeout)
        except (OSError, smtplib.SMTPException) as error:
            return Failure(Kind.UNKNOWN, f"no answer after the content: {words_of(error)}")
        return reply

    def _tidy(self, answer: Reply | Failure) -> None:
        self._used = time.monotonic()
        if isinstance(answer, Failure) or answer.code == _CLOSES:
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
            self._connection = connect(self.relay)
        return self._connection


def _not_opened(error: Exception) -> Reply | Failure:
    if isinstance(error, Refused):
        return error.reply
    if isinstance(error, MailerError) and not isinstance(error, Unavailable):
        return Reply(535, f"5.7.8 {error}", Stage.LOGIN)  # No password, or no token, to be had.
    return Failure(Kind.UNREACHABLE, words_of(error))


def _offer_at_once(
    connection: smtplib.SMTP, commands: list[tuple[Stage, str]]
) -> smtplib.SMTP | Reply:
    """Write all commands, then read all answers (RFC 2920)."""
    connection.send("".join(f"{command}\r\n" for _, command in commands).encode("ascii"))
    refused: Reply | None = None
    for stage, _ in commands:
        try:
            reply = as_reply(stage, *connection.getreply())
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
    return ended or answer.code == _CLOSES
