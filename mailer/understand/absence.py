"""The two ends of an absence: its first day, and the last date that is given for it."""

from dataclasses import replace
from datetime import date, timedelta

from mailer.understand.calendar_days import Found, Lean, add_months, following
from mailer.understand.dates import dates
from mailer.understand.field_words import AWAY_END
from mailer.understand.matter import Matter

_NEAR = 28
"""Letters before a date in which "until" or "back" is looked for."""

Ends = tuple[date | None, date | None]


def absence(matter: Matter, at: int) -> tuple[Ends, tuple[str, ...]]:
    """Return the first and the last date of an absence told at a sentence, and doubts.

    The sentence itself is read first, then the following ones, then those before it.
    """
    start: date | None = None
    end: date | None = None
    doubts: list[str] = []
    for place in _order(len(matter.text), at):
        sentence = matter.text[place]
        found = dates(sentence.low, matter.base, Lean.FUTURE, matter.language)
        ends = bool(AWAY_END.search(sentence.low))
        if not found or sentence.asks or (place != at and not ends and start):
            continue
        if place != at and not ends and abs(place - at) > 1 and len(found) == 1:
            continue
        if end or start:
            found = tuple(_later(day, end or start) for day in found)
        if any(day.unclear for day in found):
            doubts.append(f"The day in “{sentence.raw}” could be read in two ways")
        start, end = _more(sentence.low, found, start, end)
    if end and end < matter.base and not (start and start > end):
        start, end = start and add_months(start, 12), add_months(end, 12)
    if start and end and start > end:
        doubts.append("The absence would end before it begins")
    if not end:
        doubts.append("The end of the absence is not named")
    return (start, end), tuple(doubts)


def _later(found: Found, after: date | None) -> Found:
    """Let a day without a month come after what was named before: "Back on the 27th"."""
    if not found.bare or after is None:
        return found
    return replace(found, day=following(after, found.day.day))


def _order(count: int, at: int) -> tuple[int, ...]:
    if not 0 <= at < count:
        return tuple(range(count))
    return (at, *range(at + 1, count), *range(at - 1, -1, -1))


def _more(low: str, found: tuple[Found, ...], start: date | None, end: date | None) -> Ends:
    """Add the dates of one sentence: an end is what stands behind "until", "back" and the like."""
    for number, day in enumerate(found):
        before = low[found[number - 1].end if number else 0 : day.start][-_NEAR:]
        after = low[day.end : found[number + 1].start if number + 1 < len(found) else None][:_NEAR]
        is_end = bool(AWAY_END.search(before)) or (start is not None and number > 0)
        is_end = is_end or (start is not None and bool(AWAY_END.search(after)))
        if is_end:
            end = max(end, day.day) if end else day.day
        elif start is None:
            start = day.day
        elif day.day - start > timedelta(0) and end is None:
            end = day.day
    return start, end
