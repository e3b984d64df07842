"""Trained weights for what stands inside a sentence: names of people, and the parts they play.

The weights come with the package (`weights/parts.npz`, written by `make train`).
"""

from functools import cache, lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from mailer.understand.grams import Numbers
from mailer.understand.spans import of_token, tokens

PEOPLE = ("other", "recommended", "mentee", "mentor", "about")
"""The parts that a person may play; `other` plays none."""

DAYS = ("day", "completed_on", "effective_on", "held_on", "away_from", "away_until")
"""The parts that a date may play; `day` plays none."""

Floats = npt.NDArray[np.float32]


@cache
def _weights() -> dict[str, npt.NDArray[np.generic]]:
    with (
        resources.as_file(resources.files(__package__) / "weights" / "parts.npz") as path,
        np.load(path) as stored,
    ):
        return dict(stored.items())


def _score(kind: str, found: Numbers) -> Floats:
    """Return the scores of each class of a kind ("name", "person", "day")."""
    stored = _weights()
    summed = stored[kind][found].sum(axis=0, dtype=np.int32) * stored[f"{kind}_scale"]
    return np.asarray(summed / len(found) ** 0.5 + stored[f"{kind}_bias"], dtype=np.float32)


@lru_cache(maxsize=2_000)
def name_starts(raw: str, language: str) -> frozenset[int]:
    """Return where the words stand that are capitalised and part of a person's name."""
    row = tokens(raw)
    about = (f"lang={language}",)
    return frozenset(
        one.start
        for place, one in enumerate(row)
        if one.capital and "@" not in one.raw and _score("name", of_token(row, place, about))[0] > 0
    )


def part_chances(kind: str, found: Numbers) -> dict[str, float]:
    """Return how likely each part is, for a person ("person") or a date ("day")."""
    chance = 1 / (1 + np.exp(-_score(kind, found)))
    chance /= chance.sum()
    names = PEOPLE if kind == "person" else DAYS
    return dict(zip(names, chance.tolist(), strict=True))
