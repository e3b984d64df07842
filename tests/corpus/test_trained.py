"""Authors whom training has never seen are read as well as they were."""

import json
from functools import cache

import pytest

from tests.corpus.figures import LEVELS, figures, unseen

_LEVELS = json.loads(LEVELS.read_text(encoding="utf-8"))
_SLACK = 0.01
"""Sums of small numbers differ a little between processors."""


@cache
def found():
    """Measure once, and not while tests are only collected."""
    return figures(unseen())


@pytest.mark.parametrize("key", _LEVELS)
@pytest.mark.parametrize("figure", ["exact", "sure", "precision", "recall"])
def test_no_figure_falls_below_its_level(key, figure):
    if figure in _LEVELS[key]:
        assert found()[key][figure] >= _LEVELS[key][figure] - _SLACK


@pytest.mark.parametrize("key", [key for key in _LEVELS if "wrong" in _LEVELS[key]])
def test_what_is_acted_upon_is_not_wrong_more_often(key):
    assert found()[key]["wrong"] <= _LEVELS[key]["wrong"] + _SLACK
