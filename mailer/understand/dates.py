# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Dates as people write them, worked out against the day of writing.

Exact forms (2026-03-05, 5 March 2026) are tried before relative ones; a stretch of text is read
once only. What could mean two days is marked `unclear`: a person then looks at it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise

from mailer.understand.calendar_days import Found, Lean, add_months, before, day_of, following
from mailer.understand.date_elsewhere import elsewhere
from mailer.understand.date_exact import exact
from mailer.understand.date_feasts import feasts, festive
from mailer.understand.date_patterns import patterns
from mailer.understand.date_relative import WITH_PART, relative, vague
from mailer.understand.sentences import fold, tidy

__all__ = ["Found", "Lean", "dates"]

_AROUND = re.compile(
    r"\b(?:around|about|approximately|roughly|circa|ca\.?|hacia|alrededor del?|por volta d[eo]|vers|environ|etwa|ungefahr|verso|intorno al|sekitar|kira-kira|probably|maybe|perhaps|talvez|quizas?|acaso|peut-etre|vielleicht|forse|mungkin|probablemente|provavelmente|probablement|wahrscheinlich|voraussichtlich|probabilmente|barangkali)"
    r"(?: (?:on|the|el|le|il|am|dia|o|no|em|tanggal|by|until|zum|bis))*\s*$"
)
_FURTHER = re.compile(
    r"\b(?:a week|(?:ubernachst|vorletzt|vorvorig|darauffolgend)\w*|avant-dernier|(?:ante)?penultim[oa]|(?:n?outr[oa]|otr[oa]|altr[oa])"
    r"|(?:not|nao|non|nicht|pas)(?: on| am| le| il| a| o)?|no el) $"
)
_OF_ANOTHER = re.compile(
    r",? (?:before last|after next|fortnight|a (?:otto|oito|quindici)|en quin[zc]e|retrasad[oa]|antepasad[oa]|en (?:ocho|quince)(?! min)|dua minggu|no, (?:el|o|il) (?:otro|outro)|in (?:vierzehn tagen|zwei wochen)"
    r"|(?:of |in )?(?:the )?week (?:after|before)|of the (?:following|previous) week|(?:d[ae] (?:la )?|della )(?:semana|semaine|settimana) (?:seguinte|siguiente|suivante|dopo|successiva)"
    r"|der (?:woche darauf|folgewoche|darauffolgenden woche)|minggu berikutnya|successiv[oa]|d'il y a|d'apres|di (?:due|tre) settimane|de hace (?:dos|tres)|de (?:duas|tres) semanas)\b"
)
_ANOTHER_WEEK = re.compile(
    r"\b(?:week after next|ubernachste[nr]? woche|(?:first|second|third|fourth|last)(?: full)? week (?:of|in)|(?:erst|zweit|dritt|viert|letzt)en? \w*woche|(?:derniere|premiere|deuxieme|troisieme) semaine"
    r"|(?:primera|segunda|tercera|ultima|primeira|terceira) semana|(?:prima|seconda|terza|ultima) settimana|minggu (?:pertama|kedua|ketiga|keempat|terakhir))\b"
)
"""Words beside a weekday, or a week named with it, that move it by a week or more."""

_NEAR = timedelta(days=305)
"""How far away a day may lie that only its weekday tells."""
_FIGURE = re.compile(r"\d")
_TOKEN = re.compile(r"[a-z]+(?:-[a-z]+)?")
_PART = re.compile(r"[a-z]+")
_SPAN_BEGINS = re.compile(
    r"(?:to|until|till?|al|au|ao|ate|bis|hasta|fino|sampai|hingga|jusqu'au)\b"
)
_BESIDE = re.compile(r"[ ,(]*(?:the|den|dem|der|le|il|el|dia|tanggal|am|on|,)?[ ,]*")
_IN_BRACKETS = re.compile(r" ?\(|, (?:a |an |un |une |ein |um )?")
_BETWEEN = re.compile(
    r"[ ,]*(?:-|to|until|till|bis(?: zum| einschliesslich)?|and|al|a|au|ao|y|e|et|und|s/?d|sampai(?: dengan)?|hingga|through|thru|ate|fino al?l?'?|jusqu'au|hasta)"
    r"(?: (?:the|el|le|il|o|dia|tanggal|einschliesslich|zum|il giorno))*[ ,]*"
)


def _in_order(
    text: str, found: list[Found], base: date, lean: Lean, language: str
) -> Iterator[Found]:
    """Let the two ends of a span share their year, and the later one come later."""
    previous: Found | None = None
    for place, one in enumerate(found):
        current = one
        after = found[place + 1] if place + 1 < len(found) else None
        if after and not after.yearless and one.yearless and _joined(text, one, after):
            current = _before(one, after)
            if one.movable:
                current = _again(text, one, after.day, Lean.PAST, language)
        if after and one.bare and _ends_at(text, one, after):
            current = replace(one, day=before(after.day, one.day.day))
        elif previous and one.bare:
            later = _next_to(previous, one, base, lean)
            if lean is Lean.FUTURE or later <= base:
                current = replace(current, day=later)
        elif previous and current.day < previous.day:
            late = current.movable and current.yearless and _joined(text, previous, current)
            current = (
                _again(text, current, previous.day, Lean.FUTURE, language)
                if late
                else _after(text, previous, current)
            )
        yield current
        previous = current


def _ends_at(text: str, one: Found, after: Found) -> bool:
    """Tell whether a day without a month begins a span: "from the 29th to 10 July"."""
    return not after.bare and not after.weekday and _joined(text, one, after)


def _next_to(previous: Found, one: Found, base: date, lean: Lean) -> date:
    """Return a day without a month: the next such day, or that of a month that is just named."""
    within = day_of(previous.day.year, previous.day.month, one.day.day)
    if (
        within
        and previous.unclear
        and not previous.bare
        and (within >= base) == (lean is Lean.FUTURE)
    ):
        return within
    return following(previous.day, one.day.day)


def _named_before(text: str, one: Found, after: Found | None) -> bool:
    """Tell whether a weekday only goes with the date behind it: "Friday, 14 August"."""
    return bool(
        one.weekday
        and after
        and not after.weekday
        and _BESIDE.fullmatch(text[one.end : after.start])
        and not _SPAN_BEGINS.match(text, after.start)
    )


def _explained(text: str, one: Found, found: list[Found], place: int) -> bool:
    """Tell whether a weekday only goes with the date beside it, before or behind."""
    if not one.weekday:
        return False
    after = found[place + 1] if place + 1 < len(found) else None
    before = found[place - 1] if place else None
    return bool(
        _named_before(text, one, after)
        or (
            before
            and not before.weekday
            and before.day.weekday() == one.day.weekday()
            and _IN_BRACKETS.fullmatch(text[before.end : one.start])
        )
    )


def _again(text: str, one: Found, base: date, lean: Lean, language: str) -> Found:
    """Give a movable feast the day that it has before or after the other end of its span."""
    words = text[one.start : one.end]
    found = next(festive(words, _words(words), base, lean, language), one)
    return replace(one, day=found.day)


def _before(one: Found, after: Found) -> Found:
    """Give a date the year of the end of its span, or the one before it."""
    turned = (one.day.month, one.day.day) > (after.day.month, after.day.day)
    found = day_of(after.day.year - turned, one.day.month, one.day.day)
    return replace(one, day=found or one.day)


def _after(text: str, previous: Found, current: Found) -> Found:
    """Put the end of a span a year on where it would lie before its beginning."""
    if not _joined(text, previous, current):
        return current
    if not current.yearless:
        near = (previous.day - current.day).days < 7  # noqa: PLR2004 - "from Monday to Friday", days of a week
        return replace(current, day=current.day + timedelta(days=7)) if near else current
    return replace(current, day=add_months(current.day, 12))


def _joined(text: str, one: Found, other: Found) -> bool:
    return bool(_BETWEEN.fullmatch(text[one.end : other.start])) or one.end == other.start


def _another_week(low: str, one: Found) -> bool:
    """Tell whether words beside a weekday move it, as those that are not read here may."""
    if not one.weekday:
        return False
    beside = _OF_ANOTHER.match(low, one.end) or _FURTHER.search(low[: one.start][-20:])
    return bool(beside or _ANOTHER_WEEK.search(low))


def _words(low: str) -> frozenset[str]:
    """Return the words of a text; "mi-juin" and "giugno-agosto" count whole and in parts."""
    whole = _TOKEN.findall(low)
    return frozenset(whole if "-" not in low else (*whole, *_PART.findall(low)))


@cache
def _telling(language: str) -> frozenset[str]:
    """Return the words without one of which a text without figures holds no date."""
    keys = patterns(language).keys
    return frozenset().union(*(getattr(keys, name) for name in keys.__slots__), feasts(language))


@lru_cache(maxsize=256)
def dates(text: str, base: date, lean: Lean = Lean.PAST, language: str = "en") -> tuple[Found, ...]:
    """Return the dates of a short text (a sentence or two), in the order in which they stand.

    `base` is the day of writing. Months without a day ("in March") are no dates.
    """
    low = fold(tidy(text))
    tokens = _words(low)
    foreign = tuple(elsewhere(low, base, lean, language))
    if not (
        foreign
        or _FIGURE.search(low)
        or not _telling(language).isdisjoint(tokens)
        or WITH_PART.search(low)
    ):
        return ()
    shapes = patterns(language)
    plain = exact(low, tokens, shapes, base, lean, language)
    kept: list[Found] = []
    feast_days = festive(low, tokens, base, lean, language)
    about = vague(low, tokens, shapes, base, lean)
    for found in (
        *foreign,
        *plain,
        *feast_days,
        *relative(low, tokens, shapes, base, lean),
        *about,
    ):
        if all(found.end <= other.start or other.end <= found.start for other in kept):
            about_it = _AROUND.search(low[: found.start][-40:]) or _another_week(low, found)
            kept.append(replace(found, unclear=True) if about_it else found)
    kept.sort(key=lambda found: found.start)
    named = {
        after.start: one.day.weekday()
        for one, after in pairwise(kept)
        if _named_before(low, one, after)
    }
    kept = [one for n, one in enumerate(kept) if not _explained(low, one, kept, n)]
    ordered = _in_order(low, kept, base, lean, language)
    return tuple(_on(named[one.start], one, base) if one.start in named else one for one in ordered)


def _on(weekday: int, one: Found, base: date) -> Found:
    """Return a date beside whose number a weekday stands.

    It tells the year, or the month, that is not named. Where it fits none, nobody knows whether it
    or the number is right.
    """
    if one.day.weekday() == weekday:
        return one
    months = (-1, 1) if one.bare else (-12, 12) if one.yearless else ()
    moved = (add_months(one.day, shift) for shift in months)
    fitting = [
        day
        for day in moved
        if (day.day, day.weekday()) == (one.day.day, weekday) and abs(day - base) < _NEAR
    ]
    return replace(one, day=fitting[0]) if len(fitting) == 1 else replace(one, unclear=True)
