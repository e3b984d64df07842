"""An open assignment: what is kept of it, whom it may go to, and what its letters say (S6 to S8).

The steps are in `mailer.rules.procedures.assignment`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from mailer.rules import placing, standing
from mailer.rules.echo import correctable, echo
from mailer.rules.effects import Ask, Decision, Effect, Note, Send, Tell
from mailer.rules.events import Due, Event, Said, Source, Told
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.pair_cases import keeping_in_touch
from mailer.rules.records import Asks, Case, Person, Question
from mailer.rules.roster import Roster

NAME = placing.ASSIGNMENT
OPEN, STANDING_IN = "open", "standing_in"
BEGUN, WITHDRAWN, CLOSED = "begun", "withdrawn", "closed"
MENTEE, MENTOR = "mentee", "mentor"
KEYS = ("languages", "country", "skills")
HEDGED = "The answer carries a condition or a question"
"""The doubt about a yes or a no that hangs on something: the other side is told of it."""


class Asked(StrEnum):
    """What the council is asked about an assignment at present."""

    NOTHING = ""
    OVERDUE = "overdue"
    STAND_IN = "stand_in"
    SILENT = "silent"
    CONDITION = "condition"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Assignment:
    """What is known of somebody who looks for a mentor.

    `former` is the mentor before, `planned` says that a departure plan proposes somebody. `waiting`
    are mentors who would take the mentee if it came free, `declined` those who will not be proposed
    again, and `refused` those to whom the mentee said no. `asked` is what the council is asked,
    `proposed` whom that question names and `rounds` how often nobody was found in time. With
    `stand_in` the mentor is asked for a time only; `pair` is the temporary relationship that runs,
    and `begins` the day from which the mentee agreed.
    """

    fields: Fields = field(default_factory=Fields)
    words: str = ""
    urgent: bool = False
    planned: bool = False
    former: str | None = None
    waiting: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    asked: Asked = Asked.NOTHING
    proposed: str | None = None
    rounds: int = 0
    stand_in: bool = False
    pair: str | None = None
    begins: date | None = None
    source: int | None = None


AssignmentCase = Case[Assignment]


def of_mentee(facts: Facts, person: str | None) -> AssignmentCase | None:
    """Return the open assignment of somebody who looks for a mentor."""
    for case in facts.open_of(NAME):
        if person and case.parties.get(MENTEE) == person:
            return case
    return None


def mentee_of(case: AssignmentCase, facts: Facts) -> Person:
    person = facts.roster.person(case.parties.get(MENTEE))
    if person is None:
        raise ValueError(f"case {case.id} names a mentee who is not on the roster")
    return person


def mentor_of(case: AssignmentCase, facts: Facts) -> Person:
    person = facts.roster.person(case.parties.get(MENTOR))
    if person is None:
        raise ValueError(f"case {case.id} names a mentor who is not on the roster")
    return person


def wanted(case: AssignmentCase, facts: Facts) -> placing.Wanted:
    """Return what proposals for this assignment go by."""
    fields = case.data.fields
    without = {*case.data.declined, *((case.data.former,) if case.data.former else ())}
    return placing.Wanted(
        mentee_of(case, facts),
        fields.languages,
        fields.skills,
        fields.country,
        frozenset(without),
    )


def has_mentor(roster: Roster, person: str, day: date) -> str | None:
    """Return the mentor of somebody who needs none; an orphan's or a temporary one is no such."""
    pair = roster.running(person)
    if pair is None or pair.temporary or standing.without_mentor(roster, pair, day):
        return None
    return pair.mentor


def obstacle(  # noqa: PLR0911 - one line for each of the reasons
    mentee: Person, mentor: str, facts: Facts, day: date, case: AssignmentCase | None
) -> str:
    """Return why this mentor cannot take this mentee, as the mentor is told it; "" if they can.

    `case` is the mentee's open assignment, where there is one: its own place does not count.
    """
    roster = facts.roster
    known = standing.serving(roster, mentor, day)
    if mentee.id == mentor:
        return "nobody is their own mentor"
    if known is None:
        return "you are not on our list of active mentors"
    if not standing.active(mentee, day):
        return f"{mentee.name} is no member any more"
    own = roster.running(mentee.id)
    if own is not None and own.mentor == mentor and not own.temporary:
        return f"you are the mentor of {mentee.name} already"
    if roster.running(mentor) and roster.running(mentor).mentor == mentee.id:  # type: ignore[union-attr]
        return f"{mentee.name} is your own mentor"
    if case is not None and mentor in case.data.refused:
        return f"{mentee.name} looks for another mentor"
    if case is None and has_mentor(roster, mentee.id, day):
        return f"{mentee.name} has a mentor at present"
    held = placing.held_places(facts.cases, case.id if case else "")
    # A mentor who stands in for the mentee holds the place already.
    standing_in = own is not None and own.mentor == mentor
    if not placing.free_places(roster, known, held) and not standing_in:
        return "all your places are taken"
    return ""


def day_of(event: Event, facts: Facts) -> date:
    return facts.policy.day(event.at)


def morning(event: Event, facts: Facts, name: str) -> datetime:
    """Return the morning on which a period of the policy is over that begins with the event."""
    return facts.policy.morning(facts.policy.day(event.at + getattr(facts.policy, name)))


def profile(case: AssignmentCase, facts: Facts) -> dict[str, Any]:
    """Return the public facts of somebody who looks for a mentor."""
    person, fields = mentee_of(case, facts), case.data.fields
    return {
        "mentee": person.name,
        "country": fields.country or person.country or "",
        "languages": fields.languages,
        "skills": fields.skills,
    }


def lines(data: Assignment) -> tuple[tuple[str, str], ...]:
    return echo(data.fields, KEYS, missing=KEYS)


def to_mentee(
    case: AssignmentCase, letter: str, event: Event, context: Mapping[str, Any], **more: Any
) -> Send:
    """Write to the mentee; in the thread where it answers the mentee's own mail."""
    return _send(case, MENTEE, letter, event, context, more)


def to_mentor(
    case: AssignmentCase, letter: str, event: Event, context: Mapping[str, Any], **more: Any
) -> Send:
    """Write to the mentor who is asked or would take the mentee."""
    return _send(case, MENTOR, letter, event, context, more)


def _send(
    case: AssignmentCase,
    part: str,
    letter: str,
    event: Event,
    context: Mapping[str, Any],
    more: dict[str, Any],
) -> Send:
    to = case.parties[part]
    own = isinstance(event, Said) and event.speaker == to and event.witness is None
    own = own or (isinstance(event, Told) and event.name == "mentor_takes" and event.by == to)
    thread: Source | None = event.source if own and isinstance(event, Said | Told) else None
    template = f"{NAME}/{letter}.{part}"
    return Send(template, to=to, context=context, thread=thread, **more)


def asks(case: AssignmentCase, *intents: Intent) -> Asks:
    return Asks(NAME, case.id, intents)


def asks_words(case: AssignmentCase) -> Asks:
    """Return what a letter asks that can be answered in words of one's own, too."""
    return Asks(NAME, case.id, (Intent.YES, Intent.NO), words=Intent.GENERAL_QUESTION)


def asks_mentor(case: AssignmentCase) -> Asks:
    """Return what a letter asks of the mentor beside words that are passed on.

    A yes of the mentor to a question of the mentee is a part of the answer, and no approval.
    """
    if case.state == placing.OFFERED:
        return asks(case, Intent.YES, Intent.NO, Intent.TAKE_BACK)
    return Asks(NAME, case.id, (Intent.TAKE_BACK,), words=Intent.GENERAL_QUESTION)


def asks_lines(case: AssignmentCase) -> Asks:
    """Return what a letter asks that shows the mentee what was understood."""
    return correctable(NAME, case.id, (Intent.TAKE_BACK,), case.data.fields, KEYS)


def approval(case: AssignmentCase, event: Event, facts: Facts, letter: str = "approve") -> Send:
    """Ask the mentee for the approval without which nothing begins (R10)."""
    mentor = mentor_of(case, facts)
    role = facts.roster.mentor(mentor.id)
    context = {
        "mentor": mentor.name,
        "country": mentor.country or "",
        "languages": role.languages if role else (),
        "skills": role.skills if role else (),
        "until": facts.policy.day(case.due["silent"]) if "silent" in case.due else None,
    }
    reminder = isinstance(event, Due)
    return to_mentee(case, letter, event, context, asks=asks_words(case), reminder=reminder)


def introductions(
    case: AssignmentCase, event: Event, facts: Facts, until: date, pair: str = ""
) -> tuple[Send, ...]:
    """Write to both who the other one is, once both have agreed. `until` ends it or reviews it.

    `pair` is the relationship that has begun: an answer may say how the two keep in touch (S18).
    """
    mentor, mentee = mentor_of(case, facts), mentee_of(case, facts)
    temporary = case.state == STANDING_IN
    common = {"until": until, "temporary": temporary}
    asked = keeping_in_touch(pair) if pair else None
    return (
        to_mentee(
            case,
            "introduction",
            event,
            {"mentor": mentor.name, "their_address": mentor.address, **common},
            asks=asked,
        ),
        to_mentor(
            case,
            "introduction",
            event,
            {"mentee": mentee.name, "their_address": mentee.address, **common},
            asks=asked,
        ),
    )


def listed(case: AssignmentCase, event: Event) -> Tell:
    """Have the mentors with room told of a new line of the open list."""
    told = Told(
        id=derive("listed", event.id, case.id), at=event.at, name="listed", procedure="openings"
    )
    return Tell(told)


def consent(who: Person, words: str, event: Event) -> Note:
    """Write down who agreed to what, and in which mail (B11)."""
    source = getattr(event, "source", None)
    mail = f" (mail {source.inbox})" if source else ""
    return Note("consent", f"{who.name} {words}{mail}", who.id)


def to_council(event: Said, why: str = "") -> Decision:
    """Hand a mail to the council as if it had not been about this matter."""
    on = replace(
        event,
        id=derive("left", event.id),
        procedure="",
        case=None,
        doubts=(*event.doubts, *((why,) if why else ())),
    )
    return Decision(effects=(Tell(on),), outcome="needs_review")


def anew(event: Said) -> Decision:
    """Read what somebody says as a matter of its own: it is not about this assignment."""
    on = replace(event, id=derive("anew", event.id), procedure=NAME, case=None)
    return Decision(effects=(Tell(on),))


def private_reason(case: AssignmentCase, event: Said, facts: Facts) -> tuple[Effect, ...]:
    """Show the reason of a no to the council alone, and to nobody whom it is about (R27)."""
    mentor, mentee = mentor_of(case, facts), mentee_of(case, facts)
    who = facts.roster.name(event.speaker)
    other = mentor if event.speaker == mentee.id else mentee
    if not event.fields.reason:
        return (Note(NAME, f"{who} said no to {other.name}", mentee.id, news=True),)
    question = Question(
        id=derive("question", "reason", event.id),
        kind="reason",
        title=f"{who} said no to {other.name}: the reason",
        procedure="contact",
        case=None,
        asked=event.at,
        about=(mentor.id, mentee.id),
        facts=(("Mentee", mentee.name), ("Mentor", mentor.name)),
        evidence=event.fields.reason,
        rule="S8: the reason of a no is for the council only",
        approve="marks it as seen; nothing is sent",
        silence="it stays here; the search for a mentor goes on meanwhile",
        source=event.source.inbox,
    )
    return (Ask(question),)
