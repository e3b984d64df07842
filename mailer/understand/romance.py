"""How the cues of Spanish, Portuguese, French and Italian are written: tables of word classes.

A row of a table is `sureness | stems | pattern`. `{name}` in a pattern stands for a class of words
of that language, `{gap}` for up to four words that bring in nobody else and deny nothing. Patterns
begin and end at the border of a word. Parts between ` && ` may stand in any order in the sentence;
such a row means nothing where the sentence holds what follows ` !! `, or a word that puts off
(class `putoff`) or tells of others (class `told`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Lexicon, Role, cue, pattern

MENTOR = (Role.MENTOR,)
REPS = (Role.REP, Role.STRANGER)
MEMBERS = (Role.REP, Role.MENTOR)
_CLASS = re.compile(r"\{([a-z]+)\}")
_LONGEST_GAP = 4


@dataclass(frozen=True, slots=True)
class Tongue:
    """The word classes of one language; `stops` are the words that no gap may hold."""

    classes: Mapping[str, str]
    stops: str

    def spelled_out(self, text: str) -> str:
        """Return a pattern with its classes put in as groups."""
        gap = rf"(?:(?!(?:{'|'.join(self.stops.split())})\b)[\w'/-]+,? ){{0,{_LONGEST_GAP}}}?"
        text = text.replace("{gap}", gap)
        while _CLASS.search(text):
            text = _CLASS.sub(lambda found: f"(?:{self.classes[found[1]]})", text)
        return text

    def says(
        self,
        intent: Intent,
        table: str,
        *,
        roles: tuple[Role, ...] = (),
        question: bool = False,
        own: bool = False,
        free: bool = False,
        but: str = "",
        beside: str = "",
    ) -> tuple[Cue, ...]:
        """Return the cues of one table; `own` and the rest as in `Cue`.

        Where `free`, only a "not" just before a row counts, for such matters name a condition or
        another person by their nature: questions, decisions, meetings. A sentence with a word of
        `but` is then not meant.
        """
        near = self.spelled_out(beside)
        return tuple(
            cue(
                intent,
                self._whole(self.spelled_out(words), free=free, but=self.spelled_out(but)),
                stems,
                float(sureness),
                roles=roles,
                question=question,
                own=own,
                beside=near,
            )
            for sureness, stems, words in (
                row.strip().split(" | ", 2) for row in table.strip().splitlines()
            )
        )

    def _whole(self, words: str, *, free: bool, but: str) -> str:
        """Return a row's pattern; of parts in any order each is looked for from the beginning."""
        if free and " && " not in words:
            unless = rf"(?!.*?(?<!\w)(?:{but})(?!\w))" if but else ""
            return rf"^{unless}(?=.*?(?<!\w)(?<!\bno )(?<!\bnao )(?<!\bnon )(?:{words})(?!\w))"
        if " && " not in words:
            return rf"(?<!\w)(?:{words})(?!\w)"
        wanted, _, unwanted = words.partition(" !! ")
        void = self.spelled_out("{putoff}|{told}") + (f"|{unwanted}" if unwanted else "")
        parts = "".join(rf"(?=.*?(?<!\w)(?:{part})(?!\w))" for part in wanted.split(" && "))
        return rf"^{parts}(?!.*?(?<!\w)(?:{void})(?!\w))"

    def lexicon(
        self, cues: tuple[Cue, ...], *, vague: tuple[Cue, ...], negation: str, someday: str
    ) -> Lexicon:
        """Build the lexicon; conditions after a hit do not count in these languages."""
        return Lexicon(
            cues=cues,
            vague=vague,
            border=pattern(r"[;:()!?.]|, | - "),
            negation=self._words(negation),
            condition=self._words("{putoff}"),
            later=pattern(r"(?!)"),
            hearsay=self._words("{told}"),
            someday=self._words(someday),
        )

    def _words(self, text: str) -> re.Pattern[str]:
        return pattern(rf"\b(?:{self.spelled_out(text)})\b")


def topics(rows: Mapping[Intent, str]) -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    """Return what a mail touches upon, by intent, as `topics` looks for it."""
    return tuple((intent, re.compile(rf"\b(?:{words})\b")) for intent, words in rows.items())
