import pytest

from mailer.understand.facts import username


@pytest.mark.parametrize(
    "text",
    ["Greetings, Luis (luisv)", "im Portal: LuisV", "Portal luisv, Spanish", "luisv as ever"],
)
def test_the_name_that_the_roster_knows_is_found_as_a_word(text):
    assert (username(text, "luisv") or "").lower() == "luisv"


@pytest.mark.parametrize("text", ["luisv@people.example", "I am luisvega", "nothing of the kind"])
def test_a_piece_of_another_word_is_no_name(text):
    assert username(text, "luisv") is None


def test_a_label_of_two_words_is_no_name():
    assert username("Identifiant portail : manon") == "manon"
