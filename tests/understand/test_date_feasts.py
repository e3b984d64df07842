from datetime import date

import pytest

from mailer.understand.dates import Lean, dates

WEDNESDAY = date(2026, 3, 18)
PAST, FUTURE = Lean.PAST, Lean.FUTURE


@pytest.mark.parametrize(
    ("text", "lean", "language", "day"),
    [
        ("at Michaelmas", FUTURE, "en", "2026-09-29"),
        ("on Good Friday", FUTURE, "en", "2026-04-03"),
        ("Easter Monday 2027", FUTURE, "en", "2027-03-29"),
        ("from Thanksgiving", FUTURE, "en", "2026-11-26"),
        ("on Labor Day", FUTURE, "en", "2026-09-07"),
        ("Christmas Eve", FUTURE, "en", "2026-12-24"),
        ("since Christmas", PAST, "en", "2025-12-25"),
        ("on All Souls' Day", PAST, "en", "2025-11-02"),
        ("zu Pfingsten", FUTURE, "de", "2026-05-24"),
        ("am Buß- und Bettag", PAST, "de", "2025-11-19"),
        ("zum ersten Advent", FUTURE, "de", "2026-11-29"),
        ("a ferragosto", FUTURE, "it", "2026-08-15"),
        ("la vigilia di Natale", FUTURE, "it", "2026-12-24"),
        ("fino a San Martino", FUTURE, "it", "2026-11-11"),
        ("hasta San Juan", FUTURE, "es", "2026-06-24"),
        ("desde Nochebuena", PAST, "es", "2025-12-24"),
        ("no dia de Finados", PAST, "pt", "2025-11-02"),
        ("à la Toussaint", FUTURE, "fr", "2026-11-01"),
        ("le lendemain de la Pentecôte", FUTURE, "fr", "2026-05-25"),
        ("sampai Paskah", FUTURE, "id", "2026-04-05"),
    ],
)
def test_a_feast_is_worked_out_by_its_rule(text, lean, language, day):
    (found,) = dates(text, WEDNESDAY, lean, language)
    assert found.day.isoformat() == day
    assert not found.unclear


@pytest.mark.parametrize(
    ("base", "text", "lean", "day"),
    [
        ("2026-11-22", "until Easter", FUTURE, "2027-03-28"),
        ("2026-11-22", "on Ash Wednesday", PAST, "2026-02-18"),
        ("2026-11-22", "last Christmas", PAST, "2025-12-25"),
    ],
)
def test_a_feast_of_another_year_is_reached(base, text, lean, day):
    (found,) = dates(text, date.fromisoformat(base), lean)
    assert found.day.isoformat() == day


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("after Easter", "en"),
        ("over Christmas", "en"),
        ("nach Ostern", "de"),
        ("dopo Natale", "it"),
        ("depois da Páscoa", "pt"),
    ],
)
def test_a_time_near_a_feast_is_found_and_unclear(text, language):
    (found,) = dates(text, WEDNESDAY, FUTURE, language)
    assert found.unclear


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nikolaus Huber schrieb", "de"),
        ("frohe Weihnachten", "de"),
        ("vivo en San Juan", "es"),
        ("Noël Martin et moi", "fr"),
        ("Martini mi ha scritto", "it"),
        ("Idul Fitri", "id"),
        ("Merry Christmas", "en"),
        ("happy new year to all", "en"),
        ("after Ramadan", "en"),
        ("an Easter egg", "en"),
        ("Orthodox Easter", "en"),
    ],
)
def test_a_wish_a_name_and_a_movable_feast_are_no_days(text, language):
    assert dates(text, WEDNESDAY, FUTURE, language) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("from 28 December to Easter", ["2026-12-28", "2027-03-28"]),
        ("from Easter to 20 May 2027", ["2027-03-28", "2027-05-20"]),
        ("from All Saints' to Christmas", ["2026-11-01", "2026-12-25"]),
    ],
)
def test_a_feast_at_the_end_of_a_span_lies_in_the_year_of_the_span(text, days):
    found = dates(text, WEDNESDAY, FUTURE, "en")
    assert [one.day.isoformat() for one in found] == days
