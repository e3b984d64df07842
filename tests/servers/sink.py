"""A mail server that takes our letters and remembers them, and misbehaves when told to.

    with Sink() as sink:
        sink.next(Answer(refuse_rcpt="550 5.1.1 No such user"), Answer(cut=Cut.AFTER_DOT))
        ... SmtpRelay(sink.host, sink.port, Security.NONE) ...
        assert len(sink.mails) == 1

`CountingSink` runs as a process of its own, only counts, and is as fast as it can be: it is what
speed is measured against.
"""

import asyncio
import base64
import contextlib
import socket
import ssl
import subprocess
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

HOST = "127.0.0.1"


class Cut(StrEnum):
    """Where the server breaks the connection off without a word."""

    AFTER_RCPT = "after rcpt"
    IN_DATA = "in data"
    AFTER_DOT = "after dot"
    AFTER_ANSWER = "after answer"


@dataclass(frozen=True, slots=True)
class Answer:
    """How the server treats one letter. The refusals are whole answers, code included."""

    refuse_mail: str = ""
    refuse_rcpt: str = ""
    refuse_data: str = ""
    refuse_content: str = ""
    cut: Cut | None = None
    delay: float = 0


@dataclass(frozen=True, slots=True)
class Mail:
    sender: str
    recipients: tuple[str, ...]
    data: bytes


@dataclass
class Sink:
    """Listens on a free port of the loopback interface while the block lasts."""

    password: str = ""
    bearer: Callable[[str, str], bool] | None = None  # Whether a token is the user's (XOAUTH2).
    pipelining: bool = False
    tls: ssl.SSLContext | None = None  # From the first byte.
    starttls: ssl.SSLContext | None = None
    mails: list[Mail] = field(default_factory=list)
    connections: int = 0
    commands: list[str] = field(default_factory=list)
    refuse_greeting: str = ""
    refused: dict[str, str] = field(default_factory=dict)
    _answers: deque[Answer] = field(default_factory=deque)
    _controller: Controller | None = None

    host: str = HOST
    port: int = 0

    def next(self, *answers: Answer) -> None:
        """Treat the next letters so, one after another; those after them are accepted."""
        self._answers.extend(answers)

    def take(self) -> Answer:
        return self._answers.popleft() if self._answers else Answer()

    def __enter__(self) -> Self:
        if not self.port:
            with socket.socket() as probe:
                probe.bind((HOST, 0))
                self.port = probe.getsockname()[1]
        self._controller = _Controller(self)
        self._controller.start()
        return self

    def __exit__(self, *_error: object) -> None:
        if self._controller is not None:
            self._controller.stop()


class _Controller(Controller):
    def __init__(self, sink: Sink) -> None:
        super().__init__(_Handler(sink), hostname=sink.host, port=sink.port, ssl_context=sink.tls)
        self.sink = sink

    def factory(self) -> "_Server":
        return _Server(self.sink, self.handler)


class _Server(SMTP):
    """aiosmtpd's server with the misbehaviour that its hooks do not offer."""

    def __init__(self, sink: Sink, handler: "_Handler") -> None:
        wanted: dict[str, Any] = {}
        if sink.password or sink.bearer:
            wanted = {
                "authenticator": self._authenticate,
                "auth_required": True,
                "auth_require_tls": False,
                "auth_exclude_mechanism": [] if sink.bearer else ["XOAUTH2"],
            }
        with warnings.catch_warnings():  # It warns of a login without TLS; this is loopback.
            warnings.simplefilter("ignore", UserWarning)
            super().__init__(
                handler, hostname="sink.example.org", tls_context=sink.starttls, **wanted
            )
        self.sink = sink
        self.answer = Answer()
        self.close_after_push = False

    def _authenticate(self, *arguments: Any) -> AuthResult:
        data = arguments[-1]
        right = isinstance(data, LoginPassword) and data.password.decode() == self.sink.password
        return AuthResult(success=right, handled=False)

    async def push(self, status: Any) -> None:
        if self.sink.refuse_greeting and isinstance(status, str) and status.startswith("220 "):
            status = self.sink.refuse_greeting
            self.close_after_push = True
        await super().push(status)
        if self.close_after_push:
            self.transport.close()

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802 - the library names it so
        if self.answer.refuse_data:
            await self.push(self.answer.refuse_data)
        elif self.answer.cut is Cut.IN_DATA and self.envelope.rcpt_tos:
            await self.push("354 go on")
            await self._reader.readline()
            self.transport.abort()
        else:
            await super().smtp_DATA(arg)


class _Handler:
    def __init__(self, sink: Sink) -> None:
        self.sink = sink

    async def handle_EHLO(  # noqa: N802 - the library names it so
        self, server: _Server, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        # The controller connects once by itself to see that it listens; that one says no EHLO.
        self.sink.connections += 1
        session.host_name = hostname
        if self.sink.pipelining:
            responses.insert(1, "250-PIPELINING")
        return responses

    async def auth_XOAUTH2(self, server: _Server, args: list[str]) -> AuthResult:  # noqa: N802
        words = base64.b64decode(args[1]).decode().split("\1")
        user, token = words[0].removeprefix("user="), words[1].removeprefix("auth=Bearer ")
        if self.sink.bearer and self.sink.bearer(user, token):
            return AuthResult(success=True)
        # It says why in JSON, and waits for an empty line before it refuses.
        await server.push("334 " + base64.b64encode(b'{"status":"401"}').decode())
        assert await server._reader.readline() == b"\r\n"
        return AuthResult(success=False, handled=False)

    async def handle_MAIL(  # noqa: N802
        self, server: _Server, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        self.sink.commands.append("MAIL")
        server.answer = self.sink.take()
        if server.answer.refuse_mail:
            if server.answer.refuse_mail.startswith("421"):
                server.close_after_push = True
            return server.answer.refuse_mail
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: _Server, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        refusal = server.answer.refuse_rcpt or self.sink.refused.get(address, "")
        if refusal:
            return refusal
        if server.answer.cut is Cut.AFTER_RCPT:
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: _Server, session: Any, envelope: Any
    ) -> str:
        await asyncio.sleep(server.answer.delay)
        if server.answer.refuse_content:
            return server.answer.refuse_content
        # aiosmtpd writes the empty sender as "<>", and takes "" for none at all.
        sender = "" if envelope.mail_from == "<>" else envelope.mail_from
        self.sink.mails.append(Mail(sender, tuple(envelope.rcpt_tos), bytes(envelope.content)))
        if server.answer.cut is Cut.AFTER_DOT:
            server.transport.abort()
        if server.answer.cut is Cut.AFTER_ANSWER:
            server.close_after_push = True
        return f"250 2.0.0 queued as {len(self.sink.mails)}"

    async def handle_NOOP(  # noqa: N802
        self, server: _Server, session: Any, envelope: Any, arg: str
    ) -> str:
        self.sink.commands.append("NOOP")
        return "250 OK"

    async def handle_RSET(  # noqa: N802
        self, server: _Server, session: Any, envelope: Any
    ) -> str:
        self.sink.commands.append("RSET")
        return "250 OK"


class CountingSink:
    """A process that accepts every letter, forgets it and counts."""

    def __init__(self) -> None:
        self.host = HOST
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        return self

    def count(self) -> int:
        """Return how many letters have come in so far."""
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def __exit__(self, *_error: object) -> None:
        if self._process is not None:
            with self._process:
                assert self._process.stdin is not None
                self._process.stdin.close()
                self._process.terminate()


class _Counter(asyncio.Protocol):
    """Just enough of SMTP; answers commands that come together in one write together."""

    letters = 0

    def connection_made(self, transport: Any) -> None:
        self.transport = transport
        self.buffer = b""
        self.content = False
        transport.write(b"220 sink\r\n")

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        answers = b""
        while self.buffer:
            if self.content:
                if self.buffer.startswith(b".\r\n"):
                    end, length = 0, 3
                else:
                    end, length = self.buffer.find(b"\r\n.\r\n"), 5
                if end < 0:
                    break
                self.buffer = self.buffer[end + length :]
                self.content = False
                _Counter.letters += 1
                answers += b"250 2.0.0 OK\r\n"
                continue
            line, found, rest = self.buffer.partition(b"\r\n")
            if not found:
                break
            self.buffer = rest
            answers += self.answer(line[:4].upper())
        if answers:
            self.transport.write(answers)

    def answer(self, verb: bytes) -> bytes:
        if verb == b"EHLO":
            return b"250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n"
        if verb == b"DATA":
            self.content = True
            return b"354 go on\r\n"
        if verb == b"QUIT":
            self.transport.close()
            return b""
        return b"250 OK\r\n"


async def _serve(report: Callable[[object], None]) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Counter, HOST, 0)
    report(server.sockets[0].getsockname()[1])

    def answer_questions() -> None:
        for _ in sys.stdin:
            report(_Counter.letters)
        loop.call_soon_threadsafe(server.close)

    threading.Thread(target=answer_questions, daemon=True).start()
    with contextlib.suppress(asyncio.CancelledError):
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(lambda words: print(words, flush=True)))
