"""Which of several days a matter means, and when a person has to look."""

from datetime import date

import pytest

from mailer.understand.calendar_days import Found
from mailer.understand.day_meant import meant
from mailer.understand.played import Dated
from tests.corpus.measure import matter
from tests.understand.programme import read

DONE = "I finished the coaching training on Teachable "


def fields(reading):
    heard = (*reading.heard, *(reading.unclear.candidates if reading.unclear else ()))
    return heard[0].fields


def doubted(reading) -> bool:
    return any("day" in doubt.lower() for doubt in reading.doubts)


def test_a_whole_week_is_no_rival_of_a_day_in_it():
    reading = read("luis", DONE + "on Monday, after all the trouble we had this week.")
    assert fields(reading).completed_on == date(2026, 3, 16)
    assert not doubted(reading)


def test_two_last_days_are_doubted():
    text = "I resign as mentor; 30 June is my last day. My last day as a mentor being 31 July."
    assert doubted(read("ana", text))


def test_a_course_that_was_finished_on_a_day_to_come_is_doubted():
    reading = read("luis", DONE + "on 20 April 2026.")
    assert fields(reading).completed_on is None
    assert doubted(reading)


def test_a_subject_that_names_another_day_is_doubted():
    text = "I resign as a mentor. 30 April is my last day."
    assert doubted(read("ana", text, subject="Leaving the mentors on 15 May"))
    assert not doubted(read("ana", text, subject="Leaving the mentors on 30 April"))
    assert not doubted(read("ana", text, subject="Re: meeting of 2 March"))


def test_the_only_day_of_a_mail_in_a_language_that_is_not_read_is_shown():
    text = "Hoi allemaal, na zes jaar stop ik als mentor. Mijn laatste dag is 31 maart."
    reading = read("ana", text)
    assert not reading.heard
    assert fields(reading).effective_on == date(2026, 3, 31)


def test_the_only_day_in_such_a_language_is_gone_where_a_course_is_over():
    text = "Cześć, w piątek skończyłem szkolenie z coachingu na Teachable. Zaświadczenie jest tu."
    assert fields(read("luis", text)).completed_on == date(2026, 3, 13)


def resigning(**chances: float):
    """Return the last day, and the doubts, of a mail whose only day plays parts so likely."""
    row = {"text": "I stop. 30 April, that is.", "role": "mentor", "intents": ["resignation"]}
    likeliest = max(chances, key=lambda part: chances[part])
    day = Dated(Found(0, 8, date(2026, 4, 30)), likeliest, chances[likeliest], 1, chances)
    return meant(matter(row), [day], "effective_on")


def test_a_day_that_may_be_the_last_one_is_taken_and_doubted_where_no_other_is():
    day, doubts = resigning(day=0.7, effective_on=0.2)
    assert day == date(2026, 4, 30)
    assert doubts


def test_a_day_that_is_hardly_the_last_one_is_not_taken():
    assert resigning(day=0.9, effective_on=0.1) == (None, [])


def test_a_subject_that_names_another_month_is_doubted():
    text = "I shall be away from 3 to 24 August. July it is, when the school is closed."
    assert doubted(read("ana", text, subject="Away in July"))
    assert not doubted(read("ana", text, subject="Away in August"))


def test_a_day_that_ends_a_break_does_not_begin_it():
    reading = read("ana", "I am away until 31 March and read no mail.")
    assert fields(reading).away_until == date(2026, 3, 31)
    assert fields(reading).away_from is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("I am away from 14 December and back on 1 February.", date(2027, 2, 1)),
        ("I take a break as a mentor from Friday until Thursday.", date(2026, 3, 26)),
        ("I take a break as a mentor from 20 August until 3 September.", date(2026, 9, 3)),
    ],
)
def test_an_absence_ends_behind_its_beginning(text, last):
    reading = read("ana", text)
    assert fields(reading).away_until == last
    assert not any("before it begins" in doubt for doubt in reading.doubts)


def test_an_end_just_before_the_beginning_contradicts_it():
    text = "I take a break as a mentor. I leave on 20 August and I am back on 3 August."
    reading = read("ana", text)
    assert any("before it begins" in doubt for doubt in reading.doubts)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", DONE + "on Monday the 9th. No, I tell a lie, it was Tuesday the 10th."),
        ("de", "Ich habe das Coaching-Training am 9. März beendet. Nein, es war der 10. März."),
        ("es", "Terminé la formación de coaching el 9 de marzo. No, fue el 10 de marzo."),
    ],
)
def test_a_day_that_the_next_sentence_takes_back_is_doubted(language, text):
    reading = read("luis", text)
    assert reading.language == language
    assert any("Several days" in doubt for doubt in reading.doubts)
