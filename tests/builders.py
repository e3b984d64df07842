"""Values that many tests need: people, a roster, facts, events and mails, each with defaults."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from mailer.parse.message import parse
from mailer.parse.model import Message
from mailer.rules.events import Said, Source, Told, Trust
from mailer.rules.facts import Facts, Policy
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import (
    Case,
    Mentor,
    Mentorship,
    MentorState,
    Person,
    Question,
    Sent,
    Term,
)
from mailer.rules.roster import Roster
from mailer.settings.files import shipped_programme

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)  # A Monday.
COUNCIL = "council@reps.example"
OUR_SERVER = "mx.reps.example"

ANA = Person("ana", "Ana Pop", ("ana@mail.example", "pop@work.example"), country="Romania",
             member_since=date(2025, 3, 1))  # fmt: skip
BO = Person("bo", "Bo Lind", ("bo@post.example",), member_since=date(2021, 5, 1))
CHI = Person("chi", "Chi Okafor", ("chi@mail.example",), country="Nigeria")
EVA = Person("eva", "Eva Council", ("eva@reps.example",), terms=(Term(date(2020, 1, 1)),))
FINN = Person("finn", "Finn Council", ("finn@reps.example",), terms=(Term(date(2020, 1, 1)),))
PAST = Person("past", "Pat Past", ("pat@reps.example",),
              terms=(Term(date(2020, 1, 1), date(2026, 12, 31)),))  # fmt: skip

PEOPLE = (ANA, BO, CHI, EVA, FINN, PAST)
MENTORS = (Mentor("bo", MentorState.ACTIVE, since=date(2022, 1, 1), skills=("writing",)),)
PAIRS = (Mentorship("pair", "bo", "chi", since=date(2026, 2, 1)),)

POLICY = replace(
    shipped_programme("reps", address=COUNCIL, course_url="https://course.example").policy("reps"),
    objection=timedelta(0),
)


def roster(*more: Person | Mentor | Mentorship) -> Roster:
    """Return three members (Bo mentors Chi), two council members and a former one."""
    found = Roster(PEOPLE, MENTORS, PAIRS)
    for record in more:
        found = found.put(record)
    return found


def facts(
    *cases: Case[Any],
    people: Roster | None = None,
    policy: Policy = POLICY,
    questions: tuple[Question, ...] = (),
    closed: Mapping[int, Question] | None = None,
    news: tuple[tuple[int, str], ...] = (),
) -> Facts:
    return Facts(people or roster(), policy, cases, questions, closed or {}, news)


def source(person: Person | None = ANA, inbox: int = 1) -> Source:
    address = person.address if person else "zed@elsewhere.example"
    name = person.name if person else "Zed"
    return Source(inbox, address, name, "Hello", f"<{inbox}@mail.example>")


def said(
    intent: Intent,
    procedure: str = "",
    speaker: Person | None = ANA,
    trust: Trust = Trust.AUTHENTICATED,
    inbox: int = 1,
    **more: Any,
) -> Said:
    more.setdefault("id", f"said{inbox}")
    more.setdefault("at", NOW)
    more.setdefault("fields", Fields())
    more.setdefault("words", "these words")
    return Said(
        procedure=procedure,
        intent=intent,
        trust=trust,
        source=more.pop("source", source(speaker, inbox)),
        speaker=speaker.id if speaker else None,
        **more,
    )


def told(name: str, procedure: str, **more: Any) -> Told:
    more.setdefault("id", f"told-{name}")
    more.setdefault("at", NOW)
    return Told(name=name, procedure=procedure, **more)


def sent(person: Person = ANA, *, by_token: bool = True, **more: Any) -> Sent:
    more.setdefault("template", "digest/digest.council")
    more.setdefault("subject", "A letter")
    return Sent(letter="letter", person=person.id, at=NOW, by_token=by_token, **more)


def mail(
    text: str = "Hello, this is Ana.",
    who: str = "Ana Pop <ana@mail.example>",
    *,
    dmarc: str | None = "pass",
    domain: str = "mail.example",
    head: str = "",
    envelope: str | None = None,
    subject: str = "Hello",
    content_type: str = "text/plain; charset=utf-8",
) -> Message:
    """Return a mail as our own server hands it over, read by the real parser.

    `head` are more header lines, above the ordinary ones; `who` may be whole From lines.
    """
    lines = [
        "Received: from out.mail.example by mx.reps.example with ESMTPS; Mon, 4 Jan 2027 09:00:00 Z"
    ]
    if dmarc is not None:
        lines.append(f"Authentication-Results: {OUR_SERVER}; dmarc={dmarc} header.from={domain}")
    lines += [line for line in head.split("\n") if line]
    lines += [who] if who.lower().startswith("from:") else [f"From: {who}"]
    lines += [
        f"To: {COUNCIL}",
        f"Subject: {subject}",
        "Date: Mon, 4 Jan 2027 10:00:00 +0100",
        "Message-ID: <1@mail.example>",
        "MIME-Version: 1.0",
        f"Content-Type: {content_type}",
        "",
        text,
    ]
    data = "\r\n".join("\r\n".join(lines).split("\n")).replace("\r\r", "\r")
    return parse(data.encode(), envelope_sender=envelope, envelope_recipients=(COUNCIL,))
