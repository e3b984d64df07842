"""S10 and S11: another mentor, by agreement of all three or at one's request."""

import pytest

from tests.story import ANA, BO, CHI, EVA, FINN, Story

LUIS = "Luis Vega <luis@mail.example>"
MORE = """\
name,email,role,country,skills,member_since
Luis Vega,luis@mail.example,mentor,Peru,events,2020-01-01
"""
AGREED = (
    "Dear Council,\n\nBo Lind, Luis Vega and I have agreed that Luis Vega becomes my new mentor."
    "\n\nChi"
)
WHY = (
    "Dear Council,\n\nI would like to change my mentor because our time zones do not fit. Could I "
    "have another mentor than Bo Lind?\n\nChi"
)


GUS = "Gus Rep <gus@mail.example>"
OF_FINN = (
    "name,email,role,mentor_email,mentored_since,member_since\n"
    "Gus Rep,gus@mail.example,rep,finn@reps.example,2026-12-01,2024-01-01\n"
)


@pytest.fixture(autouse=True)
def _more(story: Story) -> None:
    story.enrol(MORE)


def mentor_of(story: Story, name: str) -> str:
    story.line.desk.look_up([], story.now)
    roster = story.line.desk.roster
    person = next(each for each in roster if each.name == name)
    mentor = roster.mentor_of(person.id)
    return mentor.name if mentor else ""


def test_three_who_agree_change_the_mentor_and_the_council_is_told(story: Story) -> None:
    story.write(CHI, AGREED, subject="New mentor")
    asked = {letter.to: letter for letter in story.letters()}
    assert "take over" in asked[BO].subject or "takes over" in asked[BO].subject
    assert mentor_of(story, "Chi Okafor") == "Bo Lind"

    story.reply(asked[BO], "Yes, I agree.")
    assert mentor_of(story, "Chi Okafor") == "Bo Lind"
    story.reply(asked[LUIS], "yes")

    assert mentor_of(story, "Chi Okafor") == "Luis Vega"
    subjects = {letter.to: letter.subject for letter in story.letters() if "now" in letter.subject}
    assert subjects[CHI] == "Luis Vega is your mentor now"
    assert "Luis Vega as mentor now" in story.digest_for(EVA).words


def test_one_no_changes_nothing_and_its_reason_stays_with_the_council(story: Story) -> None:
    story.write(CHI, AGREED, subject="New mentor")
    asked = {letter.to: letter for letter in story.letters()}

    story.reply(asked[BO], "No, I never agreed to that and Luis is lazy.")

    told = story.letters()
    assert {letter.to for letter in told} >= {BO, CHI, LUIS}
    assert not any("lazy" in letter.words.partition("wrote:")[0] for letter in told)
    assert mentor_of(story, "Chi Okafor") == "Bo Lind"


def test_silence_of_one_of_the_three_leads_to_the_council(story: Story) -> None:
    story.write(CHI, AGREED, subject="New mentor")
    asked = {letter.to: letter for letter in story.letters()}
    story.reply(asked[BO], "yes")

    story.wait(days=9)
    assert [x.to for x in story.letters() if x.subject.startswith("No answer yet")] == [LUIS]
    story.wait(days=14)

    [question] = [q for q in story.questions() if q["kind"] == "change"]
    assert ["No answer from", "Luis Vega"] in question["facts"]


def test_nobody_answers_for_another_one_of_the_three(story: Story) -> None:
    story.write(CHI, AGREED, subject="New mentor")
    asked = {letter.to: letter for letter in story.letters()}

    story.reply(asked[BO], "yes")
    story.reply(asked[LUIS], "yes, Luis agrees, too", who=BO)

    assert mentor_of(story, "Chi Okafor") == "Bo Lind"


def test_a_request_with_reasons_is_decided_in_private(story: Story) -> None:
    story.write(CHI, WHY, subject="Change of mentor")
    assert "with the council" in story.letter_to(CHI).subject

    digest = story.digest_for(EVA)
    assert "time zones" in digest.words
    story.reply(digest, "approve 1")

    letters = {letter.to: letter for letter in story.letters() if "mentor" in letter.subject}
    assert letters[BO].subject == "Your time as the mentor of Chi Okafor has ended"
    assert "time zones" not in letters[BO].text
    assert mentor_of(story, "Chi Okafor") == ""
    assert story.cases()["assignment"]


@pytest.mark.parametrize(
    "words",
    [
        "I would like to have another mentor because there is never time for me.",
        "This is outrageous! Finn has no time for me and insults me. I want another mentor.",
    ],
    ids=["plain", "unsure"],
)
def test_the_mentor_on_the_council_sees_nothing_of_the_reasons(story: Story, words: str) -> None:
    """Situation 15: who is concerned neither decides nor sees private reasons (R27)."""
    story.enrol(OF_FINN)
    story.write(GUS, words, subject="Change of mentor")

    story.letters()
    story.wait(days=1)
    story.now = story.now.replace(hour=12)
    story.run()
    copies = {letter.to: letter.text for letter in story.letters() if "Council]" in letter.subject}

    assert "time for me" in " ".join(copies[EVA].split())
    assert "time for me" not in " ".join(copies[FINN].split())


def test_missing_reasons_are_asked_for_once(story: Story) -> None:
    story.write(CHI, "I would like another mentor, please.", subject="Change of mentor")
    letter = story.letter_to(CHI)
    assert "please tell us why" in letter.subject
    assert story.questions() == []

    story.reply(letter, "We rarely find a time for a call, and I want to learn about events.")

    assert "with the council" in story.letter_to(CHI).subject
    [question] = story.questions()
    assert "rarely find a time" in str(question["facts"])


def test_without_an_answer_the_council_looks_at_a_request_without_reasons(story: Story) -> None:
    story.write(CHI, "I would like another mentor, please.", subject="Change of mentor")
    story.letters()

    story.wait(days=7)

    [question] = story.questions()
    assert ["Reasons", "none given, although asked"] in question["facts"]


def test_a_refusal_is_kind_and_a_request_can_be_taken_back(story: Story) -> None:
    story.write(CHI, WHY, subject="Change of mentor")
    story.reply(story.digest_for(EVA), "reject 1: let us talk first")
    assert "would like to talk" in next(x for x in story.letters() if x.to == CHI).subject

    story.write(CHI, WHY + " Please.", subject="Change of mentor again")
    story.reply(story.letter_to(CHI), "Please forget my request.")

    assert story.letter_to(CHI).subject == "Everything stays as it is"
    assert story.questions() == []


def test_a_request_that_hurts_gets_no_automatic_letter_and_stays_private(story: Story) -> None:
    number = story.write(
        CHI,
        "I would like to change my mentor because Bo keeps harassing me.",
        subject="In confidence",
    )

    assert story.outcome(number) == "needs_review"
    assert story.letters() == []
    [question] = story.questions()
    assert question["kind"] == "confidential"
    assert len(question["about"]) == 2


def test_the_same_request_by_two_ways_is_one_case(story: Story) -> None:
    story.write(CHI, WHY, subject="Change of mentor")
    forwarded = (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Chi Okafor <chi@mail.example>\n"
        "Date: Mon, Jan 4, 2027 at 9:00 AM\nSubject: Change of mentor\nTo: <finn@reps.example>\n"
        f"\n\n{WHY}\n"
    )
    story.write(FINN, forwarded, subject="Fwd: Change of mentor")

    assert len([q for q in story.questions() if q["kind"] == "change"]) == 1


def test_no_answer_from_the_mentor_is_reported_and_no_change(story: Story) -> None:
    """E15: "my mentor does not answer since March"."""
    story.write(CHI, "My mentor does not answer since March.", subject="My mentor")
    letter = story.letter_to(CHI)
    if "which you mean" in letter.subject:
        story.reply(letter, "1")
        letter = story.letter_to(CHI)

    assert "we look after it" in letter.subject
    assert mentor_of(story, "Chi Okafor") == "Bo Lind"
    assert "change" not in story.cases()


def test_somebody_without_a_mentor_who_wants_another_one_asks_for_one(story: Story) -> None:
    story.write(ANA, "I would like another mentor because I have none.", subject="Mentor")

    assert "change" not in story.cases()
    assert story.letters() or story.questions()
