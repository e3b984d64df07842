"""What our own look at a signature changes in the judgement of a mail; how old it may be."""

from datetime import timedelta
from typing import Any

import pytest

from mailer.parse.message import parse
from mailer.trust.dkim import verify
from mailer.trust.fresh import arrived, dated
from mailer.trust.judge import TrustPolicy, judge
from mailer.trust.model import Action, Signed, Trust, Verdict
from tests.builders import ANA, COUNCIL, NOW, OUR_SERVER, mail, roster, sent
from tests.trust.signing import letter, records, sign

DKIM = TrustPolicy(COUNCIL, dkim=True)
BOTH = TrustPolicy(COUNCIL, OUR_SERVER, dkim=True)
GOOD = Signed("mail.example", "")


def judged(signed: Signed | None = GOOD, policy: TrustPolicy = DKIM, **given: Any) -> Verdict:
    answers = given.pop("answers", None)
    given.setdefault("dmarc", None)
    return judge(mail(**given), roster(), answers, policy, signed)


def test_a_signature_of_the_domain_authenticates() -> None:
    found = judged()
    assert (found.trust, found.speaker, found.verified) == (Trust.AUTHENTICATED, "ana", True)
    assert found.reasons == ("authenticated by a DKIM signature of mail.example",)
    assert found.used == "dkim=pass header.d=mail.example"


def test_with_a_token_it_proves() -> None:
    assert judged(answers=sent(ANA)).trust is Trust.PROVEN


def test_without_one_a_sender_is_only_claimed_and_the_reason_says_why() -> None:
    found = judged(Signed(why="its DKIM signature of mail.example: the body was changed"))
    assert (found.trust, found.verified) == (Trust.CLAIMED, True)
    assert found.reasons[0].endswith("the body was changed")


def test_a_header_that_came_with_the_mail_counts_for_nothing() -> None:
    assert judged(Signed(), dmarc="pass").trust is Trust.CLAIMED


def test_beside_a_trusted_header_either_of_the_two_proves() -> None:
    assert judged(Signed(), BOTH, dmarc="pass").trust is Trust.AUTHENTICATED
    assert judged(GOOD, BOTH, dmarc=None).trust is Trust.AUTHENTICATED


def test_a_failure_that_our_own_server_tells_of_is_held_all_the_same() -> None:
    found = judged(GOOD, BOTH, dmarc="fail")
    assert found.action is Action.HOLD
    assert "dmarc=fail" in found.used


def test_the_header_that_was_used_is_kept() -> None:
    found = judge(mail(), roster(), None, TrustPolicy(COUNCIL, OUR_SERVER))
    assert found.used == f"{OUR_SERVER}; dmarc=pass header.from=mail.example"


PARSERS = {
    "an address before the address": "ana@mail.example <evil@bad.example>",
    "the member behind a stranger": "evil@bad.example <ana@mail.example>",
    "a quoted address as the name": '"ana@mail.example" <evil@bad.example>',
    "an encoded address as the name": "=?utf-8?b?YW5hQG1haWwuZXhhbXBsZQ==?= <evil@bad.example>",
    "two addresses": "ana@mail.example, evil@bad.example",
    "two in brackets": "<ana@mail.example> <evil@bad.example>",
    "a group": "g: ana@mail.example; <evil@bad.example>",
    "an empty group": "undisclosed:;",
    "a comment with an address": "ana@mail.example (evil@bad.example",
    "a route": "<@bad.example:ana@mail.example>",
    "NUL": "ana@mail.example\x00@bad.example",
    "a letter that is not ASCII": "an\u0430@mail.example",
    "an open quotation": '"',
    "a backslash": "ana\\@bad.example@mail.example",
}


@pytest.mark.parametrize("who", PARSERS.values(), ids=PARSERS)
def test_a_from_that_parsers_read_differently_names_nobody(who: str) -> None:
    """Signed by whoever it may be, and passed by our server for whichever domain."""
    data = sign(letter("Ana <ana@mail.example>")).replace(
        b"From: Ana <ana@mail.example>", f"From: {who}".encode()
    )
    for domain in ("mail.example", "bad.example"):
        head = f"Authentication-Results: {OUR_SERVER}; dmarc=pass header.from={domain}\r\n"
        message = parse(head.encode() + data)
        for signed in (Signed(domain, ""), Signed()):
            found = judge(message, roster(), None, BOTH, signed)
            assert found.speaker is None
            assert found.trust is not Trust.PROVEN
    sender = message.sender.email if message.sender else ""
    assert not verify(data, sender, records(), NOW).domain


FOLDED = {
    "two headers": "From: ana@mail.example\r\nFrom: evil@bad.example",
    "one with a blank before the colon": "From: ana@mail.example\r\nFrom : evil@bad.example",
    "one in capitals": "From: ana@mail.example\r\nFROM: evil@bad.example",
}


@pytest.mark.parametrize("lines", FOLDED.values(), ids=FOLDED)
def test_two_senders_are_none(lines: str) -> None:
    head = f"Authentication-Results: {OUR_SERVER}; dmarc=pass header.from=mail.example\r\n"
    message = parse(f"{head}{lines}\r\nSubject: x\r\n\r\nHello\r\n".encode())
    found = judge(message, roster(), None, BOTH, GOOD)
    assert (found.action, found.speaker, found.may_answer) == (Action.HOLD, None, False)


def read(date: str, received: str = "") -> Any:
    head = f"Received: from a by b; {received}\r\n" if received else ""
    return parse(head.encode() + letter(date=date))


@pytest.mark.parametrize(
    ("date", "stale"),
    [
        ("Mon, 4 Jan 2027 09:00:00 +0000", False),
        ("Sat, 2 Jan 2027 10:00:00 +0000", False),
        ("Sat, 2 Jan 2027 08:00:00 +0000", True),
        ("Wed, 6 Jan 2027 08:00:00 +0000", False),
        ("Wed, 6 Jan 2027 10:00:00 +0000", True),
        ("Mon, 4 Jan 2021 09:00:00 +0000", True),
        ("yesterday", True),
    ],
)
def test_a_mail_is_of_these_days_or_stale(date: str, *, stale: bool) -> None:
    answered = dated(sent(ANA), read(date), NOW)
    assert answered is not None
    assert answered.stale is stale


def test_a_mail_that_our_own_server_kept_for_a_week_is_not_stale() -> None:
    """The service stood still; the topmost Received header tells when the mail had come."""
    kept = read("Mon, 4 Jan 2027 08:59:00 +0000", "Mon, 4 Jan 2027 09:00:00 +0000")
    week = NOW + timedelta(days=7)
    assert arrived(kept, week) == NOW
    answered = dated(sent(ANA), kept, week)
    assert answered is not None
    assert not answered.stale


def test_a_header_from_the_future_makes_no_mail_younger() -> None:
    assert arrived(read("x", "Mon, 4 Jan 2038 09:00:00 +0000"), NOW) == NOW


def test_a_stale_mail_proves_nothing_by_its_token() -> None:
    found = judged(answers=sent(ANA, stale=True))
    assert found.trust is Trust.AUTHENTICATED
    assert dated(None, mail(), NOW) is None
