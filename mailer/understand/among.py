"""What part somebody plays, told beside everybody else who is named in the mail.

The words around a name tell much of its part, but not that another one in the mail is far likelier
to be the successor, nor what the sentences around are about. Small networks weigh both
(`weights/among.npz`); they were fitted on authors whom the model of the words around a name had
not seen.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from mailer.understand.network import Figures, chances
from mailer.understand.tagged import PEOPLE, shares
from mailer.understand.trained import INTENTS, Floats
from mailer.understand.weigh import NOTHING, ROLES

MOST = 64
"""How many of one mail are weighed beside each other; the words alone tell of the rest."""

_NOBODY = -5.0
"""The score of a part where there is nobody else to play it."""


class Mention(NamedTuple):
    """Somebody named in a sentence, and how strongly the words around speak for each part.

    `number` of `total` is the place among those of the sentence `place`; `words` are those of the
    name: who shares one with another is the same.
    """

    scores: Floats
    place: int
    number: int
    total: int
    words: frozenset[str]


def figures(
    every: Sequence[Mention], sentences: Floats, role: str, intents: Iterable[str]
) -> Figures:
    """Return what the parts of all mentions of a mail are told from, a row for each.

    `sentences` is how strongly each sentence says each class, `intents` what the mail says.
    """
    scores = np.stack([one.scores for one in every]).astype(np.float64)
    places = np.array([one.place for one in every])
    own = np.array([[bool(one.words & other.words) for other in every] for one in every])
    others = ~np.eye(len(every), dtype=np.bool_)
    said = set(intents)
    of_mail = [*(one.value in said for one in INTENTS), *(role == one for one in ROLES), len(every)]
    alone = [
        (one.total, one.number, one.place == len(sentences) - 1, one.place == 0, len(one.words) > 1)
        for one in every
    ]
    around = np.pad(sentences, ((1, 1), (0, 0)), constant_values=NOTHING)
    return np.column_stack([
        scores,
        np.maximum(scores, 0),
        _strongest(scores, others & (places[:, None] == places)),
        _strongest(scores, others),
        _strongest(scores, own),
        own.sum(axis=1),
        np.array(alone, dtype=np.float64),
        np.tile(np.array(of_mail, dtype=np.float64), (len(every), 1)),
        *(around[places + step] for step in range(3)),
    ])  # fmt: skip


def _strongest(scores: Figures, whose: np.ndarray) -> Figures:
    """Return for each mention how strongly some of them speak for each part at most."""
    found: Figures = np.where(whose[..., None], scores, _NOBODY).max(axis=1)
    return found


def told(
    every: Sequence[Mention], sentences: Floats, role: str, intents: Iterable[str]
) -> list[dict[str, float]]:
    """Return how likely each part is (`PEOPLE`) for everybody named in a mail.

    That is the mean of what the words around and all in the mail tell: where they differ, nobody's
    part is plain.
    """
    if not every:
        return []
    by_words = [shares(PEOPLE, one.scores) for one in every]
    rows = chances("among", figures(every[:MOST], sentences, role, intents))
    both = np.sqrt(rows * np.array([list(one.values()) for one in by_words[:MOST]]))
    both /= both.sum(axis=1, keepdims=True)
    weighed = [dict(zip(PEOPLE, row.tolist(), strict=True)) for row in both]
    return weighed + by_words[MOST:]
