"""Taking mail by SMTP or LMTP from the mail server beside us.

250 is said after the bytes are committed, never before (mail.md 7.4). What goes wrong on our side
is 451, so that the sender keeps the mail; a recipient nobody here has is 550.
"""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import structlog
from aiosmtpd.controller import Controller, UnixSocketController
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from mailer.errors import SettingsError
from mailer.oauth.model import is_loopback
from mailer.receive.gate import Gate, Limits
from storage import inbox
from storage.engine import writing

TRY_LATER = "451 4.3.0 Temporary failure, try again later"
UNKNOWN = "550 5.1.1 No such mailbox here"
TOO_MANY = "452 4.5.3 Too many recipients"
TOO_BUSY = "421 4.7.0 Too many connections, try again later"
TOO_OFTEN = "450 4.7.1 Too many mails from this sender, try again later"
LONG_HEADER = "552 5.3.4 The header is too large"
BARE_LINES = "550 5.6.0 Lines must end with CR LF"
KEPT = "250 2.6.0 Kept"
LINE_BYTES = 1024 * 1024  # Real mail breaks the limit of 998; refusing it would bounce it.
COMMANDS = 10_000  # Of one kind on one connection, before it is told to come back.
GROUP = 50  # Mails in one commit when many arrive at once.

# Where CR LF is not the only end of a line, some servers take a lone dot for the end of the mail,
# and what follows for a mail of its own (SMTP smuggling, CVE-2023-51764 and others). No server
# hands over a bare LF (RFC 5321 2.3.8); a bare CR inside a line is odd but harmless. The dot after
# CR LF has been taken away when the mail is looked at (RFC 5321 4.5.2).
_SMUGGLED = re.compile(rb"\r(?!\n)\.[\r\n]|\n\r(?!\n)")
_HEADER_END = re.compile(rb"\n\r?\n")

_log = structlog.get_logger(__name__)


class Protocol(StrEnum):
    """LMTP (RFC 2033) answers for each recipient."""

    SMTP = "smtp"
    LMTP = "lmtp"


@dataclass(frozen=True, slots=True)
class IntakeConfig:
    """Where to listen: a UNIX socket when `socket` is set, else host and port.

    Addresses other than this machine's need `beyond_loopback`: this is no server for the internet.
    Sizes are in bytes. `timeout` is in seconds: of silence, and of one mail from DATA to its end.
    `socket_mode` are the rights of the socket; whoever can write to it can hand over mail.
    """

    protocol: Protocol = Protocol.LMTP
    host: str = "127.0.0.1"
    port: int = 8024
    socket: Path | None = None
    socket_mode: int = 0o600
    beyond_loopback: bool = False
    max_size: int = 25 * 1024 * 1024
    max_recipients: int = 100
    timeout: float = 300.0
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if self.socket is None and not (self.beyond_loopback or is_loopback(self.host)):
            fault = f"intake host is {self.host!r}; expected 127.0.0.1, ::1 or a UNIX socket"
            raise SettingsError([fault])


class Intake:
    """A server in its own thread that keeps mail for our addresses.

    `routes` names the programme of each address. Case does not count, nor what follows a `+` in
    the local part. One mail for two programmes is kept once for each. `kept` is called whenever
    some were.
    """

    def __init__(
        self,
        engine: Engine,
        config: IntakeConfig,
        routes: Mapping[str, str],
        clock: Callable[[], datetime],
        kept: Callable[[], object] = lambda: None,
    ) -> None:
        self._config = config
        self._keeper = _Keeper(engine, kept)
        gate = Gate(config.limits)
        handler = _Handler(config, routes, clock, self._keeper, gate)
        kind = _Lmtp if config.protocol is Protocol.LMTP else _Smtp
        options: dict[str, Any] = {
            "data_size_limit": config.max_size,
            "timeout": config.timeout,
            "command_call_limit": COMMANDS,
            "hostname": "localhost",
            "ident": "mail intake",
        }

        def factory() -> SMTP:
            # Without its own loop the server would look for the thread's, as is deprecated.
            server = kind(handler, loop=self._controller.loop, enable_SMTPUTF8=True, **options)
            server.gate = gate
            return server

        self._controller = _controller(config, handler)
        self._controller.factory = factory

    def start(self) -> None:
        """Listen. Raises OSError when the place is taken."""
        self._controller.start()
        if self._config.socket is not None:
            self._config.socket.chmod(self._config.socket_mode)

    def stop(self) -> None:
        """Stop listening; a mail that is being kept is kept, but its sender may send it again."""
        self._controller.stop(no_assert=True)
        self._keeper.close()
        if self._config.socket is not None:
            self._config.socket.unlink(missing_ok=True)


def _controller(config: IntakeConfig, handler: "_Handler") -> Any:
    if config.socket is not None:
        return UnixSocketController(handler, unix_socket=str(config.socket))
    return Controller(handler, hostname=config.host, port=config.port)


class _Smtp(SMTP):
    """SMTP behind a gate: it counts connections and the bytes that are under way."""

    line_length_limit = LINE_BYTES
    gate: Gate
    _end: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        peer = transport.get_extra_info("peername")
        if not self.gate.enter(self, str(peer[0]) if isinstance(peer, tuple) else ""):
            transport.write(f"{TOO_BUSY}\r\n".encode())
            transport.close()
            return
        self._end = self.loop.call_later(self.gate.limits.lifetime, transport.close)
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        if self._end is None:
            return  # It was turned away at the gate.
        greedy = self.gate.hold(self, len(data))
        if isinstance(greedy, _Smtp) and greedy.transport is not None:
            greedy.transport.close()
        super().data_received(data)

    def eof_received(self) -> bool | None:
        return super().eof_received() if self._end is not None else None

    def connection_lost(self, error: Exception | None) -> None:
        if self._end is not None:
            self._end.cancel()
            self.gate.leave(self)
            super().connection_lost(error)

    async def push(self, status: Any) -> None:
        """Answer; what came before has been dealt with, unless a mail begins."""
        if not str(status).startswith("354"):
            self.gate.let_go(self)
        await super().push(status)


class _Lmtp(_Smtp, LMTP):
    """LMTP that answers DATA once for each recipient (aiosmtpd issue 517)."""

    _answers = 1

    async def push(self, status: Any) -> None:
        if status.startswith("354") and self.envelope is not None:
            await super().push(status)
            self._answers = len(self.envelope.rcpt_tos)
            return
        answers, self._answers = self._answers, 1
        await super().push("\r\n".join([status] * answers))


class _Handler:
    def __init__(
        self,
        config: IntakeConfig,
        routes: Mapping[str, str],
        clock: Callable[[], datetime],
        keeper: "_Keeper",
        gate: Gate,
    ) -> None:
        self._config = config
        self._gate = gate
        self._routes = {address.lower(): programme for address, programme in routes.items()}
        self._clock = clock
        self._keeper = keeper

    async def handle_MAIL(  # noqa: N802 - aiosmtpd gives name and arguments.
        self, _server: Any, _session: Any, envelope: Any, address: str | None, options: list[str]
    ) -> str:
        # An empty sender is that of bounces; aiosmtpd would take it for none at all.
        if not self._gate.admits((address or "").lower(), asyncio.get_running_loop().time()):
            return TOO_OFTEN
        envelope.mail_from = address or "<>"
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd gives name and arguments.
        self, _server: Any, _session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self._programme(address) is None:
            return UNKNOWN
        if len(envelope.rcpt_tos) >= self._config.max_recipients:
            return TOO_MANY
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - as above.
        if fault := self._fault(envelope.original_content):
            return fault
        try:
            await self._keeper.keep(self._arrivals(envelope))
        except Exception as error:  # noqa: BLE001 - whatever it is, the sender keeps the mail.
            return await self.handle_exception(error)
        return KEPT

    async def handle_exception(self, error: Exception) -> str:
        # The error's words may carry mail; neither the sender nor the log gets them.
        with suppress(OSError):  # A log that cannot be written must not be the answer.
            _log.error("mail not taken", fault=type(error).__name__)
        return TRY_LATER

    def _fault(self, data: bytes) -> str:
        """Return why a mail is refused for good by its form, or ""."""
        end = _HEADER_END.search(data)
        if (end.start() if end else len(data)) > self._config.limits.header:
            return LONG_HEADER
        bare = data.count(b"\n") != data.count(b"\r\n") or _SMUGGLED.search(data)
        return BARE_LINES if bare else ""

    def _programme(self, address: str) -> str | None:
        whole = address.lower()
        local, _at, domain = whole.rpartition("@")
        return self._routes.get(whole) or self._routes.get(f"{local.partition('+')[0]}@{domain}")

    def _arrivals(self, envelope: Any) -> list[inbox.Arrival]:
        received = self._clock()
        recipients: dict[str, list[str]] = {}
        for address in envelope.rcpt_tos:
            programme = self._programme(address)
            if programme is not None:
                recipients.setdefault(programme, []).append(_storable(address))
        sender = "" if envelope.mail_from == "<>" else _storable(envelope.mail_from)
        return [
            inbox.Arrival(
                programme=programme,
                source=self._config.protocol.value,
                data=bytes(envelope.original_content),
                received=received,
                envelope_from=sender,
                envelope_to=tuple(addresses),
            )
            for programme, addresses in recipients.items()
        ]


def _storable(address: str) -> str:
    """Return the address without bytes that are no text, which no database takes."""
    text = address.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")


class _Keeper:
    """Commits what arrives, off the event loop; mails that come at once share a commit."""

    def __init__(self, engine: Engine, kept: Callable[[], object]) -> None:
        self._engine = engine
        self._kept = kept
        self._executor = ThreadPoolExecutor(1, "intake")
        self._waiting: list[tuple[list[inbox.Arrival], asyncio.Future[None]]] = []
        self._task: asyncio.Task[None] | None = None

    async def keep(self, arrivals: list[inbox.Arrival]) -> None:
        """Return after the commit; raise when there was none."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()
        self._waiting.append((arrivals, done))
        if self._task is None or self._task.done():
            self._task = loop.create_task(self._work())
        await done

    def close(self) -> None:
        self._executor.shutdown()

    async def _work(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting[:GROUP], self._waiting[GROUP:]
            error = await self._attempt([arrival for mail, _done in group for arrival in mail])
            for mail, done in group:
                # A mail that cannot be stored must not make its neighbours fail with it.
                alone = error is not None and len(group) > 1 and not _busy(error)
                own = await self._attempt(mail) if alone else error
                if done.cancelled():
                    continue
                if own is None:
                    done.set_result(None)
                else:
                    done.set_exception(own)

    async def _attempt(self, arrivals: Sequence[inbox.Arrival]) -> Exception | None:
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(self._executor, self._store, arrivals)
        except Exception as error:  # noqa: BLE001 - it is handed to those who wait.
            return error
        return None

    def _store(self, arrivals: Sequence[inbox.Arrival]) -> None:
        with writing(self._engine) as connection:
            inbox.store(connection, arrivals)
        self._kept()


def _busy(error: Exception) -> bool:
    return isinstance(error, OperationalError)
