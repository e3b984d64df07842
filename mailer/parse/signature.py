"""What closes every mail of a writer: signature blocks, "Sent from my phone", disclaimers."""

import re

from mailer.parse import phrases
from mailer.parse.clean import ATTRIBUTION_MARK, SIGNATURE_MARK

SHORT = 130  # characters of a line like "Sent from my phone", at most
BLOCK = 15  # lines that may follow `-- ` (mail.md 4.1, 6)

_DASHES = re.compile(r"[ \t]{0,2}(?:--|—|––|-- ?-)[ \t\xa0]*")
_FOOTER = re.compile(r"_{20,}|-{20,}|={20,}")


def split_signature(lines: list[str]) -> tuple[str, str]:
    """Split a stretch of the writer's own lines into what is said and what closes it."""
    keep = [not line.startswith(SIGNATURE_MARK) for line in lines]
    rows = [line.replace(SIGNATURE_MARK, "").replace(ATTRIBUTION_MARK, "") for line in lines]
    cut = _block(rows)
    for at in range(cut, len(rows)):
        keep[at] = False
    left = sum(1 for row, kept in zip(rows, keep, strict=True) if kept and row.strip())
    said_before = False
    for at in range(cut):
        row = rows[at][:400].strip()
        if not row or not keep[at]:
            continue
        left -= 1
        # Such a line closes a mail: little of the writer's follows, and it stands apart.
        apart = at == 0 or not rows[at - 1].strip() or not keep[at - 1] or left == 0
        if apart and left <= BLOCK and len(row) <= SHORT and phrases.is_sent_from(row):
            keep[at] = False
        elif said_before and phrases.DISCLAIMER.match(row):
            for later in range(at, cut):
                keep[later] = False
            break
        said_before = said_before or keep[at]
    said = "\n".join(row for row, kept in zip(rows, keep, strict=True) if kept).strip("\n")
    closing = "\n".join(row for row, kept in zip(rows, keep, strict=True) if not kept).strip("\n")
    return said.strip(), closing.strip()


def _block(rows: list[str]) -> int:
    """Return where the block behind `-- ` begins, or the end."""
    end = len(rows)
    below = 0
    for at in range(end - 1, -1, -1):
        row = rows[at]
        if len(row) <= 80:  # noqa: PLR2004 - no such line is longer
            alone = row in ("-- ", "--") or at == 0 or not rows[at - 1].strip()
            if (alone and below <= BLOCK and _DASHES.fullmatch(row)) or (
                _FOOTER.fullmatch(row.strip())
                and any(phrases.LIST_FOOTER.match(later[:300]) for later in rows[at + 1 : at + 4])
            ):
                end = at
        below += bool(row.strip())
    return end
