"""Worlds of coming and going: change of mentor, breaks, leaving, personal data, announcements."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from mailer.rules.events import Candidate, Said, Trust
from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Mentor, MentorState, Person
from tests.builders import BO, CHI, EVA, NOW, PAST, roster, said, sent, source, told
from tests.rules.world import World

AGREED = "Bo Lind, Pat Past and I have agreed that Pat Past becomes my new mentor."
WHY = "I would like another mentor because our time zones do not fit."


def two_mentors() -> World:
    """Bo is the mentor of Chi, and Pat is a mentor with room."""
    world = World(roster=roster(Mentor("past", MentorState.ACTIVE, since=date(2020, 6, 1))))
    world.happen(told("started", "digest", id="started"))
    return world


def later(world: World, procedure: str, *events: Any) -> World:
    """Let further events happen to the one case of a procedure."""
    for number, what in enumerate(events, start=50):
        case = world.case_of(procedure).id
        match what:
            case Intent():
                world.happen(said(what, procedure, CHI, inbox=number, case=case))
            case str():
                world.happen(told(what, procedure, by="eva", id=f"told-{number}", case=case))
            case timedelta():
                world.clock(NOW + what)
            case _:
                world.happen(replace(what, case=case))
    return world


def changing(words: str, speaker: Person = CHI, **more: Any) -> World:
    world = two_mentors()
    world.happen(said(Intent.MENTOR_CHANGE, "change", speaker, inbox=5, words=words, **more))
    return world


def all_yes(*who: Person) -> World:
    world = changing(AGREED)
    for number, person in enumerate(who, start=10):
        case = world.case_of("change").id
        world.happen(said(Intent.YES, "change", person, inbox=number, case=case))
    return world


DAYS = Fields(
    away_from=date(2027, 1, 10),
    away_until=date(2027, 2, 20),
    recommended=(Named("Pat Past", person="past"),),
)
LONG = Fields(away_from=date(2027, 1, 10), away_until=date(2027, 9, 1))
ENDLESS = Fields(away_from=date(2027, 1, 10))
NO_END = ("The end of the absence is not named",)


def pausing(fields: Fields, person: Person = CHI, *then: Any) -> World:
    world = two_mentors()
    doubts = () if fields.away_until else NO_END
    first = said(Intent.LEAVE_OF_ABSENCE, "leave", person, inbox=5, fields=fields, doubts=doubts)
    world.happen(first)
    answers = (
        said(what, "leave", person, inbox=40 + number) if isinstance(what, Intent) else what
        for number, what in enumerate(then)
    )
    return later(world, "leave", *answers)


def choosing(person: Person, number: int, **more: Any) -> World:
    more.setdefault("fields", Fields(choice=(number,)))
    return pausing(LONG, person, said(Intent.CHOICE, "leave", person, inbox=30, **more))


def departing(*then: Any, person: Person = CHI) -> World:
    world = two_mentors()
    world.happen(said(Intent.DEPARTURE, "departure", person, inbox=5))
    return later(world, "departure", *then)


def chooses(number: int, person: Person = CHI, **more: Any) -> Said:
    more.setdefault("fields", Fields(choice=(number,)))
    return said(Intent.CHOICE, "departure", person, inbox=30, **more)


STEPS = told("step_done", "departure", by="eva", fields=Fields(steps=(1, 2, 3, 4)))


def alumna(*then: str) -> World:
    world = two_mentors()
    world.roster = world.roster.put(replace(CHI, left_on=date(2026, 12, 1)))
    world.happen(said(Intent.STATUS, "query", CHI, inbox=5))
    return later(world, "alumni", *then)


SUMMIT = Fields(text="The summit takes place on 4 May.\nPlease register by April.")


def announcing(*then: Any) -> World:
    world = two_mentors()
    news = said(Intent.ANNOUNCEMENT, "announcement", EVA, inbox=5, fields=SUMMIT)
    world.happen(news)
    return later(world, "announcement", *then)


def confirms(intent: Intent = Intent.YES) -> Said:
    letter = sent(EVA, template="announcement/preview.council")
    return said(intent, "announcement", EVA, inbox=30, answers=letter)


def told_mentors(*then: Any) -> World:
    """Only Bo is a mentor here, so that there is one case of news."""
    world = World()
    world.happen(said(Intent.ANNOUNCEMENT, "announcement", EVA, inbox=5, fields=SUMMIT))
    later(world, "announcement", confirms())
    return later(world, "news", *then)


def erasing(*then: Any, person: Person = CHI) -> World:
    world = two_mentors()
    wish = Fields(request="erase")
    world.happen(said(Intent.DATA_REQUEST, "privacy", person, inbox=5, fields=wish))
    return later(world, "privacy", *then)


def agrees(person: Person = CHI) -> Said:
    letter = sent(person, template="privacy/confirm.sender")
    return said(Intent.YES, "privacy", person, inbox=30, answers=letter)


def looked_after() -> World:
    world = World()
    world.happen(told("started", "retention", id="started-retention"))
    return world


OFFICE = told("seems_away", "leave", about="bo", source=source(BO),
              fields=Fields(away_from=date(2027, 1, 4), away_until=date(2027, 2, 20)))  # fmt: skip


def seeming_away(*then: Any) -> World:
    """A robot of Bo answers a reminder."""
    world = two_mentors()
    world.happen(OFFICE)
    return later(world, "leave", *(said(what, "leave", BO, inbox=47) for what in then))


WORLDS: dict[tuple[str, str], Callable[[], World]] = {
    ("change", ""): two_mentors,
    ("change", "reasons"): lambda: changing("I would like another mentor."),
    ("change", "requested"): lambda: changing(WHY),
    ("change", "granted"): lambda: later(changing(WHY), "change", "approved"),
    ("change", "refused"): lambda: later(changing(WHY), "change", "rejected"),
    ("change", "taken_back"): lambda: later(changing(WHY), "change", Intent.TAKE_BACK),
    ("change", "asked"): lambda: changing(AGREED),
    ("change", "unanswered"): lambda: later(
        changing(AGREED), "change", timedelta(days=8), timedelta(days=30)
    ),
    ("change", "agreed"): lambda: all_yes(BO, PAST),
    ("change", "not_agreed"): lambda: later(changing(AGREED), "change", Intent.NO),
    ("leave", ""): two_mentors,
    ("leave", "proposed"): seeming_away,
    ("leave", "end_asked"): lambda: pausing(ENDLESS),
    ("leave", "too_long"): lambda: pausing(LONG, BO),
    ("leave", "noted"): lambda: pausing(DAYS),
    ("leave", "back_asked"): lambda: pausing(DAYS, CHI, timedelta(days=46)),
    ("leave", "no_end"): lambda: pausing(ENDLESS, CHI, timedelta(days=6)),
    ("leave", "silent"): lambda: pausing(DAYS, CHI, timedelta(days=46), timedelta(days=60)),
    ("leave", "back"): lambda: pausing(DAYS, BO, Intent.RETURN),
    ("leave", "taken_back"): lambda: pausing(DAYS, CHI, Intent.TAKE_BACK),
    ("leave", "passed_on"): lambda: choosing(BO, 2),
    ("leave", "over"): lambda: pausing(ENDLESS, CHI, timedelta(days=6), "rejected"),
    ("departure", ""): two_mentors,
    ("departure", "asked"): departing,
    ("departure", "unclear"): lambda: departing(timedelta(days=6)),
    ("departure", "leaving"): lambda: departing(chooses(1)),
    ("departure", "left"): lambda: departing(chooses(1), timedelta(days=12)),
    ("departure", "finished"): lambda: departing(chooses(1), timedelta(days=12), STEPS),
    ("departure", "stays"): lambda: departing(chooses(1), Intent.TAKE_BACK),
    ("departure", "passed_on"): lambda: departing(chooses(2, BO), person=BO),
    ("departure", "closed"): lambda: departing(timedelta(days=6), "approved"),
    ("alumni", ""): two_mentors,
    ("alumni", "writes"): alumna,
    ("alumni", "back"): lambda: alumna("approved"),
    ("alumni", "closed"): lambda: alumna("rejected"),
    ("announcement", ""): two_mentors,
    ("announcement", "previewed"): announcing,
    ("announcement", "sent"): lambda: announcing(confirms()),
    ("announcement", "done"): lambda: told_mentors(said(Intent.YES, "news", BO, inbox=31)),
    ("announcement", "dropped"): lambda: announcing(confirms(Intent.NO)),
    ("news", ""): two_mentors,
    ("news", "told"): told_mentors,
    ("news", "chased"): lambda: told_mentors(timedelta(days=15)),
    ("news", "got"): lambda: told_mentors(said(Intent.YES, "news", BO, inbox=31)),
    ("news", "silent"): lambda: told_mentors(timedelta(days=15), timedelta(days=40)),
    ("privacy", ""): two_mentors,
    ("privacy", "asked"): erasing,
    ("privacy", "roles"): lambda: erasing(agrees(BO), person=BO),
    ("privacy", "erased"): lambda: erasing(agrees()),
    ("privacy", "kept"): lambda: erasing(Intent.NO),
    ("address", ""): two_mentors,
    ("address", "asked"): lambda: adding(CHI),
    ("address", "trying"): lambda: adding(CHI, AGREES),
    ("address", "silent"): lambda: adding(None, timedelta(days=6)),
    ("address", "added"): lambda: adding(None, AGREES),
    ("address", "denied"): lambda: adding(CHI, Intent.NO),
    ("address", "kept"): lambda: adding(CHI, Intent.NO, timedelta(days=31)),
    ("retention", ""): two_mentors,
    ("retention", "running"): looked_after,
}


AGREES = said(Intent.YES, "address", CHI, Trust.PROVEN, inbox=45, answers=sent(CHI))


def adding(speaker: Person | None, *then: Any) -> World:
    """Chi names a further address, or somebody writes from there and says to be Chi."""
    world = two_mentors()
    wanted = Fields(about=Named(email="chi@new.example", person="chi"), request="first")
    new = replace(source(None, inbox=5), address="chi@new.example")
    more = {"source": new} if speaker is None else {}
    world.happen(said(Intent.ADDRESS, "address", speaker, inbox=5, fields=wanted, **more))
    return later(world, "address", *then)


def correspondence() -> Iterator[World]:
    """Play until every letter of these procedures was sent once."""
    yield from (world() for world in WORLDS.values())
    yield changing("Chi should get another mentor because I lack the time.", BO)
    yield later(changing("Chi should get another mentor because I lack the time.", BO), "change",
                "approved")  # fmt: skip
    yield changing("My mentor does not answer my mails.")
    yield pausing(DAYS, BO)
    yield seeming_away(Intent.NO)
    yield pausing(replace(DAYS, recommended=()), BO, Intent.TAKE_BACK)
    yield pausing(DAYS, CHI, timedelta(days=46), Intent.NO)
    readings = (Candidate(Intent.RESIGNATION, "resignation"),)
    yield departing(chooses(0, readings=readings))
    yield announcing(timedelta(days=8))
    yield erasing(agrees(BO), "rejected", person=BO)
    copied = two_mentors()
    export = Fields(request="export")
    copied.happen(said(Intent.DATA_REQUEST, "privacy", CHI, inbox=5, fields=export))
    yield copied
    yield changing("Chi Okafor, Pat Past and I agree that Pat Past takes over.", BO)
