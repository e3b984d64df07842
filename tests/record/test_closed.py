"""Where the service fails closed, `mailer check` says so, and what ends it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mailer.commands.setup import _closed
from mailer.record.closed import closed
from mailer.record.database import reading
from mailer.settings import Intake, Settings
from mailer.settings.programme import Platform, Programme
from tests.story import ANA, COUNCIL, EVA, PEOPLE, Story


def said(story: Story) -> str:
    """Return what is told of a programme, a line each."""
    with reading(story.app.engine) as connection:
        found = list(closed(connection, story.line.book.policy, story.now))
    assert all(fix for _what, _said, fix in found)
    return "\n".join(f"{what}: {words}" for what, words, _fix in found)


@pytest.fixture
def told(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Story]:
    story = Story(tmp_path, **getattr(request, "param", {}))
    yield story
    story.close()


def test_there_is_nothing_to_say_where_all_is_well(told: Story) -> None:
    assert said(told) == ""


@pytest.mark.parametrize("told", [{"people": PEOPLE.replace(",council,", ",rep,")}], indirect=True)
def test_a_council_without_members(told: Story) -> None:
    assert "nobody is on the council today: nobody can decide" in said(told)


@pytest.mark.parametrize("told", [{"deciders": {"every": 1, "resignation": 3}}], indirect=True)
def test_more_must_agree_than_there_are(told: Story) -> None:
    words = "2 on the council, and more must agree: nobody can decide resignation"
    assert said(told) == f"council: {words}"


def test_a_member_to_whom_no_letter_goes(told: Story) -> None:
    told.write(ANA, "I have a question about the programme.")
    letter = told.digest_for(EVA).message_id.strip("<").partition(".")[0]
    told.line.refused(letter, "eva@reps.example", "550 5.1.1 No such user", told.now)
    assert "no letter goes to Eva Council" in said(told)


@pytest.mark.parametrize(
    "told", [{"people": PEOPLE + f"Gus Own,{COUNCIL},rep,Peru,,,,2021-05-01\n"}], indirect=True
)
def test_a_person_with_our_own_address(told: Story) -> None:
    assert said(told).startswith("people: the address of Gus Own is the service's own")


@pytest.mark.parametrize("told", [{"answers_in_all": 1}], indirect=True)
def test_a_breaker_that_opened(told: Story) -> None:
    told.write(ANA, "I would like to become a mentor.")
    assert "breaker: 1 automatic answers went out today" in said(told)


def test_our_own_letters_that_come_back(told: Story) -> None:
    for _ in range(4):
        told.write(f"Reps Council <{COUNCIL}>", "We noted what you wrote.")
    assert "4 of our own letters came back within an hour" in said(told)


def test_an_open_intake_a_platform_without_proof_and_a_broken_recovery(tmp_path: Path) -> None:
    platform = Platform(sender="no-reply@courses.example", dkim="courses.example")
    settings = Settings(
        data=tmp_path,
        intake=Intake(host="0.0.0.0"),
        programme={"reps": Programme(address=COUNCIL, verify="dkim", platforms=[platform])},
    )
    found: dict[str, Any] = {"recovering": True, "programmes": {}}
    lines = {line.what: line for line in _closed(settings, found)}
    assert set(lines) == {"recovery", "intake", "programme reps: platforms"}
    assert [what for what, line in lines.items() if line.level == "wrong"] == ["recovery"]
    assert all(line.fix for line in lines.values())
