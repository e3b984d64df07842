"""Opening the database, and the two kinds of transaction."""

import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url

BUSY_MS = 10_000
_TURNS: WeakKeyDictionary[Engine, threading.Lock] = WeakKeyDictionary()
RECYCLE_SECONDS = 600
"""How old a connection to PostgreSQL gets: its buffers stay as large as the largest mail was."""


def open_engine(url: str) -> Engine:
    """Return an engine for SQLite or PostgreSQL.

    SQLite: WAL, foreign keys, and synchronous=FULL, because a mail that was acknowledged must
    survive a power cut. PostgreSQL: psycopg 3, connections checked before use.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, connect_args={"check_same_thread": False})
        event.listen(engine, "connect", _on_sqlite_connect)
        event.listen(engine, "begin", _on_sqlite_begin)
        _TURNS[engine] = threading.Lock()
        return engine
    return create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_size=10,
        pool_recycle=RECYCLE_SECONDS,
    )


def _on_sqlite_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # The driver must not begin transactions by itself.
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _on_sqlite_begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that only reads."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, programme: str | None = None) -> Iterator[Connection]:
    """Open a transaction that writes; it commits when the block ends without an error.

    With a programme, it also holds that programme's lock: decisions of one programme are taken
    one after another (design.md 5). SQLite has one writer at a time in any case.
    """
    with (
        _turn(engine),
        engine.connect().execution_options(write=True) as connection,
        connection.begin(),
    ):
        if programme is not None and connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), _lock_of(programme))
        yield connection


@contextmanager
def _turn(engine: Engine) -> Iterator[None]:
    """Let the threads of a process write to SQLite in turn.

    They wake each other at once, where SQLite itself sleeps for up to a tenth of a second between
    two tries. Who waits for too long goes on to SQLite, which says that it is locked.
    """
    turn = _TURNS.get(engine)
    taken = turn is not None and turn.acquire(timeout=BUSY_MS / 1000)
    try:
        yield
    finally:
        if turn is not None and taken:
            turn.release()


def try_lock(connection: Connection, programme: str) -> bool:
    """Take a programme's lock until the transaction ends, without waiting; False if it is held."""
    if connection.dialect.name != "postgresql":
        return True  # Whoever writes has SQLite for itself.
    lock = text("SELECT pg_try_advisory_xact_lock(:key)")
    return bool(connection.execute(lock, _lock_of(programme)).scalar())


def _lock_of(programme: str) -> dict[str, int]:
    return {"key": zlib.crc32(programme.encode())}
