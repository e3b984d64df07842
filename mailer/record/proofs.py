"""Whether senders can be proven at all: what the verdicts of a day rest on (mail.md 3.3, 18)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, select

from mailer.record import trail
from mailer.record.load import table
from mailer.trust.model import Kind

FEW = 3
"""So many mails of people without any proof tell that something is set wrongly."""
NEWEST = 5_000
"""Lines of the ledger that are looked through: where much happens, the newest ones tell enough."""
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Proofs:
    """Mails that people wrote, and those of them that carried a result, good or bad."""

    mails: int = 0
    judged: int = 0

    @property
    def blind(self) -> bool:
        """Whether no mail at all carried what the settings ask for."""
        return self.mails >= FEW and not self.judged


def newest(connection: Connection, programme: str) -> ColumnElement[bool]:
    """Return the condition for the newest lines of a programme's ledger, however long it is.

    Their end is asked for first: a subquery for it keeps PostgreSQL from seeing how few they are.
    """
    event = table("event").c
    last, _ = trail.head(connection, programme)
    return and_(event.programme == programme, event.place > last - NEWEST)


def senders_of(connection: Connection, programme: str, since: datetime) -> dict[str, int | bool]:
    """Return the same as plain values."""
    found = proofs(connection, programme, since)
    return {"mails": found.mails, "judged": found.judged, "blind": found.blind}


def proofs(connection: Connection, programme: str, since: datetime) -> Proofs:
    """Count the verdicts since an instant, the newest thousand at the most."""
    event = table("event").c
    query = (
        select(event.details)
        .where(newest(connection, programme), event.kind == "verdict", event.at >= since)
        .order_by(event.place.desc())
        .limit(_MOST)
    )
    found = [row or {} for row in connection.execute(query).scalars()]
    people = [row for row in found if row.get("kind") == Kind.HUMAN]
    return Proofs(len(people), sum(bool(row.get("used")) for row in people))
