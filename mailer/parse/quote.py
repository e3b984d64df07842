"""Tell apart what the writer says, what is quoted and what closes every mail (mail.md 4.1).

The decisions are taken over the string of class letters that `lines` gives. Work is linear.
"""

import re

from mailer.parse import phrases
from mailer.parse.clean import ATTRIBUTION_MARK, SIGNATURE_MARK
from mailer.parse.lines import Lines, classify, without_prefix
from mailer.parse.model import Body
from mailer.parse.signature import split_signature

ANSWERS = 200
_WRAP_FROM, _WRAP_TO = 60, 100  # columns at which mail programs wrap a quote
_WRAP_REST = 40  # characters that such a wrap leaves over, at most
_WRAPPED = 45  # characters; a shorter line above was not wrapped
_NEAR = 6  # lines below an attribution where its quote begins

_LIST = re.compile(r"\s*(?:\d{1,3}[.):]|[-*•])\s")
_END = re.compile(r"[.?!:;。？！：…)\]]\s*$")


def tell_apart(text: str) -> Body:
    """Split a text into fresh, quoted, signature and answers. Nothing of it gets lost."""
    lines = classify(text)
    cut = _cut(lines)
    quoted_at = [kind in "qhem" for kind in lines.kinds[:cut]]
    if "q" in lines.kinds:
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
        said, closing = split_signature(stretch, said_before=bool(fresh))
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
        answers=tuple(answers[:ANSWERS]),
    )


def _cut(lines: Lines) -> int:
    """Return the line where an unmarked quote begins that goes on to the end."""
    kinds = "".join(lines.kinds)
    cut = len(kinds)
    for match in re.finditer("m+|d|h+|e+", kinds):
        following = kinds[match.end() : match.end() + _NEAR].lstrip("b")[:1]
        kind = match.group()[0]
        if kind == "h" and (following in ("q", "h", "") or not _is_open(lines, match)):
            continue
        if kind in "ed" and following == "q":
            # Outlook Express leaves the headers bare and sets `>` before the text.
            _with_rulers(lines, match.start(), match.end())
            continue
        cut = match.start()
        break
    if cut == len(kinds):
        return cut
    while cut and (kinds[cut - 1] in "bh" or _is_ruler(lines.text[cut - 1])):
        cut -= 1
    return cut


def _with_rulers(lines: Lines, start: int, end: int) -> None:
    """Mark a header block whose text is quoted, and the rulers above it."""
    for at in range(start - 1, -1, -1):
        if _is_ruler(lines.text[at]):
            start = at
        elif lines.kinds[at] != "b":
            break
    lines.kinds[start:end] = "e" * (end - start)


def _is_open(lines: Lines, match: re.Match[str]) -> bool:
    """Say whether an attribution that no `>` follows is sure enough by itself."""
    return any(
        at in lines.sure or lines.text[at].startswith(ATTRIBUTION_MARK)
        for at in range(match.start(), match.end())
    )


def _is_ruler(row: str) -> bool:
    return phrases.RULER.fullmatch(row[:300].strip()) is not None


def _rewrapped(lines: Lines, quoted: list[bool], cut: int) -> None:
    """Give back to the quote the rest of a line that was broken in two, and rulers above it."""
    text, kinds = lines.text, lines.kinds
    for at in range(1, cut):
        if kinds[at] == "t" and kinds[at - 1] == "q":
            quoted[at] = _is_rest(text, kinds, at, cut)
    below = False
    for at in range(cut - 1, -1, -1):
        if below and kinds[at] == "t" and _is_ruler(text[at]):
            quoted[at] = True
        elif kinds[at] != "b":
            below = kinds[at] == "q"


def _is_rest(text: list[str], kinds: list[str], at: int, cut: int) -> bool:
    """Say whether a line without `>` is the end of the quoted one above it."""
    above, row = text[at - 1], text[at].strip()
    if len(row) > _WRAP_REST or not _WRAP_FROM <= len(above) <= _WRAP_TO or _END.search(above):
        return False
    if at + 1 < cut and kinds[at + 1] == "q":
        return row[:1].islower()
    # At the end of the quote: somebody who answered above does not go on in lower case here.
    alone = at + 1 >= cut or kinds[at + 1] == "b"
    return alone and row[:1].islower() and "t" in kinds[:at] and _END.search(row) is not None


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
        row = without_prefix(text[at])
        if not row:
            if rows:
                break
            continue
        if rows and (_END.search(row) or len(row) < _WRAPPED):
            break
        rows.append(row)
        if _LIST.match(row + " "):
            break
    return " ".join(reversed(rows))[:500]
