"""Bringing a database to the schema of this version, and saying how far it is."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from storage.engine import reading, writing

_LOCK = 7_241_905_113
"""The key of the advisory lock under which one process migrates while others wait."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("storage") / "migrations"))
    return config


def upgrade(engine: Engine, to: str = "head") -> None:
    """Apply every revision that the database lacks up to one, in one transaction."""
    config = _config()
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def revision(engine: Engine) -> str | None:
    """Return the revision that the database has, None for an empty one."""
    with reading(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """Return the revision that this version needs."""
    found = ScriptDirectory.from_config(_config()).get_current_head()
    if found is None:
        raise RuntimeError("the package holds no revision")
    return found


def is_known(found: str | None) -> bool:
    """Say whether this version knows a revision; a newer version's it does not."""
    script = ScriptDirectory.from_config(_config())
    return found is None or found in {one.revision for one in script.walk_revisions()}
