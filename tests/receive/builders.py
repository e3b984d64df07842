"""Mails, accounts and looks into the queue for the tests of receiving."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, func, select

from mailer.receive.account import ImapAccount
from storage.engine import reading
from storage.inbox import INBOX, MailSummary, listing
from tests.servers.dovecot import Dovecot

# Far enough ahead that no server's clock is later: a mail never counts as arrived after `now`.
NOW = datetime(2100, 3, 1, 12, 0, tzinfo=UTC)
PROGRAMME = "example"


def letter(number: int = 1, *, size: int = 0) -> bytes:
    """Return a mail with the subject `letter NUMBER`, filled up to at least `size` bytes."""
    head = (
        f"From: Ana Pop <ana@example.net>\r\nTo: council@example.org\r\n"
        f"Subject: letter {number:04}\r\nMessage-ID: <{number}@example.net>\r\n\r\nHello\r\n"
    ).encode()
    line = b"x" * 70 + b"\r\n"
    return head + line * max(0, (size - len(head)) // len(line))


def letters(count: int) -> list[bytes]:
    return [letter(number) for number in range(1, count + 1)]


def subjects(count: int) -> list[str]:
    return [f"letter {number:04}" for number in range(1, count + 1)]


def imap_account(server: Dovecot, user: str, **changes: Any) -> ImapAccount:
    """Return an account on the test server over verified TLS."""
    values: dict[str, Any] = {
        "name": user,
        "programme": PROGRAMME,
        "host": server.host,
        "port": server.imaps,
        "user": user,
        "password": server.password,
        "cafile": str(server.cafile),
        "connect_timeout": 5.0,
        "read_timeout": 20.0,
    }
    return ImapAccount(**{**values, **changes})


def stored(engine: Engine) -> list[MailSummary]:
    """Return what lies in the queue, oldest first."""
    with reading(engine) as connection:
        return listing(connection, PROGRAMME, 100_000)[::-1]


def stored_count(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(INBOX)).scalar_one()


def message_ids(engine: Engine) -> list[str]:
    """Return the Message-IDs in the queue in order of their number."""
    found = [mail.message_id or "" for mail in stored(engine)]
    return sorted(found, key=lambda text: int(text.strip("<").partition("@")[0]))


def expected_ids(count: int) -> list[str]:
    return [f"<{number}@example.net>" for number in range(1, count + 1)]
