"""Opening the database for those who put the house together; its backup."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError

from mailer.errors import MailerError, SettingsError, Unavailable
from storage.backup import NoBackup, bring_back, save
from storage.engine import open_engine, reading, writing
from storage.schema import head, is_known, revision, upgrade

__all__ = [
    "backup",
    "check",
    "open_database",
    "open_unchanged",
    "reading",
    "restore",
    "sqlite_file",
    "unavailable",
    "writing",
]

T = TypeVar("T")
_NEWER = "the database has schema {}, which a newer version made; install that version"
EXPECTED = "expected sqlite:///FILE or postgresql://USER@HOST/NAME"


def open_database(url: str) -> Engine:
    """Return the database at this version's schema.

    Raises SettingsError for a URL that names none, Unavailable where it cannot be reached.
    """
    engine = _engine(url)
    found = _revision(engine)
    if not is_known(found):
        engine.dispose()
        raise MailerError(_NEWER.format(found))
    if found != head():
        _reach(lambda: upgrade(engine))
    return engine


def open_unchanged(url: str) -> Engine | None:
    """Return the database as it is; None where it is not there or not at this version's schema."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        return None
    engine = _engine(url)
    try:
        if _revision(engine) == head():
            return engine
    except MailerError:
        pass
    engine.dispose()
    return None


def check(url: str) -> tuple[bool, str]:
    """Say whether the database can be used, without changing it."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        return True, f"{file} is made at the first start"
    engine = _engine(url)
    try:
        found = _revision(engine)
    finally:
        engine.dispose()
    where = str(file) if file else engine.url.render_as_string(hide_password=True)
    if found == head():
        return True, f"{where}, schema {head()}"
    if not is_known(found):
        return False, _NEWER.format(found)
    return True, f"{where}, schema {found or 'not made yet'}; {head()} is made at the next start"


def sqlite_file(url: str) -> Path | None:
    """Return the file of an SQLite database, None for any other URL."""
    try:
        parsed = make_url(url)
    except (SQLAlchemyError, ValueError):
        return None
    sqlite = parsed.get_backend_name() == "sqlite"
    return Path(parsed.database) if sqlite and parsed.database else None


def unavailable(error: Exception) -> Unavailable | None:
    """Return what to tell of an error of the database, None for any other error."""
    if not isinstance(error, OperationalError | InterfaceError):
        return None
    return Unavailable(f"the database cannot be used now: {_words(error)}")


def backup(url: str, key: Path, target: Path) -> int:
    """Write database and key into one file while the service may run; return its size in bytes."""
    file = _file(url, "pg_dump")
    if not file.exists():
        raise MailerError(f"{file}: there is no database yet, so there is nothing to back up")
    if not key.exists():
        raise MailerError(f"{key}: there is no key yet; the service makes it at its first start")
    try:
        save(file, key.read_bytes(), target)
    except (sqlite3.Error, NoBackup) as error:
        raise Unavailable(f"{file} cannot be backed up now: {error}") from error
    return target.stat().st_size


def restore(source: Path, url: str, key: Path) -> None:
    """Put database and key of a backup in place of those that are there."""
    file = _file(url, "pg_restore")
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        found = bring_back(source, file)
    except NoBackup as error:
        raise MailerError(str(error)) from error
    except sqlite3.Error as error:
        raise Unavailable(f"{file} cannot be restored now: {error}") from error
    part = key.with_name(f".{key.name}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as handle:
        handle.write(found)
    part.replace(key)


def _file(url: str, tool: str) -> Path:
    file = sqlite_file(url)
    if file is None:
        instead = f"use {tool}, and copy the file `key` of the data folder with it"
        raise SettingsError([f"database is not an SQLite file; for PostgreSQL {instead}"])
    return file


def _engine(url: str) -> Engine:
    try:
        name = make_url(url).get_backend_name()
    except (SQLAlchemyError, ValueError) as error:
        # The error's own words may hold the URL, and with it the password.
        raise SettingsError([f"database is not a URL of one; {EXPECTED}"]) from error
    if name not in {"sqlite", "postgresql", "postgres"}:
        raise SettingsError([f"database is of the kind {name!r}; {EXPECTED}"])
    return open_engine(url)


def _revision(engine: Engine) -> str | None:
    return _reach(lambda: revision(engine))


def _reach(action: Callable[[], T]) -> T:
    try:
        return action()
    except (OperationalError, InterfaceError) as error:
        raise Unavailable(f"the database cannot be opened: {_words(error)}") from error
    except DBAPIError as error:
        raise MailerError(f"the database cannot be used: {_words(error)}") from error


def _words(error: DBAPIError) -> str:
    """Return what the driver said as one line; SQLAlchemy's own text quotes whole statements."""
    return "; ".join(line.strip() for line in str(error.orig).splitlines() if line.strip())
