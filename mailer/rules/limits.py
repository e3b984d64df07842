"""How many automatic answers go out: to an address, in a conversation, in all (mail.md 2.2)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailer.rules.effects import Decision, Put
from mailer.rules.events import Event, Said, Source, Trust
from mailer.rules.facts import Policy
from mailer.rules.ids import derive
from mailer.rules.records import Case

ONCE_A_DAY = frozenset(
    {
        "contact/too_large.sender",
        "contact/unknown.stranger",
        "digest/not_understood.council",
        "digest/refused.council",
        "query/help.sender",
    }
)
"""Refusals and help: one of each kind to an address in 24 hours."""

REFUSALS = frozenset({"contact/too_large.sender", "contact/unknown.stranger"})
"""Letters that nobody needs to answer. What answers them is dropped (rule 7)."""

IN_A_ROW = 3
"""Automatic answers in a conversation, at the most, without a change that a human made (rule 6)."""

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
REMEMBERED = timedelta(days=30)
"""A conversation without an answer for so long begins anew."""
_SAME_SUBJECT = timedelta(days=7)
"""The same for mails that are held together by nothing but their subject."""
_SUBJECT = "subject:"
_PREFIX = re.compile(r"^(?:\s*(?:re|aw|sv|vs|antw|fwd?|wg|rv|res|tr|enc|auto)\s*:)+", re.IGNORECASE)
_NO_CHANGE = frozenset({"contact", "clarification", "query"})
"""Procedures that ask or inform: going through them changes nothing in the programme."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An automatic answer that went to an address: its conversation, and its turn there."""

    at: datetime
    template: str
    thread: str = ""
    turn: int = 1


def thread_of(source: Source) -> str:
    """Return the name of the conversation that a mail belongs to, always the same.

    That is the one of our letter that it answers, else of the first mail that it refers to, else
    of its subject: a responder without any header repeats that.
    """
    if source.answered:
        return source.answered
    if source.references:
        return derive("thread", source.references[0])
    subject = " ".join(_PREFIX.sub("", source.subject).lower().split())
    return _SUBJECT + derive("thread", subject)


def turn(thread: str, earlier: Sequence[Answered], now: datetime, *, changed: bool) -> int:
    """Return which answer in a row a further one would be; 1 after a change that a human made."""
    within = _SAME_SUBJECT if thread.startswith(_SUBJECT) else REMEMBERED
    last = [one for one in earlier if one.thread == thread and now - one.at < within]
    return 1 if changed or not last else max(last, key=lambda one: one.at).turn + 1


def changes(event: Event, before: Case[object], decision: Decision) -> bool:
    """Say whether somebody changed something by this mail, so that it is no robot's echo."""
    if isinstance(event, Said) and event.fields.commands and event.trust is Trust.PROVEN:
        return True
    after = decision.case
    moved = after is not None and (after.state, after.data) != (before.state, before.data)
    return before.procedure not in _NO_CHANGE and (
        moved or any(isinstance(effect, Put) for effect in decision.effects)
    )


def exceeded(
    template: str,
    row: int,
    earlier: Sequence[Answered],
    now: datetime,
    policy: Policy,
) -> str:
    """Return which limit a further automatic answer would exceed, or "".

    `earlier` are the automatic answers to this address, `row` is its turn in its conversation.
    """
    day = [one for one in earlier if now - one.at < DAY]
    if template in ONCE_A_DAY and any(one.template == template for one in day):
        return "this letter went to the address within 24 hours"
    if row > IN_A_ROW:
        return f"{IN_A_ROW} automatic answers in this conversation, and nobody changed anything"
    if len(day) >= policy.answers_per_day:
        return f"{policy.answers_per_day} automatic answers went to the address within 24 hours"
    if sum(now - one.at < HOUR for one in day) >= policy.answers_per_hour:
        return f"{policy.answers_per_hour} automatic answers went to the address within an hour"
    return ""


def last(row: int, earlier: Sequence[Answered], now: datetime, policy: Policy) -> str:
    """Return the sentence that says of the last answer which a limit allows that it is, or ""."""
    day = sum(now - one.at < DAY for one in earlier) + 1
    hour = sum(now - one.at < HOUR for one in earlier) + 1
    if day >= policy.answers_per_day:
        return "This is the last automatic answer to your address for today."
    if hour >= policy.answers_per_hour:
        return "This is the last automatic answer to your address for the next hour."
    if row >= IN_A_ROW:
        return "This is the last automatic answer in this conversation for now."
    return ""
