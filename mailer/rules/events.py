"""What happened, in the past tense. Every event's id follows from its cause."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Sent


class Trust(IntEnum):
    """How sure it is who speaks: from words alone to a token sent to that very address."""

    CLAIMED = 0
    AUTHENTICATED = 1
    PROVEN = 2


@dataclass(frozen=True, slots=True)
class Source:
    """The mail behind an event: its inbox number, whom to answer and in which thread.

    `answered` is the conversation of the letter of ours that it answers. One that is `quiet` asks
    for no automatic answer.
    """

    inbox: int
    address: str
    name: str = ""
    subject: str = ""
    message_id: str | None = None
    references: tuple[str, ...] = ()
    language: str = "en"
    answered: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a mail may say, and the sentence that it rests on.

    `procedure` would act on it; it is empty where none does.
    """

    intent: Intent
    procedure: str = ""
    fields: Fields = field(default_factory=Fields)
    words: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody wrote something. `speaker` is the person it comes from, None for a stranger.

    `witness` forwarded it. `answers` is the letter of ours that it replies to. `others` are the
    further intents of the same mail; `answered` says that one of them is acknowledged anyway.
    `doubts` say why a person must read it first; a mail with doubts never acts alone.
    `readings` are the likeliest readings of a mail that is unclear, the best one first; in an
    answer to our question what a mail means they are what the answer says in words. With
    `others` the mail says all of them, and `doubts` hold it.
    """

    id: str
    at: datetime
    procedure: str
    intent: Intent
    trust: Trust
    source: Source
    speaker: str | None = None
    witness: str | None = None
    fields: Fields = field(default_factory=Fields)
    words: str = ""
    case: str | None = None
    answers: Sent | None = None
    others: tuple[Intent, ...] = ()
    answered: bool = False
    doubts: tuple[str, ...] = ()
    readings: tuple[Candidate, ...] = ()

    @property
    def name(self) -> str:
        return self.intent.value

    @property
    def person(self) -> str:
        """The speaker's id; the engine lets no stranger's mail through to a procedure."""
        if self.speaker is None:
            raise ValueError("a stranger's mail reached a procedure")
        return self.speaker


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline of a case has come. `name` is the deadline's name in `Case.due`."""

    id: str
    at: datetime
    deadline: str
    case: str

    @property
    def name(self) -> str:
        return f"due:{self.deadline}"


@dataclass(frozen=True, slots=True)
class Told:
    """Another procedure says something; `about` is the person it concerns.

    `pair` is the id of the mentorship that it is about, where it is about one.
    """

    id: str
    at: datetime
    name: str
    procedure: str
    case: str | None = None
    about: str | None = None
    by: str | None = None
    reason: str = ""
    fields: Fields = field(default_factory=Fields)
    source: Source | None = None
    question: str | None = None
    pair: str | None = None


class Ill(StrEnum):
    """What a report says of an address (RFC 3463; mail.md 2.3)."""

    DEAD = "dead"
    FULL = "full"
    POLICY = "policy"
    DELAYED = "delayed"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Bounced:
    """A letter of ours came back, or its reader complained of it (RFC 5965).

    `status` is what the mail system said. A `proven` report was sent to the letter's own bounce
    address, or is our submission server's own refusal; any other one may be forged.
    """

    id: str
    at: datetime
    letter: str
    address: str
    ill: Ill
    status: str = ""
    case: str | None = None
    proven: bool = False
    name: str = "bounced"
    procedure: str = "delivery"


Event = Said | Due | Told | Bounced


def concerned(event: Event) -> set[str]:
    """Return the people whose open cases an event may concern."""
    names = {getattr(event, name, None) for name in ("speaker", "about", "by")}
    if isinstance(event, Said) and event.fields.about and event.fields.about.person:
        names.add(event.fields.about.person)
    return {name for name in names if name}
