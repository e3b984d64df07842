"""Random years of a small programme: whatever people do, the records stay whole.

`YEARS=40 pytest tests/stories/test_random_years.py` plays more of them, `SEED=7` one alone; both
play whole years, where `make test` plays the first months of one.
"""

import os
from pathlib import Path

import pytest

from tests.years.play import Year

SEEDS = (
    [int(os.environ["SEED"])] if "SEED" in os.environ else range(int(os.environ.get("YEARS", "1")))
)

LONG = {"SEED", "YEARS"} & os.environ.keys()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_year_keeps_the_records_whole(seed: int, tmp_path: Path) -> None:
    year = Year(tmp_path, seed)
    year.play(365 if LONG else 130)
    # Left alone, everything comes to an end or waits for somebody.
    year.play(35, busy=0)
    year.close()
