"""How likely each intent is, from what the trained reader thinks of the sentences of a mail.

For each intent a small logistic model (`weights/mails.npz`, written by `make train`) weighs the
strongest sentence and clause, their rivals, and who writes. It was fitted on authors whom the
sentence model had not seen, so that its figures may be taken as they stand: of the mails that it
calls 90 % sure, about nine in ten are right.
"""

from dataclasses import dataclass
from math import log, prod
from typing import Any

import numpy as np
import numpy.typing as npt

from mailer.rules.intents import Intent
from mailer.understand.trained import CLASSES, COLUMNS, INTENTS, Floats, Scores, stored

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


def evidence(scores: Scores, role: str) -> npt.NDArray[np.float64]:
    """Return what speaks for and against each intent: one row of figures for each of `INTENTS`."""
    whole = scores.intents(scores.sentences)
    best, count = whole.max(axis=0), len(whole)
    top = best >= best.max() - 1e-9
    columns: list[Any] = _of_text(scores, whole, best)
    columns += [top, best * top, (best > 0).sum(), log(count), 1 / count]
    columns += [role == one for one in ROLES]
    figures = np.empty((len(columns) + len(INTENTS), len(INTENTS)), dtype=np.float32)
    for place, column in enumerate(columns):
        figures[place] = column
    others = figures[len(columns) :]
    others[:] = best[:, None]
    np.fill_diagonal(others, 0)
    return figures.T.astype(np.float64, order="C")


def _of_text(scores: Scores, whole: Floats, best: Floats) -> list[Floats]:
    """Return how strong each intent is, beside its rivals, in the sentences and in all pieces."""
    count, every = len(whole), whole
    if len(scores.clauses):
        every = np.concatenate([whole, scores.intents(scores.clauses)])
    anywhere = every.max(axis=0)
    own = np.full_like(best, _NOTHING)
    np.maximum.at(own, every.argmax(axis=1), every.max(axis=1))
    second = np.sort(whole, axis=0)[-2] if count > 1 else np.full_like(best, _NOTHING)
    # In one go: where each intent is strongest, the best of the sentences, and the best of all.
    ordered = np.sort(np.concatenate([whole[whole.argmax(axis=0)], [best, anywhere]]), axis=1)
    first, next_to_it = ordered[:, -1], ordered[:, -2]
    here = np.where(best >= first[:-2], next_to_it[:-2], first[:-2])
    beside = np.where(best >= first[-2], next_to_it[-2], first[-2])
    anywhere_beside = np.where(anywhere >= first[-1], next_to_it[-1], first[-1])
    soft = np.log1p(np.exp(_STEEP * every))
    low, high = np.minimum(best, 0), np.maximum(best, 0)
    return [
        *(best, second, beside, here, soft[:count].sum(axis=0), high, low),
        *(anywhere, soft.sum(axis=0), anywhere_beside, own, np.maximum(anywhere, 0)),
    ]


def chances(figures: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the chance of each of `INTENTS` from its row of `evidence`."""
    known = stored("mails")
    speaking = (figures * known["weights"]).sum(axis=1) + known["bias"]
    return np.asarray(1 / (1 + np.exp(-speaking)))


def weigh(scores: Scores, role: str, *, without_mentor: bool = False) -> Weighed:
    """Return what a mail says at its likeliest, and how sure that is.

    A rep whom the roster knows to be without a mentor cannot want another one, but wants one.
    """
    chance: list[float] = chances(evidence(scores, role)).tolist()
    if without_mentor:
        change, request = _PLACE[Intent.MENTOR_CHANGE], _PLACE[Intent.MENTOR_REQUEST]
        chance[request] = 1 - (1 - chance[request]) * (1 - chance[change])
        chance[change] = 0.0
    order = sorted(range(len(INTENTS)), key=lambda n: -chance[n])
    kept = {n for n in order if chance[n] > _HALF} or {order[0]}
    if len(kept) > 1:
        kept.discard(_OTHER)
    counted = [n for n in range(len(INTENTS)) if n != _OTHER or kept == {_OTHER}]
    sure = prod(chance[n] if n in kept else 1 - chance[n] for n in counted)
    where = _where(scores)
    every = {n: Likely(INTENTS[n], chance[n], *where[n]) for n in order}
    said = tuple(every[n] for n in order if n in kept)
    return Weighed(said, tuple(every[n] for n in order if n not in kept), sure)


def _where(scores: Scores) -> list[tuple[int, str]]:
    """Find the first sentence that says each intent, else the strongest, and what it says of it."""
    whole = _strongest(scores.sentences)
    parts = _strongest(scores.clauses) if len(scores.clauses) else []
    found = []
    for columns in COLUMNS:
        value, row, column = max(whole[n] for n in columns)
        at = -row
        if value > 0:
            says = (scores.sentences[:, list(columns)] > 0).any(axis=1)
            found.append((int(says.argmax()), CLASSES[-column][1]))
            continue
        if parts:
            stronger, row, variant = max(parts[n] for n in columns)
            if stronger > value:
                at, column = scores.of[-row], variant
        found.append((at, CLASSES[-column][1]))
    return found


def _strongest(rows: Floats) -> list[tuple[float, int, int]]:
    """Return for each class its highest score, the row of it and the class.

    Both places are negative: the greatest entry is then the first of those with equal scores.
    """
    highest, at = rows.max(axis=0).tolist(), rows.argmax(axis=0).tolist()
    return [(one, -row, -place) for place, (one, row) in enumerate(zip(highest, at, strict=True))]
