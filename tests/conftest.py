"""What every test may ask for, whichever room it is about."""

import pytest
from hypothesis import HealthCheck, settings

from tests.servers.postgres import database_url, engine, postgres, sqlite_template

__all__ = ["database_url", "engine", "postgres", "sqlite_template"]

# Examples follow from the test alone, so that a run says the same on every machine. There is no
# limit of time for one example, because machines differ; pytest-timeout bounds the whole test.
settings.register_profile(
    "house", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let every story be told on both databases."""
    parser.addoption("--every-database", action="store_true", help="tell all stories on both")
