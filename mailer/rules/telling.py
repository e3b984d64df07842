"""What procedures of coming and going say to the others, in one place each."""

from mailer.rules.effects import Tell
from mailer.rules.events import Event, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.records import Mentorship, Person

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


def history(person: Person, facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return what the record knows of somebody who leaves, or comes back (E18), as lines."""
    roster = facts.roster
    mentor, own = roster.mentor(person.id), roster.mentor_of(person.id)
    mentees = ", ".join(mentee.name for mentee in roster.mentees_of(person.id))
    pairs_before = [p for p in roster.mentorships() if person.id in (p.mentor, p.mentee)]
    lines = (
        ("Member since", person.member_since.isoformat() if person.member_since else ""),
        ("Left on", person.left_on.isoformat() if person.left_on else ""),
        ("Mentor", mentor.state.value if mentor else ""),
        ("Mentees", mentees),
        ("Own mentor", own.name if own else ""),
        ("Relationships in the record", str(len(pairs_before)) if pairs_before else ""),
    )
    return tuple((label, value) for label, value in lines if value)
