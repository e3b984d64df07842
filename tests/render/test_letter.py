"""The bytes of a letter: any parser reads back what was written, and nothing else."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mailer.render.letter import Head, compose
from mailer.render.templates import Rendered
from mailer.render.words import clean

HEAD = Head(
    from_name="Guild council",
    from_address="service@example.org",
    to_name="Ana Pöp",
    to_address="ana@example.org",
    reply_to="service+abcdef@example.org",
    message_id="<l1.abc@example.org>",
    date=datetime(2027, 3, 2, 14, 5, tzinfo=UTC),
    in_reply_to="<their.mail@example.com>",
    references=("<first@example.com>", "<their.mail@example.com>"),
    automatic="auto-replied",
    loop_token="guild-loop",
)
LETTER = Rendered("Your application", "## marker ##\n\nHello\n-- \nfooter\n", "<p>Hello</p>\n")


def parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    for part in message.walk():
        assert part.defects == []
        for value in part.values():
            assert value.defects == ()
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert b"\n" not in data.replace(b"\r\n", b"")
    return message


def parts(message: EmailMessage) -> list[str]:
    contents = [part.get_content() for part in message.iter_parts()]  # type: ignore[attr-defined]
    return [content.replace("\r\n", "\n") for content in contents]


def test_all_headers_are_there() -> None:
    message = parsed(compose(replace(HEAD, list_id="digest.guild.example.org"), LETTER))
    assert {name: str(value) for name, value in message.items()} == {
        "From": "Guild council <service@example.org>",
        "To": "Ana Pöp <ana@example.org>",
        "Reply-To": "service+abcdef@example.org",
        "Subject": "Your application",
        "Date": "Tue, 02 Mar 2027 14:05:00 +0000",
        "Message-ID": "<l1.abc@example.org>",
        "In-Reply-To": "<their.mail@example.com>",
        "References": "<first@example.com> <their.mail@example.com>",
        "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "All",
        "X-Loop": "guild-loop",
        "List-Id": "<digest.guild.example.org>",
        "MIME-Version": "1.0",
        "Content-Type": str(message["Content-Type"]),
    }
    assert message.get_content_type() == "multipart/alternative"


def test_the_text_comes_first_and_both_parts_read_back() -> None:
    message = parsed(compose(HEAD, LETTER))
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert parts(message) == [LETTER.text, LETTER.html]


@pytest.mark.parametrize(
    ("text", "coding"),
    [("Grüße an alle, die noch da sind", "quoted-printable"), ("Привет, как дела", "base64")],
)
def test_each_part_is_encoded_in_the_shorter_way(text: str, coding: str) -> None:
    message = parsed(compose(HEAD, replace(LETTER, text=f"{text}\n")))
    first = next(iter(message.iter_parts()))
    assert first["Content-Transfer-Encoding"] == coding
    assert parts(message)[0] == f"{text}\n"


def test_long_chains_keep_the_first_and_the_last_nine() -> None:
    chain = tuple(f"<{number}@example.org>" for number in range(30))
    message = parsed(compose(replace(HEAD, references=chain), LETTER))
    assert str(message["References"]).split() == [chain[0], *chain[-9:]]


def test_malformed_ids_of_others_are_left_out() -> None:
    bad = ("no brackets", "<a b>", "<a@b>\r\nBcc: x@example.org", "<é@b>", "<>")
    message = parsed(
        compose(replace(HEAD, in_reply_to=bad[2], references=(*bad, "<ok@b>")), LETTER)
    )
    assert message["In-Reply-To"] is None
    assert str(message["References"]) == "<ok@b>"


@pytest.mark.parametrize(
    "change",
    [
        {"to_address": "ana@example.org\r\nBcc: x@example.org"},
        {"to_address": "ana@example.org, x@example.org"},
        {"to_address": "no address"},
        {"to_address": "é@example.org"},
        {"reply_to": "a b@example.org"},
        {"from_address": "<a@example.org>"},
        {"message_id": "<a@b>\r\nX: y"},
        {"message_id": "no brackets"},
        {"loop_token": "a\r\nb"},
        {"list_id": "a>\r\nX: <b"},
        {"date": datetime(2027, 3, 2)},  # noqa: DTZ001 - the naive one is refused
    ],
    ids=str,
)
def test_what_no_header_may_carry_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"cannot stand|time zone"):
        compose(replace(HEAD, **change), LETTER)


def test_a_domain_in_another_script_is_written_in_ascii() -> None:
    data = compose(replace(HEAD, to_address="ana@bücher.example"), LETTER)
    assert b"<ana@xn--bcher-kva.example>" in data


NAMES = st.text() | st.text(st.sampled_from('ab ="\\,;:<>()@.[]?_\r\n\t é漢😀'))


@given(NAMES, NAMES, st.text() | st.text(st.sampled_from("ab =?_,\r\n\t é漢😀"), max_size=300))
@example("=?utf-8?b?QQ==?=", '"', "=?utf-8?q?a=0D=0ABcc:_x?=")
@example("a\r\nBcc: x@example.org", "a@b.example, <c@d.example>", "x\r\n\r\nbody")
@example("x" * 300, "é" * 300, "漢字 " * 100)
@example("x" * 60, "a, b " * 12, "word " * 100)
def test_names_and_subjects_read_back_and_inject_nothing(
    sender: str, recipient: str, subject: str
) -> None:
    head = replace(HEAD, from_name=sender, to_name=recipient)
    message = parsed(compose(head, replace(LETTER, subject=subject)))
    assert len(message.keys()) == 13
    for name, words, address in (
        ("From", sender, "service@example.org"),
        ("To", recipient, "ana@example.org"),
    ):
        [found] = message[name].addresses
        assert found.addr_spec == address
        # Python up to 3.11 puts a blank between the encoded words of a name (RFC 2047 6.2 says
        # that there is none), so long names are compared without blanks.
        assert unspaced(found.display_name) == unspaced(expected(words)[:200])
        if len(words.encode("utf-8", "replace")) <= 40:
            assert found.display_name == expected(words)
    assert str(message["Subject"]) == expected(subject)
    assert parts(message) == [LETTER.text, LETTER.html]


def unspaced(text: str) -> str:
    return text.replace(" ", "")


def expected(text: str) -> str:
    return clean(re.sub("[\ud800-\udfff]", "\ufffd", text))


@given(
    st.text(st.characters(exclude_characters="\r", codec="utf-8")),
    st.text(st.sampled_from("a.=\n -_é漢")),
)
@example("From here\n.\n..\n-- \n", "x" * 5000 + " \n")
@example("--=_0\n--=_0--\n", "=\n")
def test_any_text_reads_back(text: str, html: str) -> None:
    message = parsed(compose(HEAD, Rendered("s", f"{text}\n", f"{html}\n")))
    plain = [
        part.get_payload(decode=True).decode().replace("\r\n", "\n")  # type: ignore[union-attr]
        for part in message.iter_parts()
    ]
    assert [words.rstrip("\n") for words in plain] == [text.rstrip("\n"), html.rstrip("\n")]
