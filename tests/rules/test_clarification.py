"""Asking a writer what was meant: the rules as values."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from mailer.rules.effects import Ask, Send, Tell
from mailer.rules.engine import decide
from mailer.rules.events import Candidate, Said
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.procedures import PROCEDURES
from mailer.rules.records import Question
from tests.builders import ANA, BO, NOW, POLICY, facts, said, told
from tests.rules.world import READINGS, World, answer, doubtful, started

LAST = date(2027, 1, 31)
LETTERS = {"which", "left", "late", "dropped"}


def letters(world: World) -> list[str]:
    return [letter.template for letter in world.letters]


def state(world: World) -> str:
    return world.case_of("clarification").state


def questions(world: World) -> list[Question]:
    return list(world.facts().questions)


def test_the_letter_offers_the_readings_and_something_else() -> None:
    [letter] = doubtful().letters
    assert letter.template == "clarification/which.sender"
    assert [number for number, _ in letter.context["options"]] == [1, 2, 3]
    assert letter.context["until"] == (NOW + timedelta(days=5)).date()
    assert letter.asks is not None
    assert letter.asks.choice
    assert letter.asks.intents == (Intent.RESIGNATION, Intent.LEAVE_OF_ABSENCE, Intent.OTHER)


@pytest.mark.parametrize(("language", "shown"), [("en", False), ("pt", True), ("ja", False)])
def test_the_readings_stand_in_the_language_of_the_mail_too(language: str, *, shown: bool) -> None:
    world = started()
    first = said(Intent.UNCLEAR, "clarification", BO, readings=READINGS)
    world.happen(replace(first, source=replace(first.source, language=language)))
    assert all((" / " in option) == shown for _, option in world.letters[0].context["options"])


def test_what_was_chosen_goes_on_with_the_facts_of_both_mails() -> None:
    world = doubtful(effective_on=LAST)
    fields = Fields(choice=(1,), country="Peru")
    ran = world.happen(answer(world, Intent.CHOICE, 1, fields=fields))
    [tell] = [effect.event for effect in ran.decision.effects if isinstance(effect, Tell)]
    assert isinstance(tell, Said)
    assert (tell.intent, tell.procedure, tell.case) == (Intent.RESIGNATION, "resignation", None)
    assert (tell.fields.effective_on, tell.fields.country) == (LAST, "Peru")
    assert "the writer answered: these words" in tell.words
    assert world.case_of("resignation").state == "announced"


def test_the_answer_wins_over_the_first_mail() -> None:
    world = doubtful(effective_on=LAST)
    later = Fields(choice=(1,), effective_on=LAST + timedelta(days=9))
    world.happen(answer(world, Intent.CHOICE, 1, fields=later))
    assert world.case_of("resignation").data.fields.effective_on == later.effective_on


@pytest.mark.parametrize("choice", [(), (0,), (3,), (99,), (1, 3), (1, 2)])
def test_a_number_that_means_no_reading_or_two_contrary_ones_is_left(
    choice: tuple[int, ...],
) -> None:
    world = doubtful()
    world.happen(answer(world, Intent.CHOICE, *choice))
    assert state(world) == "left"
    assert letters(world) == ["clarification/which.sender", "clarification/left.sender"]


def test_two_readings_that_go_together_are_both_acted_upon() -> None:
    world = started()
    both = (Candidate(Intent.MENTOR_APPLICATION, "application"),
            Candidate(Intent.COURSE_COMPLETION, "application"))  # fmt: skip
    world.happen(said(Intent.UNCLEAR, "clarification", BO, readings=both, inbox=2))
    world.happen(answer(world, Intent.CHOICE, 1, 2))
    assert state(world) == "answered"
    assert world.case_of("clarification").data.chosen == tuple(one.intent for one in both)


@pytest.mark.parametrize(
    "often",
    [replace(facts(), asked=3), facts(policy=replace(POLICY, questions_per_month=0))],
    ids=["three times", "switched off"],
)
def test_who_was_asked_often_enough_is_not_asked(often: Facts) -> None:
    event = said(Intent.UNCLEAR, "clarification", BO, readings=READINGS)
    ran = decide(PROCEDURES, event, often, None)
    assert ran.decision.case is None
    [tell] = ran.decision.effects
    assert isinstance(tell, Tell)
    assert isinstance(tell.event, Said)
    assert tell.event.procedure == ""
    assert tell.event.readings == READINGS


def test_anger_in_the_answer_is_left_to_the_council_without_a_letter() -> None:
    world = doubtful()
    world.happen(answer(world, Intent.UNCLEAR, doubts=("The writer is angry or threatens",)))
    assert state(world) == "left"
    assert letters(world) == ["clarification/which.sender"]


def test_the_question_shows_both_readings_with_their_sentences() -> None:
    world = doubtful(Intent.UNCLEAR)
    [question] = questions(world)
    shown = dict(question.facts)
    assert shown["Reads like"].startswith("resignation: “From May on")
    assert shown["Or like"] == "leave of absence: “I need a pause.”"
    assert shown["Answer"] == "these words"


@pytest.mark.parametrize(
    ("others", "label"), [((), "Or like"), ((Intent.LEAVE_OF_ABSENCE,), "And like")]
)
def test_a_mail_left_to_the_council_shows_what_each_reading_rests_on(
    others: tuple[Intent, ...], label: str
) -> None:
    world = started()
    world.happen(
        said(Intent.RESIGNATION, "", BO, readings=READINGS, doubts=("A doubt",), others=others)
    )
    [question] = questions(world)
    shown = dict(question.facts)
    assert shown["Reads like"] == "resignation: “From May on I can not do this any more.”"
    assert shown[label] == "leave of absence: “I need a pause.”"


def test_a_second_unclear_answer_brings_the_question_up_to_date() -> None:
    world = doubtful(Intent.UNCLEAR, Intent.UNCLEAR)
    [question] = questions(world)
    assert [label for label, _ in question.facts].count("Answer") == 2
    assert letters(world).count("clarification/left.sender") == 1


@pytest.mark.parametrize("before", [(), (Intent.UNCLEAR,)])
def test_an_answer_withdraws_the_question(before: tuple[Intent, ...]) -> None:
    world = doubtful(*before)
    world.happen(answer(world, Intent.CHOICE, 1, inbox=8))
    assert state(world) == "answered"
    assert [question.kind for question in questions(world)] == ["resignation"]


def test_silence_asks_the_council_once() -> None:
    world = doubtful()
    world.clock(NOW + timedelta(days=4))
    assert state(world) == "asked"
    world.clock(NOW + timedelta(days=5))
    world.clock(NOW + timedelta(days=90))
    assert (state(world), len(questions(world))) == ("left", 1)


def test_a_letter_that_came_back_is_not_waited_for() -> None:
    world = doubtful()
    case = world.case_of("clarification").id
    world.happen(told("came_back", "contact", case=case))
    [question] = questions(world)
    assert ("The writer was asked", "on 2027-01-04: our question came back") in question.facts


@pytest.mark.parametrize("verb", ["approved", "rejected"])
def test_once_the_council_decided_an_answer_changes_nothing(verb: str) -> None:
    world = doubtful(Intent.UNCLEAR)
    world.happen(told(verb, "clarification", case=world.case_of("clarification").id, by="eva"))
    ran = world.happen(answer(world, Intent.CHOICE, 1, inbox=9))
    assert state(world) == "decided"
    assert not any(isinstance(effect, Tell | Ask) for effect in ran.decision.effects)
    assert letters(world)[-1] == "clarification/late.sender"


@pytest.mark.parametrize(("again", "outcome"), [(1, "no_action"), (2, "needs_review")])
def test_a_second_answer_is_the_same_or_for_the_council(again: int, outcome: str) -> None:
    world = doubtful()
    world.happen(answer(world, Intent.CHOICE, 1))
    sent_before = len(world.letters)
    ran = world.happen(answer(world, Intent.CHOICE, again, inbox=9))
    assert ran.decision.outcome == outcome
    assert len(world.letters) == sent_before


@pytest.mark.parametrize(
    ("more", "acts"),
    [
        ({}, True),
        ({"speaker": ANA}, False),
        ({"speaker": None}, False),
        ({"doubts": ("It looks forged",)}, False),
    ],
    ids=["the writer", "another member", "a stranger", "with a doubt"],
)
def test_only_the_writer_chooses(more: dict[str, Any], *, acts: bool) -> None:
    world = doubtful()
    world.happen(answer(world, Intent.CHOICE, 1, **more))
    assert state(world) == ("answered" if acts else "asked")


def test_an_unclear_mail_of_its_own_meanwhile_is_for_the_council() -> None:
    world = doubtful()
    world.happen(said(Intent.UNCLEAR, "clarification", BO, readings=READINGS, inbox=9))
    assert state(world) == "asked"
    assert [question.kind for question in questions(world)] == ["contact"]
    assert [x for x in letters(world) if x == "clarification/which.sender"] == [letters(world)[0]]


def test_every_letter_of_this_procedure_is_sent_by_a_rule() -> None:
    world = doubtful(Intent.UNCLEAR)
    world.happen(told("approved", "clarification", case=world.case_of("clarification").id))
    world.happen(answer(world, Intent.CHOICE, 1, inbox=9))
    sent = {*letters(world), *letters(doubtful(Intent.TAKE_BACK))}
    assert {name.split("/")[1].split(".")[0] for name in sent} == LETTERS
    assert all(isinstance(letter, Send) for letter in world.letters)
