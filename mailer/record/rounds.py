"""Which programmes have something to do, asked for all of them at once."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Engine

from storage import rounds
from storage.engine import reading


def with_mail(engine: Engine, programmes: Collection[str], now: datetime) -> set[str]:
    """Return the programmes in which a mail waits that nobody has, and those that are paused."""
    with reading(engine) as connection:
        return rounds.with_mail(connection, programmes, now)


def with_deadline(engine: Engine, programmes: Collection[str], now: datetime) -> set[str]:
    """Return the programmes in which a deadline has come."""
    with reading(engine) as connection:
        return rounds.with_deadline(connection, programmes, now)
