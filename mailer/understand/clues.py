"""Patterns that are tried only on a text that holds a word which they need.

A typical sentence fits hardly any of the patterns of this room, but to find that out takes most of
them some microseconds. So each has clues: phrases of which every match holds at least one, and of
each phrase the piece of a word that is rarest. They are worked out from the pattern itself, so that
nobody has to keep them beside it; and which patterns a word may belong to is remembered from mail
to mail.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, reduce
from importlib import import_module
from itertools import product
from operator import or_
from typing import Any, NamedTuple

_PARSER = import_module("re._parser")
"""The standard library's own reading of a pattern: not public, but as old as `re` itself."""

_BORDER = " "
"""Stands in a piece of a word where the word begins or ends."""

_EDGE = "\0"
"""Stands in a phrase where a word begins or ends, and has no width."""

_MOST_SPELT = 100
"""In how many ways a stretch of a pattern may be spelt; the rest of it is then taken by itself."""

_COMMON = frozenset(
    "at by for have in is my not of on that the this to will would you".split()  # noqa: SIM905 - words are easier to read in one string
)
"""Words that nearly every English mail holds: any other of the same match tells more."""

_MOST_KEPT, _LONGEST_KEPT = 50_000, 40
"""Words that are remembered, and the letters of the longest of them."""

_WORD = re.compile(r"\w+")
_NO_WORD = re.compile(r"\W+")

_PATTERNS: list[str] = []


class Clued:
    """A pattern for plain text that is tried only where the text holds one of its clues."""

    __slots__ = ("_bit", "_place", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self._place = len(_PATTERNS)
        self._bit = 1 << self._place
        _PATTERNS.append(pattern)
        _clues.cache_clear()
        _WORDS.clear()
        _hints.cache_clear()

    def may_fit(self, text: str) -> bool:
        """Tell whether a text holds a clue."""
        if not _hints(text) & self._bit:
            return False
        return any(map(text.__contains__, _clues().phrases[self._place]))

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self.pattern.search(text) if self.may_fit(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return every match in a text."""
        return self.pattern.finditer(text) if self.may_fit(text) else iter(())


@lru_cache(maxsize=256)
def _hints(text: str) -> int:
    """Return the bits of the patterns that a text may fit."""
    return reduce(or_, set(map(_WORDS.__getitem__, text.split())), 0)


class _Words(dict[str, int]):
    """Words with the bits of the patterns to which they are a clue."""

    def __missing__(self, written: str) -> int:
        known = _clues()
        found = 0
        for word in _WORD.findall(written):
            found |= known.whole.get(word, 0)
            for length in range(1, min(len(word), known.longest) + 1):
                found |= known.begin.get(word[:length], 0) | known.end.get(word[-length:], 0)
            for piece, bits in known.within.items():
                if piece in word:
                    found |= bits
        if len(written) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[written] = found
        return found


_WORDS = _Words()


class _Clues(NamedTuple):
    """The phrases of each pattern, and the bits of the patterns by pieces of words.

    A piece is a whole word, or that with which a word begins or ends, or stands anywhere within
    one; none has more than `longest` letters.
    """

    phrases: list[frozenset[str]]
    whole: dict[str, int]
    begin: dict[str, int]
    end: dict[str, int]
    within: dict[str, int]
    longest: int


@cache
def _clues() -> _Clues:
    found = [needed(pattern) for pattern in _PATTERNS]
    bare = [frozenset(phrase.replace(_EDGE, "") for phrase in phrases) for phrases in found]
    known = _Clues(bare, {}, {}, {}, {}, max(len(phrase) for each in bare for phrase in each))
    kinds = {(True, True): known.whole, (True, False): known.begin, (False, True): known.end}
    for place, phrases in enumerate(found):
        for piece in map(_piece, phrases):
            ends = piece[0] == _BORDER, piece[-1] == _BORDER
            bits = kinds.get(ends, known.within)
            word = piece.strip(_BORDER)
            bits[word] = bits.get(word, 0) | 1 << place
    return known


def needed(pattern: str) -> frozenset[str]:
    """Return phrases of which every match of a pattern holds at least one.

    NUL stands in them where a word begins or ends. Raises ValueError for a pattern that can match
    without any word.
    """
    spelt, wants = _of_row(_PARSER.parse(pattern), _Borders())
    phrases = _rarer(wants, _phrases(spelt))
    if not phrases:
        raise ValueError(f"No word is needed to match {pattern!r}")
    return phrases


_Part = tuple[str, Any]
_Spelt = frozenset[str]
"""All ways in which a part of a pattern may be spelt; empty where they are too many."""

_Needed = frozenset[str]
"""Phrases of which a match holds one; empty where that is not known."""

_NOTHING: _Spelt = frozenset(("",))
_UNKNOWN: frozenset[str] = frozenset()


class _Borders(NamedTuple):
    """Whether it is known that a word begins where a part begins, and ends where it ends."""

    left: bool = False
    right: bool = False


def _of_row(row: Sequence[tuple[object, Any]], at: _Borders) -> tuple[_Spelt, _Needed]:
    """Return how parts in a row may be spelt, and what they need where nobody can tell."""
    spelt = frozenset((_EDGE if at.left else "",))
    wants, whole = _UNKNOWN, True
    parts = _joined(row)
    for place, (kind, value) in enumerate(parts):
        left = all(one and not _WORD.match(one[-1]) for one in spelt)
        right = _is_border(*parts[place + 1]) if place + 1 < len(parts) else at.right
        here, inner = _of_part(kind, value, _Borders(left, right))
        if here and len(spelt) * len(here) <= max(_MOST_SPELT, len(here)):
            spelt = frozenset(a + b for a, b in product(spelt, here))
        else:
            wants = _rarer(_rarer(wants, inner), _phrases(spelt))
            spelt, whole = here or _NOTHING, False
    if at.right:
        spelt = frozenset(one + _EDGE for one in spelt)
    return (spelt, wants) if whole else (_UNKNOWN, _rarer(wants, _phrases(spelt)))


def _joined(row: Sequence[tuple[object, Any]]) -> list[_Part]:
    """Join the letters that stand beside each other."""
    parts: list[_Part] = []
    for written, value in row:
        kind = str(written)
        if kind != "LITERAL":
            parts.append((kind, value))
        elif parts and parts[-1][0] == kind:
            parts[-1] = kind, parts[-1][1] + chr(value)
        else:
            parts.append((kind, chr(value)))
    return parts


def _is_border(kind: str, value: Any) -> bool:
    if kind == "LITERAL":
        return not _WORD.match(value)
    return kind == "AT" and str(value) == "AT_BOUNDARY"


def _of_part(kind: str, value: Any, at: _Borders) -> tuple[_Spelt, _Needed]:
    """Return how one part of a pattern may be spelt, and what it needs where nobody can tell."""
    spelt, wants = _UNKNOWN, _UNKNOWN
    match kind:
        case "LITERAL":
            spelt = frozenset((value,))
        case "IN" if all(str(one) == "LITERAL" for one, _ in value):
            spelt = frozenset(chr(code) for _, code in value)
        case "AT":
            spelt = frozenset((_EDGE if str(value) == "AT_BOUNDARY" else "",))
        case "ASSERT" | "ASSERT_NOT":
            spelt = _NOTHING
        case "SUBPATTERN":
            spelt, wants = _of_row(value[-1], at)
        case "BRANCH":
            spelt, wants = _of_branches([_of_row(branch, at) for branch in value[1]])
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, part = value
            once, inner = _of_row(part, _Borders())
            spelt = once | _NOTHING if once and (least, most) == (0, 1) else _UNKNOWN
            wants = _rarer(inner, _phrases(once)) if least else _UNKNOWN
    return spelt, wants


def _of_branches(branches: Sequence[tuple[_Spelt, _Needed]]) -> tuple[_Spelt, _Needed]:
    ways = _UNKNOWN.union(*(spelt for spelt, _ in branches))
    if all(spelt for spelt, _ in branches) and len(ways) <= _MOST_SPELT:
        return ways, _UNKNOWN
    each = [_rarer(wants, _phrases(spelt)) for spelt, wants in branches]
    return _UNKNOWN, _UNKNOWN.union(*each) if all(each) else _UNKNOWN


def _phrases(spelt: _Spelt) -> _Needed:
    """Return all ways to spell something where each of them holds a word."""
    return spelt if all(map(_WORD.search, spelt)) else _UNKNOWN


@lru_cache(maxsize=4096)
def _piece(phrase: str) -> str:
    """Return the rarest piece of a word of a phrase, with blanks for the ends of the word."""
    words = _NO_WORD.split(phrase)
    last = len(words) - 1
    pieces = [
        f"{_BORDER if place else ''}{word}{_BORDER if place < last else ''}"
        for place, word in enumerate(words)
        if word
    ]
    return max(pieces, key=_rarity)


def _rarity(piece: str) -> int:
    """Return how rare a piece of a word may be: by its letters, then by the ends that are known."""
    word = piece.strip()
    return 0 if word in _COMMON else len(piece) + len(word)


def _rarer(one: _Needed, other: _Needed) -> _Needed:
    """Return whichever of two needs is met by fewer texts: that whose commonest word is rarer."""
    if not one or not other:
        return one or other
    return max(one, other, key=lambda need: (min(map(_rarity, map(_piece, need))), -len(need)))
