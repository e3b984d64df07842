"""The year of Bo and Chi in memory: every state of its procedures, and every letter."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from mailer.rules.events import Said
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Person
from tests.builders import ANA, BO, CHI, NOW, said, sent, told
from tests.rules.world import World, started

DAY = timedelta(days=1)


def began() -> World:
    world = started()
    world.happen(told("began", "commitment", about="chi", pair="pair"))
    return world


def review(world: World, who: Person, answer: str | None, inbox: int = 100, **more: Any) -> World:
    """Let somebody answer the letter that asked how the pair goes on."""
    case = world.case_of("commitment")
    asks = Asks("commitment", case.id, (Intent.RENEWAL,))
    more.setdefault("answers", sent(who, template="commitment/ask.mentor", asks=asks))
    fields = Fields(answer=answer)
    more.setdefault("case", case.id)
    world.happen(said(Intent.RENEWAL, "commitment", who, inbox=inbox, fields=fields, **more))
    return world


def asked_to_renew() -> World:
    world = began()
    world.clock(NOW)
    return world


def overdue() -> World:
    world = asked_to_renew()
    for days in (30, 50):
        world.clock(NOW + days * DAY)
    return world


def changing() -> World:
    return review(asked_to_renew(), CHI, "change")


def over() -> World:
    return review(asked_to_renew(), BO, "end")


WORLDS: dict[tuple[str, str], Callable[[], World]] = {
    ("commitment", ""): started,
    ("commitment", "running"): began,
    ("commitment", "asked"): asked_to_renew,
    ("commitment", "overdue"): overdue,
    ("commitment", "changing"): changing,
    ("commitment", "over"): over,
}


def free(world: World, intent: Intent, procedure: str, who: Person, inbox: int = 90) -> Said:
    """Let somebody write a mail of their own."""
    event = said(intent, procedure, who, inbox=inbox)
    world.happen(event)
    return event


def correspondence() -> Iterator[World]:
    """Play until every letter of the year was sent once."""
    yield review(review(asked_to_renew(), CHI, "extend"), BO, "extend", 101)
    yield review(changing(), BO, "extend", 101)
    yield review(changing(), CHI, None, 101)
    yield review(asked_to_renew(), BO, "change")
    yield review(asked_to_renew(), BO, None)
    yield review(asked_to_renew(), BO, "end", answers=None)
    yield over()
    yield review(asked_to_renew(), CHI, "end")
    yield overdue()
    world = began()
    free(world, Intent.RENEWAL, "commitment", ANA)
    yield world
    world = started()
    free(world, Intent.RENEWAL, "commitment", BO)
    yield world
