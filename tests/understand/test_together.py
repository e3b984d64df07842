"""Answers to one letter that holds several matters, each of which asks for something else."""

from dataclasses import replace

import pytest

from mailer.rules.intents import Intent
from mailer.rules.records import Asks
from mailer.rules.together import UNPLACED, asks_all
from mailer.understand.model import Reading
from tests.understand.programme import intents, read, sent

YEAR = Asks("commitment", "year", (Intent.RENEWAL,), title="Your year", others=("luis",))
MET = Asks("meeting", "met", (Intent.MEETING_REPORT,), title="The meeting", others=("luis",))
HERE = Asks("inactivity", "here", (Intent.YES, Intent.NO), title="How is it going?")
LIST = Asks("assignment", title="One member looks for a mentor")
TOLD = Asks("", title="We ask somebody else")


def answer(text: str, *parts: Asks) -> Reading:
    return read("ana", text, letter=replace(sent(), asks=asks_all(parts)))


def heard(reading: Reading) -> list[tuple[str | None, Intent]]:
    return [(one.case, one.intent) for one in reading.heard]


@pytest.mark.parametrize(
    "text",
    [
        "1: extend\n2: yes",
        "1. extend\n2. yes",
        "1) Extend\n\n2) Yes, I am here",
        "1 extend\n2 yes",
        "Hello,\n\n1 - extend\n2 - yes\n\nBest, Ana",
        "2: yes\n1: extend",
        "Thanks for the reminders, here are my answers:\n1: extend\n2: yes\nKind regards",
        "1: extend, 2: yes",
        "1) extend 2) yes",
        "#1: extend\n#2: yes",
        "No. 1: extend\nNo. 2: yes",
    ],
)
def test_each_number_answers_its_matter(text: str) -> None:
    reading = answer(text, YEAR, HERE)
    assert sorted(heard(reading)) == [("here", Intent.YES), ("year", Intent.RENEWAL)]
    assert reading.doubts == ()
    [renewal] = [one for one in reading.heard if one.intent is Intent.RENEWAL]
    assert renewal.fields.answer == "extend"


def test_what_stands_below_a_number_belongs_to_it() -> None:
    reading = answer("1: change\nbecause our time zones are too far apart\n2: yes", YEAR, HERE)
    renewal = next(one for one in reading.heard if one.intent is Intent.RENEWAL)
    assert renewal.fields.answer == "change"
    assert "too far apart" in (renewal.fields.reason or "")


@pytest.mark.parametrize("text", ["1 March was our call", "12 March", "2 weeks ago we met"])
def test_a_number_that_begins_a_date_or_a_measure_is_no_matters_number(text: str) -> None:
    reading = answer(text, HERE, MET)
    assert all(case != "here" for case, _ in heard(reading))


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("extend", "year"),
        ("Yes, another year!", "year"),
        ("We met on 12 March", "met"),
        ("Yes, we met on 12 March", "met"),
        ("yes", None),
    ],
)
def test_words_that_fit_one_matter_alone_need_no_number(text: str, case: str | None) -> None:
    reading = answer(text, YEAR, MET)
    assert [one.case for one in reading.heard] == ([case] if case else [])


@pytest.mark.parametrize("text", ["yes", "No", "ok", "Yes, gladly"])
def test_a_bare_yes_or_no_needs_its_number(text: str) -> None:
    reading = answer(text, HERE, YEAR)
    assert reading.heard == ()
    assert reading.unclear
    assert reading.unclear.why == UNPLACED


OTHER = Asks("commitment", "other", (Intent.RENEWAL,), title="Your year", others=("mariam",))
THIRD = Asks("commitment", "third", (Intent.RENEWAL,), title="Your year", others=("theo",))


@pytest.mark.parametrize(
    ("text", "parts", "cases"),
    [
        ("extend both", (YEAR, OTHER), ["year", "other"]),
        ("all: extend", (YEAR, OTHER, THIRD), ["year", "other", "third"]),
        ("extend both", (YEAR, OTHER, THIRD), [None]),
        ("extend with Mariam", (YEAR, OTHER), ["other"]),
        ("Extend.\n\nAna", (YEAR, replace(OTHER, others=("ana",))), [None]),
    ],
)
def test_all_both_and_names_say_which_are_meant(
    text: str, parts: tuple[Asks, ...], cases: list[str | None]
) -> None:
    assert [one.case for one in answer(text, *parts).heard] == cases


def test_all_but_one_is_read_by_a_person() -> None:
    reading = answer("Extend all but Luis", YEAR, OTHER)
    assert reading.doubts or not reading.heard


def test_a_bare_yes_needs_no_number_where_one_matter_asks_at_all() -> None:
    assert heard(answer("yes", TOLD, HERE)) == [("here", Intent.YES)]


def test_a_number_that_is_not_there_is_taken_for_nothing() -> None:
    reading = answer("1: extend\n5: yes", YEAR, HERE)
    assert (reading.heard, reading.unclear and reading.unclear.why) == ((), UNPLACED)


def test_a_doubtful_piece_is_read_by_a_person_and_the_others_count() -> None:
    reading = answer("1: extend\n2: yes, but only if Luis agrees", YEAR, HERE)
    assert heard(reading) == [("year", Intent.RENEWAL), (None, Intent.OTHER)]
    assert "only if Luis agrees" in reading.heard[1].words


def test_another_matter_may_stand_behind_a_number() -> None:
    reading = answer("1: extend\n2: I resign as a mentor, my last day is 31 May 2026.", YEAR, LIST)
    assert intents(reading) == [Intent.RENEWAL, Intent.RESIGNATION]


def test_an_angry_piece_holds_the_whole_answer() -> None:
    text = "1: extend\n2: This is outrageous, I am furious with all of you!"
    assert answer(text, YEAR, HERE).doubts


def test_a_mail_about_something_else_is_read_as_any_other() -> None:
    text = "I resign as a mentor. My last day will be 31 May 2026."
    assert intents(answer(text, YEAR, HERE)) == [Intent.RESIGNATION]
