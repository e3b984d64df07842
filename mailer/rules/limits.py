"""How many automatic answers an address gets (mail.md 2.2, rule 5)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from mailer.rules.facts import Policy

ONCE_A_DAY = frozenset(
    {
        "contact/unknown.stranger",
        "digest/not_understood.council",
        "digest/refused.council",
        "query/help.sender",
    }
)
"""Refusals and help: one of each kind to an address in 24 hours."""

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def exceeded(
    template: str, earlier: Sequence[tuple[datetime, str]], now: datetime, policy: Policy
) -> str:
    """Return which limit a further automatic answer would exceed, or "".

    `earlier` are the (time, template) of the automatic answers to this address in 24 hours.
    """
    if template in ONCE_A_DAY and any(sent == template for _, sent in earlier):
        return "this letter went to the address within 24 hours"
    if len(earlier) >= policy.answers_per_day:
        return f"{policy.answers_per_day} automatic answers went to the address within 24 hours"
    if sum(now - at < HOUR for at, _ in earlier) >= policy.answers_per_hour:
        return f"{policy.answers_per_hour} automatic answers went to the address within an hour"
    return ""
