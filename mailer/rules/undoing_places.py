"""B4 for what the council decided on a search for a mentor: who was asked, is told, and is free."""

from dataclasses import replace

from mailer.rules import council, matching
from mailer.rules.assigning import (
    MENTEE,
    MENTOR,
    OPEN,
    Asked,
    AssignmentCase,
    mentee_of,
    to_mentor,
)
from mailer.rules.effects import Decision, Tell
from mailer.rules.events import Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.placing import ASSIGNMENT, OFFERED
from mailer.rules.procedure import Rule
from mailer.rules.records import Question, QuestionState
from mailer.rules.undoing import OTHERWISE, UNDONE, moved_on, refused

OFFER_UNDONE = "offer_undone"
"""What a departure plan tells the search of a mentee whose offer is taken back."""


def of_an_assignment() -> dict[tuple[str, str], Rule]:
    """Return the steps that take back that a mentor was asked on the council's word."""
    return {
        **OTHERWISE,
        (OFFERED, UNDONE): _asked,
        (OPEN, UNDONE): _seen,
        (OFFERED, OFFER_UNDONE): _offer,
    }


def offers_undone(offers: dict[str, str], event: Told) -> tuple[Tell, ...]:
    """Tell the search of each mentee that the offer to a mentor is taken back, if it is open."""
    return tuple(
        Tell(
            Told(
                id=derive(OFFER_UNDONE, event.id, mentee),
                at=event.at,
                name=OFFER_UNDONE,
                procedure=ASSIGNMENT,
                about=mentee,
                by=mentor,
            )
        )
        for mentee, mentor in sorted(offers.items())
    )


def _asked(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """The mentor who was asked, and has not answered, hears that it is settled."""
    question = facts.question_by(event.question)
    if question is None or event.by is None or not _about_the_offer(question, case):
        return moved_on(case, event, facts)
    back = _taken_from(case, event, facts)
    again = council.reopened(question, event.by, event.at, event.reason, facts)
    return replace(back, effects=(again, *back.effects))


def _seen(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """Nobody was asked by that decision: the question alone is open again."""
    question = facts.question_by(event.question)
    newer = facts.question_of(case.id, ASSIGNMENT)
    if newer is not None:
        return refused(event, question, f"the council is asked anew, as number {newer.number}")
    # A question that named a mentor was followed by letters.
    if question is None or event.by is None or set(question.about) != {case.parties[MENTEE]}:
        return moved_on(case, event, facts)
    again = council.reopened(question, event.by, event.at, event.reason, facts)
    return Decision(case, (again,))


def _offer(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    if event.by != case.parties[MENTOR]:
        return Decision(outcome="no_action")
    back = _taken_from(case, event, facts)
    return replace(back, case=replace(back.case, data=case.data)) if back.case else back


def _taken_from(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    letter = to_mentor(case, "undone", event, {"mentee": mentee_of(case, facts).name})
    asked = Asked.STAND_IN if case.data.stand_in else Asked.OVERDUE
    data = replace(case.data, asked=asked, proposed=case.parties[MENTOR], stand_in=False)
    free = replace(case, state=OPEN, data=data, parties={MENTEE: case.parties[MENTEE]}, due={})
    return Decision(matching.reopened(case, free, event, facts), (letter,))


def _about_the_offer(question: Question, case: AssignmentCase) -> bool:
    approved = question.state is QuestionState.APPROVED
    return approved and case.parties[MENTOR] in question.about
