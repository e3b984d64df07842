"""The trail over the ledger, and the pause

Lines that are there are sealed as they stand now, and a line says how many they were: what
happened to them before cannot be known. It bears the time of the last of them.

Revision ID: 0004
Revises: 0003
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from storage import trail

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_BATCH = 500
_SEALS = ("place", "salt", "digest", "hash")
_EVENT = sa.table(
    "event",
    sa.column("seq", sa.BigInteger()),
    sa.column("id", sa.String()),
    sa.column("programme", sa.String()),
    sa.column("at", UTCDateTime()),
    sa.column("kind", sa.String()),
    sa.column("name", sa.String()),
    sa.column("case_id", sa.String()),
    sa.column("person", sa.String()),
    sa.column("inbox", sa.BigInteger()),
    sa.column("text", sa.String()),
    sa.column("details", sa.JSON()),
    sa.column("news", sa.Boolean()),
    sa.column("place", sa.BigInteger()),
    sa.column("salt", sa.String()),
    sa.column("digest", sa.String()),
    sa.column("hash", sa.String()),
)
"""The ledger as it is at this revision."""


def upgrade() -> None:
    op.create_table(
        "pause",
        sa.Column("programme", AutoString(), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("by", AutoString(), nullable=False),
        sa.Column("reason", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("programme", name=op.f("pk_pause")),
    )
    made = op.create_table(
        "trail",
        sa.Column("programme", AutoString(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("hash", AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("programme", name=op.f("pk_trail")),
    )
    kept = {"sqlite_autoincrement": True}  # A number that was given is never given again.
    with op.batch_alter_table("event", table_kwargs=kept) as event:
        for name in ("place", "rewritten"):
            event.add_column(sa.Column(name, sa.BigInteger(), nullable=True))
        for name in ("salt", "digest", "hash"):
            event.add_column(sa.Column(name, AutoString(), nullable=True))
    ends = _sealed(op.get_bind())
    if ends:
        op.bulk_insert(made, ends)
    with op.batch_alter_table("event", table_kwargs=kept) as event:
        event.alter_column("place", existing_type=sa.BigInteger(), nullable=False)
        for name in ("salt", "digest", "hash"):
            event.alter_column(name, existing_type=AutoString(), nullable=False)
        event.create_unique_constraint(op.f("uq_event_programme_place"), ["programme", "place"])


def _sealed(connection: sa.Connection) -> list[dict[str, object]]:
    """Seal what is there; return the end of each programme's trail."""
    ends: dict[str, tuple[int, str]] = {}
    change = (
        sa.update(_EVENT)
        .where(_EVENT.c.seq == sa.bindparam("b_seq"))
        .values({name: sa.bindparam(f"b_{name}") for name in _SEALS})
    )
    query = sa.select(_EVENT).order_by(_EVENT.c.seq).limit(_BATCH)
    last, at = 0, datetime.min.replace(tzinfo=UTC)
    while rows := connection.execute(query.where(_EVENT.c.seq > last)).mappings().all():
        changes = []
        for row in rows:
            programme = row["programme"]
            place, before = ends.get(programme, (0, trail.genesis(programme)))
            sealed = trail.seal(before, row, place + 1)
            ends[programme] = (place + 1, sealed["hash"])
            changes.append({"b_seq": row["seq"], **{f"b_{n}": sealed[n] for n in _SEALS}})
        connection.execute(change, changes)
        last, at = rows[-1]["seq"], rows[-1]["at"]
    for programme, (place, before) in list(ends.items()):
        began = trail.seal(before, _began(programme, place, at), place + 1)
        del began["rewritten"]
        connection.execute(sa.insert(_EVENT), began)
        ends[programme] = (place + 1, began["hash"])
    return [{"programme": name, "place": end[0], "hash": end[1]} for name, end in ends.items()]


def _began(programme: str, older: int, at: datetime) -> dict[str, object]:
    return {
        "id": f"trail-{programme}",
        "programme": programme,
        "at": at,
        "kind": "trail",
        "name": "began",
        "case_id": None,
        "person": None,
        "inbox": None,
        "text": f"the trail begins; the {older} lines before it are sealed as they stand",
        "details": {"older": older},
        "news": False,
    }
