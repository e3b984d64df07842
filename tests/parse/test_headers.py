"""Headers: addresses, encoded words, dates and ids, also when they are wrong."""

# ruff: noqa: E501 - the mails keep the long lines that programs write

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mailer.parse.charset import decode_bytes
from mailer.parse.dates import header_date, written_date
from mailer.parse.message import parse
from mailer.parse.words import decode_header


def mail(headers: str) -> bytes:
    return f"{headers}\r\n\r\nHello\r\n".encode()


CLEAN = {
    "plain": ("ana@x.example", "ana@x.example", ""),
    "name": ("Ana Pop <Ana@X.example>", "ana@x.example", "Ana Pop"),
    "quoted": ('"Pop, Ana" <ana@x.example>', "ana@x.example", "Pop, Ana"),
    "comment": ("ana@x.example (Ana Pop)", "ana@x.example", "Ana Pop"),
    "encoded": ("=?utf-8?q?Jos=C3=A9_P=C3=A9rez?= <j@x.example>", "j@x.example", "José Pérez"),
    "encoded-comma": ("=?utf-8?q?Pop,_Ana?= <a@x.example>", "a@x.example", "Pop, Ana"),
    "encoded-in-quotes": ('"=?utf-8?b?w4RuZQ==?=" <a@x.example>', "a@x.example", "Äne"),
    "iso-2022-jp": ("=?ISO-2022-JP?B?GyRCP3k+QhsoQg==?= <s@x.example>", "s@x.example", "杉沼"),
    "own-address-as-name": ('"ana@x.example" <ana@x.example>', "ana@x.example", "ana@x.example"),
    "raw-utf8": ("Ána <ana@x.example>", "ana@x.example", "Ána"),
    "folded": ("Ana\r\n Pop\r\n <ana@x.example>", "ana@x.example", "Ana Pop"),
}


@pytest.mark.parametrize(("value", "email", "name"), CLEAN.values(), ids=CLEAN.keys())
def test_a_clean_sender_is_read(value, email, name):
    message = parse(mail(f"From: {value}"))
    assert message.sender is not None
    assert (message.sender.email, message.sender.name) == (email, name)
    assert not [defect for defect in message.defects if defect.startswith("from:")]


UNCLEAN = {
    "two-headers": "From: a@x.example\r\nFrom: b@x.example",
    "two-addresses": "From: a@x.example, b@x.example",
    "other-address-in-the-name": "From: a@good.example <evil@bad.example>",
    "other-address-in-quotes": 'From: "a@good.example" <evil@bad.example>',
    "other-address-encoded": "From: =?utf-8?q?a=40good.example?= <evil@bad.example>",
    "two-brackets": "From: <a@good.example> <evil@bad.example>",
    "group": "From: friends: a@x.example;",
    "group-and-address": "From: g: a@b.example; <c@d.example>",
    "unclosed-quote": 'From: "Ana <a@x.example>',
    "lone-quote": 'From: "',
    "control": "From: Ana <a\x01b@x.example>",
    "nul": "From: Ana <a\0@x.example>",
    "beyond-ascii": "From: Ana <án@x.example>",
    "beyond-ascii-domain": "From: Ana <ana@exаmple.example>",
    "source-route": "From: <@x.example:a@y.example>",
    "empty": "From: ",
    "name-only": "From: Ana Pop",
    "no-domain": "From: ana",
    "missing": "To: a@x.example",
    "blank-inside": "From: <a b@x.example>",
    "two-ats": "From: <a@b@c.example>",
}


@pytest.mark.parametrize("headers", UNCLEAN.values(), ids=UNCLEAN.keys())
def test_an_unclean_sender_leaves_a_defect(headers):
    message = parse(mail(headers))
    assert [defect for defect in message.defects if defect.startswith("from:")]


def test_all_senders_of_all_headers_are_told():
    message = parse(mail("From: a@x.example\r\nFrom: B <b@x.example>"))
    assert [address.email for address in message.senders] == ["a@x.example", "b@x.example"]
    assert message.sender is None


def test_recipients_are_those_of_to_and_cc_without_groups_and_repeats():
    message = parse(
        mail(
            "From: a@x.example\r\nTo: undisclosed-recipients:;\r\nCc: B <b@x.example>, b@x.example, team: c@x.example;"
        )
    )
    assert [address.email for address in message.recipients] == ["b@x.example", "c@x.example"]


SUBJECTS = {
    "q": ("=?iso-8859-1?q?caf=E9?=", "café"),
    "b": ("=?UTF-8?B?Y2Fmw6k=?=", "café"),
    "adjacent": ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
    "split-character": ("=?utf-8?b?w6k=?= =?utf-8?b?w6ni?= =?utf-8?q?=82=AC?=", "éé€"),
    "mixed": ("Re: =?utf-8?q?=C3=A9?= x =?utf-8?q?y?=", "Re: é x y"),
    "language": ("=?utf-8*en?q?a?=", "a"),
    "line-break-inside": ("=?utf-8?q?a=0D=0ABcc:_x@y.example?=", "a Bcc: x@y.example"),
    "nul-inside": ("=?utf-8?q?a=00b?=", "ab"),
    "unknown-charset": ("=?x-unknown?q?caf=C3=A9?=", "café"),
    "broken-base64": ("=?utf-8?b?Y2Fm!w6k?=", "café"),
    "no-word": ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
    "unclosed": ("=?utf-8?q?abc", "=?utf-8?q?abc"),
    "gb2312": ("=?gb2312?B?yOvJ6sfr?=", "入申请"),
}


@pytest.mark.parametrize(("raw", "text"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_encoded_words_are_decoded_to_one_line(raw, text):
    assert decode_header(raw) == text


CHARSETS = {
    "unknown-8bit": ("é".encode(), "unknown-8bit", "é"),
    "iso-8859-8-i": ("שלום".encode("iso-8859-8"), "iso-8859-8-i", "שלום"),
    "cp-850": ("é".encode("cp850"), "cp-850", "é"),
    "utf8mb4": ("é".encode(), "utf8mb4", "é"),
    "windows-874": ("ก".encode("cp874"), "windows-874", "ก"),
    "iso-2022-jp-ms": ("日本".encode("iso2022_jp"), "iso-2022-jp-ms", "日本"),
    "quoted-with-rest": ("é".encode(), '"utf-8; foo"', "é"),
    "latin1-that-is-utf8": ("é".encode(), "iso-8859-1", "é"),
    "latin1-with-quotes": (b"\x93a\x94", "iso-8859-1", "“a”"),
    "none": ("é".encode(), "", "é"),
    "us-ascii-that-is-not": (b"caf\xe9", "us-ascii", "café"),
    "no-charset-at-all": (b"caf\xe9", "rot13", "café"),
    "koi8": ("Привет".encode("koi8-r"), "KOI8-R", "Привет"),
    "ks_c": ("한글".encode("cp949"), "ks_c_5601-1987", "한글"),
    "cut-utf8": (
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaé".encode()[:-1],
        "utf-8",
        "a" * 55 + "\ufffd",
    ),
}


@pytest.mark.parametrize(("data", "charset", "text"), CHARSETS.values(), ids=CHARSETS.keys())
def test_charsets_are_decoded_whatever_they_are_called(data, charset, text):
    assert decode_bytes(data, charset)[0] == text


def zone(hours: int, minutes: int = 0) -> timezone:
    return timezone(timedelta(hours=hours, minutes=minutes))


DATES = {
    "usual": ("Fri, 17 Jan 2025 20:33:41 +0500", datetime(2025, 1, 17, 20, 33, 41, tzinfo=zone(5))),
    "comment": (
        "Fri, 17 Jan 2025 20:33:41 -0800 (PST)",
        datetime(2025, 1, 17, 20, 33, 41, tzinfo=zone(-8)),
    ),
    "unknown-zone": (
        "Fri, 17 Jan 2025 20:33:41 -0000",
        datetime(2025, 1, 17, 20, 33, 41, tzinfo=UTC),
    ),
    "named": ("Fri, 17 Jan 2025 20:33 GMT", datetime(2025, 1, 17, 20, 33, tzinfo=UTC)),
    "short-year": ("17 Jan 25 20:33:41 +0100", datetime(2025, 1, 17, 20, 33, 41, tzinfo=zone(1))),
    "leap-second": (
        "Sat, 31 Dec 2016 23:59:60 +0000",
        datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC),
    ),
    "far": ("Fri, 17 Jan 99999 20:33:41 +0500", None),
    "early": ("Mon, 1 Jan 1900 00:00:00 +0000", None),
    "no-such-day": ("Fri, 31 Feb 2025 20:33:41 +0000", None),
    "wild-zone": ("Fri, 17 Jan 2025 20:33:41 +9999", datetime(2025, 1, 17, 20, 33, 41, tzinfo=UTC)),
    "nonsense": ("yesterday", None),
    "empty": ("", None),
}


@pytest.mark.parametrize(("value", "when"), DATES.values(), ids=DATES.keys())
def test_dates_keep_the_writers_offset(value, when):
    found = header_date(value)
    assert found == when
    assert (found and found.utcoffset()) == (when and when.utcoffset())


WRITTEN = {
    "american": ("3/4/2025 9:05 AM", datetime(2025, 3, 4, 9, 5, tzinfo=UTC)),
    "european": ("3/4/2025 09:05", datetime(2025, 4, 3, 9, 5, tzinfo=UTC)),
    "certain": ("12/31/2025 21:05", datetime(2025, 12, 31, 21, 5, tzinfo=UTC)),
    "noon": ("Mar 4, 2025 at 12:05 PM", datetime(2025, 3, 4, 12, 5, tzinfo=UTC)),
    "midnight": ("Mar 4, 2025 at 12:05 AM", datetime(2025, 3, 4, 0, 5, tzinfo=UTC)),
    "offset": ("4 March 2025 at 21:05:00 GMT+1", datetime(2025, 3, 4, 21, 5, tzinfo=zone(1))),
    "indian": (
        "4 March 2025 at 21:05:00 GMT+5:30",
        datetime(2025, 3, 4, 21, 5, tzinfo=zone(5, 30)),
    ),
    "no-time": ("4. März 2025", datetime(2025, 3, 4, tzinfo=UTC)),
    "japanese-afternoon": ("2025年3月4日 午後9:05", datetime(2025, 3, 4, 21, 5, tzinfo=UTC)),
    "nothing": ("soon", None),
}


@pytest.mark.parametrize(("value", "when"), WRITTEN.values(), ids=WRITTEN.keys())
def test_dates_of_forwards_are_read(value, when):
    assert written_date(value) == when


def test_message_ids_keep_their_brackets_and_order():
    message = parse(
        mail(
            "From: a@x.example\r\nMessage-ID: <A@x.example>\r\nIn-Reply-To: <b@x.example> (x)\r\nReferences: <c@x.example>\r\n <b@x.example>\r\n\t<c@x.example>"
        )
    )
    assert message.message_id == "<A@x.example>"
    assert message.in_reply_to == ("<b@x.example>",)
    assert message.references == ("<c@x.example>", "<b@x.example>")


def test_a_message_id_cut_by_a_fold_is_joined():
    message = parse(mail("From: a@x.example\r\nReferences: <abc\r\n def@x.example>"))
    assert message.references == ("<abcdef@x.example>",)


def test_headers_are_lower_case_decoded_and_the_first_of_each():
    message = parse(
        mail(
            "From: a@x.example\r\nX-Thing: one\r\nx-thing: two\r\nSubject: =?utf-8?q?=C3=A9?=\r\n  folded"
        )
    )
    assert message.headers["x-thing"] == "one"
    assert message.headers["subject"] == "é folded"


def test_the_addresses_that_a_mail_came_through_are_collected():
    message = parse(
        mail(
            "Delivered-To: Council@Reps.example\r\nX-Original-To: <plus+tag@reps.example>\r\nEnvelope-To: a@x.example\r\nFrom: a@x.example"
        ),
        envelope_sender="Bounce@X.example",
        envelope_recipients=["COUNCIL+t@reps.example"],
    )
    assert message.received_by == (
        "council@reps.example",
        "plus+tag@reps.example",
        "a@x.example",
        "council+t@reps.example",
    )
    assert message.envelope_sender == "bounce@x.example"


def test_the_empty_envelope_sender_is_not_no_sender():
    assert parse(mail("From: a@x.example"), envelope_sender="<>").envelope_sender == ""
    assert parse(mail("From: a@x.example")).envelope_sender is None


def test_authentication_results_keep_order_and_place():
    message = parse(
        mail(
            "Authentication-Results: one;\r\n dmarc=pass\r\nReceived: x\r\nAuthentication-Results: two\r\nReceived: y\r\nFrom: a@x.example"
        )
    )
    assert message.auth == ("one; dmarc=pass", "two")
    assert message.auth_below == (0, 1)


def test_a_line_that_is_no_header_ends_the_headers():
    message = parse(b"From: a@x.example\nnot a header\nFrom: b@x.example\n\nHello\n")
    assert [address.email for address in message.senders] == ["a@x.example"]
    assert "headers: a line that is no header" in message.defects
    assert message.body.fresh.startswith("not a header")
