"""Answers to the questions of the feedback round."""

import pytest

from mailer.rules.intents import Intent
from tests.understand.programme import intents, read, sent

ASKED = sent(Intent.FEEDBACK, Intent.NO, procedure="feedback")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("4", 4),
        ("Mark: 4", 4),
        ("4/5", 4),
        ("Ana listens well and answers fast.\nShe could plan more.\nMark: 5", 5),
        ("She is great. I give 3 out of 5.", 3),
        ("Nota: 4", 4),
        ("Bewertung: 2", 2),
        ("Ana is patient and explains everything twice.", None),
    ],
)
def test_the_mark_and_the_words_are_read(text: str, mark: float | None) -> None:
    reading = read("luis", text, letter=ASKED)
    assert set(intents(reading)) == {Intent.FEEDBACK}
    assert reading.heard[0].fields.rating == mark
    assert text.split("\n", maxsplit=1)[0] in (reading.heard[0].fields.reason or "")
    assert reading.doubts == ()


@pytest.mark.parametrize("text", ["9", "Mark: 0", "Mark: 2. Or rather mark: 4"])
def test_a_mark_that_is_not_plain_is_for_a_person(text: str) -> None:
    assert read("luis", text, letter=ASKED).doubts


@pytest.mark.parametrize("text", ["No", "No, thank you."])
def test_nobody_has_to_answer(text: str) -> None:
    assert intents(read("luis", text, letter=ASKED)) == [Intent.NO]


def test_a_question_is_no_feedback() -> None:
    reading = read("luis", "Who reads what I write here?", letter=ASKED)
    assert Intent.FEEDBACK not in intents(reading)
