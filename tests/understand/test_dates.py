from datetime import date

import pytest

from mailer.understand.dates import Lean, dates

WEDNESDAY = date(2026, 3, 18)
PAST, FUTURE = Lean.PAST, Lean.FUTURE


@pytest.mark.parametrize(
    ("text", "lean", "language", "days"),
    [
        ("finished on 2026-03-05", PAST, "en", ["2026-03-05"]),
        ("finished 2025/06/17", PAST, "en", ["2025-06-17"]),
        ("on the 5th of March", PAST, "en", ["2026-03-05"]),
        ("March 5, 2026", PAST, "en", ["2026-03-05"]),
        ("on 20 December", PAST, "en", ["2025-12-20"]),
        ("on 20 January", FUTURE, "en", ["2026-01-20"]),
        ("from 1 to 20 July", FUTURE, "en", ["2026-07-01", "2026-07-20"]),
        ("July 1-20", FUTURE, "en", ["2026-07-01", "2026-07-20"]),
        ("from 28 December to 5 January", FUTURE, "en", ["2026-12-28", "2027-01-05"]),
        ("last Saturday", PAST, "en", ["2026-03-14"]),
        ("since Tuesday", PAST, "en", ["2026-03-17"]),
        ("yesterday evening", PAST, "en", ["2026-03-17"]),
        ("the day before yesterday", PAST, "en", ["2026-03-16"]),
        ("two weeks ago", PAST, "en", ["2026-03-04"]),
        ("at the end of this month", FUTURE, "en", ["2026-03-31"]),
        ("end of next month", FUTURE, "en", ["2026-04-30"]),
        ("at the end of June", FUTURE, "en", ["2026-06-30"]),
        ("by the end of the year", FUTURE, "en", ["2026-12-31"]),
        ("effective immediately", FUTURE, "en", ["2026-03-18"]),
        ("on the 25th", FUTURE, "en", ["2026-03-25"]),
        ("on the 12th", PAST, "en", ["2026-03-12"]),
        ("the 1st of next month", FUTURE, "en", ["2026-04-01"]),
        ("el 5 de marzo de 2026", PAST, "es", ["2026-03-05"]),
        ("ayer", PAST, "es", ["2026-03-17"]),
        ("03/04/2026", PAST, "es", ["2026-04-03"]),
        ("dia 10", PAST, "pt", ["2026-03-10"]),
        ("1º de março de 2026", PAST, "pt", ["2026-03-01"]),
        ("le 1er avril", FUTURE, "fr", ["2026-04-01"]),
        ("hier", PAST, "fr", ["2026-03-17"]),
        ("am 3. März 2026", PAST, "de", ["2026-03-03"]),
        ("zum 3.4.", FUTURE, "de", ["2026-04-03"]),
        ("ab sofort", FUTURE, "de", ["2026-03-18"]),
        ("il 15 marzo", PAST, "it", ["2026-03-15"]),
        ("dal primo maggio", FUTURE, "it", ["2026-05-01"]),
        ("tanggal 5 Maret 2026", PAST, "id", ["2026-03-05"]),
        ("kemarin lusa", PAST, "id", ["2026-03-16"]),
    ],
)
def test_a_date_is_worked_out_against_the_day_of_writing(text, lean, language, days):
    found = dates(text, WEDNESDAY, lean, language)
    assert [one.day.isoformat() for one in found] == days
    assert not any(one.unclear for one in found)


@pytest.mark.parametrize(
    "text", ["03/04/2026", "next Friday", "at the end of the week"], ids=["order", "next", "week"]
)
def test_a_date_that_can_be_read_in_two_ways_is_unclear(text):
    assert dates(text, WEDNESDAY, FUTURE)[0].unclear


@pytest.mark.parametrize(
    "text",
    ["I may go in May", "version 3.11 in 2025", "2/3 of the course", "3 mentees", "31 February"],
)
def test_what_is_no_day_is_not_read_as_one(text):
    assert dates(text, WEDNESDAY) == ()


def test_the_german_word_for_here_is_no_day():
    assert dates("hier steht es", WEDNESDAY, PAST, "de") == ()
