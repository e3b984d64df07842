"""Who is without a mentor, and for how long: the one list for letters, digest and reports (E12)."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from mailer.rules import dates, standing
from mailer.rules.facts import Policy
from mailer.rules.placing import ASSIGNMENT
from mailer.rules.records import Case, Mentorship, Person
from mailer.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class Orphan:
    """Somebody without a mentor: why, since when (None: not known) and how the search stands.

    `search` is the state of their open assignment, "" where they are on no list.
    """

    person: str
    name: str
    country: str
    why: str
    since: date | None
    age: str
    search: str
    urgent: bool

    def plain(self) -> dict[str, Any]:
        return asdict(self)


def orphans(
    roster: Roster, cases: Iterable[Case[Any]], policy: Policy, day: date
) -> tuple[Orphan, ...]:
    """Return everybody without a mentor on this day, whoever waits longest first.

    That is: a mentee whose mentor is none, has left, or is away without a substitute; a member who
    is neither a mentor nor on the council and has no relationship; whoever is on the open list.
    Somebody with a temporary mentor is on it while another one is looked for. Alumni and people on
    a break are not.
    """
    searches = {
        case.parties["mentee"]: case
        for case in cases
        if case.procedure == ASSIGNMENT and case.closed is None and "mentee" in case.parties
    }
    found = []
    for person in roster:
        if not standing.active(person, day) or person.away(day):
            continue
        search = searches.get(person.id)
        why = _why(roster, person, search, day)
        if why:
            found.append(_orphan(roster, person, search, why, policy, day))
    return tuple(sorted(found, key=lambda one: (one.since or date.min, one.name, one.person)))


def _why(roster: Roster, person: Person, search: Case[Any] | None, day: date) -> str:
    pair = roster.running(person.id)
    if pair is not None:
        lost = standing.without_mentor(roster, pair, day)
        if lost or search is None:
            return lost
        mentor = roster.name(pair.mentor)
        return f"{mentor} stands in" if pair.temporary else f"{mentor} leaves"
    if search is not None:
        return "looks for a mentor"
    mentor_too = roster.mentor(person.id)
    if (mentor_too and mentor_too.current) or person.on_council(day):
        return ""
    return "has no mentor and has not asked for one"


def _orphan(
    roster: Roster, person: Person, search: Case[Any] | None, why: str, policy: Policy, day: date
) -> Orphan:
    since = policy.day(search.opened) if search else _since(roster, person)
    return Orphan(
        person=person.id,
        name=person.name,
        country=person.country or "",
        why=why,
        since=since,
        age=dates.length(since, day) if since and since <= day else "",
        search=search.state if search else "",
        urgent=bool(search and search.data.urgent),
    )


def _since(roster: Roster, person: Person) -> date | None:
    """Return the day from which somebody had no mentor, as far as the records tell it."""
    pair = roster.running(person.id)
    if pair is not None:
        return _lost_on(roster, pair)
    ends = [p.until for p in roster.mentorships() if p.mentee == person.id and p.until]
    return max(ends, default=person.member_since)


def _lost_on(roster: Roster, pair: Mentorship) -> date | None:
    mentor, role = roster.person(pair.mentor), roster.mentor(pair.mentor)
    if mentor is None:
        return pair.since
    days = (mentor.left_on, role.until if role else None, mentor.away_from)
    return min((day for day in days if day is not None), default=pair.since)
