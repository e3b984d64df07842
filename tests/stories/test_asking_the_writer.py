"""A mail that can be read in two ways: its writer is asked once, by a letter with numbers."""

from dataclasses import replace
from pathlib import Path

import pytest

from mailer.record.database import reading
from storage.tables import LetterRow
from tests.story import ANA, BO, COUNCIL, EVA, PEOPLE, STRANGER, Story

UNSURE = (
    "Dear Council,\n\nI have to stop as a mentor for some time, my last day is 31 January 2027. "
    "As my successor I recommend Ana Pop.\n\nBo"
)


def asked(story: Story) -> None:
    number = story.write(BO, UNSURE, subject="My plans")
    assert story.outcome(number) == "needs_review"
    assert story.matters() == {"clarification": "asked"}
    assert story.questions() == []


def test_the_writer_is_asked_and_nothing_is_changed(story: Story) -> None:
    asked(story)

    letter = story.letter_to(BO)
    assert "1. I resign as a mentor, for good" in letter.words
    assert "2. I take a break for a time" in letter.words
    assert "3. Something else" in letter.words
    assert "stop as a mentor for some time" in letter.words
    assert letter.message["In-Reply-To"]
    assert story.mentor("Bo Lind") == "active"


@pytest.mark.parametrize("text", ["1", "The first, thanks", "I resign"])
def test_the_matter_goes_on_as_if_the_mail_had_said_so(story: Story, text: str) -> None:
    asked(story)

    number = story.reply(story.letter_to(BO), text)

    assert story.outcome(number) == "applied"
    confirm = story.letter_to(BO)
    assert "Please confirm" in confirm.subject
    assert "Last day as a mentor: 2027-01-31" in confirm.words
    assert "Recommended successor: Ana Pop" in confirm.words
    assert story.matters() == {"clarification": "answered", "resignation": "announced"}
    [question] = story.questions()
    assert "for some time" in question["evidence"]
    story.reply(confirm, "Yes, I confirm.")
    assert story.cases()["resignation"] == "confirmed"


def test_a_reading_without_a_procedure_reaches_the_council_as_chosen(story: Story) -> None:
    asked(story)

    story.reply(story.letter_to(BO), "2")

    assert "We read it as: leave of absence" in story.letter_to(BO).words
    [question] = story.questions()
    assert ["Reads like", "leave of absence"] in question["facts"]
    assert story.matters() == {"clarification": "answered"}


def test_a_fresh_sentence_answers_too(story: Story) -> None:
    asked(story)

    story.reply(
        story.letter_to(BO),
        "Sorry, I was not clear. I resign as a mentor. My last day will be 15 February 2027.",
    )

    confirm = story.letter_to(BO)
    assert "Please confirm" in confirm.subject
    assert "Last day as a mentor: 2027-02-15" in confirm.words
    assert "Recommended successor: Ana Pop" in confirm.words


@pytest.mark.parametrize("text", ["3", "Hm, I do not know yet.", "1 or 2"])
def test_a_second_unclear_word_goes_to_the_council_with_both(story: Story, text: str) -> None:
    asked(story)

    story.reply(story.letter_to(BO), text)

    assert "A member of the council reads your mail" in story.letter_to(BO).subject
    [question] = story.questions()
    assert ["Answer", text] in question["facts"]
    assert "for some time" in question["evidence"]
    digest = story.digest_for(EVA)
    assert "Reads like: resignation: “I have to stop as a mentor" in digest.words
    assert "Or like: leave of absence" in digest.words


def test_silence_goes_to_the_council_and_a_late_answer_still_counts(story: Story) -> None:
    asked(story)
    letter = story.letter_to(BO)

    story.wait(days=6)

    assert story.matters() == {"clarification": "left"}
    [question] = story.questions()
    assert question["title"] == "Bo Lind writes: My plans"
    story.letters()
    story.reply(letter, "1")
    assert "Please confirm" in story.letter_to(BO).subject
    assert [q["title"] for q in story.questions()] == ["Bo Lind resigns as a mentor"]


def test_an_answer_after_the_council_decided_changes_nothing_and_says_so(story: Story) -> None:
    asked(story)
    letter = story.letter_to(BO)
    story.wait(days=6)
    story.reply(story.digest_for(EVA), "approve 1")
    story.letters()

    story.reply(letter, "1")

    assert "has dealt with your mail already" in story.letter_to(BO).subject
    assert story.matters() == {"clarification": "decided"}
    assert story.questions() == []
    assert "Bo Lind answered after the council had decided: 1" in story.digest_for(EVA).words


def test_the_answer_counts_once(story: Story) -> None:
    asked(story)
    letter = story.letter_to(BO)
    story.reply(letter, "1")
    story.letters()

    again = story.reply(letter, "Number one, please.")

    assert story.outcome(again) == "no_action"
    story.nothing_for(BO)
    another = story.reply(letter, "2")
    assert story.outcome(another) == "needs_review"
    assert story.cases()["resignation"] == "announced"


def test_taken_back_after_it_was_understood_is_taken_back(story: Story) -> None:
    asked(story)
    letter = story.letter_to(BO)
    story.reply(letter, "1")

    story.reply(letter, "Please ignore my resignation, I stay.")

    assert story.cases()["resignation"] == "taken_back"


def test_the_mail_can_be_forgotten(story: Story) -> None:
    asked(story)

    story.reply(story.letter_to(BO), "Please forget my mail.")

    assert "we forget that mail" in story.letter_to(BO).subject
    assert story.matters() == {"clarification": "dropped"}
    story.wait(days=30)
    assert story.questions() == []


def test_a_robot_gives_no_answer(story: Story) -> None:
    asked(story)

    story.reply(story.letter_to(BO), "1", headers={"Auto-Submitted": "auto-replied"})

    assert story.matters() == {"clarification": "asked"}
    story.nothing_for(BO)


@pytest.mark.parametrize("who", [ANA, STRANGER])
def test_nobody_else_gives_the_answer(story: Story, who: str) -> None:
    asked(story)

    number = story.reply(story.letter_to(BO), "1", who=who)

    assert story.outcome(number) == "needs_review"
    assert story.matters() == {"clarification": "asked"}


def test_a_forged_answer_chooses_nothing(story: Story) -> None:
    asked(story)

    story.reply(story.letter_to(BO), "1", authentication="fail")

    assert story.matters() == {"clarification": "asked"}


def test_where_no_server_proves_anybody_the_letter_at_the_address_on_file_does(
    tmp_path: Path,
) -> None:
    story = Story(tmp_path, authserv_id="")
    asked(story)
    letter = story.letter_to(BO)

    story.reply(letter, "1", to=COUNCIL)
    assert story.matters() == {"clarification": "asked"}
    story.reply(letter, "1", authentication=None)

    assert story.matters() == {"clarification": "answered", "resignation": "announced"}
    story.close()


def test_a_mail_from_another_known_address_is_answered_at_the_one_on_file(
    tmp_path: Path,
) -> None:
    story = Story(tmp_path, people=PEOPLE)
    bo = story.line.desk.roster.at("bo@post.example")
    assert bo is not None
    both = replace(bo, addresses=(*bo.addresses, "bo@home.example"))
    story.line.enrol([both], story.now)
    story.write("Bo <bo@home.example>", UNSURE, subject="My plans")
    letter = story.letter_to(BO)

    story.reply(letter, "1", who="Bo <bo@home.example>")

    assert story.matters() == {"clarification": "answered", "resignation": "announced"}
    story.close()


def test_a_letter_that_comes_back_leads_to_the_council_at_once(story: Story) -> None:
    asked(story)

    story.line.refused(_letter(story), "bo@post.example", "550 5.1.1 no such user", story.now)

    assert story.matters() == {"clarification": "left", "delivery": "suspended"}
    titles = {question["title"] for question in story.questions()}
    assert titles == {"Mail to Bo Lind comes back", "Bo Lind writes: My plans"}


def test_one_person_is_asked_a_few_times_a_month_only(story: Story) -> None:
    for _ in range(3):
        story.write(BO, UNSURE, subject="My plans")
        story.reply(story.letter_to(BO), "Please forget my mail.")
        story.letters()
        story.now = story.now.replace(day=story.now.day + 1)

    story.write(BO, UNSURE, subject="My plans")

    story.nothing_for(BO)
    assert [q["title"] for q in story.questions()] == ["Bo Lind writes: My plans"]


def test_a_second_doubtful_mail_meanwhile_is_for_the_council(story: Story) -> None:
    asked(story)
    story.letters()

    story.write(BO, f"Once more:\n\n{UNSURE}", subject="Again")

    assert [q["title"] for q in story.questions()] == ["Bo Lind writes: Again"]
    assert story.matters() == {"clarification": "asked"}


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (BO, f"{UNSURE}\n\nYou liars, I am furious."),
        (STRANGER, UNSURE),
        (ANA, UNSURE),
    ],
    ids=["anger", "stranger", "no mentor"],
)
def test_graver_doubts_are_not_asked_about(story: Story, who: str, text: str) -> None:
    story.write(who, text, subject="My plans")

    assert story.matters() == {}
    [question] = story.questions()
    assert "Reads like" in dict(map(tuple, question["facts"]))


def _letter(story: Story) -> str:
    with reading(story.app.engine) as connection:
        table = LetterRow.__table__
        return connection.execute(table.select().with_only_columns(table.c.id)).scalar_one()
