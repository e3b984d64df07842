"""A break (E6, E7): what is kept of it, and what its letters and questions say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from mailer.rules import council, standing, undoing
from mailer.rules.echo import correctable
from mailer.rules.effects import Decision, Effect, Put, Send
from mailer.rules.events import Due, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields, Named
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import Rule
from mailer.rules.records import Asks, Case, Person, Question, QuestionState

NAME = "leave"
PERSON = "person"
PROPOSED, NO_BREAK = "proposed", "taken_back"
KEYS = ("away_from", "away_until", "recommended")


@dataclass(frozen=True, slots=True)
class Leave:
    """The first and the last day, who stands in (`named` where nobody of that name is known)."""

    start: date | None = None
    end: date | None = None
    substitute: str | None = None
    named: str = ""
    words: str = ""
    source: int | None = None


LeaveCase = Case[Leave]


def person_of(case: LeaveCase, facts: Facts) -> Person:
    """Return whose break it is; raises ValueError for nobody on the roster."""
    person = facts.roster.person(case.parties.get(PERSON))
    if person is None:
        raise ValueError(f"case {case.id} names somebody who is not on the roster")
    return person


def heard(data: Leave, event: Said, facts: Facts) -> Leave:
    """Return what is known after a mail; a break without a first day begins on the day itself.

    A mail that tells nothing new leaves it as it is, words and source too: it may be a robot's,
    and counts as no change (`mailer.rules.limits`).
    """
    fields = event.fields
    named = (*fields.recommended, *((fields.about,) if fields.about else ()))
    found = _substitute(named, event.person, facts) if named else (data.substitute, data.named)
    known = replace(
        data,
        start=fields.away_from or data.start or facts.policy.day(event.at),
        end=fields.away_until or fields.effective_on or data.end,
        substitute=found[0],
        named=found[1],
    )
    if known == data:
        return data
    return replace(known, words=event.words or data.words, source=event.source.inbox)


def _substitute(named: Iterable[Named], speaker: str, facts: Facts) -> tuple[str | None, str]:
    """Return the one known person who stands in, or the names where nobody is found."""
    others = [one for one in named if one.person != speaker]
    known = {one.person for one in others if facts.roster.person(one.person)}
    if len(known) == 1 and len(others) == 1:
        return known.pop(), ""
    return None, ", ".join(str(one) for one in others)


def too_long(data: Leave, facts: Facts) -> bool:
    """Tell whether it lasts longer than a break may (R19)."""
    if data.start is None or data.end is None:
        return False
    return data.end - data.start > facts.policy.break_longest


def shown(data: Leave, facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the facts of a break as lines that can be corrected."""
    substitute = facts.roster.name(data.substitute) if data.substitute else data.named
    return (
        ("Away from", data.start.isoformat() if data.start else "not given"),
        ("Away until", data.end.isoformat() if data.end else "not given"),
        ("Substitute", substitute or "nobody named"),
    )


def asks(case: LeaveCase, facts: Facts, *intents: Intent) -> Asks:
    """Return what a letter asks that shows the facts: an answer can correct them."""
    data = case.data
    person = facts.roster.person(data.substitute)
    who = (Named(person.name, person=person.id),) if person else ()
    fields = Fields(away_from=data.start, away_until=data.end, recommended=who)
    return correctable(NAME, case.id, intents, fields, KEYS)


def here_again(person: Person) -> Put:
    """Record that a break is over."""
    return Put(replace(person, away_from=None, away_until=None, substitute=None))


def tell_away(case: LeaveCase, facts: Facts) -> tuple[Send, ...]:
    """Write to those whom a break concerns: mentees, the own mentor and the substitute."""
    data, person = case.data, person_of(case, facts)
    told = {
        "person": person.name,
        "since": data.start,
        "until": data.end,
        "substitute": facts.roster.name(data.substitute) if data.substitute else "",
    }
    return _to_others("leave/away", person, data.substitute, facts, told)


def tell_here(case: LeaveCase, facts: Facts) -> tuple[Send, ...]:
    """Write to the same people that a break is over earlier than they were told."""
    person = person_of(case, facts)
    return _to_others("leave/here", person, case.data.substitute, facts, {"person": person.name})


def _to_others(
    template: str, person: Person, substitute: str | None, facts: Facts, told: Mapping[str, object]
) -> tuple[Send, ...]:
    roster = facts.roster
    own = roster.mentor_of(person.id)
    mentees = roster.mentees_of(person.id)
    names = tuple(mentee.name for mentee in mentees)
    letters = [
        Send(f"{template}.mentee", to=mentee.id, context=told)
        for mentee in mentees
        if mentee.id != substitute
    ]
    if own is not None and own.id != substitute:
        letters.append(Send(f"{template}.mentor", to=own.id, context=told))
    if substitute is not None:
        context = {key: value for key, value in told.items() if key != "substitute"}
        letters.append(
            Send(f"{template}.substitute", to=substitute, context={**context, "mentees": names})
        )
    return tuple(letters)


def question(
    case: LeaveCase, facts: Facts, at: datetime, *, title: str, approve: str, silence: str
) -> Question:
    """Return a question to the council about a break."""
    person = person_of(case, facts)
    mentees = ", ".join(mentee.name for mentee in facts.roster.mentees_of(person.id))
    lines = (*shown(case.data, facts), ("Mentees", mentees))
    return Question(
        id=derive("question", NAME, case.id, case.state, case.version),
        kind=NAME,
        title=title,
        procedure=NAME,
        case=case.id,
        asked=at,
        about=(person.id,),
        facts=tuple((label, value) for label, value in lines if value),
        evidence=case.data.words,
        rule="R19: a break has a start and an end, and lasts three months at the most",
        approve=approve,
        silence=silence,
        source=case.data.source,
    )


def orphaned(case: LeaveCase, facts: Facts) -> tuple[str, ...]:
    """Return the names of mentees for whom nobody stands in during the break."""
    person = person_of(case, facts)
    if (
        case.data.substitute
        or standing.serving(facts.roster, person.id, facts.policy.day(case.opened)) is None
    ):
        return ()
    return tuple(mentee.name for mentee in facts.roster.mentees_of(person.id))


def effects_of(case: LeaveCase, facts: Facts) -> tuple[Effect, ...]:
    """Return the record of a break on the roster."""
    data = case.data
    person = person_of(case, facts)
    away = replace(person, away_from=data.start, away_until=data.end, substitute=data.substitute)
    return (Put(away),)


def options(case: LeaveCase, facts: Facts) -> tuple[Intent, ...]:
    """Return what somebody is asked to choose from who wants a break that is too long."""
    role = (Intent.RESIGNATION,) if is_mentor(case, facts) else ()
    return (Intent.LEAVE_OF_ABSENCE, *role, Intent.DEPARTURE, Intent.OTHER)


def is_mentor(case: LeaveCase, facts: Facts) -> bool:
    """Say whether whoever takes the break is a mentor."""
    mentor = facts.roster.mentor(case.parties.get(PERSON))
    return mentor is not None and mentor.current


def wish(case: LeaveCase, event: Said, facts: Facts) -> Intent | None:
    """Return the one thing that an answer chooses, None where it is none or several."""
    if event.readings:
        intents = {reading.intent for reading in event.readings}
        return intents.pop() if len(intents) == 1 else None
    offered, numbers = options(case, facts), event.fields.choice
    if len(numbers) != 1 or not 0 < numbers[0] <= len(offered):
        return None
    return offered[numbers[0] - 1]


def seems_away(case: LeaveCase, event: Told, facts: Facts) -> Decision:
    """E26: an out-of-office reply to a reminder names a time: a break is proposed, never taken."""
    person, fields = facts.roster.person(event.about), event.fields
    day = facts.policy.day(event.at)
    written_from = event.source.address.lower() if event.source else ""
    own = person is not None and written_from in (one.lower() for one in person.addresses)
    if person is None or not own or not standing.active(person, day) or person.away(day):
        return Decision(outcome="no_action")
    until = event.at + facts.policy.writer_answers
    data = Leave(fields.away_from, fields.away_until, words=event.reason)
    asked = replace(
        case, state=PROPOSED, data=data, parties={PERSON: person.id}, due={"unanswered": until}
    )
    letter = Send(
        "leave/proposed.sender",
        to=person.id,
        context={"since": fields.away_from, "end": fields.away_until},
        asks=asks(asked, facts, Intent.YES, Intent.NO),
    )
    return Decision(asked, (letter,))


def no_break(case: LeaveCase, event: Said, _facts: Facts) -> Decision:
    """They take none: nothing was recorded, and nothing is."""
    closed = replace(case, state=NO_BREAK, due={}, closed=event.at)
    return Decision(closed, (Send("leave/no_break.sender", event.person, thread=event.source),))


def unanswered(case: LeaveCase, event: Due, _facts: Facts) -> Decision:
    """Whoever is away does not answer; what they do not say themselves is not recorded."""
    return Decision(replace(case, state=NO_BREAK, due={}, closed=event.at))


def undoing_of(states: Iterable[str], no_end: str, silent: str) -> dict[tuple[str, str], Rule]:
    """Return the steps that take back what the council decided on a break (B4).

    `no_end` and `silent` are the states in which it was asked for the end, and for the return.
    """
    rule = partial(_undone, no_end=no_end, silent=silent)
    steps: dict[tuple[str, str], Rule] = dict(undoing.OTHERWISE)
    return steps | {(state, undoing.UNDONE): rule for state in states}


def _undone(case: LeaveCase, event: Told, facts: Facts, *, no_end: str, silent: str) -> Decision:
    question, person = facts.question_by(event.question), person_of(case, facts)
    newer = facts.case_of(NAME, person.id)
    gone = not standing.active(person, facts.policy.day(event.at))
    if question is None or event.by is None or gone or (newer is not None and newer.id != case.id):
        return undoing.moved_on(case, event, facts)
    again = council.reopened(question, event.by, event.at, event.reason, facts)
    approved, over = question.state is QuestionState.APPROVED, case.closed is not None
    # The end of a break was open, or whether somebody is back: what was decided tells which.
    opened = replace(case, state=silent if approved == over else no_end, closed=None, due={})
    if over:
        return Decision(opened, (again, *(effects_of(case, facts) if approved else ())))
    if not approved:
        return Decision(opened, (again,))
    letter = Send("leave/undone.sender", to=person.id)
    return Decision(opened, (again, here_again(person), letter, *tell_here(case, facts)))
