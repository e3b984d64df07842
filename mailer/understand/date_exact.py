# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Dates that name their day: 2026-03-05, 5 March, 3.4., "from 1 to 20 July"."""

import re
from collections.abc import Iterator
from datetime import date

from mailer.understand.calendar_days import (
    Found,
    Lean,
    before,
    day_of,
    fits,
    month_end,
    near,
    year_for,
)
from mailer.understand.date_patterns import AT_AN_END, Patterns

_LAST_MONTH = 12
_LONGEST_MONTH = 31
_SHORT_YEAR = 100

_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.:-])(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?:(?P=sign)(?P<year>20\d\d|\d\d)\b(?!\.\d)"
    r"|(?P<dot>\.)?(?![\d/%]))"
)
_LEADS_DOTTED = re.compile(r"\b(?:am|vom|zum|bis|ab|seit|den|per|il|dal|al|data) $")
_NO_DAY_BEFORE = re.compile(
    r"(?:\b(?:at|um|gegen|alle|dalle|ore|orario|jam|pukul|version|versione|versao|release|v|no|nr|n|kapitel|chapter|modul\w*|section|room|raum|sala|salle|ip|euro|eur|usd|page)\.? ?|[$€£#])$"
)
_NO_DAY_BEHIND = re.compile(
    r" ?(?:uhr|h\b|am\b|pm\b|euro?\b|€|%|km\b|kg\b|ore\b|hours?\b|wib\b|mb\b|gb\b)"
)
_OPENING = re.compile(r"[:,;(] ?$")
_CLOSING = re.compile(r" ?(?:$|[.,;:)!])| (?:i|and|with|mit|con|com|avec|call)\b")
_PAIR = re.compile(
    r"(?<![\d/.:-])(?P<a>\d{1,2})(?P<sign>[/.])(?P<b>\d{1,2})\.?(?: ?(?:-|->|to|till?|until|through|thru|al?|au|y|e|and|bis|und|hasta|ate|s/d|sampai|hingga) ?| )"
    r"(?P<c>\d{1,2})(?P=sign)(?P<d>\d{1,2})(?![\d/%])"
)
"""Two days in figures with their months: "22/12-4/1"."""

_SPACED = re.compile(
    r"(?<![\d.:/])(?P<a>\d{1,2})\. (?P<b>\d{1,2})\.(?: ?(?P<year>20\d\d)|(?= |$|[;,)]))"
)
"""A day written with a gap: "23. 9."."""

_BARE_SPAN = re.compile(
    r"\b(?P<lead>(?:from|de|del|du|dal|vom|dari|entre|between|tgl\.?|tanggal) )?(?<![\d./:-])(?P<a>\d{1,2})(?P<nth>st|nd|rd|th|o|er|\.)?"
    r" ?(?P<to>-|to|till?|until|through|a|al|au|ao|ate|bis|e|y|and|back|sampai|balik|s/d|s\.d\.?|hingga) ?(?:the |o dia |dia )?(?P<b>\d{1,2})(?:st|nd|rd|th|o|\.)?"
    + AT_AN_END
)
"""Two days and no month: "from 20 to 27"."""

_FIGURE = re.compile(r"\d")
_PADDED = re.compile(r"(?:0\d[/.]\d\d|\d\d[/.]0\d)(?!\d)")
_TWO_FIGURES = re.compile(r"\d\D{1,14}\d")
_FIGURES = re.compile(r"\d[-./]\d")
_SPAN_OF_DAYS = re.compile(
    r"(?<![\d/.:-])(?P<a>\d{1,2})[.o]? ?(?:-|bis|al|au|a|to) ?(?P<b>\d{1,2})(?P<sign>[./])(?P<m>\d{1,2})(?:(?P=sign)|(?<=/\d)|(?<=/\d\d))(?P<year>20\d\d|\d\d)?(?![\d/])"
)
"""Two days of one month in figures: "3.-24.8."."""

_BEFORE_IN_WORDS = """
on by until till from since to and before after el em no le il am dia effective efectivo efectiva efetivo efetiva effettivo effettiva al del du de dal ate hasta
desde bis vom zum ab den per seit au a l' tanggal tgl sampai mulai entro
"""
_BEFORE_A_DAY = frozenset(_BEFORE_IN_WORDS.split())
_SHARE_BEFORE = re.compile(
    r"(?:not[ae]|nilai|un|rat\w+|score|of|sur|von|(?:gets?|got|give\w*|gave)(?: \w+)? an?)(?: de| di)? ?$"
)

_OTHER_YEAR = re.compile(
    r",? (?:of |de |del |do |de l'|dell')?(?:(?P<next>(?:the )?next year|(?:proximo ano|ano que viene|ano que vem|ano proximo)|annee prochaine|(?:des )?(?:nachsten|kommenden) jahre?s|(?:prossimo anno|anno prossimo)|tahun depan)"
    r"|(?P<last>last year|(?:ano pasado|pasado ano)|ano passado|annee derniere|(?:des )?(?:letzten|vergangenen|vorigen) jahre?s|anno scorso|scorso anno|tahun lalu))\b"
)


def _number(written: str, shapes: Patterns) -> int:
    return int(written) if written.isdigit() else shapes.days.get(written, 1)


def _first_of(year: int, month: int, first: int, last: int) -> date | None:
    """Return the first day of "from 20 to 27 July", or of "from 29 to 10 July", which is in June."""
    end = day_of(year, month, last)
    return before(end, first) if end and first > last else day_of(year, month, first)


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
    if first and (found := _first_of(year, month, _number(first, shapes), day)):
        yield Found(text.start(), text.start("day"), found, either, yearless=yearless)
    if found := day_of(year, month, day):
        start = text.start("day") if first else text.start()
        end = text.end("day") if last else text.end()
        yield Found(start, end, found, either, yearless=yearless)
    elif day <= _LONGEST_MONTH:
        # "31 June" is no day of the calendar: whether the 30th is meant, nobody knows.
        yield Found(text.start(), text.end(), month_end(year, month), True, yearless=yearless)
    if last and (found := day_of(year, month, int(last))):
        yield Found(text.start("to"), text.end(), found, yearless=yearless)


def exact(
    text: str, tokens: frozenset[str], shapes: Patterns, base: date, lean: Lean, language: str
) -> Iterator[Found]:
    """Give the dates of a folded text that name their day; `tokens` are its words."""
    figures = _FIGURE.search(text) and _FIGURES.search(text)
    for hit in _ISO.finditer(text) if figures else ():
        if found := day_of(int(hit["year"]), int(hit["month"]), int(hit["day"])):
            yield Found(hit.start(), hit.end(), found)
    named = not shapes.keys.months.isdisjoint(tokens)
    worded = () if shapes.keys.days.isdisjoint(tokens) else (shapes.worded,)
    for pattern in (shapes.long, *worded, shapes.month_first) if named else ():
        for hit in pattern.finditer(text):
            yield from _dated(hit, shapes, base, lean)
    if not _TWO_FIGURES.search(text):
        return
    yield from _spaced(text, base, lean)
    yield from _bare_spans(text, base, lean, language)
    if not figures:
        return
    for hit in _PAIR.finditer(text):
        yield from _pair(hit, base, lean, language)
    for hit in _SPAN_OF_DAYS.finditer(text):
        yield from _span(hit, base, lean)
    for hit in _NUMERIC.finditer(text):
        yield from _numeric(hit, base, lean, language)


def _spaced(text: str, base: date, lean: Lean) -> Iterator[Found]:
    for hit in _SPACED.finditer(text):
        day, month = int(hit["a"]), int(hit["b"])
        if 1 <= month <= _LAST_MONTH:
            found = day_of(_full_year(hit["year"], month, day, base, lean), month, day)
            if found:
                yield Found(hit.start(), hit.end(), found, yearless=not hit["year"])


def _bare_spans(text: str, base: date, lean: Lean, language: str) -> Iterator[Found]:
    """Give "from 20 to 27" and "25 - 31", which could be other figures, as unclear days."""
    for hit in _BARE_SPAN.finditer(text):
        first, last = int(hit["a"]), int(hit["b"])
        whole = not text[: hit.start()].strip() and hit.end() >= len(text.rstrip(" ."))
        opening = _OPENING.search(text[: hit.start()]) or not text[: hit.start()].strip()
        far = last > _LAST_MONTH or language != "en"
        sure = hit["nth"] in ("st", "nd", "rd", "th")
        led = hit["lead"] and (far or sure)
        alone = (whole or sure or hit["to"] in ("back", "balik", "sampai")) and (opening or sure)
        if not (led or alone) or not 0 < first < last:
            continue
        for number, start, end in (
            (first, hit.start(), hit.end("a")),
            (last, hit.start("b"), hit.end()),
        ):
            if found := near(number, base, lean):
                yield Found(start, end, found, not sure, yearless=True, bare=True)


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
    before, behind = hit.string[: hit.start()], hit.string[hit.end() :]
    opening = not before.strip() or bool(_OPENING.search(before))
    if hit["sign"] == ".":
        return _dotted(hit, before, behind, opening=opening)
    if hit["sign"] != "/":
        return False
    first, second = int(hit["a"]), int(hit["b"])
    word = re.split(r"[\s(]", before.rstrip(" ("))[-1]
    if word in _BEFORE_A_DAY or before.endswith(("(", "l'", "dall'", "all'")):
        return True
    # More parts than there are in all are no share: 31/12. "24/7" is a saying.
    if first > second and (first, second) not in ((24, 7), (11, 10)):
        return True
    shares = first == second or second in (5, 10, 20, 100) or (first, second) == (24, 7)
    return opening and bool(_CLOSING.match(behind)) and not shares


def _dotted(hit: re.Match[str], before: str, behind: str, *, opening: bool) -> bool:
    if _NO_DAY_BEFORE.search(before) or _NO_DAY_BEHIND.match(behind):
        return False
    if hit["dot"] and (len(hit["b"]) > 1 or behind or opening or int(hit["a"]) > _LAST_MONTH):
        return True
    two = re.match(r"\d\d\.\d\d", hit.group())
    return bool(_LEADS_DOTTED.search(before) or _PADDED.match(hit.group()) or (two and opening))


def _pair(hit: re.Match[str], base: date, lean: Lean, language: str) -> Iterator[Found]:
    """Read "22/12-4/1": both ends in one order, the one in which both are days."""
    if hit["sign"] == "." and (
        _NO_DAY_BEFORE.search(hit.string[: hit.start()])
        or _NO_DAY_BEHIND.match(hit.string, hit.end())
    ):
        return
    ends = [(int(hit["a"]), int(hit["b"])), (int(hit["c"]), int(hit["d"]))]
    turned = [(month, day) for day, month in ends]
    read = [
        [day_of(year_for(month, day, base, lean), month, day) for day, month in order]
        for order in ((ends, turned) if language == "en" and hit["sign"] == "/" else (ends,))
        if all(1 <= month <= _LAST_MONTH for _, month in order)
    ]
    fitting = [order for order in read if all(order)]
    for place, (start, end) in enumerate(
        ((hit.start(), hit.end("b")), (hit.start("c"), hit.end()))
    ):
        found = fitting[0][place] if fitting else None
        if found:
            two = len(fitting) > 1 and fitting[0] != fitting[1]
            yield Found(start, end, found, two, two, yearless=True)


def _numeric(hit: re.Match[str], base: date, lean: Lean, language: str) -> Iterator[Found]:
    """Read 03/04/2026: the day stands first but in English with slashes, where nobody knows.

    Where only one of the two readings lies in the direction that is asked for, that one is meant.
    """
    first, second = int(hit["a"]), int(hit["b"])
    before = hit.string[: hit.start()]
    shared = _SHARE_BEFORE.search(before) or (language == "en" and re.search(r"\ban? $", before))
    padded = hit["sign"] == "/" and _PADDED.match(hit.group())
    if not hit["year"] and (not (padded or _surely_a_day(hit)) or shared):
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
