"""E8: leaving the whole programme.

Resigning as a mentor, leaving the programme and a break are three different things (R28), so the
writer is asked which is meant. Leaving needs nobody's consent: it is carried out on the last day,
the council and the admins get a step list (R20), and the record of an alumnus stays.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mailer.rules import council, departures, pairs, undoing
from mailer.rules.effects import Ask, Decision, Effect, Note, Put, Send, Tell
from mailer.rules.events import Due, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.private import confidential, to_council
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.readings import SHOWN
from mailer.rules.records import (
    Asks,
    Case,
    MentorState,
    Person,
    Question,
    QuestionState,
    Step,
)
from mailer.rules.telling import history, left

NAME = "departure"
ASKED, UNCLEAR, LEAVING, LEFT = "asked", "unclear", "leaving", "left"
FINISHED, STAYS, ELSEWHERE, CLOSED = "finished", "stays", "passed_on", "closed"
PERSON = "person"
REASON = "left the programme"
_WHOLE = ("The writer may leave the whole programme", "The writer is no mentor on the roster")
_DROPPED = ("leave", "application", "onboarding", "resignation", "change")


@dataclass(frozen=True, slots=True)
class Departure:
    last: date | None = None
    words: str = ""
    source: int | None = None
    steps: tuple[Step, ...] = ()


DepartureCase = Case[Departure]


def told(case: DepartureCase, event: Said, facts: Facts) -> Decision:
    """Ask which of the three is meant; a mail that hurts goes to the council in private."""
    if other := PROCEDURE.hears[Intent.DEPARTURE].unsettled(event.doubts):
        return _doubtful(event, facts, other)
    until = event.at + facts.policy.writer_answers
    data = Departure(event.fields.effective_on, event.words, event.source.inbox)
    asked = replace(
        case, state=ASKED, data=data, parties={PERSON: event.person}, due={"answer": until}
    )
    letter = Send(
        "departure/which.sender",
        to=event.person,
        context={
            "mentor": _is_mentor(event.person, facts),
            "until": facts.policy.day(until),
            "witness": facts.roster.name(event.witness) if event.witness else "",
        },
        asks=Asks(NAME, case.id, _options(event.person, facts), choice=True),
        thread=event.source if event.witness is None else None,
    )
    return Decision(asked, (letter,))


def chosen(case: DepartureCase, event: Said, facts: Facts) -> Decision:
    """The writer says which of the three it is."""
    wish = _wish(case, event, facts)
    gone = council.withdraw(
        facts.question_of(case.id, NAME), event.at, event.speaker, "the writer said what was meant"
    )
    if wish is Intent.DEPARTURE:
        decision = _leaving(case, event, facts)
        return replace(decision, effects=(*gone, *decision.effects))
    closed = replace(case, state=ELSEWHERE, due={}, closed=event.at)
    if wish is Intent.RESIGNATION and not _is_mentor(event.person, facts):
        letter = Send("departure/no_mentor.sender", to=event.person, thread=event.source)
        return Decision(closed, (*gone, letter))
    if wish is Intent.RESIGNATION or wish is Intent.LEAVE_OF_ABSENCE:
        procedure = "resignation" if wish is Intent.RESIGNATION else "leave"
        said = replace(
            event,
            id=derive("chosen", event.id),
            procedure=procedure,
            intent=wish,
            words=case.data.words,
            case=None,
            readings=(),
        )
        return Decision(closed, (*gone, Tell(said)))
    return to_council(event)


def chosen_elsewhere(case: DepartureCase, event: Told, facts: Facts) -> Decision:
    """Asked about a long break, somebody chose to leave: that is their word already."""
    if event.about is None or event.about != event.by:
        return Decision(outcome="no_action")
    source = event.source.inbox if event.source else None
    data = Departure(None, event.reason, source)
    known = replace(case, data=data, parties={PERSON: event.about})
    return _leaving(known, event, facts)


def silent(case: DepartureCase, event: Due, facts: Facts) -> Decision:
    """No answer: the council speaks with them; an answer still counts."""
    open_case = replace(case, state=UNCLEAR, due={})
    person = _person(case, facts)
    question = _question(
        open_case,
        facts,
        event.at,
        title=f"{person.name} may want to leave the programme, and did not answer",
        approve="marks it as dealt with; nothing is sent or changed",
        silence="nothing changes; an answer still counts",
    )
    return Decision(open_case, (Ask(replace(question, undo=undoing.SEEN)),))


def dealt_with(case: DepartureCase, event: Told, facts: Facts) -> Decision:
    """The council has spoken with them."""
    return Decision(replace(case, state=CLOSED, due={}, closed=event.at))


def stays(case: DepartureCase, event: Said, facts: Facts) -> Decision:
    """Taken back before the last day: everything is as it was."""
    person = _person(case, facts)
    closed = replace(case, state=STAYS, due={}, closed=event.at)
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.speaker, "taken back")
    note = Note(NAME, f"{person.name} stays in the programme", person.id, news=True)
    letter = Send("departure/stays.sender", to=person.id, thread=event.source)
    if case.state != LEAVING:
        return Decision(closed, (*gone, letter))
    return Decision(closed, (*gone, note, letter, *departures.staying(person.id, event)))


def corrected(case: DepartureCase, event: Said, facts: Facts) -> Decision:
    """Another last day; it is not in the past."""
    last = event.fields.effective_on
    if last is None or last < facts.policy.day(event.at):
        return to_council(event)
    return _confirmed(replace(case, data=replace(case.data, last=last)), event, facts)


def effective(case: DepartureCase, event: Due, facts: Facts) -> Decision:
    """The last day is over: the record of an alumnus, farewell, and whom it concerns is told."""
    person, roster = _person(case, facts), facts.roster
    last = case.data.last or facts.policy.day(event.at)
    gone = replace(case, state=LEFT, due={})
    mentor, own = roster.mentor(person.id), roster.running(person.id)
    today = facts.policy.day(event.at)
    alumnus = replace(person, left_on=last, away_from=None, away_until=None, substitute=None)
    effects: list[Effect] = []
    for pair in roster.running_of(person.id):
        effects += pairs.ended(pair, today, REASON, event.at)
    if mentor is not None and mentor.current:
        effects.append(Put(replace(mentor, state=MentorState.RESIGNED, until=last)))
    if own is not None:
        effects += pairs.ended(own, today, REASON, event.at)
        name = {"person": person.name, "last_day": last}
        effects.append(Send("departure/mentee_left.mentor", to=own.mentor, context=name))
    effects += [
        Put(alumnus),
        Send("departure/farewell.sender", to=person.id, context={"last_day": last}),
        Note(NAME, f"{person.name} has left the programme", person.id, news=True),
        *(left(person.id, procedure, event) for procedure in _DROPPED),
    ]
    return Decision(gone, tuple(effects))


def step_done(case: DepartureCase, event: Told, facts: Facts) -> Decision:
    """A step is closed ("done 12.2"); with the last one, and the last day over, it is finished."""
    numbers = {n for n in event.fields.steps if 0 < n <= len(case.data.steps)}
    steps = tuple(
        replace(step, done=event.at, done_by=event.by)
        if number in numbers and step.done is None
        else step
        for number, step in enumerate(case.data.steps, start=1)
    )
    after = replace(case, data=replace(case.data, steps=steps))
    done = all(step.done is not None for step in steps)
    if done and case.state == LEFT:
        after = replace(after, state=FINISHED, due={}, closed=event.at)
    known = facts.question_of(case.id, NAME)
    if known is None:
        return Decision(after)
    state = QuestionState.APPROVED if done else QuestionState.PENDING
    return Decision(after, (Put(replace(known, steps=steps, state=state)),))


def _leaving(case: DepartureCase, event: Said | Told, facts: Facts) -> Decision:
    """Their own word: the step list opens, and the last day is told, with the way back."""
    today = facts.policy.day(event.at)
    last = case.data.last
    if last is None or last < today:
        last = facts.policy.day(event.at + facts.policy.take_back)
    steps = tuple(Step(step.text, step.owner) for step in facts.policy.departure)
    known = replace(case, data=replace(case.data, last=last, steps=steps))
    decision = _confirmed(known, event, facts)
    plan = departures.departing(case.parties[PERSON], last, event, facts.roster)
    return replace(decision, effects=(*decision.effects, *plan))


def _confirmed(case: DepartureCase, event: Said | Told, facts: Facts) -> Decision:
    last = case.data.last or facts.policy.day(event.at)
    person = _person(case, facts)
    sure = replace(case, state=LEAVING, due={"effective": facts.policy.morning_after(last)})
    question = replace(
        _question(
            sure,
            facts,
            event.at,
            title=f"{person.name} leaves the programme on {last.isoformat()}",
            approve="each step is closed on its own line",
            silence="open steps are shown again; the last day comes by itself",
        ),
        steps=sure.data.steps,
        rule="R20: leaving is a step list with owners",
    )
    letter = Send(
        "departure/confirmed.sender",
        to=person.id,
        context={"last_day": last},
        asks=Asks(NAME, case.id, (Intent.TAKE_BACK, Intent.CORRECTION)),
        thread=event.source,
    )
    asked = council.ask_or_update(facts.question_of(case.id, NAME), question)
    return Decision(sure, (*asked, letter))


def _question(
    case: DepartureCase, facts: Facts, at: datetime, *, title: str, approve: str, silence: str
) -> Question:
    return Question(
        id=derive("question", NAME, case.id, case.state),
        kind=NAME,
        title=title,
        procedure=NAME,
        case=case.id,
        asked=at,
        about=(case.parties[PERSON],),
        facts=history(_person(case, facts), facts),
        evidence=case.data.words[:SHOWN],
        rule="R28: resigning, leaving and a break are three different things",
        approve=approve,
        silence=silence,
        source=case.data.source,
    )


def _doubtful(event: Said, facts: Facts, doubts: tuple[str, ...]) -> Decision:
    """A conflict or anger: private, and no automatic text (E8)."""
    if event.witness is not None or any("proven" in doubt for doubt in doubts):
        return to_council(event)
    roster, name = facts.roster, facts.roster.name(event.speaker)
    own = roster.running(event.speaker)
    about = (event.person, *((own.mentor,) if own else ()))
    return confidential(event, facts, f"{name} writes about leaving, in confidence", about)


def _options(person: str, facts: Facts) -> tuple[Intent, ...]:
    role = (Intent.RESIGNATION,) if _is_mentor(person, facts) else ()
    return (Intent.DEPARTURE, *role, Intent.LEAVE_OF_ABSENCE, Intent.OTHER)


def _wish(case: DepartureCase, event: Said, facts: Facts) -> Intent | None:
    if event.readings:
        intents = {reading.intent for reading in event.readings}
        return intents.pop() if len(intents) == 1 else None
    options, numbers = _options(case.parties[PERSON], facts), event.fields.choice
    if len(numbers) != 1 or not 0 < numbers[0] <= len(options):
        return None
    return options[numbers[0] - 1]


def _is_mentor(person: str, facts: Facts) -> bool:
    mentor = facts.roster.mentor(person)
    return mentor is not None and mentor.current


def _person(case: DepartureCase, facts: Facts) -> Person:
    person = facts.roster.person(case.parties.get(PERSON))
    if person is None:
        raise ValueError(f"case {case.id} names somebody who is not on the roster")
    return person


PROCEDURE = Procedure(
    name=NAME,
    title="Leaving the programme",
    data=Departure,
    hears={
        Intent.DEPARTURE: Hears(
            "I leave the programme", "any member", Trust.CLAIMED, doubtful=True, settles=_WHOLE
        ),
        Intent.CHOICE: Hears("1, to our question what is meant", "who was asked"),
        Intent.TAKE_BACK: Hears("please ignore it, I stay", "who leaves"),
        Intent.CORRECTION: Hears("a line of our letter, corrected", "who leaves"),
    },
    steps={
        (NONE, "departure"): told,
        (NONE, "chosen"): chosen_elsewhere,
        **{
            (state, name): rule
            for state in (ASKED, UNCLEAR)
            for name, rule in (
                ("departure", told),
                ("choice", chosen),
                ("chosen", chosen_elsewhere),
                ("take_back", stays),
            )
        },
        (ASKED, "due:answer"): silent,
        (UNCLEAR, "approved"): dealt_with,
        (UNCLEAR, "rejected"): dealt_with,
        **undoing.of_what_was_noted((CLOSED,), UNCLEAR),
        (LEAVING, "take_back"): stays,
        (LEAVING, "correction"): corrected,
        (LEAVING, "step_done"): step_done,
        (LEAVING, "due:effective"): effective,
        (LEFT, "step_done"): step_done,
    },
    states={
        ASKED: "asked which of the three is meant",
        UNCLEAR: "no answer, the council is asked",
        LEAVING: "leaves on a day that is still to come",
        LEFT: "has left, steps are open",
        FINISHED: "has left, all steps are done",
        STAYS: "taken back",
        ELSEWHERE: "was a resignation or a break",
        CLOSED: "dealt with by the council",
    },
)
