"""The yearly meeting as values: what is logged, what is counted, who is reminded."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mailer.rules.intents import Intent
from mailer.rules.meetings import Share, counted, deadlines, held_share
from mailer.rules.records import Mentorship
from tests.builders import BO, CHI, NOW, PAIRS, POLICY, roster
from tests.rules.worlds_year import DAY, World, about_meeting, began

TODAY = NOW.date()


def pair(world: World) -> Mentorship:
    found = world.roster.mentorship("pair")
    assert found is not None
    return found


def test_a_meeting_is_logged_and_counted_as_a_contact() -> None:
    world = about_meeting(began(), Intent.MEETING_REPORT, held_on=TODAY - DAY)
    assert pair(world).last_meeting == pair(world).last_contact == TODAY - DAY
    due = world.case_of("meeting").due["remind"]
    assert due == POLICY.morning(TODAY - DAY + POLICY.meeting_reminder) or due > NOW + 300 * DAY


@pytest.mark.parametrize("held", [None, TODAY + 9 * DAY], ids=["no day", "to come"])
def test_what_has_not_been_held_is_not_logged(held: date | None) -> None:
    world = about_meeting(began(), Intent.MEETING_REPORT, held_on=held)
    assert pair(world).last_meeting is None


def test_an_older_meeting_told_later_takes_no_newer_one_away() -> None:
    world = about_meeting(began(), Intent.MEETING_REPORT, held_on=TODAY)
    about_meeting(world, Intent.MEETING_REPORT, CHI, 201, held_on=TODAY - 90 * DAY)
    assert pair(world).last_meeting == TODAY


def test_a_wrong_day_is_corrected() -> None:
    world = about_meeting(began(), Intent.MEETING_REPORT, held_on=TODAY)
    about_meeting(world, Intent.CORRECTION, inbox=201, held_on=TODAY - 7 * DAY)
    assert pair(world).last_meeting == TODAY - 7 * DAY


def test_the_words_of_a_report_are_not_stored() -> None:
    world = about_meeting(
        began(), Intent.MEETING_REPORT, held_on=TODAY, words="We spoke about her mother."
    )
    assert "mother" not in str(world.case_of("meeting")) + str(world.letters)


def test_what_two_agreed_on_is_kept() -> None:
    world = about_meeting(began(), Intent.AGREED, answer="a call each week")
    assert pair(world).agreed == "a call each week"


def test_a_mentor_on_a_break_is_reminded_after_it() -> None:
    world = began()
    away = replace(BO, away_from=TODAY, away_until=TODAY + 350 * DAY)
    world.roster = world.roster.put(away)
    world.clock(NOW + 336 * DAY)
    assert not [x for x in world.letters if x.template.startswith("meeting/")]
    world.clock(NOW + 352 * DAY)
    assert [x.to for x in world.letters if x.template == "meeting/remind.mentor"] == ["bo"]


def test_old_pairs_are_counted_from_the_first_day_of_the_service() -> None:
    old = counted(replace(PAIRS[0], since=date(2020, 1, 1)), TODAY, POLICY)
    assert (old.meeting_from, old.quiet_from) == (TODAY, TODAY)
    new = replace(PAIRS[0], since=date(2026, 12, 1))
    due = deadlines(new, counted(new, TODAY, POLICY), POLICY)
    assert due["remind"] == POLICY.morning(date(2026, 12, 1) + timedelta(days=335))


def test_the_share_counts_pairs_that_are_due_a_meeting() -> None:
    pairs = (
        replace(PAIRS[0], last_meeting=TODAY - 30 * DAY),
        Mentorship("old", "bo", "ana", since=date(2024, 1, 1)),
        Mentorship("new", "bo", "finn", since=TODAY - 30 * DAY),
        Mentorship("over", "bo", "past", since=date(2024, 1, 1), until=TODAY),
    )
    share = held_share(roster(*pairs), TODAY, POLICY)
    assert share == Share(1, 2)
    assert share.percent == 50
    assert Share(0, 0).percent == 100
