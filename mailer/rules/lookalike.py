"""Senders that look like somebody on the roster and are not (mail.md 3.2).

Nothing rests on it: an address is on file or it is not. The council is told what it might overlook,
as a fact beside its question.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from mailer.rules.records import Person
from mailer.rules.roster import Roster

LONG_ENOUGH = 8
"""Letters that an address or a domain needs before one edit means anything."""
_BRAND = 6
"""Letters of a domain's first word that must come again in another for the two to be mixed up."""
_EDITS = 2
"""Edits between two domains that are overlooked where what stands before the @ is the same."""

_ALIKE = str.maketrans(
    {
        **dict(zip("авеԁһіјкмнорԛѕтуԝхѵԍ", "abedhijkmhopqstywxvg", strict=True)),  # Cyrillic
        **dict(zip("αβειικνορτυχω", "abeiikvoptuxw", strict=True)),  # Greek
        **dict(zip("ıɩɑɡſƅ", "iiagsb", strict=True)),  # Latin letters of other alphabets
        **dict(zip("01l|!345", "oiiiieas", strict=True)),
    }
)
_PAIRS = (("rn", "m"), ("vv", "w"))


def skeleton(text: str) -> str:
    """Return a text such that what looks alike to a hurried reader is the same (as UTS 39, 4)."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(each for each in folded if not unicodedata.combining(each)).translate(_ALIKE)
    for pair, one in _PAIRS:
        plain = plain.replace(pair, one)
    return plain


@dataclass(frozen=True, slots=True)
class Alike:
    """Whom a sender may be mistaken for (None: only a domain), and how, in words."""

    words: str
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """The roster by skeletons: addresses, domains, and names with their words in order."""

    addresses: dict[str, str]
    domains: dict[str, str]
    names: dict[str, str]


@lru_cache(maxsize=4)
def _known(roster: Roster) -> _Known:
    """Return the skeletons of a roster; a roster is a value, so they are made once for each."""
    written = [address.lower() for person in roster for address in person.addresses]
    domains = (address.rpartition("@")[2] for address in written)
    return _Known(
        {skeleton(address): address for address in written},
        {skeleton(domain): domain for domain in domains},
        {_name(person.name): person.id for person in roster if person.addresses},
    )


def _name(name: str) -> str:
    return " ".join(sorted(skeleton(name).replace(",", " ").split()))


def lookalike(address: str, name: str, roster: Roster) -> Alike | None:
    """Return whom a sender looks like who is not on file; None where nobody."""
    address = address.lower()
    if roster.at(address) is not None:
        return None
    known = _known(roster)
    seen = skeleton(address)
    near = _near(seen, known.addresses) or _elsewhere(seen, known.addresses)
    if near is not None:
        person = roster.at(near)
        whose = person.name if person else "somebody on the roster"
        return Alike(f"{near} of {whose}, and is another address", person)
    person = roster.person(known.names.get(_name(name)) if name.strip() else None)
    if person is not None:
        return Alike(f"{person.name}, whose address on file is another", person)
    domain = address.rpartition("@")[2]
    same = _near(skeleton(domain), known.domains)
    if same is not None and same != domain:
        return Alike(f"{same}, a domain that people on the roster write from, and is another one")
    return None


def _elsewhere(seen: str, known: dict[str, str]) -> str | None:
    """Return the address with the same part before the @, at a domain that is easily mixed up."""
    local, _at, domain = seen.rpartition("@")
    for own, address in known.items():
        name, _at, home = own.rpartition("@")
        if local and name == local and domain != home and _mixed_up(domain, home):
            return address
    return None


def _mixed_up(domain: str, home: str) -> bool:
    first = home.partition(".")[0]
    within = len(first) >= _BRAND and first in domain
    near = Levenshtein.distance(domain, home, score_cutoff=_EDITS) <= _EDITS
    return within or domain.startswith(f"{first}-") or near


def _near(text: str, known: dict[str, str]) -> str | None:
    """Return what has this skeleton, or one that is an edit away and long enough to tell."""
    if text in known:
        return known[text]
    if len(text) < LONG_ENOUGH:
        return None
    found = process.extractOne(text, known.keys(), scorer=Levenshtein.distance, score_cutoff=1)
    return known[found[0]] if found else None
