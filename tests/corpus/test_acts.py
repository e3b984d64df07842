"""Mails of unseen authors are acted upon as often and as rightly as before, facts included."""

import pytest

from tests.corpus.acts import scored

LEVELS = {
    "hard": (0.06, 0.28),
    "ordinary": (0.08, 0.26),
    "plain": (0.04, 0.515),
    "near miss": (0.16, 0.285),
}
"""By kind of mail: the share of acts that may be wrong, and the least coverage."""


@pytest.fixture(scope="module")
def scores():
    return scored()


@pytest.mark.parametrize("kind", LEVELS)
def test_few_acts_are_wrong_and_many_mails_are_acted_upon(scores, kind):
    found, (wrong, coverage) = scores[kind], LEVELS[kind]
    assert found.wrong / found.automatic <= wrong
    assert found.covered / found.may_be_automated >= coverage
