"""Answers to the letters of a pair's year: renewal, meeting, agreed communication, feedback."""

import re

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Asks
from mailer.understand.answers_feedback import feedback
from mailer.understand.answers_meeting import agreement, meeting
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
    if asks.procedure == "meeting" and command_of_year(text) is Intent.TEMPLATE:
        return (Intent.TEMPLATE, Fields(), ())
    if Intent.RENEWAL in asks.intents and (found := renewal(matter, text, agreed)) is not None:
        return (Intent.RENEWAL, *found)
    if Intent.FEEDBACK in asks.intents and (given := feedback(text, agreed)) is not None:
        return (Intent.FEEDBACK, *given)
    if Intent.AGREED in asks.intents and (found := agreement(matter, text)) is not None:
        return (Intent.AGREED, *found)
    if Intent.MEETING_REPORT in asks.intents:
        also_yes = Intent.YES in asks.intents
        if (found := meeting(matter, text, agreed, also_yes=also_yes)) is not None:
            return (Intent.MEETING_REPORT, *found)
    return None


_TEMPLATE = re.compile(
    r"^(?:(?:meeting )?(?:template|guide)|template please|plantilla|guia|modelo|modele|vorlage"
    r"|leitfaden|modello|templat|panduan)[.!]*$"
)
_ROUND = re.compile(r"^(?:start (?:the )?feedback(?: round)?|feedback start)[.!]*$")
_MOST_LINES = 2


def command_of_year(text: tuple[Sentence, ...]) -> Intent | None:
    """Read a mail that is one word of command and a name: "template", "start feedback"."""
    if not text or len(text) > _MOST_LINES:
        return None
    if _TEMPLATE.match(text[0].low):
        return Intent.TEMPLATE
    return Intent.FEEDBACK_ROUND if _ROUND.match(text[0].low) else None
