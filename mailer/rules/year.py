"""The year of a pair (R3, R4): when it is reviewed, and who waits for a mentor afterwards."""

from datetime import date, timedelta

from mailer.rules.dates import anniversary
from mailer.rules.effects import Tell
from mailer.rules.events import Event, Told
from mailer.rules.facts import Policy
from mailer.rules.ids import derive
from mailer.rules.records import Mentorship
from mailer.rules.roster import Roster

_YEAR = timedelta(days=365)


def review_after(since: date, day: date, policy: Policy) -> date:
    """Return the first review day after `day` of a commitment that began at `since`.

    A commitment of 365 days is a year: it ends on the anniversary, whatever the leap years.
    """
    if policy.commitment != _YEAR:
        rounds = max((day - since) // policy.commitment, 0) + 1
        return since + rounds * policy.commitment
    years = max(day.year - since.year, 1)
    found = anniversary(since, years)
    return found if found > day else anniversary(since, years + 1)


def next_review(pair: Mentorship, policy: Policy) -> date:
    """Return the review day of one commitment more; raises ValueError for a pair without one."""
    if pair.review is None:
        raise ValueError(f"relationship {pair.id} has no review day")
    since = pair.since
    before = pair.review - timedelta(days=1)
    kept = since is not None and review_after(since, before, policy) == pair.review
    return review_after(since if kept and since else pair.review, pair.review, policy)


def opened(pair: Mentorship, event: Event, reason: str) -> Tell:
    """Put the mentee of a relationship that ended on the list of open assignments (R11, R30)."""
    return Tell(
        Told(
            id=derive("opened", event.id, pair.mentee),
            at=event.at,
            name="opened",
            procedure="assignment",
            about=pair.mentee,
            by=pair.mentor,
            reason=reason,
            pair=pair.id,
        )
    )


def back(pair: Mentorship, roster: Roster, day: date) -> date | None:
    """Return the first day after the breaks that hold either of a pair today, or None (E6).

    A break without a known end is looked at again after a week.
    """
    away = [p for p in map(roster.person, (pair.mentor, pair.mentee)) if p and p.away(day)]
    ends = [p.away_until or day + timedelta(days=6) for p in away]
    return max(ends) + timedelta(days=1) if ends else None
