"""B4, "undo 12": how a decision of the council is taken back, with letters to those it reached.

The question is opened again as it was before. Where things have moved on, nothing is changed, and
the member is told why and what can be done instead. What can be taken back is in one table, `WAYS`,
and what cannot, with the reason, in `NO_WAYS`; both go by the kind of the question.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from mailer.rules import council
from mailer.rules.effects import Decision, Effect, Put, Send, Tell
from mailer.rules.events import Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import ANY, Rule
from mailer.rules.records import Asks, Case, Mentor, MentorState, Question, QuestionState

UNDONE = "undone"
"""What the digest tells a procedure whose decision is taken back."""

SEEN = "it waits for a decision again; nothing had been sent"
WAYS: Mapping[str, str] = {
    "application": "the candidate is told, is no mentor meanwhile, and it waits for a decision "
    "again",
    "resignation": "the mentor is one as before and is told, as are those who were asked",
    "assignment": "a mentor who was asked and has not answered is told that it is settled; what "
    "was answered already stays",
    "placement": "mentors who were asked and have not answered are told that it is settled; the "
    "others are not touched",
    "change": "the two are a pair again, unless somebody was asked meanwhile, and are told",
    "commitment": "the pair stands as it did before, unless somebody was asked meanwhile, and "
    "both are told",
    "inactivity": "the mentor accompanies again whoever has nobody else by now; all are told",
    "leave": "the record of the break is as it was before, and who was told of it is told",
    "alumni": "they are an alumnus again, and are told that the council looks at it once more",
    "council": "the opposite change is proposed, on which another member must agree",
    **dict.fromkeys(("clarification", "contact", "parked", "reason", "confidential"), SEEN),
}
"""What "undo" does, by the kind of the question; a question says it of itself where it can."""

NO_WAYS: Mapping[str, str] = {
    "departure": "who leaves takes it back, by a mail until the last day; steps that were done "
    "stay done",
    "onboarding": "a step that was done stays done; to take the role back, undo the acceptance",
    "feedback_round": "the letters of the round have gone out; nobody needs to answer them",
    "new_address": "an address that counts can be taken off by the operator of the service",
    "address": "a further report that the address refuses letters suspends it again",
    "privacy": "what was erased is gone; whoever would like to be a member again is welcome to "
    "write",
}
"""Why "undo" does nothing, by the kind of the question."""


def way(question: Question) -> str:
    """Say in words what taking a decision on this question back does; "" where nothing can."""
    return question.undo or WAYS.get(question.kind, "")


def no_way(question: Question) -> str:
    """Say why nothing takes a decision on this question back."""
    return NO_WAYS.get(question.kind, "what it set off cannot be taken back by a command")


def of_an_acceptance(states: Iterable[str], back_to: str) -> dict[tuple[str, str], Rule]:
    """Return the steps that take back the acceptance or the refusal of a candidate."""
    steps: dict[tuple[str, str], Rule] = dict(OTHERWISE)
    return steps | {(state, UNDONE): partial(_acceptance, back_to=back_to) for state in states}


def of_what_was_noted(states: Iterable[str], back_to: str) -> dict[tuple[str, str], Rule]:
    """Return the steps that open a question again from whose decision nothing had followed."""
    steps: dict[tuple[str, str], Rule] = dict(OTHERWISE)
    return steps | {(state, UNDONE): partial(_noted, back_to=back_to) for state in states}


def of_a_resignation(
    states: Iterable[str], back_to: tuple[str, str]
) -> dict[tuple[str, str], Rule]:
    """Return the steps that take back what was decided on a resignation.

    `back_to` are the states in which the mentor had confirmed it, and had not.
    """
    steps: dict[tuple[str, str], Rule] = dict(OTHERWISE)
    return steps | {(state, UNDONE): partial(_resignation, back_to=back_to) for state in states}


def of_an_invitation(closed: str) -> Rule:
    """Return the step that tells somebody that the mentor who recommended them stays."""
    return partial(_uninvited_now, state=closed)


def _uninvited_now(case: Case[Any], event: Told, _facts: Facts, *, state: str) -> Decision:
    gone = replace(case, state=state, due={}, closed=event.at)
    return Decision(gone, (Send("application/uninvited.candidate", to=event.about),))


def moved_on(case: Case[Any], event: Told, facts: Facts) -> Decision:  # noqa: ARG001 - a rule gets its case
    """Say that what followed from a decision cannot be undone as things stand by now."""
    question = facts.question_by(event.question)
    return refused(event, question, "things have moved on since, and whoever is concerned was told")


OTHERWISE: Mapping[tuple[str, str], Rule] = {(ANY, UNDONE): moved_on}
"""The step for every state from which there is no way back."""


def _noted(case: Case[Any], event: Told, facts: Facts, *, back_to: str) -> Decision:
    question = facts.question_by(event.question)
    newer = any(
        other.procedure == case.procedure
        and other.id != case.id
        and set(other.parties.items()) == set(case.parties.items())
        for other in facts.cases
    )
    if newer or question is None or event.by is None:
        return refused(event, question, "there is a newer matter of the same person")
    again = council.reopened(question, event.by, event.at, event.reason, facts)
    return Decision(replace(case, state=back_to, closed=None, due={}), (again,))


def _acceptance(case: Case[Any], event: Told, facts: Facts, *, back_to: str) -> Decision:
    """Take back that a candidate was accepted or declined; the question is open again."""
    candidate, question = case.parties["candidate"], facts.question_by(event.question)
    why = _moved_on(case, facts, candidate)
    if why or question is None or event.by is None:
        return refused(event, question, why or "the question is no longer there")
    accepted = question.state is QuestionState.APPROVED
    mentor = facts.roster.mentor(candidate)
    role = (Put(replace(mentor, state=MentorState.WITHDRAWN)),) if mentor and accepted else ()
    stop = Told(
        id=derive("told", event.id, "onboarding"),
        at=event.at,
        name="undone",
        procedure="onboarding",
        about=candidate,
        by=event.by,
        reason="the council took its acceptance back",
    )
    letter = Send("application/undone.candidate", to=candidate, context={"accepted": accepted})
    again = council.reopened(question, event.by, event.at, event.reason, facts)
    opened = replace(case, state=back_to, closed=None, due={})
    return Decision(opened, (again, *role, letter, *((Tell(stop),) if accepted else ())))


def _resignation(
    case: Case[Any], event: Told, facts: Facts, *, back_to: tuple[str, str]
) -> Decision:
    """Take back that a resignation was agreed to, or was not; the mentor is one as before."""
    person, question = case.parties["mentor"], facts.question_by(event.question)
    mentor = facts.roster.mentor(person)
    other = facts.case_of(case.procedure, person)
    newer = "there is a newer resignation" if other is not None and other.id != case.id else ""
    if newer or question is None or mentor is None or event.by is None:
        return refused(event, question, newer or "the records are no longer there")
    agreed = question.state is QuestionState.APPROVED
    confirmed = ("Confirmed by the mentor", "yes") in question.facts
    opened = replace(case, state=back_to[0 if confirmed else 1], closed=None, due={})
    effects: list[Effect] = [council.reopened(question, event.by, event.at, event.reason, facts)]
    if mentor.state is MentorState.RESIGNED:
        effects.append(Put(replace(mentor, state=MentorState.ACTIVE, until=None)))
        effects += _running_again(mentor, event, facts)
    asks = Asks(case.procedure, case.id, (Intent.TAKE_BACK,))
    letter = "resignation/undone.mentor"
    effects.append(Send(letter, to=person, context={"agreed": agreed}, asks=asks))
    if agreed:
        effects += (*_uninvited(case, event), Tell(_staying(person, event)))
    return Decision(opened, tuple(effects))


def _running_again(mentor: Mentor, event: Told, facts: Facts) -> Iterator[Effect]:
    """Let the mentor's relationships run on where the mentee has no other one by now (R3)."""
    for pair in facts.roster.mentorships():
        ended_now = pair.mentor == mentor.person and pair.until == mentor.until
        if not ended_now or pair.until is None or facts.roster.running(pair.mentee):
            continue
        yield Put(replace(pair, until=None, reason=""))
        began = derive("began", pair.id, event.id)
        yield Tell(Told(began, event.at, "began", "commitment", about=pair.mentee, pair=pair.id))


def _staying(person: str, event: Told) -> Told:
    """What was begun to place the mentees is taken back, too."""
    told = derive("told", event.id, "staying")
    return Told(told, event.at, "staying", "placement", about=person, by=event.by)


def refused(event: Told, question: Question | None, why: str) -> Decision:
    """Say honestly that it could not be taken back."""
    if event.by is None:
        return Decision(outcome="no_action")
    context = {"title": question.title if question else "a question", "because": why}
    letter = Send("digest/not_undone.council", to=event.by, context=context)
    return Decision(effects=(letter,), outcome="no_action")


def _moved_on(case: Case[Any], facts: Facts, candidate: str) -> str:
    name = facts.roster.name(candidate)
    other = facts.case_of(case.procedure, candidate)
    if other is not None and other.id != case.id:
        return f"{name} has applied again since"
    mentees = facts.roster.mentees_of(candidate)
    return f"{name} has mentees by now" if mentees else ""


def _uninvited(case: Case[Any], event: Told) -> Iterator[Tell]:
    """Tell those who were asked to follow that the mentor stays."""
    for named in case.data.fields.recommended:
        if named.person and named.person != case.parties["mentor"]:
            told = derive("told", event.id, "uninvited", named.person)
            yield Tell(
                Told(told, event.at, "uninvited", "application", about=named.person, by=event.by)
            )
