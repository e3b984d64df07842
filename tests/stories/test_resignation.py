"""S13 and S14: a mentor leaves, recommends a successor, and may take it back."""

from tests.story import ANA, BO, COUNCIL, EVA, FINN, Story

RESIGNS = (
    "Dear Council,\n\nI resign as a mentor. My last day will be 31 January 2027. As my successor I "
    "recommend Ana Pop.\n\nBest regards,\nBo"
)


def test_a_resignation_is_confirmed_and_asked_about(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")

    letter = story.letter_to(BO)
    assert "Please confirm" in letter.subject
    assert "Last day as a mentor: 2027-01-31" in letter.words
    assert "Recommended successor: Ana Pop" in letter.words
    [question] = story.questions()
    assert question["title"] == "Bo Lind resigns as a mentor"
    assert ["Mentees", "Chi Okafor"] in question["facts"]
    assert story.mentor("Bo Lind") == "active"


def test_the_whole_way_of_a_resignation(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")
    story.reply(story.letter_to(BO), "Yes, I confirm.")
    assert "Confirmed" in story.letter_to(BO).subject
    digest = story.digest_for(EVA)
    assert "Confirmed by the mentor: yes" in digest.words

    story.reply(digest, "approve 1")

    letters = story.letters()
    subjects = {(letter.to, letter.subject) for letter in letters}
    assert (BO, "Thank you for your time as a mentor") in subjects
    [invited] = [x for x in letters if x.subject == "Bo Lind recommends you as a mentor"]
    assert invited.to == ANA
    assert [q["title"] for q in story.questions()] == [
        "Bo Lind leaves: a new mentor for Chi Okafor"
    ]
    assert story.mentor("Bo Lind") == "active"

    story.reply(invited, "Yes, I am interested")
    assert story.cases()["application"] == "interested"

    story.wait(days=40)
    assert story.mentor("Bo Lind") == "resigned"
    assert story.cases()["resignation"] == "done"


def test_a_resignation_is_taken_back_by_reply(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")

    story.reply(story.letter_to(BO), "No, I stay a mentor. Please ignore my last mail.")

    assert "You stay a mentor" in story.letter_to(BO).subject
    assert story.questions() == []
    assert story.mentor("Bo Lind") == "active"


def test_one_resignation_by_three_ways_is_one_case(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")
    for member in (EVA, FINN):
        story.write(member, _forward(RESIGNS), subject="Fwd: Stepping down as a mentor")

    [question] = story.questions()
    assert ["Forwarded by", "Eva Council, Finn Council"] in question["facts"]
    to_bo = [letter for letter in story.letters() if letter.to == BO]
    assert len(to_bo) == 1


def test_a_forwarded_resignation_is_confirmed_by_its_writer(story: Story) -> None:
    story.write(EVA, _forward(RESIGNS), subject="Fwd: Stepping down as a mentor")

    letters = story.letters()
    [to_bo] = [letter for letter in letters if letter.to == BO]
    [to_eva] = [letter for letter in letters if letter.to == EVA]
    assert "Eva Council passed a mail of yours on" in to_bo.words
    assert "Thank you for passing on" in to_eva.subject
    assert to_bo.message["In-Reply-To"] is None
    [question] = story.questions()
    assert ["In the mentor's own mail", "no, forwarded or not proven"] in question["facts"]


def test_a_forged_resignation_changes_nothing_and_answers_nobody(story: Story) -> None:
    number = story.write(BO, RESIGNS, subject="resign", authentication="fail")

    assert story.outcome(number) == "needs_review"
    assert story.letters() == []
    assert "resignation" not in story.cases()
    [question] = story.questions()
    assert "forged" in str(question["facts"])


def test_the_answer_to_the_confirmation_must_come_from_the_mentor(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")
    letter = story.letter_to(BO)

    story.reply(letter, "Yes, I confirm.", who=ANA)

    assert story.cases()["resignation"] == "announced"


def test_without_an_answer_the_mentor_is_reminded_once(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")
    story.letters()

    story.wait(days=30)

    reminders = [letter for letter in story.letters() if letter.to == BO]
    assert [letter.subject for letter in reminders] == [
        "Do you resign as a mentor? We have no answer yet"
    ]


def _forward(text: str) -> str:
    return (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Bo Lind <bo@post.example>\n"
        f"Date: Mon, Jan 4, 2027 at 9:00 AM\nSubject: Stepping down as a mentor\nTo: <{COUNCIL}>\n"
        f"\n\n{text}\n"
    )


def test_a_resignation_is_taken_back_by_a_mail_of_its_own(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")
    story.letters()

    story.write(BO, "Please ignore my resignation, I stay on as a mentor.", subject="Sorry!")

    assert "You stay a mentor" in story.letter_to(BO).subject
    assert story.cases()["resignation"] == "taken_back"


def test_taking_back_what_was_carried_out_becomes_a_question(story: Story) -> None:
    story.write(BO, RESIGNS.replace("31 January 2027", "4 January 2027"), subject="Stepping down")
    story.reply(story.digest_for(EVA), "approve 1")
    assert story.mentor("Bo Lind") == "resigned"
    story.letters()

    number = story.write(BO, "Please ignore my resignation.", subject="Sorry!")

    assert story.outcome(number) == "needs_review"
    assert story.mentor("Bo Lind") == "resigned"
    assert any("Bo Lind writes" in question["title"] for question in story.questions())
