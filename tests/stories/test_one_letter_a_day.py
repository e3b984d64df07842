"""R32, E25: several reminders of one day are one letter, and an answer to it finds its matters."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from mailer.record.database import reading
from mailer.rules.together import TEMPLATE
from storage import outbox
from tests.story import BO, CHI, PEOPLE, Received, Story

TWO = "Hal Ode,hal@mail.example,rep,Peru,bo@post.example,2026-02-10,,2024-03-01\n"
SINCE = PEOPLE.replace("2026-12-01,", "2026-02-10,")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Story]:
    """Bo accompanies Chi and Hal, and both years end on one day."""
    story = Story(
        tmp_path, "", SINCE + TWO, quiet_days=3000, meeting_reminder_days=3000,
        meeting_mentee_days=3001,
    )  # fmt: skip
    story.letters()
    yield story
    story.close()


def asked(story: Story) -> Received:
    """Let the day come on which both are asked about, and return Bo's letter."""
    story.now = datetime(2027, 1, 11, 9, tzinfo=UTC)
    story.run()
    return story.letter_to(BO)


def answers(story: Story) -> dict[str, str]:
    """Return what Bo answered about whom, by the case's mentee."""
    found = {}
    for case in story.line.desk.due(story.now + timedelta(days=400), 100):
        if case.procedure == "commitment":
            mentee = story.line.desk.roster.name(case.parties["mentee"])
            found[mentee] = case.data.answers.get("mentor", "")  # type: ignore[attr-defined]
    return found


def test_two_reminders_of_one_day_are_one_letter_with_a_number_each(two: Story) -> None:
    letter = asked(two)
    assert letter.subject == "2 matters in one letter: please answer by number"
    assert "1. Your year with Chi Okafor: how do you go on?" in letter.words
    assert "2. Your year with Hal Ode: how do you go on?" in letter.words
    assert 'reply with "2: extend"' in letter.words
    assert len([part for part in letter.message.walk() if part.get_filename()]) == 2
    two.wait(days=1)
    two.nothing_for(BO)


def test_an_answer_by_numbers_reaches_each_matter(two: Story) -> None:
    two.reply(asked(two), "1: extend\n2: change, our time zones are too far apart\n\nBest, Bo")
    assert answers(two)["Chi Okafor"] == "extend"
    assert "commitment" in two.cases()
    told = {x.subject for x in two.letters() if x.to == BO}
    assert "Noted: you would like to go on with Chi Okafor" in told
    assert "You would like a change: what happens now" in told


def test_what_is_not_plain_of_an_answer_holds_up_no_other_matter(two: Story) -> None:
    two.reply(asked(two), "1: extend\n2: it depends on my work")
    assert answers(two) == {"Chi Okafor": "extend", "Hal Ode": ""}
    [question] = two.questions()
    assert "it depends on my work" in question["evidence"]


def test_one_matter_may_be_answered_now_and_the_other_one_later(two: Story) -> None:
    letter = asked(two)
    two.reply(letter, "2: extend")
    assert answers(two) == {"Chi Okafor": "", "Hal Ode": "extend"}
    two.reply(letter, "1) extend")
    assert answers(two) == {"Chi Okafor": "extend", "Hal Ode": "extend"}


@pytest.mark.parametrize(
    "words",
    [
        "1 and 2: extend",
        "extend both",
        "Both: extend",
        "1. extend\n2. extend",
        "Extend all, please",
    ],
)
def test_one_word_may_answer_all_matters_of_a_kind(two: Story, words: str) -> None:
    two.reply(asked(two), words)
    assert answers(two) == {"Chi Okafor": "extend", "Hal Ode": "extend"}
    assert two.questions() == []


def test_a_name_says_which_matter_is_meant(two: Story) -> None:
    two.reply(asked(two), "I would like to extend with Hal.")
    assert answers(two) == {"Chi Okafor": "", "Hal Ode": "extend"}


def test_a_word_that_fits_both_answers_neither_and_is_asked_about(two: Story) -> None:
    letter = asked(two)
    two.letters()
    two.reply(letter, "extend")
    assert answers(two) == {"Chi Okafor": "", "Hal Ode": ""}
    which = two.letter_to(BO)
    assert which.subject.startswith("About whom did you write?")
    two.reply(which, "Hal Ode: extend")
    assert answers(two) == {"Chi Okafor": "", "Hal Ode": "extend"}


def test_a_number_that_the_letter_has_not_answers_nothing(two: Story) -> None:
    two.reply(asked(two), "1: extend\n3: extend")
    assert answers(two) == {"Chi Okafor": "", "Hal Ode": ""}
    assert "add its number" in two.letter_to(BO).subject


def test_somebody_else_answers_nothing_with_the_letter_of_another(two: Story) -> None:
    two.reply(asked(two), "1: extend\n2: extend", who=CHI)
    assert answers(two) == {"Chi Okafor": "", "Hal Ode": ""}


def test_the_report_counts_each_matter_and_its_answer(two: Story) -> None:
    two.reply(asked(two), "1: extend")
    two.letters()
    two.now = datetime(2027, 2, 1, 9, tzinfo=UTC)
    two.run()
    report = next(x for x in two.letters() if "Report for January" in x.subject)
    # Bo, Chi and Hal were asked: three letters, of which Bo's holds two matters.
    assert re.search(r"Reminders sent: +4\b", report.text)
    assert re.search(r"Reminders answered: +1\b", report.text)


@pytest.fixture
def mixed(tmp_path: Path) -> Iterator[Story]:
    """Bo is asked about the year with Chi and reminded of their meeting on one day."""
    story = Story(tmp_path, "", SINCE, quiet_days=3000)
    story.letters()
    yield story
    story.close()


def test_a_bare_yes_to_two_questions_is_asked_about_once(mixed: Story) -> None:
    letter = asked(mixed)
    assert len(letter.matters) == 2
    mixed.letters()

    mixed.reply(letter, "yes")

    which = mixed.letter_to(BO)
    assert which.subject == "Which of our questions do you answer? Please add its number"
    assert all(title in which.words for title in letter.matters)
    assert mixed.questions() == []
    mixed.reply(which, letter.answer("yearly meeting", "We met on 5 January."))
    assert "Noted: your meeting with Chi Okafor" in mixed.letter_to(BO).subject

    mixed.reply(which, "yes")
    mixed.nothing_for(BO)
    [question] = mixed.questions()
    assert question["title"].startswith("Bo Lind writes")


def test_the_guide_comes_by_the_number_of_its_matter(mixed: Story) -> None:
    letter = asked(mixed)
    wish = letter.answer("yearly meeting", "template")
    assert f'reply "{wish}"' in letter.words
    mixed.letters()
    mixed.reply(letter, wish)
    assert mixed.letter_to(BO).subject.startswith("The guide for the meeting")


def test_a_button_writes_the_number_to_the_letters_own_address(two: Story) -> None:
    letter = asked(two)
    found = re.findall(r'href="mailto:([^"?]+)\?[^"]*body=([^"]+)"', letter.html)
    assert {unquote(address) for address, _ in found} == {letter.reply_to}
    assert {unquote(body) for _, body in found} == {
        f"{number}: {word}" for number in (1, 2) for word in ("extend", "change", "end")
    }


def test_each_matter_keeps_its_own_line_in_the_outbox(two: Story) -> None:
    asked(two)
    with reading(two.app.engine) as connection:
        merged = outbox.listing(connection, "reps", 100, "merged")
        [whole] = [x for x in outbox.listing(connection, "reps", 100) if x.template == TEMPLATE]
    assert [line.template for line in merged] == ["commitment/ask.mentor"] * 2
    assert all(line.reply == f"in one letter with others: {whole.id}" for line in merged)
    assert len({line.case_id for line in merged}) == 2


def test_what_is_due_later_on_the_day_waits_for_the_next_morning(two: Story) -> None:
    asked(two)
    late = "Ida Sol,ida@mail.example,rep,Peru,bo@post.example,2026-02-10,,2024-03-01\n"
    two.enrol(PEOPLE.partition("\n")[0] + "\n" + late)
    two.run()
    two.nothing_for(BO)
    two.wait(days=1)
    assert two.letter_to(BO).about("Your year with Ida Sol")
