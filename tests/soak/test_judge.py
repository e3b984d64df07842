"""The arithmetic by which a soak says that something grows."""

import random

import pytest

from tests.soak.judge import Tolerance, binned, judge, slope

EVERY = 5.0
SAMPLES = 180  # A quarter of an hour.


def _points(level: float, growth: float, noise: float = 0) -> list[tuple[float, float]]:
    """Return what a figure shows that grows by so much from the first sample to the last."""
    chance = random.Random(1)
    step = growth / (SAMPLES - 1)
    return [
        (number * EVERY, level + number * step + chance.uniform(-noise, noise))
        for number in range(SAMPLES)
    ]


def test_a_line_is_found_through_noise() -> None:
    assert slope(_points(120, 18, noise=5)) * EVERY * SAMPLES == pytest.approx(18, abs=1.5)


def test_noise_alone_is_flat() -> None:
    verdict = judge(_points(120, 0, noise=10), Tolerance(0.05, 4))
    assert verdict.flat
    assert verdict.middle == pytest.approx(120, abs=2)


def test_slow_growth_of_memory_is_found_where_mails_make_peaks() -> None:
    points = [(at, y + 200 * (at % 60 == 0)) for at, y in _points(120, 9, noise=3)]
    verdict = judge(points, Tolerance(0.05, 4))
    assert not verdict.flat
    assert verdict.growth == pytest.approx(9, abs=1.5)
    assert verdict.most > 300


def test_one_file_left_open_every_few_minutes_is_found() -> None:
    points = [(at, 14 + at // 200) for at, _ in _points(0, 0)]
    assert not judge(points, Tolerance(0, 1)).flat


def test_faults_that_pass_by_are_no_growth() -> None:
    points = [(at, 40.0 if 600 < at < 700 else 0.0) for at, _ in _points(0, 0)]
    assert judge(points, Tolerance(0.2, 3)).growth == 0


def test_what_falls_is_flat() -> None:
    assert judge(_points(120, -40), Tolerance(0, 0)).flat


def test_too_few_points_prove_nothing() -> None:
    with pytest.raises(ValueError, match="4 points are too few"):
        judge(_points(1, 0)[:4], Tolerance(0, 0))


def test_a_long_run_is_judged_as_a_short_one() -> None:
    points = [(number / 10, 100 + number / 1000) for number in range(5_000)]
    verdict = judge(points, Tolerance(0, 1))
    assert verdict.points == 5_000
    assert verdict.growth == pytest.approx(5, rel=0.01)


def test_the_median_of_each_span_of_time_is_taken() -> None:
    assert binned([(0, 1), (1, 9), (2, 2), (5, 7)], 4) == [(1, 2), (5, 7)]
