"""Trains how a sentence sounds that tells a day which no rule reads (`told.py` of the reader)."""

from collections.abc import Iterable, Iterator

import numpy as np
from sklearn.svm import LinearSVC

from mailer.understand.dates import dates
from mailer.understand.day_meant import TOLD_WITH
from mailer.understand.grams import SIZE, Written
from mailer.understand.sentences import plain
from mailer.understand.told import told
from mailer.understand.trained import Model
from tests.corpus import said
from tests.corpus.fit_parts import BASE, matrix

_COST, _POSITIVE = 1.0, 2.0
_MATTERS = {intent.value for intent in TOLD_WITH.values()}


def _without_date(mails: Iterable[said.Mail]) -> Iterator[tuple[said.Mail, int, bool]]:
    """Return the sentences of a matter in which no date is read, and whether a day is told."""
    for mail in mails:
        for place, sentence in enumerate(mail.sentences):
            if sentence.labels & _MATTERS and not dates(
                sentence.text, BASE, language=mail.language
            ):
                yield mail, place, any(one.part in TOLD_WITH for one in sentence.mentions)


def told_model(mails: Iterable[said.Mail]) -> Model:
    """Fit the model, of one column."""
    found = list(_without_date(mails))
    features = [Written(_lows(mail), mail.role).features(place) for mail, place, _ in found]
    fitted = LinearSVC(
        C=_COST, class_weight={1: _POSITIVE}, tol=0.02, max_iter=300, random_state=0
    ).fit(matrix(features, SIZE), [tells for _, _, tells in found])
    return Model(fitted.coef_.T.astype(np.float32), fitted.intercept_.astype(np.float32))


def _lows(mail: said.Mail) -> list[str]:
    return [plain(sentence.text) for sentence in mail.sentences]


def noticed() -> dict[bool, tuple[int, int]]:
    """Count such sentences of unseen authors, and those that are taken for telling a day.

    Under True stand those that tell one, under False the others.
    """
    taken: dict[bool, list[bool]] = {True: [], False: []}
    for mail, place, tells in _without_date(one for one in said.mails() if one.held_back):
        taken[tells].append(told(_lows(mail), mail.role, [place]))
    return {tells: (len(every), sum(every)) for tells, every in taken.items()}
