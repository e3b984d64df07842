"""Two worker processes over one PostgreSQL, one of which is killed in the middle of its work."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailer.app import App
from mailer.cli import app as cli
from mailer.installation import now
from mailer.record.presence import Presence
from mailer.roles import Role
from mailer.settings import load
from storage.workers import ALIVE
from tests.benchmarks.crowd import Crowd
from tests.servers.postgres import Postgres

PROGRAMMES, EACH = 3, 16


@pytest.fixture
def crowd(tmp_path: Path, postgres: Postgres) -> Iterator[Crowd]:
    found = Crowd(tmp_path, PROGRAMMES, postgres.new_database())
    found.write_settings()
    found.enrol()
    yield found
    found.close()
    postgres.drop(found.database)


def test_a_killed_worker_loses_nothing_and_order_is_kept(crowd: Crowd) -> None:
    with crowd.workers(2, "work") as (first, _):
        count = crowd.receive(EACH)
        # Stopped first, so that it is killed while a turn is its own.
        turn = "SELECT name FROM lease WHERE name LIKE 'turn:%' AND owner LIKE '%:{}:%'"
        turn = turn.format(first.pid)
        while not crowd.column(turn):
            os.kill(first.pid, signal.SIGCONT)
            crowd.wait(lambda: crowd.column(turn) or not crowd.waiting(), 50)
            assert crowd.waiting(), "it was done before it was killed"
            os.kill(first.pid, signal.SIGSTOP)
        first.kill()
        first.wait()
        crowd.wait(lambda: crowd.waiting() <= EACH, 50)
    assert len(crowd.column(turn)) == 1
    assert crowd.waiting() == EACH, "what the dead one had waits until it counts as dead"

    with closing(App(load(crowd.config), lambda: now() + 2 * ALIVE, [Role.WORK])) as later:
        later.once()

    assert crowd.faults(count) == []
    assert crowd.column("SELECT name FROM lease") == []


def test_roles_run_apart(crowd: Crowd) -> None:
    count = crowd.receive(1)
    settings = load(crowd.config)
    with (
        closing(App(settings, roles=[Role.WORK])) as works,
        closing(App(settings, roles=[Role.DELIVER])) as delivers,
    ):
        delivers.once()
        assert crowd.waiting() == count
        assert set(crowd.column("SELECT state FROM letter")) == {"sent"}

        assert works.once().handled == count
        assert set(crowd.column("SELECT state FROM letter")) == {"sent", "queued"}

        delivers.once()
    assert set(crowd.column("SELECT state FROM letter")) == {"sent"}
    assert crowd.faults(count) == []


def test_check_lists_the_processes(crowd: Crowd) -> None:
    command = ["--config", str(crowd.config), "check"]
    with Presence(crowd.opened(), "host:1:a", ["work", "deliver"], b"key", now):
        told = CliRunner().invoke(cli, command).output
        assert "the service is running" in told
        assert "process host:1:a: work, deliver" in told
    assert "the service is not running; never started" in CliRunner().invoke(cli, command).output


def test_a_part_that_is_none_is_refused(crowd: Crowd) -> None:
    done = CliRunner().invoke(cli, ["--config", str(crowd.config), "run", "--only", "sleep"])
    assert done.exit_code == 2
    assert "'sleep' is not one of 'receive', 'work', 'deliver'" in done.output
