"""What was understood, as `Field: value` lines: shown in letters, read again in corrections."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Asks

LABELS = {
    "portal_username": "Portal username",
    "course": "Course",
    "completed_on": "Course finished on",
    "certificate": "Certificate",
    "effective_on": "Last day as a mentor",
    "recommended": "Recommended successor",
    "skills": "Skills",
    "languages": "Languages",
    "country": "Country",
    "mentee": "Mentee",
    "mentor": "Mentor",
    "answer": "Answer",
    "held_on": "Meeting held on",
    "away_from": "Away from",
    "away_until": "Away until",
    "rating": "Rating",
    "about": "About",
    "request": "Request",
}
"""The field's key in `Fields` and its label in letters, in the order in which they are shown."""

Lines = tuple[tuple[str, str], ...]


def echo(fields: Fields, keys: Iterable[str] = LABELS, missing: Iterable[str] = ()) -> Lines:
    """Return (label, value) for what was understood; `missing` keys are shown as "not given"."""
    wanted = set(missing)
    found = []
    for key in keys:
        value = words(getattr(fields, key))
        if value or key in wanted:
            found.append((LABELS[key], value or "not given"))
    return tuple(found)


def correctable(
    procedure: str,
    case: str,
    intents: Iterable[Intent],
    fields: Fields,
    keys: tuple[str, ...],
) -> Asks:
    """Return what a letter asks that shows these facts: an answer to it can correct them, too."""
    shown = replace(Fields(), **{key: getattr(fields, key) for key in keys})
    return Asks(procedure, case, (*intents, Intent.CORRECTION), recorded=shown, states=keys)


def words(value: Any) -> str:
    """Return a field's value as a person would write it; dates are ISO dates."""
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case float():
            return f"{value:g}"
        case tuple():
            return ", ".join(words(item) for item in value)
        case Named():
            return str(value)
    return str(value)


def merged(old: Fields, new: Fields, keys: Iterable[str] = LABELS) -> Fields:
    """Return the old facts with every fact that the new ones state in its place."""
    changes = {key: value for key in keys if (value := getattr(new, key))}
    return replace(old, **changes)
