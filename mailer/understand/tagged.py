"""Trained weights for what stands inside a sentence: names of people, and the parts they play.

The weights come with the package (`weights/parts.npz`, written by `make train`).
"""

from collections.abc import Iterable, Sequence

import numpy as np

from mailer.understand.grams import AT_ONCE, Numbers, Seen, alone
from mailer.understand.spans import of_tokens, tokens
from mailer.understand.trained import Floats, Model, stored

PEOPLE = ("other", "recommended", "mentee", "mentor", "about")
"""The parts that a person may play; `other` plays none."""

DAYS = ("day", "completed_on", "effective_on", "held_on", "away_from", "away_until")
"""The parts that a date may play; `day` plays none."""


def _score(kind: str, found: Seen) -> Floats:
    """Return the scores of each class of a kind ("name", "person", "day"), by stretch."""
    known = stored("parts")
    return Model(known[kind], known[f"{kind}_bias"], known[f"{kind}_scale"]).of(found)


_STARTS: dict[tuple[str, str], frozenset[int]] = {}
"""The sentences that were tagged last, by language, with where the names in them start."""

_MOST_KEPT = 2_000


def name_starts(raw: str, language: str) -> frozenset[int]:
    """Return where the words stand that are capitalised and part of a person's name."""
    known = _STARTS.get((raw, language))
    return _tagged([raw], language)[0] if known is None else known


def tag(raws: Iterable[str], language: str) -> None:
    """Find the names of several sentences at once, and keep them for `name_starts`.

    That is several times as quick as to ask for one sentence after the other.
    """
    if new := [raw for raw in dict.fromkeys(raws) if (raw, language) not in _STARTS]:
        _tagged(new, language)


def _tagged(raws: Sequence[str], language: str) -> list[frozenset[int]]:
    rows = [tokens(raw) for raw in raws]
    places = [
        (number, place)
        for number, row in enumerate(rows)
        for place, one in enumerate(row)
        if one.capital and "@" not in one.raw
    ]
    found: list[set[int]] = [set() for _ in rows]
    for at in range(0, len(places), AT_ONCE):
        some = places[at : at + AT_ONCE]
        seen = of_tokens([(rows[number], place) for number, place in some], (f"lang={language}",))
        for (number, place), named in zip(some, _score("name", seen)[:, 0] > 0, strict=True):
            if named:
                found[number].add(rows[number][place].start)
    if len(_STARTS) > _MOST_KEPT:
        _STARTS.clear()
    starts = [frozenset(one) for one in found]
    _STARTS.update(((raw, language), one) for raw, one in zip(raws, starts, strict=True))
    return starts


def person_scores(found: Numbers) -> Floats:
    """Return how strongly the words around a name speak for each part (`PEOPLE`)."""
    scores: Floats = _score("person", alone(found))[0]
    return scores


def day_chances(found: Numbers) -> dict[str, float]:
    """Return how likely each part of a date is (`DAYS`), by the words around it."""
    return shares(DAYS, _score("day", alone(found))[0])


def shares(parts: Sequence[str], scores: Floats) -> dict[str, float]:
    """Return how likely each part is, from how strongly each is spoken for."""
    chance = 1 / (1 + np.exp(-scores))
    chance /= chance.sum()
    return dict(zip(parts, chance.tolist(), strict=True))
