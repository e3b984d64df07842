"""Who may be mistaken for whom."""

import pytest

from mailer.rules.likeness import likeness, skeleton
from mailer.rules.records import Person
from mailer.rules.roster import Roster

EVA = Person("eva", "Eva Council", ("eva@reps.example",))
ROSTER = Roster([EVA, Person("bo", "Bo", ("bo.lind@post.example",))])


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Eva Council", "mallory@bad.example"),
        ("EVA  COUNCIL", "mallory@bad.example"),
        ("Éva Cοuncil", "mallory@bad.example"),
        ("\u0415v\u0430 Council", "mallory@bad.example"),
        ("Eva C0unci1", "mallory@bad.example"),
        ("", "eva@reps.exarnple"),
        ("", "eva@rep.example"),
        ("", "eva@reps.exmaple"),
        ("", "eva@reps-council.example"),
        ("", "\u0435va@reps.example"),
    ],
)
def test_a_look_alike_is_recognised(name: str, address: str) -> None:
    assert likeness(name, address, ROSTER) == EVA


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Zed Nobody", "zed@elsewhere.example"),
        ("Bo", "somebody@bad.example"),
        ("Eva", "mallory@bad.example"),
        ("", "eva@mail.elsewhere.org"),
        ("", "info@reps.example"),
        ("", ""),
        ("Eva Council", "eva@reps.example"),
    ],
)
def test_others_are_not(name: str, address: str) -> None:
    assert likeness(name, address, ROSTER) is None


def test_a_skeleton_is_what_a_glance_takes_in() -> None:
    assert skeleton("Ánä  Ćurić") == skeleton("ana curic")
    assert skeleton("modern") == skeleton("modem")
