"""What a cue is: a pattern for one intent, and the words that take its force away."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mailer.rules.intents import Intent
from mailer.understand.words import spelled_out

LIFTED = 0.85
"""How sure a vague hit makes us where the rest of the mail fits it."""


class Role(StrEnum):
    """What the writer is in the programme, as far as it is known."""

    MENTOR = "mentor"
    REP = "rep"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to say something.

    `stems`: a sentence without any of them is not looked at. `sureness`: how sure a hit makes us.
    `roles`: who may mean it so; empty for everybody. `question`: it may stand in a question.
    `own`: the pattern brings its own "not", "when" or "will" and those do not count against it.
    `beside`: words that lift a vague hit to `lifted` where they stand anywhere in the mail.
    """

    intent: Intent
    pattern: re.Pattern[str]
    stems: tuple[str, ...]
    sureness: float = 0.95
    roles: tuple[Role, ...] = ()
    question: bool = False
    own: bool = False
    beside: re.Pattern[str] | None = None
    lifted: float = LIFTED


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues of one language and the words that make a hit doubtful or void.

    `vague` cues are tried only where the others found nothing clear. With `prefixes`, stems stand
    at the beginning of words, and those of up to three letters are words; else they may stand
    anywhere.
    """

    cues: tuple[Cue, ...]
    border: re.Pattern[str]
    negation: re.Pattern[str]
    condition: re.Pattern[str]
    later: re.Pattern[str]
    hearsay: re.Pattern[str]
    someday: re.Pattern[str]
    vague: tuple[Cue, ...] = ()
    prefixes: bool = False


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern that was written over several lines with word classes: see `words`.

    `^` is the beginning of a sentence, also where all sentences are searched at once, a line each.
    """
    return re.compile(spelled_out(re.sub(r"\n\s*", "", text)), re.MULTILINE)


def cue(
    intent: Intent,
    text: str,
    stems: str,
    sureness: float = 0.95,
    *,
    roles: Iterable[Role] = (),
    question: bool = False,
    own: bool = False,
    beside: str = "",
    lifted: float = LIFTED,
) -> Cue:
    """Write one cue; `stems` are separated by blanks."""
    near = pattern(beside) if beside else None
    words = tuple(stems.split())
    return Cue(intent, pattern(text), words, sureness, tuple(roles), question, own, near, lifted)
