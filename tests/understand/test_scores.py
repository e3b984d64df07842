"""Which of the answers of an intent is heard, and by how much it leads."""

import numpy as np
import pytest

from mailer.rules.intents import Intent
from mailer.understand.trained import CLASSES, Scores


def heard(*sentences: dict[str, float]) -> Scores:
    """Return scores of sentences that say answers on how a pair goes on so strongly."""
    rows = np.full((len(sentences), len(CLASSES)), -1.0, dtype=np.float32)
    for row, said in zip(rows, sentences, strict=True):
        for variant, score in said.items():
            row[CLASSES.index((Intent.RENEWAL, variant))] = score
    return Scores(rows, rows[:0], (), (frozenset(),) * len(rows), np.zeros(17, np.float32))


def test_each_sentence_says_its_likeliest_answer():
    scores = heard({"extend": 0.9, "change": 0.2}, {"end": 0.1}, {"change": -0.1})
    assert scores.variants(Intent.RENEWAL) == {"extend", "end"}


def test_nothing_is_heard_where_nothing_is_said():
    assert heard({"extend": -0.2}).variants(Intent.RENEWAL) == frozenset()


def test_an_answer_leads_where_the_intent_is_said_most_strongly():
    scores = heard({"extend": 0.3, "change": 0.25}, {"end": 1.5, "extend": 0.5})
    assert scores.lead(Intent.RENEWAL) == pytest.approx(1.0)
