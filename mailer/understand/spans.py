"""What a trained model sees of a name or a date in its sentence: the words around it, in order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from mailer.understand.grams import Numbers, numbers, stirred
from mailer.understand.sentences import fold

SPAN_SIZE = 1 << 17
_MASK = np.uint32(SPAN_SIZE - 1)
_TOKEN = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]", re.UNICODE
)
_WINDOW = 5
_MOST = 120
"""Tokens of one sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, an address or a mark of a sentence; `low` is its plain form."""

    raw: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.raw[0].isupper()


def tokens(raw: str) -> tuple[Token, ...]:
    """Return the tokens of a sentence as it was written."""
    return tuple(
        Token(found[0], fold(found[0]).replace("’", "'"), found.start(), found.end())
        for _, found in zip(range(_MOST), _TOKEN.finditer(raw), strict=False)
    )


def hashed(keys: Iterable[str], kind: int) -> Numbers:
    """Return the features that some keys stand for, each once."""
    return np.unique(stirred(numbers(tuple(keys)), kind) & _MASK)


def _around(row: Sequence[Token], first: int, last: int) -> list[str]:
    """Return the words left and right of a stretch, near ones with their place."""
    left = [one.low for one in row[max(0, first - _WINDOW) : first]][::-1]
    right = [one.low for one in row[last : last + _WINDOW]]
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
    outside = [one.low for n, one in enumerate(row) if not first <= n < last]
    about = tuple(about)
    keys = [*_around(row, first, last), *about]
    keys += [f"s={word}" for word in outside]
    keys += [f"s2={a} {b}" for a, b in zip(outside, outside[1:], strict=False)]
    keys += [f"b={one.low}" for one in before]
    keys += [f"{key}&{side}" for key in about for side in _around(row, first, last)[:3]]
    return hashed(keys, 50)


def of_token(row: Sequence[Token], place: int, about: Iterable[str]) -> Numbers:
    """Return the features that tell whether a token is part of a person's name."""
    one = row[place]
    low = f"^{one.low}$"
    keys = [f"w={one.low}", *_around(row, place, place + 1), *about]
    keys += [f"pre={low[:n]}" for n in (3, 4, 5)] + [f"suf={low[-n:]}" for n in (3, 4, 5, 6)]
    shape = "A" if one.raw.isupper() else "a"
    left, right = (
        row[place - 1] if place else None,
        row[place + 1] if place + 1 < len(row) else None,
    )
    keys += [
        f"shape={shape}{min(len(one.raw), 4)}{'-' in one.raw}",
        f"first={place == 0}",
        f"cl={left is not None and left.capital}",
        f"cr={right is not None and right.capital}",
        f"cl={left is not None and left.capital}&cr={right is not None and right.capital}&f={place == 0}",
        f"at={right is not None and '@' in right.raw}",
    ]
    return hashed(keys, 51)
