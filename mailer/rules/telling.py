"""What procedures of coming and going say to the others, in one place each."""

from datetime import date

from mailer.rules.effects import Tell
from mailer.rules.events import Event, Told
from mailer.rules.fields import Fields
from mailer.rules.ids import derive
from mailer.rules.records import Mentorship

ASSIGNMENT = "assignment"


def needs_mentor(pair: Mentorship, event: Event) -> Tell:
    """Put the mentee of a relationship that ends on the list of open assignments (R11)."""
    return _to_assignment("opened", pair, event, Fields())


def mentor_leaves(pair: Mentorship, event: Event, last: date) -> Tell:
    """Have a mentee placed whose mentor leaves on a day (R30)."""
    return _to_assignment("mentor_leaves", pair, event, Fields(effective_on=last))


def _to_assignment(name: str, pair: Mentorship, event: Event, fields: Fields) -> Tell:
    return Tell(
        Told(
            id=derive(name, event.id, pair.mentee),
            at=event.at,
            name=name,
            procedure=ASSIGNMENT,
            about=pair.mentee,
            by=pair.mentor,
            fields=fields,
            pair=pair.id,
        )
    )
