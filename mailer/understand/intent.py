# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Which intents a text carries: the one place that a trained classifier will replace.

Every sentence is tried against the cues of its language. A hit loses its force where the sentence
denies it, sets a condition, puts it off, asks about it or tells it of somebody else.
"""

import re
from dataclasses import dataclass
from functools import cache

from mailer.rules.intents import Intent
from mailer.understand.cues import Cue, Lexicon, Role
from mailer.understand.english_more import ENGLISH
from mailer.understand.foreign import FOREIGN
from mailer.understand.index import Index
from mailer.understand.sentences import Sentence

LEXICONS: dict[str, Lexicon] = {"en": ENGLISH, **FOREIGN}
CLEAR = 0.8
"""From this sureness on a reading may stand alone."""

_ASKED_LATER = re.compile(
    r"[.!;…] .*\?|, (?:ok|okay|vale|ta|viu|bora|combinado|hein|va bene|d'accord) ?\?+$"
)
"""What stands between a statement and a question mark that belongs to later words or to a tag."""

_WEAKENED = 0.4
"""What is left of the sureness of a hit that is put off, asked about or told of others."""


_TURN = re.compile(
    r"[;:] | but | yet | so (?=i )| therefore | that is why | and now | nevertheless | hence "
)
"""Where a sentence turns: a condition before it does not hold for what comes after."""

_OFFERS = (
    Intent.MENTOR_APPLICATION,
    Intent.MENTEE_ACCEPTANCE,
    Intent.MENTOR_REQUEST,
    Intent.MENTOR_CHANGE,
)
_POLITE = re.compile(
    r"\b(?:if|whenever|when|in case|as soon as) (?=you|ye\b|there|possible|needed|it is (?:possible|ok|okay|not)|it pleases|still|nobody|no one|"
    r"someone like me|for you|your|that is|the council|mentors|any\b|somebody|someone)"
)
"""An offer stays one where it waits on a wish of the others: "if you will have me"."""

_SPEAKER = re.compile(
    r"(?<!\bi )\b(?:say|says|said|tells?|told|writes?|wrote|text(?:ed|s))(?: \w+){0,2}: "
)
_OF_ANOTHER = re.compile(r"\b(?:he|she|they) (?!.*\b(?:i|we|me|my)\b)(?:\w+ ){0,4}$")
"""The subject right before is somebody else."""

_OWN_DEEDS = (Intent.RESIGNATION, Intent.MENTOR_APPLICATION, Intent.COURSE_COMPLETION)
_NEAR = 40
"""Letters behind a hit in which another time would still belong to it."""

_DATED = re.compile(
    r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
"""A day is named: what happens then is decided, however far away it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """One intent that the text seems to carry, and the sentence that convinced us.

    `why` is empty for a plain statement; otherwise it names what takes its force away, and the
    hit is then only a candidate. `at` is the sentence's place in the text. `variant` is what the
    trained reader makes of it: the answer of a renewal, the kind of a request for data.
    """

    intent: Intent
    sureness: float
    words: str
    at: int
    why: str = ""
    variant: str = ""


def _weakness(cue: Cue, lexicon: Lexicon, sentence: Sentence, start: int, end: int) -> str:
    """Say what takes the force of a hit, or "" where nothing does; "denied" voids it."""
    before, after = sentence.low[:start], sentence.low[end:]
    clause = _since(lexicon.border, before)
    since = _since(_TURN, before)
    if sentence.asks and not cue.question and not _ASKED_LATER.search(after):
        return "asked about"
    if _waits(cue, lexicon, since, after):
        return "conditional"
    if not cue.own and lexicon.negation.search(clause):
        return "denied"
    if lexicon.hearsay.search(clause) or _SPEAKER.search(before) or _anothers(cue, since):
        return "told of others"
    dated = cue.intent is Intent.RESIGNATION and _DATED.search(sentence.low)
    if not dated and (lexicon.someday.search(clause) or lexicon.someday.search(after[:_NEAR])):
        return "at another time"
    return ""


def _since(border: re.Pattern[str], before: str) -> str:
    """Return what stands behind the last border."""
    ends = [hit.end() for hit in border.finditer(before)]
    return before[ends[-1] :] if ends else before


def _waits(cue: Cue, lexicon: Lexicon, since: str, after: str) -> bool:
    if cue.intent in _OFFERS:
        since, after = _POLITE.sub(" ", since), _POLITE.sub(" ", after)
    return bool(lexicon.condition.search(since) or lexicon.later.search(after))


def _anothers(cue: Cue, since: str) -> bool:
    return cue.intent in _OWN_DEEDS and not cue.own and bool(_OF_ANOTHER.search(since))


def _hit(cue: Cue, lexicon: Lexicon, sentence: Sentence, place: int, whole: str) -> Found | None:
    match = cue.pattern.search(sentence.low)
    if not match:
        return None
    start = match.start("v") if "v" in cue.pattern.groupindex else match.start()
    why = _weakness(cue, lexicon, sentence, max(start, match.start()), match.end())
    if why == "denied":
        return None
    sureness = cue.sureness
    if cue.beside and cue.beside.search(whole):
        sureness = max(sureness, cue.lifted)
    if why:
        sureness *= _WEAKENED
    return Found(cue.intent, sureness, sentence.raw.strip(), place, why)


def intents(
    text: tuple[Sentence, ...], language: str, role: Role, *, council: bool = True
) -> tuple[Found, ...]:
    """Return what the sentences say, each intent once by its strongest hit, the surest first.

    A language without a lexicon gives nothing: nobody knows then what was said. Where the writer
    is not on the council, nobody looks for a decision.
    """
    lexicon = LEXICONS.get(language)
    if not lexicon:
        return ()
    whole = "\n".join(sentence.low for sentence in text)
    best: dict[Intent, Found] = {}
    _search(text, whole, lexicon, _index(language, role, council=council, vague=False), best)
    if lexicon.vague and not any(f.sureness >= CLEAR and not f.why for f in best.values()):
        _search(text, whole, lexicon, _index(language, role, council=council, vague=True), best)
    return tuple(sorted(best.values(), key=lambda f: (bool(f.why), -f.sureness, f.at)))


@cache
def _index(language: str, role: Role, *, council: bool, vague: bool) -> Index:
    """Return the cues of a language that are open to such a writer, ready to be looked up."""
    lexicon = LEXICONS[language]
    cues = (
        one
        for one in (lexicon.vague if vague else lexicon.cues)
        if (not one.roles or role in one.roles) and (council or one.intent is not Intent.DECISION)
    )
    return Index(cues, prefixes=lexicon.prefixes)


def _search(
    text: tuple[Sentence, ...],
    whole: str,
    lexicon: Lexicon,
    index: Index,
    best: dict[Intent, Found],
) -> None:
    """Try the cues on each sentence and keep the strongest hit of each intent in `best`."""
    stems = index.stems(whole)
    for place, sentence in enumerate(text):
        for cue in index.cues(sentence.low, stems):
            known = best.get(cue.intent)
            most = max(cue.sureness, cue.lifted) if cue.beside else cue.sureness
            if known and not known.why and known.sureness >= most:
                continue  # It could not be surer than what was found.
            found = _hit(cue, lexicon, sentence, place, whole)
            if found and _stronger(found, known):
                best[cue.intent] = found


def _stronger(new: Found, old: Found | None) -> bool:
    """Prefer a plain statement to a weakened one, then the surer one."""
    return old is None or (not new.why, new.sureness) > (not old.why, old.sureness)
