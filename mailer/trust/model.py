"""What the room of trust concludes."""

from dataclasses import dataclass
from enum import StrEnum

from mailer.rules.events import Trust

__all__ = ["Action", "Kind", "Signed", "Trust", "Verdict"]


class Action(StrEnum):
    """ACCEPT: may act as far as its trust goes. HOLD: a person reads it. IGNORE: no effect."""

    ACCEPT = "accept"
    HOLD = "hold"
    IGNORE = "ignore"


class Kind(StrEnum):
    """What sort of sender wrote it (mail.md 2.2). Only a human is ever answered."""

    HUMAN = "human"
    AUTO = "auto"
    BULK = "bulk"
    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    RECEIPT = "receipt"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Signed:
    """What the signatures of a mail prove: `domain` signed it, or nobody did, and `why` not.

    `waits` says that a key could not be fetched, so that it is not known yet.
    """

    domain: str = ""
    why: str = "it has no DKIM signature of its domain"
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who speaks and what the mail may do.

    `speaker` and `witness` are ids of people on the roster; a witness forwarded the mail.
    `may_answer` is False where an automatic answer would be wrong. `verified` is False where no
    server of ours looks who the sender is: requests then count as claims, and nobody decides.
    `used` is the header, or the signature, by which the sender was judged. `reasons` say why, in
    words.
    """

    action: Action
    kind: Kind
    trust: Trust
    speaker: str | None = None
    witness: str | None = None
    may_answer: bool = True
    verified: bool = True
    used: str = ""
    reasons: tuple[str, ...] = ()
