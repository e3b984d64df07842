# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""The grammar of a decision mail: one line, one verb, the numbers it decides.

Only whole lines of the fresh text count. What is not understood is handed back with a problem and
decides nothing; two verbs for one number cancel each other out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mailer.rules.fields import ASKING, Command, Verb
from mailer.understand.dates import Lean, dates
from mailer.understand.sentences import tidy
from mailer.understand.verbs import CLOSINGS, GREETINGS, UNTIL, VERBS

MOST_LINES = 25
"""Lines that are read of one decision mail."""

_LONGEST_RANGE = 50
_LONGEST_LINE = 400
_EXPECTED = "expected a verb and a number, such as “approve 12” or “reject 13: reason”"
_MARK = re.compile(r"^\s*(?:[-*•·▪◦]\s+(?=\S)|\(?[a-z]\)\s+|[☐☑✓✔➤→]\s*)?\s*")
_VERB = "|".join(sorted((re.escape(word) for word in VERBS), key=len, reverse=True))
_ONE = r"(?:#|no\.? ?|nr\.? ?|n° ?|item )?\d{1,6}"
_LIST = rf"{_ONE}(?:\s*(?:-|to|\.\.)\s*{_ONE})?(?:(?:\s*(?:,|;|&|\+|and|y|e|et|und|dan)\s*|\s+){_ONE}(?:\s*(?:-|\.\.)\s*{_ONE})?)*"
_VERB_FIRST = re.compile(
    rf"^(?P<verb>{_VERB})\s*[:,-]?\s+(?P<numbers>{_LIST})(?:\.(?P<step>\d{{1,3}})(?!\d))?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    rf"^(?P<numbers>{_LIST})(?:\.(?P<step>\d{{1,3}})(?!\d))?\s*(?:[:,.=)-]+\s*|\s+)(?P<verb>{_VERB})(?![\w'])\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_DONE = "|".join(re.escape(word) for word, verb in VERBS.items() if verb is Verb.DONE)
_STEPS = re.compile(
    rf"^(?:\d{{1,6}}\s*:\s*)?(?:{_DONE})\s*[:,-]?\s+"
    r"(?P<steps>\d{1,6}\.\d{1,3}(?:(?:\s*(?:,|;|&|\+|and)\s*|\s+)\d{1,6}\.\d{1,3})*)[\s.!]*$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+)\s*(?:-|to|\.\.)\s*(?:#|no\.? ?|nr\.? ?|item )?(\d+)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_LISTED = re.compile(r"^\(?\d{1,2}[.)]\s+(?=\D)")
_CONDITION = re.compile(
    r"\b(?:but|if|unless|only|except|not|when|once|provided|pero|si|solo|mas|se|so|mais|seulement|aber|wenn|nur|ma|solo|"
    r"tapi|jika|kalau)\b|\?",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"^(?P<verb>{_VERB})\s*[:,-]?\s+(?:all|everything|todos?|todas?|tout|tous|toutes|alle|alles|tutti|tutte|semua)\b"
    r"[\s:,#-]*(?P<code>[a-z2-7]{4})?(?P<rest>.*)$",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"^council\s+(?P<verb>add|end)\s*:?\s+(?P<named>.{3,120}?)"
    r"(?:\s+from\s+(?P<since>\d{4}-\d\d-\d\d))?"
    r"(?:\s+(?:until|to|on)\s+(?P<until>\d{4}-\d\d-\d\d))?[\s.!]*$",
    re.IGNORECASE,
)
_NO_SEAT = (
    "write “council add NAME from 2027-02-01 until 2027-07-31” or “council end NAME on 2027-01-31”"
)
_NO_CODE = "to approve all, write the code of that digest behind it, such as “approve all K7QF”"
_WITH_REASON = frozenset({Verb.REJECT, Verb.STOP, Verb.UNDO})
_NOTHING = re.compile(r"^[\s.!;,:)-]*$")
_REASON = re.compile(r"^\s*(?:[:,;.-]+|because|as|since|-)\s*", re.IGNORECASE)
_STOP = re.compile(r"^\s*(?:--+\s*$|__+\s*$|>)")


def _numbers(text: str) -> tuple[int, ...] | None:
    """Read "12 14-16" into its numbers in order; None where a range is backwards or too long."""
    found: list[int] = []
    rest = text
    while match := _RANGE.search(rest):
        found += [int(n) for n in _NUMBER.findall(rest[: match.start()])]
        first, last = int(match[1]), int(match[2])
        if not 0 <= last - first <= _LONGEST_RANGE:
            return None
        found += range(first, last + 1)
        rest = rest[match.end() :]
    found += [int(n) for n in _NUMBER.findall(rest)]
    return tuple(dict.fromkeys(found))


_OPEN = re.compile(r"^#?\d+(?:\.\d+)?\s*:?\s*\?$")  # A line of the digest that nobody filled in.


def _until(rest: str, base: date, language: str) -> date | None:
    first = rest.lstrip(" :,-").partition(" ")[0].lower()
    if first not in UNTIL:
        return None
    found = dates(rest, base, Lean.FUTURE, language)
    return found[0].day if len(found) == 1 and not found[0].unclear else None


def _with_rest(command: Command, rest: str, base: date, language: str) -> Command:
    """Read what stands behind the numbers: a reason, a date, or something not understood."""
    if _NOTHING.match(rest) or (command.verb in ASKING and _NOTHING.match(rest.replace("?", ""))):
        return command
    if command.verb is Verb.LATER:
        until = _until(rest, base, language)
        if until and until > base:
            return replace(command, until=until)
        return replace(
            command,
            verb=None,
            problem="the date was not understood; write “later 15 until 2026-05-01”",
        )
    marked = _REASON.match(rest)
    reason = rest[marked.end() :].strip() if marked else rest.strip()
    if command.verb in _WITH_REASON or (marked and not _CONDITION.search(reason)):
        return replace(command, reason=reason)
    return replace(
        command, verb=None, problem="more words stand behind the numbers than were understood"
    )


def _all(line: str, text: str) -> Command | None:
    """Read "approve all K7QF"; the code says which digest is meant. None for any other line."""
    match = _ALL.match(text)
    if match is None:
        return None
    if VERBS[match["verb"].lower()] is not Verb.APPROVE:
        return Command(line, problem="only “approve” goes with “all”; name the numbers")
    if not match["code"] or not _NOTHING.match(match["rest"]):
        return Command(line, problem=_NO_CODE)
    return Command(line, Verb.APPROVE, code=match["code"].upper())


def _seat(line: str, text: str) -> Command | None:
    """Read a line about a seat on the council; its days are written year first."""
    if not text.lower().startswith(("council add", "council end")):
        return None
    match = _SEAT.match(text)
    try:
        days = (
            [date.fromisoformat(d) if d else None for d in match.group("since", "until")]
            if match
            else []
        )
    except ValueError:
        days = []
    if match is None or not days or re.search(r"\d{4}-\d", match["named"]):
        return Command(line, problem=_NO_SEAT)
    verb = Verb.ADD if match["verb"].lower() == "add" else Verb.END
    return Command(line, verb, named=match["named"].strip(" ,:"), since=days[0], until=days[1])


def _line(line: str, base: date, language: str) -> Command:
    """Read one line into a command; `verb` is None where it says nothing that we know."""
    text = _MARK.sub("", tidy(line).strip(), count=1).lstrip("¿¡ ")
    listed = _LISTED.sub("", text, count=1)
    if found := _all(line, listed) or _seat(line, listed):
        return found
    match = (
        (_VERB_FIRST.match(listed) if listed != text else None)
        or _VERB_FIRST.match(text)
        or _NUMBER_FIRST.match(text)
    )
    if not match:
        return Command(line, problem=_EXPECTED)
    numbers = _numbers(match["numbers"])
    verb = VERBS[match["verb"].lower()]
    if numbers is None:
        return Command(line, problem="the range was not understood; write “approve 14-16”")
    step = int(match["step"]) if match["step"] else None
    if step is not None and (verb is not Verb.DONE or len(numbers) > 1):
        return Command(
            line,
            numbers=numbers,
            problem="a number with a point belongs to “done”, such as “done 12.2”",
        )
    return _with_rest(Command(line, verb, numbers, step), match["rest"], base, language)


def _steps(line: str) -> list[Command]:
    """Read "done 12.2, 12.3" into one command for each step; empty for any other line."""
    match = _STEPS.match(_MARK.sub("", tidy(line).strip(), count=1))
    if not match:
        return []
    pairs = (piece.split(".") for piece in re.findall(r"\d+\.\d+", match["steps"]))
    return [Command(line, Verb.DONE, (int(number),), int(step)) for number, step in pairs]


def _is_greeting(line: str) -> bool:
    words = re.findall(r"[^\W\d_]+", line.lower())
    return bool(words) and words[0] in GREETINGS and not re.search(r"\d", line)


def _is_name(line: str) -> bool:
    """Tell a name at the end of the mail from a line that wants something."""
    words = line.rstrip(".,!").split()
    return len(words) <= 3 and all(word[:1].isupper() and word.isalpha() for word in words)  # noqa: PLR2004 - words of a name


def _lines(text: str, marker: str) -> Iterator[str]:
    """Give the lines that may decide: up to a closing, a signature, a quotation or our marker."""
    count = 0
    for line in text.splitlines():
        stripped = line.strip()
        low = stripped.lower()
        if _STOP.match(line) or low.startswith(CLOSINGS) or (marker and marker.lower() in low):
            return
        bare = stripped.partition(" #")[0].rstrip() if " # " in stripped else stripped
        if not bare or (bare.startswith("#") and not re.match(r"#\d", bare)) or _OPEN.match(bare):
            continue
        count += 1
        if count > MOST_LINES:
            return
        yield bare[:_LONGEST_LINE]


def _settled(found: list[Command]) -> tuple[Command, ...]:
    """Take out every number for which two lines want different things."""
    wanted: dict[tuple[int, int | None], set[Verb]] = {}
    for command in found:
        if command.verb and command.verb not in ASKING:
            for number in command.numbers:
                wanted.setdefault((number, command.step), set()).add(command.verb)
    torn = {key for key, verbs in wanted.items() if len(verbs) > 1}
    if not torn:
        return tuple(found)
    kept: list[Command] = []
    for command in found:
        clean = tuple(n for n in command.numbers if (n, command.step) not in torn)
        if command.verb is None or command.verb in ASKING or clean == command.numbers:
            kept.append(command)
            continue
        if clean:
            kept.append(replace(command, numbers=clean))
        lost = tuple(n for n in command.numbers if n not in clean)
        kept.append(
            replace(command, verb=None, numbers=lost, problem="another line asks for the opposite")
        )
    return tuple(kept)


def commands(fresh: str, base: date, language: str = "en", marker: str = "") -> tuple[Command, ...]:
    """Return the commands of the visible text, in the order of the lines.

    `base` is the day of writing, for "later 15 until Friday". Lines that only greet are left out.
    """
    found: list[Command] = []
    lines = list(_lines(fresh, marker))
    for place, line in enumerate(lines):
        if steps := _steps(line):
            found += steps
            continue
        command = _line(line, base, language)
        empty = command.verb is None and not command.numbers
        if empty and (_is_greeting(line) or (place and place == len(lines) - 1 and _is_name(line))):
            continue
        found.append(command)
    return _settled(found)
