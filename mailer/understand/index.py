"""Finds the cues that are worth trying on a sentence, by the stems that stand in it."""

import re
from collections.abc import Iterable

from mailer.understand.cues import Cue

_LONGEST_WORD = 3
"""Letters up to which a stem is a word of its own."""

_MOST_WORDS = 20_000
"""Words that are remembered with their cues; people use far fewer."""

_WORD = re.compile(r"[a-z]+")


class Index:
    """The cues of one language that are open to one kind of writer.

    With `prefixes`, a stem of letters stands at the beginning of a word, and is the whole word
    where it has up to three letters. Any other stem may stand anywhere.
    """

    def __init__(self, cues: Iterable[Cue], *, prefixes: bool) -> None:
        """Take the cues in the order in which they are to be tried."""
        self._cues = tuple(cues)
        self._anywhere: dict[str, tuple[int, ...]] = {}
        self._beginning: dict[str, tuple[int, ...]] = {}
        self._of_word: dict[str, tuple[int, ...]] = {}
        for place, one in enumerate(self._cues):
            for stem in one.stems:
                table = self._beginning if prefixes and stem.isalpha() else self._anywhere
                table[stem] = (*table.get(stem, ()), place)

    def stems(self, whole: str) -> tuple[str, ...]:
        """Return which of the stems that may stand anywhere are in a whole text."""
        return tuple(stem for stem in self._anywhere if stem in whole)

    def cues(self, low: str, stems: tuple[str, ...]) -> list[Cue]:
        """Return the cues to try on one sentence of a text that has these stems."""
        places: set[int] = set()
        if self._beginning:
            known = self._of_word
            for word in _WORD.findall(low):
                places.update(known[word] if word in known else self._word(word))
        for stem in stems:
            if stem in low:
                places.update(self._anywhere[stem])
        return [self._cues[place] for place in sorted(places)]

    def _word(self, word: str) -> tuple[int, ...]:
        starts = {word, *(word[:end] for end in range(_LONGEST_WORD + 1, len(word)))}
        found = tuple(place for start in starts for place in self._beginning.get(start, ()))
        if len(self._of_word) < _MOST_WORDS:
            self._of_word[word] = found
        return found
