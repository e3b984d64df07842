"""Which language a text is written in: told by its small words, its letters and its endings.

Every word votes for the languages that know it, the less the more languages do. Greetings count
little, since many greet in one language and write in another; so do English words, since they
stand in texts of all languages. The shapes of words are asked only where the words do not decide.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from mailer.understand.language_words import ENDINGS, LETTERS, WEAK, WORDS
from mailer.understand.sentences import Letters, fold

_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), "ja", 0.15),
    (re.compile(r"[\uac00-\ud7af]"), "ko", 0.3),
    (re.compile(r"[\u4e00-\u9fff]"), "zh", 0.3),
    (re.compile(r"[\u0590-\u05ff]"), "he", 0.3),
    (re.compile(r"[پچژگی]"), "fa", 0.06),
    (re.compile(r"[\u0600-\u06ff]"), "ar", 0.3),
    (re.compile(r"[\u0900-\u097f]"), "hi", 0.3),
    (re.compile(r"[\u0980-\u09ff]"), "bn", 0.3),
    (re.compile(r"[\u0b80-\u0bff]"), "ta", 0.3),
    (re.compile(r"[\u0e00-\u0e7f]"), "th", 0.3),
    (re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"), "el", 0.3),
    (re.compile(r"[\u10a0-\u10ff]"), "ka", 0.3),
    (re.compile(r"[\u0530-\u058f]"), "hy", 0.3),
    (re.compile(r"[іїєґ]"), "uk", 0.03),
    (re.compile(r"[јљњћђ]"), "sr", 0.03),
    (re.compile(r"[\u0400-\u04ff]"), "ru", 0.3),
)
"""Letters, the language that they tell, and the share of the text that they must have."""

_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _code, _words in WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _code)
_WITH_SIGN: dict[str, tuple[str, ...]] = {}
for _code, _signs in LETTERS.items():
    for _sign in _signs:
        _WITH_SIGN[_sign] = (*_WITH_SIGN.get(_sign, ()), _code)
_SHAPES = tuple((code, re.compile(rf"(?:{shapes})$")) for code, shapes in ENDINGS.items())
_LETTERS = Letters(figures=False)
_FAR = re.compile(r"[\u0370-\u1eff\u3000-\uffff]")

_READ = 4000
"""Characters that are looked at."""

_WORD, _LETTER, _SHAPE = 6.0, 4.0, 1.0
"""What a word, a letter and the shape of an unknown word weigh."""

_GREETING, _ENGLISH = 0.25, 0.75
"""What is left of the weight of a greeting, and of an English word."""

_MOST_SIGNS = 5
_DECIDED = 2.0
"""By how much the best language must lead for the shapes of words not to be asked."""

_PRIOR = 1.5
"""Votes for the language that the writer is known by."""

_LEAST = 1.0
"""Votes below which nothing is told."""


@lru_cache(maxsize=64)
def language(text: str, default: str = "en") -> str:
    """Return the ISO 639-1 code of the text's language, or `default` where nothing tells."""
    sample = text[:_READ].lower()
    script = _script(sample) if not sample.isascii() and _FAR.search(sample) else None
    return script or _by_words(sample, default)


def _script(sample: str) -> str | None:
    letters = sum(c.isalpha() for c in sample) or 1
    for script, code, share in _SCRIPTS:
        if len(script.findall(sample)) / letters > share:
            return code
    return None


def _by_words(sample: str, default: str) -> str:
    """Add up the votes; where the best are equal, the default wins if it is one of them."""
    score: defaultdict[str, float] = defaultdict(float)
    known = fold(sample).translate(_LETTERS).split()
    for word, times in Counter(word for word in known if word in _LANGUAGES_OF).items():
        for code, force in _votes(word):
            score[code] += times * force
    if not sample.isascii():
        _letters(sample, score)
    if score:
        score[default] += _PRIOR
    ranked = _best(score)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _DECIDED * ranked[1][1]):
        _shapes((word for word in known if word not in _LANGUAGES_OF), score)
        ranked = _best(score)
    if not ranked or ranked[0][1] < _LEAST:
        return default
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1] and default in dict(ranked):
        return default
    return ranked[0][0]


@lru_cache(maxsize=8192)
def _votes(word: str) -> tuple[tuple[str, float], ...]:
    """Return how much a word speaks for each language that has it."""
    codes = _LANGUAGES_OF.get(word, ())
    force = _WORD / len(codes) * (_GREETING if word in WEAK else 1.0) if codes else 0.0
    return tuple((code, force * (_ENGLISH if code == "en" else 1.0)) for code in codes)


def _best(score: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(score.items(), key=lambda pair: -pair[1])[:2]


def _letters(sample: str, score: defaultdict[str, float]) -> None:
    signs = set(sample)
    for sign, codes in _WITH_SIGN.items():
        if sign in signs:
            count = min(_MOST_SIGNS, sample.count(sign))
            for code in codes:
                score[code] += count * _LETTER / len(codes)


def _shapes(strange: Iterable[str], score: defaultdict[str, float]) -> None:
    for word in strange:
        for code in _shaped(word):
            score[code] += _SHAPE


@lru_cache(maxsize=4096)
def _shaped(word: str) -> tuple[str, ...]:
    """Return the languages whose words look so."""
    return tuple(code for code, shape in _SHAPES if shape.match(word))
