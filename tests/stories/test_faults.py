"""What goes wrong with mail, and who is told."""

from pathlib import Path

import pytest

from tests.story import ANA, BO, EVA, Story

RESIGNS = "I resign as a mentor. My last day will be 31 January 2027."
DSN = """\
From: Mail Delivery System <mailer-daemon@mail.example>
To: council@reps.example
Return-Path: <>
Subject: Undelivered Mail Returned to Sender
Date: Mon, 4 Jan 2027 10:00:00 +0000
Message-ID: <bounce-1@mail.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver your mail.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; ana@mail.example
Action: failed
Status: {status}

--b
Content-Type: text/rfc822-headers

Message-ID: {message_id}
Subject: something

--b--
"""


def test_a_letter_that_comes_back_is_shown_to_the_council_once(story: Story) -> None:
    story.write(ANA, "I would like to become a mentor.", subject="Mentoring")
    letter = story.letter_to(ANA)

    bounce = DSN.format(status="5.1.1", message_id=letter.message_id)
    number = story.take(bounce.replace("\n", "\r\n").encode())
    again = bounce.replace("bounce-1", "bounce-2")
    story.take(again.replace("\n", "\r\n").encode())

    assert story.outcome(number) == "bounce"
    assert story.letters() == []
    [question] = story.questions()
    assert question["title"] == "Mail to Ana Pop comes back"


@pytest.mark.parametrize("message_id", ["<never-sent@reps.example>", ""])
def test_a_forged_bounce_changes_nothing(story: Story, message_id: str) -> None:
    number = story.take(DSN.format(status="5.1.1", message_id=message_id).encode())

    assert story.outcome(number) == "bounce"
    assert story.questions() == []


def test_a_delay_is_no_failure(story: Story) -> None:
    story.write(ANA, "I would like to become a mentor.", subject="Mentoring")
    letter = story.letter_to(ANA)
    delayed = DSN.format(status="4.4.1", message_id=letter.message_id)

    story.take(delayed.replace("failed", "delayed").encode())

    assert story.questions() == []


def test_a_robot_is_never_answered(story: Story) -> None:
    number = story.write(
        BO, RESIGNS, subject="Automatic reply", headers={"Auto-Submitted": "auto-replied"}
    )

    assert story.outcome(number) == "ignored_auto"
    assert story.letters() == []
    assert story.matters() == {}


def test_an_address_gets_a_bounded_number_of_answers(story: Story) -> None:
    for number in range(8):
        story.write(ANA, "status", subject=f"status {number}")

    assert len(story.letters()) == 5


def test_a_token_proves_nothing_for_somebody_else(story: Story) -> None:
    """Ana's token with Bo's unproven From must not confirm Bo's resignation."""
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")
    to_bo = story.letter_to(BO)
    story.write(ANA, "I would like to become a mentor.", subject="Mentoring")
    to_ana = story.letter_to(ANA)

    story.reply(to_bo, "Yes, I confirm.", to=to_ana.reply_to, authentication=None)

    assert story.cases()["resignation"] == "announced"


def test_the_token_alone_confirms_where_no_server_authenticates(story: Story) -> None:
    story.write(BO, RESIGNS, subject="Stepping down as a mentor")

    story.reply(story.letter_to(BO), "Yes, I confirm.", authentication=None)

    assert story.cases()["resignation"] == "confirmed"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"Subject: x\n\n",
        b"From: a@b\nFrom: c@d\n\nI resign.",
        b"\xff\xfe\n" * 50,
    ],
    ids=["empty", "nul bytes", "no sender", "two senders", "no mail at all"],
)
def test_a_broken_mail_has_an_outcome(story: Story, data: bytes) -> None:
    number = story.take(data)

    assert story.outcome(number) in {"needs_review", "ignored_auto", "no_action"}
    assert story.letters() == []


def test_without_a_verifying_server_requests_are_recorded_as_claims(tmp_path: Path) -> None:
    story = Story(tmp_path, authserv_id="")

    story.write(ANA, "I have finished the Coaching Training on 2 January 2027.", subject="Course")

    assert "You finished the course" in story.letter_to(ANA).subject
    [question] = story.questions()
    assert ["Sender", "not proven, please ask Ana Pop"] in question["facts"]
    digest = story.digest_for(EVA)
    story.reply(digest, "approve 1")
    assert story.mentor("Ana Pop") is None
    story.close()
