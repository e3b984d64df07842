"""B4 for decisions that ended, changed or prolonged a relationship of a mentor and a mentee."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from mailer.rules import council, pairs, placing, standing
from mailer.rules.effects import Decision, Effect, Put, Send, Tell
from mailer.rules.events import Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.pair_cases import MEETING, meeting_told
from mailer.rules.procedure import Rule
from mailer.rules.records import Asks, Case, Mentorship, QuestionState
from mailer.rules.undoing import OTHERWISE, UNDONE, refused

_GONE = "the records are no longer there"


def of_a_change(granted: str, refused_in: str, back_to: str) -> dict[tuple[str, str], Rule]:
    """Return the steps that take back what was decided on the wish for another mentor."""
    rule = partial(_change, back_to=back_to)
    return {(granted, UNDONE): rule, (refused_in, UNDONE): rule, **OTHERWISE}


def of_a_renewal(running: str, over: str, back_to: str) -> dict[tuple[str, str], Rule]:
    """Return the steps that take back how the council decided on a silent pair."""
    return {
        (running, UNDONE): partial(_renewed, back_to=back_to),
        (over, UNDONE): partial(_ended, back_to=back_to),
        **OTHERWISE,
    }


def of_a_replacement(replaced: str, back_to: str) -> dict[tuple[str, str], Rule]:
    """Return the step that takes back that an inactive mentor was replaced."""
    return {(replaced, UNDONE): partial(_replaced, back_to=back_to), **OTHERWISE}


def _change(case: Case[Any], event: Told, facts: Facts, *, back_to: str) -> Decision:
    question, pair = facts.question_by(event.question), facts.roster.mentorship(case.data.pair)
    if question is None or pair is None or event.by is None:
        return refused(event, question, _GONE)
    granted = question.state is QuestionState.APPROVED
    if why := _cannot_run(pair, event, facts) if granted else _is_over(pair):
        return refused(event, question, why)
    opened = replace(case, state=back_to, closed=None, due={})
    names = {"mentee": facts.roster.name(pair.mentee), "mentor": facts.roster.name(pair.mentor)}
    writer = Send(
        "change/undone.sender", case.data.by, context={**names, "granted": granted},
        asks=Asks(case.procedure, case.id, (Intent.TAKE_BACK,)),
    )  # fmt: skip
    effects: list[Effect] = [
        council.reopened(question, event.by, event.at, event.reason, facts),
        writer,
    ]
    if granted:
        other = pair.mentor if case.data.by == pair.mentee else pair.mentee
        effects += _running_again(pair, event)
        effects.append(Send("change/undone.party", other, context=names))
    return Decision(opened, tuple(effects))


def _renewed(case: Case[Any], event: Told, facts: Facts, *, back_to: str) -> Decision:
    """The year that the council added is taken back; both hear that it is looked at once more."""
    question, pair = facts.question_by(event.question), facts.roster.mentorship(case.data.pair)
    if question is None or pair is None or event.by is None or case.data.before is None:
        return refused(event, question, _GONE)
    if why := _is_over(pair):
        return refused(event, question, why)
    before = replace(pair, review=case.data.before)
    data = replace(case.data, before=None)
    opened = replace(case, state=back_to, due={}, data=data)
    again = council.reopened(question, event.by, event.at, event.reason, facts)
    return Decision(opened, (again, Put(before), *_to_both(opened, pair, facts, over=False)))


def _ended(case: Case[Any], event: Told, facts: Facts, *, back_to: str) -> Decision:
    """The pair that the council ended is one again, where nobody else was asked meanwhile."""
    question, pair = facts.question_by(event.question), facts.roster.mentorship(case.data.pair)
    if question is None or pair is None or event.by is None:
        return refused(event, question, _GONE)
    if question.state is QuestionState.APPROVED:
        return refused(event, question, "the relationship has ended since")
    if why := _cannot_run(pair, event, facts):
        return refused(event, question, why)
    opened = replace(case, state=back_to, closed=None, due={})
    meets = Told(
        id=meeting_told(pair.id, "began", event.id),
        at=event.at,
        name="began",
        procedure=MEETING,
        about=pair.mentee,
        pair=pair.id,
    )
    effects: tuple[Effect, ...] = (
        council.reopened(question, event.by, event.at, event.reason, facts),
        Put(replace(pair, until=None, reason="")),
        Tell(meets),
        _listed_no_more(pair, event),
        *_to_both(opened, pair, facts, over=True),
    )
    return Decision(opened, effects)


def _replaced(case: Case[Any], event: Told, facts: Facts, *, back_to: str) -> Decision:
    question = facts.question_by(event.question)
    found = (facts.roster.mentorship(pair) for pair in case.data.pairs)
    ended = [pair for pair in found if pair is not None and pair.until is not None]
    if question is None or event.by is None or not ended:
        return refused(event, question, _GONE)
    why = [_cannot_run(pair, event, facts) for pair in ended]
    back = _with_room([p for p, no in zip(ended, why, strict=True) if not no], facts)
    if not back:
        return refused(event, question, next(filter(None, why), "no place is free any more"))
    mentor = ended[0].mentor
    mentees = tuple(facts.roster.name(pair.mentee) for pair in back)
    asks = Asks(case.procedure, case.id, (Intent.YES, Intent.NO))
    effects: list[Effect] = [
        council.reopened(question, event.by, event.at, event.reason, facts),
        Send("inactivity/undone.mentor", mentor, None, {"mentees": mentees}, asks),
    ]
    for pair in back:
        effects += _running_again(pair, event)
        context = {"other": facts.roster.name(mentor)}
        effects.append(Send("inactivity/undone.mentee", to=pair.mentee, context=context))
    return Decision(replace(case, state=back_to, closed=None, due={}), tuple(effects))


def _cannot_run(pair: Mentorship, event: Told, facts: Facts) -> str:
    """Return why a relationship that ended cannot run again, or ""."""
    roster, day = facts.roster, facts.policy.day(event.at)
    mentee, mentor = roster.name(pair.mentee), roster.name(pair.mentor)
    search = next(
        (c for c in facts.open_of(placing.ASSIGNMENT) if c.parties.get("mentee") == pair.mentee),
        None,
    )
    held = placing.held_places(facts.cases, search.id if search else "")
    serving = standing.serving(roster, pair.mentor, day)
    reasons = (
        (pair.until is None, f"{mentor} and {mentee} are a pair"),
        (roster.running(pair.mentee) is not None, f"{mentee} has another mentor by now"),
        (not standing.active(roster.person(pair.mentee), day), f"{mentee} has left"),
        (serving is None, f"{mentor} is no mentor any more"),
        (
            search is not None and search.state in placing.HOLDING,
            f"another mentor has been asked for {mentee} meanwhile",
        ),
        (
            serving is not None and not placing.free_places(roster, serving, held),
            f"all places of {mentor} are taken by now",
        ),
    )
    return next((words for holds, words in reasons if holds), "")


def _is_over(pair: Mentorship) -> str:
    return "the relationship has ended since" if pair.until is not None else ""


def _with_room(back: Iterable[Mentorship], facts: Facts) -> list[Mentorship]:
    """Return as many of one mentor's relationships as there are free places."""
    found = list(back)
    mentor = facts.roster.mentor(found[0].mentor) if found else None
    if mentor is None:
        return []
    held = placing.held_places(facts.cases)
    return found[: placing.free_places(facts.roster, mentor, held)]


def _running_again(pair: Mentorship, event: Told) -> tuple[Effect, ...]:
    """Let a relationship run on, with its year, and take the mentee off the open list."""
    began = derive("began", pair.id, event.id)
    told = Told(
        began, event.at, "began", pairs.COMMITMENT, about=pair.mentee, by=pair.mentor, pair=pair.id
    )
    again = Put(replace(pair, until=None, reason=""))
    return (again, Tell(told), _listed_no_more(pair, event))


def _listed_no_more(pair: Mentorship, event: Told) -> Tell:
    told = derive("closed", event.id, pair.id)
    return Tell(Told(told, event.at, "closed", placing.ASSIGNMENT, about=pair.mentee))


def _to_both(case: Case[Any], pair: Mentorship, facts: Facts, *, over: bool) -> tuple[Send, ...]:
    """Tell both that what they were written about their year is taken back."""
    asks = Asks(case.procedure, case.id, (Intent.RENEWAL,))
    sides = (("mentor", pair.mentor, pair.mentee), ("mentee", pair.mentee, pair.mentor))
    return tuple(
        Send(
            f"commitment/undone.{role}",
            to=person,
            context={"other": facts.roster.name(other), "over": over},
            asks=asks,
        )
        for role, person, other in sides
    )
