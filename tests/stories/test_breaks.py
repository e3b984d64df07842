"""E6 and E7: a break with its substitute, the question before its end, and the return."""

import pytest

from tests.story import ANA, BO, CHI, EVA, Story

LUIS = "Luis Vega <luis@mail.example>"
MORE = """\
name,email,role,country,skills,member_since
Luis Vega,luis@mail.example,mentor,Peru,events,2020-01-01
"""
BREAK = (
    "Dear Council,\n\nI need a break. I will be away from 10 January until 20 February 2027. Luis "
    "Vega covers for me.\n\nBo"
)


@pytest.fixture(autouse=True)
def _more(story: Story) -> None:
    story.enrol(MORE)


def away(story: Story, name: str) -> tuple[str, str]:
    story.line.desk.look_up([], story.now)
    person = next(each for each in story.line.desk.roster if each.name == name)
    substitute = story.line.desk.roster.name(person.substitute) if person.substitute else ""
    return (person.away_until.isoformat() if person.away_until else "", substitute)


def test_a_break_is_echoed_and_everybody_concerned_is_told(story: Story) -> None:
    story.write(BO, BREAK, subject="Break")

    letters = {letter.to: letter for letter in story.letters()}
    assert "Away until: 2027-02-20" in letters[BO].words
    assert "Substitute: Luis Vega" in letters[BO].words
    assert "Luis Vega stands in" in letters[CHI].words
    assert "You stand in for Bo Lind" in letters[LUIS].subject
    assert away(story, "Bo Lind") == ("2027-02-20", "Luis Vega")
    assert "Bo Lind is away" in story.digest_for(EVA).words


def test_one_day_before_the_end_they_are_asked_and_yes_ends_it(story: Story) -> None:
    story.write(BO, BREAK, subject="Break")
    story.letters()

    story.wait(days=45)
    assert [x.subject for x in story.letters() if "are you back" in x.subject] == []
    story.wait(days=2)
    letter = story.letter_to(BO, about="are you back")
    story.reply(letter, "Yes, I am back!")

    assert story.letter_to(BO).subject == "Welcome back"
    assert away(story, "Bo Lind") == ("", "")
    assert story.cases()["leave"] == "back"


def test_silence_after_the_end_leads_to_the_council(story: Story) -> None:
    story.write(BO, BREAK, subject="Break")
    story.wait(days=60)

    [question] = [q for q in story.questions() if q["kind"] == "leave"]
    assert question["title"] == "Is Bo Lind back from the break?"
    story.reply(story.digest_for(EVA), f"approve {question['number']}")
    assert away(story, "Bo Lind") == ("", "")


def test_a_week_of_standstill_over_the_end_asks_once_and_late(story: Story) -> None:
    story.write(BO, BREAK, subject="Break")
    story.letters()

    story.now = story.now.replace(month=2, day=26, hour=10)
    story.run()
    story.run()

    assert [x.subject for x in story.letters() if "are you back" in x.subject] != []
    story.wait(days=1)
    assert [x.subject for x in story.letters() if "are you back" in x.subject] == []


def test_not_back_yet_asks_for_the_new_end(story: Story) -> None:
    story.write(BO, BREAK, subject="Break")
    story.wait(days=47)
    story.reply(story.letter_to(BO, about="are you back"), "No, I need more time.")
    letter = story.letter_to(BO, about="until when")

    story.reply(letter, "Away until: 2027-03-15")

    assert away(story, "Bo Lind") == ("2027-03-15", "Luis Vega")


def test_an_early_return_is_told_to_those_who_were_told_of_the_break(story: Story) -> None:
    story.write(BO, BREAK, subject="Break")
    story.letters()
    story.wait(days=14)

    story.write(BO, "I am back earlier than planned.", subject="Hello")

    letters = {letter.to: letter.subject for letter in story.letters()}
    assert letters[BO] == "Welcome back"
    assert "is here again" in letters[CHI]
    assert "is here again" in letters[LUIS]
    assert away(story, "Bo Lind") == ("", "")


def test_a_break_is_cancelled_by_a_reply(story: Story) -> None:
    story.write(BO, BREAK, subject="Break")

    story.reply(next(x for x in story.letters() if x.to == BO), "Please cancel my break.")

    assert away(story, "Bo Lind") == ("", "")
    assert story.cases()["leave"] == "taken_back"


def test_a_corrected_end_is_told_again(story: Story) -> None:
    story.write(BO, BREAK, subject="Break")

    story.reply(next(x for x in story.letters() if x.to == BO), "Away until: 2027-03-01")

    letters = {letter.to: letter for letter in story.letters()}
    assert "1 March 2027" in letters[CHI].words
    assert away(story, "Bo Lind") == ("2027-03-01", "Luis Vega")


def test_a_missing_end_is_asked_for_once(story: Story) -> None:
    story.write(
        BO, "I would like to take a leave of absence from 10 January 2027.", subject="Break"
    )
    letter = story.letter_to(BO)
    assert "until when" in letter.subject
    assert away(story, "Bo Lind") == ("", "")

    story.reply(letter, "Until the end of February, I think.")

    assert away(story, "Bo Lind")[0] == "2027-02-28"


def test_without_an_end_the_council_decides(story: Story) -> None:
    story.write(
        BO, "I would like to take a leave of absence from 10 January 2027.", subject="Break"
    )
    story.wait(days=7)

    [question] = story.questions()
    story.reply(story.digest_for(EVA), f"approve {question['number']}")

    assert away(story, "Bo Lind")[0] == "2027-04-12"
    assert "Your break is noted" in next(x for x in story.letters() if x.to == BO).subject


LONG = "I am taking a break from mentoring from 10 January 2027 until 30 June 2027."


def test_more_than_three_months_counts_as_leaving_and_is_asked_about(story: Story) -> None:
    """Situation 6: resigning, leaving and a break are three different things (R19, R28)."""
    story.write(BO, LONG, subject="Break")
    letter = story.letter_to(BO)
    assert "what would you like" in letter.subject
    assert away(story, "Bo Lind") == ("", "")

    story.reply(letter, "2")

    assert "Please confirm: you resign as a mentor" in story.letter_to(BO).subject
    assert story.cases()["leave"] == "passed_on"


def test_a_shorter_break_is_chosen_with_its_end(story: Story) -> None:
    story.write(BO, LONG, subject="Break")

    story.reply(story.letter_to(BO), "1. Until 31 March 2027 then.")

    assert away(story, "Bo Lind")[0] == "2027-03-31"


def test_a_rep_takes_a_break_and_the_own_mentor_is_told(story: Story) -> None:
    words = "I am taking a break from Reps from 10 January 2027 until 30 January 2027."
    story.write(CHI, words, subject="Break")

    letters = {letter.to: letter.subject for letter in story.letters()}
    assert "Chi Okafor, whom you accompany, takes a break" in letters[BO]
    assert away(story, "Chi Okafor")[0] == "2027-01-30"


def test_nobody_sends_somebody_else_on_a_break(story: Story) -> None:
    story.write(BO, BREAK, subject="Break", authentication="fail")
    assert away(story, "Bo Lind") == ("", "")

    story.write(ANA, "Bo Lind asked me to tell you that he is away until 1 March.", subject="Bo")
    assert away(story, "Bo Lind") == ("", "")


def test_nobody_is_chased_while_away(story: Story) -> None:
    words = "I am away from 5 January until 20 February 2027, Luis Vega covers for me."
    story.write(BO, words, subject="Break")
    story.letters()

    story.wait(days=40)

    story.nothing_for(BO)


def test_the_same_words_again_get_no_second_letter(story: Story) -> None:
    story.write(BO, BREAK, subject="Break")
    story.letters()

    number = story.write(BO, BREAK, subject="Break")

    assert story.outcome(number) == "no_action"
    assert story.letters() == []
