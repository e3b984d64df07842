"""R26: what was agreed takes effect when the time for objections is over, once.

The procedure of the question is told only then, after looking again: the question must stand as
it was decided, and whoever decided must have had the right to (E20, E22).
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from mailer.rules import council
from mailer.rules.effects import Decision, Effect, Note, Put, Send, Tell
from mailer.rules.events import Due, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.private import PRIVATE
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.records import Case, Question, QuestionState

NAME = "decision"
WAITING, CARRIED_OUT, STOPPED, FALLEN = "waiting", "carried_out", "stopped", "fallen"
LATE = timedelta(hours=1)
"""So late the service stood still. Objections may lie in the mailbox: they get as long again."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed: on which version of which question, by whom, and what."""

    question: str = ""
    number: int = 0
    version: int = 0
    approves: bool = True
    members: tuple[str, ...] = ()
    reason: str = ""
    late: bool = False


DecisionCase = Case[Agreed]


def opened(case: DecisionCase, event: Told, facts: Facts) -> Decision:
    """Wait until the time for objections is over."""
    question = facts.question_by(event.question)
    if question is None or question.effective is None or event.by is None:
        return Decision(outcome="no_action")
    data = Agreed(
        question.id,
        question.number,
        question.version,
        council.approves(question),
        council.agreeing(question),
        question.reason,
    )
    return Decision(
        replace(
            case,
            state=WAITING,
            data=data,
            parties={"member": event.by},
            due={"effect": question.effective},
        )
    )


def effect(case: DecisionCase, event: Due, facts: Facts) -> Decision:
    """Carry it out, or say to those who decided why it was not."""
    planned = case.due["effect"]
    if event.at - planned > LATE and not case.data.late:
        waits = replace(case, data=replace(case.data, late=True), due={"effect": event.at + LATE})
        return Decision(waits)
    question = facts.question_by(case.data.question)
    changed = _changed(question, case.data, facts)
    if question is None or changed:
        return _fallen(case, event, facts, question, changed)
    state = QuestionState.APPROVED if case.data.approves else QuestionState.REJECTED
    settled = replace(question, state=state, effective=event.at)
    note = Note("decision", f"{council.told(question, facts).split(',')[0]}: {question.title}")
    closed = replace(case, state=CARRIED_OUT, due={}, closed=event.at)
    told: tuple[Effect, ...] = ()
    if question.case is not None:
        told = (Tell(_told(state.value, question, case, event)),)
    return Decision(closed, (Put(settled), note, *told))


def stopped(case: DecisionCase, event: Told, facts: Facts) -> Decision:
    """A member objected in time; the question waits for all, and nothing was carried out."""
    return Decision(replace(case, state=STOPPED, due={}, closed=event.at))


def _changed(question: Question | None, data: Agreed, facts: Facts) -> str:
    """Return why what was agreed must not be carried out, or ""."""
    if question is None:
        return "the question is no longer there"
    if question.state is QuestionState.WITHDRAWN:
        return "it was withdrawn" + (f" ({question.reason})" if question.reason else "")
    if question.version != data.version:
        return "what it asks has changed, and it waits for a decision on that"
    if question.state is not QuestionState.AGREED:
        return f"it is {question.state.value} already"
    return _without_right(question, data, facts)


def _without_right(question: Question, data: Agreed, facts: Facts) -> str:
    """Return who of those that decided had no right to, as the records are now; "" for nobody."""
    for vote in question.votes:
        member = facts.roster.person(vote.member)
        day = facts.policy.day(vote.at)
        if vote.member in data.members and (member is None or not member.on_council(day)):
            name = facts.roster.name(vote.member)
            return f"{name} was not on the council when the decision was made"
        if vote.member in question.about:
            return f"it concerns {facts.roster.name(vote.member)}"
    return ""


def _fallen(
    case: DecisionCase, event: Due, facts: Facts, question: Question | None, why: str
) -> Decision:
    closed = replace(case, state=FALLEN, due={}, closed=event.at)
    title = question.title if question else f"number {case.data.number}"
    context = {"number": case.data.number, "title": title, "because": why}
    day = facts.policy.day(event.at)
    members = (facts.roster.person(member) for member in case.data.members)
    letters = tuple(
        Send("decision/fallen.council", to=member.id, context=context)
        for member in members
        if member is not None and member.on_council(day)
    )
    again: tuple[Effect, ...] = ()
    if question and question.state is QuestionState.AGREED:
        again = (council.reopened(question, case.parties["member"], event.at, why, facts),)
    private = question is not None and question.kind in PRIVATE
    note = Note("decision", f"not carried out, {why}: {title}", news=not private)
    return Decision(closed, (*again, note, *letters))


def _told(name: str, question: Question, case: DecisionCase, event: Due) -> Told:
    return Told(
        id=derive("told", case.id, name),
        at=event.at,
        name=name,
        procedure=question.procedure,
        case=question.case,
        by=case.parties["member"],
        reason=case.data.reason,
        question=question.id,
    )


PROCEDURE = Procedure(
    name=NAME,
    title="Waiting for objections to a decision",
    data=Agreed,
    hears={},
    steps={
        (NONE, "agreed"): opened,
        (WAITING, "due:effect"): effect,
        (WAITING, "stopped"): stopped,
    },
    states={
        WAITING: "agreed, and open to objections",
        CARRIED_OUT: "took effect",
        STOPPED: "stopped by a member's objection",
        FALLEN: "not carried out, because something changed in between",
    },
    decides=lambda data: frozenset({data.number}),
)
