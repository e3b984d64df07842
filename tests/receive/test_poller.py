"""The poller where it cannot even begin: without a database, or without anything."""

import socket
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from mailer.errors import Unavailable
from mailer.receive.account import ImapAccount, Security
from mailer.receive.imap import ImapPoller
from storage.engine import open_engine
from tests.builders import NOW
from tests.servers.postgres import create_tables

GO_ON = threading.Event()


def _account(port: int = 993) -> ImapAccount:
    security = Security.NONE
    return ImapAccount("box", "reps", "127.0.0.1", "council", "secret", None, port, security)


def test_polls_without_a_database_count_as_failed_so_that_the_next_waits(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'away' / 'mailer.db'}")
    poller = ImapPoller(engine, _account(), "me")
    for failures in (1, 2):
        with pytest.raises(Unavailable, match="the database is not there"):
            poller.poll(NOW, GO_ON)
        assert poller.failures == failures
    engine.dispose()


def test_a_failure_that_cannot_be_written_down_counts_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "mailer.db"
    create_tables(f"sqlite:///{file}")
    engine = open_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", lambda link, _: link.execute("PRAGMA busy_timeout=10"))
    locked = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    with closing(locked), socket.create_server(("127.0.0.1", 0)) as server:

        def break_off() -> None:
            link, _ = server.accept()
            locked.execute("BEGIN IMMEDIATE")
            link.close()

        threading.Thread(target=break_off).start()
        poller = ImapPoller(engine, _account(server.getsockname()[1]), "me")
        with pytest.raises(Unavailable, match="locked"):
            poller.poll(NOW, GO_ON)
    assert poller.failures == 1
    engine.dispose()
