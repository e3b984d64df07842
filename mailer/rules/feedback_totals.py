"""What a feedback round adds up to, and how much of it a member of the council may see (R18, S19).

A small number protects whoever wrote: below the guard no mean and no words are shown. Nobody sees
what is said about themselves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mailer.rules import standing
from mailer.rules.facts import Policy
from mailer.rules.ids import derive
from mailer.rules.pair_cases import MENTEE, MENTOR
from mailer.rules.private import named_in
from mailer.rules.records import Case, Mentorship
from mailer.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one person says about another: `side` is the writer's part in the pair.

    `rating` runs from 1 to 5, `words` are as written, `until` is the last day of the round.
    """

    pair: str = ""
    side: str = ""
    about: str | None = None
    rating: float | None = None
    words: str = field(default="", repr=False)
    until: date | None = None


def asked_pairs(roster: Roster, day: date, policy: Policy) -> tuple[Mentorship, ...]:
    """Return the relationships that a round asks about: running, lasting, and no longer new."""
    return tuple(
        pair
        for pair in roster.mentorships()
        if pair.until is None
        and not pair.temporary
        and (pair.since is None or day - pair.since >= policy.newcomer)
    )


def asked_people(pair: Mentorship, roster: Roster, day: date) -> tuple[tuple[str, str, str], ...]:
    """Return (side, who is asked, about whom) of a pair; nobody who is away or has left."""
    sides = ((MENTOR, pair.mentor, pair.mentee), (MENTEE, pair.mentee, pair.mentor))
    found = []
    for side, author, about in sides:
        person = roster.person(author)
        if person is not None and standing.active(person, day) and not person.away(day):
            found.append((side, author, about))
    return tuple(found)


def totals(
    cases: Iterable[Case[Any]], member: str, roster: Roster, guard: int
) -> tuple[Mapping[str, Any], ...]:
    """Return what a member sees of each side: how many were asked and answered, mean and words.

    `mean` is None and `words` are empty below the guard. Answers about the member, or written by
    them, are in no line. Words stand in an order that tells nothing of who wrote them.
    """
    every = [case for case in cases if member not in _concerned(case, roster)]
    return tuple(_side(side, every, roster, guard) for side in (MENTEE, MENTOR))


def _concerned(case: Case[Any], roster: Roster) -> set[str | None]:
    """Return whom an answer is about, by record or by name, and who wrote it."""
    return {case.data.about, *case.parties.values(), *named_in(case.data.words, roster)}


def _side(side: str, every: list[Case[Any]], roster: Roster, guard: int) -> Mapping[str, Any]:
    mine = [case for case in every if case.data.side == side]
    answers = [case for case in mine if case.data.rating is not None or case.data.words]
    marks = [case.data.rating for case in answers if case.data.rating is not None]
    enough = len({tuple(case.parties.values()) for case in answers}) >= guard
    said = sorted(answers, key=lambda case: derive("shuffled", case.id))
    return {
        "side": side,
        "asked": len(mine),
        "answered": len(answers),
        "mean": _mean(marks) if enough and len(marks) >= guard else None,
        "words": tuple(case.data.words for case in said if case.data.words) if enough else (),
        "people": _people(answers, roster, guard),
    }


def _people(answers: list[Case[Any]], roster: Roster, guard: int) -> tuple[tuple[str, str], ...]:
    """Return (name, mean) of whoever enough people gave a mark."""
    marks: dict[str, list[float]] = {}
    for case in answers:
        if case.data.about and case.data.rating is not None:
            marks.setdefault(case.data.about, []).append(case.data.rating)
    return tuple(
        (
            roster.name(person),
            f"{_mean(given)} ({len(given)} {'mark' if len(given) == 1 else 'marks'})",
        )
        for person, given in sorted(marks.items(), key=lambda item: roster.name(item[0]))
        if len(given) >= guard
    )


def _mean(marks: list[float]) -> str | None:
    return f"{sum(marks) / len(marks):.1f}" if marks else None
