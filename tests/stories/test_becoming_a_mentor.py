"""S2 to S5: interest, course finished, accepted or declined, onboarding."""

from mailer.record import lists
from mailer.record.database import reading
from storage import inbox
from tests.story import ANA, BO, CHI, EVA, FINN, Story

INTEREST = "Dear Council,\n\nI would like to become a mentor.\n\nBest,\nAna"
FINISHED = (
    "Hello,\n\nI have finished the Coaching Training on 2 January 2027. The certificate is "
    "attached.\n\nBest,\nAna"
)


def test_interest_is_noted_and_answered_with_what_happens_next(story: Story) -> None:
    number = story.write(ANA, INTEREST, subject="Mentoring")

    letter = story.letter_to(ANA)
    assert story.outcome(number) == "applied"
    assert story.matters() == {"application": "interested"}
    assert "Coaching Training" in letter.words
    assert letter.message["In-Reply-To"] == "<1@mail.example>"
    assert letter.message["Auto-Submitted"] == "auto-replied"


def test_a_finished_course_becomes_a_question_to_the_council(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished", attachment="certificate.pdf")

    letter = story.letter_to(ANA)
    assert "Course finished on: 2027-01-02" in letter.words
    assert "Certificate: certificate.pdf" in letter.words
    [question] = story.questions()
    assert question["title"] == "Accept Ana Pop as a mentor?"
    assert ["Member since", "2025-03-01 (1 year and 10 months)"] in question["facts"]
    assert story.mentor("Ana Pop") is None


def test_the_whole_way_from_interest_to_an_active_mentor(story: Story) -> None:
    story.write(ANA, INTEREST, subject="Mentoring")
    story.wait(days=3)
    story.write(ANA, FINISHED, subject="Course finished", attachment="certificate.pdf")
    digest = story.digest_for(EVA)
    assert "1. “Accept Ana Pop as a mentor?”" in digest.words

    story.reply(digest, "approve 1")

    letters = {(x.to, x.subject) for x in story.letters()}
    assert (EVA, "[Reps Council] Your decisions (1 applied)") in letters
    assert (FINN, "[Reps Council] Decided by Eva Council") in letters
    assert (ANA, "Welcome: you are accepted as a mentor") in letters
    assert (ANA, "Your onboarding as a mentor: the steps") in letters
    assert story.mentor("Ana Pop") == "onboarding"
    assert story.matters() == {"application": "approved", "onboarding": "open"}

    digest = story.digest_for(FINN)
    story.reply(digest, "done 2.2\ndone 2.3\ndone 2.4\ndone 2.6")
    story.letters()
    chase = None
    story.wait(days=15)
    chase = story.letter_to(ANA, about="still open")
    story.reply(chase, "done 1 and 5, that was easy")

    assert story.mentor("Ana Pop") == "active"
    assert "active mentor" in story.letter_to(ANA, about="All done").subject
    assert story.questions() == []


def test_a_declined_candidate_gets_a_kind_letter_and_the_reason_stays(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    digest = story.digest_for(EVA)

    story.reply(digest, "reject 1: too early, please ask again in spring")

    declined = story.letter_to(ANA, about="Your application")
    assert "too early" not in declined.words
    assert story.matters() == {"application": "declined"}
    assert story.mentor("Ana Pop") is None


def test_interest_and_completion_in_one_mail_get_one_letter(story: Story) -> None:
    story.write(ANA, f"{FINISHED}\n\nI would like to become a mentor.", subject="Done!")

    assert "You finished the course" in story.letter_to(ANA).subject
    [question] = story.questions()
    assert ["Applied", "2027-01-04"] in question["facts"]


def test_a_mail_that_comes_twice_is_handled_once(story: Story) -> None:
    story.write(ANA, INTEREST, subject="Mentoring")
    story.letters()
    data = b"Received: by another way\r\n" + _raw(story)

    number = story.take(data)

    assert story.outcome(number) == "duplicate"
    assert story.letters() == []


def test_silence_is_asked_about_once_and_then_closed(story: Story) -> None:
    story.write(ANA, INTEREST, subject="Mentoring")
    story.letters()
    story.wait(days=91)
    assert "still interested" in story.letter_to(ANA).subject
    story.wait(days=22)

    assert "closed for now" in story.letter_to(ANA).subject
    assert story.matters() == {"application": "closed"}


def test_an_application_can_be_withdrawn_by_reply(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    letter = story.letter_to(ANA)

    story.reply(letter, "Please withdraw my application.")

    assert story.matters() == {"application": "withdrawn"}
    assert story.questions() == []


def test_the_council_is_asked_about_a_mentor_who_applies(story: Story) -> None:
    story.write(BO, "I would like to become a mentor.", subject="Mentoring")

    [question] = story.questions()
    assert ["Why you are asked", "The writer is already a mentor"] in question["facts"]


def test_a_corrected_line_corrects_the_record(story: Story) -> None:
    story.write(CHI, "I finished the Coaching Training on 1 January 2027.", subject="Course")
    letter = story.letter_to(CHI)

    story.reply(letter, "Course finished on: 2026-12-31")

    assert "Course finished on: 2026-12-31" in story.letter_to(CHI).words
    [question] = story.questions()
    assert ["Course finished on", "2026-12-31"] in question["facts"]
    assert question["version"] == 2


def _raw(story: Story) -> bytes:
    with reading(story.app.engine) as connection:
        found = inbox.read(connection, 1)
    assert found is not None
    return found[1]


def test_the_approval_leaves_before_the_steps(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    digest = story.digest_for(EVA)
    story.letters()
    story.write(EVA, "approve 1", subject=f"Re: {digest.subject}", to=digest.reply_to)

    with reading(story.app.engine) as connection:
        found = lists.everything(connection, "reps")["letter"]
    templates = [x["template"] for x in sorted(found, key=lambda x: (x["created"], x["place"]))]
    approval = templates.index("application/approved.candidate")
    assert approval < templates.index("onboarding/steps.mentor")
