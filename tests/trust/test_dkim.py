"""DKIM by ourselves: what proves the sender, and what a forger can try (mail.md 3.2)."""

from datetime import timedelta
from email.message import EmailMessage
from time import process_time

import dkim as dkimpy
import pytest

from mailer.trust.dkim import Signed, aligned, canonical_body, keys_of, verify
from tests.builders import NOW
from tests.trust.signing import COVERED, ed25519, letter, records, rsa, sign

ANA = "ana@mail.example"
SIGNED = sign(letter())


def found(data: bytes, sender: str = ANA, **more: object) -> Signed:
    return verify(data, sender, more.pop("keys", records()), NOW, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("way", ["relaxed/relaxed", "relaxed/simple", "simple/relaxed", "simple"])
@pytest.mark.parametrize("key", [rsa(), ed25519()], ids=["rsa", "ed25519"])
def test_a_signature_of_the_domain_of_from_proves_the_sender(way: str, key: object) -> None:
    data = sign(letter(text="Two  lines \n\n and\tblanks \n\n\n"), key=key, way=way.encode())  # type: ignore[arg-type]
    assert found(data, keys=records(key=key)) == Signed("mail.example", "")  # type: ignore[arg-type]


def test_our_reading_of_a_signature_is_that_of_dkimpy() -> None:
    """What dkimpy signs by itself is verified here; its clock is that of the machine."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = ANA, "council@reps.example", "Héllo"
    mail["Date"] = "Mon, 4 Jan 2027 10:00:00 +0100"
    mail.set_content("Grüße\n\n" + "long " * 40)
    data = bytes(mail).replace(b"\n", b"\r\n")
    head = dkimpy.sign(
        data, b"s1", b"mail.example", rsa().pem,
        include_headers=[b"from", b"to", b"subject", b"date"],
        canonicalize=(b"relaxed", b"relaxed"), linesep=b"\r\n",
    )  # fmt: skip
    signed = head + data
    later = NOW + timedelta(days=20_000)
    assert verify(signed, ANA, records(), later).domain == "mail.example"


def test_any_of_several_signatures_is_enough() -> None:
    own = sign(letter())
    twice = sign(sign(own, "list.example"), "mail.example", rsa(number=1))
    assert found(twice).domain == "mail.example"


def test_a_mail_with_bare_line_feeds_is_the_same_mail() -> None:
    assert found(SIGNED.replace(b"\r\n", b"\n")).domain == "mail.example"


def test_headers_of_the_way_above_the_signature_change_nothing() -> None:
    head = b"Received: from a by b; Mon, 4 Jan 2027 09:00:00 +0000\r\nX-Spam: no\r\n"
    assert found(head + SIGNED).domain == "mail.example"


def test_a_domain_above_that_of_from_may_sign() -> None:
    data = sign(letter("ana@team.mail.example"))
    assert found(data, "ana@team.mail.example").domain == "mail.example"


@pytest.mark.parametrize(
    ("signer", "domain", "expected"),
    [
        ("mail.example", "mail.example", True),
        ("mail.example", "a.mail.example", True),
        ("mail.example", "a.b.mail.example", True),
        ("evil.mail.example", "mail.example", False),
        ("evilmail.example", "mail.example", False),
        ("mail.example", "evilmail.example", False),
        ("example", "mail.example", False),
        ("other.example", "mail.example", False),
        ("", "mail.example", False),
    ],
)
def test_a_signer_speaks_for_its_own_domain_and_those_below(
    signer: str, domain: str, *, expected: bool
) -> None:
    assert aligned(signer, domain) is expected


FORGED = {
    "another domain": sign(letter(), "evil.example"),
    "a domain below that of From": sign(letter(), "sub.mail.example"),
    "the body was changed": SIGNED.replace(b"this is Ana", b"I resign"),
    "text behind the end": SIGNED + b"I resign.\r\n",
    "the subject was changed": SIGNED.replace(b"Subject: Hello", b"Subject: Resign"),
    "the date was changed": SIGNED.replace(b"Date: Mon, 4", b"Date: Tue, 5"),
    "a second subject above": b"Subject: I resign\r\n" + SIGNED,
    "a second From above": b"From: Eva <eva@reps.example>\r\n" + SIGNED,
    "a second From below the first": SIGNED.replace(b"To:", b"From: eva@reps.example\r\nTo:"),
    "a second To": b"To: other@reps.example\r\n" + SIGNED,
    "a second content type": b"Content-Type: a/b\r\nContent-Type: text/html\r\n" + SIGNED,
    "From with a blank before the colon": b"From : eva@reps.example\r\n" + SIGNED,
    "a header that is none": SIGNED.replace(b"To:", b"no header\r\nTo:"),
    "a bare carriage return": SIGNED.replace(b"Subject: Hello", b"Subject: Hello\rX: y"),
    "another key": sign(letter(), key=rsa(number=1)),
    "no signature": letter(),
    "no subject covered": sign(letter(), covers=("from", "to", "date")),
    "no date covered": sign(letter(), covers=("from", "to", "subject")),
    "no From covered": sign(letter(), covers=("to", "subject", "date")),
    "no To covered": sign(letter(), covers=("from", "subject", "date")),
    "a part of the body": sign(letter(), l="5"),
    "a length of the whole body": sign(letter(), l="21"),
    "an expired one": sign(letter(), x=str(int(NOW.timestamp()) - 1)),
    "one that ended before it was made": sign(letter(), x=str(int(NOW.timestamp()) - 9)),
    "one made in the future": sign(letter(), made=NOW + timedelta(hours=3)),
    "a strange time": sign(letter(), x="tomorrow"),
    "SHA-1": sign(letter(), a="rsa-sha1"),
    "an algorithm that is none": sign(letter(), a="none"),
    "the algorithm of another key": sign(letter(), a="ed25519-sha256"),
    "another version": sign(letter(), v="2"),
    "another way of asking": sign(letter(), q="http"),
    "an unknown canonicalization": SIGNED.replace(b"c=relaxed/relaxed", b"c=loose/loose"),
    "an identity of another domain": sign(letter(), i="@evil.example"),
    "an identity that ends alike": sign(letter(), i="ana@evilmail.example"),
    "no body hash": SIGNED.replace(b"bh=", b"xh="),
    "a signature that is no base64": SIGNED.replace(b" b=", b" b=!!"),
    "an empty signature": sign(letter()).replace(b"b=", b"b=;zz=", 2),
    "a tag given twice": SIGNED.replace(b"v=1;", b"v=1; d=mail.example;"),
    "a domain that is none": SIGNED.replace(b"d=mail.example", b"d=mail..example"),
}


@pytest.mark.parametrize("data", FORGED.values(), ids=FORGED)
def test_anything_less_proves_nothing(data: bytes) -> None:
    keys = {
        **records(),
        **records("evil.example"),
        **records("sub.mail.example"),
    }
    told = found(data, keys=keys)
    assert told.domain == ""
    assert told.why
    assert not told.waits


def test_an_unsigned_header_that_stands_once_does_no_harm() -> None:
    assert found(b"Content-Type: text/plain\r\nX-Mailer: a\r\n" + SIGNED).domain


def test_a_signature_holds_until_it_expires() -> None:
    ends = int((NOW + timedelta(days=1)).timestamp())
    data = sign(letter(), x=str(ends))
    assert verify(data, ANA, records(), NOW + timedelta(hours=23)).domain
    assert verify(data, ANA, records(), NOW + timedelta(hours=25)).why.endswith("expired (x=)")


KEYS = {
    "none": None,
    "empty": b"",
    "withdrawn": b"v=DKIM1; p=",
    "on trial": rsa().record.replace(b"k=rsa", b"k=rsa; t=y"),
    "on trial among other flags": rsa().record.replace(b"k=rsa", b"k=rsa; t=s : y"),
    "of another version": rsa().record.replace(b"DKIM1", b"DKIM2"),
    "not for mail": rsa().record.replace(b"k=rsa", b"k=rsa; s=tlsrpt"),
    "for SHA-1 alone": rsa().record.replace(b"k=rsa", b"k=rsa; h=sha1"),
    "of another kind": rsa().record.replace(b"k=rsa", b"k=ed25519"),
    "of an unknown kind": rsa().record.replace(b"k=rsa", b"k=dsa"),
    "no base64": b"v=DKIM1; p=?",
    "no key": b"v=DKIM1; p=aGVsbG8=",
    "no record": b"hello",
    "endless": b"v=DKIM1; p=" + b"A" * 5_000,
    "cut": rsa().record[:-40],
}


@pytest.mark.parametrize("record", KEYS.values(), ids=KEYS)
def test_a_key_that_is_none_proves_nothing(record: bytes | None) -> None:
    told = found(SIGNED, keys={"s1._domainkey.mail.example": record})
    assert told.domain == ""
    assert not told.waits


def test_a_key_for_one_domain_alone_does_not_speak_for_those_below() -> None:
    strict = {"s1._domainkey.mail.example": rsa().record.replace(b"k=rsa", b"k=rsa; t=s")}
    assert found(SIGNED, keys=strict).domain
    below = sign(letter("ana@team.mail.example"))
    assert not found(below, "ana@team.mail.example", keys=strict).domain


def test_a_short_key_is_refused_and_the_least_length_is_a_setting() -> None:
    short = rsa(768)
    told = found(sign(letter(), key=short), keys=records(key=short))
    assert told.why == (
        "its DKIM signature of mail.example: its RSA key has 768 bits; expected 1024 to 8192"
    )
    assert found(SIGNED, least_bits=1024).domain
    assert not found(SIGNED, least_bits=2048).domain


def test_a_key_that_could_not_be_fetched_is_waited_for() -> None:
    assert found(SIGNED, keys={}).waits
    assert found(SIGNED, keys={}).domain == ""


def test_nobody_waits_where_another_signature_proves_it() -> None:
    other = sign(SIGNED, "mail.example", rsa(number=1), s="s2")
    assert set(keys_of(other, ANA)) == {"s1._domainkey.mail.example", "s2._domainkey.mail.example"}
    assert found(other).domain == "mail.example"


def test_only_the_keys_of_the_senders_domain_are_asked_for() -> None:
    assert keys_of(sign(SIGNED, "evil.example"), ANA) == ("s1._domainkey.mail.example",)
    assert keys_of(letter(), ANA) == ()
    assert keys_of(b"", ANA) == ()


def test_a_mail_with_a_thousand_signatures_asks_for_few_keys() -> None:
    many = b"".join(
        SIGNED.partition(b"From:")[0].replace(b"s=s1", b"s=x%d" % number) for number in range(1_000)
    )
    assert len(keys_of(many + letter(), ANA)) <= 5


def test_the_sender_must_be_the_one_whom_the_parser_read() -> None:
    assert not found(SIGNED, "eva@mail.example").domain
    odd = sign(letter('"eva@mail.example" <ana@mail.example>'))
    assert not found(odd).domain


def test_hostile_lengths_are_judged_in_no_time() -> None:
    blanks = b" \t" * 500_000
    for data in (
        SIGNED + blanks,
        SIGNED + b"\r\n" * 500_000,
        b"DKIM-Signature: " + blanks[:200_000] + b"\r\n" + SIGNED,
        SIGNED.replace(b"v=1;", b"v=1; b" + blanks[:100_000] + b"=;"),
        SIGNED.replace(b"h=from", b"h=" + b"from:" * 20_000),
    ):
        begun = process_time()
        found(data)
        assert process_time() - begun < 2


def test_a_canonical_body_is_that_of_the_standard() -> None:
    """RFC 6376 3.4.5, the example, and empty bodies."""
    body = b" C \r\nD \t E\r\n\r\n\r\n"
    assert canonical_body(body, relaxed=True) == b" C\r\nD E\r\n"
    assert canonical_body(body, relaxed=False) == b" C \r\nD \t E\r\n"
    assert canonical_body(b"", relaxed=True) == b""
    assert canonical_body(b"", relaxed=False) == b"\r\n"


def test_what_must_be_covered_is_what_is_read() -> None:
    assert {"from", "to", "subject", "date"} <= set(COVERED)
