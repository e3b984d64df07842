"""S16, S17, S18: a pair meets, is reminded of it, and says how it keeps in touch."""

from pathlib import Path

from mailer.record.database import reading
from mailer.record.load import roster
from mailer.rules.records import Mentorship
from tests.story import ANA, BO, CHI, COUNCIL, DEV, EVA, PEOPLE, Story


def pair(story: Story) -> Mentorship:
    with reading(story.app.engine) as connection:
        [found] = roster(connection, "reps").mentorships()
    return found


def met(story: Story) -> str:
    day = pair(story).last_meeting
    return day.isoformat() if day else ""


def test_a_meeting_is_logged_by_a_mail_of_ones_own(story: Story) -> None:
    story.write(BO, "Hello,\n\nYesterday I met with Chi Okafor for our yearly meeting.\n\nBo")
    letter = story.letter_to(BO)
    assert "Noted: your meeting with Chi Okafor" in letter.subject
    assert met(story) == "2027-01-03"

    story.reply(letter, "Meeting held on: 2027-01-02")
    assert met(story) == "2027-01-02"


def test_the_mentor_then_the_mentee_is_asked_and_logs_by_one_reply(
    tmp_path: Path, database_url: str
) -> None:
    story = Story(tmp_path, database_url, PEOPLE.replace("2026-12-01,", "2026-02-10,"))
    # 335 days after 10 February 2026.
    story.wait(days=7)
    [to_bo] = [x for x in story.letters() if x.about("yearly meeting")]
    assert to_bo.to == BO
    assert "A guide for the meeting" in to_bo.words

    story.wait(days=30)
    [to_chi] = [x for x in story.letters() if x.about("Have you met")]
    assert to_chi.to == CHI
    story.reply(to_chi, to_chi.answer("Have you met", "Yes, on 20 January."))

    assert met(story) == "2027-01-20"
    story.letters()
    story.wait(days=60)
    assert [x.subject for x in story.letters() if "meeting" in x.subject] == []
    story.close()


def test_a_planned_meeting_is_not_logged_and_is_asked_about_after_it(
    tmp_path: Path, database_url: str
) -> None:
    story = Story(tmp_path, database_url, PEOPLE.replace("2026-12-01,", "2026-02-10,"))
    story.wait(days=11)
    [letter] = [x for x in story.letters() if x.about("yearly meeting")]

    story.reply(letter, letter.answer("yearly meeting", "We meet on 20 January."))

    assert "is planned" in story.letter_to(BO).subject
    assert met(story) == ""
    story.wait(days=14)
    [again] = [x for x in story.letters() if x.about("yearly meeting")]
    assert story.now.date().isoformat() == "2027-01-29"
    story.reply(again, "Yes, we met on 20 January.")
    assert met(story) == "2027-01-20"
    story.close()


def test_a_passed_on_report_counts(story: Story) -> None:
    text = "Hello,\n\nYesterday I met with Chi Okafor for our yearly meeting.\n\nBo"
    forward = (
        "---------- Forwarded message ---------\nFrom: Bo Lind <bo@post.example>\n"
        f"Date: Mon, Jan 4, 2027 at 9:00 AM\nSubject: Our meeting\nTo: <{COUNCIL}>\n\n\n{text}\n"
    )
    story.write(EVA, forward, subject="Fwd: Our meeting")
    assert met(story) == "2027-01-03"
    assert "Noted: the meeting of" in story.letter_to(EVA).subject


def test_somebody_without_a_pair_logs_nothing(story: Story) -> None:
    story.write(ANA, "I met with my mentor yesterday for our yearly meeting.", subject="Meeting")
    assert met(story) == ""


def test_the_guide_comes_on_request(story: Story) -> None:
    story.write(ANA, "template", subject="")
    assert "How are you?" in story.letter_to(ANA).words
    story.write(CHI, "Hi", subject="template")
    assert "guide" in story.letter_to(CHI).subject


def test_a_new_pair_tells_how_it_keeps_in_touch(tmp_path: Path, database_url: str) -> None:
    story = Story(tmp_path, database_url, PEOPLE.replace("2026-12-01,", "2027-01-02,"))
    story.wait(days=8)
    letters = {x.to: x for x in story.letters() if "keep in touch" in x.subject}
    assert set(letters) == {BO, CHI}

    story.reply(letters[CHI], "A video call every two weeks\n\nChi")

    assert pair(story).agreed == "A video call every two weeks"
    story.reply(letters[BO], "Which way do others use?")
    assert pair(story).agreed == "A video call every two weeks"
    story.close()


def test_the_answer_to_the_introduction_tells_how_a_pair_keeps_in_touch(story: Story) -> None:
    story.write(
        DEV, "Hello, I do not have a mentor yet and would like one. I speak English and Hindi."
    )
    story.letters()
    story.write(BO, "I take Dev Rao as my mentee.")
    [question] = [x for x in story.letters() if x.to == DEV]
    story.reply(question, "Yes, with pleasure!")
    [introduction] = [x for x in story.letters() if x.to == BO and "your mentee now" in x.subject]

    story.reply(introduction, "Signal, every two weeks")

    with reading(story.app.engine) as connection:
        pairs = roster(connection, "reps").mentorships()
    assert "Signal, every two weeks" in [one.agreed for one in pairs]
    assert "Noted: how you and Dev Rao" in story.letter_to(BO).subject


def test_a_mail_to_the_mentee_with_a_copy_to_the_council_counts(story: Story) -> None:
    """E17: the pair is known by the address, and what is no report is a contact all the same."""
    more = "Ina Two,ina@mail.example,rep,Peru,bo@post.example,2026-12-10,,2024-03-01\n"
    story.enrol(PEOPLE + more)
    copied = {"to": "chi@mail.example", "headers": {"Cc": COUNCIL}, "subject": "Our meeting"}

    story.write(BO, "Hi Chi,\n\ngreat talking to you today in our mentoring call.\n\nBo", **copied)
    with reading(story.app.engine) as connection:
        pairs = {one.last_contact for one in roster(connection, "reps").mentorships()}
    assert pairs == {None, story.now.date()}

    story.write(
        BO,
        "Hi Chi,\n\nthank you for our yearly meeting. We met yesterday and talked for an hour "
        "about your goals.\n\nBo",
        **copied,
    )
    with reading(story.app.engine) as connection:
        met_on = {one.last_meeting for one in roster(connection, "reps").mentorships()}
    assert {str(day) for day in met_on} == {"None", "2027-01-03"}
