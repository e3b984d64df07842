"""What a cue is: a pattern for one intent, and the words that take its force away."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mailer.rules.intents import Intent


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
    """

    intent: Intent
    pattern: re.Pattern[str]
    stems: tuple[str, ...]
    sureness: float = 0.95
    roles: tuple[Role, ...] = ()
    question: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues of one language and the words that make a hit doubtful or void."""

    cues: tuple[Cue, ...]
    border: re.Pattern[str]
    negation: re.Pattern[str]
    condition: re.Pattern[str]
    later: re.Pattern[str]
    hearsay: re.Pattern[str]
    someday: re.Pattern[str]
    stems: frozenset[str] = frozenset()


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern that was written over several lines: a line break is nothing.

    `^` is the beginning of a sentence, also where all sentences are searched at once, a line each.
    """
    return re.compile(re.sub(r"\n\s*", "", text), re.MULTILINE)


def cue(
    intent: Intent,
    text: str,
    stems: str,
    sureness: float = 0.95,
    *,
    roles: Iterable[Role] = (),
    question: bool = False,
    own: bool = False,
) -> Cue:
    """Write one cue; `stems` are separated by blanks."""
    return Cue(intent, pattern(text), tuple(stems.split()), sureness, tuple(roles), question, own)
