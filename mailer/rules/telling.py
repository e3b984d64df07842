"""What procedures of coming and going say to the others, in one place each."""

from mailer.rules.effects import Tell
from mailer.rules.events import Event, Told
from mailer.rules.ids import derive
from mailer.rules.records import Mentorship

ASSIGNMENT = "assignment"


def needs_mentor(pair: Mentorship, event: Event) -> Tell:
    """Put the mentee of a relationship that ends on the list of open assignments (R11)."""
    told = Told(
        id=derive("opened", event.id, pair.mentee),
        at=event.at,
        name="opened",
        procedure=ASSIGNMENT,
        about=pair.mentee,
        by=pair.mentor,
        pair=pair.id,
    )
    return Tell(told)


def left(person: str, procedure: str, event: Event) -> Tell:
    """Tell a procedure that somebody has left the programme: what is open there is over."""
    told = Told(
        id=derive("left", event.id, procedure, person),
        at=event.at,
        name="left",
        procedure=procedure,
        about=person,
        by=person,
    )
    return Tell(told)
