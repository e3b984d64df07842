"""S5: the step list of a new mentor. Each step has an owner and is closed by "done"."""

from dataclasses import dataclass, replace
from datetime import datetime

from mailer.rules import council
from mailer.rules.effects import Ask, Decision, Note, Put, Send
from mailer.rules.events import Due, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import (
    Asks,
    Case,
    Mentor,
    MentorState,
    Person,
    Question,
    QuestionState,
    Step,
)

NAME = "onboarding"
OPEN, FINISHED, STOPPED = "open", "finished", "stopped"
MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class Onboarding:
    steps: tuple[Step, ...] = ()


OnboardingCase = Case[Onboarding]


def opened(case: OnboardingCase, event: Told, facts: Facts) -> Decision:
    """Open the list: the mentor gets it by letter, the council as a question with steps."""
    if event.about is None:
        return Decision(outcome="no_action")
    steps = tuple(Step(step.text, step.owner) for step in facts.policy.onboarding)
    new = replace(
        case,
        state=OPEN,
        data=Onboarding(steps),
        parties={MENTOR: event.about},
        due={"chase": event.at + facts.policy.onboarding_chase},
    )
    person = _person(new, facts)
    question = Question(
        id=derive("question", NAME, new.id),
        kind=NAME,
        title=f"Onboarding of {person.name}",
        procedure=NAME,
        case=new.id,
        asked=event.at,
        facts=(("New mentor", person.name),),
        rule="R12: each step of the onboarding list has an owner",
        approve="each step is closed on its own line",
        silence="open steps are shown again, the mentor is reminded of their own",
        steps=steps,
    )
    letter = _letter(new, "onboarding/steps.mentor", person)
    return Decision(new, (Ask(question), letter))


def mentor_did(case: OnboardingCase, event: Said, facts: Facts) -> Decision:
    """The mentor closes steps of their own by number; other owners' steps stay open."""
    mine = {
        number
        for number in event.fields.steps
        if 0 < number <= len(case.data.steps) and case.data.steps[number - 1].owner == MENTOR
    }
    after = _close(case, mine, event.at, event.person)
    refused = tuple(str(number) for number in event.fields.steps if number not in mine)
    effects = _effects(case, after, facts, event)
    if after.state == OPEN:
        context = {"steps": _lines(after.data.steps), "refused": refused}
        letter = Send(
            "onboarding/noted.mentor",
            to=case.parties[MENTOR],
            context=context,
            asks=Asks(NAME, case.id, (Intent.DONE,)),
            thread=event.source,
        )
        effects = (*effects, letter)
    return Decision(after, effects)


def council_did(case: OnboardingCase, event: Told, facts: Facts) -> Decision:
    """A council member closes steps: "done 12.2" in the answer to a digest."""
    numbers = {n for n in event.fields.steps if 0 < n <= len(case.data.steps)}
    after = _close(case, numbers, event.at, event.by or "")
    return Decision(after, _effects(case, after, facts, event))


def chase(case: OnboardingCase, event: Due, facts: Facts) -> Decision:
    """Remind the mentor of their own open steps; the council sees all in its digest."""
    again = replace(case, due={"chase": event.at + facts.policy.onboarding_chase})
    mine = any(step.owner == MENTOR and step.done is None for step in case.data.steps)
    if not mine:
        return Decision(again)
    letter = _letter(again, "onboarding/chase.mentor", _person(case, facts))
    return Decision(again, (replace(letter, reminder=True),))


def stopped(case: OnboardingCase, event: Told, facts: Facts) -> Decision:
    """No mentor any more, or not yet after all: what is open need not be done."""
    ended = replace(case, state=STOPPED, due={}, closed=event.at)
    known = facts.question_of(case.id, NAME)
    reason = event.reason or "the mentor resigned"
    return Decision(ended, council.withdraw(known, event.at, event.by, reason))


def _close(case: OnboardingCase, numbers: set[int], at: datetime, by: str) -> OnboardingCase:
    steps = tuple(
        replace(step, done=at, done_by=by) if number in numbers and step.done is None else step
        for number, step in enumerate(case.data.steps, start=1)
    )
    finished = all(step.done is not None for step in steps)
    if not finished:
        return replace(case, data=Onboarding(steps))
    return replace(case, data=Onboarding(steps), state=FINISHED, due={}, closed=at)


def _effects(
    before: OnboardingCase, after: OnboardingCase, facts: Facts, event: Said | Told
) -> tuple[Put | Send | Note, ...]:
    known = facts.question_of(before.id, NAME)
    finished = after.state == FINISHED
    effects: list[Put | Send | Note] = []
    if known is not None and after.data.steps != known.steps:
        state = QuestionState.APPROVED if finished else QuestionState.PENDING
        effects.append(Put(replace(known, steps=after.data.steps, state=state)))
    if finished:
        person = _person(before, facts)
        mentor = facts.roster.mentor(person.id) or Mentor(person.id, MentorState.ONBOARDING)
        active = replace(mentor, state=MentorState.ACTIVE, since=facts.policy.day(event.at))
        effects += [
            Put(active),
            Send("onboarding/welcome.mentor", to=person.id),
            Note("mentor", f"{person.name} is an active mentor now", person.id, news=True),
        ]
    return tuple(effects)


def _letter(case: OnboardingCase, template: str, person: Person) -> Send:
    return Send(
        template,
        to=person.id,
        context={"steps": _lines(case.data.steps)},
        asks=Asks(NAME, case.id, (Intent.DONE,)),
    )


def _lines(steps: tuple[Step, ...]) -> tuple[dict[str, object], ...]:
    return tuple(
        {"number": number, "text": step.text, "owner": step.owner, "done": step.done is not None}
        for number, step in enumerate(steps, start=1)
    )


def _person(case: OnboardingCase, facts: Facts) -> Person:
    person = facts.roster.person(case.parties[MENTOR])
    if person is None:
        raise ValueError(f"case {case.id} names a mentor who is not on the roster")
    return person


PROCEDURE = Procedure(
    name=NAME,
    title="Onboarding of a mentor",
    data=Onboarding,
    hears={Intent.DONE: Hears("done 2", "the new mentor, for their own steps")},
    steps={
        (NONE, "opened"): opened,
        (OPEN, "done"): mentor_did,
        (OPEN, "step_done"): council_did,
        (OPEN, "due:chase"): chase,
        (OPEN, "resigned"): stopped,
        (OPEN, "undone"): stopped,
    },
    states={
        OPEN: "steps are open",
        FINISHED: "all steps are done, the mentor is active",
        STOPPED: "the mentor resigned meanwhile",
    },
)
