"""S9: a relationship is a commitment of one year (R3); both are asked how it goes on (R4).

Both extend: another year. Either wants a change: the procedure "change" is told. Either ends it:
it ends kindly. Silence goes to the council. One case follows a pair through all its years.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from mailer.rules import council, undoing_pairs
from mailer.rules.effects import Appointment, Decision, Effect, Note, Put, Send, Tell
from mailer.rules.events import Due, Event, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.pair_cases import (
    MENTEE,
    MENTOR,
    case_of_pair,
    meeting_told,
    names_of,
    other_of,
    others,
    pair_of,
    role_of,
)
from mailer.rules.pairs import AFTER_THE_YEAR, BY_THE_MENTOR, ended
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Mentorship
from mailer.rules.renewal import CHANGE, END, EXTEND, renewal_question
from mailer.rules.year import back, next_review, opened, review_after

NAME = "commitment"
RUNNING, ASKED, OVERDUE, CHANGING, OVER = "running", "asked", "overdue", "changing", "over"
_AT_LEAST = timedelta(days=7)
"""Between two letters about one year, also where the first one went out late."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """`pair` is the relationship's id, `answers` what each side said for the coming review.

    `before` is the review day that the council moved on.
    """

    pair: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    before: date | None = None


CommitmentCase = Case[Commitment]


def began(case: CommitmentCase, event: Told, facts: Facts) -> Decision:
    """Follow a pair from here on; one without any date is counted from today."""
    pair = facts.roster.mentorship(event.pair)
    if pair is None or pair.until is not None:
        return Decision(outcome="no_action")
    day = facts.policy.day(event.at)
    review = pair.review
    notes: tuple[Effect, ...] = ()
    if review is None or review <= day:
        review = review_after(pair.since or day, day, facts.policy)
    if pair.since is None and pair.review is None:
        words = f"{names_of(pair, facts)}: no date is known, their year is counted from today"
        notes = (Note(NAME, words, pair.mentee, news=True),)
    known = replace(pair, review=review)
    parties = {MENTOR: pair.mentor, MENTEE: pair.mentee}
    new = _running(replace(case, parties=parties, data=Commitment(pair.id)), known, facts)
    put = () if known == pair else (Put(known),)
    return Decision(new, (*put, *notes, _tell_meeting("began", event, pair)))


def ask(case: CommitmentCase, event: Due, facts: Facts) -> Decision:
    """Ask both sides, 30 days before the review day; a break of either is waited for."""
    pair, policy = pair_of(case, facts), facts.policy
    day = policy.day(event.at)
    if after := back(pair, facts.roster, day):
        return Decision(replace(case, due={"ask": policy.morning(after)}))
    again = max(_review(pair), day + _AT_LEAST)
    asked = replace(case, state=ASKED, due={"again": policy.morning(again)})
    return Decision(asked, _letters(asked, pair, facts, again=False))


def over(case: CommitmentCase, event: Due, facts: Facts) -> Decision:
    """In a programme of one commitment the pair ends on its last day, with thanks to both."""
    return _over(case, event, facts, "ended as agreed", listed=False)


def ask_again(case: CommitmentCase, event: Due, facts: Facts) -> Decision:
    """Ask once more, on the review day, whoever has not answered."""
    pair, policy = pair_of(case, facts), facts.policy
    day = policy.day(event.at)
    if after := back(pair, facts.roster, day):
        return Decision(replace(case, due={"again": policy.morning(after)}))
    silence = max(_review(pair), day) + policy.renewal_silent
    asked = replace(case, due={"silence": policy.morning(silence)})
    return Decision(asked, _letters(asked, pair, facts, again=True))


def silent(case: CommitmentCase, event: Due, facts: Facts) -> Decision:
    """Silence goes to the council, and so does a change that nobody has arranged."""
    late = replace(case, state=OVERDUE, due={})
    question = renewal_question(late, event, facts, wanted=case.state == CHANGING)
    return Decision(late, council.ask_or_update(facts.question_of(case.id, NAME), question))


def answered(case: CommitmentCase, event: Said, facts: Facts) -> Decision:
    """One side says how it goes on; what either wants counts at once, another year needs both."""
    role, answer = role_of(case, event.person), event.fields.answer
    if answer == EXTEND:
        return _extends(case, role, event, facts)
    if answer == CHANGE:
        return _wants_change(case, role, event, facts)
    if answer == END:
        return _ends(case, role, event, facts)
    return Decision(effects=(_to_writer("commitment/unread.sender", case, event, facts),))


def said_while_changing(case: CommitmentCase, event: Said, facts: Facts) -> Decision:
    """A further word while a change is being arranged: an end ends it, all else is news."""
    role = role_of(case, event.person)
    if event.fields.answer == END:
        return _ends(case, role, event, facts)
    name, answer = facts.roster.name(event.speaker), event.fields.answer or "something else"
    words = f"{names_of(pair_of(case, facts), facts)}: {name} wrote again, to {answer}"
    letter = _to_writer("commitment/passed_on.sender", case, event, facts)
    return Decision(effects=(Note(NAME, words, event.speaker, news=True), letter))


def unplaced(case: CommitmentCase, event: Said, facts: Facts) -> Decision:
    """It is not plain which pair is meant: the writer is asked, and nothing is guessed."""
    names = others(facts, event.person)
    asks = Asks(NAME, intents=(Intent.RENEWAL,)) if names else None
    context = {"others": names}
    template = "commitment/which.sender" if names else "commitment/no_pair.sender"
    letter = Send(template, event.person, None, context if names else {}, asks, event.source)
    return Decision(effects=(letter,), outcome="needs_review")


def approved(case: CommitmentCase, event: Told, facts: Facts) -> Decision:
    """The council lets a silent pair go on for another year."""
    return Decision(*_another_year(case, event, facts))


def rejected(case: CommitmentCase, event: Told, facts: Facts) -> Decision:
    """The council ends a silent pair; the mentee is put on the list of open assignments."""
    return _over(case, event, facts, AFTER_THE_YEAR, listed=True)


def stopped(case: CommitmentCase, event: Told, facts: Facts) -> Decision:
    """Another procedure ended the relationship: nothing is asked any more."""
    pair = facts.roster.mentorship(case.data.pair)
    over = replace(case, state=OVER, due={}, closed=event.at)
    gone = _withdrawn(case, event, facts, "the relationship has ended")
    told = (_tell_meeting("ended", event, pair),) if pair else ()
    return Decision(over, (*gone, *told))


def _extends(case: CommitmentCase, role: str, event: Said, facts: Facts) -> Decision:
    known = _with_answer(case, role, EXTEND)
    if known.data.answers.get(other_of(role)) == EXTEND:
        return Decision(*_another_year(known, event, facts))
    letter = _to_writer("commitment/noted.sender", known, event, facts)
    return Decision(known, (*_updated(known, event, facts), letter))


def _another_year(
    case: CommitmentCase, event: Said | Told, facts: Facts
) -> tuple[CommitmentCase, tuple[Effect, ...]]:
    """Both agreed, or the council did: the review day moves on by one commitment."""
    pair = pair_of(case, facts)
    longer = replace(pair, review=next_review(pair, facts.policy))
    before = pair.review if isinstance(event, Told) else None
    again = _running(replace(case, data=Commitment(pair.id, before=before)), longer, facts)
    gone = _withdrawn(case, event, facts, "both extended") if isinstance(event, Said) else ()
    letters = (
        replace(_letter(again, role, longer, facts, "extended"), thread=_thread(case, role, event))
        for role in (MENTOR, MENTEE)
    )
    words = f"{names_of(pair, facts)} go on until {_review(longer).isoformat()}"
    note = Note(NAME, words, pair.mentee, news=True)
    return again, (Put(longer), *gone, note, *letters)


def _wants_change(case: CommitmentCase, role: str, event: Said, facts: Facts) -> Decision:
    """S11: the procedure "change" goes on; the other side gets words that say nothing of why."""
    pair, policy = pair_of(case, facts), facts.policy
    look = policy.morning(policy.day(event.at) + policy.placement)
    changing = replace(_with_answer(case, role, CHANGE), state=CHANGING, due={"look": look})
    told = Told(
        id=derive("wanted", event.id, pair.id),
        at=event.at,
        name="wanted",
        procedure="change",
        about=pair.mentee,
        by=event.speaker,
        reason=event.fields.reason or "",
        source=event.source,
        pair=pair.id,
    )
    gone = _withdrawn(case, event, facts, "one side wants a change")
    writer = _to_writer("commitment/changing.sender", changing, event, facts)
    other = _letter(changing, other_of(role), pair, facts, "reviewed")
    return Decision(changing, (*gone, Tell(told), writer, other))


def _ends(case: CommitmentCase, role: str, event: Said, facts: Facts) -> Decision:
    """End it kindly; a mail that answers no letter of ours is asked to say so once more."""
    asks = event.answers.asks if event.answers else None
    if asks is None or Intent.RENEWAL not in asks.intents:
        letter = _to_writer("commitment/sure.sender", case, event, facts)
        return Decision(effects=(letter,), outcome="needs_review")
    reason = BY_THE_MENTOR if role == MENTOR else "ended at the review by the mentee"
    # A mentee who ends it has finished; whoever wants another mentor says "change".
    return _over(case, event, facts, reason, listed=role == MENTOR)


def _over(
    case: CommitmentCase, event: Event, facts: Facts, reason: str, *, listed: bool
) -> Decision:
    """End the relationship; `stopped` then closes the case."""
    pair = pair_of(case, facts)
    letters = tuple(
        replace(
            _letter(case, role, pair, facts, "over", listed=listed),
            asks=None,
            thread=_thread(case, role, event),
        )
        for role in (MENTOR, MENTEE)
    )
    words = f"{names_of(pair, facts)}: the relationship has ended"
    note = Note(NAME, words, pair.mentee, news=True)
    listing = (opened(pair, event, reason),) if listed else ()
    gone = ended(pair, facts.policy.day(event.at), reason, event.at)
    return Decision(case, (*gone, note, *letters, *listing))


def _running(case: CommitmentCase, pair: Mentorship, facts: Facts) -> CommitmentCase:
    policy, review = facts.policy, _review(pair)
    if policy.commitment_end == "end":
        return replace(case, state=RUNNING, due={"over": policy.morning(review)})
    asked = policy.morning(review - policy.renewal_before)
    return replace(case, state=RUNNING, due={"ask": asked})


def _letters(
    case: CommitmentCase, pair: Mentorship, facts: Facts, *, again: bool
) -> tuple[Send, ...]:
    silent = (role for role in (MENTOR, MENTEE) if role not in case.data.answers)
    return tuple(
        replace(_letter(case, role, pair, facts, "ask", again=again), reminder=True)
        for role in silent
    )


def _letter(
    case: CommitmentCase, role: str, pair: Mentorship, facts: Facts, what: str, **more: Any
) -> Send:
    """Write to one side. While the case is open every letter can be answered."""
    other = facts.roster.name(case.parties[other_of(role)])
    dated = what in {"ask", "extended"}
    shown = {"review": _review(pair)} if dated else {}
    title = f"Review of the year with {other}"
    day = Appointment(derive("review", pair.id), _review(pair), title) if dated else None
    return Send(
        f"commitment/{what}.{role}",
        to=case.parties[role],
        context={"other": other, **shown, **more},
        asks=Asks(NAME, case.id, (Intent.RENEWAL,)),
        appointment=day,
    )


def _to_writer(template: str, case: CommitmentCase, event: Said, facts: Facts) -> Send:
    other = facts.roster.name(case.parties[other_of(role_of(case, event.person))])
    asks = Asks(NAME, case.id, (Intent.RENEWAL,))
    return Send(template, event.person, None, {"other": other}, asks, event.source)


def _thread(case: CommitmentCase, role: str, event: Event) -> Any:
    """Return the mail that a letter to this side answers, if that side wrote it."""
    own = isinstance(event, Said) and event.speaker == case.parties[role]
    return event.source if isinstance(event, Said) and own else None


def _updated(case: CommitmentCase, event: Said, facts: Facts) -> tuple[Effect, ...]:
    known = facts.question_of(case.id, NAME)
    return council.update(known, renewal_question(case, event, facts, wanted=False))


def _withdrawn(
    case: CommitmentCase, event: Said | Told, facts: Facts, why: str
) -> tuple[Effect, ...]:
    by = event.speaker if isinstance(event, Said) else event.by
    return council.withdraw(facts.question_of(case.id, NAME), event.at, by, why)


def _with_answer(case: CommitmentCase, role: str, answer: str) -> CommitmentCase:
    return replace(case, data=replace(case.data, answers={**case.data.answers, role: answer}))


def _tell_meeting(name: str, event: Event, pair: Mentorship) -> Tell:
    told = meeting_told(pair.id, name, event.id)
    about, pair_id = pair.mentee, pair.id
    return Tell(Told(told, event.at, name, "meeting", about=about, pair=pair_id))


def _review(pair: Mentorship) -> date:
    if pair.review is None:
        raise ValueError(f"relationship {pair.id} has no review day")
    return pair.review


def _finds(event: Event, facts: Facts) -> CommitmentCase | None:
    return case_of_pair(NAME, event, facts)


PROCEDURE = Procedure(
    name=NAME,
    title="The year of a pair, and the next one",
    data=Commitment,
    hears={Intent.RENEWAL: Hears("extend, change or end", "the mentor or the mentee of a pair")},
    steps={
        (NONE, "began"): began,
        (NONE, "renewal"): unplaced,
        (RUNNING, "due:ask"): ask,
        (RUNNING, "due:over"): over,
        (ASKED, "due:again"): ask_again,
        (ASKED, "due:silence"): silent,
        (CHANGING, "due:look"): silent,
        (CHANGING, "renewal"): said_while_changing,
        **{(state, "renewal"): answered for state in (RUNNING, ASKED, OVERDUE)},
        **{(state, "ended"): stopped for state in (RUNNING, ASKED, OVERDUE, CHANGING)},
        (OVERDUE, "approved"): approved,
        (OVERDUE, "rejected"): rejected,
        **undoing_pairs.of_a_renewal(RUNNING, OVER, OVERDUE),
    },
    states={
        RUNNING: "the year runs; both are asked before its end",
        ASKED: "both were asked how they go on",
        OVERDUE: "the council decides how they go on",
        CHANGING: "one side wants a change, which is being arranged",
        OVER: "the relationship has ended",
    },
    finds=_finds,
)
