"""B15 on a real mailbox: from a backup and the processed folder, all is there and none is twice."""

import email
import email.policy
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from mailer.app import App
from mailer.deliver import queue as outgoing
from mailer.errors import MailerError, SettingsError
from mailer.record import database, lists, trail
from mailer.record.database import reading
from mailer.record.people_csv import plan
from mailer.recovery import Programme as Found
from mailer.recovery import Recovery
from mailer.rules.roster import Roster
from mailer.settings import Delivery, Mailbox, Settings
from mailer.settings.files import shipped_programme
from storage.sweep import PRESUMED
from tests.faults.installation import differences, message_ids, timeless
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink
from tests.story import ANA, AUTHSERV, BO, CHI, COUNCIL, EVA, PEOPLE

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Service:
    """An installation that polls a mailbox and sends by SMTP, on a clock of its own."""

    def __init__(self, folder: Path, dovecot: Dovecot, sink: Sink) -> None:
        self.dovecot, self.sink, self.now = dovecot, sink, MONDAY
        self.user = dovecot.new_user()
        self.backup = folder / "backup"
        self.settings = Settings(
            data=folder / "data",
            programme={
                "reps": shipped_programme("reps", address=COUNCIL, authserv_id=AUTHSERV)
            },
            mailbox={
                "council": Mailbox(
                    programme="reps", host=dovecot.host, port=dovecot.imaps, user=self.user,
                    password=SecretStr(dovecot.password), cafile=dovecot.cafile,
                )
            },
            delivery=Delivery(kind="smtp", host=sink.host, port=sink.port, security="none"),
        )  # fmt: skip
        app = self.app()
        app.lines["reps"].enrol(plan(PEOPLE, Roster(), "reps").records, self.now)
        app.close()

    def app(self) -> App:
        return App(self.settings, lambda: self.now)

    def run(self, at: datetime) -> None:
        self.now = at
        app = self.app()
        assert not app.once().problems
        app.close()

    def write(self, who: str, text: str, at: datetime, *, to: str = COUNCIL) -> None:
        """Put a mail into the mailbox, as one that arrives at that time."""
        name, domain = at.strftime("%d%H%M"), parseaddr(who)[1].rpartition("@")[2]
        head = (
            f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}",
            f"From: {who}", f"To: {to}", "Subject: Hello", f"Date: {format_datetime(at)}",
            f"Message-ID: <{name}@{domain}>",
        )  # fmt: skip
        with self.dovecot.connect(self.user) as client:
            client.append("INBOX", "\r\n".join((*head, "", text, "")).encode(), msg_time=at)

    def reply_to(self, who: str, about: str) -> str:
        """Return where the last letter to somebody is answered."""
        mine = [mail for mail in self.sink.mails if mail.recipients == (parseaddr(who)[1],)]
        read = (email.message_from_bytes(x.data, policy=email.policy.default) for x in mine)
        return [str(x["Reply-To"]) for x in read if about in str(x["Subject"])][-1]

    def save(self) -> None:
        data = self.settings.data
        database.backup(self.settings.database_url, data / "key", self.backup)

    def lose_and_restore(self) -> None:
        data = self.settings.data
        shutil.rmtree(data)
        database.restore(self.backup, self.settings.database_url, data / "key")

    def recover(self, until: datetime | None = None) -> Found:
        [found] = Recovery(self.settings, self.now, until).apply()
        return found

    def records(self) -> dict[str, list[dict[str, Any]]]:
        """Return the records without times, and without what became of letters."""
        app = self.app()
        with reading(app.engine) as connection:
            assert trail.check(connection, "reps").fault is None
            rows = timeless(lists.everything(connection, "reps"))
        app.close()
        unsure = {"state", "sent"}
        rows["letter"] = [{k: v for k, v in x.items() if k not in unsure} for x in rows["letter"]]
        rows["event"] = [row for row in rows["event"] if row["name"] != "recovered"]
        return rows

    def states(self) -> Counter[str]:
        app = self.app()
        with reading(app.engine) as connection:
            letters = outgoing.listing(connection, "reps", 1000)
        app.close()
        return Counter(letter.state for letter in letters)

    @property
    def arrived(self) -> Counter[str]:
        return Counter(message_ids(mail.data for mail in self.sink.mails))

    def week(self) -> None:
        """Live through some days: a backup is made on Monday, and the service fails on Friday."""
        self.run(MONDAY)
        self.write(ANA, "I would like to become a mentor.", MONDAY)
        self.run(after(minutes=1))
        self.write(CHI, "I met Bo yesterday, we had our yearly meeting.", after(minutes=2))
        self.sink.refused["chi@mail.example"] = "451 4.3.0 Try again"
        self.run(after(minutes=3))
        self.save()
        self.sink.refused.clear()
        self.run(after(minutes=30))
        self.write(ANA, "I finished the Coaching Training yesterday.", after(hours=1))
        self.run(after(hours=1, minutes=1))
        self.run(after(hours=23))  # The digest of Tuesday.
        to = self.reply_to(EVA, "[Reps Council]")
        self.write(EVA, "approve 1", after(hours=24), to=to)
        self.run(after(hours=24, minutes=1))
        self.write(BO, "I resign as a mentor. My last day is 30 April 2026.", after(hours=30))
        self.run(after(hours=30, minutes=1))
        for hours in (47, 49, 71, 95):  # Each morning; on Wednesday the decision is carried out.
            self.run(after(hours=hours))


def after(**time: float) -> datetime:
    return MONDAY + timedelta(**time)


@pytest.fixture
def service(tmp_path: Path, dovecot: Dovecot) -> Iterator[Service]:
    with Sink() as sink:
        yield Service(tmp_path, dovecot, sink)


def test_the_records_are_as_if_nothing_had_been_lost_and_no_letter_comes_twice(
    service: Service,
) -> None:
    service.week()
    before, letters = service.records(), service.arrived
    assert set(letters.values()) == {1}
    service.lose_and_restore()
    assert len(service.records()["inbox"]) == 2

    found = service.recover()
    assert (found.known, found.stored, found.left) == (2, 3, 0)
    assert differences(before, service.records()) == []
    assert found.waiting == 1
    service.run(after(hours=96))
    assert service.arrived == letters
