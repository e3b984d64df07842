"""Dates of mails: the Date header (RFC 5322 3.3), and as programs write them above forwards."""

# ruff: noqa: E501 - a table of names broken at 100 columns is harder to check

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz

FIRST_YEAR, LAST_YEAR = 1970, 2200
NOON = 12
MONTHS = 12
FARTHEST = 14  # hours that an offset may have; a larger bare number is none

_PLAIN = re.compile(
    r"(?:[A-Za-z]{3},\s{1,4})?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))?"
    r" ([+-])(\d\d)(\d\d)(?: \([^()]{0,40}\))?"
)
_ENGLISH = dict(
    zip(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        range(1, 13),
        strict=True,
    )
)
# The beginnings of the months' names in the languages of mail programs, longest match first.
_MONTHS = {
    1: "jan gen ene янв січ sty led sij oca ocak tammi يناير כנואר januari janv јан ιαν ian ינואר saus jaan",
    2: "feb fév fev фев лют lut úno uno veljača şub sub helmi فبراير févr фебр φεβ פברואר vasa veeb",
    3: "mar mär mrz maa mrt мар бер březen bře ožu maalis مارس maart márc martie μαρ מרץ kov",
    4: "apr abr avr апр кві kwi dub tra nis huhti أبريل ابريل ápr απρ אפריל bala",
    5: "may mai maj mag мая май тра maj kvě kve svi mayıs touko مايو mei maí máj μαι מאי gegu",
    6: "jun giu июн чер cze červen čvn lip haz kesä يونيو juin июнь jún ιουν iun יוני birž juun jūn",
    7: "jul lug июл лип lip červenec čvc srp tem heinä يوليو juil июль júl ιουλ iul יולי liep juul jūl",
    8: "aug ago aoû aou авг сер sie srp kol ağu agu elo أغسطس agosto août авгу agt ags αυγ אוגוסט rugp",
    9: "sep set сен вер wrz zář zar ruj eyl syys سبتمبر szep σεπ ספטמבר rugs",
    10: "oct okt ott out окт жов paź paz říj rij lis eki loka أكتوبر اكتوبر οκτ אוקטובר spal",
    11: "nov ноя лис lis stu kas marras نوفمبر нояб νοε noi נובמבר lapk",
    12: "dec dez dic déc дек гру gru pro ara joulu ديسمبر des δεκ דצמבר gruo dets",
}
# Where languages share a beginning, the languages of most mails win (lis: Polish November).
_NAMES = {name: month for month, names in _MONTHS.items() for name in names.split()}
_NAMES |= {"lip": 7, "srp": 8, "tra": 5, "lis": 11, "лип": 7, "kas": 11}
_NAMES |= {"červenec": 7, "července": 7, "čvc": 7, "červen": 6, "června": 6, "sub": 2}
_WORD = re.compile(r"[^\W\d_]+")
_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)"
)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?[-/.]\s?((?:20)?\d\d)(?!\d)")
_NUMBERED_MONTH = re.compile(r"(\d{1,2})\s*(?:,\s*)?(?:tháng|thg|tháng)\.?\s*(\d{1,2})")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DAY = re.compile(r"(?<![\d:.])(\d{1,2})(?![\d:]|[.h]\d)")
_TIME = re.compile(r"(?<!\d)(\d{1,2})\s?[:.h時时시点]\s?(\d\d)(?:[:.](\d\d))?(?![\d])")
_PM = re.compile(
    r"\bp\.?\s?m\b|下午|午後|오후|晚上|\bм\.?п\b|(?<=\d)\s?م\b|\bÖS\b|μ\.?\s?μ\b|\bCH\b",
    re.IGNORECASE,
)
_AM = re.compile(
    r"\ba\.?\s?m\b|上午|午前|오전|(?<=\d)\s?ص\b|\bÖÖ\b|π\.?\s?μ\b|\bSA\b", re.IGNORECASE
)
_ZONE = re.compile(r"(?:GMT|UTC)?\s?([+\-−])(\d{1,2})(?::?(\d\d))?(?!\d)")
_NAMED = {"UTC": 0, "GMT": 0, "Z": 0, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120}
_NAMED |= {"EAT": 180, "MSK": 180, "IST": 330, "WIB": 420, "JST": 540, "KST": 540, "BRT": -180}
_NAMED |= {"EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "PST": -480, "PDT": -420, "WAT": 60}
_NAMED |= {"EEST": 180, "BST": 60, "WET": 0, "WEST": 60, "CAT": 120, "SAST": 120, "HEC": 60}


def header_date(value: str) -> datetime | None:
    """Read a Date header. The writer's offset is kept; `-0000` and none at all count as UTC.

    None for what is no date and for years outside 1970 to 2200.
    """
    value = value[:200]
    plain = _PLAIN.fullmatch(value)
    if plain and plain.group(2).lower() in _ENGLISH:
        day, month, year, hour, minute, second, sign, off_hour, off_minute = plain.groups()
        offset = int(off_hour) * 60 + int(off_minute)
        numbers = (int(year), _ENGLISH[month.lower()], int(day), int(hour), int(minute))
        return _built(numbers, int(second or 0), -offset if sign == "-" else offset)
    try:
        parts = parsedate_tz(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if parts is None:
        return None
    try:
        return _built(parts[:5], parts[5], (parts[9] or 0) // 60)
    except (TypeError, OverflowError):
        return None


def _built(
    numbers: tuple[int, int, int, int, int], second: int, offset: int | None, zone: tzinfo = UTC
) -> datetime | None:
    if not FIRST_YEAR <= numbers[0] <= LAST_YEAR:
        return None
    if offset is not None:
        zone = UTC
        if offset and abs(offset) < 24 * 60:
            zone = timezone(timedelta(minutes=offset))
    try:
        return datetime(*numbers, min(second, 59), tzinfo=zone)
    except (ValueError, OverflowError):
        return None


def written_date(value: str, zone: tzinfo = UTC) -> datetime | None:
    """Read a date as mail programs write it above a forward, in any of their languages.

    `zone` is the offset that counts where none is written: the forwarder's. None where the day
    is not certain; 3/4/2025 is March with AM or PM behind it and April without.
    """
    value = value[:200].replace("\u202f", " ").replace("\xa0", " ").strip()
    exact = header_date(value) if value[-5:-4] in "+-" else None
    if exact is not None:
        return exact
    time = None
    for time in _TIME.finditer(value):
        if ":" in time.group() or _DAY.search(value[: time.start()]):
            break
    day = _day(value if time is None else value[: time.start()] + " | " + value[time.end() :])
    if day is None:
        return None
    hour, minute, second = (int(time.group(i) or 0) for i in (1, 2, 3)) if time else (0, 0, 0)
    if _PM.search(value) and hour < NOON:
        hour += NOON
    elif _AM.search(value) and hour == NOON:
        hour = 0
    offset = _offset(value[time.end() :]) if time else None
    return _built((*day, hour, minute), second, offset, zone)


def _day(value: str) -> tuple[int, int, int] | None:
    found = _YEAR_FIRST.search(value)
    if found:
        return int(found.group(1)), int(found.group(2)), int(found.group(3))
    found = _NUMERIC.search(value)
    if found:
        first, mark, second = int(found.group(1)), found.group(2), int(found.group(3))
        year = int(found.group(4))
        year += 2000 if year < 100 else 0  # noqa: PLR2004 - a year of two figures
        american = mark == "/" and (_PM.search(value) or _AM.search(value)) is not None
        if second > MONTHS or (american and first <= MONTHS):
            first, second = second, first
        return year, second, first
    year_match = _YEAR.search(value)
    counted = _NUMBERED_MONTH.search(value)
    if counted and year_match:
        return int(year_match.group(1)), int(counted.group(2)), int(counted.group(1))
    month = next(filter(None, map(_month, _WORD.findall(value.lower()))), 0)
    if not year_match or not month:
        return None
    rest = value[: year_match.start()] + " | " + value[year_match.end() :]
    number = _DAY.search(rest)
    return (int(year_match.group(1)), month, int(number.group(1))) if number else None


def _month(word: str) -> int:
    for length in range(min(len(word), 8), 2, -1):
        if word[:length] in _NAMES:
            return _NAMES[word[:length]]
    return _month(word[1:]) if word[:1] == "ב" else 0  # Hebrew: "in March" is one word.


def _offset(value: str) -> int | None:
    match = _ZONE.search(value)
    if match:
        minutes = int(match.group(2)) * 60 + int(match.group(3) or 0)
        if minutes > FARTHEST * 60:
            return None
        return minutes if match.group(1) == "+" else -minutes
    for word in re.findall(r"\b[A-Z]{1,4}\b", value):
        if word in _NAMED:
            return _NAMED[word]
    return None
