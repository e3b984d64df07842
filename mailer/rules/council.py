"""Questions to the council: keeping them up to date, and who may decide them."""

from dataclasses import replace
from datetime import date, datetime

from mailer.rules.effects import Ask, Effect, Put
from mailer.rules.facts import Facts
from mailer.rules.records import Person, Question, QuestionState


def ask_or_update(known: Question | None, question: Question) -> tuple[Effect, ...]:
    """Ask a new question, or bring the pending one up to date.

    A question whose facts changed gets a new version, so that a digest which showed the old
    facts cannot approve the new ones.
    """
    if known is None:
        return (Ask(question),)
    return update(known, question)


def update(known: Question | None, question: Question) -> tuple[Effect, ...]:
    """Bring a pending question up to date, or do nothing where none is pending."""
    if known is None or known.facts == question.facts:
        return ()
    kept = replace(
        question,
        id=known.id,
        number=known.number,
        asked=known.asked,
        snoozed=known.snoozed,
        version=known.version + 1,
    )
    return (Put(kept),)


def withdraw(
    known: Question | None, at: datetime, by: str | None, reason: str
) -> tuple[Effect, ...]:
    """Take a pending question out of the queue; a late approval then finds it withdrawn."""
    if known is None:
        return ()
    gone = replace(
        known,
        state=QuestionState.WITHDRAWN,
        version=known.version + 1,
        decided=at,
        decided_by=by,
        reason=reason,
    )
    return (Put(gone),)


def decided(
    question: Question, state: QuestionState, at: datetime, by: str, reason: str = ""
) -> Put:
    """Close a question by a member's decision."""
    return Put(replace(question, state=state, decided=at, decided_by=by, reason=reason))


def obstacle(question: Question, member: Person, day: date, facts: Facts) -> str:
    """Return why this member may not decide this question now, or "" if they may.

    The role is checked on the day of deciding (mail.md 3.3, 9); who is concerned does not decide
    (R27); what is closed stays as it was decided first.
    """
    if not member.on_council(day):
        return "you are not on the council now"
    if question.state is not QuestionState.PENDING:
        by = f" by {facts.roster.name(question.decided_by)}" if question.decided_by else ""
        when = f" on {facts.policy.day(question.decided).isoformat()}" if question.decided else ""
        return f"already {question.state.value}{by}{when}"
    if member.id in question.about:
        return "this concerns yourself, another member decides"
    return ""
