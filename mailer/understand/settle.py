# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What several hits mean together: some explain others, some need a word elsewhere in the mail."""

import re
from collections.abc import Callable
from dataclasses import replace

from mailer.rules.intents import Intent
from mailer.understand.cues import Role
from mailer.understand.intent import CLEAR, Found
from mailer.understand.matter import Matter
from mailer.understand.names import names
from mailer.understand.sentences import Sentence, plain

_WHOM = re.compile(
    r"\b(?:mentees?|reps?|newcomers?|him|her|them|someone|somebody|anyone|anybody|another one|one more|one of|two more|whoever|any of|the next|people)\b"
)
_ONE_MENTEE = re.compile(
    r"[Mm]entor(?:ing)? (?!Reps|Mozilla|The|In\b|I\b|As\b|From\b|End\b|On\b|January|February|March|April|May|June|July|August|September|October|November|December)[A-Z]|[Mm]entor(?:ship)? (?:of|for|to) (?!Reps|Mozilla|The|I\b)[A-Z]"
)
_COACHED = re.compile(r"\b(?:mentor\w*|mentees?|coaching|him|her)\b")
_OTHER_OFFICE = re.compile(
    r"\b(?:council|job|work|company|employer|treasurer|board|secretary|club|committee|newspaper|boss)\b"
)
_NEEDS_SOMEBODY = {
    Intent.MENTEE_ACCEPTANCE: _WHOM,
    Intent.MEETING_REPORT: _COACHED,
    Intent.FEEDBACK: _COACHED,
}
_FAIR = 0.6
"""From this sureness on a hit that needs somebody is lifted where somebody is named."""

_VAGUE = 0.55
"""From this sureness on "the course" is meant for the programme's own where that is named."""

_PLANNED = re.compile(
    r"\b(?:(?:have|has|had)? ?(?:fixed|scheduled|planned|arranged|set up|booked)|will (?:meet|have|hold|talk)|going to meet|are meeting|next (?:week|month)|tomorrow|plan to)\b"
)
_OTHER_COURSE = re.compile(
    r"\b(?:(?:from|at|by|of|with|in) (?:my|our|the|a) (?:\w+ )?(?:company|university|employer|college|school|academy|institute|job|work|library|town)|(?:our|my) (?:campus|university|school|company|church|library)|rector|udemy|coursera|edx|linkedin|my company's)\b"
)
_UNNAMED = 0.5
"""How sure a hit is at most where somebody is named whom the roster does not know."""

_SOME_NAME = re.compile(
    r"\b(?:with|met|saw|phoned|take|adopt|accept|feedback (?:on|for|about)|assessment of|evaluation of) (?:Mr\.? |Ms\.? |Miss |Mrs\.? |Dr\.? )?(?!Reps?\b|Council|Mozilla|Teachable|I\b|Zoom)[A-Z][^\W\d_]+|"
    r"^[A-Z][^\W\d_]+ and (?:I|me)\b|^[A-Z][^\W\d_]+(?:: | (?:is|has) )"
)
_MET = re.compile(r"\b(?:met|held|took place|spoke|talked|had|sat|saw|happened)\b")
_OF_COURSE = re.compile(r"\b(?:lessons?|quiz\w*|course|training|modules?|tests?|exams?|score)\b")

_WEAK, _LIFTED = 0.3, 0.85
"""How sure a hit is that the whole mail speaks against, or for."""

_ORDER = {intent: place for place, intent in enumerate(Intent)}
_DROPPED_BY = {
    Intent.RESIGNATION: (
        Intent.MENTOR_CHANGE,
        Intent.MENTEE_ACCEPTANCE,
        Intent.MENTOR_REQUEST,
        Intent.STATUS_QUESTION,
    ),
    Intent.TAKE_BACK: (Intent.RESIGNATION, Intent.MENTOR_APPLICATION),
    Intent.MENTOR_CHANGE: (Intent.MENTOR_REQUEST, Intent.STATUS_QUESTION),
    Intent.STATUS_QUESTION: (Intent.MENTOR_APPLICATION,),
    Intent.DATA_REQUEST: (Intent.FEEDBACK,),
    Intent.DECISION: (Intent.MENTOR_APPLICATION, Intent.MENTEE_ACCEPTANCE),
    Intent.ANNOUNCEMENT: (Intent.GENERAL_QUESTION,),
}


def settle(matter: Matter, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the hits as they stand after each has seen the others, the surest first."""
    whole = plain(matter.everything)
    kept = [f for one in found if (f := _checked(matter, one, whole))]
    clear = {f.intent for f in kept if not f.why and f.sureness >= CLEAR}
    dropped = {other for intent in clear for other in _DROPPED_BY.get(intent, ())}
    if Intent.MENTOR_APPLICATION in clear and Intent.STATUS_QUESTION in clear:
        dropped -= {Intent.MENTOR_APPLICATION}
    rest = [f for f in kept if f.intent not in dropped]
    ranked = sorted(rest, key=lambda f: (bool(f.why), -f.sureness, _ORDER[f.intent]))
    # One reading can turn another hit into its own intent: the surer one stays.
    best: dict[Intent, Found] = {}
    for one in ranked:
        best.setdefault(one.intent, one)
    return tuple(best.values())


def _checked(matter: Matter, one: Found, whole: str) -> Found | None:
    """Look at one hit with the whole mail in mind; None where it then means nothing."""
    check = _CHECKS.get(one.intent)
    return check(matter, one, matter.text[one.at], whole) if check else one


def _completing(matter: Matter, one: Found, sentence: Sentence, whole: str) -> Found:
    """Weaken what may be another course; lift "the course" where the programme's own is named."""
    if _OTHER_COURSE.search(sentence.low):
        return replace(one, sureness=_WEAK, why=one.why or "perhaps another course")
    if _VAGUE <= one.sureness < CLEAR and any(w in whole for w in matter.policy.course_words):
        return replace(one, sureness=_LIFTED)
    return one


def _meeting(matter: Matter, one: Found, sentence: Sentence, whole: str) -> Found | None:
    if _PLANNED.search(sentence.low) and not _MET.search(sentence.low):
        return replace(one, sureness=_WEAK, why="planned only")
    return _of_somebody(matter, one, sentence, whole)


def _assessing(matter: Matter, one: Found, sentence: Sentence, whole: str) -> Found | None:
    """Drop marks that were given for the course."""
    if _OF_COURSE.search(sentence.low):
        return None
    return _of_somebody(matter, one, sentence, whole)


def _of_somebody(matter: Matter, one: Found, sentence: Sentence, _: str) -> Found | None:
    """Keep a hit that needs somebody where somebody is meant or named."""
    if matter.language != "en":
        return one  # The cues of the other languages name the person themselves.
    own = matter.speaker.name if matter.speaker else ""
    meant = _NEEDS_SOMEBODY[one.intent].search(sentence.low)
    if not meant and not names(sentence.raw, matter.roster, (), own):
        why = one.why or "nobody whom the roster knows is named"
        some = _SOME_NAME.search(sentence.raw)
        return replace(one, sureness=_UNNAMED, why=why) if some else None
    return replace(one, sureness=max(one.sureness, _LIFTED)) if one.sureness >= _FAIR else one


def _changing(matter: Matter, one: Found, _: Sentence, whole: str) -> Found:
    """Take a rep's wish for "a new mentor" as a request where the rep has none."""
    known = matter.speaker if matter.role is Role.REP else None
    alone = known and not matter.roster.mentor_of(known.id) and "my mentor" not in whole
    return replace(one, intent=Intent.MENTOR_REQUEST) if alone else one


def _deciding(matter: Matter, one: Found, _: Sentence, __: str) -> Found | None:
    return one if matter.council and not matter.forwarded else None


def _applying(matter: Matter, one: Found, _: Sentence, __: str) -> Found:
    if matter.role is not Role.MENTOR:
        return one
    return replace(one, sureness=_WEAK, why=one.why or "the writer is already a mentor")


def _resigning(matter: Matter, one: Found, sentence: Sentence, whole: str) -> Found:
    """Weaken a resignation that may be from one mentee, from a job, or from nothing named."""
    if matter.role is Role.REP:
        return replace(one, sureness=_WEAK, why=one.why or "the writer is no mentor on the roster")
    if _ONE_MENTEE.search(sentence.raw):
        return replace(one, why="perhaps one mentee only")
    if "mentor" in sentence.low or matter.language != "en":
        return one
    if one.sureness < _FAIR:
        return one
    if _OTHER_OFFICE.search(whole) or ("mentor" not in whole and matter.role is not Role.MENTOR):
        return replace(one, why="it is not said from what")
    return one


_CHECKS: dict[Intent, Callable[[Matter, Found, Sentence, str], Found | None]] = {
    Intent.COURSE_COMPLETION: _completing,
    Intent.MEETING_REPORT: _meeting,
    Intent.FEEDBACK: _assessing,
    Intent.MENTEE_ACCEPTANCE: _of_somebody,
    Intent.MENTOR_CHANGE: _changing,
    Intent.DECISION: _deciding,
    Intent.RESIGNATION: _resigning,
    Intent.MENTOR_APPLICATION: _applying,
}
