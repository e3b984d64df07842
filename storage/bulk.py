"""Writing many rows with one statement. Rows that are there already are kept or replaced."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite

Row = Mapping[str, Any]


def insert_new(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows; one whose key is there already changes nothing.

    That is what makes doing a thing again harmless: the key follows from the cause.
    """
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(), rows)


def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, or replace those with the same primary key."""
    if not rows:
        return
    insert = _insert(connection, table)
    keys = [column.name for column in table.primary_key]
    changed = {name: insert.excluded[name] for name in rows[0] if name not in keys}
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=changed), rows)


def delete(connection: Connection, table: Table, column: str, values: Sequence[str]) -> None:
    """Delete the rows whose column has one of these values."""
    if values:
        statement = table.delete().where(table.c[column] == bindparam("value"))
        connection.execute(statement, [{"value": value} for value in values])


def _insert(connection: Connection, table: Table) -> Any:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)
