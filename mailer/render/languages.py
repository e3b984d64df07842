"""The languages of letters: what stands in no template, in each of them (programme.md E33)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

__all__ = ["ENGLISH", "Language", "base"]

_ONE_OF_A_LIST = " and "


@dataclass(frozen=True, slots=True)
class Language:
    """A language of letters.

    `code` is its two letters (ISO 639-1), `day` and `joint` are how a day is written and what
    stands before the last of several names; letters begin with the `greeting`. `phrases` are words
    that the rules give in English, and `patterns` those that hold something: what a group named
    `value` matched stays as it is, a group named `word` is said in the language, and a group named
    `words` too, one by one.
    `absent` is what stands behind a label without a fact, `values` the known values by the label.
    """

    code: str
    months: tuple[str, ...]
    day: str
    joint: str
    joint_before: tuple[re.Pattern[str], str] | None = None
    greeting: str = "Dear "
    yes: str = "yes"
    no: str = "no"
    shortened: str = "[shortened]"
    reply_with: str = "reply with"
    wrote: str = "You get this letter because you wrote to {address}."
    belongs: str = "You get this letter as a {member} of {title}."
    phrases: Mapping[str, str] = field(default_factory=dict)
    absent: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    patterns: tuple[tuple[re.Pattern[str], str], ...] = ()

    def date(self, day: date) -> str:
        """Write a day so that nobody can mistake it."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def join(self, names: Iterable[object]) -> str:
        """Write a list of names: Ana, Bo and Chi."""
        *first, final = [str(name) for name in names] or [""]
        if not first:
            return final
        joint = self.joint
        if self.joint_before and self.joint_before[0].match(final):
            joint = self.joint_before[1]
        return f"{', '.join(first)} {joint} {final}"

    def said(self, words: object) -> str:
        """Say what the rules gave in English; what is not known stays as it is."""
        text = str(words)
        if text in self.phrases:
            return self.phrases[text]
        for pattern, form in self.patterns:
            match = pattern.fullmatch(text)
            if match:
                return form.format(**self._parts(match))
        return text

    def stated(self, value: object, label: str) -> str:
        """Say the value of a `Field: value` line, whose label is given in English."""
        text = str(value)
        if text in self.absent:
            return self.absent[text]
        known = self.values.get(label)
        return ", ".join(known.get(one, one) for one in text.split(", ")) if known else text

    def _parts(self, match: re.Match[str]) -> dict[str, str]:
        parts = match.groupdict(default="")
        for name, part in parts.items():
            if name.startswith("words"):
                parts[name] = self.join(self.said(one) for one in part.split(_ONE_OF_A_LIST))
            elif name.startswith("word"):
                parts[name] = self.said(part)
        return parts


ENGLISH = Language(
    "en",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    day="{day} {month} {year}",
    joint="and",
)  # fmt: skip


def base(code: str) -> str:
    """Return the language of a code that may name a country too: "es" of "es-MX"."""
    return code.strip().lower().replace("_", "-").partition("-")[0]
