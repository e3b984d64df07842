"""What a year of mentoring adds: breaks, alumni, reviews, contacts and one reminder a day

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("person") as person:
        for name in ("left_on", "away_from", "away_until"):
            person.add_column(sa.Column(name, sa.Date(), nullable=True))
        for name in ("zone", "substitute"):
            person.add_column(sa.Column(name, sa.String(), nullable=True))
    with op.batch_alter_table("mentorship") as pair:
        for name in ("review", "last_contact", "last_meeting"):
            pair.add_column(sa.Column(name, sa.Date(), nullable=True))
        for name in ("reason", "agreed"):
            pair.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
        pair.add_column(
            sa.Column("temporary", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("letter") as letter:
        letter.add_column(
            sa.Column("reminder", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    # The defaults were for the rows that were there; the tables name none.
    for table, names in {
        "mentorship": ("reason", "agreed", "temporary"),
        "letter": ("reminder",),
    }.items():
        with op.batch_alter_table(table) as changed:
            for name in names:
                changed.alter_column(name, server_default=None)
