"""A ratio that falls by more than a fifth is told, and no other."""

from pathlib import Path

import pytest

from tests.benchmarks import ratios
from tests.benchmarks.ratios import fallen


def test_a_ratio_that_falls_by_more_than_a_fifth_is_named_with_both_figures() -> None:
    assert fallen({"bare": 0.79}, {"bare": 1.0}) == ["bare fell from 1.00 to 0.79"]


def test_noise_and_gains_and_new_ratios_are_no_fall() -> None:
    assert fallen({"bare": 0.81, "naive": 3.0, "start": 0.5}, {"bare": 1.0, "naive": 2.0}) == []


def test_the_same_work_with_more_around_it_is_recorded_as_one_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ratios, "RECORDED", tmp_path / "ratios.json")
    ratios.record("sqlite", {"with old rows": 1.17, "than naive": 1.48})
    assert ratios.recorded("sqlite") == {"with old rows": 1.0, "than naive": 1.48}
