"""E20 and B12: seats on the council have dates; a new member gets what is open."""

from datetime import timedelta

import pytest

from tests.story import ANA, BO, EVA, FINN, Received, Story

FINISHED = "I have finished the Coaching Training on 2 January 2027."


def digest(story: Story, who: str = EVA) -> Received:
    story.write(BO, "I resign as a mentor on 28 February 2027.", subject="Resignation")
    return story.digest_for(who)


def council(story: Story) -> set[str]:
    return {member.name for member in story.line.desk.roster.council(story.now.date())}


def test_one_members_mail_gives_nobody_a_seat(story: Story) -> None:
    story.reply(digest(story), "council add Ana Pop from 2027-01-11 until 2027-07-31")
    receipt = story.letter_to(EVA)
    assert "proposed, and waits for another member" in receipt.words
    story.reply(story.digest_for(EVA), "approve 2")
    assert "1 of the 2 members who must agree" in story.letter_to(EVA).words
    story.wait(days=7)

    assert council(story) == {"Eva Council", "Finn Council"}


def test_two_members_give_a_seat_and_the_first_day_brings_the_handover(story: Story) -> None:
    story.reply(digest(story), "council add Ana Pop from 2027-01-11 until 2027-07-31")
    story.reply(story.digest_for(FINN), "approve 2")
    assert "You have a seat from 11 January 2027" in story.letter_to(ANA).subject
    story.wait(days=3)
    story.nothing_for(ANA)

    story.now = story.now.replace(day=11, hour=8, minute=1)
    story.run()
    letter = story.letter_to(ANA, about="what is open")
    assert "Bo Lind resigns as a mentor" in letter.words
    assert "Finn Council" in letter.words
    assert "council: 2 members" in letter.words

    story.reply(letter, "approve 1")
    assert "approved: Bo Lind resigns" in story.letter_to(ANA, about="Your decisions").words


def test_a_term_that_ended_decides_nothing_and_is_thanked(story: Story) -> None:
    last = digest(story)
    story.reply(story.digest_for(FINN), "council end Eva Council on 2027-01-07")
    # Nobody decides about themselves: with Eva concerned, only the operator can help here.
    story.enrol(
        "name,email,role,council_from,council_until\n"
        "Eva Council,eva@reps.example,council,2020-01-01,2027-01-07\n"
    )
    story.wait(days=2)
    thanks = story.letter_to(EVA, about="Thank you")
    assert "ended on 7 January 2027" in thanks.words

    story.reply(last, "approve 1")
    assert story.mentor("Bo Lind") == "active"
    story.nothing_for(EVA)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("council add Nobody Known", "nobody on the roster"),
        ("council add Finn Council from 2027-02-01", "has a seat in that time already"),
        ("council add Ana Pop from 2027-02-01 until 2027-01-01", "is before"),
        ("council end Ana Pop on 2027-01-31", "has no seat"),
        ("council add Ana Pop from February", "nobody on the roster"),
        ("council add from 2027-02-01", "council add NAME from"),
    ],
)
def test_a_line_that_cannot_be_meant_is_handed_back(story: Story, line: str, why: str) -> None:
    story.reply(digest(story), line)

    assert why in story.letter_to(EVA).words
    assert len(story.questions()) == 1


def test_a_handover_after_a_standstill_comes_once(story: Story) -> None:
    story.enrol(
        "name,email,role,council_from,council_until\n"
        "Ana Pop,ana@mail.example,council,2027-01-06,2027-07-31\n"
    )
    story.now += timedelta(days=10)
    story.run()
    assert [x.to for x in story.letters() if "what is open" in x.subject] == [ANA]
    story.wait(days=3)
    assert [x.to for x in story.letters() if "what is open" in x.subject] == []
