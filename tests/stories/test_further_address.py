"""A member writes from another mailbox: it counts once both addresses have spoken, never before."""

from datetime import timedelta
from email.utils import parseaddr

import pytest

from tests.story import ANA, BO, EVA, Story

NEW = "Ana Pop <ana@new.example>"
CLAIM = "Hello, this is my new address, please add it. Until now I wrote from ana@mail.example."
ASK = "Please add my other address ana@new.example, I will write from there as well."


def addresses(story: Story, name: str = "Ana Pop") -> tuple[str, ...]:
    roster = story.line.desk.roster
    return next(person.addresses for person in roster if person.name == name)


def test_whoever_writes_from_a_new_address_is_asked_for_at_the_one_on_file(story: Story) -> None:
    story.write(NEW, CLAIM)
    letters = {letter.to: letter for letter in story.letters()}
    asked, told = letters["Ana Pop <ana@mail.example>"], letters[NEW]
    assert "ana@new.example" in asked.subject
    assert "at the address that we have on file" in told.words
    assert "mail.example" not in told.text.replace("council@reps.example", "")
    assert addresses(story) == ("ana@mail.example",)

    story.reply(asked, "Yes, that is me.")
    assert addresses(story) == ("ana@mail.example", "ana@new.example")
    assert "is now on our list" in story.letter_to(ANA).words
    story.write(NEW, "I have finished the Coaching Training on 2 January 2027.")
    assert "finished the course" in story.letter_to(ANA).subject


def test_a_member_who_asks_confirms_it_at_both_addresses(story: Story) -> None:
    story.write(ANA, ASK)
    story.reply(story.letter_to(ANA), "yes")
    there = story.letter_to("ana@new.example")
    assert addresses(story) == ("ana@mail.example",)

    story.reply(there, "Yes!", who=NEW)
    assert addresses(story) == ("ana@mail.example", "ana@new.example")


def test_the_new_address_takes_the_place_of_the_old_one_and_both_are_told(story: Story) -> None:
    story.write(NEW, f"{CLAIM} From now on please use this address instead.")
    asked = next(one for one in story.letters() if "mail.example" in one.to)
    story.reply(asked, "yes")

    assert addresses(story) == ("ana@new.example", "ana@mail.example")
    told = {parseaddr(one.to)[1] for one in story.letters() if "is now yours" in one.subject}
    assert told == {"ana@new.example", "ana@mail.example"}


def test_a_thief_of_the_name_adds_nothing_and_the_council_hears_of_it(story: Story) -> None:
    story.write("Ana Pop <ana@thief.example>", CLAIM)
    asked = next(one for one in story.letters() if "mail.example" in one.to)
    story.reply(asked, "No, that is not me!")

    assert addresses(story) == ("ana@mail.example",)
    [question] = story.questions()
    assert question["title"] == "Somebody may have pretended to be Ana Pop"
    story.letters()
    story.write("Ana Pop <ana@thief.example>", CLAIM)
    story.nothing_for(ANA)
    assert addresses(story) == ("ana@mail.example",)


@pytest.mark.parametrize("who", ["Ana Pop <ana@thief.example>", BO, EVA])
def test_nobody_confirms_for_another(story: Story, who: str) -> None:
    """The letter was forwarded or caught: its token without its address proves nothing."""
    story.write("Ana Pop <ana@thief.example>", CLAIM)
    asked = next(one for one in story.letters() if "mail.example" in one.to)
    story.reply(asked, "yes", who=who)

    assert addresses(story) == ("ana@mail.example",)


@pytest.mark.parametrize("authentication", [None, "none", "fail"])
def test_a_forged_yes_from_the_address_on_file_confirms_nothing(
    story: Story, authentication: str | None
) -> None:
    story.write("Ana Pop <ana@thief.example>", CLAIM)
    asked = next(one for one in story.letters() if "mail.example" in one.to)
    story.reply(asked, "yes", authentication=authentication)

    assert addresses(story) == ("ana@mail.example",)


def test_a_claim_whose_sender_is_not_proven_is_not_even_asked_about(story: Story) -> None:
    story.write(NEW, CLAIM, authentication=None)

    story.nothing_for(ANA)
    assert [one["kind"] for one in story.questions()] == ["contact"]


def test_an_address_of_somebody_else_is_never_taken_over(story: Story) -> None:
    story.write(ANA, "Please add my other address bo@post.example, I write from there as well.")

    assert addresses(story, "Bo Lind") == ("bo@post.example",)
    assert "somebody else" in str(story.questions()[0]["facts"])


def test_a_lost_mailbox_is_for_two_members_of_the_council(story: Story) -> None:
    story.write(NEW, CLAIM)
    story.wait(days=6)
    digest = story.digest_for(EVA)
    assert "May ana@new.example count for Ana Pop?" in digest.words
    story.reply(digest, "approve 1")
    assert addresses(story) == ("ana@mail.example",)

    story.now += timedelta(minutes=5)
    finns = story.letter_to("finn@reps.example", about="Decided by Eva Council")
    story.reply(finns, "approve 1")
    assert addresses(story) == ("ana@mail.example", "ana@new.example")


def test_a_look_alike_is_shown_to_the_council_as_such(story: Story) -> None:
    story.write("Ana Pop <ana@rnail.example>", "Hello! What is new in the programme, please?")

    assert "ana@mail.example of Ana Pop" in str(story.questions()[0]["facts"])
