"""What a small linear model, trained on the project's own corpus, thinks of each sentence.

The weights come with the package (`weights/sentences.npz`, written by `make train`); they are read
once, when the first mail is read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from mailer.rules.intents import Intent
from mailer.understand.grams import Written, clauses

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


@dataclass(frozen=True, slots=True)
class Scores:
    """How strongly each sentence, and each clause of the longer ones, says each of `CLASSES`.

    A score above 0 speaks for it, below 0 against it. `of` is the sentence of each clause.
    """

    sentences: Floats
    clauses: Floats
    of: tuple[int, ...]

    def intents(self, scores: Floats) -> Floats:
        """Return scores by `INTENTS`: the strongest of the classes of each."""
        return np.stack([scores[:, list(places)].max(axis=1) for places in COLUMNS], axis=1)

    def says(self, place: int) -> frozenset[str]:
        """Return the intents that a sentence says, by their values."""
        row = self.sentences[place]
        return frozenset(CLASSES[n][0].value for n in np.flatnonzero(row > 0).tolist())


COLUMNS = tuple(
    tuple(n for n, (intent, _) in enumerate(CLASSES) if intent is one) for one in INTENTS
)


@cache
def _weights() -> tuple[npt.NDArray[np.int8], Floats, Floats]:
    with (
        resources.as_file(resources.files(__package__) / "weights" / "sentences.npz") as path,
        np.load(path) as stored,
    ):
        return stored["weights"], stored["scale"], stored["bias"]


def scores(lows: Sequence[str], role: str) -> Scores:
    """Return what the trained model thinks of plain sentences that somebody in a role wrote."""
    written = Written(lows, role)
    return scores_by(lows, lambda place, clause: _score(written, place, clause))


def scores_by(lows: Sequence[str], score: Callable[[int, str | None], Floats]) -> Scores:
    """Return the scores of sentences and their clauses, each got from a place and a clause."""
    pieces = [(place, clause) for place, low in enumerate(lows) for clause in clauses(low)]
    whole = [score(place, None) for place in range(len(lows))]
    parts = [score(place, clause) for place, clause in pieces]
    none = np.zeros((0, len(CLASSES)), dtype=np.float32)
    return Scores(
        np.array(whole, dtype=np.float32).reshape(-1, len(CLASSES)) if whole else none,
        np.array(parts, dtype=np.float32).reshape(-1, len(CLASSES)) if parts else none,
        tuple(place for place, _ in pieces),
    )


def _score(written: Written, place: int, clause: str | None) -> Floats:
    weights, scale, bias = _weights()
    found = written.features(place, clause)
    summed = weights[found].sum(axis=0, dtype=np.int32) * scale
    return (summed / np.float32(len(found)) ** 0.5 + bias).astype(np.float32)
