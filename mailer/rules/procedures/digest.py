"""S22 and S23: the council's digest, and decisions by answering it.

Each member gets an own copy whose Reply-To carries that member's token. A decision needs both:
an authenticated member and that member's own token, bound to the version of the item (mail.md
3.3). Every line of an answer gets a result in the receipt; the other members are told at once,
and how to stop what is not in force yet.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from mailer.rules import agenda, dates, reasons
from mailer.rules.decisions import Result, applied
from mailer.rules.effects import Decision, Note, Send
from mailer.rules.events import Due, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.fields import Verb
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.placing import ASSIGNMENT
from mailer.rules.private import hidden
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Person, Question, QuestionState
from mailer.rules.turns import Turn

NAME = "digest"
RUNNING = "running"
LETTER = "digest/digest.council"
CODE_LETTERS = 4
MOST_NEWS = 100
"""Lines of news in one digest."""


@dataclass(frozen=True, slots=True)
class Digests:
    """`shown` counts how often each waiting question was shown whole; `news_seen` is a mark."""

    shown: Mapping[str, int] = field(default_factory=dict)
    news_seen: int = 0


DigestCase = Case[Digests]


def started(case: DigestCase, event: Told, facts: Facts) -> Decision:
    """Begin: the programme's one digest case, which is due every working day."""
    return Decision(replace(case, state=RUNNING, due={"digest": _next(event.at, facts)}))


def digest(case: DigestCase, event: Due, facts: Facts) -> Decision:
    """Write to every member what waits; nothing when nothing waits, but a line once a week."""
    day = facts.policy.day(event.at)
    pending = facts.pending(day)
    agreed = tuple(q for q in facts.questions if q.state is QuestionState.AGREED)
    plan = agenda.plan(pending, case.data.shown, facts, event.at)
    seen = max((number for number, _ in facts.news), default=case.data.news_seen)
    after = replace(
        case,
        data=Digests(plan.counted, seen),
        due={**case.due, "digest": _next(event.at, facts)},
    )
    members = facts.roster.council(day)
    late = agenda.gap(case.due.get("digest"), event.at, facts)
    if not pending and not facts.news and not late:
        quiet = day.weekday() == facts.policy.digest_days[0]
        members = members if quiet else ()
        lines = {"lines": agenda.standing_lines(facts, day)}
        letter = "digest/quiet.council"
        return Decision(after, tuple(Send(letter, to=m.id, context=lines) for m in members))
    code = derive("code", case.id, event.id)[:CODE_LETTERS].upper()
    news = _news(facts.news)
    shared = {"day": day, "news": news, "gap": late, "code": code}
    weekly = day.weekday() == facts.policy.digest_days[0]
    shared["lines"] = agenda.standing_lines(facts, day) if weekly else ()
    letters = []
    for member in members:
        own = tuple(q for q in pending if member.id not in q.about)
        known = tuple(q for q in pending if not hidden(q, member.id))
        context = {
            **shared,
            **plan.shown_to(member),
            "agreed": agenda.agreed(agreed, member, facts),
            "concerned": len(known) - len(own),
        }
        stoppable = tuple(q for q in agreed if member.id not in q.about)
        asks = _asks(case, (*own, *stoppable))
        asks = replace(asks, code=code, coded=plan.whole_for(member))
        letters.append(Send(LETTER, to=member.id, context=context, asks=asks))
    return Decision(after, tuple(letters))


def _news(lines: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """Return each line once, with how often it came, and not more than a reader goes through."""
    counted = Counter(text for _, text in lines)
    shown = [f"{text} ({n} times)" if n > 1 else text for text, n in counted.items()]
    if len(shown) <= MOST_NEWS:
        return tuple(shown)
    return (*shown[:MOST_NEWS], f"and {len(shown) - MOST_NEWS} more; the operator can list them")


def decide(case: DigestCase, event: Said, facts: Facts) -> Decision:
    """Apply each line of an answer once, and say what became of it."""
    member = facts.roster.person(event.speaker)
    refusal = _refusal(event, member, facts)
    if member is None or refusal:
        letter = _refused(event, member, refusal, facts)
        words, news = _reported(event, member, refusal, facts)
        note = Note("decision_refused", words, event.speaker, news=news)
        return Decision(effects=(note, *letter), outcome="needs_review")
    results = applied(Turn(member, event, facts))
    if not results:
        words = f"{member.name} wrote in answer to the digest: {event.words[:200]}"
        helped = Send("digest/not_understood.council", to=member.id, thread=event.source)
        return Decision(effects=(Note("comment", words, member.id, news=True), helped))
    effects = [effect for result in results for effect in result.effects]
    letters = _letters(case, results, member, event, facts)
    return Decision(effects=(*effects, *letters))


def _refusal(event: Said, member: Person | None, facts: Facts) -> str:
    """Return why this mail decides nothing, or ""; the proofs are in mail.md 3.3, rule 2."""
    answered = event.answers
    if member is None or not member.on_council(facts.policy.day(event.at)):
        return "only a member of the council decides"
    if event.trust < Trust.AUTHENTICATED:
        return "the sender could not be authenticated"
    if answered is None or not answered.by_token or answered.person != member.id:
        return "it does not answer the member's own digest"
    if answered.expired:
        return f"that digest is older than {facts.policy.token_lives.days} days"
    if answered.stale:
        return "its Date is more than two days from its arrival; please write a new mail"
    return ""


def _reported(event: Said, member: Person | None, refusal: str, facts: Facts) -> tuple[str, bool]:
    """Return the line of the ledger, and whether the council must see it in its next digest.

    It must where somebody may have written in a member's name, or used another member's reply
    address; an own mistake is told to whoever made it.
    """
    answered = event.answers
    if member is not None and event.trust < Trust.AUTHENTICATED:
        return f"a decision in the name of {member.name} was refused: {refusal}", True
    if answered and answered.by_token and answered.person and answered.person != event.speaker:
        owner, who = facts.roster.name(answered.person), facts.roster.name(event.speaker)
        return f"{who} used the reply address of {owner}: nothing was decided", True
    return refusal, False


def _refused(event: Said, member: Person | None, refusal: str, facts: Facts) -> tuple[Send, ...]:
    """Tell an authenticated member why nothing happened; nobody else learns anything."""
    if member is None or event.trust < Trust.AUTHENTICATED:
        return ()
    if not member.on_council(facts.policy.day(event.at)):
        return ()
    context = {"reason": refusal}
    return (Send("digest/refused.council", to=member.id, context=context, thread=event.source),)


def _letters(
    case: DigestCase, results: list[Result], member: Person, event: Said, facts: Facts
) -> tuple[Send, ...]:
    """S23: a receipt to the sender with each line's result; the others see who decided."""
    touched = tuple({r.question.id: r.question for r in results if r.question}.values())
    why = [r.question for r in results if r.question and r.line.startswith(Verb.WHY)]
    rest = [r for r in results if r.applied and not r.line.startswith(Verb.WHY)]
    errors = tuple((r.line, r.text) for r in results if not r.applied)
    changed = [result for result in rest if result.effects]
    letters = []
    if why:
        items = tuple(reasons.explained(question, facts) for question in why)
        letters.append(_answer("why", {"items": items}, case, tuple(why), event))
    if rest or errors:
        context = {"applied": tuple((r.line, r.text) for r in rest), "errors": errors}
        letters.append(_answer("receipt", context, case, touched, event))
    day = facts.policy.day(event.at)
    for other in facts.roster.council(day) if changed else ():
        own = [r for r in changed if r.question is None or other.id not in r.question.about]
        if other.id != member.id and own:
            letters.append(_to_other(case, other, own, member))
    return tuple(letters)


def _answer(
    name: str,
    context: dict[str, Any],
    case: DigestCase,
    questions: tuple[Question, ...],
    event: Said,
) -> Send:
    asks = _asks(case, questions) if questions else None
    letter = f"digest/{name}.council"
    return Send(letter, to=event.person, context=context, asks=asks, thread=event.source)


def _to_other(case: DigestCase, other: Person, results: list[Result], member: Person) -> Send:
    """Tell a member what another one decided; whoever is concerned learns nothing of it (R27)."""
    questions = tuple(result.question for result in results if result.question)
    # The line is the decider's; its number is what the reader needs to stop it or to ask why.
    stoppable = tuple(str(q.number) for q in questions if q.state is QuestionState.AGREED)
    context = {
        "member": member.name,
        "applied": tuple((result.line, result.text) for result in results),
        "stoppable": stoppable,
    }
    asks = _asks(case, questions) if questions else None
    return Send("digest/decided.council", to=other.id, context=context, asks=asks)


def _asks(case: DigestCase, questions: tuple[Question, ...]) -> Asks:
    items = tuple((question.number, question.version) for question in questions)
    return Asks(NAME, case.id, (Intent.DECISION,), items)


def _next(at: datetime, facts: Facts) -> datetime:
    policy = facts.policy
    return dates.next_digest(at, policy.digest_at, policy.digest_days, policy.zone)


PROCEDURE = Procedure(
    name=NAME,
    title="Digest and decisions of the council",
    data=Digests,
    hears={
        Intent.DECISION: Hears("approve 12", "a council member, answering a digest", Trust.CLAIMED)
    },
    steps={
        (NONE, "started"): started,
        (RUNNING, "due:digest"): digest,
        (RUNNING, "decision"): decide,
        (NONE, "decision"): decide,
    },
    states={RUNNING: "sent on working days when something waits"},
    sees=frozenset({ASSIGNMENT}),
)
