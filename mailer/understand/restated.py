"""How the words of a correction compare with what is recorded."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from mailer.rules.fields import Named
from mailer.understand.correction_words import STOPS
from mailer.understand.dates import Found, Lean
from mailer.understand.sentences import fold, tidy

_ALIKE = 60
"""Likeness (0 to 100) from which one word may be the right spelling of another: Sousa and Souza
are 80, Silva and Souza 40."""

_CAPITALS = re.compile(
    r"[^\W\d_a-z][\w'’-]+(?: (?:d[aeo]s? |van |von |de la )?[^\W\d_a-z][\w'’-]+)*"
)


@dataclass(frozen=True, slots=True)
class Struck:
    """The recorded value that a correction takes the place of; `place` is that of a person."""

    key: str
    place: int = 0


LEANS = {"completed_on": Lean.PAST, "held_on": Lean.PAST}


def people_of(value: Any) -> tuple[Named, ...]:
    if isinstance(value, tuple):
        return tuple(one for one in value if isinstance(one, Named))
    return (value,) if isinstance(value, Named) else ()


def same_day(said: Found, known: date) -> bool:
    """Say whether a day as written is the recorded one, as far as it is written."""
    if said.bare:
        return said.day.day == known.day
    if said.yearless:
        return (said.day.month, said.day.day) == (known.month, known.day)
    return said.day == known


def alike(known: Named, word: str) -> bool:
    """Say whether a word is another spelling of one word of a name, and of no other."""
    own = (known.name or "").split()
    near = [w for w in own if fold(w) != fold(word) and fuzz.ratio(fold(w), fold(word)) >= _ALIKE]
    return len(near) == 1 and not any(fold(w) == fold(word) for w in own)


def with_word(known: Named, word: str, old: str = "") -> str:
    """Return a recorded name with one word in the place of the one that it corrects."""
    struck = set(re.findall(r"\w+", fold(old)))
    own = (known.name or "").split()
    place = max(
        range(len(own)),
        key=lambda n: (fold(own[n]) in struck, fuzz.ratio(fold(own[n]), fold(word))),
    )
    return " ".join([*own[:place], word, *own[place + 1 :]])


def capitals(words: str) -> list[str]:
    """Return what may be names that nobody on the roster bears."""
    return [bare for run in _CAPITALS.findall(words) if (bare := bare_name(run))]


def bare_name(name: str | None) -> str | None:
    """Return a name without the capitalised small word before it: "It's Ana" is Ana."""
    own = (name or "").split()
    while own and fold(own[0]).strip(".,") in STOPS:
        own = own[1:]
    return " ".join(own) or None


def flattened(raw: str) -> str:
    """Return folded text of the same length, so that places in it are places in the text."""
    return "".join(low if len(low := fold(one)) == 1 else one.lower()[:1] for one in tidy(raw))
