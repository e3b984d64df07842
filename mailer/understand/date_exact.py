# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Dates that name their day: 2026-03-05, 5 March, 3.4., "from 1 to 20 July"."""

import re
from collections.abc import Iterator
from datetime import date

from mailer.understand.calendar_days import Found, Lean, day_of, fits, year_for
from mailer.understand.date_patterns import Patterns

_LAST_MONTH = 12
_SHORT_YEAR = 100

_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.:-])(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?:(?P=sign)(?P<year>20\d\d|\d\d)\b"
    r"|(?P<dot>\.)?(?![\d/%]))"
)
_FIGURES = re.compile(r"\d[-./]\d")
_SPAN_OF_DAYS = re.compile(
    r"(?<![\d/.:-])(?P<a>\d{1,2})\.? ?(?:-|bis|al|au|a|to) ?(?P<b>\d{1,2})\.(?P<m>\d{1,2})\.(?P<year>20\d\d|\d\d)?(?!\d)"
)
"""Two days of one month in figures: "3.-24.8."."""

_BEFORE_IN_WORDS = """
on by until till from since to and before after el em no le il am dia effective efectivo efectiva efetivo efetiva effettivo effettiva al del du de dal ate hasta
desde bis vom zum ab den per seit au a l' tanggal tgl sampai mulai entro
"""
_BEFORE_A_DAY = frozenset(_BEFORE_IN_WORDS.split())
_SHARE_BEFORE = re.compile(r"(?:not[ae]|nilai|un|rat\w+|score|of|sur|von)(?: de| di)? ?$")

_OTHER_YEAR = re.compile(
    r",? (?:of |de |del |do |de l'|dell')?(?:(?P<next>(?:the )?next year|(?:proximo ano|ano que viene|ano que vem|ano proximo)|annee prochaine|(?:des )?(?:nachsten|kommenden) jahre?s|(?:prossimo anno|anno prossimo)|tahun depan)"
    r"|(?P<last>last year|(?:ano pasado|pasado ano)|ano passado|annee derniere|(?:des )?(?:letzten|vergangenen|vorigen) jahre?s|anno scorso|scorso anno|tahun lalu))\b"
)


def _number(written: str, shapes: Patterns) -> int:
    return int(written) if written.isdigit() else shapes.days.get(written, 1)


def _dated(text: re.Match[str], shapes: Patterns, base: date, lean: Lean) -> Iterator[Found]:
    """Give the one or two dates of a long form; "from 1 to 20 July" gives both."""
    groups = text.groupdict()
    month, day = shapes.months[groups["month"]], _number(groups["day"], shapes)
    shift = _OTHER_YEAR.match(text.string, text.end())
    spoken = shapes.worded_year.match(text.string, text.end())
    yearless = not groups.get("year") and not shift and not spoken
    year = year_for(month, day, base, lean) if yearless else int(groups["year"] or base.year)
    if spoken:
        year = 2000 + shapes.numbers[spoken["n"]]
    elif shift:
        year = base.year + (1 if shift["next"] else -1)
    first, last, either = groups.get("from"), groups.get("to"), bool(groups.get("or"))
    if first and (found := day_of(year, month, _number(first, shapes))):
        yield Found(text.start(), text.start("day"), found, either, yearless=yearless)
    if found := day_of(year, month, day):
        start = text.start("day") if first else text.start()
        end = text.end("day") if last else text.end()
        yield Found(start, end, found, either, yearless=yearless)
    if last and (found := day_of(year, month, int(last))):
        yield Found(text.start("to"), text.end(), found, yearless=yearless)


def exact(
    text: str, tokens: frozenset[str], shapes: Patterns, base: date, lean: Lean, language: str
) -> Iterator[Found]:
    """Give the dates of a folded text that name their day; `tokens` are its words."""
    figures = _FIGURES.search(text) is not None
    for hit in _ISO.finditer(text) if figures else ():
        if found := day_of(int(hit["year"]), int(hit["month"]), int(hit["day"])):
            yield Found(hit.start(), hit.end(), found)
    named = not shapes.keys.months.isdisjoint(tokens)
    for pattern in (shapes.long, shapes.worded, shapes.month_first) if named else ():
        for hit in pattern.finditer(text):
            yield from _dated(hit, shapes, base, lean)
    if not figures:
        return
    for hit in _SPAN_OF_DAYS.finditer(text):
        yield from _span(hit, base, lean)
    for hit in _NUMERIC.finditer(text):
        yield from _numeric(hit, base, lean, language)


def _full_year(written: str | None, month: int, day: int, base: date, lean: Lean) -> int:
    if not written:
        return year_for(month, day, base, lean)
    year = int(written)
    return year + 2000 if year < _SHORT_YEAR else year


def _span(hit: re.Match[str], base: date, lean: Lean) -> Iterator[Found]:
    month = int(hit["m"])
    if not 1 <= month <= _LAST_MONTH:
        return
    year = _full_year(hit["year"], month, int(hit["b"]), base, lean)
    first, last = day_of(year, month, int(hit["a"])), day_of(year, month, int(hit["b"]))
    if first and last:
        yield Found(hit.start(), hit.start("b"), first, yearless=not hit["year"])
        yield Found(hit.start("b"), hit.end(), last, yearless=not hit["year"])


def _surely_a_day(hit: re.Match[str]) -> bool:
    """Tell a day without a year ("on 3/4", "3.4.") from a share, a score or a version."""
    if hit["sign"] == ".":
        if hit["dot"] and (len(hit["b"]) > 1 or hit.end() < len(hit.string)):
            return True
        return bool(re.search(r"\b(?:am|vom|zum|bis|ab|seit|den|per) $", hit.string[: hit.start()]))
    before = re.split(r"[\s(]", hit.string[: hit.start()].rstrip(" ("))[-1]
    return hit["sign"] == "/" and (
        before in _BEFORE_A_DAY or hit.string[: hit.start()].endswith(("(", "l'", "dall'", "all'"))
    )


def _numeric(hit: re.Match[str], base: date, lean: Lean, language: str) -> Iterator[Found]:
    """Read 03/04/2026: the day stands first but in English with slashes, where nobody knows.

    Where only one of the two readings lies in the direction that is asked for, that one is meant.
    """
    first, second = int(hit["a"]), int(hit["b"])
    before = hit.string[: hit.start()]
    padded = language != "en" and hit["a"][0] == "0" and len(hit["b"]) == 2  # noqa: PLR2004 - "01/09"
    if not hit["year"] and (not (padded or _surely_a_day(hit)) or _SHARE_BEFORE.search(before)):
        return
    orders = [(first, second)]
    if second > _LAST_MONTH >= first:
        orders = [(second, first)]
    elif language == "en" and hit["sign"] != "." and first <= _LAST_MONTH and first != second:
        orders = [(first, second), (second, first)]
    read = [
        day_of(_full_year(hit["year"], month, day, base, lean), month, day)
        for day, month in orders
        if 1 <= month <= _LAST_MONTH and day
    ]
    found = [one for one in read if one]
    fitting = [one for one in found if fits(one, base, lean)] or found
    if found:
        two = len(fitting) > 1
        yield Found(hit.start(), hit.end(), fitting[0], two, two, yearless=not hit["year"])
