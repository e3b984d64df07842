"""B14: whatever is done to the ledger by hand is found; what is erased in order is not."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, text

from mailer.record.database import reading, writing
from mailer.record.load import table
from mailer.record.trail import Checked, check, head
from storage import privacy, trail
from storage.copy import open_memory
from storage.privacy import Subject
from tests.builders import NOW

ANA = Subject("ana", ("Ana Pop",), ("ana@mail.example",))


def line(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"e{number}", "programme": "reps", "at": NOW + timedelta(seconds=number),
        "kind": "note", "name": "n", "case_id": None, "person": None, "inbox": number,
        "text": f"what happened as number {number}", "details": {"b": [1, 0.25], "a": None},
        "news": False, **more,
    }  # fmt: skip


def written(connection: Connection, first: int, last: int, **more: Any) -> None:
    trail.append(connection, "reps", [line(n, **more) for n in range(first, last + 1)])


@pytest.fixture
def ledger(engine: Engine) -> Engine:
    """Ten lines, written by three transactions."""
    for first, last in ((1, 4), (5, 5), (6, 10)):
        with writing(engine, "reps") as connection:
            written(connection, first, last)
    return engine


def checked(engine: Engine, noted: str = "") -> Checked:
    with reading(engine) as connection:
        return check(connection, "reps", noted)


def by_hand(engine: Engine, *statements: str) -> None:
    with writing(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_what_was_written_is_whole_and_a_noted_head_is_found_later(ledger: Engine) -> None:
    with reading(ledger) as connection:
        place, noted = head(connection, "reps")
    with writing(ledger, "reps") as connection:
        written(connection, 11, 12)

    found = checked(ledger, noted)
    assert (found.fault, found.place, found.noted, place) == (None, 12, 10, 10)


def test_an_empty_ledger_is_whole(engine: Engine) -> None:
    assert checked(engine) == Checked("reps", 0, trail.genesis("reps"), 0, 0, None, None)


def test_lines_that_are_there_already_are_left_out(ledger: Engine) -> None:
    with writing(ledger, "reps") as connection:
        assert trail.append(connection, "reps", [line(3), line(10)]) == []
        [new] = trail.append(connection, "reps", [line(3), line(11), line(11)])
    assert (new["place"], checked(ledger).fault) == (11, None)


@pytest.mark.parametrize(
    ("statements", "place", "what"),
    [
        (["UPDATE event SET text = 'what happened as number 8' WHERE place = 7"], 7, "words"),
        (["UPDATE event SET details = '{\"b\": [1, 0.26], \"a\": null}' WHERE place = 2"], 2,
         "words"),
        (["UPDATE event SET person = 'eva' WHERE place = 10"], 10, "changed"),
        (["UPDATE event SET inbox = 77 WHERE place = 1"], 1, "changed"),
        (["UPDATE event SET salt = 'x' WHERE place = 4"], 4, "words"),
        (["UPDATE event SET rewritten = 9, salt = 'x' WHERE place = 4"], 4, "words"),
        (["DELETE FROM event WHERE place = 6"], 7, "1 line(s) before it are missing"),
        (["DELETE FROM event WHERE place = 1"], 2, "missing"),
        (["UPDATE event SET programme = 'other' WHERE place IN (3, 4)"], 5, "2 line(s)"),
        (["DELETE FROM event WHERE place > 8"], 8, "the last 2 line(s) are missing"),
        (["DELETE FROM event WHERE place > 8", "DELETE FROM trail"], 8, "head"),
        (["UPDATE event SET place = 99 WHERE place = 3",
          "UPDATE event SET place = 3 WHERE place = 4",
          "UPDATE event SET place = 4 WHERE place = 99"], 3, "changed"),
        (["UPDATE event SET seq = 99 WHERE place = 3", "UPDATE event SET seq = 3 WHERE place = 4",
          "UPDATE event SET seq = 4 WHERE place = 3"], 4, "another order"),
    ],
    ids=[
        "a letter of the words", "a digit of the details", "who it was", "which mail", "the salt",
        "called erased", "one deleted", "the first deleted", "two given to another programme",
        "the tail cut", "the tail and the head cut", "two swapped", "the numbers of two swapped",
    ],
)  # fmt: skip
def test_what_is_done_by_hand_is_found(
    ledger: Engine, statements: list[str], place: int, what: str
) -> None:
    by_hand(ledger, *statements)

    fault = checked(ledger).fault
    assert fault is not None
    assert (fault.place, what in fault.what) == (place, True), fault


@pytest.mark.parametrize("place", [-1, 0, 11])
def test_a_line_that_was_put_in_is_found(ledger: Engine, place: int) -> None:
    with writing(ledger) as connection:
        before = trail.genesis("reps") if place < 1 else head(connection, "reps")[1]
        forged = trail.seal(before, line(99), place)
        connection.execute(table("event").insert(), forged)

    fault = checked(ledger).fault
    assert fault is not None
    assert "put in" in fault.what


def test_a_chain_that_was_written_anew_is_found_by_the_noted_head_alone(ledger: Engine) -> None:
    with reading(ledger) as connection:
        _, noted = head(connection, "reps")
    by_hand(ledger, "DELETE FROM event", "DELETE FROM trail")
    with writing(ledger, "reps") as connection:
        written(connection, 1, 10)

    assert checked(ledger).fault is None
    fault = checked(ledger, noted).fault
    assert fault is not None
    assert "hash of no line" in fault.what


def test_a_head_that_is_gone_goes_on_showing_after_the_next_line(ledger: Engine) -> None:
    by_hand(ledger, "DELETE FROM trail")
    with writing(ledger, "reps") as connection:
        written(connection, 11, 11)

    fault = checked(ledger).fault
    assert fault is not None
    assert (fault.place, fault.what) == (12, "1 line(s) before it are missing")


def erased(engine: Engine, who: Subject = ANA) -> None:
    with writing(engine, "reps") as connection:
        privacy.erase(connection, "reps", who, NOW)


def test_erasing_takes_the_words_and_leaves_the_chain_whole(ledger: Engine) -> None:
    with writing(ledger, "reps") as connection:
        written(connection, 11, 12, text="Ana Pop and Bo Lind met", person="ana")
        written(connection, 13, 13, text="nobody")
    noted = checked(ledger).hash
    erased(ledger)
    erased(ledger, Subject("bo", ("Bo Lind",)))

    found = checked(ledger, noted)
    assert (found.fault, found.rewritten, found.noted) == (None, 2, 13)
    with reading(ledger) as connection:
        rows = connection.execute(table("event").select()).all()
    assert "Ana" not in str(rows)
    assert "a former member and a former member met" in str(rows)


def test_what_erasing_left_cannot_be_changed_either(ledger: Engine) -> None:
    with writing(ledger, "reps") as connection:
        written(connection, 11, 11, text="Ana Pop came")
    erased(ledger)
    by_hand(ledger, "UPDATE event SET text = 'a former member went' WHERE place = 11")

    fault = checked(ledger).fault
    assert fault is not None
    assert (fault.place, "words" in fault.what) == (11, True)


def test_erasing_does_not_make_good_what_was_tampered_with(ledger: Engine) -> None:
    by_hand(ledger, "UPDATE event SET text = 'Ana Pop stole' WHERE place = 5")
    erased(ledger)

    fault = checked(ledger).fault
    assert fault is not None
    assert fault.place == 5


def test_the_chains_of_two_programmes_stand_apart(ledger: Engine) -> None:
    with writing(ledger, "other") as connection:
        trail.append(connection, "other", [line(20, programme="other")])
        written(connection, 11, 11)
    by_hand(ledger, "UPDATE event SET name = 'x' WHERE programme = 'other'")

    assert checked(ledger).fault is None
    with reading(ledger) as connection:
        assert check(connection, "other").fault is not None


def _steps(connection: Connection, work: Callable[[], object]) -> int:
    """Return how many steps of its machine SQLite needs, in hundreds."""
    driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    count = 0

    def step() -> int:
        nonlocal count
        count += 1
        return 0

    driver.set_progress_handler(step, 100)
    work()
    driver.set_progress_handler(None, 100)
    return count


def test_checking_costs_as_many_steps_more_as_there_are_lines_more() -> None:
    engine = open_memory()
    with writing(engine, "reps") as connection:
        written(connection, 1, 600)
        few = _steps(connection, lambda: check(connection, "reps"))
        written(connection, 601, 4800)
        many = _steps(connection, lambda: check(connection, "reps"))
    engine.dispose()
    assert 7 < many / few < 9


@given(st.lists(st.text(max_size=20), max_size=8), st.integers(0, 7), st.text(max_size=20))
def test_any_other_words_in_any_line_are_found(words: list[str], at: int, other: str) -> None:
    before, kept = trail.genesis("reps"), []
    for place, text_ in enumerate(words, start=1):
        kept.append(trail.seal(before, line(place, text=text_), place))
        before = kept[-1]["hash"]
    if at < len(words):
        same = trail.words_digest(kept[at]["salt"], {**kept[at], "text": other})
        assert (same == kept[at]["digest"]) is (other == words[at])
