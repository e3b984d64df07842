"""The one way from an event to a decision: find the case, find the line in its table, run it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from mailer.rules.effects import Decision, Note
from mailer.rules.events import Bounced, Due, Event, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.records import Case
from mailer.rules.standing import active

CONTACT = "contact"
"""The procedure that takes whatever no other one may act on: it asks the council."""

ALUMNI = "alumni"
"""The procedure that hears whatever alumni write, but for what those hear in `FOR_ALUMNI`."""
FOR_ALUMNI = frozenset({"privacy", "departure"})


@dataclass(frozen=True, slots=True)
class Ran:
    """A decision, the procedure that made it and the case as it was before."""

    procedure: str
    before: Case[Any]
    decision: Decision


def decide(
    procedures: Mapping[str, Procedure], event: Event, facts: Facts, case: Case[Any] | None
) -> Ran:
    """Return what the rules make of an event; `case` is the one that the event names, if any.

    What somebody said goes to "contact" when it is held (see `held`) or stands in no line of
    the procedure's table. Anything else without a line changes nothing and is noted.
    """
    procedure, found = _route(procedures, event, facts, case)
    rule = procedure.step(found.state, event.name)
    if isinstance(event, Said) and _by_alumni(event, facts, procedure) and ALUMNI in procedures:
        procedure = procedures[ALUMNI]
        found = procedure.existing(event, facts) or _fresh(procedure, event)
        rule = procedure.step(found.state, "said")
    known = procedure.name == ALUMNI
    if isinstance(event, Said) and (rule is None or (not known and held(event, procedure, found))):
        procedure = procedures[CONTACT]
        found = _fresh(procedure, event)
        rule = procedure.step(NONE, "said")
    if rule is None:
        words = f"{event.name} changes nothing in state {found.state or 'none'}"
        decision = Decision(effects=(Note("refused", words),), outcome="no_action")
    else:
        decision = rule(found, event, facts)
    return Ran(procedure.name, found, _settled(found, event, decision))


def _by_alumni(event: Said, facts: Facts, procedure: Procedure) -> bool:
    """Say whether somebody who has left writes, about anything but their data (E18)."""
    person = facts.roster.person(event.speaker)
    gone = person is not None and not active(person, facts.policy.day(event.at))
    proven = event.trust >= Trust.AUTHENTICATED and event.witness is None
    plain = not event.doubts or event.intent is Intent.UNCLEAR
    return gone and proven and plain and procedure.name not in FOR_ALUMNI


def held(event: Said, procedure: Procedure, case: Case[Any]) -> bool:
    """Say whether a person must read this before anything happens.

    That is so for strangers, for doubts, for somebody who is no party of the case, whatever
    their role, and where the speaker has proven less than the intent needs. A person's own reply
    that carries the token of our letter to that very person proves as much as authentication,
    except for what needs both (`Trust.PROVEN`).
    """
    hears = procedure.hears.get(event.intent)
    if hears is None:
        return True
    if event.speaker is None:
        own = event.trust >= Trust.AUTHENTICATED and event.witness is None
        return not (hears.strangers and own and not event.doubts)
    if hears.unsettled(event.doubts) and not hears.doubtful:
        return True
    if case.parties and event.speaker not in case.parties.values():
        return True
    proven = max(event.trust, Trust.AUTHENTICATED if _own_reply(event) else Trust.CLAIMED)
    return proven < hears.trust


def _own_reply(event: Said) -> bool:
    """Say whether it carries the token that was sent to the speaker, and nobody passed it on."""
    letter = event.answers
    return (
        letter is not None
        and letter.by_token
        and not (letter.expired or letter.stale)
        and letter.person == event.speaker
        and event.witness is None
    )


def due_events(case: Case[Any], now: datetime) -> tuple[Due, ...]:
    """Return the deadlines of a case that have come, the earliest first.

    The id names the deadline and its time, so that a deadline is met once, however late.
    """
    come = sorted((at, name) for name, at in case.due.items() if at <= now)
    return tuple(
        Due(id=derive("due", case.id, name, at.isoformat()), at=now, deadline=name, case=case.id)
        for at, name in come
    )


def _route(
    procedures: Mapping[str, Procedure], event: Event, facts: Facts, case: Case[Any] | None
) -> tuple[Procedure, Case[Any]]:
    if isinstance(event, Bounced):
        return procedures[CONTACT], _fresh(procedures[CONTACT], event)
    name = event.procedure if isinstance(event, Said | Told) else CONTACT
    if case is not None and not _begins_another(procedures, event, case):
        return procedures[case.procedure], case
    procedure = procedures.get(name, procedures[CONTACT])
    existing = procedure.existing(event, facts)
    return procedure, existing or _fresh(procedure, event)


def _begins_another(procedures: Mapping[str, Procedure], event: Event, case: Case[Any]) -> bool:
    """Say whether a mail in the thread of a case is about a matter of another procedure."""
    if not isinstance(event, Said) or event.procedure in {"", case.procedure}:
        return False
    return event.intent not in procedures[case.procedure].hears


def _fresh(procedure: Procedure, event: Event) -> Case[Any]:
    """Return the empty case that an event may open; its id follows from the event."""
    return Case(
        id=derive("case", procedure.name, event.id),
        procedure=procedure.name,
        state=NONE,
        data=procedure.data(),
        opened=event.at,
    )


def _settled(before: Case[Any], event: Event, decision: Decision) -> Decision:
    """Count the version on, and strike a deadline that has been met and was not set anew."""
    after = decision.case
    if isinstance(event, Due) and before.state != NONE:
        after = after or before
        if after.due.get(event.deadline) == before.due.get(event.deadline):
            left = {name: at for name, at in after.due.items() if name != event.deadline}
            after = replace(after, due=left)
    if after is None:
        return decision
    return replace(decision, case=replace(after, version=before.version + (before.state != NONE)))
