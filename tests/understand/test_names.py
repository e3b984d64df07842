import pytest

from mailer.parse.model import Address
from mailer.understand.names import names
from tests.understand.programme import ROSTER


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("I recommend Ivo Zeni as my successor.", "en", ["Ivo Zeni"]),
        ("Recommending Ivo Zeni, and Jo O'Neill-Rae.", "en", ["Ivo Zeni", "Jo O'Neill-Rae"]),
        ("Propongo a la señora Charo Benavente.", "es", ["Charo Benavente"]),
        ("Je propose Mme Bérengère Maillot.", "fr", ["Bérengère Maillot"]),
        ("J'en ai parlé à d'Ana Pop.", "fr", ["Ana Pop"]),
        ("Als Nachfolgerin schlage ich Frau Nour Haddad vor.", "de", ["Nour Haddad"]),
        ("Als Nachfolgerin schlage ich Frau Mag. Haddad vor.", "de", ["Haddad"]),
        ("Recomiendo al Lic. Ivo Zeni.", "es", ["Ivo Zeni"]),
        ("P.S. My manager has moved a deadline.", "en", []),
        ("Neue Arbeit in Schichten, keine Zeit mehr.", "de", []),
        ("Ich schreibe im Namen von Carla Mendes.", "de", ["Carla Mendes"]),
        ("Diserahkan kepada Bu Ratna Widyastuti.", "id", ["Ratna Widyastuti"]),
        ("Saya mengusulkan Saudari Ratna Widyastuti.", "id", ["Ratna Widyastuti"]),
        ("Yerime Nilüfer Aydemir'i öneriyorum.", "tr", ["Nilüfer Aydemir"]),
        ("Che il posto vada a Ludwig van Beek.", "it", ["Ludwig van Beek"]),
        ("we spoke with luis vega yesterday", "en", ["luis vega"]),
        ("Θεοδώρα Παππά would be great.", "en", ["Θεοδώρα Παππά"]),
        ("The meeting was in Lima on Monday.", "en", []),
        ("I WILL NEVER COME BACK TO THIS", "en", []),
        ("With the GPS in one hand.", "en", []),
    ],
)
def test_people_are_found_and_other_capitals_are_not(text, language, found):
    assert [one.name for one in names(text, ROSTER, (), "", language)] == found


def test_the_address_beside_a_name_belongs_to_it():
    assert names("Ask Ivo Zeni (ivo@far.example).", ROSTER)[0].email == "ivo@far.example"


def test_the_address_of_somebody_in_cc_belongs_to_the_name():
    shown = (Address("ivo@far.example", "Ivo Zeni"),)
    assert names("I recommend Ivo Zeni.", ROSTER, shown)[0].email == "ivo@far.example"


def test_the_writer_is_not_named_by_the_own_signature():
    assert names("Regards from Ana Pop", ROSTER, (), "Ana Pop") == ()
