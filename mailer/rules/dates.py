"""Dates as people count them: the programme's local days, working days, months."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo


def local(day: date, at: time, zone: tzinfo) -> datetime:
    """Return the instant (UTC) of a local date and time.

    A time that a clock change skips is read as if the clock had not changed (PEP 495, fold 0).
    """
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def next_digest(after: datetime, at: time, days: Sequence[int], zone: tzinfo) -> datetime:
    """Return the next instant after `after` at which a digest is due.

    `days` are weekdays, Monday 0; `at` is local time.
    """
    day = after.astimezone(zone).date()
    for offset in range(9):
        candidate = day + timedelta(days=offset)
        instant = local(candidate, at, zone)
        if candidate.weekday() in days and instant > after:
            return instant
    raise ValueError(f"digest_days {days!r} name no weekday from 0 to 6")


def anniversary(since: date, years: int) -> date:
    """Return the day on which so many years are over; 29 February counts as 28 in other years."""
    try:
        return since.replace(year=since.year + years)
    except ValueError:
        return since.replace(year=since.year + years, day=28)


def length(since: date, until: date) -> str:
    """Return how long a time is, in words: "3 days", "7 months", "2 years and 1 month"."""
    months = (until.year - since.year) * 12 + until.month - since.month
    if until.day < since.day:
        months -= 1
    if months < 2:  # noqa: PLR2004 - below two months people count in days
        return _count(max((until - since).days, 0), "day")
    years, rest = divmod(months, 12)
    words = [_count(years, "year")] if years else []
    if rest:
        words.append(_count(rest, "month"))
    return " and ".join(words)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


_YEAR, _QUARTER, _WEEK = 365, 92, 7


def term(time: timedelta) -> str:
    """Return a time as what one can have another of: "year", "three months", "45 days"."""
    if time.days in {_YEAR, _QUARTER}:
        return "year" if time.days == _YEAR else "three months"
    weeks, rest = divmod(time.days, _WEEK)
    return _count(time.days, "day") if rest or not weeks else _count(weeks, "week")


def rhythm(time: timedelta) -> str:
    """Return how often something is expected: "once a year", "every 2 weeks", "every 10 days"."""
    once = {1: "day", _WEEK: "week", 30: "month", _YEAR: "year"}.get(time.days)
    return f"once a {once}" if once else f"every {term(time)}"
