"""A spreadsheet of people: what it changes, what it keeps, and its faults by row."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mailer.record.people_csv import LONG_AGO, Plan, plan
from mailer.rules.records import Mentor, Mentorship, MentorState, Person, Term
from mailer.rules.roster import Roster

HEAD = "name,email,role,country,mentor_email,mentored_since,skills,member_since"
ROWS = """\
Eva Council,eva@reps.example,council,Norway,,,,2020-01-01
Bo Lind,bo@post.example,mentor,Sweden,,,writing;events,2021-05-01
Ana Pop,Ana@Mail.example,rep,Romania,bo@post.example,2026-02-01,,
"""
SHEET = f"{HEAD}\n{ROWS}"


def imported(text: str, roster: Roster | None = None) -> Plan:
    return plan(text, roster or Roster(), "reps", ("rep",))


def after(text: str, roster: Roster | None = None) -> Roster:
    found = imported(text, roster)
    assert not found.faults
    return (roster or Roster()).put(*found.records)


def only(roster: Roster, email: str) -> Person:
    person = roster.at(email)
    assert person is not None
    return person


def test_a_first_import_makes_people_mentors_and_pairs() -> None:
    found = imported(SHEET)
    assert (found.new, found.changed, found.unchanged) == (5, 0, 0)
    people = after(SHEET)
    ana, bo = only(people, "ana@mail.example"), only(people, "bo@post.example")
    eva = only(people, "eva@reps.example")
    assert eva.terms == (Term(LONG_AGO),)
    assert people.mentor(bo.id) == Mentor(bo.id, MentorState.ACTIVE, skills=("writing", "events"))
    assert people.mentor_of(ana.id) == bo
    assert ana.addresses == ("ana@mail.example",)
    assert bo.member_since == date(2021, 5, 1)


def test_importing_the_same_again_changes_nothing() -> None:
    found = imported(SHEET, after(SHEET))
    assert (found.records, found.new, found.changed, found.unchanged) == ((), 0, 0, 5)


def test_a_plan_changes_nothing_by_itself() -> None:
    roster = Roster()
    imported(SHEET, roster)
    assert len(roster) == 0


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + SHEET,
        SHEET.replace("\n", "\r\n"),
        SHEET.replace("name,email", " Name , EMAIL "),
        SHEET.replace(";", "|").replace(",", ";").replace("writing|events", '"writing;events"'),
        SHEET + "\n\n",
        SHEET.replace("Eva Council", '"Eva Council"'),
    ],
    ids=["BOM", "CRLF", "header in capitals", "semicolons", "blank lines", "quotation marks"],
)
def test_spreadsheets_of_all_kinds_are_read(text: str) -> None:
    assert imported(text) == imported(SHEET)


def test_what_an_empty_cell_does_not_say_stays() -> None:
    roster = after(SHEET)
    bo = only(roster, "bo@post.example")
    days = date(2022, 1, 1), date(2026, 1, 1)
    left = Mentor(bo.id, MentorState.RESIGNED, *days, 5, ("a",), ("en",))
    roster = roster.put(left, replace(bo, username="bolind", language="sv"))
    people = after("name,email,role\nBo Lind,bo@post.example,mentor\n", roster)
    assert people.mentor(bo.id) == left
    assert only(people, "bo@post.example") == replace(bo, username="bolind", language="sv")


def test_new_people_get_letters_in_the_programmes_language() -> None:
    sheet = "name,email,language\nAna,ana@mail.example,\nBo,bo@post.example,en-GB\n"
    found = plan(sheet, Roster(), "reps", language="es")
    languages = {x.name: x.language for x in found.records if isinstance(x, Person)}
    assert languages == {"Ana": "es", "Bo": "en"}


def test_places_may_be_none() -> None:
    people = after("name,email,role,places\nBo,bo@post.example,mentor,0\n")
    mentor = people.mentor(only(people, "bo@post.example").id)
    assert mentor is not None
    assert mentor.places == 0


def test_a_person_is_found_by_a_second_address_and_keeps_the_first() -> None:
    roster = after(SHEET)
    both = ("ana@mail.example", "a@work.example")
    ana = replace(only(roster, "ana@mail.example"), addresses=both)
    people = after("name,email\nAna Maria Pop,a@work.example\n", roster.put(ana))
    assert only(people, "ana@mail.example") == replace(ana, name="Ana Maria Pop")


@pytest.mark.parametrize(
    ("known", "cells", "expected"),
    [
        (None, "2026-01-01,2026-12-31", (Term(date(2026, 1, 1), date(2026, 12, 31)),)),
        (None, ",", (Term(LONG_AGO),)),
        ((Term(LONG_AGO),), ",2026-12-31", (Term(LONG_AGO, date(2026, 12, 31)),)),
        ((Term(LONG_AGO),), "2025-01-01,2026-12-31",
         (Term(date(2025, 1, 1), date(2026, 12, 31)),)),
        ((Term(LONG_AGO, date(2025, 1, 1)),), ",", (Term(LONG_AGO, date(2025, 1, 1)),)),
        ((Term(LONG_AGO, date(2025, 1, 1)),), "2026-01-01,",
         (Term(LONG_AGO, date(2025, 1, 1)), Term(date(2026, 1, 1)))),
    ],
    ids=["new", "new without dates", "it ends", "corrected", "an old sheet opens nothing", "again"],
)  # fmt: skip
def test_terms_on_the_council(known: Any, cells: str, expected: tuple[Term, ...]) -> None:
    person = Person("eva", "Eva", ("eva@reps.example",), terms=known or ())
    sheet = f"name,email,role,council_from,council_until\nEva,eva@reps.example,council,{cells}\n"
    people = after(sheet, Roster([person] if known else []))
    assert only(people, "eva@reps.example").terms == expected


def test_a_role_is_not_taken_from_a_member_in_silence() -> None:
    found = imported("name,email,role\nEva,eva@reps.example,rep\n", after(SHEET))
    assert found.faults == (
        (
            "row 2: role is 'rep', but Eva Council is on the council; expected role council, with "
            "council_until where the term ends"
        ),
    )
    without = imported("name,email\nEva Council,eva@reps.example\n", after(SHEET))
    assert not without.faults
    assert without.unchanged == 1


FAULTS = {
    "no name column": ("email\na@b.example\n", ["row 1: no column 'name'; it is needed"]),
    "nothing": ("", ["row 1: no column 'name'", "row 1: no column 'email'"]),
    "an unknown column": ("name,email,phone\n", ["row 1: unknown column 'phone'; expected: name"]),
    "a column twice": ("name,email,email\n", ["row 1: column 'email' stands there twice"]),
    "an empty name": ("name,email\n,a@b.example\n", ["row 2: name is empty"]),
    "no address": ("name,email\nAna,\n", ["row 2: email is empty"]),
    "a wrong address": ("name,email\nAna,ana@\n", ["row 2: email is 'ana@'; expected an address"]),
    "two addresses": ("name,email\nAna,a@b.example b@c.example\n", ["row 2: email is 'a@b.ex"]),
    "letters beyond ASCII": ("name,email\nAna,anä@b.example\n", ["row 2: email is 'anä@b.ex"]),
    "a role": ("name,email,role\nA,a@b.example,boss\n", ["row 2: role is 'boss'; expected one of"]),
    "a date": (
        "name,email,member_since\nA,a@b.example,31.3.2026\n",
        ["row 2: member_since is '31.3.2026'; expected a date as 2026-03-31"],
    ),
    "a number": (
        "name,email,role,places\nA,a@b.example,mentor,-1\n",
        ["row 2: places is '-1'; expected a number, 0 or more"],
    ),
    "a language": (
        "name,email,language\nA,a@b.example,Spanish\n",
        ["row 2: language is 'Spanish'; expected a code of two letters, as en or es"],
    ),
    "the same twice": (
        "name,email\nA,a@b.example\nB,A@B.example\n",
        ["row 3: email 'a@b.example' stands in row 2 already"],
    ),
    "too many cells": ("name,email\nA,a@b.example,x\n", ["row 2: more cells than columns"]),
    "an unknown mentor": (
        "name,email,mentor_email\nA,a@b.example,\nB,b@b.example,x@b.example\n",
        ["row 3: mentor_email is 'x@b.example'; expected the address of somebody"],
    ),
    "oneself as mentor": (
        "name,email,mentor_email\nA,a@b.example,a@b.example\n",
        ["row 2: mentor_email is the person's own address"],
    ),
    "an open quotation mark": ('name,email\n"A,a@b.example\n', ["row 2: is no CSV"]),
    "all at once": (
        "name,email,role\n,a@\nA,a@b.example,x\n",
        ["row 2: name is empty", "row 2: email is", "row 3: role is"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS)
def test_every_fault_names_its_row_and_what_was_expected(text: str, expected: list[str]) -> None:
    found = imported(text)
    assert len(found.faults) == max(len(expected), bool(found.faults))
    for fault, beginning in zip(found.faults, expected, strict=False):
        assert fault.startswith(beginning)
    assert not found.faults or found.records == ()


def test_rows_are_counted_as_a_spreadsheet_shows_them() -> None:
    text = 'name,email,mentor_email\nA,a@b.example,\n"B\nB",bad,\nC,c@b.example,x@b.example\n'
    # A faulty row does not move the numbers of those behind it; a cell of two lines does.
    assert [fault.partition(":")[0] for fault in imported(text).faults] == ["row 4", "row 5"]


def test_a_pair_with_a_mentor_who_is_only_on_the_roster() -> None:
    roster = after(SHEET)
    people = after("name,email,mentor_email\nZoe,zoe@b.example,bo@post.example\n", roster)
    zoe = only(people, "zoe@b.example")
    [pair] = [pair for pair in people.mentorships() if pair.mentee == zoe.id]
    assert isinstance(pair, Mentorship)
    assert pair.until is None


def test_another_mentor_ends_the_relationship_before_with_a_reason() -> None:
    roster = after(SHEET)
    text = f"{HEAD}\nGus Berg,gus@post.example,mentor,,,,,\n"
    moved = text + "Ana Pop,ana@mail.example,rep,,gus@post.example,2027-03-01,,\n"
    found = plan(moved, roster, "reps", ("rep",), date(2027, 3, 2))
    assert not found.faults
    people = roster.put(*found.records)
    ana, bo = only(people, "ana@mail.example"), only(people, "bo@post.example")
    assert people.mentor_of(ana.id) == only(people, "gus@post.example")
    [before] = [pair for pair in people.mentorships() if pair.mentor == bo.id]
    assert (before.until, before.reason) == (date(2027, 3, 2), "another mentor by an import")


def test_a_corrected_first_day_keeps_the_relationship_and_what_is_known_of_it() -> None:
    roster = after(SHEET)
    [pair] = roster.mentorships()
    roster = roster.put(replace(pair, review=date(2027, 2, 1), last_meeting=date(2026, 9, 1)))
    people = after(SHEET.replace("2026-02-01", "2026-02-15"), roster)
    [corrected] = people.mentorships()
    assert corrected.since == date(2026, 2, 15)
    assert (corrected.review, corrected.last_meeting) == (date(2027, 2, 1), date(2026, 9, 1))


def test_an_old_spreadsheet_begins_no_relationship_again() -> None:
    roster = after(SHEET)
    [pair] = roster.mentorships()
    found = imported(SHEET, roster.put(replace(pair, until=date(2027, 1, 5))))
    [fault] = found.faults
    assert "that relationship ended on 2027-01-05; expected the mentor of now" in fault


def test_breaks_and_last_days_outlive_an_import() -> None:
    roster = after(SHEET)
    bo = replace(only(roster, "bo@post.example"), left_on=date(2027, 1, 1), zone="Europe/Stockholm")
    assert only(after(SHEET, roster.put(bo)), "bo@post.example") == bo
