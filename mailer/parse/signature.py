"""What closes every mail of a writer: signature blocks, "Sent from my phone", disclaimers."""

import re

from mailer.parse.clean import ATTRIBUTION_MARK, SIGNATURE_MARK
from mailer.parse.closings import (
    FIRST_PERSON,
    LIST_FOOTER,
    is_app_line,
    is_disclaimer,
    is_list_line,
    is_sent_from,
)

SHORT = 200  # characters of a line like "Sent from my phone" with its link, at most
BLOCK = 15  # lines that may follow `-- ` (mail.md 4.1, 6)
NEAR_END = 40  # lines of words from the end in which one may begin
LIKELY = 10  # lines that may follow some other ruler
WIDE = 70  # characters of a line of a signature behind such a ruler
FEW = 6  # words of a line of it right below the ruler
MANY = 9  # words of such a line
LONG = 12  # words of a line that is prose
FOOTER_NEAR = 6  # lines below a ruler that are looked at for a list's footer

_DASHES = re.compile(r"[ \t]{0,2}(?:--|—|––|‐‐)[ \t\xa0]*")
_NAMED = re.compile(
    r"[ \t]{0,2}(?:--|—|––)[ \t]?[^\W\d_a-zà-ÿ][^\W\d_]{1,20}(?: [^\W\d_][\w.]{0,20}){0,2}\s*"
)
_RULER = re.compile(r"[ \t]{0,3}(?:[-_=~*#—–+ᐧ]{2,}|(?:[-=*] ?){5,}|ᐧ|—)[ \t\xa0]*")
_CONTACT = re.compile(
    r"@\w|www\.|https?:|(?:\+|\b0|\()\d[\d ()/.-]{6,}|\b(?:tel|fax|mob|phone|cell)\b", re.IGNORECASE
)
_SPEAKS = re.compile(r"\b(?:I|I['’]m|I['’]ll|I['’]ve|ich|yo|je|j['’]ai|eu|io|saya|aku|ik)\b")


def split_signature(lines: list[str], *, said_before: bool = False) -> tuple[str, str]:
    """Split a stretch of the writer's own lines into what is said and what closes it.

    `said_before` says that the writer has said something in an earlier stretch.
    """
    keep = [not line.startswith(SIGNATURE_MARK) for line in lines]
    rows = [line.replace(SIGNATURE_MARK, "").replace(ATTRIBUTION_MARK, "") for line in lines]
    cut = _block(rows)
    for at in range(cut, len(rows)):
        keep[at] = False
    left = sum(1 for row, kept in zip(rows, keep, strict=True) if kept and row.strip())
    for at in range(cut):
        row = rows[at][:400].strip()
        if not row or not keep[at]:
            continue
        left -= 1
        # Such a line closes a mail: little of the writer's follows, and it stands apart.
        apart = at == 0 or not rows[at - 1].strip() or not keep[at - 1]
        apart = apart or _is_ruler(rows[at - 1])
        if said_before and (apart or left <= FOOTER_NEAR) and _is_small_print(rows, at, cut):
            for later in range(at, cut):
                keep[later] = False
            break
        keep[at] = not (len(row) <= SHORT and _names_program(row, left, apart=apart))
        said_before = said_before or keep[at]
    _drop_rulers(rows, keep)
    said = "\n".join(row for row, kept in zip(rows, keep, strict=True) if kept).strip("\n")
    closing = "\n".join(row for row, kept in zip(rows, keep, strict=True) if not kept).strip("\n")
    return said.strip(), closing.strip()


def _is_ruler(row: str) -> bool:
    return not row[-1].isalnum() and _RULER.fullmatch(row[:90]) is not None


def _names_program(row: str, left: int, *, apart: bool) -> bool:
    """Say whether a line, with `left` lines below it, is like "Sent from my phone"."""
    if left <= BLOCK and (apart or left == 0) and is_sent_from(row):
        return True
    return left == 0 and apart and len(row) <= WIDE and is_app_line(row)


def _is_small_print(rows: list[str], at: int, end: int) -> bool:
    """Say whether only the small print of an organisation or a list comes from here on."""
    row = rows[at][:400].strip()
    if is_disclaimer(row) or is_list_line(row):
        return not any(FIRST_PERSON.search(later[:1000]) for later in rows[at:end])
    return False


def _drop_rulers(rows: list[str], keep: list[bool]) -> None:
    """Give the ruler above what closes the mail to it."""
    closed = not all(keep)
    for at in range(len(rows) - 1, -1, -1):
        if not keep[at] or not rows[at].strip():
            continue
        if not closed or not _RULER.fullmatch(rows[at][:90].rstrip()):
            return
        keep[at] = False


def _block(rows: list[str]) -> int:
    """Return where the block behind `-- ` or another ruler begins, or the end."""
    end = len(rows)
    below = 0
    for at in range(end - 1, -1, -1):
        row = rows[at]
        if below > NEAR_END:
            break
        if row and row[-1] in "-_=~*#—–+ᐧ \t\xa0" and len(row) <= 90:  # noqa: PLR2004 - no such line is longer
            if _is_cut(rows, at, end, below):
                end, below = at, 0
        elif (
            row[:2] in ("--", "—", "––") and end == len(rows) and below == 0 and _is_name(rows, at)
        ):
            end = at
        below += bool(row.strip())
    return end


def _is_name(rows: list[str], at: int) -> bool:
    """Say whether a last line is "-- Ana"."""
    apart = at > 0 and not rows[at - 1].strip()
    return apart and _NAMED.fullmatch(rows[at][:60]) is not None


def _is_cut(rows: list[str], at: int, end: int, below: int) -> bool:
    """Say whether a signature or a list's footer begins at a line."""
    row = rows[at]
    if _RULER.fullmatch(row) is None:
        return False
    near = rows[at + 1 : at + 1 + FOOTER_NEAR]
    if any(LIST_FOOTER.match(later[:300]) for later in near):
        return True
    dashes = _DASHES.fullmatch(row) is not None
    if row == "-- " or below > (BLOCK if dashes else LIKELY):
        return row == "-- " and below <= BLOCK
    block = [later.strip() for later in rows[at + 1 : end] if later.strip()]
    if _is_prose(block):
        return False
    apart = row == "--" or at == 0 or not rows[at - 1].strip()
    if dashes:
        return apart
    close = not row.strip("_ \t") or row.strip() == "---"
    return _is_card(block) and (apart or close) and _belongs(rows, at, block, close=close)


def _is_card(block: list[str]) -> bool:
    """Say whether lines are few and short, as those of a name and an address are."""
    few = 0 < len(block) <= LIKELY
    return few and all(len(later) <= WIDE and later.count(" ") < MANY for later in block)


def _belongs(rows: list[str], at: int, block: list[str], *, close: bool) -> bool:
    """Say whether the lines below a ruler belong to it: right below "__", or contact data."""
    if close and len(rows[at].strip()) < FOOTER_NEAR:
        below = rows[at + 1].strip() if at + 1 < len(rows) else ""
        few = all(later.count(" ") < FEW and later[-1] not in ".?!" for later in block)
        return bool(below) and few
    return any(_CONTACT.search(later) for later in block)


def _is_prose(block: list[str]) -> bool:
    """Say whether the lines below a ruler are sentences and no signature."""
    if any(_SPEAKS.search(row) and row.count(" ") > 1 for row in block):
        return True
    long = [row for row in block if row.count(" ") >= LONG - 1]
    if any(row[0].islower() for row in long):
        return True
    return len(long) > 1 and not any(is_disclaimer(row) for row in block)
