"""Leases: what one process does at a time, although several run (mail.md 1.3, rule 11)."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mailer.errors import MailerError
from storage.tables import LeaseRow

LEASES = LeaseRow.metadata.tables["lease"]


class LeaseTaken(MailerError):
    """Another process does this already."""


def acquire(
    connection: Connection, name: str, owner: str, now: datetime, duration: timedelta
) -> bool:
    """Take or renew a lease for `duration`; False when another owner holds it.

    It holds for others from the commit on.
    """
    row = {"owner": owner, "expires": now + duration}
    change = (
        update(LEASES)
        .where(LEASES.c.name == name)
        .where(or_(LEASES.c.owner == owner, LEASES.c.expires <= now))
        .values(row)
    )
    if connection.execute(change).rowcount:
        return True
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    new = dialect.insert(LEASES).values(name=name, **row).on_conflict_do_nothing()
    # An INSERT tells how many rows it made by RETURNING alone; its rowcount is unknown.
    return connection.execute(new.returning(LEASES.c.name)).first() is not None


def renew(
    connection: Connection, name: str, owner: str, now: datetime, duration: timedelta
) -> bool:
    """Prolong a lease we hold; False when it ran out and another took it."""
    change = update(LEASES).where(LEASES.c.name == name, LEASES.c.owner == owner)
    return bool(connection.execute(change.values(expires=now + duration)).rowcount)


def release(connection: Connection, name: str, owner: str) -> None:
    """Give a lease back; another owner's stays."""
    connection.execute(delete(LEASES).where(LEASES.c.name == name, LEASES.c.owner == owner))


def expires(connection: Connection, name: str) -> datetime | None:
    """Return until when a lease is held, None where nobody holds it."""
    query = select(LEASES.c.expires).where(LEASES.c.name == name)
    return connection.execute(query).scalar()
