"""Which open matters a change of the programme touches (B13).

A day that was set, and mostly told to somebody, stays: a changed period counts from the next day
that is set. What is looked up when it is needed, as the number of votes, changes at once.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from mailer.rules.records import Case, Question

ANY: tuple[str, ...] = ()
DEADLINES: dict[str, tuple[str, tuple[str, ...]]] = {
    "interest_again_days": ("application", ("contact_again",)),
    "applicant_silent_days": ("application", ("silent",)),
    "invitation_open_days": ("application", ("silent",)),
    "onboarding_chase_days": ("onboarding", ("chase",)),
    "confirm_again_days": ("resignation", ("confirm_again",)),
    "take_back_days": ("resignation", ANY),
    "offer_open_days": ("assignment", ("offer",)),
    "approval_open_days": ("assignment", ("remind", "approve")),
    "placement_days": ("assignment", ANY),
    "temporary_days": ("assignment", ANY),
    "openings_again_days": ("openings", ANY),
    "commitment_days": ("commitment", ANY),
    "commitment_end": ("commitment", ANY),
    "renewal_before_days": ("commitment", ("ask",)),
    "renewal_silent_days": ("commitment", ("silence",)),
    "meeting_reminder_days": ("meeting", ("remind",)),
    "meeting_mentee_days": ("meeting", ("mentee",)),
    "quiet_days": ("meeting", ("quiet",)),
    "quiet_again_days": ("inactivity", ANY),
    "feedback_open_days": ("feedback", ANY),
    "announcement_chase_days": ("news", ANY),
    "break_longest_days": ("leave", ANY),
    "writer_answers_days": ("clarification", ANY),
    "objection_hours": ("decision", ANY),
}
"""The procedure and its deadlines that a key sets; `ANY` stands for every deadline."""
LISTS = {"onboarding": "onboarding", "departure": "departure"}
"""Step lists, which a case copies when it begins."""


def touched(key: str, cases: Iterable[Case[Any]], questions: Sequence[Question]) -> str:
    """Return in words which open cases or questions a change of this key touches, or ""."""
    if key == "deciders":
        return f"{_count(len(questions), 'open question')}: the new number counts at once"
    if key in LISTS:
        found = [case for case in cases if case.procedure == LISTS[key]]
        return f"{_count(len(found), 'open list')}: their steps stay as they are" if found else ""
    if key not in DEADLINES:
        return ""
    procedure, names = DEADLINES[key]
    days = sorted(
        at
        for case in cases
        if case.procedure == procedure
        for name, at in case.due.items()
        if name in names or names == ANY
    )
    if not days:
        return ""
    stay = "its day stays" if len(days) == 1 else "their days stay"
    return f"{_count(len(days), 'day')} set already: {stay}, the first is {days[0]:%Y-%m-%d}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
