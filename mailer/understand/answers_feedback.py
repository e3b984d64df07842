# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Answers to the questions of the feedback round: a mark from 1 to 5, and words."""

import re

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.understand.amounts import rating
from mailer.understand.sentences import Sentence

TWO_MARKS = "Several marks are given"
NO_MARK = "The mark is not one from 1 to 5"

_MARK = re.compile(
    r"(?:^|[,;.] |\b(?=mark|nota|rating))(?:3[.)] )?(?:(?:the |my )?(?:mark|rating|score|grade|note|nota|puntuacion|nilai|bewertung|voto|punteggio|calificacion|avaliacao)s?(?: is| es| e| ist| est)?\s*[:=]?\s*)(?P<said>\d{1,2})(?:[.,]\d)?\b"
)
_BARE = re.compile(
    r"^(?:3[.)] )?(?P<bare>\d{1,2})(?:\s*(?:/|out of|of|von|de|sur|su|dari)\s*5)?[.!]*$"
)
_OF_FIVE = re.compile(r"\b(?P<five>\d)\s*(?:/|out of|von|sur|su|dari)\s*5\b")
_FEWEST_WORDS = 3
_HIGHEST = 5
_MOST = 2_000


def feedback(
    text: tuple[Sentence, ...], agreed: Intent | None
) -> tuple[Fields, tuple[str, ...]] | None:
    """Return the mark and the words of an answer, and doubts; None where it is none.

    A bare "no, thank you" is left to who asked for a no, and so is a question.
    """
    marks = {mark for sentence in text for mark in _marks(sentence)}
    words = " ".join(sentence.raw for sentence in text)[:_MOST]
    count = sum(len(sentence.low.split()) for sentence in text)
    if not marks:
        short = count <= _FEWEST_WORDS + 1
        if (agreed is Intent.NO and short) or any(s.asks for s in text) or count < _FEWEST_WORDS:
            return None
        return Fields(reason=words), ()
    if len(marks) > 1:
        return Fields(reason=words), (TWO_MARKS,)
    [mark] = marks
    if not 1 <= mark <= _HIGHEST:
        return Fields(reason=words), (NO_MARK,)
    return Fields(rating=mark, reason=words), ()


def _marks(sentence: Sentence) -> set[float]:
    for pattern in (_OF_FIVE, _MARK, _BARE):
        if found := {float(match[1]) for match in pattern.finditer(sentence.low)}:
            return found
    found_in_words = rating(sentence.low)
    return set() if found_in_words is None else {found_in_words}
