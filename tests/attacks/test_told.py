"""What the council learns of an attack, and what a mail does that comes twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attacks.place import Attack, Place, ours, written
from tests.story import EVA, FINN

REPS = ours("pass", "reps.example")
FORGED = Attack("forged", (f"From: {EVA}",))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    found = Place(tmp_path, objection_hours=0)
    yield found
    found.close()


def test_a_decision_that_comes_again_changes_nothing_more(place: Place) -> None:
    digest, _finns = place.besiege()
    real = Attack("real", (REPS, f"From: {EVA}"))
    first = place.bring(written(real, place, digest, 1), to=digest.reply_to)
    place.run()
    before = place.records()
    assert place.outcome(first) == "applied"

    copy = place.bring(written(real, place, digest, 1), to=digest.reply_to)
    other = place.bring(written(real, place, digest, 2), to=digest.reply_to)
    place.run()

    assert place.came_of(copy, before).outcome == "duplicate"
    came = place.came_of(other, before)
    assert came.changed == ()
    assert [address for address, _, _ in came.letters] == ["eva@reps.example"]


def test_a_flood_of_forged_decisions_is_one_line_of_the_next_digest(place: Place) -> None:
    digest, _finns = place.besiege()
    for number in range(30):
        place.bring(written(FORGED, place, digest, number), to=digest.reply_to)

    words = place.digest_for(FINN).words

    assert words.count("a decision in the name of Eva Council was refused") == 1
    assert "(30 times)" in words


def test_a_member_learns_who_used_the_reply_address_of_another(place: Place) -> None:
    digest, _finns = place.besiege()
    attack = Attack("finn", (REPS, f"From: {FINN}"))
    place.bring(written(attack, place, digest, 1), to=digest.reply_to)

    words = place.digest_for(EVA).words

    assert "Finn Council used the reply address of Eva Council: nothing was decided" in words


def test_a_look_alike_with_a_members_reply_address_is_shown_as_what_it_is(place: Place) -> None:
    digest, _finns = place.besiege()
    head = (ours("pass", "reps-x.example"), "From: Eva Council <eva@reps-x.example>")
    place.bring(written(Attack("alike", head), place, digest, 1), to=digest.reply_to)

    words = place.digest_for(FINN).words

    assert "eva@reps-x.example, not Eva Council, writes" in words
    assert "it only looks like" in words
    assert "the reply address of a letter to Eva Council, by somebody else" in words
