"""S22 and S23: the digest, and who can decide by answering it."""

from datetime import timedelta

import pytest

from tests.story import ANA, BO, CHI, COUNCIL, DEV, EVA, FINN, STRANGER, Received, Story

FINISHED = "I have finished the Coaching Training on 2 January 2027."


@pytest.fixture
def digest(story: Story) -> Received:
    """Eva's digest with one question: shall Ana become a mentor?"""
    story.write(ANA, FINISHED, subject="Course finished")
    return story.digest_for(EVA)


def test_every_member_gets_an_own_copy_with_an_own_token(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    story.letters()
    story.now = story.now.replace(day=5, hour=8, minute=1)
    story.run()

    copies = story.letters()
    assert {copy.to for copy in copies} == {EVA, FINN}
    assert len({copy.reply_to for copy in copies}) == 2
    for copy in copies:
        token = copy.reply_to.partition("+")[2].partition("@")[0]
        assert len(token) == 26
        assert token not in copy.text
        assert token not in copy.subject


def test_a_digest_says_what_it_was_read_from_and_what_approval_does(digest: Received) -> None:
    assert "I have finished the Coaching Training" in digest.words
    assert '"approve" means: Ana Pop becomes a mentor' in digest.words
    assert "R13" in digest.words
    assert digest.text.startswith("## reply above this line ##")


def test_a_decision_is_applied_once(story: Story, digest: Received) -> None:
    story.reply(digest, "approve 1")
    story.letters()

    story.reply(digest, "reject 1: changed my mind", subject="Re: once more")

    receipt = story.letter_to(EVA)
    assert "already approved by Eva Council on 2027-01-05" in receipt.words
    assert story.mentor("Ana Pop") == "onboarding"


def test_the_first_of_two_members_decides(story: Story, digest: Received) -> None:
    story.letters()
    story.now += timedelta(minutes=1)
    finns = story.digest_for(FINN)
    story.reply(digest, "approve 1")
    story.letters()

    story.reply(finns, "reject 1: no")

    assert "already approved" in story.letter_to(FINN).words
    assert story.mentor("Ana Pop") == "onboarding"


@pytest.mark.parametrize(
    "how",
    [
        {"authentication": "fail"},
        {"authentication": None},
        {"who": FINN},
        {"who": ANA},
        {"who": STRANGER},
        {"to": COUNCIL},
        {"to": "council+aaaaaaaaaaaaaaaaaaaaaaaaaa@reps.example"},
        {"headers": {"Auto-Submitted": "auto-replied"}},
        {"headers": {"Precedence": "bulk"}},
        {"headers": {"List-Id": "<reps.lists.example>"}},
    ],
    ids=[
        "forged",
        "not authenticated",
        "another member with this member's token",
        "a rep with the token",
        "a stranger with the token",
        "no token",
        "an invented token",
        "automatic reply",
        "bulk",
        "through a list",
    ],
)
def test_nothing_is_decided_without_both_proofs(
    story: Story, digest: Received, how: dict[str, object]
) -> None:
    story.reply(digest, "approve 1", **how)  # type: ignore[arg-type]

    assert story.mentor("Ana Pop") is None
    assert story.matters() == {"application": "completed"}


def test_an_old_digest_decides_nothing(story: Story, digest: Received) -> None:
    story.now += timedelta(days=8)

    story.reply(digest, "approve 1")

    assert story.mentor("Ana Pop") is None
    refused = story.letter_to(EVA, about="Nothing was decided")
    assert "older than 7 days" in refused.words


def test_a_digest_cannot_approve_what_changed_since(story: Story, digest: Received) -> None:
    story.write(ANA, "I finished the Coaching Training on 3 January 2027.", subject="Correction")
    story.letters()

    story.reply(digest, "approve 1")

    assert "it changed since that digest" in story.letter_to(EVA).words
    assert story.mentor("Ana Pop") is None


def test_a_quoted_or_vacation_copy_of_the_digest_decides_nothing(
    story: Story, digest: Received
) -> None:
    story.reply(
        digest,
        "I am on holiday until May.\n\n> approve 1\n",
        headers={"Auto-Submitted": "auto-replied (vacation)"},
    )
    story.reply(digest, "Nice digest, thank you.")

    assert story.mentor("Ana Pop") is None


def test_nobody_decides_about_themselves(story: Story) -> None:
    story.write(EVA, FINISHED.replace("I have", "I have now"), subject="Course finished")
    digest = story.digest_for(EVA)
    assert "One more item concerns yourself" in digest.words
    assert "Accept Eva Council" not in digest.words

    story.reply(digest, "approve 1")

    assert story.mentor("Eva Council") is None


def test_each_line_gets_its_own_result(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    story.write(CHI, FINISHED, subject="Course finished")
    digest = story.digest_for(EVA)

    story.reply(digest, "approve 1\nreject 2\napprove 77\nblah blah blah\n")

    receipt = story.letter_to(EVA, about="1 applied, 3 not")
    text = receipt.words
    assert "approved: Accept Ana Pop as a mentor?" in text
    assert "a rejection needs a reason" in text
    assert "this number is not in the digest that you answered" in text


def test_later_hides_a_question_until_its_day(story: Story, digest: Received) -> None:
    story.reply(digest, "later 1 until 2027-01-12")
    story.letters()

    story.wait(days=5)
    story.letters()
    story.now = story.now.replace(day=11, hour=8, minute=30)
    story.run()
    assert "Nothing waits" in story.letter_to(FINN).subject
    story.now = story.now.replace(day=12, hour=8, minute=30)
    story.run()

    assert "Accept Ana Pop" in story.letter_to(FINN).words


def test_a_question_shown_often_is_folded(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    texts = [story.digest_for(EVA).text for _ in range(4)]

    assert all("R13" in text for text in texts[:3])
    assert "R13" not in texts[3]
    assert "show 1" in texts[3]


def test_nothing_is_sent_when_nothing_waits_but_a_line_once_a_week(story: Story) -> None:
    story.now = story.now.replace(day=5, hour=8, minute=1)
    story.run()
    assert story.letters() == []
    for _ in range(5):
        story.wait(days=1)
    story.now = story.now.replace(day=11, hour=8, minute=1)
    story.run()

    assert {letter.subject for letter in story.letters()} == {"[Reps Council] Nothing waits"}


def test_after_a_week_of_standstill_one_digest_goes_out(story: Story) -> None:
    story.write(DEV, FINISHED, subject="Course finished")
    story.letters()
    story.now += timedelta(days=8)
    story.run()

    assert sorted(letter.to for letter in story.letters()) == [EVA, FINN]
    [question] = story.questions()
    assert any("less than the expected year" in value for _, value in question["facts"])


def test_what_no_procedure_answers_becomes_a_question(story: Story) -> None:
    number = story.write(
        CHI,
        "Where can I find the form for the budget of an event?",
        subject="Budget",
    )

    assert story.outcome(number) == "needs_review"
    [question] = story.questions()
    assert question["title"] == "Chi Okafor writes: Budget"


def test_a_stranger_changes_nothing(story: Story) -> None:
    number = story.write(STRANGER, "I would like to become a mentor.", subject="Mentor")

    assert story.outcome(number) == "needs_review"
    assert story.matters() == {}
    assert len(story.questions()) == 1


@pytest.mark.parametrize("text", ["status", "Status."])
def test_status_answers_with_the_own_standing(story: Story, text: str) -> None:
    story.write(BO, text, subject="status")

    letter = story.letter_to(BO)
    assert "Mentees: Chi Okafor" in letter.words


def test_a_member_may_ask_for_the_standing_of_others(story: Story) -> None:
    story.write(EVA, "status Bo Lind", subject="status")
    assert "Mentees: Chi Okafor" in story.letter_to(EVA).words

    story.write(ANA, "status Bo Lind", subject="status")
    letter = story.letter_to(ANA)
    assert "Chi Okafor" not in letter.words


def test_help_says_what_can_be_written(story: Story) -> None:
    story.write(ANA, "help", subject="help")

    letter = story.letter_to(ANA)
    assert "become a mentor" in letter.words
    assert "approve 12" not in letter.words
