"""R32, E25: several reminders of one day are one letter, and an answer to it finds its matters."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.story import BO, PEOPLE, Received, Story

TWO = "Hal Ode,hal@mail.example,rep,Peru,bo@post.example,2026-02-10,,2024-03-01\n"
SINCE = PEOPLE.replace("2026-12-01,", "2026-02-10,")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Story]:
    """Bo accompanies Chi and Hal, and both years end on one day."""
    story = Story(
        tmp_path, "", SINCE + TWO, quiet_days=3000, meeting_reminder_days=3000,
        meeting_mentee_days=3001,
    )  # fmt: skip
    story.letters()
    yield story
    story.close()


def asked(story: Story) -> Received:
    """Let the day come on which both are asked about, and return Bo's letter."""
    story.now = datetime(2027, 1, 11, 9, tzinfo=UTC)
    story.run()
    return story.letter_to(BO)


def answers(story: Story) -> dict[str, str]:
    """Return what Bo answered about whom, by the case's mentee."""
    found = {}
    for case in story.line.desk.due(story.now + timedelta(days=400), 100):
        if case.procedure == "commitment":
            mentee = story.line.desk.roster.name(case.parties["mentee"])
            found[mentee] = case.data.answers.get("mentor", "")  # type: ignore[attr-defined]
    return found


def test_two_reminders_of_one_day_are_one_letter_with_a_number_each(two: Story) -> None:
    letter = asked(two)
    assert letter.subject == "2 matters in one letter: please answer by number"
    assert "1. Your year with Chi Okafor: how do you go on?" in letter.words
    assert "2. Your year with Hal Ode: how do you go on?" in letter.words
    assert 'reply with "2: extend"' in letter.words
    assert len([part for part in letter.message.walk() if part.get_filename()]) == 2
    two.wait(days=1)
    two.nothing_for(BO)


def test_an_answer_by_numbers_reaches_each_matter(two: Story) -> None:
    two.reply(asked(two), "1: extend\n2: change, our time zones do not fit\n\nBest, Bo")
    assert answers(two)["Chi Okafor"] == "extend"
    assert "commitment" in two.cases()
    told = {x.subject for x in two.letters() if x.to == BO}
    assert "Noted: you would like to go on with Chi Okafor" in told
    assert "You would like a change: what happens now" in told
