"""How cues are written as what a clause must hold, in whatever order its words stand.

In German the verb stands first, second, last, or in two pieces; in spoken Indonesian the subject
moves or is left out. A cue for such a language names what one clause must hold and what it must
not, and leaves the order free. Cues stand in tables of entries of two or three lines:

    resignation 0.95 mentors: stem stem
        {one} && another|other && third
        but {denied}|word

The first line gives intent, sureness, marks and stems (`_` is a blank); the second what the clause
must hold, all alternatives of whole words; the third what it must not hold. `{name}` stands for a
word class, `~` for any words of the same clause.
Marks: `mentors`, `reps` or `members` for who may say it; `question` where it may be asked; `wide`
where the whole sentence is the clause; `always` where a condition behind it does not matter;
`near` where a word of the class `near` anywhere in the mail makes it clear.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Role, cue, pattern

_PICTURES = "\U0001f300-\U0001faff\u2600-\u27bf"
IN_CLAUSE = rf"[^,;:()!?\n{_PICTURES}]*?"
_IN_SENTENCE = r"[^;()\n]*?"
_START = rf"(?:^|[,;:(!.?)]+ ?|- |[{_PICTURES}\ufe0f\u200d]+ ?)"
_CLASS = re.compile(r"\{([a-z]+)\}")
_HEAD = re.compile(r"(\w+) ([\d.]+)([ a-z]*): (.+)")
_ROLES = {
    "mentors": (Role.MENTOR,),
    "reps": (Role.REP, Role.STRANGER),
    "members": (Role.REP, Role.MENTOR),
}
_WHOLE = 3
"""Lines of an entry that says what a clause must not hold."""

NEVER = re.compile(r"(?!)")
"""Matches nothing."""


def words(text: str) -> str:
    """Return words separated by blanks or line breaks as alternatives; `_` stands for a blank."""
    return "|".join(text.split()).replace("_", " ")


def umlauts(text: str) -> str:
    """Let a pattern with umlauts fit folded text, also where the writer spelled them out."""
    for sign, folded in (("ä", "ae?"), ("ö", "oe?"), ("ü", "ue?"), ("ß", "ss?")):
        text = text.replace(sign, folded)
    return text


@dataclass(frozen=True, slots=True)
class Clauses:
    """A language's word classes; `starts` begin a clause, `after` may not follow one."""

    classes: Mapping[str, str]
    starts: str
    after: str

    def spelled_out(self, text: str) -> str:
        """Return a pattern with its classes put in as groups."""
        while _CLASS.search(text):
            text = _CLASS.sub(lambda found: f"(?:{self.classes[found[1]]})", text)
        return umlauts(text.replace("~", rf"\b{IN_CLAUSE}\b"))

    def any_of(self, text: str) -> re.Pattern[str]:
        """Compile alternatives of whole words."""
        return pattern(rf"\b(?:{self.spelled_out(text)})\b")

    def cues(self, table: str) -> tuple[Cue, ...]:
        """Return the cues of a table."""
        entries: list[list[str]] = []
        for line in table.strip().splitlines():
            if line.startswith(" "):
                entries[-1].append(line.strip())
            elif line.strip() and not line.startswith("#"):
                entries.append([line.strip()])
        return tuple(self._cue(entry) for entry in entries)

    def _cue(self, entry: list[str]) -> Cue:
        head = _HEAD.fullmatch(entry[0])
        if not head:
            raise ValueError(entry[0])
        marks = head[3].split()
        but = entry[2].removeprefix("but ") if len(entry) == _WHOLE else ""
        roles = next((_ROLES[mark] for mark in marks if mark in _ROLES), ())
        made = cue(
            Intent(head[1]),
            self._clause(entry[1].split(" && "), but, marks),
            head[4],
            float(head[2]),
            roles=roles,
            question="question" in marks,
            beside=rf"\b(?:{self.spelled_out('{near}')})\b" if "near" in marks else "",
        )
        return replace(made, stems=tuple(stem.replace("_", " ") for stem in made.stems))

    def _clause(self, needs: list[str], but: str, marks: list[str]) -> str:
        inside = _IN_SENTENCE if "wide" in marks else IN_CLAUSE
        start = "^" if "wide" in marks else rf"(?:{_START}|\b(?:{self.starts}) )"
        denied = rf"(?!{inside}\b(?:{self.spelled_out(but)})\b)" if but else ""
        spelled = [self.spelled_out(need) for need in needs]
        held = "".join(rf"(?={inside}\b(?:{need})\b)" for need in reversed(spelled))
        later = "" if "always" in marks else rf"(?![^\n]*\b(?:{self.spelled_out(self.after)})\b)"
        return rf"{start}{held}{denied}(?P<v>{inside}\b(?:{spelled[-1]})\b){later}"
