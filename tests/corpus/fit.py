"""Trains the reader: `make train` writes `mailer/understand/weights/*.npz`.

Linear models score the sentences (`fit_sentences.py`) and the words of whole mails; a small
network weighs what they say. It learns from scores of authors whom the linear models had not seen,
so that its chances mean what they say. Another model tells the parts of names and dates
(`fit_parts.py`), and one whether a sentence tells a day at all (`fit_told.py`). One author in ten
is held back from all and only measured on (`tests/corpus/figures.py`).
"""

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.svm import LinearSVC

from mailer.understand.grams import SIZE, Written
from mailer.understand.trained import INTENTS, Model, Scores, scores_by
from mailer.understand.weigh import evidence
from tests.corpus.fit_among import Marked, among_model, people_in, says_of
from tests.corpus.fit_network import networks
from tests.corpus.fit_parts import matrix, models, small
from tests.corpus.fit_sentences import (
    FOLDS,
    Example,
    Matrix,
    examples,
    known_of,
    plain_examples,
    sentence_model,
)
from tests.corpus.fit_told import told_model

WEIGHTS = Path(__file__).parents[2] / "mailer/understand/weights"
_TEXT_COST, _TEXT_POSITIVE = 0.5, 2.0
_NETWORKS, _HIDDEN, _ROUNDS, _DECAY = 8, 200, 15, 0.01
_BY_HEART = 6
"""How often a plain sentence counts as it is seen when it is known."""

_OUTSIDER = "outsider"

Linear = tuple[Model, Model]


def needs_person(one: Example) -> bool:
    """Tell whether a person should read a mail first; a stranger's is held without a model."""
    return one.mail is not None and one.mail.automation == "review" and one.role != _OUTSIDER


def wanted_of(every: Sequence[Example]) -> npt.NDArray[np.bool_]:
    """Return which mail carries which of `INTENTS`, and at last whether it needs a person."""
    return np.array([[*(i.value in one.intents for i in INTENTS), needs_person(one)]
                     for one in every])  # fmt: skip


def is_judged(one: Example) -> bool:
    """Tell whether all is known of a mail: what it says, and whether it needs a person."""
    return one.mail is not None or one.author.endswith("-plain")


def text_model(every: Sequence[Example]) -> Model:
    """Fit the model of whole mails: one column for each of `INTENTS`, and that of a person."""
    features = matrix([_together(one) for one in every], SIZE)
    wanted = wanted_of(every)
    known = np.column_stack([known_of(every), [is_judged(one) for one in every]])
    weights = np.zeros((SIZE, wanted.shape[1]), dtype=np.float32)
    bias = np.zeros(wanted.shape[1], dtype=np.float32)
    for column in range(wanted.shape[1]):
        sure = known[:, column]
        model = LinearSVC(
            C=_TEXT_COST, class_weight={1: _TEXT_POSITIVE}, tol=0.05, max_iter=200, random_state=0
        ).fit(features[sure], wanted[sure, column])
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    return Model(weights, bias)


def _together(one: Example) -> npt.NDArray[np.uint32]:
    written = Written(one.read, one.role)
    return np.unique(np.concatenate([written.features(place) for place in range(len(one.read))]))


def linear(every: Sequence[Example]) -> Linear:
    """Fit the models of sentences and of whole mails."""
    return sentence_model(every), text_model(every)


def scored(one: Example, lows: Sequence[str], fitted: Linear) -> Scores:
    """Score the sentences of a mail as the product does, with weights that are not stored."""
    return scores_by(lows, one.role, *fitted)


def _unseen(task: tuple[int, Sequence[Example]]) -> list[tuple[int, Matrix, Scores]]:
    """Return evidence and scores of the mails of one fold, of whose authors nothing was seen."""
    fold, every = task
    fitted = linear([one for one in every if one.fold != fold])
    found = []
    for place, one in enumerate(every):
        if one.fold == fold:
            figures = evidence(scored(one, one.read, fitted), one.role)
            found.append((place, figures, scored(one, one.lines, fitted)))
    return found


def gathered(every: Sequence[Example]) -> tuple[Matrix, list[Scores]]:
    """Return the evidence of every mail and the scores of its lines, as unseen authors are read."""
    with ProcessPoolExecutor(2) as pool:
        parts = pool.map(_unseen, [(fold, every) for fold in range(FOLDS)])
        found = sorted((one for part in parts for one in part), key=lambda one: one[0])
    return np.stack([figures for _, figures, _ in found]), [heard for _, _, heard in found]


def store(name: str, model: Model) -> None:
    """Write a linear model into the package, its weights as whole numbers of one byte."""
    whole, scale = small(model.weights)
    WEIGHTS.mkdir(exist_ok=True)
    np.savez_compressed(WEIGHTS / f"{name}.npz", weights=whole, scale=scale, bias=model.bias)


def main() -> None:
    """Train on every author that is not held back, and write the weights."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    every = examples(held_back=False)
    print(f"{len(every)} mails of {len({one.author for one in every})} authors")
    fitted = linear(every)
    for name, model in zip(("sentences", "texts"), fitted, strict=True):
        store(name, model)
    store("told", told_model(one.mail for one in every if one.mail))
    figures, heard = gathered(every)
    # What is known only in part, a denial, is for the linear models: said by one sentence alone,
    # and unseen, it would teach the network to doubt every mail of one sentence.
    judged = np.array([is_judged(one) and one.never is None for one in every])
    # Plain sentences are known by heart, and are weighed as the product will see them.
    heart = [one for one in plain_examples() if one.never is None] * _BY_HEART
    known = np.stack([evidence(scored(one, one.read, fitted), one.role) for one in heart])
    weighed = networks(
        np.concatenate([figures[judged], known]),
        np.concatenate([wanted_of(every)[judged], wanted_of(heart)]),
        count=_NETWORKS,
        hidden=_HIDDEN,
        rounds=_ROUNDS,
        decay=_DECAY,
    )
    np.savez_compressed(WEIGHTS / "mails.npz", **weighed)
    marked = [
        Marked(one.mail, said, one.fold) for one, said in zip(every, heard, strict=True) if one.mail
    ]
    mails, people = [one.mail for one in marked], people_in(marked)
    parts = models(mails, people, [says_of(one) for one in marked])
    np.savez_compressed(WEIGHTS / "parts.npz", **parts)
    np.savez_compressed(WEIGHTS / "among.npz", **among_model(marked, people))


if __name__ == "__main__":
    main()
