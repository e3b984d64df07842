"""The short form of `make crash`, and that it sees what must not be."""

from collections import Counter
from pathlib import Path

from tests.faults.crash import Plan, play
from tests.faults.place import Places, Seen

SEED = 10  # Its first round has four of the kinds, all different.


def test_a_round_of_disturbances_leads_to_what_an_undisturbed_run_does(tmp_path: Path) -> None:
    kinds = ("kill", "step", "mute", "cut-imap", "sink")

    tally = play(Plan("sqlite", SEED, range(1, 2), kinds, sizes=(8,), quiet=True, kept=tmp_path))

    assert tally.differences == {}
    assert (tally.rounds, tally.mails) == (1, 8)
    assert 1 <= tally.disturbances.total() <= 4
    assert tally.letters >= 5


def test_what_is_lost_comes_twice_or_lies_about_is_told(sqlite_places: Places) -> None:
    place = sqlite_places.new()
    records = place.here.records()
    records["person"] = records["person"][1:]
    expected = Seen(records, Counter(["<lost@reps.example>"]), left=[], processed=["A mail"])

    told = place.faults(expected)

    assert len(told) == 4
    assert told[0].startswith("person has too much: ")
    assert told[1].startswith("person: ")
    assert told[2:] == ["<lost@reps.example> never came", "0 left, 0 processed of 1"]
