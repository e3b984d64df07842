"""Worlds in which the council takes a decision back (B4), one for each that can be taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from mailer.rules.intents import Intent
from mailer.rules.records import Mentor, MentorState, QuestionState
from tests.builders import CHI, NOW, PAIRS, said, told
from tests.rules import worlds_council, worlds_going, worlds_placing, worlds_year
from tests.rules.world import World


def undone(world: World, kind: str, verdict: str = "approved") -> World:
    """Let Eva decide the question of this kind, and Finn take it back."""
    question = world.pending(kind)[-1]
    world.questions[question.id] = replace(
        question, state=QuestionState(verdict), decided=NOW, decided_by="eva", effective=NOW
    )
    words = {"case": question.case, "question": question.id}
    world.happen(told(verdict, question.procedure, by="eva", **words))
    world.happen(told("undone", question.procedure, by="finn", **words))
    return world


def correspondence() -> Iterator[World]:
    """Play until every letter of what is taken back was written."""
    yield undone(worlds_going.changing(worlds_going.WHY), "change")
    yield undone(worlds_going.changing(worlds_going.WHY), "change", "rejected")
    yield undone(worlds_year.overdue(), "commitment")
    yield undone(worlds_year.overdue(), "commitment", "rejected")
    yield undone(worlds_year.quiet_mentor(3), "inactivity")
    endless = worlds_going.pausing(worlds_going.ENDLESS, CHI, timedelta(days=6))
    yield undone(endless, "leave")
    gone = worlds_going.alumna()
    gone.roster = gone.roster.put(replace(PAIRS[0], until=date(2026, 12, 1)))
    yield undone(gone, "alumni")
    yield undone(undone(worlds_council.seat(), "council"), "council")
    yield planned()
    called_back = worlds_going.announcing(worlds_going.confirms())
    case = called_back.case_of("announcement").id
    called_back.happen(
        said(Intent.TAKE_BACK, "announcement", worlds_going.EVA, inbox=70, case=case)
    )
    yield called_back


def planned() -> World:
    """A plan asks another mentor, and is taken back before that mentor has answered."""
    world = worlds_placing.planned()
    world.roster = world.roster.put(Mentor("past", MentorState.ACTIVE, since=date(2020, 6, 1)))
    return undone(world, "placement")
