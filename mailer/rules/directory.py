"""What may be seen by everybody: the mentors and the open assignments, by public fields (R23, S21).

For lists, public pages and files. Never an address, never a reason.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from mailer.rules import dates, standing
from mailer.rules.assigning import MENTEE, OPEN, STANDING_IN, Assignment
from mailer.rules.facts import Facts, Policy
from mailer.rules.placing import ASSIGNMENT
from mailer.rules.records import Case
from mailer.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class PublicMentor:
    """One line of the list of mentors. `free` says whether they have a place and are here."""

    name: str
    country: str
    languages: tuple[str, ...]
    skills: tuple[str, ...]
    free: bool

    def plain(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Opening:
    """One line of the list of open assignments; `since` is the day on which the waiting began."""

    name: str
    country: str
    languages: tuple[str, ...]
    skills: tuple[str, ...]
    since: date
    age: str
    urgent: bool

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def mentors(roster: Roster, day: date) -> tuple[PublicMentor, ...]:
    """Return the mentors who serve on this day, by name."""
    here = {mentor.person for mentor in standing.available(roster, day)}
    found = []
    for mentor in roster.mentors():
        person = roster.person(mentor.person)
        if person is None or standing.serving(roster, mentor.person, day) is None:
            continue
        line = PublicMentor(
            person.name,
            person.country or "",
            mentor.languages,
            mentor.skills,
            mentor.person in here,
        )
        found.append(line)
    return tuple(sorted(found, key=lambda line: line.name))


def openings(
    cases: Iterable[Case[Any]], roster: Roster, policy: Policy, day: date
) -> tuple[Opening, ...]:
    """Return the open assignments that a mentor can take, the urgent ones first, then by age."""
    found = [
        _opening(case, roster, policy, day)
        for case in cases
        if case.procedure == ASSIGNMENT and case.state in {OPEN, STANDING_IN}
    ]
    return tuple(sorted(found, key=lambda line: (not line.urgent, line.since, line.name)))


def opening(case: Case[Assignment], facts: Facts, day: date) -> Opening:
    """Return one open assignment as everybody may see it."""
    return _opening(case, facts.roster, facts.policy, day)


def _opening(case: Case[Assignment], roster: Roster, policy: Policy, day: date) -> Opening:
    person = roster.person(case.parties.get(MENTEE))
    if person is None:
        raise ValueError(f"case {case.id} names a mentee who is not on the roster")
    fields, since = case.data.fields, policy.day(case.opened)
    return Opening(
        person.name,
        fields.country or person.country or "",
        fields.languages,
        fields.skills,
        since,
        dates.length(since, day),
        case.data.urgent,
    )
