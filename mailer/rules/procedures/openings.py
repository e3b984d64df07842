"""S6: mentors with room get the list of open assignments, once a week at most, if it has news.

Two kinds of case: one wakes the mentors on the morning after something new came on the list, and
one for each mentor remembers what that mentor has been shown. Both close when the list is empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mailer.rules import placing, standing
from mailer.rules.assigning import OPEN, Assignment
from mailer.rules.directory import opening
from mailer.rules.effects import Decision, Effect, Send, Tell
from mailer.rules.events import Due, Event, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.records import Asks, Case

NAME = "openings"
WAKING, WATCHING, DONE = "waking", "watching", "done"
MENTOR = "mentor"
_MOST_SHOWN = 20
"""Lines of one list: who has waited longest; the rest is a mail away."""


@dataclass(frozen=True, slots=True)
class Openings:
    """The assignments that a mentor has been shown, and when the last list went out."""

    shown: tuple[str, ...] = ()
    sent: datetime | None = None


OpeningsCase = Case[Openings]


def listed(case: OpeningsCase, event: Told, facts: Facts) -> Decision:
    """Something new is on the list: wake the mentors on the next morning."""
    if case.state != NONE:
        return Decision(case)
    policy = facts.policy
    today = policy.day(event.at)
    morning = policy.morning(today)
    if morning <= event.at:
        morning = policy.morning(today + timedelta(days=1))
    return Decision(replace(case, state=WAKING, due={"wake": morning}))


def wake(case: OpeningsCase, event: Due, facts: Facts) -> Decision:
    """Wake every mentor with a free place who has had no list for a week."""
    done = replace(case, state=DONE, due={}, closed=event.at)
    if not any(entry.state == OPEN for entry in facts.open_of(placing.ASSIGNMENT)):
        return Decision(done)
    watching = {each.parties[MENTOR]: each for each in facts.open_of(NAME) if each.parties}
    told: list[Effect] = []
    for mentor in standing.available(facts.roster, facts.policy.day(event.at)):
        known = watching.get(mentor.person)
        if known is not None and known.due["list"] <= event.at + timedelta(days=1):
            continue
        if known is not None and not _rested(known, event.at, facts):
            continue
        told.append(
            Tell(
                Told(
                    id=derive("woken", event.id, mentor.person),
                    at=event.at,
                    name="woken",
                    procedure=NAME,
                    about=mentor.person,
                )
            )
        )
    return Decision(done, tuple(told))


def woken(case: OpeningsCase, event: Told, facts: Facts) -> Decision:
    """Have this mentor's list written now."""
    if event.about is None or facts.roster.person(event.about) is None:
        return Decision(outcome="no_action")
    after = replace(case, due={"list": event.at})
    if case.state == NONE:
        after = replace(after, state=WATCHING, parties={MENTOR: event.about})
    return Decision(after)


def list_due(case: OpeningsCase, event: Due, facts: Facts) -> Decision:
    """Write the list where something is new in it; rest for a week, or close on an empty list."""
    day = facts.policy.day(event.at)
    mentor = case.parties[MENTOR]
    entries = tuple(_for(mentor, facts))
    free = _free(mentor, day, facts)
    if not entries or not free:
        return Decision(replace(case, state=DONE, due={}, closed=event.at))
    again = facts.policy.morning(facts.policy.day(event.at + facts.policy.openings_again))
    new = tuple(entry for entry in entries if entry.id not in case.data.shown)
    if not new:
        return Decision(replace(case, due={"list": again}))
    shown = Openings(tuple(entry.id for entry in entries), event.at)
    letter = Send(
        "openings/list.mentor",
        to=mentor,
        context={
            "entries": tuple(opening(one, facts, day).plain() for one in entries[:_MOST_SHOWN]),
            "more": max(len(entries) - _MOST_SHOWN, 0),
            "new": len(new),
            "free": free,
        },
        asks=Asks(placing.ASSIGNMENT),
        reminder=True,
    )
    return Decision(replace(case, data=shown, due={"list": again}), (letter,))


def _for(mentor: str, facts: Facts) -> Iterator[Case[Assignment]]:
    """Give the assignments that this mentor could take, the urgent ones first, then the oldest."""
    found = [
        entry
        for entry in facts.open_of(placing.ASSIGNMENT)
        if entry.state == OPEN
        and mentor not in {*entry.parties.values(), *entry.data.declined, entry.data.former}
    ]
    yield from sorted(found, key=lambda entry: (not entry.data.urgent, entry.opened, entry.id))


def _free(mentor: str, day: date, facts: Facts) -> int:
    person, known = facts.roster.person(mentor), standing.serving(facts.roster, mentor, day)
    if person is None or person.away(day):
        return 0
    held = placing.held_places(facts.cases)
    return placing.free_places(facts.roster, known, held) if known else 0


def _rested(case: OpeningsCase, at: datetime, facts: Facts) -> bool:
    sent = case.data.sent
    if sent is None:
        return True
    return facts.policy.day(sent + facts.policy.openings_again) <= facts.policy.day(at)


def _finds(event: Event, facts: Facts) -> OpeningsCase | None:
    """The case that wakes has no party, the others are about their mentor."""
    about = getattr(event, "about", None)
    if about is not None:
        return facts.case_of(NAME, about)
    return next((case for case in facts.open_of(NAME) if not case.parties), None)


PROCEDURE = Procedure(
    name=NAME,
    title="The open list, as mentors get it",
    data=Openings,
    hears={},
    steps={
        (NONE, "listed"): listed,
        (WAKING, "listed"): listed,
        (WAKING, "due:wake"): wake,
        (NONE, "woken"): woken,
        (WATCHING, "woken"): woken,
        (WATCHING, "due:list"): list_due,
    },
    states={
        WAKING: "something new is on the list, the mentors are told on the next morning",
        WATCHING: "gets the open list once a week at most, if something is new",
        DONE: "the list is empty, or the mentor has no place free",
    },
    sees=frozenset({placing.ASSIGNMENT, NAME}),
    finds=_finds,
)
