"""Names of people that stand in a sentence, with the address beside them where one is shown."""

import re
from dataclasses import dataclass
from functools import lru_cache

from mailer.parse.model import Address
from mailer.rules.fields import Named
from mailer.rules.roster import Roster
from mailer.understand.name_words import GLADLY, NO_NAMES, TITLES
from mailer.understand.people import spellings
from mailer.understand.sentences import fold
from mailer.understand.tagged import name_starts

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
_LEAST_SHOUTED = 3
_SHORTEST = 2
"""Letters of a name; an initial alone is none."""

_PART = re.compile(r"[^\s]+")
_OWNERS = re.compile(r"[’']s?$")
_CASES = re.compile(r"[’'](?:[nsy]?[ıiuüae]|n?[ıiuü]n|[dt][ae]n?|y?l[ae])$")
"""What Turkish writes behind a name for its case: "Aydemir'i", "Karaca'yı", "Ana'dan"."""

_PARTICLE = frozenset(_PARTICLES.split("|"))


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
    """Words of a name in a row, and where they stand in the sentence."""

    words: list[str]
    start: int
    end: int


def _runs(raw: str, known: frozenset[str], language: str) -> list[_Run]:
    """Return the rows of capitalised words that name people: those of the roster, or by their look.

    A trained model tells names from other capitals; particles count between two parts of a name.
    """
    tagged = name_starts(raw, language)
    ending = _CASES if language == "tr" else _OWNERS
    found = []
    for match in _NAME.finditer(raw):
        row: list[tuple[str, int]] = []
        for word in [*_PART.finditer(match[0]), None]:
            text = ending.sub("", word[0]) if word else ""
            elided = _ELISION.match(text)
            text = text[elided.end() :] if elided else text
            at = match.start() + (word.start() if word else 0) + (elided.end() if elided else 0)
            low = fold(text).strip(".'")
            if word and row and low in _PARTICLE:
                row.append((text, at))
                continue
            on_roster = low not in NO_NAMES and not set(low.split("-")).isdisjoint(known)
            named = at in tagged or on_roster
            if word and named and low not in TITLES and text[:1].isupper():
                row.append((text, at))
                continue
            while row and fold(row[-1][0]) in _PARTICLE:
                row.pop()
            if row and not (len(row) == 1 and row[0][1] == 0 and fold(row[0][0]) in GLADLY):
                last, place = row[-1]
                found.append(_Run([one for one, _ in row], row[0][1], place + len(last)))
            row = []
    return found


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
    shouted = raw == raw.upper() and len(raw.split()) > _LEAST_SHOUTED
    for run in () if shouted else _runs(raw, known, language):
        name = " ".join(run.words)
        low = [fold(word).strip(".") for word in run.words]
        if len("".join(low)) < _SHORTEST or (mine and set(low) <= mine):
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
