"""Reading what a server answers to FETCH, as imaplib hands it over.

imapclient reads each answer letter by letter, which costs more than all else that receiving a
mail does; imaplib has cut the literals, which hold the mails, out already. A part is the pair of
what stands before a literal and the literal, or what is left up to the end of an answer.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

Part = bytes | tuple[bytes, bytes] | None

_UID = re.compile(rb"[( ]UID (\d+)")
_SIZE = re.compile(rb"[( ]RFC822\.SIZE (\d+)")
_ARRIVED = re.compile(
    rb'[( ]INTERNALDATE "([ \d]\d)-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"'
)
_MONTHS = b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_QUOTED = re.compile(rb'[( ]BODY\[[A-Z]*\](?:<0>)? "((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(rb"\\(.)")


@dataclass(frozen=True, slots=True)
class Shape:
    """Size on the server in bytes, and when the mail reached the folder (aware UTC)."""

    size: int
    arrived: datetime | None


def shapes(parts: Iterable[Part], wanted: set[int]) -> dict[int, Shape]:
    """Read RFC822.SIZE and INTERNALDATE of the wanted UIDs."""
    found: dict[int, Shape] = {}
    for uid, words, _literal in _answers(parts, wanted):
        size = _SIZE.search(words)
        if size:
            found[uid] = Shape(int(size[1]), _arrived(words))
    return found


def bodies(parts: Iterable[Part], wanted: set[int]) -> dict[int, bytes]:
    """Read the one body, or piece of it, that was asked for of each wanted UID."""
    found: dict[int, bytes] = {}
    for uid, words, literal in _answers(parts, wanted):
        if literal is not None:
            found[uid] = literal
        elif quoted := _QUOTED.search(words):
            found[uid] = _ESCAPED.sub(rb"\1", quoted[1])  # A server may quote what is short.
    return found


def _answers(parts: Iterable[Part], wanted: set[int]) -> Iterator[tuple[int, bytes, bytes | None]]:
    """Yield UID, answer without its literal, and literal; the fields stand in any order."""
    words: bytes = b""
    literal: bytes | None = None
    for part in parts:
        if isinstance(part, tuple):
            words, literal = words + part[0], part[1]
            continue
        words += part or b""
        uid = _UID.search(words)
        if uid and int(uid[1]) in wanted:
            yield int(uid[1]), words, literal
        words, literal = b"", None


def _arrived(words: bytes) -> datetime | None:
    found = _ARRIVED.search(words)
    if found is None:
        return None
    day, month, year, hour, minute, second, sign, zone_hours, zone_minutes = found.groups()
    try:
        place = _MONTHS.index(month.title()) + 1
        offset = timedelta(hours=int(zone_hours), minutes=int(zone_minutes))
        clock = (int(hour), int(minute), int(second))
        local = datetime(int(year), place, int(day), *clock, tzinfo=UTC)
        return local - offset if sign == b"+" else local + offset
    except (ValueError, OverflowError):
        return None
