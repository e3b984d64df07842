"""The poller without a mailbox: what it does where it cannot even begin."""

import threading
from pathlib import Path

import pytest

from mailer.errors import Unavailable
from mailer.receive.account import ImapAccount
from mailer.receive.imap import ImapPoller
from storage.engine import open_engine
from tests.builders import NOW


def test_polls_without_a_database_count_as_failed_so_that_the_next_waits(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'away' / 'mailer.db'}")
    account = ImapAccount("council", "reps", "mail.example", "council", "secret")
    poller = ImapPoller(engine, account, "me")
    for failures in (1, 2):
        with pytest.raises(Unavailable, match="the database is not there"):
            poller.poll(NOW, threading.Event())
        assert poller.failures == failures
    engine.dispose()
