# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""People who are named together: entries of a list, and those in one breath ("Ana and Luis").

The sentence above a list announces its entries: "As my successors I propose:". An entry alone
("- Lautaro, who stays up late", or a bare name, which would close a mail elsewhere) does not tell
which part the one named there plays; the sentence above the list does, and what the other entries
say.
"""

import re
from collections.abc import Mapping, Sequence

from mailer.understand.matter import Matter
from mailer.understand.played import Played
from mailer.understand.sentences import fold

_ENTRY = re.compile(r"^[ \t]*(?:[-*•·▪◦+]|\(?\d{1,2}[.)])[ \t]+(?P<words>\S.*)$", re.MULTILINE)
_HEAD = 12
"""Letters by which the sentence that begins an entry is known."""

_APART = 3
"""Sentences from one entry to the next at most."""

_SURE = 0.6
"""How likely the part in one entry must be to speak for the others."""

_AND = (
    r"&|/|\+|and(?: also)?|or|as well as|plus|y(?: tambien)?|o|u|e(?: tambem| anche)?|ed|oppure|ou(?: bien)?|et(?: aussi)?|ainsi que"
    r"|asi como|assim como|nonche|und(?: auch)?|oder|sowie|dan(?: juga)?|atau|sama|serta"
)
_TITLE = r"(?:(?:ms|mr|mrs|frau|herr|bu|pak|mas|mbak|kak|bang)\b\.?\s*)?"
_JOINED = re.compile(rf"\s*,?\s*(?:{_AND})\s*{_TITLE}")
_BESIDE = re.compile(rf"\s*(?:,|,?\s*(?:{_AND}))\s*{_TITLE}")

_IN_ONE_BREATH = 5.0
"""How much likelier a part becomes where somebody joined by "and" has it.

Of 271 such pairs in mails of many writers 258 played the same part; of those with a comma between
them, 70 of 79.
"""

_LIKE_THE_OTHERS = 20.0
"""How much likelier a part becomes where another entry of the list has it."""


def announced(matter: Matter) -> Mapping[int, int]:
    """Return the sentences that begin an entry, each with the one above the list, by number."""
    begin = tuple(found["words"][:_HEAD] for found in _ENTRY.finditer(matter.fresh))
    found: dict[int, int] = {}
    last, above = -_APART, None
    for place, one in enumerate(matter.text if begin else ()):
        if one.raw.startswith(begin):
            if place - last > _APART:
                opens = place > 0 and matter.text[place - 1].raw.rstrip().endswith(":")
                above = place - 1 if opens else None
            last = place
            if above is not None:
                found[place] = above
    return found


def alike(above: Mapping[int, int], one: Played, everybody: Sequence[Played]) -> dict[str, float]:
    """Return by how much parts become likelier by what the other entries of the list say."""
    parts = {
        other.part
        for other in everybody
        if other is not one
        and other.at in above
        and above[other.at] == above.get(one.at)
        and other.part != "other"
        and other.chance > _SURE
    }
    return dict.fromkeys(parts, _LIKE_THE_OTHERS) if len(parts) == 1 else {}


def in_one_breath(matter: Matter, one: Played, other: Played, *, comma: bool = True) -> bool:
    """Tell whether two people are named beside one another: "Ya-chu and Seo-yun"."""
    if one.at != other.at or one is other:
        return False
    first, second = sorted((one.somebody, other.somebody), key=lambda each: each.start)
    end = first.start + len(first.named.name or "")
    between = fold(matter.text[one.at].raw[end : second.start])
    return bool((_BESIDE if comma else _JOINED).fullmatch(between))


def with_neighbours(matter: Matter, one: Played, everybody: Sequence[Played]) -> dict[str, float]:
    """Return by how much parts become likelier by what somebody joined by "and" plays."""
    return {
        other.part: _IN_ONE_BREATH
        for other in everybody
        if other.part != "other"
        and other.chance > _SURE
        and in_one_breath(matter, one, other, comma=False)
    }
