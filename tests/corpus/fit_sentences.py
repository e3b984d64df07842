"""What the reader learns from: mails with their labels, and the model of sentences.

A linear model scores every sentence; it learns from the labelled sentences of `said/` and, more
weakly, from the labelled mails of `train/`. `fit.py` builds on it.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from mailer.understand.grams import SIZE, Written
from mailer.understand.sentences import plain, sentences
from mailer.understand.trained import CLASSES, COLUMNS, INTENTS, Model
from tests.corpus import said
from tests.corpus.fit_parts import matrix
from tests.corpus.measure import MAIN, TRAIN, matter

FOLDS = 4
_SENTENCE_COST, _POSITIVE = 1.5, 2.0
_UNKNOWN = -1
_PLAIN = 3
"""How often a plain mail or a near miss counts: the rest is far harder than what people write."""

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
        return zlib.crc32(f"fold {said.group(self.author)}".encode()) % FOLDS


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
        found += plain_examples()
        plainly = [one for one in found if said.kind(one.author) != "hard"]
        found += (_PLAIN - 1) * plainly
    return [one for one in found if one.lines and one.read]


def known_of(every: Sequence[Example]) -> npt.NDArray[np.bool_]:
    """Return of which of `INTENTS` it is known whether a mail says them."""
    return np.array([
        [one.never is None or intent.value in one.never | one.intents for intent in INTENTS]
        for one in every
    ])  # fmt: skip


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


def _fit(features: csr_matrix, wanted: npt.NDArray[np.int8]) -> Model:
    weights = np.zeros((features.shape[1], wanted.shape[1]), dtype=np.float32)
    bias = np.zeros(wanted.shape[1], dtype=np.float32)
    for column in range(wanted.shape[1]):
        known = wanted[:, column] != _UNKNOWN
        model = LinearSVC(
            C=_SENTENCE_COST, class_weight={1: _POSITIVE}, tol=0.02, max_iter=300, random_state=0
        ).fit(features[known], wanted[known, column])
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    return Model(weights, bias)


def sentence_model(every: Sequence[Example]) -> Model:
    """Fit the model of sentences: once on what is labelled, then on all of it."""
    features = rows([(one.lines, one.role) for one in every])
    wanted = targets(every)
    first = _fit(features, wanted)
    return _fit(features, _settled(every, wanted, features @ first.weights + first.bias))
