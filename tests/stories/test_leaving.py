"""E8 and E18: leaving the whole programme, and alumni who write again."""

from tests.story import BO, CHI, COUNCIL, EVA, FINN, Story

LEAVES = "Dear Council,\n\nI am leaving Mozilla Reps. Thank you for everything.\n\n"


def left_on(story: Story, name: str) -> str:
    story.line.desk.look_up([], story.now)
    person = next(each for each in story.line.desk.roster if each.name == name)
    return person.left_on.isoformat() if person.left_on else ""


def test_who_writes_of_leaving_is_asked_which_of_three_things_is_meant(story: Story) -> None:
    """Situation 6: "I leave Reps" is no resignation and no break (R28)."""
    story.write(BO, LEAVES, subject="Goodbye")

    letter = story.letter_to(BO)
    assert "1. I leave the whole programme" in letter.words
    assert "2. I resign as a mentor" in letter.words
    assert story.mentor("Bo Lind") == "active"
    assert story.questions() == []


def test_a_resignation_of_somebody_who_is_no_mentor_is_asked_about(story: Story) -> None:
    story.write(CHI, "I hereby resign from my position as mentor.", subject="Resignation")

    letter = story.letter_to(CHI)
    assert "a number is enough" in letter.subject
    assert "I resign as a mentor" not in letter.words


def test_the_whole_way_of_leaving(story: Story) -> None:
    story.write(BO, LEAVES, subject="Goodbye")
    story.reply(story.letter_to(BO), "1")
    confirmed = story.letter_to(BO)
    assert confirmed.subject == "You leave the programme on 14 January 2027"
    steps = next(q for q in story.questions() if q["kind"] == "departure")
    assert len(steps["steps"]) == 4
    assert left_on(story, "Bo Lind") == ""

    story.wait(days=12)

    letters = [letter for letter in story.letters() if letter.to == BO]
    assert [x.subject for x in letters if "farewell" in x.subject] == ["Thank you, and farewell"]
    assert left_on(story, "Bo Lind") == "2027-01-14"
    assert story.mentor("Bo Lind") == "resigned"
    number = steps["number"]
    lines = "\n".join(f"done {number}.{step}" for step in range(1, 5))
    story.reply(story.digest_for(EVA), lines)
    assert story.cases()["departure"] == "finished"
    story.letters()
    story.wait(days=60)
    story.nothing_for(BO)


def test_the_mentor_of_who_leaves_is_told_and_the_place_is_free(story: Story) -> None:
    story.write(CHI, LEAVES, subject="Goodbye")
    story.reply(story.letter_to(CHI), "the first")
    story.letters()

    story.wait(days=12)

    told = [letter.subject for letter in story.letters() if letter.to == BO]
    assert "Chi Okafor, whom you accompanied, has left the programme" in told
    story.line.desk.look_up([], story.now)
    roster = story.line.desk.roster
    bo = next(person for person in roster if person.name == "Bo Lind")
    assert roster.mentees_of(bo.id) == ()


def test_leaving_is_taken_back_before_the_last_day(story: Story) -> None:
    story.write(CHI, LEAVES, subject="Goodbye")
    story.reply(story.letter_to(CHI), "1")

    story.reply(story.letter_to(CHI), "I stay, please ignore my mail")

    assert story.letter_to(CHI).subject == "You stay"
    assert story.questions() == []
    story.wait(days=20)
    assert left_on(story, "Chi Okafor") == ""


def test_another_last_day_is_told_by_its_line(story: Story) -> None:
    story.write(CHI, LEAVES, subject="Goodbye")
    story.reply(story.letter_to(CHI), "1")

    story.reply(story.letter_to(CHI), "Last day: 2027-01-31")

    assert "31 January 2027" in story.letter_to(CHI).subject
    story.wait(days=30)
    assert left_on(story, "Chi Okafor") == "2027-01-31"


def test_one_who_meant_the_role_alone_resigns(story: Story) -> None:
    story.write(BO, LEAVES, subject="Goodbye")

    story.reply(story.letter_to(BO), "2")

    assert "Please confirm: you resign as a mentor" in story.letter_to(BO).subject
    assert story.cases()["departure"] == "passed_on"


def test_one_who_meant_a_break_is_asked_for_its_end(story: Story) -> None:
    story.write(BO, LEAVES, subject="Goodbye")

    story.reply(story.letter_to(BO), "3")

    assert "until when" in story.letter_to(BO).subject


def test_silence_leads_to_the_council_and_changes_nothing(story: Story) -> None:
    story.write(CHI, LEAVES, subject="Goodbye")
    story.wait(days=7)

    [question] = story.questions()
    assert "did not answer" in question["title"]
    assert left_on(story, "Chi Okafor") == ""


def test_anger_is_private_and_gets_no_automatic_text(story: Story) -> None:
    story.write(CHI, "I am leaving Mozilla Reps. I am fed up with all of you.", subject="Enough")

    assert story.letters() == []
    [question] = story.questions()
    assert question["kind"] == "confidential"


def test_a_forwarded_farewell_is_asked_about_at_the_address_on_file(story: Story) -> None:
    """R20: a leaving Rep mails the mentor, who tells the council."""
    story.write(
        BO,
        "FYI\n\n---------- Forwarded message ---------\nFrom: Chi Okafor <chi@mail.example>\n"
        f"Date: Mon, Jan 4, 2027 at 9:00 AM\nSubject: Goodbye\nTo: <{COUNCIL}>\n\n\n{LEAVES}\n",
        subject="Fwd: Goodbye",
    )

    letter = next(letter for letter in story.letters() if letter.to == CHI)
    assert "Bo Lind passed a mail of yours on" in letter.words
    assert left_on(story, "Chi Okafor") == ""


def test_alumni_who_write_again_are_shown_with_their_history(story: Story) -> None:
    story.write(CHI, LEAVES, subject="Goodbye")
    story.reply(story.letter_to(CHI), "1")
    story.wait(days=12)
    story.letters()

    story.write(CHI, "I finished the Coaching Training and would like to become a mentor.")

    assert story.letter_to(CHI).subject == "Good to hear from you again"
    question = next(q for q in story.questions() if q["kind"] == "alumni")
    assert ["Left on", "2027-01-14"] in question["facts"]
    assert "application" not in story.cases()
    story.reply(story.digest_for(FINN), f"approve {question['number']}")
    assert left_on(story, "Chi Okafor") == ""
    assert next(x for x in story.letters() if x.to == CHI).subject == "Welcome back"
