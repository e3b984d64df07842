"""Hostile mails: each within two seconds, within 100 MB, and never an exception."""

# ruff: noqa: E501 - the mails keep the long lines that programs write

import time
import tracemalloc

import pytest

from mailer.parse.message import parse
from mailer.parse.model import Message

SECONDS = 2.0
MEGABYTE = 1024 * 1024
TOP = b"From: a@b.example\r\nDate: Fri, 17 Jan 2025 20:33:41 +0500\r\n"
FWD = TOP + b"Subject: Fwd: x\r\n\r\n"
TEXT = TOP + b"\r\n"
HTML = TOP + b"Content-Type: text/html\r\n\r\n"
MIXED = TOP + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
BASE64 = (b"QUJD" * 19 + b"\r\n") * (25 * MEGABYTE // 78)


def nested_mails(depth: int) -> bytes:
    return (
        b"From: a@b.example\nContent-Type: message/rfc822\n\n" * depth + b"From: a@b.example\n\nhi"
    )


def nested_parts(depth: int) -> bytes:
    inner = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(depth)
    )
    return b"From: a@b.example\n" + inner + b"\nhello"


def people(count: int) -> bytes:
    return b", ".join(b"User %d <u%d@x.example>" % (n, n) for n in range(count))


MAILS = {
    "newlines": lambda: TEXT + b"\n" * 20000,
    "newlines-1MB": lambda: TEXT + b"\n" * MEGABYTE,
    "on": lambda: TEXT + b"On " * 20000,
    "on-lines": lambda: TEXT + b"On a\n" * 20000,
    "quotes": lambda: TEXT + b">" * 20000,
    "quote-lines": lambda: TEXT + b">\n" * 500000,
    "colons": lambda: TEXT + (b"2024 " * 79 + b":\n") * 2000,
    "attributions": lambda: TEXT + b"On 1.2.2024 X <a@b> wrote:\n" * 40000,
    "signatures": lambda: TEXT + b"-- \n" * 250000,
    "sent-from": lambda: TEXT + b"Sent from my iPhone\n\n" * 50000,
    "markers": lambda: TEXT + b"## reply above this\n" * 50000,
    "hashes": lambda: TEXT + b"#\n" * 500000,
    "rulers": lambda: TEXT + (b"_" * 200 + b"\n") * 5000,
    "forward-markers": lambda: FWD + b"---------- Forwarded message ---------\n" * 30000,
    "forward-headers": lambda: FWD + b"From: a\n" * 100000,
    "forward-blocks": lambda: FWD + b"From: a@b.example\nDate: x\nTo: y\nSubject: z\n\n" * 20000,
    "rulers-of-dashes": lambda: TEXT + (b"-=" * 45 + b"\n") * 11000,
    "underscores": lambda: TEXT + b"__\na\n\n" * 180000,
    "one-line-headers": lambda: TEXT + b"From: a Sent: 12.3.2024 17:06 To: b Subject: c\n" * 20000,
    "labels-in-a-line": lambda: FWD + (b"From: " + b"to: " * 240 + b"\n") * 1000,
    "run-together": lambda: FWD + b"-----Original Message----- From:\n" * 30000,
    "old-attributions": lambda: TEXT + (b"2024/3/12 " + b"x" * 200 + b"<a@b>\n") * 4500,
    "long-forward-marker": lambda: (
        FWD + (b"--- forwarded by " + b"x" * 80 + b" on 1" + b"-" * 80 + b"\n") * 5500
    ),
    "sentences-before-attributions": lambda: (
        TEXT + b"Hello. On 12.3.2024 17:06 Bob <b@x.example> wrote:\n" * 19000
    ),
    "small-print": lambda: TEXT + (b"hi\n\nThis message " + b"x " * 150 + b"\n\n") * 3200,
    "no-boundary": lambda: (
        TOP
        + b"Content-Type: multipart/mixed\n\n"
        + b"--x\nContent-Type: multipart/mixed\n\n" * 150000
    ),
    "rtf": lambda: TOP + b"Content-Type: text/rtf\n\n{\\rtf1" + b"{\\b\\'e9" * 120000,
    "enriched": lambda: TOP + b"Content-Type: text/enriched\n\n" + b"<param>" * 140000,
    "uuencode": lambda: (
        TOP + b"Content-Transfer-Encoding: uuencode\n\nbegin 644 x\n" + b"M\n" * 500000
    ),
    "broken-base64": lambda: (
        TOP + b"Content-Transfer-Encoding: base64\n\n" + b"QUJD a b\n" * 110000
    ),
    "whole-mail-in-utf16": lambda: (TEXT + b"hello\n" * 2000000).decode("ascii").encode("utf-16"),
    "armours": lambda: TEXT + b"-----BEGIN PGP SIGNED MESSAGE-----\n" * 25000,
    "empty-parts": lambda: MIXED + b"--x\n\n" * 50000,
    "many-parts": lambda: MIXED + b"--x\n\n" * 5000000,
    "near-boundaries": lambda: MIXED + b"\n--xx" * 4000000,
    "nested-mails": lambda: nested_mails(500),
    "nested-mails-5000": lambda: nested_mails(5000),
    "nested-parts": lambda: nested_parts(500),
    "nested-parts-20000": lambda: nested_parts(20000),
    "nested-parts-20MB": lambda: nested_parts(49) + b"a\n--b\n" * (20 * MEGABYTE // 6),
    "recipients": lambda: b"From: a@b.example\nTo: " + people(15000) + b"\n\nx",
    "senders": lambda: b"From: " + people(15000) + b"\n\nx",
    "from-quotes": lambda: b"From: " + b'"\\' * 120000 + b"\n\nx",
    "from-comments": lambda: b"From: " + b"(" * 250000 + b"\n\nx",
    "from-brackets": lambda: b"From: " + b"<" * 250000 + b"\n\nx",
    "from-ats": lambda: b"From: " + b"@" * 250000 + b"\n\nx",
    "from-groups": lambda: b"From: " + b":;" * 120000 + b"\n\nx",
    "from-commas": lambda: b"From: " + b"," * 250000 + b"\n\nx",
    "semicolons": lambda: TOP + b"Content-Disposition: attachment" + b";" * 250000 + b"\n\nx",
    "parameters": lambda: TOP + b"Content-Type: text/plain" + b";a=b" * 60000 + b"\n\nx",
    "open-parameters": lambda: TOP + b"Content-Type: text/plain" + b';a="\\' * 50000 + b"\n\nx",
    "numbered-parameters": lambda: (
        TOP
        + b"Content-Type: text/plain"
        + b"".join(b";n*%d=a" % n for n in range(20000))
        + b"\n\nx"
    ),
    "encoded-words": lambda: TOP + b"Subject: " + b"=?utf-8?q?a?= " * 18000 + b"\n\nx",
    "open-words": lambda: TOP + b"Subject: " + b"=?utf-8?q?" * 25000 + b"\n\nx",
    "references": lambda: TOP + b"References: " + b"<a@b> " * 40000 + b"\n\nx",
    "bare-references": lambda: TOP + b"References: " + b"a" * 250000 + b"\n\nx",
    "long-date": lambda: b"From: a@b.example\nDate: " + b"1" * 200000 + b"\n\nx",
    "many-headers": lambda: b"X: y\n" * 5000000,
    "long-header": lambda: b"X: " + b"y" * (25 * MEGABYTE),
    "zeros": lambda: b"\0" * MEGABYTE,
    "all-ones": lambda: b"\xff" * MEGABYTE,
    "punycode": lambda: (
        TOP + b"Content-Type: text/plain; charset=punycode\n\n" + b"\xffa-" * 100000
    ),
    "unknown-charset": lambda: (
        TOP + b"Content-Type: text/plain; charset=x-foo\n\n" + b"\xe4 \xf6A" * 200000
    ),
    "attachment-25MB": lambda: (
        MIXED
        + b"--x\n\nhello\n--x\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
        + BASE64
        + b"--x--\n"
    ),
    "text-25MB": lambda: TEXT + b"hello world 12:30 on wrote\n" * (25 * MEGABYTE // 28),
    "base64-text-25MB": lambda: TOP + b"Content-Transfer-Encoding: base64\n\n" + BASE64,
    "quoted-printable-25MB": lambda: (
        TOP
        + b"Content-Transfer-Encoding: quoted-printable\n\n"
        + b"=C3=A9=\n" * (25 * MEGABYTE // 8)
    ),
    "bytes-25MB": lambda: TEXT + bytes(range(256)) * (25 * MEGABYTE // 256),
    "html-25MB": lambda: HTML + b"<p>hello <b>world</b></p>\n" * MEGABYTE,
    "html-nested": lambda: HTML + b"<div>" * 14000,
    "html-quotes": lambda: HTML + b"<blockquote>x" * 14000,
    "html-lists": lambda: HTML + b"<ul><li>x" * 7000,
    "html-tables": lambda: HTML + b"<table><tr><td>x" * 4900,
    "html-reopened": lambda: HTML + b"".join(b"<b a=%d>" % n for n in range(7000)) + b"<p>x" * 7000,
    "html-attributes": lambda: HTML + b"<a " + b"b=1 " * 200000 + b">",
    "html-brackets": lambda: HTML + b"<" * MEGABYTE,
    "html-comments": lambda: HTML + b"<!--" * 14000,
    "html-hidden": lambda: HTML + b"<div style='display:none'>x" * 9000,
    "html-sheets": lambda: HTML + b"<style>" + b"a," * 100000 + b"</style><style>" + b"{" * 100000,
    "html-links": lambda: HTML + b"<a href='http://x.example/a'>x</a>" * 7000,
    "flowed": lambda: TOP + b"Content-Type: text/plain; format=flowed\n\n" + b"> a \n" * 100000,
    "report": lambda: (
        TOP
        + b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n"
        + b"Final-Recipient: rfc822;a@b\n\n" * 200000
    ),
}


@pytest.mark.parametrize("name", MAILS)
def test_a_hostile_mail_costs_little_time(name):
    data = MAILS[name]()
    start = time.process_time()
    message = parse(data)
    spent = time.process_time() - start
    assert isinstance(message, Message)
    assert spent < SECONDS


@pytest.mark.parametrize(
    "name",
    [
        "attachment-25MB",
        "base64-text-25MB",
        "bytes-25MB",
        "text-25MB",
        "html-reopened",
        "many-parts",
        "encoded-words",
        "whole-mail-in-utf16",
        "broken-base64",
    ],
)
def test_a_hostile_mail_costs_little_memory(name):
    data = MAILS[name]()
    tracemalloc.start()
    try:
        parse(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 100 * MEGABYTE


def test_parts_beyond_the_limit_are_counted():
    message = parse(MIXED + b"--x\n\nhello\n" * 1000)
    assert any(defect.startswith("too many parts") for defect in message.defects)


def test_mails_inside_mails_are_followed_to_a_limit():
    message, depth = parse(nested_mails(500)), 0
    while message.forwarded is not None:
        message, depth = message.forwarded, depth + 1
    assert depth == 8
    assert "mails inside mails nested too deep" in message.defects


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\r\n\r\n",
        b":",
        b"From",
        b"From:",
        b"\0",
        b"From: a@b\nContent-Type: multipart/mixed; boundary=\n\n",
    ],
)
def test_next_to_nothing_is_a_mail_too(data):
    assert isinstance(parse(data), Message)
