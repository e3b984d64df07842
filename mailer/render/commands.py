"""Values that read like a decision: shown so that they are none, wherever a mail program puts them.

A member's program may quote our letter without a mark, or break its lines anew. A name or a subject
such as "approve 12" would then stand there like the member's own line (mail.md 7.5).
"""

import re
from functools import lru_cache

from mailer.understand.verbs import VERBS

_VERB = "|".join(sorted((re.escape(verb) for verb in VERBS), key=len, reverse=True))
_FIRST = re.compile(
    rf"(?<![\w'\u201c\"])((?:{_VERB})[\s:,-]*\s(?:#|no\.? ?|nr\.? ?|n\u00b0 ?|item )?)"
    r"(\d{1,6}(?:\.\d+)?)(?!\d|[-/.:]\d)",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"(?<![\w.:/\u2039-])(\d{{1,6}})([\s:,.=)-]+)(?=(?:{_VERB})(?![\w']))", re.IGNORECASE
)
_SEAT = re.compile(r"(?<![\w'\u201c\"])(council\s+)(add|end)(?=\s)", re.IGNORECASE)
_BEGINS = re.compile(rf"(?:{_VERB})(?![\w'])", re.IGNORECASE)


@lru_cache(maxsize=2048)
def disarmed(text: str) -> str:
    """Return a value in which no verb stands beside a bare number.

    "approve 12" becomes "approve \u203912\u203a".

    What stands in quotation marks is left as it is: a line that begins with one decides nothing.
    """
    if "council" in text.lower():
        text = _SEAT.sub("\\1\u2039\\2\u203a", text)
    if not any(character.isdigit() for character in text):
        return text
    return _LAST.sub("\u2039\\1\u203a\\2", _FIRST.sub("\\1\u2039\\2\u203a", text))


def titled(text: str) -> str:
    """Return what stands behind a question's number, so that both together are no decision."""
    return f"\u201c{text}\u201d" if _BEGINS.match(text.strip()) else text
