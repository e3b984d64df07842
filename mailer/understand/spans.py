"""What a trained model sees of a name or a date in its sentence: the words around it, in order."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from mailer.understand.grams import Numbers, Seen, joined, numbers, seen
from mailer.understand.sentences import fold

SPAN_SIZE = 1 << 17
_TOKEN = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]", re.UNICODE
)
_WINDOW = 5
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


def _hashed(rows: Sequence[Sequence[str]], kind: int) -> Seen:
    """Return the features that the keys of some stretches stand for."""
    return seen(joined([numbers(keys) for keys in rows]).kind(kind), len(rows), SPAN_SIZE)


def _around(lows: Sequence[str], first: int, last: int) -> list[str]:
    """Return the words left and right of a stretch, near ones with their place."""
    left = lows[max(0, first - _WINDOW) : first][::-1]
    right = lows[last : last + _WINDOW]
    left, right = [*left, "^"][:_WINDOW], [*right, "$"][:_WINDOW]
    keys = []
    for side, found in (("l", left), ("r", right)):
        keys += [f"{side}{n}={word}" for n, word in enumerate(found[:3])]
        keys += [f"{side}={word}" for word in found]
        keys += [f"{side}p={word[:4]}" for word in found[:3]]
        keys += [f"{side}2={' '.join(found[:2])}", f"{side}3={' '.join(found[:3])}"]
    return [*keys, f"lr={left[0]} {right[0]}", f"lr4={left[0][:4]} {right[0][:4]}"]


def in_place(
    row: Sequence[Token], first: int, last: int, about: Iterable[str], before: Sequence[Token] = ()
) -> Numbers:
    """Return the features of the stretch `first:last` of a sentence.

    `about` are keys that hold for it as a whole (who writes, what the mail says), `before` the
    sentence in front.
    """
    lows = [one.low for one in row]
    outside = lows[:first] + lows[last:]
    about, around = tuple(about), _around(lows, first, last)
    keys = [*around, *about]
    keys += [f"s={word}" for word in outside]
    keys += [f"s2={a} {b}" for a, b in pairwise(outside)]
    keys += [f"b={one.low}" for one in before]
    keys += [f"{key}&{side}" for key in about for side in around[:3]]
    return _hashed([keys], 50).of(0)


def of_token(row: Sequence[Token], place: int, about: Iterable[str]) -> Numbers:
    """Return the features that tell whether a token is part of a person's name."""
    return of_tokens(row, [place], about).of(0)


def of_tokens(row: Sequence[Token], places: Sequence[int], about: Iterable[str]) -> Seen:
    """Return the features of several tokens of a sentence."""
    lows, about = [one.low for one in row], tuple(about)
    keys = [[*_around(lows, place, place + 1), *about, *_look(row, place)] for place in places]
    return _hashed(keys, 51)


def _look(row: Sequence[Token], place: int) -> list[str]:
    """Return how a token looks, and whether its neighbours have capitals."""
    one = row[place]
    low = f"^{one.low}$"
    left = place > 0 and row[place - 1].capital
    after = row[place + 1] if place + 1 < len(row) else None
    right = after is not None and after.capital
    return [
        f"w={one.low}",
        *[f"pre={low[:n]}" for n in (3, 4, 5)],
        *[f"suf={low[-n:]}" for n in (3, 4, 5, 6)],
        f"shape={'A' if one.raw.isupper() else 'a'}{min(len(one.raw), 4)}{'-' in one.raw}",
        f"first={place == 0}",
        f"cl={left}",
        f"cr={right}",
        f"cl={left}&cr={right}&f={place == 0}",
        f"at={after is not None and '@' in after.raw}",
    ]
