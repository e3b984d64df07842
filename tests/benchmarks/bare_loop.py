"""The yardstick: the loop that a capable engineer writes in an afternoon, and writes well.

It fetches and commits by the hundred, keeps its connections open and sends one letter for each
mail from a person. It judges nothing, understands nothing and keeps no account of what it did;
a crash between its commit and its MOVE makes it answer a hundred mails twice.
"""

import smtplib
from collections.abc import Iterator
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import make_msgid, parseaddr

from imapclient import IMAPClient
from jinja2 import Environment
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import registry
from sqlmodel import Field, Session, SQLModel, select

from tests.benchmarks.place import PROCESSED, Place

BATCH = 100
COUNCIL = "council@bench.example"

# Strict about undefined names, compiled once.
REPLY = Environment(autoescape=False).from_string(  # It writes plain text.
    """\
Dear {{ name }},

thank you for your mail "{{ subject }}", which reached us on {{ day }}. We have given it the
number {{ number }} and will come back to you as soon as the council has read it.

This is what you wrote:
{% for line in lines[:20] %}
> {{ line }}{% endfor %}

If anything in it has changed, simply answer this mail.

Best regards,
The council
"""
)


class Base(SQLModel, registry=registry()):
    """These tables stay apart from those of the service."""


class BarePerson(Base, table=True):
    id: int | None = Field(default=None, primary_key=True)
    email: str = Field(unique=True)
    name: str


class BareMail(Base, table=True):
    id: int | None = Field(default=None, primary_key=True)
    uid: int
    message_id: str | None = Field(index=True)
    sender: str
    subject: str
    received: datetime
    text: str
    raw: bytes


class BareCase(Base, table=True):
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="bareperson.id", index=True)
    mail_id: int = Field(foreign_key="baremail.id", index=True)
    state: str = "open"
    opened: datetime


class BareLetter(Base, table=True):
    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="barecase.id", index=True)
    message_id: str = Field(unique=True)
    subject: str
    body: str
    state: str = "sent"


def prepare(place: Place) -> None:
    """Make the tables; this is not measured."""
    engine = engine_of(place.database)
    Base.metadata.create_all(engine)
    engine.dispose()


def drain(place: Place) -> dict[str, float]:
    """Work until the folder is empty. It has no stages to report."""
    engine = engine_of(place.database)
    with (
        IMAPClient(place.host, place.imap_port, ssl=False) as imap,
        smtplib.SMTP(place.host, place.smtp_port) as smtp,
    ):
        imap.login(place.user, place.password)
        if not imap.folder_exists(PROCESSED):
            imap.create_folder(PROCESSED)
        imap.select_folder("INBOX")
        while uids := imap.search()[:BATCH]:
            for letter in record(engine, _fetch(imap, uids)):
                smtp.send_message(letter)
            imap.move(uids, PROCESSED)
    engine.dispose()
    return {}


def engine_of(url: str) -> Engine:
    engine = create_engine(url)
    if make_url(url).get_backend_name() == "sqlite":
        # As durable as the service: what is committed survives a power cut.
        event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection, _record) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")


def _fetch(imap: IMAPClient, uids: list[int]) -> Iterator[tuple[int, bytes, EmailMessage]]:
    parser = BytesParser(policy=policy.default)
    for uid, data in imap.fetch(uids, ["BODY.PEEK[]"]).items():
        raw = data[b"BODY[]"]
        yield uid, raw, parser.parsebytes(raw)


def record(engine: Engine, mails: Iterator[tuple[int, bytes, EmailMessage]]) -> list[EmailMessage]:
    """Store one batch in one transaction; return the letters that it makes."""
    letters = []
    with Session(engine) as session:
        batch = [(uid, raw, mail, *_sender(mail)) for uid, raw, mail in mails]
        people = _people(session, {email: name for *_, email, name in batch})
        rows = [
            (mail, people[email], _mail_row(uid, raw, mail, email))
            for uid, raw, mail, email, _ in batch
        ]
        session.add_all(row for *_, row in rows)
        session.flush()
        cases = [
            BareCase(person_id=person.id, mail_id=row.id, opened=row.received)
            for _, person, row in rows
        ]
        session.add_all(cases)
        session.flush()
        for (mail, person, row), case in zip(rows, cases, strict=True):
            if _is_automatic(mail):
                continue
            letter = _letter(mail, person, row, case)
            session.add(
                BareLetter(
                    case_id=case.id,
                    message_id=letter["Message-ID"],
                    subject=letter["Subject"],
                    body=letter.get_content(),
                )
            )
            letters.append(letter)
        session.commit()
    return letters


def _sender(mail: EmailMessage) -> tuple[str, str]:
    name, email = parseaddr(str(mail["From"]))
    return email.lower(), name


def _people(session: Session, names: dict[str, str]) -> dict[str, BarePerson]:
    known = session.exec(select(BarePerson).where(BarePerson.email.in_(names))).all()
    people = {person.email: person for person in known}
    new = [BarePerson(email=email, name=name) for email, name in names.items()]
    new = [person for person in new if person.email not in people]
    session.add_all(new)
    session.flush()
    return people | {person.email: person for person in new}


def _mail_row(uid: int, raw: bytes, mail: EmailMessage, sender: str) -> BareMail:
    body = mail.get_body(("plain", "html"))
    return BareMail(
        uid=uid,
        message_id=mail["Message-ID"],
        sender=sender,
        subject=str(mail["Subject"] or ""),
        received=datetime.now(UTC),
        text=body.get_content() if body else "",
        raw=raw,
    )


def _is_automatic(mail: EmailMessage) -> bool:
    return mail.get("Auto-Submitted", "no") != "no" or mail.get("Precedence") == "bulk"


def _letter(mail: EmailMessage, person: BarePerson, row: BareMail, case: BareCase) -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = f"The council <{COUNCIL}>"
    letter["To"] = person.email
    letter["Subject"] = row.subject if row.subject.startswith("Re:") else f"Re: {row.subject}"
    letter["Date"] = row.received
    letter["Message-ID"] = make_msgid(domain="bench.example")
    letter["Auto-Submitted"] = "auto-replied"
    if row.message_id:
        letter["In-Reply-To"] = row.message_id
        letter["References"] = f"{mail.get('References', '')} {row.message_id}".strip()
    text = REPLY.render(
        name=person.name,
        subject=row.subject,
        day=row.received.date(),
        number=case.id,
        lines=row.text.splitlines(),
    )
    letter.set_content(text)
    return letter
