"""S9: a pair is asked at the end of its year; both extend, one wants a change, or silence."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.story import ANA, BO, CHI, EVA, PEOPLE, START, Story

Telling = Callable[..., Story]


@pytest.fixture
def telling(tmp_path: Path, database_url: str) -> Iterator[Telling]:
    """Tell a story of Bo and Chi, whose relationship began on the given day."""
    told: list[Story] = []

    def tell(since: str = "2026-02-10", more: str = "", **programme: int) -> Story:
        people = PEOPLE.replace("2026-12-01,", f"{since},") + more
        told.append(Story(tmp_path, database_url, people, objection_hours=0, **programme))
        return told[-1]

    yield tell
    for story in told:
        story.close()


def asked(story: Story) -> tuple[object, ...]:
    every = ((x.to, title) for x in story.letters() for title in x.matters)
    return tuple((to, title) for to, title in every if "how do you go on" in title)


def test_both_extend_and_the_next_year_begins(telling: Telling) -> None:
    story = telling()
    story.wait(days=7)
    letters = {letter.to: letter for letter in story.letters()}
    assert "2027" in letters[CHI].words
    assert story.now.date().isoformat() == "2027-01-11"

    story.reply(letters[CHI], "extend")
    assert "Noted" in story.letter_to(CHI).subject
    story.reply(letters[BO], "Yes, another year!")

    new = story.letters()
    assert {x.to for x in new} == {BO, CHI}
    assert all(x.subject.startswith("Another year with") for x in new)
    assert all("10 February 2028" in x.words for x in new)
    assert story.cases()["commitment"] == "running"
    story.wait(days=60)
    assert asked(story) == ()


def test_whoever_is_silent_is_asked_once_more_and_then_the_council(telling: Telling) -> None:
    story = telling()
    story.wait(days=7)
    letters = {letter.to: letter for letter in story.letters()}
    story.reply(letters[CHI], "extend")
    story.letters()

    story.wait(days=30)
    assert asked(story) == ((BO, "The year with Chi Okafor is complete: how do you go on?"),)
    story.wait(days=14)
    [question] = story.questions()
    assert question["title"] == "How do Bo Lind and Chi Okafor go on?"
    assert ["Said by Chi Okafor", "another year"] in question["facts"]
    assert ["Said by Bo Lind", "no answer"] in question["facts"]

    story.reply(story.digest_for(EVA), f"approve {question['number']}")
    story.wait(days=1)
    assert any(x.to == BO and "Another year" in x.subject for x in story.letters())
    assert story.cases()["commitment"] == "running"


def test_a_late_answer_takes_the_question_back(telling: Telling) -> None:
    story = telling()
    story.wait(days=7)
    letters = {letter.to: letter for letter in story.letters()}
    story.wait(days=50)
    assert len(story.questions()) == 1

    story.reply(letters[CHI], "extend")
    story.reply(letters[BO], "extend")

    assert story.questions() == []
    assert story.cases()["commitment"] == "running"


def test_an_end_by_the_mentee_is_kind_and_asks_for_no_new_mentor(telling: Telling) -> None:
    story = telling()
    story.wait(days=7)
    letters = {letter.to: letter for letter in story.letters()}

    story.reply(letters[CHI], "end")

    new = {x.to: x for x in story.letters()}
    assert "come to its end" in new[BO].subject
    assert "come to its end" in new[CHI].subject
    assert "no mentor from now on" in new[CHI].words
    assert story.cases()["commitment"] == "over"
    story.wait(days=120)
    assert asked(story) == ()


def test_the_other_side_of_a_change_gets_neutral_words(telling: Telling) -> None:
    story = telling()
    story.wait(days=7)
    letters = {letter.to: letter for letter in story.letters()}

    story.reply(letters[CHI], "Change please. Bo never has time for me and shouts.")

    new = [x for x in story.letters() if x.to == BO]
    assert any("we are looking at it" in x.subject for x in new)
    assert not any("time" in x.words and "shouts" in x.words for x in new)
    assert story.cases()["commitment"] == "changing"


def test_an_answer_with_a_condition_changes_nothing(telling: Telling) -> None:
    story = telling()
    story.wait(days=7)
    letters = {letter.to: letter for letter in story.letters()}

    number = story.reply(letters[CHI], "Extend, but only if Bo has more time.")

    assert story.outcome(number) == "needs_review"
    assert story.cases()["commitment"] == "asked"


def test_a_mentor_cannot_answer_for_the_mentee(telling: Telling) -> None:
    story = telling()
    story.wait(days=7)
    letters = {letter.to: letter for letter in story.letters()}
    story.reply(letters[BO], "extend")
    story.letters()

    story.reply(letters[CHI], "extend", who=BO)

    assert story.cases()["commitment"] == "asked"


def test_somebody_else_cannot_answer(telling: Telling) -> None:
    story = telling()
    story.wait(days=7)
    letters = {letter.to: letter for letter in story.letters()}

    number = story.reply(letters[CHI], "end", who=ANA)

    assert story.outcome(number) == "needs_review"
    assert story.cases()["commitment"] == "asked"


def test_the_same_answer_twice_counts_once(telling: Telling) -> None:
    story = telling()
    story.wait(days=7)
    letters = {letter.to: letter for letter in story.letters()}

    story.reply(letters[CHI], "extend")
    story.reply(letters[CHI], "extend")

    assert story.cases()["commitment"] == "asked"


def test_a_week_of_stop_over_the_review_day_asks_once_and_late(telling: Telling) -> None:
    """Situation 14: a stop over the review day, 28 February, and the end of the month."""
    story = telling("2024-02-29")
    story.wait(days=25)
    assert sorted(str(to) for to, _ in asked(story)) == [BO, CHI]
    story.wait(days=28)
    assert story.now.date().isoformat() == "2027-02-26"
    assert asked(story) == ()

    story.now = story.now.replace(month=3, day=5)
    story.run()
    assert sorted(str(to) for to, _ in asked(story)) == [BO, CHI]

    story.wait(days=1)
    assert asked(story) == ()


def test_a_mentor_of_two_is_asked_about_each_and_names_one(telling: Telling) -> None:
    more = "Ina Two,ina@mail.example,rep,Peru,bo@post.example,2026-02-10,,2024-03-01\n"
    story = telling(more=more)
    story.wait(days=10)
    assert {subject for to, subject in asked(story) if to == BO} == {
        "Your year with Chi Okafor: how do you go on?",
        "Your year with Ina Two: how do you go on?",
    }

    story.write(BO, "We would like to extend our mentorship for another year.", subject="Renewal")

    letter = story.letter_to(BO)
    assert "name the other one" in letter.subject
    story.reply(letter, "Ina: extend")
    assert "go on with Ina Two" in story.letter_to(BO).subject


def test_a_pair_without_a_date_is_counted_from_the_import(telling: Telling) -> None:
    story = telling("")
    story.now += timedelta(days=329)
    story.run()
    story.wait(days=1)
    assert asked(story) == ()
    story.wait(days=12)
    assert len(asked(story)) == 2
    assert START.year == 2027
