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
    "meeting/remind.mentor": {"other": _OTHER, "last": date(2026, 2, 1), "by": _REVIEW},
    "meeting/ask.mentee": {"other": _OTHER, "last": None, "by": _REVIEW},
    "meeting/template.sender": {},
    "meeting/agree.mentor": {"other": _OTHER},
    "meeting/agree.mentee": {"other": _OTHER},
    "meeting/agreed.sender": {"other": _OTHER, "agreed": "a video call every two weeks"},
    "meeting/which_way.sender": {"other": _OTHER},
    "meeting/logged.sender": {"other": _OTHER, "held_on": _REVIEW},
    "meeting/logged.witness": {"pair": "Bo Lind and Chi Okafor", "held_on": _REVIEW},
    "meeting/when.sender": {"other": _OTHER},
    "meeting/planned.sender": {"other": _OTHER, "planned": _REVIEW},
    "meeting/after_it.sender": {"other": _OTHER},
    "meeting/not_yet.sender": {"other": _OTHER},
    "meeting/in_touch.sender": {"other": _OTHER},
    "meeting/no_contact.sender": {"other": _OTHER},
    "meeting/which.sender": {"others": ("Bo Lind", "Chi Okafor")},
    "meeting/no_pair.sender": {},
    "inactivity/friendly.mentor": {"mentees": ("Chi Okafor", "Ana Pop")},
    "inactivity/again.mentor": {"mentees": ("Chi Okafor",)},
    "inactivity/friendly.mentee": {"other": _OTHER},
    "inactivity/thanks.mentor": {},
    "inactivity/back.mentee": {"other": _OTHER},
    "inactivity/replaced.mentor": {"mentees": ("Chi Okafor",)},
    "inactivity/replaced.mentee": {"other": _OTHER},
}
