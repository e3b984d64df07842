"""Stories are told on SQLite; on PostgreSQL those of the files in `BOTH`.

The rooms that talk to the database are tested on both by their own tests (`tests/record`,
`tests/faults`, `tests/servers`). `pytest tests/stories --every-database` tells all on both.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story import Story

BOTH = frozenset({"test_faults", "test_personal_data"})
"""Files whose stories rest on what the database does."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the stories that need not be told twice."""
    if config.getoption("--every-database"):
        return
    here, kept, left = Path(__file__).parent, [], []
    for item in items:
        again = "[postgresql" in item.name and item.path.parent == here
        (left if again and item.path.stem not in BOTH else kept).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


@pytest.fixture
def story(tmp_path: Path, database_url: str) -> Iterator[Story]:
    """An installation with six people, on SQLite and on PostgreSQL."""
    told = Story(tmp_path, database_url)
    yield told
    told.close()
