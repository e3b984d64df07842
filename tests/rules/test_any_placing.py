"""Whoever asks, takes, agrees, declines, resigns or is silent, in any order: nobody is lost."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mailer.rules.events import Trust
from mailer.rules.fields import Command, Fields, Named, Verb
from mailer.rules.intents import Intent
from mailer.rules.records import Mentor, MentorState
from tests.builders import ANA, BO, CHI, EVA, FINN, NOW
from tests.rules.test_any_order import Play, look_at
from tests.rules.world import World
from tests.rules.worlds_placing import (
    GUS,
    agreed,
    left,
    looking,
    mentors,
    offered,
    planned,
    standing_in,
    taken,
)

FIELDS = st.builds(
    Fields,
    mentee=st.sampled_from(
        [
            (),
            (Named("Ana Pop", person="ana"),),
            (Named("Chi", person="chi"), Named("Ana", person="ana")),
            (Named("Bo", person="bo"),),
            (Named("Nobody"),),
        ]
    ),
    skills=st.sampled_from([(), ("events",)]),
    effective_on=st.sampled_from([None, NOW.date(), (NOW + timedelta(days=50)).date()]),
    reason=st.sampled_from([None, "a reason"]),
)
INTENTS = (
    Intent.MENTOR_REQUEST,
    Intent.MENTEE_ACCEPTANCE,
    Intent.MENTEE_ACCEPTANCE,
    Intent.RESIGNATION,
    Intent.SKILL_HELP,
    Intent.YES,
    Intent.YES,
    Intent.YES,
    Intent.NO,
    Intent.TAKE_BACK,
    Intent.GENERAL_QUESTION,
)
TALK = st.tuples(
    st.just("talk"),
    st.sampled_from(INTENTS),
    st.sampled_from([ANA, CHI, BO, GUS, EVA]),
    st.just(Trust.AUTHENTICATED),
    st.just(""),
    st.sampled_from([True, True, False]),
    FIELDS,
)
DECIDE = st.tuples(
    st.just("decide"),
    st.sampled_from([EVA, FINN]),
    st.builds(
        lambda verb, number: (Command("a line", verb, (number,), reason="a reason"),),
        st.sampled_from([Verb.APPROVE, Verb.APPROVE, Verb.REJECT]),
        st.integers(1, 3),
    ),
)
WAIT = st.tuples(st.just("wait"), st.sampled_from([1, 2, 8, 22, 31]))


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from([mentors, looking, taken, offered, left, agreed, standing_in, planned]),
    st.lists(st.one_of(TALK, TALK, TALK, DECIDE, WAIT), min_size=6, max_size=30),
)
def test_nobody_is_lost_and_no_place_is_given_twice(
    begin: Callable[[], World], order: list[tuple[Any, ...]]
) -> None:
    play = Play()
    play.world, play.now, play.count = begin(), NOW + timedelta(days=70), 1000
    gus = Mentor("gus", MentorState.ACTIVE, places=1, skills=("events",))
    play.world.roster = play.world.roster.put(gus)
    for happening in order:
        play.play(happening)
        nobody_is_lost(play.world)
    for _ in range(4):
        play.wait(40)
        nobody_is_lost(play.world)


def nobody_is_lost(world: World) -> None:
    look_at(world)
    roster = world.roster
    running = [pair for pair in roster.mentorships() if pair.until is None]
    assert len({pair.mentee for pair in running}) == len(running)
    assert all(pair.mentor != pair.mentee for pair in running)
    for mentor in roster.mentors():
        assert roster.mentee_count(mentor.person) <= mentor.places
    for case in world.cases.values():
        if case.procedure == "assignment" and case.state == "begun":
            assert case.closed is not None
        if case.procedure == "assignment" and case.state == "standing_in":
            assert "listed_again" in case.due
