"""Addresses as mails write them (RFC 5322 3.4), good and bad, in one pass over the text."""

import re
from dataclasses import dataclass, field

from mailer.parse.clean import clean_line, has_control
from mailer.parse.model import Address
from mailer.parse.words import HEADER_CHARS, decode_header

ADDRESSES = 2000
ADDRESS_CHARS = 320  # RFC 5321 4.5.3.1: 64 before the @, 255 behind it

_TOKEN = re.compile(
    r"(=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*+\?=)"  # encoded word, commas and all
    r'|"((?:[^"\\]++|\\.)*+)"'  # quoted string
    r"|<([^<>]*+)>"
    r'|[^\s",<>():;]++|\s++|.',
    re.DOTALL,
)
_BARE = re.compile(
    r"(=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*+\?=)|(\Z.)|<([^<>]*+)>|[^\s,<>():;]++|\s++|.", re.DOTALL
)
# What nearly all headers are: one address, with a plain or a quoted name.
_SIMPLE = re.compile(
    r'\s*(?:"([^"\\<>]*)"\s*|([^\s",<>():;@\\][^",<>():;@\\]*))?'
    r'<([^\s<>"(),:;@\\\[\]]+@[^\s<>"(),:;@\\\[\]]+)>\s*'
)
_SIMPLE_CHARS = 500
_MARKS = frozenset('"(),:;')
_PARENTHESIS = re.compile(r"[()]")
_ADDRESS = re.compile(
    r"[^\s<>()\[\],;:@\"\\]+@[^\s<>()\[\],;:@\"\\.]+(?:\.[^\s<>()\[\],;:@\"\\.]+)*"
)
_QUOTED_LOCAL = re.compile(r"\"[^\"\\\s]{1,64}\"@[^\s<>()\[\],;:@\"\\]+")
_INSIDE = re.compile(r"[^\s<>()\[\],;:@\"'\\]{1,64}@[^\s<>()\[\],;:@\"'\\]{1,255}")
_MAILTO = re.compile(r"\[mailto:([^\]\s]{1,320})\]", re.IGNORECASE)


@dataclass(slots=True)
class Found:
    """The addresses of one header and what was wrong with it."""

    addresses: list[Address] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)

    def defect(self, text: str) -> None:
        if text not in self.defects:
            self.defects.append(text)


@dataclass(slots=True)
class _Box:
    """What has been read of one mailbox so far."""

    words: list[str] = field(default_factory=list)
    angles: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def read_addresses(value: str) -> Found:
    """Read a raw header value as a list of addresses; never raises.

    Group names are dropped, comments behind a bare address become its name, an address that is
    none is left out. Each oddity is named in `defects`.
    """
    found = Found()
    if has_control(value):
        found.defect("control character")
    if len(value) > HEADER_CHARS:
        found.defect("longer than the limit, cut")
        value = value[:HEADER_CHARS]
    simple = _SIMPLE.fullmatch(value) if len(value) <= _SIMPLE_CHARS else None
    if simple:
        name = decode_header(simple.group(1) or simple.group(2) or "")
        _add(simple.group(3), name.strip("'\" "), found)
        return found
    reader = _Reader(value, found)
    while reader.at < len(value) and len(found.addresses) < ADDRESSES:
        reader.step()
    if reader.at < len(value):
        found.defect("too many addresses")
    _close(reader.box, found)
    return found


@dataclass(slots=True)
class _Reader:
    """One pass over a header value, piece by piece."""

    value: str
    found: Found
    at: int = 0
    box: _Box = field(default_factory=_Box)
    group: bool = False
    pattern: re.Pattern[str] = _TOKEN

    def step(self) -> None:
        """Read one piece: a word, a quoted string, an address in brackets, a mark."""
        match = self.pattern.match(self.value, self.at)
        piece = match.group() if match else self.value[self.at]
        self.at += len(piece)
        if match is not None and match.group(3) is not None:
            self.box.angles.append(match.group(3))
        elif match is not None and match.group(2) is not None:
            self.box.words.append(re.sub(r"\\(.)", r"\1", match.group(2)))
        elif piece in _MARKS:
            self._mark(piece)
        else:
            self.box.words.append(piece)

    def _mark(self, mark: str) -> None:
        box = self.box
        named = bool(box.angles) or any("@" in word for word in box.words[:20])
        if mark == "(":
            self._comment()
        elif mark == '"':
            self.found.defect("unclosed quotation mark")
            self.pattern = _BARE
        elif mark == ":" and not named:
            self.found.defect("group syntax")
            self.box, self.group = _Box(), True
        elif mark == "," or (mark == ";" and (self.group or box.angles or box.words)):
            _close(box, self.found)
            self.box = _Box()
        else:
            box.words.append(mark)

    def _comment(self) -> None:
        """Read a comment, which may hold comments, to its end."""
        start, depth = self.at, 1
        for match in _PARENTHESIS.finditer(self.value, start):
            depth += 1 if match.group() == "(" else -1
            if depth == 0:
                self.box.comments.append(self.value[start : match.start()])
                self.at = match.end()
                return
        self.found.defect("unclosed comment")
        self.box.comments.append(self.value[start:])
        self.at = len(self.value)


def _close(box: _Box, found: Found) -> None:
    """Turn one mailbox into an address, or into a defect."""
    text = "".join(box.words).strip()
    if not box.angles:
        if not text:
            return
        mailto = _MAILTO.search(text)
        if mailto:
            box.angles.append(mailto.group(1))
            text = text[: mailto.start()]
        elif "@" in text or " " not in text:
            name = decode_header(" ".join(box.comments))
            _add(text, name, found)
            return
        else:
            found.defect("a name without an address")
            return
    if len(box.angles) > 1:
        found.defect("two addresses without a comma")
    name = decode_header(text) or decode_header(" ".join(box.comments))
    for angle in box.angles[:10]:
        _add(angle, name.strip("'\" "), found)


def _add(spec: str, name: str, found: Found) -> None:
    """Add an address and name what is odd about it."""
    spec = spec.strip()
    if spec.lower().startswith("mailto:"):
        spec = spec[7:]
    if spec.startswith("@") and ":" in spec:
        found.defect("source route")
        spec = spec.rpartition(":")[2]
    email = clean_line(spec).lower().rstrip(".")
    if not email or len(email) > ADDRESS_CHARS:
        found.defect("address too long" if email else "empty address")
        return
    if not (_ADDRESS.fullmatch(email) or _QUOTED_LOCAL.fullmatch(email)):
        found.defect("address that is none")
        if "@" not in email and " " in email:
            return
    if not spec.isascii():  # As it was sent: lower() makes an ASCII k of the Kelvin sign.
        found.defect("address with characters beyond ASCII")
    if clean_line(spec) != spec or " " in email:
        found.defect("blank or control character inside an address")
    if any(other.rstrip(".") != email for other in _INSIDE.findall(name[:1000].lower())):
        found.defect("the name holds another address")
    found.addresses.append(Address(email, name[:500]))
