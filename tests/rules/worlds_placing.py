"""Worlds of placing: open assignments, the open list, departure plans, help from a mentor."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Case, Mentor, MentorState, Person
from tests.builders import ANA, BO, CHI, NOW, roster, said, told
from tests.rules.world import World

GUS = Person("gus", "Gus Berg", ("gus@post.example",), country="Romania")
TAKES_ANA = Fields(mentee=(Named("Ana Pop", person="ana"),))


def mentors() -> World:
    """Bo and Gus are mentors, Bo of Chi; Ana has none."""
    world = World(
        roster=roster(GUS, Mentor("gus", MentorState.ACTIVE, skills=("events", "goal setting")))
    )
    world.happen(told("started", "digest", id="started"))
    return world


def assignment(world: World, mentee: str = "ana") -> Case[Any]:
    """Return the one assignment of a mentee."""
    [found] = [
        case
        for case in world.cases.values()
        if case.procedure == "assignment" and case.parties.get("mentee") == mentee
    ]
    return found


def looking() -> World:
    """Ana is on the list."""
    world = mentors()
    world.happen(said(Intent.MENTOR_REQUEST, "assignment", inbox=20))
    return world


def taken() -> World:
    """Bo takes Ana, who is asked."""
    world = looking()
    world.happen(said(Intent.MENTEE_ACCEPTANCE, "assignment", BO, inbox=21, fields=TAKES_ANA))
    return world


def decided(world: World, name: str = "approved") -> World:
    """The council decides what it is asked about Ana's assignment."""
    event = told(name, "assignment", case=assignment(world).id, by="eva", id=f"{name}-{NOW}")
    world.happen(event)
    return world


def answered(world: World, intent: Intent, speaker: Person = ANA, **more: Any) -> World:
    """Somebody answers a letter about Ana's assignment."""
    case = assignment(world).id
    world.happen(said(intent, "assignment", speaker, inbox=30, case=case, **more))
    return world


def overdue(days: int = 31) -> World:
    """Nobody was found for Ana in time: the council is asked."""
    world = looking()
    for day in range(1, days + 1):
        world.clock(NOW + timedelta(days=day))
    return world


def offered() -> World:
    """The council has Gus asked."""
    return decided(overdue())


def standing_in() -> World:
    world = decided(overdue(62))
    return answered(world, Intent.YES, GUS)


def left() -> World:
    """Ana did not answer in three weeks."""
    world = taken()
    world.clock(NOW + timedelta(days=22))
    return world


def agreed() -> World:
    """Ana agreed from a later day on, and the council to that."""
    day = (NOW + timedelta(days=100)).date()
    return decided(answered(taken(), Intent.YES, fields=Fields(effective_on=day)))


def planned() -> World:
    """Bo leaves, and the council is asked who could take Chi."""
    world = mentors()
    fields = Fields(
        mentee=(Named("Chi Okafor", person="chi"),),
        effective_on=(NOW + timedelta(days=20)).date(),
    )
    world.happen(told("departing", "placement", about="bo", fields=fields))
    return world


def plan(world: World, name: str) -> World:
    """Something happens to the plan for Bo's mentees."""
    case = world.case_of("placement")
    world.happen(told(name, "placement", case=case.id, about="bo", by="eva", id=f"plan-{name}"))
    return world


def placed() -> World:
    """Chi looks for nobody any more when the plan is looked at again."""
    world = plan(planned(), "approved")
    world.happen(told("closed", "assignment", about="chi", id="closed-chi"))
    world.clock(NOW + timedelta(days=31))
    return world


def woken() -> World:
    """The mentors have had the list on the morning after; only Gus's case is kept."""
    world = looking()
    world.clock(NOW + timedelta(days=1))
    world.clock(NOW + timedelta(days=1, hours=1))
    kept = [c for c in world.cases.values() if c.procedure == "openings" and "gus" in _parties(c)]
    others = {i: c for i, c in world.cases.items() if c.procedure != "openings"}
    world.cases = {**others, **{c.id: c for c in kept}}
    return world


def _parties(case: Case[Any]) -> set[str]:
    return set(case.parties.values())


def rested() -> World:
    """The list is empty when Gus's week is over."""
    world = woken()
    world.happen(said(Intent.TAKE_BACK, "assignment", inbox=40, case=assignment(world).id))
    world.clock(NOW + timedelta(days=9))
    return world


def one_of(world: World, mentee: str) -> World:
    """Leave only the assignment of one mentee, so that a state has one case."""
    world.cases = {
        i: case
        for i, case in world.cases.items()
        if case.procedure != "assignment" or case.parties.get("mentee") == mentee
    }
    return world


def closed() -> World:
    world = looking()
    world.happen(told("closed", "assignment", about="ana"))
    return world


WORLDS: dict[tuple[str, str], Callable[[], World]] = {
    ("assignment", ""): mentors,
    ("assignment", "open"): overdue,
    ("assignment", "offered"): offered,
    ("assignment", "taken"): taken,
    ("assignment", "left"): left,
    ("assignment", "agreed"): agreed,
    ("assignment", "standing_in"): standing_in,
    ("assignment", "begun"): lambda: answered(taken(), Intent.YES),
    ("assignment", "withdrawn"): lambda: answered(looking(), Intent.TAKE_BACK),
    ("assignment", "closed"): closed,
    ("openings", ""): looking,
    ("openings", "waking"): looking,
    ("openings", "watching"): woken,
    ("openings", "done"): rested,
    ("placement", ""): mentors,
    ("placement", "planned"): planned,
    ("placement", "watched"): lambda: plan(planned(), "approved"),
    ("placement", "placed"): placed,
    ("placement", "withdrawn"): lambda: plan(planned(), "staying"),
}


def helped(*answers: Any) -> World:
    """Ana looks for help with events; Bo and Gus may be asked."""
    world = mentors()
    fields = Fields(skills=("events",))
    world.happen(said(Intent.SKILL_HELP, "coaching", inbox=60, fields=fields))
    for number, intent in enumerate(answers, start=61):
        case = world.case_of("coaching").id
        speaker = ANA if intent is Intent.TAKE_BACK else GUS
        world.happen(said(intent, "coaching", speaker, inbox=number, case=case))
    return world


WORLDS |= {
    ("coaching", ""): mentors,
    ("coaching", "asked"): helped,
    ("coaching", "joined"): lambda: helped(Intent.YES),
    ("coaching", "nobody"): lambda: helped(Intent.NO),
    ("coaching", "dropped"): lambda: helped(Intent.TAKE_BACK),
}


def correspondence() -> Iterator[World]:
    """Give worlds in which every letter of placing is written."""
    yield from (world() for world in WORLDS.values())
    yield from _letters_to_the_mentee()
    yield from _letters_to_mentors()
    for skill in ("origami", "goal setting"):
        world = helped()
        fields = Fields(skills=(skill,))
        for number in (70, 71):
            world.happen(said(Intent.SKILL_HELP, "coaching", inbox=number, fields=fields))
        yield world
    lists = looking()
    for number, intent in enumerate((Intent.MENTORS, Intent.OPENINGS), start=72):
        lists.happen(said(intent, "query", inbox=number))
    yield lists


def _letters_to_the_mentee() -> Iterator[World]:
    yield answered(looking(), Intent.CORRECTION, fields=Fields(country="Peru"))
    yield answered(looking(), Intent.MENTOR_REQUEST)
    yield answered(taken(), Intent.MENTOR_REQUEST)
    has_one = mentors()
    has_one.happen(said(Intent.MENTOR_REQUEST, "assignment", CHI, inbox=22))
    yield has_one
    opened = mentors()
    opened.happen(told("opened", "assignment", about="ana", by="bo"))
    yield opened
    reminded = taken()
    reminded.clock(NOW + timedelta(days=15))
    yield reminded
    yield decided(left())
    yield decided(left(), "rejected")
    yield answered(taken(), Intent.NO)
    yield answered(taken(), Intent.GENERAL_QUESTION)
    yield answered(taken(), Intent.GENERAL_QUESTION, BO)
    yield answered(taken(), Intent.TAKE_BACK, BO)
    over = standing_in()
    over.clock(NOW + timedelta(days=100))
    yield over


def _letters_to_mentors() -> Iterator[World]:
    yield answered(taken(), Intent.YES, BO)
    yield answered(offered(), Intent.GENERAL_QUESTION, GUS)
    yield answered(offered(), Intent.NO, GUS)
    expired = offered()
    expired.clock(NOW + timedelta(days=45))
    yield expired
    takes = (
        (GUS, TAKES_ANA),
        (GUS, Fields(mentee=(Named("Nobody"),))),
        (GUS, Fields()),
        (ANA, TAKES_ANA),
        (BO, Fields(mentee=(Named("Chi Okafor", person="chi"),))),
    )
    world = taken()
    for number, (who, fields) in enumerate(takes, start=80):
        world.happen(said(Intent.MENTEE_ACCEPTANCE, "assignment", who, inbox=number, fields=fields))
    yield answered(world, Intent.YES)
