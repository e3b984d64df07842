"""The kill switch: one mail stops everything, nothing is lost, and two proofs let it go on."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mailer.app import App
from mailer.record import lists
from mailer.record.database import reading
from tests.story import ANA, BO, CHI, DEV, EVA, FINN, STRANGER, Received, Story

FINISHED = "I have finished the Coaching Training on 2 January 2027."


@pytest.fixture
def story(tmp_path: Path, database_url: str) -> Iterator[Story]:
    """A day for objections, as shipped."""
    told = Story(tmp_path, database_url, objection_hours=24)
    yield told
    told.close()


def is_paused(story: Story) -> bool:
    with reading(story.app.engine) as connection:
        return bool(lists.pauses(connection, ["reps"]))


def paused(story: Story, who: str = EVA, text: str = "pause: my mailbox was read") -> Received:
    """A member pauses it; return that member's own copy of the letter."""
    story.letters()
    story.write(who, text, subject="")
    return story.letter_to(who, about="Everything is paused")


def test_one_mail_of_one_member_stops_every_letter_decision_and_deadline(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    story.reply(story.digest_for(EVA), "approve 1")
    story.letters()
    story.write(FINN, "pause: something is wrong", subject="Stop")

    told = story.letters()
    assert {x.subject for x in told} == {"[Reps Council] Everything is paused"}
    assert {x.to for x in told} == {EVA, FINN}
    assert "Finn Council paused" in told[0].words
    assert "something is wrong" in told[0].words
    number = story.write(CHI, FINISHED, subject="Course finished")
    story.wait(days=3)
    assert story.letters() == []
    assert story.mentor("Ana Pop") is None
    assert story.outcome(number) == "received"


@pytest.mark.parametrize(
    "how",
    [
        {"who": ANA},
        {"who": STRANGER},
        {"authentication": "fail"},
        {"authentication": None},
        {"headers": {"Auto-Submitted": "auto-replied"}},
        {"headers": {"List-Id": "<reps.lists.example>"}},
        {"text": "I would like to pause my mentoring from May on."},
        {"text": "> pause\n\nPlease do not."},
        {"text": "FYI\n\n---------- Forwarded message ---------\nFrom: Eva Council"
                 " <eva@reps.example>\nSubject: x\nTo: council@reps.example\n\npause"},
    ],
    ids=["a rep", "a stranger", "forged", "not authenticated", "automatic", "a list",
         "a sentence", "quoted", "forwarded"],
)  # fmt: skip
def test_nothing_else_stops_it(story: Story, how: dict[str, str]) -> None:
    given = {"who": EVA, "text": "pause", "subject": "", **how}
    story.write(**given)  # type: ignore[arg-type]

    assert not is_paused(story)


def test_a_member_stops_it_in_answer_to_any_letter(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    story.reply(story.digest_for(EVA), "Hello,\n\nPause!\n\nEva")

    assert is_paused(story)
    assert story.questions()[0]["state"] == "pending"


def test_the_member_who_was_told_lets_it_go_on(story: Story) -> None:
    finns = paused(story, FINN)
    number = story.write(CHI, FINISHED, subject="Course finished")
    story.wait(days=2)
    story.reply(finns, "resume")

    assert not is_paused(story)
    assert story.outcome(number) == "applied"
    letters = story.letters()
    assert {x.to for x in letters if "It goes on" in x.subject} == {EVA, FINN}
    assert any(x.to == CHI for x in letters)


@pytest.mark.parametrize(
    "how",
    [
        {"authentication": "fail"},
        {"authentication": None},
        {"who": FINN},
        {"who": ANA},
        {"to": "council@reps.example"},
        {"to": "council+aaaaaaaaaaaaaaaaaaaaaaaaaa@reps.example"},
        {"headers": {"Auto-Submitted": "auto-replied"}},
    ],
    ids=["forged", "not authenticated", "another member with this token", "a rep with the token",
         "no token", "an invented token", "automatic"],
)  # fmt: skip
def test_one_proof_does_not_let_it_go_on(story: Story, how: dict[str, str]) -> None:
    evas = paused(story)
    story.reply(evas, "resume", **how)  # type: ignore[arg-type]

    assert is_paused(story)


def test_who_lacks_a_proof_is_sent_the_letter_that_has_it(story: Story) -> None:
    paused(story)
    story.wait(days=9)  # The first letter has expired by now.
    story.write(EVA, "resume", subject="")
    assert is_paused(story)

    story.reply(story.letter_to(EVA, about="Everything is paused"), "resume")
    assert not is_paused(story)


def test_the_letter_of_an_earlier_pause_does_not_end_a_later_one(story: Story) -> None:
    first = paused(story)
    story.reply(first, "resume")
    story.now += timedelta(hours=1)
    paused(story, FINN)

    story.reply(first, "resume")
    assert is_paused(story)


def test_resuming_what_is_not_paused_is_said(story: Story) -> None:
    story.write(EVA, "resume", subject="")

    assert "Nothing is paused" in story.letter_to(EVA).subject


def test_it_outlives_a_restart_and_holds_mails_that_came_behind_it(story: Story) -> None:
    paused(story)
    story.app.close()
    story.app = App(story.settings, lambda: story.now)
    story.line = story.app.lines["reps"]
    story.app.start()
    number = story.write(CHI, FINISHED, subject="Course finished")

    assert story.outcome(number) == "received"
    story.line.switch(story.now, on=True)
    story.run()
    assert story.outcome(number) == "applied"


def two_weeks(story: Story, *, pause: bool) -> None:
    """What people write: a course, a decision, a resignation, and what is withdrawn in time."""
    story.write(ANA, FINISHED, subject="Course finished")
    evas = story.digest_for(EVA)
    if pause:
        story.line.switch(story.now, "a test", on=False)
    story.wait(hours=1)
    story.reply(evas, "approve 1")
    story.wait(days=1)
    story.write(BO, "I resign as a mentor on 28 February 2027.", subject="Resignation")
    story.write(DEV, "I would like to become a mentor.", subject="Mentor")
    story.wait(days=3)
    story.write(DEV, "Please withdraw my application.", subject="Mentor")
    story.wait(days=5)
    if pause:
        assert story.mentor("Ana Pop") is None
        story.line.switch(story.now, on=True)
    story.wait(days=4)


def test_after_a_pause_all_is_as_if_there_had_been_none(tmp_path: Path) -> None:
    undisturbed = Story(tmp_path / "one", objection_hours=24)
    disturbed = Story(tmp_path / "two", objection_hours=24)
    two_weeks(undisturbed, pause=False)
    two_weeks(disturbed, pause=True)

    assert disturbed.matters() == undisturbed.matters()
    for name in ("Ana Pop", "Bo Lind", "Dev Rao"):
        assert disturbed.mentor(name) == undisturbed.mentor(name)
    asked, expected = (
        sorted((q["title"], q["state"]) for q in one.questions())
        for one in (disturbed, undisturbed)
    )
    assert asked == expected
    undisturbed.close()
    disturbed.close()
