"""The schema's history, kept by Alembic. `storage.schema` applies it."""
