"""Situations of programme.md 4 that have no file of their own: 3, 5, 11, 12 and 13."""

import pytest

from tests.story import ANA, BO, CHI, EVA, Story

FINISHED = "I have finished the Coaching Training on 2 January 2027."
RESIGNS = "I resign as a mentor. My last day will be 31 January 2027."
NAMESAKE = (
    "name,email,role,country,member_since\nAna Pop,ana.two@mail.example,rep,Chile,2025-06-01\n"
    "Gus Berg,gus@post.example,mentor,Peru,2020-05-01\n"
)
GUS = "Gus Berg <gus@post.example>"


def test_a_resignation_told_by_somebody_else_waits_for_the_mentors_own_word(story: Story) -> None:
    """Situation 3: "Bo asked me to tell you that he resigns"."""
    story.write(CHI, "Bo Lind asked me to tell you that he resigns as a mentor.", subject="Bo")

    assert story.mentor("Bo Lind") == "active"
    assert story.cases().get("resignation") in {None, "announced"}
    assert story.questions() or [x for x in story.letters() if x.to == BO]


def test_two_requests_in_one_mail_are_both_seen(story: Story) -> None:
    """Situation 5: the course is finished, and somebody needs another mentor."""
    why = "And I would like another mentor, because our time zones do not fit."
    story.write(CHI, f"{FINISHED}\n\n{why}", subject="Two things")

    told = " ".join(f"{q['title']} {q['evidence']} {q['facts']}" for q in story.questions())
    letters = " ".join(x.words for x in story.letters() if x.to == CHI)
    assert "Coaching Training" in told + letters
    assert "time zones" in told or "another mentor" in letters


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
