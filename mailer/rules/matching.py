"""The moves of an open assignment: offered, taken, put back on the list, begun, closed.

Each returns the case as it then is and what shall happen. Who may make a move is decided in
`mailer.rules.procedures.assignment`.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from mailer.rules import council, pairs, placing
from mailer.rules.assigning import (
    BEGUN,
    CLOSED,
    MENTEE,
    MENTOR,
    NAME,
    OPEN,
    STANDING_IN,
    WITHDRAWN,
    Asked,
    Assignment,
    AssignmentCase,
    approval,
    asks,
    consent,
    day_of,
    introductions,
    listed,
    mentee_of,
    mentor_of,
    morning,
    obstacle,
    profile,
    to_mentee,
    to_mentor,
    wanted,
)
from mailer.rules.effects import Decision, Effect, Note, Send
from mailer.rules.events import Event, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.placing import AGREED, HOLDING, OFFERED, TAKEN
from mailer.rules.records import Mentorship
from mailer.rules.year import review_after

_AGAIN = "listed_again"
_REMIND_AFTER = 2 / 3
"""The part of the time for approving after which the mentee is reminded."""


def take(case: AssignmentCase, mentor: str, event: Event, facts: Facts) -> Decision:
    """S7: a mentor takes the mentee, who is asked (R10)."""
    policy, day = facts.policy, day_of(event, facts)
    remind = timedelta(days=round(policy.approval_open.days * _REMIND_AFTER))
    taken = replace(
        case,
        state=TAKEN,
        data=_settled(case, without=mentor),
        parties={MENTEE: case.parties[MENTEE], MENTOR: mentor},
        due={
            **_kept(case),
            "remind": policy.morning(day + remind),
            "silent": morning(event, facts, "approval_open"),
        },
    )
    mentee, taker = mentee_of(taken, facts), mentor_of(taken, facts)
    told = to_mentor(
        taken,
        "taken",
        event,
        {"mentee": mentee.name, "until": policy.day(taken.due["silent"])},
        asks=asks(taken, Intent.TAKE_BACK),
    )
    said = consent(taker, f"would be the mentor of {mentee.name}", event)
    gone = unasked(case, event, facts, f"{taker.name} takes {mentee.name}")
    return Decision(taken, (*gone, said, approval(taken, event, facts), told))


def offer(
    case: AssignmentCase,
    mentor: str,
    event: Event,
    facts: Facts,
    reasons: tuple[str, ...],
    *,
    stand_in: bool = False,
) -> Decision:
    """Ask a mentor whether they take the mentee; an offer lasts a week."""
    offered = replace(
        case,
        state=OFFERED,
        data=replace(_settled(case), stand_in=stand_in),
        parties={MENTEE: case.parties[MENTEE], MENTOR: mentor},
        due={**_kept(case), "offer": morning(event, facts, "offer_open")},
    )
    context = {
        **profile(offered, facts),
        "reasons": reasons,
        "until": facts.policy.day(offered.due["offer"]),
        "days": facts.policy.temporary.days if stand_in else 0,
    }
    wanted = asks(offered, Intent.YES, Intent.NO)
    return Decision(offered, (to_mentor(offered, "offer", event, context, asks=wanted),))


def offer_accepted(case: AssignmentCase, event: Event, facts: Facts) -> Decision:
    """The mentor says yes to an offer: to stand in for a time, or for the mentee to approve."""
    mentor, mentee = mentor_of(case, facts), mentee_of(case, facts)
    if problem := obstacle(mentee, mentor.id, facts, day_of(event, facts), case):
        context = {"mentee": mentee.name, "reason": problem}
        return back(case, event, facts, (to_mentor(case, "not_possible", event, context),))
    if case.data.stand_in:
        return stand_in(case, event, facts)
    return take(case, mentor.id, event, facts)


def reasons(case: AssignmentCase, event: Told, facts: Facts) -> tuple[str, ...]:
    """Return why the mentor whom the event names fits this mentee."""
    held = placing.held_places(facts.cases, case.id)
    day = day_of(event, facts)
    found = placing.fit(wanted(case, facts), event.by or "", facts.roster, day, held)
    return found.reasons if found else ()


def back(
    case: AssignmentCase, event: Event, facts: Facts, effects: Iterable[Effect] = ()
) -> Decision:
    """Put the mentee back on the list; the first mentor who waits for them is next.

    The mentor of now is not proposed again. A temporary mentor stays until the time is over.
    """
    waiting = case.data.waiting
    declined = (*case.data.declined, case.parties[MENTOR])
    data = replace(_settled(case), declined=tuple(dict.fromkeys(declined)))
    gone = unasked(case, event, facts, "it is open again")
    free = replace(case, data=data, state=OPEN, parties={MENTEE: case.parties[MENTEE]}, due={})
    day, mentee = day_of(event, facts), mentee_of(case, facts)
    for mentor in waiting:
        if not obstacle(mentee, mentor, facts, day, case):
            after = take(replace(free, due=_kept(case)), mentor, event, facts)
            return replace(after, effects=(*effects, *after.effects))
    told = listed(free, event)
    return Decision(reopened(case, free, event, facts), (*gone, *effects, told))


def reopened(
    case: AssignmentCase, free: AssignmentCase, event: Event, facts: Facts
) -> AssignmentCase:
    """Return the case on the list again, or with its temporary mentor until the time is over."""
    standing = facts.roster.mentorship(case.data.pair)
    if standing is not None and standing.until is None and _AGAIN in case.due:
        parties = {**free.parties, MENTOR: standing.mentor}
        return replace(free, state=STANDING_IN, parties=parties, due=_kept(case))
    policy = facts.policy
    in_time = policy.morning(policy.day(case.opened + policy.placement))
    tomorrow = policy.morning(policy.day(event.at) + timedelta(days=1))
    return replace(free, due={"placement": max(in_time, tomorrow)})


def begin(case: AssignmentCase, event: Event, facts: Facts) -> Decision:
    """S8: both agree; the relationship begins, whatever relationship ran before ends (R3)."""
    day, mentee, mentor = day_of(event, facts), mentee_of(case, facts), mentor_of(case, facts)
    if problem := obstacle(mentee, mentor.id, facts, day, case):
        return cannot(case, event, facts, problem)
    review = review_after(day, day, facts.policy)
    pair = Mentorship(
        id=derive("pair", case.id, event.id),
        mentor=mentor.id,
        mentee=mentee.id,
        since=day,
        review=review,
    )
    begun = replace(
        case,
        state=BEGUN,
        data=replace(case.data, asked=Asked.NOTHING, waiting=()),
        due={},
        closed=event.at,
    )
    name = f"{mentor.name} is the mentor of {mentee.name} from {day.isoformat()}"
    effects: tuple[Effect, ...] = (
        *unasked(case, event, facts, name),
        *_over(mentee.id, event, facts, "a new mentor was found"),
        *pairs.begun(pair, event.at),
        consent(mentee, f"agreed to have {mentor.name} as a mentor", event),
        Note(NAME, name, mentee.id, news=True),
        *introductions(begun, event, facts, review, pair.id),
        *_to_the_others(case, facts, "found"),
    )
    return Decision(begun, effects)


def stand_in(case: AssignmentCase, event: Event, facts: Facts) -> Decision:
    """E14: a mentor stands in for a time; then the mentee is listed again (R24)."""
    day, mentee, mentor = day_of(event, facts), mentee_of(case, facts), mentor_of(case, facts)
    pair = Mentorship(
        id=derive("pair", case.id, event.id),
        mentor=mentor.id,
        mentee=mentee.id,
        since=day,
        temporary=True,
    )
    standing = replace(
        case,
        state=STANDING_IN,
        data=replace(_settled(case), pair=pair.id),
        due={_AGAIN: morning(event, facts, "temporary")},
    )
    effects: tuple[Effect, ...] = (
        *unasked(case, event, facts, f"{mentor.name} stands in"),
        *_over(mentee.id, event, facts, "a temporary mentor stands in"),
        *pairs.begun(pair, event.at),
        consent(mentor, f"stands in as a mentor of {mentee.name}", event),
        Note(NAME, f"{mentor.name} stands in as a mentor of {mentee.name}", mentee.id, news=True),
        *introductions(standing, event, facts, facts.policy.day(standing.due[_AGAIN])),
    )
    return Decision(standing, effects)


def agree(case: AssignmentCase, event: Event, facts: Facts) -> Decision:
    """Both agree on a later day: until then nothing begins (situation 10)."""
    begins = case.data.begins
    if begins is None or begins <= day_of(event, facts):
        return begin(case, event, facts)
    mentee, mentor = mentee_of(case, facts), mentor_of(case, facts)
    due = {**_kept(case), "start": facts.policy.morning(begins)}
    data = replace(case.data, asked=Asked.NOTHING)
    agreed = replace(case, state=AGREED, data=data, due=due)
    said = consent(mentee, f"agreed to have {mentor.name} as a mentor from {begins}", event)
    no = asks(agreed, Intent.NO)
    letters = (
        to_mentee(agreed, "agreed", event, {"mentor": mentor.name, "begins": begins}, asks=no),
        to_mentor(agreed, "agreed", event, {"mentee": mentee.name, "begins": begins}, asks=no),
    )
    return Decision(agreed, (said, *letters))


def cannot(case: AssignmentCase, event: Event, facts: Facts, problem: str) -> Decision:
    """What was agreed cannot be: the mentor is full by now, or is none any more."""
    mentee, mentor = mentee_of(case, facts), mentor_of(case, facts)
    letters: tuple[Effect, ...] = (
        to_mentee(case, "not_now", event, {"mentor": mentor.name}),
        to_mentor(case, "not_possible", event, {"mentee": mentee.name, "reason": problem}),
    )
    return back(case, event, facts, letters)


def end(
    case: AssignmentCase, event: Event, facts: Facts, state: str, effects: Iterable[Effect] = ()
) -> Decision:
    """Nobody looks for a mentor any more: close it, and tell the mentors who were asked."""
    closed = replace(
        case,
        state=state,
        data=replace(case.data, asked=Asked.NOTHING, waiting=()),
        due={},
        closed=event.at,
    )
    gone = unasked(case, event, facts, "a mentor is not looked for any more")
    mentee = mentee_of(case, facts).name
    asked = (
        (to_mentor(case, "found", event, {"mentee": mentee, "begun": False}),)
        if case.state in HOLDING
        else ()
    )
    temporary = (
        _temporary_over(case, event, facts, "the mentee looks no more")
        if state in {WITHDRAWN, CLOSED}
        else ()
    )
    others = _to_the_others(case, facts, "found", begun=False)
    return Decision(closed, (*gone, *effects, *asked, *temporary, *others))


def time_over(case: AssignmentCase, event: Event, facts: Facts) -> Decision:
    """The temporary mentor's time is over: on the list again, unless another one was asked."""
    over = _temporary_over(case, event, facts, "the temporary time was over")
    due = {name: at for name, at in case.due.items() if name != _AGAIN}
    data = replace(case.data, pair=None, urgent=True)
    if case.state != STANDING_IN:
        return Decision(replace(case, data=data, due=due), over)
    mentee, mentor = mentee_of(case, facts), mentor_of(case, facts)
    letters = (
        to_mentee(case, "time_over", event, {"mentor": mentor.name}, reminder=True),
        to_mentor(case, "time_over", event, {"mentee": mentee.name}, reminder=True),
    )
    free = replace(
        case,
        state=OPEN,
        data=data,
        parties={MENTEE: mentee.id},
        due={"placement": morning(event, facts, "placement")},
    )
    return Decision(free, (*over, *letters, listed(free, event)))


def unasked(case: AssignmentCase, event: Event, facts: Facts, why: str) -> tuple[Effect, ...]:
    """Take what the council is asked about this assignment out of its queue."""
    by = getattr(event, "speaker", None) or getattr(event, "by", None)
    return council.withdraw(facts.question_of(case.id, NAME), event.at, by, why)


def _settled(case: AssignmentCase, without: str | None = None) -> Assignment:
    """Return the data without what belonged to the mentor before and to the question about it."""
    waiting = tuple(one for one in case.data.waiting if one != without)
    data = replace(case.data, asked=Asked.NOTHING, proposed=None, waiting=waiting)
    return replace(data, stand_in=False, begins=None)


def _kept(case: AssignmentCase) -> dict[str, datetime]:
    """Return the deadline that a change of state leaves alone: the end of a temporary time."""
    return {name: at for name, at in case.due.items() if name == _AGAIN}


def _over(mentee: str, event: Event, facts: Facts, reason: str) -> tuple[Effect, ...]:
    running = facts.roster.running(mentee)
    if running is None:
        return ()
    return pairs.ended(running, day_of(event, facts), reason, event.at)


def _temporary_over(
    case: AssignmentCase, event: Event, facts: Facts, reason: str
) -> tuple[Effect, ...]:
    pair = facts.roster.mentorship(case.data.pair)
    if pair is None or pair.until is not None:
        return ()
    return pairs.ended(pair, day_of(event, facts), reason, event.at)


def _to_the_others(
    case: AssignmentCase, facts: Facts, letter: str, *, begun: bool = True
) -> tuple[Send, ...]:
    """Tell the mentors who waited for this mentee how it ended."""
    context = {"mentee": mentee_of(case, facts).name, "begun": begun}
    taken = case.parties.get(MENTOR)
    return tuple(
        Send(f"{NAME}/{letter}.mentor", to=mentor, context=context)
        for mentor in case.data.waiting
        if mentor != taken
    )
