"""What a small linear model, trained on the project's own corpus, thinks of each sentence.

The weights come with the package (`weights/sentences.npz`, written by `make train`); they are read
once, when the first mail is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import compress
from typing import Any

import numpy as np
import numpy.typing as npt

from mailer.rules.intents import Intent
from mailer.understand.grams import AT_ONCE, Piece, Seen, Written, alone, clauses, once

Floats = npt.NDArray[np.float32]

CLASSES: tuple[tuple[Intent, str], ...] = (
    (Intent.MENTOR_APPLICATION, ""),
    (Intent.COURSE_COMPLETION, ""),
    (Intent.RESIGNATION, ""),
    (Intent.MENTOR_REQUEST, ""),
    (Intent.MENTOR_CHANGE, ""),
    (Intent.MENTEE_ACCEPTANCE, ""),
    (Intent.RENEWAL, "extend"),
    (Intent.RENEWAL, "change"),
    (Intent.RENEWAL, "end"),
    (Intent.MEETING_REPORT, ""),
    (Intent.FEEDBACK, ""),
    (Intent.LEAVE_OF_ABSENCE, ""),
    (Intent.ANNOUNCEMENT, ""),
    (Intent.STATUS_QUESTION, ""),
    (Intent.GENERAL_QUESTION, ""),
    (Intent.DATA_REQUEST, "export"),
    (Intent.DATA_REQUEST, "erase"),
    (Intent.DECISION, ""),
    (Intent.OTHER, ""),
)
"""What a sentence may say: an intent, and for two of them which answer or request."""

INTENTS = tuple(dict.fromkeys(intent for intent, _ in CLASSES))


COLUMNS = tuple(
    tuple(n for n, (intent, _) in enumerate(CLASSES) if intent is one) for one in INTENTS
)
"""Which of `CLASSES` each of `INTENTS` has; they stand together."""


def _columns(intent: Intent) -> list[int]:
    return list(COLUMNS[INTENTS.index(intent)])


_VALUES = tuple(intent.value for intent, _ in CLASSES)
_FIRST = [columns[0] for columns in COLUMNS]


@dataclass(frozen=True, slots=True)
class Scores:
    """How strongly each sentence, and each clause of the longer ones, says each of `CLASSES`.

    A score above 0 speaks for it, below 0 against it. `of` is the sentence of each clause, `said`
    what each sentence says. `mail` is what the words of the whole mail speak for: `INTENTS`, and
    at last that a person should read it first.
    """

    sentences: Floats
    clauses: Floats
    of: tuple[int, ...]
    said: tuple[frozenset[str], ...]
    mail: Floats

    def intents(self, scores: Floats) -> Floats:
        """Return scores by `INTENTS`: the strongest of the classes of each."""
        strongest: Floats = np.maximum.reduceat(scores, _FIRST, axis=1)
        return strongest

    def only(self, places: Sequence[int]) -> "Scores":
        """Return the scores of some of the sentences, and of their clauses."""
        kept = {place: number for number, place in enumerate(places)}
        rows = [row for row, place in enumerate(self.of) if place in kept]
        return Scores(
            self.sentences[list(places)],
            self.clauses[rows],
            tuple(kept[self.of[row]] for row in rows),
            tuple(self.said[place] for place in places),
            self.mail,
        )

    def variants(self, intent: Intent) -> frozenset[str]:
        """Return which answers or requests of an intent the sentences say, each its likeliest."""
        columns = _columns(intent)
        scores = self.sentences[:, columns]
        said = scores.argmax(axis=1)[scores.max(axis=1) > 0]
        return frozenset(CLASSES[columns[n]][1] for n in said.tolist())

    def lead(self, intent: Intent) -> float:
        """Return by how much the likeliest answer leads where an intent is said most strongly."""
        scores = np.sort(self.sentences[:, _columns(intent)], axis=1)
        second, first = scores[scores[:, -1].argmax()][-2:].tolist()
        return float(first - second)

    def says(self, place: int) -> frozenset[str]:
        """Return the intents that a sentence says, by their values."""
        return self.said[place]


@cache
def stored(name: str) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays of `weights/<name>.npz`, read once."""
    with (
        resources.as_file(resources.files(__package__) / "weights" / f"{name}.npz") as path,
        np.load(path) as arrays,
    ):
        return dict(arrays.items())


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model: a row of weights for each feature, and a bias for each column.

    Stored weights are whole numbers of one byte; `scale` is by what each column is multiplied.
    """

    weights: npt.NDArray[np.number]
    bias: Floats
    scale: Floats | int = 1

    def of(self, seen: Seen) -> Floats:
        """Return the score of each stretch: the weights of its features, by the root of count."""
        rows = self.weights.take(seen.features, axis=0).astype(np.float32)
        # The sums of whole numbers are exact, in whatever order.
        found = np.add.reduceat(rows, seen.starts, axis=0).astype(np.float64) * self.scale
        roots = np.sqrt(seen.counts, dtype=np.float32)[:, None]
        return np.asarray(found / roots + self.bias, dtype=np.float32)


@cache
def model(name: str) -> Model:
    """Return the linear model that is stored as `weights/<name>.npz`."""
    known = stored(name)
    return Model(known["weights"], known["bias"], known["scale"])


def scores(lows: Sequence[str], role: str) -> Scores:
    """Return what the trained models think of plain sentences that somebody in a role wrote."""
    return scores_by(lows, role, model("sentences"), model("texts"))


def scores_by(lows: Sequence[str], role: str, sentences: Model, texts: Model) -> Scores:
    """Return the scores of sentences, their clauses and the whole, got for `AT_ONCE` together."""
    parts = [(place, clause) for place, low in enumerate(lows) for clause in clauses(low)]
    pieces: list[Piece] = [*((place, None) for place in range(len(lows))), *parts]
    written = Written(lows, role)
    found, features = [], []
    for at in range(0, len(pieces), AT_ONCE):
        here = written.seen(pieces[at : at + AT_ONCE])
        found.append(sentences.of(here))
        features.append(here.features[: here.counts[: max(len(lows) - at, 0)].sum()])
    every = np.concatenate(found) if found else np.zeros((0, len(CLASSES)), dtype=np.float32)
    whole = every[: len(lows)]
    together = once(np.concatenate(features) if lows else np.zeros(1, dtype=np.intp))
    return Scores(
        whole,
        every[len(lows) :],
        tuple(place for place, _ in parts),
        _said(whole),
        texts.of(alone(together))[0],
    )


def _said(whole: Floats) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(compress(_VALUES, row)) for row in (whole > 0).tolist())
