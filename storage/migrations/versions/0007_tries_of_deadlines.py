"""How often a deadline of a case was taken up and not met: one that kills the process is set aside

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case", sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
