"""What one process does of the whole service."""

from enum import StrEnum


class Role(StrEnum):
    """A part of the service that can run in a process of its own, beside others like it."""

    RECEIVE = "receive"
    WORK = "work"
    DELIVER = "deliver"
