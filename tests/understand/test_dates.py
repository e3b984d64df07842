import re
from datetime import date, timedelta

import pytest

from mailer.understand.dates import Lean, dates

WEDNESDAY = date(2026, 3, 18)
PAST, FUTURE = Lean.PAST, Lean.FUTURE
NO_DAYS = """
we march on|the sun is out|she sat down and wed him|9 out of 10|it took 2 hours|call me at 14:30
call +44 20 7946 0958|version 2.10.1|chapter 4.12|q12|item 3 and module 3|I work from 9 to 5
a 9.5 rating|24/7|10/10|a 6/10|12.50 euro|my third mentee|the second time|June and I met
my last month as a mentor|in April's words|Jan and May are here
"""


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
        ("on Friday, 14 August", FUTURE, "en", ["2026-08-14"]),
        ("Friday the 20th", FUTURE, "en", ["2026-03-20"]),
        ("on 14 August (Friday)", FUTURE, "en", ["2026-08-14"]),
        ("from Monday to Friday", FUTURE, "en", ["2026-03-23", "2026-03-27"]),
        ("on 31 December next year", FUTURE, "en", ["2027-12-31"]),
        ("the first of the month", FUTURE, "en", ["2026-04-01"]),
        ("until day 30", FUTURE, "en", ["2026-03-30"]),
        ("el viernes 14 de agosto", FUTURE, "es", ["2026-08-14"]),
        ("el viernes 20", FUTURE, "es", ["2026-03-20"]),
        ("a partir del treinta (30) de abril", FUTURE, "es", ["2026-04-30"]),
        ("desde el primero de mes", FUTURE, "es", ["2026-04-01"]),
        ("efectiva 01/09", FUTURE, "es", ["2026-09-01"]),
        ("le vendredi 13 mars", PAST, "fr", ["2026-03-13"]),
        ("am Freitag, den 13. März", PAST, "de", ["2026-03-13"]),
        ("dal primo del mese", FUTURE, "it", ["2026-04-01"]),
        ("on 12th July", FUTURE, "en", ["2026-07-12"]),
        ("on Sept. 3rd", PAST, "en", ["2025-09-03"]),
        ("Tuesday last week", PAST, "en", ["2026-03-10"]),
        ("on Friday of last week", PAST, "en", ["2026-03-13"]),
        ("Sunday evening", PAST, "en", ["2026-03-15"]),
        ("from tomorrow", FUTURE, "en", ["2026-03-19"]),
        ("in two weeks", FUTURE, "en", ["2026-04-01"]),
        ("the 3rd of last month", PAST, "en", ["2026-02-03"]),
        ("10 February - 31 August 2025", FUTURE, "en", ["2025-02-10", "2025-08-31"]),
        ("from 20 December to 8 January 2027", FUTURE, "en", ["2026-12-20", "2027-01-08"]),
        ("between 3 and 24 August", FUTURE, "en", ["2026-08-03", "2026-08-24"]),
        ("July 28 to August 9", FUTURE, "en", ["2026-07-28", "2026-08-09"]),
        ("from the 25th to the 4th", FUTURE, "en", ["2026-03-25", "2026-04-04"]),
        ("from 13/04 to 20/04", FUTURE, "en", ["2026-04-13", "2026-04-20"]),
        ("at month's end", FUTURE, "en", ["2026-03-31"]),
        ("the last day of April", FUTURE, "en", ["2026-04-30"]),
        ("on 05/03/2026", PAST, "de", ["2026-03-05"]),
        ("finished on 02/28/2026", PAST, "en", ["2026-02-28"]),
        ("finished on 03/12/2026", PAST, "en", ["2026-03-12"]),
        ("12 de julio", FUTURE, "es", ["2026-07-12"]),
        ("el 1º de agosto", FUTURE, "es", ["2026-08-01"]),
        ("del 3 al 24 de agosto", FUTURE, "es", ["2026-08-03", "2026-08-24"]),
        ("del 28 de diciembre al 5 de enero", FUTURE, "es", ["2026-12-28", "2027-01-05"]),
        ("anteayer", PAST, "es", ["2026-03-16"]),
        ("el sábado pasado", PAST, "es", ["2026-03-14"]),
        ("el pasado viernes", PAST, "es", ["2026-03-13"]),
        ("el viernes de la semana pasada", PAST, "es", ["2026-03-13"]),
        ("hace dos semanas", PAST, "es", ["2026-03-04"]),
        ("a fin de mes", FUTURE, "es", ["2026-03-31"]),
        ("a finales de junio", FUTURE, "es", ["2026-06-30"]),
        ("hasta el 30 les cumplo", FUTURE, "es", ["2026-03-30"]),
        ("dentro de tres días", FUTURE, "es", ["2026-03-21"]),
        ("mañana", FUTURE, "es", ["2026-03-19"]),
        ("con efecto inmediato", FUTURE, "es", ["2026-03-18"]),
        ("no dia 25", FUTURE, "pt", ["2026-03-25"]),
        ("na sexta passada", PAST, "pt", ["2026-03-13"]),
        ("no sábado", PAST, "pt", ["2026-03-14"]),
        ("há três dias", PAST, "pt", ["2026-03-15"]),
        ("até o fim do mês", FUTURE, "pt", ["2026-03-31"]),
        ("no final de julho", FUTURE, "pt", ["2026-07-31"]),
        ("de 10 de dezembro a 15 de janeiro", FUTURE, "pt", ["2026-12-10", "2027-01-15"]),
        ("a partir de 1 de setembro", FUTURE, "pt", ["2026-09-01"]),
        ("anteontem", PAST, "pt", ["2026-03-16"]),
        ("le 3 février", PAST, "fr", ["2026-02-03"]),
        ("du 8 juillet au 20 août", FUTURE, "fr", ["2026-07-08", "2026-08-20"]),
        ("depuis mardi", PAST, "fr", ["2026-03-17"]),
        ("samedi dernier", PAST, "fr", ["2026-03-14"]),
        ("vendredi de la semaine dernière", PAST, "fr", ["2026-03-13"]),
        ("avant-hier", PAST, "fr", ["2026-03-16"]),
        ("il y a quatre jours", PAST, "fr", ["2026-03-14"]),
        ("à la fin du mois", FUTURE, "fr", ["2026-03-31"]),
        ("fin décembre", FUTURE, "fr", ["2026-12-31"]),
        ("le 12/03", PAST, "fr", ["2026-03-12"]),
        ("jusqu'au 25", FUTURE, "fr", ["2026-03-25"]),
        ("ce matin", PAST, "fr", ["2026-03-18"]),
        ("vom 3. bis 24. August", FUTURE, "de", ["2026-08-03", "2026-08-24"]),
        ("vom 3.8. bis 24.8.", FUTURE, "de", ["2026-08-03", "2026-08-24"]),
        ("3.-24.8.", FUTURE, "de", ["2026-08-03", "2026-08-24"]),
        ("vom 7. bis 28. Jänner 2027", FUTURE, "de", ["2027-01-07", "2027-01-28"]),
        ("vorgestern", PAST, "de", ["2026-03-16"]),
        ("letzten Freitag", PAST, "de", ["2026-03-13"]),
        ("am Samstagabend", PAST, "de", ["2026-03-14"]),
        ("heute Morgen", PAST, "de", ["2026-03-18"]),
        ("ab morgen", FUTURE, "de", ["2026-03-19"]),
        ("vor zwei Wochen", PAST, "de", ["2026-03-04"]),
        ("bis zum 20.", FUTURE, "de", ["2026-03-20"]),
        ("per Ende Juni", FUTURE, "de", ["2026-06-30"]),
        ("zum Monatsende", FUTURE, "de", ["2026-03-31"]),
        ("zum Jahresende", FUTURE, "de", ["2026-12-31"]),
        ("il 3 maggio", FUTURE, "it", ["2026-05-03"]),
        ("l'8 marzo", PAST, "it", ["2026-03-08"]),
        ("dal 3 al 30 giugno", FUTURE, "it", ["2026-06-03", "2026-06-30"]),
        ("giovedì scorso", PAST, "it", ["2026-03-12"]),
        ("sabato", PAST, "it", ["2026-03-14"]),
        ("l'altro ieri", PAST, "it", ["2026-03-16"]),
        ("due settimane fa", PAST, "it", ["2026-03-04"]),
        ("a fine mese", FUTURE, "it", ["2026-03-31"]),
        ("con la fine di giugno", FUTURE, "it", ["2026-06-30"]),
        ("dal 15 del mese prossimo", FUTURE, "it", ["2026-04-15"]),
        ("tanggal 12 Juli", FUTURE, "id", ["2026-07-12"]),
        ("tanggal 10 sampai 24 Juni", FUTURE, "id", ["2026-06-10", "2026-06-24"]),
        ("kemarin", PAST, "id", ["2026-03-17"]),
        ("hari Jumat kemarin", PAST, "id", ["2026-03-13"]),
        ("Sabtu lalu", PAST, "id", ["2026-03-14"]),
        ("dua hari yang lalu", PAST, "id", ["2026-03-16"]),
        ("seminggu lalu", PAST, "id", ["2026-03-11"]),
        ("akhir bulan ini", FUTURE, "id", ["2026-03-31"]),
        ("per akhir Juni", FUTURE, "id", ["2026-06-30"]),
        ("tanggal 1 bulan depan", FUTURE, "id", ["2026-04-01"]),
        ("mulai hari ini", FUTURE, "id", ["2026-03-18"]),
        ("by the fifteenth", FUTURE, "en", ["2026-04-15"]),
        ("from the first of May", FUTURE, "en", ["2026-05-01"]),
        ("the 30th ae September", FUTURE, "en", ["2026-09-30"]),
        ("two Fridays ago", PAST, "en", ["2026-03-06"]),
        ("Friday week", FUTURE, "en", ["2026-03-27"]),
        ("a week on Monday", FUTURE, "en", ["2026-03-30"]),
        ("tomorrow week", FUTURE, "en", ["2026-03-26"]),
        ("a fortnight ago", PAST, "en", ["2026-03-04"]),
        ("the night before last", PAST, "en", ["2026-03-16"]),
        ("Saturday 21st", FUTURE, "en", ["2026-03-21"]),
        ("Sunday to the 29th", FUTURE, "en", ["2026-03-22", "2026-03-29"]),
        ("until fri", FUTURE, "en", ["2026-03-20"]),
        ("sat 0900", PAST, "en", ["2026-03-14"]),
        ("the first Monday of May", FUTURE, "en", ["2026-05-04"]),
        ("from the 1st to the 21st of January", FUTURE, "en", ["2026-01-01", "2026-01-21"]),
        ("14th to 17th", FUTURE, "en", ["2026-04-14", "2026-04-17"]),
        ("9/4 to 20/4", FUTURE, "en", ["2026-04-09", "2026-04-20"]),
        ("23. 9.", PAST, "en", ["2025-09-23"]),
        ("end of Q2", FUTURE, "en", ["2026-06-30"]),
        ("by EOY", FUTURE, "en", ["2026-12-31"]),
        ("am Samstag, dem 14.", PAST, "de", ["2026-03-14"]),
        ("am ersten Montag im Mai", FUTURE, "de", ["2026-05-04"]),
        ("zum ersten März", PAST, "de", ["2026-03-01"]),
        ("ab dem ersten", FUTURE, "de", ["2026-04-01"]),
        ("2.-20. Mai", FUTURE, "de", ["2026-05-02", "2026-05-20"]),
        ("zum Quartalsende", FUTURE, "de", ["2026-03-31"]),
        ("geschtern", PAST, "de", ["2026-03-17"]),
        ("am Freitach", PAST, "de", ["2026-03-13"]),
        ("sabato 14", PAST, "it", ["2026-03-14"]),
        ("il ventotto febbraio", PAST, "it", ["2026-02-28"]),
        ("dal primo giugno", FUTURE, "it", ["2026-06-01"]),
        ("fra tre settimane", FUTURE, "it", ["2026-04-08"]),
        ("el 22 de mayo de dos mil veintisiete", FUTURE, "es", ["2027-05-22"]),
        ("dentro de quince días", FUTURE, "es", ["2026-04-02"]),
        ("de 15 a 30/07", FUTURE, "pt", ["2026-07-15", "2026-07-30"]),
        ("nove dias do mês de outubro", PAST, "pt", ["2025-10-09"]),
        ("terminei terça", PAST, "pt", ["2026-03-17"]),
        ("le trente et un janvier deux mille vingt-sept", FUTURE, "fr", ["2027-01-31"]),
        ("le dernier vendredi de juin", FUTURE, "fr", ["2026-06-26"]),
        ("indisponible 22/12 - 5/1", FUTURE, "fr", ["2026-12-22", "2027-01-05"]),
        ("tanggal dua puluh Oktober", PAST, "id", ["2025-10-20"]),
        ("tgl 5 s/d 12 Maret", PAST, "id", ["2026-03-05", "2026-03-12"]),
        ("31/12", FUTURE, "id", ["2026-12-31"]),
    ],
)
def test_a_date_is_worked_out_against_the_day_of_writing(text, lean, language, days):
    found = dates(text, WEDNESDAY, lean, language)
    assert [one.day.isoformat() for one in found] == days
    assert not any(one.unclear for one in found)


@pytest.mark.parametrize(
    ("base", "text", "lean", "day"),
    [
        ("2026-03-30", "last Friday", PAST, "2026-03-27"),
        ("2026-03-30", "next Monday", FUTURE, "2026-04-06"),
        ("2026-03-30", "on the 31st", PAST, "2026-01-31"),
        ("2027-01-31", "on the 30th", FUTURE, "2027-03-30"),
        ("2026-11-22", "on Saturday", PAST, "2026-11-21"),
        ("2026-11-22", "Sunday 29th", FUTURE, "2026-11-29"),
        ("2026-11-22", "from the 1st", FUTURE, "2026-12-01"),
        ("2026-11-22", "on 5 January", FUTURE, "2027-01-05"),
        ("2026-11-22", "on 5 January", PAST, "2026-01-05"),
        ("2028-02-28", "tomorrow", FUTURE, "2028-02-29"),
        ("2028-02-28", "the day after tomorrow", FUTURE, "2028-03-01"),
        ("2028-02-28", "at the end of the month", FUTURE, "2028-02-29"),
        ("2026-12-31", "tomorrow", FUTURE, "2027-01-01"),
        ("2026-12-31", "on 2 January", FUTURE, "2027-01-02"),
        ("2026-12-31", "on Monday", FUTURE, "2027-01-04"),
        ("2026-01-02", "on 30 December", PAST, "2025-12-30"),
        ("2026-01-02", "on the 30th", PAST, "2025-12-30"),
        ("2026-01-02", "two weeks ago", PAST, "2025-12-19"),
        ("2026-01-02", "the day before yesterday", PAST, "2025-12-31"),
    ],
)
def test_a_day_beyond_the_month_or_the_year_is_reached(base, text, lean, day):
    (found,) = dates(text, date.fromisoformat(base), lean)
    assert found.day.isoformat() == day


@pytest.mark.parametrize("days", range(7))
@pytest.mark.parametrize(("weekday", "name"), [(0, "Monday"), (2, "Wednesday"), (5, "Saturday")])
def test_a_weekday_lies_within_the_week_in_the_direction_asked_for(days, weekday, name):
    base = WEDNESDAY + timedelta(days=days)
    (behind,), (ahead,) = (dates(f"on {name}", base, lean) for lean in (PAST, FUTURE))
    assert behind.day.weekday() == ahead.day.weekday() == weekday
    assert 0 <= (base - behind.day).days < 7
    assert 0 <= (ahead.day - base).days < 7


@pytest.mark.parametrize(
    "text", ["03/04/2026", "next Friday", "at the end of the week"], ids=["order", "next", "week"]
)
def test_a_date_that_can_be_read_in_two_ways_is_unclear(text):
    assert dates(text, WEDNESDAY, FUTURE)[0].unclear


@pytest.mark.parametrize(
    ("text", "lean", "language", "day"),
    [
        ("last week", PAST, "en", "2026-03-09"),
        ("next week", FUTURE, "en", "2026-03-23"),
        ("this month", FUTURE, "en", "2026-03-18"),
        ("next month", FUTURE, "en", "2026-04-01"),
        ("mid June", FUTURE, "en", "2026-06-15"),
        ("in mid-May", FUTURE, "en", "2026-05-15"),
        ("the middle of January", PAST, "en", "2026-01-15"),
        ("early in September 2027", FUTURE, "en", "2027-09-01"),
        ("the last week of November", PAST, "en", "2025-11-24"),
        ("in May", FUTURE, "en", "2026-05-01"),
        ("la semana pasada", PAST, "es", "2026-03-09"),
        ("a mediados de noviembre", FUTURE, "es", "2026-11-15"),
        ("hasta marzo", FUTURE, "es", "2026-03-01"),
        ("meados de abril", FUTURE, "pt", "2026-04-15"),
        ("semana que vem", FUTURE, "pt", "2026-03-23"),
        ("la semaine dernière", PAST, "fr", "2026-03-09"),
        ("à la mi-juin", FUTURE, "fr", "2026-06-15"),
        ("mitte Juni", FUTURE, "de", "2026-06-15"),
        ("ab März", FUTURE, "de", "2026-03-01"),
        ("letzte Woche", PAST, "de", "2026-03-09"),
        ("la settimana scorsa", PAST, "it", "2026-03-09"),
        ("metà ottobre", FUTURE, "it", "2026-10-15"),
        ("minggu lalu", PAST, "id", "2026-03-09"),
        ("pertengahan Januari", PAST, "id", "2026-01-15"),
    ],
)
def test_a_time_that_is_no_certain_day_is_found_and_unclear(text, lean, language, day):
    (found,) = dates(text, WEDNESDAY, lean, language)
    assert found.unclear
    assert found.day.isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        "I may go",
        "you may be right",
        "march on",
        "version 3.11 in 2025",
        "2/3 of the course",
        "3 mentees",
        *re.split(r"[|\n]", NO_DAYS.strip()),
    ],
)
def test_what_is_no_day_is_not_read_as_one(text):
    assert dates(text, WEDNESDAY) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("every Saturday", "en"),
        ("on Saturdays", "en"),
        ("10 out of 10", "en"),
        ("in the middle of the month", "en"),
        ("por la mañana", "es"),
        ("a mediados de mes", "es"),
        ("desde ya muchas gracias", "es"),
        ("le pongo un 9/10", "es"),
        ("pela segunda vez", "pt"),
        ("desde já agradeço", "pt"),
        ("3 des mentors", "fr"),
        ("Guten Morgen", "de"),
        ("ogni sabato", "it"),
        ("dua minggu", "id"),
        ("segera", "id"),
        ("so geht das", "de"),
        ("zum ersten Mal", "de"),
        ("um 17.10 Uhr", "de"),
        ("mon mentor", "fr"),
        ("rattaché à ce jour à personne", "fr"),
        ("alle 17.30", "it"),
        ("la segunda parte", "pt"),
    ],
)
def test_what_names_no_day_in_its_language_is_not_read_as_one(text, language):
    assert dates(text, WEDNESDAY, FUTURE, language) == ()


def test_the_german_word_for_here_is_no_day():
    assert dates("hier steht es", WEDNESDAY, PAST, "de") == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("we met on Wednesday 26 May", "en"),
        ("el miércoles 26 de mayo", "es"),
        ("am Mittwoch, 26.5.", "de"),
        ("le mercredi 26 mai", "fr"),
        ("na quarta-feira, 26 de maio", "pt"),
        ("mercoledì 26 maggio", "it"),
        ("hari Rabu, 26 Mei", "id"),
        ("on Wednesday, 26 May 2026", "en"),
    ],
)
def test_a_weekday_that_contradicts_its_date_makes_it_unclear(text, language):
    [found] = dates(text, date(2026, 5, 29), PAST, language)
    assert (found.day, found.unclear) == (date(2026, 5, 26), True)


@pytest.mark.parametrize(
    ("text", "written", "lean", "day"),
    [
        ("on Friday 25 April", date(2025, 3, 3), PAST, date(2025, 4, 25)),
        ("on Monday 7 September", date(2026, 5, 28), PAST, date(2026, 9, 7)),
        ("on Saturday, 5 July", date(2025, 10, 1), FUTURE, date(2025, 7, 5)),
    ],
)
def test_a_weekday_tells_the_year_of_its_date(text, written, lean, day):
    [found] = dates(text, written, lean)
    assert (found.day, found.unclear) == (day, False)
