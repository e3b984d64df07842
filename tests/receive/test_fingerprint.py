"""The hash by which one mail is known on every route, and its Message-ID."""

import time

import pytest

from storage.fingerprint import canonical_hash, message_id
from tests.receive.builders import letter

TRACE = (
    b"Return-Path: <ana@example.net>\r\nDelivered-To: a@b\r\nX-Spam: no\r\n and no\r\n"
    b"Received: from a\r\n\tby b\r\nAuthentication-Results: x; dmarc=pass\r\n"
    b"ARC-Seal: i=1\r\nEnvelope-To: a@b\r\nreceived-spf: pass\r\n"
)


@pytest.mark.parametrize(
    "same",
    [
        TRACE + letter(1),
        letter(1).replace(b"\r\n", b"\n"),
        letter(1) + b"\r\n\r\n",
        letter(1).replace(b"Subject:", TRACE + b"Subject:"),
    ],
    ids=["trace on top", "line ends", "line ends at the end", "trace in the middle"],
)
def test_transport_does_not_change_the_hash(same: bytes) -> None:
    assert canonical_hash(same) == canonical_hash(letter(1))


@pytest.mark.parametrize(
    "other",
    [
        letter(2),
        letter(1) + b"x",
        letter(1).replace(b"\r\n\r\n", b"\r\n\r\nX-Code: 1\r\n"),
        letter(1).replace(b"Subject:", b"Subject: no\r\nSubject:"),
        letter(1).replace(b"To: council", b"To:\r\n council"),
    ],
    ids=["mail", "body", "body that looks like trace", "header", "folding"],
)
def test_what_the_writer_wrote_changes_the_hash(other: bytes) -> None:
    assert canonical_hash(other) != canonical_hash(letter(1))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\r\n",
        b"\n" * 25_000_000,
        b"X-A: b\r\n" * 3_000_000,
        b"\n " * 12_000_000,
        b"message-id: \n " * 1_500_000,
        b"Subject: x\r\n\r\n" + b"line\r\n" * 4_000_000,
    ],
    ids=["nothing", "empty line", "empty lines", "headers", "folds", "ids", "lines"],
)
def test_hostile_mail_of_25_megabytes_is_hashed_in_linear_time(data: bytes) -> None:
    begun = time.perf_counter()
    assert len(canonical_hash(data)) == 64
    message_id(data)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"Message-ID: <a@b>", "<a@b>"),
        (b"MESSAGE-ID:<a@b>", "<a@b>"),
        (b"Message-Id:\r\n <a@b>", "<a@b>"),
        (b"Subject: x\nmessage-id : <a@b>\n", "<a@b>"),
        (b"Message-ID: <a@b>\r\nMessage-ID: <c@d>", "<a@b>"),
        (b"Message-ID:", None),
        (b"Message-ID: \xff\x00", None),
        (b"Subject: x\r\n\r\nMessage-ID: <a@b>", None),
    ],
)
def test_the_first_message_id_of_the_header_is_found(head: bytes, expected: str | None) -> None:
    assert message_id(head) == expected


@pytest.mark.parametrize("end", [b"\r\n\r\n", b"\n\n", b"\r\n\n", b"\n\r\n", b"\n\r\n\n"])
def test_a_header_ends_at_the_first_empty_line_however_lines_end(end: bytes) -> None:
    mail = b"Subject: x" + end + b"Message-ID: <body@x>\n\n\r\n\r\n"
    assert message_id(mail) is None
    assert message_id(b"Message-ID: <a@b>\r\n" + mail) == "<a@b>"
