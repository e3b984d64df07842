"""Which of many programmes have something to do: one query, whatever their number."""

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, cast, exists, func, or_, select
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
    query = _with_mail(connection.dialect.name)
    values = {"names": list(programmes), "now": now}
    return set(connection.execute(query, values).scalars())


def with_deadline(connection: Connection, programmes: Collection[str], now: datetime) -> set[str]:
    """Return those of the programmes in which a deadline has come."""
    query = _with_deadline(connection.dialect.name)
    values = {"names": list(programmes), "now": now}
    return set(connection.execute(query, values).scalars())


# Built once: building a statement takes longer than carrying it out, and these go out each second.


@cache
def _with_mail(dialect: str) -> Select[Any]:
    name, now = _each(dialect), bindparam("now", type_=_INBOX.lease_until.type)
    free = or_(_INBOX.lease_until.is_(None), _INBOX.lease_until <= now)
    mail = exists().where(_INBOX.programme == name, _INBOX.state == "received", free)
    return select(name).where(or_(mail, exists().where(_PAUSE.programme == name)))


@cache
def _with_deadline(dialect: str) -> Select[Any]:
    name, now = _each(dialect), bindparam("now", type_=_CASE.next_due.type)
    return select(name).where(exists().where(_CASE.programme == name, _CASE.next_due <= now))


def _each(dialect: str) -> Any:
    """Return a column with one row for each name."""
    if dialect == "postgresql":
        listed = cast(bindparam("names", type_=ARRAY(Text)), ARRAY(Text))
        return func.unnest(listed).table_valued("name").c.name
    return func.json_each(bindparam("names", type_=JSON)).table_valued("value").c.value
