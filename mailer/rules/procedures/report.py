"""E30: on the first working day of a month the council gets the figures of the month before."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mailer.rules.effects import Chart, Decision, Send, Table
from mailer.rules.events import Due, Told
from mailer.rules.facts import Activity, Facts, Policy
from mailer.rules.figures import Month, before, figures, lines, table
from mailer.rules.placing import ASSIGNMENT
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.records import Case

NAME = "report"
RUNNING = "running"
KEPT = 24
"""Months that are kept for comparison."""
SHOWN = 12
"""Months that a picture shows."""


@dataclass(frozen=True, slots=True)
class Reports:
    """The months that were reported, the oldest first."""

    months: tuple[Month, ...] = ()


ReportCase = Case[Reports]


def started(case: ReportCase, event: Told, facts: Facts) -> Decision:
    """Begin: the first report is due on the first working day of the next month."""
    due = {"report": next_report(event.at, facts.policy)}
    return Decision(replace(case, state=RUNNING, due=due))


def reported(case: ReportCase, event: Due, facts: Facts) -> Decision:
    """Write to every member: figures in words, two pictures, and a spreadsheet."""
    day = facts.policy.day(event.at)
    first, last = before(day)
    activity = facts.activity or Activity()
    month = figures(facts.roster, facts.cases, facts.questions, activity, facts.policy, first, last)
    earlier = case.data.months[-1] if case.data.months else None
    months = (*case.data.months, month)[-KEPT:]
    due = {"report": next_report(event.at, facts.policy)}
    after = replace(case, data=Reports(months), due=due)
    context = {"month": f"{first:%B %Y}", "lines": lines(month, earlier)}
    enclosed: tuple[Chart | Table, ...] = (
        *charts(months[-SHOWN:]),
        Table(f"report-{month.month}.csv", table(months)),
    )
    letters = tuple(
        Send("report/monthly.council", to=member.id, context=context, enclosed=enclosed)
        for member in facts.roster.council(day)
    )
    return Decision(after, letters)


def charts(months: tuple[Month, ...]) -> tuple[Chart, ...]:
    """Return the two pictures of a report: waiting, and what was done about it."""
    labels = tuple(month.month for month in months)
    waits = tuple(month.wait_longest or 0 for month in months)
    return (
        Chart(
            "waiting",
            "Waiting times and open questions",
            labels,
            (
                ("longest wait for a mentor, in days", waits),
                ("open questions", tuple(month.questions for month in months)),
            ),
        ),
        Chart(
            "meetings",
            "Meetings held, and people without a mentor",
            labels,
            (
                ("pairs that met", tuple(month.meetings for month in months)),
                ("without a mentor", tuple(month.orphans for month in months)),
            ),
        ),
    )


def next_report(after: datetime, policy: Policy) -> datetime:
    """Return the morning of the next first working day of a month."""
    first = policy.day(after).replace(day=1)
    for _ in range(3):
        at = policy.morning(_working(first, policy))
        if at > after:
            return at
        first = (first + timedelta(days=32)).replace(day=1)
    raise ValueError("no month has a working day")


def _working(day: date, policy: Policy) -> date:
    while day.weekday() not in policy.digest_days:
        day += timedelta(days=1)
    return day


PROCEDURE = Procedure(
    name=NAME,
    title="The report of a month",
    data=Reports,
    hears={},
    steps={(NONE, "started"): started, (RUNNING, "due:report"): reported},
    states={RUNNING: "written on the first working day of a month"},
    sees=frozenset({ASSIGNMENT}),
)
