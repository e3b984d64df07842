"""The kill switch: "pause" and "resume", from a member of the council, wherever it is written."""

import re

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.understand.answers import greets
from mailer.understand.matter import Matter
from mailer.understand.model import Heard, Reading
from mailer.understand.sentences import plain

SWITCHES = frozenset({Intent.PAUSE, Intent.RESUME})
_WORD = re.compile(
    r"\s*(?P<word>pause|stop everything|resume)\s*(?:[:,;-]\s*(?P<reason>\S.{0,500})|[.!]*)\s*",
    re.IGNORECASE,
)


def switch(matter: Matter) -> Reading | None:
    """Return a reading of a mail that stops everything or lets it go on; None for any other.

    It is the first line that a member wrote, or a subject of their own, and nothing but the word
    with a reason behind a colon. What is forwarded never is.
    """
    if not matter.council or matter.forwarded:
        return None
    lines = (line for line in matter.fresh.splitlines() if line.strip())
    first = next((line for line in lines if not greets(plain(line))), "")
    match = _WORD.fullmatch(first) or _WORD.fullmatch(matter.message.subject)
    if match is None:
        return None
    intent = Intent.RESUME if match["word"].lower() == "resume" else Intent.PAUSE
    fields = Fields(reason=(match["reason"] or "").strip() or None)
    procedure = matter.policy.procedures.get(intent, "")
    heard = Heard(intent, procedure, None, fields, match.group().strip())
    return Reading((heard,), None, (), matter.language)
