"""Tell apart what the writer says, what is quoted and what closes every mail (mail.md 4.1).

Each line gets one class letter and the decisions are taken over the string of letters:
`b` blank, `q` quoted, `h` attribution ("On ... wrote:"), `e` header of an embedded mail,
`d` delimiter ("-----Original Message-----"), `m` our own marker, `t` text. Work is linear.
"""

import re
from dataclasses import dataclass

from mailer.parse import phrases
from mailer.parse.block import LINE_CHARS, header_block, is_block
from mailer.parse.clean import ATTRIBUTION_MARK, SIGNATURE_MARK
from mailer.parse.model import Body
from mailer.parse.signature import split_signature

LINES = 2000
CHARS = 64 * 1024
ATTRIBUTIONS = 400  # lines with a colon at their end that are looked at
WRAP_FROM, WRAP_TO = 66, 82  # columns at which mail programs wrap a quote
WRAP_REST = 40  # characters that such a wrap leaves over, at most
WRAPPED = 45  # characters; a shorter line above was not wrapped
MARKER_CHARS = 200
ROWS = 10_000  # lines that are told apart at all; what follows counts as one

_QUOTE = re.compile(r"[ \t]{0,3}(?:>|&gt;|\|(?= ))")
_PREFIX = re.compile(r"^[\s>|]+")
_LIST = re.compile(r"\s*(?:\d{1,3}[.):]|[-*•])\s")
_END = re.compile(r"[.?!:;。？！：…)\]]\s*$")
_STOP = re.compile(r"\w{6,}\.\s*$|[?!。？！]\s*$")


@dataclass(slots=True)
class Lines:
    """The lines of a text and their class letters, as far as they were looked at."""

    text: list[str]
    kinds: list[str]


def tell_apart(text: str) -> Body:
    """Split a text into fresh, quoted, signature and answers. Nothing of it gets lost."""
    lines = classify(text)
    cut = _cut(lines)
    kinds = "".join(lines.kinds[:cut])
    quoted_at = [kind in "qhem" for kind in kinds]
    _rewrapped(lines, quoted_at, cut)
    _blanks(lines.kinds, quoted_at, cut)
    fresh: list[str] = []
    signature: list[str] = []
    quoted: list[str] = []
    answers: list[tuple[str, str]] = []
    at = 0
    while at < cut:
        start = at
        while at < cut and quoted_at[at] == quoted_at[start]:
            at += 1
        stretch = lines.text[start:at]
        if quoted_at[start]:
            quoted += [line.removeprefix(ATTRIBUTION_MARK) for line in stretch]
            continue
        said, closing = split_signature(stretch)
        if closing:
            signature.append(closing)
        if said:
            fresh.append(said)
            if start:
                question = _question(lines.text, quoted_at, start)
                if question:
                    answers.append((question, said))
    quoted += [line.removeprefix(ATTRIBUTION_MARK) for line in lines.text[cut:]]
    return Body(
        fresh="\n\n".join(fresh),
        quoted="\n".join(quoted).strip("\n").replace(SIGNATURE_MARK, ""),
        signature="\n".join(signature),
        answers=tuple(answers[:200]),
    )


def classify(text: str) -> Lines:
    """Give every line its class letter; beyond the limits only `>` and blank are told."""
    rows = text.split("\n", ROWS)
    kinds: list[str] = []
    left = CHARS
    for number, row in enumerate(rows):
        left -= len(row) + 1
        kinds.append(_kind(row[:LINE_CHARS], known=number < LINES and left > 0))
    if len(rows) > ROWS:
        kinds[-1] = (
            "q" if next((kind for kind in reversed(kinds[:-1]) if kind != "b"), "") == "q" else "t"
        )
    lines = Lines(rows, kinds)
    looked = min(len(rows), LINES)
    _attributions(lines, looked)
    _headers(lines, looked)
    _markers(lines, looked)
    return lines


def _kind(row: str, *, known: bool) -> str:
    if not row.strip(" \t\xa0\u200b\u200e\u200f"):
        return "b"
    if _QUOTE.match(row):
        return "q"
    if row.startswith(ATTRIBUTION_MARK):
        return "h"
    if not known or len(row) > MARKER_CHARS:
        return "t"
    if row[0] in "-_=*—– \t" and (phrases.ORIGINAL_LINE.fullmatch(row.strip())):
        return "d"
    return "t"


def _attributions(lines: Lines, looked: int) -> None:
    """Find attributions, also those that a mail program wrapped over up to four lines."""
    text, kinds = lines.text, lines.kinds
    tries = ATTRIBUTIONS
    for last in range(looked):
        if kinds[last] != "t" or not phrases.COLON_END.search(text[last][-40:].rstrip()):
            continue
        tries -= 1
        if tries < 0:
            return
        first, best, joined = last, 0, ""
        for at in range(last, max(-1, last - 4), -1):
            row = text[at][:LINE_CHARS].strip()
            if kinds[at] != "t" or len(joined) > phrases.LINE or (joined and _STOP.search(row)):
                break
            joined = f"{row} {joined}".strip()
            sure = phrases.attribution(joined)
            if sure > best:
                first, best = at, sure
        if best == phrases.CERTAIN or (best == 1 and _quote_follows(kinds, last)):
            first = _whole(text, kinds, first)
            kinds[first : last + 1] = "h" * (last + 1 - first)


def _whole(text: list[str], kinds: list[str], first: int) -> int:
    """Take in the line above when the attribution clearly began there."""
    if phrases.LEAD.match(text[first]) or first == 0 or kinds[first - 1] != "t":
        return first
    above = text[first - 1].strip()
    begins = phrases.LEAD.match(above) and not _END.search(above) and len(above) <= phrases.LINE
    return first - 1 if begins and any(char.isdigit() for char in above) else first


def _quote_follows(kinds: list[str], last: int) -> bool:
    """Say whether a quote comes next, or nothing at all."""
    for kind in kinds[last + 1 : last + 4]:
        if kind != "b":
            return kind == "q"
    return last + 4 > len(kinds)


def _headers(lines: Lines, looked: int) -> None:
    """Find the header blocks of embedded mails that stand unquoted in the text."""
    at = 0
    while at < looked:
        marked = at > 0 and _above(lines, at) == "d"
        if lines.kinds[at] == "t" and phrases.label_of(lines.text[at][:LINE_CHARS]):
            end, found = header_block(lines.text, at)
            if is_block(found, marked=marked):
                lines.kinds[at:end] = "e" * (end - at)
                at = end
                continue
        at += 1


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


def _cut(lines: Lines) -> int:
    """Return the line where an unmarked quote begins that goes on to the end."""
    kinds = "".join(lines.kinds)
    cut = len(kinds)
    for match in re.finditer("[mdeh]", kinds):
        at = match.start()
        kind = kinds[at]
        if kind == "h":
            end = at + 1
            while kinds[end : end + 1] == "h":
                end += 1
            following = kinds[end : end + 6].lstrip("b")[:1]
            if following in ("q", "h", "") or not _is_open(lines, at, end):
                continue
        if kind == "d" and "e" not in kinds[at : at + 5] and "h" not in kinds[at : at + 5]:
            continue
        cut = at
        break
    if cut == len(kinds):
        return cut
    while cut and (kinds[cut - 1] in "bh" or _is_ruler(lines.text[cut - 1])):
        cut -= 1
    return cut


def _is_open(lines: Lines, at: int, end: int) -> bool:
    """Say whether an attribution that no `>` follows is sure enough by itself."""
    joined = " ".join(text[:LINE_CHARS].strip() for text in lines.text[at : min(end, at + 5)])
    return joined.startswith(ATTRIBUTION_MARK) or phrases.attribution(joined) == phrases.CERTAIN


def _is_ruler(row: str) -> bool:
    return phrases.RULER.fullmatch(row[:300].strip()) is not None


def _rewrapped(lines: Lines, quoted: list[bool], cut: int) -> None:
    """Give back to the quote the rest of a line that was broken in two, and rulers above it."""
    text, kinds = lines.text, lines.kinds
    for at in range(1, cut - 1):
        if kinds[at] == "t" and kinds[at - 1] == kinds[at + 1] == "q":
            above, row = text[at - 1], text[at]
            wrapped = WRAP_FROM <= len(above) <= WRAP_TO and not _END.search(above)
            quoted[at] = wrapped and len(row) <= WRAP_REST and row[:1].islower()
    below = False
    for at in range(cut - 1, -1, -1):
        if below and kinds[at] == "t" and _is_ruler(text[at]):
            quoted[at] = True
        elif kinds[at] != "b":
            below = kinds[at] == "q"


def _blanks(kinds: list[str], quoted: list[bool], cut: int) -> None:
    """Give blank lines to the quote that they stand in."""
    at = 0
    while at < cut:
        end = at
        while end < cut and kinds[end] == "b":
            end += 1
        if at < end < cut and quoted[end] and (at == 0 or quoted[at - 1]):
            quoted[at:end] = [True] * (end - at)
        at = end + 1


def _question(text: list[str], quoted: list[bool], start: int) -> str:
    """Return the last quoted sentence above an answer, its wrapped lines joined."""
    rows: list[str] = []
    for at in range(start - 1, max(-1, start - 12), -1):
        if not quoted[at] or text[at].startswith(ATTRIBUTION_MARK):
            break
        row = _PREFIX.sub("", text[at][:LINE_CHARS]).strip()
        if not row:
            if rows:
                break
            continue
        if rows and (_END.search(row) or len(row) < WRAPPED):
            break
        rows.append(row)
        if _LIST.match(row + " "):
            break
    return " ".join(reversed(rows))[:500]
