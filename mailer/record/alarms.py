"""What shows only over time, and must be told to operator and council (mail.md 2.2 and 3.3)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from mailer.record.load import table
from mailer.record.proofs import newest, proofs
from mailer.rules.events import Told
from mailer.rules.facts import Policy
from mailer.rules.ids import derive
from mailer.rules.procedures.contact import NAME as COUNCIL
from mailer.trust.model import Kind
from mailer.trust.token import is_own

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_OWN = 3
"""So many mails of our own within an hour are chance; more of them are a loop (row 7)."""


def alarms(
    connection: Connection, policy: Policy, now: datetime, *, proves: bool
) -> Iterator[Told]:
    """Yield what the council is to be told, of each kind once a day; `reason` says what is seen.

    `proves` says that there is something by which senders are proven at all.
    """
    programme, day = policy.programme, policy.day(now).isoformat()
    if proves and (found := proofs(connection, programme, now - DAY)).blind:
        seen = f"{found.mails} mails in 24 hours, and none of them carries a proof of its sender"
        yield Told(derive("unproven", programme, day), now, "unproven", COUNCIL, reason=seen)
    back = came_back(connection, programme, now - HOUR)
    gone = to_ourselves(connection, policy, now - HOUR)
    if max(back, gone) > MOST_OWN:
        seen = f"within an hour {back} mails of our own came in, and {gone} letters went to us"
        yield Told(derive("looping", programme, day), now, "looping", COUNCIL, reason=seen)


def came_back(connection: Connection, programme: str, since: datetime) -> int:
    """Return how many mails were judged as our own since an instant (rows 6 and 7)."""
    event = table("event").c
    query = select(event.details).where(
        newest(connection, programme), event.kind == "verdict", event.at >= since
    )
    found = connection.execute(query).scalars()
    return sum((row or {}).get("kind") == Kind.OWN for row in found)


def to_ourselves(connection: Connection, policy: Policy, since: datetime) -> int:
    """Return how many letters were written to our own address since an instant."""
    letter = table("letter").c
    query = select(letter.address).where(
        letter.programme == policy.programme, letter.created >= since
    )
    found = connection.execute(query).scalars()
    return sum(is_own(address, policy.address) for address in found)
