"""One class letter for each line of a text (mail.md 4.1).

`b` blank, `q` quoted, `h` attribution ("On ... wrote:"), `e` header of an embedded mail,
`d` delimiter ("-----Original Message-----"), `m` our own marker, `t` text. Work is linear.
"""

import re
from dataclasses import dataclass, field

from mailer.parse import phrases
from mailer.parse.above import mark_attributions
from mailer.parse.attribution import CLOCK
from mailer.parse.block import header_block, is_block, table_end
from mailer.parse.clean import ATTRIBUTION_MARK
from mailer.parse.closings import asks_above
from mailer.parse.phrases import LINE_CHARS

LINES = 2000
CHARS = 64 * 1024
ROWS = 10_000  # lines that are told apart at all; what follows counts as one

_MARKER_CHARS = 200
_BLANKS = " \t\xa0\u200b\u200e\u200f\u3000\u2007\u202f"

_QUOTE = re.compile(r"[ \t\xa0]{0,3}(?:>|&gt;)(?![:;=][-']?[()DPp/|\[\]\\]|[._-]<)")
# Bars and initials (The Bat: "AP> ...") are quotes only where an attribution stands above them.
_BAR = re.compile(r"[ \t]{0,3}(?:\|(?:[ \t]|$)|[^\W\d_]{1,4}>{1,3}(?:[ \t]|$))")
_PREFIX = re.compile(r"^[\s>|]+")


@dataclass(slots=True)
class Lines:
    """The lines of a text and their class letters, as far as they were looked at.

    `sure` holds the first lines of attributions that need no quote behind them.
    """

    text: list[str]
    kinds: list[str]
    sure: set[int] = field(default_factory=set)


def classify(text: str) -> Lines:
    """Give every line its class letter; beyond the limits only `>` and blank are told."""
    rows = text.split("\n", ROWS)
    kinds: list[str] = []
    left = CHARS
    bars = False
    for number, row in enumerate(rows):
        left -= len(row) + 1
        kind = _kind(row[:LINE_CHARS], known=number < LINES and left > 0)
        bars = bars or kind == "p"
        kinds.append(kind)
    if len(rows) > ROWS:
        kinds[-1] = (
            "q" if next((kind for kind in reversed(kinds[:-1]) if kind != "b"), "") == "q" else "t"
        )
    lines = Lines(rows, kinds)
    looked = min(len(rows), LINES)
    lines.sure, added = mark_attributions(rows, kinds, looked)
    looked += added
    if bars:
        _bars(lines)
    _headers(lines, looked)
    if "#" in text or "eply" in text:
        _markers(lines, looked)
    return lines


def _kind(row: str, *, known: bool) -> str:
    first = row[:1]
    if "a" <= first <= "z" or "A" <= first <= "Z":
        return "p" if ">" in row[:8] and _BAR.match(row) else "t"
    bare = row.strip(_BLANKS)
    if not bare:
        return "b"
    if (">" in row[:5] or "&gt;" in row[:8]) and _QUOTE.match(row):
        return "q"
    if first == ATTRIBUTION_MARK:
        return "h"
    return _mark(row, bare) if known and len(row) <= _MARKER_CHARS else "t"


def _mark(row: str, bare: str) -> str:
    """Return the class of a line that does not begin with a letter or with `>`."""
    if bare[0] in "-_=*—–‐‑" and phrases.ORIGINAL_LINE.fullmatch(bare):
        return "d"
    if bare[0] in "-_=*—–#+~" and asks_above(bare):
        return "m"
    barred = (bare[0] == "|" or ">" in row[:8]) and _BAR.match(row)
    return "p" if barred else "t"


def is_quote(row: str) -> bool:
    """Say whether a line begins with `>`."""
    return _QUOTE.match(row) is not None


def without_prefix(row: str) -> str:
    """Return a quoted line without its `>`, bars and blanks."""
    return _PREFIX.sub("", row[:LINE_CHARS]).strip()


def _bars(lines: Lines) -> None:
    """Make bars and initials quotes below an attribution, text elsewhere."""
    quoted = False
    for at, kind in enumerate(lines.kinds):
        if kind == "p":
            lines.kinds[at] = "q" if quoted else "t"
        elif kind != "b":
            quoted = kind in "hq" or (quoted and kind == "t" and _is_between(lines.kinds, at))


def _is_between(kinds: list[str], at: int) -> bool:
    """Say whether a quote with bars goes on within the next lines, as below inline answers."""
    return "p" in kinds[at + 1 : at + 8]


def _headers(lines: Lines, looked: int) -> None:
    """Find the header blocks of embedded mails that stand unquoted in the text."""
    at = 0
    while at < looked:
        row = lines.text[at]
        if lines.kinds[at] != "t" or len(row) > LINE_CHARS:
            at += 1
            continue
        end = 0
        if ":" in row or "：" in row:
            if phrases.label_of(row) or phrases.ORIGINAL_START.match(row):
                end = _block_end(lines, at)
        elif row.strip()[:9].lower() in phrases.LABELS or _above(lines, at) == "d":
            end = _block_end(lines, at) if _above(lines, at) == "d" else _table(lines, at)
        at = end or at + 1


def _block_end(lines: Lines, at: int) -> int:
    """Mark the header block at a line and return where it ends, or 0."""
    marked = at > 0 and _above(lines, at) == "d"
    bare = None if marked or not at else _bare_marker(lines, at)
    end, found = header_block(lines.text, at, marked=marked)
    if not found or not is_block(
        found, marked=marked or bare is not None, below="t" in lines.kinds[:at]
    ):
        return 0
    lines.kinds[at:end] = "e" * (end - at)
    if bare is not None:
        lines.kinds[bare] = "e"
    return end


def _bare_marker(lines: Lines, at: int) -> int | None:
    """Return the line above a block that says "Original Message" without dashes."""
    for above in range(at - 1, max(-1, at - 3), -1):
        row = lines.text[above][:_MARKER_CHARS]
        if lines.kinds[above] != "b":
            return above if phrases.BARE_ORIGINAL.fullmatch(row) else None
    return None


def _table(lines: Lines, at: int) -> int:
    """Mark a table of headers, with the lines above that name the writer and the time."""
    end = table_end(lines.text, at)
    if not end:
        return 0
    first, seen = at, 0
    while first and seen < 2 and lines.kinds[first - 1] in "tb":  # noqa: PLR2004 - name and time
        first -= 1
        if lines.kinds[first] == "t":
            seen += 1
    if not CLOCK.search(" ".join(lines.text[first:at])):
        first = at
    lines.kinds[first:end] = "e" * (end - first)
    return end


def _above(lines: Lines, at: int) -> str:
    for kind in reversed(lines.kinds[max(0, at - 3) : at]):
        if kind != "b":
            return kind
    return ""


def _markers(lines: Lines, looked: int) -> None:
    """Find our own marker line (mail.md 4.1, 1), whatever stands before it and if wrapped."""
    for at in range(looked):
        row = lines.text[at]
        if "#" not in row and "reply" not in row[:100].lower():
            continue
        joined = ""
        for end in range(at, min(at + 4, looked)):
            joined += "".join(_PREFIX.sub("", lines.text[end][:200]).split()).lower().strip("*")
            found = phrases.OUR_MARKER.match(joined)
            if found and (joined.endswith("##") or end == at + 3 or found.end() == len(joined)):
                kind = "q" if _QUOTE.match(row) else "m"
                lines.kinds[at : end + 1] = kind * (end + 1 - at)
                if joined.endswith("##") or not _closes(lines, end + 1):
                    return


def _closes(lines: Lines, at: int) -> bool:
    """Say whether the next line is the wrapped rest of our marker: its code and `##`."""
    return at < len(lines.text) and lines.text[at][:200].rstrip().endswith("##")
