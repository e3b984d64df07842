"""Entries of a list, and the sentence that announces them: "As my successors I propose:".

An entry alone ("- Lautaro, who stays up late", or a bare name, which would close a mail elsewhere)
does not tell which part the one named there plays; the sentence above the list does, and what
the other entries say.
"""

import re
from collections.abc import Mapping, Sequence

from mailer.understand.matter import Matter
from mailer.understand.played import Played

_ENTRY = re.compile(r"^[ \t]*(?:[-*•·▪◦+]|\(?\d{1,2}[.)])[ \t]+(?P<words>\S.*)$", re.MULTILINE)
_HEAD = 12
"""Letters by which the sentence that begins an entry is known."""

_APART = 3
"""Sentences from one entry to the next at most."""

_SURE = 0.6
"""How likely the part in one entry must be to speak for the others."""

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
