"""What kind of reading a mail needs."""

from enum import StrEnum

from mailer.understand.answers import commands_without_token, one_command
from mailer.understand.lists import read_list
from mailer.understand.matter import Matter
from mailer.understand.sentences import plain


class Way(StrEnum):
    """The four ways of reading a mail."""

    ANSWER = "answer"
    DECISION = "decision"
    COMMAND = "command"
    FREE = "free"


def way(matter: Matter) -> Way:
    """Choose how to read a mail: by the letter that it answers first, by its words last."""
    sent = matter.thread.sent
    if sent and sent.asks and not matter.forwarded:
        return Way.ANSWER
    if not matter.forwarded and (
        one_command(matter.text)
        or plain(matter.message.subject) in ("status", "help", "template", "start feedback")
        or read_list(matter)
    ):
        return Way.COMMAND
    if matter.council and not matter.forwarded and commands_without_token(matter):
        return Way.DECISION
    return Way.FREE
