"""Forwards inside the text, headed as each program of each language heads them."""

from datetime import datetime, timedelta, timezone

import pytest

from mailer.parse.forward import read_body
from tests.parse.blocks import BLOCKS

ZONE = timezone(timedelta(hours=1))
COMMENT = "Please see below.\n\nAna"
WORDS = "Hi Ana,\n\nI resign.\n\nBob"
# Lines above a reply, which no program writes above a forward.
REPLIES = {"notes-wrote", "notes-address", "notes-dashes", "zoho", "zoho-name", "zoho-mail"}
NO_SUBJECT = {"proton", "proton-old", "proton-mobile", "proton-fr", "windows-mail"}
# Without a date, in the Buddhist calendar, and with the month before the day but no AM or PM.
NO_DATE = {"samsung-old", "outlook-th", "netease-en"}
HEADED = [name for name, block in BLOCKS.items() if name not in REPLIES and block[0] != ">"]
GMAIL = (
    "---------- Forwarded message ---------\nFrom: Carl Smith <carl@x.example>\n"
    "Date: Wed, Mar 13, 2024 at 9:00 AM\nSubject: Fwd: Report\nTo: Ana <ana@x.example>\n\n\n"
)


def check(name, original):
    sender = original.senders[0]
    assert sender.name.startswith("Bob") or sender.email.startswith("bob")
    if "@x.example" in BLOCKS[name].split("To", maxsplit=1)[0]:
        assert sender.email.startswith("bob")
    if name not in NO_SUBJECT:
        assert original.subject
    if name not in NO_DATE:
        year = original.sent.year
        assert original.sent.astimezone(ZONE).replace(second=0, tzinfo=None) in {
            datetime(year, 3, 12, hour, 6)  # noqa: DTZ001 - the zones differ by program
            for hour in (14, 15, 17, 18, 20, 21, 11, 9)
        }
    assert original.body.fresh.strip() == WORDS


@pytest.mark.parametrize("name", HEADED)
def test_a_forward_is_read_with_writer_date_and_words(name):
    text = f"{COMMENT}\n\n{BLOCKS[name]}\n\n{WORDS}\n"
    body, original = read_body(text, "Fwd: Report", ZONE)
    assert body.fresh.strip() == COMMENT
    check(name, original)


@pytest.mark.parametrize("name", HEADED)
def test_a_forward_of_a_forward_is_read(name):
    text = f"{COMMENT}\n\n{GMAIL}Ana, your turn.\n\n{BLOCKS[name]}\n\n{WORDS}\n"
    body, outer = read_body(text, "Fwd: Report", ZONE)
    assert body.fresh.strip() == COMMENT
    assert outer.senders[0].email == "carl@x.example"
    assert outer.body.fresh.strip() == "Ana, your turn."
    check(name, outer.forwarded)


@pytest.mark.parametrize("name", HEADED)
def test_a_reply_with_the_same_headers_is_no_forward(name):
    body, original = read_body(f"Yes.\n\n{BLOCKS[name]}\n\n{WORDS}\n", "Re: Report", ZONE)
    assert original is None
    assert body.fresh == "Yes."


def test_notes_marks_a_forward_by_its_forwarder():
    text = (
        f"{COMMENT}\n\n----- Forwarded by Ana Pop/Cluj/Reps on 03/13/2013 09:00 AM -----\n\n"
        f"{BLOCKS['notes']}\n\n{WORDS}\n"
    )
    body, original = read_body(text, "Report", ZONE)
    assert body.fresh.strip() == COMMENT
    assert original.senders[0].name.startswith("Bob")
    assert original.body.fresh.strip() == WORDS
