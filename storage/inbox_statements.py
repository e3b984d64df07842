"""The statements by which mails of the inbox are handled (`storage.inbox`), built once.

Building a statement takes longer than carrying it out for a few rows. Values are named b_..., and
those of FINISH new_....
"""

from sqlalchemy import bindparam, func, or_, select, update

from storage.mails import ClaimedMail
from storage.tables import InboxRow

INBOX = InboxRow.metadata.tables["inbox"]
C = INBOX.c
MAX_ATTEMPTS = 3

_MINE = C.programme == bindparam("b_programme")
OLDEST = (
    select(C.id, C.attempts, C.size)
    .where(_MINE, C.state == "received", C.attempts < MAX_ATTEMPTS)
    .where(or_(C.lease_until.is_(None), C.lease_until <= bindparam("b_now")))
    .where(C.id > bindparam("b_after"))
    .order_by(C.id)
    .limit(bindparam("b_limit"))
    .with_for_update(skip_locked=True)  # SQLite has one writer and ignores this.
)
_SOME = C.id.in_(bindparam("b_ids", expanding=True))
TAKE = (
    update(INBOX)
    .where(_SOME)
    .values(attempts=C.attempts + 1, lease_until=bindparam("b_until"))
    .returning(*(C[name] for name in ClaimedMail.__dataclass_fields__))
)
ATTEMPTS = select(C.id, C.attempts).where(_SOME, C.state == "received")
_BECAME = ("state", "outcome", "reason", "person", "case_id", "intents", "done")
FINISH = (
    update(INBOX)
    .where(C.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}", type_=C[name].type) for name in _BECAME})
    .values(lease_until=None)
)
TWINS = (
    select(C.sha256, func.min(C.id).label("first"))
    .where(_MINE, C.sha256.in_(bindparam("b_digests", expanding=True)))
    .group_by(C.sha256)
)
