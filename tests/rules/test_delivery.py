"""Letters that come back: what each status means, and when an address is suspended."""

from datetime import timedelta
from typing import Any

import pytest

from mailer.rules.bounces import ill
from mailer.rules.effects import Note, Tell
from mailer.rules.events import Bounced, Ill
from tests.builders import ANA, NOW, told
from tests.rules.world import World, started
from tests.rules.worlds_mail import came_back, resumed, suspended


@pytest.mark.parametrize(
    ("action", "status", "means"),
    [
        ("failed", "5.1.1", Ill.DEAD),
        ("failed", "5.1.2", Ill.DEAD),
        ("failed", "5.1.3", Ill.DEAD),
        ("failed", "5.1.6", Ill.DEAD),
        ("failed", "5.1.10", Ill.DEAD),
        ("failed", "5.2.1", Ill.DEAD),
        ("failed", "5.4.1", Ill.DEAD),
        ("failed", "5.0.0", Ill.DEAD),
        ("failed", "", Ill.DEAD),
        ("failed", "550 5.1.1 no such user", Ill.DEAD),
        ("failed", "5.1.7", Ill.POLICY),
        ("failed", "5.1.8", Ill.POLICY),
        ("failed", "5.2.2", Ill.FULL),
        ("failed", "5.2.3", Ill.POLICY),
        ("failed", "5.3.4", Ill.POLICY),
        ("failed", "5.6.1", Ill.POLICY),
        ("failed", "5.7.1", Ill.POLICY),
        ("failed", "5.7.26", Ill.POLICY),
        ("failed", "4.4.7", Ill.DELAYED),
        ("failed", "2.0.0", Ill.DELAYED),
        ("delayed", "4.4.1", Ill.DELAYED),
        ("delayed", "5.1.1", Ill.DELAYED),
        ("delivered", "2.1.5", Ill.DELAYED),
        ("relayed", "", Ill.DELAYED),
    ],
)
def test_what_a_status_means(action: str, status: str, means: Ill) -> None:
    assert ill(action, status) is means


def state(world: World) -> str:
    return world.case_of("delivery").state


def test_one_report_that_may_be_forged_suspends_nothing_and_is_shown() -> None:
    world = came_back()
    assert state(world) == "came_back"
    [question] = world.pending("address")
    assert question.title == "Mail to Ana Pop comes back"
    assert dict(question.facts)["Other addresses"] == "pop@work.example"


def test_two_reports_on_one_day_suspend_nothing() -> None:
    world = came_back()
    again = Bounced("again", NOW + timedelta(hours=3), "l2", ANA.address, Ill.DEAD, "5.1.1")
    world.happen(again)
    assert state(world) == "came_back"
    assert len(world.asked) == 1


def test_two_reports_on_different_days_suspend() -> None:
    world = came_back(days=2)
    assert state(world) == "suspended"
    [question] = world.pending("address")
    assert question.version == 2
    assert question.approve == "letters go to the address again"


@pytest.mark.parametrize(
    ("what", "proven"), [(Ill.DEAD, True), (Ill.COMPLAINT, False), (Ill.COMPLAINT, True)]
)
def test_one_report_with_the_letters_token_and_any_complaint_suspend(
    what: Ill, *, proven: bool
) -> None:
    assert state(came_back(what, proven=proven)) == "suspended"


@pytest.mark.parametrize("what", [Ill.DELAYED, Ill.FULL, Ill.POLICY])
def test_what_is_not_about_the_address_does_not_count(what: Ill) -> None:
    world = came_back(what, days=3, proven=True)
    assert [case for case in world.cases.values() if case.procedure == "delivery"] == []
    assert world.asked == []


def test_a_refusal_by_policy_is_told_to_the_operator() -> None:
    event = Bounced("b", NOW, "letter", ANA.address, Ill.POLICY, "5.7.1", case="none", proven=True)
    notes = [e for e in started().happen(event).decision.effects if isinstance(e, Note)]
    assert [note.what for note in notes] == ["operator"]
    assert "5.7.1" in notes[0].text


@pytest.mark.parametrize("what", [Ill.DEAD, Ill.FULL, Ill.POLICY])
def test_the_letters_own_procedure_need_not_wait_for_an_answer(what: Ill) -> None:
    event = Bounced("b", NOW, "letter", ANA.address, what, case="some")
    told_on = [e.event for e in started().happen(event).decision.effects if isinstance(e, Tell)]
    assert [(one.name, one.case) for one in told_on] == [("came_back", "some")]


def test_a_suspension_is_one_line_of_news_however_many_more_come_back() -> None:
    world = suspended()
    event = Bounced("more", NOW + timedelta(days=5), "l9", ANA.address, Ill.DEAD, proven=True)
    assert world.happen(event).decision.effects == ()
    assert len(world.asked) == 1


def test_a_single_report_is_forgotten_after_a_month() -> None:
    world = came_back()
    world.clock(NOW + timedelta(days=30))
    assert state(world) == "resumed"
    assert world.pending("address") == []


def test_what_is_resumed_counts_anew() -> None:
    world = came_back(world=resumed())
    open_ = [case for case in world.cases.values() if case.closed is None]
    assert [case.state for case in open_ if case.procedure == "delivery"] == ["came_back"]


@pytest.mark.parametrize(("name", "after"), [("approved", "resumed"), ("rejected", "suspended")])
def test_the_council_resumes_an_address_by_approving(name: str, after: str) -> None:
    world = suspended()
    case = world.case_of("delivery").id
    world.happen(told(name, "delivery", case=case, by="eva"))
    assert state(world) == after


@pytest.mark.parametrize("make", [suspended, resumed])
def test_no_role_is_touched_by_a_bounce(make: Any) -> None:
    world, before = make(), started()
    assert list(world.roster) == list(before.roster)
    assert list(world.roster.mentorships()) == list(before.roster.mentorships())
    assert world.roster.mentor("bo") == before.roster.mentor("bo")
