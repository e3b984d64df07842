"""The header block that mail programs write above a mail which they embed in the text."""

import re

from mailer.parse import phrases
from mailer.parse.attribution import CLOCK
from mailer.parse.clean import ATTRIBUTION_MARK, SIGNATURE_MARK, UNSEEN
from mailer.parse.phrases import LINE_CHARS

LINES = 40  # of a block, wrapped lines counted
SURE = 3  # different headers that make a block by themselves
MARKED = 2  # so many do behind a marker
WRAPPED = 55  # characters of a subject that a program may have wrapped
ADDRESSES_CHARS = 200
ONE_LINE = 1000  # characters of a block that stands in one line
COLONS = 40  # in such a line
TABLE = 12  # lines of a table of headers

_SENTENCE_END = re.compile(r"[.!?]\s*$")
_COLON = re.compile("[:：]")
_REPEATED = frozenset(("cc", "date", "other"))
_LIKE_NOTES = ("to", "cc", "subject")


def header_block(
    text: list[str], start: int, *, marked: bool = False
) -> tuple[int, dict[str, str]]:
    """Read the header block of an embedded mail at a line: where it ends, what it says.

    A value may go on over wrapped lines; a blank line between headers is allowed where a program
    sets them so, two of them end the block. `marked` says that a program's marker stands above:
    then the labels may lack their colon, as some programs write them.
    """
    few = [_plain(line) for line in text[start : start + SURE]]
    if not few:
        return start, {}
    end, found = _in_one_line(few)
    if not found and marked and phrases.label_of(few[0]) is None:
        end, found = _without_colons(text, start)
    if not found:
        end, found = _line_by_line(text, start)
    return start + end, found


def _plain(line: str) -> str:
    line = line[:LINE_CHARS].replace(ATTRIBUTION_MARK, "").replace(SIGNATURE_MARK, "")
    return line if line.isascii() else line.translate(UNSEEN)


def _line_by_line(text: list[str], start: int) -> tuple[int, dict[str, str]]:
    found: dict[str, str] = {}
    end, last, blanks = 0, "", 0
    for at in range(min(LINES, len(text) - start)):
        line = _plain(text[start + at])
        label = phrases.label_of(line)
        if not line.strip():
            blanks += 1
            if blanks > 1 or not found or not _is_new(text, start + at + 1, found):
                break
        elif label and (label[0] not in found or label[0] in _REPEATED):
            last, blanks, end = label[0], 0, at + 1
            found.setdefault(last, label[1])
        elif last and blanks == 0 and _goes_on(line, last, found[last]):
            found[last] = f"{found[last]} {line.strip()}".strip()[: 4 * LINE_CHARS]
            end = at + 1
        else:
            break
    return end, found


def _is_new(text: list[str], at: int, found: dict[str, str]) -> bool:
    """Say whether a line holds a header that the block does not have yet."""
    label = phrases.label_of(_plain(text[at])) if at < len(text) else None
    return label is not None and label[0] not in found


def _goes_on(line: str, last: str, value: str) -> bool:
    """Say whether a line without a label is the wrapped rest of the header above it."""
    if not value or line[0] in " \t":
        return True
    if last in ("to", "cc", "from", "reply-to"):
        closed = ">" in line or not _SENTENCE_END.search(line)
        if "@" in line and closed and len(line) < ADDRESSES_CHARS:
            return True
        return (
            last in ("to", "cc") and len(value) > WRAPPED and ";" in value and len(line) < WRAPPED
        )
    return last == "subject" and len(value) > WRAPPED


def _without_colons(text: list[str], start: int) -> tuple[int, dict[str, str]]:
    """Read `From "Ana" <a@b>` (eM Client) and labels with a tab behind them (NetEase)."""
    found: dict[str, str] = {}
    for at in range(min(LINES, len(text) - start)):
        word, _, value = _plain(text[start + at]).strip().replace("\t", " ").partition(" ")
        kind = phrases.LABELS.get(word.lower().rstrip(":："))
        if kind is None or kind in found or not value.strip():
            return (at, found) if len(found) >= SURE else (0, {})
        found[kind] = value.strip()
    return 0, {}


def _in_one_line(rows: list[str]) -> tuple[int, dict[str, str]]:
    """Read headers that some program ran together in one line, or wrapped as if it were prose."""
    row = rows[0][:ONE_LINE]
    if not SURE <= row.count(":") + row.count("：") <= COLONS:
        return 0, {}
    for end in range(1, SURE + 1):
        found = _labels_in(row)
        if len(found) >= SURE and "from" in found and ("subject" in found or end == SURE):
            return end, found
        if len(found) < MARKED or end >= len(rows) or not rows[end].strip():
            return (end, found) if len(found) >= SURE and "from" in found else (0, {})
        if phrases.label_of(rows[end]):
            return 0, {}
        row = f"{row} {rows[end].strip()}"
    return 0, {}


def _labels_in(row: str) -> dict[str, str]:
    """Return the headers in one line; it must begin with a label."""
    original = phrases.ORIGINAL_START.match(row)
    row = (row[original.end() :] if original else row).replace("*", " ").strip()
    found: dict[str, str] = {}
    last, value_at = "", 0
    piece_at = 0
    for colon in _COLON.finditer(row):
        words = row[piece_at : colon.start()].split()[-SURE:]
        piece_at = colon.end()
        for size in range(len(words), 0, -1):
            kind = phrases.LABELS.get(" ".join(words[-size:]).lower())
            if kind is None or kind in found:
                continue
            label_at = row.rfind(words[-size], 0, colon.start())
            if not found and label_at > 0:
                return {}
            if last:
                found[last] = row[value_at:label_at].strip()
            found[kind] = ""
            last, value_at = kind, colon.end()
            break
        if not found:
            return {}
    if last:
        found[last] = row[value_at:].strip()
    return found


def table_end(text: list[str], start: int) -> int:
    """Return where a table of headers ends that begins at a line, as Notes sets it, or 0.

    Each label stands alone in its line, its value below it.
    """
    wanted = list(_LIKE_NOTES)
    for at in range(start, min(start + TABLE, len(text))):
        row = text[at][:80].strip().lower()
        if not wanted:
            return at if not row else at + 1
        if phrases.LABELS.get(row) == wanted[0]:
            wanted.pop(0)
        elif at == start:
            return 0
    return 0


def is_block(
    found: dict[str, str], *, marked: bool, expected: bool = False, below: bool = False
) -> bool:
    """Say whether these headers are enough for an embedded mail.

    Fewer do behind a marker, or in a mail whose subject says that it is a forward (`expected`).
    `below` says that words of the writer stand above.
    """
    kinds = len(found) - ("other" in found)
    if "from" not in found:
        return marked and kinds >= MARKED
    address = "@" in found["from"]
    if marked:
        return address or kinds >= MARKED
    timed = CLOCK.search(found.get("date", "")) is not None
    if expected:
        return ("subject" in found or address or timed) and (
            kinds >= SURE or (address and "date" in found)
        )
    # "From: Cluj, To: Brussels, Date: 3 May" is a journey, and people head a letter like this.
    # Programs write the time of day.
    if below and address and kinds > SURE:
        return True
    named = "subject" in found or "@" in found["from"] + found.get("to", "")
    return kinds >= SURE and timed and (named or list(found)[:SURE] == ["from", "date", "to"])
