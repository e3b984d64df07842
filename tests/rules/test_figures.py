"""E30: a month in figures, counted from plain records."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mailer.rules.agenda import standing_lines
from mailer.rules.facts import Activity
from mailer.rules.figures import Month, before, figures, lines, month_of, table
from mailer.rules.records import Question, QuestionState
from tests.builders import NOW, PAIRS, POLICY, facts, roster


def decided(state: QuestionState, hours: int) -> Question:
    asked = NOW - timedelta(hours=hours)
    return Question("q", "application", "?", "application", "c", asked, state=state, decided=NOW)


def test_decisions_and_answers_are_counted() -> None:
    activity = Activity(
        decided=(
            decided(QuestionState.APPROVED, 10),
            decided(QuestionState.APPROVED, 20),
            decided(QuestionState.REJECTED, 90),
        ),
        reminded=((NOW, "a", "bo"), (NOW, "b", "chi")),
        said=((NOW + timedelta(hours=1), "a", "bo"), (NOW - timedelta(hours=1), "b", "chi")),
        mails=7,
        letters=9,
    )
    first, last = month_of(NOW.date())
    found = figures(roster(), (), (), activity, POLICY, first, last)

    assert (found.month, found.approved, found.rejected, found.hours) == ("2027-01", 2, 1, 20)
    assert (found.reminders, found.answered, found.mails, found.letters) == (2, 1, 7, 9)
    assert (found.mentors, found.places, found.mentees) == (1, 3, 1)
    assert found.oldest is None


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2027, 1, 4), date(2026, 12, 1), date(2026, 12, 31)),
        (date(2028, 3, 31), date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_the_month_before_is_known(day: date, first: date, last: date) -> None:
    assert before(day) == (first, last)


def test_what_cannot_be_measured_is_left_out() -> None:
    shown = dict(lines(Month("2027-01", mentors=3), Month("2026-12", mentors=2)))
    assert shown["Mentors"] == "3 (before: 2)"
    assert "Median wait in days" not in shown
    head, row = table([Month("2027-01")])
    assert len(head) == len(row)


def test_the_digest_of_monday_says_who_is_without_a_mentor_and_who_has_met() -> None:
    known = facts(people=roster(replace(PAIRS[0], last_meeting=date(2026, 12, 1))))
    assert dict(standing_lines(known, date(2027, 1, 11))) == {
        "Without a mentor": "2; the longest, Ana Pop, for 1 year and 10 months",
        "Met within the last year": "1 of 1 pair (100 %)",
    }
