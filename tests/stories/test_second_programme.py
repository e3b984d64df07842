"""A second programme, of other length, words and votes, on the same code: the summer scheme."""

import re
from collections.abc import Iterator
from email.utils import parseaddr
from pathlib import Path

import pytest

from mailer.record.database import reading
from mailer.record.load import roster
from tests.story import ANA, DEV, Received, Story

GIL = "Gil Council <gil@reps.example>"
PEOPLE = """\
name,email,role,country,mentor_email,mentored_since,skills,member_since
Eva Council,eva@reps.example,council,Norway,,,,2020-01-01
Finn Council,finn@reps.example,council,Chile,,,,2020-01-01
Gil Council,gil@reps.example,council,Chile,,,,2020-01-01
Ana Pop,ana@mail.example,participant,Romania,,,,2026-12-01
Dev Rao,dev@mail.example,participant,India,,,,2026-12-01
"""
ELSEWHERE = re.compile(
    r"\byear|\bcourse|mozilla|\breps? |teachable|\bcouncil of\b|the council|yearly", re.IGNORECASE
)


@pytest.fixture
def summer(tmp_path: Path) -> Iterator[Story]:
    """Twelve weeks, a check-in each fortnight, a board of three that decides by two votes."""
    played = Story(tmp_path, people=PEOPLE, shipped="summer")
    yield played
    played.close()


def _is(letter: Received, who: str) -> bool:
    return parseaddr(letter.to)[1] == parseaddr(who)[1]


def digest(story: Story, who: str) -> Received:
    return next(x for x in story.letters() if _is(x, who) and "[Summer Board]" in x.subject)


def applied(story: Story) -> None:
    story.write(ANA, "Hello,\n\nI would like to become a mentor.\n\nAna", subject="Mentoring")


def next_morning(story: Story) -> None:
    story.now = story.now.replace(hour=8, minute=30)
    story.wait(days=1)


def accepted(story: Story) -> None:
    applied(story)
    story.letters()
    next_morning(story)
    letters = {parseaddr(x.to)[1]: x for x in story.letters() if "[Summer Board]" in x.subject}
    story.reply(letters["eva@reps.example"], "approve 1")
    story.reply(letters["finn@reps.example"], "approve 1")


def active(story: Story) -> None:
    accepted(story)
    steps = next(x for x in story.letters() if _is(x, ANA) and "Sign the code" in x.text)
    story.reply(steps, "done 1 2")
    next_morning(story)
    story.reply(digest(story, GIL), "done 2.3")


def paired(story: Story) -> None:
    active(story)
    story.letters()
    story.write(DEV, "Hello, I do not have a mentor yet and would like one. I speak English.")
    story.letters()
    story.write(ANA, "I take Dev Rao as my mentee.")
    asked = story.letter_to(DEV)
    story.reply(asked, "yes")


def test_without_a_course_the_board_is_asked_about_who_applies(summer: Story) -> None:
    applied(summer)

    letter = summer.letter_to(ANA)
    assert "The board decides whether to accept you as a mentor" in letter.words
    assert not ELSEWHERE.search(letter.text)
    [question] = summer.questions()
    assert question["title"] == "Accept Ana Pop as a mentor?"
    assert question["rule"] == "R13: an act of the council makes a mentor"


def test_two_of_three_must_agree(summer: Story) -> None:
    applied(summer)
    summer.letters()
    next_morning(summer)
    letters = {parseaddr(x.to)[1]: x for x in summer.letters() if "[Summer Board]" in x.subject}

    summer.reply(letters["eva@reps.example"], "approve 1")
    assert summer.mentor("Ana Pop") is None

    summer.reply(letters["gil@reps.example"], "approve 1")
    assert summer.mentor("Ana Pop") == "onboarding"


def test_the_onboarding_has_the_steps_of_this_programme(summer: Story) -> None:
    accepted(summer)
    [steps] = [x for x in summer.letters() if _is(x, ANA) and "Sign the code" in x.text]
    assert "Matrix" not in steps.text

    active_after = summer.mentor("Ana Pop")
    assert active_after == "onboarding"


def test_from_the_pair_to_its_end_after_twelve_weeks(summer: Story) -> None:
    paired(summer)
    assert summer.mentor("Ana Pop") == "active"
    with reading(summer.app.engine) as connection:
        [pair] = roster(connection, "reps").mentorships()
    assert pair.since is not None
    assert pair.review is not None
    assert (pair.review - pair.since).days == 84
    summer.letters()

    by_week: list[tuple[int, str, str]] = []
    while pair.review >= summer.now.date():
        summer.wait(days=1)
        for letter in summer.letters():
            if "[Summer Board]" not in letter.subject:
                week = (summer.now.date() - pair.since).days // 7
                by_week.append((week, parseaddr(letter.to)[0], letter.subject))
                assert not ELSEWHERE.search(letter.text), letter.text
    reminded = [week for week, who, subject in by_week if "Your next check-in" in subject]
    assert reminded == [1, 3, 5, 7, 9, 11]
    assert not [subject for *_, subject in by_week if "how do you go on" in subject]
    assert sorted(by_week[-2:]) == [
        (12, "Ana Pop", "Your time with Dev Rao as your mentee has come to its end"),
        (12, "Dev Rao", "Your time with Ana Pop as your mentor has come to its end"),
    ]
    assert summer.mentor("Ana Pop") == "active"
    with reading(summer.app.engine) as connection:
        [over] = roster(connection, "reps").mentorships()
    assert (over.until, over.reason) == (pair.review, "ended as agreed")


def test_a_check_in_that_was_told_moves_the_next_reminder(summer: Story) -> None:
    paired(summer)
    summer.letters()
    summer.wait(days=13)
    [reminder] = [x for x in summer.letters() if "check-in" in x.subject]
    assert "at least every 2 weeks" in reminder.words

    summer.reply(reminder, f"We met on {summer.now.date().isoformat()}.")
    summer.letters()
    summer.wait(days=11)
    assert [x.subject for x in summer.letters() if "check-in" in x.subject] == []
    summer.wait(days=2)
    assert [x.subject for x in summer.letters() if "check-in" in x.subject] == [reminder.subject]
