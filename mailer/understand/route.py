# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""What kind of reading a mail needs."""

import re
from enum import StrEnum

from mailer.parse.model import Message
from mailer.understand.answers import commands_without_token, one_command
from mailer.understand.matter import Matter
from mailer.understand.sentences import plain

_DEPTH = 5
"""How many forwards inside each other are opened."""


class Way(StrEnum):
    """The four ways of reading a mail."""

    ANSWER = "answer"
    DECISION = "decision"
    COMMAND = "command"
    FREE = "free"


_DECIDES = re.compile(
    r"^(?:(?:hi|hello|dear) (?:all|council|team|everyone)[,!.]? ?)?(?:(?:approved?|accepted|declined?|rejected?|denied|granted)\b[ :,-]|(?:yes|no|ok|okay|\+1|-1|approved?|declined?|rejected?)[.!]?$|"
    r"(?:yes|no|ok|\+1|-1|approved|a yes|a no|approval|fine) (?:from me|for me|by me|to|for|on)\b|i (?:hereby )?(?:approve|decline|reject|vote|say (?:yes|no)|support|agree to|am (?:in favou?r|against|for))\b|"
    r"(?:please )?(?:accept|approve|decline|reject) (?:her|him|them|the|[a-z]+ as)\b|my (?:vote|decision|answer) (?:is|on|for)\b|.{0,60}\b(?:is|are) (?:approved|declined|rejected|accepted)\b)"
)


def original(message: Message) -> tuple[Message, str]:
    """Return the innermost original of a forward and what the forwarders wrote above it."""
    comments: list[str] = []
    for _ in range(_DEPTH):
        if not message.forwarded:
            break
        if message.body.fresh.strip():
            comments.append(message.body.fresh.strip())
        message = message.forwarded
    return message, "\n".join(comments)


def free_decision(matter: Matter) -> str:
    """Return the sentence by which a council member decides in free words, or ""."""
    if not matter.council or matter.forwarded:
        return ""
    for sentence in matter.text[:3]:
        if not sentence.asks and _DECIDES.match(sentence.low):
            return sentence.raw
    return ""


def way(matter: Matter) -> Way:
    """Choose how to read a mail: by the letter that it answers first, by its words last."""
    sent = matter.thread.sent
    if sent and sent.asks and not matter.forwarded:
        return Way.ANSWER
    if not matter.forwarded and (
        one_command(matter.text) or plain(matter.message.subject) in ("status", "help")
    ):
        return Way.COMMAND
    if (
        matter.council
        and not matter.forwarded
        and (commands_without_token(matter) or free_decision(matter))
    ):
        return Way.DECISION
    return Way.FREE
