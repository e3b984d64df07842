"""S12, E9, E10, E15: a mentor who is not heard of, noticed by the service or told by the mentee."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story import BO, CHI, EVA, PEOPLE, Received, Story


@pytest.fixture
def quiet(tmp_path: Path, database_url: str) -> Iterator[Story]:
    """Bo and Chi, of whom nothing was heard since July; six months are over in a week."""
    story = Story(
        tmp_path, database_url, PEOPLE.replace("2026-12-01,", "2026-07-12,"), objection_hours=0
    )
    story.wait(days=8)
    yield story
    story.close()


def first_letters(story: Story) -> dict[str, Received]:
    asked = ("How is it going", "in touch?")
    found = {x.to: x for x in story.letters() if any(words in x.subject for words in asked)}
    assert set(found) == {BO, CHI}
    return found


def test_a_quiet_pair_is_asked_and_one_word_ends_it(quiet: Story) -> None:
    letters = first_letters(quiet)
    quiet.reply(letters[BO], "Yes, I am here and in touch with Chi.")

    assert "Good to hear" in quiet.letter_to(BO).subject
    assert quiet.cases()["inactivity"] == "active"
    quiet.wait(days=90)
    assert [x.subject for x in quiet.letters() if "hear from you" in x.subject] == []


def test_any_other_mail_of_the_mentor_ends_it_too(quiet: Story) -> None:
    first_letters(quiet)
    quiet.write(BO, "status")
    assert quiet.cases()["inactivity"] == "active"


def test_the_mentee_logs_a_meeting_and_all_is_well(quiet: Story) -> None:
    letters = first_letters(quiet)
    quiet.reply(letters[CHI], "Yes, we met on 2 January.")
    assert quiet.cases()["inactivity"] == "active"


def test_silence_leads_to_the_council_which_replaces_the_mentor(quiet: Story) -> None:
    first_letters(quiet)
    quiet.wait(days=29)
    assert [x.to for x in quiet.letters() if "glad to hear from you" in x.subject] == [BO]
    quiet.wait(days=29)
    [question] = [q for q in quiet.questions() if q["kind"] == "inactivity"]
    assert quiet.mentor("Bo Lind") == "active"

    quiet.reply(quiet.digest_for(EVA), f"approve {question['number']}")
    quiet.wait(days=1)

    letters = {(x.to, x.subject): x for x in quiet.letters()}
    assert (BO, "Chi Okafor will be accompanied by somebody else") in letters
    assert (CHI, "You will get a new mentor") in letters
    assert quiet.cases()["commitment"] == "over"
    assert quiet.cases()["meeting"] == "over"
    assert quiet.cases().get("assignment") == "open"


def test_a_week_of_stop_in_the_ladder_sends_each_letter_once(quiet: Story) -> None:
    first_letters(quiet)
    quiet.wait(days=26)
    quiet.now = quiet.now.replace(day=20)
    quiet.run()
    quiet.wait(days=3)
    assert [x.to for x in quiet.letters() if "glad to hear from you" in x.subject] == [BO]


def test_an_out_of_office_is_no_sign_of_life(quiet: Story) -> None:
    first_letters(quiet)
    quiet.write(
        BO,
        "I am out of the office until Monday.",
        subject="Automatic reply",
        headers={"Auto-Submitted": "auto-replied"},
    )
    assert quiet.cases()["inactivity"] == "asked"


AWAY = {"Auto-Submitted": "auto-replied"}


def test_an_out_of_office_that_names_a_day_proposes_a_break_and_takes_none(quiet: Story) -> None:
    letters = first_letters(quiet)
    words = "I am out of the office until 28 February 2027 and read no mail."
    quiet.reply(letters[BO], words, subject="Automatic reply", headers=AWAY)
    proposal = quiet.letter_to(BO, about="Shall we note a break")
    assert "until 28 February 2027" in proposal.words
    assert quiet.cases()["leave"] == "proposed"
    quiet.line.desk.look_up([], quiet.now)
    assert all(one.away_from is None for one in quiet.line.desk.roster)

    # The robot answers that letter, too, and is not asked again.
    quiet.reply(proposal, words, subject="Automatic reply", headers=AWAY)
    quiet.reply(letters[BO], words + "!", subject="Automatic reply", headers=AWAY)
    quiet.nothing_for(BO)

    quiet.reply(proposal, "yes")
    assert "Your break is noted" in quiet.letter_to(BO, about="break").subject
    assert quiet.cases()["leave"] == "noted"


def test_a_proposed_break_that_nobody_answers_is_not_noted(quiet: Story) -> None:
    letters = first_letters(quiet)
    words = "I am out of the office until 28 February 2027."
    quiet.reply(letters[BO], words, subject="Automatic reply", headers=AWAY)
    quiet.wait(days=7)
    assert quiet.cases()["leave"] == "taken_back"
    assert quiet.cases()["inactivity"] == "asked"


def test_a_mentor_who_cannot_go_on_is_asked_to_confirm_the_resignation(quiet: Story) -> None:
    letters = first_letters(quiet)
    quiet.reply(letters[BO], "No, I cannot go on.")
    assert "confirm: you resign" in quiet.letter_to(BO).subject
    assert quiet.mentor("Bo Lind") == "active"
