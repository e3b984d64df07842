"""The year of Bo and Chi in memory: every state of its procedures, and every letter."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from mailer.rules.engine import due_events
from mailer.rules.events import Due, Said
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Person
from tests.builders import ANA, BO, CHI, EVA, NOW, PAIRS, POLICY, said, sent, told
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


def quiet_mentor(letters: int = 0, name: str = "noticed") -> World:
    """Bo is not heard of; so many steps of the ladder have been taken."""
    world = began()
    world.happen(told(name, "inactivity", about="bo", by="chi", pair="pair"))
    for number in range(letters):
        climb(world, NOW + 30 * number * DAY)
    return world


def climb(world: World, now: datetime) -> None:
    """Let the deadlines of this case alone come."""
    for event in due_events(world.case_of("inactivity"), now):
        world.happen(event)


def heard_of(world: World, intent: Intent, inbox: int = 300) -> World:
    case = world.case_of("inactivity")
    world.happen(said(intent, "inactivity", BO, inbox=inbox, case=case.id))
    return world


def decided(world: World, name: str) -> World:
    case = world.case_of("inactivity")
    world.happen(told(name, "inactivity", case=case.id, by="eva"))
    return world


def ended_meanwhile() -> World:
    world = quiet_mentor(1)
    world.roster = world.roster.put(replace(PAIRS[0], until=NOW.date()))
    climb(world, NOW + 30 * DAY)
    return world


def questioned(*deadlines: str) -> World:
    """Chi is asked what she says of Bo; these deadlines have come."""
    world = started()
    fields = {"about": "chi", "by": "bo", "reason": "mentee", "pair": "pair"}
    world.happen(told("asked", "feedback", **fields))
    for name in deadlines:
        case = world.case_of("feedback")
        world.happen(Due(f"due-{name}", case.due[name], name, case.id))
    return world


def gave(world: World, intent: Intent = Intent.FEEDBACK, inbox: int = 400, **more: Any) -> World:
    """Let Chi answer the questions."""
    case = world.case_of("feedback")
    fields = Fields(rating=more.get("rating"), reason=more.get("words", "Bo listens."))
    world.happen(said(intent, "feedback", CHI, inbox=inbox, case=case.id, fields=fields))
    return world


def unasked() -> World:
    world = started()
    fields = Fields(rating=4.0, reason="Bo listens.")
    world.happen(said(Intent.FEEDBACK, "feedback", CHI, inbox=401, fields=fields))
    return world


def play(world: World, procedure: str, days: int) -> World:
    """Let the deadlines of one procedure alone come."""
    for case in [case for case in world.cases.values() if case.procedure == procedure]:
        for event in due_events(case, NOW + days * DAY):
            world.happen(event)
    return world


def round_of(*intents: Intent, month: int = 0) -> World:
    """The programme's round; Eva writes these answers."""
    world = World(policy=replace(POLICY, feedback_month=month, feedback_guard=1))
    world.happen(told("started", "digest", id="started"))
    world.happen(told("started", "feedback_round", id="round"))
    for number, intent in enumerate(intents, start=500):
        case = world.case_of("feedback_round")
        world.happen(said(intent, "feedback_round", EVA, inbox=number, case=case.id))
    return world


def rounds() -> Iterator[World]:
    """Play a whole round, and all that can be said about one."""
    world = round_of(Intent.FEEDBACK_ROUND, Intent.YES, Intent.FEEDBACK_ROUND)
    play(world, "feedback", 1)
    play(world, "feedback", 15)
    case = next(c for c in world.cases.values() if "chi" in c.parties.values())
    fields = Fields(rating=4.0, reason="Bo listens.")
    world.happen(said(Intent.FEEDBACK, "feedback", CHI, inbox=510, case=case.id, fields=fields))
    yield play(world, "feedback_round", 22)
    yield round_of(Intent.FEEDBACK_ROUND, Intent.NO)
    world = round_of()
    free(world, Intent.FEEDBACK_ROUND, "feedback_round", ANA)
    yield world
    yield gave(questioned("ask"), Intent.NO)
    yield unasked()


WORLDS: dict[tuple[str, str], Callable[[], World]] = {
    ("commitment", ""): started,
    ("commitment", "running"): began,
    ("commitment", "asked"): asked_to_renew,
    ("commitment", "overdue"): overdue,
    ("commitment", "changing"): changing,
    ("commitment", "over"): over,
    ("meeting", ""): started,
    ("meeting", "followed"): began,
    ("meeting", "over"): over,
    ("feedback", ""): started,
    ("feedback", "queued"): questioned,
    ("feedback", "asked"): lambda: questioned("ask"),
    ("feedback", "answered"): lambda: gave(questioned("ask")),
    ("feedback", "noted"): unasked,
    ("feedback", "counted"): lambda: play(gave(questioned("ask")), "feedback", 400),
    ("feedback", "silent"): lambda: questioned("ask", "chase", "close"),
    ("feedback", "declined"): lambda: gave(questioned("ask"), Intent.NO),
    ("feedback_round", ""): started,
    ("feedback_round", "idle"): round_of,
    ("feedback_round", "proposed"): lambda: round_of(Intent.FEEDBACK_ROUND),
    ("feedback_round", "open"): lambda: round_of(Intent.FEEDBACK_ROUND, Intent.YES),
    ("inactivity", ""): began,
    ("inactivity", "noticed"): quiet_mentor,
    ("inactivity", "asked"): lambda: quiet_mentor(1),
    ("inactivity", "asked_again"): lambda: quiet_mentor(2),
    ("inactivity", "waiting"): lambda: quiet_mentor(3),
    ("inactivity", "active"): lambda: heard_of(quiet_mentor(1), Intent.YES),
    ("inactivity", "replaced"): lambda: decided(quiet_mentor(3), "approved"),
    ("inactivity", "kept"): lambda: decided(quiet_mentor(3), "rejected"),
    ("inactivity", "over"): ended_meanwhile,
}


def about_meeting(
    world: World, intent: Intent, who: Person = BO, inbox: int = 200, **more: Any
) -> World:
    """Let somebody answer a letter about the meeting, or how the two keep in touch."""
    case = world.case_of("meeting")
    fields = Fields(held_on=more.pop("held_on", None), answer=more.pop("answer", None))
    event = said(intent, "meeting", who, inbox=inbox, fields=fields, case=case.id, **more)
    world.happen(event)
    return world


def meetings() -> World:
    """Bo and Chi write all that can be written about a meeting."""
    world = began()
    for number, (intent, answer, held) in enumerate(
        [
            (Intent.MEETING_REPORT, None, NOW.date()),
            (Intent.MEETING_REPORT, None, (NOW + 9 * DAY).date()),
            (Intent.MEETING_REPORT, None, None),
            (Intent.MEETING_REPORT, "no", None),
            (Intent.MEETING_REPORT, "planned", None),
            (Intent.CORRECTION, None, (NOW - 2 * DAY).date()),
            (Intent.AGREED, "a call each week", None),
            (Intent.AGREED, None, None),
            (Intent.YES, None, None),
            (Intent.NO, None, None),
        ],
        start=200,
    ):
        about_meeting(world, intent, inbox=number, answer=answer, held_on=held)
    about_meeting(world, Intent.MEETING_REPORT, CHI, 220, held_on=NOW.date(), witness="eva")
    free(world, Intent.TEMPLATE, "meeting", ANA, 221)
    free(world, Intent.MEETING_REPORT, "meeting", ANA, 222)
    return world


def met_rarely() -> World:
    """A new pair in whose first year no meeting is logged."""
    world = started()
    pair = replace(PAIRS[0], since=NOW.date())
    world.roster = world.roster.put(pair)
    world.happen(told("began", "commitment", about="chi", pair="pair"))
    for days in (8, 340, 370):
        world.clock(NOW + days * DAY)
    return world


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
    free(world, Intent.MEETING_REPORT, "meeting", BO, 91)
    yield world
    yield meetings()
    yield met_rarely()
    yield from rounds()
    yield heard_of(quiet_mentor(2), Intent.YES)
    yield heard_of(quiet_mentor(2, "reported"), Intent.YES)
    yield decided(quiet_mentor(3, "reported"), "approved")
