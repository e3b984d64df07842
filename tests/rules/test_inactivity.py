"""The ladder of a silent mentor as values: who is written to, what resets it, where it ends."""

from dataclasses import replace

import pytest

from mailer.rules.intents import Intent
from mailer.rules.records import Mentorship
from tests.builders import ANA, BO, CHI, NOW, said, told
from tests.rules.worlds_year import (
    DAY,
    World,
    about_meeting,
    began,
    climb,
    decided,
    heard_of,
    quiet_mentor,
)


def pair(world: World) -> Mentorship:
    found = world.roster.mentorship("pair")
    assert found is not None
    return found


def state(world: World) -> str:
    return world.case_of("inactivity").state


def to(world: World) -> list[tuple[str, str | None]]:
    return [(x.template, x.to) for x in world.letters if x.template.startswith("inactivity/")]


def test_a_noticed_pair_gets_a_friendly_letter_each() -> None:
    assert to(quiet_mentor(1)) == [
        ("inactivity/friendly.mentor", "bo"),
        ("inactivity/friendly.mentee", "chi"),
    ]


def test_a_report_is_asked_of_the_mentor_alone_in_the_same_words() -> None:
    reported, noticed = quiet_mentor(1, "reported"), quiet_mentor(1)
    assert to(reported) == [("inactivity/friendly.mentor", "bo")]
    context = [
        next(x.context for x in world.letters if x.template == "inactivity/friendly.mentor")
        for world in (reported, noticed)
    ]
    assert context[0] == context[1]


def test_the_ladder_ends_with_the_council_and_no_removal() -> None:
    world = quiet_mentor(3)
    [question] = world.pending("inactivity")
    assert {"bo", "chi"} <= set(question.about)
    assert state(world) == "waiting"
    assert pair(world).until is None
    assert not world.case_of("inactivity").due


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_any_mail_of_the_mentor_resets_it(steps: int) -> None:
    world = quiet_mentor(steps)
    world.happen(said(Intent.STATUS, "query", BO, inbox=70))
    assert state(world) == "active"
    assert world.pending("inactivity") == []


def test_a_forwarded_mail_is_no_sign_of_life() -> None:
    world = quiet_mentor(1)
    world.happen(said(Intent.STATUS, "query", BO, inbox=70, witness="eva"))
    assert state(world) == "asked"


def test_a_mail_of_somebody_else_is_none_either() -> None:
    world = quiet_mentor(1)
    world.happen(said(Intent.STATUS, "query", ANA, inbox=70))
    assert state(world) == "asked"


def test_a_logged_contact_resets_it() -> None:
    world = about_meeting(quiet_mentor(1), Intent.YES, CHI)
    assert state(world) == "active"
    assert pair(world).last_contact == NOW.date()


def test_whoever_reported_it_is_told_to_try_again_and_not_named() -> None:
    world = heard_of(quiet_mentor(1, "reported"), Intent.YES)
    assert ("inactivity/back.mentee", "chi") in to(world)
    letters = [x for x in world.letters if x.to == "bo" and x.template.startswith("inactivity")]
    assert all("by" not in x.context for x in letters)


def test_a_mentor_who_cannot_go_on_resigns() -> None:
    world = heard_of(quiet_mentor(1), Intent.NO)
    assert world.case_of("resignation").state == "announced"
    assert state(world) == "active"


def test_the_council_replaces_whatever_the_year() -> None:
    world = decided(quiet_mentor(3), "approved")
    assert pair(world).until == NOW.date()
    assert "no word" in pair(world).reason
    assert ("inactivity/replaced.mentor", "bo") in to(world)
    assert ("inactivity/replaced.mentee", "chi") in to(world)


def test_the_council_can_let_it_rest() -> None:
    world = decided(quiet_mentor(3), "rejected")
    assert pair(world).until is None


def test_a_mentor_on_a_break_is_left_in_peace() -> None:
    world = began()
    away = replace(BO, away_from=NOW.date(), away_until=(NOW + 20 * DAY).date())
    world.roster = world.roster.put(away)
    world.happen(told("noticed", "inactivity", about="bo", by="chi", pair="pair"))
    assert [c for c in world.cases.values() if c.procedure == "inactivity"] == []
    world.happen(told("reported", "inactivity", id="r", about="bo", by="chi", pair="pair"))
    assert to(world) == []
    [question] = world.pending("inactivity")
    assert "on a break" in str(question.facts)


def test_a_break_that_begins_meanwhile_stops_the_letters() -> None:
    world = quiet_mentor(1)
    away = replace(BO, away_from=NOW.date(), away_until=(NOW + 60 * DAY).date())
    world.roster = world.roster.put(away)
    climb(world, NOW + 30 * DAY)
    assert ("inactivity/again.mentor", "bo") not in to(world)
    climb(world, NOW + 62 * DAY)
    assert ("inactivity/again.mentor", "bo") in to(world)
