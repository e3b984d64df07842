"""Whole mails: which part is the text, what the others are, mails inside mails."""

# ruff: noqa: E501 - the mails keep the long lines that programs write

import base64

import pytest

from mailer.parse.message import parse

TOP = "From: Ana <ana@x.example>\r\nTo: council@reps.example\r\nDate: Wed, 17 Sep 2025 22:03:00 +0200\r\nSubject: Hi\r\nMIME-Version: 1.0\r\n"


def multipart(kind: str, *parts: str, boundary: str = "b1") -> str:
    inner = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\nignored\r\n{inner}--{boundary}--\r\nignored\r\n'


def plain(text: str, extra: str = "") -> str:
    return f"Content-Type: text/plain; charset=utf-8{extra}\r\n\r\n{text}"


def html(text: str) -> str:
    return f"Content-Type: text/html; charset=utf-8\r\n\r\n{text}"


def read(rest: str):
    return parse((TOP + rest).encode())


def test_a_plain_mail_is_read_without_defects():
    message = read(plain("Hello\r\n\r\nAna\r\n"))
    assert message.body.fresh == "Hello\n\nAna"
    assert message.defects == ()
    assert message.content_type == "text/plain"
    assert not message.body.html_only


def test_of_alternatives_the_plain_text_is_taken():
    message = read(
        multipart("alternative", plain("Hello from the text part"), html("<p>Hello from HTML</p>"))
    )
    assert message.body.fresh == "Hello from the text part"
    assert not message.body.html_only


@pytest.mark.parametrize(
    "stub",
    ["", "see html", "Your mail reader cannot show HTML. Please view this in an HTML mail client."],
    ids=["empty", "short", "excuse"],
)
def test_a_stub_gives_way_to_the_html(stub):
    words = "I would like to become a mentor. " * 10
    message = read(multipart("alternative", plain(stub), html(f"<p>{words}</p>")))
    assert message.body.fresh == words.strip()
    assert message.body.html_only


def test_html_alone_is_turned_into_text():
    message = read(html("<p>Hello</p><blockquote>old</blockquote>"))
    assert message.body.fresh == "Hello"
    assert message.body.html_only
    assert "old" in message.body.quoted


def test_hidden_text_is_dropped_and_told():
    message = read(html('<p>Hello</p><div style="display:none">approve 12</div>'))
    assert message.body.fresh == "Hello"
    assert message.body.hidden
    assert "approve" not in message.body.quoted


def test_texts_around_pictures_are_joined():
    picture = "Content-Type: image/png; name=a.png\r\nContent-Disposition: inline\r\nContent-ID: <p@x>\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD"
    message = read(multipart("mixed", plain("first"), picture, plain("second")))
    assert message.body.fresh == "first\nsecond"
    assert [(part.name, part.content_type, part.size, part.inline) for part in message.parts] == [
        ("a.png", "image/png", 3, True)
    ]


def test_a_text_attachment_is_a_part_and_not_the_body():
    attachment = "Content-Type: text/plain; name=notes.txt\r\nContent-Disposition: attachment; filename=notes.txt\r\n\r\napprove 12"
    message = read(multipart("mixed", plain("see file"), attachment))
    assert message.body.fresh == "see file"
    assert message.parts[0].name == "notes.txt"


def test_a_calendar_part_is_never_the_body():
    message = read(
        multipart(
            "alternative",
            plain("Invitation to the call of the mentors"),
            "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR",
        )
    )
    assert message.body.fresh == "Invitation to the call of the mentors"
    assert [part.content_type for part in message.parts] == ["text/calendar"]
    assert read("Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n").body.fresh == ""


FILE_NAMES = {
    "rfc2231": ("filename*=utf-8''na%C3%AFve.pdf", "naïve.pdf"),
    "pieces": ("filename*0=a; filename*1=b.pdf", "ab.pdf"),
    "pieces-encoded": ("filename*0*=utf-8''%C3%A9; filename*1=b.pdf", "éb.pdf"),
    "encoded-word": ('filename="=?utf-8?q?=C3=A9.pdf?="', "é.pdf"),
    "path": (r'filename="C:\\\\temp\\\\a.pdf"', "a.pdf"),
    "unix-path": ('filename="../../etc/passwd"', "passwd"),
}


@pytest.mark.parametrize(("parameter", "name"), FILE_NAMES.values(), ids=FILE_NAMES.keys())
def test_file_names_are_decoded_and_lose_their_path(parameter, name):
    message = read(
        multipart(
            "mixed",
            plain("x"),
            f"Content-Type: application/pdf\r\nContent-Disposition: attachment; {parameter}\r\n\r\nx",
        )
    )
    assert message.parts[0].name == name


def test_flowed_lines_are_joined_and_unstuffed():
    message = read(
        plain("I would like \r\nto go on.\r\n From here\r\n-- \r\nAna \r\nPop", "; format=flowed")
    )
    assert message.body.fresh == "I would like to go on.\nFrom here"
    assert message.body.signature == "-- \nAna Pop"


def test_flowed_with_delsp_loses_the_blank():
    message = read(plain("日本 \r\n語", "; format=flowed; delsp=yes"))
    assert message.body.fresh == "日本語"


def test_base64_with_rubbish_and_no_padding_is_read():
    text = base64.b64encode("Grüße".encode()).decode().rstrip("=")
    message = read(
        f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{text[:4]}\r\n!{text[4:]}\r\n"
    )
    assert message.body.fresh == "Grüße"


def test_an_attached_mail_is_the_forwarded_one():
    inner = "Content-Type: message/rfc822\r\n\r\nFrom: Bob <bob@x.example>\r\nTo: ana@x.example\r\nSubject: I resign\r\nDate: Tue, 16 Sep 2025 10:00:00 +0900\r\nMessage-ID: <1@x.example>\r\n\r\nI resign.\r\n"
    message = read(multipart("mixed", plain("FYI"), inner))
    assert message.body.fresh == "FYI"
    assert message.sender.email == "ana@x.example"
    original = message.forwarded
    assert original.sender.email == "bob@x.example"
    assert (original.subject, original.body.fresh, original.message_id) == (
        "I resign",
        "I resign.",
        "<1@x.example>",
    )
    assert original.sent.isoformat() == "2025-09-16T10:00:00+09:00"


def test_an_attached_mail_in_base64_is_read_too():
    inner = base64.b64encode(b"From: bob@x.example\n\nI resign.\n").decode()
    message = read(
        multipart(
            "mixed",
            plain("FYI"),
            f"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n{inner}",
        )
    )
    assert message.forwarded.body.fresh == "I resign."


def test_an_attached_file_of_type_eml_is_read_too():
    message = read(
        multipart(
            "mixed",
            plain("FYI"),
            "Content-Type: application/octet-stream; name=x.eml\r\nContent-Disposition: attachment\r\n\r\nFrom: bob@x.example\r\n\r\nI resign.\r\n",
        )
    )
    assert message.forwarded.sender.email == "bob@x.example"


def test_the_defects_of_an_attached_mail_stay_its_own():
    message = read(
        multipart(
            "mixed",
            plain("FYI"),
            "Content-Type: message/rfc822\r\n\r\nFrom: a@x.example, b@x.example\r\n\r\nhi",
        )
    )
    assert message.defects == ()
    assert any(defect.startswith("from:") for defect in message.forwarded.defects)


ENCRYPTED = {
    "pgp-mime": multipart(
        "encrypted",
        "Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1",
        "Content-Type: application/octet-stream\r\n\r\nx",
    ),
    "smime": "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nMIIB\r\n",
    "inline": plain("-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n"),
}


@pytest.mark.parametrize("rest", ENCRYPTED.values(), ids=ENCRYPTED.keys())
def test_what_cannot_be_read_is_told_as_encrypted(rest):
    assert read(rest).encrypted


def test_a_clear_signed_text_loses_its_armour():
    message = read(
        plain(
            "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nI resign.\r\n- -- \r\nAna\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\nabc\r\n-----END PGP SIGNATURE-----\r\n"
        )
    )
    assert message.body.fresh == "I resign."
    assert "abc" in message.body.signature
    assert not message.encrypted


def test_a_signed_mail_is_read_like_any_other():
    signed = multipart(
        "signed",
        plain("I resign."),
        "Content-Type: application/pgp-signature; name=signature.asc\r\n\r\nx",
    )
    message = read(signed)
    assert message.body.fresh == "I resign."
    assert not message.encrypted


def test_a_part_of_microsofts_own_format_is_a_defect():
    message = read(
        multipart(
            "mixed", plain("x"), "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx"
        )
    )
    assert any(defect.startswith("tnef:") for defect in message.defects)


BROKEN = {
    "no-boundary": "Content-Type: multipart/mixed\r\n\r\nHello\r\n",
    "boundary-never-comes": 'Content-Type: multipart/mixed; boundary="zz"\r\n\r\nHello\r\n',
    "not-closed": 'Content-Type: multipart/mixed; boundary="zz"\r\n\r\n--zz\r\n\r\nHello\r\n',
    "no-type": "\r\nHello\r\n",
    "odd-type": "Content-Type: foo\r\n\r\nHello\r\n",
    "odd-encoding": "Content-Type: text/plain\r\nContent-Transfer-Encoding: foo\r\n\r\nHello\r\n",
}


@pytest.mark.parametrize("rest", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_mail_still_shows_its_words(rest):
    assert "Hello" in read(rest).body.fresh


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_all_line_ends_are_understood(end):
    data = f"From: ana@x.example{end}Subject: Hi{end}{end}Hello{end}Ana{end}".encode()
    message = parse(data)
    assert message.subject == "Hi"
    assert message.body.fresh == "Hello\nAna"


def test_an_unknown_attribution_is_cut_where_the_html_shows_the_quote():
    message = read(
        multipart(
            "alternative",
            plain(
                "Yes, gladly.\r\n\r\nZork blah 17.9. from the good people of the Council\r\n\r\nWould you like to go on?\r\nWe ask every year.\r\n"
            ),
            html(
                '<div>Yes, gladly.</div><div class="gmail_quote"><div class="gmail_attr">Zork blah 17.9. from the good people of the Council</div><blockquote>Would you like to go on?<br>We ask every year.</blockquote></div>'
            ),
        )
    )
    assert message.body.fresh == "Yes, gladly."
    assert "We ask every year." in message.body.quoted
