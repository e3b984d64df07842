"""B12: who begins on the council gets all that is open; who ends is thanked.

It looks every morning, so that it does not matter how a term came into the records: by mail, by
command or by a spreadsheet. Whoever was on the council at the start is not greeted.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from mailer.rules import agenda, dates, seats
from mailer.rules.effects import Decision, Send
from mailer.rules.events import Due, Told
from mailer.rules.facts import Facts
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.records import Asks, Case, Person, QuestionState, Term

NAME = "handover"
RUNNING = "running"
DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Handover:
    """`serving` are the ids of those who were on the council when it last looked."""

    serving: tuple[str, ...] = ()
    digest: str = ""


HandoverCase = Case[Handover]


def started(case: HandoverCase, event: Told, facts: Facts) -> Decision:
    """Remember who serves now; look again every morning. `reason` is the id of the digest."""
    day = facts.policy.day(event.at)
    serving = tuple(sorted(member.id for member in facts.roster.council(day)))
    begun = replace(case, state=RUNNING, data=Handover(serving, event.reason))
    return Decision(replace(begun, due={"terms": _next(facts, day)}))


def looked(case: HandoverCase, event: Due, facts: Facts) -> Decision:
    """Write to whoever began since the last look, and to whoever ended."""
    day = facts.policy.day(event.at)
    members = facts.roster.council(day)
    before = set(case.data.serving)
    now = {member.id for member in members}
    letters = [_begins(m, case, facts, event) for m in members if m.id not in before and before]
    gone = (facts.roster.person(member) for member in sorted(before - now))
    letters += [_ends(person, day) for person in gone if person is not None]
    data = replace(case.data, serving=tuple(sorted(now)))
    after = replace(case, data=data, due={"terms": _next(facts, day)})
    return Decision(after, tuple(letters))


def _next(facts: Facts, day: date) -> Any:
    return facts.policy.morning(day + timedelta(days=1))


def _begins(member: Person, case: HandoverCase, facts: Facts, event: Due) -> Send:
    day = facts.policy.day(event.at)
    own = tuple(q for q in facts.pending(day) if member.id not in q.about)
    agreed = tuple(q for q in facts.questions if q.state is QuestionState.AGREED)
    others = tuple(
        {"name": other.name, "until": _until(other, day)}
        for other in facts.roster.council(day)
        if other.id != member.id
    )
    term = seats.began(member, day) or Term(day)
    several = {kind: n for kind, n in facts.policy.deciders.items() if n > 1}
    context = {
        "since": term.since,
        "until": term.until,
        "others": others,
        "several": tuple((kind.replace("_", " "), n) for kind, n in sorted(several.items())),
        "hours": int(facts.policy.objection.total_seconds()) // 3600,
        "questions": tuple(
            {
                "number": q.number,
                "title": q.title,
                "age": dates.length(facts.policy.day(q.asked), day),
                "urgent": agenda.urgent(q, day),
            }
            for q in sorted(own, key=lambda q: not agenda.urgent(q, day))
        ),
        "agreed": agenda.agreed(agreed, member, facts),
    }
    items = tuple((q.number, q.version) for q in own)
    asks = Asks(DIGEST, case.data.digest or None, (Intent.DECISION,), items) if items else None
    return Send("handover/begins.council", to=member.id, context=context, asks=asks)


def _until(person: Person, day: date) -> str:
    lasts = [term.until for term in person.terms if term.holds(day)]
    last = lasts[0] if lasts else None
    return last.isoformat() if last else ""


def _ends(person: Person, day: date) -> Send:
    ended = [term for term in person.terms if term.until is not None and term.until < day]
    last = max(ended, key=lambda term: term.until or day, default=None)
    context = {
        "since": last.since if last else None,
        "until": last.until if last else None,
    }
    return Send("handover/ends.rep", to=person.id, context=context)


PROCEDURE = Procedure(
    name=NAME,
    title="Handover between terms of the council",
    data=Handover,
    hears={},
    steps={(NONE, "started"): started, (RUNNING, "due:terms"): looked},
    states={RUNNING: "looks every morning who begins and who ends"},
)
