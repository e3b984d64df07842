"""Whose turn a programme is, who is alive, and what the dead leave, on both databases."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from mailer.errors import MailerError
from mailer.record import rounds
from mailer.record.book import Book
from mailer.record.desk import Desk
from mailer.record.presence import Presence, present
from mailer.render.templates import Templates
from mailer.rules.procedures import PROCEDURES
from mailer.rules.records import Case
from storage import inbox, workers
from storage.engine import reading, writing
from storage.inbox import Arrival
from storage.workers import ALIVE, bury, sign
from tests.builders import NOW, POLICY

BOOK = Book(POLICY, Templates(), b"key", "reps@reps.example")
DEAD = NOW + ALIVE


@pytest.fixture
def one(engine: Engine) -> Iterator[Desk]:
    """The desk of the process `one`; two mails wait, and both processes have signed."""
    with writing(engine) as connection:
        mails = [
            Arrival(programme="reps", source="file", received=NOW, data=data)
            for data in (b"a", b"b")
        ]
        assert len(inbox.store(connection, mails)) == 2
        sign(connection, "one", ["work"], "k", NOW)
        sign(connection, "two", ["work"], "k", NOW)
    return Desk(engine, BOOK, "one")


def two(engine: Engine) -> Desk:
    return Desk(engine, BOOK, "two")


def buried(engine: Engine, at: Any, *alive: str) -> list[str]:
    with writing(engine) as connection:
        for owner in alive:
            sign(connection, owner, ["work"], "k", at)
        return bury(connection, at)


def test_later_mails_wait_while_another_has_the_turn(engine: Engine, one: Desk) -> None:
    assert len(one.claim(NOW, 1)) == 1
    assert two(engine).claim(NOW, 1) == []

    one.end_turn()

    assert len(two(engine).claim(NOW, 1)) == 1


def test_a_turn_without_mails_is_given_back_at_once(engine: Engine, one: Desk) -> None:
    assert one.claim(NOW, 1, after=9) == []
    assert len(two(engine).claim(NOW, 5)) == 2


def test_a_turn_ends_with_the_transaction_that_decides_its_mails(engine: Engine, one: Desk) -> None:
    one.claim(NOW, 1)
    with pytest.raises(RuntimeError), one.unit(NOW, ends_turn=True):
        raise RuntimeError
    assert two(engine).claim(NOW, 1) == []

    with one.unit(NOW, ends_turn=True):
        pass

    assert len(two(engine).claim(NOW, 1)) == 1


def test_a_deadline_waits_while_another_has_the_turn(engine: Engine, one: Desk) -> None:
    with one.unit(NOW) as unit:
        stands = Case(
            "c", "digest", "running", PROCEDURES["digest"].data(), NOW, due={"digest": NOW}
        )
        unit._kept.cases["c"] = stands
    claimed = one.claim(NOW, 5)
    assert len(claimed) == 2
    assert two(engine).due(NOW, 5) == []

    one.end_turn()

    assert [case.id for case in two(engine).due(NOW, 5)] == ["c"]


def test_what_a_dead_worker_held_is_free_for_the_next(engine: Engine, one: Desk) -> None:
    first = one.claim(NOW, 1)
    assert buried(engine, DEAD - timedelta(seconds=1), "two") == []
    assert two(engine).claim(DEAD, 5) == []

    assert buried(engine, DEAD, "two") == ["one"]

    again = two(engine).claim(DEAD, 5)
    assert [mail.id for mail in again] == [mail.id for mail in first]
    assert [mail.attempts for mail in again] == [2]
    assert buried(engine, DEAD, "two") == []


def test_a_worker_that_only_looked_dead_decides_nothing_of_what_another_took(
    engine: Engine, one: Desk
) -> None:
    first = one.claim(NOW, 2)
    buried(engine, DEAD, "two")
    taken = two(engine).claim(DEAD, 1)
    with one.unit(DEAD) as unit:
        mine, _ = unit.mine(first)
    assert mine == {mail.id for mail in first} - {mail.id for mail in taken}


def test_a_mail_that_was_put_off_stays_so_when_its_worker_dies(engine: Engine, one: Desk) -> None:
    first, second = one.claim(NOW, 2)
    later = DEAD + timedelta(minutes=1)
    with writing(engine) as connection:
        inbox.release(connection, [first.id], until=later, reason="waits")
    buried(engine, DEAD, "two")
    assert [mail.id for mail in two(engine).claim(DEAD, 2)] == [second.id]


def test_whoever_decides_is_alive(engine: Engine, one: Desk) -> None:
    """Nothing is taken from a worker in the middle of its transaction, whatever its sign."""
    if engine.dialect.name == "sqlite":
        return  # Its one writer holds up the burial until then.
    one.claim(NOW, 1)
    with one.unit(NOW):
        assert buried(engine, DEAD, "two") == []
    assert buried(engine, DEAD, "two") == ["one"]


def test_a_process_is_present_for_as_long_as_its_block_lasts(engine: Engine) -> None:
    with Presence(engine, "host:1:a", ["work", "deliver"], b"key", lambda: NOW):
        with reading(engine) as connection:
            found = present(connection, NOW)
        with writing(engine) as connection:
            assert workers.take_turn(connection, "reps", "host:1:a", NOW, DEAD)
    assert found == [
        {"owner": "host:1:a", "roles": ("work", "deliver"), "signed": NOW, "alive": True}
    ]
    with reading(engine) as connection:
        assert present(connection, NOW) == []
    assert two(engine).claim(NOW, 1) == []
    with writing(engine) as connection:
        assert workers.take_turn(connection, "reps", "another", NOW, DEAD)


def test_a_process_with_another_key_is_refused(engine: Engine) -> None:
    with Presence(engine, "host:1:a", ["work"], b"key", lambda: NOW):
        other = Presence(engine, "host:2:b", ["work"], b"another", lambda: NOW)
        with pytest.raises(MailerError, match="host:1:a works on this database with another key"):
            other.__enter__()
        with Presence(engine, "host:3:c", ["deliver"], b"key", lambda: NOW):
            pass


def test_only_programmes_with_something_to_do_are_looked_at(engine: Engine, one: Desk) -> None:
    names = ["reps", "summer", "no's"]
    assert rounds.with_mail(engine, names, NOW) == {"reps"}
    assert rounds.with_mail(engine, ["summer"], NOW) == set()
    one.claim(NOW, 5)
    assert rounds.with_mail(engine, names, NOW) == set()
    assert rounds.with_deadline(engine, names, NOW) == set()
