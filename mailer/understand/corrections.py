"""Corrections: `Field: value` lines of our letters that come back changed."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from mailer.rules import spanish
from mailer.rules.echo import LABELS
from mailer.rules.fields import Fields, Named
from mailer.understand.dates import Lean, dates
from mailer.understand.matter import Matter
from mailer.understand.people import resolve
from mailer.understand.places import NAMES
from mailer.understand.sentences import Sentence, plain
from mailer.understand.tongues import LANGUAGES

_LINE = re.compile(r"^\s*(?:[-*•]\s*)?(?P<label>[^\W\d][\w /'-]{1,30}?)\s*:\s*(?P<value>\S.*)$")
_EMAIL = re.compile(r"[\w.+%-]+@[\w.-]+\.\w+")
_KEYS = {
    **{plain(label): key for key, label in LABELS.items()},
    **{plain(spanish.LABELS[label]): key for key, label in LABELS.items()},
    "portal": "portal_username",
    "username": "portal_username",
    "user name": "portal_username",
    "language": "languages",
    "completed on": "completed_on",
    "finished on": "completed_on",
    "completed": "completed_on",
    "effective on": "effective_on",
    "effective": "effective_on",
    "last day": "effective_on",
    "ultimo dia": "effective_on",
    "successor": "recommended",
    "substitute": "recommended",
    "suplente": "recommended",
    "recommended": "recommended",
    "held on": "held_on",
    "reason": "reason",
}
_NOBODY = {"none", "nobody", "no one", "not given", "-"}
_NOBODY |= {"nadie", "ninguno", "ninguna", *map(plain, spanish.VALUES.values())}
# What our letters call languages and countries comes back in corrections.
_LANGUAGES = LANGUAGES | {plain(own): name for name, own in spanish.LANGUAGES.items()}
_COUNTRIES = NAMES | {plain(own): name for name, own in spanish.COUNTRIES.items()}


def corrected(matter: Matter, _text: tuple[Sentence, ...] = ()) -> Fields | None:
    """Return the facts that a reply states anew, None where it states none.

    A line that stands in our letter as it is corrects nothing; people quote without a mark.
    """
    known = {plain(line.lstrip("> ")) for line in matter.message.body.quoted.splitlines()}
    changed: dict[str, Any] = {}
    for line in matter.fresh.splitlines():
        match = _LINE.match(line)
        key = _KEYS.get(plain(match["label"])) if match else None
        if match is None or key is None or plain(line) in known:
            continue
        value = _value(key, match["value"].strip(), matter)
        if value is not None:
            changed[key] = value
    return replace(Fields(), **changed) if changed else None


def _value(key: str, value: str, matter: Matter) -> object | None:
    """Read the value behind a label into the type of its field; None where it does not fit."""
    read = _READERS.get(key)
    return read(value, matter) if read else value


def _past(value: str, matter: Matter) -> date | None:
    return _day(value, matter, Lean.PAST)


def _future(value: str, matter: Matter) -> date | None:
    return _day(value, matter, Lean.FUTURE)


def _day(value: str, matter: Matter, lean: Lean) -> date | None:
    found = dates(value, matter.base, lean, matter.language)
    return found[0].day if len(found) == 1 and not found[0].unclear else None


def _languages(value: str, _matter: Matter) -> tuple[str, ...] | None:
    words = re.findall(r"[^\W\d]+", plain(value))
    return tuple(dict.fromkeys(_LANGUAGES[word] for word in words if word in _LANGUAGES)) or None


def _skills(value: str, _matter: Matter) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in re.split(r"[;,]", value) if piece.strip())


def _country(value: str, _matter: Matter) -> str | None:
    return _COUNTRIES.get(plain(value).strip(" ."))


def _rating(value: str, _matter: Matter) -> float | None:
    number = re.match(r"\d+(?:\.\d)?", value)
    return float(number[0]) if number else None


def _people(value: str, matter: Matter) -> tuple[Named, ...] | None:
    found = [
        _one(piece, matter) for piece in re.split(r"[;,]|\s(?:and|y|e)\s", value) if piece.strip()
    ]
    return tuple(named for named in found if named) or None


def _one(value: str, matter: Matter) -> Named | None:
    """Return one person as written, with the id where exactly one on the roster fits."""
    if plain(value).strip(" .") in _NOBODY:
        return None
    email = _EMAIL.search(value)
    name = _EMAIL.sub("", value).strip(" <>()\"'.") or None
    named = Named(name, email[0].lower() if email else None)
    return resolve(named, matter.roster)[0]


_READERS: dict[str, Callable[[str, Matter], object | None]] = {
    "completed_on": _past,
    "held_on": _past,
    "effective_on": _future,
    "away_from": _future,
    "away_until": _future,
    "languages": _languages,
    "skills": _skills,
    "country": _country,
    "rating": _rating,
    "recommended": _people,
    "mentee": _people,
    "mentor": _one,
    "about": _one,
}
