# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Names of people that stand in a sentence, with the address beside them where one is shown."""

import re
from dataclasses import dataclass
from functools import lru_cache

from mailer.parse.model import Address
from mailer.rules.fields import Named
from mailer.rules.roster import Roster
from mailer.understand.name_words import (
    GERMAN_NOUN,
    GERMAN_NOUNS,
    IN_PLACE,
    NO_NAMES,
    TITLES,
)
from mailer.understand.people import spellings
from mailer.understand.sentences import fold

_UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩΆΈΉΊΌΎΏА-ЯЁІЇЄҐ"
)
_WORD = rf"(?:[{_UPPER}][\w’'-]*[\w’]|[{_UPPER}]\.)"
_PARTICLES = "de|da|do|dos|das|del|della|di|van|von|der|den|bin|binti|al|el|la|le|du|ter"
_NAME = re.compile(
    rf"(?<![\w@./-]){_WORD}(?:\.? +(?:(?:{_PARTICLES}) +){{0,2}}{_WORD}){{0,4}}(?!\w*@)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ELISION = re.compile(r"^(?:[dDlLjJqQsSmMnN]|all|dell|dall|nell|sull)[’'](?=\w)")
_BETWEEN_NAME_AND_ADDRESS = re.compile(
    r"[\s(<,:\[;-]*(?:mailto:|email:?|e-mail:?|mail:?|correo:?|adresse:?|indirizzo:?|alamat:?)?[\s<(\[]*",
    re.IGNORECASE,
)
_WITH_ME = re.compile(r" (?:and|y|e|et|und|dan) (?:I|me|myself|yo|eu|moi|ich|io|saya|aku)\b")
_FROM_A_PLACE = re.compile(
    r"\b(?:gars|garcon|fille|petite?|gamine?|guri|moc[ao]|rapaz|menin[oa]|chic[oa]|pibe|muchach[oa]|galego|nona|anak|junge|madchen|ragazz[oa]|boy|girl|guy|lad|one|student|rep|newcomer)"
    r" (?:from|de|da|do|du|dari|aus|di|del|in)$|\b(?:reste|habite|vit|vis|travaille|vivo|lives?|wohn\w+) (?:a|in|en|em|at)$"
)
_LEAST_SHOUTED = 3
_ACRONYM = 4
"""Letters up to which a word in capitals is an abbreviation."""

_BEFORE_NAME_DE = re.compile(
    r"\b(?:mit|von|an|fur|und|oder|ist|ware|heisst|namens|wie|herrn?|frau|kollegen?|kollegin|mentee|mentorin?|schutzling|empfehle|nominiere|durch|zwar|sind|war|hat|kann|konnte|:|,|\() *$"
)


_PARTICLE = frozenset(_PARTICLES.split("|"))


def _no_name(word: str, language: str) -> bool:
    low = fold(word).strip(".'’,")
    return (
        low in NO_NAMES
        or low in TITLES
        or low in _PARTICLE
        or (language == "de" and (low in GERMAN_NOUNS or bool(GERMAN_NOUN.search(low))))
    )


def _kept(words: list[str], language: str) -> list[str]:
    """Drop words that are no names from both ends of a run of capitals."""
    first, last = 0, len(words)
    while first < last and _no_name(words[first], language):
        first += 1
    while last > first and _no_name(words[last - 1], language):
        last -= 1
    return words[first:last]


def _address_beside(raw: str, end: int) -> str | None:
    match = _EMAIL.search(raw, end, end + 90)
    if match and _BETWEEN_NAME_AND_ADDRESS.fullmatch(raw[end : match.start()]):
        return match[0].lower().rstrip(".")
    return None


@lru_cache(maxsize=4)
def _known(roster: Roster) -> frozenset[str]:
    """Return every word of every name on the roster."""
    return frozenset(word for person in roster for form in spellings(person.name) for word in form)


@lru_cache(maxsize=4)
def _in_own_script(roster: Roster) -> tuple[str, ...]:
    """Return the names that people write in another script than Latin."""
    outer = (person.name.partition("(") for person in roster)
    return tuple(name.strip() for name, bracket, _ in outer if bracket and not name.isascii())


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of capitalised words without what is no name, and where it stands in the sentence."""

    words: list[str]
    start: int
    end: int
    titled: bool = False


def _runs(raw: str, language: str) -> list[_Run]:
    found = []
    for match in _NAME.finditer(raw):
        whole = re.sub(r"[’']s?$", "", match[0])
        elided = _ELISION.match(whole)
        start = match.start() + (elided.end() if elided else 0)
        whole = whole[elided.end() :] if elided else whole
        words = _kept(whole.split(), language)
        if not words or not words[0][0].isupper():
            continue
        offset = whole.index(words[0])
        before = fold(raw[:start] + whole[:offset]).rstrip(" .").rpartition(" ")[2].lstrip("(\"'")
        found.append(_Run(words, start + offset, match.end(), before in TITLES))
    return found


def _plausible(run: _Run, raw: str, known: frozenset[str], language: str) -> bool:
    """Tell whether a run of capitals is a person's name where nothing but its place tells."""
    low = [fold(word).strip(".") for word in run.words]
    on_roster = not set(low[0].split("-")).isdisjoint(known) or not set(low).isdisjoint(known)
    if on_roster or run.titled or _address_beside(raw, run.end):
        return True
    if len(run.words) == 1 and run.words[0].isupper() and len(low[0]) <= _ACRONYM:
        return False
    before = raw[: run.start].strip(" \"'(-*«“¿¡")
    if not before:
        whole = len(run.words) > 1 and not (language == "de" and _is_german_noun(low))
        return whole or bool(_WITH_ME.match(raw[run.end :]))
    place, near = IN_PLACE.get(language), fold(before[-30:])
    if (place and re.search(place, near)) or _FROM_A_PLACE.search(near):
        return False
    return language != "de" or _german(run, low, f"{near} ")


def _is_german_noun(low: list[str]) -> bool:
    return any(word in GERMAN_NOUNS or GERMAN_NOUN.search(word) for word in low)


def _german(run: _Run, low: list[str], before: str) -> bool:
    """German writes every noun with a capital: two words that are no nouns are a name."""
    if _is_german_noun(low):
        return False
    return len(run.words) > 1 or bool(_BEFORE_NAME_DE.search(before))


def names(
    raw: str,
    roster: Roster,
    shown: tuple[Address, ...] = (),
    own: str = "",
    language: str = "en",
) -> tuple[Named, ...]:
    """Return the people named in a sentence, as written, in order, each once.

    `shown` are the addresses in the mail's headers, for the address of a person in Cc. `own` is
    the writer's own name, which does not count. A single word at the beginning of the sentence
    counts only where somebody on the roster is called so.
    """
    return tuple(named for named, _ in placed(raw, roster, shown, own, language))


@lru_cache(maxsize=2_000)
def placed(
    raw: str, roster: Roster, shown: tuple[Address, ...], own: str, language: str
) -> tuple[tuple[Named, int], ...]:
    """Return the people named in a sentence with the place at which each stands."""
    known = _known(roster)
    mine = {word for form in spellings(own) for word in form}
    found: dict[str, tuple[Named, int]] = {}
    place_end = -9
    shouted = raw == raw.upper() and len(raw.split()) > _LEAST_SHOUTED
    for run in () if shouted else _runs(raw, language):
        name = " ".join(run.words)
        low = [fold(word).strip(".") for word in run.words]
        if len(name) < 2 or (mine and set(low) <= mine):  # noqa: PLR2004 - an initial alone is no name
            continue
        of_a_place = raw[place_end : run.start] == ", " and set(low).isdisjoint(known)
        if of_a_place or not _plausible(run, raw, known, language):
            place_end = run.end
            continue
        email = _address_beside(raw, run.end) or _in_headers(low, shown)
        found.setdefault(fold(name), (Named(name, email), run.start))
    for outer in () if raw.isascii() else _in_own_script(roster):
        if outer in raw:
            named = Named(outer, _in_headers(fold(outer).split(), shown))
            found.setdefault(fold(outer), (named, raw.index(outer)))
    if not found:
        for name, start in _uncapitalised(raw, known, mine):
            found.setdefault(name, (Named(name, _address_beside(raw, start + len(name))), start))
    _add_addresses(raw, found)
    return tuple(sorted(found.values(), key=lambda one: one[1]))


def _uncapitalised(raw: str, known: frozenset[str], mine: set[str]) -> list[tuple[str, int]]:
    """Find two or more words of the roster's names in a row in a text without capitals."""
    low = raw.lower()
    found = []
    row: list[re.Match[str]] = []
    for word in [*re.finditer(r"[^\W\d_]+", low), None]:
        folded = fold(word[0]) if word else ""
        touching = not row or (word is not None and low[row[-1].end() : word.start()].strip() == "")
        if word and folded in known and folded not in mine and touching and folded not in NO_NAMES:
            row.append(word)
            continue
        if len(row) > 1:
            found.append((low[row[0].start() : row[-1].end()], row[0].start()))
        row = []
    return found


def _add_addresses(raw: str, found: dict[str, tuple[Named, int]]) -> None:
    """Add addresses that stand without a name; the only one belongs to the only name without."""
    shown = {named.email for named, _ in found.values()}
    rest = [
        (match[0].lower().rstrip("."), match.start())
        for match in _EMAIL.finditer(raw)
        if match[0].lower().rstrip(".") not in shown and not match[0].lower().startswith("council@")
    ]
    bare = [key for key, (named, _) in found.items() if not named.email]
    if len(rest) == 1 and len(found) == 1 and bare:
        named, start = found[bare[0]]
        found[bare[0]] = (Named(named.name, rest[0][0]), start)
        return
    for email, start in rest:
        found.setdefault(email, (Named(None, email), start))


def _in_headers(words: list[str], shown: tuple[Address, ...]) -> str | None:
    fits = [
        address.email
        for address in shown
        if any(set(words) <= set(form) for form in spellings(address.name))
    ]
    return fits[0] if len(fits) == 1 else None
