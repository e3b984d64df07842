"""E26: letters that come back. An address is suspended and resumed; no role is touched by it.

A report can be forged, so that it takes two for good on different days to suspend an address, or
one that came to the letter's own bounce address (mail.md 2.3). A complaint suspends at once. An
authenticated mail from the address, a member's "approve" or the operator's command resumes it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mailer.rules import council
from mailer.rules.effects import Ask, Decision, Effect, Note, Send, Tell
from mailer.rules.events import Bounced, Due, Event, Ill, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.records import Case, Question

NAME = "delivery"
CAME_BACK, SUSPENDED, RESUMED = "came_back", "suspended", "resumed"
KIND = "address"
OPERATOR = "operator"
"""The name of a note that the operator must see: it is logged as an error, too."""
FORGOTTEN = timedelta(days=30)
"""A letter that came back counts for so long, if no second one does."""
_SUSPENDS = 2
"""Different days on which letters come back for good."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One address; `days` are those on which a letter came back for good."""

    address: str = ""
    days: tuple[date, ...] = ()
    status: str = ""


DeliveryCase = Case[Delivery]


def bounced(case: DeliveryCase, event: Bounced, facts: Facts) -> Decision:
    """Count what came back for good; the procedure whose letter it was need not wait for an answer.

    A delay is none. A full mailbox (5.2.2) may be emptied. A refusal by policy (5.7.x) is about us
    and not about the person: the operator is told.
    """
    if event.ill is Ill.DELAYED:
        return Decision(outcome="bounce")
    told = _to_its_case(event)
    if event.ill is Ill.FULL:
        return Decision(effects=told, outcome="bounce")
    if event.ill is Ill.POLICY:
        words = f"a letter was refused by policy, not for its address: {event.status or 'no code'}"
        return Decision(effects=(Note(OPERATOR, words), *told), outcome="bounce")
    return _came_back(case, event, facts, told)


def _came_back(
    case: DeliveryCase, event: Bounced, facts: Facts, told: tuple[Effect, ...]
) -> Decision:
    days = tuple(sorted({*case.data.days, facts.policy.day(event.at)}))
    surely = event.proven or event.ill is Ill.COMPLAINT or len(days) >= _SUSPENDS
    person = facts.roster.at(event.address)
    after = replace(
        case,
        state=SUSPENDED if surely or case.state == SUSPENDED else CAME_BACK,
        data=Delivery(event.address, days, _words(event)),
        parties={"reader": person.id} if person else {},
        due={} if surely or case.state == SUSPENDED else {"forget": event.at + FORGOTTEN},
    )
    effects: list[Effect] = list(told)
    if after.state == SUSPENDED and case.state != SUSPENDED:
        effects.append(_line(after, facts, f"no letter goes there: {after.data.status}"))
    question = _question(after, event.at, facts)
    known = facts.question_of(case.id, KIND)
    asked = council.update(known, question) if known else (Ask(question),)
    if case.state == SUSPENDED or (after.state, days) == (case.state, case.data.days):
        asked = ()  # It was shown, and nothing is new.
    return Decision(after, (*effects, *asked), outcome="bounce")


def forgotten(case: DeliveryCase, event: Due, facts: Facts) -> Decision:
    """Nothing else came back."""
    return _over(case, event, facts, "nothing else came back")


def resumed(case: DeliveryCase, event: Told, facts: Facts) -> Decision:
    """Send to the address again: somebody proved to write from it, or says that it works."""
    decision = _over(case, event, facts, event.reason or "it works again")
    why = f"letters go there again{f': {event.reason}' if event.reason else ''}"
    news = (_line(case, facts, why),) if case.state == SUSPENDED else ()
    return replace(decision, effects=(*decision.effects, *news))


def stays(case: DeliveryCase, event: Told, facts: Facts) -> Decision:
    """The council says that it shall stay as it is."""
    return Decision(case)


def breaker(case: DeliveryCase, event: Told, facts: Facts) -> Decision:
    """The limit of the whole programme is reached: only the council and the operator are told."""
    limit = facts.policy.answers_in_all
    members = facts.roster.council(facts.policy.day(event.at))
    letters = (Send("delivery/breaker.council", to=m.id, context={"limit": limit}) for m in members)
    words = f"{limit} automatic answers went out today; no more do until tomorrow"
    return Decision(effects=(Note(OPERATOR, words), *letters))


def marked(before: DeliveryCase, decision: Decision) -> dict[str, str | None]:
    """Return the address that a decision suspended, with its case, or resumed (None)."""
    after = decision.case
    if after is None or after.state == before.state:
        return {}
    if after.state == SUSPENDED:
        return {after.data.address: after.id}
    return {after.data.address: None} if before.state == SUSPENDED else {}


def opened(programme: str, at: datetime) -> Told:
    """Return what says that the limit of the whole programme was reached."""
    return Told(derive("breaker", programme, at.isoformat()), at, "breaker", NAME)


def resumption(case: str, at: datetime) -> Told:
    """Return what says that the operator lets letters go to an address again."""
    told = derive("told", case, "resumed", at.isoformat())
    return Told(told, at, "resumed", NAME, case=case, reason="the operator says so")


def wrote(case: str, event: Said) -> Told:
    """Return what says that somebody proved to write from a suspended address."""
    told = derive("told", event.id, "resumed")
    reason = "an authenticated mail came from it"
    return Told(told, event.at, "resumed", NAME, case=case, by=event.speaker, reason=reason)


def _over(case: DeliveryCase, event: Event, facts: Facts, why: str) -> Decision:
    known = facts.question_of(case.id, KIND)
    by = event.by if isinstance(event, Told) else None
    gone = council.withdraw(known, event.at, by, why) if known else ()
    return Decision(replace(case, state=RESUMED, due={}, closed=event.at), gone)


def _line(case: DeliveryCase, facts: Facts, words: str) -> Note:
    person = facts.roster.at(case.data.address)
    who = f"{person.name} <{case.data.address}>" if person else case.data.address
    return Note(NAME, f"{who}: {words}", person.id if person else None, news=True)


def _words(event: Bounced) -> str:
    if event.ill is Ill.COMPLAINT:
        return "the reader's mail provider reported a complaint"
    return event.status or "no code"


def _question(case: DeliveryCase, at: datetime, facts: Facts) -> Question:
    """Show the address to the council."""
    person = facts.roster.at(case.data.address)
    name, suspended = person.name if person else case.data.address, case.state == SUSPENDED
    letters = "none is sent there" if suspended else "still sent; none after a second day like this"
    days = ", ".join(day.isoformat() for day in case.data.days)
    others = person.addresses[1:] if person else ()
    lines = [
        ("Address", case.data.address),
        ("Came back on", days),
        ("Said by the mail system", case.data.status),
        ("Letters", letters),
        ("Other addresses", ", ".join(others)),
    ]
    return Question(
        id=derive("question", NAME, case.id, case.state),
        kind=KIND,
        title=f"Mail to {name} comes back",
        procedure=NAME,
        case=case.id,
        asked=at,
        facts=tuple((label, value) for label, value in lines if value),
        rule="E26: an address that refuses mail is shown to the council; no role changes by it",
        approve="letters go to the address again" if suspended else "marks it as seen",
        silence="it stays as it is; an authenticated mail from the address ends it",
    )


def _to_its_case(event: Bounced) -> tuple[Effect, ...]:
    if event.case is None:
        return ()
    told = derive("told", event.id, "came_back")
    return (Tell(Told(told, event.at, "came_back", procedure=NAME, case=event.case)),)


def _finds(event: Event, facts: Facts) -> DeliveryCase | None:
    """Return the open case of the address that an event is about."""
    address = event.address if isinstance(event, Bounced) else None
    return next((case for case in facts.open_of(NAME) if case.data.address == address), None)


PROCEDURE = Procedure(
    name=NAME,
    title="Letters that come back",
    data=Delivery,
    hears={},
    steps={
        (NONE, "bounced"): bounced,
        (NONE, "breaker"): breaker,
        (CAME_BACK, "bounced"): bounced,
        (CAME_BACK, "due:forget"): forgotten,
        (CAME_BACK, "resumed"): resumed,
        (CAME_BACK, "approved"): stays,
        (CAME_BACK, "rejected"): stays,
        (SUSPENDED, "bounced"): bounced,
        (SUSPENDED, "resumed"): resumed,
        (SUSPENDED, "approved"): resumed,
        (SUSPENDED, "rejected"): stays,
    },
    states={
        CAME_BACK: "a letter came back; a second one on another day suspends the address",
        SUSPENDED: "no letter goes to the address",
        RESUMED: "letters go to the address",
    },
    sees=frozenset({NAME}),
    finds=_finds,
)
