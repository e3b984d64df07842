"""A mail server that writes no Authentication-Results: signatures are verified by the service."""

import email.policy
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from mailer.receive.keys import Keys, NotNow, Verifier
from tests.story import ANA, COUNCIL, EVA, Received, Story
from tests.trust.signing import Key, rsa, sign


class Signing(Story):
    """A story whose people's servers sign, with a DNS that a test can break."""

    broken = False

    def lookup(self, name: str) -> bytes | None:
        if self.broken:
            raise NotNow(name)
        known = name.startswith("s1._domainkey.") and name.endswith(
            ("mail.example", "reps.example")
        )
        return rsa().record if known else None

    def signed(
        self, who: str, text: str, answers: Received | None = None, key: Key | None = None
    ) -> bytes:
        message = EmailMessage()
        message["From"] = who
        message["To"] = answers.reply_to if answers else COUNCIL
        message["Subject"] = "Course finished"
        message["Date"] = format_datetime(self.now)
        self._count += 1
        message["Message-ID"] = f"<{self._count}@mail.example>"
        message.set_content(text)
        data = message.as_bytes(policy=email.policy.SMTP)
        domain = who.rpartition("@")[2].strip(">")
        return sign(data, domain, key or rsa(), made=self.now)


@pytest.fixture
def story(tmp_path: Path, database_url: str) -> Iterator[Signing]:
    told = Signing(tmp_path, database_url, authserv_id="", verify="dkim")
    told.line.signatures = Verifier(Keys(lambda: told.now, told.lookup), 1024)
    yield told
    told.close()


FINISHED = "I have finished the Coaching Training on 2 January 2027."


def test_a_signed_answer_decides_and_an_unsigned_one_does_not(story: Signing) -> None:
    story.take(story.signed(ANA, FINISHED))
    assert "finished the course" in story.letter_to(ANA).subject
    digest = story.digest_for(EVA)

    story.reply(digest, "approve 1", authentication="pass")
    assert story.mentor("Ana Pop") is None
    story.take(story.signed(EVA, "approve 1", digest, rsa(number=1)))
    assert story.mentor("Ana Pop") is None

    story.take(story.signed(EVA, "approve 1", digest))
    assert story.mentor("Ana Pop") == "onboarding"


def test_while_dns_is_silent_a_mail_waits_and_is_handled_afterwards(story: Signing) -> None:
    story.broken = True
    number = story.take(story.signed(ANA, FINISHED))
    assert story.outcome(number) == "received"
    story.wait(hours=20)
    assert story.outcome(number) == "received"
    story.nothing_for(ANA)

    story.broken = False
    story.wait(hours=2)
    assert story.outcome(number) == "applied"
    assert story.letter_to(ANA)


def test_a_domain_whose_dns_never_answers_is_read_as_a_claim_in_the_end(story: Signing) -> None:
    story.broken = True
    number = story.take(story.signed(ANA, FINISHED))
    story.wait(days=6)
    assert story.outcome(number) == "needs_review"


def test_a_signed_answer_that_comes_again_days_later_decides_nothing(story: Signing) -> None:
    """A thief of one signed mail sends it again, in another wrapping."""
    story.take(story.signed(ANA, FINISHED))
    digest = story.digest_for(EVA)
    caught = story.signed(EVA, "approve 1", digest)
    story.now += timedelta(days=3)
    story.letters()

    story.take(b"X-Wrapped: again\r\n" + caught)
    assert story.mentor("Ana Pop") is None
    assert "two days from its arrival" in story.letter_to(EVA, about="Nothing was decided").words
