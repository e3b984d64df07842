"""Where the HTML of a mail shows a quote that its plain text does not."""

import re
from dataclasses import replace

from mailer.parse.clean import ATTRIBUTION_MARK, SIGNATURE_MARK
from mailer.parse.model import Body

LETTERS = 12  # so many must agree before a line of the two texts counts as the same
LINES = 2000

_OTHER = re.compile(r"[\W_]+")


def with_hint(body: Body, text: str, shown: str) -> Body:
    """Move into `quoted` what the HTML marks as a quote that goes on to the end.

    `shown` is the HTML's text with `>` lines and attribution marks. Where the two texts do not
    agree, or the writer goes on below the quote, nothing is moved.
    """
    lines = [line for line in shown.split("\n")[: 2 * LINES] if line.strip("> ")]
    first = next((at for at, line in enumerate(lines) if line[0] in (">", ATTRIBUTION_MARK)), None)
    if not first or any(line[0] not in (">", ATTRIBUTION_MARK) for line in lines[first:]):
        return body
    wanted = _OTHER.sub("", lines[first])
    if len(wanted) < LETTERS:
        return body
    rows = text.split("\n")
    for at, row in enumerate(rows[:LINES]):
        letters = _OTHER.sub("", row[:400])
        if len(letters) >= LETTERS and (wanted.startswith(letters) or letters.startswith(wanted)):
            above = "\n".join(rows[:at])
            if _said(lines[:first]) != _OTHER.sub("", above):
                return body
            fresh = body.fresh[: _end(body.fresh, above)].strip()
            return replace(body, fresh=fresh, quoted="\n".join(rows[at:]).strip("\n"), answers=())
    return body


def _said(lines: list[str]) -> str:
    return _OTHER.sub("", "".join(lines).replace(SIGNATURE_MARK, ""))


def _end(fresh: str, above: str) -> int:
    """Return where the words of `above` end in `fresh`; a signature may be missing from it."""
    return len(above) if fresh.startswith(above.strip()[:200]) else len(fresh)
