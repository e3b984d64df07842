"""S23: what each line of a decision mail does, and why a line does nothing.

A decision takes effect at once where the programme sets no time for objections or nothing
follows from it; else the question is agreed, and the procedure "decision" carries it out when
that time is over (R26). Nobody decides what concerns themselves (R27).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from mailer.rules import council, seats, undoing
from mailer.rules.effects import Effect, Put, Tell
from mailer.rules.events import Told
from mailer.rules.fields import ASKING, Command, Fields, Verb
from mailer.rules.ids import derive
from mailer.rules.private import hidden
from mailer.rules.records import Objection, Question, QuestionState, Vote
from mailer.rules.turns import NOT_SHOWN, Turn, misfit, too_late

DECISION = "decision"
"""The procedure that waits for objections."""

NO_SUCH = "there is no such number"
DECIDED_ABOVE = "a line above decides on it already"
OTHER_CODE = "that is not the code of the digest which you answered; nothing was approved"
_SEATS = frozenset({Verb.ADD, Verb.END})
_REACHES_BACK = frozenset({Verb.STOP, Verb.UNDO, Verb.WHY})
"""What may name any number, not only one that the answered letter showed."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one line of a decision mail.

    `question` is the one that it changed or asked about. A line that only asks why is answered
    by a letter of its own.
    """

    line: str
    text: str
    applied: bool
    effects: tuple[Effect, ...] = ()
    question: Question | None = None


def applied(turn: Turn) -> list[Result]:
    """Apply each line of a mail once, and say what became of it."""
    lines = _once(_spelt_out(turn))
    return [result for line in lines for result in _line(line, turn)]


def opening(question: Question) -> str:
    """Return the id of the event that opens the time for objections to what was agreed."""
    return derive("agreed", question.id, question.version, question.decided)


def _spelt_out(turn: Turn) -> Iterator[Command]:
    """Put the numbers of the digest in place of "all", where the code is that digest's own."""
    answered = turn.event.answers
    code = answered.asks.code if answered and answered.asks else ""
    for command in turn.event.fields.commands:
        if not command.code:
            yield command
        elif command.code != code:
            yield replace(command, verb=None, problem=OTHER_CODE)
        else:
            meant = answered.asks.coded if answered and answered.asks else ()
            numbers = tuple(n for n in meant if _waits(turn.facts.question(n)))
            yield replace(command, numbers=numbers)


def _waits(question: Question | None) -> bool:
    return question is not None and question.state is QuestionState.PENDING


def _once(commands: Iterator[Command]) -> Iterator[Command]:
    """Yield the lines without a number that a line above decides: it is decided once (rule 6)."""
    seen: set[tuple[int, int | None]] = set()
    for command in commands:
        if command.verb is None or command.verb in ASKING | _SEATS:
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


def _line(command: Command, turn: Turn) -> list[Result]:
    if command.verb is None:
        return [Result(command.line, command.problem or "not understood", applied=False)]
    if command.verb in _SEATS:
        return [_seat(command, turn)]
    return [_apply(command, number, turn) for number in command.numbers]


def _seat(command: Command, turn: Turn) -> Result:
    """Propose a change of the council's roster (E20); another member must agree."""
    roster = turn.facts.roster
    if problem := seats.problem(command, roster, turn.today):
        return Result(command.line, problem, applied=False)
    [person] = seats.found(roster, command.named)
    told = Told(
        id=derive("told", turn.event.id, "proposed", command.line),
        at=turn.event.at,
        name="proposed",
        procedure="seat",
        about=person.id,
        by=turn.member.id,
        fields=Fields(commands=(command,)),
    )
    title = seats.words(command, person, turn.today)
    text = f"proposed, and waits for another member: {title}"
    return Result(command.line, text, applied=True, effects=(Tell(told),))


def _apply(command: Command, number: int, turn: Turn) -> Result:
    question, verb = turn.facts.question(number), command.verb or Verb.SHOW
    if question is not None and hidden(question, turn.member.id):
        question = None  # Not even that it is there is said to whom it concerns (B10).
    line = f"{verb} {number}" + (f".{command.step}" if command.step else "")
    reaches_back = verb in _REACHES_BACK
    if question is None:
        return Result(line, NO_SUCH if reaches_back else NOT_SHOWN, applied=False)
    if reaches_back:
        problem = council.no_part(question, turn.member, turn.today)
        problem = problem or too_late(command, question, turn)
    else:
        problem = council.obstacle(question, turn.member, turn.today, turn.facts)
        version = turn.shown.get(number)
        problem = problem or misfit(question, version, command, turn.today)
    if problem:
        return Result(line, problem, applied=False)
    return _VERBS[verb](line, command, question, turn)


def _later(line: str, command: Command, question: Question, turn: Turn) -> Result:
    policy = turn.facts.policy
    until = command.until or policy.day(turn.event.at + policy.token_lives)
    put = Put(replace(question, snoozed=until))
    words = f"shown again on {until.isoformat()}: {question.title}"
    return Result(line, words, applied=True, effects=(put,), question=question)


def _done(line: str, command: Command, question: Question, turn: Turn) -> Result:
    told = _tell("step_done", question, command, turn)
    step = question.steps[(command.step or 1) - 1].text
    return Result(line, f"done: {step}", applied=True, effects=told, question=question)


def _explained(line: str, _command: Command, question: Question, _turn: Turn) -> Result:
    words = f"another letter explains it: {question.title}"
    return Result(line, words, applied=True, question=question)


def _decide(line: str, command: Command, question: Question, turn: Turn) -> Result:
    """Count a member's word; where enough say the same, it is agreed or takes effect."""
    facts, at, member = turn.facts, turn.event.at, turn.member
    approves = command.verb is Verb.APPROVE
    question = council.voted(question, Vote(member.id, approves, at, command.reason))
    state = QuestionState.APPROVED if approves else QuestionState.REJECTED
    agree, need = len(council.agreeing(question)), council.needed(question, turn.today, facts)
    if agree < need:
        words = f"your word is noted, {agree} of the {need} members who must agree"
        text = f"{words} that it is {state.value}: {question.title}"
        return Result(line, text, applied=True, effects=(Put(question),), question=question)
    question = replace(question, decided=at, decided_by=member.id, reason=command.reason)
    # Everybody has had their say after an objection; what only marks a mail as seen cannot hurt.
    waits = facts.policy.objection and question.objection is None and question.case is not None
    if not waits:
        told = _tell(state.value, question, command, turn)
        question = replace(question, state=state, effective=at)
        text = f"{state.value}: {question.title}"
        return Result(line, text, applied=True, effects=(Put(question), *told), question=question)
    question = replace(question, state=QuestionState.AGREED, effective=at + facts.policy.objection)
    told = (Tell(_opens(question, turn)),)
    when = council.moment(question.effective or at, facts)
    text = f"{state.value}, takes effect on {when} unless another member stops it: {question.title}"
    return Result(line, text, applied=True, effects=(Put(question), *told), question=question)


def _opens(question: Question, turn: Turn) -> Told:
    return Told(
        id=opening(question),
        at=turn.event.at,
        name="agreed",
        procedure=DECISION,
        by=turn.member.id,
        reason=question.reason,
        question=question.id,
    )


def _stop(line: str, command: Command, question: Question, turn: Turn) -> Result:
    """Stop what is agreed: it waits for all. Whoever agreed takes back their own word only."""
    member, at = turn.member.id, turn.event.at
    own = member in council.agreeing(question)
    stopped = Told(
        id=derive("stopped", turn.event.id, question.id),
        at=at,
        name="stopped",
        procedure=DECISION,
        case=derive("case", DECISION, opening(question)),
        by=member,
        reason=command.reason,
        question=question.id,
    )
    votes = tuple(vote for vote in question.votes if vote.member != member)
    objection = None if own else Objection(member, at, command.reason)
    question = replace(
        question,
        state=QuestionState.PENDING,
        votes=votes,
        objection=objection,
        decided=None,
        decided_by=None,
        effective=None,
        reason="",
    )
    rest = "you took back your word" if own else _waits_for(question, turn)
    text = f"stopped, {rest}: {question.title}"
    effects = (Put(question), Tell(stopped))
    return Result(line, text, applied=True, effects=effects, question=question)


def _waits_for(question: Question, turn: Turn) -> str:
    need = council.needed(question, turn.today, turn.facts)
    among = len(council.may_decide(question, turn.today, turn.facts))
    return f"it now waits until {need} of the {among} members who may decide say the same"


def _undo(line: str, command: Command, question: Question, turn: Turn) -> Result:
    """B4: take back what took effect. The procedure knows how, and opens the question again."""
    if question.case is None:
        at, member = turn.event.at, turn.member.id
        effects: tuple[Effect, ...] = (
            council.reopened(question, member, at, command.reason, turn.facts),
        )
    else:
        effects = _tell("undone", question, command, turn)
    told = " unless another letter says why it could not be" if question.case else ""
    text = f"taken back{told} ({undoing.way(question)}): {question.title}"
    return Result(line, text, applied=True, effects=effects, question=question)


def _tell(name: str, question: Question, command: Command, turn: Turn) -> tuple[Tell, ...]:
    if question.case is None:
        return ()
    told = Told(
        id=derive("told", turn.event.id, name, question.id, command.step),
        at=turn.event.at,
        name=name,
        procedure=question.procedure,
        case=question.case,
        by=turn.member.id,
        reason=command.reason,
        fields=Fields(steps=(command.step,) if command.step else ()),
        question=question.id,
    )
    return (Tell(told),)


def _shown(line: str, _command: Command, question: Question, _turn: Turn) -> Result:
    words = "; ".join(f"{label}: {value}" for label, value in question.facts)
    return Result(line, f"{question.title}. {words}", applied=True, question=question)


_VERBS: Mapping[Verb, Callable[[str, Command, Question, Turn], Result]] = {
    Verb.APPROVE: _decide,
    Verb.REJECT: _decide,
    Verb.LATER: _later,
    Verb.DONE: _done,
    Verb.SHOW: _shown,
    Verb.WHY: _explained,
    Verb.STOP: _stop,
    Verb.UNDO: _undo,
}
