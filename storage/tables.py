"""Every table, once. Rows are data; their meaning as records is in `mailer.record.convert`.

Every row carries its programme. Ids are made by the writer from the cause, so that unique keys
refuse what was done already. Instants are aware UTC (SQLModel's `datetime`).
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.columns import KEPT, OPEN, json_column, partial_index, raw_bytes, serial

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class PersonRow(SQLModel, table=True):
    __tablename__ = "person"

    id: str = Field(primary_key=True)
    programme: str = Field(index=True)
    name: str
    language: str = "en"
    country: str | None = None
    username: str | None = None
    member_since: date | None = None
    zone: str | None = None
    left_on: date | None = None
    away_from: date | None = None
    away_until: date | None = None
    substitute: str | None = None


class AddressRow(SQLModel, table=True):
    """An address of a person; `position` 0 is the address on file."""

    __tablename__ = "address"

    programme: str = Field(primary_key=True)
    email: str = Field(primary_key=True)
    person: str = Field(foreign_key="person.id", index=True)
    position: int = 0


class TermRow(SQLModel, table=True):
    """A term on the council, first and last day included."""

    __tablename__ = "term"

    person: str = Field(foreign_key="person.id", primary_key=True)
    since: date = Field(primary_key=True)
    until: date | None = None
    programme: str = Field(index=True)


class MentorRow(SQLModel, table=True):
    __tablename__ = "mentor"

    person: str = Field(foreign_key="person.id", primary_key=True)
    programme: str = Field(index=True)
    state: str
    since: date | None = None
    until: date | None = None
    places: int = 3
    skills: list[str] = json_column()
    languages: list[str] = json_column()


class MentorshipRow(SQLModel, table=True):
    __tablename__ = "mentorship"

    id: str = Field(primary_key=True)
    programme: str = Field(index=True)
    mentor: str = Field(foreign_key="person.id", index=True)
    mentee: str = Field(foreign_key="person.id", index=True)
    since: date | None = None
    until: date | None = None
    review: date | None = None
    reason: str = ""
    temporary: bool = False
    last_contact: date | None = None
    last_meeting: date | None = None
    agreed: str = ""


class CaseRow(SQLModel, table=True):
    """One run of a procedure. `next_due` is the earliest deadline in `due`, for the clock.

    `tries` counts how often it was taken up since the case was last written.
    """

    __tablename__ = "case"
    __table_args__ = (
        Index("ix_case_programme_next_due", "programme", "next_due"),
        partial_index("ix_case_open", OPEN, "programme", "procedure"),
    )

    id: str = Field(primary_key=True)
    programme: str = Field(index=True)
    procedure: str
    state: str
    data: dict[str, Any] = json_column()
    due: dict[str, str] = json_column()
    next_due: datetime | None = None
    opened: datetime
    closed: datetime | None = None
    version: int = 1
    tries: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class PartyRow(SQLModel, table=True):
    """Who takes which part in a case. `open` is written with the case: whether it was open then."""

    __tablename__ = "party"
    __table_args__ = (partial_index("ix_party_open", "open", "person"),)

    case_id: str = Field(foreign_key="case.id", primary_key=True)
    part: str = Field(primary_key=True)
    person: str = Field(foreign_key="person.id", index=True)
    programme: str
    open: bool = True


class QuestionRow(SQLModel, table=True):
    __tablename__ = "question"
    __table_args__ = (
        UniqueConstraint("programme", "number"),
        Index("ix_question_programme_state", "programme", "state"),
    )

    id: str = Field(primary_key=True)
    programme: str
    number: int
    version: int = 1
    state: str = "pending"
    kind: str
    title: str
    procedure: str
    case_id: str | None = None
    asked: datetime
    about: list[str] = json_column()
    facts: list[list[str]] = json_column()
    evidence: str = ""
    rule: str = ""
    approve: str = ""
    silence: str = ""
    steps: list[dict[str, Any]] = json_column()
    snoozed: date | None = None
    decided: datetime | None = None
    decided_by: str | None = None
    reason: str = ""
    source: int | None = None
    until: date | None = None
    votes: list[dict[str, Any]] = json_column()
    objection: dict[str, Any] | None = json_column(nullable=True)
    effective: datetime | None = None
    undo: str = ""


class EventRow(SQLModel, table=True):
    """The ledger: what happened, append-only. `news` lines go once into a digest.

    `seq` is the order of the ledger; `id` follows from the cause and refuses a second line.
    `place` counts the lines of a programme without gaps; it, `salt`, `digest`, `hash` and
    `rewritten` (the place of the line which says what erasing left) are told at `storage.trail`.
    """

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_programme_news_seq", "programme", "news", "seq"),
        UniqueConstraint("programme", "place"),
        {"sqlite_autoincrement": True},
    )

    seq: int | None = serial()
    id: str = Field(unique=True)
    programme: str
    at: datetime
    kind: str
    name: str
    case_id: str | None = Field(default=None, index=True)
    person: str | None = None
    inbox: int | None = Field(default=None, index=True, sa_type=BigInteger)
    text: str = ""
    details: dict[str, Any] | None = json_column(nullable=True)
    news: bool = False
    place: int = Field(sa_type=BigInteger)
    salt: str
    digest: str
    hash: str
    rewritten: int | None = Field(default=None, sa_type=BigInteger)


class TrailRow(SQLModel, table=True):
    """The end of each programme's ledger, kept apart from it: place and hash of its last line."""

    __tablename__ = "trail"

    programme: str = Field(primary_key=True)
    place: int = Field(sa_type=BigInteger)
    hash: str


class PauseRow(SQLModel, table=True):
    """A programme that is paused: since when, by whom (a person's id, or "" for the operator)."""

    __tablename__ = "pause"

    programme: str = Field(primary_key=True)
    since: datetime
    by: str = ""
    reason: str = ""


class InboxRow(SQLModel, table=True):
    """One received mail and what became of it.

    `state`: received (waits), done (has an outcome), parked (failed too often, replayable).
    `outcome`: applied, needs_review, ignored_auto, bounce, duplicate, too_large, no_action,
    quarantined. `sha256` is that of the mail without its trace headers. `data` stays the last
    column, so that reading the others does not touch its pages.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("mailbox", "uidvalidity", "uid"),
        Index("ix_inbox_programme_state_id", "programme", "state", "id"),
        Index("ix_inbox_programme_sha256", "programme", "sha256"),
        Index("ix_inbox_programme_message_id", "programme", "message_id"),
        partial_index("ix_inbox_kept", KEPT, "programme", "received"),
        {"sqlite_autoincrement": True},  # A number that was given is never given again.
    )

    id: int | None = serial()
    programme: str
    source: str
    mailbox: str = ""
    uidvalidity: int | None = Field(default=None, sa_type=BigInteger)
    uid: int | None = Field(default=None, sa_type=BigInteger)
    envelope_from: str | None = None
    envelope_to: list[str] = json_column()
    received: datetime
    size: int = Field(sa_type=BigInteger)
    sha256: str
    message_id: str | None = None
    state: str = "received"
    outcome: str | None = None
    reason: str = ""
    attempts: int = 0
    lease_until: datetime | None = None
    person: str | None = None
    case_id: str | None = None
    intents: list[str] = json_column()
    done: datetime | None = None
    data: bytes = raw_bytes()


class LetterRow(SQLModel, table=True):
    """One letter and its way out: the outbox.

    `state`: queued, sending (bytes may be on the wire), sent, unknown (no answer after DATA),
    failed, suppressed (a limit or a marked address forbids it), cancelled, withheld (a dry run
    sends nothing), presumed (worked off anew by a recovery: it left before), merged (its words
    went out in another letter, which `reply` names). `token_hash` is the SHA-256 of the token in
    its Reply-To. `place` is the order in which letters of one moment were written, and so leave.
    A person gets one letter with a `reminder` a day. `data` are the frozen bytes.
    """

    __tablename__ = "letter"
    __table_args__ = (
        Index("ix_letter_state_not_before", "state", "not_before"),
        Index("ix_letter_programme_address_created", "programme", "address", "created"),
        Index("ix_letter_programme_created", "programme", "created"),
        Index("ix_letter_person_created", "person", "created"),
        partial_index("ix_letter_kept", KEPT, "programme", "created"),
    )

    id: str = Field(primary_key=True)
    programme: str
    cause: str = Field(index=True)
    template: str
    person: str | None = None
    address: str
    case_id: str | None = Field(default=None, index=True)
    subject: str
    message_id: str = Field(unique=True)
    asks: dict[str, Any] | None = json_column(nullable=True)
    token_hash: str | None = Field(default=None, unique=True)
    token_expires: datetime | None = None
    automatic: bool = False
    thread: str = ""
    turn: int = 0
    reminder: bool = False
    created: datetime
    place: int = 0
    state: str = "queued"
    attempts: int = 0
    not_before: datetime
    give_up: datetime | None = None
    lease_until: datetime | None = None
    reply: str = ""
    sent: datetime | None = None
    data: bytes = raw_bytes()


class MailboxRow(SQLModel, table=True):
    """What is known of a polled folder. `last_uid` is the highest UID that was stored."""

    __tablename__ = "mailbox"

    name: str = Field(primary_key=True)
    programme: str
    uidvalidity: int | None = Field(default=None, sa_type=BigInteger)
    last_uid: int = Field(default=0, sa_type=BigInteger)
    last_ok: datetime | None = None
    failures: int = 0
    error: str = ""


class LeaseRow(SQLModel, table=True):
    """Who may do a thing that only one process does at a time, and until when."""

    __tablename__ = "lease"

    name: str = Field(primary_key=True)
    owner: str
    expires: datetime


class CounterRow(SQLModel, table=True):
    """Numbers that only grow: question numbers, the version of the roster."""

    __tablename__ = "counter"

    programme: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    value: int = 0
