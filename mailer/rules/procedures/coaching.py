"""S24: any rep may ask for help with one subject from a mentor who knows it (R6).

The mentors who fit are listed by their public fields; one of them is asked at a time whether the
two may be put in touch. No address is told before that mentor has said yes.
"""

from dataclasses import dataclass, replace
from typing import Any

from mailer.rules import placing
from mailer.rules.assigning import to_council
from mailer.rules.effects import Decision, Note, Send
from mailer.rules.events import Due, Event, Said
from mailer.rules.facts import Facts
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case

NAME = "coaching"
ASKED, JOINED, NOBODY, DROPPED = "asked", "joined", "nobody", "dropped"
ASKER, MENTOR = "asker", "mentor"
_MOST_ASKED = 3
_MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Coaching:
    """The subject that help is asked for, and the mentors who may be asked after this one."""

    skill: str = ""
    next: tuple[str, ...] = ()


CoachingCase = Case[Coaching]


def wanted(case: CoachingCase, event: Said, facts: Facts) -> Decision:
    """List the mentors who know the subject, and ask the first one."""
    skill = ", ".join(event.fields.skills)
    fitting = _fitting(event, facts)
    if not fitting:
        letter = Send(
            "coaching/nobody.rep",
            to=event.person,
            context={"skill": skill, "known": _known(facts)},
            thread=event.source,
        )
        name = facts.roster.name(event.speaker)
        note = Note(NAME, f"{name} looks for help with {skill}; no mentor offers it", news=True)
        return Decision(effects=(letter, note))
    again = any(
        case.parties.get(ASKER) == event.speaker and case.data.skill == skill
        for case in facts.open_of(NAME)
    )
    listed = Send(
        "coaching/mentors.rep",
        to=event.person,
        context={
            "skill": skill,
            "mentors": tuple(_shown(mentor, facts) for mentor in fitting[:_MOST_SHOWN]),
            "asked": facts.roster.name(fitting[0]),
            "again": again,
        },
        thread=event.source,
    )
    if again:
        return Decision(effects=(listed,))
    opened = replace(
        case, data=Coaching(skill, fitting[:_MOST_ASKED]), parties={ASKER: event.person}
    )
    after = _ask_next(opened, event, facts)
    return replace(after, effects=(listed, *after.effects))


def agrees(case: CoachingCase, event: Said, facts: Facts) -> Decision:
    """The mentor says yes: each gets the other one's address."""
    if event.speaker != case.parties[MENTOR]:
        return to_council(event, "Only the mentor who was asked can say yes")
    asker, mentor = (facts.roster.person(case.parties[part]) for part in (ASKER, MENTOR))
    if asker is None or mentor is None:
        raise ValueError(f"case {case.id} names people who are not on the roster")
    joined = replace(case, state=JOINED, due={}, closed=event.at)
    skill = {"skill": case.data.skill}
    said = f"{mentor.name} agreed to help {asker.name} with {case.data.skill}"
    return Decision(
        joined,
        (
            Note("consent", f"{said} (mail {event.source.inbox})", mentor.id),
            Send(
                "coaching/joined.rep",
                to=asker.id,
                context={"mentor": mentor.name, "their_address": mentor.address, **skill},
            ),
            Send(
                "coaching/joined.mentor",
                to=mentor.id,
                context={"asker": asker.name, "their_address": asker.address, **skill},
                thread=event.source,
            ),
        ),
    )


def declines(case: CoachingCase, event: Said, facts: Facts) -> Decision:
    """A no of the mentor needs no reason; the next one is asked."""
    if event.speaker != case.parties[MENTOR]:
        return dropped(case, event, facts)
    letter = Send("coaching/noted.mentor", to=event.person, thread=event.source)
    after = _ask_next(case, event, facts)
    return replace(after, effects=(letter, *after.effects))


def silent(case: CoachingCase, event: Due, facts: Facts) -> Decision:
    """No answer in a week: the next one is asked."""
    return _ask_next(case, event, facts)


def dropped(case: CoachingCase, event: Said, facts: Facts) -> Decision:
    """The asker needs no help any more."""
    closed = replace(case, state=DROPPED, due={}, closed=event.at)
    return Decision(closed, (Send("coaching/dropped.rep", case.parties[ASKER]),))


def _ask_next(case: CoachingCase, event: Event, facts: Facts) -> Decision:
    asker = facts.roster.person(case.parties[ASKER])
    if asker is None:
        raise ValueError(f"case {case.id} names somebody who is not on the roster")
    if not case.data.next:
        closed = replace(case, state=NOBODY, due={}, closed=event.at)
        words = f"{asker.name} looks for help with {case.data.skill}; no mentor had time"
        letter = Send("coaching/none_free.rep", to=asker.id, context={"skill": case.data.skill})
        return Decision(closed, (letter, Note(NAME, words, asker.id, news=True)))
    mentor, *others = case.data.next
    until = facts.policy.morning(facts.policy.day(event.at + facts.policy.offer_open))
    asked = replace(
        case,
        state=ASKED,
        data=replace(case.data, next=tuple(others)),
        parties={ASKER: asker.id, MENTOR: mentor},
        due={"answer": until},
    )
    letter = Send(
        "coaching/asked.mentor",
        to=mentor,
        context={
            "asker": asker.name,
            "country": asker.country or "",
            "skill": case.data.skill,
            "until": facts.policy.day(until),
        },
        asks=Asks(NAME, asked.id, (Intent.YES, Intent.NO)),
        reminder=isinstance(event, Due),
    )
    return Decision(asked, (letter,))


def _fitting(event: Said, facts: Facts) -> tuple[str, ...]:
    """Return the mentors who know any of the subjects: with the fewest mentees first."""
    day, roster = facts.policy.day(event.at), facts.roster
    found = {
        mentor.person
        for skill in event.fields.skills
        for mentor in placing.skilled(roster, skill, day)
        if mentor.person != event.speaker
    }
    return tuple(sorted(found, key=lambda p: (len(roster.mentees_of(p)), roster.name(p), p)))


def _shown(person: str, facts: Facts) -> dict[str, Any]:
    known, mentor = facts.roster.person(person), facts.roster.mentor(person)
    return {
        "name": facts.roster.name(person),
        "country": (known.country if known else "") or "",
        "languages": mentor.languages if mentor else (),
        "skills": mentor.skills if mentor else (),
    }


def _known(facts: Facts) -> tuple[str, ...]:
    """Return the subjects that mentors offer, each once."""
    every = {skill.lower() for mentor in facts.roster.mentors() for skill in mentor.skills}
    return tuple(sorted(every)[:30])


PROCEDURE = Procedure(
    name=NAME,
    title="Help from a mentor who knows a subject",
    data=Coaching,
    hears={
        Intent.SKILL_HELP: Hears("who can help me with goal setting?", "any member"),
        Intent.YES: Hears("yes, to our question", "the mentor who was asked"),
        Intent.NO: Hears("no, to our question", "the mentor who was asked"),
        Intent.TAKE_BACK: Hears("I need no help any more", "who asked for help"),
    },
    steps={
        (NONE, "skill_help"): wanted,
        (ASKED, "yes"): agrees,
        (ASKED, "no"): declines,
        (ASKED, "take_back"): declines,
        (ASKED, "due:answer"): silent,
    },
    states={
        ASKED: "a mentor was asked whether the two may be put in touch",
        JOINED: "the two are in touch",
        NOBODY: "no mentor had time",
        DROPPED: "no help is needed any more",
    },
    sees=frozenset({NAME}),
    finds=lambda _event, _facts: None,
)
