"""Which processes are alive, whose turn a programme is, and what a dead process left behind.

All of it is rows of the table `lease`. A worker signs every few seconds; one whose sign ran out
counts as dead. A programme's turn is held from the claim of its mails until they are decided, so
that mails are decided in the order in which they came, by whichever process. No session of the
database is tied to a turn, so a pooler may stand in between. A process that only looked dead does
no harm when it goes on: its mails' attempts tell that another one has claimed them since.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, exists, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.engine import try_lock
from storage.tables import InboxRow, LeaseRow

LEASE = LeaseRow.metadata.tables["lease"]
INBOX = InboxRow.metadata.tables["inbox"]
C = LEASE.c

ALIVE = timedelta(seconds=30)
"""How long a sign of life is believed. Clocks of machines must differ by less."""
_WORKER = "worker:"
_TURN = "turn:"


@dataclass(frozen=True, slots=True)
class Worker:
    """A process, by its last sign. `key` is the fingerprint of its reply tokens' key."""

    owner: str
    roles: tuple[str, ...]
    key: str
    signed: datetime
    alive: bool


def sign(
    connection: Connection, owner: str, roles: Collection[str], key: str, now: datetime
) -> None:
    """Say that a worker is alive."""
    name = f"{_WORKER}{key}:{'+'.join(roles)}:{owner}"
    row = {"owner": owner, "expires": now + ALIVE}
    if not connection.execute(update(LEASE).where(C.name == name).values(row)).rowcount:
        _insert(connection, name, owner, now + ALIVE)


def leave(connection: Connection, owner: str) -> None:
    """Give back whatever a worker holds, and its sign, when it ends in order."""
    connection.execute(delete(LEASE).where(C.owner == owner))


def workers(connection: Connection, now: datetime) -> list[Worker]:
    """Return every worker that is alive, or died and was not noticed yet; the newest sign last."""
    query = select(LEASE).where(C.name.startswith(_WORKER)).order_by(C.expires, C.name)
    found = []
    for row in connection.execute(query):
        _, key, roles, _ = row.name.split(":", 3)
        signed = row.expires - ALIVE
        found.append(Worker(row.owner, tuple(roles.split("+")), key, signed, row.expires > now))
    return found


def take_turn(
    connection: Connection, programme: str, owner: str, now: datetime, until: datetime
) -> bool:
    """Take or keep a programme's turn; False while another worker has it."""
    name = f"{_TURN}{programme}"
    values = {"b_name": name, "b_owner": owner, "b_now": now, "b_until": until}
    if connection.execute(_TAKE_TURN, values).rowcount:
        return True
    if connection.execute(_TURN_OF, {"b_name": name}).first():
        return False
    return _insert(connection, name, owner, until)


def end_turn(connection: Connection, programme: str, owner: str) -> None:
    """Give a programme's turn back."""
    name = f"{_TURN}{programme}"
    connection.execute(_END_TURN, {"b_name": name, "b_owner": owner})


def bury(connection: Connection, now: datetime) -> list[str]:
    """Take from the dead what they held, and return who died.

    The mails of a turn carry its end as their own, by which they are found. What is just being
    decided under the programme's lock is left for the next time: whoever decides is alive.
    """
    sign_of = LEASE.alias("sign")
    over = and_(sign_of.c.name.startswith(_WORKER), sign_of.c.expires <= now)
    query = select(C.name, C.owner, C.expires).where(
        exists().where(sign_of.c.owner == C.owner, over)
    )
    found = connection.execute(query.order_by(C.name)).all()
    held = {row.owner for row in found if not _free(connection, row.name, row.owner, row.expires)}
    gone = sorted({row.owner for row in found} - held)
    signs = and_(C.name.startswith(_WORKER), C.owner.in_(gone), C.expires <= now)
    return sorted(connection.execute(delete(LEASE).where(signs).returning(C.owner)).scalars())


def _free(connection: Connection, name: str, owner: str, expires: datetime) -> bool:
    """Free one thing that a dead worker held; False where that must wait."""
    if name.startswith(_WORKER):
        return True
    if name.startswith(_TURN):
        programme = name.removeprefix(_TURN)
        if not try_lock(connection, programme):
            return False
        theirs = and_(INBOX.c.programme == programme, INBOX.c.state == "received")
        held = and_(theirs, INBOX.c.lease_until == expires)
        connection.execute(update(INBOX).where(held).values(lease_until=None))
    same = and_(C.name == name, C.owner == owner, C.expires == expires)
    connection.execute(delete(LEASE).where(same))
    return True


def _insert(connection: Connection, name: str, owner: str, expires: datetime) -> bool:
    row = {"name": name, "owner": owner, "expires": expires}
    # An INSERT tells how many rows it made by RETURNING alone; its rowcount is unknown.
    return connection.execute(_new(connection.dialect.name), row).first() is not None


# Built once: building a statement takes longer than carrying it out.
_NAMED = C.name == bindparam("b_name")
_MINE = C.owner == bindparam("b_owner")
_TAKE_TURN = (
    update(LEASE)
    .where(_NAMED, or_(_MINE, C.expires <= bindparam("b_now")))
    .values(owner=bindparam("b_owner"), expires=bindparam("b_until"))
)
_TURN_OF = select(C.name).where(_NAMED)
_END_TURN = delete(LEASE).where(_NAMED, _MINE)


@cache
def _new(dialect: str) -> Any:
    insert = postgresql.insert(LEASE) if dialect == "postgresql" else sqlite.insert(LEASE)
    return insert.on_conflict_do_nothing().returning(C.name)
