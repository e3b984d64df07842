"""Whether a figure that was sampled again and again stays where it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from statistics import median

Points = Sequence[tuple[float, float]]
"""Pairs of a time in seconds and what was seen then."""
MOST_POINTS = 400
"""More than these are put together before a line is fitted: pairs grow with the square."""


FEWEST = 5
"""A line through fewer points proves nothing."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """By how much a figure may grow while it is measured: a share of its median, or `least`."""

    share: float
    least: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line through the points. `growth` is the line's own, from the first point to the last."""

    middle: float
    most: float
    growth: float
    allowed: float
    points: int

    @property
    def flat(self) -> bool:
        return self.growth <= self.allowed


def slope(points: Points) -> float:
    """Return the median slope of all pairs of points (Theil and Sen).

    Three of ten points may be anything: a fault, or one mail of 20 MB, does not turn the line.
    """
    pairs = combinations(points, 2)
    found = [(y - b) / (x - a) for (a, b), (x, y) in pairs if x != a]
    return median(found) if found else 0.0


def binned(points: Points, seconds: float) -> list[tuple[float, float]]:
    """Return the median of what was seen in each span of time."""
    groups = groupby(sorted(points), key=lambda point: point[0] // seconds)
    together = [list(group) for _, group in groups]
    return [(median(x for x, _ in each), median(y for _, y in each)) for each in together]


def judge(points: Points, tolerance: Tolerance) -> Verdict:
    """Fit a line through the points, and compare its growth with what is tolerated.

    Raises ValueError where there are fewer points than `FEWEST`.
    """
    if len(points) < FEWEST:
        raise ValueError(f"{len(points)} points are too few for a line")
    span = points[-1][0] - points[0][0]
    few = points if len(points) <= MOST_POINTS else binned(points, span / MOST_POINTS)
    middle = median(y for _, y in points)
    return Verdict(
        middle=middle,
        most=max(y for _, y in points),
        growth=slope(few) * span,
        allowed=max(tolerance.share * abs(middle), tolerance.least),
        points=len(points),
    )
