"""Sample values for the letters of coming and going: change, leave, departure, privacy, news."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_THREE = {"mentee": "Chi Okafor", "mentor": "Bo Lind", "successor": "Luis Vega"}
_ASKED = {**_THREE, "writer": "Chi Okafor", "again": False}
_TWO = {"mentee": "Chi Okafor", "mentor": "Bo Lind"}
_CHANGED = {**_THREE, "writer": "Chi Okafor"}
_BREAK = (
    ("Away from", "2027-01-10"),
    ("Away until", "2027-02-20"),
    ("Substitute", "Luis Vega"),
)
_AWAY = {"person": "Bo Lind", "since": date(2027, 1, 10), "until": date(2027, 2, 20)}
_BACK = {"end": date(2027, 2, 20), "until": date(2027, 2, 25)}

_ADDED = {"address": "ana@new.example", "first": True, "on_file": "ana@new.example"}

_NEWS = {
    "subject": "The summit is in May",
    "text": "The summit takes place on 4 May.\nPlease register by April.",
    "sender": "Eva Council",
}
_TO_MENTOR = {**_NEWS, "mentees": ("Chi Okafor", "Dev Rao")}

SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "change/reasons.sender": {"until": date(2027, 1, 9), "witness": ""},
    "change/requested.sender": {},
    "change/reported.mentee": {},
    "change/granted.mentee": _TWO,
    "change/granted.mentor": _TWO,
    "change/ended.mentor": _TWO,
    "change/ended.mentee": _TWO,
    "change/refused.sender": {},
    "change/undone.sender": {"mentee": "Ana Pop", "mentor": "Bo Lind", "granted": True},
    "change/undone.party": {"mentee": "Ana Pop", "mentor": "Bo Lind"},
    "change/taken_back.sender": {},
    "change/noted_yes.sender": {},
    "change/asked_others.sender": {},
    "change/asked.mentee": _ASKED,
    "change/asked.mentor": _ASKED,
    "change/asked.successor": _ASKED,
    "change/changed.mentee": _CHANGED,
    "change/changed.mentor": _CHANGED,
    "change/changed.successor": _CHANGED,
    "change/not_changed.party": _TWO,
    "leave/noted.sender": {"lines": _BREAK, "not_found": "Luis", "alone": ("Chi Okafor",)},
    "leave/end.sender": {"until": date(2027, 1, 9), "again": False},
    "leave/too_long.sender": {
        "lines": _BREAK,
        "mentor": True,
        "days": 92,
        "until": date(2027, 1, 9),
    },
    "leave/back.sender": _BACK,
    "leave/welcome.sender": {},
    "leave/undone.sender": {},
    "leave/proposed.sender": {"since": date(2027, 1, 10), "end": date(2027, 2, 20)},
    "leave/no_break.sender": {},
    "leave/taken_back.sender": {},
    "leave/not_recorded.sender": {},
    "leave/away.mentee": {**_AWAY, "substitute": "Luis Vega"},
    "leave/away.mentor": {**_AWAY, "substitute": "Luis Vega"},
    "leave/away.substitute": {**_AWAY, "mentees": ("Chi Okafor",)},
    "leave/here.mentee": {"person": "Bo Lind"},
    "leave/here.mentor": {"person": "Chi Okafor"},
    "leave/here.substitute": {"person": "Bo Lind", "mentees": ("Chi Okafor",)},
    "departure/which.sender": {"mentor": True, "until": date(2027, 1, 9), "witness": ""},
    "departure/confirmed.sender": {"last_day": date(2027, 2, 28)},
    "departure/stays.sender": {},
    "departure/no_mentor.sender": {},
    "departure/farewell.sender": {"last_day": date(2027, 2, 28)},
    "departure/mentee_left.mentor": {"person": "Chi Okafor", "last_day": date(2027, 2, 28)},
    "address/confirm.sender": {
        "address": "ana@new.example",
        "first": True,
        "wrote": True,
        "until": date(2027, 1, 9),
    },
    "address/asked.stranger": {},
    "address/write.stranger": {"until": date(2027, 1, 9)},
    "address/added.sender": _ADDED,
    "address/kept.sender": {"address": "ana@new.example"},
    "alumni/welcome.sender": {},
    "alumni/back.sender": {},
    "alumni/undone.sender": {},
    "announcement/preview.council": {
        "subject": "The summit is in May",
        "text": "The summit takes place on 4 May.",
        "mentors": 12,
        "members": 5,
        "sample": "Bo Lind",
        "mentees": ("Chi Okafor",),
        "until": date(2027, 1, 11),
    },
    "announcement/too_late.council": {"subject": "The summit is in May"},
    "announcement/sent.council": {"subject": "The summit is in May", "mentors": 12, "members": 5},
    "announcement/dropped.council": {},
    "announcement/lapsed.council": {"subject": "The summit is in May"},
    "news/told.mentor": _TO_MENTOR,
    "news/chase.mentor": _TO_MENTOR,
    "news/told.rep": _NEWS,
    "privacy/copy.sender": {},
    "privacy/confirm.sender": {"until": date(2027, 1, 9)},
    "privacy/wait.sender": {},
    "privacy/kept.sender": {},
    "privacy/talk.sender": {},
    "privacy/gone.mentor": {},
}
