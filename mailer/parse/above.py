"""Find the attributions in a text, also those that mail programs wrapped over several lines."""

import re

from mailer.parse.attribution import (
    CERTAIN,
    CLOCK,
    LEAD,
    LINE,
    MAILBOX,
    POSSIBLE,
    SENTENCE_BREAK,
    attribution,
    may_end,
)
from mailer.parse.phrases import LINE_CHARS

_TRIES = 200  # lines that could end an attribution and are looked at
_WRAPPED_OVER = 5  # lines that an attribution was wrapped over, at most
_LEAD_CHARS = 30

_BARE_VERBS = (
    "wrote",
    "schrieb",
    "geschrieben",
    "écrit",
    "escribió",
    "escreveu",
    "scritto",
    "schreef",
    "napisał",
)
_INDENT = re.compile(r"(?: {2,}|\t)\S")
_STOP = re.compile(r"[^\W\d_]{6,}\.\s*$|[?!。？！]\s*$")
_WROTE = re.compile(r"[ \t]{0,3}>\s?[^\d<>@]{2,30}[:：]\s*$")
_BEHIND = re.compile(r"[^:：\n]{0,60}[:：]")


def mark_attributions(text: list[str], kinds: list[str], looked: int) -> tuple[set[int], int]:
    """Give the class letter `h` to the lines of attributions among the first `looked` ones.

    Where one begins behind the writer's own sentence, the line is split. Returns the first lines
    of those that need no quote behind them, and how many lines the text has more than before.
    """
    sure_at: set[int] = set()
    tries, added, last = _TRIES, 0, -1
    while last + 1 < looked + added:
        last += 1
        row = text[last]
        if kinds[last] not in "tq" or not _may_close(kinds, row, last):
            if kinds[last] == "t" and _runs_on(row):
                kinds[last] = "h"
                sure_at.add(last)
            continue
        tries -= 1
        if tries < 0:
            break
        first, best, split = _grade(text, kinds, last)
        if best == POSSIBLE and not _quote_follows(text, kinds, last):
            continue
        if best and split:
            row = text[first]
            text[first : first + 1] = [row[:split], row[split:]]
            kinds[first : first + 1] = ["t", "t"]
            first, last, added = first + 1, last + 1, added + 1
        if best:
            first = _whole(text, kinds, first)
            kinds[first : last + 1] = "h" * (last + 1 - first)
        if best == CERTAIN:
            sure_at.add(first)
    return sure_at, added


def _may_close(kinds: list[str], row: str, at: int) -> bool:
    """Say whether an attribution could end with a line."""
    if kinds[at] == "q":
        # "<ana@x.example" and "> wrote:": the bracket was taken for a quote.
        return at > 0 and kinds[at - 1] == "t" and _WROTE.match(row[:80]) is not None
    return may_end(row) or _ends_oddly(row)


def _ends_oddly(row: str) -> bool:
    """Say whether a line without a colon could be "2013/3/12 Ana <a@b>", "-- Ana wrote --", ...."""
    row = row.strip()
    if row[-1:] in (">", "-", "*"):
        return "@" in row or row[:3] == "---"
    return "@" in row and row.endswith(_BARE_VERBS)


def _grade(text: list[str], kinds: list[str], last: int) -> tuple[int, int, int]:
    """Return where the attribution that ends at a line begins, its grade, where to split."""
    first, best, joined, told = last, 0, "", 0
    at, used = last, 0
    while at >= 0 and used < _WRAPPED_OVER:
        row = text[at][:LINE_CHARS].strip()
        if kinds[at] == "b" and _goes_on_below(text, kinds, at):
            at -= 1
            continue
        if (kinds[at] != "t" and at != last) or len(joined) > LINE:
            break
        if joined and _STOP.search(row):
            break
        joined = f"{row} {joined}".strip()
        sure = attribution(joined)
        more = bool(CLOCK.search(joined)) + bool(MAILBOX.search(joined)) if sure else 0
        begun = LEAD.match(text[first]) is not None
        if sure > best or (sure == best and sure and more > told and not begun):
            first, best, told = at, sure, more
        if not sure and best < CERTAIN and len(joined) <= 2 * LINE:
            cut = _break(joined, row)
            if cut:
                leading = len(text[at]) - len(text[at].lstrip())
                return at, CERTAIN, leading + cut
        at, used = at - 1, used + 1
    return first, best, 0


def _goes_on_below(text: list[str], kinds: list[str], at: int) -> bool:
    """Say whether a blank line stands inside an attribution that was broken twice."""
    if at == 0 or kinds[at - 1] != "t":
        return False
    above = text[at - 1].strip()
    return above[-1:] == "<" or (above[-1:] == "," and LEAD.match(above) is not None)


def _break(joined: str, row: str) -> int:
    """Return where in a row an attribution begins behind the end of the writer's sentence."""
    found = 0
    for end in SENTENCE_BREAK.finditer(joined):
        found = end.end()
    if 0 < found < len(row) and LEAD.match(joined[found:]) and attribution(joined[found:]):
        return found
    return 0


def _runs_on(row: str) -> bool:
    """Say whether a line holds a whole attribution and the first words of the quote."""
    if "@" not in row or (":" not in row and "：" not in row):
        return False
    row = row[:LINE_CHARS]
    mailbox = MAILBOX.search(row[:LINE])
    if mailbox is None or LEAD.match(row) is None or CLOCK.search(row[:LINE]) is None:
        return False
    behind = _BEHIND.match(row, mailbox.end())
    return behind is not None and attribution(row[: behind.end()]) == CERTAIN


def _whole(text: list[str], kinds: list[str], first: int) -> int:
    """Take in the line above when the attribution clearly began there."""
    if LEAD.match(text[first]) or first == 0 or kinds[first - 1] != "t":
        return first
    above = text[first - 1].strip()
    begins = LEAD.match(above) and len(above) <= LINE and above[-1] not in ".?!:;"
    if begins and (any(char.isdigit() for char in above) or _is_lead(above)):
        return first - 1
    return first


def _is_lead(row: str) -> bool:
    """Say whether a line is only the weekday of an attribution: "On Tue,"."""
    return row[-1] == "," and len(row) <= _LEAD_CHARS and row.count(" ") <= 1


def _quote_follows(text: list[str], kinds: list[str], last: int) -> bool:
    """Say whether a quote comes next, or nothing at all. An indented one counts and is marked."""
    for at in range(last + 1, min(last + 4, len(kinds))):
        if kinds[at] == "b":
            continue
        if kinds[at] in "qp":
            return True
        if kinds[at] == "t" and _INDENT.match(text[at]) and text[last][:1] != " ":
            _indented(text, kinds, at)
            return True
        return False
    return last + 4 > len(kinds)


def _indented(text: list[str], kinds: list[str], at: int) -> None:
    """Mark a stretch of indented lines as quoted, the blank ones between them too."""
    end = at
    while at < len(kinds):
        if kinds[at] == "t" and _INDENT.match(text[at]):
            kinds[end : at + 1] = "q" * (at + 1 - end)
            end = at + 1
        elif kinds[at] != "b":
            return
        at += 1
