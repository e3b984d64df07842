"""S7: a mentor says whom they take, by name or anybody from the list; that case is told of it."""

from mailer.rules import placing, standing
from mailer.rules.assigning import (
    NAME,
    OPEN,
    AssignmentCase,
    day_of,
    mentee_of,
    obstacle,
    wanted,
)
from mailer.rules.effects import Decision, Effect, Note, Send, Tell
from mailer.rules.events import Said, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive


def takes(case: AssignmentCase, event: Said, facts: Facts) -> Decision:  # noqa: ARG001 - a rule gets its case; this one has none yet
    """Tell the case of each mentee who is named; a name that fits nobody is asked back."""
    day = day_of(event, facts)
    if standing.serving(facts.roster, event.speaker, day) is None:
        letter = Send(f"{NAME}/no_mentor.sender", to=event.person, thread=event.source)
        return Decision(effects=(letter,), outcome="no_action")
    if not event.fields.mentee:
        return _anybody(event, facts)
    found = dict.fromkeys(one.person for one in event.fields.mentee if one.person)
    unknown = tuple(str(one) for one in event.fields.mentee if not one.person)
    effects: list[Effect] = [_told(event, mentee) for mentee in found]
    if unknown:
        context = {"names": unknown}
        letter = Send(f"{NAME}/who.mentor", to=event.person, context=context, thread=event.source)
        effects.append(letter)
    return Decision(effects=tuple(effects))


def _anybody(event: Said, facts: Facts) -> Decision:
    """Choose for "anybody": whoever is urgent, then whoever fits best, then who waits longest."""
    day = day_of(event, facts)
    held = placing.held_places(facts.cases)
    fitting = []
    for entry in facts.open_of(NAME):
        free = entry.state == OPEN and event.person not in entry.data.declined
        if not free or obstacle(mentee_of(entry, facts), event.person, facts, day, entry):
            continue
        found = placing.fit(wanted(entry, facts), event.person, facts.roster, day, held)
        if found is None:
            continue  # The two have parted already.
        score = found.score
        fitting.append((not entry.data.urgent, -score, entry.opened, entry.id, entry))
    if fitting:
        entry = min(fitting, key=lambda one: one[:-1])[-1]
        return Decision(effects=(_told(event, mentee_of(entry, facts).id),))
    name = facts.roster.name(event.speaker)
    letter = Send(f"{NAME}/nobody_waits.mentor", to=event.person, thread=event.source)
    note = Note(NAME, f"{name} would take a mentee; nobody waits", event.person, news=True)
    return Decision(effects=(letter, note))


def _told(event: Said, mentee: str) -> Tell:
    return Tell(
        Told(
            id=derive("takes", event.id, mentee),
            at=event.at,
            name="mentor_takes",
            procedure=NAME,
            about=mentee,
            by=event.person,
            source=event.source,
        )
    )
