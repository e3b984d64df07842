from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story import Story


@pytest.fixture
def story(tmp_path: Path, database_url: str) -> Iterator[Story]:
    """An installation with six people, on SQLite and on PostgreSQL."""
    told = Story(tmp_path, database_url)
    yield told
    told.close()
