# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Dates as people write them, worked out against the day of writing.

Exact forms (2026-03-05, 5 March 2026) are tried before relative ones; a stretch of text is read
once only. What could mean two days is marked `unclear`: a person then looks at it.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from mailer.understand.date_words import (
    AMBIGUOUS_DAY_WORDS,
    AT_ONCE,
    DAY_WORDS,
    MONTHS,
    NUMBERS,
    WEEKDAYS,
)
from mailer.understand.sentences import fold, tidy

_LAST_MONTH = 12
_SHORT_YEAR = 100


class Lean(StrEnum):
    """Which way a date without a year, or a bare weekday, points."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: where it stands (in the folded text), its day, and whether two fit."""

    start: int
    end: int
    day: date
    unclear: bool = False


def _either(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_MONTH = f"(?P<month>{_either(MONTHS)})"
_DAY = r"(?P<day>\d{1,2}|primo|primeiro|premier|primero)(?:st|nd|rd|th|er|º|o|a|\.)?"
_YEAR = r"(?:,? ?(?:of |de |del |do |di )?(?P<year>20\d\d)(?!\d))?"
_TO = r" ?(?:-|to|until|till|bis|and|al|a|au|y|e|et|und|s/d|sampai|hingga|through) ?"
_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_LONG = re.compile(
    rf"(?<![\d.])(?:(?P<from>\d{{1,2}})(?:st|nd|rd|th|\.)?{_TO}(?:the |el |le )?)?"
    rf"{_DAY} ?-?(?:day )?(?:of |de |di |le )?{_MONTH}\b\.?{_YEAR}"
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\b\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
    rf"(?:{_TO}(?P<to>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?(?:{_either(MONTHS)})\b))?{_YEAR}"
)
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?:(?P=sign)(?P<year>20\d\d|\d\d)\b"
    r"|(?P<none>(?<=\d)\.(?!\d)|(?<=/\d)|(?<=/\d\d))(?![\d/]))"
)
_WEEKDAY = re.compile(
    r"(?:\b(?P<which>last|this past|past|this|next|coming|el pasado|ultimo|letzten|letzte|am letzten|"
    r"nachsten|kommenden|le|proximo|na ultima|no ultimo|scorso|lalu) )?"
    rf"\b(?P<weekday>{_either(w for w in WEEKDAYS if len(w) > 3)})\b"  # noqa: PLR2004 - "sat" and "sun" are also words
    r"(?: (?P<after>passado|pasado|passada|dernier|prochain|scorso|lalu|depan|prossimo|que vem))?"
)
_AGO = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{_either(NUMBERS)}) (?:of )?(?P<unit>day|week|month|tag|woche|monat|hari|minggu|"
    r"bulan|giorn|settiman|mes)\w* (?P<ago>ago|fa|atras|yang lalu|lalu)\b"
    rf"|\b(?:vor|hace|il y a|ha) (?P<n2>\d{{1,3}}|{_either(NUMBERS)}) "
    r"(?P<unit2>tag|woche|monat|dia|semana|mes|jour|semaine|mois)\w*"
    rf"|\b(?:in|within|en|dans|tra|fra|dalam|em) (?P<n3>\d{{1,3}}|{_either(NUMBERS)}) "
    r"(?P<unit3>day|week|month|tag|woche|monat|dia|semana|mes|jour|semaine|mois|giorn|settiman|hari|minggu)\w*"
    r"(?! (?:of|time of|notice))"
)
_END_OF = re.compile(
    r"\b(?:end of|fim de|fim do|fin de|final de|finales de|ende|fine di|fine del|akhir|last day of|"
    r"ultimo dia de|fin du)(?: (?:the|this|der|des|de|del|do|di|este|ce|diesen|questo))* ?"
    rf"(?:(?P<next>next |nachsten |proximo |depan )?(?P<unit>month|year|week|mes|mois|monats|mese|bulan ini|"
    rf"bulan depan|bulan|jahres|ano|anno|annee|tahun)|{_MONTH})\b(?P<after> que viene| prochain| prossimo)?{_YEAR}"
)
_FIRST_OF = re.compile(
    r"\b(?:the )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?|first|beginning|start) (?:day )?(?:of|de|del) "
    rf"(?:the )?(?:(?P<next>next|this|last) month|(?P<month>{_either(MONTHS)})\b{_YEAR})"
)
_BARE_DAY = re.compile(
    r"\b(?:on|by|since|until|till|from|the|of|el|le|am|dia|il|tanggal) (?:the )?"
    r"(?P<day>\d{1,2})(?:(?:st|nd|rd|th)\b|\.(?=\W|$)|(?<=dia \d)|(?<=dia \d\d)|(?<=tanggal \d)|(?<=tanggal \d\d))"
    r"(?! (?:time|year|month|week|day|anniversary|floor|century|place|module|edition|birthday|mentee))"
)
_WORD = re.compile(
    r"\b(?P<word>" + "|".join(re.escape(word) for word in DAY_WORDS) + r")\b"
    rf"|\b(?P<once>{_either(AT_ONCE)})\b"
)
_BEFORE_A_DAY = {
    "on",
    "until",
    "till",
    "from",
    "since",
    "el",
    "em",
    "le",
    "il",
    "am",
    "dia",
    "al",
    "del",
    "ate",
    "hasta",
}
_ANY = re.compile(
    rf"\d|\b(?:primo|primeiro|premier|primero|{_either(w for w in WEEKDAYS if len(w) > 3)}|{_either(DAY_WORDS)}|{_either(AT_ONCE)})\b"  # noqa: PLR2004 - as above
    r"|\b(?:ago|end|ende|fin|fim|fine|akhir|first|beginning|hace|vor|ha|fa|lalu|atras|within|dans|tra|in|en)\b"
)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _add_months(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _year_for(month: int, day: int, base: date, lean: Lean) -> int:
    """Choose the year of a date without one: the last time it was, or the next time it comes.

    A past date may lie a few days ahead (clocks), a future one up to two months behind ("I left
    on 1 March", written in April).
    """
    for year in (base.year, base.year - 1, base.year + 1):
        found = _day(year, month, day)
        if not found:
            continue
        ahead = (found - base).days
        if lean is Lean.PAST and -363 <= ahead <= 1:  # noqa: PLR2004 - days of one year
            return year
        if lean is Lean.FUTURE and -60 <= ahead <= 305:  # noqa: PLR2004 - days, as said above
            return year
    return base.year


def _dated(text: re.Match[str], month: int, base: date, lean: Lean) -> Iterator[Found]:
    """Give the one or two dates of a long form; "from 1 to 20 July" gives both."""
    groups = text.groupdict()
    day = int(groups["day"]) if groups["day"].isdigit() else 1
    year = int(groups["year"]) if groups.get("year") else _year_for(month, day, base, lean)
    first = groups.get("from")
    if first and (found := _day(year, month, int(first))):
        yield Found(text.start(), text.start("day"), found)
    last = groups.get("to")
    if found := _day(year, month, day):
        start = text.start("day") if first else text.start()
        yield Found(start, text.end("day") if last else text.end(), found)
    if last and (found := _day(year, month, int(last))):
        yield Found(text.start("to"), text.end(), found)


def _exact(text: str, base: date, lean: Lean, language: str) -> Iterator[Found]:
    for hit in _ISO.finditer(text):
        if found := _day(int(hit["year"]), int(hit["month"]), int(hit["day"])):
            yield Found(hit.start(), hit.end(), found)
    for pattern in (_LONG, _MONTH_FIRST):
        for hit in pattern.finditer(text):
            yield from _dated(hit, MONTHS[hit["month"]], base, lean)
    for hit in _NUMERIC.finditer(text):
        yield from _numeric(hit, base, lean, language)


def _surely_a_day(hit: re.Match[str]) -> bool:
    """Tell a day without a year ("on 3/4", "3.4.") from a share, a score or a version."""
    if hit["sign"] == ".":
        return hit["none"] == "."
    before = hit.string[: hit.start()].rstrip().rpartition(" ")[2]
    return hit["sign"] == "/" and before in _BEFORE_A_DAY


def _numeric(hit: re.Match[str], base: date, lean: Lean, language: str) -> Iterator[Found]:
    """Read 03/04/2026: the day stands first but in English with slashes, where nobody knows."""
    first, second = int(hit["a"]), int(hit["b"])
    if not hit["year"] and not _surely_a_day(hit):
        return
    day, month, unclear = first, second, False
    if second > _LAST_MONTH >= first:
        day, month = second, first
    elif language == "en" and hit["sign"] != "." and first <= _LAST_MONTH and first != second:
        unclear = True
    if month > _LAST_MONTH or not month or not day:
        return
    year = int(hit["year"]) if hit["year"] else _year_for(month, day, base, lean)
    found = _day(year + 2000 if year < _SHORT_YEAR else year, month, day)
    if found:
        yield Found(hit.start(), hit.end(), found, unclear)


def _weekday(hit: re.Match[str], base: date, lean: Lean) -> Found:
    """Read a weekday: "last" is the one before today, "next" the one after; doubtful if both fit."""
    which = f"{hit['which'] or ''} {hit['after'] or ''}".strip()
    behind = (base.weekday() - WEEKDAYS[hit["weekday"]]) % 7
    forward = any(
        w in which
        for w in ("next", "coming", "proxim", "nachst", "kommend", "depan", "proch", "vem")
    )
    backward = not forward and which not in ("", "this", "le")
    if forward or (not backward and lean is Lean.FUTURE):
        ahead = -behind % 7 or 7
        # "next Friday" on a Wednesday: this week's or the week after's.
        split = which == "next" and base.weekday() < WEEKDAYS[hit["weekday"]]
        return Found(hit.start(), hit.end(), base + timedelta(days=ahead), unclear=split)
    if behind == 0 and not backward:
        return Found(hit.start(), hit.end(), base, unclear=which != "this")
    return Found(hit.start(), hit.end(), base - timedelta(days=behind or 7))


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _distance(hit: re.Match[str], base: date) -> Found:
    """Read "two weeks ago" and "in three months"."""
    for number, unit, sign in (("n", "unit", -1), ("n2", "unit2", -1), ("n3", "unit3", 1)):
        if hit[number]:
            count, name = _count(hit[number]) * sign, hit[unit]
            if name in ("day", "tag", "hari", "giorn", "dia", "jour"):
                found = base + timedelta(days=count)
            elif name in ("week", "woche", "minggu", "settiman", "semana", "semaine"):
                found = base + timedelta(weeks=count)
            else:
                found = _add_months(base, count)
            return Found(hit.start(), hit.end(), found)
    raise AssertionError(hit[0])


def _end_of(hit: re.Match[str], base: date, lean: Lean) -> Found:
    unit = hit["unit"] or ""
    if hit["month"]:
        month = MONTHS[hit["month"]]
        year = int(hit["year"]) if hit["year"] else _year_for(month, 28, base, lean)
        return Found(hit.start(), hit.end(), _month_end(year, month))
    if unit in ("year", "jahres", "ano", "anno", "annee", "tahun"):
        return Found(hit.start(), hit.end(), date(base.year, 12, 31))
    if unit == "week":
        days = 6 - base.weekday() + (7 if hit["next"] else 0)
        return Found(hit.start(), hit.end(), base + timedelta(days=days), unclear=True)
    later = hit["next"] or hit["after"] or "depan" in unit
    month = _add_months(base.replace(day=1), 1) if later else base  # type: ignore[assignment]
    return Found(hit.start(), hit.end(), _month_end(month.year, month.month))  # type: ignore[attr-defined]


def _first_of(hit: re.Match[str], base: date, lean: Lean) -> Found | None:
    number = int(hit["day"]) if hit["day"] else 1
    if hit["month"]:
        month = MONTHS[hit["month"]]
        year = int(hit["year"]) if hit["year"] else _year_for(month, number, base, lean)
        found = _day(year, month, number)
    else:
        shift = {"next": 1, "this": 0, "last": -1}[hit["next"]]
        start = _add_months(base.replace(day=1), shift)
        found = _day(start.year, start.month, number)
    return Found(hit.start(), hit.end(), found) if found else None


def _bare(hit: re.Match[str], base: date, lean: Lean) -> Found | None:
    """Read "the 25th": of this month, or of the one before or after where that is past or ahead."""
    number = int(hit["day"])
    shifts = (0, -1) if lean is Lean.PAST else (0, 1)
    for shift in shifts:
        start = _add_months(base.replace(day=1), shift)
        found = _day(start.year, start.month, number)
        if found and (found <= base if lean is Lean.PAST else found >= base):
            return Found(hit.start(), hit.end(), found)
    return None


def _relative(text: str, base: date, lean: Lean, language: str) -> Iterator[Found]:
    for hit in _END_OF.finditer(text):
        yield _end_of(hit, base, lean)
    for hit in _FIRST_OF.finditer(text):
        if found := _first_of(hit, base, lean):
            yield found
    for hit in _WORD.finditer(text):
        holds = AMBIGUOUS_DAY_WORDS.get(hit[0], (language,))
        if language in holds:
            shift = DAY_WORDS[hit["word"]] if hit["word"] else 0
            yield Found(hit.start(), hit.end(), base + timedelta(days=shift))
    for hit in _AGO.finditer(text):
        yield _distance(hit, base)
    for hit in _WEEKDAY.finditer(text):
        yield _weekday(hit, base, lean)
    for hit in _BARE_DAY.finditer(text):
        if found := _bare(hit, base, lean):
            yield found


@lru_cache(maxsize=256)
def dates(text: str, base: date, lean: Lean = Lean.PAST, language: str = "en") -> tuple[Found, ...]:
    """Return the dates of a short text (a sentence or two), in the order in which they stand.

    `base` is the day of writing. Months without a day ("in March") are no dates.
    """
    low = fold(tidy(text))
    if not _ANY.search(low):
        return ()
    kept: list[Found] = []
    for found in (*_exact(low, base, lean, language), *_relative(low, base, lean, language)):
        if all(found.end <= other.start or other.end <= found.start for other in kept):
            kept.append(found)
    return tuple(sorted(kept, key=lambda found: found.start))
