# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The answer to a letter that holds several matters: each is read as an answer to its own.

A line that begins with a number belongs to that matter, with the lines below it. Without numbers
the people who are named, and what the words can mean, must leave one matter; else nothing is taken
for an answer.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Asks
from mailer.rules.together import UNPLACED
from mailer.understand import answers
from mailer.understand.asking import GRAVE
from mailer.understand.correction_words import MONTH
from mailer.understand.doubts import FOR_A_PERSON
from mailer.understand.matter import Matter
from mailer.understand.model import Heard, Reading, Thread, Unclear
from mailer.understand.polite import polite
from mailer.understand.sentences import fold, plain, sentences

Read = Callable[[Matter], Reading]
"""Reads an answer to one matter, or else as any mail."""

_NUMBERED = re.compile(
    r"^[^\w\n]{0,3}(?:(?:no|nr|number|point|section|matter|question|punto|ponto|nummer|nomor)\b[. ]*)?"
    r"(?P<numbers>\d{1,2}(?:\s*(?:,|and|&|\+|y|et|und|e|dan)\s*\d{1,2})*)"
    r"(?:\s*(?P<mark>[:.)\]=]|-(?=\s))(?!\d)\s*|\s+(?=[^\W\d_])|\s*$)(?P<rest>.*)$"
)
_COUNTED = re.compile(
    r"^(?:days?|weeks?|months?|years?|times?|hours?|minutes?|mentees?|mentors?|people|members?|meetings?|calls?|of|de|th|st|nd|rd)\b"
)
_ALL = re.compile(
    r"\b(?:(?:to|for|with|in) )?(?:(?:all|each)(?: of (?:them|these))?|todos|todas|tous|toutes|alle|tutti|semua)\b"
)
_ALL_OR_BOTH = re.compile(
    rf"{_ALL.pattern}|\b(?:(?:to|for|with|in) )?(?:both(?: of (?:them|these))?|ambos|ambas|beide|entrambi|keduanya)\b"
)
_TWO = 2
_FEW = 8
"""Words of an answer up to which "all" is taken for every matter."""
_NEXT = re.compile(r"(?<=\S)[,;. ]+(?=\d{1,2} ?[:)](?!\d) ?\S)")
"""Where the next number stands in the same line: "1: extend, 2: yes"."""
_YES_OR_NO = re.compile(
    r"^(?:(?:yes|yep|yeah|no|nope|ok|okay|sure|si|sim|nao|oui|non|ja|nein|ya|tidak)\b[,.! ]*)+"
)
_SAME = frozenset({"commitment", "meeting"})
"""Procedures that ask their writer which pair is meant."""
_GREETING_WORDS = 9
"""Words above the first number that are a greeting or thanks, and no matter of their own."""
_SHOWN = 2_000


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is said to the matters of these numbers, or above them all (no number)."""

    numbers: tuple[int, ...]
    words: str


def read_parts(matter: Matter, asks: Asks, read: Read) -> Reading | None:
    """Return what an answer says to the matters of a letter; None where it must be read as any mail."""
    found = _pieces(matter.fresh.splitlines())
    numbers = {number for piece in found for number in piece.numbers}
    if not numbers:
        return _without_numbers(matter, asks, read)
    if max(numbers) > len(asks.parts) or 0 in numbers:
        return _unplaced(matter, ())
    readings = [
        (read(_about(matter, piece.words, part)), piece.words)
        for piece in found
        for part in (_parts(asks, piece) if piece.numbers else (None,))
    ]
    return _whole(readings, matter)


def _pieces(lines: list[str]) -> tuple[_Piece, ...]:
    """Cut the lines of an answer at their numbers; what says nothing is left out."""
    pieces: list[tuple[tuple[int, ...], list[str]]] = [((), [])]
    for line in lines:
        match = _NUMBERED.match(plain(line))
        counts = match is not None and match["mark"] not in {":", ")"} and _is_count(match["rest"])
        if match is None or counts:
            pieces[-1][1].append(line)
            continue
        numbers = tuple(int(number) for number in re.findall(r"\d+", match["numbers"]))
        first, *more = _NEXT.split(_rest(line, match))
        pieces.append((numbers, [first]))
        for part in more:
            number, _, words = part.partition(":" if ":" in part[:4] else ")")
            pieces.append(((int(number),), [words]))
    return tuple(_Piece(numbers, "\n".join(words)) for numbers, words in _saying(pieces))


def _is_count(rest: str) -> bool:
    """Say whether a number begins a date or a measure: "12 March", "2 weeks"."""
    return MONTH.match(rest) is not None or _COUNTED.match(rest) is not None


def _rest(line: str, match: re.Match[str]) -> str:
    """Return what stands behind the number as it was written; its plain form has other lengths."""
    last = re.findall(r"\d+", match["numbers"])[-1]
    head = re.match(rf"^.*?(?<!\d){last}(?!\d)", line) if "," not in match["numbers"] else None
    rest = line[head.end() :] if head else match["rest"]
    return re.sub(r"^\s*[:.)\]=\-\u2013\u2014]*\s*", "", rest)


def _saying(
    pieces: list[tuple[tuple[int, ...], list[str]]],
) -> Iterator[tuple[tuple[int, ...], list[str]]]:
    for numbers, words in pieces:
        spoken = [one.low for one in sentences("\n".join(words)) if not polite(one)]
        enough = 0 if numbers else _GREETING_WORDS
        if sum(len(low.split()) for low in spoken) > enough:
            yield numbers, words


def _parts(asks: Asks, piece: _Piece) -> tuple[Asks, ...]:
    return tuple(asks.parts[number - 1] for number in dict.fromkeys(piece.numbers))


def _about(matter: Matter, words: str, part: Asks | None) -> Matter:
    """Return a part of an answer as a mail of its own, which answers the letter of one matter."""
    sent = matter.thread.sent
    alone = replace(sent, asks=part, case=part.case if part else None) if sent else None
    body = replace(matter.message.body, fresh=words)
    thread = Thread(alone, part.case if part else None)
    message = replace(matter.message, body=body)
    return replace(matter, message=message, text=sentences(words), thread=thread, scores=None)


def _whole(readings: list[tuple[Reading, str]], matter: Matter) -> Reading:
    """Put together what was read; what is not plain goes to the council, and holds up no other."""
    if len(readings) == 1:
        return readings[0][0]
    heard: list[Heard] = []
    doubts: list[str] = []
    for reading, words in readings:
        if reading.bait:
            return reading
        # A few words alone tell too little for a feeling that a person should read them.
        doubts += [doubt for doubt in reading.doubts if doubt in GRAVE - {FOR_A_PERSON}]
        plain_enough = reading.heard and not reading.unclear and not reading.doubts
        unread = Heard(Intent.OTHER, "", None, Fields(), words.strip()[:_SHOWN])
        heard += reading.heard if plain_enough else (unread,)
    return Reading(tuple(heard), None, tuple(dict.fromkeys(doubts)), matter.language)


def _without_numbers(matter: Matter, asks: Asks, read: Read) -> Reading | None:
    text = answers.spoken(matter)
    if not text:
        return None
    asking = tuple(part for part in asks.parts if part.intents)
    named = tuple(part for part in asking if _names(matter, part))
    meant = named or asking
    words = _for_all(plain(matter.fresh), len(asking))
    if words and len({(part.procedure, part.intents) for part in asking}) == 1 and not named:
        return _whole([(read(_about(matter, words, part)), words) for part in asking], matter)
    # A yes fits much; what stands behind it says to what.
    behind = _YES_OR_NO.sub("", plain(matter.fresh))
    bare = not behind or (answers.polarity(text)[0] is not None and _bare(behind))
    words = matter.fresh if bare else behind
    fits = [
        (part, answer)
        for part in meant
        if (answer := answers.read(_about(matter, words, part), part)) is not None
    ]
    if not fits:
        return None
    if len(fits) == 1 and (len(meant) == 1 or not bare):
        return read(_about(matter, matter.fresh, fits[0][0]))
    heard = tuple(replace(one, case=None) for _, answer in fits for one in answer.heard[:1])
    return _unplaced(matter, heard)


def _for_all(low: str, matters: int) -> str:
    """Return a short answer to every matter without the word that says so, "" for any other."""
    every = _ALL if matters != _TWO else _ALL_OR_BOTH
    return every.sub(" ", low) if every.search(low) and len(low.split()) <= _FEW else ""


def _bare(words: str) -> bool:
    """Say whether what stands behind a yes or no says no more than that."""
    said = [sentence for sentence in sentences(words) if not answers.closes(sentence.low)]
    return not said or answers.polarity(tuple(said))[0] is not None


def _names(matter: Matter, part: Asks) -> bool:
    """Say whether somebody whom a matter is about is named, by any part of the name."""
    # With a capital, so that no "de" of a sentence is one of a name; and not the writer's own.
    said = {fold(word) for word in re.findall(r"[^\W\d_]+", matter.fresh) if word[0].isupper()}
    said -= set(fold(matter.speaker.name).split()) if matter.speaker else set()
    people = (matter.roster.person(other) for other in part.others)
    return any(person and said & set(fold(person.name).split()) for person in people)


def _unplaced(matter: Matter, heard: tuple[Heard, ...]) -> Reading:
    """Return an answer that fits several matters; where all are of one kind, its rules ask which."""
    kinds = {(one.procedure, one.intent, one.fields) for one in heard}
    if len(kinds) == 1 and heard[0].procedure in _SAME and len({*heard}) == 1:
        return Reading(heard[:1], None, (), matter.language)
    return Reading((), Unclear(heard[:3], UNPLACED), (), matter.language)
