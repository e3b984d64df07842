import pytest

from mailer.parse.model import Part
from mailer.understand.facts import certificate, username


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


@pytest.mark.parametrize(
    "name",
    ["Zaświadczenie_Ola.pdf", "koçluk-sertifika.pdf", "Mezuniyet_Belgesi.pdf", "getuigschrift.png"],
)
def test_a_file_is_known_as_the_certificate_by_its_name_in_any_language(name):
    assert certificate("Hello, it is done.", (Part(name, "application/pdf", 9_000),)) == name


@pytest.mark.parametrize(
    "text",
    [
        "I am at module two. My cousin sent me her certificate to tease me, see below.",
        "Mi hermana me mandó su certificado, yo sigo.",
        "Mein Bruder hat mir sein Zertifikat geschickt.",
        "Ma voisine m'a envoyé son attestation.",
    ],
)
def test_the_certificate_of_somebody_else_is_none(text):
    assert certificate(text, (Part("certificate.pdf", "application/pdf", 9_000),)) is None


def test_a_user_name_may_stand_behind_the_word_portal_alone():
    assert username("Name: Ali Khan\nPortal: alikhan_hyd\nLanguages: Urdu\n") == "alikhan_hyd"
    assert username("Portal: https://portal.example/people\n") is None
