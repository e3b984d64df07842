"""B15 on a real mailbox: from a backup and the processed folder, all is there and none is twice."""

import email
import email.policy
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy.engine import make_url

from mailer.app import App
from mailer.deliver import queue as outgoing
from mailer.errors import MailerError, SettingsError, Unavailable
from mailer.record import database, lists, trail
from mailer.record.database import reading
from mailer.record.people_csv import plan
from mailer.recovery import Programme as Found
from mailer.recovery import Recovery
from mailer.rules.roster import Roster
from mailer.settings import Delivery, Mailbox, Settings
from mailer.settings.files import shipped_programme
from tests.faults.installation import differences, message_ids, timeless
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres
from tests.servers.sink import Sink
from tests.story import ANA, AUTHSERV, BO, CHI, COUNCIL, DEV, EVA, PEOPLE

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Service:
    """An installation that polls a mailbox and sends by SMTP, on a clock of its own."""

    def __init__(
        self,
        folder: Path,
        dovecot: Dovecot,
        sink: Sink,
        *,
        url: str = "",
        template: Path | None = None,
    ) -> None:
        self.dovecot, self.sink, self.now = dovecot, sink, MONDAY
        self.user = dovecot.new_user()
        self.takes = timedelta(0)
        self.backup = folder / "backup"
        self.settings = Settings(
            data=folder / "data",
            database=url,
            programme={
                "reps": shipped_programme("reps", address=COUNCIL, authserv_id=AUTHSERV)
            },
            mailbox={
                "council": Mailbox(
                    programme="reps", host=dovecot.host, port=dovecot.imap, security="none",
                    user=self.user, password=SecretStr(dovecot.password),
                )
            },
            delivery=Delivery(kind="smtp", host=sink.host, port=sink.port, security="none"),
        )  # fmt: skip
        if template is not None:  # Quicker than making the tables.
            self.settings.data.mkdir()
            shutil.copy(template, self.settings.data / "mailer.db")
        self.app = App(self.settings, lambda: self.now)
        self.app.lines["reps"].enrol(plan(PEOPLE, Roster(), "reps").records, self.now)

    def run(self, at: datetime) -> None:
        self.now = at
        assert not self.app.once().problems

    def write(self, who: str, text: str, at: datetime, answers: str = "") -> None:
        """Put a mail into the mailbox, as one that arrives at that time.

        It answers the last letter to its writer whose subject has the words `answers`.
        """
        name, (_, address) = at.strftime("%d%H%M"), parseaddr(who)
        domain, to, more = address.rpartition("@")[2], COUNCIL, ["Subject: Hello"]
        if answers:
            mine = (x.data for x in self.sink.mails if x.recipients == (address,))
            read = (email.message_from_bytes(x, policy=email.policy.default) for x in mine)
            letter = [x for x in read if answers in str(x["Subject"])][-1]
            to = str(letter["Reply-To"])
            more = [f"Subject: Re: {letter['Subject']}", f"In-Reply-To: {letter['Message-ID']}"]
        head = (
            f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}",
            f"From: {who}", f"To: {to}", f"Date: {format_datetime(at)}",
            f"Message-ID: <{name}@{domain}>", *more,
        )  # fmt: skip
        with self.dovecot.connect(self.user) as client:
            client.append("INBOX", "\r\n".join((*head, "", text, "")).encode(), msg_time=at)

    def save(self) -> None:
        data = self.settings.data
        database.backup(self.settings.database_url, data / "key", self.backup)

    def lose_and_restore(self) -> None:
        data = self.settings.data
        self.app.close()
        shutil.rmtree(data)
        database.restore(self.backup, self.settings.database_url, data / "key")
        self.app = App(self.settings, lambda: self.now)

    def recover(self, until: datetime | None = None) -> Found:
        [found] = Recovery(self.settings, self.now, until).apply()
        return found

    def records(self) -> dict[str, list[dict[str, Any]]]:
        """Return the records without times, and without what became of letters."""
        with reading(self.app.engine) as connection:
            assert trail.check(connection, "reps").fault is None
            rows = timeless(lists.everything(connection, "reps"))
        unsure = {"state", "sent"}
        rows["letter"] = [{k: v for k, v in x.items() if k not in unsure} for x in rows["letter"]]
        for row in rows["inbox"]:
            del row["mailbox"]  # They were fetched from the inbox, and now from where they lie.
        rows["event"] = [row for row in rows["event"] if row["name"] != "recovered"]
        return rows

    def states(self) -> Counter[str]:
        with reading(self.app.engine) as connection:
            letters = outgoing.listing(connection, "reps", 1000)
        return Counter(letter.state for letter in letters)

    @property
    def arrived(self) -> Counter[str]:
        return Counter(message_ids(mail.data for mail in self.sink.mails))

    def handle(self, who: str, text: str, hours: float, answers: str = "") -> None:
        """Have a mail arrive, and be worked off after the time that it takes."""
        self.write(who, text, after(hours=hours), answers)
        self.run(after(hours=hours) + self.takes)

    def week(self) -> None:
        """Live through some days: a backup is made on Monday, and the service fails on Friday."""
        self.run(MONDAY)
        self.handle(ANA, "I would like to become a mentor.", 0.5)
        self.sink.refused["bo@post.example"] = "451 4.3.0 Try again"
        self.handle(BO, "I met with my mentee Chi Okafor yesterday for our yearly meeting.", 1)
        self.save()
        self.sink.refused.clear()
        self.run(after(hours=1.5))  # What Bo gets waited in the backup.
        self.handle(ANA, "I finished the Coaching Training yesterday.", 2)
        self.run(after(hours=23))  # The digest of Tuesday, at 8.
        self.handle(EVA, "approve 1", 24, "[Reps Council]")
        self.handle(BO, "I resign as a mentor. My last day is 30 April 2026.", 30)
        self.run(after(hours=47))
        self.run(after(hours=48) + self.takes)  # After a day for objections Ana is accepted.
        self.handle(ANA, "done 1", 50, "the steps")
        for hours in (71, 95):
            self.run(after(hours=hours))


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return a record without the ids of what rests on a time of day."""
    return {key: value for key, value in row.items() if key not in {"id", "case_id"}}


def outcomes(records: dict[str, list[dict[str, Any]]]) -> list[tuple[str, str]]:
    return sorted((row["message_id"], row["outcome"]) for row in records["inbox"])


def after(**time: float) -> datetime:
    return MONDAY + timedelta(**time)


class OnPostgres(Service):
    """The same, with PostgreSQL's own tools for the backup."""

    def tool(self, name: str, *arguments: str) -> None:
        host = make_url(self.settings.database_url).query["host"]
        where = ("--host", str(host), "--username", "mailer")
        program = max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
        subprocess.run([program, *where, *arguments], check=True, timeout=60)

    @property
    def name(self) -> str:
        return make_url(self.settings.database_url).database or ""

    def save(self) -> None:
        self.tool("pg_dump", "--format=custom", f"--file={self.backup}", self.name)

    def lose_and_restore(self) -> None:
        self.app.close()
        self.tool("dropdb", self.name)
        self.tool("createdb", "--owner=mailer", self.name)
        self.tool("pg_restore", "--no-owner", f"--dbname={self.name}", str(self.backup))
        self.app = App(self.settings, lambda: self.now)


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
