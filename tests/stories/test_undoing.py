"""B4, "undo 12": what was decided is taken back, and whoever was told of it is told again."""

import re
from pathlib import Path

import pytest

from mailer.rules.records import Mentorship
from tests.story import ANA, BO, CHI, EVA, FINN, PEOPLE, Received, Story

GUS = "Gus Berg <gus@post.example>"
PAIR = "2026-12-01,"
WHY = (
    "Dear Council,\n\nI would like to change my mentor because our time zones do not fit. Could I "
    "have another mentor than Bo Lind?\n\nChi"
)


def told(tmp_path: Path, database: str, since: str = "2026-12-01", **programme: int) -> Story:
    people = PEOPLE.replace(PAIR, f"{since},") + (
        "Gus Berg,gus@post.example,mentor,Nigeria,,,design,2020-05-01\n"
    )
    return Story(tmp_path, database, people, **programme)


def asked(story: Story, kind: str) -> int:
    [number] = [q["number"] for q in story.questions() if q["kind"] == kind]
    return int(number)


def decide(story: Story, line: str) -> Received:
    """Eva decides; return what Finn is told of it."""
    story.reply(story.digest_for(EVA), line)
    [letter] = [x for x in story.letters() if x.to == FINN and "Decided by" in x.subject]
    return letter


def undo(story: Story, letter: Received, number: int) -> dict[str, list[Received]]:
    """Finn takes it back; return everybody's letters about it."""
    story.reply(letter, f"undo {number}: let us look again")
    found: dict[str, list[Received]] = {}
    for new in story.letters():
        found.setdefault(new.to, []).append(new)
    return found


def pairs(story: Story) -> dict[str, Mentorship]:
    story.line.desk.look_up([], story.now)
    return {
        story.line.desk.roster.name(pair.mentee): pair
        for pair in story.line.desk.roster.mentorships()
    }


def mentor_of(story: Story, mentee: str) -> str:
    story.line.desk.look_up([], story.now)
    roster = story.line.desk.roster
    [person] = [one for one in roster if one.name == mentee]
    mentor = roster.mentor_of(person.id)
    return mentor.name if mentor else ""


@pytest.fixture
def story(tmp_path: Path, database_url: str) -> Story:
    return told(tmp_path, database_url)


def test_a_placement_that_was_agreed_is_taken_back_from_who_was_asked(story: Story) -> None:
    story.write(BO, "I resign as a mentor. My last day will be 31 January 2027.", subject="Bye")
    decide(story, "approve 1")
    plan = asked(story, "placement")
    letter = decide(story, f"approve {plan}")
    assert story.cases()["assignment"] == "offered"

    letters = undo(story, letter, plan)

    [to_gus] = letters[GUS]
    assert to_gus.subject == "Chi Okafor: our question to you is settled"
    assert story.cases()["assignment"] == "open"
    assert asked(story, "placement") == plan
    decide(story, f"approve {plan}")
    assert story.cases()["assignment"] == "offered"
    story.close()


def test_a_change_that_was_granted_is_taken_back_and_both_are_told(story: Story) -> None:
    story.write(CHI, WHY, subject="Change of mentor")
    letter = decide(story, "approve 1")
    assert mentor_of(story, "Chi Okafor") == ""

    letters = undo(story, letter, 1)

    assert mentor_of(story, "Chi Okafor") == "Bo Lind"
    assert "looks at it once more" in letters[CHI][0].subject
    assert letters[BO][0].subject == "Bo Lind is the mentor of Chi Okafor again"
    assert "time zones" not in letters[BO][0].text
    assert story.cases()["assignment"] == "closed"
    assert asked(story, "change") == 1
    assert pairs(story)["Chi Okafor"].until is None
    story.close()


def test_a_change_stays_where_another_mentor_was_asked_since(story: Story) -> None:
    story.write(CHI, WHY, subject="Change of mentor")
    letter = decide(story, "approve 1")
    story.write(GUS, "I take Chi Okafor as my mentee.")
    assert story.cases()["assignment"] == "taken"

    letters = undo(story, letter, 1)

    [why] = [x for x in letters[FINN] if "Not taken back" in x.subject]
    assert "another mentor has been asked for Chi Okafor meanwhile" in why.words
    assert mentor_of(story, "Chi Okafor") == ""
    assert story.questions() == []
    story.close()


def test_a_refused_wish_for_a_change_is_looked_at_once_more(story: Story) -> None:
    story.write(CHI, WHY, subject="Change of mentor")
    letter = decide(story, "reject 1: let us talk first")

    letters = undo(story, letter, 1)

    assert "things should stay as they are" in letters[CHI][0].words
    assert BO not in letters
    assert asked(story, "change") == 1
    story.close()


@pytest.mark.parametrize("verb", ["approve", "reject"])
def test_what_was_decided_on_a_silent_pair_is_taken_back(
    verb: str, tmp_path: Path, database_url: str
) -> None:
    story = told(tmp_path, database_url, "2026-01-10")
    story.wait(days=30)
    number = asked(story, "commitment")
    before = pairs(story)["Chi Okafor"].review
    letter = decide(story, f"{verb} {number}" + (": it is over" if verb == "reject" else ""))

    letters = undo(story, letter, number)

    pair = pairs(story)["Chi Okafor"]
    assert (pair.until, pair.review, pair.reason) == (None, before, "")
    assert {to for to in letters if to in {BO, CHI}} == {BO, CHI}
    assert story.cases()["commitment"] == "overdue"
    assert asked(story, "commitment") == number
    story.reply(letters[CHI][0], "extend")
    story.reply(letters[BO][0], "extend")
    assert story.cases()["commitment"] == "running"
    story.close()


def test_a_replaced_mentor_is_the_mentor_again(tmp_path: Path, database_url: str) -> None:
    story = told(tmp_path, database_url, "2026-07-12")
    story.wait(days=66)
    number = asked(story, "inactivity")
    letter = decide(story, f"approve {number}")

    letters = undo(story, letter, number)

    assert mentor_of(story, "Chi Okafor") == "Bo Lind"
    assert "You are the mentor of Chi Okafor again" in letters[BO][0].subject
    assert "Bo Lind is your mentor again" in letters[CHI][0].subject
    story.reply(letters[BO][0], "yes")
    assert story.cases()["inactivity"] == "active"
    story.close()


def test_a_break_of_an_open_end_is_taken_back(story: Story) -> None:
    words = "I would like to take a leave of absence from 10 January 2027."
    story.write(BO, words, subject="Break")
    story.wait(days=7)
    number = asked(story, "leave")
    letter = decide(story, f"approve {number}")

    letters = undo(story, letter, number)

    assert "looks at it once more" in letters[BO][0].subject
    assert "is here again" in letters[CHI][0].subject
    assert story.cases()["leave"] == "no_end"
    assert asked(story, "leave") == number
    story.close()


def test_a_seat_is_taken_back_by_two_members_only(story: Story) -> None:
    story.write(ANA, "I have finished the Coaching Training on 2 January 2027.", subject="Course")
    story.reply(story.digest_for(EVA), "council add Gus Berg from 2027-02-01 until 2027-07-31")
    seat = asked(story, "council")
    story.reply(story.digest_for(FINN), f"approve {seat}")
    to_eva = next(x for x in story.letters() if x.to == EVA and "Decided by" in x.subject)

    story.reply(to_eva, f"undo {seat}: too early")

    opposite = asked(story, "council")
    assert opposite != seat
    assert "End the seat of Gus Berg on 2027-01-31?" in story.questions()[-1]["title"]
    story.letters()
    story.reply(story.digest_for(FINN), f"approve {opposite}")
    letters = {x.to: x for x in story.letters()}
    assert "it does not begin" in letters[GUS].subject
    story.line.desk.look_up([], story.now)
    [gus] = [one for one in story.line.desk.roster if one.name == "Gus Berg"]
    assert gus.terms == ()
    story.close()


def test_news_that_has_gone_out_cannot_be_called_back(story: Story) -> None:
    news = "Please pass this on to the mentors: the summit takes place on 4 May 2027 in Berlin."
    story.write(EVA, news, subject="Summit in May")
    story.reply(story.letter_to(EVA, about="Please confirm"), "yes")
    sent = next(x for x in story.letters() if x.to == EVA and "on its way" in x.subject)

    story.reply(sent, "Please take it back.")

    assert "has gone out already" in story.letter_to(EVA).subject
    assert story.cases()["announcement"] == "sent"
    story.close()


def test_a_step_list_says_why_it_cannot_be_taken_back(story: Story) -> None:
    story.write(CHI, "I am leaving Mozilla Reps. Thank you for everything.", subject="Goodbye")
    story.reply(story.letter_to(CHI), "1")
    number = asked(story, "departure")
    steps = "\n".join(f"done {number}.{step}" for step in range(1, 5))
    story.reply(story.digest_for(EVA), steps)
    letter = next(x for x in story.letters() if x.to == FINN and "Decided by" in x.subject)

    letters = undo(story, letter, number)

    [receipt] = letters[FINN]
    assert re.search(r"who leaves takes it back|nothing was carried out", receipt.words)
    assert story.cases()["departure"] == "leaving"
    story.close()
