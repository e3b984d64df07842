"""S21 and S24: lists with public fields alone, and help from a mentor who knows a subject."""

import pytest

from tests.story import ANA, BO, DEV, PEOPLE, Story

GUS = "Gus Berg <gus@post.example>"


@pytest.fixture(autouse=True)
def more_mentors(story: Story) -> None:
    story.enrol(
        f"{PEOPLE}Gus Berg,gus@post.example,mentor,India,,,events;goal setting,2020-05-01\n"
    )


def test_the_list_of_mentors_shows_public_fields_alone(story: Story) -> None:
    story.write(ANA, "mentors")

    letter = story.letter_to(ANA)
    assert "Gus Berg, India; events and goal setting" in letter.words.replace("*", "")
    assert "@post.example" not in letter.words


def test_the_list_of_open_assignments_is_for_members(story: Story) -> None:
    story.write(DEV, "I have no mentor and would like one, please.")
    story.letters()

    story.write(BO, "open")

    letter = story.letter_to(BO)
    assert "Dev Rao" in letter.words
    assert "I take" in letter.words
    assert "dev@mail.example" not in letter.words


def test_a_mentor_takes_somebody_in_answer_to_that_list(story: Story) -> None:
    story.write(DEV, "I have no mentor and would like one, please.")
    story.letters()
    story.write(BO, "open")

    story.reply(story.letter_to(BO), "I take Dev Rao")

    assert story.cases()["assignment"] == "taken"


def test_whoever_knows_a_subject_is_listed_and_asked(story: Story) -> None:
    story.write(ANA, "Hello,\n\nwho can help me with goal setting?\n\nAna")

    letters = story.letters()
    [listed] = [x for x in letters if x.to == ANA]
    [asked] = [x for x in letters if x.to == GUS]
    assert "Gus Berg" in listed.words
    assert "gus@post.example" not in listed.words
    assert "ana@mail.example" not in asked.words

    story.reply(asked, "Yes, gladly")

    letters = story.letters()
    assert any("gus@post.example" in x.words for x in letters if x.to == ANA)
    assert any("ana@mail.example" in x.words for x in letters if x.to == GUS)
    assert story.cases()["coaching"] == "joined"


def test_a_no_or_silence_asks_the_next_one_and_then_says_so(story: Story) -> None:
    story.write(ANA, "Who can help me with events?")
    [asked] = [x for x in story.letters() if x.to == GUS]

    story.reply(asked, "No, not this time")
    assert any("may we put you in touch" in x.subject for x in story.letters() if x.to == BO)
    story.wait(days=9)

    assert any("nobody has time" in x.subject for x in story.letters() if x.to == ANA)
    assert story.cases()["coaching"] == "nobody"


def test_a_subject_that_nobody_knows_goes_to_the_council(story: Story) -> None:
    story.write(ANA, "Who can help me with origami?")

    letter = story.letter_to(ANA)
    assert "no mentor offers it" in letter.subject
    assert "goal setting" in letter.words
    assert "coaching" not in story.cases()
