"""Bytes to text, whatever their charset says (mail.md 4.2), and encoded words (RFC 2047)."""

import base64
import binascii
import re

from charset_normalizer import from_bytes

from mailer.parse.clean import clean_line

WORDS = 1000
HEADER_CHARS = 128 * 1024

_GUESS_FLOOR = 64  # bytes; below it a guess at the charset is worth nothing
_GUESS_BYTES = 4096

# Only these names reach Python's codecs: others of its codecs unpack archives, take quadratic
# time or are no charsets at all.
_KNOWN = frozenset(
    [
        "ascii",
        "us-ascii",
        "utf-8",
        "utf8",
        "utf-7",
        "utf-16",
        "utf-16le",
        "utf-16be",
        "utf-32",
        "utf-32le",
        "utf-32be",
        "big5",
        "big5-hkscs",
        "euc-jp",
        "euc-kr",
        "gb2312",
        "gbk",
        "gb18030",
        "hz-gb-2312",
        "iso-2022-jp",
        "iso-2022-jp-1",
        "iso-2022-jp-2",
        "iso-2022-jp-3",
        "iso-2022-jp-2004",
        "iso-2022-jp-ext",
        "iso-2022-kr",
        "johab",
        "koi8-r",
        "koi8-u",
        "koi8-t",
        "kz1048",
        "macintosh",
        "mac-roman",
        "mac-cyrillic",
        "mac-latin2",
        "mac-greek",
        "mac-turkish",
        "ptcp154",
        "shift-jis",
        "shift_jis",
        "shift_jis-2004",
        "shift_jisx0213",
        "tis-620",
        "latin-1",
        "latin1",
        "hp-roman8",
    ]
)
_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "ks-c-5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-2022-jp-ms": "iso2022_jp_ext",
    "utf8mb4": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": "utf-8",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "x-mac-roman": "mac-roman",
    "x-euc-jp": "euc-jp",
    "x-big5": "big5",
    "big5": "big5-hkscs",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "koi8-ru": "koi8-u",
}
_WESTERN = frozenset(("ascii", "us-ascii", "cp1252", "cp1254", "iso-8859-15", ""))
_NUMBERED = re.compile(r"(?:x-)?(?:windows|win|cp|ibm|dos)-?(\d{3,4})")
_ISO = re.compile(r"iso-?8859-?(\d{1,2})")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*+)\?=")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


def codec_of(charset: str) -> str:
    """Return the Python codec for a charset as a mail names it; empty when none is known."""
    name = charset.split(";", 1)[0].split("*", 1)[0].strip(" \"'\t").lower().replace("_", "-")[:40]
    if name in _ALIASES:
        return _ALIASES[name]
    if name in _KNOWN:
        return name
    if name.startswith("iso2022-jp"):
        return "iso2022_jp_ext"
    number = _NUMBERED.fullmatch(name)
    if number and number.group(1) in _PAGES:
        return f"cp{number.group(1)}"
    iso = _ISO.fullmatch(name)
    if iso and iso.group(1) in _ISO_PARTS:
        return f"iso-8859-{iso.group(1)}" if iso.group(1) != "1" else "cp1252"
    return ""


_PAGES = frozenset(
    [
        "037",
        "437",
        "500",
        "720",
        "737",
        "775",
        "850",
        "852",
        "855",
        "857",
        "858",
        "860",
        "861",
        "862",
        "863",
        "864",
        "865",
        "866",
        "869",
        "874",
        "932",
        "949",
        "950",
        "1250",
        "1251",
        "1252",
        "1253",
        "1254",
        "1255",
        "1256",
        "1257",
        "1258",
    ]
)
_ISO_PARTS = frozenset(
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "13", "14", "15", "16"]
)


def decode_words(data: bytes, charset: str) -> str:
    """Decode the bytes of a header's word or a file name; what cannot be read is replaced."""
    return decode_bytes(data, charset)[0]


def decode_bytes(data: bytes, charset: str) -> tuple[str, str]:
    """Return text and the codec that gave it; a codec with `?` was a guess."""
    if data.isascii() and b"\x1b" not in data and b"~{" not in data and b"\0" not in data:
        name = codec_of(charset)
        if name not in ("utf-7", "cp037", "cp500"):
            return data.decode("ascii"), name or "ascii"
    name = codec_of(charset)
    if name in _WESTERN:
        # Bytes that happen to be good UTF-8 and not ASCII are practically never Latin.
        text = _strict(data, "utf-8-sig")
        if text is not None:
            return text, "utf-8"
    tries = (name, "cp932") if name == "iso2022_jp_ext" else (name,)
    for codec in tries:
        text = _strict(data, codec) if codec and codec not in ("ascii", "us-ascii") else None
        if text is not None:
            return text, codec
    return _guessed(data, name)


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _guessed(data: bytes, name: str) -> tuple[str, str]:
    text = _strict(data, "utf-8-sig")
    if text is not None:
        return text, "utf-8?"
    if name:
        # The declared charset with a few broken bytes is likelier than another one.
        loose = data.decode("utf-8" if name in _WESTERN else name, "replace")
        if loose.count("\ufffd") * 50 <= len(loose):
            return loose, f"{name}?"
    if len(data) >= _GUESS_FLOOR:
        best = from_bytes(data[:_GUESS_BYTES]).best()
        if best is not None and codec_of(best.encoding.replace("_", "-")):
            return data.decode(best.encoding, "replace"), f"{best.encoding}?"
    return data.decode("cp1252", "replace"), "cp1252?"


def decode_header(value: str) -> str:
    """Decode the encoded words of a header (RFC 2047) and return one clean line.

    Words side by side in one charset are joined as bytes first: many writers cut a character
    in two. Beyond 1,000 words or 128 kB the rest stays as it was sent.
    """
    if "=?" not in value:
        return clean_line(value)
    value = value[:HEADER_CHARS]
    out: list[str] = []
    last = 0
    charset, pending = "", b""
    for number, match in enumerate(_WORD.finditer(value)):
        if number >= WORDS:
            break
        between = value[last : match.start()]
        name = match.group(1).split("*", 1)[0].lower()
        if pending and (between.strip() or name != charset):
            out.append(decode_bytes(pending, charset)[0])
            pending = b""
            if between.strip():
                out.append(between)
        elif not pending:
            out.append(between if between.strip() or not out else "")
        charset = name
        pending += _word_bytes(match.group(2), match.group(3))
        last = match.end()
    out.append(decode_bytes(pending, charset)[0] if pending else "")
    out.append(value[last:])
    return clean_line("".join(out))


def _word_bytes(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if encoding in "bB":
        return from_base64(raw)
    return binascii.a2b_qp(raw.replace(b"_", b" "), header=True)


def from_base64(data: bytes) -> bytes:
    """Decode base64 as far as it is readable; line ends, rubbish and padding do not matter."""
    try:
        return binascii.a2b_base64(data)
    except binascii.Error:
        clean = _NOT_BASE64.sub(b"", data)
        clean = clean[: len(clean) - 1] if len(clean) % 4 == 1 else clean
        return base64.b64decode(clean + b"=" * (-len(clean) % 4))
