"""What the council is asked about an open assignment, and the ways in which it can be asked."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from mailer.rules import council, dates, placing
from mailer.rules.assigning import (
    NAME,
    Asked,
    AssignmentCase,
    day_of,
    mentee_of,
    mentor_of,
    wanted,
)
from mailer.rules.echo import words
from mailer.rules.effects import Decision, Effect
from mailer.rules.events import Due, Event, Said
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.placing import LEFT
from mailer.rules.records import Question

_RULE_IN_TIME = "R30: placed within {days} days, or the council is asked"
_RULE_APPROVES = "R10: nothing begins before the mentee has approved that mentor"


def overdue(case: AssignmentCase, event: Due, facts: Facts) -> Decision:
    """Nobody was found in time: ask the council, with whom we would ask and why (R30, B7).

    The first time somebody is proposed as a mentor, after that as one who stands in (R24).
    """
    found = placing.proposals(
        wanted(case, facts), facts.roster, day_of(event, facts), placing.held_places(facts.cases)
    )
    asked = Asked.STAND_IN if case.data.rounds else Asked.OVERDUE
    again = facts.policy.morning(facts.policy.day(event.at + facts.policy.placement))
    after = replace(
        case,
        data=replace(
            case.data,
            asked=asked,
            proposed=found[0].mentor if found else None,
            rounds=case.data.rounds + 1,
        ),
        due={**case.due, "placement": again},
    )
    mentee = mentee_of(case, facts)
    question = _question(
        after,
        event,
        facts,
        title=f"{mentee.name} has no mentor yet",
        lines=proposal_lines(found, facts),
        rule=_RULE_IN_TIME.format(days=facts.policy.placement.days),
        approve=_approval_of(after, facts),
        silence=f"{mentee.name} stays on the list; you are asked again in "
        f"{facts.policy.placement.days} days",
    )
    return Decision(after, _asked(after, question, facts))


def silent(case: AssignmentCase, event: Due, facts: Facts) -> Decision:
    """S8: the mentee did not answer in time."""
    mentee, mentor = mentee_of(case, facts), mentor_of(case, facts)
    left = replace(case, state=LEFT, data=replace(case.data, asked=Asked.SILENT))
    question = _question(
        left,
        event,
        facts,
        title=f"{mentee.name} has not said whether {mentor.name} may be the mentor",
        lines=(("Would be the mentor", mentor.name),),
        rule=_RULE_APPROVES,
        approve=f"{mentee.name} goes back on the list, {mentor.name} is thanked and free again",
        silence="nothing begins; an answer of the mentee still counts",
        reject=f"with a reject, {mentee.name} is asked once more",
    )
    return Decision(left, _asked(left, question, facts))


def condition(case: AssignmentCase, event: Said, facts: Facts, begins: date | None) -> Decision:
    """Situation 10: the mentee agrees under a condition; with a day the council can agree to it."""
    mentee, mentor = mentee_of(case, facts), mentor_of(case, facts)
    if begins is None or begins <= day_of(event, facts):
        return question(case, event, facts)
    data = replace(case.data, asked=Asked.CONDITION, begins=begins)
    after = replace(case, data=data)
    asked = _question(
        after,
        event,
        facts,
        title=f"{mentee.name} agrees to {mentor.name} as a mentor from {begins.isoformat()}",
        lines=(("Would be the mentor", mentor.name), ("From", words(begins))),
        rule=_RULE_APPROVES,
        approve=f"the relationship begins on {begins.isoformat()}, both are told now",
        silence="nothing begins; a plain yes of the mentee still counts",
        reject="with a reject, the mentee is asked for a plain yes or no",
    )
    return Decision(after, _asked(after, asked, facts), outcome="needs_review")


def question(case: AssignmentCase, event: Said, facts: Facts) -> Decision:
    """Show the council what a party asked; an offer or an approval stays open meanwhile (E16)."""
    mentee, mentor = mentee_of(case, facts), mentor_of(case, facts)
    who = facts.roster.name(event.speaker)
    after = replace(case, data=replace(case.data, asked=Asked.QUESTION))
    asked = _question(
        after,
        event,
        facts,
        title=f"{who} asks before answering: {mentee.name} with {mentor.name}",
        lines=(("Mentor", mentor.name), ("Asked by", who)),
        rule="situation 10, E16: a question is no answer; it is passed on",
        approve="marks it as answered; nothing is sent, the answer is waited for",
        silence="nothing begins until both have said yes",
    )
    return Decision(after, _asked(after, asked, facts), outcome="needs_review")


def proposal_lines(found: Iterable[placing.Proposal], facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return proposals as lines of a question, each with its reasons (B7)."""
    lines = tuple(
        (
            "We would ask" if number == 0 else "Or",
            f"{facts.roster.name(one.mentor)}: {'; '.join(one.reasons)}",
        )
        for number, one in enumerate(found)
    )
    return lines or (("We would ask", "nobody: no mentor with a free place fits"),)


def _approval_of(case: AssignmentCase, facts: Facts) -> str:
    if case.data.proposed is None:
        return "marks it as seen; nothing is sent"
    best = facts.roster.name(case.data.proposed)
    days = facts.policy.temporary.days
    if case.data.asked is Asked.STAND_IN:
        return f"{best} is asked to stand in as a temporary mentor for {days} days"
    return f"{best} is asked; if {best} agrees, the mentee is asked"


def _asked(case: AssignmentCase, question: Question, facts: Facts) -> tuple[Effect, ...]:
    return council.ask_or_update(facts.question_of(case.id, NAME), question)


def _question(
    case: AssignmentCase,
    event: Event,
    facts: Facts,
    *,
    title: str,
    lines: tuple[tuple[str, str], ...],
    rule: str,
    approve: str,
    silence: str,
    reject: str = "",
) -> Question:
    mentee, data = mentee_of(case, facts), case.data
    today = day_of(event, facts)
    listed = facts.policy.day(case.opened)
    common = (
        ("Mentee", mentee.name),
        ("Waiting since", f"{listed.isoformat()} ({dates.length(listed, today)})"),
        ("Country", data.fields.country or mentee.country or ""),
        ("Languages", words(data.fields.languages)),
        ("Would like to learn", words(data.fields.skills)),
        ("Mentor before", facts.roster.name(data.former) if data.former else ""),
        ("Urgent", "yes" if data.urgent else ""),
    )
    parties = {*case.parties.values(), *((data.proposed,) if data.proposed else ())}
    evidence = (event.fields.reason or event.words) if isinstance(event, Said) else ""
    return Question(
        id=derive("question", NAME, case.id, event.id),
        kind=NAME,
        title=title,
        procedure=NAME,
        case=case.id,
        asked=event.at,
        about=tuple(sorted(parties)),
        facts=tuple((label, value) for label, value in (*common, *lines) if value),
        evidence=evidence or data.words,
        rule=rule,
        approve=approve,
        silence=f"{silence}; {reject}" if reject else silence,
        source=event.source.inbox if isinstance(event, Said) else data.source,
    )
