"""What the roster adds to the words: who is in a pair, and since when."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from mailer.rules.intents import Intent
from mailer.rules.records import Mentorship
from mailer.rules.roster import Roster
from mailer.understand.matter import matter_of
from mailer.understand.model import Thread
from mailer.understand.situation import leanings
from tests.understand.programme import NOW, PEOPLE, POLICY, ROSTER, mail, verdict


def leant(speaker: str | None, roster: Roster = ROSTER, at: datetime = NOW) -> dict[Intent, float]:
    message = replace(mail("Hello"), sent=at)
    return leanings(matter_of(message, Thread(), roster, verdict(speaker), POLICY, at))


def pair(**days: date) -> Roster:
    return Roster(PEOPLE, ROSTER.mentors(), [Mentorship("pair-1", "ana", "luis", **days)])


def test_who_has_no_mentor_rather_asks_for_one():
    assert leant("mariam")[Intent.MENTOR_REQUEST] > 0
    assert leant("mariam")[Intent.RENEWAL] < 0


def test_who_has_a_mentor_rather_asks_for_another():
    assert leant("luis")[Intent.MENTOR_REQUEST] < 0
    assert leant("luis")[Intent.MENTOR_CHANGE] > 0


@pytest.mark.parametrize("speaker", ["ana", "luis"])
def test_a_pair_speaks_of_a_renewal_about_a_year_after_it_began(speaker):
    near, far = pair(since=date(2025, 3, 30)), pair(since=date(2025, 9, 1))
    assert leant(speaker, near)[Intent.RENEWAL] > 0
    assert leant(speaker, far).get(Intent.RENEWAL, 0) <= 0
    assert leant("luis", far)[Intent.RENEWAL] < 0


def test_the_day_of_the_review_counts_more_than_a_year():
    roster = pair(since=date(2025, 12, 20), review=date(2026, 3, 14))
    assert leant("luis", roster)[Intent.RENEWAL] > 0


def test_nothing_is_known_of_a_stranger_or_of_a_pair_without_a_day():
    assert leant(None) == {}
    assert Intent.RENEWAL not in leant("luis")
