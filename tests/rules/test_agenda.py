"""The form of the digest: what stands first, what is shown whole, what is folded."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mailer.rules import agenda
from mailer.rules.records import Objection, Question, QuestionState, Step, Vote
from tests.builders import EVA, FINN, NOW, POLICY, facts


def question(number: int, kind: str = "application", *, days: int = 0, **more: object) -> Question:
    return Question(
        id=f"q{number}",
        kind=kind,
        title=f"{kind} {number}",
        procedure=kind,
        case="case",
        asked=NOW - timedelta(days=days),
        number=number,
        **more,  # type: ignore[arg-type]
    )


def laid(*questions: Question, shown: dict[str, int] | None = None) -> agenda.Plan:
    found = facts(questions=questions)
    return agenda.plan(found.pending(NOW.date()), shown or {}, found, NOW)


def numbers(plan: agenda.Plan) -> list[int]:
    return [q["number"] for group in plan.shown_to(EVA)["groups"] for q in group["questions"]]


def test_urgent_ones_stand_first_then_the_oldest_by_kind() -> None:
    plan = laid(
        question(1, days=9),
        question(2, "contact", days=5),
        question(3, days=1),
        question(4, "resignation"),
        question(5, "contact", until=NOW.date() + timedelta(days=3)),
    )
    assert numbers(plan) == [4, 5, 1, 3, 2]
    titles = [group["title"] for group in plan.shown_to(EVA)["groups"]]
    assert titles == ["Urgent", "New mentors", "Mails to read"]


def test_no_digest_shows_more_than_a_dozen_whole_and_the_next_one_shows_others() -> None:
    every = tuple(question(number, days=60 - number) for number in range(1, 61))
    first = laid(*every)
    second = laid(*every, shown=dict(first.counted))

    def whole(plan: agenda.Plan) -> set[int]:
        return {
            q["number"]
            for group in plan.shown_to(EVA)["groups"]
            for q in group["questions"]
            if not q["folded"]
        }

    assert len(whole(first)) == len(whole(second)) == agenda.WHOLE
    assert not whole(first) & whole(second)
    assert len(numbers(first)) == 60


def test_of_a_thousand_a_few_dozen_of_each_kind_are_listed_and_the_others_counted() -> None:
    kinds = ("application", "contact", "resignation")
    every = tuple(question(n, kinds[n % 3], days=1000 - n) for n in range(1, 1001))
    shown = laid(*every).shown_to(EVA)
    assert shown["count"] == 1000
    assert len(shown["block"]) == agenda.WHOLE
    assert shown["more"]
    for group in shown["groups"]:
        folded = [q["number"] for q in group["questions"] if q["folded"]]
        assert len(folded) == agenda.LISTED // len(kinds)
        assert len(group["questions"]) + len(group["left"]) == group["count"]
        assert not set(folded) & set(group["left"])
        assert max(folded) < min(group["left"])  # The oldest are listed.
    assert sum(group["count"] for group in shown["groups"]) == 1000


def test_what_was_shown_three_times_is_folded() -> None:
    shown = {"q1": POLICY.fold_after, "q2": POLICY.fold_after - 1}
    [group] = laid(question(1), question(2), shown=shown).shown_to(EVA)["groups"]
    assert [q["folded"] for q in group["questions"]] == [True, False]


def test_all_means_what_a_member_saw_whole_and_can_approve() -> None:
    plan = laid(
        question(1),
        question(2, about=("eva",)),
        question(3, steps=(Step("Profile", "mentor"),)),
        question(4),
        shown={"q4": 3},
    )
    assert plan.whole_for(EVA) == (1,)
    assert plan.whole_for(FINN) == (1, 2)


def test_a_member_does_not_see_what_concerns_them() -> None:
    plan = laid(question(1, about=("eva",)), question(2))
    assert numbers(plan) == [2]
    assert plan.shown_to(EVA)["count"] == 1


def test_votes_and_an_objection_are_shown() -> None:
    voted = question(
        1,
        votes=(Vote("finn", approves=True, at=NOW, reason="good"),),
        objection=Objection("finn", NOW, "not yet"),
    )
    [group] = laid(voted).shown_to(EVA)["groups"]
    [shown] = group["questions"]
    assert ("For it", "Finn Council (good)") in shown["facts"]
    assert ("Stopped by", "Finn Council: not yet") in shown["facts"]
    assert shown["needs"] == "2 of the 2 members who may decide"


def test_too_few_members_for_a_question_is_said() -> None:
    few = facts(policy=replace(POLICY, deciders={"every": 2}))
    plan = agenda.plan((question(1, about=("finn",)),), {}, few, NOW)
    [group] = plan.shown_to(EVA)["groups"]
    assert "only 1 may decide" in group["questions"][0]["needs"]


def test_what_is_agreed_is_shown_with_the_time_of_effect() -> None:
    known = question(
        7,
        state=QuestionState.AGREED,
        votes=(Vote("finn", approves=True, at=NOW),),
        effective=NOW + timedelta(hours=24),
    )
    [shown] = agenda.agreed((known,), EVA, facts())
    assert shown["told"] == "approved by Finn Council, takes effect on 2027-01-05 09:00 UTC"


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0, ""), (1, ""), (5, "5 hours late"), (24 * 8, "8 days late")],
)
def test_a_digest_after_a_standstill_says_so(hours: int, said: str) -> None:
    found = agenda.gap(NOW, NOW + timedelta(hours=hours), facts())
    assert said in found
    assert bool(found) is bool(said)
