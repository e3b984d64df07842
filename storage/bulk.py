"""Writing many rows with one statement. Rows that are there already are kept or replaced."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite

Row = Mapping[str, Any]


def insert_new(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows; one whose key is there already changes nothing.

    That is what makes doing a thing again harmless: the key follows from the cause.
    """
    if rows:
        connection.execute(_insert_new(connection.dialect.name, table), rows)


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, or replace those with the same primary key."""
    if rows:
        connection.execute(_put(connection.dialect.name, table, tuple(rows[0])), rows)


def delete(connection: Connection, table: Table, column: str, values: Sequence[str]) -> None:
    """Delete the rows whose column has one of these values."""
    if values:
        connection.execute(_delete(table, column), [{"value": value} for value in values])


# Built once: building a statement takes longer than carrying it out for a few rows.


@cache
def _insert_new(dialect: str, table: Table) -> Any:
    return _insert(dialect, table).on_conflict_do_nothing()


@cache
def _put(dialect: str, table: Table, names: tuple[str, ...]) -> Any:
    insert = _insert(dialect, table)
    keys = [column.name for column in table.primary_key]
    changed = {name: insert.excluded[name] for name in names if name not in keys}
    return insert.on_conflict_do_update(index_elements=keys, set_=changed)


@cache
def _delete(table: Table, column: str) -> Any:
    return table.delete().where(table.c[column] == bindparam("value"))


def _insert(dialect: str, table: Table) -> Any:
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
