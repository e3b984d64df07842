"""Answers to the letter that asks how a pair goes on: surely read, or left to the council."""

import pytest

from mailer.rules.intents import Intent
from tests.understand.programme import intents, read, sent

ASKED = sent(Intent.RENEWAL, procedure="commitment")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("extend", "extend"),
        ("Extend.\n\nLuis", "extend"),
        ("Hi,\n\nextend please\n\nBest regards,\nLuis", "extend"),
        ("Yes", "extend"),
        ("Yes, another year!", "extend"),
        ("Continue", "extend"),
        ("We would love to continue for another year.", "extend"),
        ("Ana: extend", "extend"),
        ("Sí, otro año más.", "extend"),
        ("Sim, mais um ano.", "extend"),
        ("Oui, une année de plus.", "extend"),
        ("Ja, gerne noch ein Jahr.", "extend"),
        ("Sì, un altro anno.", "extend"),
        ("Ya, lanjut setahun lagi.", "extend"),
        ("verlängern", "extend"),
        ("change", "change"),
        ("I would like another mentor, please.", "change"),
        ("Quiero otro mentor.", "change"),
        ("Ich möchte einen anderen Mentor.", "change"),
        ("end", "end"),
        ("End it please", "end"),
        ("We do not want to continue.", "end"),
        ("I would like to end it.", "end"),
        ("Wir beenden es.", "end"),
        ("Terminar", "end"),
    ],
)
def test_a_plain_answer_is_read(text: str, answer: str) -> None:
    reading = read("luis", text, letter=ASKED)
    assert intents(reading) == [Intent.RENEWAL]
    assert reading.heard[0].fields.answer == answer
    assert reading.heard[0].case == "c1"
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Extend, but only until June.",
        "I might want to continue.",
        "Should we extend?",
        "Yes, if Ana agrees",
        "Let us talk first whether we extend.",
        "Extend. Or shall we end it?",
        "I do not want to change.",
        "I don't want to end it.",
        "My mentor wants to continue.",
        "We could extend or change.",
        "Vielleicht noch ein Jahr.",
        "Sí, pero solo si Ana quiere.",
    ],
)
def test_what_is_not_plain_is_for_a_person(text: str) -> None:
    reading = read("luis", text, letter=ASKED)
    assert reading.doubts or reading.unclear


def test_a_bare_no_says_nothing_of_what_is_wanted() -> None:
    reading = read("luis", "No, thank you.", letter=ASKED)
    assert intents(reading) == [Intent.RENEWAL]
    assert reading.heard[0].fields.answer is None


def test_the_other_one_is_known_by_name() -> None:
    reading = read("ana", "Luis: extend", letter=ASKED)
    assert [one.person for one in reading.heard[0].fields.mentee] == ["luis"]


def test_a_resignation_in_the_answer_is_a_resignation() -> None:
    reading = read("ana", "I resign as a mentor at the end of March.", letter=ASKED)
    assert Intent.RESIGNATION in intents(reading) or reading.doubts or reading.unclear
    assert Intent.RENEWAL not in intents(reading) or reading.doubts
