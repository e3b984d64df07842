"""A programme in memory: events go in, the rules decide, their effects are carried out.

It does what recording does, without a database, and looks at every decision while doing so.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from mailer.render.samples import SAMPLES
from mailer.rules.effects import Ask, Effect, Export, Halt, Put, Send, Tell
from mailer.rules.engine import Ran, decide, due_events
from mailer.rules.events import Candidate, Event, Said
from mailer.rules.facts import Facts, Policy
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.procedures import PROCEDURES
from mailer.rules.records import Asks, Case, Pause, Question, QuestionState
from mailer.rules.roster import Roster
from mailer.rules.signs import signs
from tests.builders import BO, NOW, POLICY, roster, said, sent, told


@dataclass
class World:
    """The records of a programme, as the rules' own values."""

    roster: Roster = field(default_factory=roster)
    policy: Policy = POLICY
    cases: dict[str, Case[Any]] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    letters: list[Send] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    news: tuple[tuple[int, str], ...] = ()
    paused: Pause | None = None

    def facts(self) -> Facts:
        questions = self.questions.values()
        pending = [q for q in questions if q.state.unsettled]
        return Facts(
            self.roster,
            self.policy,
            tuple(case for case in self.cases.values() if case.closed is None),
            tuple(pending),
            {q.number: q for q in questions if not q.state.unsettled},
            self.news,
            paused=self.paused,
        )

    def happen(self, event: Event) -> Ran:
        """Let something happen, and whatever procedures tell each other because of it."""
        first: Ran | None = None
        waiting: deque[Event] = deque([event])
        while waiting:
            current = waiting.popleft()
            case = self.cases.get(current.case or "")
            known = self.facts()
            ran = decide(PROCEDURES, current, known, case)
            first = first or ran
            check(ran, self.roster)
            waiting += self._apply(ran)
            waiting += signs(PROCEDURES, current, known)
        assert first is not None
        return first

    def clock(self, now: datetime) -> list[Ran]:
        """Let the deadlines come that are due."""
        due = [event for case in self.cases.values() for event in due_events(case, now)]
        return [self.happen(event) for event in due]

    def _apply(self, ran: Ran) -> list[Event]:
        if ran.decision.case is not None:
            self.cases[ran.decision.case.id] = ran.decision.case
        events: list[Event] = []
        for effect in ran.decision.effects:
            match effect:
                case Put(record=Question() as question):
                    self.questions[question.id] = question
                case Put(record=record):
                    self.roster = self.roster.put(record)
                case Ask(question=question) if question.id not in self.questions:
                    self.asked.append(question.id)
                    numbered = replace(question, number=len(self.asked))
                    self.questions[question.id] = numbered
                case Send():
                    self.letters.append(effect)
                case Export(send=letter):
                    self.letters.append(letter)
                case Halt(pause=pause):
                    self.paused = pause
                case Tell(event=event):
                    events.append(event)
        return events

    def case_of(self, procedure: str) -> Case[Any]:
        [found] = [case for case in self.cases.values() if case.procedure == procedure]
        return found

    def pending(self, kind: str) -> list[Question]:
        return [q for q in self.facts().questions if q.kind == kind]


def check(ran: Ran, people: Roster) -> None:
    """Assert what holds for every decision, whatever happened."""
    before, after = ran.before, ran.decision.case
    procedure = PROCEDURES[ran.procedure]
    if after is not None:
        assert after.state in procedure.states, f"{after.state!r} is not explained"
        assert isinstance(after.data, procedure.data)
        assert after.version == before.version + (before.state != "")
        assert after.id == before.id
        assert after.closed is None or not after.due
        assert set(after.parties.values()) <= {person.id for person in people}
    for effect in ran.decision.effects:
        check_effect(effect, people)
    templates = [(e.template, e.to, e.address) for e in ran.decision.effects if isinstance(e, Send)]
    assert len(templates) == len(set(templates)), "two letters of one kind to one person"


def check_effect(effect: Effect, people: Roster) -> None:
    match effect:
        case Send():
            assert effect.template in SAMPLES
            assert set(effect.context) == set(SAMPLES[effect.template]), effect.template
            assert people.person(effect.to) is not None or effect.address
            for value in effect.context.values():
                _check_shape(effect.template, value)
        case Ask(question=question):
            assert question.title
            assert question.rule
            assert question.approve
            assert question.silence
            assert question.state is QuestionState.PENDING


def _check_shape(template: str, value: Any) -> None:
    """Templates get plain values, no records."""
    if isinstance(value, Mapping):
        for inner in value.values():
            _check_shape(template, inner)
    elif isinstance(value, tuple):
        for inner in value:
            _check_shape(template, inner)
    else:
        assert value is None or type(value).__module__ in {"builtins", "datetime"}, template


READINGS = (
    Candidate(Intent.RESIGNATION, "resignation", words="From May on I can not do this any more."),
    Candidate(Intent.LEAVE_OF_ABSENCE, words="I need a pause."),
)


def doubtful(*intents: Intent, **fields: Any) -> World:
    """Bo wrote a mail that can be read in two ways, and was asked; then he answered."""
    world = started()
    readings = tuple(replace(one, fields=Fields(**fields)) for one in READINGS)
    words = "From May on I can not do this any more."
    first = said(Intent.UNCLEAR, "clarification", BO, inbox=2, words=words, readings=readings)
    world.happen(first)
    for number, intent in enumerate(intents, start=3):
        world.happen(answer(world, intent, inbox=number))
    return world


def answer(world: World, intent: Intent, *choice: int, inbox: int = 3, **more: Any) -> Said:
    """Return what Bo answers to the question what his mail means."""
    case = world.case_of("clarification")
    asks = Asks(
        "clarification", case.id, (Intent.RESIGNATION, Intent.LEAVE_OF_ABSENCE), choice=True
    )
    more.setdefault("fields", Fields(choice=choice))
    more.setdefault("answers", sent(BO, asks=asks))
    more.setdefault("speaker", BO)
    return said(intent, "clarification", inbox=inbox, case=case.id, **more)


def started() -> World:
    world = World()
    world.happen(told("started", "digest", id="started"))
    return world


def applied() -> World:
    world = started()
    world.happen(said(Intent.MENTOR_APPLICATION, "application", inbox=2))
    return world


def asked() -> World:
    """Ana's application waits for the council as question 1."""
    world = applied()
    world.happen(said(Intent.COURSE_COMPLETION, "application", inbox=3))
    return world


def accepted() -> World:
    """Ana's onboarding is open."""
    world = asked()
    case = world.case_of("application")
    world.happen(told("approved", "application", case=case.id, by="eva"))
    return world


NOON = NOW.replace(hour=12)
