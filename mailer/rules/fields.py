"""The facts that a mail can state, typed. A fact that it does not state is None or empty."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as a mail names them; `person` is the id when exactly one known person fits."""

    name: str | None = None
    email: str | None = None
    person: str | None = None

    def __str__(self) -> str:
        if self.name and self.email:
            return f"{self.name} <{self.email}>"
        return self.name or self.email or ""


class Verb(StrEnum):
    """What one line of a decision mail asks for."""

    APPROVE = "approve"
    REJECT = "reject"
    LATER = "later"
    DONE = "done"
    SHOW = "show"
    WHY = "why"
    STOP = "stop"
    UNDO = "undo"
    ADD = "council add"
    END = "council end"


ASKING = frozenset({Verb.SHOW, Verb.WHY})
"""What only asks, and may stand beside a decision on the same number."""


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a decision mail: `line` as written, the verb and the numbers it names.

    `verb` is None where the line was not understood; `problem` then says what was expected.
    `step` is the number behind the point of `done 12.2`. `code` is what stands behind
    `approve all`: the code of the digest whose items are meant. `named` is who is meant by
    `council add` and `council end`, as it is written, with the days `since` and `until`.
    """

    line: str
    verb: Verb | None = None
    numbers: tuple[int, ...] = ()
    step: int | None = None
    reason: str = ""
    until: date | None = None
    problem: str = ""
    code: str = ""
    named: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """Everything that a mail may state; the keys are those of the labelled corpus.

    `text` is the whole of what shall be passed on in the writer's words. `commands`, `steps` and
    `choice` are answers to letters of ours: lines of a decision, numbers
    of steps, numbers of the readings that were offered.
    """

    person: Named | None = None
    portal_username: str | None = None
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    country: str | None = None
    course: str | None = None
    completed_on: date | None = None
    certificate: str | None = None
    effective_on: date | None = None
    recommended: tuple[Named, ...] = ()
    mentee: tuple[Named, ...] = ()
    mentor: Named | None = None
    answer: str | None = None
    held_on: date | None = None
    away_from: date | None = None
    away_until: date | None = None
    rating: float | None = None
    about: Named | None = None
    request: str | None = None
    reason: str | None = None
    text: str | None = None
    commands: tuple[Command, ...] = ()
    steps: tuple[int, ...] = ()
    choice: tuple[int, ...] = ()
