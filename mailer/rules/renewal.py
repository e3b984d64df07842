"""The year of a pair (R4): its beginning, and the council's question about silence at its end."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from mailer.rules.dates import term
from mailer.rules.events import Event, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.pair_cases import MENTEE, MENTOR, pair_of
from mailer.rules.records import Case, Mentorship, Question

COMMITMENT = "commitment"
EXTEND, CHANGE, END = "extend", "change", "end"
"""What a side can answer: another year, somebody else, or nothing more."""


def beginnings(pairs: Iterable[Mentorship], at: datetime) -> list[Told]:
    """Return what makes the year run for relationships that the rules did not begin themselves."""
    return [
        Told(derive("began", pair.id), at, "began", COMMITMENT, about=pair.mentee, pair=pair.id)
        for pair in pairs
        if pair.until is None and not pair.temporary
    ]


def endings(pairs: Iterable[Mentorship], looking: Collection[str], at: datetime) -> list[Told]:
    """Return what follows where an import ended relationships, or gave mentors to those who look.

    `looking` are the people on the list of open assignments.
    """
    known = tuple(pairs)
    over = [
        Told(
            derive("ended", pair.id, at.isoformat()),
            at,
            "ended",
            COMMITMENT,
            about=pair.mentee,
            pair=pair.id,
        )
        for pair in known
        if pair.until is not None
    ]
    found = [
        Told(derive("closed", pair.id), at, "closed", "assignment", about=pair.mentee)
        for pair in known
        if pair.until is None and pair.mentee in looking
    ]
    return [*over, *found]


def renewal_question(case: Case[Any], event: Event, facts: Facts, *, wanted: bool) -> Question:
    """Return the question how a pair goes on; `wanted` says that a change is not settled yet."""
    pair = pair_of(case, facts)
    mentor, mentee = facts.roster.name(pair.mentor), facts.roster.name(pair.mentee)
    review, answers = pair.review.isoformat() if pair.review else "", case.data.answers
    longer = f"another {term(facts.policy.commitment)}"
    heard = {EXTEND: longer, CHANGE: "a change"}
    change = (("So far", "a change was asked for and is not settled"),) if wanted else ()
    return Question(
        id=derive("question", case.procedure, case.id, review, wanted),
        kind=case.procedure,
        title=f"How do {mentor} and {mentee} go on?",
        procedure=case.procedure,
        case=case.id,
        asked=event.at,
        about=(pair.mentor, pair.mentee),
        facts=(
            ("Review day", review),
            (f"Said by {mentor}", heard.get(answers.get(MENTOR), "no answer")),
            (f"Said by {mentee}", heard.get(answers.get(MENTEE), "no answer")),
            *change,
        ),
        rule="R4: at its end both extend or change; silence goes to the council",
        approve=f"they go on for {longer}, and both get a letter",
        silence="they go on as they are; an answer of both still counts",
    )
