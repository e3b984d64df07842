"""The headers of a mail: addresses, ids, the decoded list, what the transport added."""

import re
from dataclasses import dataclass

from mailer.parse.addresses import read_addresses
from mailer.parse.clean import clean_line
from mailer.parse.mime import Entity, Purse
from mailer.parse.model import Address
from mailer.parse.words import decode_header

VALUE_CHARS = 4096
HEADERS = 200
REFERENCES = 100
RESULTS = 50
THROUGH = 30  # addresses that a mail came through

_ID = re.compile(r"<([^<>\s]{1,990})>")
_BARE_ID = re.compile(r"[^\s<>,;\"()]{1,500}@[^\s<>,;\"()]{1,490}")
_SPACE = re.compile(r"\s+")
_THROUGH = frozenset(("delivered-to", "x-original-to", "envelope-to", "x-envelope-to"))
_MAILBOX = re.compile(r"[^\s<>,;\"]{1,64}@[^\s<>,;\"]{1,255}")


def senders(entity: Entity, purse: Purse) -> tuple[Address, ...]:
    """Return the addresses of all From headers; whatever is unclean is a defect `from: ...`."""
    values = [value for name, value in entity.headers if name == "from"]
    found: list[Address] = []
    if not values:
        purse.defect("from: missing")
    if len(values) > 1:
        purse.defect("from: more than one header")
    for value in values[:10]:
        read = read_addresses(value)
        found += read.addresses
        for defect in read.defects:
            purse.defect(f"from: {defect}")
    if values and not found:
        purse.defect("from: no address")
    if len(found) > 1:
        purse.defect("from: more than one address")
    return tuple(found)


def addresses(entity: Entity, purse: Purse, *names: str) -> tuple[Address, ...]:
    """Return the addresses of all headers of these names, in order, without repeats."""
    found: dict[str, Address] = {}
    for name, value in entity.headers:
        if name in names:
            read = read_addresses(value)
            for defect in read.defects:
                if defect != "group syntax":
                    purse.defect(f"{name}: {defect}")
            for address in read.addresses:
                found.setdefault(address.email, address)
    return tuple(found.values())


def one_id(entity: Entity, name: str = "message-id") -> str | None:
    """Return the first message-id of a header, in angle brackets, or None."""
    value = entity.first(name)
    return next(iter(ids_of(value)), None) if value else None


def ids(entity: Entity, name: str) -> tuple[str, ...]:
    """Return the message-ids of all headers of this name, at most the first and the last."""
    values = " ".join(value for key, value in entity.headers if key == name)
    return ids_of(values) if values else ()


def ids_of(value: str) -> tuple[str, ...]:
    """Return the message-ids in a text (RFC 5322 3.6.4), also where a fold cut one in two."""
    if "=?" in value[:4096]:
        value = decode_header(value)
    found = _ID.findall(value) or _ID.findall(_SPACE.sub("", value[:16384]))
    if not found:
        found = _BARE_ID.findall(value[:4096])
    clean = [f"<{text}>" for item in dict.fromkeys(found) if (text := clean_line(item))]
    if len(clean) > REFERENCES:
        clean = clean[:1] + clean[1 - REFERENCES :]
    return tuple(clean)


def decoded(entity: Entity) -> dict[str, str]:
    """Return the first value of every header, decoded and on one line, each at most 4 kB."""
    result: dict[str, str] = {}
    for name, value in entity.headers:
        if name not in result:
            result[name] = decode_header(value[: 2 * VALUE_CHARS])[:VALUE_CHARS]
            if len(result) >= HEADERS:
                break
    return result


@dataclass(frozen=True, slots=True)
class Trace:
    """What the way of a mail left in its headers."""

    received_by: tuple[str, ...]
    auth: tuple[str, ...]
    auth_below: tuple[int, ...]


def trace(entity: Entity, recipients: tuple[str, ...]) -> Trace:
    """Read the addresses that a mail came through and its Authentication-Results, in order.

    `auth_below` tells for each result how many Received headers stand above it.
    """
    through: dict[str, None] = {}
    auth: list[str] = []
    below: list[int] = []
    received = 0
    for name, value in entity.headers:
        if name == "received":
            received += 1
        elif name in _THROUGH and len(through) < THROUGH:
            through.update(dict.fromkeys(_MAILBOX.findall(clean_line(value[:1000]).lower())))
        elif name == "authentication-results" and len(auth) < RESULTS:
            auth.append(clean_line(value[:8192]))
            below.append(received)
    for recipient in recipients[:HEADERS]:
        text = clean_line(str(recipient)).lower().strip("<>")
        if text:
            through[text] = None
    return Trace(tuple(through), tuple(auth), tuple(below))
