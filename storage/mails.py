"""The values that enter and leave the inbox queue."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Arrival:
    """A mail that reached us, with where it came from.

    `size` is that on the server, in bytes; without it the length of `data`. A mail that is
    `too_large` carries its header alone in `data`.
    """

    programme: str
    source: str
    data: bytes
    received: datetime
    mailbox: str = ""
    uidvalidity: int | None = None
    uid: int | None = None
    envelope_from: str | None = None
    envelope_to: tuple[str, ...] = ()
    size: int | None = None
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class MailSummary:
    """A stored mail without its bytes; the fields are those of `InboxRow`."""

    id: int
    programme: str
    source: str
    mailbox: str
    uidvalidity: int | None
    uid: int | None
    envelope_from: str | None
    envelope_to: tuple[str, ...]
    received: datetime
    size: int
    sha256: str
    message_id: str | None
    state: str
    outcome: str | None
    reason: str
    attempts: int
    lease_until: datetime | None
    person: str | None
    case_id: str | None
    intents: tuple[str, ...]
    done: datetime | None


@dataclass(frozen=True, slots=True)
class ClaimedMail:
    """A mail that is ours to handle until its lease ends. `attempts` counts this one.

    `outcome` is set from the beginning for a mail that is too large: `data` is its header alone.
    """

    id: int
    programme: str
    source: str
    mailbox: str
    envelope_from: str | None
    envelope_to: tuple[str, ...]
    received: datetime
    size: int
    sha256: str
    message_id: str | None
    attempts: int
    data: bytes
    outcome: str | None = None

    @property
    def too_large(self) -> bool:
        return self.outcome == "too_large"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one mail: an outcome of `InboxRow`, and why, in words."""

    id: int
    outcome: str
    done: datetime
    reason: str = ""
    person: str | None = None
    case_id: str | None = None
    intents: tuple[str, ...] = ()
    state: str = "done"
