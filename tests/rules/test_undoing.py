"""B4: every kind of question is in one table: what taking it back does, or why it cannot be."""

import pytest

from mailer.rules.procedures import PROCEDURES
from mailer.rules.undoing import NO_WAYS, WAYS, way
from tests.rules.test_every_step import WORLDS

KINDS = sorted(
    {q.kind for build in WORLDS.values() for q in build().questions.values()} - {"bounced"}
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_question_says_whether_it_can_be_taken_back(kind: str) -> None:
    assert (kind in WAYS) != (kind in NO_WAYS)


@pytest.mark.parametrize("place", WORLDS, ids="-".join)
def test_what_says_that_it_can_be_taken_back_has_a_step_for_it(place: tuple[str, str]) -> None:
    world = WORLDS[place]()
    for question in world.questions.values():
        case = world.cases.get(question.case or "")
        if case is not None and way(question):
            assert PROCEDURES[case.procedure].step(case.state, "undone"), question.kind
