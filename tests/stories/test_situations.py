"""Situations of programme.md 4 that have no file of their own: 3, 5, 11, 12 and 13."""

import pytest

from tests.story import ANA, BO, CHI, EVA, FINN, Story

TOLD = (
    "Bo told me that he wants to stop being a mentor at the end of January. "
    "He asked me to let you know."
)
FINISHED = "I have finished the Coaching Training on 2 January 2027."
RESIGNS = "I resign as a mentor. My last day will be 31 January 2027."
NAMESAKE = (
    "name,email,role,country,member_since\nAna Pop,ana.two@mail.example,rep,Chile,2025-06-01\n"
    "Gus Berg,gus@post.example,mentor,Peru,2020-05-01\n"
)
OF_FINN = (
    "name,email,role,mentor_email,mentored_since,member_since\n"
    "Ida Rep,ida@mail.example,rep,finn@reps.example,2026-12-01,2024-01-01\n"
)
IDA = "Ida Rep <ida@mail.example>"
GUS = "Gus Berg <gus@post.example>"


@pytest.mark.parametrize(
    "words",
    [
        "Bo Lind asked me to tell you that he resigns as a mentor.",
        TOLD,
        "I am writing on behalf of Bo Lind: Bo resigns as a mentor, last day 31 January 2027.",
    ],
    ids=["asked me to tell", "told me", "on behalf"],
)
def test_a_resignation_told_by_somebody_else_waits_for_the_mentors_own_word(
    words: str, story: Story
) -> None:
    """Situation 3: "Bo asked me to tell you that he resigns"."""
    story.letters()
    story.write(CHI, words, subject="Bo")

    assert story.mentor("Bo Lind") == "active"
    assert "resignation" not in story.cases()
    assert story.letters() == []
    [question] = story.questions()
    assert question["kind"] == "contact"
    assert question["title"].startswith("Chi Okafor writes")
    assert "resign" in question["evidence"] or "stop being" in question["evidence"]
    assert "their own word is needed" in dict(question["facts"])["Why you are asked"]

    digest = story.digest_for(EVA)
    story.reply(digest, f"approve {question['number']}")
    assert story.mentor("Bo Lind") == "active"
    assert "resignation" not in story.cases()

    story.write(BO, RESIGNS, subject="My role")
    assert story.cases()["resignation"] == "announced"
    assert story.letter_to(BO).subject == "Please confirm: you resign as a mentor"


ANOTHER = "I also need another mentor, because our time zones do not fit."


def test_two_requests_in_one_mail_are_both_carried_on(story: Story) -> None:
    """Situation 5: the course is finished, and somebody needs another mentor."""
    story.write(CHI, f"{FINISHED}\n\n{ANOTHER}", subject="Two things")
    which = story.letter_to(CHI)
    assert "1. I have finished the course for mentors" in which.words
    assert "2. I ask for another mentor than mine" in which.words

    story.reply(which, "1 and 2")

    assert story.cases()["application"] == "completed"
    assert story.cases()["change"] == "requested"
    course, change = sorted(story.questions(), key=lambda question: question["kind"])
    assert dict(course["facts"])["Course finished on"] == "2027-01-02"
    assert "time zones" in dict(change["facts"])["Reasons"]
    assert {x.subject for x in story.letters() if x.to == CHI} == {
        "You finished the course: the council decides next",
        "Your wish for a change of mentor is with the council",
    }


def test_a_mentor_who_writes_of_both_is_read_by_a_person_who_sees_both(story: Story) -> None:
    """Situation 5, as a mentor writes it: nothing is done by half."""
    story.letters()
    story.write(BO, f"{FINISHED}\n\nMy mentee Chi Okafor needs another mentor.", subject="Hello")

    [question] = story.questions()
    shown = f"{question['evidence']} {question['facts']}"
    assert "Coaching Training" in shown
    assert "My mentee Chi Okafor needs another mentor." in shown
    assert {"application", "change"}.isdisjoint(story.cases())
    assert story.mentor("Bo Lind") == "active"
    assert [x.subject for x in story.letters() if x.to == CHI] == []


def test_what_is_private_of_two_requests_stays_out_of_the_other_one(story: Story) -> None:
    """Situations 5 and 15: the mentor is on the council, and decides on the course alone."""
    story.enrol(OF_FINN)
    story.write(IDA, f"{FINISHED}\n\n{ANOTHER}", subject="Two things")
    story.reply(story.letter_to(IDA), "1 and 2")

    digest = story.digest_for(FINN)
    assert "Accept Ida Rep as a mentor?" in digest.words
    assert "time zones" not in digest.text
    assert "nother mentor" not in digest.text
    [number] = [q["number"] for q in story.questions() if q["kind"] == "application"]
    story.reply(digest, f"why {number}")
    why = story.letter_to(FINN, about="Why")
    assert "time zones" not in why.text
    assert "mentor change" not in why.text


@pytest.mark.parametrize(
    ("successor", "shown"),
    [
        ("I recommend Annie Popescu as my successor.", "not found on the roster"),
        ("I recommend Gus Berg as my successor.", "Gus Berg"),
        ("I recommend Chi Okafor as my successor.", "Chi Okafor"),
        ("Anyone is fine as my successor.", "nobody named"),
    ],
    ids=["unknown", "a mentor already", "the own mentee", "anyone"],
)
def test_a_recommended_successor_is_shown_and_never_appointed(
    successor: str, shown: str, story: Story
) -> None:
    """Situation 11: whoever is named is at the most asked, and the council sees who it is."""
    story.enrol(NAMESAKE)
    story.write(BO, f"{RESIGNS} {successor}", subject="Stepping down as a mentor")
    [question] = [q for q in story.questions() if q["kind"] == "resignation"]
    assert shown in dict(question["facts"])["Recommended successor"]

    story.reply(story.digest_for(EVA), f"approve {question['number']}")

    asked = [x for x in story.letters() if "recommends you as a mentor" in x.subject]
    assert [x.to for x in asked] == ([CHI] if "Chi" in successor else [])
    assert story.mentor("Chi Okafor") is None
    if asked:
        story.reply(asked[0], "No, thank you")
        assert story.cases()["application"] == "closed"


def test_of_two_people_of_one_name_nobody_is_guessed(story: Story) -> None:
    """Situation 12: a person looks, or the writer is asked whom they mean."""
    story.enrol(NAMESAKE)
    story.write(EVA, "status Ana Pop", subject="status Ana Pop")
    story.nothing_for(EVA)
    assert "fits several people" in str(story.questions()[0]["facts"])

    story.write(GUS, "I take Ana Pop as my mentee.")
    assert "assignment" not in story.cases()
    assert len(story.questions()) == 2 or "Whom do you mean" in story.letter_to(GUS).subject


@pytest.mark.parametrize(
    ("text", "attachment", "certificate"),
    [
        (f"{FINISHED} The certificate is attached.", "certificate.pdf", "certificate.pdf"),
        (f"{FINISHED} A screenshot is attached.", "screenshot.png", "screenshot.png"),
        (
            f"{FINISHED} The certificate: https://course.example/cert/123",
            "",
            "https://course.example/cert/123",
        ),
        (FINISHED, "", "not given"),
    ],
    ids=["PDF", "screenshot", "link", "none"],
)
def test_whatever_proves_the_course_is_shown(
    text: str, attachment: str, certificate: str, story: Story
) -> None:
    """Situation 13: a PDF, a picture, a link, or nothing at all."""
    story.write(ANA, text, subject="Course finished", attachment=attachment)

    assert f"Certificate: {certificate}" in story.letter_to(ANA).words
    [question] = story.questions()
    assert question["title"] == "Accept Ana Pop as a mentor?"
    if certificate != "not given":
        assert dict(question["facts"])["Certificate"] == certificate


def test_a_notice_of_the_course_that_was_passed_on_counts_for_whom_it_names(story: Story) -> None:
    """Situation 13: the notice of the platform, forwarded by the candidate."""
    notice = (
        f"{FINISHED} See below.\n\n---------- Forwarded message ---------\n"
        "From: Course Platform <no-reply@course.example>\nDate: Sat, Jan 2, 2027 at 9:00 AM\n"
        "Subject: You have completed Coaching Training\nTo: <ana@mail.example>\n\n\n"
        "Congratulations Ana Pop, you have completed Coaching Training.\n"
    )
    story.write(ANA, notice, subject="Fwd: You have completed Coaching Training")

    assert story.questions()
    assert story.mentor("Ana Pop") is None
