"""The outbox as rows: who may take which letter, and what a list or a prefix shows."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert

from storage import outbox
from storage.engine import writing
from storage.outbox import LetterResult
from storage.tables import LetterRow

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
LEASE = timedelta(minutes=15)


def put(engine: Engine, *letters: str, **more: Any) -> None:
    rows = [
        {
            "id": letter, "programme": "p", "cause": "c", "template": "t", "subject": "s",
            "address": "a@example.org", "message_id": f"<{letter}@example.org>",
            "automatic": False, "created": NOW, "state": "queued", "attempts": 0,
            "not_before": NOW, "reply": "", "data": b"x",
        } | more
        for letter in letters
    ]  # fmt: skip
    with writing(engine) as connection:
        connection.execute(insert(LetterRow.__table__), rows)  # type: ignore[attr-defined]


def state(engine: Engine, letter: str) -> str:
    with writing(engine) as connection:
        found = outbox.read(connection, letter)
    assert found is not None
    return found.line.state


def test_a_letter_is_taken_once_until_its_lease_runs_out(engine: Engine) -> None:
    put(engine, "a")
    with writing(engine) as connection:
        assert [found.id for found in outbox.claim(connection, NOW, 9, LEASE)] == ["a"]
        assert outbox.claim(connection, NOW, 9, LEASE) == []
        assert outbox.next_due(connection) == NOW + LEASE
        assert [found.id for found in outbox.claim(connection, NOW + LEASE, 9, LEASE)] == ["a"]


def test_a_lost_lease_forbids_sending(engine: Engine) -> None:
    put(engine, "a")
    with writing(engine) as connection:
        [first] = outbox.claim(connection, NOW, 9, LEASE)
        [second] = outbox.claim(connection, NOW + LEASE, 9, LEASE)
        assert not outbox.mark_sending(connection, first, NOW + 3 * LEASE)
        assert outbox.mark_sending(connection, second, NOW + 3 * LEASE)


def test_a_late_result_counts_only_when_the_letter_was_sent(engine: Engine) -> None:
    put(engine, "a", "b")
    with writing(engine) as connection:
        old = outbox.claim(connection, NOW, 9, LEASE)
        outbox.claim(connection, NOW + LEASE, 9, LEASE)
        results = [
            LetterResult("a", "sent", "250 OK", old[0].lease_until, sent=NOW),
            LetterResult("b", "failed", "550 no", old[1].lease_until),
        ]
        outbox.mark_results(connection, results)
    assert (state(engine, "a"), state(engine, "b")) == ("sent", "queued")


def test_what_a_dead_courier_left_is_in_doubt(engine: Engine) -> None:
    put(engine, "a", state="sending", lease_until=NOW)
    put(engine, "b", state="sending", lease_until=NOW + LEASE)
    put(engine, "c", state="sending", lease_until=NOW, give_up=NOW)
    put(engine, "d", state="unknown", give_up=NOW)
    with writing(engine) as connection:
        recovered = outbox.recover(connection, NOW)
        assert (recovered.unknown, recovered.failed) == (("a",), ("c", "d"))
        assert outbox.due_unknown(connection, NOW, 9, LEASE) == []
        later = outbox.due_unknown(connection, NOW + timedelta(minutes=30), 9, LEASE)
        assert [(found.id, found.attempts) for found in later] == [("a", 1)]


def test_next_due_is_the_earliest_of_all_that_waits(engine: Engine) -> None:
    with writing(engine) as connection:
        assert outbox.next_due(connection) is None
    put(engine, "a", state="sent")
    put(engine, "b", not_before=NOW + timedelta(hours=2))
    put(engine, "c", state="sending", lease_until=NOW + timedelta(hours=1))
    with writing(engine) as connection:
        assert outbox.next_due(connection) == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("before", "requeued", "cancelled"),
    [
        ("queued", False, True),
        ("sending", False, False),
        ("sent", False, False),
        ("unknown", True, True),
        ("failed", True, False),
        ("suppressed", True, False),
        ("cancelled", True, False),
    ],
)
def test_which_letters_may_be_sent_anew_or_stopped(
    engine: Engine, before: str, *, requeued: bool, cancelled: bool
) -> None:
    put(engine, "a", "b", state=before, attempts=3, give_up=NOW)
    with writing(engine) as connection:
        assert outbox.requeue(connection, "a") is requeued
        assert outbox.cancel(connection, "b") is cancelled
    assert state(engine, "a") == ("queued" if requeued else before)
    assert state(engine, "b") == ("cancelled" if cancelled else before)


def test_a_letter_is_read_by_the_beginning_of_its_id(engine: Engine) -> None:
    put(engine, "abc", "abd", "x", "xy")
    with writing(engine) as connection:
        for prefix, expected in [("abc", "abc"), ("x", "x"), ("xy", "xy")]:
            found = outbox.read(connection, prefix)
            assert found is not None
            assert (found.line.id, found.data) == (expected, b"x")
        assert outbox.read(connection, "%") is None
        assert outbox.read(connection, "") is None
        with pytest.raises(LookupError, match="abc, abd"):
            outbox.read(connection, "ab")


def test_lists_and_counts_are_of_one_programme(engine: Engine) -> None:
    put(engine, "a", created=NOW - LEASE)
    put(engine, "b", state="sent")
    put(engine, "c", programme="other")
    with writing(engine) as connection:
        assert [line.id for line in outbox.listing(connection, "p", 9)] == ["b", "a"]
        assert [line.id for line in outbox.listing(connection, "p", 9, "sent")] == ["b"]
        assert outbox.counts(connection, "p") == {"queued": 1, "sent": 1}
