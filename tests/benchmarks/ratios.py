"""The ratios of the benchmark beside those that were recorded: one that falls is a regression."""

import json
from collections.abc import Mapping
from pathlib import Path

RECORDED = Path(__file__).parent / "ratios.json"
FALLEN = 0.8
"""A ratio below this share of the recorded one has fallen; less is the noise of a machine."""


WITH_MORE = ("with five times the mails", "with old rows", "poll of a full folder")
"""Ratios of the same work with more around it: at best 1, and what is above it is noise."""


def recorded(database: str) -> dict[str, float]:
    """Return the recorded ratios of a kind of database, each the better the higher it is."""
    if not RECORDED.exists():
        return {}
    return dict(json.loads(RECORDED.read_text(encoding="utf-8")).get(database, {}))


def record(database: str, found: Mapping[str, float]) -> None:
    """Put ratios in place of the recorded ones of the same name."""
    every = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    kept = {name: min(one, 1.0) if name in WITH_MORE else one for name, one in found.items()}
    every[database] = {**every.get(database, {}), **kept}
    RECORDED.write_text(json.dumps(every, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def fallen(found: Mapping[str, float], before: Mapping[str, float]) -> list[str]:
    """Return in words which ratios fell by more than a fifth."""
    return [
        f"{name} fell from {before[name]:.2f} to {ratio:.2f}"
        for name, ratio in found.items()
        if name in before and ratio < FALLEN * before[name]
    ]
