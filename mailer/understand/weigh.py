"""How likely each intent is, from the trained reader and the written rules taken together.

For each intent a small logistic model (`weights/mails.npz`, written by `make train`) weighs the
strongest sentence and clause, its rivals, and what the rules of the language found. It was fitted
on authors whom the sentence model had not seen, so that its figures may be taken as they stand: of
the mails that it calls 90 % sure, about nine in ten are right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from mailer.rules.intents import Intent
from mailer.understand.intent import CLEAR, Found
from mailer.understand.trained import CLASSES, COLUMNS, INTENTS, Floats, Scores

ROLES = ("mentor", "rep", "council", "outsider")
_STEEP = 3.0
_NOTHING = -2.0
"""The score of a sentence that is not there."""

_PLACE = {intent: place for place, intent in enumerate(INTENTS)}
_OTHER = _PLACE[Intent.OTHER]
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely an intent is (0 to 1), where it is said, and which answer or request it names."""

    intent: Intent
    chance: float
    at: int
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a mail says at its likeliest, the rest in order, and how sure the whole of it is."""

    said: tuple[Likely, ...]
    rest: tuple[Likely, ...]
    sure: float


def evidence(scores: Scores, found: Iterable[Found], role: str) -> npt.NDArray[np.float64]:
    """Return what speaks for and against each intent: one row of figures for each of `INTENTS`."""
    whole = scores.intents(scores.sentences)
    every = (
        np.concatenate([whole, scores.intents(scores.clauses)]) if len(scores.clauses) else whole
    )
    columns = [*_strengths(whole), *_of_clauses(every), *_of_rules(tuple(found))]
    best = whole.max(axis=0)
    top = best >= best.max() - 1e-9
    count = len(whole)
    columns += [top, best * top, np.full_like(best, (best > 0).sum())]
    columns += [np.full_like(best, value) for value in (np.log(count), 1 / count)]
    columns += [np.full_like(best, role == one) for one in ROLES]
    others = np.tile(best, (len(INTENTS), 1))
    np.fill_diagonal(others, 0)
    return np.concatenate([np.stack(columns, axis=1), others], axis=1).astype(np.float64)


def _rivals(row: Floats) -> Floats:
    """Return for each intent the strongest of the others."""
    order = np.sort(row, axis=-1)
    first, second = order[..., -1:], order[..., -2:-1]
    return np.where(row >= first, second, first)


def _strengths(whole: Floats) -> list[Floats]:
    best = whole.max(axis=0)
    second = np.sort(whole, axis=0)[-2] if len(whole) > 1 else np.full_like(best, _NOTHING)
    there = whole[whole.argmax(axis=0)]
    here = _rivals(there).diagonal()
    summed = np.log1p(np.exp(_STEEP * whole)).sum(axis=0)
    return [best, second, _rivals(best), here, summed, np.maximum(best, 0), np.minimum(best, 0)]


def _of_clauses(every: Floats) -> list[Floats]:
    best = every.max(axis=0)
    winner = every.argmax(axis=1)
    own = np.full_like(best, _NOTHING)
    np.maximum.at(own, winner, every.max(axis=1))
    summed = np.log1p(np.exp(_STEEP * every)).sum(axis=0)
    return [best, summed, _rivals(best), own, np.maximum(best, 0)]


def _of_rules(found: Sequence[Found]) -> list[Floats]:
    clear, vague, weak = (np.zeros(len(INTENTS), dtype=np.float32) for _ in range(3))
    for one in reversed(found):
        place = _PLACE.get(one.intent)
        if place is None:
            continue
        plain = not one.why
        clear[place] = plain and one.sureness >= CLEAR
        vague[place] = one.sureness if plain and one.sureness < CLEAR else 0
        weak[place] = not plain
    beside = (clear.sum() - clear) > 0
    return [clear, vague, weak, beside.astype(np.float32), np.full_like(clear, not clear.any())]


@cache
def _model() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    with (
        resources.as_file(resources.files(__package__) / "weights" / "mails.npz") as path,
        np.load(path) as stored,
    ):
        return stored["weights"], stored["bias"]


def chances(figures: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the chance of each of `INTENTS` from its row of `evidence`."""
    weights, bias = _model()
    return np.asarray(1 / (1 + np.exp(-((figures * weights).sum(axis=1) + bias))))


def weigh(scores: Scores, found: Sequence[Found], role: str) -> Weighed:
    """Return what a mail says at its likeliest, and how sure that is."""
    chance = chances(evidence(scores, found, role))
    named = np.flatnonzero(chance > _HALF)
    if not named.size:
        named = chance.argmax(keepdims=True)
    if len(named) > 1:
        named = named[named != _OTHER]
    kept = set(named.tolist())
    counted = [n for n in range(len(INTENTS)) if n != _OTHER or kept == {_OTHER}]
    sure = float(np.prod([chance[n] if n in kept else 1 - chance[n] for n in counted]))
    every = [_likely(scores, n, float(chance[n])) for n in (-chance).argsort().tolist()]
    said = tuple(one for one in every if _PLACE[one.intent] in kept)
    return Weighed(said, tuple(one for one in every if one not in said), sure)


def _likely(scores: Scores, place: int, chance: float) -> Likely:
    """Find the sentence that says an intent most strongly, and what it says of it."""
    columns = list(COLUMNS[place])
    whole = scores.sentences[:, columns]
    at, which = np.unravel_index(int(whole.argmax()), whole.shape)
    if len(scores.clauses):
        parts = scores.clauses[:, columns]
        clause, part = np.unravel_index(int(parts.argmax()), parts.shape)
        if parts.max() > whole.max():
            at, which = scores.of[int(clause)], part
    return Likely(INTENTS[place], chance, int(at), CLASSES[columns[int(which)]][1])
