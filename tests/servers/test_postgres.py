"""The databases that other tests stand on."""

import pytest
from sqlalchemy import Engine, insert, inspect, select, text
from sqlmodel import SQLModel

from storage.engine import open_engine, reading, writing
from storage.tables import CounterRow
from tests.servers.postgres import Postgres


def test_database_has_every_table(engine: Engine) -> None:
    assert set(SQLModel.metadata.tables) <= set(inspect(engine).get_table_names())


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_gets_an_empty_database(engine: Engine, turn: int) -> None:
    with writing(engine, "reps") as connection:
        connection.execute(insert(CounterRow).values(programme="reps", name="n"))
    with reading(engine) as connection:
        assert len(connection.execute(select(CounterRow)).all()) == 1


def test_server_keeps_committed_rows_through_a_crash(postgres: Postgres) -> None:
    url = postgres.new_database()
    engine = open_engine(url)
    with writing(engine) as connection:
        connection.execute(insert(CounterRow).values(programme="reps", name="n"))
    postgres.kill()
    postgres.start()
    with reading(engine) as connection:
        assert len(connection.execute(select(CounterRow)).all()) == 1
    engine.dispose()
    postgres.drop(url)


def test_a_connection_is_replaced_when_it_is_old(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engine.RECYCLE_SECONDS", 0)
    engine = open_engine(postgres.new_database(tables=False))
    backends = []
    for _ in range(2):
        with reading(engine) as connection:
            backends.append(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
    engine.dispose()
    assert len(set(backends)) == 2
