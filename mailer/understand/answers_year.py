"""Answers to the letters of a pair's year: renewal, meeting, agreed communication, feedback."""

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Asks
from mailer.understand.answers_renewal import renewal
from mailer.understand.matter import Matter
from mailer.understand.sentences import Sentence

Read = tuple[Intent, Fields, tuple[str, ...]]
"""What an answer says: the intent, its fields, and why a person should read it."""


def read_year(
    matter: Matter, text: tuple[Sentence, ...], asks: Asks, agreed: Intent | None
) -> Read | None:
    """Read the answer to a letter of the year; `agreed` is its plain yes or no.

    None where the letter is another one, or where the mail does not answer it.
    """
    if Intent.RENEWAL in asks.intents and (found := renewal(matter, text, agreed)) is not None:
        return (Intent.RENEWAL, *found)
    return None
