"""Answers to a letter with numbered readings: a number, or words, in the languages we read."""

from dataclasses import replace

import pytest

from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Sent
from mailer.understand.model import Reading
from tests.understand.programme import NOW, intents, read

OFFERED = (Intent.RESIGNATION, Intent.LEAVE_OF_ABSENCE, Intent.OTHER)
LETTER = Sent("l1", "ana", "clarification/which.sender", "What do you mean?", NOW,
              Asks("clarification", "c1", OFFERED, choice=True), by_token=True)  # fmt: skip
ONE = replace(
    LETTER, asks=Asks("clarification", "c1", (Intent.RESIGNATION, Intent.OTHER), choice=True)
)


def answered(text: str, letter: Sent = LETTER) -> Reading:
    return read("ana", text, letter=letter, quoted="1. I resign as a mentor, for good")


def choice(text: str, letter: Sent = LETTER) -> tuple[int, ...]:
    reading = answered(text, letter)
    if intents(reading) != [Intent.CHOICE] or reading.doubts:
        return ()
    assert (reading.heard[0].case, reading.heard[0].procedure) == ("c1", "clarification")
    return reading.heard[0].fields.choice


@pytest.mark.parametrize(
    "text",
    [
        "2", "2.", "2)", "(2)", "#2", "#2, thanks", "2 please", "2, thank you!", "Number two",
        "number 2", "No. 2", "Option 2", "The second", "the second one", "The second one, thanks.",
        "It's 2", "it is number 2.", "I meant 2", "I mean the second.", "Yes, 2", "Hi,\n\n2\n\nAna",
        "Hello,\n2.\nBest regards,\nAna", "two", "2 - sorry for the confusion!",
        "2. Thanks for asking",
        "2. I take a break for a time, and come back", "2nd",
        "La segunda", "el 2", "Número dos", "la opción 2, gracias", "O segundo",
        "a segunda, obrigada",
        "número 2, por favor", "Le deuxième", "la 2", "numéro deux, merci", "c'est le 2",
        "Die zweite", "Nummer zwei", "Nr. 2", "2, danke", "Das zweite, bitte", "ich meine die 2",
        "Il secondo", "la seconda, grazie", "numero due", "Nomor dua", "yang kedua",
        "yang kedua ya",
        "pilihan 2, terima kasih",
    ],
)  # fmt: skip
def test_the_second_is_chosen_by_its_number(text: str) -> None:
    assert choice(text) == (2,)


@pytest.mark.parametrize(
    "text",
    [
        "The break", "the break please", "I only need a break", "A pause, thanks",
        "a break, not for good", "I take the break", "No, the break.",
        "I take a break, I do not resign",
        "El descanso", "solo una pausa", "A pausa, por favor", "la pause", "eine Pause, danke",
        "una pausa", "Cuti sementara saja",
    ],
)  # fmt: skip
def test_the_break_is_chosen_in_words(text: str) -> None:
    assert choice(text) == (2,)


@pytest.mark.parametrize(
    "text", ["I resign", "1, I resign", "for good", "the first", "Ich höre auf, 1", "renuncio",
             "resignation, not a break", "1 :)", "Saya mundur"]
)  # fmt: skip
def test_the_first_is_chosen(text: str) -> None:
    assert choice(text) == (1,)


@pytest.mark.parametrize("text", ["3", "the third", "Number three.", "4", "99"])
def test_a_number_that_names_no_reading_is_still_a_number(text: str) -> None:
    assert len(choice(text)) == 1


@pytest.mark.parametrize(
    ("text", "numbers"), [("1 and 2", (1, 2)), ("1, 2", (1, 2)), ("2 and 2", (2,))]
)
def test_several_numbers_are_all_kept(text: str, numbers: tuple[int, ...]) -> None:
    assert choice(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "1 or 2", "2?", "Maybe 2, if that is possible", "not 1", "I do not know", "Not the break",
        "2 weeks ago I talked with Luis.", "2027", "What does the second mean?", "hm",
        "The break or for good, I am not sure", "Thanks!", "20 March", "1.5",
        "2. By the way, can you also send me the template?",
    ],
)  # fmt: skip
def test_what_is_no_plain_answer_chooses_nothing(text: str) -> None:
    assert choice(text) == ()


@pytest.mark.parametrize(
    ("text", "number"), [("Yes", 1), ("yes please", 1), ("No", 2), ("Nein", 2)]
)
def test_yes_and_no_answer_where_one_reading_was_offered(text: str, number: int) -> None:
    assert choice(text, ONE) == (number,)
    assert choice(text) == ()


@pytest.mark.parametrize(
    "text",
    ["None of these", "neither", "Something else.", "3, sorry", "Otra cosa", "nenhum deles",
     "Autre chose", "Keins von beiden", "Nessuno dei due", "Hal lain"],
)  # fmt: skip
def test_something_else_is_chosen_in_words(text: str) -> None:
    assert choice(text) == (3,)


@pytest.mark.parametrize(
    "text",
    ["3. I finished the coaching training on 3 March 2026.",
     "Something else: I finished the coaching training on 3 March 2026."],
)  # fmt: skip
def test_something_else_with_a_sentence_is_read_as_that_sentence(text: str) -> None:
    assert Intent.CHOICE not in intents(answered(text))


@pytest.mark.parametrize(
    "text", ["Both", "both, please", "Las dos", "Les deux.", "beides", "Keduanya"]
)
def test_both_can_be_chosen(text: str) -> None:
    assert choice(text) == (1, 2)


@pytest.mark.parametrize(
    "text", ["Please forget my mail", "Never mind", "Olvide mi correo, por favor"]
)
def test_the_mail_can_be_taken_back(text: str) -> None:
    assert intents(answered(text)) == [Intent.TAKE_BACK]


def test_the_answer_brings_its_own_facts() -> None:
    [heard] = answered("1. My last day as a mentor is 30 April 2026.").heard
    assert heard.fields.choice == (1,)
    assert str(heard.fields.effective_on) == "2026-04-30"


def test_a_fresh_sentence_is_read_as_any_mail() -> None:
    reading = answered("I am sorry. I resign as a mentor. My last day is 30 April 2026.")
    assert intents(reading) == [Intent.RESIGNATION]


def test_anger_in_the_answer_is_a_doubt() -> None:
    assert answered("1, and I am furious with you liars").doubts
