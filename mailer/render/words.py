"""Values on their way into a letter: made harmless, and put into words.

A value that a template prints never meets the Markdown parser. `printed` encloses it in two
private characters; `extract` takes it out again and leaves a single stand-in character, which is
replaced after the parser has run. So no value can become a heading, a link or a line of its own.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from mailer.render.commands import disarmed
from mailer.render.languages import ENGLISH, Language

MARKER = "## reply above this line ##"

# Stand-ins, all of them in the two private planes, which `clean` removes from every value.
VALUE = 0xF0000  # a printed value, as it is
GLUED = 0xF4000  # the same value where a line must not be wrapped
QUOTED = 0xF8000  # words of others, line by line
LINK = 0x100000  # the target of a link
MOST = 0x4000 - 1  # values of one kind in one letter
_OPEN, _CLOSE, _WORDS = "\U0010fff0", "\U0010fff1", "\U0010fff3"
GLUE = "\U0010fff2"  # a blank at which a line must not be wrapped

# Controls, bidi marks and overrides, invisible characters, tags, surrogates and private planes.
# The two joiners U+200C and U+200D stay: some scripts cannot be written without them.
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_LINES = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"\s+")
_FALSE_MARKER = re.compile(r"#(?:[\s>|]*#)+(?=[\s>|]*reply)", re.IGNORECASE)
_ANSWERS = re.compile(rf"{_OPEN}[^{_CLOSE}]*{_CLOSE}|\]\(answer:")
_PRINTED = re.compile(f"{_OPEN}({_WORDS}?)([^{_CLOSE}]*){_CLOSE}")


class Markdown(str):
    """Text that a template's author vouches for: it is read as Markdown, not as a value."""

    __slots__ = ()


class Own(str):
    """A line that the reader wrote or may write: shown as it is."""

    __slots__ = ()


class Words(str):
    """Words of others, cleaned line by line; printed as a block of their own."""

    __slots__ = ()


def clean(text: str) -> str:
    """Return the text on one line, without controls, bidi marks and a false marker line."""
    if not text.isprintable():
        text = _BLANKS.sub(" ", _HARMFUL.sub("", _LINES.sub(" ", text)))
    if "#" in text:
        text = _FALSE_MARKER.sub("#", text)
    return text.strip()


def quote(
    words: object, lines: int = 60, characters: int = 4000, *, language: Language = ENGLISH
) -> Words:
    """Return others' words, cleaned and shortened; each line will stand behind a mark."""
    text = str(words)
    cleaned = [clean(line) for line in _LINES.split(text[:characters])]
    # A false marker may also be spread over two lines.
    whole = _FALSE_MARKER.sub("#", "\n".join(cleaned)).strip("\n")
    kept = re.sub(r"\n{3,}", "\n\n", whole).split("\n")
    if len(text) > characters or len(kept) > lines:
        kept = [*kept[:lines], language.shortened]
    return Words("\n".join(kept))


def printed(value: object, language: Language = ENGLISH) -> str:
    """Enclose what a template prints; the environment's `finalize`, so nobody can forget it.

    Raises TypeError for what has no good words of its own: None, lists and mappings.
    """
    if isinstance(value, Markdown):
        return value
    if isinstance(value, Words):
        return f"\n\n{_OPEN}{_WORDS}{value}{_CLOSE}\n\n" if value else ""
    if isinstance(value, bool):
        value = language.yes if value else language.no
    if value is None or isinstance(value, (list, tuple, dict, set, frozenset)):
        raise TypeError(f"a template prints {value!r}; it needs a condition, a filter or a loop")
    text = clean(str(value))
    text = text if isinstance(value, Own) else disarmed(text)
    return f"{_OPEN}{text}{_CLOSE}" if text else ""


def bare(text: str) -> str:
    """Return rendered text with its values written plainly, on one line (for a Subject)."""
    return clean(_PRINTED.sub(r"\2", text))


def extract(source: str) -> tuple[str, list[str], list[str]]:
    """Return Markdown with stand-ins, the values and the words that they stand for.

    Raises ValueError when a letter prints more values than there are stand-ins.
    """
    values: dict[str, int] = {}
    words: dict[str, int] = {}

    def stand_in(match: re.Match[str]) -> str:
        kind, base = (words, QUOTED) if match[1] else (values, VALUE)
        return chr(base + kind.setdefault(match[2], len(kind)))

    text = _PRINTED.sub(stand_in, source)
    if max(len(values), len(words)) > MOST:
        raise ValueError(f"a letter prints more than {MOST} different values")
    return text, list(values), list(words)


def numbered(source: str, number: int, language: Language = ENGLISH) -> str:
    """Return the Markdown of a letter as that of one matter among several.

    Its greeting is left out, and its answers begin with the number. Values are still enclosed.
    """
    source = source.strip("\n")
    if source.startswith(language.greeting):
        source = source.partition("\n\n")[2].lstrip("\n")

    def answer(match: re.Match[str]) -> str:
        return match[0] if match[0].startswith(_OPEN) else f"{match[0]}{number}%3A%20"

    return _ANSWERS.sub(answer, source[:1].upper() + source[1:])


def date_words(value: date | str, language: Language = ENGLISH) -> str:
    """Write a day so that nobody can mistake it: 2 March 2027. Takes a date or ISO text."""
    return language.date(date.fromisoformat(value[:10]) if isinstance(value, str) else value)


def datetime_words(
    value: datetime | str, zone: tzinfo | str | None = None, *, language: Language = ENGLISH
) -> str:
    """Write an instant: 2 March 2027, 14:05 UTC. A zone may be given by its IANA name."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    if moment.tzinfo is None:
        raise ValueError("an instant in a letter needs a time zone")
    if zone is not None:
        moment = moment.astimezone(ZoneInfo(zone) if isinstance(zone, str) else zone)
    return f"{date_words(moment, language)}, {moment:%H:%M %Z}"


def join_names(names: Iterable[object], language: Language = ENGLISH) -> str:
    """Write a list of names: Ana, Bo and Chi."""
    return language.join(names)
