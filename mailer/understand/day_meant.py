"""Which of the days of a mail is the last one, that of a meeting or of the course, and doubts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mailer.rules.intents import Intent
from mailer.understand.calendar_days import MOST_OF_A_YEAR, Lean
from mailer.understand.correction_words import LED_BY_NO
from mailer.understand.dates import dates
from mailer.understand.found import READ
from mailer.understand.matter import Matter
from mailer.understand.played import Dated
from mailer.understand.sentences import plain
from mailer.understand.told import told

_PLAIN = 0.5
"""How likely the part of a day must be for nobody to have to look at it."""

_THINKABLE = 0.15
"""From this chance on, a day is taken, and doubted, where no other plays the part."""

_RIVAL, _RIVAL_APART = 0.5, 0.9
"""How likely another day must be to be doubted: in a sentence of the matter, and elsewhere."""

_LONG_AGO = timedelta(days=60)
"""What lies further back is no coming end."""

_LONG_ABSENCE = timedelta(days=200)

_BEHIND = ("completed_on", "held_on")
"""The days that cannot lie ahead."""

TOLD_WITH = {
    "completed_on": Intent.COURSE_COMPLETION,
    "effective_on": Intent.RESIGNATION,
    "held_on": Intent.MEETING_REPORT,
    "away_from": Intent.LEAVE_OF_ABSENCE,
    "away_until": Intent.LEAVE_OF_ABSENCE,
}
"""The days that are facts, and what a sentence says that names one."""


def meant(matter: Matter, days: Sequence[Dated], part: str) -> tuple[date | None, list[str]]:
    """Return the day that plays a part, and the doubts: where two might, or it is not plain."""
    playing = [one for one in days if one.part == part]
    fits = [one for one in playing if _possible(matter, part, one)]
    if not playing:
        fits = _thinkable(matter, days, part) or _only(matter, days, part)
    if not fits:
        against = [
            f"The day in “{matter.text[one.at].raw}” does not fit: {one.day.day}"
            for one in playing
            if one.chance > _PLAIN
        ]
        if not against and _unread(matter, days, part):
            against = ["A day may be told that was not understood"]
        return None, against
    certain = [one for one in fits if not one.day.unclear and one.chances[part] > _PLAIN]
    best = max(certain or fits, key=lambda one: one.chances[part])
    words = matter.text[best.at].raw
    doubts = []
    rivals = any(_rivals(matter, part, one, best) for one in fits)
    corrected = any(_corrects(matter, one, best) for one in days)
    if rivals or corrected or _otherwise(matter, days, fits):
        doubts.append(f"Several days are named: “{words}”")
    if best.chances[part] < _PLAIN:
        doubts.append(f"It is not sure what the day in “{words}” stands for")
    if part in _BEHIND and best.day.yearless and matter.base - best.day.day > MOST_OF_A_YEAR:
        doubts.append(f"The day in “{words}” may lie ahead, or a year back")
    if best.day.unclear:
        doubts.append(f"The day in “{words}” could be read in two ways")
    return (None if best.day.swapped else best.day.day), doubts


def odd_absence(start: date | None, end: date | None, base: date) -> list[str]:
    """Return what is odd about an absence, told on the day `base`, that makes one doubt it."""
    if not end:
        return ["The end of the absence is not named"]
    if start and start > end:
        return ["The absence would end before it begins"]
    if end < base:
        return ["The absence would be over already"]
    if end - (start or base) > _LONG_ABSENCE:
        return ["The absence would last for more than half a year"]
    return []


def _unread(matter: Matter, days: Sequence[Dated], part: str) -> bool:
    """Tell whether a sentence of the matter in which no date was read seems to tell a day."""
    dated, intent = {one.at for one in days}, TOLD_WITH[part].value
    places = [n for n in range(len(matter.text)) if n not in dated and intent in matter.says(n)]
    return told([sentence.low for sentence in matter.text], matter.writes_as, places)


def _thinkable(matter: Matter, days: Sequence[Dated], part: str) -> list[Dated]:
    """Return the day that comes nearest to playing the part, where none plays it.

    What plainly plays another one ("until 31 January") is none.
    """
    near = [
        one
        for one in days
        if one.chances.get(part, 0.0) > _THINKABLE
        and not (one.part in TOLD_WITH and one.chance > _PLAIN)
        and _possible(matter, part, one)
    ]
    return sorted(near, key=lambda one: -one.chances[part])[:1]


def _only(matter: Matter, days: Sequence[Dated], part: str) -> list[Dated]:
    """Return the only day of a mail in a language that is recognised but not read.

    The words around it tell little there; a person looks at the mail in any case.
    """
    if matter.language in READ or len(days) != 1:
        return []
    lean = Lean.PAST if part in _BEHIND else Lean.FUTURE
    found = dates(matter.text[days[0].at].low, matter.base, lean, matter.language)
    only = [replace(days[0], day=day) for day in found]
    return [one for one in only if _possible(matter, part, one)]


def _rivals(matter: Matter, part: str, one: Dated, best: Dated) -> bool:
    """Tell whether another day may be meant as well as the best one.

    A time that is no certain day ("this week") is no rival of one that is, nor is a day that
    only may play the part where nothing is said of the matter.
    """
    if one.day.day == best.day.day or (one.day.unclear and not best.day.unclear):
        return False
    here = TOLD_WITH[part].value in matter.says(one.at)
    return one.chances[part] > (_RIVAL if here else _RIVAL_APART)


def _corrects(matter: Matter, one: Dated, best: Dated) -> bool:
    """Tell whether the next sentence takes the best day back: "No, I lie, it was Tuesday"."""
    following = one.at == best.at + 1 and one.day.day != best.day.day
    return following and bool(LED_BY_NO.match(matter.text[one.at].raw))


def _otherwise(matter: Matter, days: Sequence[Dated], fits: Sequence[Dated]) -> bool:
    """Tell whether the subject names a day that the text does not, or a month of another day.

    That of an answer is an old one and tells nothing.
    """
    named = [
        one
        for lean in Lean
        for one in dates(plain(matter.own_subject), matter.base, lean, matter.language)
    ]
    others = {one.day for one in named if not one.unclear}
    months = {one.day.month for one in named if one.unclear and one.yearless}
    return (bool(others) and others.isdisjoint(one.day.day for one in days)) or (
        bool(months) and months.isdisjoint(one.day.day.month for one in fits)
    )


def _possible(matter: Matter, part: str, one: Dated) -> bool:
    if part in _BEHIND:
        return one.day.day <= matter.base
    return one.day.day >= matter.base - _LONG_AGO
