"""What the roster says of a writer before a word is read: what they can want, and hardly can.

Who has no mentor asks for one, who has one asks for another; one of a pair tells of meetings, and
how they go on about a year after they began. The words alone do not know that: of 22 mails about a
renewal in sets by several writers 20 came within a month of that day, of the others one in ten.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from mailer.rules.intents import Intent
from mailer.rules.records import Mentorship
from mailer.understand.found import Role
from mailer.understand.matter import Matter

_YEAR, _AROUND = timedelta(days=365), timedelta(days=45)

ALONE: Mapping[Intent, float] = {
    Intent.RENEWAL: -2.0,
    Intent.MEETING_REPORT: -1.0,
    Intent.FEEDBACK: -1.0,
}
"""What is added to the log-odds of intents where the writer is in no pair."""

NO_MENTOR: Mapping[Intent, float] = {Intent.MENTOR_REQUEST: 0.7}
HAS_MENTOR: Mapping[Intent, float] = {Intent.MENTOR_REQUEST: -1.5, Intent.MENTOR_CHANGE: 0.3}
NEAR_ITS_END: Mapping[Intent, float] = {Intent.RENEWAL: 1.0}
FAR_FROM_IT: Mapping[Intent, float] = {Intent.RENEWAL: -1.5}


def leanings(matter: Matter) -> dict[Intent, float]:
    """Return what the roster adds to the log-odds of intents; nothing of whom it does not know."""
    if not matter.speaker:
        return {}
    found: dict[Intent, float] = {}
    roster, own = matter.roster, matter.speaker.id
    led = roster.running(own)
    pairs = (*((led,) if led else ()), *roster.running_of(own))
    if matter.role is Role.REP and not matter.council:
        found.update(HAS_MENTOR if led else NO_MENTOR)
    if not pairs:
        found.update(ALONE)
    if any(pair.since or pair.review for pair in pairs):
        if any(_ends_about(pair, matter.base) for pair in pairs):
            found.update(NEAR_ITS_END)
        elif led:  # A mentor may wish at any time that a mentee gets another one.
            found.update(FAR_FROM_IT)
    return found


def _ends_about(pair: Mentorship, day: date) -> bool:
    """Tell whether the time of a pair ends about that day: at its review, else after a year."""
    years = (pair.since + _YEAR * number for number in (1, 2, 3)) if pair.since else ()
    ends = (pair.review,) if pair.review else years
    return any(abs(end - day) <= _AROUND for end in ends)
