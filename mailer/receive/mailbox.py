"""What is remembered of a polled folder between polls: one `MailboxRow`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables import MailboxRow

MAILBOXES = MailboxRow.metadata.tables["mailbox"]
C = MAILBOXES.c


@dataclass(frozen=True, slots=True)
class MailboxState:
    """`last_uid` is the highest UID stored under `uidvalidity`; None: never polled to the end."""

    uidvalidity: int | None = None
    last_uid: int = 0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class MailboxStatus:
    """How polling goes: the last success, the failures since, and the words of the last fault."""

    name: str
    programme: str
    last_ok: datetime | None
    failures: int
    error: str


def statuses(connection: Connection) -> list[MailboxStatus]:
    """Return the status of every polled folder, by name."""
    columns = [C[name] for name in MailboxStatus.__dataclass_fields__]
    rows = connection.execute(select(*columns).order_by(C.name))
    return [MailboxStatus(*row) for row in rows]


def load(connection: Connection, name: str, programme: str) -> MailboxState:
    """Return the state of a folder; a new folder gets its row."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    new = dialect.insert(MAILBOXES).values(
        name=name, programme=programme, last_uid=0, failures=0, error=""
    )
    connection.execute(new.on_conflict_do_nothing())
    query = select(C.uidvalidity, C.last_uid, C.failures).where(C.name == name)
    return MailboxState(*connection.execute(query).one())


def stored(connection: Connection, name: str, uidvalidity: int, last_uid: int) -> None:
    """Note how far the folder was stored, in the transaction that stores."""
    change = update(MAILBOXES).where(C.name == name)
    connection.execute(change.values(uidvalidity=uidvalidity, last_uid=last_uid))


def succeeded(connection: Connection, name: str, now: datetime, note: str = "") -> None:
    """Note a poll that came to its end. `note` tells of a fault that did not stop it."""
    change = update(MAILBOXES).where(C.name == name)
    connection.execute(change.values(last_ok=now, failures=0, error=note))


def failed(connection: Connection, name: str, error: str) -> int:
    """Count a failed poll, keep its words, and return how many failed in a row."""
    change = (
        update(MAILBOXES)
        .where(C.name == name)
        .values(failures=func.coalesce(C.failures, 0) + 1, error=error)
        .returning(C.failures)
    )
    return connection.execute(change).scalar_one_or_none() or 0
