"""What words mean, in seven languages at once.

"I resign", "ich kündige" and "renuncio" share no letters. To the trained reader each word also is
the concept that it stands for, so that what was learnt in one language holds in the others. The
concepts and their words are listed in `concepts.txt`; a change of them asks for `make train`.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib import resources

_SHORTEST_STEM = 3
_DIGITS, _MARKS = "NUMBER", "?!"

_MOST_KEPT = 50_000
"""Words whose concepts are kept."""


@cache
def _listed() -> dict[str, str]:
    """Read the concept of each word and stem ("resign*"); one that stands for several has all."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    text = (resources.files(__package__) / "concepts.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        concept, _, words = line.partition(":")
        for word in words.split():
            named[word].add(concept)
    return {word: "+".join(sorted(concepts)) for word, concepts in named.items()}


class _Known(dict[str, int]):
    """Words with the numbers of their concepts, 0 for none."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        number = self[word] = _number(word)
        return number


_KNOWN = _Known()


def _number(word: str) -> int:
    """Return the number of a word's concept, told by the word itself or its longest stem."""
    listed = _listed()
    concept = listed.get(word, "")
    for length in range(len(word), _SHORTEST_STEM - 1, -1):
        concept = concept or listed.get(f"{word[:length]}*", "")
    if not concept and word and (word in _MARKS or word[0].isdigit()):
        concept = word if word in _MARKS else _DIGITS
    return zlib.crc32(concept.encode()) if concept else 0


def concepts(words: Iterable[str]) -> list[int]:
    """Return the numbers of the concepts of plain words, in their order; other words have none."""
    return [number for number in map(_KNOWN.__getitem__, words) if number]
