"""Mails that break the rules in the ways real ones do: their readable words are not lost."""

# ruff: noqa: E501 - the mails keep the long lines that programs write

import base64
import binascii

import pytest

from mailer.parse.charset import codec_of, decode_bytes
from mailer.parse.message import parse

TOP = b"From: Bob <bob@x.example>\r\nDate: Tue, 12 Mar 2024 17:06:10 +0100\r\nSubject: Report\r\n"
PLAIN = TOP + b"Content-Type: text/plain; charset=utf-8\r\n"
WORDS = "Grüße, I résign."
RAW = WORDS.encode()
B64 = base64.encodebytes(RAW)
UU = b"begin 644 x.txt\n" + binascii.b2a_uu(RAW) + b" \nend\n"
UTF16 = WORDS.encode("utf-16-le")


def mixed(*parts, kind=b"mixed", header=b'; boundary="x"', end=b"--x--\r\n"):
    top = TOP + b"Content-Type: multipart/" + kind + header + b"\r\n\r\n"
    return top + b"".join(b"--x\r\n" + part + b"\r\n" for part in parts) + end


TEXT = b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + RAW
HTML = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>" + RAW + b"</p>"
PDF = b"Content-Type: application/pdf; name=x.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA"

MAILS = {
    "cte-base-64": PLAIN + b"Content-Transfer-Encoding: Base-64\r\n\r\n" + B64,
    "cte-with-comment": PLAIN + b"Content-Transfer-Encoding: base64 (yes)\r\n\r\n" + B64,
    "cte-quoted": PLAIN + b'Content-Transfer-Encoding: "base64"\r\n\r\n' + B64,
    "cte-unknown": PLAIN + b"Content-Transfer-Encoding: utf-8\r\n\r\n" + RAW,
    "cte-twice": PLAIN
    + b"Content-Transfer-Encoding: 8bit\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + RAW,
    "base64-that-is-plain": PLAIN + b"Content-Transfer-Encoding: base64\r\n\r\n" + RAW + b"\r\n",
    "base64-without-padding": PLAIN
    + b"Content-Transfer-Encoding: base64\r\n\r\n"
    + B64.rstrip(b"=\n"),
    "base64-with-blanks": PLAIN
    + b"Content-Transfer-Encoding: base64\r\n\r\n"
    + B64[:8]
    + b"\r\n \r\n"
    + B64[8:],
    "qp-broken": PLAIN
    + b"Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe, I r=\r\n=C3=A9sign.=",
    "qp-typo": PLAIN
    + b"Content-Transfer-Encoding: Quoted_Printable\r\n\r\nGr=C3=BC=C3=9Fe, I r=C3=A9sign.",
    "uuencode": PLAIN + b"Content-Transfer-Encoding: x-uuencode\r\n\r\n" + UU,
    "no-charset-utf8": TOP + b"Content-Type: text/plain\r\n\r\n" + RAW,
    "no-type-utf8": TOP + b"\r\n" + RAW,
    "wrong-charset": TOP + b"Content-Type: text/plain; charset=us-ascii\r\n\r\n" + RAW,
    "latin1-that-is-utf8": TOP + b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\n" + RAW,
    "utf8-that-is-latin1": PLAIN + b"\r\n" + WORDS.encode("latin-1") + b" " * 200,
    "utf16-with-mark": TOP
    + b"Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(b"\xff\xfe" + UTF16),
    "utf16-without-mark": TOP
    + b"Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(UTF16),
    "utf16-big-without-mark": TOP
    + b"Content-Type: text/plain; charset=utf-16\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(WORDS.encode("utf-16-be")),
    "utf16-not-told": TOP
    + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(b"\xff\xfe" + UTF16),
    "utf16-that-is-utf8": TOP + b"Content-Type: text/plain; charset=utf-16\r\n\r\n" + RAW,
    "utf32": TOP
    + b"Content-Type: text/plain; charset=utf-32\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(WORDS.encode("utf-32")),
    "utf32-big-without-mark": TOP
    + b"Content-Type: text/plain; charset=utf-32\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(WORDS.encode("utf-32-be")),
    "utf7": TOP + b"Content-Type: text/plain; charset=utf-7\r\n\r\n" + WORDS.encode("utf-7"),
    "utf8-with-mark": PLAIN + b"\r\n\xef\xbb\xbf" + RAW,
    "charset-in-quotes": TOP + b"Content-Type: text/plain; charset='utf-8'\r\n\r\n" + RAW,
    "charset-twice": TOP + b"Content-Type: text/plain; charset=utf-8; charset=x-foo\r\n\r\n" + RAW,
    "charset-in-meta": TOP
    + b"Content-Type: text/html\r\n\r\n<meta charset=iso-8859-1><p>"
    + WORDS.encode("latin-1"),
    "charset-in-http-equiv": TOP
    + b'Content-Type: text/html\r\n\r\n<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>'
    + WORDS.encode("latin-1"),
    "whole-mail-in-utf16": ("From: Bob <bob@x.example>\r\nSubject: x\r\n\r\n" + WORDS).encode(
        "utf-16"
    ),
    "mark-before-headers": b"\xef\xbb\xbf" + PLAIN + b"\r\n" + RAW,
    "mbox-line": b"From bob@x.example Tue Mar 12 17:06:10 2024\r\n" + PLAIN + b"\r\n" + RAW,
    "quoted-mbox-line": b">From bob@x.example Tue Mar 12 17:06:10 2024\r\n" + PLAIN + b"\r\n" + RAW,
    "empty-lines-first": b"\r\n\r\n" + PLAIN + b"\r\n" + RAW,
    "bare-cr": (PLAIN + b"\r\n" + RAW).replace(b"\r\n", b"\r"),
    "bare-cr-in-the-body": PLAIN + b"\r\n\r\r" + RAW + b"\r\r",
    "bare-lf": (PLAIN + b"\r\n" + RAW).replace(b"\r\n", b"\n"),
    "no-empty-line": PLAIN + RAW,
    "garbage-in-headers": TOP + b"this is no header\r\n\r\n" + RAW,
    "headers-only-then-text": b"Subject: x\nFrom: bob@x.example\nHello there\n\n" + RAW,
    "type-without-subtype": TOP + b"Content-Type: text\r\n\r\n" + RAW,
    "type-html-alone": TOP + b"Content-Type: html\r\n\r\n<p>" + RAW,
    "type-without-semicolon": TOP + b"Content-Type: text/html charset=utf-8\r\n\r\n<p>" + RAW,
    "type-empty": TOP + b"Content-Type: \r\n\r\n" + RAW,
    "type-unknown-text": TOP + b"Content-Type: text/x-zork; charset=utf-8\r\n\r\n" + RAW,
    "type-in-quotes": TOP + b'Content-Type: "text/plain"; charset=utf-8\r\n\r\n' + RAW,
    "xhtml": TOP + b"Content-Type: application/xhtml+xml; charset=utf-8\r\n\r\n<p>" + RAW + b"</p>",
    "enriched": TOP
    + b"Content-Type: text/enriched; charset=utf-8\r\n\r\n<bold>Gr\xc3\xbc\xc3\x9fe</bold>, I <color><param>red</param>r\xc3\xa9sign</color>.",
    "richtext": TOP
    + b"Content-Type: text/richtext; charset=utf-8\r\n\r\n<bold>Gr\xc3\xbc\xc3\x9fe</bold>, I r\xc3\xa9sign.",
    "rtf": TOP
    + b"Content-Type: text/rtf\r\n\r\n{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0\\fs20 Gr\\'fc\\u223?e, I {\\b r\\'e9sign}.\\par}",
    "attachment-alone": PLAIN + b"Content-Disposition: attachment; filename=x.txt\r\n\r\n" + RAW,
    "inline-with-a-name": mixed(
        b"Content-Type: text/plain; charset=utf-8; name=msg.txt\r\nContent-Disposition: inline\r\n\r\n"
        + RAW,
        PDF,
    ),
    "partial": TOP
    + b"Content-Type: message/partial; number=1; total=2; id=a\r\n\r\n"
    + PLAIN
    + b"\r\n"
    + RAW,
    "mixed": mixed(TEXT, PDF),
    "mixed-not-closed": mixed(TEXT, PDF, end=b""),
    "mixed-without-boundary": mixed(TEXT, PDF, header=b""),
    "mixed-with-wrong-boundary": mixed(TEXT, PDF, header=b"; boundary=zork"),
    "mixed-with-bare-boundary": mixed(TEXT, PDF, header=b"; boundary=x"),
    "mixed-without-semicolon": mixed(TEXT, PDF, header=b' boundary="x"'),
    "mixed-with-text-before": mixed(TEXT).replace(
        b"\r\n\r\n--x", b"\r\n\r\nThis is MIME.\r\n--x", 1
    ),
    "alternative": mixed(TEXT, HTML, kind=b"alternative"),
    "alternative-empty-text": mixed(b"Content-Type: text/plain\r\n\r\n", HTML, kind=b"alternative"),
    "alternative-blank-text": mixed(
        b"Content-Type: text/plain\r\n\r\n \r\n\xc2\xa0\r\n", HTML, kind=b"alternative"
    ),
    "alternative-empty-html": mixed(TEXT, b"Content-Type: text/html\r\n\r\n", kind=b"alternative"),
    "alternative-html-first": mixed(HTML, TEXT, kind=b"alternative"),
    "related": mixed(HTML, b"Content-Type: image/png\r\nContent-ID: <a>\r\n\r\nx", kind=b"related"),
    "signed": mixed(TEXT, b"Content-Type: application/pgp-signature\r\n\r\nx", kind=b"signed"),
    "unknown-multipart": mixed(TEXT, kind=b"zork"),
    "part-without-headers": mixed(b"\r\n" + RAW),
    "part-of-attachment-first": mixed(PDF, TEXT),
    "children-with-the-same-boundary": mixed(
        b"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n" + TEXT
    ),
    "old-pgp": TOP + b"Content-Type: application/pgp; format=text\r\n\r\n" + RAW,
    "news": mixed(
        b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + RAW,
        b"Content-Type: message/news\r\n\r\nFrom: a@b.example\r\n\r\nold",
    ),
    "nul-bytes": PLAIN + b"\r\nGr\xc3\xbc\xc3\x9fe,\0 I r\xc3\xa9sign.",
    "long-line": PLAIN + b"\r\n" + RAW + b" " * 100_000,
    "dots": PLAIN + b"\r\n" + RAW + b"\r\n.\r\n",
}


@pytest.mark.parametrize("name", MAILS)
def test_the_words_of_an_odd_mail_are_read(name):
    body = parse(MAILS[name]).body
    together = " ".join(f"{body.fresh} {body.quoted}".split())
    assert WORDS in together or name == "rtf"
    if name == "rtf":
        assert together == WORDS
    assert "\ufffd" not in together


CHARSETS = {
    "shift_jis": (
        "こんにちは、世界。",
        ["shift_jis", "x-sjis", "SJIS", "ms_kanji", "Windows-31J", "csShiftJIS"],
    ),
    "cp932": ("①㈱髙", ["shift_jis", "cp932", "ms932"]),
    "euc_jp": ("こんにちは", ["euc-jp", "x-euc-jp", "ujis", "eucJP"]),
    "iso2022_jp": (
        "こんにちは",
        ["iso-2022-jp", "ISO2022JP", "csISO2022JP", "cp50220", "iso-2022-jp-ms", "us-ascii", ""],
    ),
    "iso2022_kr": ("안녕하세요", ["iso-2022-kr", ""]),
    "gb18030": (
        "你好，世界㐀",
        ["gb2312", "GB_2312-80", "gbk", "x-gbk", "cn-gb", "gb18030", "GB-2312"],
    ),
    "hz": ("你好", ["hz-gb-2312", "hz"]),
    "big5hkscs": ("你好，世界", ["big5", "x-x-big5", "big-5", "cn-big5", "Big5-HKSCS"]),
    "cp949": ("안녕하세요 똠", ["euc-kr", "ks_c_5601-1987", "ks_c_5601", "x-windows-949", "cp949"]),
    "koi8_r": ("Привет, мир", ["koi8-r", "KOI8_R", "koi8", "cskoi8r"]),
    "cp1251": ("Привет, мир", ["windows-1251", "win-1251", "cp1251", "x-cp1251", "windows1251"]),
    "cp866": ("Привет", ["cp866", "ibm866", "dos-866"]),
    "mac_cyrillic": ("Привет", ["x-mac-cyrillic"]),
    "iso8859_8": ("שלום", ["iso-8859-8-i", "iso-8859-8-e", "iso-8859-8"]),
    "cp1255": ("שלום", ["windows-1255"]),
    "cp1256": ("مرحبا", ["windows-1256", "cp-1256"]),
    "cp874": ("สวัสดี", ["windows-874", "tis-620", "iso-8859-11", "x-windows-874"]),
    "iso8859_2": (
        "Zażółć",
        ["iso-8859-2", "latin2", "latin-2", "csISOLatin2", "8859-2", "iso8859_2"],
    ),
    "iso8859_15": ("10 €", ["iso-8859-15", "latin-9", "latin9"]),
    "cp1252": (
        "“quoted” – €",
        [
            "windows-1252",
            "iso-8859-1",
            "us-ascii",
            "latin1",
            "ansi",
            "iso_8859-1:1987",
            "x-user-defined",
            "unknown-8bit",
            "",
            "utf-8; foo",
            "default",
        ],
    ),
    "cp1254": ("İstanbul", ["iso-8859-9", "windows-1254"]),
    "mac_roman": ("café", ["macintosh", "x-mac-roman", "mac"]),
    "utf_8": (
        "Zażółć 你好",
        [
            "utf-8",
            "UTF8",
            "utf8mb4",
            "unicode-1-1-utf-8",
            "cp65001",
            "iso-8859-1",
            "x-unknown",
            "",
            "utf-8//IGNORE",
            "charset=utf-8",
        ],
    ),
}


@pytest.mark.parametrize(
    ("codec", "charset"),
    [(codec, charset) for codec, (_, charsets) in CHARSETS.items() for charset in charsets],
)
def test_a_charset_is_known_by_all_its_names(codec, charset):
    text = CHARSETS[codec][0]
    assert decode_bytes(text.encode(codec), charset)[0] == text


@pytest.mark.parametrize(
    "name",
    [
        "hex",
        "base64",
        "zlib",
        "bz2",
        "rot13",
        "punycode",
        "idna",
        "unicode_escape",
        "mbcs",
        "undefined",
        "uu",
        "quopri",
    ],
)
def test_codecs_that_are_no_charsets_are_not_used(name):
    assert codec_of(name) == ""


def test_headers_in_the_charset_of_the_text_are_read():
    head = "Subject: Привет\r\nFrom: Боб <bob@x.example>\r\n".encode("koi8_r")
    message = parse(head + b"Content-Type: text/plain; charset=koi8-r\r\n\r\nx")
    assert message.subject == "Привет"
    assert message.senders[0].name == "Боб"


def test_a_plain_footer_below_base64_is_kept():
    message = parse(
        PLAIN
        + b"Content-Transfer-Encoding: base64\r\n\r\n"
        + B64
        + b"\r\nSent to the list of reps.\r\n"
    )
    assert WORDS in message.body.fresh
    assert "list of reps" in message.body.fresh


def test_text_for_programs_is_never_the_body():
    message = parse(mixed(b"Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR"))
    assert message.body.fresh == ""
    assert message.parts[0].content_type == "text/calendar"
