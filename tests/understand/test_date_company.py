"""Days that other words beside them settle, move or make doubtful."""

from datetime import date

import pytest

from mailer.understand.dates import Lean, dates

WEDNESDAY = date(2026, 3, 18)
PAST, FUTURE = Lean.PAST, Lean.FUTURE


def certain(text, language, day):
    """Assert that a text tells one day that lies ahead, without a doubt."""
    (found,) = dates(text, WEDNESDAY, FUTURE, language)
    assert not found.unclear
    assert found.day.isoformat() == day


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("at the end of the month of April", "en", "2026-04-30"),
        ("by the end of the present month", "en", "2026-03-31"),
        ("a fin del mes de abril", "es", "2026-04-30"),
        ("no fim do mês de abril", "pt", "2026-04-30"),
        ("no fim do corrente ano", "pt", "2026-12-31"),
        ("à la fin du mois d'avril", "fr", "2026-04-30"),
        ("fin du trimestre en cours", "fr", "2026-03-31"),
        ("Ende des Monats April", "de", "2026-04-30"),
        ("mein letzter Tag im April", "de", "2026-04-30"),
        ("am letzten Tag des Monats April", "de", "2026-04-30"),
        ("der letzte Tag im April", "de", "2026-04-30"),
        ("mit Ablauf des Monats April 2027", "de", "2027-04-30"),
        ("mit Ablauf des laufenden Monats", "de", "2026-03-31"),
        ("mit Ende des laufenden Quartals", "de", "2026-03-31"),
        ("alla fine del mese di aprile", "it", "2026-04-30"),
        ("akhir bulan April", "id", "2026-04-30"),
        ("akhir bulan ini", "id", "2026-03-31"),
    ],
)
def test_the_end_of_a_month_is_that_of_the_month_that_is_named(text, language, day):
    certain(text, language, day)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("April is my last month", "en", "2026-04-30"),
        ("my last month as a mentor will be May", "en", "2026-05-31"),
        ("once May is over", "en", "2026-05-31"),
        ("June is my last.", "en", "2026-06-30"),
        ("April ist mein letzter Monat", "de", "2026-04-30"),
        ("sobald der Mai um ist", "de", "2026-05-31"),
        ("abril es mi último mes", "es", "2026-04-30"),
        ("al acabar mayo", "es", "2026-05-31"),
        ("quando terminar abril", "pt", "2026-04-30"),
        ("mon dernier mois comme mentor sera avril", "fr", "2026-04-30"),
        ("quand avril sera fini", "fr", "2026-04-30"),
        ("quando finisce aprile", "it", "2026-04-30"),
        ("setelah April selesai", "id", "2026-04-30"),
        ("bulan terakhir saya April", "id", "2026-04-30"),
    ],
)
def test_a_month_that_is_the_last_one_or_over_tells_its_last_day(text, language, day):
    certain(text, language, day)


@pytest.mark.parametrize("text", ["June is my last exam", "my last month as a mentor"])
def test_what_else_is_the_last_one_tells_no_day(text):
    assert dates(text, WEDNESDAY, FUTURE, "en") == ()


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("from August", "en", "2026-08-01"),
        ("a partir de junio", "es", "2026-06-01"),
        ("dès juin", "fr", "2026-06-01"),
        ("ab Mai", "de", "2026-05-01"),
        ("con decorrenza odierna", "it", "2026-03-18"),
        ("mit heutigem Datum", "de", "2026-03-18"),
        ("a partir desta data", "pt", "2026-03-18"),
        ("a partir de la fecha", "es", "2026-03-18"),
    ],
)
def test_what_begins_ahead_begins_on_the_first_day(text, language, day):
    certain(text, language, day)


def test_now_is_no_day_where_it_only_says_how_things_stand():
    assert dates("as of now I have no name", WEDNESDAY, FUTURE, "en") == ()
    assert dates("as of now I am no mentor", WEDNESDAY, FUTURE, "en")


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("from the 29th to 10 July", "en", ["2026-06-29", "2026-07-10"]),
        ("vom 29. bis 10. Juli", "de", ["2026-06-29", "2026-07-10"]),
        ("from 20 to 27 July", "en", ["2026-07-20", "2026-07-27"]),
        ("minggu depan hari Rabu", "id", ["2026-03-25"]),
        ("mid-June, on the 15th", "en", ["2026-06-15", "2026-06-15"]),
        ("Mitte Juni, am 15.", "de", ["2026-06-15", "2026-06-15"]),
    ],
)
def test_days_that_stand_together_are_read_together(text, language, days):
    found = dates(text, WEDNESDAY, FUTURE, language)
    assert [one.day.isoformat() for one in found] == days
    assert not found[-1].unclear


@pytest.mark.parametrize(
    ("text", "lean", "language"),
    [
        ("31 February", PAST, "en"),
        ("zum 31. Juni", FUTURE, "de"),
        ("el 31 de abril", FUTURE, "es"),
        ("am Freitag, dem 14. Mai", FUTURE, "de"),
        ("der übernächste Freitag", FUTURE, "de"),
        ("the Friday after next", FUTURE, "en"),
        ("the Monday before last", PAST, "en"),
        ("a week last Friday", PAST, "en"),
        ("el viernes antepasado", PAST, "es"),
        ("de este viernes en ocho", FUTURE, "es"),
        ("na terça retrasada", PAST, "pt"),
        ("venerdì a otto", FUTURE, "it"),
        ("vendredi en quinze", FUTURE, "fr"),
        ("el penúltimo lunes", PAST, "es"),
        ("bis Mittwoch der Woche darauf", FUTURE, "de"),
        ("in the first week of June, on Monday", FUTURE, "en"),
        ("non venerdì, quello dopo", FUTURE, "it"),
    ],
)
def test_a_day_that_words_beside_it_move_or_contradict_is_unclear(text, lean, language):
    found = dates(text, WEDNESDAY, lean, language)
    assert found
    assert all(one.unclear for one in found)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("the Tuesday after Easter", "en", "2026-04-07"),
        ("the Friday before Christmas", "en", "2026-12-18"),
        ("am Dienstag nach Ostern", "de", "2026-04-07"),
        ("am Tag nach Ostern", "de", "2026-04-06"),
        ("el martes después de Pascua", "es", "2026-04-07"),
        ("le mardi après Pâques", "fr", "2026-04-07"),
        ("il martedì dopo Pasqua", "it", "2026-04-07"),
        ("two weeks from Friday", "en", "2026-04-03"),
        ("au terme du mois d'avril", "fr", "2026-04-30"),
        ("al término de abril", "es", "2026-04-30"),
        ("no final do trimestre", "pt", "2026-03-31"),
    ],
)
def test_a_day_beside_another_one_is_counted_from_it(text, language, day):
    certain(text, language, day)


@pytest.mark.parametrize("text", ["minggu kemarin", "minggu kemaren", "bulan kemarin"])
def test_last_week_and_last_month_are_no_yesterday(text):
    (found,) = dates(text, WEDNESDAY, PAST, "id")
    assert found.unclear


def test_last_year_is_no_yesterday():
    assert dates("tahun kemarin", WEDNESDAY, PAST, "id") == ()


@pytest.mark.parametrize("text", ["dal 1° al 14 giugno", "tra il 1° e il 14 giugno"])
def test_the_first_day_of_a_span_is_in_the_month_of_the_last(text):
    days = [one.day.isoformat() for one in dates(text, WEDNESDAY, FUTURE, "it")]
    assert days == ["2026-06-01", "2026-06-14"]
