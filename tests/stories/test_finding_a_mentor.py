"""S6, S7, S8 and situation 10: the open list, a mentor who takes, a mentee who approves."""

import pytest

from tests.story import ANA, BO, DEV, EVA, PEOPLE, Story

GUS = "Gus Berg <gus@post.example>"
SMALL = "Sam Full <sam@post.example>"


@pytest.fixture(autouse=True)
def more_mentors(story: Story) -> None:
    story.enrol(
        f"{PEOPLE}Gus Berg,gus@post.example,mentor,India,,,events;goal setting,2020-05-01\n"
    )


def ask(story: Story) -> None:
    story.write(
        DEV, "Hello, I do not have a mentor yet and would like one. I speak English and Hindi."
    )


def taken(story: Story) -> None:
    ask(story)
    story.letters()
    story.write(BO, "I take Dev Rao as my mentee.")


def test_a_rep_without_a_mentor_goes_on_the_list(story: Story) -> None:
    ask(story)

    letter = story.letter_to(DEV)
    assert "on the list" in letter.subject
    assert "Languages: English, Hindi" in letter.words
    assert "Country: India" in letter.words
    assert story.cases()["assignment"] == "open"
    assert "Dev Rao looks for a mentor" in story.digest_for(EVA).words


def test_a_rep_corrects_what_mentors_see(story: Story) -> None:
    ask(story)

    story.reply(story.letter_to(DEV), "Skills: events")

    assert "Skills: events" in story.letter_to(DEV).words


def test_the_whole_way_to_a_relationship(story: Story) -> None:
    taken(story)
    letters = story.letters()
    [thanks] = [x for x in letters if x.to == BO]
    [question] = [x for x in letters if x.to == DEV]
    assert "Dev Rao is asked now" in thanks.subject
    assert "Bo Lind would be your mentor" in question.subject
    assert "bo@post.example" not in question.words

    story.reply(question, "Yes, with pleasure!")

    letters = story.letters()
    [to_bo] = [x for x in letters if x.to == BO]
    [to_dev] = [x for x in letters if x.to == DEV]
    assert "dev@mail.example" in to_bo.words
    assert "bo@post.example" in to_dev.words
    assert "4 January 2028" in to_dev.words
    assert story.cases()["assignment"] == "begun"
    story.letters()
    story.write(DEV, "status")
    assert "Own mentor: Bo Lind" in story.letter_to(DEV).words


def test_a_mentee_who_says_no_is_on_the_list_again_and_the_reason_is_private(story: Story) -> None:
    taken(story)
    [question] = [x for x in story.letters() if x.to == DEV]

    story.reply(question, "No, I would rather have a mentor who lives in India.")

    letters = story.letters()
    [to_bo] = [x for x in letters if x.to == BO]
    assert "thank you" in to_bo.subject
    assert "India" not in to_bo.words
    assert story.cases()["assignment"] == "open"
    [reason] = story.questions()
    assert "India" in reason["evidence"]


def test_silence_of_the_mentee_is_reminded_and_then_asked_of_the_council(story: Story) -> None:
    taken(story)
    story.letters()

    story.wait(days=30)

    subjects = [x.subject for x in story.letters() if x.to == DEV]
    assert subjects == ["May Bo Lind be your mentor? We have no answer yet"]
    [question] = story.questions()
    assert "has not said whether Bo Lind may be the mentor" in question["title"]
    story.reply(story.digest_for(EVA), f"approve {question['number']}")
    story.wait(days=2)
    assert story.cases()["assignment"] == "open"
    assert any("thank you for your offer" in x.subject for x in story.letters() if x.to == BO)


def test_a_late_yes_still_counts(story: Story) -> None:
    taken(story)
    [question] = [x for x in story.letters() if x.to == DEV]
    story.wait(days=30)

    story.reply(question, "Yes, please. Sorry for the delay!")

    assert story.cases()["assignment"] in {"begun", "left"}


def test_yes_from_june_is_asked_of_the_council_and_begins_then(story: Story) -> None:
    taken(story)
    [question] = [x for x in story.letters() if x.to == DEV]

    story.reply(question, "Yes, but only from 1 June 2027.")

    to_bo = story.letter_to(BO)
    assert "only from 1 June" in to_bo.words
    assert story.cases()["assignment"] == "taken"
    [asked] = story.questions()
    assert "from 2027-06-01" in asked["title"]
    story.reply(story.digest_for(EVA), f"approve {asked['number']}")
    story.wait(days=2)
    assert story.cases()["assignment"] == "agreed"
    story.wait(days=150)
    assert story.cases()["assignment"] == "begun"


def test_a_question_before_answering_is_passed_on_and_so_is_the_answer(story: Story) -> None:
    taken(story)
    [question] = [x for x in story.letters() if x.to == DEV]

    story.reply(question, "How many hours a month does Bo have for his mentees?")

    letters = story.letters()
    [to_bo] = [x for x in letters if x.to == BO]
    assert "How many hours a month" in to_bo.words
    assert story.cases()["assignment"] == "taken"
    assert [q["title"] for q in story.questions()] == [
        "Dev Rao asks before answering: Dev Rao with Bo Lind"
    ]


def test_the_mentor_cannot_answer_in_the_mentees_place(story: Story) -> None:
    taken(story)
    [question] = [x for x in story.letters() if x.to == DEV]

    story.reply(question, "Yes, Dev agrees.", who=BO)

    assert "Only Dev Rao can say yes" in story.letter_to(BO).subject
    assert story.cases()["assignment"] == "taken"


def test_a_stranger_cannot_answer_in_the_mentees_place(story: Story) -> None:
    taken(story)
    [question] = [x for x in story.letters() if x.to == DEV]

    story.reply(question, "Yes.", who=ANA)

    assert story.cases()["assignment"] == "taken"


def test_the_second_mentor_waits_and_is_next_after_a_no(story: Story) -> None:
    taken(story)
    [question] = [x for x in story.letters() if x.to == DEV]
    story.write(GUS, "I would be happy to take Dev Rao.")
    assert "somebody was first" in story.letter_to(GUS).subject

    story.reply(question, "No, thank you")

    letters = story.letters()
    assert any("Gus Berg would be your mentor" in x.subject for x in letters if x.to == DEV)
    assert any("Dev Rao is asked now" in x.subject for x in letters if x.to == GUS)


def test_a_mentor_without_a_free_place_is_told_so(story: Story) -> None:
    places = "name,email,role,places\nBo Lind,bo@post.example,mentor,1\n"
    story.enrol(places)

    taken(story)

    assert "all your places are taken" in story.letter_to(BO).words
    assert story.cases()["assignment"] == "open"


def test_anybody_from_the_list_is_whoever_waits(story: Story) -> None:
    ask(story)
    story.letters()

    story.write(BO, "I can take one more mentee, anyone from the list.")

    assert "Dev Rao is asked now" in story.letter_to(BO).subject


def test_a_name_that_fits_nobody_is_asked_back(story: Story) -> None:
    ask(story)
    story.letters()

    story.write(BO, "I'll take Zacharias Quux as my mentee.")

    assert "Whom do you mean" in story.letter_to(BO).subject


def test_the_mentor_takes_the_offer_back(story: Story) -> None:
    taken(story)
    [thanks] = [x for x in story.letters() if x.to == BO]

    story.reply(thanks, "Please ignore my offer, I have no time after all.")

    letters = story.letters()
    assert any("you do not take Dev Rao" in x.subject for x in letters if x.to == BO)
    assert any("cannot be your mentor after all" in x.subject for x in letters if x.to == DEV)
    assert story.cases()["assignment"] == "open"


def test_the_mentee_is_taken_off_the_list(story: Story) -> None:
    ask(story)

    story.reply(story.letter_to(DEV), "Please cancel my request.")

    assert story.cases()["assignment"] == "withdrawn"


def test_nobody_found_in_time_is_asked_of_the_council_with_reasons(story: Story) -> None:
    ask(story)
    story.letters()

    story.wait(days=31)

    [question] = story.questions()
    assert question["title"] == "Dev Rao has no mentor yet"
    [proposed] = [value for label, value in question["facts"] if label == "We would ask"]
    assert proposed.startswith("Gus Berg: ")
    assert "lives in India, too" in proposed
    story.reply(story.digest_for(EVA), f"approve {question['number']}")
    story.wait(days=2)
    [offer] = [x for x in story.letters() if x.to == GUS and "Would you be" in x.subject]
    story.reply(offer, "Yes, I take him")
    assert story.cases()["assignment"] == "taken"


def test_an_offer_without_an_answer_expires(story: Story) -> None:
    ask(story)
    story.wait(days=31)
    [question] = story.questions()
    story.reply(story.digest_for(EVA), f"approve {question['number']}")
    story.wait(days=2)
    assert story.cases()["assignment"] == "offered"
    story.letters()

    story.wait(days=8)

    assert any("we ask somebody else" in x.subject for x in story.letters() if x.to == GUS)
    assert story.cases()["assignment"] == "open"


def test_a_temporary_mentor_stands_in_and_the_mentee_is_listed_again(story: Story) -> None:
    ask(story)
    story.wait(days=62)
    [question] = story.questions()
    story.reply(story.digest_for(EVA), f"approve {question['number']}")
    story.wait(days=2)
    [offer] = [x for x in story.letters() if x.to == GUS and "stand in" in x.subject]
    story.reply(offer, "Yes, gladly")
    assert story.cases()["assignment"] == "standing_in"
    assert any("stands in as your mentor" in x.subject for x in story.letters() if x.to == DEV)

    story.wait(days=31)

    assert story.cases()["assignment"] == "open"
    assert any("we go on looking" in x.subject for x in story.letters() if x.to == DEV)


def test_mentors_with_room_get_the_list_once_a_week_and_only_news(story: Story) -> None:
    ask(story)
    story.letters()

    story.wait(days=1)
    letters = story.letters()
    assert sorted(x.to for x in letters if "looks for a mentor" in x.subject) == [BO, GUS]
    [to_bo] = [x for x in letters if x.to == BO]
    assert "Dev Rao" in to_bo.words
    assert "dev@mail.example" not in to_bo.words

    story.wait(days=6)
    story.write(ANA, "I do not have a mentor and would like one, please.")
    story.letters()
    story.wait(days=1)
    assert [x.subject for x in story.letters() if x.to == BO] == ["2 Reps look for a mentor"]
    story.wait(days=20)
    assert [x.subject for x in story.letters() if x.to == BO] == []


def test_a_mentor_takes_somebody_by_answering_the_list(story: Story) -> None:
    ask(story)
    story.letters()
    story.wait(days=1)
    [to_bo] = [x for x in story.letters() if x.to == BO]

    story.reply(to_bo, "I take Dev Rao")

    assert story.cases()["assignment"] == "taken"


def test_a_mail_that_comes_twice_opens_one_entry(story: Story) -> None:
    text = "Hello, I do not have a mentor yet and would like one."
    story.write(DEV, text)
    story.letters()

    story.write(DEV, text)

    assert "You have been on the list since" in story.letter_to(DEV).subject


def test_a_stop_of_weeks_over_every_deadline_writes_each_letter_once(story: Story) -> None:
    taken(story)
    story.letters()

    story.now = story.now.replace(month=2, day=20)
    for _ in range(3):
        story.run()
    story.wait(days=3)

    to_dev = [x.subject for x in story.letters() if x.to == DEV]
    assert len(to_dev) == len(set(to_dev))
    [question] = [q for q in story.questions() if q["kind"] == "assignment"]
    assert "has not said" in question["title"]


def test_a_no_in_time_before_the_agreed_day_puts_the_mentee_back(story: Story) -> None:
    taken(story)
    [question] = [x for x in story.letters() if x.to == DEV]
    story.reply(question, "Yes, but only from 1 June 2027.")
    [asked] = story.questions()
    story.reply(story.digest_for(EVA), f"approve {asked['number']}")
    story.wait(days=2)
    [agreed] = [x for x in story.letters() if x.to == BO and "from 2027-06-01" in x.subject]

    story.reply(agreed, "No")

    assert story.cases()["assignment"] == "open"
    assert any("cannot be your mentor after all" in x.subject for x in story.letters())


def test_the_mentors_answer_is_passed_on_to_the_mentee(story: Story) -> None:
    taken(story)
    [question] = [x for x in story.letters() if x.to == DEV]
    story.reply(question, "Could we speak on the phone first?")
    to_bo = story.letter_to(BO)

    story.reply(to_bo, "Of course I would enjoy that. Tuesdays are best for me.")

    [to_dev] = [x for x in story.letters() if x.to == DEV]
    assert "Tuesdays are best for me" in to_dev.words
    assert story.cases()["assignment"] == "taken"
    story.reply(to_dev, "Yes")
    assert story.cases()["assignment"] == "begun"
