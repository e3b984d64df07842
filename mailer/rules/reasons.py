"""B3, "why 12": all that is known of how a question came about, in words."""

from typing import Any

from mailer.rules import council, undoing
from mailer.rules.facts import Facts, Origin
from mailer.rules.private import OF_OTHERS, PRIVATE
from mailer.rules.records import Question

_LIKELY = 0.995
"""What is this sure is not shown with a share of a hundred."""


def explained(question: Question, facts: Facts) -> dict[str, Any]:
    """Return what a letter says of one question; plain values for the template."""
    origin = facts.origins.get(question.number, Origin())
    return {
        "number": question.number,
        "title": question.title,
        "facts": (*question.facts, *standing(question, facts)),
        "evidence": question.evidence,
        "rule": question.rule,
        "mail": _mail(origin, facts),
        "readings": tuple(_reading(intent, sure) for intent, sure in _open(question, origin)),
        "since": tuple((council.moment(at, facts), words) for at, words in origin.since),
        "approve": question.approve,
        "silence": question.silence,
        "undo": undoing.way(question),
    }


def standing(question: Question, facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the lines that say what members have said about a question so far."""
    name = facts.roster.name
    lines = []
    if question.objection:
        said = f": {question.objection.reason}" if question.objection.reason else ""
        lines.append(("Stopped by", name(question.objection.member) + said))
    for approves, label in ((True, "For it"), (False, "Against it")):
        voices = [vote for vote in question.votes if vote.approves is approves]
        if voices:
            lines.append((label, ", ".join(_voice(name(v.member), v.reason) for v in voices)))
    if question.effective and question.state.unsettled:
        lines.append(("Takes effect", council.moment(question.effective, facts)))
    elif not question.state.unsettled:
        lines.append(("Now", _outcome(question, facts)))
    return tuple(lines)


def _open(question: Question, origin: Origin) -> tuple[tuple[str, float], ...]:
    """Return how its mail was read, without what the same mail says in confidence (R27)."""
    private = question.kind in PRIVATE
    return tuple(one for one in origin.readings if private or one[0] not in OF_OTHERS)


def _voice(name: str, reason: str) -> str:
    return f"{name} ({reason})" if reason else name


def _outcome(question: Question, facts: Facts) -> str:
    by = f" by {facts.roster.name(question.decided_by)}" if question.decided_by else ""
    since = question.effective or question.decided
    on = f" on {facts.policy.day(since).isoformat()}" if since else ""
    reason = f": {question.reason}" if question.reason else ""
    return f"{question.state.value}{by}{on}{reason}"


def _mail(origin: Origin, facts: Facts) -> str:
    if origin.received is None:
        return ""
    sender = f" from {origin.sender}" if origin.sender else ""
    subject = f", “{origin.subject}”" if origin.subject else ""
    return f"{council.moment(origin.received, facts)}{sender}{subject}"


def _reading(intent: str, sure: float) -> str:
    share = "surely" if sure >= _LIKELY else f"{sure:.0%} likely"
    return f"{intent.replace('_', ' ')} ({share})"
