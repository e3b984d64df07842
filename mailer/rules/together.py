"""Several reminders of one day in one letter: which may share one, and what it asks (R32).

Each matter has its number, and an answer names it: "2: yes".
"""

from collections.abc import Sequence

from mailer.rules.effects import Send
from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Asks

TEMPLATE = "common/together.party"
MOST = 6
"""Matters in one letter; more are too many to read, and wait for the next morning."""

UNPLACED = "It does not say which matter of our letter is meant"
"""The doubt about an answer without a number that fits several matters, or none surely."""


def may_share(send: Send) -> bool:
    """Say whether a reminder may stand in a letter with others.

    Those do not whose answer is free text, is a list of its own, or corrects what is on record: a
    number before it would not say what belongs to which question.
    """
    if not send.reminder or send.thread is not None or send.enclosed:
        return False
    asks = send.asks
    if asks is None:
        return True
    free = asks.words is not None or Intent.FEEDBACK in asks.intents or Intent.DONE in asks.intents
    own = bool(asks.items or asks.choice or asks.states or asks.parts)
    return not (free or own or asks.recorded != Fields())


def asks_all(parts: Sequence[Asks]) -> Asks:
    """Return what a letter asks that holds these matters; their numbers begin at 1."""
    return Asks("", parts=tuple(parts))
