"""What the trained reader sees of a sentence: its words, their neighbours, and pieces of words.

Each such feature is a number below `SIZE`, got by hashing, so that no vocabulary has to be kept.
The same code serves training and reading; a change of it asks for `make train`.
"""

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]

SIZE = 1 << 18
_MASK = np.uint32(SIZE - 1)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[?!:;()%]")
_SHIFT, _SHIFT_TWICE = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_STIR, _STIR_AGAIN = np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
_HALF, _LESS = np.uint32(16), np.uint32(13)
_PIECES = (3, 5)
"""Letters of the pieces of words."""

_MOST_WORDS = 200
"""Words of one sentence that are looked at."""

_CUT = re.compile(
    r"[,;:()]\s|\s-+\s|\.\.+|"
    r"\b(?:and|but|so|then|y|pero|e|mas|et|mais|und|aber|ma|dan|tapi|puis|donc|luego|entao|quindi|lalu)"
    r"\s(?=\S+\s\S+)"
)


def words(low: str) -> list[str]:
    """Return the words of a plain sentence (`Sentence.low`) and the marks that carry a tone."""
    return _WORD.findall(low)[:_MOST_WORDS]


def clauses(low: str) -> tuple[str, ...]:
    """Return the clauses of a sentence that has several: two matters may share one sentence."""
    pieces = tuple(p for piece in _CUT.split(low) if len((p := piece.strip()).split()) > 1)
    return pieces if len(pieces) > 1 else ()


@lru_cache(maxsize=50_000)
def _number(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "replace"))


def numbers(found: Sequence[str]) -> Numbers:
    """Return a number for each word."""
    return np.array([_number(word) for word in found], dtype=np.uint32)


def stirred(values: Numbers, kind: int) -> Numbers:
    """Spread numbers evenly, each kind of feature in its own way."""
    out = (values ^ np.uint32(kind)) * _STIR
    out ^= out >> _LESS
    out *= _STIR_AGAIN
    out ^= out >> _HALF
    return out


class Written:
    """The plain sentences of one mail and who wrote it, ready to be turned into features.

    `role` is "mentor", "rep", "council" or "outsider".
    """

    def __init__(self, lows: Sequence[str], role: str) -> None:
        self._words = [words(low) for low in lows]
        self._numbers = [numbers(found) for found in self._words]
        self._role = np.uint32(_number(f"role={role}"))
        self._count = min(len(lows), 4)

    def features(self, place: int, clause: str | None = None) -> Numbers:
        """Return the features of the sentence at a place, or of one of its clauses there."""
        own = self._words[place] if clause is None else words(clause)
        heard = self._numbers[place] if clause is None else numbers(own)
        kinds = [stirred(heard, 1), stirred(heard ^ self._role, 31), *_rows(heard), *_pieces(own)]
        if place > 0:
            kinds.append(stirred(self._numbers[place - 1], 20))
        if place + 1 < len(self._numbers):
            kinds.append(stirred(self._numbers[place + 1], 21))
        around = numbers((f"n={self._count}", f"i={min(place, 3)}"))
        kinds.append(stirred(np.append(around, self._role), 30))
        return np.unique(np.concatenate(kinds) & _MASK)


def _rows(heard: Numbers) -> list[Numbers]:
    """Return rows of two and three words, two words around a third, and the first word."""
    kinds = [stirred(heard[:1], 5)]
    if len(heard) > 1:
        kinds.append(stirred(heard[:-1] * _SHIFT + heard[1:], 2))
    if len(heard) > 2:  # noqa: PLR2004 - three words
        kinds.append(stirred(heard[:-2] * _SHIFT + heard[2:], 3))
        kinds.append(stirred((heard[:-2] * _SHIFT + heard[1:-1]) * _SHIFT_TWICE + heard[2:], 4))
    return kinds


def _pieces(own: Sequence[str]) -> list[Numbers]:
    """Return the pieces of the words, with the blanks around them."""
    letters = np.frombuffer(f" {' '.join(own)} ".encode("utf-32-le", "replace"), dtype=np.uint32)
    kinds = []
    row = letters
    for length in range(2, max(_PIECES) + 1):
        row = row[:-1] * _SHIFT + letters[length - 1 :]
        if length in _PIECES:
            kinds.append(stirred(row, 10 + length))
    return kinds
