"""Opening the database for those who put the house together."""

from collections.abc import Callable

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, OperationalError

from mailer.errors import SettingsError, Unavailable
from storage.engine import open_engine, reading, writing
from storage.schema import head, revision, upgrade

__all__ = ["check", "open_database", "reading", "writing"]


def open_database(url: str) -> Engine:
    """Return the database at this version's schema.

    Raises SettingsError for a URL that names none, Unavailable where it cannot be reached.
    """
    engine = _engine(url)
    _reach(lambda: upgrade(engine))
    return engine


def check(url: str) -> tuple[bool, str]:
    """Say whether the database can be used, without changing it."""
    engine = _engine(url)
    try:
        found: list[str | None] = []
        _reach(lambda: found.append(revision(engine)))
    finally:
        engine.dispose()
    if found[0] == head():
        return True, f"schema {head()}"
    return True, f"schema {found[0] or 'not made yet'}; {head()} is made at the next start"


def _engine(url: str) -> Engine:
    try:
        return open_engine(url)
    except Exception as error:
        expected = "expected sqlite:///FILE or postgresql://USER@HOST/NAME"
        raise SettingsError([f"database is not a URL of one: {error}; {expected}"]) from error


def _reach(action: Callable[[], None]) -> None:
    try:
        action()
    except (OperationalError, DatabaseError) as error:
        raise Unavailable(f"the database cannot be opened: {error.orig}") from error
