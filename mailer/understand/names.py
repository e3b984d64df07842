# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Names of people that stand in a sentence, with the address beside them where one is shown."""

import re
from functools import lru_cache

from mailer.parse.model import Address
from mailer.rules.fields import Named
from mailer.rules.roster import Roster
from mailer.understand.date_words import MONTHS, WEEKDAYS
from mailer.understand.people import spellings
from mailer.understand.sentences import fold
from mailer.understand.tongues import COUNTRIES, LANGUAGES

_UPPER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩΆΈΉΊΌΎΏА-ЯЁІЇЄҐ"
)
_WORD = rf"(?:[{_UPPER}][\w’'-]*[\w’]|[{_UPPER}]\.)"
_NAME = re.compile(
    rf"{_WORD}(?: +(?:(?:de|da|do|dos|das|del|della|di|van|von|der|bin|binti|al|el|la|y|e) +){{0,2}}{_WORD}){{0,4}}"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NO_NAMES_IN_WORDS = """
i reps rep council mozilla community portal teachable coaching training matrix hi hello dear
thanks thank my the she he they we you it this that mentor mentors mentee mentees mentorship if
when as in on at for but and so yes no please after also since our his her their there with
would could can sop slack telegram zoom firefox github best regards cheers kind greetings hola
ola bonjour hallo ciao halo mr mrs ms dr not what who how until from to of by am is are was have
has one two three course certificate email mail pdf ps rgpd gdpr dsgvo leadership programme
program open list assignment assignments everything all everybody nobody somebody someone
anybody once before el la los las un una mi su lo le les der die das ich sie er es wir il lo gli
io je j'ai nous elle saya dia kami eu ela ele nos minha meu nosso ma mon notre mein meine unser
consejo conselho conseil rat consiglio dewan community-portal add-on add-ons common voice wiki
drive google meet call session year
"""
_NO_NAMES = frozenset(_NO_NAMES_IN_WORDS.split())


def _kept(words: list[str]) -> list[str]:
    """Drop words that are no names from both ends of a run of capitals."""
    low = [fold(word).strip(".'’") for word in words]
    bad = [
        w in _NO_NAMES or w in MONTHS or w in WEEKDAYS or w in LANGUAGES or w in COUNTRIES
        for w in low
    ]
    first, last = 0, len(words)
    while first < last and bad[first]:
        first += 1
    while last > first and bad[last - 1]:
        last -= 1
    return words[first:last]


def _address_beside(raw: str, end: int) -> str | None:
    match = _EMAIL.search(raw, end, end + 90)
    if match and re.fullmatch(
        r"[\s(<,:\[;-]*(?:mailto:|email:?|e-mail:?|mail:?)?[\s<(\[]*",
        raw[end : match.start()],
        re.IGNORECASE,
    ):
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


def names(
    raw: str, roster: Roster, shown: tuple[Address, ...] = (), own: str = ""
) -> tuple[Named, ...]:
    """Return the people named in a sentence, as written, in order, each once.

    `shown` are the addresses in the mail's headers, for the address of a person in Cc. `own` is
    the writer's own name, which does not count. A single word at the beginning of the sentence
    counts only where somebody on the roster is called so.
    """
    known = _known(roster)
    mine = {word for form in spellings(own) for word in form}
    found: dict[str, Named] = {}
    for match in _NAME.finditer(raw):
        words = _kept(re.sub(r"[’']s$", "", match[0]).split())
        name = " ".join(words)
        low = [fold(word).strip(".") for word in words]
        if not words or len(name) < 2 or (mine and set(low) <= mine):  # noqa: PLR2004 - an initial alone is no name
            continue
        at_start = not raw[: match.start()].strip(" \"'(-*")
        if (
            at_start
            and match[0].startswith(name)
            and not (set(low[0].split("-")) & known or _address_beside(raw, match.end()))
        ):
            continue
        email = _address_beside(raw, match.end()) or _in_headers(low, shown)
        found.setdefault(fold(name), Named(name, email))
    for outer in () if raw.isascii() else _in_own_script(roster):
        if outer in raw:
            found.setdefault(fold(outer), Named(outer, _in_headers(fold(outer).split(), shown)))
    named = {n.email for n in found.values()}
    for match in _EMAIL.finditer(raw):
        if match[0].lower().rstrip(".") not in named and not match[0].lower().startswith(
            "council@"
        ):
            found.setdefault(match[0].lower(), Named(None, match[0].lower().rstrip(".")))
    return tuple(found.values())


def _in_headers(words: list[str], shown: tuple[Address, ...]) -> str | None:
    fits = [
        address.email
        for address in shown
        if any(set(words) <= set(form) for form in spellings(address.name))
    ]
    return fits[0] if len(fits) == 1 else None
