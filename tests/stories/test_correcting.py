"""What was read is shown as lines; a reply in words corrects the record."""

import pytest

from tests.story import ANA, BO, EVA, Story

RESIGNS = (
    "Dear Council,\n\nI resign as a mentor. My last day will be 31 January 2027. As my successor I "
    "recommend Ana Silva.\n\nBest regards,\nBo"
)


@pytest.mark.parametrize(
    ("text", "day", "successor"),
    [
        ("no, the 15th; and it is Ana Pop, not Ana Silva", "2027-01-15", "Ana Pop"),
        ("The date is wrong, I meant 3 July.", "2027-07-03", "Ana Silva"),
        ("Nein, der 15.; und es ist Ana Pop, nicht Ana Silva", "2027-01-15", "Ana Pop"),
    ],
)
def test_a_reply_in_words_corrects_the_record(
    story: Story, text: str, day: str, successor: str
) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")

    number = story.reply(story.letter_to(BO), text)

    assert story.outcome(number) == "applied"
    letter = story.letter_to(BO, about="Corrected")
    assert f"Last day as a mentor: {day}" in letter.words
    assert f"Recommended successor: {successor}" in letter.words
    [question] = story.questions()
    assert ["Last day as a mentor", day] in question["facts"]
    assert story.matters() == {"resignation": "announced"}


def test_a_correction_of_a_correction_is_read_against_the_newest_letter(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")
    story.reply(story.letter_to(BO), "No, 15 February.")

    story.reply(story.letter_to(BO, about="Corrected"), "Sorry, the 16th, not the 15th.")

    assert "Last day as a mentor: 2027-02-16" in story.letter_to(BO, about="Corrected").words


def test_a_yes_that_corrects_confirms_the_corrected_record(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")

    story.reply(story.letter_to(BO), "Yes, but my last day is the 15th, not the 31st.")

    letter = story.letter_to(BO, about="Confirmed")
    assert "Last day as a mentor: 2027-01-15" in letter.words
    assert story.matters() == {"resignation": "confirmed"}
    assert "Last day as a mentor: 2027-01-15" in story.digest_for(EVA).words


def test_a_correction_that_is_not_plain_changes_nothing_and_is_shown(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")

    number = story.reply(story.letter_to(BO), "No, the 15th, not the 20th.")

    assert story.outcome(number) == "needs_review"
    titles = {question["title"]: question for question in story.questions()}
    assert ["Last day as a mentor", "2027-01-31"] in titles["Bo Lind resigns as a mentor"]["facts"]
    [other] = [q for title, q in titles.items() if title.startswith("Bo Lind writes")]
    assert "not plain what shall be corrected" in str(other["facts"])


def test_the_day_of_the_course_is_corrected_in_words(story: Story) -> None:
    story.write(ANA, "I finished the Coaching Training on 2 January 2027.", subject="Course")

    story.reply(story.letter_to(ANA), "It was 30 December, not 2 January.")

    assert "Course finished on: 2026-12-30" in story.letter_to(ANA, about="orrected").words


def test_somebody_else_corrects_nothing(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")

    number = story.reply(story.letter_to(BO), "no, the 15th", who=ANA)

    assert story.outcome(number) == "needs_review"
    assert ["Last day as a mentor", "2027-01-31"] in story.questions()[0]["facts"]
