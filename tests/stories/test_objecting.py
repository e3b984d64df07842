"""R26, E21, E22: a day for objections, several who decide, the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story import ANA, BO, CHI, EVA, FINN, PEOPLE, Received, Story

FINISHED = "I have finished the Coaching Training on 2 January 2027."
GUS = "Gus Council <gus@reps.example>"
THREE = PEOPLE + "Gus Council,gus@reps.example,council,Kenya,,,,2020-01-01\n"


@pytest.fixture
def story(tmp_path: Path, database_url: str) -> Iterator[Story]:
    """The shipped default: what is decided takes effect after 24 hours."""
    told = Story(tmp_path, database_url, objection_hours=24)
    yield told
    told.close()


def digest(story: Story, who: str = EVA) -> Received:
    story.write(ANA, FINISHED, subject="Course finished")
    return story.digest_for(who)


def approved(story: Story) -> Received:
    """Eva approves; return what Finn is told at once."""
    story.reply(digest(story), "approve 1")
    told = story.letters()
    assert story.mentor("Ana Pop") is None
    receipt = next(letter for letter in told if letter.to == EVA)
    assert "takes effect on 2027-01-06 08:30 UTC" in receipt.words
    return next(letter for letter in told if letter.to == FINN)


def test_a_decision_takes_effect_after_a_day_without_anybody_doing_anything(story: Story) -> None:
    told = approved(story)
    assert "stop 1" in told.words

    story.wait(hours=23)
    assert story.mentor("Ana Pop") is None
    story.wait(hours=1)

    assert story.mentor("Ana Pop") == "onboarding"
    assert story.cases()["decision"] == "carried_out"
    assert any("accepted as a mentor" in letter.subject for letter in story.letters())


def test_another_member_stops_it_and_it_waits_for_all(story: Story) -> None:
    told = approved(story)
    story.reply(told, "stop 1: I would like to speak with Ana first")
    story.wait(hours=30)

    assert story.mentor("Ana Pop") is None
    assert story.cases()["decision"] == "stopped"
    again = story.digest_for(EVA)
    assert "Stopped by: Finn Council: I would like to speak with Ana first" in again.words
    assert "Must agree: 2 of the 2 members" in again.words

    story.reply(story.digest_for(FINN), "approve 1")
    assert story.mentor("Ana Pop") == "onboarding"


def test_a_rejection_waits_too(story: Story) -> None:
    story.reply(digest(story), "reject 1: too early")
    assert not any(letter.to == ANA for letter in story.letters())
    story.wait(hours=24)

    assert story.cases()["application"] == "declined"
    assert "Your application" in story.letter_to(ANA).subject


def test_withdrawn_in_between_nothing_is_carried_out_and_the_decider_is_told(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    theirs = story.letter_to(ANA)
    story.reply(story.digest_for(EVA), "approve 1")
    story.reply(theirs, "Please withdraw my application.")
    story.letters()
    story.wait(hours=24)

    assert story.mentor("Ana Pop") is None
    letter = story.letter_to(EVA, about="Not carried out")
    assert "it was withdrawn (taken back by the candidate)" in letter.words


def test_what_changed_in_between_waits_for_a_new_decision(story: Story) -> None:
    approved(story)
    story.write(ANA, "I finished the Coaching Training on 3 January 2027.", subject="Correction")
    story.letters()
    story.wait(hours=24)

    assert story.mentor("Ana Pop") is None
    assert "has changed" in story.letter_to(EVA, about="Not carried out").words
    assert [question["state"] for question in story.questions()] == ["pending"]


def test_the_decider_takes_back_their_own_word(story: Story) -> None:
    answered = digest(story)
    story.reply(answered, "approve 1")
    story.letters()
    story.reply(answered, "stop 1")

    assert "you took back your word" in story.letter_to(EVA).words
    story.wait(hours=30)
    assert story.mentor("Ana Pop") is None


def test_after_a_standstill_objections_are_read_before_anything_takes_effect(story: Story) -> None:
    told = approved(story)
    story.wait(hours=20)
    story.now = story.now.replace(day=9)
    story.run()
    assert story.mentor("Ana Pop") is None

    story.reply(told, "stop 1: wait")
    story.wait(hours=3)
    assert story.cases()["decision"] == "stopped"


def test_it_takes_effect_late_after_a_standstill(story: Story) -> None:
    approved(story)
    story.now = story.now.replace(day=9)
    story.run()
    story.wait(hours=2)

    assert story.mentor("Ana Pop") == "onboarding"


@pytest.mark.parametrize("who", [ANA, BO, CHI])
def test_nobody_else_stops_a_decision(story: Story, who: str) -> None:
    told = approved(story)
    story.reply(told, "stop 1: no", who=who)
    story.wait(hours=24)

    assert story.mentor("Ana Pop") == "onboarding"


def test_an_out_of_office_with_stop_in_it_stops_nothing(story: Story) -> None:
    told = approved(story)
    story.reply(told, "stop 1: I am away", headers={"Auto-Submitted": "auto-replied"})
    story.wait(hours=24)

    assert story.mentor("Ana Pop") == "onboarding"


def test_two_members_must_agree_where_the_programme_says_so(
    tmp_path: Path, database_url: str
) -> None:
    story = Story(tmp_path, database_url, THREE, deciders={"application": 2})
    first = digest(story)
    story.reply(first, "approve 1")
    receipt = story.letter_to(EVA)
    assert "1 of the 2 members who must agree" in receipt.words
    story.reply(first, "approve 1")
    assert story.mentor("Ana Pop") is None  # The same member twice is one word.

    story.reply(story.digest_for(GUS), "approve 1")
    assert story.mentor("Ana Pop") == "onboarding"
    story.close()


def test_two_against_one_decide_against(tmp_path: Path, database_url: str) -> None:
    story = Story(tmp_path, database_url, THREE, deciders={"every": 2})
    story.write(ANA, FINISHED, subject="Course finished")
    story.reply(story.digest_for(EVA), "approve 1")
    story.reply(story.digest_for(FINN), "reject 1: too early")
    assert story.cases()["application"] == "completed"
    story.reply(story.digest_for(GUS), "reject 1: too early")

    assert story.cases()["application"] == "declined"
    story.close()


def test_all_is_approved_only_with_the_code_of_that_digest(story: Story) -> None:
    story.write(CHI, FINISHED, subject="Course finished")
    answered = digest(story)
    code = answered.words.split("approve all ")[1][:4]

    story.reply(answered, "approve all")
    assert "write the code of that digest" in story.letter_to(EVA).words
    story.reply(answered, "approve all ZZZZ")
    assert "not the code of the digest" in story.letter_to(EVA).words
    story.reply(answered, f"approve all {code}")

    receipt = story.letter_to(EVA)
    assert "`approve 1`" not in receipt.words
    assert "“approve 1”: approved, takes effect on" in receipt.words
    assert "Accept Chi Okafor" in receipt.words
    assert "“approve 2”: approved, takes effect on" in receipt.words


def test_why_shows_the_mail_the_reading_and_what_happened_since(story: Story) -> None:
    story.reply(digest(story), "why 1")

    letter = story.letter_to(EVA, about="Why")
    assert (
        "It came with a mail of 2027-01-04 09:00 UTC from Ana Pop <ana@mail.example>"
        in letter.words
    )
    assert "“Course finished”" in letter.words
    assert "course completion (" in letter.words
    assert "R13" in letter.words
    assert "letter to Ana Pop" in letter.words
    assert story.cases() == {"application": "completed"} | story.cases()


def test_an_acceptance_is_taken_back_with_a_letter_to_the_candidate(story: Story) -> None:
    approved(story)
    story.wait(hours=24)
    story.letters()
    answered = story.digest_for(FINN)
    story.reply(answered, "undo 1: it was the wrong Ana")

    letters = story.letters()
    assert any(x.to == ANA and "once more" in x.subject for x in letters)
    assert any(x.to == EVA and "taken back" in x.words for x in letters)
    assert story.mentor("Ana Pop") == "withdrawn"
    assert story.cases()["application"] == "completed"
    assert story.cases()["onboarding"] == "stopped"
    again = story.digest_for(EVA)
    assert "taken back by Finn Council on" in again.words
    story.reply(again, "approve 1")
    story.wait(hours=24)
    assert story.mentor("Ana Pop") == "onboarding"


def test_too_late_to_take_back_is_said_honestly(story: Story) -> None:
    approved(story)
    story.wait(days=10)
    answered = story.digest_for(FINN)
    story.reply(answered, "undo 1")

    assert "more than 7 days ago" in story.letter_to(FINN, about="Your decisions").words
    assert story.mentor("Ana Pop") == "onboarding"


def test_a_resignation_is_taken_back_and_the_pair_runs_on(story: Story) -> None:
    story.write(BO, "I resign as a mentor today.", subject="Resignation")
    story.reply(story.digest_for(EVA), "approve 1")
    story.wait(hours=24)
    assert story.mentor("Bo Lind") == "resigned"
    story.letters()

    story.reply(story.digest_for(FINN), "undo 1: Bo stays until May")

    assert story.mentor("Bo Lind") == "active"
    assert any(x.to == BO and "once more" in x.subject for x in story.letters())
    story.write(CHI, "status", subject="status")
    assert "Bo Lind" in story.letter_to(CHI, about="").words


def test_a_term_that_had_ended_by_then_carries_nothing_out(story: Story) -> None:
    """The role is looked at again when the decision takes effect, as the records are then."""
    approved(story)
    story.enrol(
        "name,email,role,council_from,council_until\n"
        "Eva Council,eva@reps.example,council,2020-01-01,2026-12-31\n"
    )
    story.wait(hours=24)

    assert story.mentor("Ana Pop") is None
    assert story.cases()["decision"] == "fallen"
