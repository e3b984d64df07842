"""The way from an event to a decision: routing, holding, deadlines, versions."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from mailer.rules.effects import Ask, Decision, Note, Tell
from mailer.rules.engine import decide, due_events
from mailer.rules.events import Bounced, Due, Ill, Said, Trust
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.procedure import ANY, NONE, Hears, Procedure
from mailer.rules.procedures import PROCEDURES, contact
from mailer.rules.records import Case, Person
from tests.builders import ANA, BO, EVA, NOW, facts, said, sent, told

SOON, LATER = NOW + timedelta(days=1), NOW + timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Data:
    seen: tuple[str, ...] = ()


def moved(case: Case[Data], event: Any, facts: Facts) -> Decision:
    data = Data((*case.data.seen, event.name))
    parties = case.parties or {"who": event.person}
    return Decision(replace(case, state="open", data=data, parties=parties, due={"d": SOON}))


def untouched(case: Case[Data], event: Any, facts: Facts) -> Decision:
    return Decision(effects=(Note("seen", event.name),))


def renewed(case: Case[Data], event: Due, facts: Facts) -> Decision:
    return Decision(replace(case, due={**case.due, event.deadline: event.at + timedelta(days=1)}))


TRIAL = Procedure(
    name="trial",
    title="A trial",
    data=Data,
    hears={
        Intent.YES: Hears("yes", "anybody"),
        Intent.NO: Hears("no", "anybody", Trust.CLAIMED),
        Intent.DONE: Hears("done", "who is proven", Trust.PROVEN),
    },
    steps={
        (NONE, "yes"): moved,
        (NONE, "no"): moved,
        (NONE, "done"): moved,
        ("open", "yes"): moved,
        ("open", "done"): moved,
        ("open", "due:d"): untouched,
        ("open", "due:again"): renewed,
        (ANY, "noted"): untouched,
    },
    states={"open": "it runs"},
)
OTHER = replace(TRIAL, name="other", hears={Intent.STATUS: Hears("status", "anybody")},
                steps={(NONE, "status"): untouched})  # fmt: skip
TABLE = {"trial": TRIAL, "other": OTHER, "contact": contact.PROCEDURE}

OPEN = Case("c1", "trial", "open", Data(), NOW, {"who": "ana"}, {"d": SOON, "other": LATER})


def run(event: Any, case: Case[Any] | None = None, *known: Case[Any]) -> Any:
    return decide(TABLE, event, facts(*known), case)


def test_the_case_that_an_event_names_is_the_one() -> None:
    found = run(said(Intent.YES, case="c1"), OPEN)
    assert (found.procedure, found.before) == ("trial", OPEN)
    assert found.decision.case.data.seen == ("yes",)


def test_without_a_case_the_speakers_open_case_is_found() -> None:
    assert run(said(Intent.YES, "trial"), None, OPEN).before == OPEN


def test_the_newest_of_two_open_cases_is_found() -> None:
    newer = replace(OPEN, id="c2", opened=SOON)
    assert run(said(Intent.YES, "trial"), None, newer, OPEN).before == newer


def test_without_an_open_case_one_is_opened_whose_id_follows_from_the_event() -> None:
    one, two = run(said(Intent.YES, "trial")), run(said(Intent.YES, "trial"))
    assert one == two
    assert one.decision.case.version == 1
    assert one.decision.case.id != run(said(Intent.YES, "trial", id="x")).decision.case.id


def test_another_matter_in_the_thread_of_a_case_goes_its_own_way() -> None:
    found = run(said(Intent.STATUS, "other", case="c1"), OPEN)
    assert found.procedure == "other"
    assert found.decision.case is None


def test_what_the_case_itself_hears_stays_with_the_case() -> None:
    found = run(said(Intent.YES, "other", case="c1"), OPEN)
    assert (found.procedure, found.before) == ("trial", OPEN)


def is_question(found: Any) -> bool:
    kinds = {type(effect) for effect in found.decision.effects}
    return found.procedure == "contact" and Ask in kinds and found.decision.case is None


@pytest.mark.parametrize(
    ("event", "case"),
    [
        (said(Intent.YES, "trial", speaker=None), None),
        (said(Intent.YES, "trial", doubts=("unsure",)), None),
        (said(Intent.YES, "trial", trust=Trust.CLAIMED), None),
        (said(Intent.DONE, "trial"), None),
        (said(Intent.DONE, "trial", answers=sent(ANA)), None),
        (said(Intent.YES, speaker=BO, case="c1"), OPEN),
        (said(Intent.YES, speaker=EVA, case="c1"), OPEN),
        (said(Intent.HELP, "trial"), None),
        (said(Intent.NO, case="c1"), OPEN),
        (said(Intent.YES, case="c1"), replace(OPEN, state="closed")),
        (said(Intent.MENTOR_CHANGE, ""), None),
        (said(Intent.MENTOR_CHANGE, "nothing of that name"), None),
    ],
    ids=[
        "a stranger",
        "doubts",
        "less trust than needed",
        "authenticated where both are needed",
        "a token where both are needed",
        "no party of the case",
        "a council member, who is no party either",
        "an intent that is not heard",
        "no line in this state",
        "a state without lines",
        "no procedure yet",
        "an unknown procedure",
    ],
)
def test_what_may_not_act_becomes_a_question(event: Said, case: Case[Data] | None) -> None:
    assert is_question(run(event, case))


def test_proven_suffices_for_what_needs_both() -> None:
    assert run(said(Intent.DONE, "trial", trust=Trust.PROVEN)).procedure == "trial"


@pytest.mark.parametrize(
    ("letter", "speaker", "witness", "acts"),
    [
        (sent(ANA), ANA, None, True),
        (sent(BO), ANA, None, False),
        (sent(ANA, by_token=False), ANA, None, False),
        (sent(ANA, expired=True), ANA, None, False),
        (sent(ANA), ANA, "bo", False),
        (None, ANA, None, False),
    ],
    ids=["own token", "token of another", "references only", "expired", "forwarded", "no letter"],
)
def test_only_ones_own_token_stands_for_authentication(
    letter: Any, speaker: Person, witness: str | None, *, acts: bool
) -> None:
    event = said(Intent.YES, "trial", speaker, Trust.CLAIMED, answers=letter, witness=witness)
    assert (run(event).procedure == "trial") is acts


def test_what_no_person_said_and_no_line_knows_changes_nothing_and_is_noted() -> None:
    found = run(told("opened", "trial", about="ana"))
    assert found.decision == Decision(
        effects=(Note("refused", "opened changes nothing in state none"),), outcome="no_action"
    )


def test_any_state_but_none_has_the_lines_of_any() -> None:
    assert run(told("noted", "trial", case="c1"), OPEN).decision.outcome == "applied"
    assert run(told("noted", "trial", about="bo")).decision.outcome == "no_action"


def test_the_version_grows_by_one_with_every_change() -> None:
    first = run(said(Intent.YES, "trial")).decision.case
    second = run(said(Intent.YES, case=first.id, id="b"), first).decision.case
    assert (first.version, second.version) == (1, 2)


def test_deadlines_that_have_come_are_due_the_earliest_first() -> None:
    assert due_events(OPEN, NOW) == ()
    assert [event.deadline for event in due_events(OPEN, SOON)] == ["d"]
    late = due_events(OPEN, LATER + timedelta(days=30))
    assert [event.deadline for event in late] == ["d", "other"]
    assert len({event.id for event in late}) == 2


def test_a_deadline_keeps_its_id_however_late_it_is_met() -> None:
    assert due_events(OPEN, SOON)[0].id == due_events(OPEN, LATER)[0].id
    moved_on = replace(OPEN, due={"d": LATER})
    assert due_events(moved_on, LATER)[0].id != due_events(OPEN, LATER)[0].id


def test_a_deadline_is_struck_once_met_and_never_loops() -> None:
    [event] = due_events(OPEN, SOON)
    after = run(event, OPEN).decision.case
    assert after.due == {"other": LATER}
    assert after.version == OPEN.version + 1
    assert due_events(after, SOON) == ()


def test_a_deadline_that_no_line_knows_is_struck_as_well() -> None:
    event = Due("due", LATER, "other", "c1")
    found = run(event, OPEN)
    assert found.decision.outcome == "no_action"
    assert found.decision.case.due == {"d": SOON}


def test_a_deadline_that_the_rule_sets_anew_stays() -> None:
    case = replace(OPEN, due={"again": SOON})
    [event] = due_events(case, LATER)
    after = run(event, case).decision.case
    assert after.due == {"again": LATER + timedelta(days=1)}
    assert due_events(after, LATER) == ()


def test_a_bounce_goes_to_the_case_of_the_address_and_not_to_that_of_the_letter() -> None:
    event = Bounced("b", NOW, "letter", "ana@mail.example", Ill.DEAD, "5.1.1", case=OPEN.id)
    found = decide(PROCEDURES, event, facts(), OPEN)
    assert found.procedure == "delivery"
    assert [type(effect) for effect in found.decision.effects] == [Tell, Ask]


def test_a_passing_bounce_says_nothing() -> None:
    event = Bounced("b", NOW, "letter", "ana@mail.example", Ill.DELAYED)
    found = decide(PROCEDURES, event, facts(), None)
    assert found.decision == Decision(outcome="bounce")


def test_ones_own_fields_do_not_matter_for_the_way() -> None:
    one = run(said(Intent.YES, "trial", fields=Fields(country="Chile")))
    assert one.procedure == "trial"


def test_every_procedure_can_open_a_case_from_nothing() -> None:
    assert all(procedure.data() is not None for procedure in PROCEDURES.values())
