"""What the programme knows: people, mentors, cases and questions, as frozen values.

Rows of the database become these values in `mailer.record.convert`; rules see nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent


@dataclass(frozen=True, slots=True)
class Term:
    """One term on the council: the first and the last day on which a member may decide."""

    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the programme. `addresses[0]` is the address on file.

    `zone` is a time zone's name. `left_on` is the day on which they left the programme: alumni keep
    their record. `away_from` and `away_until` are the first and the last day of a break, in which
    `substitute` stands in.
    """

    id: str
    name: str
    addresses: tuple[str, ...]
    language: str = "en"
    country: str | None = None
    username: str | None = None
    member_since: date | None = None
    terms: tuple[Term, ...] = ()
    zone: str | None = None
    left_on: date | None = None
    away_from: date | None = None
    away_until: date | None = None
    substitute: str | None = None

    @property
    def address(self) -> str:
        """The address on file; "" for somebody whose data were erased."""
        return self.addresses[0] if self.addresses else ""

    @property
    def erased(self) -> bool:
        """Whether their data were erased: then nobody writes to them any more."""
        return not self.addresses

    def on_council(self, day: date) -> bool:
        return any(term.holds(day) for term in self.terms)

    def away(self, day: date) -> bool:
        """Tell whether a break holds on this day."""
        since, until = self.away_from, self.away_until
        return since is not None and since <= day and (until is None or day <= until)


class MentorState(StrEnum):
    ONBOARDING = "onboarding"
    ACTIVE = "active"
    RESIGNED = "resigned"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Mentor:
    """A person's role as a mentor; `until` is the last day where an end is known."""

    person: str
    state: MentorState
    since: date | None = None
    until: date | None = None
    places: int = 3
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    @property
    def current(self) -> bool:
        return self.state in {MentorState.ONBOARDING, MentorState.ACTIVE}


@dataclass(frozen=True, slots=True)
class Mentorship:
    """One relationship of a mentor and a mentee (R3); `until` is None while it runs.

    `review` is the day on which the commitment of a year ends (R4), `reason` why the relationship
    ended (E28). A `temporary` mentor stands in until a place is found (R24). `last_contact` and
    `last_meeting` are the last days that somebody logged (R16, R25), `agreed` is the channel and
    the rhythm that the two agreed on (S18).
    """

    id: str
    mentor: str
    mentee: str
    since: date | None = None
    until: date | None = None
    review: date | None = None
    reason: str = ""
    temporary: bool = False
    last_contact: date | None = None
    last_meeting: date | None = None
    agreed: str = ""


D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Case(Generic[D]):
    """One run of a procedure. `due` names every deadline, so none can be forgotten.

    `parties` maps a part in the case (candidate, mentor, ...) to a person's id. `state` is ""
    for a case that a decision is about to open.
    """

    id: str
    procedure: str
    state: str
    data: D
    opened: datetime
    parties: Mapping[str, str] = field(default_factory=dict)
    due: Mapping[str, datetime] = field(default_factory=dict)
    version: int = 1
    closed: datetime | None = None


class QuestionState(StrEnum):
    """What became of a question. What is agreed takes effect after the time for objections."""

    PENDING = "pending"
    AGREED = "agreed"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @property
    def unsettled(self) -> bool:
        """Say whether it has not taken effect yet: a decision can still be made or stopped."""
        return self in {QuestionState.PENDING, QuestionState.AGREED}


@dataclass(frozen=True, slots=True)
class Vote:
    """What one member said about a question: to approve it or not, when and why."""

    member: str
    approves: bool
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Objection:
    """A member stopped what others had agreed: from then on it waits for all who may decide."""

    member: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """The programme stands still: since when, by whom ("" for the operator), and why."""

    since: datetime
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a step list: who does it, what it is, and when it was closed by whom."""

    text: str
    owner: str
    done: datetime | None = None
    done_by: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the council decides by number.

    `version` grows when what is asked changes, so that an old digest cannot approve new content.
    `approve` and `silence` say in words what approval does and what happens without an answer;
    `evidence` is the sentence that it was read from and `rule` names where it comes from.
    A question with `steps` is a step list: it is closed step by step ("done 12.2").

    `until` is the last day on which an answer is still in time, where there is one. `votes` are
    the members' words on this version, and `objection` stopped an earlier decision. `effective`
    is when the decision takes, or took, effect. `undo` says in words what taking it back does;
    it is empty where the procedure has no way back.
    """

    id: str
    kind: str
    title: str
    procedure: str
    case: str | None
    asked: datetime
    about: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    evidence: str = ""
    rule: str = ""
    approve: str = ""
    silence: str = ""
    steps: tuple[Step, ...] = ()
    number: int = 0
    version: int = 1
    state: QuestionState = QuestionState.PENDING
    snoozed: date | None = None
    decided: datetime | None = None
    decided_by: str | None = None
    reason: str = ""
    source: int | None = None
    until: date | None = None
    votes: tuple[Vote, ...] = ()
    objection: Objection | None = None
    effective: datetime | None = None
    undo: str = ""


@dataclass(frozen=True, slots=True)
class Asks:
    """What a letter asked for, remembered with it: a reply is matched against this first.

    `items` are the (question number, version) pairs that a digest carried. `code` is the word
    printed in it by which the questions `coded` are approved at once. With `choice` the
    intents are numbered readings of an unclear mail, of which one is asked for. `recorded` is
    what the letter said is on record, and `states` are the fields that it may say: an answer can
    correct them. `words` is the intent of an answer in words of one's own, which are its reason.

    A letter that holds several matters (`mailer.rules.together`) has one of its `parts` for each,
    in the order of their numbers; `title` is what stands above a part, and `others` are the people
    whom it is about beside its reader.
    """

    procedure: str
    case: str | None = None
    intents: tuple[Intent, ...] = ()
    items: tuple[tuple[int, int], ...] = ()
    code: str = ""
    coded: tuple[int, ...] = ()
    choice: bool = False
    recorded: Fields = field(default_factory=Fields)
    states: tuple[str, ...] = ()
    words: Intent | None = None
    parts: tuple["Asks", ...] = ()
    title: str = ""
    others: tuple[str, ...] = ()

    def of(self, case: str | None) -> "Asks | None":
        """Return the one part that is about a case, None where there is none or several."""
        found = [part for part in self.parts if case is not None and part.case == case]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter of ours that a mail answers. `by_token` is the proof that it reached its person.

    It is `expired` where it is too old to prove anything, and the mail is `stale` whose Date is far
    from its arrival: it may be an old one that somebody sends again.

    `by_bounce` says that the mail came to the letter's own bounce address: it proves that a report
    is about this letter, and gives no right to anything else. `address` is where the letter went,
    `thread` the conversation that it stands in.
    """

    letter: str
    person: str | None
    template: str
    subject: str
    at: datetime
    asks: Asks | None = None
    case: str | None = None
    by_token: bool = False
    expired: bool = False
    reminder: bool = False
    stale: bool = False
    by_bounce: bool = False
    address: str = ""
    thread: str = ""
