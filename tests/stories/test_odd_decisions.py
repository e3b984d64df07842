"""Situations 7, 8 and 9: how answers to a digest really look, and who may not decide."""

import email.policy
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from html import escape
from pathlib import Path

import pytest

from tests.story import ANA, AUTHSERV, CHI, EVA, FINN, Received, Story

FINISHED = "I have finished the Coaching Training on 2 January 2027."
PAT = "Pat Past <pat@reps.example>"


@pytest.fixture
def story(tmp_path: Path, database_url: str) -> Iterator[Story]:
    """A day for objections, as shipped."""
    told = Story(tmp_path, database_url, objection_hours=24)
    yield told
    told.close()


def digest(story: Story, who: str = EVA) -> Received:
    story.write(ANA, FINISHED, subject="Course finished")
    return story.digest_for(who)


def from_a_phone(story: Story, letter: Received, words: str, **headers: str) -> int:
    """Answer as a phone does: HTML only, on top, with all of the digest below."""
    message = EmailMessage()
    message["From"], message["To"] = letter.to, letter.reply_to
    message["Subject"] = headers.pop("Subject", f"Re: {letter.subject}")
    message["Date"] = format_datetime(story.now)
    message["Message-ID"] = f"<phone-{story.now.timestamp()}@reps.example>"
    for name, value in headers.items():
        message[name] = value
    quoted = "<br>".join(escape(line) for line in letter.text.splitlines())
    html = (
        f"<html><body><div dir='auto'>{words}</div><div dir='auto'><br></div>"
        "<div id='ms-outlook-mobile-signature'>Get <a href='https://aka.ms/x'>Outlook for Android"
        "</a></div><hr><div id='divRplyFwdMsg'><b>From:</b> Reps Council "
        f"&lt;council@reps.example&gt;<br><b>Subject:</b> {escape(letter.subject)}</div>"
        f"<blockquote>{quoted}<br>approve 1<br>reject 2: quoted</blockquote></body></html>"
    )
    message.set_content(html, subtype="html")
    head = f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from=reps.example\r\n"
    return story.take(head.encode() + message.as_bytes(policy=email.policy.SMTP))


def test_a_phone_answers_in_html_on_top_with_another_subject(story: Story) -> None:
    from_a_phone(story, digest(story), "Approve 1.", Subject="Yes!")
    story.wait(hours=24)

    assert story.mentor("Ana Pop") == "onboarding"


def test_what_a_phone_quotes_decides_nothing(story: Story) -> None:
    from_a_phone(story, digest(story), "Looks good, I will read it tonight.")
    story.wait(hours=24)

    assert story.mentor("Ana Pop") is None
    assert story.cases()["application"] == "completed"


def test_an_older_digest_decides_while_its_question_is_unchanged(story: Story) -> None:
    old = digest(story)
    for _ in range(3):
        story.digest_for(EVA)
    story.reply(old, "approve 1")

    assert "takes effect on" in story.letter_to(EVA).words


def test_a_week_later_an_old_digest_decides_nothing_and_says_why(story: Story) -> None:
    old = digest(story)
    story.wait(days=8)
    story.letters()
    story.reply(old, "approve 1")

    assert "older than 7 days" in story.letter_to(EVA, about="Nothing was decided").words
    story.wait(hours=25)
    assert story.mentor("Ana Pop") is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"X-Autoreply": "yes"},
        {"Precedence": "auto_reply"},
        {"X-Auto-Response-Suppress": "All", "Auto-Submitted": "auto-generated"},
    ],
    ids=["rfc 3834", "x-autoreply", "precedence", "exchange"],
)
def test_an_out_of_office_that_quotes_the_digest_decides_nothing(
    story: Story, headers: dict[str, str]
) -> None:
    answered = digest(story)
    text = f"I am away until 20 January.\n\napprove 1\n\n{answered.text}"
    story.write(
        EVA, text, subject=f"Automatic reply: {answered.subject}",
        to=answered.reply_to, answers=answered, headers=headers,
    )  # fmt: skip
    story.wait(hours=25)

    assert story.mentor("Ana Pop") is None
    assert story.questions()[0]["state"] == "pending"


def test_two_members_differ_within_minutes(story: Story) -> None:
    """The first one counts; the second is told how to stop it, and does."""
    evas = digest(story)
    story.reply(evas, "approve 1")
    story.now += timedelta(minutes=2)
    told = story.letter_to(FINN, about="Decided by Eva Council")
    story.reply(told, "reject 1: too early")
    assert "to stop it, write “stop 1”" in story.letter_to(FINN).words

    story.reply(told, "stop 1: too early")
    story.wait(hours=25)
    assert story.mentor("Ana Pop") is None
    assert story.questions()[0]["state"] == "pending"


def test_a_former_member_neither_decides_nor_stops(story: Story) -> None:
    story.enrol(
        "name,email,role,council_from,council_until\n"
        "Pat Past,pat@reps.example,council,2020-01-01,2027-01-05\n"
    )
    story.write(ANA, FINISHED, subject="Course finished")
    story.letters()
    story.now = story.now.replace(day=5, hour=8, minute=30)
    story.run()
    pats = story.letter_to(PAT, about="1 decision waits")
    story.now += timedelta(days=1)
    story.reply(pats, "approve 1")
    assert story.questions()[0]["state"] == "pending"

    story.reply(story.digest_for(EVA), "approve 1")
    story.reply(pats, "stop 1: no")
    story.wait(hours=25)
    assert story.mentor("Ana Pop") == "onboarding"


def test_who_is_concerned_neither_decides_nor_stops_nor_learns(story: Story) -> None:
    story.write(EVA, FINISHED.replace("I have", "I have now"), subject="Course finished")
    story.write(CHI, FINISHED, subject="Course finished")
    evas = story.digest_for(EVA)
    assert "Accept Eva Council" not in evas.words
    finns_number = next(q["number"] for q in story.questions() if "Eva" in q["title"])

    for line in (f"approve {finns_number}", f"why {finns_number}"):
        story.letters()
        story.reply(evas, line)
        assert story.questions()[0]["state"] == "pending"
        assert "concerns yourself" in story.letter_to(EVA).words


def test_an_item_that_was_decided_already_stays_as_it_was(story: Story) -> None:
    answered = digest(story)
    story.reply(answered, "approve 1")
    story.wait(hours=25)
    story.letters()
    story.reply(answered, "reject 1: changed my mind")

    assert "already approved by Eva Council" in story.letter_to(EVA).words
    assert story.mentor("Ana Pop") == "onboarding"
