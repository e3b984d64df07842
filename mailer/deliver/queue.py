"""The outbox as its keeper looks at it: lists, one letter, sending one again, sending none."""

from storage.outbox import LetterLine, counts, listing, read, requeue
from storage.sweep import as_sent, presume, presumed, waiting, withhold

__all__ = [
    "LetterLine",
    "as_sent",
    "counts",
    "listing",
    "presume",
    "presumed",
    "read",
    "requeue",
    "waiting",
    "withhold",
]
