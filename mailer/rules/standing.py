"""Who is active, away, orphaned or quiet, and who has room: one definition each for all uses."""

from collections.abc import Iterator
from datetime import date

from mailer.rules.dates import length
from mailer.rules.facts import Policy
from mailer.rules.records import Mentor, Mentorship, MentorState, Person
from mailer.rules.roster import Roster


def active(person: Person | None, day: date) -> bool:
    """Tell whether somebody takes part in the programme on this day."""
    return person is not None and (person.left_on is None or person.left_on >= day)


def serving(roster: Roster, person: str | None, day: date) -> Mentor | None:
    """Return the mentor that a person is on this day, on a break or not; None for no mentor."""
    mentor = roster.mentor(person)
    if mentor is None or mentor.state is not MentorState.ACTIVE:
        return None
    ended = mentor.until is not None and mentor.until < day
    return None if ended or not active(roster.person(person), day) else mentor


def room(roster: Roster, mentor: Mentor) -> int:
    """Return how many further mentees a mentor has places for (E13); never below 0."""
    return max(mentor.places - roster.mentee_count(mentor.person), 0)


def available(roster: Roster, day: date) -> Iterator[Mentor]:
    """Yield the mentors who can take a mentee on this day: active, here and with room."""
    for mentor in roster.mentors():
        person = roster.person(mentor.person)
        if serving(roster, mentor.person, day) is None or person is None or person.away(day):
            continue
        if room(roster, mentor):
            yield mentor


def without_mentor(roster: Roster, pair: Mentorship, day: date) -> str:
    """Return why a running relationship leaves its mentee an orphan on this day, or "" (E12).

    The mentor is none, has left the role or the programme, or is away without a substitute.
    """
    mentor = roster.person(pair.mentor)
    if mentor is None:
        return "the mentor is not on the roster"
    if not active(mentor, day):
        return f"{mentor.name} left the programme"
    if serving(roster, pair.mentor, day) is None:
        return f"{mentor.name} is no mentor any more"
    if mentor.away(day) and not mentor.substitute:
        return f"{mentor.name} is away without a substitute"
    return ""


def newcomer(person: Person, day: date, policy: Policy) -> bool:
    """Tell whether somebody joined less than eight weeks ago (R31)."""
    since = person.member_since
    return since is not None and day - since < policy.newcomer


def left_in_peace(person: Person, day: date, policy: Policy) -> bool:
    """Tell whether somebody gets no inactivity mail: newcomers, people on a break, alumni (R31)."""
    return newcomer(person, day, policy) or person.away(day) or not active(person, day)


def last_sign(pair: Mentorship) -> date | None:
    """Return the last day on which a pair is known to have been in touch."""
    signs = (pair.last_contact, pair.last_meeting, pair.since)
    return max((day for day in signs if day is not None), default=None)


def quiet(pair: Mentorship, day: date, policy: Policy) -> bool:
    """Tell whether a running pair is quiet: no logged contact for six months (R25)."""
    sign = last_sign(pair)
    return pair.until is None and sign is not None and day - sign >= policy.quiet


def membership(person: Person, day: date, policy: Policy) -> str:
    """Say how long somebody is a member; less than the expected year is flagged (R14)."""
    if person.member_since is None:
        return "not known"
    told = f"{person.member_since.isoformat()} ({length(person.member_since, day)})"
    short = day - person.member_since < policy.membership_expected
    return f"{told}, less than the expected year" if short else told
