"""Sample values for the letters of a pair's year: renewal, meetings, feedback, inactivity."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_OTHER = "Bo Lind"
_REVIEW = date(2027, 2, 1)

SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "commitment/ask.mentor": {"other": _OTHER, "review": _REVIEW, "again": False},
    "commitment/ask.mentee": {"other": _OTHER, "review": _REVIEW, "again": True},
    "commitment/noted.sender": {"other": _OTHER},
    "commitment/extended.mentor": {"other": _OTHER, "review": _REVIEW},
    "commitment/extended.mentee": {"other": _OTHER, "review": _REVIEW},
    "commitment/changing.sender": {"other": _OTHER},
    "commitment/reviewed.mentor": {"other": _OTHER},
    "commitment/reviewed.mentee": {"other": _OTHER},
    "commitment/passed_on.sender": {"other": _OTHER},
    "commitment/over.mentor": {"other": _OTHER, "listed": True},
    "commitment/over.mentee": {"other": _OTHER, "listed": False},
    "commitment/unread.sender": {"other": _OTHER},
    "commitment/sure.sender": {"other": _OTHER},
    "commitment/which.sender": {"others": ("Bo Lind", "Chi Okafor")},
    "commitment/no_pair.sender": {},
}
