"""Answers to the letters about meetings and about keeping in touch."""

from datetime import date

import pytest

from mailer.rules.intents import Intent
from tests.understand.programme import intents, read, sent

MET = sent(Intent.MEETING_REPORT, procedure="meeting")
QUIET = sent(Intent.MEETING_REPORT, Intent.YES, Intent.NO, procedure="meeting")
TOUCH = sent(Intent.AGREED, procedure="meeting")
DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Yes, on 12 March",
        "We met on 12 March.",
        "Hi,\n\nwe met on March 12.\n\nRegards,\nLuis",
        "12 March",
        "2026-03-12",
        "Meeting held on: 2026-03-12",
        "Sí, el 12 de marzo.",
        "Sim, em 12 de março.",
        "Oui, le 12 mars.",
        "Ja, am 12. März.",
        "Sì, il 12 marzo.",
        "Ya, tanggal 12 Maret.",
        "We met last Thursday.",
    ],
)
def test_the_day_of_a_meeting_is_read(text: str) -> None:
    reading = read("luis", text, letter=MET)
    assert intents(reading) == [Intent.MEETING_REPORT]
    assert reading.heard[0].fields.held_on == DAY
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "text", ["We will meet on 2 April.", "We meet on 2 April", "El 2 de abril, lo vamos a hacer"]
)
def test_a_planned_day_is_one_to_come(text: str) -> None:
    reading = read("luis", text, letter=MET)
    assert reading.heard[0].fields.held_on == date(2026, 4, 2)


@pytest.mark.parametrize("text", ["Not yet", "No, not yet.", "Todavía no", "Noch nicht."])
def test_not_yet_is_no_meeting(text: str) -> None:
    reading = read("luis", text, letter=MET)
    assert (reading.heard[0].fields.answer, reading.heard[0].fields.held_on) == ("no", None)


@pytest.mark.parametrize("text", ["Yes", "Yes, we met.", "We had a call."])
def test_a_meeting_without_a_day_has_none(text: str) -> None:
    reading = read("luis", text, letter=MET)
    assert intents(reading) == [Intent.MEETING_REPORT]
    assert reading.heard[0].fields.held_on is None
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "We have not met since 12 March.",
        "I think it was on 12 March or so.",
        "On 12 March or 13 March.",
        "Was it on 12 March?",
    ],
)
def test_a_day_that_is_not_plain_is_for_a_person(text: str) -> None:
    reading = read("luis", text, letter=MET)
    assert reading.doubts or reading.unclear


def test_a_plain_yes_stays_a_yes_where_one_was_asked_for() -> None:
    assert intents(read("luis", "Yes, we are in touch", letter=QUIET)) == [Intent.YES]
    assert intents(read("luis", "No", letter=QUIET)) == [Intent.NO]
    reading = read("luis", "Yes, we met on 12 March", letter=QUIET)
    assert intents(reading) == [Intent.MEETING_REPORT]


@pytest.mark.parametrize(
    "text",
    [
        "A video call every two weeks",
        "Telegram, once a week.",
        "We write each other e-mails every month.",
        "Una videollamada cada dos semanas",
        "Jeden Montag ein Telefonat per Signal",
        "Un appel par mois",
        "Una chiamata ogni mese",
        "Telepon setiap minggu",
        "Uma chamada por mês",
    ],
)
def test_the_way_and_the_rhythm_are_kept_as_written(text: str) -> None:
    reading = read("luis", text, letter=TOUCH)
    assert intents(reading) == [Intent.AGREED]
    assert reading.heard[0].fields.answer == text
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "text", ["Which way do others use?", "We do not call each other.", "Thank you."]
)
def test_what_names_no_way_agrees_on_nothing(text: str) -> None:
    reading = read("luis", text, letter=TOUCH)
    assert Intent.AGREED not in intents(reading)
