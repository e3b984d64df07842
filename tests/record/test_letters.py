"""A letter's row: the language that it is written in, and what follows from it."""

import email
import email.policy
from dataclasses import replace
from datetime import date

import pytest

from mailer.record.book import Book
from mailer.record.letters import Recipient, write
from mailer.render.templates import Templates
from mailer.rules.effects import Appointment, Send
from tests.builders import NOW, POLICY

TEMPLATES = Templates()
DAY = date(2027, 3, 2)
PLANNED = Send(
    "meeting/planned.sender",
    to="ana",
    context={"other": "Bo Lind", "planned": DAY},
    appointment=Appointment("planned", DAY, "Meeting with Bo Lind"),
)


def to(language: str) -> Recipient:
    return Recipient("ana@mail.example", "Ana Pop", language, "ana", ("ana@mail.example",))


def book(language: str = "en") -> Book:
    return Book(replace(POLICY, language=language), TEMPLATES, b"key", "loop")


@pytest.mark.parametrize(
    ("own", "programmes", "subject"),
    [
        ("es", "en", "Tu reunión con Bo Lind está prevista"),
        ("en", "es", "Your meeting with Bo Lind is planned"),
        ("pt", "es", "Tu reunión con Bo Lind está prevista"),
        ("", "es", "Tu reunión con Bo Lind está prevista"),
        ("pt", "fr", "Your meeting with Bo Lind is planned"),
    ],
)
def test_a_letter_is_in_its_readers_language_else_in_the_programmes(
    own: str, programmes: str, subject: str
) -> None:
    assert write(PLANNED, to(own), "cause", book(programmes), NOW)["subject"] == subject


def test_the_council_reads_in_the_programmes_language_whoever_reads() -> None:
    letter = Send("delivery/breaker.council", to="ana", context={"limit": 200})
    assert b'lang=3D"en"' in write(letter, to("es"), "cause", book(), NOW)["data"]


def test_the_reason_and_the_day_of_a_letter_speak_its_language() -> None:
    data = write(PLANNED, to("es"), "cause", book(), NOW)["data"]
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = {part.get_content_type(): part for part in message.walk()}
    text = " ".join(parts["text/plain"].get_content().split())
    assert "se reunirán el 2 de marzo de 2027" in text
    assert "Recibes esta carta porque formas parte de Mozilla Reps." in text
    day = parts["text/calendar"].get_payload(decode=True).decode()
    assert "SUMMARY:Reunión con Bo Lind" in day
