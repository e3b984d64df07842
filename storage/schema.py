"""Bringing a database to the schema of this version, and saying how far it is.

Alembic is imported only where a revision is applied: it takes as long to load as the rest of a
command, and nearly every command finds its database at the schema of this version.
"""

import re
from functools import cache
from importlib.resources import files

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, inspect, select, text

from storage.engine import reading, writing

_VERSION = Table("alembic_version", MetaData(), Column("version_num", String))
_NAMED = re.compile(r'^(revision|down_revision) = (?:"(\w+)"|None)$', re.MULTILINE)

_LOCK = 7_241_905_113
"""The key of the advisory lock under which one process migrates while others wait."""


def upgrade(engine: Engine, to: str = "head") -> None:
    """Apply every revision that the database lacks up to one, in one transaction."""
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(files("storage") / "migrations"))
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def revision(engine: Engine) -> str | None:
    """Return the revision that the database has, None for an empty one."""
    with reading(engine) as connection:
        return revision_of(connection)


def revision_of(connection: Connection) -> str | None:
    """Return the revision that the database behind a connection has, None for an empty one."""
    if not inspect(connection).has_table(_VERSION.name):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()


def head() -> str:
    """Return the revision that this version needs."""
    before = _revisions()
    last = before.keys() - before.values()
    if len(last) != 1:
        raise RuntimeError(f"the package has {len(last)} last revisions; expected one")
    return last.pop()


def is_known(found: str | None) -> bool:
    """Say whether this version knows a revision; a newer version's it does not."""
    return found is None or found in _revisions()


@cache
def _revisions() -> dict[str, str | None]:
    """Return each revision of the package with the one before it, from the text of its file."""
    named = [
        {name: value or None for name, value in _NAMED.findall(file.read_text(encoding="utf-8"))}
        for file in (files("storage") / "migrations" / "versions").iterdir()
        if file.name.endswith(".py")
    ]
    return {str(one["revision"]): one["down_revision"] for one in named}
