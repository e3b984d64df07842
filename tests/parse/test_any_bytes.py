"""Any bytes are a Message, and none of its strings holds what no string may hold."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailer.parse.message import parse

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0\ufdd1]")
BODIES = {"fresh", "quoted", "signature", "answers"}
PIECES = [
    b"From: ",
    b"Subject: ",
    b"To: ",
    b"Date: ",
    b"Content-Type: ",
    b"Content-Transfer-Encoding: ",
    b"Message-ID: ",
    b"multipart/mixed; boundary=x",
    b"multipart/alternative; boundary=y",
    b"message/rfc822",
    b"text/html",
    b"text/plain; charset=",
    b"utf-8",
    b"iso-2022-jp",
    b"utf-16",
    b"utf-7",
    b"x-foo",
    b"base64",
    b"quoted-printable",
    b"format=flowed",
    b"\r\n",
    b"\n",
    b"\n\n",
    b"\r",
    b"--x",
    b"--y",
    b"--x--",
    b"a@b.example",
    b"<",
    b">",
    b'"',
    b"(",
    b")",
    b",",
    b";",
    b":",
    b"=?utf-8?q?=00=0d=0a?=",
    b"=?utf-8?b?",
    b"?=",
    b"Fwd: x",
    b"---------- Forwarded message ---------",
    b"On 1.2.2024 10:00 X <a@b.example> wrote:",
    b"> ",
    b"-- ",
    b"\x00",
    b"\x1b$B",
    b"\xff",
    b"\xc3",
    b"\xe2\x80\xa8",
    b"<div>",
    b"<blockquote>",
    b"&#0;",
    b"&#xfdd0;",
    b"&#xd800;",
    b"<p style='display:none'>",
    b"=3D",
    b"=00",
    b"+AAA-",
    b"2024",
    b"name*0*=utf-8''%00",
    b"; filename=",
    b"Content-Disposition: attachment",
    b"Authentication-Results: ",
    b"Delivered-To: ",
    b"multipart/report; report-type=delivery-status; boundary=x",
    b"message/delivery-status",
    b"Final-Recipient: rfc822; ",
]


def check(value, *, name="", body=False):
    if isinstance(value, str):
        assert not CONTROLS.search(value)
        if not body:
            assert "\n" not in value, name
            assert "\t" not in value, name
        value.encode("utf-8")
    elif is_dataclass(value):
        for item in fields(value):
            check(getattr(value, item.name), name=item.name, body=item.name in BODIES)
    elif isinstance(value, tuple):
        for item in value:
            check(item, name=name, body=body)
    elif isinstance(value, dict):
        for key, item in value.items():
            check(key, name=name)
            check(item, name=name)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=2000))
def test_any_bytes_are_a_message(data):
    check(parse(data))


@settings(max_examples=700, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)), max_size=60))
def test_any_mixture_of_the_parts_of_mails_is_a_message(pieces):
    check(parse(b"".join(pieces), envelope_sender="a\0@b", envelope_recipients=["x\n@y"]))


MAILS = sorted((Path(__file__).parents[3] / "shared" / "mails").glob("*.eml"))


@pytest.mark.parametrize("path", MAILS or [None], ids=lambda path: path.name if path else "none")
def test_every_labelled_mail_has_a_sender(path):
    if path is None:
        return
    message = parse(path.read_bytes())
    check(message)
    assert message.sender is not None
    assert message.sent is not None
    assert not [defect for defect in message.defects if defect.startswith("from:")]
