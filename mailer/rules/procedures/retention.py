"""Mails and letters lose their text after their time; what happened stays in the record."""

from dataclasses import dataclass, replace
from datetime import datetime

from mailer.rules.effects import Decision, Forget
from mailer.rules.events import Due, Told
from mailer.rules.facts import Facts
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.records import Case

NAME = "retention"
RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Retention:
    """It keeps nothing of its own."""


def started(case: Case[Retention], event: Told, facts: Facts) -> Decision:
    """Begin: once for each programme."""
    return Decision(replace(case, state=RUNNING, due=_tomorrow(event.at, facts)))


def sweep(case: Case[Retention], event: Due, facts: Facts) -> Decision:
    """Each day, remove the bytes of what is older than it may get."""
    again = replace(case, due=_tomorrow(event.at, facts))
    return Decision(again, (Forget(event.at - facts.policy.retention),))


def _tomorrow(at: datetime, facts: Facts) -> dict[str, datetime]:
    return {"sweep": facts.policy.morning_after(facts.policy.day(at))}


PROCEDURE = Procedure(
    name=NAME,
    title="Raw mails and letters after their time",
    data=Retention,
    hears={},
    steps={(NONE, "started"): started, (RUNNING, "due:sweep"): sweep},
    states={RUNNING: "looks each day"},
)
