"""The statements by which letters leave the outbox (`storage.outbox`), built once.

Building a statement takes longer than carrying it out. Values are named b_...
"""

from sqlalchemy import (
    Select,
    Table,
    and_,
    bindparam,
    case,
    func,
    literal,
    null,
    or_,
    select,
    update,
)

from storage.tables import LetterRow, PauseRow

LETTER: Table = LetterRow.__table__  # type: ignore[attr-defined]
_C = LETTER.c
_WHEN = _C.not_before.type
_NOW = bindparam("b_now", type_=_WHEN)

_PAUSED = PauseRow.__table__.c.programme  # type: ignore[attr-defined]
MAY_LEAVE = or_(_C.programme.not_in(select(_PAUSED)), _C.template.like("pause/%"))
"""While a programme is paused, no letter of it goes out but those that say so."""

_HELD = and_(
    _C.id == bindparam("b_id"),
    _C.state == bindparam("b_was"),
    _C.lease_until == bindparam("b_lease"),
)
RELEASE = update(LETTER).where(_HELD).values(lease_until=null())
MARK_SENDING = (
    update(LETTER)
    .where(_HELD, MAY_LEAVE)
    .values(
        state="sending",
        lease_until=bindparam("b_until", type_=_WHEN),
        give_up=func.coalesce(bindparam("b_last", type_=_WHEN), _C.give_up),
    )
)
MARK_RESULT = (
    update(LETTER)
    .where(
        _C.id == bindparam("b_id"),
        or_(
            _C.lease_until == bindparam("b_lease"),
            bindparam("b_state", type_=_C.state.type) == "sent",
        ),
        _C.state != "sent",
    )
    .values(
        state=bindparam("b_state", type_=_C.state.type),
        reply=bindparam("b_reply"),
        not_before=func.coalesce(bindparam("b_not_before", type_=_WHEN), _C.not_before),
        sent=bindparam("b_sent"),
        attempts=_C.attempts + bindparam("b_counted"),
        lease_until=null(),
    )
)


def _claim(state: str) -> Select[tuple[str]]:
    free = or_(_C.lease_until.is_(None), _C.lease_until <= _NOW)
    due = and_(_C.state == bindparam("b_state"), _C.not_before <= _NOW, free, MAY_LEAVE)
    if state == "unknown":
        due = and_(due, or_(_C.give_up.is_(None), _C.give_up > _NOW))
    query = select(_C.id).where(due).order_by(_C.not_before, _C.created, _C.place, _C.id)
    return query.limit(bindparam("b_limit")).with_for_update(skip_locked=True)


_TAKEN = (
    "id", "programme", "template", "person", "address", "message_id", "state", "attempts",
    "created", "give_up", "lease_until", "data",
)  # fmt: skip
CLAIM = {state: _claim(state) for state in ("queued", "unknown")}
"""The ids of the letters of a state that may be taken, the oldest first."""
HOLD = (
    update(LETTER)
    .where(_C.id.in_(bindparam("b_ids", expanding=True)))
    .values(lease_until=bindparam("b_until", type_=_WHEN))
    .returning(*(_C[name] for name in _TAKEN))
)
IN_DOUBT = select(literal(1)).where(_C.state.in_(("sending", "unknown"))).limit(1)
"""Whether there is any letter that a dead courier may have left."""
NEXT_DUE = select(
    func.min(
        case(
            (_C.state == "sending", _C.lease_until),
            (_C.lease_until > _C.not_before, _C.lease_until),
            else_=_C.not_before,
        ),
        type_=_WHEN,
    )
).where(_C.state.in_(("queued", "sending", "unknown")), or_(_C.state == "sending", MAY_LEAVE))
