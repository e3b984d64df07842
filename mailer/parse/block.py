"""The header block that mail programs write above a mail which they embed in the text."""

import re

from mailer.parse import phrases
from mailer.parse.clean import ATTRIBUTION_MARK, SIGNATURE_MARK

LINE_CHARS = 2000
LINES = 40  # of a block, wrapped lines counted
SURE = 3  # different headers that make a block by themselves
MARKED = 2  # so many do behind a marker
WRAPPED = 55  # characters of a subject that a program may have wrapped
ADDRESSES_CHARS = 200

_SENTENCE_END = re.compile(r"[.!?]\s*$")


def header_block(text: list[str], start: int) -> tuple[int, dict[str, str]]:
    """Read the header block of an embedded mail at a line: where it ends, what it says.

    A value may go on over wrapped lines; a blank line between headers is allowed where a program
    sets them so, two of them end the block.
    """
    found: dict[str, str] = {}
    end, last, blanks = start, "", 0
    for at in range(start, min(len(text), start + LINES)):
        line = text[at][:LINE_CHARS].replace(ATTRIBUTION_MARK, "").replace(SIGNATURE_MARK, "")
        label = phrases.label_of(line)
        if not line.strip():
            blanks += 1
            if blanks > 1 or not found or not _is_new(text, at + 1, found):
                break
        elif label and label[0] not in found:
            last, blanks, end = label[0], 0, at + 1
            found[last] = label[1]
        elif last and blanks == 0 and _goes_on(line, last, found[last]):
            found[last] = f"{found[last]} {line.strip()}".strip()[: 4 * LINE_CHARS]
            end = at + 1
        else:
            break
    return end, found


def _is_new(text: list[str], at: int, found: dict[str, str]) -> bool:
    """Say whether a line holds a header that the block does not have yet."""
    label = phrases.label_of(text[at][:LINE_CHARS]) if at < len(text) else None
    return label is not None and label[0] not in found


def _goes_on(line: str, last: str, value: str) -> bool:
    """Say whether a line without a label is the wrapped rest of the header above it."""
    if not value or line[0] in " \t":
        return True
    if last in ("to", "cc", "from", "reply-to"):
        closed = ">" in line or not _SENTENCE_END.search(line)
        return "@" in line and closed and len(line) < ADDRESSES_CHARS
    return last == "subject" and len(value) > WRAPPED


def is_block(found: dict[str, str], *, marked: bool) -> bool:
    """Say whether these headers are enough for an embedded mail; fewer do behind a marker."""
    if "from" not in found:
        return marked and len(found) >= MARKED
    address = "@" in found["from"]
    if marked:
        return address or len(found) >= MARKED
    # "From: Cluj, To: Brussels, Date: 3 May" is a journey.
    return ("subject" in found or address) and (len(found) >= SURE or (address and "date" in found))
