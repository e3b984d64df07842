"""Encoded words of headers (RFC 2047) and base64 as it comes."""

import base64
import binascii
import re

from mailer.parse.charset import decode_bytes
from mailer.parse.clean import clean_line

WORDS = 1000
HEADER_CHARS = 128 * 1024

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*+)\?=")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


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
