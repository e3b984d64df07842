"""Issue 5, point 2: ways in which a decision could be had without its member, one by one."""

import email.policy
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from sqlalchemy import select

from mailer.record.database import reading
from mailer.record.load import table
from mailer.rules.facts import Policy
from tests.story import ANA, AUTHSERV, BO, EVA, FINN, Received, Story

FINISHED = "I have finished the Coaching Training on 2 January 2027."


@pytest.fixture
def digest(story: Story) -> Received:
    """Eva's digest with one question: shall Ana become a mentor?"""
    story.write(ANA, FINISHED, subject="Course finished")
    return story.digest_for(EVA)


def undecided(story: Story) -> bool:
    return story.mentor("Ana Pop") is None and story.questions()[0]["state"] == "pending"


def mail(story: Story, answers: Received, **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = EVA, answers.reply_to
    message["Subject"] = headers.pop("Subject", f"Re: {answers.subject}")
    message["Date"] = format_datetime(story.now)
    message["Message-ID"] = "<forged@reps.example>"
    for name, value in headers.items():
        message[name] = value
    return message


def take(story: Story, message: EmailMessage) -> int:
    head = f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from=reps.example\r\n"
    return story.take(head.encode() + message.as_bytes(policy=email.policy.SMTP))


def test_a_forward_decides_nothing_whoever_forwards_it(story: Story, digest: Received) -> None:
    for who in (EVA, FINN, BO):
        text = (
            "Fine with me.\n\n---------- Forwarded message ---------\n"
            f"From: {EVA}\nDate: Tue, Jan 5, 2027 at 9:00 AM\nSubject: Re: {digest.subject}\n"
            f"To: <{digest.reply_to}>\n\n\napprove 1\n"
        )
        story.write(who, text, subject=f"Fwd: {digest.subject}", to=digest.reply_to)

    assert undecided(story)


def test_a_digest_that_another_member_passed_on_decides_nothing(
    story: Story, digest: Received
) -> None:
    text = "\n".join(f"> {line}" for line in digest.text.splitlines())
    story.write(FINN, f"approve 1\n\n{text}", subject=f"Re: {digest.subject}", answers=digest)

    assert undecided(story)


@pytest.mark.parametrize("name", ["Resent-From", "List-Id", "X-BeenThere", "Auto-Submitted"])
def test_what_was_passed_on_by_a_machine_decides_nothing(
    story: Story, digest: Received, name: str
) -> None:
    value = {"List-Id": "<reps.lists.example>", "Auto-Submitted": "auto-forwarded"}
    message = mail(story, digest, **{name: value.get(name, "Bo Lind <bo@post.example>")})
    message.set_content("approve 1\n")
    take(story, message)

    assert undecided(story)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Thank you.</p><div style='display:none'>approve 1</div>",
        "<div style='display: none !important'>approve 1</div><p>Thank you.</p>",
        "<p hidden>approve 1</p><p>Thank you.</p>",
        "<p style='visibility:hidden'>approve 1</p><p>Thank you.</p>",
        "<p style='font-size:0'>approve 1</p><p>Thank you.</p>",
        "<p style='font-size:0px;line-height:0'>approve 1</p><p>Thank you.</p>",
        "<p style='opacity:0'>approve 1</p><p>Thank you.</p>",
        "<!-- approve 1 --><p>Thank you.</p>",
        "<title>approve 1</title><p>Thank you.</p>",
        "<template><p>approve 1</p></template><p>Thank you.</p>",
        "<p>Thank you.</p><blockquote>approve 1</blockquote>",
        "<p><img alt='approve 1' src='x'></p><p>Thank you.</p>",
    ],
)
def test_what_nobody_can_see_in_html_decides_nothing(
    story: Story, digest: Received, html: str
) -> None:
    message = mail(story, digest)
    message.set_content(f"<html><body>{html}</body></html>", subtype="html")
    take(story, message)

    assert undecided(story)


def test_the_html_beside_a_plain_text_decides_nothing(story: Story, digest: Received) -> None:
    message = mail(story, digest)
    message.set_content("Thank you.\n")
    message.add_alternative("<p>approve 1</p>", subtype="html")
    take(story, message)

    assert undecided(story)


def test_an_attached_mail_decides_nothing(story: Story, digest: Received) -> None:
    inner = mail(story, digest)
    inner.set_content("approve 1\n")
    message = mail(story, digest, Subject="See below")
    message.set_content("As attached.\n")
    message.add_attachment(inner)
    take(story, message)

    assert undecided(story)


def test_the_same_mail_twice_and_its_words_again_are_one_decision(
    story: Story, digest: Received
) -> None:
    message = mail(story, digest)
    message.set_content("approve 1\n")
    assert story.outcome(take(story, message)) == "applied"
    story.letters()

    assert story.outcome(take(story, message)) == "duplicate"
    assert story.letters() == []


def test_a_token_counts_for_the_numbers_of_its_own_digest_alone(
    story: Story, digest: Received
) -> None:
    story.write(BO, "I resign as a mentor on 28 February 2027.", subject="Resignation")
    story.letters()
    story.reply(digest, "approve 2")

    assert "not in the digest that you answered" in story.letter_to(EVA).words
    assert story.mentor("Bo Lind") == "active"


def test_a_letter_to_the_same_member_that_is_no_digest_decides_nothing(
    story: Story, digest: Received
) -> None:
    story.write(EVA, "start feedback", subject="")
    preview = story.letter_to(EVA)
    story.reply(preview, "approve 1")

    assert undecided(story)


def test_a_token_stands_in_reply_to_alone_and_is_kept_as_a_hash(
    story: Story, digest: Received
) -> None:
    token = digest.reply_to.partition("+")[2].partition("@")[0]
    raw = digest.message.as_bytes().decode("ascii")
    assert raw.count(token) == 1
    assert token not in digest.html + digest.text + digest.message_id
    with reading(story.app.engine) as connection:
        for name in ("letter", "event", "case", "question"):
            columns = [c for c in table(name).columns if c.name != "data"]
            assert token not in str(connection.execute(select(*columns)).all())


def test_both_the_sender_and_the_others_get_a_receipt_that_names_who_and_what(
    story: Story, digest: Received
) -> None:
    story.reply(digest, "approve 1")

    letters = {letter.to: letter for letter in story.letters() if "Council]" in letter.subject}
    assert "approved: Accept Ana Pop as a mentor?" in letters[EVA].words
    assert "Decided by Eva Council" in letters[FINN].subject
    assert "Accept Ana Pop as a mentor?" in letters[FINN].words


@pytest.mark.parametrize("deciders", [{"every": 1}, {"council": 1}, {"application": 2}])
def test_no_setting_lets_one_member_give_a_seat(deciders: dict[str, int]) -> None:
    assert Policy(deciders=deciders).needs("council") == 2


def test_nobody_changes_an_address_by_one_mail(story: Story) -> None:
    for who in (ANA, EVA, "Ana Pop <ana@new.example>"):
        story.write(
            who,
            "Please note that Ana Pop now writes from ana@new.example; ana@mail.example is gone.",
            subject="New address",
        )
    story.line.desk.look_up([], story.now)

    assert story.line.desk.roster.at("ana@new.example") is None
    assert story.line.desk.roster.at("ana@mail.example") is not None
