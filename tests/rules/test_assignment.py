"""S6 to S8, step by step: who may do what in an open assignment, and what never happens."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mailer.rules.assigning import HEDGED, Asked
from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Mentor, Mentorship, MentorState
from tests.builders import ANA, BO, CHI, EVA, NOW, said, told
from tests.rules.world import World
from tests.rules.worlds_placing import (
    GUS,
    TAKES_ANA,
    answered,
    assignment,
    decided,
    left,
    looking,
    mentors,
    offered,
    overdue,
    planned,
    standing_in,
    taken,
)


def take(world: World, who: object, inbox: int = 90, fields: Fields = TAKES_ANA) -> None:
    event = said(Intent.MENTEE_ACCEPTANCE, "assignment", who, inbox=inbox, fields=fields)  # type: ignore[arg-type]
    world.happen(event)


def last(world: World) -> str:
    return world.letters[-1].template


def test_a_rep_who_has_a_mentor_is_told_so_and_nothing_is_opened() -> None:
    world = mentors()
    world.happen(said(Intent.MENTOR_REQUEST, "assignment", CHI, inbox=9))

    assert last(world) == "assignment/has_mentor.mentee"
    assert not [c for c in world.cases.values() if c.procedure == "assignment"]


def test_an_orphan_may_ask_although_a_relationship_runs() -> None:
    world = mentors()
    world.roster = world.roster.put(Mentor("bo", MentorState.RESIGNED))
    world.happen(said(Intent.MENTOR_REQUEST, "assignment", CHI, inbox=9))

    assert assignment(world, "chi").state == "open"


@pytest.mark.parametrize("words", ["I no longer need a mentor.", "Please cancel my request."])
def test_a_wish_that_is_none_opens_nothing_and_closes_what_is_open(words: str) -> None:
    world = mentors()
    world.happen(said(Intent.MENTOR_REQUEST, "assignment", words=words, inbox=9))
    assert not [c for c in world.cases.values() if c.procedure == "assignment"]

    world = looking()
    world.happen(said(Intent.MENTOR_REQUEST, "assignment", words=words, inbox=9))
    assert assignment(world).state == "withdrawn"


def test_who_no_longer_has_a_mentor_is_listed() -> None:
    world = mentors()
    words = "I no longer have a mentor and would like one."
    world.happen(said(Intent.MENTOR_REQUEST, "assignment", words=words, inbox=9))

    assert assignment(world).state == "open"


@pytest.mark.parametrize(
    ("who", "fields", "letter"),
    [
        (ANA, TAKES_ANA, "assignment/no_mentor.sender"),
        (BO, Fields(mentee=(Named("Bo Lind", person="bo"),)), "assignment/not_possible.mentor"),
        (BO, Fields(mentee=(Named("Chi", person="chi"),)), "assignment/not_possible.mentor"),
        (GUS, Fields(mentee=(Named("Chi", person="chi"),)), "assignment/not_possible.mentor"),
        (GUS, Fields(mentee=(Named("Chi O."),)), "assignment/who.mentor"),
    ],
    ids=["no mentor", "oneself", "an own mentee", "somebody else's mentee", "nobody known"],
)
def test_who_cannot_be_taken_is_said_and_changes_nothing(
    who: object, fields: Fields, letter: str
) -> None:
    world = mentors()
    take(world, who, fields=fields)

    assert last(world) == letter
    assert not [c for c in world.cases.values() if c.procedure == "assignment"]


def test_nobody_takes_their_own_mentor() -> None:
    world = mentors()
    world.roster = world.roster.put(Mentorship("x", "gus", "bo"))
    take(world, BO, fields=Fields(mentee=(Named("Gus Berg", person="gus"),)))

    assert world.letters[-1].context["reason"] == "Gus Berg is your own mentor"


def test_a_rep_who_has_not_asked_can_be_taken_and_is_asked() -> None:
    world = mentors()
    take(world, BO)

    assert assignment(world).state == "taken"
    assert [x.to for x in world.letters if x.template == "assignment/approve.mentee"] == ["ana"]


def test_two_promises_never_share_one_place() -> None:
    world = looking()
    world.roster = world.roster.put(replace(world.roster.mentor("gus"), places=1))  # type: ignore[arg-type,type-var]
    world.happen(told("opened", "assignment", about="eva", id="eva-opened"))
    take(world, GUS)
    take(world, GUS, 91, Fields(mentee=(Named("Eva Council", person="eva"),)))

    assert world.letters[-1].context["reason"] == "all your places are taken"
    assert assignment(world, "eva").state == "open"


def test_a_mentor_who_is_full_by_then_begins_nothing() -> None:
    world = taken()
    world.roster = world.roster.put(replace(world.roster.mentor("bo"), places=1))  # type: ignore[arg-type,type-var]
    answered(world, Intent.YES)

    assert assignment(world).state == "open"
    assert world.roster.running("ana") is None
    assert {x.template for x in world.letters} >= {
        "assignment/not_now.mentee",
        "assignment/not_possible.mentor",
    }


def test_approval_begins_one_relationship_with_its_review_and_consents() -> None:
    world = answered(taken(), Intent.YES)

    pair = world.roster.running("ana")
    assert pair is not None
    assert (pair.mentor, str(pair.since), str(pair.review)) == ("bo", "2027-01-04", "2028-01-04")
    assert [x.to for x in world.letters if ".introduction" in x.template.replace("/", ".")] == [
        "ana",
        "bo",
    ]


def test_a_new_relationship_ends_the_one_before() -> None:
    world = planned()
    take(world, GUS, fields=Fields(mentee=(Named("Chi", person="chi"),)))
    world.happen(said(Intent.YES, "assignment", CHI, inbox=95, case=assignment(world, "chi").id))

    old = world.roster.mentorship("pair")
    assert old is not None
    assert (str(old.until), old.reason) == ("2027-01-04", "a new mentor was found")
    assert world.roster.running("chi").mentor == "gus"  # type: ignore[union-attr]


def test_a_mentor_to_whom_the_mentee_said_no_cannot_ask_again() -> None:
    world = answered(taken(), Intent.NO)
    take(world, BO)

    assert world.letters[-1].context["reason"] == "Ana Pop looks for another mentor"
    assert assignment(world).state == "open"


def test_the_reason_of_a_no_reaches_nobody_whom_it_is_about() -> None:
    world = answered(taken(), Intent.NO, fields=Fields(reason="He is rude."))

    assert "rude" not in str([x.context for x in world.letters])
    [question] = world.pending("reason")
    assert set(question.about) == {"ana", "bo"}
    assert question.evidence == "He is rude."


def test_a_hedged_yes_begins_nothing_and_other_doubts_go_to_the_council() -> None:
    world = answered(taken(), Intent.YES, doubts=(HEDGED,))
    assert assignment(world).state == "taken"
    assert assignment(world).data.asked is Asked.QUESTION

    world = answered(taken(), Intent.YES, doubts=("The writer is angry or threatens",))
    assert assignment(world).data.asked is Asked.NOTHING
    assert world.pending("contact")


def test_a_plain_yes_after_a_question_counts() -> None:
    world = answered(answered(taken(), Intent.GENERAL_QUESTION), Intent.YES, id="later")

    assert assignment(world).state == "begun"
    assert world.pending("assignment") == []


def test_a_late_yes_counts_while_the_council_is_asked() -> None:
    world = answered(left(), Intent.YES)

    assert assignment(world).state == "begun"
    assert world.pending("assignment") == []


def test_the_mentee_cannot_answer_an_offer_to_a_mentor() -> None:
    world = answered(offered(), Intent.YES)

    assert assignment(world).state == "offered"
    assert world.pending("contact")


def test_an_offer_that_is_asked_about_stays_open_longer() -> None:
    world = offered()
    before = assignment(world).due["offer"]
    case = assignment(world).id
    later = before - timedelta(days=1)
    world.happen(said(Intent.GENERAL_QUESTION, "assignment", GUS, inbox=33, case=case, at=later))

    assert assignment(world).due["offer"] > before
    assert assignment(world).state == "offered"


def test_a_temporary_relationship_is_marked_and_has_no_year() -> None:
    pair = standing_in().roster.running("ana")

    assert pair is not None
    assert pair.temporary
    assert pair.review is None


def test_another_mentor_takes_over_from_a_temporary_one() -> None:
    world = standing_in()
    take(world, BO)
    assert assignment(world).state == "taken"
    answered(world, Intent.YES, id="approves")

    pairs = [p for p in world.roster.mentorships() if p.mentee == "ana"]
    assert sorted((p.mentor, p.until is None) for p in pairs) == [("bo", True), ("gus", False)]


def test_the_first_offer_goes_to_the_best_mentor_and_a_no_is_not_asked_twice() -> None:
    world = overdue()
    assert assignment(world).data.proposed == "gus"
    answered(decided(world), Intent.NO, GUS)

    assert assignment(world).state == "open"
    world.clock(NOW + timedelta(days=70))
    assert assignment(world).data.proposed == "bo"


def test_who_got_a_mentor_otherwise_is_looked_for_no_more() -> None:
    world = looking()
    world.roster = world.roster.put(Mentorship("other", "bo", "ana", since=NOW.date()))
    world.clock(NOW + timedelta(days=31))

    assert assignment(world).state == "closed"
    assert world.pending("assignment") == []


def test_who_left_is_not_listed() -> None:
    world = mentors()
    world.roster = world.roster.put(replace(ANA, left_on=NOW.date() - timedelta(days=1)))
    world.happen(told("opened", "assignment", about="ana", by="bo"))

    assert not [c for c in world.cases.values() if c.procedure == "assignment"]


def test_opening_twice_is_one_entry() -> None:
    world = looking()
    world.happen(told("opened", "assignment", about="ana", by="bo", id="again"))

    assert assignment(world).data.urgent


def test_a_council_member_looks_for_a_mentor_like_anybody() -> None:
    world = mentors()
    world.happen(said(Intent.MENTOR_REQUEST, "assignment", EVA, inbox=9))

    assert assignment(world, "eva").state == "open"


def test_what_a_rep_would_like_to_learn_is_read_by_the_skills_of_mentors() -> None:
    world = mentors()
    words = "I have no mentor and would like to learn goal setting."
    world.happen(said(Intent.MENTOR_REQUEST, "assignment", words=words, inbox=9))

    assert assignment(world).data.fields.skills == ("goal setting",)


def test_who_has_a_mentor_and_names_a_subject_is_helped_with_that() -> None:
    world = mentors()
    words = "I need a mentor for goal setting."
    world.happen(said(Intent.MENTOR_REQUEST, "assignment", CHI, words=words, inbox=9))

    assert {x.template for x in world.letters} == {"coaching/mentors.rep", "coaching/asked.mentor"}
    assert world.case_of("coaching").parties == {"asker": "chi", "mentor": "gus"}
