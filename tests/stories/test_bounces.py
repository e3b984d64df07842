"""Letters that come back, what robots write, and how many answers go out."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from mailer.app import envelope_sender
from mailer.record.database import reading, writing
from mailer.record.load import table
from storage import inbox
from tests.stories.test_faults import DSN
from tests.story import ANA, AUTHSERV, BO, COUNCIL, EVA, FINN, STRANGER, Received, Story

ADDRESS = "ana@mail.example"
APPLIES = "I would like to become a mentor."


def rows(story: Story) -> list[Any]:
    columns = table("letter").c
    names = ("id", "message_id", "address", "state", "reply", "programme")
    with reading(story.app.engine) as connection:
        return list(connection.execute(select(*(columns[name] for name in names))))


def bounces_to(story: Story, letter: Received) -> str:
    """Return the envelope sender that a letter left with."""
    [row] = [row for row in rows(story) if row.message_id == letter.message_id]
    return envelope_sender(story.settings, story.line.book.key, row)


def came_back(
    story: Story, letter: Received, status: str = "5.1.1", *, token: bool = True, number: int = 1
) -> int:
    data = DSN.format(status=status, message_id=letter.message_id if not token else "")
    data = data.replace("bounce-1", f"bounce-{number}")
    if token:
        data = data.replace(f"To: {COUNCIL}", f"To: {bounces_to(story, letter)}")
    return story.take(data.replace("\n", "\r\n").encode())


def applied(story: Story) -> Received:
    story.write(ANA, APPLIES, subject="Mentoring")
    return story.letter_to(ANA)


def held(story: Story) -> list[str]:
    return [row.reply for row in rows(story) if row.state == "suppressed"]


def test_a_report_to_the_letters_own_address_suspends_until_the_person_writes(story: Story) -> None:
    came_back(story, applied(story))
    [question] = story.questions()
    assert ["Letters", "none is sent there"] in question["facts"]

    story.write(ANA, "status", subject="status", authentication=None)
    story.nothing_for(ANA)
    assert held(story) == ["letters to this address are suspended: they came back"]

    story.write(ANA, "status", subject="status again")
    assert ADDRESS in story.letter_to(ANA).to
    assert "address" not in {question["kind"] for question in story.questions()}


def test_what_waits_for_an_address_is_held_back_with_it(story: Story) -> None:
    letter = applied(story)
    with writing(story.app.engine) as connection:
        connection.execute(table("letter").update().values(state="queued"))
    data = DSN.format(status="5.1.1", message_id="").replace(COUNCIL, bounces_to(story, letter))
    with writing(story.app.engine) as connection:
        inbox.store(connection, [inbox.Arrival("reps", "test", data.encode(), story.now)])

    story.line.work(story.now)

    assert held(story) == ["letters to this address are suspended: they came back"]


def test_the_council_gets_one_line_in_its_digest(story: Story) -> None:
    came_back(story, applied(story))

    digest = story.digest_for(EVA)

    line = "Ana Pop <ana@mail.example>: no letter goes there: 5.1.1"
    assert digest.words.count(line) == 1


def test_a_member_lets_letters_go_there_again(story: Story) -> None:
    came_back(story, applied(story))
    [question] = story.questions()
    digest = story.digest_for(EVA)
    story.reply(digest, f"approve {question['number']}")
    story.letters()

    story.write(ANA, "status", subject="status", authentication=None)

    assert story.line.desk.suspended() == {}
    assert held(story) == []


def test_two_reports_without_a_token_suspend_on_different_days_only(story: Story) -> None:
    letter = applied(story)
    came_back(story, letter, token=False)
    came_back(story, letter, token=False, number=2)
    assert story.line.desk.suspended() == {}
    story.wait(days=1)
    came_back(story, letter, token=False, number=3)
    assert list(story.line.desk.suspended()) == [ADDRESS]


def test_a_token_of_another_key_is_none(story: Story) -> None:
    letter = applied(story)
    genuine = bounces_to(story, letter)
    local, _, domain = genuine.partition("@")
    forged = f"{local[:-1]}{'a' if local[-1] != 'a' else 'b'}@{domain}"
    data = DSN.format(status="5.1.1", message_id="<none@x.example>")
    data = data.replace(f"To: {COUNCIL}", f"To: {forged}")
    assert story.outcome(story.take(data.replace("\n", "\r\n").encode())) == "bounce"
    assert story.questions() == []


@pytest.mark.parametrize("status", ["4.4.1", "5.2.2", "5.7.1"])
def test_what_is_not_the_addresss_fault_suspends_nothing(story: Story, status: str) -> None:
    assert story.outcome(came_back(story, applied(story), status)) == "bounce"
    assert story.line.desk.suspended() == {}


ARF = """\
From: <feedback@provider.example>
To: {to}
Subject: FW: Your letter
Message-ID: <arf-1@provider.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

This is an abuse report.

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
Version: 1
Original-Mail-From: <{sender}>

--b
Content-Type: message/rfc822

From: council@reps.example
Subject: a letter

Hello
--b--
"""


def test_a_complaint_stops_letters_and_the_council_is_told(story: Story) -> None:
    sender = bounces_to(story, applied(story))

    story.take(ARF.format(to=COUNCIL, sender=sender).replace("\n", "\r\n").encode())

    assert list(story.line.desk.suspended()) == [ADDRESS]
    [question] = story.questions()
    told = "the reader's mail provider reported a complaint"
    assert ["Said by the mail system", told] in question["facts"]


def test_a_vacation_reply_to_the_envelope_is_linked_and_no_answer(story: Story) -> None:
    story.write(BO, "I resign as a mentor. My last day will be 31 January 2027.")
    letter = story.letter_to(BO)

    number = story.write(BO, "Yes, I confirm.", subject="Away", to=bounces_to(story, letter))

    assert story.outcome(number) == "ignored_auto"
    assert story.cases()["resignation"] == "announced"
    with reading(story.app.engine) as connection:
        found = inbox.read(connection, number)
    assert found is not None
    person = story.line.desk.roster.at("bo@post.example")
    assert person is not None
    assert found[0].person == person.id
    assert found[0].case_id is not None


def test_a_wish_for_no_automatic_answer_is_met_and_the_mail_is_handled(story: Story) -> None:
    story.write(ANA, APPLIES, headers={"X-Auto-Response-Suppress": "DR, OOF, AutoReply"})
    assert story.letters() == []
    assert story.cases()["application"] == "interested"


def test_an_answer_to_a_refusal_is_dropped(story: Story) -> None:
    large(story, STRANGER, proven=True)
    refusal = story.letter_to(STRANGER)
    assert refusal.message_id.endswith(".refusal@reps.example>")

    number = story.reply(refusal, "But I am away until Monday.", who=STRANGER)

    assert story.outcome(number) == "ignored_auto"
    assert story.questions() == []
    assert story.letters() == []


def test_our_own_letter_that_comes_back_is_dropped_by_its_id(story: Story) -> None:
    letter = applied(story)
    number = story.write(ANA, "status", headers={"Resent-From": "x@y.example"})
    assert story.outcome(number) == "needs_review"
    data = f"From: {ANA}\r\nTo: {COUNCIL}\r\nMessage-ID: {letter.message_id}\r\n\r\nstatus\r\n"
    assert story.outcome(story.take(data.encode())) == "ignored_auto"


def test_only_three_answers_in_a_conversation_without_a_change(story: Story) -> None:
    for _ in range(5):
        story.write(ANA, "status", subject="My matter")
        story.wait(hours=2)
    to_ana = [letter for letter in story.letters() if ADDRESS in letter.to]
    to_ana.sort(key=lambda letter: letter.message["Date"].datetime)
    says = ["last automatic answer in this conversation" in letter.words for letter in to_ana]
    assert says == [False, False, True]


def test_a_change_begins_the_count_of_a_conversation_anew(story: Story) -> None:
    for text in ("status", "status", APPLIES, "status", "status", "status"):
        story.write(ANA, text, subject="My matter")
        story.wait(hours=2)
    assert len([letter for letter in story.letters() if ADDRESS in letter.to]) == 5


def test_the_breaker_opens_once_and_closes_the_next_day(tmp_path: Path) -> None:
    story = Story(tmp_path, answers_in_all=3)
    for who in (ANA, BO, "Chi Okafor <chi@mail.example>", "Dev Rao <dev@mail.example>"):
        story.write(who, "status", subject="status")
    told = [letter for letter in story.letters() if "No more automatic" in letter.subject]
    assert {letter.to for letter in told} == {EVA, FINN}
    assert held(story) == ["3 automatic answers went out today in all"]

    story.wait(days=1)
    story.letters()
    story.write("Dev Rao <dev@mail.example>", "status", subject="status")
    story.letter_to("Dev Rao <dev@mail.example>")
    story.close()


def large(story: Story, who: str, *, proven: bool) -> int:
    domain = who.rpartition("@")[2].rstrip(">")
    verdict = f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}\r\n"
    data = f"From: {who}\r\nTo: {COUNCIL}\r\nSubject: Photos\r\nMessage-ID: <big@x.example>\r\n\r\n"
    arrival = inbox.Arrival(
        "reps",
        "imap",
        ((verdict if proven else "") + data).encode(),
        story.now,
        size=31 * 1024 * 1024,
        too_large=True,
    )
    with writing(story.app.engine) as connection:
        [number] = inbox.store(connection, [arrival])
    story.run()
    return number


@pytest.mark.parametrize("who", [ANA, STRANGER])
def test_a_mail_that_is_too_large_is_refused_politely(story: Story, who: str) -> None:
    number = large(story, who, proven=True)
    letter = story.letter_to(who)
    assert "about 31 MB" in letter.words
    assert "Photos" in letter.words
    assert story.outcome(number) == "too_large"


def test_an_unproven_sender_of_a_large_mail_is_not_written_to(story: Story) -> None:
    assert story.outcome(large(story, ANA, proven=False)) == "too_large"
    assert story.letters() == []


PLATFORM = [{"sender": "courses.example", "dkim": "courses.example"}]
NOTICE = """\
{auth}From: Courses <no-reply@courses.example>
To: council@reps.example
Subject: A learner completed your course
List-Unsubscribe: <mailto:off@courses.example>
Auto-Submitted: auto-generated
Date: Mon, 4 Jan 2027 10:00:00 +0000
Message-ID: <n-1@courses.example>

Ana Pop ({address}) has completed the course "Coaching Training".
"""


def notice(story: Story, auth: str, address: str = ADDRESS) -> int:
    return story.take(NOTICE.format(auth=auth, address=address).replace("\n", "\r\n").encode())


SIGNED = f"Authentication-Results: {AUTHSERV}; dkim=pass header.d=courses.example\n"


@pytest.mark.parametrize("address", [ADDRESS, "as you know her"])
def test_a_course_platform_may_tell_who_finished(tmp_path: Path, address: str) -> None:
    story = Story(tmp_path, platforms=PLATFORM)
    notice(story, SIGNED, address)
    assert "You finished the course" in story.letter_to(ANA).subject
    assert story.cases()["application"] == "completed"
    story.close()


@pytest.mark.parametrize(
    "auth",
    [
        "",
        SIGNED.replace("pass", "fail"),
        SIGNED.replace("courses.example", "other.example"),
        SIGNED.replace(AUTHSERV, "forged.example"),
    ],
    ids=["unsigned", "failed", "another domain", "another server"],
)
def test_an_unproven_notice_is_ignored(tmp_path: Path, auth: str) -> None:
    story = Story(tmp_path, platforms=PLATFORM)
    assert story.outcome(notice(story, auth)) == "ignored_auto"
    assert "application" not in story.cases()
    story.close()


def test_nobody_else_files_completions_from_bulk_mail(story: Story) -> None:
    assert story.outcome(notice(story, SIGNED)) == "ignored_auto"


def test_bounces_may_be_switched_off(tmp_path: Path) -> None:
    story = Story(tmp_path, bounces="off")
    assert bounces_to(story, applied(story)) == COUNCIL
    story.close()
