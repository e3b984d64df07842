import pytest

from mailer.understand.amounts import going_on, rating


@pytest.mark.parametrize(
    ("low", "number"),
    [
        ("4/5 from me", 4),
        ("8 von 10", 8),
        ("nota 9,5", 9.5),
        ("i would give her a nine", 9),
        ("le pongo un 9", 9),
        ("8 sur 10", 8),
        ("le do un 7", 7),
        ("saya kasih nilai 8", 8),
        ("we met 6 times in 2 months", None),
        ("give her 3 months", None),
        ("on 4/5 we met", None),
        ("10 out of 10", 10),
        ("de un a dix, je lui donne un 8", 8),
        ("from one to ten she gets a 7", 7),
        ("voto: otto e mezzo su dieci", 8.5),
        ("eight and a half out of ten", 8.5),
        ("le pongo un siete y medio", 7.5),
        ("dou nota 8 e meio", 8.5),
        ("achteinhalb von 10", 8.5),
        ("7½ out of 10", 7.5),
        ("sept et demi sur dix", 7.5),
    ],
)
def test_a_rating_is_a_number_that_is_given(low, number):
    assert rating(low) == number


@pytest.mark.parametrize(
    ("low", "answer"),
    [
        ("we want to extend for another year", "extend"),
        ("we do not extend", "end"),
        ("wir verlangern nicht", "end"),
        ("queremos seguir otro ano", "extend"),
        ("prefiero cambiar de mentora", "change"),
        ("nous avons decide de ne pas prolonger", "end"),
        ("kami ingin lanjut setahun lagi", "extend"),
        ("saya ingin ganti mentor", "change"),
        ("thank you", None),
    ],
)
def test_a_denied_extension_is_an_end(low, answer):
    assert going_on([low]) == (answer, False)


@pytest.mark.parametrize(
    ("low", "expected"), [("ik zou zeggen 7 op 10", 7), ("daje 4 na 5", 4), ("8 na 10 punktow", 8)]
)
def test_ratings_out_of_ten_are_read_in_dutch_and_polish(low, expected):
    assert rating(low) == expected
