"""Decisions by several members, the time for objections, and the way back

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("question") as question:
        question.add_column(sa.Column("until", sa.Date(), nullable=True))
        question.add_column(sa.Column("votes", sa.JSON(), nullable=False, server_default="[]"))
        question.add_column(sa.Column("objection", sa.JSON(), nullable=True))
        question.add_column(sa.Column("effective", UTCDateTime(), nullable=True))
        question.add_column(sa.Column("undo", sa.String(), nullable=False, server_default=""))
    # The defaults were for the rows that were there; the tables name none.
    with op.batch_alter_table("question") as question:
        for name in ("votes", "undo"):
            question.alter_column(name, server_default=None)
