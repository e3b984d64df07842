"""A stranger who looks like somebody of the roster, by name or by a mistakable address.

Such a mail changes nothing, as that of any stranger; this says so to its reader (mail.md 3.2).
"""

import unicodedata
from functools import lru_cache

from mailer.rules.records import Person
from mailer.rules.roster import Roster

# Letters and digits that pass for a Latin letter; what has only an accent more is decomposed.
_LOOKS = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u04cf\u0455\u0501\u051b\u0261"
    "\u03b1\u03bf\u03c1\u03bd\u03b9\u0131\u0142\u00f8|01",
    "aeopcyxijlsdqgaopviiloiol",
)
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_NEAR = 2
"""Letters that a domain may differ in and still be taken for another one."""
_SHORT = 6
"""Letters below which two names differ too easily by that much."""


def likeness(name: str, address: str, roster: Roster) -> Person | None:
    """Return whom an unknown sender may be mistaken for, if anybody."""
    if roster.at(address) is not None:
        return None
    seen_name, seen = skeleton(name), skeleton(address)
    for person in roster:
        if len(seen_name) >= _SHORT and seen_name == skeleton(person.name):
            return person
        if any(_mistakable(seen, skeleton(known)) for known in person.addresses):
            return person
    return None


@lru_cache(maxsize=8192)
def skeleton(text: str) -> str:
    """Return what a glance takes in of a text: no case, accents, blanks or look-alike letters."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LOOKS)
    kept = "".join(c for c in plain if c.isalnum() or c in "@.-")
    for pair, letter in _PAIRS:
        kept = kept.replace(pair, letter)
    return kept


def _mistakable(seen: str, known: str) -> bool:
    """Compare two addresses: the same before the @, and nearly the same domain."""
    local, _at, domain = seen.rpartition("@")
    own, _at, home = known.rpartition("@")
    if local != own or not local:
        return False
    first, last = home.partition(".")[0], domain.partition(".")[0]
    return (
        domain == home
        or (len(first) >= _SHORT and first in domain)
        or (bool(last) and domain.startswith(f"{first}-"))
        or _distance(domain, home) <= _NEAR
    )


def _distance(one: str, other: str) -> int:
    """Return how many letters must be changed, put in or left out (Levenshtein), three at most."""
    if abs(len(one) - len(other)) > _NEAR:
        return _NEAR + 1
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, own in enumerate(other, 1):
            cost = min(row[place] + 1, row[place - 1] + 1, before + (letter != own))
            before, row[place] = row[place], cost
    return row[-1]
