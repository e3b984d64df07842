"""Waiting for mail with IDLE on a real Dovecot."""

import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from mailer.receive.imap import ImapPoller
from tests.receive.builders import NOW, imap_account, letter
from tests.servers.dovecot import Dovecot, running_dovecot

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
GO_ON = threading.Event()


@pytest.fixture
def user(dovecot: Dovecot) -> str:
    return dovecot.new_user()


@pytest.fixture
def poller(engine: Engine, dovecot: Dovecot, user: str) -> Iterator[ImapPoller]:
    poller = ImapPoller(engine, imap_account(dovecot, user))
    poller.poll(NOW, GO_ON)
    yield poller
    poller.close()


def test_a_new_mail_ends_the_wait(dovecot: Dovecot, user: str, poller: ImapPoller) -> None:
    timer = threading.Timer(0.2, lambda: dovecot.deliver(user, [letter()]))
    timer.start()
    begun = time.monotonic()
    assert poller.wait(20, GO_ON)
    assert time.monotonic() - begun < 5
    timer.join()
    assert poller.poll(NOW, GO_ON).new == 1


def test_a_mail_that_came_between_poll_and_wait_ends_the_wait_at_once(
    dovecot: Dovecot, user: str, poller: ImapPoller
) -> None:
    dovecot.deliver(user, [letter()])
    begun = time.monotonic()
    assert poller.wait(20, GO_ON)
    assert time.monotonic() - begun < 1


def test_a_mail_that_a_person_reads_does_not_end_the_wait(
    engine: Engine, dovecot: Dovecot, user: str
) -> None:
    # A folder that cannot be made keeps the mail in the inbox.
    poller = ImapPoller(engine, imap_account(dovecot, user, processed="a//b"))
    dovecot.deliver(user, [letter()])
    poller.poll(NOW, GO_ON)
    timer = threading.Timer(0.1, read_all, (dovecot, user))
    timer.start()
    assert not poller.wait(1.2, GO_ON)
    timer.join()
    poller.close()


def read_all(dovecot: Dovecot, user: str) -> None:
    with dovecot.connect(user) as person:
        person.select_folder("INBOX")
        person.add_flags(person.search(), [b"\\Seen"])


def test_a_wish_to_stop_ends_the_wait(poller: ImapPoller) -> None:
    stop = threading.Event()
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    begun = time.monotonic()
    assert not poller.wait(30, stop)
    assert time.monotonic() - begun < 2
    timer.join()


def test_a_connection_that_dies_while_waiting_is_noticed_and_made_anew(engine: Engine) -> None:
    with running_dovecot() as server:
        user = server.new_user()
        poller = ImapPoller(engine, imap_account(server, user))
        poller.poll(NOW, GO_ON)
        timer = threading.Timer(0.2, server.kill)
        timer.start()
        begun = time.monotonic()
        assert not poller.wait(1.5, GO_ON)
        assert time.monotonic() - begun < 4
        timer.join()
        server.start()
        server.deliver(user, [letter()])
        assert poller.poll(NOW, GO_ON).new == 1
        poller.close()


def test_without_idle_the_wait_is_a_timer(engine: Engine) -> None:
    with running_dovecot("imap_capability = IMAP4rev1 UIDPLUS MOVE") as server:
        poller = ImapPoller(engine, imap_account(server, server.new_user()))
        poller.poll(NOW, GO_ON)
        begun = time.monotonic()
        assert not poller.wait(0.2, GO_ON)
        assert 0.2 <= time.monotonic() - begun < 2
        poller.close()


def test_the_connection_serves_on_after_many_idles(
    dovecot: Dovecot, user: str, poller: ImapPoller
) -> None:
    for number in range(3):
        assert not poller.wait(0.05, GO_ON)
        dovecot.deliver(user, [letter(number)])
        assert poller.poll(NOW, GO_ON).new == 1
