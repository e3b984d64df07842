"""An installation that fails and is restored: a mailbox, a sink, a clock, and a backup."""

import email
import email.policy
import shutil
import subprocess
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy.engine import make_url

from mailer.app import App
from mailer.deliver import queue as outgoing
from mailer.record import database, lists, trail
from mailer.record.database import reading
from mailer.record.people_csv import plan
from mailer.recovery import Programme as Found
from mailer.recovery import Recovery
from mailer.rules.roster import Roster
from mailer.settings import Delivery, Mailbox, Settings
from mailer.settings.files import shipped_programme
from tests.faults.installation import message_ids, timeless
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink
from tests.story import ANA, AUTHSERV, BO, COUNCIL, EVA, PEOPLE

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
