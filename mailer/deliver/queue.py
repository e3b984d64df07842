"""The outbox as its keeper looks at it: lists, one letter, sending one again."""

from storage.outbox import LetterLine, counts, listing, read, requeue

__all__ = ["LetterLine", "counts", "listing", "read", "requeue"]
