"""E20: seats on the council have a first and a last day; who may decide follows from them."""

from dataclasses import replace
from datetime import date, timedelta

from mailer.rules.fields import Command, Verb
from mailer.rules.records import Person, Term
from mailer.rules.roster import Roster


def found(roster: Roster, written: str) -> tuple[Person, ...]:
    """Return whom a name or an address means exactly: nobody, one, or several of one name."""
    if known := roster.at(written.strip("<>")):
        return (known,)
    low = " ".join(written.lower().split())
    return tuple(person for person in roster if " ".join(person.name.lower().split()) == low)


def problem(command: Command, roster: Roster, today: date) -> str:
    """Return why a line cannot be meant so, or ""."""
    people = found(roster, command.named)
    if not people:
        return f"nobody on the roster is called {command.named!r}; write their address"
    if len(people) > 1:
        which = ", ".join(person.address for person in people)
        return f"several people are called so; write the address: {which}"
    [person] = people
    return obstacle(command, person, today)


def obstacle(command: Command, person: Person, today: date) -> str:
    """Return why a person's seat cannot be changed so, or ""."""
    since, until = command.since or today, command.until
    if command.verb is Verb.ADD and until is not None and until < since:
        return f"{until} is before {since}"
    if command.verb is Verb.ADD and any(_overlap(term, since, until) for term in person.terms):
        return f"{person.name} has a seat in that time already"
    if command.verb is Verb.END and not any(
        _runs_on(term, until or today) for term in person.terms
    ):
        return f"{person.name} has no seat that runs on after {until or today}"
    return ""


def changed(command: Command, person: Person, today: date) -> Person:
    """Return the person with the term that a line adds or ends."""
    if command.verb is Verb.ADD:
        term = Term(command.since or today, command.until)
        return replace(person, terms=(*person.terms, term))
    last = command.until or today
    # A term that was to begin later never does.
    kept = (term for term in person.terms if term.since <= last)
    terms = tuple(replace(t, until=last) if _runs_on(t, last) else t for t in kept)
    return replace(person, terms=terms)


def opposite(command: Command, before: tuple[Term, ...], day: date) -> Command | None:
    """Return the line that takes one back which was carried out; None where there is none.

    `before` are the terms as they were, and `day` is when the line was written.
    """
    if command.verb is Verb.ADD:
        last = (command.since or day) - timedelta(days=1)
        return replace(command, verb=Verb.END, since=None, until=last)
    last = command.until or day
    ended = next((term for term in before if _runs_on(term, last)), None)
    if ended is None:
        return None
    since = max(last + timedelta(days=1), ended.since)
    return replace(command, verb=Verb.ADD, since=since, until=ended.until)


def words(command: Command, person: Person, today: date) -> str:
    """Say what a line does, as the title of a question."""
    if command.verb is Verb.ADD:
        until = f" until {command.until.isoformat()}" if command.until else ""
        since = (command.since or today).isoformat()
        return f"Give {person.name} a seat on the council from {since}{until}?"
    return f"End the seat of {person.name} on {(command.until or today).isoformat()}?"


def _overlap(term: Term, since: date, until: date | None) -> bool:
    ends_before = term.until is not None and term.until < since
    begins_after = until is not None and until < term.since
    return not ends_before and not begins_after


def _runs_on(term: Term, last: date) -> bool:
    return term.until is None or term.until > last


def began(person: Person, day: date) -> Term | None:
    """Return the term that a person serves on this day; one that follows another is not new."""
    for term in person.terms:
        if term.holds(day) and not person.on_council(term.since - timedelta(days=1)):
            return term
    return None
