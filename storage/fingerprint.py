"""What a mail is known by: the hash of what its writer sent, and its Message-ID."""

import re
from hashlib import sha256

HEADER_BYTES = 256 * 1024  # A longer header is cut here before it is looked at (mail.md 1.3, 10).

_TRACE = re.compile(
    rb"(?:received(?:-spf)?|return-path|delivered-to|envelope-to|authentication-results"
    rb"|arc-[!-9;-~]+|x-[!-9;-~]+)[ \t]*:",
    re.IGNORECASE,
)
_MESSAGE_ID = re.compile(
    rb"^message-id[ \t]*:(?:[ \t]|\r?\n[ \t])*([!-~]{1,998})", re.IGNORECASE | re.MULTILINE
)


def canonical_hash(data: bytes) -> str:
    """Return the SHA-256 (hex) of a mail without what transport adds.

    Trace headers are left out, line ends count as LF, and line ends at the very end do not
    count: the same mail by two routes has one hash. Time is linear in the length.
    """
    head, body = _split(data)
    kept: list[bytes] = []
    keep = True
    for line in head.replace(b"\r\n", b"\n").split(b"\n"):
        if line[:1] not in (b" ", b"\t"):
            keep = _TRACE.match(line) is None
        if keep:
            kept.append(line)
    digest = sha256(b"\n".join([*kept, b"\n"]))
    digest.update(body.replace(b"\r\n", b"\n").rstrip(b"\n"))
    return digest.hexdigest()


def message_id(data: bytes) -> str | None:
    """Return the first Message-ID as written, or None. It is an index, never an identity."""
    found = _MESSAGE_ID.search(_split(data)[0])
    return found.group(1).decode("ascii") if found else None


def _split(data: bytes) -> tuple[bytes, bytes]:
    # Looking for bytes is ten times quicker than a pattern that may begin at every letter.
    bare = data.find(b"\n\n", 0, HEADER_BYTES)
    full = data.find(b"\n\r\n", 0, HEADER_BYTES if bare < 0 else bare + 2)
    end, width = (full, 3) if full >= 0 else (bare, 2)
    if end >= 0:
        begun = end - 1 if data[end - 1 : end] == b"\r" else end
        return data[:begun], data[end + width :]
    if len(data) <= HEADER_BYTES:
        return data.rstrip(b"\r\n"), b""
    return data[:HEADER_BYTES], data[HEADER_BYTES:]
