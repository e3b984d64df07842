"""What a procedure says when a mentor leaves, or stays after all: the departure plan follows (B8).

Used by whatever ends the role of a mentor: a resignation, leaving the programme, a replacement.
"""

from datetime import date

from mailer.rules.effects import Tell
from mailer.rules.events import Event, Told
from mailer.rules.fields import Fields, Named
from mailer.rules.ids import derive
from mailer.rules.roster import Roster

_PLACEMENT = "placement"


def departing(leaver: str, last_day: date, event: Event, roster: Roster) -> tuple[Tell, ...]:
    """Have new mentors looked for: one plan for all mentees of the leaver, who are told by it.

    `roster` still shows their relationships. Nothing is said where there are none.
    """
    mentees = tuple(Named(one.name, person=one.id) for one in roster.mentees_of(leaver))
    told = Told(
        id=derive("told", event.id, "departing", leaver),
        at=event.at,
        name="departing",
        procedure=_PLACEMENT,
        about=leaver,
        fields=Fields(mentee=mentees, effective_on=last_day),
    )
    return (Tell(told),) if mentees else ()


def staying(mentor: str, event: Event) -> tuple[Tell, ...]:
    """Take back what was begun for the mentees of a mentor who stays after all."""
    told = Told(
        id=derive("told", event.id, "staying", mentor),
        at=event.at,
        name="staying",
        procedure=_PLACEMENT,
        about=mentor,
    )
    return (Tell(told),)
