"""The outbox: letters that wait, are on their way, or have arrived.

The states of a letter are told at `storage.tables.LetterRow`. A lease says until when a courier
may be at work with a letter; when it has run out, another courier may take over. Each function
works inside the caller's transaction; those that change something need `writing`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, null, or_, select, update

from storage.outbox_statements import (
    CLAIM,
    HOLD,
    IN_DOUBT,
    MARK_RESULT,
    MARK_SENDING,
    MAY_LEAVE,
    NEXT_DUE,
    RELEASE,
)
from storage.outbox_statements import LETTER as _LETTER

_C = _LETTER.c
DOUBT = timedelta(minutes=30)
WAITING = ("queued", "sending", "unknown")
RESENT = ("failed", "unknown", "suppressed", "cancelled", "withheld", "presumed")
"""States from which a letter is sent anew at the operator's word."""


@dataclass(frozen=True, slots=True)
class ClaimedLetter:
    """A letter that a courier holds until `lease_until`. `attempts` counts the earlier ones.

    `state` is "queued", or "unknown" for a letter that may have arrived already.
    """

    id: str
    programme: str
    template: str
    person: str | None
    address: str
    message_id: str
    state: str
    attempts: int
    created: datetime
    give_up: datetime | None
    lease_until: datetime
    data: bytes


@dataclass(frozen=True, slots=True)
class LetterResult:
    """What became of one try. `counted`: it counts as an attempt.

    `lease_until` is the lease under which it was made: only "sent" is recorded after it was lost.
    """

    id: str
    state: str
    reply: str
    lease_until: datetime
    not_before: datetime | None = None
    sent: datetime | None = None
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Recovered:
    """Ids of letters that a dead courier left in doubt, and of those in doubt for the last time."""

    unknown: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter in a list, without its bytes."""

    id: str
    programme: str
    template: str
    person: str | None
    address: str
    case_id: str | None
    subject: str
    message_id: str
    cause: str
    state: str
    attempts: int
    created: datetime
    not_before: datetime
    give_up: datetime | None
    sent: datetime | None
    reply: str


@dataclass(frozen=True, slots=True)
class StoredLetter:
    """A letter with its bytes."""

    line: LetterLine
    data: bytes


_LINE = [_C[name] for name in LetterLine.__dataclass_fields__]


def claim(
    connection: Connection, now: datetime, limit: int, lease: timedelta
) -> list[ClaimedLetter]:
    """Take up to `limit` queued letters that are due, the oldest first; none is taken twice."""
    return _claim(connection, "queued", now, limit, lease)


def due_unknown(
    connection: Connection, now: datetime, limit: int, lease: timedelta
) -> list[ClaimedLetter]:
    """Take letters in doubt whose waiting time is over and that may be sent once more."""
    return _claim(connection, "unknown", now, limit, lease)


def _claim(
    connection: Connection, state: str, now: datetime, limit: int, lease: timedelta
) -> list[ClaimedLetter]:
    values = {"b_state": state, "b_now": now, "b_limit": limit}
    ids = list(connection.execute(CLAIM[state], values).scalars())
    if not ids:
        return []
    rows = connection.execute(HOLD, {"b_ids": ids, "b_until": now + lease}).mappings()
    found = {row["id"]: ClaimedLetter(**row) for row in rows}
    return [found[letter] for letter in ids]


def mark_sending(
    connection: Connection, letter: ClaimedLetter, until: datetime, *, last: datetime | None = None
) -> bool:
    """Record that the letter's bytes may be on the wire from now on; its lease runs to `until`.

    `last` (now) makes this the last try of all: doubt about it is not followed by another one.
    Returns False when the letter is no longer this courier's: it was cancelled, its lease ran
    out and another courier took it, or its programme is paused. Then it must not be sent.
    """
    held = {"b_id": letter.id, "b_was": letter.state, "b_lease": letter.lease_until}
    done = connection.execute(MARK_SENDING, {**held, "b_until": until, "b_last": last})
    return done.rowcount == 1


def mark_results(connection: Connection, results: Sequence[LetterResult]) -> None:
    """Record what became of tries, many at once, and give the letters free.

    A letter that was cancelled meanwhile stays so, unless it was sent all the same.
    """
    if not results:
        return
    connection.execute(
        MARK_RESULT,
        [
            {
                "b_id": result.id,
                "b_state": result.state,
                "b_reply": result.reply,
                "b_lease": result.lease_until,
                "b_not_before": result.not_before,
                "b_sent": result.sent,
                "b_counted": int(result.counted),
            }
            for result in results
        ],
    )


def release(connection: Connection, letters: Sequence[ClaimedLetter]) -> None:
    """Give letters back that were taken but not tried."""
    if letters:
        connection.execute(
            RELEASE,
            [
                {"b_id": letter.id, "b_was": letter.state, "b_lease": letter.lease_until}
                for letter in letters
            ],
        )


def recover(connection: Connection, now: datetime) -> Recovered:
    """Put right what a courier left that died while sending.

    Its letters may have arrived: they become "unknown" and wait for half an hour. Those whose
    last try it was (`give_up` has passed) become "failed", and so do letters in doubt that have
    waited for longer than they may.
    """
    if connection.execute(IN_DOUBT).first() is None:
        return Recovered()
    free = or_(_C.lease_until.is_(None), _C.lease_until <= now)
    left = and_(_C.state == "sending", _C.lease_until <= now)
    over = and_(_C.give_up.is_not(None), _C.give_up <= now)
    waited = and_(_C.state == "unknown", _C.not_before <= now, free, MAY_LEAVE)
    failed = _change(
        connection,
        and_(or_(left, waited), over),
        state="failed",
        reply="no answer after the content; it may have arrived",
        lease_until=null(),
    )
    unknown = _change(
        connection,
        left,
        state="unknown",
        reply="interrupted while it was sent; it may have arrived",
        not_before=now + DOUBT,
        attempts=_C.attempts + 1,
        lease_until=null(),
    )
    return Recovered(unknown, failed)


def _change(connection: Connection, which: Any, **values: Any) -> tuple[str, ...]:
    done = connection.execute(update(_LETTER).where(which).values(**values).returning(_C.id))
    return tuple(sorted(done.scalars()))


def next_due(connection: Connection) -> datetime | None:
    """Return when the next letter can be taken or recovered, None when nothing waits."""
    found: datetime | None = connection.execute(NEXT_DUE).scalar()
    return found


def listing(
    connection: Connection, programme: str, limit: int, state: str | None = None
) -> list[LetterLine]:
    """Return a programme's letters, the newest first; with `state`, only those in it."""
    statement = select(*_LINE).where(_C.programme == programme)
    if state is not None:
        statement = statement.where(_C.state == state)
    rows = connection.execute(statement.order_by(_C.created.desc(), _C.id).limit(limit))
    return [LetterLine(*row) for row in rows]


def read(connection: Connection, id_prefix: str) -> StoredLetter | None:
    """Return the letter whose id begins so, None when there is none.

    Raises LookupError when several letters' ids begin so; the text names some of them.
    """
    begins = func.substr(_C.id, 1, len(id_prefix)) == id_prefix
    rows = connection.execute(select(_C.id).where(begins).order_by(_C.id).limit(4)).scalars().all()
    if not rows or not id_prefix:
        return None
    if len(rows) > 1 and rows[0] != id_prefix:
        raise LookupError(f"several letters: {', '.join(rows)}")
    row = connection.execute(select(*_LINE, _C.data).where(_C.id == rows[0])).one()
    return StoredLetter(LetterLine(*row[:-1]), row[-1])


def counts(connection: Connection, programme: str) -> dict[str, int]:
    """Return how many letters of a programme are in each state."""
    rows = connection.execute(
        select(_C.state, func.count()).where(_C.programme == programme).group_by(_C.state)
    )
    return {state: number for state, number in rows}  # noqa: C416 - a row is no plain pair to mypy


def requeue(connection: Connection, letter_id: str) -> bool:
    """Send a letter that was given up, held back, cancelled or in doubt anew, with the same bytes.

    Its attempts count from zero and its end is forgotten. Returns False for other states.
    """
    return bool(
        _change(
            connection,
            and_(
                _C.id == letter_id,
                _C.state.in_(RESENT),
            ),
            state="queued",
            attempts=0,
            not_before=_C.created,
            give_up=null(),
            lease_until=null(),
        )
    )


def cancel(connection: Connection, letter_id: str) -> bool:
    """Stop a letter that waits. Returns False when it is on its way, or has another end already."""
    return bool(
        _change(
            connection,
            and_(_C.id == letter_id, _C.state.in_(("queued", "unknown"))),
            state="cancelled",
            lease_until=null(),
        )
    )
