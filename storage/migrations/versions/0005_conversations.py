"""Conversations of automatic answers, and their turns

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("letter") as letter:
        letter.add_column(sa.Column("thread", sa.String(), nullable=False, server_default=""))
        letter.add_column(sa.Column("turn", sa.Integer(), nullable=False, server_default="0"))
        letter.create_index("ix_letter_programme_created", ["programme", "created"])
    # The defaults were for the rows that were there; the tables name none.
    with op.batch_alter_table("letter") as letter:
        for name in ("thread", "turn"):
            letter.alter_column(name, server_default=None)
