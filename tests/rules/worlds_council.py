"""The council at work: what was agreed, stopped, carried out and taken back, in memory."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from mailer.rules.fields import Command, Fields, Named, Verb
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Mentorship, Person, Term
from tests.builders import ANA, BO, EVA, FINN, NOW, POLICY, said, sent, told
from tests.rules.world import World, asked, started

DAY = timedelta(hours=24)


def waiting_day(**more: object) -> World:
    """Ana's application waits as question 1, in a programme with a day for objections."""
    world = asked()
    world.policy = replace(POLICY, objection=DAY, **more)  # type: ignore[arg-type]
    return world


def writes(
    world: World, verb: Verb, who: Person = EVA, *, reason: str = "", inbox: int = 50
) -> None:
    """Have a member write one line about question 1, in answer to their own digest."""
    case = world.case_of("digest")
    version = next(iter(world.questions.values())).version
    asks = Asks("digest", case.id, (Intent.DECISION,), ((1, version),))
    command = Command(f"{verb} 1", verb, (1,), reason=reason)
    world.happen(
        said(
            Intent.DECISION,
            "digest",
            who,
            inbox=inbox,
            case=case.id,
            fields=Fields(commands=(command,)),
            answers=sent(who, asks=asks),
        )
    )


def agreed() -> World:
    world = waiting_day()
    writes(world, Verb.APPROVE)
    return world


def stopped() -> World:
    world = agreed()
    writes(world, Verb.STOP, FINN, reason="let us ask first", inbox=51)
    return world


def carried_out() -> World:
    world = agreed()
    world.clock(NOW + DAY)
    return world


def fallen() -> World:
    """Ana withdraws while her acceptance waits for objections."""
    world = agreed()
    case = world.case_of("application")
    world.happen(said(Intent.TAKE_BACK, inbox=52, case=case.id))
    world.clock(NOW + DAY)
    return world


def seat(*verbs: Verb) -> World:
    """Eva proposes a seat for Ana; the others decide."""
    world = started()
    line = Command("council add Ana Pop", Verb.ADD, named="Ana Pop", since=NOW.date())
    fields = Fields(commands=(line,))
    world.happen(told("proposed", "seat", about="ana", by="eva", fields=fields))
    for verb in verbs:
        writes(world, verb, FINN, reason="not now")
    return world


def ended(world: World, name: str) -> World:
    case = world.case_of("seat")
    world.happen(told(name, "seat", case=case.id, by="finn"))
    return world


def handed_over() -> World:
    world = started()
    world.happen(told("started", "handover", id="started-handover", reason="digest-case"))
    return world


def reporting() -> World:
    world = started()
    world.happen(told("started", "report", id="started-report"))
    return world


def correspondence() -> Iterator[World]:
    """Play until every letter of the council's own was written."""
    yield fallen()
    for moved_on in (False, True):
        world = carried_out()
        if moved_on:
            world.roster = world.roster.put(Mentorship("later", "ana", "chi"))
        writes(world, Verb.WHY, FINN, inbox=60)
        writes(world, Verb.UNDO, FINN, reason="the wrong Ana", inbox=61)
        yield world
    yield resigned_and_back()
    yield switched()
    world = started()
    world.happen(said(Intent.OTHER, "", ANA, inbox=90, words=f"{EVA.name} insulted me"))
    yield world
    yield seat(Verb.APPROVE)
    world = handed_over()
    leaves = replace(FINN, terms=(Term(date(2020, 1, 1), NOW.date()),))
    begins = replace(ANA, terms=(Term(NOW.date(), date(2027, 6, 30)),))
    world.roster = world.roster.put(leaves, begins)
    world.clock(NOW + timedelta(days=1))
    yield world
    world = reporting()
    world.clock(NOW + timedelta(days=30))
    yield world


def resigned_and_back() -> World:
    """Bo's resignation is approved, Ana is asked to follow, and it is taken back."""
    world = started()
    named = (Named("Ana Pop", person="ana"),)
    first = said(Intent.RESIGNATION, "resignation", BO, inbox=5, fields=Fields(recommended=named))
    world.happen(first)
    writes(world, Verb.APPROVE)
    writes(world, Verb.UNDO, FINN, reason="Bo stays", inbox=51)
    return world


def switched() -> World:
    """Eva pauses the programme, the operator lets it go on, and Eva wants that too."""
    world = started()
    world.happen(said(Intent.PAUSE, "pause", EVA, inbox=80))
    world.happen(told("resume_asked", "pause"))
    world.happen(said(Intent.RESUME, "pause", EVA, inbox=81))
    return world


WORLDS = {
    ("pause", ""): asked,
    ("report", ""): asked,
    ("report", "running"): reporting,
    ("seat", ""): asked,
    ("seat", "proposed"): seat,
    ("seat", "changed"): lambda: seat(Verb.APPROVE),
    ("seat", "left"): lambda: ended(seat(), "rejected"),
    ("handover", ""): asked,
    ("handover", "running"): handed_over,
    ("decision", ""): asked,
    ("decision", "waiting"): agreed,
    ("decision", "stopped"): stopped,
    ("decision", "carried_out"): carried_out,
    ("decision", "fallen"): fallen,
}
