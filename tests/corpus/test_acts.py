"""Mails of unseen authors are acted upon as often and as rightly as before, facts included."""

from tests.corpus.acts import scored

WRONG, COVERAGE = 0.055, 0.39


def test_few_acts_are_wrong_and_many_mails_are_acted_upon():
    found = scored()
    assert found.wrong / found.automatic <= WRONG
    assert found.covered / found.may_be_automated >= COVERAGE
