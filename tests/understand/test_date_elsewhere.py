from datetime import date

import pytest

from mailer.understand.dates import Lean, dates
from mailer.understand.sentences import plain

MONDAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("nl", "op 25 maart 2026 afgerond, gisteren", ["2026-03-25", "2026-06-14"]),
        ("pl", "Od 1 lipca, wczoraj, 5 października", ["2026-07-01", "2026-06-14", "2026-10-05"]),
        ("tr", "10 Ekim'de, dün, 31 Aralık 2025", ["2026-10-10", "2026-06-14", "2025-12-31"]),
        ("sv", "den 3 juli, igår, i dag", ["2026-07-03", "2026-06-14", "2026-06-15"]),
        ("da", "den 3. juli, i går", ["2026-07-03", "2026-06-14"]),
        ("no", "3. juli, i morgen", ["2026-07-03", "2026-06-16"]),
        ("cs", "1. července, včera", ["2026-07-01", "2026-06-14"]),
        ("sk", "1. júla, dnes", ["2026-07-01", "2026-06-15"]),
        ("ro", "la 5 iulie, ieri", ["2026-07-05", "2026-06-14"]),
        ("hu", "2026. március 15-én, tegnap", ["2026-03-15", "2026-06-14"]),
        ("fi", "heinäkuun 1. päivä, eilen", ["2026-07-01", "2026-06-14"]),
        ("hr", "1. srpnja, jučer", ["2026-07-01", "2026-06-14"]),
        ("ca", "l'1 de juliol, ahir", ["2026-07-01", "2026-06-14"]),
    ],
)
def test_days_are_found_in_languages_that_are_not_read(language, text, days):
    found = dates(plain(text), MONDAY, Lean.FUTURE, language)
    assert [one.day.isoformat() for one in found] == days


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("nl", "Eind augustus stop ik.", "2026-08-31"),
        ("pl", "z końcem października 2026 r.", "2026-10-31"),
        ("tr", "Haziran sonuna kadar", "2026-06-30"),
        ("sv", "i slutet av augusti", "2026-08-31"),
        ("da", "med udgangen af september", "2026-09-30"),
        ("no", "ved utgangen av september", "2026-09-30"),
        ("cs", "koncem července", "2026-07-31"),
        ("sk", "do konca júla", "2026-07-31"),
        ("ro", "la sfârșitul lunii iulie", "2026-07-31"),
        ("hu", "július végéig", "2026-07-31"),
        ("fi", "heinäkuun lopussa", "2026-07-31"),
        ("hr", "krajem srpnja", "2026-07-31"),
        ("ca", "a finals de juliol", "2026-07-31"),
    ],
)
def test_the_end_of_a_month_is_its_last_day(language, text, day):
    found = dates(plain(text), MONDAY, Lean.FUTURE, language)
    assert [one.day.isoformat() for one in found] == [day]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Zaterdag was het klaar."),
        ("pl", "W sobotę skończyłem."),
        ("tr", "Geçen cumartesi bitirdim."),
        ("sv", "I lördags blev jag klar."),
        ("da", "Jeg blev færdig lørdag."),
        ("no", "Jeg ble ferdig lørdag."),
        ("cs", "V sobotu jsem skončil."),
        ("sk", "V sobotu som skončil."),
        ("ro", "Am terminat sâmbătă."),
        ("hu", "Szombaton végeztem."),
        ("fi", "Lauantaina sain valmiiksi."),
        ("hr", "U subotu sam završio."),
        ("ca", "Vaig acabar dissabte."),
    ],
)
def test_a_weekday_is_the_last_or_the_next_one(language, text):
    low = plain(text)
    gone, coming = (dates(low, MONDAY, lean, language) for lean in (Lean.PAST, Lean.FUTURE))
    assert [one.day for one in gone + coming] == [date(2026, 6, 13), date(2026, 6, 20)]


def test_a_weekday_beside_its_date_is_no_day_of_its_own():
    found = dates(plain("sobota, 20 czerwca"), MONDAY, Lean.FUTURE, "pl")
    assert [one.day for one in found] == [date(2026, 6, 20)]


def test_a_number_beside_another_word_is_no_day():
    assert not dates("3 leden, 5 mentoren, 2 maanden", MONDAY, Lean.PAST, "nl")


def test_words_of_one_language_mean_nothing_in_another():
    assert not dates("the dun cow", MONDAY, Lean.PAST, "en")
