# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Short answers that make sense only with the question that they quote ("Yes gladly")."""

import re

from mailer.rules.intents import Intent
from mailer.understand.answers import polarity, spoken
from mailer.understand.dates import Lean, dates
from mailer.understand.found import Found
from mailer.understand.matter import Matter
from mailer.understand.picked import people_picked, picks, way_picked
from mailer.understand.sentences import Sentence, sentences

_QUESTIONS = (
    (
        Intent.RENEWAL,
        re.compile(
            r"\bextend\b.*\bchange\b|\bextend, change or end|(?:extend|renew|continue) (?:the|your|for)"
        ),
    ),
    (
        Intent.MENTEE_ACCEPTANCE,
        re.compile(
            r"\b(?:would|could|can|will|do) you (?:\w+ ){0,3}(?:take|mentor|accept|become (?:the )?mentor|be (?:the |her |his )?mentor)\b|looking for a mentor|needs a mentor"
        ),
    ),
    (
        Intent.COURSE_COMPLETION,
        re.compile(
            r"\b(?:have|did) you (?:\w+ ){0,3}(?:finish|complete|pass)\w*\b.*\b(?:coaching|teachable|course|training)|when did you (?:finish|complete)"
        ),
    ),
    (
        Intent.MENTOR_APPLICATION,
        re.compile(
            r"\b(?:interested in (?:becoming|being)|(?:would|do) you (?:\w+ ){0,3}(?:like|want) to (?:become|be)|become) (?:an? )?mentor\b"
        ),
    ),
    (
        Intent.RESIGNATION,
        re.compile(
            r"\b(?:want|wish|confirm|sure|mean)\b.{0,60}\b(?:resign|step down|stop (?:being|as))\w*|\b(?:resign|step(?:ping)? down)\b.*\?"
        ),
    ),
    (
        Intent.MEETING_REPORT,
        re.compile(
            r"\b(?:did|have|when did|has) (?:you|your)\b.{0,40}\b(?:met|meet|meeting|call|session)\b"
        ),
    ),
    (Intent.FEEDBACK, re.compile(r"\b(?:rate|how (?:satisfied|happy)|feedback on)\b")),
)
_SHORT = 120
"""Words up to which an answer may need the quoted question to make sense."""


def to_quoted(matter: Matter) -> tuple[Found, tuple[Sentence, ...]] | None:
    """Read a short answer by the question that it quotes.

    Gives the intent with the text to gather facts from: the answer, then the question where that
    gives it its sense.
    """
    text = spoken(matter)
    body = matter.message.body
    pairs = body.answers or ((body.quoted, ""),)
    if not text or sum(len(s.low.split()) for s in text) > _SHORT or matter.forwarded:
        return None
    polar, hedged = polarity(text)
    if way_picked(matter):
        said = next(sentence for sentence in matter.text if picks(sentence))
        why = "conditional" if polarity((said,))[1] else ""
        return Found(Intent.RENEWAL, 0.85, said.raw, matter.text.index(said), why), matter.text
    why = "conditional" if hedged else ""
    for quoted, _ in pairs:
        for question in sentences(quoted.replace("\n> ", "\n").removeprefix("> ")):
            for intent, pattern in _QUESTIONS:
                if not pattern.search(question.low):
                    continue
                if not _answered(intent, polar, text[0], matter):
                    continue
                whole = (*matter.text, question)
                return Found(intent, 0.85, text[0].raw, len(whole) - 1, why), whole
    return None


def _answered(intent: Intent, polar: Intent | None, first: Sentence, matter: Matter) -> bool:
    """Tell whether the first sentence answers this question in the sense of the intent."""
    if intent is Intent.MENTEE_ACCEPTANCE and people_picked(matter):
        return True
    if intent is Intent.RENEWAL:
        return bool(
            re.match(r"^(?:\W*)(?:please )?(?:extend|change|end|renew|continue)\b", first.low)
        )
    if intent in (Intent.COURSE_COMPLETION, Intent.MEETING_REPORT):
        return polar is not Intent.NO and bool(
            polar or dates(first.raw, matter.base, Lean.PAST, matter.language)
        )
    return polar is Intent.YES
