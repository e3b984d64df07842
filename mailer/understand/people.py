"""Who is meant by a name: matched against the roster, never guessed between two."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from mailer.rules.fields import Named
from mailer.rules.records import Person
from mailer.rules.roster import Roster
from mailer.understand.sentences import fold

_NEAR = 88
"""Likeness (0 to 100) from which a spelling counts as the same name, to be confirmed."""

_LONG_ENOUGH = 5
"""Letters that a name needs before a near spelling means anything."""

_SMALL_IN_WORDS = """
de da do dos das del della di van von der den bin binti al el la y e
"""
_SMALL = frozenset(_SMALL_IN_WORDS.split())


_WHERE_FROM = re.compile(r"(.+?) (?:de|da|do|di|von|del|du|aus|from) \S+$")


@dataclass(frozen=True, slots=True)
class Match:
    """Who fits a name: one person's id, or several `others` between whom nobody may choose.

    `near` says that the spelling was only similar.
    """

    person: str | None = None
    others: tuple[str, ...] = ()
    near: bool = False


@lru_cache(maxsize=20_000)
def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of every form of a name: the name itself and the form in brackets."""
    outer, _, rest = name.partition("(")
    forms = (outer, rest.partition(")")[0])
    split = (fold(form).replace("-", " ").replace(".", " ").split() for form in forms)
    return tuple(tuple(words) for words in split if words)


def _fits(said: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Tell whether every word said is a word of the name, or its initial beside a full word."""
    rest = list(known)
    full = 0
    for word in said:
        if word in rest:
            rest.remove(word)
            full += word not in _SMALL
        elif len(word) == 1 and any(other[0] == word for other in rest):
            rest.remove(next(other for other in rest if other[0] == word))
        else:
            return False
    return full > 0


def _exact(said: tuple[str, ...], person: Person) -> bool:
    return any(sorted(said) == sorted(form) for form in spellings(person.name))


@dataclass(frozen=True, slots=True)
class _Index:
    """The people by every word of their names, and every spelling that may be near to a name.

    `words` and `wholes` are what one word, and several, are compared with.
    """

    people: dict[str, dict[str, Person]]
    words: dict[str, list[Person]]
    wholes: dict[str, list[Person]]


@lru_cache(maxsize=4)
def _index(roster: Roster) -> _Index:
    """Return the index of a roster; a roster is a value, so it is made once for each."""
    people: dict[str, dict[str, Person]] = defaultdict(dict)
    words: dict[str, list[Person]] = defaultdict(list)
    wholes: dict[str, list[Person]] = defaultdict(list)
    for person in roster:
        forms = spellings(person.name)
        for word in {word for form in forms for word in form}:
            people[word][person.id] = person
            if len(word) >= _LONG_ENOUGH:
                words[word].append(person)
        for whole in {" ".join(form) for form in forms}:
            if len(whole) >= _LONG_ENOUGH:
                wholes[whole].append(person)
    return _Index(people, words, wholes)


def _bearing(said: tuple[tuple[str, ...], ...], roster: Roster) -> list[Person]:
    """Return whoever may fit one of the forms said: who bears all of its full words.

    A form fits only whoever bears each of them; initials alone are looked for as words.
    """
    known = _index(roster).people
    found: dict[str, Person] = {}
    for form in said:
        full = [known.get(word, {}) for word in form if len(word) > 1]
        rarest = min(full, key=len, default=None)
        if rarest is None:
            found |= {key: one for word in form for key, one in known.get(word, {}).items()}
        else:
            found |= {
                key: one for key, one in rarest.items() if all(key in bearers for bearers in full)
            }
    return list(found.values())


def _similar(said: tuple[str, ...], roster: Roster) -> list[Person]:
    """Return whose name is near: "Jonson" for "Johnson"."""
    text = " ".join(said)
    if len(text) < _LONG_ENOUGH:
        return []
    index = _index(roster)
    known = index.wholes if len(said) > 1 else index.words
    near = process.extract(text, known.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=None)
    return [person for spelling, _, _ in near for person in known[spelling]]


def who(named: Named, roster: Roster, among: Iterable[Person] | None = None) -> Match:
    """Find the one person that a name or an address means.

    `among` are the people who are meant first (the mentees of the writer, say); where none of
    them fits, everybody is looked at. An address decides before a name does.
    """
    if named.email:
        person = roster.at(named.email)
        if person:
            return Match(person.id)
    said = spellings(named.name or "")
    if not said:
        return Match()
    closest = tuple(among or ())
    for people in (closest, _bearing(said, roster)):
        found = [
            p
            for p in people
            if any(_fits(form, known) for form in said for known in spellings(p.name))
        ]
        if len(found) > 1:
            # Somebody whose whole name was said is meant before one who bears a longer name.
            whole = [p for p in found if any(_exact(form, p) for form in said)]
            found = whole or found
        if found:
            return _choice(found)
    near = {person.id: person for form in said for person in _similar(form, roster)}
    similar = list(near.values())
    match = _choice(similar)
    return Match(match.person, match.others, near=bool(similar))


def _choice(found: list[Person]) -> Match:
    if len(found) == 1:
        return Match(found[0].id)
    return Match(others=tuple(sorted(person.id for person in found)))


def resolve(
    named: Named, roster: Roster, among: Iterable[Person] | None = None
) -> tuple[Named, str]:
    """Return the name with its person where one fits, and a doubt ("" for none)."""
    close = tuple(among or ())
    match = who(named, roster, close)
    if match == Match() and (trimmed := _WHERE_FROM.match(named.name or "")):
        # "Tomás de Lima" says where he lives.
        match = who(Named(trimmed[1], named.email), roster, close)
    if match.person:
        doubt = f"“{named}” is perhaps {roster.name(match.person)}" if match.near else ""
        return Named(named.name, named.email, None if match.near else match.person), doubt
    if match.others:
        return named, f"“{named}” fits several people: {len(match.others)}"
    return named, ""
