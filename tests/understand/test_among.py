"""Everybody who is named is seen beside the others."""

import numpy as np
import pytest

from mailer.understand.among import MOST, Mention, figures, told
from mailer.understand.tagged import PEOPLE
from mailer.understand.trained import CLASSES

SENTENCES = np.arange(3 * len(CLASSES), dtype=np.float32).reshape(3, -1) / 10
PARTS = len(PEOPLE)


def mention(name, place, number=0, total=1, *, leads=0, by=2.0):
    """Return somebody of whom the words say one part most strongly."""
    scores = np.full(PARTS, -1.0, np.float32)
    scores[leads] = by
    return Mention(scores, place, number, total, frozenset(name.split()))


def columns(rows, number):
    """Return one of the groups of columns that hold a figure for each part."""
    return rows[:, number * PARTS : (number + 1) * PARTS]


def test_somebody_is_seen_beside_those_of_the_sentence_and_of_the_mail():
    every = [mention("ana souza", 0, 0, 2, leads=1), mention("ivo", 0, 1, 2), mention("siti", 2)]
    rows = figures(every, SENTENCES, "mentor", ["resignation"])
    here, anywhere = columns(rows, 2), columns(rows, 3)
    assert here[0].tolist() == [2, -1, -1, -1, -1]  # Ivo alone stands beside her.
    assert here[2].tolist() == [-5] * PARTS  # Nobody does beside Siti,
    assert anywhere[2].tolist() == [2, 2, -1, -1, -1]  # but Ana and Ivo are in the mail.


def test_who_is_named_twice_is_the_same():
    every = [mention("ana souza", 0, leads=1), mention("ivo", 1), mention("ana", 2)]
    own = columns(figures(every, SENTENCES, "mentor", []), 4)
    assert own[2].tolist() == [2, 2, -1, -1, -1]
    assert own[1].tolist() == [2, -1, -1, -1, -1]


def test_what_the_sentences_around_say_is_seen():
    rows = figures([mention("ana", 0), mention("ivo", 2)], SENTENCES, "rep", [])
    around = rows[:, -3 * len(CLASSES) :].reshape(2, 3, -1)
    nothing = np.full(len(CLASSES), -2.0)
    assert np.allclose(around[0], [nothing, SENTENCES[0], SENTENCES[1]])
    assert np.allclose(around[1], [SENTENCES[1], SENTENCES[2], nothing])


def test_everybody_has_chances_that_add_up():
    every = [mention(str(n), n % 3, leads=n % PARTS) for n in range(MOST + 9)]
    found = told(every, SENTENCES, "mentor", ["resignation"])
    assert len(found) == len(every)
    assert all(tuple(one) == PEOPLE for one in found)
    assert [sum(one.values()) for one in found] == pytest.approx([1] * len(every))


def test_nobody_is_told_of_nobody():
    assert told([], SENTENCES, "mentor", []) == []
