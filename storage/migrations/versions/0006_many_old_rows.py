"""Indexes for what is asked every day, so that years of old rows cost nothing

Whether a case is open stands with its parties too: nobody's closed cases need to be looked through.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_CASE = sa.table("case", sa.column("id"), sa.column("closed"))
_PARTY = sa.table("party", sa.column("case_id"), sa.column("open", sa.Boolean()))
_OPEN = sa.text("closed IS NULL")
_KEPT = sa.text("length(data) > 0")


def upgrade() -> None:
    op.add_column(
        "party", sa.Column("open", sa.Boolean(), nullable=False, server_default=sa.true())
    )
    closed = sa.select(_CASE.c.id).where(_CASE.c.closed.is_not(None))
    op.execute(sa.update(_PARTY).where(_PARTY.c.case_id.in_(closed)).values(open=False))
    with op.batch_alter_table("party") as party:  # The default was for the rows that were there.
        party.alter_column("open", server_default=None)
    _where("ix_party_open", "party", ["person"], sa.text("open"))
    _where("ix_case_open", "case", ["programme", "procedure"], _OPEN)
    _where("ix_inbox_kept", "inbox", ["programme", "received"], _KEPT)
    _where("ix_letter_kept", "letter", ["programme", "created"], _KEPT)
    op.create_index(op.f("ix_letter_cause"), "letter", ["cause"])
    op.create_index("ix_letter_person_created", "letter", ["person", "created"])


def _where(name: str, table: str, columns: list[str], where: sa.TextClause) -> None:
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)
