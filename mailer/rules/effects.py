"""What shall happen, in the imperative. Nothing else leaves the rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from mailer.rules.events import Said, Source, Told
from mailer.rules.records import Asks, Case, Mentor, Mentorship, Pause, Person, Question


@dataclass(frozen=True, slots=True)
class Put:
    """Record this value: new, or in place of the one with its id."""

    record: Person | Mentor | Mentorship | Question


@dataclass(frozen=True, slots=True)
class Appointment:
    """A whole day for the reader's calendar (B18); the same `uid` later takes its place."""

    uid: str
    day: date
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A small picture in a letter: lines of whole numbers over labels, the same for all."""

    name: str
    title: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A spreadsheet with a letter (CSV); the first row names the columns."""

    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Send:
    """Write a letter from `template` to a person (by id) or, for strangers, to an address.

    `context` holds plain values for the template. `asks` is remembered with the letter and makes
    its Reply-To carry a token. `thread` is the mail that it answers, if it answers one. Letters
    of one event to one person differ in `template`; a second one with the same is refused.
    An `appointment` comes with it as a calendar file; what is `enclosed` as pictures and files.
    Reminders that are due to one reader together are put into one letter (R32). A `reminder`
    that cannot stand in it, or comes later on that day, waits: then the whole deadline is met on
    the next morning.
    """

    template: str
    to: str | None = None
    address: str | None = None
    context: Mapping[str, Any] = field(default_factory=dict)
    asks: Asks | None = None
    thread: Source | None = None
    reminder: bool = False
    appointment: Appointment | None = None
    enclosed: tuple[Chart | Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """Put a question into the council's queue; its number is given when it is recorded.

    `again` says that the same question may have been asked because of another event already.
    """

    question: Question
    again: bool = False


@dataclass(frozen=True, slots=True)
class Tell:
    """Say something to another procedure; it is decided in the same transaction.

    A `Said` hands on what a person wrote, once it is known what was meant.
    """

    event: Told | Said


@dataclass(frozen=True, slots=True)
class Note:
    """Write a line into the ledger. `news` lines are shown once in the next digest."""

    what: str
    text: str
    person: str | None = None
    news: bool = False


@dataclass(frozen=True, slots=True)
class Export:
    """Write this letter with a copy of all that is held of its reader, as two files (E32)."""

    send: Send


@dataclass(frozen=True, slots=True)
class Erase:
    """Take a person's data out of every table; texts lose these names and addresses, too."""

    person: str
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forget:
    """Remove the bytes of handled mails and finished letters from before an instant."""

    before: datetime


@dataclass(frozen=True, slots=True)
class Halt:
    """Stop all effects of the programme from now on; with None they go on again."""

    pause: Pause | None


Effect = Put | Send | Ask | Tell | Note | Export | Erase | Forget | Halt


@dataclass(frozen=True, slots=True)
class Decision:
    """What a rule decided: the case as it now is (None: no case changes) and the effects."""

    case: Case[Any] | None = None
    effects: tuple[Effect, ...] = ()
    outcome: str = "applied"
