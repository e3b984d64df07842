"""How the words of a correction compare with what is recorded."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from mailer.rules.fields import Named
from mailer.rules.records import Asks
from mailer.understand.correction_words import DATES, MONTH, NUMBER, PEOPLE, STOPS, WORDS
from mailer.understand.dates import Found, Lean, dates
from mailer.understand.matter import Matter
from mailer.understand.names import names
from mailer.understand.people import spellings
from mailer.understand.sentences import fold, tidy

WORD = r"[^\W_](?:[\w.-]*[^\W])?"
"""A word as it may stand in a user name."""
_OTHERS = ("en", "es", "pt", "fr", "de", "it", "id")
"""Languages in which a date is looked for where a reply is too short to tell its language."""

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


class Record:
    """What a letter said is on record, and how the words of a reply stand to it."""

    def __init__(self, matter: Matter, asks: Asks) -> None:
        self.matter = matter
        self.asks = asks

    def struck(self, old: str) -> list[Struck]:
        """Return the recorded values that the words name."""
        recorded = self.asks.recorded
        found = []
        for key in self.keys(DATES):
            known = getattr(recorded, key)
            said = self.dates(old, known)
            if known and len(said) == 1 and same_day(said[0], known):
                found.append(Struck(key))
        said_words = set(re.findall(r"\w+", fold(old)))
        for key in self.keys(PEOPLE):
            for place, known in enumerate(people_of(getattr(recorded, key))):
                own = {word for form in spellings(known.name or "") for word in form}
                if own & said_words:
                    found.append(Struck(key, place))
        words = f" {' '.join(re.findall(WORD, fold(old)))} "
        found += [
            Struck(key)
            for key in self.keys(WORDS)
            if (known := self.recorded(key)) and f" {fold(known)} " in words
        ]
        return found

    def fresh(self, words: str) -> list[str]:
        """Return the names in a clause that are not recorded; "Ana's" is a recorded one."""
        known = {word for key in self.keys(PEOPLE) for one in people_of(self.recorded(key))
                 for form in spellings(one.name or "") for word in form}  # fmt: skip
        return [
            one
            for one in capitals(re.sub(r"['’]s\b", "", words))
            if not known.issuperset(fold(one).split()) and not MONTH.fullmatch(fold(one))
        ]

    def person(self, words: str) -> Named | None:
        """Return the one person that words name, be it known or not."""
        found = self.names(words)
        if not found:
            found = tuple(Named(word) for word in capitals(words))
        return found[0] if len(found) == 1 else None

    def names(self, words: str) -> tuple[Named, ...]:
        """Return the people whom words surely name; the writer and months are none."""
        own = self.matter.speaker.name if self.matter.speaker else ""
        found = names(words, self.matter.roster, (), own, self.matter.language)
        kept = (replace(one, name=bare_name(one.name)) for one in found)
        return tuple(
            one for one in kept if one.email or (one.name and not MONTH.fullmatch(fold(one.name)))
        )

    def dates(
        self, words: str, known: date | None = None, lean: Lean = Lean.FUTURE
    ) -> tuple[Found, ...]:
        """Return the days that words name; a bare number is a day of the month that is known."""
        found = dates(words, self.matter.base, lean, self.matter.language) or self._abroad(
            words, lean
        )
        numbers = list(NUMBER.finditer(flattened(words)))
        if found or known is None or len(numbers) != 1:
            return found
        try:
            day = known.replace(day=int(numbers[0]["day"]))
        except ValueError:
            return ()
        return (Found(numbers[0].start(), numbers[0].end(), day, yearless=True, bare=True),)

    def _abroad(self, words: str, lean: Lean) -> tuple[Found, ...]:
        """Read a date in the other languages, where all that know it give the same one."""
        if not re.search(r"\d", words):
            return ()
        others = (dates(words, self.matter.base, lean, language) for language in _OTHERS)
        known = [found for found in others if found]
        named = {tuple(one.day for one in found) for found in known if not found[0].bare}
        bare = {tuple(one.day for one in found) for found in known if found[0].bare}
        if len(named or bare) != 1:
            return ()
        return next(found for found in known if found[0].bare is not bool(named))

    def keys(self, kind: frozenset[str]) -> tuple[str, ...]:
        """Return the fields of a kind that the letter may say."""
        return tuple(key for key in self.asks.states if key in kind)

    def recorded(self, key: str) -> Any:
        """Return what the letter said of a field."""
        return getattr(self.asks.recorded, key)
