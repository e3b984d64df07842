"""E29, S21: "status", "help", the question how far something is, and the public lists."""

from dataclasses import dataclass
from typing import Any

from mailer.rules import dates, directory, standing
from mailer.rules.effects import Decision, Send
from mailer.rules.events import Said
from mailer.rules.facts import Facts
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Person

NAME = "query"
_UNSEEN = frozenset({"openings"})
"""Procedures that only remember what somebody was sent: no matter of theirs is open there."""


_OWN = frozenset({"change", "clarification", "feedback", "privacy"})
"""Procedures of which a person's own standing tells, and nobody else's question (B10)."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query keeps no record of its own."""


def status(case: Case[Query], event: Said, facts: Facts) -> Decision:
    """Answer with a person's own standing; a council member may ask for somebody else's."""
    asker = facts.roster.person(event.person)
    asked = event.fields.about
    member = asker is not None and asker.on_council(facts.policy.day(event.at))
    if asked is not None and asked.person not in (None, event.speaker) and not member:
        return _answer("query/not_yours.sender", event, {"asked": asked.name or asked.email or ""})
    if asked is not None and asked.person is None and event.intent is Intent.STATUS:
        return _answer("query/nobody.sender", event, {"asked": asked.name or asked.email or ""})
    other = facts.roster.person(asked.person) if asked and member else None
    return _answer("query/status.sender", event, _standing(other or asker, asker, event, facts))


def help_(case: Case[Query], event: Said, facts: Facts) -> Decision:
    """Say what can be written to this address."""
    asker = facts.roster.person(event.person)
    member = asker is not None and asker.on_council(facts.policy.day(event.at))
    return _answer("query/help.sender", event, {"member": member})


def mentors(case: Case[Query], event: Said, facts: Facts) -> Decision:
    """S21: the list of mentors, by public fields alone (R23)."""
    found = directory.mentors(facts.roster, facts.policy.day(event.at))
    return _answer("query/mentors.sender", event, {"mentors": tuple(m.plain() for m in found)})


def openings(case: Case[Query], event: Said, facts: Facts) -> Decision:
    """S21: the list of open assignments, by public fields alone."""
    day, roster = facts.policy.day(event.at), facts.roster
    found = directory.openings(facts.open_of("assignment"), roster, facts.policy, day)
    may_take = standing.serving(roster, event.speaker, day) is not None
    context = {"entries": tuple(one.plain() for one in found), "mentor": may_take}
    return _answer("query/openings.sender", event, context, Asks("assignment"))


def _answer(
    template: str, event: Said, context: dict[str, Any], asks: Asks | None = None
) -> Decision:
    letter = Send(template, to=event.person, context=context, asks=asks, thread=event.source)
    return Decision(effects=(letter,))


def _standing(
    person: Person | None, asker: Person | None, event: Said, facts: Facts
) -> dict[str, Any]:
    if person is None:
        raise ValueError("the engine lets no stranger's query through")
    roster, today = facts.roster, facts.policy.day(event.at)
    mentor, own = roster.mentor(person.id), roster.mentor_of(person.id)
    return {
        "asked": person.name,
        "own": person == asker,
        "since": person.member_since,
        "mentor": mentor.state.value if mentor else "",
        "mentees": tuple(mentee.name for mentee in roster.mentees_of(person.id)),
        "mentored_by": own.name if own else "",
        "cases": tuple(
            {
                "title": case.procedure,
                "state": case.state.replace("_", " "),
                "opened": case.opened,
                "age": dates.length(facts.policy.day(case.opened), today),
            }
            for case in facts.cases
            if person.id in case.parties.values()
            and case.procedure not in _UNSEEN
            and (person == asker or case.procedure not in _OWN)
        ),
    }


PROCEDURE = Procedure(
    name=NAME,
    title="Status and help",
    data=Query,
    hears={
        Intent.STATUS: Hears("status", "any member; of others, a council member"),
        Intent.STATUS_QUESTION: Hears("how far is my application?", "any member"),
        Intent.HELP: Hears("help", "any member"),
        Intent.MENTORS: Hears("mentors: the list of mentors", "any member"),
        Intent.OPENINGS: Hears("open: the list of open assignments", "any member"),
    },
    steps={
        (NONE, "status"): status,
        (NONE, "status_question"): status,
        (NONE, "help"): help_,
        (NONE, "mentors"): mentors,
        (NONE, "openings"): openings,
    },
    sees=frozenset({"assignment"}),
    states={},
)
