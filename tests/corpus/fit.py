"""Trains the reader: `make train` writes `mailer/understand/weights/*.npz`.

Two linear models. The first scores every sentence; it learns from the labelled sentences of
`said/` and, more weakly, from the labelled mails of `train/`. The second weighs those scores; it
learns from scores of authors whom the first had not seen, so that its chances mean what they say.
A third tells the parts of names and dates (`fit_parts.py`). One author in ten is held back from all
and only measured on (`tests/corpus/figures.py`).
"""

import argparse
import json
import zlib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from mailer.understand.grams import SIZE, Written
from mailer.understand.sentences import plain, sentences
from mailer.understand.trained import CLASSES, COLUMNS, INTENTS, Scores, scores_by, summed
from mailer.understand.weigh import evidence
from tests.corpus import said
from tests.corpus.fit_parts import Says, matrix, models, small
from tests.corpus.measure import MAIN, TRAIN, matter

WEIGHTS = Path(__file__).parents[2] / "mailer/understand/weights"
_FOLDS = 4
_SENTENCE_COST, _POSITIVE = 1.5, 2.0
_MAIL_COST = 0.3
_UNKNOWN = -1
_PLAIN = 3
"""How often a plain mail counts: the corpus is far harder than what people mostly write."""

_ROLES = {"ana": "mentor", "luis": "rep", "mariam": "rep", "cora": "council"}

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One mail: its lines as labelled (`labels` None where only the mail is), and as read.

    `never` names what it does not say where not all that it says is known.
    """

    author: str
    role: str
    lines: tuple[str, ...]
    labels: tuple[frozenset[str], ...] | None
    intents: frozenset[str]
    read: tuple[str, ...]
    mail: said.Mail | None = None
    never: frozenset[str] | None = None

    @property
    def fold(self) -> int:
        return zlib.crc32(f"fold {said.group(self.author)}".encode()) % _FOLDS


def _name(place: int) -> str:
    intent, variant = CLASSES[place]
    return f"{intent.value}:{variant}" if variant else intent.value


NAMES = tuple(_name(place) for place in range(len(CLASSES)))


def examples(*, held_back: bool) -> list[Example]:
    """Return the examples of the authors that are trained on, or of those held back."""
    found = []
    for mail in said.mails():
        if mail.held_back == held_back:
            row = {"text": mail.text, "role": mail.role, "subject": mail.subject}
            lines = tuple(plain(s.text) for s in mail.sentences)
            labels = tuple(s.labels for s in mail.sentences)
            one = _example(mail.author, row, mail.intents, lines, labels)
            found.append(replace(one, mail=mail))
    for path in sorted(TRAIN.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if said.held_back(row["author"]) == held_back:
                wanted = frozenset(row["intents"] or ["other"])
                lows = tuple(s.low for s in sentences(row["text"]))
                found.append(_example(row["author"], row, wanted, lows, None))
    if not held_back:
        found += [one for one in plain_examples() if one.never is None]
        found += (_PLAIN - 1) * [one for one in found if said.group(one.author).startswith("p")]
    return [one for one in found if one.lines and one.read]


def _plain(row: dict) -> Example:
    says = frozenset(row.get("says", row.get("intents", ())))
    never = frozenset(row.get("never", MAIN if "intents" in row else ())) - says
    role = _ROLES.get(row.get("by", ""), row.get("from"))
    lows = tuple(s.low for s in sentences(row["text"]))
    author = f"{row['language']}-plain"
    return Example(author, role, lows, None, says, lows, None, None if "says" in row else never)


def plain_examples() -> list[Example]:
    """Return the plain sentences of `plain.jsonl` and `mails.jsonl`: they are learnt by heart."""
    paths = (TRAIN.parent / "plain.jsonl", TRAIN.parent / "mails.jsonl")
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [_plain(json.loads(line)) for line in lines]


def _example(
    author: str,
    row: dict,
    wanted: frozenset[str],
    lines: tuple[str, ...],
    labels: tuple[frozenset[str], ...] | None,
) -> Example:
    read = matter({**row, "intents": wanted})
    lows = tuple(s.low for s in read.text)
    return Example(author, row["role"], lines, labels, wanted, lows)


def rows(written: Sequence[tuple[Sequence[str], str]]) -> csr_matrix:
    """Return the features of every sentence of some mails, one row for each sentence."""
    found = []
    for lows, role in written:
        mail = Written(lows, role)
        found += [mail.features(place) for place in range(len(lows))]
    return matrix(found, SIZE)


def targets(every: Sequence[Example]) -> npt.NDArray[np.int8]:
    """Return 1, 0 or unknown for each sentence and class."""
    found = []
    for one in every:
        for place in range(len(one.lines)):
            if one.labels is not None:
                found.append([name in one.labels[place] for name in NAMES])
            else:
                only = len(one.lines) == 1
                found.append([_weak(name, one, only=only) for name in NAMES])
    return np.array(found, dtype=np.int8)


def _weak(name: str, one: Example, *, only: bool) -> int:
    intent, _, variant = name.partition(":")
    if intent in one.intents:
        return 1 if only and not variant else _UNKNOWN
    return 0 if one.never is None or intent in one.never else _UNKNOWN


def _settled(
    every: Sequence[Example], found: npt.NDArray[np.int8], scored: Matrix
) -> npt.NDArray[np.int8]:
    """Call the strongest sentence of a mail that has no labels inside the one that says it."""
    found, at = found.copy(), 0
    for one in every:
        count = len(one.lines)
        for place, intent in enumerate(INTENTS if one.labels is None else ()):
            if intent.value in one.intents:
                columns = list(COLUMNS[place])
                part = scored[at : at + count][:, columns]
                row, column = np.unravel_index(int(part.argmax()), part.shape)
                found[at + int(row), columns[int(column)]] = 1
        at += count
    return found


def _fit(features: csr_matrix, wanted: npt.NDArray[np.int8]) -> tuple[Matrix, Matrix]:
    weights = np.zeros((features.shape[1], wanted.shape[1]), dtype=np.float32)
    bias = np.zeros(wanted.shape[1], dtype=np.float32)
    for column in range(wanted.shape[1]):
        known = wanted[:, column] != _UNKNOWN
        model = LinearSVC(
            C=_SENTENCE_COST, class_weight={1: _POSITIVE}, tol=0.02, max_iter=300, random_state=0
        ).fit(features[known], wanted[known, column])
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    return weights, bias


def sentence_model(every: Sequence[Example]) -> tuple[Matrix, Matrix]:
    """Fit the model of sentences: once on what is labelled, then on all of it."""
    every = (*every, *(one for one in plain_examples() if one.never is not None))
    features = rows([(one.lines, one.role) for one in every])
    wanted = targets(every)
    weights, bias = _fit(features, wanted)
    return _fit(features, _settled(every, wanted, features @ weights + bias))


def scored(one: Example, lows: Sequence[str], model: tuple[Matrix, Matrix]) -> Scores:
    """Score the sentences of a mail as the product does, with weights that are not stored."""
    weights, bias = model
    written = Written(lows, one.role)
    return scores_by(lows, lambda pieces: summed(written.seen(pieces), weights, 1, bias))


def _unseen(task: tuple[int, Sequence[Example]]) -> list[tuple[int, Matrix, Says]]:
    """Return evidence and sayings of the mails of one fold, of whose authors nothing was seen."""
    fold, every = task
    model = sentence_model([one for one in every if one.fold != fold])
    found = []
    for place, one in enumerate(every):
        if one.fold == fold:
            figures = evidence(scored(one, one.read, model), one.role)
            heard = scored(one, one.lines, model)
            found.append((place, figures, [heard.says(n) for n in range(len(one.lines))]))
    return found


def gathered(every: Sequence[Example]) -> tuple[Matrix, list[Says]]:
    """Return the evidence of every mail and what its lines say, as unseen authors are read."""
    with ProcessPoolExecutor(2) as pool:
        parts = pool.map(_unseen, [(fold, every) for fold in range(_FOLDS)])
        found = sorted((one for part in parts for one in part), key=lambda one: one[0])
    return np.stack([figures for _, figures, _ in found]), [says for _, _, says in found]


def mail_model(figures: Matrix, wanted: npt.NDArray[np.bool_]) -> tuple[Matrix, Matrix]:
    """Fit one logistic model for each intent; return weights and bias for plain figures."""
    spread = figures.reshape(-1, figures.shape[-1])
    middle, width = spread.mean(axis=0), spread.std(axis=0) + 1e-6
    weights, bias = [], []
    for place in range(len(INTENTS)):
        model = LogisticRegression(C=_MAIL_COST, max_iter=2000)
        model.fit((figures[:, place] - middle) / width, wanted[:, place])
        weights.append(model.coef_[0] / width)
        bias.append(model.intercept_[0] - (model.coef_[0] * middle / width).sum())
    return np.array(weights), np.array(bias)


def wanted_of(every: Sequence[Example]) -> npt.NDArray[np.bool_]:
    """Return which mail carries which of `INTENTS`."""
    return np.array([[i.value in one.intents for i in INTENTS] for one in every])


def store(model: tuple[Matrix, Matrix], mails: tuple[Matrix, Matrix]) -> None:
    """Write the weights into the package, those of sentences as whole numbers of one byte."""
    weights, bias = model
    whole, scale = small(weights)
    WEIGHTS.mkdir(exist_ok=True)
    np.savez_compressed(
        WEIGHTS / "sentences.npz", weights=whole, scale=scale, bias=bias.astype(np.float32)
    )
    np.savez_compressed(WEIGHTS / "mails.npz", weights=mails[0], bias=mails[1])


def main() -> None:
    """Train on every author that is not held back, and write the weights."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    every = examples(held_back=False)
    print(f"{len(every)} mails of {len({one.author for one in every})} authors")
    figures, says = gathered(every)
    store(sentence_model(every), mail_model(figures, wanted_of(every)))
    marked = [(one.mail, heard) for one, heard in zip(every, says, strict=True) if one.mail]
    parts = models([mail for mail, _ in marked], [heard for _, heard in marked])
    np.savez_compressed(WEIGHTS / "parts.npz", **parts)


if __name__ == "__main__":
    main()
