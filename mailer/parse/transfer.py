"""Transfer encodings as mails use them, right or wrong (RFC 2045 6)."""

import binascii
import re

from mailer.parse.mime import Entity, Purse
from mailer.parse.words import from_base64

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\s]")
_BASE64_LINE = re.compile(rb"[ \t]*[A-Za-z0-9+/]*={0,2}[ \t\r]*")
_WORDS = re.compile(rb"[A-Za-z,;:\x80-\xff] [A-Za-z\x80-\xff]")
_UU_BEGIN = re.compile(rb"^begin [0-7]{3,4} [^\r\n]{0,200}\r?\n", re.MULTILINE)
_UU_LINES = 20_000


def raw_body(entity: Entity, limit: int, purse: Purse) -> bytes:
    """Return a part's bytes with the transfer encoding undone, at most about `limit`."""
    encoding = entity.first("content-transfer-encoding")
    if not encoding:
        return entity.body(limit)
    encoding = re.split(r"[;(]", encoding, maxsplit=1)[0].strip(" \"'\t").lower().replace("_", "-")
    if encoding in ("7bit", "8bit", "binary"):
        return entity.body(limit)
    if encoding in ("base64", "base-64", "b64", "b"):
        return _base64(entity.body(limit * 3 // 2), purse)[:limit]
    if encoding in ("quoted-printable", "quoted printable", "quotedprintable", "qp", "q"):
        return binascii.a2b_qp(entity.body(limit * 3))[:limit]
    if encoding in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return _uu(entity.body(limit * 3 // 2))[:limit]
    purse.defect("transfer encoding unknown")
    return entity.body(limit)


def _base64(data: bytes, purse: Purse) -> bytes:
    """Decode base64; a plain text that only claims to be base64, or follows it, is kept."""
    if _NOT_BASE64.search(data) is None:
        return from_base64(data)
    rows = data.split(b"\n", 1000)
    coded = 0
    while coded < len(rows) and _BASE64_LINE.fullmatch(rows[coded]):
        coded += 1
    rest = b"\n".join(rows[coded:])
    if _WORDS.search(rest[:4096]) is None:
        return from_base64(data)  # A few broken characters in what is base64 all the same.
    purse.defect("base64: text that is not encoded")
    return from_base64(b"\n".join(rows[:coded])) + b"\n" * bool(coded) + rest


def _uu(data: bytes) -> bytes:
    """Decode uuencoded bytes as far as they are readable."""
    begin = _UU_BEGIN.search(data)
    if begin is None:
        return data
    out = [data[: begin.start()]]
    rows = data[begin.end() :].split(b"\n", _UU_LINES)
    for row in rows:
        line = row.rstrip(b"\r")
        if line == b"end":
            break
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some programs write too few or too many characters: the first tell how many count.
            count = ((line[0] - 32) & 63) if line else 0
            try:
                out.append(binascii.a2b_uu(line[: 1 + (count + 2) // 3 * 4]))
            except binascii.Error:
                out.append(line)
    return b"".join(out)
