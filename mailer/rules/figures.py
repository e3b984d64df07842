"""E30: a month of the programme in figures, from its records alone."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from mailer.rules import standing
from mailer.rules.facts import Activity, Policy
from mailer.rules.meetings import held_share
from mailer.rules.orphans import Orphan, orphans
from mailer.rules.records import Case, MentorState, Question
from mailer.rules.roster import Roster


@dataclass(frozen=True, slots=True)
class Month:
    """One month. Waits are days, `hours` the median time to decide; None: nothing to measure."""

    month: str = ""
    mentors: int = 0
    onboarding: int = 0
    places: int = 0
    free: int = 0
    mentees: int = 0
    orphans: int = 0
    wait_median: int | None = None
    wait_longest: int | None = None
    meetings: int = 0
    met: int | None = None
    reminders: int = 0
    answered: int = 0
    approved: int = 0
    rejected: int = 0
    hours: int | None = None
    questions: int = 0
    oldest: int | None = None
    mails: int = 0
    letters: int = 0

    def plain(self) -> dict[str, Any]:
        return asdict(self)


LABELS = {
    "mentors": "Mentors",
    "onboarding": "Mentors in onboarding",
    "places": "Places of mentors",
    "free": "Free places",
    "mentees": "Mentees",
    "orphans": "Without a mentor",
    "wait_median": "Median wait in days",
    "wait_longest": "Longest wait in days",
    "meetings": "Pairs that met",
    "met": "Pairs with a meeting within the last year, in %",
    "reminders": "Reminders sent",
    "answered": "Reminders answered",
    "approved": "Decisions: approved",
    "rejected": "Decisions: rejected",
    "hours": "Median hours to decide",
    "questions": "Questions open",
    "oldest": "Oldest question, in days",
    "mails": "Mails received",
    "letters": "Letters sent",
}


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of a day's month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def before(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month before a day's."""
    return month_of(day.replace(day=1) - timedelta(days=1))


def figures(
    roster: Roster,
    cases: Iterable[Case[Any]],
    questions: Iterable[Question],
    activity: Activity,
    policy: Policy,
    first: date,
    last: date,
) -> Month:
    """Count one month. What stands (mentors, waits, open questions) is as it is now."""
    serving = [m for m in roster.mentors() if standing.serving(roster, m.person, last)]
    waiting = orphans(roster, cases, policy, last)
    waits = sorted(_days(orphan, last) for orphan in waiting if orphan.since)
    ages = [max((last - policy.day(q.asked)).days, 0) for q in questions if q.state.unsettled]
    share = held_share(roster, last, policy)
    hours = [_hours(q) for q in activity.decided if q.decided]
    return Month(
        month=f"{first:%Y-%m}",
        mentors=len(serving),
        onboarding=sum(m.state is MentorState.ONBOARDING for m in roster.mentors()),
        places=sum(mentor.places for mentor in serving),
        free=sum(standing.room(roster, m) for m in standing.available(roster, last)),
        mentees=sum(pair.until is None for pair in roster.mentorships()),
        orphans=len(waiting),
        wait_median=round(median(waits)) if waits else None,
        wait_longest=waits[-1] if waits else None,
        meetings=sum(
            pair.last_meeting is not None and first <= pair.last_meeting <= last
            for pair in roster.mentorships()
        ),
        met=share.percent if share.pairs else None,
        reminders=len(activity.reminded),
        answered=sum(_answered(reminder, activity) for reminder in activity.reminded),
        approved=sum(q.state.value == "approved" for q in activity.decided),
        rejected=sum(q.state.value == "rejected" for q in activity.decided),
        hours=round(median(hours)) if hours else None,
        questions=len(ages),
        oldest=max(ages, default=None),
        mails=activity.mails,
        letters=activity.letters,
    )


def table(months: Iterable[Month]) -> tuple[tuple[str, ...], ...]:
    """Return months as rows of a spreadsheet, headed by the names of the columns."""
    names = [each.name for each in fields(Month)]
    rows = [
        tuple("" if (value := getattr(month, name)) is None else str(value) for name in names)
        for month in months
    ]
    return (tuple(names), *rows)


def lines(month: Month, earlier: Month | None) -> tuple[tuple[str, str], ...]:
    """Return (label, value) for people, each beside the month before where that is known."""
    found = []
    for name, label in LABELS.items():
        value = getattr(month, name)
        if value is None:
            continue
        then = getattr(earlier, name) if earlier else None
        found.append((label, f"{value}" if then is None else f"{value} (before: {then})"))
    return tuple(found)


def _days(orphan: Orphan, day: date) -> int:
    return max((day - orphan.since).days, 0) if orphan.since else 0


def _hours(question: Question) -> float:
    return ((question.decided or question.asked) - question.asked).total_seconds() / 3600


def _answered(reminder: tuple[datetime, str, str], activity: Activity) -> bool:
    at, case, person = reminder
    return any(
        said_case == case and said_by == person and said_at >= at
        for said_at, said_case, said_by in activity.said
    )
