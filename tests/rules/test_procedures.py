"""What single steps of the procedures do, where the walk through all of them cannot tell."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mailer.rules.effects import Ask, Note, Send
from mailer.rules.events import Trust
from mailer.rules.fields import Command, Fields, Named, Verb
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, MentorState, QuestionState, Sent
from tests.builders import ANA, BO, EVA, NOW, said, sent, told
from tests.rules.world import World, accepted, applied, asked, started

FIRST, SECOND = (NOW + timedelta(days=20)).date(), (NOW + timedelta(days=50)).date()


def agreed() -> World:
    """Bo's resignation is agreed, with a last day that is still to come."""
    world = started()
    world.happen(said(Intent.RESIGNATION, "resignation", BO, fields=Fields(effective_on=FIRST)))
    case = world.case_of("resignation").id
    world.happen(told("approved", "resignation", case=case, by="eva"))
    return world


def test_after_the_council_agreed_a_new_last_day_is_news_and_changes_nothing() -> None:
    world = agreed()
    before = world.case_of("resignation")
    again = said(Intent.RESIGNATION, "resignation", BO, fields=Fields(effective_on=SECOND), id="b")
    ran = world.happen(again)
    after = world.case_of("resignation")
    assert (after.due, after.data.fields) == (before.due, before.data.fields)
    [note] = [effect for effect in ran.decision.effects if isinstance(effect, Note)]
    assert note.news
    assert SECOND.isoformat() in note.text
    [letter] = [effect for effect in ran.decision.effects if isinstance(effect, Send)]
    assert letter.context == {"last_day": FIRST}
    world.clock(NOW + timedelta(days=21))
    mentor = world.roster.mentor("bo")
    assert mentor is not None
    assert (mentor.state, mentor.until) == (MentorState.RESIGNED, FIRST)


def test_after_the_council_agreed_a_forward_is_answered_to_its_witness_only() -> None:
    world = agreed()
    letters = len(world.letters)
    event = said(Intent.RESIGNATION, "resignation", BO, Trust.CLAIMED, witness="chi", id="c")
    world.happen(event)
    assert [(x.template, x.to) for x in world.letters[letters:]] == [
        ("resignation/forwarded.witness", "chi")
    ]


def test_three_forwards_of_one_resignation_are_one_case_and_one_question() -> None:
    world = started()
    for number, witness in enumerate(("ana", "chi", "ana")):
        world.happen(said(Intent.RESIGNATION, "resignation", BO, Trust.CLAIMED, number,
                          witness=witness))  # fmt: skip
    case = world.case_of("resignation")
    assert case.data.witnesses == ("ana", "chi")
    assert case.data.sources == (0, 1, 2)
    [question] = world.pending("resignation")
    assert ("In the mentor's own mail", "no, forwarded or not proven") in question.facts
    assert sum(x.template == "resignation/announced.mentor" for x in world.letters) == 1


def test_a_claimed_sender_is_shown_with_the_question() -> None:
    world = started()
    world.happen(said(Intent.COURSE_COMPLETION, "application", trust=Trust.CLAIMED))
    [question] = world.pending("application")
    assert ("Sender", "not proven, please ask Ana Pop") in question.facts
    assert ("Sender", "not proven, please ask Ana Pop") not in asked().pending("application")[
        0
    ].facts


def test_a_forwarded_mail_without_procedure_is_answered_to_the_forwarder() -> None:
    world = started()
    world.happen(said(Intent.MENTOR_REQUEST, "", ANA, Trust.CLAIMED, witness="bo"))
    [letter] = world.letters
    assert (letter.template, letter.to) == ("contact/passed_on.sender", "bo")


@pytest.mark.parametrize("speaker", [None, ANA], ids=["a stranger", "a member"])
def test_a_doubtful_mail_is_never_answered(speaker: object) -> None:
    world = started()
    event = said(Intent.RESIGNATION, "resignation", speaker, doubts=("it sounds angry",))  # type: ignore[arg-type]
    ran = world.happen(event)
    assert world.letters == []
    assert any(isinstance(effect, Ask) for effect in ran.decision.effects)


def test_interest_is_asked_about_once_and_then_closed() -> None:
    world = applied()
    for _ in range(10):
        world.clock(max(at for c in world.cases.values() for at in c.due.values()))
    names = [letter.template for letter in world.letters]
    assert names.count("application/contact_again.candidate") == 1
    assert names.count("application/closed.candidate") == 1
    assert world.case_of("application").closed is not None


def test_steps_are_closed_by_their_owners() -> None:
    world = accepted()
    case = world.case_of("onboarding").id
    world.happen(said(Intent.DONE, case=case, id="d", fields=Fields(steps=(1, 2, 99))))
    noted = world.letters[-1]
    assert noted.context["refused"] == ("2", "99")
    steps = world.case_of("onboarding").data.steps
    assert [step.done is not None for step in steps] == [True, False, False, False, False, False]
    assert world.pending("onboarding")[0].steps == steps


def digest_letter(world: World) -> Sent:
    case = world.case_of("digest").id
    items = tuple((q.number, q.version) for q in world.questions.values())
    return sent(EVA, asks=Asks("digest", case, (Intent.DECISION,), items))


def decided(world: World, *commands: Command, letter: Sent | None = None) -> dict[str, str]:
    """Let Eva decide; return what her receipt says of each line that was not applied."""
    case = world.case_of("digest").id
    answers, fields = letter or digest_letter(world), Fields(commands=commands)
    world.happen(
        said(
            Intent.DECISION, "digest", EVA, Trust.PROVEN, case=case, answers=answers, fields=fields
        )
    )
    receipt = next(x for x in world.letters if x.template == "digest/receipt.council")
    return dict(receipt.context["errors"])


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (Command("later 1", Verb.LATER, (1,), until=NOW.date()), "not later than today"),
        (Command("done 1.1", Verb.DONE, (1,), 1), "it has no steps"),
        (Command("reject 1", Verb.REJECT, (1,)), "a rejection needs a reason"),
        (Command("approve 7", Verb.APPROVE, (7,)), "not in the digest"),
        (Command("?", None, (1,), problem="no idea"), "no idea"),
    ],
)
def test_a_line_that_does_not_fit_is_told_why(command: Command, says: str) -> None:
    world = asked()
    [told_why] = decided(world, command).values()
    assert says in told_why
    assert world.pending("application")


def test_an_old_digest_decides_nothing_new() -> None:
    world = asked()
    letter = digest_letter(world)
    case = world.case_of("application").id
    world.happen(said(Intent.CORRECTION, case=case, id="x", fields=Fields(country="Peru")))
    errors = decided(world, Command("approve 1", Verb.APPROVE, (1,)), letter=letter)
    assert "changed since that digest" in errors["approve 1"]
    assert world.pending("application")


def test_a_rejection_with_its_reason_declines_and_keeps_it() -> None:
    world = asked()
    assert decided(world, Command("reject 1: no", Verb.REJECT, (1,), reason="no")) == {}
    [question] = [q for q in world.questions.values() if q.kind == "application"]
    assert (question.state, question.reason, question.decided_by) == (
        QuestionState.REJECTED, "no", "eva",
    )  # fmt: skip
    assert world.case_of("application").state == "declined"


def test_nobody_is_invited_who_was_not_found_or_is_leaving() -> None:
    world = started()
    named = (Named("Nobody"), Named("Bo Lind", person="bo"), Named("Ana Pop", person="ana"))
    world.happen(said(Intent.RESIGNATION, "resignation", BO, fields=Fields(recommended=named)))
    case = world.case_of("resignation").id
    world.happen(told("approved", "resignation", case=case, by="eva"))
    invited = [x.to for x in world.letters if x.template == "application/invited.candidate"]
    assert invited == ["ana"]


def test_another_matter_in_the_thread_of_an_application_begins_its_own_case() -> None:
    world = applied()
    case = world.case_of("application").id
    world.happen(replace(said(Intent.RESIGNATION, "resignation", BO, id="r"), case=case))
    assert world.case_of("resignation").state == "announced"
    assert world.case_of("application").state == "interested"
