"""The form of the digest: what stands first, what is shown whole, what is folded.

It must be readable with three open questions and with a thousand: urgent ones first, then by kind,
the oldest first; a question is shown whole three times, and no digest shows more than a dozen so.
Of the others four dozen get a line each, and what is left is counted: mail programs cut a letter
of more than 100 kB, and nobody reads one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from mailer.rules import council, dates, reasons, undoing
from mailer.rules.facts import Facts
from mailer.rules.meetings import held_share
from mailer.rules.orphans import orphans
from mailer.rules.records import Person, Question

WHOLE = 12
"""How many questions one digest shows whole, at the most."""
LISTED = 48
"""How many more get a line each; where there are more, each group lists its share of them."""
NEAR = timedelta(days=7)
"""A question whose last day is so near is urgent."""
BLOCK = 15
"""So many lines the block to fill in holds at the most; beyond, only what is shown whole."""
SHORT = 46
"""Letters of a title in the block: a mail program that wraps lines must not break one in two."""
LATE = timedelta(hours=2)
"""A digest so late tells that the service stood still."""
URGENT = frozenset({"resignation", "placement", "orphan", "departure", "leave"})
"""Kinds that leave somebody waiting for a person: a resignation, a mentee without a mentor."""
FIRST = "Urgent"

_TITLES = {
    "application": "New mentors",
    "onboarding": "Onboarding",
    "contact": "Mails to read",
    "clarification": "Mails to read",
    "address": "Addresses that refuse mail",
    "new_address": "Further addresses of members",
    "parked": "Mails that could not be handled",
    "council": "Seats on the council",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """One digest for all members. `counted` is how often each question was shown whole by now."""

    groups: tuple[tuple[str, tuple[tuple[Question, Mapping[str, Any]], ...]], ...]
    counted: Mapping[str, int]

    def shown_to(self, member: Person) -> dict[str, Any]:
        """Return what the template needs; who is concerned does not see a question (R27)."""
        found = {
            title: [shown for question, shown in items if member.id not in question.about]
            for title, items in self.groups
        }
        own = {title: shown for title, shown in found.items() if shown}
        count = sum(map(len, own.values()))
        folded = sum(shown["folded"] for group in own.values() for shown in group)
        most = folded if folded <= LISTED else LISTED // len(own)
        groups = [_group(title, shown, most) for title, shown in own.items()]
        every = [shown for group in groups for shown in group["questions"]]
        block = [q for q in every if not q["folded"]] if count > BLOCK else every
        return {
            "groups": tuple(groups),
            "count": count,
            "block": tuple(block or every[:BLOCK]),
            "more": bool(block) and len(block) < count,
        }

    def whole_for(self, member: Person) -> tuple[int, ...]:
        """Return the numbers that "approve all" means: shown whole to a member, and no list."""
        return tuple(
            question.number
            for _, items in self.groups
            for question, shown in items
            if member.id not in question.about and not shown["folded"] and not question.steps
        )


def _group(title: str, every: Sequence[Mapping[str, Any]], most: int) -> dict[str, Any]:
    """Return a group as it is shown: of the folded ones at most so many, and how many are left."""
    folded = [shown["number"] for shown in every if shown["folded"]][most:]
    left = frozenset(folded)
    shown = tuple(one for one in every if one["number"] not in left)
    return {"title": title, "questions": shown, "count": len(every), "left": tuple(folded)}


def plan(pending: Sequence[Question], shown: Mapping[str, int], facts: Facts, at: datetime) -> Plan:
    """Lay out what waits. `shown` counts the digests that showed each question whole before."""
    day = facts.policy.day(at)
    whole = _whole(pending, shown, facts, day)
    counted = {q.id: shown.get(q.id, 0) + (q.id in whole) for q in pending}
    groups: dict[str, list[Question]] = {}
    for question in sorted(pending, key=lambda q: not urgent(q, day)):
        title = FIRST if urgent(question, day) else _title(question.kind)
        groups.setdefault(title, []).append(question)
    laid = tuple(
        (title, tuple((q, _item(q, facts, at, folded=q.id not in whole)) for q in found))
        for title, found in groups.items()
    )
    return Plan(laid, counted)


def standing_lines(facts: Facts, day: date) -> tuple[tuple[str, str], ...]:
    """Say how the programme stands: who is without a mentor (E12), and who has met (S16)."""
    waiting = orphans(facts.roster, facts.cases, facts.policy, day)
    share = held_share(facts.roster, day, facts.policy)
    lines = []
    if waiting:
        first = next((one for one in waiting if one.age), None)
        longest = f"; the longest, {first.name}, for {first.age}" if first else ""
        lines.append(("Without a mentor", f"{len(waiting)}{longest}"))
    if share.pairs:
        pairs = "pair" if share.pairs == 1 else "pairs"
        met = f"{share.met} of {share.pairs} {pairs} ({share.percent} %)"
        lines.append(("Met within the last year", met))
    return tuple(lines)


def urgent(question: Question, day: date) -> bool:
    """Say whether a question stands before all others."""
    near = question.until is not None and question.until - day <= NEAR
    return near or question.kind in URGENT


def agreed(
    questions: Sequence[Question], member: Person, facts: Facts
) -> tuple[Mapping[str, Any], ...]:
    """Return what is agreed and not yet in force, and can still be stopped by this member."""
    return tuple(
        {"number": q.number, "title": q.title, "told": council.told(q, facts)}
        for q in sorted(questions, key=lambda q: q.number)
        if member.id not in q.about
    )


def gap(planned: datetime | None, at: datetime, facts: Facts) -> str:
    """Return the sentence which says that the service stood still (E34), or ""."""
    if planned is None or at - planned <= LATE:
        return ""
    hours = int((at - planned).total_seconds()) // 3600
    since, until = facts.policy.day(planned), facts.policy.day(at)
    lasted = f"{hours} hours" if since == until else dates.length(since, until)
    return (
        f"This digest was due on {council.moment(planned, facts)} and comes {lasted} late: the "
        "service stood still in between. What was due in that time goes out now, each letter once"
    )


def _whole(
    pending: Sequence[Question], shown: Mapping[str, int], facts: Facts, day: date
) -> frozenset[str]:
    """Choose what is shown whole: what was shown least, urgent ones before others."""
    fresh = [q for q in pending if shown.get(q.id, 0) < facts.policy.fold_after]
    fresh.sort(key=lambda q: (not urgent(q, day), shown.get(q.id, 0)))
    return frozenset(question.id for question in fresh[:WHOLE])


def _title(kind: str) -> str:
    return _TITLES.get(kind, kind.replace("_", " ").capitalize())


def _item(question: Question, facts: Facts, at: datetime, *, folded: bool) -> Mapping[str, Any]:
    day = facts.policy.day(at)
    need = council.needed(question, day, facts)
    among = len(council.may_decide(question, day, facts))
    return {
        "number": question.number,
        "title": question.title,
        "short": _short(question.title),
        "facts": (*question.facts, *reasons.standing(question, facts)),
        "evidence": question.evidence,
        "rule": question.rule,
        "approve": question.approve,
        "silence": question.silence,
        "undo": undoing.way(question),
        "needs": _needs(need, among),
        "until": question.until.isoformat() if question.until else "",
        "age": dates.length(facts.policy.day(question.asked), day),
        "folded": folded,
        "steps": tuple(
            {"number": n, "text": s.text, "owner": s.owner, "done": s.done is not None}
            for n, s in enumerate(question.steps, start=1)
        ),
    }


def _short(title: str) -> str:
    return title if len(title) <= SHORT else title[:SHORT].rsplit(" ", 1)[0].rstrip() + " ..."


def _needs(need: int, among: int) -> str:
    """Say how many must agree, where one is not enough; and where so many cannot be had."""
    if need == 1:
        return ""
    if among < need:
        return f"{need} members, but only {among} may decide on it now; the roster needs a look"
    return f"{need} of the {among} members who may decide"
