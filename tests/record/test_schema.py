"""The revisions and the tables say the same, on both databases and from several processes."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata
from mailer.record import trail
from storage import bulk
from storage.engine import open_engine, reading, writing
from storage.schema import head, revision, upgrade
from tests.servers.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.new_database(tables=False)
    yield url
    server.drop(url)


@pytest.fixture
def bare(bare_url: str) -> Iterator[Engine]:
    opened = open_engine(bare_url)
    yield opened
    opened.dispose()


def differences(engine: Engine) -> list[object]:
    with reading(engine) as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        return list(compare_metadata(context, SQLModel.metadata))


def test_the_revisions_make_exactly_the_tables(bare: Engine) -> None:
    assert revision(bare) is None
    upgrade(bare)
    assert revision(bare) == head()
    assert differences(bare) == []


def test_upgrading_twice_is_harmless(bare: Engine) -> None:
    upgrade(bare)
    upgrade(bare)
    assert revision(bare) == head()
    assert differences(bare) == []


def test_lines_of_before_the_trail_are_sealed_as_they_stand(bare: Engine) -> None:
    upgrade(bare, "0003")
    old = (
        "INSERT INTO event (id, programme, at, kind, name, news, text, details) VALUES "
        "('{0}', '{1}', '2027-01-04 09:00:00', 'note', 'n', false, 'Grüße', "
        '\'{{"b": 1, "a": [2]}}\')'
    )
    with writing(bare) as connection:
        for number in range(1200):
            connection.exec_driver_sql(old.format(f"e{number}", "other" if number == 3 else "reps"))
    upgrade(bare)

    assert differences(bare) == []
    with reading(bare) as connection:
        found = trail.check(connection, "reps")
        assert (found.fault, found.place, found.older) == (None, 1200, 1199)
        assert trail.check(connection, "other").place == 2
        if bare.dialect.name == "sqlite":
            made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'event'")
            assert "AUTOINCREMENT" in str(made.scalar())


def _upgrade(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()


def test_processes_that_upgrade_at_once_wait_for_each_other(bare_url: str, bare: Engine) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_upgrade, args=(bare_url,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert differences(bare) == []


def test_the_template_of_the_tests_is_the_present_schema(engine: Engine) -> None:
    assert differences(engine) == []
    assert "inbox" in inspect(engine).get_table_names()


def rows_of(engine: Engine) -> dict[str, int]:
    table = SQLModel.metadata.tables["counter"]
    with reading(engine) as connection:
        return {row.name: row.value for row in connection.execute(table.select())}


def counter(name: str, value: int) -> dict[str, object]:
    return {"programme": "reps", "name": name, "value": value}


def test_put_replaces_and_insert_new_keeps(engine: Engine) -> None:
    table = SQLModel.metadata.tables["counter"]
    with writing(engine) as connection:
        bulk.put(connection, table, [counter("a", 1), counter("b", 1), counter("b", 2)])
        bulk.insert_new(connection, table, [counter("a", 9), counter("c", 3)])
        bulk.put(connection, table, [])
        bulk.insert_new(connection, table, [])
    assert rows_of(engine) == {"a": 1, "b": 2, "c": 3}


def test_delete_takes_what_is_named_and_nothing_else(engine: Engine) -> None:
    table = SQLModel.metadata.tables["counter"]
    with writing(engine) as connection:
        bulk.put(connection, table, [counter(name, 1) for name in "abc"])
        bulk.delete(connection, table, "name", ["a", "c", "unknown"])
        bulk.delete(connection, table, "name", [])
    assert rows_of(engine) == {"b": 1}


def test_a_transaction_that_fails_leaves_no_rows(engine: Engine) -> None:
    def failing() -> None:
        with writing(engine, "reps") as connection:
            bulk.put(connection, SQLModel.metadata.tables["counter"], [counter("a", 1)])
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        failing()
    assert rows_of(engine) == {}
