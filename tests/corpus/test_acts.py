"""Mails of unseen authors are acted upon as often and as rightly as before, facts included."""

from tests.corpus.acts import counted

WRONG, COVERAGE = 0.055, 0.39


def test_few_acts_are_wrong_and_many_mails_are_acted_upon():
    found = counted()
    assert found.share_wrong <= WRONG
    assert found.coverage >= COVERAGE
