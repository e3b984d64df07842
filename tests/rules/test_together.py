"""Which reminders may share a letter, and which go alone."""

from datetime import date

import pytest

from mailer.rules.effects import Send
from mailer.rules.events import Source
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Asks
from mailer.rules.together import asks_all, may_share

YES_NO = Asks("inactivity", "c1", (Intent.YES, Intent.NO))


def reminder(asks: Asks | None) -> Send:
    return Send("inactivity/friendly.mentor", "bo", asks=asks, reminder=True)


@pytest.mark.parametrize("asks", [None, YES_NO, Asks("assignment")])
def test_a_reminder_with_a_short_answer_may_share(asks: Asks | None) -> None:
    assert may_share(reminder(asks))


@pytest.mark.parametrize(
    "asks",
    [
        Asks("feedback", "c1", (Intent.FEEDBACK, Intent.NO)),
        Asks("onboarding", "c1", (Intent.DONE,)),
        Asks("assignment", "c1", (Intent.YES, Intent.NO), words=Intent.GENERAL_QUESTION),
        Asks("digest", "c1", (Intent.DECISION,), items=((1, 1),)),
        Asks("clarification", "c1", (Intent.OTHER,), choice=True),
        Asks("resignation", "c1", (Intent.YES,), recorded=Fields(effective_on=date(2027, 1, 1))),
        asks_all([YES_NO, YES_NO]),
    ],
    ids=["free text", "steps", "own words", "decisions", "readings", "corrections", "several"],
)
def test_a_letter_whose_answer_a_number_would_confuse_goes_alone(asks: Asks) -> None:
    assert not may_share(reminder(asks))


def test_replies_and_what_is_no_reminder_go_alone() -> None:
    assert not may_share(Send("query/help.sender", "bo"))
    answered = Source(1, "bo@post.example")
    assert not may_share(Send("query/help.sender", "bo", thread=answered, reminder=True))


def test_a_part_is_found_by_its_case_where_it_is_the_only_one() -> None:
    other = Asks("meeting", "c2", (Intent.MEETING_REPORT,))
    assert asks_all([YES_NO, other]).of("c2") == other
    assert asks_all([YES_NO, YES_NO]).of("c1") is None
    assert asks_all([YES_NO]).of(None) is None
