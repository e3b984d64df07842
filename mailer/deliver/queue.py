"""The outbox as its keeper looks at it: lists, one letter, sending one again, sending none."""

from storage.outbox import LetterLine, counts, listing, read, requeue
from storage.sweep import as_sent, withhold

__all__ = ["LetterLine", "as_sent", "counts", "listing", "read", "requeue", "withhold"]
