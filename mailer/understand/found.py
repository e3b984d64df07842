"""One intent that is found in a mail, and who may have written it."""

from dataclasses import dataclass
from enum import StrEnum

from mailer.rules.intents import Intent

CLEAR = 0.8
"""From this sureness on a reading may stand alone."""

READ = frozenset({"en", "es", "pt", "fr", "de", "it", "id"})
"""The languages that the reader is trained on; mails in others go to a person."""


class Role(StrEnum):
    """What the writer is in the programme, by the names that the trained reader knows."""

    MENTOR = "mentor"
    REP = "rep"
    STRANGER = "outsider"


@dataclass(frozen=True, slots=True)
class Found:
    """One intent that a text carries, and the sentence that convinced us.

    `at` is the sentence's place in the text. `why` is empty for a plain statement; otherwise it
    names what takes its force away. `variant` is the answer of a renewal, or the kind of a request
    for data.
    """

    intent: Intent
    sureness: float
    words: str
    at: int
    why: str = ""
    variant: str = ""
