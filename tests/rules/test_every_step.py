"""Every state of every procedure meets every event by everybody: a step, or a refusal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from mailer.rules.effects import Ask, Put, Send, Tell
from mailer.rules.engine import Ran, decide
from mailer.rules.events import Due, Event, Said, Told, Trust
from mailer.rules.fields import Command, Fields, Named, Verb
from mailer.rules.intents import Intent
from mailer.rules.procedures import PROCEDURES
from mailer.rules.records import Asks, Case, Question
from tests.builders import ANA, BO, CHI, EVA, NOW, PAST, said, sent, told
from tests.rules import worlds_council, worlds_going, worlds_mail, worlds_placing, worlds_year
from tests.rules.world import (
    World,
    accepted,
    answer,
    applied,
    asked,
    check,
    doubtful,
    started,
)

FIELDS = Fields(
    course="Coaching Training",
    effective_on=(NOW + timedelta(days=30)).date(),
    recommended=(Named("Chi", person="chi"), Named("Nobody")),
    steps=(1, 2, 99),
    commands=(Command("approve 1", Verb.APPROVE, (1,)),),
    about=Named("Ana Pop", person="ana"),
)
SPEAKERS = (ANA, BO, CHI, EVA, PAST, None)
EVENTS = sorted({name for procedure in PROCEDURES.values() for _, name in procedure.steps})
DEADLINES = [name.removeprefix("due:") for name in EVENTS if name.startswith("due:")]
OTHERS = {*Intent, "said", "bounced"}
TOLD = [name for name in EVENTS if not name.startswith("due:") and name not in OTHERS]
AGAIN = 11
"""Of so many events one is decided twice: nothing was changed by the first time."""
NAMES = [
    *(("said", intent) for intent in Intent),
    *(("told", name) for name in TOLD),
    *(("due", name) for name in (*DEADLINES, "unknown")),
]


def invited() -> World:
    world = started()
    world.happen(told("invited", "application", about="ana", by="bo"))
    return world


def resigning(*intents: Intent, approve: bool = False, later: bool = True) -> World:
    world = started()
    world.happen(said(Intent.RESIGNATION, "resignation", BO, inbox=5,
                      fields=FIELDS if later else Fields()))  # fmt: skip
    case = world.case_of("resignation")
    for number, intent in enumerate(intents):
        world.happen(said(intent, speaker=BO, case=case.id, inbox=6 + number))
    if approve:
        world.happen(told("approved", "resignation", case=case.id, by="eva"))
    return world


def ended(world: World, procedure: str, *events: Any) -> World:
    case = world.case_of(procedure)
    for event in events:
        world.happen(replace(event, case=case.id))
    return world


def finished() -> World:
    world = accepted()
    every = Fields(steps=tuple(range(1, 7)))
    return ended(world, "onboarding", told("step_done", "onboarding", by="eva", fields=every))


def chosen() -> World:
    world = doubtful()
    world.happen(answer(world, Intent.CHOICE, 1))
    return world


REJECTED = told("rejected", "", by="eva")
BACK = said(Intent.TAKE_BACK, inbox=9)
WORLDS = {
    ("application", ""): started,
    ("application", "interested"): applied,
    ("application", "completed"): asked,
    ("application", "invited"): invited,
    ("application", "approved"): accepted,
    ("application", "declined"): lambda: ended(asked(), "application", REJECTED),
    ("application", "withdrawn"): lambda: ended(asked(), "application", BACK),
    ("application", "closed"): lambda: ended(invited(), "application", said(Intent.NO, inbox=9)),
    ("onboarding", ""): started,
    ("onboarding", "open"): accepted,
    ("onboarding", "finished"): finished,
    ("onboarding", "stopped"): lambda: ended(accepted(), "onboarding", told("resigned", "")),
    ("resignation", ""): started,
    ("resignation", "announced"): resigning,
    ("resignation", "confirmed"): lambda: resigning(Intent.YES),
    ("resignation", "approved"): lambda: resigning(approve=True),
    ("resignation", "done"): lambda: resigning(approve=True, later=False),
    ("resignation", "taken_back"): lambda: resigning(Intent.TAKE_BACK),
    ("resignation", "kept"): lambda: ended(resigning(), "resignation", REJECTED),
    ("clarification", ""): started,
    ("clarification", "asked"): doubtful,
    ("clarification", "left"): lambda: doubtful(Intent.UNCLEAR),
    ("clarification", "answered"): chosen,
    ("clarification", "dropped"): lambda: doubtful(Intent.TAKE_BACK),
    ("clarification", "decided"): lambda: ended(
        doubtful(Intent.UNCLEAR), "clarification", REJECTED
    ),
    ("digest", ""): World,
    ("digest", "running"): asked,
    ("query", ""): asked,
    ("contact", ""): asked,
    **worlds_year.WORLDS,
    **worlds_council.WORLDS,
    **worlds_going.WORLDS,
    **worlds_mail.WORLDS,
    **worlds_placing.WORLDS,
}  # fmt: skip


def test_every_state_that_is_explained_is_walked() -> None:
    explained = {(p.name, state) for p in PROCEDURES.values() for state in (*p.states, "")}
    assert set(WORLDS) == explained


@pytest.mark.parametrize("place", WORLDS, ids="-".join)
def test_the_worlds_are_in_their_states(place: tuple[str, str]) -> None:
    assert state_of(*place)[1] == place[1]


def state_of(name: str, state: str) -> tuple[World, str, Case[Any] | None]:
    world = WORLDS[name, state]()
    cases = [case for case in world.cases.values() if case.procedure == name]
    if not state:
        return world, "", None
    [case] = cases
    return world, case.state, case


def events(name: str, case: Case[Any] | None) -> Iterator[Event]:
    """Give everything that can happen, by everybody, as sure or unsure as can be.

    What the procedure has no step for is a question for the council however sure it is: it comes
    surely and doubtfully only.
    """
    known = {what for _, what in PROCEDURES[name].steps}
    case_id = case.id if case else None
    letter = sent(EVA, asks=Asks("digest", case_id, (Intent.DECISION,), ((1, 1),)))
    plain = [(trust, (), None, answers) for trust, answers in product(Trust, (None, letter))]
    ways = [*plain, *((trust, (), "chi", letter) for trust in Trust),
            (Trust.AUTHENTICATED, ("a doubt",), None, None)]  # fmt: skip
    for (kind, what), speaker in product(NAMES, SPEAKERS):
        if kind != "said":
            continue
        for trust, doubts, witness, answers in ways if what in known else (ways[0], ways[-1]):
            yield said(what, name, speaker, trust, 77, case=case_id, doubts=doubts, fields=FIELDS,
                       witness=witness, answers=answers)  # fmt: skip
    for kind, what in NAMES:
        if kind == "told":
            yield told(what, name, case=case_id, about="ana", by="eva", fields=FIELDS)
        if kind == "due" and case_id is not None:
            yield Due(f"due-{what}", NOW + timedelta(days=40), what, case_id)


@pytest.mark.parametrize("place", WORLDS, ids="-".join)
def test_every_event_is_a_step_or_a_refusal(place: tuple[str, str]) -> None:
    world, _, case = state_of(*place)
    facts = world.facts()
    for number, event in enumerate(events(place[0], case)):
        ran = decide(PROCEDURES, event, facts, case)
        check(ran, facts.roster)
        if number % AGAIN == 0:
            assert decide(PROCEDURES, event, facts, case) == ran
        if isinstance(event, Said):
            said_by_somebody(event, ran)
        elif ran.decision.outcome == "no_action":
            nothing_changed(event, ran)


def said_by_somebody(event: Said, ran: Ran) -> None:
    effects = ran.decision.effects
    if ran.procedure == "contact":
        assert ran.decision.case is None
        assert not any(isinstance(effect, Put | Tell) for effect in effects)
        [question] = [effect.question for effect in effects if isinstance(effect, Ask)]
        assert question.case is None
        assert ran.decision.outcome == "needs_review"
        if event.doubts:
            sent = {effect.template for effect in effects if isinstance(effect, Send)}
            assert sent <= {"contact/confidential.sender"}
        return
    assert effects or ran.decision.case is not None
    acts_by_right(event, ran)


def acts_by_right(event: Said, ran: Ran) -> None:
    """Whoever is let through is known, is without doubts, is a party and has proven enough."""
    hears = PROCEDURES[ran.procedure].hears[event.intent]
    if event.speaker is None:
        # No letter of ours went to an address of theirs in these events: they change nothing.
        assert hears.strangers
        assert event.trust >= Trust.AUTHENTICATED
        assert not event.doubts
        assert not acts(ran)
        return
    assert not event.doubts or (hears.doubtful and not acts(ran))
    assert not ran.before.parties or event.speaker in ran.before.parties.values()
    own = event.answers is not None and event.answers.person == event.speaker
    assert event.trust >= hears.trust or (own and event.witness is None)
    changes = any(isinstance(effect, Put | Tell) for effect in ran.decision.effects)
    if event.intent is Intent.DECISION and changes:
        assert event.speaker == "eva"
        assert event.trust >= Trust.AUTHENTICATED
        assert event.answers is not None


def acts(ran: Ran) -> bool:
    """Say whether records are changed; a mail that is handed on may yet act there."""
    told_on = [e.event for e in ran.decision.effects if isinstance(e, Tell)]
    handed_on = [e for e in told_on if isinstance(e, Said) and e.doubts and not e.procedure]
    puts = [e.record for e in ran.decision.effects if isinstance(e, Put)]
    return len(handed_on) < len(told_on) or not all(isinstance(r, Question) for r in puts)


def nothing_changed(event: Due | Told | Event, ran: Ran) -> None:
    assert not any(isinstance(e, Put | Tell | Ask) for e in ran.decision.effects)
    after = ran.decision.case
    if after is None:
        return
    # A deadline that no line knows is struck, and nothing else is different.
    left = {
        name: at for name, at in ran.before.due.items() if name != getattr(event, "deadline", "")
    }
    assert replace(after, due={}, version=0) == replace(ran.before, due={}, version=0)
    assert after.due == left


@pytest.mark.parametrize("place", [place for place in WORLDS if place[1]], ids="-".join)
def test_a_closed_case_is_never_opened_again(place: tuple[str, str]) -> None:
    world, _, case = state_of(*place)
    assert case is not None
    if case.closed is None:
        return
    for event in events(place[0], case):
        after = decide(PROCEDURES, event, world.facts(), case).decision.case
        # Somebody who left and writes anew opens a case of their own.
        assert after is None or after.id != case.id or after.closed == case.closed
