"""Which of many programmes have something to do: one query, whatever their number."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, cast, exists, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import JSON, Text
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata

_INBOX = SQLModel.metadata.tables["inbox"].c
_CASE = SQLModel.metadata.tables["case"].c
_PAUSE = SQLModel.metadata.tables["pause"].c


def with_mail(connection: Connection, programmes: Collection[str], now: datetime) -> set[str]:
    """Return those of the programmes in which a mail waits that nobody has, or that are paused.

    It takes a look into an index for each programme, and no transaction that writes.
    """
    name = _each(connection, programmes)
    free = or_(_INBOX.lease_until.is_(None), _INBOX.lease_until <= now)
    mail = exists().where(_INBOX.programme == name, _INBOX.state == "received", free)
    query = select(name).where(or_(mail, exists().where(_PAUSE.programme == name)))
    return set(connection.execute(query).scalars())


def with_deadline(connection: Connection, programmes: Collection[str], now: datetime) -> set[str]:
    """Return those of the programmes in which a deadline has come."""
    name = _each(connection, programmes)
    query = select(name).where(exists().where(_CASE.programme == name, _CASE.next_due <= now))
    return set(connection.execute(query).scalars())


def _each(connection: Connection, programmes: Collection[str]) -> Any:
    """Return a column with one row for each name."""
    names = bindparam(None, list(programmes), type_=JSON)
    if connection.dialect.name == "postgresql":
        listed = cast(bindparam(None, list(programmes), type_=ARRAY(Text)), ARRAY(Text))
        return func.unnest(listed).table_valued("name").c.name
    return func.json_each(names).table_valued("value").c.value
