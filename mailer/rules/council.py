"""Questions to the council: keeping them up to date, and who may decide them."""

from dataclasses import replace
from datetime import date, datetime

from mailer.rules.effects import Ask, Effect, Put
from mailer.rules.facts import Facts
from mailer.rules.records import Person, Question, QuestionState, Vote

UNDONE = "Decided before"
"""The label of the line which says that a decision was taken back."""


def ask_or_update(known: Question | None, question: Question) -> tuple[Effect, ...]:
    """Ask a new question, or bring the pending one up to date.

    A question whose facts changed gets a new version, so that a digest which showed the old
    facts cannot approve the new ones.
    """
    if known is None:
        return (Ask(question),)
    return update(known, question)


def update(
    known: Question | None, question: Question, *, stands: bool = False
) -> tuple[Effect, ...]:
    """Bring an open question up to date, or do nothing where none is open.

    What was agreed on the old facts waits for a new decision. With `stands` the new facts only
    confirm the old ones: version, votes and what was agreed stay.
    """
    if known is None or known.facts == question.facts:
        return ()
    if stands:
        return (Put(replace(known, facts=question.facts, evidence=question.evidence)),)
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
    if refused := no_part(question, member, day):
        return refused
    if question.state is QuestionState.AGREED:
        return f"already {told(question, facts)}; to stop it, write “stop {question.number}”"
    if question.state is not QuestionState.PENDING:
        by = f" by {facts.roster.name(question.decided_by)}" if question.decided_by else ""
        when = f" on {facts.policy.day(question.decided).isoformat()}" if question.decided else ""
        return f"already {question.state.value}{by}{when}"
    return ""


def no_part(question: Question, member: Person, day: date) -> str:
    """Return why a member has no part in a question, whatever its state, or ""."""
    if not member.on_council(day):
        return "you are not on the council now"
    if member.id in question.about:
        return "this concerns yourself, another member decides"
    return ""


def may_decide(question: Question, day: date, facts: Facts) -> tuple[Person, ...]:
    """Return the members who may decide a question on this day, by name."""
    return tuple(m for m in facts.roster.council(day) if not no_part(question, m, day))


def needed(question: Question, day: date, facts: Facts) -> int:
    """Return how many members must agree: after an objection, most of all who may decide."""
    least = facts.policy.needs(question.kind)
    if question.objection is None:
        return least
    return max(least, len(may_decide(question, day, facts)) // 2 + 1)


def voted(question: Question, vote: Vote) -> Question:
    """Return the question with a member's word, in place of an earlier one of the same member."""
    others = tuple(each for each in question.votes if each.member != vote.member)
    return replace(question, votes=(*others, vote))


def agreeing(question: Question) -> tuple[str, ...]:
    """Return the members who said what the last one said, that one last."""
    if not question.votes:
        return ()
    last = question.votes[-1].approves
    return tuple(vote.member for vote in question.votes if vote.approves is last)


def told(question: Question, facts: Facts) -> str:
    """Say in words what was agreed, by whom, and when it takes effect."""
    names = facts.roster.name
    members = agreeing(question) or ((question.decided_by,) if question.decided_by else ())
    verdict = "approved" if approves(question) else "rejected"
    by = " and ".join(names(member) for member in members)
    when = moment(question.effective, facts) if question.effective else ""
    return f"{verdict} by {by}" + (f", takes effect on {when}" if when else "")


def approves(question: Question) -> bool:
    """Say whether what was agreed is an approval."""
    return bool(question.votes) and question.votes[-1].approves


def moment(at: datetime, facts: Facts) -> str:
    """Return an instant in the council's zone, year first."""
    return f"{at.astimezone(facts.policy.zone):%Y-%m-%d %H:%M %Z}"


def reopened(question: Question, by: str, at: datetime, reason: str, facts: Facts) -> Put:
    """Open a question again whose decision was taken back; old digests cannot decide it."""
    verdict = f"{question.state.value}, taken back by {facts.roster.name(by)}"
    when = f" on {facts.policy.day(at).isoformat()}" + (f": {reason}" if reason else "")
    kept = tuple(line for line in question.facts if line[0] != UNDONE)
    return Put(
        replace(
            question,
            state=QuestionState.PENDING,
            version=question.version + 1,
            facts=(*kept, (UNDONE, verdict + when)),
            decided=None,
            decided_by=None,
            effective=None,
            reason="",
            votes=(),
            objection=None,
            snoozed=None,
        )
    )
