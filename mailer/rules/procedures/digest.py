"""S22 and S23: the council's digest, and decisions by answering it.

Each member gets an own copy whose Reply-To carries that member's token. A decision needs both:
an authenticated member and that member's own token, bound to the version of the item (mail.md
3.3). Every line of an answer gets a result in the receipt; the other members are told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from mailer.rules import council, dates
from mailer.rules.effects import Decision, Effect, Note, Put, Send, Tell
from mailer.rules.events import Due, Said, Told, Trust
from mailer.rules.facts import Facts, Policy
from mailer.rules.fields import Command, Fields, Verb
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Person, Question, QuestionState

NAME = "digest"
RUNNING = "running"
LETTER = "digest/digest.council"
_STATES = {Verb.APPROVE: QuestionState.APPROVED, Verb.REJECT: QuestionState.REJECTED}
NOT_SHOWN = "this number is not in the digest that you answered"
DECIDED_ABOVE = "a line above decides on it already"


@dataclass(frozen=True, slots=True)
class Digests:
    """`shown` counts how often each waiting question was in a digest; `news_seen` is a mark."""

    shown: Mapping[str, int] = field(default_factory=dict)
    news_seen: int = 0


DigestCase = Case[Digests]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one line of a decision mail."""

    line: str
    text: str
    applied: bool
    effects: tuple[Effect, ...] = ()


def started(case: DigestCase, event: Told, facts: Facts) -> Decision:
    """Begin: the programme's one digest case, which is due every working day."""
    return Decision(replace(case, state=RUNNING, due={"digest": _next(event.at, facts)}))


def digest(case: DigestCase, event: Due, facts: Facts) -> Decision:
    """Write to every member what waits; nothing when nothing waits, but a line once a week."""
    day = facts.policy.day(event.at)
    pending = facts.pending(day)
    shown = {q.id: case.data.shown.get(q.id, 0) + 1 for q in pending}
    seen = max((number for number, _ in facts.news), default=case.data.news_seen)
    after = replace(
        case,
        data=Digests(shown, seen),
        due={"digest": _next(event.at, facts)},
    )
    if not pending and not facts.news:
        quiet = day.weekday() == facts.policy.digest_days[0]
        members = facts.roster.council(day) if quiet else ()
        return Decision(after, tuple(Send("digest/quiet.council", to=m.id) for m in members))
    letters = tuple(
        _letter(after, member, pending, facts, event.at) for member in facts.roster.council(day)
    )
    return Decision(after, letters)


def decide(case: DigestCase, event: Said, facts: Facts) -> Decision:
    """Apply each line of an answer once, and say what became of it."""
    member = facts.roster.person(event.speaker)
    refusal = _refusal(event, member, facts)
    if member is None or refusal:
        letter = _refused(event, member, refusal, facts)
        note = Note("decision_refused", refusal, event.speaker)
        return Decision(effects=(note, *letter), outcome="needs_review")
    lines = _once(event.fields.commands)
    results = [result for line in lines for result in _line(line, member, event, facts)]
    if not results:
        words = f"{member.name} wrote in answer to the digest: {event.words[:200]}"
        helped = Send("digest/not_understood.council", to=member.id, thread=event.source)
        return Decision(effects=(Note("comment", words, member.id, news=True), helped))
    effects = [effect for result in results for effect in result.effects]
    return Decision(effects=(*effects, *_receipts(results, member, event, facts)))


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
    return ""


def _refused(event: Said, member: Person | None, refusal: str, facts: Facts) -> tuple[Send, ...]:
    """Tell an authenticated member why nothing happened; nobody else learns anything."""
    if member is None or event.trust < Trust.AUTHENTICATED:
        return ()
    if not member.on_council(facts.policy.day(event.at)):
        return ()
    context = {"reason": refusal}
    return (Send("digest/refused.council", to=member.id, context=context, thread=event.source),)


def _once(commands: tuple[Command, ...]) -> Iterator[Command]:
    """Yield the lines without a number that a line above decides: it is decided once (rule 6)."""
    seen: set[tuple[int, int | None]] = set()
    for command in commands:
        if command.verb in {None, Verb.SHOW}:
            yield command
            continue
        step = command.step if command.verb is Verb.DONE else None
        numbers = dict.fromkeys(command.numbers)
        new = tuple(number for number in numbers if (number, step) not in seen)
        seen |= {(number, step) for number in new}
        if new:
            yield replace(command, numbers=new)
        if again := tuple(number for number in numbers if number not in new):
            yield replace(command, verb=None, numbers=again, problem=DECIDED_ABOVE)


def _line(command: Command, member: Person, event: Said, facts: Facts) -> list[Result]:
    if command.verb is None:
        return [Result(command.line, command.problem or "not understood", applied=False)]
    return [_apply(command, number, member, event, facts) for number in command.numbers]


def _apply(command: Command, number: int, member: Person, event: Said, facts: Facts) -> Result:
    question = facts.question(number)
    shown = dict(event.answers.asks.items) if event.answers and event.answers.asks else {}
    line = f"{command.verb} {number}" + (f".{command.step}" if command.step else "")
    if question is None:
        return Result(line, NOT_SHOWN, applied=False)
    today = facts.policy.day(event.at)
    problem = council.obstacle(question, member, today, facts) or _problem(
        question, shown.get(number), command, today
    )
    if problem:
        return Result(line, problem, applied=False)
    return _carry_out(line, command, question, member, event, facts.policy)


def _carry_out(
    line: str, command: Command, question: Question, member: Person, event: Said, policy: Policy
) -> Result:
    title = question.title
    match command.verb:
        case Verb.APPROVE | Verb.REJECT:
            state = _STATES[command.verb]
            told = _tell(state.value, question, command, member, event)
            put = council.decided(question, state, event.at, member.id, command.reason)
            return Result(line, f"{state.value}: {title}", applied=True, effects=(put, *told))
        case Verb.LATER:
            until = command.until or policy.day(event.at + policy.token_lives)
            put = Put(replace(question, snoozed=until))
            words = f"shown again on {until.isoformat()}: {title}"
            return Result(line, words, applied=True, effects=(put,))
        case Verb.DONE:
            told = _tell("step_done", question, command, member, event)
            step = question.steps[(command.step or 1) - 1].text
            return Result(line, f"done: {step}", applied=True, effects=told)
        case _:
            return _shown(line, question)


def _problem(question: Question, version: int | None, command: Command, today: date) -> str:
    """Return why a line does not fit the question as it now is, or ""."""
    if version is None:
        return NOT_SHOWN
    if question.version != version and command.verb is not Verb.SHOW:
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


def _tell(
    name: str, question: Question, command: Command, member: Person, event: Said
) -> tuple[Tell, ...]:
    if question.case is None:
        return ()
    told = Told(
        id=derive("told", event.id, name, question.id, command.step),
        at=event.at,
        name=name,
        procedure=question.procedure,
        case=question.case,
        by=member.id,
        reason=command.reason,
        fields=Fields(steps=(command.step,) if command.step else ()),
        question=question.id,
    )
    return (Tell(told),)


def _shown(line: str, question: Question) -> Result:
    words = "; ".join(f"{label}: {value}" for label, value in question.facts)
    return Result(line, f"{question.title}. {words}", applied=True)


def _receipts(results: list[Result], member: Person, event: Said, facts: Facts) -> tuple[Send, ...]:
    """S23: a receipt to the sender with each line's result; the others see who decided."""
    applied = [result for result in results if result.applied]
    changed = [result for result in applied if result.effects]
    context = {
        "applied": tuple((result.line, result.text) for result in applied),
        "errors": tuple((r.line, r.text) for r in results if not r.applied),
    }
    receipt = Send("digest/receipt.council", to=member.id, context=context, thread=event.source)
    if not changed:
        return (receipt,)
    told = {"member": member.name, "applied": tuple((r.line, r.text) for r in changed)}
    day = facts.policy.day(event.at)
    others = (other for other in facts.roster.council(day) if other.id != member.id)
    copies = tuple(Send("digest/decided.council", to=other.id, context=told) for other in others)
    return (receipt, *copies)


def _letter(
    case: DigestCase,
    member: Person,
    pending: tuple[Question, ...],
    facts: Facts,
    at: datetime,
) -> Send:
    """Write one member's copy. Who is concerned sees neither the facts nor a line to decide."""
    day = facts.policy.day(at)
    own = [q for q in pending if member.id not in q.about]
    context = {
        "day": day,
        "questions": tuple(_shown_in_digest(q, case, facts, at) for q in own),
        "concerned": sum(member.id in q.about for q in pending),
        "news": tuple(text for _, text in facts.news),
    }
    asks = Asks(NAME, case.id, (Intent.DECISION,), tuple((q.number, q.version) for q in own))
    return Send(LETTER, to=member.id, context=context, asks=asks)


def _shown_in_digest(
    question: Question, case: DigestCase, facts: Facts, at: datetime
) -> dict[str, Any]:
    return {
        "number": question.number,
        "title": question.title,
        "facts": question.facts,
        "evidence": question.evidence,
        "rule": question.rule,
        "approve": question.approve,
        "silence": question.silence,
        "age": dates.length(facts.policy.day(question.asked), facts.policy.day(at)),
        "folded": case.data.shown.get(question.id, 0) > facts.policy.fold_after,
        "steps": tuple(
            {"number": n, "text": s.text, "owner": s.owner, "done": s.done is not None}
            for n, s in enumerate(question.steps, start=1)
        ),
    }


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
)
