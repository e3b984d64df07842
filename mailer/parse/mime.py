"""The bones of a mail (RFC 2045, 2046): headers and parts as places in the bytes, bounded.

Nothing is decoded here. Every limit is looked at before the work it limits, and all scanning
together is paid from one purse, so that time is linear in the length of the mail.
"""

import re
from dataclasses import dataclass, field

from mailer.parse.charset import codec_of, decode_words

HEADER_BYTES = 256 * 1024
HEADER_COUNT = 1000
DEPTH = 50
PARTS = 200
PARAMETERS = 60
DEFECTS = 100
TYPE_CHARS = 100
BOUNDARY_BYTES = 300  # RFC 2046 allows 70
MESSAGES = 8  # mails inside mails; deeper ones are parts like any other

HIT = 1000  # what a look at one place costs, counted in bytes passed over

_SCAN_FLOOR = 64 * 1024 * 1024
_FOLDS = ("\r\n ", "\r\n\t", "\n ", "\n\t")
"""Line ends in a header that does not end there; no empty line stands among headers."""

_PLAIN_TYPE = re.compile(r"[\w!#$&^.+-]{1,60}/[\w!#$&^.+-]{1,60}")
_NAME = re.compile(r"[!-9;-~]{1,100}[ \t]*:")
_PARAMETER = re.compile(r';\s*([^\s=;"]++)\s*=\s*(?:"((?:[^"\\]++|\\.)*+)"?|([^;]*+))|;', re.DOTALL)
_RFC2231 = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_FIRST = re.compile(
    rb"(?:From |(?:from|return-path|received|date|subject|to|delivered-to|message-id|mime-version)"
    rb"[ \t]*:)",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"charset[ \t]*=[ \t\"']*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_TYPE = re.compile(r"[\s\"']*([\w!#$&^.+-]{1,60})\s*/\s*([\w!#$&^.+-]{1,60})")
_BOUNDARY = re.compile(
    rb"^--([^\s\"]{1,70}?)[ \t]*\r?\n(?:content-|[ \t]*\r?\n)", re.IGNORECASE | re.MULTILINE
)
_GUESS_BYTES = 16 * 1024


@dataclass(slots=True)
class Entity:
    """One part of a mail: its headers (raw, unfolded) and where its body lies in `data`."""

    data: bytes
    start: int
    end: int
    headers: list[tuple[str, str]] = field(default_factory=list)
    type: str = "text/plain"
    parameters: dict[str, str] = field(default_factory=dict)
    children: "list[Entity]" = field(default_factory=list)

    def first(self, name: str) -> str:
        """Return the first value of a header, raw, or an empty string."""
        for key, value in self.headers:
            if key == name:
                return value
        return ""

    def body(self, limit: int | None = None) -> bytes:
        """Return the body's bytes as sent, at most `limit`."""
        end = self.end if limit is None else min(self.end, self.start + limit)
        return self.data[self.start : end]


@dataclass(slots=True)
class Purse:
    """What is left to spend on one mail, and what was wrong with it."""

    scan: int
    parts: int = PARTS
    defects: list[str] = field(default_factory=list)

    def defect(self, text: str) -> None:
        """Remember a defect once; a hostile mail cannot make the list long."""
        if len(self.defects) < DEFECTS and text not in self.defects:
            self.defects.append(text)


def read(data: bytes) -> tuple[Entity, Purse]:
    """Split a mail into its parts. Never raises; what was wrong is in the purse's defects."""
    purse = Purse(scan=max(_SCAN_FLOOR, 6 * len(data)))
    data = _begun(data, purse)
    if b"\n" not in data[:HEADER_BYTES] and b"\r" in data[:HEADER_BYTES]:
        purse.defect("lines end in CR alone")
        data = data.replace(b"\r", b"\n")
    return entity(data, 0, len(data), purse, depth=0), purse


def _begun(data: bytes, purse: Purse) -> bytes:
    """Take off what some programs set before the first header: byte order marks, empty lines."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") and b"\0" in data[:100]:
        purse.defect("the whole mail was in UTF-16")
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data[:1] in (b"\n", b"\r"):
        bare = data[:4096].lstrip(b"\r\n")
        if _FIRST.match(bare):
            purse.defect("headers: empty lines before them")
            data = data[data.find(bare[:20]) :]
    return data


def entity(
    data: bytes, start: int, end: int, purse: Purse, *, depth: int, default: str = "text/plain"
) -> Entity:
    """Read the entity at `start`, headers first, and everything inside it."""
    found = Entity(data, start, end)
    found.start = _headers(found, purse)
    _content_type(found, default, purse)
    if found.type.startswith("multipart/"):
        _split(found, purse, depth)
    return found


def _headers(found: Entity, purse: Purse) -> int:
    """Fill in the headers and return where the body begins."""
    data, start, end = found.data, found.start, found.end
    if data[start : start + 1] == b"\n" or data[start : start + 2] == b"\r\n":
        return start + (1 if data[start : start + 1] == b"\n" else 2)
    limit = min(end, start + HEADER_BYTES)
    stop, body = _blank_line(data, start, limit)
    if stop < 0:
        stop = body = limit
        if limit < end:
            purse.defect("headers: longer than the limit, cut")
            body = max(_blank_line(data, limit, end)[1], limit)
    block = data[start:stop]
    codec = "utf-8"
    if not block.isascii():
        purse.defect("headers: bytes that are not ASCII")
        codec = _codec(block)
    text = block.decode(codec, "replace")
    for fold in _FOLDS:
        text = text.replace(fold, fold[-1])
    lines = text.split("\n")
    used = 0
    for number, line in enumerate(lines):
        name = _NAME.match(line)
        if name is None:
            if line.strip() == "" or (number == 0 and line.startswith(("From ", ">From "))):
                continue
            purse.defect("headers: a line that is no header")
            rest = "\n".join(lines[number:]).encode(codec, "replace")
            used = len(rest)
            break
        if len(found.headers) >= HEADER_COUNT:
            purse.defect("headers: too many")
            break
        value = line[name.end() :].strip(" \t\r")
        found.headers.append((name.group()[:-1].rstrip(" \t").lower(), value))
    # The first line that is no header begins the body, as mail servers have it; folds taken
    # out make this place early by a few bytes at most, never late.
    return max(start, stop - used) if used else body


def _blank_line(data: bytes, start: int, end: int) -> tuple[int, int]:
    bare = data.find(b"\n\n", start, end)
    full = data.find(b"\n\r\n", start, end if bare < 0 else bare)
    if full >= 0:
        return full + 1, full + 3
    return (bare + 1, bare + 2) if bare >= 0 else (-1, -1)


def _codec(block: bytes) -> str:
    """Return the codec for headers with bytes beyond ASCII: often that of the text below."""
    declared = _CHARSET.search(block)
    for codec in ("utf-8", codec_of(declared.group(1).decode("ascii")) if declared else ""):
        if codec and codec not in ("utf_16", "utf_32", "utf_7"):
            try:
                block.decode(codec)
            except (UnicodeDecodeError, LookupError):
                continue
            return codec
    return "cp1252"


def _content_type(found: Entity, default: str, purse: Purse) -> None:
    raw = found.first("content-type")
    kind, found.parameters = parameters(raw, purse)
    kind = kind.strip().lower()
    if not raw:
        kind = default
    elif not _PLAIN_TYPE.fullmatch(kind):
        kind = _odd_type(raw, found.parameters, purse)
    found.type = kind


def _odd_type(raw: str, found: dict[str, str], purse: Purse) -> str:
    """Read a content type that does not look like one; what tells nothing is plain text."""
    match = _TYPE.match(raw[:TYPE_CHARS])
    word = raw[:TYPE_CHARS].strip(" \t\"';").lower()
    if word == "text":
        return "text/plain"
    purse.defect("content type unreadable")
    if match is None:
        return "text/html" if word in ("html", "text/html") else "text/plain"
    # "text/html charset=utf-8": the semicolon was forgotten.
    for name in ("charset", "boundary", "name", "format"):
        rest = re.search(rf"\b{name}\s*=\s*\"?([^\s\";]{{1,200}})", raw[:4096], re.IGNORECASE)
        if rest:
            found.setdefault(name, rest.group(1))
    return f"{match.group(1)}/{match.group(2)}".lower()


def parameters(value: str, purse: Purse) -> tuple[str, dict[str, str]]:
    """Return the word before the first semicolon and the parameters (RFC 2045, 2231)."""
    main, semicolon, _ = value.partition(";")
    if not semicolon:
        return main, {}
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for number, match in enumerate(_PARAMETER.finditer(value[:16384], len(main))):
        if number >= PARAMETERS:
            purse.defect("parameters: too many")
            break
        key = match.group(1)
        if key is None:
            continue
        quoted = match.group(2)
        text = match.group(3).strip() if quoted is None else quoted
        if quoted is not None and "\\" in quoted:
            text = re.sub(r"\\(.)", r"\1", quoted)
        form = _RFC2231.fullmatch(key.lower()) if "*" in key else None
        if form is None:
            plain.setdefault(key.lower(), text)
            continue
        order = int(form.group(2) or 0)
        pieces.setdefault(form.group(1), {}).setdefault(order, (text, bool(form.group(3))))
    for key, rows in pieces.items():
        plain[key] = _joined(rows)
    return main, plain


def _joined(rows: dict[int, tuple[str, bool]]) -> str:
    charset, raw = "utf-8", b""
    for order, (text, encoded) in sorted(rows.items()):
        piece = text
        if encoded and order == 0 and text.count("'") > 1:
            charset, _, piece = text.split("'", 2)
        data = piece.encode("utf-8", "replace")
        if encoded:
            data = re.sub(rb"%([0-9A-Fa-f]{2})", lambda m: bytes((int(m.group(1), 16),)), data)
        raw += data
    return decode_words(raw, charset)


def _split(found: Entity, purse: Purse, depth: int) -> None:
    """Find the children of a multipart (RFC 2046 5.1.1)."""
    boundary = found.parameters.get("boundary", "")
    delimiter = b"--" + boundary.encode("utf-8", "replace")
    if depth >= DEPTH:
        purse.defect("parts nested too deep")
        return
    if not boundary or len(delimiter) > BOUNDARY_BYTES:
        purse.defect("multipart without a boundary")
        delimiter = _guessed(found, purse)
        if not delimiter:
            return
    default = "message/rfc822" if found.type == "multipart/digest" else "text/plain"
    at = _next(found.data, delimiter, found.start, found.end, purse)
    if at is None:
        purse.defect("multipart whose boundary never comes")
        delimiter = _guessed(found, purse)
        at = _next(found.data, delimiter, found.start, found.end, purse) if delimiter else None
        if at is None:
            return
    closed = at[2]
    while not closed:
        start = at[1]
        following = _next(found.data, delimiter, start, found.end, purse)
        if following is None:
            purse.defect("multipart that is not closed")
            following = (found.end, found.end, True)
        if purse.parts <= 0:
            more = found.data.count(b"\n" + delimiter, start, found.end)
            purse.defect(f"too many parts: {more + 1} more were not looked at")
            return
        purse.parts -= 1
        end = max(start, following[0])
        found.children.append(
            entity(found.data, start, end, purse, depth=depth + 1, default=default)
        )
        at, closed = following, following[2]


def _guessed(found: Entity, purse: Purse) -> bytes:
    """Return the delimiter that a multipart seems to have where its header does not name it."""
    match = _BOUNDARY.search(found.body(_GUESS_BYTES))
    if match is None or purse.scan <= 0:
        return b""
    purse.scan -= found.end - found.start
    delimiter = b"--" + match.group(1)
    again = found.data.find(b"\n" + delimiter, found.start + match.end(), found.end)
    return delimiter if again >= 0 else b""


def _next(
    data: bytes, delimiter: bytes, start: int, end: int, purse: Purse
) -> tuple[int, int, bool] | None:
    """Find the next delimiter line: where its part ends, where the next begins, if it closes."""
    position = start
    while purse.scan > 0:
        at = data.find(delimiter, position, end)
        purse.scan -= (at if at >= 0 else end) - position + HIT
        if at < 0:
            return None
        after = at + len(delimiter)
        position = after
        if at != start and data[at - 1 : at] != b"\n":
            continue
        last = data[after : after + 2] == b"--"
        if last:
            after += 2
        line = data.find(b"\n", after, min(end, after + 200))
        tail = data[after : line if line >= 0 else min(end, after + 200)]
        if tail.strip(b" \t\r"):
            continue
        before = at - 1 if at > start else at
        if before > start and data[before - 1 : before] == b"\r":
            before -= 1
        return before, (line + 1 if line >= 0 else end), last
    purse.defect("too much to scan for boundaries")
    return None
