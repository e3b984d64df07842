"""The process dies (SIGKILL) between two steps of a drain, and is started again until it is done.

What is then recorded is what an undisturbed run records. Each letter is at the server once, but
for those that were on the wire when the process died: they come once more, as is documented.
Deaths at random moments are played by `tests/faults/crash.py`.
"""

import pytest

from tests.faults.mails import mails
from tests.faults.nursery import Nursery
from tests.faults.place import Places, Seen
from tests.faults.points import PARKED, POINTS, REFUSED

EACH_LETTER = [point for point in POINTS if "marked" in point or "dot" in point]


@pytest.fixture(scope="module")
def few(places: Places, nursery: Nursery) -> tuple[list[bytes], Seen]:
    """A dozen mails, and what came of them undisturbed."""
    written = list(mails(12))
    place = places.new()
    place.deliver(written)
    place.finish(nursery)
    assert sum(place.arrived.values()) >= 10
    return written, place.seen()


@pytest.mark.parametrize(
    ("point", "nth"),
    [(point, 1) for point in POINTS] + [(point, 4) for point in EACH_LETTER],
    ids=[*POINTS, *(f"{point}, fourth letter" for point in EACH_LETTER)],
)
def test_a_kill_between_two_steps_changes_nothing(
    places: Places, few: tuple[list[bytes], Seen], nursery: Nursery, point: str, nth: int
) -> None:
    written, expected = few
    place = places.new()
    place.deliver(written)

    killed = place.drain(nursery, point=point, nth=nth)
    place.finish(nursery)

    assert killed
    assert place.faults(expected) == []


def test_a_refused_address_is_told_although_the_process_died(
    sqlite_places: Places, nursery: Nursery
) -> None:
    place = sqlite_places.new()
    place.deliver(mails(3))
    place.sink.refused["writer0@mail.example"] = "550 5.1.1 No such user"

    assert place.drain(nursery, point=REFUSED)
    place.finish(nursery)

    assert place.here.column("SELECT count(*) FROM question WHERE kind = 'address'") == [1]
    # Whoever came first: the server's second refusal, or the address that is suspended by now.
    ended = "SELECT address FROM letter WHERE state IN ('failed', 'suppressed')"
    assert place.here.column(ended) == ["writer0@mail.example"]


def test_a_mail_that_was_set_aside_is_told_although_the_process_died(
    sqlite_places: Places, nursery: Nursery
) -> None:
    place = sqlite_places.new()
    place.deliver(mails(1))
    for _ in range(3):
        assert place.drain(nursery, point="after claim")

    assert place.drain(nursery, point=PARKED)
    place.drain(nursery)

    assert place.here.column("SELECT state FROM inbox") == ["parked"]
    assert place.here.column("SELECT count(*) FROM question WHERE kind = 'parked'") == [1]
