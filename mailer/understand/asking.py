"""Whether an unclear mail is asked about: the one table between acting and the council.

It stands in the room of understanding because it looks at nothing but one mail: what was read, how
surely, and who wrote it. How often somebody was asked already is a matter of the records, and the
rules look at that (`mailer.rules.procedures.clarification`).
"""

from enum import StrEnum

from mailer.parse.model import Message
from mailer.rules.intents import Intent
from mailer.rules.sayings import SAYABLE
from mailer.trust.model import Action, Trust, Verdict
from mailer.understand.doubt_words import ILLNESS
from mailer.understand.doubts import FOR_A_PERSON
from mailer.understand.model import LIKELY, Heard, Reading

MOST = 3
"""Readings that a letter offers, beside "something else"."""

EITHER = {
    "Both a resignation and an absence for a time are told": (
        Intent.RESIGNATION,
        Intent.LEAVE_OF_ABSENCE,
    ),
    "It sounds like a pause rather than an end": (Intent.RESIGNATION, Intent.LEAVE_OF_ABSENCE),
    "Both a resignation and an application are told": (
        Intent.RESIGNATION,
        Intent.MENTOR_APPLICATION,
    ),
}
"""Doubts about a clear reading that say: one thing or the other. Its writer can tell which."""

GRAVE = frozenset(
    {
        "The writer is angry or threatens",
        ILLNESS,
        "A private complaint or harassment is mentioned",
        "It is not proven who wrote this",
        FOR_A_PERSON,
        "Somebody else is said to want it: their own word is needed",
    }
)
"""Doubts of an unclear answer to our question that forbid even the letter that says who reads it.
Other doubts belong to readings of "hm" and the like that nobody acts upon."""


class Outcome(StrEnum):
    """What becomes of a mail that is read by itself, without a letter of ours before it."""

    ACT = "act"
    ASK = "ask"
    COUNCIL = "council"
    IGNORE = "ignore"


def outcome(message: Message, verdict: Verdict, reading: Reading) -> Outcome:
    """Say what becomes of a mail that answers no letter of ours."""
    if verdict.action is Action.IGNORE or reading.bait:
        return Outcome.IGNORE
    if to_ask(message, verdict, reading):
        return Outcome.ASK
    if verdict.action is Action.HOLD or not verdict.may_answer or verdict.speaker is None:
        return Outcome.COUNCIL
    sure = reading.heard and not reading.unclear and not reading.doubts
    return Outcome.ACT if sure else Outcome.COUNCIL


def to_ask(message: Message, verdict: Verdict, reading: Reading) -> tuple[Heard, ...]:
    """Return the readings to offer to the writer, the likeliest first; () asks the council.

    The writer is on the roster, proven as far as our server proves anybody, and may be answered;
    nobody passed the mail on. There is no doubt but which of the readings is meant, each of them
    is likely, none is about somebody else or against the roster, and one at least is something
    that the service can act on: else the answer would only reach the council later.
    """
    if not _may_be_asked(message, verdict):
        return ()
    offered = _either(reading) if reading.heard and not reading.unclear else _likely(reading)
    sayable = tuple(one for one in offered if one.intent in SAYABLE)[:MOST]
    return sayable if any(one.procedure for one in sayable) else ()


def _may_be_asked(message: Message, verdict: Verdict) -> bool:
    proven = verdict.trust >= Trust.AUTHENTICATED or not verdict.verified
    passed_on = verdict.witness is not None or message.forwarded is not None
    accepted = verdict.action is Action.ACCEPT and verdict.may_answer
    return accepted and proven and not passed_on and verdict.speaker is not None


def _likely(reading: Reading) -> tuple[Heard, ...]:
    """Return the likely readings of an unclear mail, where there is no graver doubt."""
    if reading.unclear is None or reading.doubts:
        return ()
    candidates = reading.unclear.candidates
    return tuple(one for one in candidates if one.sureness >= LIKELY)


def _either(reading: Reading) -> tuple[Heard, ...]:
    """Return both readings where a mail was read clearly as one thing or the other."""
    if not reading.doubts or not set(reading.doubts) <= set(EITHER):
        return ()
    intents = dict.fromkeys(intent for doubt in reading.doubts for intent in EITHER[doubt])
    known = {one.intent: one for one in reading.heard}
    if not set(known) <= set(intents):
        return ()
    first = reading.heard[0]
    return tuple(
        known.get(intent, Heard(intent, fields=first.fields, words=first.words))
        for intent in intents
    )
