"""One member's mail at the moment of deciding, and why a line of it does not fit."""

from dataclasses import dataclass
from datetime import date

from mailer.rules import council, undoing
from mailer.rules.events import Said
from mailer.rules.facts import Facts
from mailer.rules.fields import ASKING, Command, Verb
from mailer.rules.records import Person, Question, QuestionState

NOT_SHOWN = "this number is not in the digest that you answered"
BY_HAND = (
    "If need be, write to the people concerned, and have the operator of the service set the "
    "records right"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One member's mail, at the moment of deciding."""

    member: Person
    event: Said
    facts: Facts

    @property
    def today(self) -> date:
        return self.facts.policy.day(self.event.at)

    @property
    def shown(self) -> dict[int, int]:
        """Return the version of each number that the answered letter showed."""
        answered = self.event.answers
        return dict(answered.asks.items) if answered and answered.asks else {}


def too_late(command: Command, question: Question, turn: Turn) -> str:
    """Return why there is nothing to stop or to take back, or ""."""
    match command.verb:
        case Verb.STOP:
            return _not_stopped(question, turn)
        case Verb.UNDO:
            return _not_undone(question, turn)
    return ""


def _not_stopped(question: Question, turn: Turn) -> str:
    if question.state is QuestionState.AGREED:
        return ""
    problem = council.obstacle(question, turn.member, turn.today, turn.facts)
    return f"there is nothing to stop: {problem or 'nobody has decided on it yet'}"


def _not_undone(question: Question, turn: Turn) -> str:
    policy, since = turn.facts.policy, question.effective or question.decided
    if question.state is QuestionState.AGREED:
        return f"it has not taken effect yet; to stop it, write “stop {question.number}”"
    if question.state in {QuestionState.PENDING, QuestionState.WITHDRAWN} or since is None:
        return "nothing was carried out, so there is nothing to take back"
    if turn.event.at - since > policy.undo:
        on = policy.day(since).isoformat()
        return f"it took effect on {on}, more than {policy.undo.days} days ago. {BY_HAND}"
    if question.steps or (question.case and not undoing.way(question)):
        return f"{undoing.no_way(question)}. {BY_HAND}"
    return ""


def misfit(question: Question, version: int | None, command: Command, today: date) -> str:
    """Return why a line does not fit the question as it now is, or ""."""
    if version is None:
        return NOT_SHOWN
    if question.version != version and command.verb not in ASKING:
        return "it changed since that digest; please decide on the next one"
    if command.verb is Verb.REJECT and not command.reason:
        return 'a rejection needs a reason: "reject 12: the reason"'
    if question.steps and command.verb in {Verb.APPROVE, Verb.REJECT}:
        return f'a step list is closed step by step: "done {question.number}.1"'
    if command.verb is Verb.DONE:
        return _step_problem(command.step, question)
    past = command.verb is Verb.LATER and command.until is not None and command.until <= today
    return f"{command.until} is not later than today" if past else ""


def _step_problem(step: int | None, question: Question) -> str:
    if not question.steps:
        return "it has no steps; approve it, reject it with a reason, or say later"
    if step is None or not 0 < step <= len(question.steps):
        return f"there is no such step; the steps are {question.number}.1 and so on"
    done = question.steps[step - 1].done
    return "that step was closed already" if done else ""
