# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Corrections in words: "no, the 15th; and it is Ana Souza, not Ana Silva".

What the letter said is known here (`Asks.recorded`). A word corrects only where it is plain which
field is meant: one field of its kind, or the value that it takes the place of. Else a person looks.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from mailer.rules.fields import Fields, Named
from mailer.rules.records import Asks
from mailer.understand.correction_words import (
    CONTRASTS,
    DATES,
    DENIED,
    IT_IS,
    JOINED,
    KINDS,
    LED_BY_NO,
    OWN_LABELS,
    PEOPLE,
    PLEASANT,
    SPELLED,
    STOPS,
    SURNAME,
    WORDS,
    WRONG,
)
from mailer.understand.dates import Lean
from mailer.understand.matter import Matter
from mailer.understand.people import resolve, spellings
from mailer.understand.restated import (
    LEANS,
    WORD,
    Record,
    Struck,
    alike,
    capitals,
    flattened,
    people_of,
    with_word,
)
from mailer.understand.sentences import Sentence, fold, plain, tidy
from mailer.understand.tongues import COUNTRIES

_LEFT = 1
"""Words of a clause that need no sense in a correction without "not"."""
_LONG_AGO = timedelta(days=60)
"""A last day that lies further back is hardly meant."""
_SHORT = 3
"""Words up to which a sentence that corrects nothing is no other matter: "All the best to you"."""
_UNPLACED = "It is not plain what shall be corrected: “{}”"
_BESIDE = "Something else is said beside the correction: “{}”"


@dataclass(frozen=True, slots=True)
class Reworded:
    """The fields as they shall be, or doubts: then nothing is corrected before a person looked."""

    fields: Fields
    doubts: tuple[str, ...] = ()


def reworded(matter: Matter, text: tuple[Sentence, ...], asks: Asks) -> Reworded | None:
    """Return what a reply corrects in words; None where it does not sound like a correction."""
    if not asks.states:
        return None
    reader = _Reader(matter, asks, any(_signals(sentence) for sentence in text))
    for sentence in text:
        reader.read(sentence)
    if not reader.changes and not reader.tried:
        return None
    doubts = tuple(dict.fromkeys(reader.doubts))
    return Reworded(replace(Fields(), **reader.changes), doubts)


def _signals(sentence: Sentence) -> bool:
    return bool(WRONG.search(sentence.low) or LED_BY_NO.match(sentence.low))


class _Reader:
    """Reads the sentences of one reply; lives no longer than that."""

    def __init__(self, matter: Matter, asks: Asks, signalled: bool) -> None:
        self.matter = matter
        self.record = Record(matter, asks)
        self.signalled = signalled
        self.changes: dict[str, Any] = {}
        self.doubts: list[str] = []
        self.tried = False

    def read(self, sentence: Sentence) -> None:
        raw = LED_BY_NO.sub("", tidy(sentence.raw)).strip()
        says_nothing = PLEASANT.match(fold(raw)) and not capitals(raw[1:])
        if not raw or (says_nothing and not re.search(r"\d", raw)):
            return
        for clause in filter(None, (piece.strip(" ,.!") for piece in JOINED.split(raw))):
            self._clause(clause, sentence)

    def _clause(self, clause: str, sentence: Sentence) -> None:
        done = self._contrast(clause) or self._plain(clause)
        if not done and (len(clause.split()) > _SHORT or sentence.asks):
            self.doubts.append((_BESIDE if self.changes else _UNPLACED).format(clause[:120]))
        elif done and sentence.asks:
            self.doubts.append(_UNPLACED.format(clause[:120]))

    def _contrast(self, clause: str) -> bool:
        """Read "X, not Y" and "not Y but X": Y must be what is recorded."""
        flat = flattened(clause)
        for pattern in CONTRASTS:
            match = pattern.search(flat)
            if not match:
                continue
            new, old = (clause[slice(*match.span(part))] for part in ("x", "y"))
            struck = self.record.struck(old)
            plain_one = (
                len(struck) == 1 and self._left(flat, self._values(new, old, struck[0])) == 0
            )
            if plain_one and self._put(struck[0], new, old):
                return True
            if struck or self.record.dates(new) or self.record.dates(old) or capitals(old):
                self.tried = True
                return False
        return False

    def _values(self, new: str, old: str, struck: Struck) -> tuple[str, ...]:
        """Return the words of a contrast that are values."""
        if struck.key in WORDS:
            return (
                fold(str(self.record.recorded(struck.key))),
                *map(fold, re.findall(WORD, new)[-1:]),
            )
        if struck.key in DATES:
            known = self.record.recorded(struck.key)
            return tuple(
                flattened(words)[one.start : one.end]
                for words in (new, old)
                for one in self.record.dates(words, known)
            )
        named = (*self.record.names(new), *self.record.names(old))
        loose = (word for words in (new, old) for word in capitals(words))
        known_words = re.findall(r"\w+", fold(old))
        people = people_of(self.record.recorded(struck.key))
        own = {w for form in spellings(people[struck.place].name or "") for w in form}
        return (
            *(fold(one.name or "") for one in named),
            *map(fold, loose),
            *(word for word in known_words if word in own),
        )

    def _put(self, struck: Struck, new: str, old: str) -> bool:
        """Put what the words say in the place of a recorded value; False where they do not say."""
        if struck.key in DATES:
            return self._put_day(struck.key, new, sure=True)
        if struck.key in WORDS:
            return self._put_word(struck.key, re.findall(WORD, new))
        named = self.record.person(new)
        known = people_of(self.record.recorded(struck.key))[struck.place]
        if named is None:
            return False
        if " " not in (named.name or " "):
            named = self._other_word(known, named, old)
        return named is not None and self._put_person(struck, named)

    def _put_word(self, key: str, words: list[str]) -> bool:
        """Put a user name or a country: the last words before "not"."""
        if key == "portal_username":
            value = words[-1] if words and fold(words[-1]) not in STOPS else None
        else:
            tails = (" ".join(words[-count:]) for count in (3, 2, 1))
            value = next(
                (COUNTRIES[low] for tail in tails if (low := plain(tail)) in COUNTRIES), None
            )
        if value is None:
            return False
        self.changes[key] = value
        return True

    def _plain(self, clause: str) -> bool:
        """Read a clause without "not": a label, a value, or little more."""
        flat = flattened(clause)
        spelled = self._spelled(clause, flat)
        if spelled is not None:
            return spelled
        days, named = self.record.dates(clause, self._one_day()), self.record.names(clause)
        if not days and not named:
            # "The date is wrong": what it should be stands in the next clause.
            return bool(WRONG.search(flat)) and self._left(flat, ()) <= _LEFT
        values = tuple(flat[one.start : one.end] for one in days)
        left = self._left(flat, (*values, *(fold(one.name or "") for one in named)))
        denied = DENIED.search(flat) is not None
        if left > _LEFT or len(days) > 1 or len(named) > 1 or denied:
            self.tried = self.tried or (denied and left <= _LEFT)
            self.tried = self.tried or (self.signalled and left <= _LEFT)
            return False
        meant = [key for kind, found in ((DATES, days), (PEOPLE, named)) if found
                 for key in self._one_key(kind, flat, left)]  # fmt: skip
        if len(meant) != len(days) + len(named):
            return False
        self.tried = True
        return all(
            self._put_day(key, flat, sure=False) if key in DATES
            else self._put_only(key, named[0])
            for key in meant
        )  # fmt: skip

    def _one_day(self) -> date | None:
        """Return the only recorded day: a bare number can only mean a day like that."""
        known = [self.record.recorded(key) for key in self.record.keys(DATES)]
        return known[0] if len(known) == 1 else None

    def _one_key(self, kind: frozenset[str], flat: str, left: int) -> tuple[str, ...]:
        """Return the fields of a kind that a clause can mean: the one it names, or the only one.

        Without a name for it, something must say that this is a correction, or the value must
        stand alone; a person who is recorded is not put out of place by a name that stands alone.
        """
        keys = self.record.keys(kind)
        called = tuple(key for key in keys if OWN_LABELS[key].search(flat))
        if len(called) == 1:
            return called
        alone = left == 0 and (kind is DATES or self._may_stand(keys, flat))
        named = left == 0 and KINDS[kind].search(flat) is not None
        return keys if self.signalled or alone or named else ()

    def _may_stand(self, keys: tuple[str, ...], flat: str) -> bool:
        """Say whether a person may be named alone: nobody is recorded, "it is", or a namesake."""
        known = {w for key in keys for one in people_of(self.record.recorded(key))
                 for form in spellings(one.name or "") for w in form}  # fmt: skip
        return not known or bool(IT_IS.match(flat)) or not known.isdisjoint(flat.split())

    def _put_only(self, key: str, named: Named) -> bool:
        known = people_of(self.record.recorded(key))
        if known and " " not in (named.name or " "):
            other = self._other_word(known[0], named, "")
            named = other or named
            if other is None:
                return False
        return len(known) <= 1 and self._put_person(Struck(key), named)

    def _left(self, flat: str, cut: tuple[str, ...]) -> int:
        """Count the words of a clause that are no value, no label and no filling word."""
        for words in cut:
            flat = flat.replace(words, " ", 1) if words else flat
        flat = DENIED.sub(" ", WRONG.sub(" ", flat))
        for kind, label in KINDS.items():
            if keys := self.record.keys(kind):
                flat = label.sub(" ", flat)
            for key in keys:
                flat = OWN_LABELS[key].sub(" ", flat)
        return sum(word not in STOPS for word in re.findall(r"[^\W_]+(?:'[^\W_]+)?", flat))

    def _put_day(self, key: str, words: str, *, sure: bool) -> bool:
        """Put a day; a bare "the 15th" is in the month of what is recorded."""
        known = self.record.recorded(key)
        lean = LEANS.get(key, Lean.FUTURE)
        said = self.record.dates(words, known, lean)
        if len(said) != 1 or said[0].unclear or said[0].swapped:
            return False
        day = said[0].day
        if said[0].bare and known is not None:
            try:
                day = known.replace(day=day.day)
            except ValueError:
                return False
            behind = day < self.matter.base if lean is Lean.FUTURE else day > self.matter.base
            if behind and not sure:
                return False
        past = lean is Lean.PAST and day > self.matter.base
        if past or (lean is Lean.FUTURE and day < self.matter.base - _LONG_AGO):
            return False
        self.changes[key] = day
        return True

    def _put_person(self, struck: Struck, named: Named) -> bool:
        found, doubt = resolve(named, self.matter.roster)
        if doubt:
            self.doubts.append(doubt)
        value = self.changes.get(struck.key, self.record.recorded(struck.key))
        if not isinstance(value, tuple):
            self.changes[struck.key] = found
            return True
        self.changes[struck.key] = (*value[: struck.place], found, *value[struck.place + 1 :])
        return True

    def _spelled(self, clause: str, flat: str) -> bool | None:
        """Read "it's Souza, with z": a recorded word spelled anew; None where it is nothing such."""
        bare = SPELLED.sub("", flat)
        fresh = self.record.fresh(clause[: len(bare)])
        if SURNAME.search(bare) and not DENIED.search(bare):
            return self._surname(fresh)
        if len(fresh) != 1 or " " in fresh[0] or self.record.dates(clause):
            return None
        if not (self.signalled or bare != flat or self._left(bare, (fold(fresh[0]),)) == 0):
            return None
        near = [
            (Struck(key, place), known)
            for key in self.record.keys(PEOPLE)
            for place, known in enumerate(people_of(self.record.recorded(key)))
            if alike(known, fresh[0])
        ]
        if len(near) != 1 or self._left(bare, (fold(fresh[0]),)) > _LEFT:
            self.tried = self.tried or bare != flat
            return False if bare != flat else None
        struck, known = near[0]
        self.tried = True
        return self._put_person(struck, Named(with_word(known, fresh[0])))

    def _surname(self, fresh: list[str]) -> bool:
        """Put a family name in the place of the last word of the only recorded name."""
        keys = [
            key
            for key in self.record.keys(PEOPLE)
            if len(people_of(self.record.recorded(key))) == 1
        ]
        self.tried = True
        if len(fresh) != 1 or len(keys) != 1:
            return False
        known = people_of(self.record.recorded(keys[0]))[0].name
        if not known:
            return False
        given = known.rpartition(" ")[0] or known
        return self._put_person(Struck(keys[0]), Named(f"{given} {fresh[0]}"))

    def _other_word(self, known: Named, named: Named, old: str) -> Named | None:
        """Return whom one word means that takes the place of one word of a recorded name."""
        word = named.name or ""
        if not known.name:
            return named  # Only an address was recorded.
        replaced = Named(with_word(known, word, old), named.email)
        if resolve(replaced, self.matter.roster)[0].person or len((known.name or "").split()) == 1:
            return replaced
        alone = resolve(named, self.matter.roster)[0]
        if alone.person:
            return Named(self.matter.roster.name(alone.person), named.email)
        # A given name in the place of another is somebody else; a family name is a correction.
        first = fold((known.name or "").split()[0])
        given = first in re.findall(r"\w+", fold(old))
        return replaced if alike(known, word) or (old and not given) else None
