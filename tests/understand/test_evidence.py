"""The words that facts come from, looked up in the mail."""

import pytest

from mailer.parse.model import Address, Part
from mailer.understand.evidence import Evidence, evidence
from mailer.understand.hear import hear
from mailer.understand.model import Thread
from tests.understand.programme import NOW, POLICY, ROSTER, mail, verdict

ANA = Address("ana@people.example", "Ana Pop")
LUIS = Address("luis@people.example", "Luis Vega")


def shown(text: str, who: Address = ANA, **more: object) -> tuple[Evidence, ...]:
    message = mail(text, who, **more)
    person = ROSTER.at(who.email)
    assert person is not None
    return evidence(message, hear(message, Thread(), ROSTER, verdict(person.id), POLICY, NOW))


def source(found: Evidence, name: str) -> str:
    [words] = [fact.words for fact in found.facts if fact.name == name]
    return words


def test_a_reading_shows_its_sentence_and_its_facts() -> None:
    [found] = shown(
        "Hello,\n\nI resign as a mentor on 1 June 2026. I recommend Mariam Gelo as my successor."
    )
    assert (found.intent, found.procedure, found.why) == ("resignation", "resignation", "")
    assert found.sureness > 0.8
    assert "I resign as a mentor" in found.words
    assert source(found, "effective_on") == "1 June 2026"
    assert source(found, "recommended") == "I recommend Mariam Gelo as my successor."
    assert source(found, "person") == "the sender's address"


@pytest.mark.parametrize("words", ["last Saturday", "14 March", "2026-03-14", "on the 14th"])
def test_a_date_shows_the_words_that_give_it(words: str) -> None:
    found = shown(f"I finished the coaching training {words}.", LUIS)[0]
    assert source(found, "completed_on") in words


def test_a_certificate_comes_from_the_attachment() -> None:
    part = Part("certificate.pdf", "application/pdf", 9)
    found = shown("I finished the coaching training yesterday.", LUIS, parts=(part,))[0]
    assert source(found, "certificate") == "the attached file"


def test_a_country_is_found_in_the_words_of_the_mail() -> None:
    text = "Olá, gostaria de ser mentor. Moro no Brasil, em São Paulo."
    found = shown(text, LUIS)[0]
    assert source(found, "country") == "Moro no Brasil, em São Paulo."


def test_an_unclear_mail_shows_how_likely_its_readings_are() -> None:
    found = shown("If I find no time this spring, I will resign as a mentor.")
    assert "resignation" in {one.intent for one in found}
    assert all(one.sureness <= 1 for one in found)


def test_a_mail_that_says_nothing_shows_nothing() -> None:
    assert shown("") == ()
