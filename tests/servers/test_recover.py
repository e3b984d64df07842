"""B15 on a real mailbox: from a backup and the processed folder, all is there and none is twice."""

import email
import email.policy
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mailer.deliver import queue as outgoing
from mailer.errors import MailerError, SettingsError, Unavailable
from mailer.record import database
from mailer.recovery import Recovery
from tests.faults.installation import differences
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres
from tests.servers.recovering import MONDAY, OnPostgres, Service, after, outcomes, plain
from tests.servers.sink import Sink
from tests.story import ANA, BO, CHI, DEV


@pytest.fixture
def service(tmp_path: Path, dovecot: Dovecot, sqlite_template: Path) -> Iterator[Service]:
    with Sink() as sink:
        made = Service(tmp_path, dovecot, sink, template=sqlite_template)
        yield made
        made.app.close()


@pytest.fixture(scope="module")
def failed(
    tmp_path_factory: pytest.TempPathFactory, dovecot: Dovecot, sqlite_template: Path
) -> Iterator[Service]:
    """One that failed and was restored, for tests that change nothing."""
    with Sink() as sink:
        made = Service(tmp_path_factory.mktemp("failed"), dovecot, sink, template=sqlite_template)
        failed_on_tuesday(made)
        yield made
        made.app.close()


def test_the_records_are_as_if_nothing_had_been_lost_and_no_letter_comes_twice(
    service: Service,
) -> None:
    service.week()
    before, letters = service.records(), service.arrived
    assert set(letters.values()) == {1}
    service.lose_and_restore()
    assert len(service.records()["inbox"]) == 2

    found = service.recover()

    assert (found.known, found.stored, found.waiting, found.left) == (2, 4, 1, 0)
    assert differences(before, service.records()) == []
    service.run(after(hours=96))
    assert service.arrived == letters


def test_a_letter_that_was_written_a_moment_later_is_known_by_the_answer_to_it(
    service: Service,
) -> None:
    service.takes = timedelta(seconds=40)
    service.week()
    before, letters = service.records(), service.arrived
    service.lose_and_restore()

    service.recover()

    same = ("person", "mentor", "mentorship", "question")
    after_it = service.records()
    for table in same:
        assert [plain(row) for row in before[table]] == [plain(row) for row in after_it[table]]
    assert outcomes(before) == outcomes(after_it)
    # The digest that was answered, and the steps of which one was done.
    assert service.states()["sent"] == 3
    service.run(after(hours=96))
    assert service.arrived == letters


def failed_on_tuesday(service: Service) -> None:
    """Let two mails be handled, one before the backup, and the service fail before the digest."""
    service.run(MONDAY)
    service.handle(ANA, "I would like to become a mentor.", 0.5)
    service.save()
    service.handle(ANA, "I finished the Coaching Training yesterday.", 2)
    service.lose_and_restore()
    service.now = after(hours=30)


def test_what_is_missing_is_shown_first_and_nothing_is_changed(failed: Service) -> None:
    before = failed.records()

    [found] = Recovery(failed.settings, failed.now).look()

    assert (found.newest, found.known) == (after(hours=2), 1)
    assert [mail.received for mail in found.mails] == [after(hours=2)]
    assert failed.records() == before


def test_letters_that_may_never_have_left_are_named_and_leave_at_the_operators_word(
    service: Service,
) -> None:
    failed_on_tuesday(service)

    found = service.recover()

    assert {letter.template for letter in found.late} == {"digest/digest.council"}
    letters = service.arrived
    service.run(service.now)
    assert service.arrived == letters
    with database.writing(service.app.engine) as connection:
        assert outgoing.requeue(connection, found.late[0].id)
    service.run(service.now)
    assert service.arrived - letters == {found.late[0].message_id: 1}

    service.run(after(hours=47))
    digest = email.message_from_bytes(service.sink.mails[-1].data, policy=email.policy.default)
    assert "the records were rebuilt up to 2026-03-03 15:00 UTC" in " ".join(str(digest).split())


def test_mails_that_people_kept_there_before_the_service_began_are_left_alone(
    service: Service,
) -> None:
    failed_on_tuesday(service)
    with service.dovecot.connect(service.user) as client:
        old = b"From: Dev Rao <dev@mail.example>\r\n\r\nI would like to become a mentor.\r\n"
        client.append("Processed", old, msg_time=after(days=-300))

    found = service.recover()

    assert (found.older, found.known, found.stored) == (1, 1, 1)


def test_of_two_mails_of_one_size_and_second_only_the_unknown_one_is_worked_off(
    service: Service,
) -> None:
    service.handle(ANA, "I would like to become a mentor.", 1)
    service.save()
    service.handle(DEV, "I would like to become a mentor.", 1)
    service.lose_and_restore()

    found = service.recover()

    assert (found.known, found.stored) == (0, 1)
    rows = service.records()["inbox"]
    assert len({row["sha256"] for row in rows}) == len(rows) == 2


def test_what_is_due_after_the_failure_goes_out_by_itself_where_its_time_is_known(
    service: Service,
) -> None:
    failed_on_tuesday(service)
    letters = service.arrived

    found = service.recover(after(hours=3))
    service.run(service.now)

    assert found.late == []
    assert sorted((service.arrived - letters).values()) == [1, 1]  # The digest of both members.
    assert service.states() == {"sent": 3, "presumed": 1}


def test_a_recovery_that_broke_off_keeps_the_service_from_starting_until_it_is_repeated(
    service: Service,
) -> None:
    failed_on_tuesday(service)
    letters = service.arrived

    def fail(_count: int, _at: datetime) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Recovery(service.settings, service.now).apply(fail)
    with pytest.raises(MailerError, match="a recovery came to no end"):
        service.app.once()

    found = service.recover()
    service.run(service.now)
    assert (found.known, found.stored) == (2, 0)
    assert service.arrived == letters


def test_a_mailbox_that_cannot_be_reached_changes_nothing(failed: Service) -> None:
    before = failed.records()
    box = failed.settings.mailbox["council"].model_copy(update={"port": 1})
    away = failed.settings.model_copy(update={"mailbox": {"council": box}})
    with pytest.raises(Unavailable):
        Recovery(away, failed.now).apply()
    assert failed.records() == before
    failed.app.start()


def test_an_end_before_what_is_known_to_have_happened_is_refused(failed: Service) -> None:
    with pytest.raises(SettingsError, match=r"handled a mail of 2026-03-02T11:00:00"):
        failed.recover(after(hours=1))
    with pytest.raises(SettingsError, match="expected a time that has come"):
        failed.recover(after(hours=31))


def test_a_mail_that_was_handled_and_could_not_be_moved_is_not_answered_again(
    service: Service,
) -> None:
    failed_on_tuesday(service)
    service.write(BO, "I resign as a mentor. My last day is 30 April 2026.", after(hours=1))
    service.write(CHI, "I would like to become a mentor.", after(hours=29))
    letters = service.arrived

    found = service.recover()
    service.run(service.now)

    assert found.stored == 2
    answered = [mail.recipients for mail in service.sink.mails[sum(letters.values()) :]]
    assert answered == [("chi@mail.example",)]
    assert service.dovecot.subjects(service.user) == []


def test_a_dump_of_postgresql_is_brought_up_to_date_as_well(
    tmp_path: Path, dovecot: Dovecot, postgres: Postgres
) -> None:
    with Sink() as sink:
        service = OnPostgres(tmp_path, dovecot, sink, url=postgres.new_database())
        failed_on_tuesday(service)
        letters = service.arrived

        found = service.recover()
        service.run(service.now)

        assert (found.known, found.stored) == (1, 1)
        assert service.arrived == letters
        assert service.records()["question"][0]["title"] == "Accept Ana Pop as a mentor?"
        service.app.close()
