"""Letters that come back, limits that are reached, and mails that are too large, in memory."""

from collections.abc import Iterator
from datetime import timedelta

from mailer.rules.events import Bounced, Ill
from tests.builders import ANA, NOW, source, told
from tests.rules.world import World, started


def came_back(
    ill: Ill = Ill.DEAD, *, days: int = 1, proven: bool = False, world: World | None = None
) -> World:
    """Letters to Ana come back on some days, one after another."""
    world = world or started()
    for day in range(days):
        at = NOW + timedelta(days=day)
        name = f"b{len(world.letters)}{ill}{day}{proven}"
        world.happen(Bounced(name, at, "letter", ANA.address, ill, "5.1.1", proven=proven))
    return world


def suspended() -> World:
    return came_back(proven=True)


def resumed() -> World:
    world = suspended()
    case = world.case_of("delivery").id
    world.happen(told("resumed", "delivery", case=case, reason="the operator says so"))
    return world


def correspondence() -> Iterator[World]:
    world = started()
    world.happen(told("breaker", "delivery"))
    world.happen(told("too_large", "contact", source=source(ANA), reason="31"))
    yield world


WORLDS = {
    ("delivery", ""): started,
    ("delivery", "came_back"): came_back,
    ("delivery", "suspended"): suspended,
    ("delivery", "resumed"): resumed,
}
