"""What an out-of-office reply says of a stretch of time (E26): it only ever leads to a question."""

from datetime import date, timedelta

from mailer.understand.dates import Lean, dates
from mailer.understand.language import language

_SHORTEST, _LONGEST = timedelta(days=4), timedelta(days=400)
"""Shorter needs no break, and what is further away is no day of return."""
_READ = 1_000
"""Letters of a robot's mail that are read."""
_MOST = 2
"""Days that such a mail names: from and until, or until alone."""


def away(text: str, written: date) -> tuple[date, date] | None:
    """Return the first and the last day of an absence, or None where it is not plain.

    `written` is the day of writing. A day of return counts as the last day of absence: the person
    is asked whether it is right.
    """
    short = text[:_READ]
    found = dates(short, written, Lean.FUTURE, language(short))
    days = sorted({one.day for one in found if one.day is not None})
    if not days or len(days) > _MOST or any(one.unclear for one in found):
        return None
    first, last = (days[0], days[-1]) if len(days) == _MOST else (written, days[-1])
    since = max(first, written)
    return (since, last) if _SHORTEST <= last - written <= _LONGEST else None
