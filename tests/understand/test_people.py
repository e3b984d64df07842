import pytest

from mailer.rules.fields import Named
from mailer.understand.people import who
from tests.understand.programme import ROSTER


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Luis Vega", "luis"),
        ("LUIS VEGA", "luis"),
        ("Vega Luis", "luis"),
        ("Luís", "luis"),
        ("L. Vega", "luis"),
        ("Theodora Pappa", "theo"),
        ("Θεοδώρα", "theo"),
        ("Θεοδωρα Παππα", "theo"),
    ],
)
def test_a_name_that_fits_one_person_is_found(name, person):
    assert who(Named(name), ROSTER).person == person


def test_two_people_of_one_name_are_never_chosen_between():
    match = who(Named("Budi Santoso"), ROSTER)
    assert match.person is None
    assert match.others == ("budi1", "budi2")


def test_an_address_decides_between_two_people_of_one_name():
    assert who(Named("Budi Santoso", "santoso@people.example"), ROSTER).person == "budi2"


def test_somebody_close_is_meant_before_others():
    budi = ROSTER.person("budi1")
    assert budi is not None
    assert who(Named("Budi"), ROSTER, (budi,)).person == "budi1"


def test_a_near_spelling_is_marked():
    match = who(Named("Marriam Gelo"), ROSTER)
    assert (match.person, match.near) == ("mariam", True)


@pytest.mark.parametrize("name", ["", "Bob", "L.", "de la"])
def test_a_name_that_fits_nobody_finds_nobody(name):
    assert who(Named(name), ROSTER).person is None
