"""The feedback round as values: who is asked, what is kept, and what a small number hides."""

from dataclasses import replace
from typing import Any

import pytest

from mailer.rules.feedback_totals import Feedback, asked_pairs, totals
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Case, Mentorship
from tests.builders import ANA, BO, CHI, EVA, NOW, POLICY, roster, said
from tests.rules.worlds_year import DAY, began, play, questioned, round_of, unasked

TODAY = NOW.date()


def answer(author: str, about: str, rating: float | None, words: str = "") -> Case[Any]:
    data = Feedback(f"{author}-{about}", "mentee", about, rating, words)
    return Case(f"{author}-{about}", "feedback", "answered", data, NOW, {"author": author})


THREE = (
    answer("ana", "bo", 4, "Patient."),
    answer("chi", "bo", 5, "Kind."),
    answer("past", "bo", 3),
)


def side(cases: tuple[Case[Any], ...], member: str = "eva", guard: int = 3) -> Any:
    return totals(cases, member, roster(), guard)[0]


def test_from_the_guard_upward_the_words_are_shown_without_names() -> None:
    seen = side(THREE)
    assert (seen["answered"], seen["mean"]) == (3, "4.0")
    assert set(seen["words"]) == {"Patient.", "Kind."}
    assert seen["people"] == (("Bo Lind", "4.0 (3 marks)"),)
    assert "Chi" not in str(seen)


def test_below_the_guard_neither_words_nor_a_mean_are_shown() -> None:
    seen = side(THREE[:2])
    assert (seen["answered"], seen["mean"], seen["words"], seen["people"]) == (2, None, (), ())


def test_a_member_sees_nothing_about_themselves_or_of_their_own() -> None:
    assert side(THREE, "bo")["answered"] == 0
    assert side(THREE, "ana")["answered"] == 2
    assert side(THREE, "ana")["words"] == ()


def test_several_answers_of_one_person_do_not_pass_the_guard() -> None:
    same = tuple(replace(case, parties={"author": "chi"}) for case in THREE)
    assert side(same)["words"] == ()


def test_new_temporary_and_ended_pairs_are_not_asked() -> None:
    people = roster(
        Mentorship("new", "bo", "ana", since=TODAY - 10 * DAY),
        Mentorship("time", "bo", "finn", since=TODAY - 99 * DAY, temporary=True),
        Mentorship("over", "bo", "past", since=TODAY - 99 * DAY, until=TODAY),
    )
    assert [pair.id for pair in asked_pairs(people, TODAY, POLICY)] == ["pair"]


def test_a_round_asks_both_sides_once_and_chases_once() -> None:
    world = round_of(Intent.FEEDBACK_ROUND, Intent.YES)
    for days in (0, 1, 14, 15, 16):
        play(world, "feedback", days)
    sent = sorted((x.template, x.to) for x in world.letters if x.template.startswith("feedback/"))
    assert sent == [
        ("feedback/ask.mentee", "chi"),
        ("feedback/ask.mentor", "bo"),
        ("feedback/chase.mentee", "chi"),
        ("feedback/chase.mentor", "bo"),
    ]


def test_only_the_council_begins_a_round_and_only_who_asked_confirms() -> None:
    world = round_of()
    world.happen(said(Intent.FEEDBACK_ROUND, "feedback_round", ANA, inbox=1))
    assert world.case_of("feedback_round").state == "idle"
    world = round_of(Intent.FEEDBACK_ROUND)
    case = world.case_of("feedback_round")
    world.happen(said(Intent.YES, "feedback_round", ANA, inbox=2, case=case.id))
    assert world.case_of("feedback_round").state == "proposed"


def test_the_council_is_asked_in_the_month_of_the_settings_once_a_year() -> None:
    world = round_of(month=2)
    for days in (28, 60, 90):
        play(world, "feedback_round", days)
    [question] = world.pending("feedback_round")
    assert question.title == "Begin the yearly feedback round of 2027?"


@pytest.mark.parametrize("rating", [None, 0.0, 9.0])
def test_a_number_that_is_no_mark_is_not_kept(rating: float | None) -> None:
    world = questioned("ask")
    case = world.case_of("feedback")
    fields = Fields(rating=rating, reason="Good.")
    world.happen(said(Intent.FEEDBACK, "feedback", CHI, inbox=3, case=case.id, fields=fields))
    assert world.case_of("feedback").data.rating is None


def test_a_second_answer_adds_to_the_first() -> None:
    world = questioned("ask")
    case = world.case_of("feedback")
    for number, fields in enumerate((Fields(rating=4.0, reason="Good."), Fields(reason="Kind."))):
        world.happen(
            said(Intent.FEEDBACK, "feedback", CHI, inbox=number, case=case.id, fields=fields)
        )
    data = world.case_of("feedback").data
    assert (data.rating, data.words) == (4.0, "Good.\n\nKind.")


def test_feedback_outside_a_round_is_kept_and_never_shown_to_the_other() -> None:
    world = unasked()
    data = world.case_of("feedback").data
    assert (data.about, data.side, data.rating) == ("bo", "mentee", 4.0)
    assert [x.to for x in world.letters] == ["chi"]
    assert world.questions == {}


def test_somebody_else_cannot_answer() -> None:
    world = questioned("ask")
    case = world.case_of("feedback")
    world.happen(said(Intent.FEEDBACK, "feedback", BO, inbox=4, case=case.id))
    assert world.case_of("feedback").data.words == ""


def test_whoever_is_on_the_council_and_a_party_is_left_out_of_their_own_copy() -> None:
    world = round_of(Intent.FEEDBACK_ROUND, Intent.YES)
    world.roster = world.roster.put(replace(BO, terms=EVA.terms))
    play(world, "feedback", 1)
    case = next(c for c in world.cases.values() if "chi" in c.parties.values())
    fields = Fields(rating=1.0, reason="Bo never has time.")
    world.happen(said(Intent.FEEDBACK, "feedback", CHI, inbox=5, case=case.id, fields=fields))
    play(world, "feedback_round", 22)
    copies = {x.to: str(x.context) for x in world.letters if "totals" in x.template}
    assert "never has time" in copies["eva"]
    assert "never has time" not in copies["bo"]
    assert began().letters == []
