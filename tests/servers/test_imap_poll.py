"""Polling a real Dovecot when nothing breaks."""

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from mailer.receive.account import Security
from mailer.receive.check import check
from mailer.receive.imap import ImapPoller, PollResult
from storage.engine import reading
from storage.inbox import earlier_twin, read
from tests.receive.builders import (
    NOW,
    PROGRAMME,
    expected_ids,
    imap_account,
    letter,
    letters,
    message_ids,
    stored,
    stored_count,
    subjects,
)
from tests.servers.dovecot import Dovecot, running_dovecot

sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
GO_ON = threading.Event()


@pytest.fixture
def user(dovecot: Dovecot) -> str:
    return dovecot.new_user()


@pytest.fixture
def poller(engine: Engine, dovecot: Dovecot, user: str) -> Iterator[ImapPoller]:
    poller = ImapPoller(engine, imap_account(dovecot, user))
    yield poller
    poller.close()


@sqlite_only
def test_a_thousand_mails_are_each_kept_once_and_moved(
    engine: Engine, dovecot: Dovecot, user: str, poller: ImapPoller
) -> None:
    dovecot.deliver(user, letters(1000))
    assert poller.poll(NOW, GO_ON) == PollResult(new=1000, moved=1000, reconciled=True)
    assert message_ids(engine) == expected_ids(1000)
    assert dovecot.subjects(user) == []
    assert len(dovecot.subjects(user, "Processed")) == 1000


def test_a_poll_finds_what_came_since_the_last_one(
    engine: Engine, dovecot: Dovecot, user: str, poller: ImapPoller
) -> None:
    dovecot.deliver(user, letters(3))
    poller.poll(NOW, GO_ON)
    assert poller.poll(NOW, GO_ON) == PollResult()
    dovecot.deliver(user, [letter(4)])
    assert poller.poll(NOW, GO_ON) == PollResult(new=1, moved=1)
    assert message_ids(engine) == expected_ids(4)


@sqlite_only
def test_the_bytes_and_the_time_of_arrival_are_kept(
    engine: Engine, dovecot: Dovecot, user: str, poller: ImapPoller
) -> None:
    dovecot.append(user, [letter(1)])
    poller.poll(NOW, GO_ON)
    with reading(engine) as connection:
        found = read(connection, 1)
    assert found is not None
    mail, data = found
    assert data == letter(1)
    assert (mail.source, mail.size, mail.state) == ("imap", len(data), "received")
    assert mail.received < NOW


@sqlite_only
def test_a_mail_that_a_person_has_read_is_taken_all_the_same(
    engine: Engine, dovecot: Dovecot, user: str, poller: ImapPoller
) -> None:
    dovecot.deliver(user, letters(2))
    with dovecot.connect(user) as person:
        person.select_folder("INBOX")
        person.add_flags([1], [b"\\Seen"])
    assert poller.poll(NOW, GO_ON).new == 2


@sqlite_only
def test_polling_marks_nothing_as_read(dovecot: Dovecot, user: str, poller: ImapPoller) -> None:
    dovecot.deliver(user, letters(2))
    poller.poll(NOW, GO_ON)
    with dovecot.connect(user) as person:
        person.select_folder("Processed")
        flags = person.get_flags(person.search())
    assert all(b"\\Seen" not in marks for marks in flags.values())


@sqlite_only
def test_a_mail_that_a_person_moves_away_between_polls_is_no_fault(
    engine: Engine, dovecot: Dovecot, user: str, poller: ImapPoller
) -> None:
    poller.poll(NOW, GO_ON)
    dovecot.deliver(user, letters(3))
    with dovecot.connect(user) as person:
        person.select_folder("INBOX")
        person.create_folder("Private")
        person.move([2], "Private")
    assert poller.poll(NOW, GO_ON) == PollResult(new=2, moved=2)
    assert dovecot.subjects(user, "Private") == ["letter 0002"]


@sqlite_only
def test_a_mail_that_a_person_puts_back_is_kept_as_a_twin_of_the_first(
    engine: Engine, dovecot: Dovecot, user: str, poller: ImapPoller
) -> None:
    dovecot.deliver(user, letters(2))
    poller.poll(NOW, GO_ON)
    with dovecot.connect(user) as person:
        person.select_folder("Processed")
        person.move([1], "INBOX")
    assert poller.poll(NOW, GO_ON).new == 1
    mails = stored(engine)
    with reading(engine) as connection:
        twins = earlier_twin(connection, PROGRAMME, [(m.sha256, m.id) for m in mails])
    assert twins == {mails[2].id: mails[0].id}


@sqlite_only
def test_a_mail_of_25_megabytes_is_kept_whole(
    engine: Engine, dovecot: Dovecot, user: str, poller: ImapPoller
) -> None:
    large = letter(1, size=25 * 1024 * 1024 - 100)
    dovecot.append(user, [large, letter(2)])
    assert poller.poll(NOW, GO_ON).new == 2
    with reading(engine) as connection:
        found = read(connection, 1)
    assert found is not None
    assert found[1] == large


@sqlite_only
def test_a_mail_over_the_limit_leaves_its_header_and_a_name_for_it(
    engine: Engine, dovecot: Dovecot, user: str
) -> None:
    poller = ImapPoller(engine, imap_account(dovecot, user, max_size=10_000))
    dovecot.append(user, [letter(1, size=20_000), letter(2)])
    result = poller.poll(NOW, GO_ON)
    poller.close()
    assert (result.new, result.too_large, result.moved) == (2, 1, 2)
    large, _small = stored(engine)
    assert (large.state, large.outcome, large.message_id) == (
        "received",
        "too_large",
        "<1@example.net>",
    )
    assert large.size > 19_000
    with reading(engine) as connection:
        found = read(connection, large.id)
    assert found is not None
    assert found[1] == letter(1).partition(b"Hello")[0]


@sqlite_only
def test_folder_names_may_be_in_any_script(engine: Engine, dovecot: Dovecot, user: str) -> None:
    account = imap_account(dovecot, user, inbox="Räte/Собрание", processed="Erledigt ✓ & fertig")
    dovecot.append(user, letters(2), "Räte/Собрание")
    poller = ImapPoller(engine, account)
    assert poller.poll(NOW, GO_ON).moved == 2
    poller.close()
    assert dovecot.subjects(user, "Erledigt ✓ & fertig") == subjects(2)


@sqlite_only
def test_two_mailboxes_with_the_same_uids_do_not_mix(engine: Engine, dovecot: Dovecot) -> None:
    for number in (1, 2):
        user = dovecot.new_user()
        dovecot.deliver(user, [letter(number)])
        poller = ImapPoller(engine, imap_account(dovecot, user))
        poller.poll(NOW, GO_ON)
        poller.close()
    assert message_ids(engine) == expected_ids(2)


@sqlite_only
def test_a_wish_to_stop_ends_the_poll_after_a_batch_and_the_next_goes_on(
    engine: Engine, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(user, letters(10))
    poller = ImapPoller(engine, imap_account(dovecot, user, batch_count=3))
    stop = threading.Event()
    stop.set()
    assert poller.poll(NOW, stop).new == 0
    assert poller.poll(NOW, GO_ON).new == 10
    poller.close()
    assert stored_count(engine) == 10


@sqlite_only
@pytest.mark.parametrize("security", [Security.STARTTLS, Security.NONE])
def test_starttls_and_plain_loopback_serve_as_well(
    engine: Engine, dovecot: Dovecot, user: str, security: Security
) -> None:
    dovecot.deliver(user, [letter()])
    account = imap_account(dovecot, user, port=dovecot.imap, security=security)
    poller = ImapPoller(engine, account)
    assert poller.poll(NOW, GO_ON).new == 1
    poller.close()


@sqlite_only
def test_without_move_mails_are_copied_and_only_they_are_expunged(engine: Engine) -> None:
    with running_dovecot("imap_capability = IMAP4rev1 UIDPLUS") as server:
        user = server.new_user()
        server.deliver(user, letters(3))
        with server.connect(user) as person:
            person.select_folder("INBOX")
            person.create_folder("Processed")
        poller = ImapPoller(engine, imap_account(server, user, batch_count=1))
        assert poller.poll(NOW, GO_ON).moved == 3
        poller.close()
        assert server.subjects(user) == []
        assert server.subjects(user, "Processed") == subjects(3)


@sqlite_only
def test_a_server_that_cannot_move_keeps_its_mails_and_they_are_taken_once(engine: Engine) -> None:
    with running_dovecot("imap_capability = IMAP4rev1") as server:
        user = server.new_user()
        server.deliver(user, letters(3))
        for expected in (3, 0):
            poller = ImapPoller(engine, imap_account(server, user))
            result = poller.poll(NOW, GO_ON)
            poller.close()
            assert (result.new, result.moved, result.stuck) == (expected, 0, 3)
            assert "neither MOVE nor UIDPLUS" in result.note
        assert server.subjects(user) == subjects(3)
    assert stored_count(engine) == 3


def test_check_looks_and_changes_nothing(dovecot: Dovecot) -> None:
    user = dovecot.new_user()
    dovecot.deliver(user, [letter()])
    found = check(imap_account(dovecot, user))
    assert all(item.ok for item in found)
    assert [item.name for item in found] == ["login", "inbox", "processed", "move", "idle"]
    with dovecot.connect(user) as person:
        assert not person.folder_exists("Processed")


@pytest.mark.parametrize(
    ("changes", "name", "fix"),
    [
        ({"password": "wrong"}, "login", "password"),
        ({"cafile": None}, "login", "cafile"),
        ({"inbox": "Nowhere"}, "inbox", "INBOX"),
    ],
    ids=["password", "authority", "folder"],
)
def test_check_says_what_is_wrong_and_what_to_do(
    dovecot: Dovecot, changes: dict[str, object], name: str, fix: str
) -> None:
    found = check(imap_account(dovecot, dovecot.new_user(), **changes))
    bad = [item for item in found if not item.ok]
    assert [item.name for item in bad] == [name]
    assert fix in bad[0].fix
