"""Polling a real Dovecot while things break: nothing is lost, and nothing is kept twice."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, event, select

from mailer.errors import Unavailable
from mailer.receive.imap import ImapPoller
from mailer.receive.mailbox import MAILBOXES
from storage.engine import open_engine, reading, writing
from tests.receive.builders import (
    NOW,
    expected_ids,
    imap_account,
    letter,
    letters,
    message_ids,
    stored_count,
    subjects,
)
from tests.servers.dovecot import Dovecot, running_dovecot

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
GO_ON = threading.Event()


class Crash(BaseException):
    """Stands for the end of our process."""


@pytest.fixture
def user(dovecot: Dovecot) -> str:
    return dovecot.new_user()


@pytest.fixture
def fragile() -> Iterator[Dovecot]:
    """A server of its own, for a test that kills it."""
    with running_dovecot() as server:
        yield server


def crash(*_arguments: object) -> None:
    raise Crash


def row(engine: Engine, name: str) -> tuple[int | None, int, str]:
    query = select(MAILBOXES.c.last_ok, MAILBOXES.c.failures, MAILBOXES.c.error)
    with reading(engine) as connection:
        found = connection.execute(query.where(MAILBOXES.c.name == name)).one()
    return tuple(found)  # type: ignore[return-value]


def poll_until_done(poller: ImapPoller, tries: int = 10) -> None:
    for _try in range(tries):
        try:
            poller.poll(NOW, GO_ON)
        except Unavailable:
            continue
        return
    pytest.fail("the poller never came through")


def poll_for_ever(poller: ImapPoller) -> None:
    while True:
        poller.poll(NOW, GO_ON)


def when(condition: Callable[[], bool], action: Callable[[], None]) -> threading.Thread:
    """Do `action` in another thread as soon as `condition` holds."""

    def watch() -> None:
        end = time.monotonic() + 20
        while not condition() and time.monotonic() < end:
            time.sleep(0.0005)
        action()

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def test_a_crash_between_commit_and_move_is_mended_by_the_next_start(
    engine: Engine, dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.deliver(user, letters(7))
    poller = ImapPoller(engine, imap_account(dovecot, user, batch_count=5))
    with monkeypatch.context() as patch:
        patch.setattr("mailer.receive.folder.move", crash)
        with pytest.raises(Crash):
            poller.poll(NOW, GO_ON)
    assert dovecot.subjects(user) == subjects(7)
    assert stored_count(engine) == 5
    second = ImapPoller(engine, imap_account(dovecot, user))
    result = second.poll(NOW, GO_ON)
    second.close()
    assert (result.new, result.moved) == (2, 7)
    assert message_ids(engine) == expected_ids(7)
    assert dovecot.subjects(user) == []


def test_a_crash_before_the_commit_loses_nothing(
    engine: Engine, dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.deliver(user, letters(7))
    poller = ImapPoller(engine, imap_account(dovecot, user))
    with monkeypatch.context() as patch:
        patch.setattr("storage.inbox.store", crash)
        with pytest.raises(Crash):
            poller.poll(NOW, GO_ON)
    assert stored_count(engine) == 0
    assert dovecot.subjects(user) == subjects(7)
    assert poller.poll(NOW, GO_ON).new == 7
    poller.close()


def test_a_server_killed_in_mid_fetch_is_resumed_with_nothing_lost_or_twice(
    engine: Engine, fragile: Dovecot
) -> None:
    user = fragile.new_user()
    fragile.append(user, [letter(number, size=2_000_000) for number in range(1, 13)])
    poller = ImapPoller(engine, imap_account(fragile, user, batch_count=1))
    killer = when(lambda: stored_count(engine) >= 3 and len(poller._in_flight) > 0, fragile.kill)
    with pytest.raises(Unavailable):
        poller.poll(NOW, GO_ON)
    killer.join()
    assert 3 <= stored_count(engine) < 12
    fragile.start()
    poll_until_done(poller)
    poller.close()
    assert message_ids(engine) == expected_ids(12)
    assert fragile.subjects(user) == []
    assert fragile.subjects(user, "Processed") == subjects(12)


def test_a_server_killed_again_and_again_is_drained_in_the_end(
    engine: Engine, fragile: Dovecot
) -> None:
    user = fragile.new_user()
    fragile.deliver(user, letters(120))
    poller = ImapPoller(engine, imap_account(fragile, user, batch_count=10))
    for share in (15, 45, 85):
        killer = when(lambda share=share: stored_count(engine) >= share, fragile.kill)
        with pytest.raises(Unavailable):
            poll_for_ever(poller)
        killer.join()
        fragile.start()
    poll_until_done(poller)
    poller.close()
    assert message_ids(engine) == expected_ids(120)
    assert fragile.subjects(user) == []


def test_a_connection_that_died_between_polls_is_no_failure(
    engine: Engine, fragile: Dovecot
) -> None:
    user = fragile.new_user()
    poller = ImapPoller(engine, imap_account(fragile, user))
    poller.poll(NOW, GO_ON)
    fragile.kill()
    fragile.start()
    fragile.deliver(user, letters(2))
    assert poller.poll(NOW, GO_ON).new == 2
    poller.close()


def test_a_server_that_falls_silent_is_given_up_in_time(engine: Engine, fragile: Dovecot) -> None:
    user = fragile.new_user()
    account = imap_account(fragile, user, connect_timeout=0.5, read_timeout=0.5)
    poller = ImapPoller(engine, account)
    poller.poll(NOW, GO_ON)
    fragile.freeze()
    begun = time.monotonic()
    with pytest.raises(Unavailable, match="timed out"):
        poller.poll(NOW, GO_ON)
    assert time.monotonic() - begun < 5
    fragile.thaw()
    fragile.deliver(user, letters(2))
    assert poller.poll(NOW, GO_ON).new == 2
    poller.close()


def test_a_mail_the_server_cannot_give_does_not_hold_up_the_others(
    engine: Engine, dovecot: Dovecot, user: str
) -> None:
    account = imap_account(dovecot, user)
    dovecot.append(user, letters(5))
    dovecot.mail_files(user)[1].chmod(0)
    poller = ImapPoller(engine, account)
    poll_until_done(poller)
    assert message_ids(engine) == [f"<{number}@example.net>" for number in (1, 3, 4, 5)]
    assert "UID 2" in row(engine, account.mailbox)[2]
    dovecot.append(user, [letter(6)])
    poll_until_done(poller)
    assert stored_count(engine) == 5
    (broken,) = dovecot.mail_files(user)
    broken.chmod(0o600)
    again = ImapPoller(engine, account)
    assert again.poll(NOW, GO_ON).new == 1
    again.close()
    poller.close()


def test_a_locked_database_is_told_as_unavailable_and_loses_nothing(
    engine: Engine, database_url: str, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(user, letters(2))
    hasty = open_engine(database_url)
    event.listen(hasty, "connect", lambda link, _record: link.execute("PRAGMA busy_timeout=50"))
    poller = ImapPoller(hasty, imap_account(dovecot, user))
    with writing(engine), pytest.raises(Unavailable, match="database"):
        poller.poll(NOW, GO_ON)
    assert poller.poll(NOW, GO_ON).new == 2
    poller.close()
    hasty.dispose()


def test_failures_are_counted_with_their_words_and_forgotten_after_a_success(
    engine: Engine, fragile: Dovecot
) -> None:
    account = imap_account(fragile, fragile.new_user())
    poller = ImapPoller(engine, account)
    fragile.kill()
    for expected in (1, 2):
        with pytest.raises(Unavailable, match="cannot reach"):
            poller.poll(NOW, GO_ON)
        assert poller.failures == expected
    last_ok, failures, error = row(engine, account.mailbox)
    assert (last_ok, failures) == (None, 2)
    assert "cannot reach" in error
    fragile.start()
    poller.poll(NOW, GO_ON)
    poller.close()
    assert row(engine, account.mailbox) == (NOW, 0, "")
    assert poller.failures == 0


def test_after_a_changed_uidvalidity_known_mails_are_recognised_by_their_hash(
    engine: Engine, dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = imap_account(dovecot, user)
    dovecot.deliver(user, letters(4))
    poller = ImapPoller(engine, account)
    poller.poll(NOW, GO_ON)
    dovecot.deliver(user, [letter(number) for number in range(5, 10)])
    with monkeypatch.context() as patch:
        patch.setattr("mailer.receive.folder.move", crash)
        with pytest.raises(Crash):
            poller.poll(NOW, GO_ON)
    dovecot.change_uidvalidity(user)
    dovecot.deliver(user, [letter(10)])
    result = poller.poll(NOW, GO_ON)
    assert (result.renumbered, result.relinked, result.new, result.moved) == (True, 5, 1, 6)
    assert message_ids(engine) == expected_ids(10)
    assert not poller.poll(NOW, GO_ON).renumbered
    poller.close()
    again = ImapPoller(engine, account)
    assert not again.poll(NOW, GO_ON).renumbered
    again.close()


def test_two_equal_mails_stay_two_after_a_changed_uidvalidity(
    engine: Engine, dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    poller = ImapPoller(engine, imap_account(dovecot, user))
    poller.poll(NOW, GO_ON)
    dovecot.append(user, [letter(1), letter(1)])
    with monkeypatch.context() as patch:
        patch.setattr("mailer.receive.folder.move", crash)
        with pytest.raises(Crash):
            poller.poll(NOW, GO_ON)
    dovecot.change_uidvalidity(user)
    result = poller.poll(NOW, GO_ON)
    poller.close()
    assert (result.relinked, result.new, result.moved) == (2, 0, 2)
    assert stored_count(engine) == 2


def test_a_processed_folder_that_a_person_deleted_is_made_again(
    engine: Engine, dovecot: Dovecot, user: str
) -> None:
    poller = ImapPoller(engine, imap_account(dovecot, user))
    dovecot.deliver(user, [letter(1)])
    poller.poll(NOW, GO_ON)
    with dovecot.connect(user) as person:
        person.delete_folder("Processed")
    dovecot.deliver(user, [letter(2)])
    assert poller.poll(NOW, GO_ON).moved == 1
    poller.close()


def test_a_folder_that_cannot_be_made_leaves_mails_kept_and_says_so(
    engine: Engine, dovecot: Dovecot, user: str
) -> None:
    account = imap_account(dovecot, user, processed="a//b")
    dovecot.deliver(user, letters(2))
    poller = ImapPoller(engine, account)
    result = poller.poll(NOW, GO_ON)
    assert (result.new, result.moved, result.stuck) == (2, 0, 2)
    assert "cannot move to a//b" in row(engine, account.mailbox)[2]
    dovecot.deliver(user, [letter(3)])
    assert poller.poll(NOW, GO_ON).new == 1
    poller.close()
    assert message_ids(engine) == expected_ids(3)
