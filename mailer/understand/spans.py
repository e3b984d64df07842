"""What a trained model sees of a name or a date in its sentence: the words around it, in order."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from mailer.understand.concepts import concepts
from mailer.understand.grams import Numbers, Seen, joined, numbers, numbers_once, seen
from mailer.understand.sentences import fold

SPAN_SIZE = 1 << 17
_TOKEN = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]", re.UNICODE
)
_WINDOW, _NEAR = 5, 3
"""Words on either side that are looked at, and those of them whose place counts."""

_FAR, _PLACED = 12, 2
"""Words on either side of which the concepts are looked at, and concepts whose place counts."""

_MOST = 120
"""Tokens of one sentence that are looked at."""


class Token(NamedTuple):
    """A word, a number, an address or a mark of a sentence; `low` is its plain form."""

    raw: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.raw[0].isupper()


@lru_cache(maxsize=500)
def tokens(raw: str) -> tuple[Token, ...]:
    """Return the tokens of a sentence as it was written."""
    found = islice(_TOKEN.finditer(raw), _MOST)
    if raw.isascii():
        low = raw.lower()
        return tuple([Token(one[0], low[one.start() : one.end()], *one.span()) for one in found])
    return tuple([Token(one[0], fold(one[0]).replace("’", "'"), *one.span()) for one in found])


@lru_cache(maxsize=20_000)
def _beside(side: str, away: int, word: str) -> tuple[int, ...]:
    """Return the keys of a word so far left ("l") or right ("r") of a stretch, as numbers."""
    if away >= _NEAR:
        return tuple(numbers([f"{side}={word}"]))
    return tuple(numbers([f"{side}{away}={word}", f"{side}={word}", f"{side}p={word[:4]}"]))


def _sides(lows: Sequence[str], first: int, last: int) -> tuple[list[str], list[str]]:
    """Return the words left and right of a stretch, the nearest first, and the border."""
    left = [*lows[max(0, first - _WINDOW) : first][::-1], "^"]
    return left[:_WINDOW], [*lows[last : last + _WINDOW], "$"][:_WINDOW]


def _around(left: Sequence[str], right: Sequence[str]) -> list[int]:
    """Return the keys of the words left and right of a stretch, near ones with their place."""
    found: list[int] = []
    keys = [f"lr={left[0]} {right[0]}", f"lr4={left[0][:4]} {right[0][:4]}"]
    for side, words in (("l", left), ("r", right)):
        for away, word in enumerate(words):
            found += _beside(side, away, word)
        keys += [f"{side}2={' '.join(words[:2])}", f"{side}3={' '.join(words[:3])}"]
    return found + numbers_once(keys)


def in_place(
    row: Sequence[Token], first: int, last: int, about: Iterable[str], before: Sequence[Token] = ()
) -> Numbers:
    """Return the features of the stretch `first:last` of a sentence.

    `about` are keys that hold for it as a whole (who writes, what the mail says), `before` the
    sentence in front.
    """
    lows = [one.low for one in row]
    outside = lows[:first] + lows[last:]
    left, right = _sides(lows, first, last)
    beside = [f"l{away}={word}" for away, word in enumerate(left[:_NEAR])]
    # Where fewer words stand on the left, their other keys take the places of the missing ones.
    beside += [f"l={word}" for word in left] + [f"lp={word[:4]}" for word in left]
    about = tuple(about)
    keys = [*about, *(f"s={word}" for word in outside), *(f"b={one.low}" for one in before)]
    rare = [f"{key}&{side}" for key in about for side in beside[:_NEAR]]
    rare += [f"s2={a} {b}" for a, b in pairwise(outside)]
    rare += _meanings(lows[:first][::-1], lows[last:], about)
    return _seen([_around(left, right) + numbers(keys) + numbers_once(rare)], 50).of(0)


def _meanings(left: Sequence[str], right: Sequence[str], about: Sequence[str]) -> list[str]:
    """Return the keys of the concepts left and right of a stretch, the nearest words first."""
    keys = []
    nearest = []
    for side, words in (("cl", left[:_FAR]), ("cr", right[:_FAR])):
        found = concepts(words)[:_WINDOW]
        keys += [f"{side}={concept}" for concept in found]
        keys += [f"{side}{away}={concept}" for away, concept in enumerate(found[:_PLACED])]
        keys.append(f"{side}2={found[:_PLACED]}")
        nearest.append(f"{side}0={found[0] if found else 0}")
    keys.append(" ".join(nearest))
    keys += [f"{key}&{one}" for key in about for one in nearest]
    return keys + [f"cs={concept}" for concept in concepts([*left[::-1], *right])]


def of_token(row: Sequence[Token], place: int, about: Iterable[str]) -> Numbers:
    """Return the features that tell whether a token is part of a person's name."""
    return of_tokens([(row, place)], about).of(0)


def of_tokens(places: Sequence[tuple[Sequence[Token], int]], about: Iterable[str]) -> Seen:
    """Return the features of several tokens, each given by its sentence and its place there."""
    known = numbers(about)
    return _seen([known + _token(row, place) for row, place in places], 51)


def _token(row: Sequence[Token], place: int) -> list[int]:
    one = row[place]
    before = [other.low for other in row[max(0, place - _WINDOW) : place]]
    after = [other.low for other in row[place + 1 : place + 1 + _WINDOW]]
    around = _around(*_sides([*before, one.low, *after], len(before), len(before) + 1))
    left = place > 0 and row[place - 1].capital
    beside = row[place + 1].raw if place + 1 < len(row) else ""
    where = _where(first=place == 0, left=left, right=beside[:1].isupper(), at="@" in beside)
    return [*around, *_look(one.raw, one.low), *where]


@lru_cache(maxsize=20_000)
def _look(raw: str, low: str) -> tuple[int, ...]:
    """Return the keys of how a token looks."""
    bound = f"^{low}$"
    shape = f"shape={'A' if raw.isupper() else 'a'}{min(len(raw), 4)}{'-' in raw}"
    begins = [f"pre={bound[:n]}" for n in (3, 4, 5)]
    ends = [f"suf={bound[-n:]}" for n in (3, 4, 5, 6)]
    return tuple(numbers([f"w={low}", *begins, *ends, shape]))


@cache
def _where(*, first: bool, left: bool, right: bool, at: bool) -> tuple[int, ...]:
    """Return the keys of where a token stands: whether its neighbours have capitals."""
    pair = f"cl={left}&cr={right}&f={first}"
    return tuple(numbers([f"first={first}", f"cl={left}", f"cr={right}", pair, f"at={at}"]))


def _seen(rows: Sequence[Sequence[int]], kind: int) -> Seen:
    """Return the features that the keys of some stretches stand for."""
    return seen(joined(rows).kind(kind), len(rows), SPAN_SIZE)
