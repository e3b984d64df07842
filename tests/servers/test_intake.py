"""Taking mail by SMTP and LMTP: 250 after the commit, 451 for faults of ours."""

import contextlib
import smtplib
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from mailer.errors import SettingsError
from mailer.receive.smtp import Intake, IntakeConfig, Protocol
from storage.engine import open_engine, reading, writing
from storage.inbox import INBOX, read
from tests.receive.builders import NOW, letter, letters, stored_count

ROUTES = {"council@one.example": "one", "Council@Two.example": "two", "team@one.example": "one"}
SENDER = "ana@example.net"
sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
Start = Callable[..., Any]


@pytest.fixture
def start(engine: Engine) -> Iterator[Start]:
    """Start an intake and return a connected client of its kind."""
    with contextlib.ExitStack() as stack:

        def begin(*, database: Engine | None = None, **changes: Any) -> Any:
            values = {"port": free_port(), "timeout": 20.0, **changes}
            config = IntakeConfig(**values)
            intake = Intake(database or engine, config, ROUTES, lambda: NOW)
            intake.start()
            stack.callback(intake.stop)
            kind = smtplib.LMTP if config.protocol is Protocol.LMTP else smtplib.SMTP
            return stack.enter_context(kind("127.0.0.1", config.port, timeout=20))

        yield begin


@pytest.fixture
def hasty(database_url: str) -> Iterator[Engine]:
    """An engine that does not wait for a locked SQLite database."""
    engine = open_engine(database_url)

    @event.listens_for(engine, "connect")
    def no_patience(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA busy_timeout=50")

    yield engine
    engine.dispose()


@contextlib.contextmanager
def locked(engine: Engine) -> Iterator[None]:
    with engine.connect().execution_options(write=True) as connection:
        connection.begin()
        yield
        connection.rollback()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def rows(engine: Engine) -> list[Any]:
    columns = INBOX.c
    with reading(engine) as connection:
        query = INBOX.select().with_only_columns(
            columns.programme, columns.source, columns.envelope_from, columns.envelope_to
        )
        return [tuple(row) for row in connection.execute(query.order_by(columns.programme))]


def data_replies(client: Any, recipients: list[str], data: bytes) -> list[tuple[int, bytes]]:
    """Send a mail and return every reply to its DATA, one for each recipient with LMTP."""
    client.ehlo_or_helo_if_needed()
    client.mail(SENDER)
    taken = [address for address in recipients if client.rcpt(address)[0] == 250]
    assert client.docmd("DATA")[0] == 354
    client.send(data.removesuffix(b"\r\n").replace(b"\r\n.", b"\r\n..") + b"\r\n.\r\n")
    replies = [client.getreply()]
    if isinstance(client, smtplib.LMTP):
        replies += [client.getreply() for _other in taken[1:]]
    assert client.noop()[0] == 250  # Nothing more was in the pipe.
    return replies


@pytest.mark.parametrize("protocol", list(Protocol))
def test_a_mail_is_in_the_database_when_250_is_said(
    engine: Engine, start: Start, protocol: Protocol
) -> None:
    client = start(protocol=protocol)
    assert data_replies(client, ["council@one.example"], letter(1))[0][0] == 250
    assert rows(engine) == [("one", protocol.value, SENDER, ["council@one.example"])]
    with reading(engine) as connection:
        found = read(connection, 1)
    assert found is not None
    assert found[1] == letter(1)
    assert found[0].received == NOW


@sqlite_only
def test_250_waits_for_the_commit(engine: Engine, start: Start) -> None:
    client = start()
    replies: list[Any] = []

    def send() -> None:
        replies.extend(data_replies(client, ["council@one.example"], letter(1)))

    with locked(engine):
        sender = threading.Thread(target=send)
        sender.start()
        time.sleep(0.4)
        assert replies == []
    sender.join(20)
    assert replies[0][0] == 250
    assert stored_count(engine) == 1


@sqlite_only
def test_a_locked_database_is_451_and_the_mail_comes_in_when_it_is_sent_again(
    engine: Engine, hasty: Engine, start: Start
) -> None:
    client = start(database=hasty)
    with locked(engine):
        code, words = data_replies(client, ["council@one.example"], letter(1))[0]
        assert (code, words) == (451, b"4.3.0 Temporary failure, try again later")
        assert stored_count(engine) == 0
    assert data_replies(client, ["council@one.example"], letter(1))[0][0] == 250
    assert stored_count(engine) == 1


@sqlite_only
@pytest.mark.parametrize("protocol", list(Protocol))
def test_a_fault_of_ours_is_451_and_tells_nothing(
    engine: Engine, start: Start, protocol: Protocol
) -> None:
    client = start(protocol=protocol)
    with writing(engine) as connection:
        connection.execute(text("DROP TABLE inbox"))
    recipients = ["council@one.example", "council@two.example"]
    replies = data_replies(client, recipients, letter(1))
    assert replies == [(451, b"4.3.0 Temporary failure, try again later")] * len(replies)


@sqlite_only
def test_lmtp_answers_for_each_recipient(engine: Engine, start: Start) -> None:
    recipients = ["council@one.example", "nobody@one.example", "council@two.example"]
    replies = data_replies(start(), recipients, letter(1))
    assert [code for code, _words in replies] == [250, 250]
    assert [row[0] for row in rows(engine)] == ["one", "two"]


@sqlite_only
def test_a_mail_to_two_addresses_of_one_programme_is_kept_once(
    engine: Engine, start: Start
) -> None:
    recipients = ["council@one.example", "team@one.example"]
    replies = data_replies(start(), recipients, letter(1))
    assert [code for code, _words in replies] == [250, 250]
    assert rows(engine) == [("one", "lmtp", SENDER, recipients)]


@sqlite_only
@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("council@one.example", 250),
        ("COUNCIL@ONE.EXAMPLE", 250),
        ("council+a7f3@one.example", 250),
        ("council@two.example", 250),
        ("nobody@one.example", 550),
        ("council@elsewhere.example", 550),
        ("+council@one.example", 550),
        ('"council@one.example"@two.example', 550),
    ],
)
def test_only_our_addresses_are_taken_whatever_their_case_and_tag(
    start: Start, address: str, code: int
) -> None:
    client = start()
    client.ehlo()
    client.mail(SENDER)
    found, words = client.rcpt(address)
    assert found == code
    assert code == 250 or words == b"5.1.1 No such mailbox here"


@sqlite_only
def test_the_empty_sender_of_a_bounce_is_taken(engine: Engine, start: Start) -> None:
    client = start()
    client.sendmail("", ["council@one.example"], letter(1))
    assert rows(engine)[0][2] == ""


@sqlite_only
@pytest.mark.parametrize("protocol", list(Protocol))
def test_a_mail_over_the_limit_is_refused_for_good(
    engine: Engine, start: Start, protocol: Protocol
) -> None:
    client = start(protocol=protocol, max_size=5000)
    recipients = ["council@one.example", "council@two.example"]
    replies = data_replies(client, recipients, letter(1, size=9000))
    assert {code for code, _words in replies} == {552}
    assert stored_count(engine) == 0


@sqlite_only
def test_a_mail_of_25_megabytes_is_taken(engine: Engine, start: Start) -> None:
    data = letter(1, size=25 * 1024 * 1024 - 1000)
    assert data_replies(start(), ["council@one.example"], data)[0][0] == 250
    with reading(engine) as connection:
        found = read(connection, 1)
    assert found is not None
    assert found[0].size == len(data)


@sqlite_only
def test_a_line_longer_than_the_standard_allows_is_taken(engine: Engine, start: Start) -> None:
    data = letter(1) + b"y" * 100_000
    assert data_replies(start(), ["council@one.example"], data)[0][0] == 250
    assert stored_count(engine) == 1


@sqlite_only
def test_too_many_recipients_are_put_off(start: Start) -> None:
    client = start(max_recipients=2)
    client.ehlo()
    client.mail(SENDER)
    codes = [client.rcpt(f"council+{number}@one.example")[0] for number in range(3)]
    assert codes == [250, 250, 452]


@sqlite_only
def test_an_address_that_is_no_text_is_kept_readable(engine: Engine, start: Start) -> None:
    client = start()
    client.ehlo()
    client.send(b"MAIL FROM:<\xff\xfe@example.net>\r\n")
    assert client.getreply()[0] == 250
    client.rcpt("council@one.example")
    client.data(letter(1))
    assert rows(engine)[0][2] == "\N{REPLACEMENT CHARACTER}" * 2 + "@example.net"


def test_mails_that_come_at_once_are_each_kept(engine: Engine, start: Start) -> None:
    port = start().sock.getpeername()[1]
    failures: list[Exception] = []

    def send(part: list[bytes]) -> None:
        try:
            with smtplib.LMTP("127.0.0.1", port, timeout=20) as client:
                for data in part:
                    client.sendmail(SENDER, ["council@one.example"], data)
        except (OSError, smtplib.SMTPException) as error:
            failures.append(error)

    mails = letters(80)
    threads = [threading.Thread(target=send, args=(mails[start::8],)) for start in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert failures == []
    assert stored_count(engine) == 80


@sqlite_only
def test_lmtp_listens_on_a_unix_socket(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "lmtp.sock"
    intake = Intake(engine, IntakeConfig(socket=path), ROUTES, lambda: NOW)
    intake.start()
    try:
        with smtplib.LMTP(str(path)) as client:
            client.sendmail(SENDER, ["council@one.example"], letter(1))
    finally:
        intake.stop()
    assert stored_count(engine) == 1
    assert not path.exists()


def test_an_address_beyond_this_machine_needs_a_word() -> None:
    with pytest.raises(SettingsError, match="UNIX socket"):
        IntakeConfig(host="0.0.0.0")
    assert IntakeConfig(host="0.0.0.0", beyond_loopback=True).host == "0.0.0.0"
