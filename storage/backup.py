"""A backup is one SQLite file: the database, and the key of the reply tokens in a table of its own.

It is made with SQLite's online backup, so the service may go on writing meanwhile.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

_KEY = "backup_key"
BUSY_SECONDS = 10


class NoBackup(Exception):
    """A file is no backup of ours, or a damaged one; the text says which."""


def save(database: Path, key: bytes, target: Path) -> None:
    """Write a backup; an older file of that name is replaced at the end, in one step.

    Raises OSError where it cannot be written, sqlite3.Error where the database cannot be read.
    """
    part = target.with_name(f".{target.name}.part")
    _create(part)
    try:
        with closing(_open(database)) as source, closing(_open(part)) as copy:
            # In one step: in WAL mode that hinders no writer, while a backup in several steps
            # begins anew with each change.
            source.backup(copy)
            with copy:
                copy.execute(f"CREATE TABLE {_KEY} (key BLOB NOT NULL)")
                copy.execute(f"INSERT INTO {_KEY} VALUES (?)", (key,))  # noqa: S608 - a constant
            # A file in WAL mode would need two more beside it.
            copy.execute("PRAGMA journal_mode=DELETE")
            _examine(copy)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def bring_back(backup: Path, database: Path) -> bytes:
    """Put the database of a backup in place and return its key. The service must not run.

    Raises NoBackup before anything is changed where the file is none or is damaged.
    """
    part = database.with_name(f".{database.name}.part")
    _create(part)
    try:
        with closing(_open(backup)) as source, closing(_open(part)) as copy:
            key = _key(backup, source)
            source.backup(copy)
            with copy:
                copy.execute(f"DROP TABLE {_KEY}")
                copy.execute("DELETE FROM lease")  # Whoever held one is gone.
            _examine(copy)
        for rest in ("-wal", "-shm"):
            database.with_name(database.name + rest).unlink(missing_ok=True)
        part.replace(database)
    finally:
        part.unlink(missing_ok=True)
    return key


def _key(backup: Path, source: sqlite3.Connection) -> bytes:
    try:
        _examine(source)
        row = source.execute(f"SELECT key FROM {_KEY}").fetchone()  # noqa: S608 - a constant
    except sqlite3.DatabaseError as error:
        raise NoBackup(f"{backup} is no backup, or a damaged one: {error}") from error
    if row is None:
        raise NoBackup(f"{backup} is a damaged backup: it holds no key")
    return bytes(row[0])


def _examine(connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_SECONDS)


def _create(path: Path) -> None:
    """Make an empty file that nobody else can read."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
