"""Whoever floods the intake: others are served, memory stays bounded, nothing is lost."""

import re
import shutil
import smtplib
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

import pytest
from sqlalchemy import Engine

from mailer.receive.gate import Gate, Limits
from mailer.receive.smtp import Intake, IntakeConfig, Protocol
from storage.engine import open_engine
from tests.attacks.place import free_port
from tests.receive.builders import NOW, letter, stored_count
from tests.servers.test_intake import ROUTES

COUNCIL = "council@one.example"
FLOOD, OTHER = ("127.0.0.2", 0), ("127.0.0.3", 0)
MEGABYTE = 1024 * 1024
MOST_NOOPS = 100_000
Serve = Callable[..., int]


@pytest.fixture
def engine(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """An empty SQLite database: the gate stands before any database."""
    shutil.copy(sqlite_template, tmp_path / "mailer.db")
    opened = open_engine(f"sqlite:///{tmp_path / 'mailer.db'}")
    yield opened
    opened.dispose()


@pytest.fixture
def serve(engine: Engine) -> Iterator[Serve]:
    """Start an intake with these limits and return its port."""
    with ExitStack() as stack:

        def begin(timeout: float = 20.0, protocol: Protocol = Protocol.SMTP, **limits: Any) -> int:
            config = IntakeConfig(
                protocol=protocol, port=free_port(), timeout=timeout, limits=Limits(**limits)
            )
            intake = Intake(engine, config, ROUTES, lambda: NOW)
            intake.start()
            stack.callback(intake.stop)
            return config.port

        yield begin


def client(port: int, source: tuple[str, int] = OTHER) -> smtplib.SMTP:
    return smtplib.SMTP("127.0.0.1", port, timeout=20, source_address=source)


def send(
    port: int, number: int, *, source: tuple[str, int] = OTHER, sender: str = "b@y.example"
) -> None:
    with client(port, source) as other:
        other.sendmail(sender, [COUNCIL], letter(number))


def connected(port: int, source: tuple[str, int]) -> tuple[socket.socket, bytes]:
    """Return a raw connection and what it was greeted with."""
    raw = socket.create_connection(("127.0.0.1", port), timeout=20, source_address=source)
    return raw, raw.recv(200)


def test_two_hundred_trickling_connections_leave_room_for_others(
    engine: Engine, serve: Serve
) -> None:
    port = serve(connections=100, per_peer=50)
    with ExitStack() as stack:
        greetings = []
        for _ in range(200):
            raw, greeting = connected(port, FLOOD)
            stack.enter_context(raw)
            greetings.append(greeting[:3])
            if greeting.startswith(b"220"):
                raw.sendall(b"EHLO x\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<" + COUNCIL.encode() +
                            b">\r\nDATA\r\nSub")  # fmt: skip
        send(port, 1)
    assert greetings == [b"220"] * 50 + [b"421"] * 150
    assert stored_count(engine) == 1


def test_a_connection_that_trickles_is_ended_in_time(serve: Serve) -> None:
    port = serve(timeout=0.5)
    raw, _greeting = connected(port, FLOOD)
    with raw:
        raw.sendall(b"EHLO x\r\n")
        raw.settimeout(10)
        while raw.recv(1000):
            pass  # The server closes it, although no command was finished.


def test_a_connection_ends_whatever_it_does(serve: Serve) -> None:
    port = serve(lifetime=0.3)
    raw, _greeting = connected(port, FLOOD)
    answered = 0
    with raw, suppress(OSError):  # A reset or a broken pipe, as the system has it.
        while answered < MOST_NOOPS:
            raw.sendall(b"NOOP\r\n")
            if not raw.recv(1000):
                break
            answered += 1
    assert 0 < answered < MOST_NOOPS


def test_a_connection_that_has_ended_makes_room(engine: Engine, serve: Serve) -> None:
    port = serve(connections=2, per_peer=1)
    for number in range(5):
        send(port, number)
    assert stored_count(engine) == 5


def test_many_mails_of_one_sender_are_put_off_and_others_taken(
    engine: Engine, serve: Serve
) -> None:
    port = serve(per_minute=100)
    codes = []
    with client(port, FLOOD) as flood:
        flood.ehlo()
        for number in range(300):
            code, _words = flood.mail("Flood@x.example" if number % 2 else "flood@x.example")
            codes.append(code)
            if code == 250:
                flood.rcpt(COUNCIL)
                flood.data(letter(number))
    send(port, 1000)
    assert codes == [250] * 100 + [450] * 200
    assert stored_count(engine) == 101


def test_a_header_without_end_is_refused_and_not_kept(engine: Engine, serve: Serve) -> None:
    port = serve()
    lines = b"".join(b"X-Filler-%d: %s\r\n" % (n, b"y" * 900) for n in range(400))
    with client(port, FLOOD) as flood, pytest.raises(smtplib.SMTPDataError, match="header"):
        flood.sendmail("a@x.example", [COUNCIL], lines + letter(1))
    send(port, 2)
    assert stored_count(engine) == 1


def test_a_header_without_a_line_end_takes_no_memory(engine: Engine, serve: Serve) -> None:
    port = serve(under_way=64 * MEGABYTE)
    before = getrusage(RUSAGE_SELF).ru_maxrss
    with client(port, FLOOD) as flood:
        flood.ehlo()
        flood.mail("a@x.example")
        flood.rcpt(COUNCIL)
        flood.docmd("DATA")
        flood.send(b"Subject: ")
        for _ in range(30):
            flood.send(b"y" * MEGABYTE)
        flood.send(b"\r\n.\r\n")
        assert flood.getreply()[0] == 500
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 48 * 1024  # In kilobytes.
    assert stored_count(engine) == 0


def test_more_bytes_at_once_than_fit_end_the_greediest_connection(
    engine: Engine, serve: Serve
) -> None:
    port = serve(under_way=4 * MEGABYTE)
    with ExitStack() as stack:
        raws = []
        for number in range(3):
            raw, _greeting = connected(port, FLOOD)
            stack.enter_context(raw)
            raws.append(raw)
            raw.sendall(f"EHLO x\r\nMAIL FROM:<a{number}@x.example>\r\n".encode())
            raw.sendall(f"RCPT TO:<{COUNCIL}>\r\nDATA\r\nSubject: x\r\n\r\n".encode())
            with suppress(ConnectionError):  # The last one is cut off while it sends.
                raw.sendall((b"y" * 998 + b"\r\n") * 1000 * (1, 1, 3)[number])
        with suppress(ConnectionError):
            while raws[2].recv(1000):
                pass
        send(port, 1)
        raws[0].sendall(b"\r\n.\r\nQUIT\r\n")
        assert b"250 2.6.0 Kept" in raws[0].makefile("rb").read()
    assert stored_count(engine) == 2


def test_a_thousand_recipients_are_taken_a_hundred_at_a_time(engine: Engine, serve: Serve) -> None:
    port = serve()
    with client(port, FLOOD) as flood:
        refused = flood.sendmail(
            "a@x.example", [f"council+{n}@one.example" for n in range(1000)], letter(1)
        )
    assert len(refused) == 900
    assert {code for code, _words in refused.values()} == {452}
    send(port, 2)
    assert stored_count(engine) == 2


@pytest.mark.parametrize(
    "end",
    [b"\n.\n", b"\n.\r\n", b"\r\n.\n", b"\r.\r", b"\r.\r\n", b"\r\n.\r", b"\n.\r"],
    ids=repr,
)
@pytest.mark.parametrize("protocol", list(Protocol))
def test_a_second_mail_is_not_smuggled_behind_a_false_end(
    engine: Engine, serve: Serve, end: bytes, protocol: Protocol
) -> None:
    port = serve(protocol=protocol)
    hello = b"LHLO" if protocol is Protocol.LMTP else b"EHLO"
    raw, _greeting = connected(port, FLOOD)
    with raw, raw.makefile("rb") as replies:
        raw.sendall(
            hello + b" x\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<council@one.example>\r\nDATA\r\n"
            b"From: a@x.example\r\nSubject: one\r\n\r\nfirst" + end +
            b"MAIL FROM:<eva@reps.example>\r\nRCPT TO:<council@one.example>\r\nDATA\r\n"
            b"Authentication-Results: mx; dmarc=pass\r\n\r\nsecond\r\n.\r\nQUIT\r\n"
        )  # fmt: skip
        answered = replies.read()
    assert len(re.findall(rb"^354", answered, re.MULTILINE)) == 1
    assert b"550 5.6.0" in answered
    assert stored_count(engine) == 0


def test_a_line_of_one_dot_that_was_stuffed_is_words(engine: Engine, serve: Serve) -> None:
    port = serve()
    with client(port) as other:
        other.sendmail("a@x.example", [COUNCIL], letter(1) + b"one\r\n.\r\ntwo\r\n")
    assert stored_count(engine) == 1


@pytest.mark.parametrize("mode", [0o600, 0o660])
def test_the_socket_has_the_rights_that_are_set(tmp_path: Path, mode: int) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'x.db'}")
    path = tmp_path / "lmtp.sock"
    intake = Intake(engine, IntakeConfig(socket=path, socket_mode=mode), ROUTES, lambda: NOW)
    intake.start()
    assert path.stat().st_mode & 0o777 == mode
    intake.stop()
    engine.dispose()


def test_the_gate_forgets_whoever_leaves() -> None:
    gate = Gate(Limits(connections=1, under_way=10))
    assert gate.enter("one", "a")
    assert not gate.enter("two", "b")
    assert gate.hold("one", 11) == "one"
    gate.leave("one")
    assert gate.enter("two", "b")
    assert gate.hold("two", 10) is None


def test_the_gate_counts_the_mails_of_a_minute() -> None:
    gate = Gate(Limits(per_minute=2))
    assert [gate.admits("a", 0.0) for _ in range(3)] == [True, True, False]
    assert gate.admits("b", 30.0)
    assert gate.admits("a", 61.0)
