"""Which pair a word is about: by the case, by the relationship, or by the people it names."""

from typing import Any

from mailer.rules.events import Event, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Case, Mentorship

MENTOR, MENTEE = "mentor", "mentee"
MEETING = "meeting"


def case_of_pair(procedure: str, event: Event, facts: Facts) -> Case[Any] | None:
    """Return the one open case of a procedure that an event is about, or None.

    `data.pair` of such a case is the relationship's id. What somebody wrote is about their only
    pair, or about the one whose other side it names; between two nobody chooses.
    """
    cases = facts.open_of(procedure)
    if isinstance(event, Told):
        return next((case for case in cases if event.pair and case.data.pair == event.pair), None)
    if not isinstance(event, Said):
        return None
    mine = [case for case in cases if event.speaker in case.parties.values()]
    named = named_in(event) - {event.speaker}
    fits = [case for case in mine if named & set(case.parties.values())]
    found = fits if named else mine
    return found[0] if len(found) == 1 else None


def named_in(event: Said) -> set[str | None]:
    """Return the known people whom a mail names as one of a pair."""
    fields = event.fields
    everybody = (*fields.mentee, fields.mentor, fields.about)
    return {one.person for one in everybody if one is not None and one.person}


def pairs_of(facts: Facts, person: str) -> tuple[Mentorship, ...]:
    """Return the running relationships in which somebody is, as a mentor or as a mentee."""
    own = facts.roster.running(person)
    return (*facts.roster.running_of(person), *((own,) if own else ()))


def others(facts: Facts, person: str) -> tuple[str, ...]:
    """Return the names of those with whom somebody is in a running relationship."""
    pairs = pairs_of(facts, person)
    return tuple(
        facts.roster.name(pair.mentee if pair.mentor == person else pair.mentor) for pair in pairs
    )


def role_of(case: Case[Any], person: str | None) -> str:
    """Return the part of somebody in a case; raises ValueError for nobody of it."""
    for role, party in case.parties.items():
        if party == person:
            return role
    raise ValueError(f"{person} is no party of case {case.id}")


def other_of(role: str) -> str:
    """Return the other part of a pair."""
    return MENTEE if role == MENTOR else MENTOR


def pair_of(case: Case[Any], facts: Facts) -> Mentorship:
    """Return the relationship of a case; raises ValueError where it is not on the roster."""
    pair = facts.roster.mentorship(case.data.pair)
    if pair is None:
        raise ValueError(f"case {case.id} names a relationship that is not on the roster")
    return pair


def names_of(pair: Mentorship, facts: Facts) -> str:
    """Return the names of both sides of a pair, the mentor's first."""
    return f"{facts.roster.name(pair.mentor)} and {facts.roster.name(pair.mentee)}"


def meeting_told(pair: str, name: str, began: str) -> str:
    """Return the id of the word to "meeting" that a relationship began or ended."""
    return derive(MEETING, name, began, pair)


def keeping_in_touch(pair: str) -> Asks:
    """Return what a letter to a new pair asks: how the two keep in touch (S18).

    The case is the one that the relationship's beginning opens.
    """
    told = meeting_told(pair, "began", derive("began", pair))
    return Asks(MEETING, derive("case", MEETING, told), (Intent.AGREED,))
