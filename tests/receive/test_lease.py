"""Leases on both kinds of database."""

from datetime import timedelta

from sqlalchemy import Engine

from mailer.receive.lease import acquire, release, renew
from storage.engine import writing
from tests.receive.builders import NOW

LEASE = timedelta(minutes=5)
LATER = NOW + timedelta(minutes=6)


def test_the_first_owner_holds_it_and_may_renew(engine: Engine) -> None:
    with writing(engine) as connection:
        assert acquire(connection, "poll", "one", NOW, LEASE)
        assert not acquire(connection, "poll", "two", NOW, LEASE)
        assert acquire(connection, "poll", "one", NOW, LEASE)
        assert renew(connection, "poll", "one", NOW, LEASE)
        assert not renew(connection, "poll", "two", NOW, LEASE)


def test_other_names_are_free(engine: Engine) -> None:
    with writing(engine) as connection:
        assert acquire(connection, "poll", "one", NOW, LEASE)
        assert acquire(connection, "send", "two", NOW, LEASE)


def test_it_can_be_taken_when_it_ran_out_or_was_given_back(engine: Engine) -> None:
    with writing(engine) as connection:
        assert acquire(connection, "poll", "one", NOW, LEASE)
        assert acquire(connection, "poll", "two", LATER, LEASE)
        assert not renew(connection, "poll", "one", LATER, LEASE)
        release(connection, "poll", "one")
        assert not acquire(connection, "poll", "three", LATER, LEASE)
        release(connection, "poll", "two")
        assert acquire(connection, "poll", "three", LATER, LEASE)
