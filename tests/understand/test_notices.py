"""Notices of a course platform: who finished, where exactly one member is named."""

from datetime import date

import pytest

from mailer.rules.intents import Intent
from mailer.understand.model import Reading, ReadPolicy
from mailer.understand.notices import read_notice
from tests.builders import NOW, mail, roster

POLICY = ReadPolicy(("coaching training",), {Intent.COURSE_COMPLETION: "application"})


def read(text: str, subject: str = "A learner") -> Reading:
    return read_notice(
        mail(text, "no-reply@courses.example", subject=subject), roster(), POLICY, NOW
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ana Pop has completed the course Coaching Training.",
        "ana@mail.example passed Coaching Training",
        "POP@work.example: certificate for Coaching Training",
        "Ana Pop hat Coaching Training abgeschlossen.",
        "Ana Pop ha completado el curso.\r\nCoaching Training",
    ],
)
def test_one_member_and_the_course_are_a_completion(text: str) -> None:
    [heard] = read(text).heard
    assert (heard.intent, heard.procedure) == (Intent.COURSE_COMPLETION, "application")
    assert heard.fields.person is not None
    assert heard.fields.person.person == "ana"
    assert heard.fields.completed_on == date(2027, 1, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Pop has completed the course Cooking.",
        "Ana Pop has enrolled in Coaching Training.",
        "Zed Nobody has completed Coaching Training.",
        "Ana Pop and Chi Okafor have completed Coaching Training.",
        "Ana has completed Coaching Training.",
        "Diana Popova has completed Coaching Training.",
        "Coaching Training completed",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert read(text) == Reading()
