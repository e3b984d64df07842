"""A programme's rows in memory: read from the database without changing a byte of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Table, create_engine, event, literal, select
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool, StaticPool
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata
from storage.engine import open_engine, writing
from storage.schema import head, revision_of

_BATCH = 1000


class OtherSchema(Exception):
    """The database has not the schema of this version; the text says which it has."""


_SHARED = {"mailbox", "lease", "pause"}
"""What is known of polled folders, of running processes and of a pause is no record."""


def open_memory() -> Engine:
    """Return an empty SQLite database in memory with every table; it is gone when disposed of."""
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    SQLModel.metadata.create_all(engine)
    return engine


def copy_programme(url: str, programme: str, target: Engine) -> None:
    """Copy every row of a programme; the bytes of mails and letters are left out.

    The database is only read, in one transaction. Raises OtherSchema where it is of another
    version.
    """
    path = Path(make_url(url).database or "")
    sqlite = make_url(url).get_backend_name() == "sqlite"
    # Without a log beside it nobody has the file open. Reading it as one that never changes
    # leaves no files behind, which another user might own.
    log = path.with_name(f"{path.name}-wal")
    alone = sqlite and not log.exists()
    _copy(url, programme, target, alone=alone)
    if alone and log.exists():
        # Somebody opened it meanwhile: what was read may be torn.
        _copy(url, programme, target, alone=False)


def _copy(url: str, programme: str, target: Engine, *, alone: bool) -> None:
    with _reading(url, alone=alone) as source, writing(target) as copy:
        found = revision_of(source)
        if found != head():
            raise OtherSchema(f"schema {found or 'none'}, not {head()}")
        for table in reversed(SQLModel.metadata.sorted_tables):
            copy.execute(table.delete())
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in _SHARED:
                _copy_table(source, copy, table, programme)


def _copy_table(source: Connection, copy: Connection, table: Table, programme: str) -> None:
    columns = [
        literal(b"").label("data") if _is_bytes(column) else column for column in table.columns
    ]
    query = select(*columns).where(table.c.programme == programme)
    for rows in source.execute(query).mappings().partitions(_BATCH):
        copy.execute(table.insert(), [dict(row) for row in rows])


def _is_bytes(column: Any) -> bool:
    return bool(column.type.python_type is bytes)


@contextmanager
def _reading(url: str, *, alone: bool) -> Iterator[Connection]:
    """Open a transaction that cannot write and sees one moment of the database."""
    engine = _reader(url, alone=alone)
    try:
        with engine.connect() as connection, connection.begin():
            yield connection
    finally:
        engine.dispose()


def _reader(url: str, *, alone: bool) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return open_engine(url).execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
    place = quote(str(Path(parsed.database or "").absolute()))
    mode = "immutable=1" if alone else "mode=ro"

    def connect() -> sqlite3.Connection:
        opened = sqlite3.connect(f"file:{place}?{mode}", uri=True, check_same_thread=False)
        opened.isolation_level = None
        return opened

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # The driver must not begin transactions by itself.
    connection.execute("PRAGMA foreign_keys=ON")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
