"""Robots that write to robots: a week passes, and the letters are few and counted."""

import email
import email.policy
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

import pytest

from tests.story import ANA, AUTHSERV, BO, COUNCIL, Received, Story

OTHER = "council@guild.example"
"""The other service's address; each of the two believes that the other is a member."""
PEOPLE = """\
name,email,role,mentor_email,mentored_since,member_since
Eva Council,eva@{domain},council,,,2020-01-01
The Other,{other},{role},,,2021-05-01
"""
AUTOMATIC = ("Auto-Submitted", "X-Auto-Response-Suppress", "X-Loop")


def handed_over(letter: Received, *, stripped: bool) -> bytes:
    """Return a letter as the other's mail server hands it over."""
    message = email.message_from_bytes(letter.message.as_bytes(), policy=email.policy.SMTP)
    for name in AUTOMATIC if stripped else ():
        del message[name]
    domain = parseaddr(str(message["From"]))[1].rpartition("@")[2]
    verdict = f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}\r\n"
    return verdict.encode() + message.as_bytes()


def exchange(first: Story, second: Story, *, stripped: bool) -> int:
    """Carry letters to and fro until none is left; return how many went to the other service."""
    carried, busy = 0, True
    while busy:
        busy = False
        for writer, reader, address in ((first, second, OTHER), (second, first, COUNCIL)):
            for letter in writer.letters():
                if parseaddr(letter.to)[1] == address:
                    reader.take(handed_over(letter, stripped=stripped))
                    carried, busy = carried + 1, True
    return carried


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Story, Story]]:
    one = Story(
        tmp_path / "one",
        people=PEOPLE.format(domain="reps.example", other=OTHER, role="mentor"),
    )
    two = Story(
        tmp_path / "two",
        people=PEOPLE.format(domain="guild.example", other=COUNCIL, role="mentor"),
        address=OTHER,
    )
    yield one, two
    one.close()
    two.close()


@pytest.mark.parametrize(("stripped", "most"), [(False, 2), (True, 2)])
def test_two_services_that_write_to_one_another_for_a_week(
    two: tuple[Story, Story], *, stripped: bool, most: int
) -> None:
    first, second = two
    # A member of each wrote in the other's name once, so that both begin with an answer.
    for story, other in ((first, OTHER), (second, COUNCIL)):
        story.write(f"The Other <{other}>", "status", subject="status")
    carried = 0
    for _ in range(7 * 2):
        carried += exchange(first, second, stripped=stripped)
        for story in two:
            story.wait(hours=12)
    assert carried == most


AWAY = "I am away until 31 January and read no mail."


def answered(letter: Received, who: str, words: str) -> EmailMessage:
    """Return what a careless responder writes: no header of a robot, and everything quoted."""
    message = EmailMessage()
    message["From"] = who
    message["Subject"] = f"Re: {letter.subject}"
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    message.set_content(f"{words}\n\n{quoted}\n")
    return message


def to_reply_to(letter: Received) -> str:
    return letter.reply_to


def to_from(letter: Received) -> str:
    return COUNCIL


@pytest.mark.parametrize(
    ("who", "where", "words", "most"),
    [
        (ANA, to_reply_to, AWAY, 1),
        (ANA, to_from, AWAY, 2),
        (BO, to_reply_to, AWAY, 2),
        (BO, to_from, AWAY, 3),
        # What asks for an answer each time meets the limit of the conversation.
        (ANA, to_reply_to, "status", 1),
        (ANA, to_from, "status", 5),
    ],
    ids=[
        "reply-to",
        "from",
        "a mentor, reply-to",
        "a mentor, from",
        "asks, reply-to",
        "asks, from",
    ],
)
def test_a_responder_that_quotes_everything_and_sets_no_header(
    story: Story, who: str, where: Callable[[Received], str], words: str, most: int
) -> None:
    story.write(who, "I would like to become a mentor." if who == ANA else "I resign as a mentor.")
    letters, until = 0, story.now + timedelta(days=7)
    while story.now < until:
        for _ in range(50):
            new = [x for x in story.letters() if parseaddr(x.to)[1] == parseaddr(who)[1]]
            letters += len(new)
            for letter in new:
                reply = answered(letter, who, words)
                reply["To"] = where(letter)
                reply["Message-ID"] = f"<away-{letters}-{len(letter.message_id)}@robot.example>"
                domain = parseaddr(who)[1].rpartition("@")[2]
                verdict = f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}\r\n"
                story.take(verdict.encode() + reply.as_bytes(policy=email.policy.SMTP))
            if not new:
                break
        story.wait(hours=12)
    assert letters == most
