# ruff: noqa: E501 - a mail broken over lines is harder to read than a long one
import pytest

from mailer.rules.intents import Intent
from tests.understand.programme import intents, read, told

_MOST = 0.85


SAID = [
    ("ana", "I'm pulling the pin on mentoring at the end of June.", Intent.RESIGNATION),
    ("ana", "Please count me out as a mentor from 1 October on.", Intent.RESIGNATION),
    ("ana", "I'd like to hand in my keys as a mentor.", Intent.RESIGNATION),
    ("ana", "From Friday I am no longer available as a mentor.", Intent.RESIGNATION),
    ("ana", "I will not be back as a mentor.", Intent.RESIGNATION),
    ("luis", "I'd love to be a mentor if you'll have me.", Intent.MENTOR_APPLICATION),
    ("luis", "Now ready for mentees.", Intent.MENTOR_APPLICATION),
    ("luis", "Sign me up as a mentor please.", Intent.MENTOR_APPLICATION),
    ("luis", "I could guide two or three newcomers.", Intent.MENTOR_APPLICATION),
    ("luis", "All modules of the coaching are cleared.", Intent.COURSE_COMPLETION),
    ("luis", "Coaching training's finished, did the last quiz on Sunday.", Intent.COURSE_COMPLETION),
    ("mariam", "I have been here since May and nobody has been assigned to me as mentor.", Intent.MENTOR_REQUEST),
    ("mariam", "Please can I have a new mentor?", Intent.MENTOR_REQUEST),
    ("luis", "Could I swap my mentor for another one?", Intent.MENTOR_CHANGE),
    ("luis", "In which state is my application of 3 February?", Intent.STATUS_QUESTION),
    ("ana", "Kindly send me a copy of everything you hold about me.", Intent.DATA_REQUEST),
]  # fmt: skip


def test_most_of_what_is_said_in_other_words_is_likeliest():
    right = [intent.value in told(speaker, text) for speaker, text, intent in SAID]
    assert sum(right) / len(right) >= _MOST


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("ana", "I have parted with my job, so there is more time for my mentees."),
        ("ana", "My husband says that he will quit as a mentor."),
        ("ana", "I had planned to step down as a mentor."),
        ("luis", "My colleague is interested in becoming a mentor."),
        ("luis", "I finished my exam, next comes the coaching course."),
        ("luis", "I completed a course on coaching at my university."),
        ("ana", "We fixed our yearly coaching meeting with Luis for next week."),
        ("luis", "You are wrong: I am at 60 % of the coaching training."),
    ],
)
def test_what_is_not_said_is_never_acted_on(speaker, text):
    reading = read(speaker, text)
    main = {
        Intent.RESIGNATION,
        Intent.MENTOR_APPLICATION,
        Intent.COURSE_COMPLETION,
        Intent.MEETING_REPORT,
    }
    assert reading.doubts or reading.unclear or not main & set(intents(reading))


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("luis", "I would like to become a mentor. I have talked about it with my family and with two friends."),
        ("ana", "I resign as a mentor on 1 May 2026. I hope that the meeting went well."),
        ("luis", "I finished the coaching training on Teachable on 1 March 2026. The new members asked good questions."),
    ],
)  # fmt: skip
def test_small_talk_beside_a_plain_matter_is_no_other_matter(speaker, text):
    assert len(told(speaker, text)) == 1


def test_announcing_two_matters_and_saying_one_is_a_doubt():
    assert read(
        "ana", "Two things. I resign as a mentor on 1 May 2026. And the ducks are well."
    ).doubts


def test_a_question_on_the_rules_beside_a_request_is_heard_too():
    said = told("luis", "I would like to become a mentor. How many mentees does a mentor have?")
    assert "general_question" in said
