"""The trail over a programme's ledger (B14): its head, and whether it is whole."""

from sqlalchemy import Connection

from storage import trail
from storage.trail_check import Checked, Fault, check

__all__ = ["Checked", "Fault", "check", "head"]


def head(connection: Connection, programme: str) -> tuple[int, str]:
    """Return how many lines there are and the hash of the last one, "" before the first."""
    return trail.head(connection, programme) or (0, "")
