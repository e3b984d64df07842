"""Trains what part a person plays beside the others who are named in a mail.

The networks of `mailer/understand/among.py` learn from scores of authors whom the model of the
words around a name (`fit_parts.py`) had not seen.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from mailer.understand.among import MOST, Mention, figures
from mailer.understand.spans import SPAN_SIZE
from mailer.understand.tagged import PEOPLE
from mailer.understand.trained import Scores
from tests.corpus.fit_network import Matrix, networks
from tests.corpus.fit_parts import Found, Says, fit, matrix, people_of
from tests.corpus.fit_sentences import FOLDS
from tests.corpus.said import Mail

_NETWORKS, _HIDDEN, _ROUNDS, _DECAY = 4, 128, 16, 0.05


class Marked(NamedTuple):
    """A mail of the corpus, the scores of its lines as unseen authors are read, and its fold."""

    mail: Mail
    heard: Scores
    fold: int


def people_in(marked: Sequence[Marked]) -> list[list[Found]]:
    """Return the names and other capitals of each mail."""
    return [list(people_of(one.mail, says_of(one))) for one in marked]


def says_of(one: Marked) -> Says:
    """Return what the lines of a mail say, as unseen authors are read."""
    return [one.heard.says(place) for place in range(len(one.mail.sentences))]


def _unseen(task: tuple[csr_matrix, npt.NDArray[np.str_], npt.NDArray[np.bool_]]) -> Matrix:
    """Return the scores of the rows of one fold, of whose authors nothing was seen."""
    features, classes, inside = task
    weights, bias = fit(features[~inside], classes[~inside], PEOPLE)
    return np.asarray(features[inside] @ weights + bias)


def _scores(marked: Sequence[Marked], found: Sequence[Sequence[Found]]) -> Matrix:
    """Return how strongly the words around each name speak for each part."""
    features = matrix([one.features for one in chain(*found)], SPAN_SIZE)
    classes = np.array([one.part for one in chain(*found)])
    folds = np.repeat([one.fold for one in marked], [len(each) for each in found])
    scores = np.zeros((len(classes), len(PEOPLE)), dtype=np.float64)
    with ProcessPoolExecutor(2) as pool:
        tasks = ((features, classes, folds == fold) for fold in range(FOLDS))
        for fold, part in enumerate(pool.map(_unseen, tasks)):
            scores[folds == fold] = part
    return scores


def among_model(marked: Sequence[Marked], found: Sequence[Sequence[Found]]) -> dict[str, Matrix]:
    """Fit the networks that tell the part of everybody beside the others in the mail."""
    scores = iter(_scores(marked, found))
    rows, wanted = [], []
    for (mail, heard, _), each in zip(marked, found, strict=True):
        known = [(one, next(scores).astype(np.float32)) for one in each]
        named = [(one, row) for one, row in known if one.words][:MOST]
        if named:
            every = [
                Mention(row, one.place, one.number, one.total, one.words) for one, row in named
            ]
            rows.append(figures(every, heard.sentences, mail.role, mail.intents))
            wanted += [[one.part == part for part in PEOPLE] for one, _ in named]
    return networks(
        np.concatenate(rows),
        np.array(wanted),
        count=_NETWORKS,
        hidden=_HIDDEN,
        rounds=_ROUNDS,
        decay=_DECAY,
    )
