# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Dates that count from the day of writing: "last Friday", "in two weeks", "end of the month"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from mailer.understand.calendar_days import (
    Found,
    Lean,
    add_months,
    day_of,
    fits,
    month_end,
    near,
    nth_weekday,
    year_for,
)
from mailer.understand.date_patterns import Patterns
from mailer.understand.date_words import COUNTS

_FIGURE = re.compile(r"\d")
_NUMBER_BESIDE = re.compile(
    r",? (?:the |den |dem |le |il |el |dia |tanggal )?(?P<d>\d{1,2})(?P<nth>st|nd|rd|th|\.)?(?![\d:/.]|\.\d|[a-z]| ?(?:h\b|uhr|am\b|pm\b|o'?clock|%|(?:de|di|of|mentees?|people|of us|reps|hours?|stunden|horas?|heures?|ore|jam|min\w*|persone|personas|pessoas|personnes|leute|of them|modul\w*|orang)\b))(?P<word> ?[a-z])?"
)
_LINK = re.compile(r"(?:st|nd|rd|th|\.|o)?,? ?(?:of |de |do |di |bulan )?")
"""What stands between a day and its month."""

_MAY_BE = re.compile(r"may|mar|march|set|out|sun|des|sep|dec|jan|nov")
_VERB_AFTER = re.compile(r" (?:be|i|we|he|she|you|it|they|not|have|on|out|by|step|to)\b")
_ENDS = r" ?(?:$|[.,;:!?)])| (?:[ao] (?:noite|tarde)|de manha|as \d+h?|com|passado|por|instead|with|at|in|and|to|till?|until|ate) ?\b"
_COUNTED = re.compile(
    r"\b(?:a|as|o|pela|uma|da|na|minha|sua|decima|vigesima|esta|essa|cada|toda|e) $"
)
_FEW_MONTHS = 2
WITH_PART = re.compile(
    r"(?:tag|mittwoch|sonnabend)(?:s|abend|morgen|nacht|mittag|vormittag|nachmittag)\b"
)


def _weeks_off(hit: re.Match[str], number: int, base: date, lean: Lean) -> date | None:
    """Read "Friday week", "two Fridays ago" and "Tuesday last week"."""
    monday = base - timedelta(days=base.weekday())
    if hit["ago"]:
        back = (base.weekday() - number) % 7 or 7
        return base - timedelta(days=back + (7 if hit["before"] else 0))
    if hit["two"]:
        return base + timedelta(days=((number - base.weekday()) % 7 or 7) + 14)
    if hit["far"] or (hit["before"] and lean is Lean.FUTURE):
        return base + timedelta(days=((number - base.weekday()) % 7 or 7) + 7)
    if hit["last_week"] or hit["of_last_week"]:
        return monday + timedelta(days=number - 7)
    if hit["next_week"] or hit["of_next_week"]:
        return monday + timedelta(days=number + 7)
    return None


def _weekday(hit: re.Match[str], shapes: Patterns, base: date, lean: Lean) -> Found | None:
    """Read a weekday: "last" is the one before today, "next" the one after; doubtful if both fit."""
    word = hit["weekday"]
    number = shapes.weekdays[word] - 1
    bounds = hit.start(), hit.end()
    doubtful = word in shapes.short and not _short_weekday(hit)
    if doubtful or hit["every"] or hit["part"] == "s" or _no_weekday(hit, word):
        return None
    if found := _weeks_off(hit, number, base, lean):
        return Found(*bounds, found, weekday=True)
    behind = (base.weekday() - number) % 7
    forward, backward = hit["next"] or hit["coming"], hit["last"] or hit["gone"]
    if forward or (not backward and lean is Lean.FUTURE):
        ahead = -behind % 7
        # "next Friday" on a Wednesday: this week's or the week after's.
        split = hit["next"] == "next" and base.weekday() < number
        split = split or not (ahead or forward or hit["this"])
        return Found(
            *bounds, base + timedelta(days=ahead or (7 if forward else 0)), split, weekday=True
        )
    if behind == 0 and not backward:
        return Found(*bounds, base, unclear=not hit["this"], weekday=True)
    return Found(*bounds, base - timedelta(days=behind or 7), weekday=True)


def _numbered(
    hit: re.Match[str], beside: re.Match[str], shapes: Patterns, base: date, lean: Lean
) -> Found | None:
    """Read "Friday 14": the nearest such Friday in the direction that is asked for.

    A number that a word follows ("Friday 14 I will") must fit this month or the one beside it.
    Where weekday and number never meet, the number counts, and nobody knows for certain.
    """
    weekday, day = shapes.weekdays[hit["weekday"]] - 1, int(beside["d"])
    loose = bool(beside["word"]) and not beside["nth"]
    for months in range(2 if loose else 13):
        start = add_months(base.replace(day=1), -months if lean is Lean.PAST else months)
        found = day_of(start.year, start.month, day)
        ahead = found is not None and (found <= base if lean is Lean.PAST else found >= base)
        if found and ahead and found.weekday() == weekday:
            return Found(hit.start(), beside.end("d"), found, months > _FEW_MONTHS)
    found = None if loose or hit["weekday"] in shapes.short else near(day, base, lean)
    return Found(hit.start(), beside.end("d"), found, True) if found else None


def _counted(hit: re.Match[str], shapes: Patterns, base: date, lean: Lean) -> Found:
    """Read "the first Monday of May"."""
    month, weekday = shapes.months[hit["month"]], shapes.weekdays[hit["weekday"]] - 1
    nth = next(n for word, n in COUNTS.items() if re.fullmatch(word, hit["count"]))
    if hit["year"]:
        return Found(hit.start(), hit.end(), nth_weekday(int(hit["year"]), month, nth, weekday))
    days = [nth_weekday(base.year + turn, month, nth, weekday) for turn in (0, -1, 1)]
    found = next((one for one in days if fits(one, base, lean)), days[0])
    return Found(hit.start(), hit.end(), found, yearless=True)


def _short_weekday(hit: re.Match[str]) -> bool:
    """Tell "sat 09:00" and "until wed" from what the short forms mean elsewhere."""
    beside = hit["last"] or hit["next"] or hit["this"] or hit["gone"] or hit["coming"]
    before, behind = hit.string[: hit.start()], hit.string[hit.end() :]
    return bool(
        beside
        or re.match(
            r",? ?\d{1,2}(?:[.:h]?\d\d| ?(?:am|pm|uhr|h)\b)| (?:after|before) school", behind
        )
        or (
            re.search(r"\b(?:on|since|until|till?|by|did it|call) $", before)
            and re.match(_ENDS, behind)
        )
    )


def _no_weekday(hit: re.Match[str], word: str) -> bool:
    """Tell "segunda vez" and "dua minggu" from a weekday: such words need another beside them."""
    before = hit.string[: hit.start()]
    if word in ("segunda", "terca", "quarta", "quinta", "sexta"):
        if re.match(_ENDS, hit.string[hit.end() :]) and not _COUNTED.search(before):
            return False
        beside = hit["last"] or hit["next"] or hit["this"] or hit["gone"] or hit["coming"]
        marked = re.search(
            r"\b(?:na|ate|ate a|desde|desde a|a partir de|de|pra|para|nessa|dessa|ultima) $", before
        )
        counts = re.match(
            r" (?:vez|aula|licao|parte|edicao|ordem|turma|tentativa|feira do)",
            hit.string[hit.end() :],
        )
        return bool(counts) or not (
            beside or hit["of_last_week"] or marked or re.match(r"^\W*$", before)
        )
    if hit.string.startswith((f" a {word}", f" to {word}", f" bis {word}"), hit.end()):
        return True
    if word == "minggu":
        part = hit.group().endswith((" malam", " pagi", " sore", " siang"))
        led = before.endswith(("dari ", "mulai ", "malam ", "sejak "))
        week = hit["gone"] or hit["coming"] or re.match(r" (?:ini|per|ke)", hit.string[hit.end() :])
        return not (before.endswith("hari ") or ((part or led) and not week))
    return False


def _distance(hit: re.Match[str], sign: int, shapes: Patterns, base: date) -> Found:
    """Read "two weeks ago" and "in three months"; months back are no exact day."""
    groups = hit.groupdict()
    count = int(hit["n"]) if hit["n"].isdigit() else shapes.numbers[hit["n"]]
    if groups.get("hour"):
        return Found(hit.start(), hit.end(), base + timedelta(hours=sign * count), unclear=True)
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
    for unit, length in days.items():
        if groups.get(unit):
            return Found(hit.start(), hit.end(), base + timedelta(days=sign * count * length))
    return Found(hit.start(), hit.end(), add_months(base, sign * min(count, 99)), sign < 0)


def _end_of(hit: re.Match[str], kind: str, shapes: Patterns, base: date, lean: Lean) -> Found:
    if kind == "month":
        month = shapes.months[hit["month"]]
        year = int(hit["year"]) if hit["year"] else year_for(month, 28, base, lean)
        return Found(hit.start(), hit.end(), month_end(year, month), yearless=not hit["year"])
    if kind == "quarter":
        return _quarter_end(hit, base, lean)
    if kind == "week":
        return Found(hit.start(), hit.end(), base + timedelta(days=6 - base.weekday()), True)
    if kind == "year":
        year = base.year - 1 if lean is Lean.PAST else base.year
        return Found(hit.start(), hit.end(), date(year, 12, 31))
    start = add_months(base.replace(day=1), {"next": 1, "last": -1, "this": 0}[kind])
    if lean is Lean.PAST and kind == "this":
        start = add_months(start, -1)
    return Found(hit.start(), hit.end(), month_end(start.year, start.month))


def _quarter_end(hit: re.Match[str], base: date, lean: Lean) -> Found:
    """Read "end of Q2" and "zum Quartalsende": the quarter of the calendar year."""
    month = int(hit["quarter"] or (base.month + 2) // 3) * 3
    year = year_for(month, 28, base, lean) if hit["quarter"] else base.year
    found = month_end(year, month)
    if lean is Lean.PAST and not hit["quarter"]:
        found = add_months(base.replace(day=1, month=month - 2), -1)
        found = month_end(found.year, found.month)
    return Found(hit.start(), hit.end(), found, yearless=bool(hit["quarter"]))


def _of_month(hit: re.Match[str], shapes: Patterns, base: date, lean: Lean) -> Found | None:
    """Read "the 5th of next month"."""
    number = int(hit["d"]) if hit["d"].isdigit() else shapes.days.get(hit["d"], 1)
    shift = 1 if hit["next"] else -1 if hit["last"] else 0
    if hit.groupdict().get("open"):
        # "The first of the month" is the one that comes, unless the past is asked for.
        shift = int(lean is Lean.FUTURE and number < base.day)
    start = add_months(base.replace(day=1), shift)
    found = day_of(start.year, start.month, number)
    return Found(hit.start(), hit.end(), found) if found else None


def _bare(hit: re.Match[str], shapes: Patterns, base: date, lean: Lean) -> Found | None:
    """Read "the 25th": of this month, or of the one before or after where that is past or ahead."""
    number = int(hit["d"]) if hit["d"].isdigit() else shapes.days[hit["d"]]
    if found := near(number, base, lean):
        return Found(hit.start(), hit.end(), found, yearless=True, bare=True)
    return None


def _of_calendar(
    text: str, tokens: frozenset[str], shapes: Patterns, base: date, lean: Lean
) -> Iterator[Found]:
    keys = shapes.keys
    for pattern, kind in () if keys.ends.isdisjoint(tokens) else shapes.ends:
        for hit in pattern.finditer(text):
            yield _end_of(hit, kind, shapes, base, lean)
    for pattern in () if keys.months.isdisjoint(tokens) else shapes.months_over:
        for hit in pattern.finditer(text):
            yield _end_of(hit, "month", shapes, base, lean)
    for pattern in () if keys.of_month.isdisjoint(tokens) else shapes.of_month:
        for hit in pattern.finditer(text):
            if found := _of_month(hit, shapes, base, lean):
                yield found
    if keys.weekdays.isdisjoint(tokens) and not WITH_PART.search(text):
        return
    for hit in () if keys.months.isdisjoint(tokens) else shapes.counted_weekday.finditer(text):
        yield _counted(hit, shapes, base, lean)
    yield from _weekdays(text, shapes, base, lean)


def _weekdays(text: str, shapes: Patterns, base: date, lean: Lean) -> Iterator[Found]:
    """Give the days of the week, with the number beside them where no month follows."""
    for hit in shapes.weekday.finditer(text):
        numbered = None
        if beside := _NUMBER_BESIDE.match(text, hit.end()):
            link = _LINK.match(text, beside.end("d"))
            if not (link and shapes.month_alone.match(text, link.end())):
                numbered = _numbered(hit, beside, shapes, base, lean)
        if found := numbered or _weekday(hit, shapes, base, lean):
            yield found


def relative(
    text: str, tokens: frozenset[str], shapes: Patterns, base: date, lean: Lean
) -> Iterator[Found]:
    """Give the relative dates of a folded text; they may overlap, the better ones come first.

    `tokens` are the words of the text: shapes that need other words are not looked for.
    """
    yield from _of_calendar(text, tokens, shapes, base, lean)
    for pattern, sign in () if shapes.keys.units.isdisjoint(tokens) else shapes.distances:
        for hit in pattern.finditer(text):
            yield _distance(hit, sign, shapes, base)
    if not shapes.keys.words.isdisjoint(tokens):
        for hit in shapes.word.finditer(text):
            shift = shapes.apart[hit["word"]] if hit["word"] else 0
            yield Found(hit.start(), hit.end(), base + timedelta(days=shift))
    named = () if shapes.keys.days.isdisjoint(tokens) else (shapes.worded_bare,)
    for pattern in (*(shapes.bare if _FIGURE.search(text) else ()), *named):
        for hit in pattern.finditer(text):
            if found := _bare(hit, shapes, base, lean):
                yield found


_FROM = re.compile(
    r"(?:from|as of|starting|desde|a partir d[ea]|des|ab|da|dal mese di|mulai)(?! dem monat| now) "
)
"""What makes a month begin something that lies ahead: its first day is meant."""

_PART_DAYS = {"early": 1, "middle": 15, "second": 8, "third": 15, "late": 24}


def _in_month(
    hit: re.Match[str], name: str, day: int, shapes: Patterns, base: date, lean: Lean
) -> Found:
    """Give a day of a month that is named alone or in part; nobody knows it for certain."""
    month = shapes.months[name]
    written = hit["year"]
    year = int(written) if written else year_for(month, day, base, lean)
    return Found(hit.start(), hit.end(), date(year, month, day), True, yearless=not written)


def _period(hit: re.Match[str], base: date, lean: Lean) -> Found:
    """Read "next week" and "last month" as their first day."""
    unit, which = (hit.lastgroup or "week_this").split("_")
    turn = {"next": 1, "this": 0, "last": -1}[which]
    if unit == "month":
        found = add_months(base.replace(day=1), turn) if turn else base
    else:
        found = base - timedelta(days=base.weekday()) + timedelta(days=7 * turn)
        found += timedelta(days=5 if unit == "weekend" else 0)
        found = found if turn or unit == "weekend" else base
        if unit == "weekend" and not turn and lean is Lean.PAST and found > base:
            found -= timedelta(days=7)
    return Found(hit.start(), hit.end(), found, True)


def vague(
    text: str, tokens: frozenset[str], shapes: Patterns, base: date, lean: Lean
) -> Iterator[Found]:
    """Give the times that are no certain day: "mid-May", "until April", "next week"."""
    keys = shapes.keys
    yield from _of_months(text, tokens, shapes, base, lean)
    if not keys.periods.isdisjoint(tokens):
        for hit in shapes.periods.finditer(text):
            yield _period(hit, base, lean)


def _of_months(
    text: str, tokens: frozenset[str], shapes: Patterns, base: date, lean: Lean
) -> Iterator[Found]:
    if shapes.keys.months.isdisjoint(tokens):
        return
    for hit in () if shapes.keys.parts.isdisjoint(tokens) else shapes.parts.finditer(text):
        part = next(name for name in _PART_DAYS if hit[name])
        yield _in_month(hit, hit["month"], _PART_DAYS[part], shapes, base, lean)
    for hit in shapes.month_span.finditer(text):
        last = _in_month(hit, hit["month"], 1, shapes, base, lean)
        first = _in_month(hit, hit["first"], 1, shapes, base, lean)
        yield replace(first, end=hit.end("first"))
        yield replace(last, start=hit.start("month"))
    for hit in shapes.month_led.finditer(text):
        if not (_MAY_BE.match(hit["month"]) and _VERB_AFTER.match(text, hit.end())):
            found = _in_month(hit, hit["month"], 1, shapes, base, lean)
            ahead = lean is Lean.FUTURE and found.day > base
            begins = ahead and _FROM.match(text, hit.start())
            yield replace(found, unclear=False) if begins else found
