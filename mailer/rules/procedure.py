"""What a procedure is: a name, the intents it hears, and a table of steps."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mailer.rules.effects import Decision
from mailer.rules.events import Event, Trust
from mailer.rules.facts import Facts
from mailer.rules.intents import Intent
from mailer.rules.records import Case

NONE = ""
"""The state of a case that does not exist yet."""

ANY = "*"
"""Stands in a table for every state that has no line of its own."""

Rule = Callable[[Case[Any], Any, Facts], Decision]


@dataclass(frozen=True, slots=True)
class Hears:
    """One intent that a procedure acts on.

    `help` explains it to a writer in one line. `who` says in words who may, `trust` is what
    the speaker must have proven at the least; less is held for the council. `doubtful` lets a
    mail with doubts through: only where nothing is acted upon. `settles` are doubts, or how they
    begin or end, that the procedure settles itself, by asking or from the roster.
    `strangers` lets in whoever writes from an address that is not on file but proven: the rule
    itself looks who that is.
    """

    help: str
    who: str
    trust: Trust = Trust.AUTHENTICATED
    doubtful: bool = False
    settles: tuple[str, ...] = ()
    strangers: bool = False

    def unsettled(self, doubts: Iterable[str]) -> tuple[str, ...]:
        """Return the doubts that are left for a person."""
        known = self.settles
        return tuple(d for d in doubts if not (d.startswith(known) or d.endswith(known)))


def speaker_or_subject(event: Event) -> str | None:
    """Return the person whose case an event is about, as most procedures see it."""
    return getattr(event, "speaker", None) or getattr(event, "about", None)


@dataclass(frozen=True, slots=True)
class Procedure:
    """One procedure of the programme.

    `steps` maps (state, event name) to a rule; `ANY` in place of a state matches every state.
    What stands in no line is refused: it changes nothing and becomes a question for the council.
    `states` explains every state in words. `subject` finds the person whose case an event is
    about; it defaults to the speaker. `sees` names procedures all of whose open cases its rules
    may know, whoever takes part in them. `finds` names the case that an event without one is
    about, where a person may have several at a time. `decides` returns the numbers of the
    questions that a case must know, closed ones too.
    """

    name: str
    title: str
    data: type[Any]
    hears: Mapping[Intent, Hears]
    steps: Mapping[tuple[str, str], Rule]
    states: Mapping[str, str]
    subject: Callable[[Event], str | None] = speaker_or_subject
    sees: frozenset[str] = frozenset()
    finds: Callable[[Event, Facts], Case[Any] | None] | None = None
    decides: Callable[[Any], frozenset[int]] | None = None

    def existing(self, event: Event, facts: Facts) -> Case[Any] | None:
        """Return the open case that an event is about which names none itself."""
        if self.finds is not None:
            return self.finds(event, facts)
        return facts.case_of(self.name, self.subject(event))

    def step(self, state: str, name: str) -> Rule | None:
        """Return the rule for an event's name in a state, or None: the table has no such line."""
        return self.steps.get((state, name)) or (
            self.steps.get((ANY, name)) if state != NONE else None
        )
