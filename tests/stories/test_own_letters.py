"""mail.md 2.2, row 7: letters of ours that come back are dropped, counted, and told of."""

from pathlib import Path

from tests.story import ANA, COUNCIL, EVA, PEOPLE, Story

LOOPING = "The service's own letters come back to it"


def titles(story: Story) -> list[str]:
    return [question["title"] for question in story.questions()]


def comes_back(story: Story, times: int) -> None:
    """Have somebody's mailbox send a letter of ours on to us, in our own name."""
    for _ in range(times):
        number = story.write(f"Reps Council <{COUNCIL}>", "We noted what you wrote.")
        assert story.outcome(number) == "ignored_auto"


def test_more_than_three_within_an_hour_are_told_to_the_council_once_a_day(story: Story) -> None:
    comes_back(story, 4)
    for _ in range(2):
        story.app.watch()

    assert titles(story).count(LOOPING) == 1
    assert "within an hour 4 mails of our own came in" in story.digest_for(EVA).words


def test_three_are_chance_and_those_of_the_hour_before_count_no_more(story: Story) -> None:
    comes_back(story, 3)
    story.app.watch()
    story.wait(hours=2)
    comes_back(story, 1)
    story.app.watch()

    assert titles(story) == []


def test_letters_to_our_own_address_are_told_of_too(tmp_path: Path) -> None:
    ours = COUNCIL.replace("@", "+{}@")
    line = "Member {0},{1},council,Peru,,,,2021-05-01\n"
    story = Story(tmp_path, people=PEOPLE + "".join(line.format(x, ours.format(x)) for x in "abcd"))
    story.write(ANA, "What is new in the programme?")
    story.digest_for(EVA)
    story.app.watch()

    [asked] = [question for question in story.questions() if question["title"] == LOOPING]
    assert "4 letters went to us" in str(asked["facts"])
    story.close()
