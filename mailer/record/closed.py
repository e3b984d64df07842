"""Where the service keeps to itself, or cannot go on, by what its records say: for `mailer check`.

Each line says what is so and what ends it: it fails closed, and says so (mail.md 3.3, 18).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import Connection

from mailer.record import load
from mailer.record.alarms import HOUR, MOST_OWN, came_back, to_ourselves
from mailer.record.outgoing import answers_today
from mailer.rules.facts import Policy
from mailer.rules.roster import Roster
from mailer.trust.token import is_own

Line = tuple[str, str, str]
"""What was looked at, what is so, and what to do."""


def closed(connection: Connection, policy: Policy, now: datetime) -> Iterator[Line]:
    """Yield what fails closed in one programme; nothing for one whose roster is empty."""
    roster = load.roster(connection, policy.programme)
    if any(True for _ in roster):
        yield from _council(connection, roster, policy, now)
        yield from _own(connection, roster, policy, now)
    if answers_today(connection, policy, now) >= policy.answers_in_all:
        said = (
            f"{policy.answers_in_all} automatic answers went out today: no more do until tomorrow"
        )
        yield "breaker", said, "look for a mail loop, then `mailer breaker close`"


def _council(
    connection: Connection, roster: Roster, policy: Policy, now: datetime
) -> Iterator[Line]:
    """Say where questions can be decided by nobody, or reach a member by no letter."""
    members = roster.council(policy.day(now))
    if not members:
        said = "nobody is on the council today: nobody can decide, and no digest goes out"
        yield "council", said, "`mailer council add NAME --from DATE`"
        return
    kinds = sorted({"every", "council", *policy.deciders})
    short = [kind for kind in kinds if policy.needs(kind) > len(members)]
    if short:
        said = (
            f"{len(members)} on the council, and more must agree: nobody can decide {_and(short)}"
        )
        yield "council", said, "give seats to more members, or lower `deciders`"
    shut = load.suspended(connection, policy.programme)
    deaf = [one.name for one in members if one.addresses and shut.keys() >= set(one.addresses)]
    if deaf:
        said = f"no letter goes to {_and(deaf)}: what was sent there came back"
        yield "council", said, "`mailer people resume ADDRESS`, or import another address"


def _own(connection: Connection, roster: Roster, policy: Policy, now: datetime) -> Iterator[Line]:
    """Say where the service writes to itself, and drops what comes back."""
    ours = [one.name for one in roster if any(is_own(x, policy.address) for x in one.addresses)]
    if ours:
        said = f"the address of {_and(ours)} is the service's own: their mails are dropped"
        yield "people", said, "import their own address"
    back = came_back(connection, policy.programme, now - HOUR)
    gone = to_ourselves(connection, policy, now - HOUR)
    if max(back, gone) > MOST_OWN:
        said = f"{back} of our own letters came back within an hour, {gone} went to our own address"
        yield (
            "loop",
            f"{said}; they are dropped",
            "look for a forward, or for our address in people",
        )


def _and(names: Sequence[str]) -> str:
    return ", ".join(names)
