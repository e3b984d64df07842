"""The main job on real input, through real servers and the real command (`make drain` shows it)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.drain import Drained, Mailbag, mailbag, play
from tests.servers.postgres import Postgres

BAG: Mailbag = mailbag()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def drained(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Drained]:
    """What one whole drain with a digest and a decision left behind."""
    folder: Path = tmp_path_factory.mktemp("drain")
    if request.param == "sqlite":
        yield play(BAG, folder)
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.new_database(tables=False)
    yield play(BAG, folder, url)
    server.drop(url)


def test_every_mail_has_a_recorded_outcome(drained: Drained) -> None:
    assert sum(drained.outcomes.values()) == len(BAG.mails)
    assert drained.unnamed == 0
    assert len(drained.outcomes) > 2


def test_the_folder_is_empty_and_the_processed_folder_full(drained: Drained) -> None:
    assert (drained.left, drained.processed) == (0, len(BAG.mails))


def test_people_are_answered_and_machines_are_not(drained: Drained) -> None:
    assert BAG.from_machines
    assert drained.letters > 10
    assert drained.to_machines == []


def test_the_digest_reaches_every_council_member(drained: Drained) -> None:
    assert drained.digests == sorted(BAG.council)


def test_a_mailed_decision_is_carried_out(drained: Drained) -> None:
    assert drained.decision_outcome == "applied"
    assert drained.state_before != "onboarding"
    assert drained.state_after == "onboarding"


def test_a_decision_is_told_to_all_whom_it_concerns(drained: Drained) -> None:
    reached = {address for address, _ in drained.after_decision}
    assert set(BAG.council) < reached
    subjects = " / ".join(subject for _, subject in drained.after_decision)
    assert "Your decisions (1 applied)" in subjects
    assert "you are accepted as a mentor" in subjects


def test_a_second_run_does_nothing(drained: Drained) -> None:
    assert {name: value for name, value in drained.second_run.items() if value} == {}
