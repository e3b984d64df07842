"""What the trained reader sees of a sentence: its words, their neighbours, and pieces of words.

Each such feature is a number below `SIZE`, got by hashing, so that no vocabulary has to be kept.
The same code serves training and reading; a change of it asks for `make train`. All sentences and
clauses of a mail are worked on at once, in few steps over long arrays: that is what makes it quick.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]
Piece = tuple[int, str | None]
"""The place of a sentence, and the clause that is meant there; None for the whole of it."""

SIZE = 1 << 18
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[?!:;()%]")
_SHIFT, _SHIFT_TWICE = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_STIR, _STIR_AGAIN = np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
_HALF, _LESS = np.uint32(16), np.uint32(13)
_PIECES = (3, 5)
"""Letters of the pieces of words."""

AT_ONCE = 256
"""Stretches that are worked on at once: that bounds the memory that a mail takes."""

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


def numbers(found: Iterable[str]) -> list[int]:
    """Return a number for each word."""
    return list(map(_number, found))


def _array(found: Iterable[str]) -> Numbers:
    return np.array(numbers(found), dtype=np.uint32)


def _stirred(values: Numbers) -> Numbers:
    """Spread numbers evenly."""
    out = values * _STIR
    out ^= out >> _LESS
    out *= _STIR_AGAIN
    out ^= out >> _HALF
    return out


@dataclass(frozen=True, slots=True)
class Row:
    """Values of several stretches of text in a row, and the stretch that each belongs to."""

    values: Numbers
    of: Numbers

    def kind(self, kind: int) -> "Row":
        """Return the values as those of one kind of feature."""
        return Row(self.values ^ np.uint32(kind), self.of)


def joined(rows: Sequence[Sequence[int]]) -> Row:
    """Return the numbers of several stretches one behind the other."""
    return _row(np.array(list(chain.from_iterable(rows)), dtype=np.uint32), rows)


def _row(values: Numbers, rows: Sequence[Sequence[int] | Numbers]) -> Row:
    return Row(values, np.repeat(np.arange(len(rows), dtype=np.uint32), [len(row) for row in rows]))


@dataclass(frozen=True, slots=True)
class Seen:
    """The features of some stretches of text, one stretch behind the other, each feature once.

    `starts` is where each stretch begins in `features`, `counts` how many it has.
    """

    features: Places
    starts: Places
    counts: Places

    def of(self, stretch: int) -> Numbers:
        """Return the features of one stretch, in their order."""
        start = self.starts[stretch]
        return self.features[start : start + self.counts[stretch]].astype(np.uint32)


def once(values: Numbers | Places) -> Numbers:
    """Return each value once, in order. For such arrays numpy's own `unique` takes much longer."""
    ordered = np.sort(values.astype(np.uint32))
    first = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def seen(row: Row, count: int, size: int) -> Seen:
    """Return what is seen of `count` stretches, at most `AT_ONCE`, of which each has values.

    `size` is a power of two that no feature reaches.
    """
    keys = row.of * np.uint32(size)
    keys |= _stirred(row.values) & np.uint32(size - 1)
    keys = once(keys)
    borders = np.searchsorted(keys, np.arange(count + 1, dtype=np.uint32) * np.uint32(size))
    return Seen((keys & np.uint32(size - 1)).astype(np.intp), borders[:-1], np.diff(borders))


def alone(features: Numbers) -> Seen:
    """Return the features of one stretch as what is seen of it."""
    nothing, count = np.zeros(1, dtype=np.intp), np.array([len(features)], dtype=np.intp)
    return Seen(features.astype(np.intp), nothing, count)


class Written:
    """The plain sentences of one mail and who wrote it, ready to be turned into features.

    `role` is "mentor", "rep", "council" or "outsider".
    """

    def __init__(self, lows: Sequence[str], role: str) -> None:
        self._words = [words(low) for low in lows]
        self._numbers = [_array(found) for found in self._words]
        self._role = _number(f"role={role}")
        self._count = _number(f"n={min(len(lows), 4)}")

    def features(self, place: int, clause: str | None = None) -> Numbers:
        """Return the features of the sentence at a place, or of one of its clauses there."""
        return self.seen([(place, clause)]).of(0)

    def seen(self, pieces: Sequence[Piece]) -> Seen:
        """Return the features of sentences and clauses, at most `AT_ONCE` of them."""
        own, heard = [], []
        for place, clause in pieces:
            found = self._words[place] if clause is None else words(clause)
            own.append(found)
            heard.append(self._numbers[place] if clause is None else _array(found))
        rows = _row(np.concatenate(heard), heard)
        kinds = [rows.kind(1), Row(rows.values ^ np.uint32(self._role), rows.of).kind(31)]
        kinds += [*_rows(rows), *_pieces(own), *self._around([place for place, _ in pieces])]
        values = np.concatenate([kind.values for kind in kinds])
        return seen(Row(values, np.concatenate([kind.of for kind in kinds])), len(pieces), SIZE)

    def _around(self, places: Sequence[int]) -> list[Row]:
        """Return the words of the sentences before and after, and what holds for the mail."""
        none = _array([])
        all_before, all_after = [none, *self._numbers], [*self._numbers[1:], none]
        before = [all_before[place] for place in places]
        after = [all_after[place] for place in places]
        mail = [(self._count, _number(f"i={min(place, 3)}"), self._role) for place in places]
        return [
            _row(np.concatenate(before), before).kind(20),
            _row(np.concatenate(after), after).kind(21),
            joined(mail).kind(30),
        ]


def _rows(heard: Row) -> list[Row]:
    """Return rows of two and three words, two words around a third, and the first word."""
    values, of = heard.values, heard.of
    first = np.ones(len(of), dtype=np.bool_)
    np.not_equal(of[1:], of[:-1], out=first[1:])
    shifted = values * _SHIFT
    pairs = shifted[:-1] + values[1:]
    apart = shifted[:-2] + values[2:]
    triples = pairs[:-1] * _SHIFT_TWICE + values[2:]
    return [
        Row(values[first], of[first]).kind(5),
        _within(pairs, of, 2).kind(2),
        _within(apart, of, 3).kind(3),
        _within(triples, of, 3).kind(4),
    ]


def _pieces(own: Sequence[Sequence[str]]) -> list[Row]:
    """Return the pieces of the words, with the blanks around them."""
    texts = [f" {' '.join(found)} " for found in own]
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), dtype=np.uint32)
    of = np.repeat(np.arange(len(texts), dtype=np.uint32), [len(text) for text in texts])
    kinds = []
    row = letters
    for length in range(2, max(_PIECES) + 1):
        row = row[:-1] * _SHIFT + letters[length - 1 :]
        if length in _PIECES:
            kinds.append(_within(row, of, length).kind(10 + length))
    return kinds


def _within(values: Numbers, of: Numbers, length: int) -> Row:
    """Keep the values of so many neighbours that belong to one stretch."""
    here = of[: len(values)]
    whole = here == of[length - 1 :]
    return Row(values[whole], here[whole])
