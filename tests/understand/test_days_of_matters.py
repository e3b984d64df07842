"""Which of several days a matter means, and when a person has to look."""

from datetime import date

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
