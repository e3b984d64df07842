"""B10: a complaint about a member of the council or a mentor, and who learns nothing of it."""

from pathlib import Path

import pytest

from tests.story import ANA, BO, CHI, EVA, FINN, PEOPLE, STRANGER, Story

RUDE = "I want to complain about Finn from the council: he insulted me in front of everybody."
GUS = "Gus Council <gus@reps.example>"
THREE = PEOPLE + "Gus Council,gus@reps.example,council,Kenya,,,,2020-01-01\n"
ALONE = PEOPLE.replace("Eva Council,eva@reps.example,council", "Eva Council,eva@reps.example,rep")


def seen_by(story: Story, who: str) -> str:
    """Return all that a member gets in two days, as one text."""
    story.wait(days=2)
    return " ".join(f"{x.subject} {x.words}" for x in story.letters() if x.to == who)


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (CHI, RUDE),
        (CHI, "My feedback on Finn: maybe he is not always fair, I am not sure what to think."),
        (CHI, "Finn Council keeps harassing me."),
        (STRANGER, "Finn Council harassed me at the event in Lima."),
        (BO, "I am furious! finn@reps.example bullies my mentees."),
    ],
    ids=["a complaint", "doubtful feedback", "harassment", "by a stranger", "by the address"],
)
def test_whom_a_complaint_is_about_learns_nothing_and_another_reads_it(
    story: Story, who: str, text: str
) -> None:
    story.write(who, text, subject="In confidence")
    assert len(story.questions()) == 1
    evas: list[str] = []
    finns: list[str] = []
    story.wait(days=2)
    for letter in story.letters():
        {EVA: evas, FINN: finns}.get(letter.to, []).append(f"{letter.subject} {letter.words}")

    assert "In confidence" in " ".join(evas) or "in confidence" in " ".join(evas)
    told = " ".join(finns)
    assert "confidence" not in told
    assert "concern" not in told
    assert "decision waits" not in told


def test_who_complains_about_a_member_is_told_who_will_not_read_it(story: Story) -> None:
    story.write(CHI, RUDE, subject="Finn")

    letter = story.letter_to(CHI)
    assert letter.subject == "What you wrote stays in confidence"
    assert "Finn Council will not see it" in letter.words
    assert "One of the others will answer you" in letter.words


def test_an_unproven_or_forwarded_complaint_gets_no_letter(story: Story) -> None:
    story.write(CHI, RUDE, subject="Finn", authentication=None)

    story.nothing_for(CHI)


def test_where_everybody_is_concerned_only_the_operator_sees_it(
    tmp_path: Path, database_url: str
) -> None:
    story = Story(tmp_path, database_url, ALONE)
    story.write(CHI, RUDE, subject="Finn")

    assert "Only the operator of the service can read it" in story.letter_to(CHI).words
    assert "Finn" not in seen_by(story, FINN).replace("Dear Finn Council", "")
    assert len(story.questions()) == 1
    story.close()


@pytest.mark.parametrize("line", ["approve 1", "why 1", "show 1", "reject 1: no", "later 1"])
def test_its_number_means_nothing_to_whom_it_concerns(story: Story, line: str) -> None:
    story.write(CHI, RUDE, subject="Finn")
    story.write(ANA, "I have finished the Coaching Training on 2 January 2027.", subject="Course")
    finns = story.digest_for(FINN)
    story.reply(finns, line)

    told = story.letter_to(FINN).words
    assert "is not in the digest" in told or "no such number" in told
    assert "concern" not in told
    assert [q["state"] for q in story.questions()] == ["pending", "pending"]


def test_a_decision_on_it_and_the_handover_tell_them_nothing(
    tmp_path: Path, database_url: str
) -> None:
    story = Story(tmp_path, database_url, THREE)
    story.write(CHI, RUDE, subject="A certain person")
    evas = story.digest_for(EVA)
    story.letters()
    story.reply(evas, "approve 1")

    told = story.letters()
    assert any(x.to == GUS and "A certain person" in x.words for x in told)
    assert not any(x.to == FINN for x in told)
    story.close()


def test_a_new_member_is_not_handed_over_what_is_about_them(story: Story) -> None:
    story.write(CHI, "Bo Lind keeps harassing me.", subject="A certain person")
    story.enrol(
        "name,email,role,council_from,council_until\n"
        "Bo Lind,bo@post.example,council,2027-01-06,2027-07-31\n"
    )
    told = seen_by(story, BO)

    assert "what is open" in told
    assert "certain person" not in told


def test_a_copy_of_their_data_does_not_tell_of_it(story: Story) -> None:
    story.write(CHI, RUDE, subject="A certain person")
    story.letters()
    story.write(FINN, "Please send me a copy of my data.", subject="My data")

    letter = story.letter_to(FINN, about="Your data")
    files = b"".join(part.get_payload(decode=True) for part in letter.message.iter_attachments())
    assert b"certain person" not in files
    assert b"contact" not in files
    assert b"confidential" not in files


def test_a_member_who_asks_how_somebody_stands_is_not_told_of_it(story: Story) -> None:
    story.enrol("name,email,mentor_email,mentored_since\n"
                "Ana Pop,ana@mail.example,finn@reps.example,2026-12-01\n"
                "Finn Council,finn@reps.example,,\n")  # fmt: skip
    story.write(ANA, "I would like another mentor because Finn never has time.", subject="Mentor")
    story.letters()
    story.write(FINN, "status Ana Pop", subject="status")

    assert "change" not in story.letter_to(FINN).words


def test_whom_a_complaint_greets_may_read_it(story: Story) -> None:
    story.write(CHI, "Dear Eva,\n\nFinn from the council insulted me.", subject="Hello")

    [question] = story.questions()
    assert len(question["about"]) == 2  # Finn, and the writer's own mentor.
