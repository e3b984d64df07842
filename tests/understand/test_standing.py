import pytest

from mailer.understand.model import Reading
from tests.understand.programme import read


def successors(reading: Reading) -> list[str | None]:
    heard = (*reading.heard, *(reading.unclear.candidates if reading.unclear else ()))
    return [one.name for one in heard[0].fields.recommended]


def test_a_mentee_beside_a_successor_is_handed_over_and_follows_nobody():
    text = "From 1 May I am no mentor any more. Luis could go to Mariam Gelo, he likes her."
    assert successors(read("ana", text)) == ["Mariam Gelo"]


def test_a_mentee_who_alone_is_recommended_follows_the_mentor():
    text = "I resign as a mentor on 30 April. I recommend Luis Vega as my successor."
    assert successors(read("ana", text)) == ["Luis Vega"]


def test_a_mentee_named_in_one_breath_with_a_successor_follows_too():
    text = "I resign as a mentor on 30 April. I recommend Luis Vega and Mariam Gelo as successors."
    assert successors(read("ana", text)) == ["Luis Vega", "Mariam Gelo"]


def test_a_mentee_of_the_writer_is_not_taken_again():
    reading = read("ana", "I can take Mariam Gelo as a mentee, Luis Vega says she is kind.")
    heard = (*reading.heard, *(reading.unclear.candidates if reading.unclear else ()))
    assert [one.name for one in heard[0].fields.mentee] == ["Mariam Gelo"]


@pytest.mark.parametrize(
    "text",
    [
        "I resign as a mentor on 30 April. Luis Vega knows. I have nobody to suggest.",
        "Dejo de ser mentora el 30 de abril. Para Luis Vega no tengo reemplazo, perdón.",
        "Ich trete am 30. April als Mentorin zurück. Für Luis Vega habe ich keinen Nachfolger.",
    ],
)
def test_who_names_no_successor_has_none(text):
    assert successors(read("ana", text)) == []


def test_nobody_better_is_no_denial():
    text = "Peço a minha renúncia como mentora. Não tenho ninguém melhor do que Mariam Gelo."
    assert "It says that nobody is there to follow" not in read("ana", text).doubts


def test_a_council_member_who_is_greeted_follows_nobody():
    text = "Cora, I resign as a mentor on 30 April. I recommend Mariam Gelo as my successor."
    assert successors(read("ana", text)) == ["Mariam Gelo"]


def test_everybody_in_a_list_of_successors_follows():
    text = (
        "I resign as a mentor on 30 April. As my successors I propose, in this order:\n\n"
        "- Mariam Gelo\n- Tomás Gil, who lives far away but stays up late\n\n"
        "My brother Koldo offered himself as well, which made us laugh.\n"
    )
    assert successors(read("ana", text)) == ["Mariam Gelo", "Tomás Gil"]


def test_the_only_rep_named_beside_an_offer_is_taken_and_doubted():
    text = "Since Ivo left, Mariam Gelo has been without a mentor. I have a place and take her."
    reading = read("ana", text)
    heard = (*reading.heard, *(reading.unclear.candidates if reading.unclear else ()))
    assert [one.name for one in heard[0].fields.mentee] == ["Mariam Gelo"]


def test_a_pair_that_names_two_ways_to_go_on_is_doubted():
    text = "Extend, please, Ana is great. Or better: change. I can not decide."
    assert "Two ways to go on after the year are named" in read("luis", text).doubts


def test_who_may_be_meant_as_a_successor_is_shown_to_the_person_who_looks():
    text = "Mentoring does not fit in any more. The date is 30 April. The name is Tomás Gil."
    reading = read("ana", text)
    assert successors(reading) == ["Tomás Gil"]
    assert any("successor" in doubt or "part Tomás" in doubt for doubt in reading.doubts)
