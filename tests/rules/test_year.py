"""Review days by the calendar, and who is away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mailer.rules.dates import anniversary
from mailer.rules.records import Mentorship
from mailer.rules.year import back, next_review, review_after
from tests.builders import BO, POLICY, roster

LEAP = date(2024, 2, 29)
PAIR = Mentorship("pair", "bo", "chi", since=date(2026, 2, 1), review=date(2027, 2, 1))


@pytest.mark.parametrize(
    ("since", "years", "day"),
    [
        (LEAP, 1, date(2025, 2, 28)),
        (LEAP, 4, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2027, 1, 31)),
    ],
)
def test_an_anniversary_is_the_same_day_of_the_year(since: date, years: int, day: date) -> None:
    assert anniversary(since, years) == day


@pytest.mark.parametrize(
    ("since", "day", "review"),
    [
        (date(2026, 2, 1), date(2026, 2, 1), date(2027, 2, 1)),
        (date(2021, 5, 1), date(2027, 1, 4), date(2027, 5, 1)),
        (date(2026, 1, 4), date(2027, 1, 4), date(2028, 1, 4)),
        (LEAP, date(2027, 2, 28), date(2028, 2, 29)),
        (date(2028, 1, 1), date(2027, 1, 4), date(2029, 1, 1)),
    ],
    ids=["new", "long ago", "on the day", "leap", "to come"],
)
def test_the_next_review_is_the_next_anniversary(since: date, day: date, review: date) -> None:
    assert review_after(since, day, POLICY) == review


def test_a_commitment_of_weeks_is_counted_in_days() -> None:
    policy = replace(POLICY, commitment=timedelta(weeks=12))
    assert review_after(date(2027, 1, 4), date(2027, 1, 4), policy) == date(2027, 3, 29)
    assert review_after(date(2027, 1, 4), date(2027, 3, 29), policy) == date(2027, 6, 21)


def test_a_pair_of_a_leap_day_comes_back_to_it() -> None:
    pair = replace(PAIR, since=LEAP, review=date(2027, 2, 28))
    assert next_review(pair, POLICY) == LEAP.replace(year=2028)


def test_a_review_day_of_its_own_is_kept() -> None:
    pair = replace(PAIR, review=date(2027, 9, 1))
    assert next_review(pair, POLICY) == date(2028, 9, 1)


def test_whoever_is_away_is_asked_after_the_break() -> None:
    away = replace(BO, away_from=date(2027, 1, 1), away_until=date(2027, 2, 10))
    assert back(PAIR, roster(away), date(2027, 1, 4)) == date(2027, 2, 11)
    assert back(PAIR, roster(), date(2027, 1, 4)) is None
