"""Addresses as mails write them (RFC 5322 3.4), good and bad, in one pass over the text."""

import re
from dataclasses import dataclass, field

from mailer.parse.clean import clean_line, has_control
from mailer.parse.model import Address
from mailer.parse.words import HEADER_CHARS, decode_header

ADDRESSES = 2000

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
    quoted: bool = False
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
    box, group, comment, depth, at = _Box(), False, 0, 0, 0
    pattern = _TOKEN
    while at < len(value):
        match = pattern.match(value, at)
        token = match.group() if match else value[at]
        at += len(token)
        if depth:
            depth += token.count("(") - token.count(")") if token in ("(", ")") else 0
            if depth == 0:
                box.comments.append(value[comment : at - 1])
        elif token == "(":
            depth, comment = 1, at
        elif match is not None and match.group(3) is not None:
            box.angles.append(match.group(3))
        elif match is not None and match.group(2) is not None:
            box.words.append(re.sub(r"\\(.)", r"\1", match.group(2)))
            box.quoted = True
        elif token == '"':
            found.defect("unclosed quotation mark")
            pattern = _BARE
        elif token == ":" and not box.angles and not any("@" in word for word in box.words):
            found.defect("group syntax")
            box, group = _Box(), True
        elif token == "," or (token == ";" and (group or box.angles or box.words)):
            _close(box, found)
            box = _Box()
            if len(found.addresses) >= ADDRESSES:
                found.defect("too many addresses")
                return found
        else:
            box.words.append(token)
    if depth:
        found.defect("unclosed comment")
        box.comments.append(value[comment:])
    _close(box, found)
    return found


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
    spec = spec.strip()
    if spec.lower().startswith("mailto:"):
        spec = spec[7:]
    if spec.startswith("@") and ":" in spec:
        found.defect("source route")
        spec = spec.rpartition(":")[2]
    email = clean_line(spec).lower().rstrip(".")
    if not email:
        found.defect("empty address")
        return
    if len(email) > 320:
        found.defect("address too long")
        return
    if not (_ADDRESS.fullmatch(email) or _QUOTED_LOCAL.fullmatch(email)):
        found.defect("address that is none")
        if "@" not in email and " " in email:
            return
    if not email.isascii():
        found.defect("address with characters beyond ASCII")
    if clean_line(spec) != spec:
        found.defect("control character")
    if any(other.rstrip(".") != email for other in _INSIDE.findall(name[:1000].lower())):
        found.defect("the name holds another address")
    if email.replace(" ", "") != email:
        found.defect("blank inside an address")
    found.addresses.append(Address(email, name[:500]))
