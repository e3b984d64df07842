"""Trained weights for what stands inside a sentence: names of people, and the parts they play.

The weights come with the package (`weights/parts.npz`, written by `make train`).
"""

from functools import cache, lru_cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from mailer.understand.grams import Numbers, Seen, alone
from mailer.understand.spans import of_tokens, tokens
from mailer.understand.trained import Floats, summed

PEOPLE = ("other", "recommended", "mentee", "mentor", "about")
"""The parts that a person may play; `other` plays none."""

DAYS = ("day", "completed_on", "effective_on", "held_on", "away_from", "away_until")
"""The parts that a date may play; `day` plays none."""


@cache
def _weights() -> dict[str, npt.NDArray[Any]]:
    with (
        resources.as_file(resources.files(__package__) / "weights" / "parts.npz") as path,
        np.load(path) as stored,
    ):
        return dict(stored.items())


def _score(kind: str, found: Seen) -> Floats:
    """Return the scores of each class of a kind ("name", "person", "day"), by stretch."""
    stored = _weights()
    return summed(found, stored[kind], stored[f"{kind}_scale"], stored[f"{kind}_bias"])


@lru_cache(maxsize=2_000)
def name_starts(raw: str, language: str) -> frozenset[int]:
    """Return where the words stand that are capitalised and part of a person's name."""
    row = tokens(raw)
    places = [place for place, one in enumerate(row) if one.capital and "@" not in one.raw]
    if not places:
        return frozenset()
    scored = _score("name", of_tokens(row, places, (f"lang={language}",)))[:, 0].tolist()
    return frozenset(
        row[place].start for place, score in zip(places, scored, strict=True) if score > 0
    )


def part_chances(kind: str, found: Numbers) -> dict[str, float]:
    """Return how likely each part is, for a person ("person") or a date ("day")."""
    chance = 1 / (1 + np.exp(-_score(kind, alone(found))[0]))
    chance /= chance.sum()
    names = PEOPLE if kind == "person" else DAYS
    return dict(zip(names, chance.tolist(), strict=True))
