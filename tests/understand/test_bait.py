import pytest

from mailer.parse.model import Address
from mailer.trust.model import Action, Kind, Trust, Verdict
from mailer.understand.hear import hear
from mailer.understand.label import label
from mailer.understand.model import Thread
from tests.understand.programme import NOW, POLICY, ROSTER, mail, read, verdict

STRANGER = Address("x@elsewhere.example", "X")


def from_stranger(text, judged=None):
    return hear(mail(text, STRANGER), Thread(), ROSTER, judged or verdict(None), POLICY, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Your mailbox is almost full. Verify your account within 24 hours: https://mail.invalid/login",
        "Dear user, log in with your password to keep your access: http://webmail.invalid",
        "You have won the lottery, 2 million USD. Contact our claims agent before midnight.",
        "We offer SEO and backlinks at the best price. See https://seo.invalid",
        "Web design services, lead generation and a free audit for your site. Unsubscribe here.",
    ],
)
def test_bait_from_a_stranger_is_ignored(text):
    reading = from_stranger(text)
    assert reading.bait
    assert reading.heard == ()
    found = label("1.eml", mail(text, STRANGER), verdict(None), reading, ROSTER)
    assert (found["automation"], found["intents"], found["fields"]) == ("ignore", [], {})


@pytest.mark.parametrize(
    "text",
    [
        "I would like to become a mentor. My page: https://me.example",
        "I lost the password of my portal account, can you help? https://portal.example/me",
        "We are a school and look for speakers. Do your mentors give talks?",
        "My prize for the best event was a discount on stickers, thank you!",
        "I resign as a mentor within 48 hours.",
    ],
)
def test_a_real_mail_of_a_stranger_is_never_ignored(text):
    assert not from_stranger(text).bait


def test_a_forgery_with_a_login_is_bait_and_one_that_only_claims_is_not():
    forged = Verdict(Action.HOLD, Kind.HUMAN, Trust.CLAIMED, "ana", may_answer=False)
    lure = "I resign as a mentor. Log in with your password at https://sign.invalid to confirm."
    assert from_stranger(lure, forged).bait
    assert not from_stranger("I resign as a mentor today.", forged).bait


def test_a_proven_member_may_speak_of_mailboxes():
    assert not read("ana", "Your mailbox is full, please log in here: https://mail.example").bait
