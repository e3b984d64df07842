"""Sample values for the letters about open assignments, departures and help from mentors."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_LINES = (("Languages", "English"), ("Country", "Nigeria"), ("Skills", "not given"))
_DAY = date(2027, 2, 4)
_MENTOR: Mapping[str, Any] = {
    "mentor": "Bo Lind",
    "country": "Sweden",
    "languages": ("English",),
    "skills": ("writing", "events"),
    "until": _DAY,
}
_TO_MENTOR = {"mentee": "Chi Okafor"}
_INTRODUCED = {"their_address": "somebody@mail.example", "until": _DAY, "temporary": False}
_LISTED: Mapping[str, Any] = {
    "name": "Bo Lind",
    "country": "Sweden",
    "languages": ("English",),
    "skills": ("writing", "events"),
}
_OPENING: Mapping[str, Any] = {
    "name": "Chi Okafor",
    "country": "Nigeria",
    "languages": ("English",),
    "skills": ("events",),
    "since": _DAY,
    "age": "3 days",
    "urgent": True,
}

SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "assignment/requested.mentee": {"lines": _LINES},
    "assignment/listed.mentee": {"lines": _LINES},
    "assignment/mentor_leaves.mentee": {
        "mentor": "Bo Lind",
        "last_day": _DAY,
        "days": 30,
        "lines": _LINES,
    },
    "assignment/mentor_stays.mentee": {"mentor": "Bo Lind"},
    "assignment/still_open.mentee": {"lines": _LINES, "since": _DAY},
    "assignment/has_mentor.mentee": {"mentor": "Bo Lind"},
    "assignment/corrected.mentee": {"lines": _LINES},
    "assignment/withdrawn.mentee": {},
    "assignment/approve.mentee": _MENTOR,
    "assignment/again.mentee": _MENTOR,
    "assignment/remind.mentee": _MENTOR,
    "assignment/plainly.mentee": _MENTOR,
    "assignment/refused.mentee": {"mentor": "Bo Lind"},
    "assignment/not_now.mentee": {"mentor": "Bo Lind"},
    "assignment/on_list_again.mentee": {"mentor": "Bo Lind"},
    "assignment/answer.mentee": {"mentor": "Bo Lind", "words": "Gladly, from June on."},
    "assignment/passed_on.mentee": {"other": "Bo Lind"},
    "assignment/passed_on.mentor": {"other": "the council"},
    "assignment/introduction.mentee": {"mentor": "Bo Lind", **_INTRODUCED},
    "assignment/introduction.mentor": {"mentee": "Chi Okafor", **_INTRODUCED},
    "assignment/undone.mentor": {"mentee": _TO_MENTOR["mentee"]},
    "assignment/taken.mentor": {**_TO_MENTOR, "until": _DAY},
    "assignment/waiting.mentor": _TO_MENTOR,
    "assignment/not_possible.mentor": {**_TO_MENTOR, "reason": "all your places are taken"},
    "assignment/who.mentor": {"names": ("Anna", "Chi O.")},
    "assignment/nobody_waits.mentor": {},
    "assignment/no_mentor.sender": {},
    "assignment/declined.mentor": _TO_MENTOR,
    "assignment/found.mentor": {**_TO_MENTOR, "begun": True},
    "assignment/withdrew.mentor": _TO_MENTOR,
    "assignment/only_mentee.mentor": _TO_MENTOR,
    "assignment/question.mentor": {**_TO_MENTOR, "words": "Can we speak first?"},
    "assignment/offer.mentor": {
        **_TO_MENTOR,
        "country": "Nigeria",
        "languages": ("English",),
        "skills": ("events",),
        "reasons": ("offers events", "2 free places"),
        "until": _DAY,
        "days": 0,
    },
    "assignment/expired.mentor": _TO_MENTOR,
    "assignment/agreed.mentee": {"mentor": "Bo Lind", "begins": _DAY},
    "assignment/agreed.mentor": {**_TO_MENTOR, "begins": _DAY},
    "assignment/time_over.mentee": {"mentor": "Bo Lind"},
    "assignment/time_over.mentor": _TO_MENTOR,
    "coaching/nobody.rep": {"skill": "origami", "known": ("events", "writing")},
    "coaching/mentors.rep": {
        "skill": "events",
        "mentors": (_LISTED,),
        "asked": "Bo Lind",
        "again": False,
    },
    "coaching/asked.mentor": {
        "asker": "Chi Okafor",
        "country": "Nigeria",
        "skill": "events",
        "until": _DAY,
    },
    "coaching/joined.rep": {
        "mentor": "Bo Lind",
        "their_address": "bo@post.example",
        "skill": "events",
    },
    "coaching/joined.mentor": {
        "asker": "Chi Okafor",
        "their_address": "chi@mail.example",
        "skill": "events",
    },
    "coaching/noted.mentor": {},
    "coaching/dropped.rep": {},
    "coaching/none_free.rep": {"skill": "events"},
    "query/mentors.sender": {"mentors": ({**_LISTED, "free": False},)},
    "query/openings.sender": {"entries": (_OPENING,), "mentor": True},
    "openings/list.mentor": {"entries": (_OPENING, _OPENING), "more": 0, "new": 1, "free": 2},
}
