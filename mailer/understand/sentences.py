"""A text cut into sentences, each in a plain form that patterns can rely on."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 20_000
"""Characters that are read of one mail; what lies behind them is for a person."""

LONGEST_SENTENCE = 1_000
"""Characters that are read of one sentence."""

MOST = 300
"""Sentences that are read of one mail."""

_PLAIN_PUNCTUATION = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u200b": "",
        "\ufeff": "",
    }
)
_LONG_FORMS = {
    "n't": " not",
    "i'm": "i am",
    "im": "i am",
    "let's": "let us",
    "'ve": " have",
    "'ll": " will",
    "'d": " would",
    "'re": " are",
    "can't": "can not",
    "cant": "can not",
    "cannot": "can not",
    "won't": "will not",
    "mentour": "mentor",
    "ive": "i have",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "isnt": "is not",
    "havent": "have not",
    "wont": "will not",
    "wanna": "want to",
    "gonna": "going to",
    "gunna": "going to",
    "gotta": "have to",
    "pls": "please",
    "plz": "please",
    "ill": "i will",
}
_SHORT_FORM = re.compile(
    r"\b(?:can'?t|cannot|won't|i'm|let's|mentour|ive|(?:do|does|did|is|have|wo)nt|wanna|g[ou]nna|gotta|pl[sz])\b|"
    r"\bim\b(?= (?:\w+ing|out|down|done|ready|really|not|still|also)\b)|"
    r"\bill\b(?= (?:take|be|have|do|adopt|get|finish|mentor|send|stop|quit|resign)\b)|"
    r"n't\b|'(?:ve|ll|d|re)\b"
)
_SAID_BY_OTHERS = re.compile(r'"[^"\n]{0,400}"')
_FIRST_PERSON = re.compile(
    r"\b(?:i|my|me|yo|mi|eu|meu|je|ma|ich|mein\w*|io|mio|saya)\b", re.IGNORECASE
)
_LINE_START = re.compile(r"^\s*(?:[-*•·▪◦+]\s+|\(?\d{1,2}[.)]\s+)")
_END = re.compile(r"(?<=[.!?…])[\"')\]]*\s+(?=[\"'(\[]?[^\W_a-z])|(?<=[!?…])\s+")
_NO_END = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|sr|sra|e\.g|i\.e|z\.b|approx)|\b\d{1,2}|\b[A-Z])\.$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0487\u3099\u309a]+")
_BLANKS = re.compile(r"\s+")
_SHORT_LINE = 48


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `raw` as written, `low` plain (see `plain`), `asks` where it is a question."""

    raw: str
    low: str
    asks: bool = False


def fold(text: str) -> str:
    """Return the text in lower case without accents, for comparing."""
    text = text.lower()
    if text.isascii():
        return text
    split = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return split.replace("ß", "ss").replace("ı", "i").replace("ł", "l").replace("ø", "o")


def tidy(text: str) -> str:
    """Return the text with plain quotation marks, dashes and blanks, letters untouched."""
    return text if text.isascii() else text.translate(_PLAIN_PUNCTUATION)


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """Return folded text with written-out short forms ("can't" -> "can not"), blanks single."""
    low = fold(tidy(text))
    low = _SHORT_FORM.sub(lambda found: _LONG_FORMS[found[0]], low)
    return _BLANKS.sub(" ", low).strip()


def _without_speech(text: str) -> str:
    """Empty quotation marks in which somebody says "I": the writer does not say it now."""
    if '"' not in text:
        return text
    return _SAID_BY_OTHERS.sub(
        lambda found: '""' if _FIRST_PERSON.search(found[0]) else found[0], text
    )


def _paragraphs(text: str) -> list[str]:
    """Join wrapped lines; a list entry and a line after a short one stand for themselves."""
    found: list[str] = []
    last = ""
    for line in text.splitlines():
        stripped = line.strip()
        joins = (
            last
            and stripped
            and not _LINE_START.match(line)
            and (len(last) >= _SHORT_LINE or stripped[0].islower() or last[-1] == ",")
            and not (last[-1] == "," and len(last) < _SHORT_LINE and stripped[0].isupper())
        )
        if joins:
            found[-1] = f"{found[-1]} {stripped}"
        elif stripped:
            found.append(_LINE_START.sub("", stripped, count=1) or stripped)
        last = stripped
    return found


def _cut(paragraph: str) -> list[str]:
    """Cut a paragraph after full stops that end a sentence, not an abbreviation or a day."""
    pieces: list[str] = []
    for piece in _END.split(paragraph):
        if pieces and _NO_END.search(pieces[-1][-8:]):
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return pieces


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text, at most `MOST` of its first `LONGEST` characters."""
    body = _without_speech(tidy(text[:LONGEST]))
    found: list[Sentence] = []
    for paragraph in _paragraphs(body):
        for piece in _cut(paragraph):
            raw = piece[:LONGEST_SENTENCE]
            low = plain(raw).replace('"', "")
            if low:
                found.append(Sentence(raw, low, low.rstrip("\"') ").endswith("?")))
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)
