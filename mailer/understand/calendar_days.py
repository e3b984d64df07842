"""A date found in a text, and the arithmetic of days, months and missing years."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_JUST_BEHIND = 60
"""Days by which a future date may lie behind: "I left on 1 March", written in April."""

MOST_OF_A_YEAR = timedelta(days=270)
"""A day without a year that lies further away may be one of the year before or after."""

_YEAR_AHEAD = 305
_YEAR_BEHIND = 363


class Lean(StrEnum):
    """Which way a date without a year, or a bare weekday, points."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: where it stands (in the folded text), its day, and whether two fit.

    `swapped` says that day and month could be the other way round: then nobody knows the day.
    `yearless` says that the text names no year, `bare` that it names not even a month,
    `weekday` that it is the name of a day of the week, `movable` that it is a feast whose day
    changes with the year.
    """

    start: int
    end: int
    day: date
    unclear: bool = False
    swapped: bool = False
    yearless: bool = False
    bare: bool = False
    weekday: bool = False
    movable: bool = False


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian reckoning)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    correction = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def advent(year: int) -> date:
    """Return the first Sunday of Advent, the fourth before Christmas Day."""
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=christmas.weekday() + 1 + 21)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """Return the nth Monday (0) to Sunday (6) of a month; the fifth is the last one."""
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return found if found.month == month else found - timedelta(days=7)


def fits(found: date, base: date, lean: Lean) -> bool:
    """Tell whether a date without a year may lie there: shortly ahead at most, or not far back."""
    ahead = (found - base).days
    if lean is Lean.PAST:
        return -_YEAR_BEHIND <= ahead <= 1
    return -_JUST_BEHIND <= ahead <= _YEAR_AHEAD


def year_for(month: int, day: int, base: date, lean: Lean) -> int:
    """Choose the year of a date without one: the last time it was, or the next time it comes."""
    for year in (base.year, base.year - 1, base.year + 1):
        found = day_of(year, month, day)
        if found and fits(found, base, lean):
            return year
    return base.year


def near(number: int, base: date, lean: Lean) -> date | None:
    """Return the day of that number in this month, or the nearest before or after it."""
    for shift in (0, -1, -2) if lean is Lean.PAST else (0, 1, 2):
        start = add_months(base.replace(day=1), shift)
        found = day_of(start.year, start.month, number)
        if found and (found <= base if lean is Lean.PAST else found >= base):
            return found
    return None


def before(end: date, number: int) -> date:
    """Return the last day of that number that lies before another: "from the 29th to 10 July"."""
    return near(number, end - timedelta(days=1), Lean.PAST) or end


def following(previous: date, number: int) -> date:
    """Return the day of that number which comes next: "from 1 to 20 July, back on the 21st"."""
    for shift in (0, 1, 2):
        start = add_months(previous.replace(day=1), shift)
        found = day_of(start.year, start.month, number)
        if found and found > previous:
            return found
    return previous


def behind(previous: date, found: Found) -> date:
    """Return the first such day behind another: "from 14 December to 1 February".

    What names its month and year stays as it is, and so does a day that only comes when most of a
    year has passed: then the two contradict each other.
    """
    later = found.day
    if found.bare:
        later = following(previous, found.day.day)
    elif found.weekday:
        later = previous + timedelta(days=(found.day.weekday() - previous.weekday() - 1) % 7 + 1)
    elif found.yearless and not found.movable:
        years = (day_of(previous.year + more, found.day.month, found.day.day) for more in (0, 1))
        later = next((day for day in years if day and day > previous), found.day)
    return later if later - previous <= MOST_OF_A_YEAR else found.day
