"""The yearly meeting of a pair (R16): from which day it is counted, and who has had theirs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mailer.rules import standing
from mailer.rules.facts import Policy
from mailer.rules.records import Mentorship
from mailer.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class Meetings:
    """What is known of a pair beside its record: `pair` is the relationship's id.

    `meeting_from` and `quiet_from` are the days from which the service counts, for pairs that were
    older than it. `before` is the last meeting as it was before the last one was logged, and
    `planned` a day that somebody named for the next.
    """

    pair: str = ""
    meeting_from: date | None = None
    quiet_from: date | None = None
    planned: date | None = None
    before: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the running pairs have met within the last year."""

    met: int
    pairs: int

    @property
    def percent(self) -> int:
        return round(100 * self.met / self.pairs) if self.pairs else 100


def held_share(roster: Roster, day: date, policy: Policy) -> Share:
    """Return how many pairs have a meeting within the last year; pairs of this year are due none.

    A pair counts from its first year on, or from its first meeting, whichever comes first.
    """
    met = pairs = 0
    for pair in roster.mentorships():
        if pair.until is not None:
            continue
        held = pair.last_meeting is not None and day - pair.last_meeting < policy.meeting_mentee
        young = pair.since is not None and day - pair.since < policy.meeting_mentee
        met += held
        pairs += held or not young
    return Share(met, pairs)


def counted(pair: Mentorship, day: date, policy: Policy) -> Meetings:
    """Return from which day a pair is counted that is followed from `day` on.

    What would be overdue already is counted from today: nobody could log it before.
    """
    met = max((d for d in (pair.since, pair.last_meeting) if d), default=day)
    sign = standing.last_sign(pair) or day
    return Meetings(
        pair.id,
        met if day - met < policy.meeting_reminder else day,
        sign if day - sign < policy.quiet else day,
    )


def deadlines(pair: Mentorship, data: Meetings, policy: Policy) -> Mapping[str, datetime]:
    """Return when the mentor is reminded, the mentee asked, and the pair looked at as quiet."""
    start = _latest(data.meeting_from, pair.last_meeting)
    sign = _latest(data.quiet_from, standing.last_sign(pair))
    return {
        "remind": policy.morning(start + policy.meeting_reminder),
        "mentee": policy.morning(start + policy.meeting_mentee),
        "quiet": policy.morning(sign + policy.quiet),
    }


def meet_by(pair: Mentorship, data: Meetings, day: date, policy: Policy) -> date:
    """Return the day by which a pair should have met: at the end of the time, or soon."""
    start = _latest(data.meeting_from, pair.last_meeting)
    near = max(policy.meeting_mentee - policy.meeting_reminder, timedelta(days=2))
    return max(start + policy.meeting_mentee, day + near)


def _latest(*days: date | None) -> date:
    return max(day for day in days if day is not None)
