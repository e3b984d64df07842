"""S19: the yearly round of feedback, started by the council; totals with a small-number guard.

One case for the programme, which goes from round to round. A round asks both sides of every pair;
it is begun by a member's mail after a preview (E24), by the operator, or by a yearly question.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mailer.rules.dates import local
from mailer.rules.effects import Ask, Decision, Effect, Note, Send, Tell
from mailer.rules.events import Due, Said, Told
from mailer.rules.facts import Facts, Policy
from mailer.rules.feedback_totals import asked_pairs, asked_people, totals
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import ANY, NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Question

NAME = "feedback_round"
FEEDBACK = "feedback"
IDLE, PROPOSED, OPEN = "idle", "proposed", "open"


@dataclass(frozen=True, slots=True)
class Round:
    """`started` is the day of the last round, `asked` how many letters it sent.

    `by` asked for a round and has not confirmed it yet.
    """

    started: date | None = None
    asked: int = 0
    by: str | None = None


RoundCase = Case[Round]


def started(case: RoundCase, event: Told, facts: Facts) -> Decision:
    """Begin to look at the calendar: the programme's one case."""
    return Decision(_idle(case, event.at, facts))


def look(case: RoundCase, event: Due, facts: Facts) -> Decision:
    """In the month that the settings name, ask the council once a year whether to begin."""
    again = _idle(case, event.at, facts)
    day = facts.policy.day(event.at)
    past = case.data.started
    if day.month != facts.policy.feedback_month or (past is not None and past.year == day.year):
        return Decision(again)
    letters = _size(facts, day)
    question = Question(
        id=derive("question", NAME, case.id, day.year),
        kind=NAME,
        title=f"Begin the yearly feedback round of {day.year}?",
        procedure=NAME,
        case=case.id,
        asked=event.at,
        facts=(("Letters", str(letters)), ("Open for", f"{facts.policy.feedback_open.days} days")),
        rule="R18: a feedback round once a year, for mentors and for mentees",
        approve=f"{letters} letters with questions go out, one a day to each person",
        silence="no round begins",
    )
    return Decision(again, (Ask(question, again=True),))


def asked_for(case: RoundCase, event: Said, facts: Facts) -> Decision:
    """A member asks for a round: a preview, to be confirmed by the same member (E24)."""
    day = facts.policy.day(event.at)
    member = facts.roster.person(event.speaker)
    if member is None or not member.on_council(day):
        letter = Send("feedback_round/not_yours.sender", event.person, thread=event.source)
        return Decision(effects=(letter,), outcome="no_action")
    if case.state in {NONE, OPEN}:
        context = {"running": case.state == OPEN}
        letter = Send(
            "feedback_round/not_now.council", member.id, None, context, None, event.source
        )
        return Decision(effects=(letter,), outcome="no_action")
    lapse = event.at + facts.policy.token_lives
    proposed = replace(
        case, state=PROPOSED, data=replace(case.data, by=member.id), due={"lapse": lapse}
    )
    pairs = asked_pairs(facts.roster, day, facts.policy)
    shown = {
        "letters": _size(facts, day),
        "pairs": len(pairs),
        "until": facts.policy.day(event.at + facts.policy.feedback_open),
    }
    asks = Asks(NAME, case.id, (Intent.YES, Intent.NO))
    preview = Send("feedback_round/preview.council", member.id, None, shown, asks, event.source)
    return Decision(proposed, (preview,))


def confirmed(case: RoundCase, event: Said, facts: Facts) -> Decision:
    """The member who asked for it confirms the preview."""
    if event.speaker != case.data.by or not _sits(event, facts):
        letter = Send("feedback_round/not_yours.sender", event.person, thread=event.source)
        return Decision(effects=(letter,), outcome="no_action")
    after, effects = _begun(case, event, facts)
    context = {"letters": after.data.asked, "until": _until(after, facts)}
    letter = Send("feedback_round/begun.council", event.person, None, context, None, event.source)
    return Decision(after, (*effects, letter))


def dropped(case: RoundCase, event: Said, facts: Facts) -> Decision:
    """The member would rather not begin it."""
    if event.speaker != case.data.by:
        letter = Send("feedback_round/not_yours.sender", event.person, thread=event.source)
        return Decision(effects=(letter,), outcome="no_action")
    letter = Send("feedback_round/dropped.council", event.person, thread=event.source)
    return Decision(_idle(case, event.at, facts), (letter,))


def lapsed(case: RoundCase, event: Due, facts: Facts) -> Decision:
    """Nobody confirmed the preview."""
    return Decision(_idle(case, event.at, facts))


def begin(case: RoundCase, event: Told, facts: Facts) -> Decision:
    """The council approved it, or the operator began it."""
    return Decision(*_begun(case, event, facts))


def close(case: RoundCase, event: Due, facts: Facts) -> Decision:
    """Write the totals to each member; what concerns a member is not in their letter."""
    answers, day = facts.open_of(FEEDBACK), facts.policy.day(event.at)
    letters = tuple(
        Send(
            "feedback_round/totals.council",
            to=member.id,
            context={
                "day": case.data.started,
                "guard": facts.policy.feedback_guard,
                "sides": totals(answers, member.id, facts.roster, facts.policy.feedback_guard),
            },
        )
        for member in facts.roster.council(day)
    )
    return Decision(_idle(case, event.at, facts), letters)


def _begun(
    case: RoundCase, event: Said | Told, facts: Facts
) -> tuple[RoundCase, tuple[Effect, ...]]:
    policy = facts.policy
    day = policy.day(event.at)
    asked = tuple(
        Tell(
            Told(
                id=derive("asked", case.id, day.isoformat(), pair.id, side),
                at=event.at,
                name="asked",
                procedure=FEEDBACK,
                about=author,
                by=about,
                reason=side,
                pair=pair.id,
            )
        )
        for pair in asked_pairs(facts.roster, day, policy)
        for side, author, about in asked_people(pair, facts.roster, day)
    )
    data = Round(day, len(asked))
    due = {"close": policy.morning(day + policy.feedback_open)}
    note = Note(NAME, f"The feedback round has begun: {len(asked)} letters", news=True)
    return replace(case, state=OPEN, data=data, due=due), (note, *asked)


def _until(case: RoundCase, facts: Facts) -> date:
    return facts.policy.day(case.due["close"])


def _idle(case: RoundCase, at: datetime, facts: Facts) -> RoundCase:
    """Look again on the first morning of the next month."""
    data = replace(case.data, by=None)
    return replace(case, state=IDLE, data=data, due={"look": _next_month(at, facts.policy)})


def _next_month(at: datetime, policy: Policy) -> datetime:
    day = policy.day(at)
    year, month = divmod(day.year * 12 + day.month, 12)
    return local(date(year, month + 1, 1), policy.digest_at, policy.zone)


def _size(facts: Facts, day: date) -> int:
    pairs = asked_pairs(facts.roster, day, facts.policy)
    return sum(len(asked_people(pair, facts.roster, day)) for pair in pairs)


def _sits(event: Said, facts: Facts) -> bool:
    member = facts.roster.person(event.speaker)
    return member is not None and member.on_council(facts.policy.day(event.at))


PROCEDURE = Procedure(
    name=NAME,
    title="The yearly round of feedback",
    data=Round,
    hears={
        Intent.FEEDBACK_ROUND: Hears("start feedback", "a member of the council"),
        Intent.YES: Hears("yes, to our preview", "the member who asked for the round"),
        Intent.NO: Hears("no, to our preview", "the member who asked for the round"),
    },
    steps={
        (NONE, "started"): started,
        (NONE, "feedback_round"): asked_for,
        (ANY, "feedback_round"): asked_for,
        (IDLE, "due:look"): look,
        (IDLE, "approved"): begin,
        (IDLE, "start"): begin,
        (PROPOSED, "yes"): confirmed,
        (PROPOSED, "no"): dropped,
        (PROPOSED, "due:lapse"): lapsed,
        (OPEN, "due:close"): close,
    },
    states={
        IDLE: "no round is open",
        PROPOSED: "a member was sent the preview and is to confirm it",
        OPEN: "a round is open",
    },
    sees=frozenset({FEEDBACK, NAME}),
    finds=lambda _event, facts: next(iter(facts.open_of(NAME)), None),
)
