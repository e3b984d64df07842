"""Cues for the three main intents in six further languages, and the words that void them.

Only what is said plainly is read; everything else in these languages goes to a person. All texts
are in the plain form of `sentences.plain`: lower case and without accents.
"""

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Lexicon, Role, pattern
from mailer.understand.french import FRENCH
from mailer.understand.german import GERMAN
from mailer.understand.indonesian import INDONESIAN
from mailer.understand.italian import ITALIAN
from mailer.understand.portuguese import PORTUGUESE
from mailer.understand.spanish import SPANISH

_RESIGN, _APPLY, _COURSE = Intent.RESIGNATION, Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION
_MENTOR = "mentor"
_NAMED = "coaching teachable"
_REPS = (Role.REP, Role.STRANGER)


def _lexicon(
    cues: tuple[Cue, ...], negation: str, condition: str, hearsay: str, someday: str
) -> Lexicon:
    """Build a lexicon; a condition behind the hit counts as one before it does."""
    return Lexicon(
        cues=cues,
        border=pattern(r"[;:()]|, | - "),
        negation=pattern(rf"\b(?:{negation})\b"),
        condition=pattern(rf"\b(?:{condition})\b"),
        later=pattern(r"(?!)"),
        hearsay=pattern(rf"\b(?:{hearsay})\b"),
        someday=pattern(rf"\b(?:{someday})\b"),
    )


FOREIGN = {
    "es": SPANISH,
    "pt": PORTUGUESE,
    "fr": FRENCH,
    "de": GERMAN,
    "it": ITALIAN,
    "id": INDONESIAN,
}
