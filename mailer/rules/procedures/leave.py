"""E6 and E7: a break with a start, an end and somebody who stands in; and the return from it.

A break is recorded at once, because nobody is asked whether they may rest: the letter shows what
was understood and takes corrections. What lasts longer than three months counts as leaving (R19),
so the writer is asked what they want.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from mailer.rules import breaks, council
from mailer.rules.breaks import NAME, PERSON, Leave, LeaveCase, person_of
from mailer.rules.effects import Ask, Decision, Effect, Note, Send, Tell
from mailer.rules.events import Due, Said, Source, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.private import to_council
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks

END_ASKED, TOO_LONG, NOTED, BACK_ASKED = "end_asked", "too_long", "noted", "back_asked"
NO_END, SILENT = "no_end", "silent"
BACK, TAKEN_BACK, ELSEWHERE, OVER = "back", "taken_back", "passed_on", "over"
_DAY = timedelta(days=1)
_NO_END = ("The end of the absence is not named", "The absence would end before it begins")
_AGAIN = timedelta(days=30)
_ANSWERS = (Intent.TAKE_BACK, Intent.RETURN)


def told(case: LeaveCase, event: Said, facts: Facts) -> Decision:
    """Record a break, or ask once for its end; longer than three months is something else."""
    known = replace(
        case, data=breaks.heard(case.data, event, facts), parties={PERSON: event.person}
    )
    if known.data == case.data and case.state == NOTED and event.words == case.data.words:
        # The letter that shows it went out before: who writes just the same again may be a robot.
        return Decision(outcome="no_action")
    start, end = known.data.start, known.data.end
    today = facts.policy.day(event.at)
    if start is None or end is None or end < start or end < today:
        return _ask_end(replace(known, data=replace(known.data, end=None)), facts, event)
    if breaks.too_long(known.data, facts):
        return _ask_what(known, facts, event)
    return _noted(known, facts, event.at, event.source, again=case.data)


def asked_back(case: LeaveCase, event: Due, facts: Facts) -> Decision:
    """One day before the end: are you back? Silence goes to the council."""
    end = case.data.end or facts.policy.day(event.at)
    until = facts.policy.day(facts.policy.morning(end) + facts.policy.writer_answers)
    asked = replace(case, state=BACK_ASKED, due={"silent": facts.policy.morning(until)})
    letter = Send(
        "leave/back.sender",
        to=case.parties[PERSON],
        context={"end": end, "until": until},
        asks=Asks(NAME, case.id, (Intent.YES, Intent.NO, *_ANSWERS)),
        reminder=True,
    )
    return Decision(asked, (letter,))


def back(case: LeaveCase, event: Said, facts: Facts) -> Decision:
    """They are back, on the day or earlier: all is as it was, and whoever was told hears of it."""
    known = case if case.parties else replace(case, parties={PERSON: event.person})
    person = person_of(known, facts)
    today = facts.policy.day(event.at)
    early = person.away_until is not None and today < person.away_until - _DAY
    closed = replace(known, state=BACK, due={}, closed=event.at)
    letter = Send("leave/welcome.sender", to=person.id, thread=event.source)
    gone = _withdraw(known, facts, event, "they are back")
    if person.away_from is None:
        return Decision(closed, (*gone, letter))
    note = Note(NAME, f"{person.name} is back", person.id, news=True)
    others = breaks.tell_here(closed, facts) if early else ()
    return Decision(closed, (*gone, breaks.here_again(person), note, letter, *others))


def not_back(case: LeaveCase, event: Said, facts: Facts) -> Decision:
    """Not back yet: with a day it is a longer break, without one the day is asked for."""
    if event.fields.away_until or event.fields.effective_on:
        return told(case, event, facts)
    return _ask_end(case, facts, event)


def taken_back(case: LeaveCase, event: Said, facts: Facts) -> Decision:
    """The break is not taken after all; one that has begun ends now."""
    person = person_of(case, facts)
    closed = replace(case, state=TAKEN_BACK, due={}, closed=event.at)
    gone = _withdraw(case, facts, event, "taken back")
    letter = Send("leave/taken_back.sender", to=person.id, thread=event.source)
    if person.away_from is None:
        return Decision(closed, (*gone, letter))
    note = Note(NAME, f"{person.name} takes no break after all", person.id, news=True)
    others = breaks.tell_here(closed, facts)
    return Decision(closed, (*gone, breaks.here_again(person), note, letter, *others))


def chosen(case: LeaveCase, event: Said, facts: Facts) -> Decision:
    """The writer says what they want in place of a break that would be too long."""
    wish = breaks.wish(case, event, facts)
    closed = replace(case, state=ELSEWHERE, due={}, closed=event.at)
    if wish is Intent.LEAVE_OF_ABSENCE:
        return told(replace(case, data=replace(case.data, end=None)), event, facts)
    if wish is Intent.DEPARTURE:
        on = Told(
            id=derive("chosen", event.id),
            at=event.at,
            name="chosen",
            procedure="departure",
            about=event.speaker,
            by=event.speaker,
            reason=case.data.words,
            source=event.source,
        )
        return Decision(closed, (Tell(on),))
    if wish is Intent.RESIGNATION:
        said = replace(
            event,
            id=derive("chosen", event.id),
            procedure="resignation",
            intent=Intent.RESIGNATION,
            words=case.data.words,
            case=None,
            readings=(),
        )
        return Decision(closed, (Tell(said),))
    return to_council(event)


def nothing_said(case: LeaveCase, event: Due, facts: Facts) -> Decision:
    """No answer, or none that says it: the council decides what is recorded."""
    left = replace(case, state=NO_END, due={})
    person = person_of(case, facts)
    longest = facts.policy.break_longest.days
    question = breaks.question(
        left,
        facts,
        event.at,
        title=f"{person.name} wants a break, and its end is open",
        approve=f"a break of {longest} days is recorded, and {person.name} is told",
        silence="nothing is recorded; an answer still counts",
    )
    return Decision(left, (Ask(question),))


def not_heard(case: LeaveCase, event: Due, facts: Facts) -> Decision:
    """The break is over, and nobody knows whether they are back: the council asks (E6)."""
    left = replace(case, state=SILENT, due={})
    person = person_of(case, facts)
    question = breaks.question(
        left,
        facts,
        event.at,
        title=f"Is {person.name} back from the break?",
        approve="the break is over, in the record and for all letters",
        silence="it stays here; an answer still counts",
    )
    return Decision(left, (Ask(question),))


def longest(case: LeaveCase, event: Told, facts: Facts) -> Decision:
    """The council agrees to a break without an end: it gets the longest time that there is."""
    start = case.data.start or facts.policy.day(event.at)
    data = replace(case.data, start=start, end=start + facts.policy.break_longest)
    return _noted(replace(case, data=data), facts, event.at, None, again=Leave())


def nothing(case: LeaveCase, event: Told, facts: Facts) -> Decision:
    """The council does not agree: nothing is recorded, a person writes."""
    closed = replace(case, state=OVER, due={}, closed=event.at)
    return Decision(closed, (Send("leave/not_recorded.sender", to=case.parties[PERSON]),))


def over(case: LeaveCase, event: Told, facts: Facts) -> Decision:
    """The council knows that the break is over."""
    person = person_of(case, facts)
    closed = replace(case, state=OVER, due={}, closed=event.at)
    return Decision(closed, (breaks.here_again(person),))


def longer(case: LeaveCase, event: Told, facts: Facts) -> Decision:
    """The council knows that they are not back: recorded for another month, then asked again."""
    data = replace(case.data, end=facts.policy.day(event.at + _AGAIN))
    known = replace(case, state=NOTED, data=data, due=_due(data, facts, event.at))
    return Decision(known, breaks.effects_of(known, facts))


def left(case: LeaveCase, event: Told, facts: Facts) -> Decision:
    """They have left the programme: there is no break any more."""
    closed = replace(case, state=OVER, due={}, closed=event.at)
    return Decision(closed, _withdraw(case, facts, event, "they have left the programme"))


def _noted(
    case: LeaveCase, facts: Facts, at: datetime, thread: Source | None, *, again: Leave
) -> Decision:
    """Record the break, show it to its person, and tell whom it concerns what is new to them."""
    person, data = person_of(case, facts), case.data
    known = replace(case, state=NOTED, due=_due(data, facts, at))
    known_question = facts.question_of(case.id, NAME)
    gone = council.withdraw(known_question, at, None, "the break is recorded")
    letter = Send(
        "leave/noted.sender",
        to=person.id,
        context={
            "lines": breaks.shown(data, facts),
            "not_found": data.named,
            "alone": breaks.orphaned(known, facts),
        },
        asks=breaks.asks(known, facts, *_ANSWERS),
        thread=thread,
    )
    same = (again.start, again.end, again.substitute) == (data.start, data.end, data.substitute)
    if same and person.away_from == data.start:
        return Decision(known, (*gone, letter))
    words = f"{person.name} is away from {data.start} until {data.end}"
    news = Note(NAME, words, person.id, news=True)
    effects: tuple[Effect, ...] = breaks.effects_of(known, facts)
    return Decision(known, (*gone, *effects, news, letter, *breaks.tell_away(known, facts)))


def _due(data: Leave, facts: Facts, at: datetime) -> dict[str, datetime]:
    """Ask on the morning before the last day; of a break that is nearly over, the day after it."""
    if data.end is None:
        return {}
    before = facts.policy.morning(data.end - _DAY)
    return {"ask_back": before if before > at else facts.policy.morning(data.end + _DAY)}


def _ask_end(case: LeaveCase, facts: Facts, event: Said) -> Decision:
    """E4: one letter that asks for the end; asked before already, the council looks at it."""
    if case.state == END_ASKED:
        return to_council(event, "The end of the break was asked for, and is still not plain")
    until = event.at + facts.policy.writer_answers
    asked = replace(case, state=END_ASKED, due={"end": until})
    letter = Send(
        "leave/end.sender",
        to=event.person,
        context={"until": facts.policy.day(until), "again": case.state == BACK_ASKED},
        asks=breaks.asks(asked, facts, Intent.LEAVE_OF_ABSENCE, *_ANSWERS),
        thread=event.source,
    )
    return Decision(asked, (*_withdraw(case, facts, event, "the end is asked for"), letter))


def _ask_what(case: LeaveCase, facts: Facts, event: Said) -> Decision:
    """R19: longer than three months counts as leaving; the writer says what they want."""
    until = event.at + facts.policy.writer_answers
    asked = replace(case, state=TOO_LONG, due={"end": until})
    letter = Send(
        "leave/too_long.sender",
        to=event.person,
        context={
            "lines": breaks.shown(case.data, facts),
            "mentor": breaks.is_mentor(case, facts),
            "days": facts.policy.break_longest.days,
            "until": facts.policy.day(until),
        },
        asks=Asks(NAME, case.id, breaks.options(case, facts), choice=True),
        thread=event.source,
    )
    return Decision(
        asked, (*_withdraw(case, facts, event, "they are asked what they want"), letter)
    )


def _withdraw(case: LeaveCase, facts: Facts, event: Said | Told, reason: str) -> tuple[Effect, ...]:
    by = event.speaker if isinstance(event, Said) else event.by
    return council.withdraw(facts.question_of(case.id, NAME), event.at, by, reason)


PROCEDURE = Procedure(
    name=NAME,
    title="A break",
    data=Leave,
    hears={
        Intent.LEAVE_OF_ABSENCE: Hears(
            "I am away until 1 May, Luis covers for me", "any member", settles=_NO_END
        ),
        Intent.RETURN: Hears("I am back", "who is away"),
        Intent.YES: Hears("yes, I am back", "who is away"),
        Intent.NO: Hears("no, not yet", "who is away"),
        Intent.CORRECTION: Hears("a line of our letter, corrected", "who is away"),
        Intent.TAKE_BACK: Hears("please cancel my break", "who is away"),
        Intent.CHOICE: Hears("2, to our question what is meant", "who was asked"),
    },
    steps={
        (NONE, "leave_of_absence"): told,
        (NONE, "return"): back,
        (NONE, "seems_away"): breaks.seems_away,
        (breaks.PROPOSED, "yes"): told,
        (breaks.PROPOSED, "no"): breaks.no_break,
        (breaks.PROPOSED, "due:unanswered"): breaks.unanswered,
        **{
            (state, name): rule
            for state in (breaks.PROPOSED, END_ASKED, TOO_LONG, NOTED, BACK_ASKED, NO_END, SILENT)
            for name, rule in (
                ("leave_of_absence", told),
                ("correction", told),
                ("return", back),
                ("take_back", taken_back),
                ("left", left),
            )
        },
        (END_ASKED, "due:end"): nothing_said,
        (TOO_LONG, "due:end"): nothing_said,
        (TOO_LONG, "choice"): chosen,
        (NO_END, "choice"): chosen,
        (NO_END, "approved"): longest,
        (NO_END, "rejected"): nothing,
        (NOTED, "due:ask_back"): asked_back,
        (BACK_ASKED, "yes"): back,
        (BACK_ASKED, "no"): not_back,
        (BACK_ASKED, "due:silent"): not_heard,
        (SILENT, "yes"): back,
        (SILENT, "no"): not_back,
        (SILENT, "approved"): over,
        (SILENT, "rejected"): longer,
        **breaks.undoing_of((NOTED, OVER), NO_END, SILENT),
    },
    states={
        breaks.PROPOSED: "an out-of-office reply names a time, the person was asked",
        END_ASKED: "wanted, the end was asked for",
        TOO_LONG: "longer than a break may last, the writer was asked what they want",
        NOTED: "recorded",
        BACK_ASKED: "nearly over, asked whether they are back",
        NO_END: "wanted without an end, the council is asked",
        SILENT: "over, no word of the return, the council is asked",
        BACK: "back again",
        TAKEN_BACK: "not taken after all",
        ELSEWHERE: "goes on as a resignation or as leaving",
        OVER: "closed by the council, or with leaving the programme",
    },
)
