"""What Alembic runs: the connection comes from `storage.schema`."""

from alembic import context
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,  # SQLite changes a table by copying it.
)
with context.begin_transaction():
    context.run_migrations()
