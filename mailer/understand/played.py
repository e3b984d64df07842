"""The part that somebody, or a date, most likely plays in what a mail says."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mailer.understand.calendar_days import Found as Day
from mailer.understand.whom import Somebody

_NONE = ("other", "day")
_THIRD = 0.3


@dataclass(frozen=True, slots=True)
class Played:
    """Somebody of a mail, the part that they most likely play, and how likely that is.

    `at` is the number of the sentence.
    """

    somebody: Somebody
    part: str
    chance: float
    at: int
    chances: Mapping[str, float] = field(default_factory=dict)

    def leaning(self, odds: Mapping[str, float]) -> "Played":
        """Return the same one, some parts of whom are so many times as likely (Bayes' rule)."""
        if not odds or not self.chances:
            return self
        found = {part: chance * odds.get(part, 1.0) for part, chance in self.chances.items()}
        total = sum(found.values())
        chances = {part: chance / total for part, chance in found.items()}
        part = likeliest(chances)
        return replace(self, part=part, chance=chances[part], chances=chances)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a mail, the part that it most likely plays, and how likely that is."""

    day: Day
    part: str
    chance: float
    at: int
    chances: Mapping[str, float] = field(default_factory=dict)


def likeliest(chances: Mapping[str, float]) -> str:
    """Return the part that somebody, or a date, most likely plays.

    "None in particular" is said of whoever is only named; it must be far likelier than the rest,
    for of those who play a part with a chance of a third three in four do.
    """
    first, second = sorted(chances, key=lambda part: -chances[part])[:2]
    return second if first in _NONE and chances[second] > _THIRD else first
