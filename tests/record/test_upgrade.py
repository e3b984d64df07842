"""A filled database of every earlier revision becomes one of today's, on both databases."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import SQLModel

from mailer.record import trail
from storage.engine import open_engine, reading, writing
from storage.schema import _revisions, head, upgrade
from tests.record.test_schema import differences
from tests.servers.postgres import Postgres
from tests.story import ANA, BO, EVA, Received, Story

OLDER = sorted(_revisions().keys() - {head()})


@dataclass(frozen=True)
class Lived:
    """Every row of an installation that has lived through something, and a letter of it."""

    key: Path
    rows: dict[str, list[dict[str, Any]]]
    steps: Received


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    story = Story(tmp_path_factory.mktemp("lived"))
    story.write(ANA, "I finished the Coaching Training yesterday.")
    story.write(BO, "I resign as a mentor. My last day is 30 April 2027.")
    story.reply(story.digest_for(EVA), "approve 1")
    steps = story.letter_to(ANA, about="the steps")
    with reading(story.app.engine) as connection:
        rows = {
            table.name: [dict(row) for row in connection.execute(table.select()).mappings()]
            for table in SQLModel.metadata.sorted_tables
        }
    story.close()
    assert not {"pause", "mailbox", "lease"} & {name for name, found in rows.items() if found}
    return Lived(story.settings.data / "key", rows, steps)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'old.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    made = server.new_database(tables=False)
    yield made
    server.drop(made)


def fill(engine: Engine, rows: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    """Put rows into the tables as they are; return the columns that could be filled."""
    filled: dict[str, list[str]] = {}
    found = sa.inspect(engine)
    with writing(engine) as connection:
        for table in SQLModel.metadata.sorted_tables:
            if not rows[table.name] or not found.has_table(table.name):
                continue
            there = {column["name"] for column in found.get_columns(table.name)}
            columns = [sa.column(c.name, c.type) for c in table.columns if c.name in there]
            filled[table.name] = [column.name for column in columns]
            values = [{c.name: row[c.name] for c in columns} for row in rows[table.name]]
            connection.execute(sa.insert(sa.table(table.name, *columns)), values)
        if engine.dialect.name == "postgresql":
            for name, number in (("inbox", "id"), ("event", "seq")):
                sequence = f"pg_get_serial_sequence('{name}', '{number}')"
                connection.execute(sa.text(f"SELECT setval({sequence}, max({number})) FROM {name}"))
    return filled


@pytest.mark.parametrize("before", OLDER)
def test_a_filled_database_of_every_revision_keeps_its_rows_and_serves_on(
    before: str, url: str, lived: Lived, tmp_path: Path
) -> None:
    engine = open_engine(url)
    upgrade(engine, before)
    filled = fill(engine, lived.rows)

    upgrade(engine)

    assert differences(engine) == []
    with reading(engine) as connection:
        for name, columns in filled.items():
            table = SQLModel.metadata.tables[name]
            kept = [
                {key: row[key] for key in columns}
                for row in connection.execute(table.select()).mappings()
                if row.get("kind") != "trail"
            ]
            wanted = [{key: row[key] for key in columns} for row in lived.rows[name]]
            assert sorted(map(repr, kept)) == sorted(map(repr, wanted)), name
        assert trail.check(connection, "reps").fault is None
    engine.dispose()

    if before != OLDER[0]:
        return  # The rows are the same; that the oldest one is served is enough.
    shutil.copytree(lived.key.parent, tmp_path / "data", ignore=shutil.ignore_patterns("*.db*"))
    story = Story(tmp_path, url)
    number = story.reply(lived.steps, "done 1")
    assert story.outcome(number) == "applied"
    story.close()
