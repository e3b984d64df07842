"""The real servers that tests ask for by name, and places to disturb the service in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.nursery import Nursery
from tests.faults.place import Places
from tests.servers.dovecot import Dovecot, dovecot

__all__ = ["dovecot"]


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as running:
        yield running


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def places(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    dovecot: Dovecot,
    sqlite_template: Path,
) -> Iterator[Places]:
    server = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    made = Places(tmp_path_factory.mktemp("places"), dovecot, sqlite_template, server)
    yield made
    made.close()


@pytest.fixture
def sqlite_places(tmp_path: Path, dovecot: Dovecot, sqlite_template: Path) -> Iterator[Places]:
    made = Places(tmp_path, dovecot, sqlite_template, None)
    yield made
    made.close()
