"""A further address of the writer, said outright in seven languages, and what is none."""

import pytest

from mailer.parse.model import Address
from mailer.rules.fields import Named
from mailer.rules.intents import Intent
from mailer.understand.hear import hear
from mailer.understand.model import Reading, Thread
from tests.understand.programme import NOW, POLICY, ROSTER, intents, mail, read, verdict

NEW = "luis@new.example"
ASKING = {
    "en": f"Hello, please add my other e-mail address {NEW}.",
    "en, changed": f"Hi, my address has changed, I now write from {NEW}.",
    "en, instead": f"Hi, please delete my old address, I now write from {NEW}.",
    "es": f"Hola: mi nueva dirección de correo es {NEW}, gracias.",
    "pt": f"Olá, o meu novo endereço de e-mail é {NEW}, obrigado.",
    "fr": f"Bonjour, ma nouvelle adresse est {NEW}, merci beaucoup.",
    "de": f"Hallo, meine neue E-Mail-Adresse ist {NEW}, vielen Dank.",
    "it": f"Ciao, il mio nuovo indirizzo è {NEW}, grazie mille.",
    "id": f"Halo, alamat email saya yang baru adalah {NEW}, terima kasih.",
}


def stranger(text: str, name: str, email: str = NEW) -> Reading:
    message = mail(text, Address(email, name))
    return hear(message, Thread(), ROSTER, verdict(None), POLICY, NOW)


@pytest.mark.parametrize("text", ASKING.values(), ids=ASKING)
def test_a_member_names_a_further_address(text: str) -> None:
    found = read("luis", text)
    assert intents(found) == [Intent.ADDRESS]
    assert found.heard[0].fields.about == Named(email=NEW, person="luis")
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("This is my new address, please add it.", "Luis Vega"),
        ("I use a new address now. You know me as luis@people.example.", "LV"),
    ],
)
def test_a_stranger_who_says_who_they_are_names_their_own_address(text: str, name: str) -> None:
    found = stranger(text, name)
    assert intents(found) == [Intent.ADDRESS]
    assert found.heard[0].fields.about == Named(email=NEW, person="luis")


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        (f"Please add my other address {NEW}.", "add"),
        (f"Please use my new address {NEW} from now on.", "first"),
        (f"Meine Adresse ist jetzt {NEW} statt der alten, bitte ändern.", "first"),
    ],
)
def test_it_is_one_more_or_takes_the_place_of_the_old_one(text: str, request_: str) -> None:
    assert read("luis", text).heard[0].fields.request == request_


@pytest.mark.parametrize(
    "text",
    [
        f"Mariam's new address is {NEW}, please tell her the date.",
        f"Her new address is {NEW}.",
        f"I do not use my new address {NEW}.",
        f"My new addresses are {NEW} and luis@third.example.",
        "My new address is luis@people.example.",
        "I have a new address and will tell you soon.",
        f"You find the form at {NEW}.",
    ],
)
def test_what_is_not_said_outright_is_not_heard(text: str) -> None:
    assert Intent.ADDRESS not in intents(read("luis", text))


@pytest.mark.parametrize("name", ["Zed Nobody", "Budi Santoso", "", "Luis Vegas"])
def test_a_stranger_who_could_be_nobody_or_two_is_for_the_council(name: str) -> None:
    found = stranger("This is my new address, please add it.", name)
    assert Intent.ADDRESS not in intents(found)


def test_what_else_the_mail_says_is_not_lost() -> None:
    found = read("ana", "I resign as a mentor on 30 June. My new address is ana@new.example.")
    assert {Intent.ADDRESS, Intent.RESIGNATION} <= set(intents(found))


def test_in_a_forward_nobody_names_an_address() -> None:
    inner = mail("Please add my other address b@new.example.", Address("b@x.example", "B"))
    message = mail("See below.", forwarded=inner)
    found = hear(message, Thread(), ROSTER, verdict("luis"), POLICY, NOW)
    assert Intent.ADDRESS not in intents(found)
