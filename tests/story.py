"""People who write and are written to, on the real line, with the clock as an argument.

A test reads as a correspondence: `story.write(ANA, "...")`, `letter = story.letter_to(ANA)`,
`story.reply(letter, "yes")`, `story.wait(days=30)`.
"""

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from html import unescape
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from mailer.app import App
from mailer.record import lists, trail
from mailer.record.database import reading, writing
from mailer.record.load import OPEN, table
from mailer.record.people_csv import plan
from mailer.settings import Delivery, Intake, Settings
from mailer.settings.files import shipped_programme
from storage import inbox

ANA = "Ana Pop <ana@mail.example>"
BO = "Bo Lind <bo@post.example>"
CHI = "Chi Okafor <chi@mail.example>"
DEV = "Dev Rao <dev@mail.example>"
EVA = "Eva Council <eva@reps.example>"
FINN = "Finn Council <finn@reps.example>"
STRANGER = "Zed Nobody <zed@elsewhere.example>"

PEOPLE = """\
name,email,role,country,mentor_email,mentored_since,skills,member_since
Eva Council,eva@reps.example,council,Norway,,,,2020-01-01
Finn Council,finn@reps.example,council,Chile,,,,2020-01-01
Bo Lind,bo@post.example,mentor,Sweden,,,writing;events,2021-05-01
Ana Pop,ana@mail.example,rep,Romania,,,,2025-03-01
Chi Okafor,chi@mail.example,rep,Nigeria,bo@post.example,2026-12-01,,2024-03-01
Dev Rao,dev@mail.example,rep,India,,,,2026-11-01
"""
COUNCIL = "council@reps.example"
AUTHSERV = "mx.reps.example"
ROUTINE = ("digest", "handover", "retention")
"""Procedures that look at the whole programme each morning."""
START = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)  # A Monday.


@dataclass(frozen=True)
class Received:
    """A letter as its reader sees it."""

    to: str
    subject: str
    text: str
    html: str
    reply_to: str
    message_id: str
    message: EmailMessage

    @property
    def words(self) -> str:
        """The text without its layout: how lines are wrapped and aligned is tested elsewhere."""
        return " ".join(self.text.split())

    @property
    def matters(self) -> tuple[str, ...]:
        """What it is about: its subject, or the titles of its matters in their order."""
        titles = re.findall(r"<h1[^>]*>\d+\. (.*?)</h1>", self.html)
        return tuple(map(unescape, titles)) or (self.subject,)

    def about(self, words: str) -> bool:
        """Say whether it is about something, alone or among other matters."""
        return any(words in title for title in self.matters)

    def answer(self, about: str, text: str) -> str:
        """Return an answer to one matter as its reader writes it: with the number of several."""
        if len(self.matters) == 1:
            return text
        [number] = [place for place, x in enumerate(self.matters, start=1) if about in x]
        return f"{number}: {text}"


class Story:
    """One installation with a small roster, on an embedded database."""

    stopped = False
    """Whether the service stands still: mails come in, and nobody works."""

    def __init__(
        self,
        folder: Path,
        database: str = "",
        people: str = PEOPLE,
        shipped: str = "reps",
        **programme: Any,
    ):
        # A decision is carried out at once here; tests/stories/test_objecting.py waits the day.
        programme = {"objection_hours": 0, **programme}
        self.folder = folder
        self.now = START
        self.settings = Settings(
            data=folder / "data",
            database=database,
            programme={
                "reps": shipped_programme(
                    shipped, **{"address": COUNCIL, "authserv_id": AUTHSERV, **programme}
                ),
            },
            intake=Intake(enabled=False),
            delivery=Delivery(kind="maildir", folder=folder / "letters"),
        )
        self.app = App(self.settings, lambda: self.now)
        self.line = self.app.lines["reps"]
        self._seen: set[str] = set()
        self._count = self._last = 0
        self.enrol(people)
        self.app.start()

    def enrol(self, people: str) -> None:
        self.line.desk.look_up([], self.now)
        found = plan(
            people,
            self.line.desk.roster,
            "reps",
            today=self.now.date(),
            language=self.line.book.policy.language,
        )
        assert not found.faults
        self.line.enrol(found.records, self.now)

    def close(self) -> None:
        """End it; whatever happened in a story, its ledger is whole (B14)."""
        with reading(self.app.engine) as connection:
            assert trail.check(connection, "reps").fault is None
        self.app.close()

    def write(
        self,
        who: str,
        text: str,
        *,
        subject: str = "Hello",
        to: str = COUNCIL,
        answers: Received | None = None,
        authentication: str | None = "pass",
        headers: dict[str, str] | None = None,
        attachment: str = "",
        content: bytes = b"%PDF-1.4",
    ) -> int:
        """Put a mail into the inbox and let the service do everything that is due."""
        message = EmailMessage()
        message["From"] = who
        message["To"] = to
        message["Subject"] = subject
        message["Date"] = format_datetime(self.now)
        self._count += 1
        message["Message-ID"] = f"<{self._count}@{parseaddr(who)[1].rpartition('@')[2]}>"
        if answers is not None:
            message["In-Reply-To"] = answers.message_id
            message["References"] = answers.message_id
        for name, value in (headers or {}).items():
            message[name] = value
        message.set_content(text)
        if attachment:
            message.add_attachment(
                content, maintype="application", subtype="pdf", filename=attachment
            )
        domain = parseaddr(who)[1].rpartition("@")[2]
        head = (
            f"Authentication-Results: {AUTHSERV}; dmarc={authentication} header.from={domain}\r\n"
            if authentication
            else ""
        )
        return self.take(head.encode() + message.as_bytes(policy=email.policy.SMTP))

    def take(self, data: bytes) -> int:
        with writing(self.app.engine) as connection:
            [number] = inbox.store(connection, [inbox.Arrival("reps", "test", data, self.now)])
        self._last = number
        self.run()
        return number

    def reply(self, letter: Received, text: str, *, who: str | None = None, **more: Any) -> int:
        """Answer a letter as a mail program does: to its Reply-To, with the letter quoted."""
        quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
        body = f"{text}\n\nOn Monday, {COUNCIL} wrote:\n{quoted}\n"
        subject = more.pop("subject", f"Re: {letter.subject}")
        to = more.pop("to", letter.reply_to)
        return self.write(who or letter.to, body, subject=subject, to=to, answers=letter, **more)

    def run(self) -> None:
        if self.stopped:
            return
        done = self.app.once()
        assert not done.problems

    def wait(self, **time: float) -> None:
        """Let time pass, day by day.

        Days on which nothing but routine is due are left out, as if the service stood still.
        """
        until = self.now + timedelta(**time)
        while self.now < until:
            self.now = min(until, self.now + timedelta(days=self._days_to_the_next()))
            self.run()

    def _days_to_the_next(self) -> int:
        """Return in how many days something happens; every day counts while a question is open."""
        cases, questions = table("case").c, table("question").c
        with reading(self.app.engine) as connection:
            busy = select(func.count()).where(questions.state.in_(OPEN))
            if connection.execute(busy).scalar_one():
                return 1
            due = select(func.min(cases.next_due, type_=cases.next_due.type))
            found = connection.execute(due.where(cases.procedure.not_in(ROUTINE))).scalar()
        return 366 if found is None else max(1, -((self.now - found) // timedelta(days=1)))

    def letters(self) -> list[Received]:
        """Return the letters that came since this was last asked."""
        found = []
        for path in sorted((self.folder / "letters" / "new").glob("*")):
            if path.name not in self._seen:
                self._seen.add(path.name)
                found.append(_received(path.read_bytes()))
        return found

    def letter_to(self, who: str, *, about: str = "") -> Received:
        """Return the one new letter to somebody, or the one whose subject says so."""
        address = parseaddr(who)[1]
        new = self.letters()
        found = [x for x in new if parseaddr(x.to)[1] == address and about in x.subject]
        subjects = [(letter.to, letter.subject) for letter in new]
        asked = [(row["title"], row["evidence"], row["facts"]) for row in self.questions()]
        assert len(found) == 1, (
            f"{len(found)} letters to {who} about {about!r} among {subjects}; "
            f"the last mail: {self.outcome(self._last)}; questions: {asked}"
        )
        return found[0]

    def nothing_for(self, who: str) -> None:
        address = parseaddr(who)[1]
        assert [x.subject for x in self.letters() if parseaddr(x.to)[1] == address] == []

    def digest_for(self, who: str) -> Received:
        """Wait for the next morning's digest and return one member's copy."""
        self.letters()
        self.now = (self.now + timedelta(days=1)).replace(hour=8, minute=30)
        while self.now.weekday() > 4:
            self.now += timedelta(days=1)
        self.run()
        return self.letter_to(who, about="[Reps Council]")

    def outcome(self, number: int) -> str:
        with reading(self.app.engine) as connection:
            found = inbox.read(connection, number)
        assert found is not None
        return found[0].outcome or found[0].state

    def questions(self) -> list[dict[str, Any]]:
        with reading(self.app.engine) as connection:
            return lists.questions(connection, "reps")

    def cases(self) -> dict[str, str]:
        """Return the state of every case, by its procedure; what runs for all is left out."""
        with reading(self.app.engine) as connection:
            rows = lists.cases(connection, "reps", closed=True)
        running = {"digest", "handover", "report", "retention"}
        return {row["procedure"]: row["state"] for row in rows if row["procedure"] not in running}

    def matters(self) -> dict[str, str]:
        """Return the cases that a mail or a decision began: those of the year are left out."""
        year = {"commitment", "meeting", "feedback_round", "openings"}
        return {name: state for name, state in self.cases().items() if name not in year}

    def mentor(self, name: str) -> str | None:
        with reading(self.app.engine) as connection:
            rows = lists.people(connection, "reps", self.now)
        return next(row["mentor"] for row in rows if row["name"] == name)


def _received(data: bytes) -> Received:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    return Received(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        text=plain.get_content(),
        html=html.get_content(),
        reply_to=str(message["Reply-To"]),
        message_id=str(message["Message-ID"]),
        message=message,
    )
