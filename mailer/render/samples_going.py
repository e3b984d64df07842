"""Sample values for the letters of coming and going: change, leave, departure, privacy, news."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_THREE = {"mentee": "Chi Okafor", "mentor": "Bo Lind", "successor": "Luis Vega"}
_ASKED = {**_THREE, "writer": "Chi Okafor", "again": False}
_TWO = {"mentee": "Chi Okafor", "mentor": "Bo Lind"}
_CHANGED = {**_THREE, "writer": "Chi Okafor"}

SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "change/reasons.sender": {"until": date(2027, 1, 9), "witness": ""},
    "change/requested.sender": {},
    "change/reported.mentee": {},
    "change/granted.mentee": _TWO,
    "change/granted.mentor": _TWO,
    "change/ended.mentor": _TWO,
    "change/ended.mentee": _TWO,
    "change/refused.sender": {},
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
}
