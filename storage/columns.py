"""Kinds of columns and indexes that the tables share."""

from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, LargeBinary, text
from sqlmodel import Field

OPEN = "closed IS NULL"
KEPT = "length(data) > 0"
"""Conditions of indexes. A query must say the same, without parameters, for an index to be used."""


def json_column(*, nullable: bool = False) -> Any:
    """Return a column of JSON."""
    return Field(sa_column=Column(JSON, nullable=nullable))


def raw_bytes() -> Any:
    """Return a column of bytes."""
    return Field(sa_column=Column(LargeBinary, nullable=False))


def serial() -> Any:
    """Return a number that the database gives; SQLite counts only in a column of type INTEGER."""
    kind = BigInteger().with_variant(Integer, "sqlite")
    return Field(default=None, sa_column=Column(kind, primary_key=True))


def partial_index(name: str, condition: str, *columns: str) -> Index:
    """Return an index over those rows alone for which a condition holds: the few of every day."""
    where = text(condition)
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)
