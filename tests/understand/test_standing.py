from dataclasses import replace

import pytest

from mailer.parse.model import Address
from mailer.rules.fields import Fields, Named
from mailer.understand.fields import _Collector as Collector
from mailer.understand.fields import _resignation as resignation
from mailer.understand.hear import hear
from mailer.understand.listed import with_neighbours
from mailer.understand.model import Reading, Thread
from mailer.understand.played import Played
from mailer.understand.whom import Somebody
from tests.corpus.measure import matter
from tests.understand.programme import NOW, POLICY, ROSTER, mail, read, verdict


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
        "I resign as a mentor on 30 April. I am not proposing Luis Vega, nor anybody else.",
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


def test_who_passed_a_mail_on_and_is_greeted_in_it_follows_nobody():
    text = "Mariam, my friend,\n\nI resign as a mentor on 30 April. I recommend Tomás Gil."
    original = mail(text, Address("ana@people.example", "Ana Pop"))
    outer = mail("FYI", Address("mariam@people.example", "Mariam Gelo"), forwarded=original)
    passed_on = replace(verdict("ana"), witness="mariam")
    reading = hear(outer, Thread(), ROSTER, passed_on, POLICY, NOW)
    assert successors(reading) == ["Tomás Gil"]
    assert not any("Mariam" in doubt for doubt in reading.doubts)


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


@pytest.mark.parametrize(
    "text",
    [
        "Extend, please, Ana is great. Or better: change. I can not decide.",
        "Extend with Ana for a year, please. No: I would rather have another mentor next year.",
    ],
)
def test_a_pair_that_names_two_ways_to_go_on_is_doubted(text):
    assert "Two ways to go on after the year are named" in read("luis", text).doubts


@pytest.mark.parametrize(
    "text",
    [
        "Our year is over and I would like to continue under another mentor.",
        "Se cumple el año con Ana y preferiría seguir con otra persona.",
    ],
)
def test_a_change_in_words_of_going_on_is_one_way(text):
    reading = read("luis", text)
    assert not any("Two ways" in doubt for doubt in reading.doubts)
    assert reading.heard[0].fields.answer == "change"


def test_two_pairs_that_go_on_in_two_ways_are_doubted():
    text = "With Luis Vega I extend for another year. With Mariam Gelo it ends after the year."
    assert "Two ways to go on after the year are named" in read("ana", text).doubts


def test_who_may_be_meant_as_a_successor_is_shown_to_the_person_who_looks():
    resigning = {"text": "I stop. Tomás Gil.", "role": "mentor", "intents": ["resignation"]}
    tomas = Somebody(Named("Tomás Gil"), "", "", "")
    for chance, shown in ((0.2, ("Tomás Gil",)), (0.05, ())):
        mail = Collector(matter(resigning), ())
        chances = {"other": 1 - chance, "recommended": chance}
        mail.people = (Played(tomas, "other", 1 - chance, 1, chances),)
        fields = resignation(mail, Fields())
        assert tuple(one.name for one in fields.recommended) == shown
        assert mail.doubts == ["Somebody is named who may be meant as a successor"]


@pytest.mark.parametrize(
    "anybody",
    [
        "Anyone is fine as my successor.",
        "Whoever you choose may take my place.",
        "The council may pick my successor.",
    ],
)
def test_where_anybody_may_follow_nobody_is_meant(anybody):
    reading = read("ana", f"I resign as a mentor. My last day is 30 April. {anybody}")
    assert successors(reading) == []
    assert reading.doubts == ()


@pytest.mark.parametrize("joint", ["sama", "and", "as well as", "&"])
def test_who_is_joined_to_a_successor_is_likelier_to_follow(joint):
    text = f"I resign. Mariam Gelo {joint} Luis Vega could follow."
    row = {"text": text, "role": "mentor", "intents": ["resignation"]}
    first = Played(Somebody(Named("Mariam Gelo"), "", "", "", 0), "other", 0.6, 1)
    first = replace(first, chances={"other": 0.6, "recommended": 0.4})
    place = len(f"Mariam Gelo {joint} ")
    second = Played(Somebody(Named("Luis Vega"), "", "", "", place), "recommended", 0.9, 1)
    mail = matter(row)
    assert with_neighbours(mail, first, (first, second)) == {"recommended": 5.0}
    assert with_neighbours(mail, second, (first, second)) == {}


@pytest.mark.parametrize(("chance", "doubted"), [(0.25, False), (0.05, True)])
def test_who_is_met_or_assessed_is_the_other_one_of_the_pair(chance, doubted):
    row = {"text": "Sam helps me a lot.", "role": "rep", "intents": ["feedback"]}
    mail = Collector(matter(row), ())
    chances = {"other": 0.4 - chance, "about": 0.6, "mentor": chance}
    mail.people = (Played(Somebody(Named("Sam Roe"), "", "", ""), "about", 0.6, 0, chances),)
    assert [one.name for one in mail.named("about")] == ["Sam Roe"]
    assert bool(mail.doubts) is doubted


@pytest.mark.parametrize(("successor", "asked"), [("Bruno", True), ("Bruno Keller", False)])
def test_a_first_name_that_nobody_bears_is_asked_about(successor, asked):
    text = f"I resign as a mentor on 30 June. I recommend {successor} as my successor."
    doubts = read("ana", text).doubts
    assert (f"Nobody on the roster is called “{successor}”" in doubts) is asked


def test_of_two_who_bear_a_name_it_is_not_said_that_nobody_does():
    text = "I resign as a mentor on 30 June. I recommend Budi as my successor."
    doubts = read("ana", text).doubts
    assert any("fits several" in doubt for doubt in doubts)
    assert not any("Nobody on the roster" in doubt for doubt in doubts)


def test_a_mentee_named_in_one_breath_with_a_successor_follows_as_well():
    text = "I resign as a mentor on 30 June. I propose two people: Luis Vega, and Tomás Gil."
    assert successors(read("ana", text)) == ["Luis Vega", "Tomás Gil"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Pop knows that it is nothing against her. Could you find me another mentor?",
        "I really like Ana. Still, please give me another mentor, she is a designer and I code.",
    ],
)
def test_the_mentor_of_the_roster_is_meant_where_a_change_names_them(text):
    reading = read("luis", text)
    heard = (*reading.heard, *(reading.unclear.candidates if reading.unclear else ()))
    assert [one.fields.mentor.person for one in heard[:1] if one.fields.mentor] == ["ana"]
