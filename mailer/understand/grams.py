"""What the trained reader sees of a sentence: its words, their neighbours, and pieces of words.

Each such feature is a number below `SIZE`, got by hashing, so that no vocabulary has to be kept.
The same code serves training and reading; a change of it asks for `make train`. All sentences and
clauses of a mail are worked on at once, in few steps over long arrays: that is what makes it quick.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mailer.understand.concepts import concepts
from mailer.understand.sentences import Letters

Numbers = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]
Piece = tuple[int, str | None]
"""The place of a sentence, and the clause that is meant there; None for the whole of it."""

SIZE = 1 << 18
_MARKS = "?!:;()%"
"""Marks that carry a tone, and count as words."""

_PLAIN = Letters(f"{_MARKS}'\n")

_APOSTROPHES = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SHIFT, _SHIFT_TWICE = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77)
_STIR, _STIR_AGAIN = np.uint32(0x85EBCA6B), np.uint32(0xC2B2AE35)
_HALF, _LESS = np.uint32(16), np.uint32(13)
_PIECES = (3, 5)
"""Letters of the pieces of words."""

AT_ONCE = 256
"""Stretches that are worked on at once: that bounds the memory that a mail takes."""

_MOST_WORDS = 200
"""Words of one sentence that are looked at."""

_MOST_KEPT = 50_000
"""Words whose numbers are kept."""

_CUT = re.compile(
    r"[,;:()]\s|\s-+\s|\.\.+|"
    r"\b(?:and|but|so|then|y|pero|e|mas|et|mais|und|aber|ma|dan|tapi|puis|donc|luego|entao|quindi|lalu)"
    r"\s(?=\S+\s\S+)"
)


def words(lows: Sequence[str]) -> list[list[str]]:
    """Return the words of plain sentences (`Sentence.low`), and the marks that carry a tone.

    All are cut at once.
    """
    text = "\n".join(lows)
    for mark in _MARKS:
        if mark in text:
            text = text.replace(mark, f" {mark} ")
    rows = [line.split() for line in text.translate(_PLAIN).split("\n")] if lows else []
    if "'" in text:
        rows = [[word for one in row for word in _parted(one)] for row in rows]
    return [row[:_MOST_WORDS] for row in rows]


def _parted(word: str) -> Sequence[str]:
    """Keep an apostrophe between two pieces of a word ("don't"), and no other."""
    return _APOSTROPHES.findall(word) if "'" in word else (word,)


def clauses(low: str) -> tuple[str, ...]:
    """Return the clauses of a sentence that has several: two matters may share one sentence."""
    pieces = tuple(p for piece in _CUT.split(low) if len((p := piece.strip()).split()) > 1)
    return pieces if len(pieces) > 1 else ()


class _Hashes(dict[str, int]):
    """Words with their numbers, so that none is hashed for every mail."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        number = self[word] = zlib.crc32(word.encode("utf-8", "replace"))
        return number


_HASHES = _Hashes()


def numbers(found: Iterable[str]) -> list[int]:
    """Return a number for each word."""
    return list(map(_HASHES.__getitem__, found))


def numbers_once(found: Iterable[str]) -> list[int]:
    """Return the same for what hardly comes again, as words in a row: nothing of it is kept."""
    return [zlib.crc32(one.encode("utf-8", "replace")) for one in found]


_AT = np.array(numbers(f"i={place}" for place in range(4)), dtype=np.uint32)
"""The keys of where a sentence stands."""


def _stirred(values: Numbers) -> Numbers:
    """Spread numbers evenly."""
    out = values * _STIR
    out ^= out >> _LESS
    out *= _STIR_AGAIN
    out ^= out >> _HALF
    return out


class Row(NamedTuple):
    """Values of several stretches of text in a row, and the stretch that each belongs to.

    A value that belongs to none of them has the number behind the last.
    """

    values: Numbers
    of: Numbers

    def kind(self, kind: int) -> "Row":
        """Return the values as those of one kind of feature."""
        return Row(self.values ^ np.uint32(kind), self.of)


def joined(rows: Sequence[Sequence[int]]) -> Row:
    """Return the numbers of several stretches one behind the other."""
    counts = [len(row) for row in rows]
    values = np.fromiter(chain.from_iterable(rows), np.uint32, sum(counts))
    return Row(values, _owners(counts))


def _owners(counts: Sequence[int] | Places) -> Numbers:
    """Return the number of a stretch as often as it has values."""
    return np.repeat(np.arange(len(counts), dtype=np.uint32), counts)


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


def once(values: Numbers) -> Numbers:
    """Return each value once, in order. For such arrays numpy's own `unique` takes much longer."""
    ordered = np.sort(values)
    new = np.empty(len(ordered), dtype=np.bool_)
    new[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def seen(row: Row, count: int, size: int) -> Seen:
    """Return what is seen of `count` stretches, at most `AT_ONCE`, of which each has values.

    `size` is a power of two that no feature reaches.
    """
    last = np.uint32(size - 1)
    keys = row.of * np.uint32(size)
    keys |= _stirred(row.values) & last
    keys = once(keys)
    borders = keys.searchsorted(np.arange(count + 1, dtype=np.uint32) * np.uint32(size))
    return Seen((keys[: borders[-1]] & last).astype(np.intp), borders[:-1], np.diff(borders))


def alone(features: Numbers) -> Seen:
    """Return the features of one stretch as what is seen of it."""
    nothing, count = np.zeros(1, dtype=np.intp), np.array([len(features)], dtype=np.intp)
    return Seen(features.astype(np.intp), nothing, count)


class Written:
    """The plain sentences of one mail and who wrote it, ready to be turned into features.

    `role` is "mentor", "rep", "council" or "outsider".
    """

    def __init__(self, lows: Sequence[str], role: str) -> None:
        # Nothing is said before the first sentence, nor after the last.
        self._said: list[list[str]] = [[], *words(lows), []]
        self._role, self._count = numbers((f"role={role}", f"n={min(len(lows), 4)}"))

    def features(self, place: int, clause: str | None = None) -> Numbers:
        """Return the features of the sentence at a place, or of one of its clauses there."""
        return self.seen([(place, clause)]).of(0)

    def seen(self, pieces: Sequence[Piece]) -> Seen:
        """Return the features of sentences and clauses, at most `AT_ONCE` of them."""
        said = self._said + words([clause for _, clause in pieces if clause is not None])
        clauses = count(len(self._said))
        own = [place + 1 if clause is None else next(clauses) for place, clause in pieces]
        places = np.array([place for place, _ in pieces])
        heard = _Heard(said)
        row = heard.row(np.array(own))
        kinds = [
            row.kind(1),
            row.kind(self._role ^ 31),
            *_rows(row, len(pieces)),
            *_pieces([said[place] for place in own]),
            *_concepts([said[place] for place in own]),
            heard.row(places).kind(20),
            heard.row(places + 2).kind(21),
            self._of_mail(places).kind(30),
        ]
        values, of = (np.concatenate(column) for column in zip(*kinds, strict=True))
        return seen(Row(values, of), len(pieces), SIZE)

    def _of_mail(self, places: Places) -> Row:
        """Return who writes, how much, and where the sentences of some pieces stand."""
        number, same = np.arange(len(places), dtype=np.uint32), np.ones_like(places, np.uint32)
        at = _AT[np.minimum(places, len(_AT) - 1)]
        values = (same * np.uint32(self._count), at, same * np.uint32(self._role))
        return Row(np.concatenate(values), np.concatenate((number, number, number)))


class _Heard:
    """The numbers of the words of some stretches, one stretch behind the other."""

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        self._values = np.array(numbers(chain.from_iterable(rows)), dtype=np.uint32)
        self._counts = np.array([len(row) for row in rows])
        self._ends = self._counts.cumsum()

    def row(self, places: Places) -> Row:
        """Return the numbers of the stretches at some places."""
        counts = self._counts[places]
        shifts = (self._ends[places] - counts.cumsum()).repeat(counts)
        return Row(self._values[np.arange(len(shifts)) + shifts], _owners(counts))


def _rows(heard: Row, count: int) -> list[Row]:
    """Return rows of two and three words, two words around a third, and the first word."""
    values, of = heard
    first = np.ones(len(of), dtype=np.bool_)
    np.not_equal(of[1:], of[:-1], out=first[1:])
    shifted = values * _SHIFT
    pairs = shifted[:-1] + values[1:]
    apart = shifted[:-2] + values[2:]
    triples = pairs[:-1] * _SHIFT_TWICE + values[2:]
    return [
        Row(values[first], of[first]).kind(5),
        _within(pairs, of, 2, count).kind(2),
        _within(apart, of, 3, count).kind(3),
        _within(triples, of, 3, count).kind(4),
    ]


def _pieces(own: Sequence[Sequence[str]]) -> list[Row]:
    """Return the pieces of the words, with the blanks around them."""
    texts = [f" {' '.join(found)} " for found in own]
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), dtype=np.uint32)
    of = _owners([len(text) for text in texts])
    kinds = []
    row = letters
    for length in range(2, max(_PIECES) + 1):
        row = row[:-1] * _SHIFT + letters[length - 1 :]
        if length in _PIECES:
            kinds.append(_within(row, of, length, len(own)).kind(10 + length))
    return kinds


def _concepts(own: Sequence[Sequence[str]]) -> list[Row]:
    """Return rows of one, two and three concepts, and of two with up to three between them."""
    row, count = joined([concepts(found) for found in own]), len(own)
    values, of = row
    shifted = values * _SHIFT
    pairs = shifted[:-1] + values[1:]
    triples = pairs[:-1] * _SHIFT_TWICE + values[2:]
    return [
        row.kind(40),
        _within(pairs, of, 2, count).kind(41),
        _within(triples, of, 3, count).kind(42),
        *(
            _within(shifted[:-away] + values[away:], of, away + 1, count).kind(43)
            for away in (2, 3, 4)
        ),
    ]


def _within(values: Numbers, of: Numbers, length: int, count: int) -> Row:
    """Give so many neighbours to the stretch that they belong to; those of two to none."""
    here = of[: len(values)]
    return Row(values, np.where(here == of[length - 1 :], here, np.uint32(count)))
