"""Why a mail was read as it was: each reading with its sentence and the words of its facts.

The words of a fact are looked up again in the mail. Where they are not found, the fact was put
together of several places, and nothing is claimed about it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mailer.parse.model import Message
from mailer.rules.echo import words
from mailer.rules.fields import Fields, Named
from mailer.understand.dates import Lean, dates
from mailer.understand.model import Heard, Reading
from mailer.understand.people import spellings
from mailer.understand.sentences import Sentence, fold, plain, sentences
from mailer.understand.tongues import COUNTRIES, LANGUAGES

_NOT_SHOWN = frozenset({"commands", "steps", "choice"})
SENDER, ATTACHED = "the sender's address", "the attached file"
"""Where a fact comes from that stands in no sentence."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as it is shown, and the words that it comes from; "" where that is not known."""

    name: str
    value: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reading: how sure it is, its sentence, what weakened it, the facts that go with it.

    `procedure` would hear it; it is empty where none does.
    """

    intent: str
    procedure: str
    sureness: float
    words: str
    why: str
    facts: tuple[Fact, ...]


def evidence(message: Message, reading: Reading) -> tuple[Evidence, ...]:
    """Return what was heard, or else the readings of an unclear mail, the likeliest first."""
    found = reading.heard or (reading.unclear.candidates if reading.unclear else ())
    inner = message.original
    text = (*sentences(inner.body.fresh), *sentences(inner.subject))
    sent = inner.sent or message.sent
    base = sent.date() if sent else None
    return tuple(_of(one, inner, text, base, reading.language) for one in found)


def _of(
    heard: Heard, message: Message, text: tuple[Sentence, ...], base: date | None, language: str
) -> Evidence:
    facts = tuple(_facts(heard.fields, message, text, base, language))
    return Evidence(
        heard.intent.value, heard.procedure, heard.sureness, heard.words, heard.why, facts
    )


def _facts(
    fields: Fields, message: Message, text: tuple[Sentence, ...], base: date | None, language: str
) -> Iterator[Fact]:
    for name in Fields.__slots__:
        value = getattr(fields, name)
        for one in value if isinstance(value, tuple) else (value,):
            if one is None or name in _NOT_SHOWN:
                continue
            yield Fact(name, words(one), _source(name, one, message, text, base, language))


def _source(
    name: str,
    value: object,
    message: Message,
    text: tuple[Sentence, ...],
    base: date | None,
    language: str,
) -> str:
    sender = message.sender
    if isinstance(value, Named):
        own = name == "person" and sender is not None and value.email == sender.email
        return SENDER if own else _sentence_of(_names(value), text)
    if isinstance(value, date):
        return _day(value, text, base, language) if base else ""
    if any(part.name == value for part in message.parts):
        return ATTACHED
    shown = {fold(words(value))}
    spoken = {low for low, known in (*COUNTRIES.items(), *LANGUAGES.items()) if known == value}
    return _sentence_of(shown, text) or _sentence_of(spoken, text)


def _names(value: Named) -> set[str]:
    own = {word for form in spellings(value.name or "") for word in form}
    return {fold(value.email)} if value.email else {word for word in own if len(word) > 1}


def _day(value: date, text: tuple[Sentence, ...], base: date, language: str) -> str:
    """Return the words of a date: those that give this day, whichever way they point."""
    for sentence in text:
        for lean in Lean:
            for found in dates(sentence.raw, base, lean, language):
                if found.day == value:
                    return sentence.raw[found.start : found.end].strip(" .,")
    return ""


def _sentence_of(any_of: Iterable[str], text: tuple[Sentence, ...]) -> str:
    """Return the first sentence that holds one of these words as a whole word."""
    looked_for = [f" {plain(word)} " for word in any_of if word]
    for sentence in text:
        low = "".join(c if c.isalnum() or c in "@.-_'" else " " for c in sentence.low)
        spaced = f" {' '.join(word.strip('.') for word in low.split())} "
        if any(word in spaced or word.strip() in sentence.low.split() for word in looked_for):
            return sentence.raw
    return ""
