"""What a mail server's answer means for a letter: one pure table.

The enhanced code (RFC 3463) wins over the basic one (RFC 5321), because servers put the true
reason there. Temporary refusals are tried again after 5 and 15 minutes, 1, 4 and 12 hours, then
daily, each time up to 20 % earlier or later.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LADDER = (
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(days=1),
)
DOUBT = timedelta(minutes=30)
CHANNEL_PAUSE = timedelta(minutes=5)
SPREAD = 0.2
MOST_ATTEMPTS = 8  # With the ladder this is three days.
TEXT_MOST = 300

_ENHANCED = re.compile(r"([245])\.(\d{1,3})\.(\d{1,3})(?=\s|$|[:;,-])")


class Stage(StrEnum):
    """At which command the server answered."""

    GREETING = "greeting"
    LOGIN = "login"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"
    END = "end"


class Kind(StrEnum):
    """How a letter failed without an answer from the server."""

    UNREACHABLE = "unreachable"  # No connection: refused, no such host, TLS or time ran out.
    DROPPED = "dropped"  # The connection broke before the final dot: nothing was delivered.
    UNKNOWN = "unknown"  # No answer after the final dot: it may have been delivered.


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer; `text` is without the basic code."""

    code: int
    text: str = ""
    stage: Stage = Stage.END

    @property
    def enhanced(self) -> tuple[int, int, int] | None:
        match = _ENHANCED.match(self.text)
        return (int(match[1]), int(match[2]), int(match[3])) if match else None


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer; `text` says what happened."""

    kind: Kind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happens to the letter.

    `state`: sent, queued (again, not before `not_before`), unknown (in doubt until then) or
    failed. `stop_channel`: no letter can go out now. `alert`: the operator must know.
    `hurts_address`: counts against the recipient's address. `counted`: it was an attempt.
    """

    state: str
    not_before: datetime | None
    reply_text: str
    stop_channel: bool = False
    alert: bool = False
    hurts_address: bool = False
    counted: bool = True


class _Meaning(StrEnum):
    SENT = "sent"
    CHANNEL = "channel"
    LOGIN = "login"
    LATER = "later"
    MUCH_LATER = "much later"
    DEAD = "dead"
    FULL = "full"
    OURS = "ours"


# The most exact entry counts. A success class does not turn a refusal into a success.
_ENHANCED_MEANING: Mapping[tuple[int, ...], _Meaning] = {
    (4,): _Meaning.LATER,
    (4, 2, 2): _Meaning.MUCH_LATER,
    (5,): _Meaning.OURS,
    (5, 1): _Meaning.DEAD,
    (5, 1, 7): _Meaning.OURS,  # The sender's address is refused.
    (5, 1, 8): _Meaning.OURS,  # As 5.1.7.
    (5, 2, 1): _Meaning.DEAD,
    (5, 2, 2): _Meaning.FULL,
    (5, 2, 3): _Meaning.OURS,
    (5, 7, 8): _Meaning.LOGIN,
    (5, 7, 9): _Meaning.LOGIN,
}
_UNDEFINED = ((5, 0), (5, 2))  # Without an entry of their own, the basic code says more.


def decide(
    reply: Reply | Failure,
    attempts: int,
    now: datetime,
    jitter: float,
    give_up: datetime | None = None,
) -> Outcome:
    """Return what becomes of a letter after this answer.

    `attempts` counts the earlier tries, `jitter` is between -1 and 1. After `give_up` a letter is
    tried no more (but a first try is always followed by a second one); without it, after eight
    tries. A letter whose `give_up` has passed and that is in doubt has failed: it may have
    arrived, and sending it again is worse than asking.
    """
    if isinstance(reply, Failure):
        return _after_failure(reply, attempts, now, jitter, give_up)
    text = f"{reply.code} {reply.text}".strip()[:TEXT_MOST]
    meaning = _meaning(reply)
    if meaning is _Meaning.SENT:
        return Outcome("sent", None, text)
    if meaning in (_Meaning.CHANNEL, _Meaning.LOGIN):
        return _kept(text, now, jitter, alert=meaning is _Meaning.LOGIN)
    if meaning in (_Meaning.LATER, _Meaning.MUCH_LATER):
        slower = int(meaning is _Meaning.MUCH_LATER)
        return _later(text, attempts, now, jitter, give_up, slower)
    return Outcome(
        "failed",
        None,
        text,
        alert=meaning is _Meaning.OURS,
        hurts_address=meaning is _Meaning.DEAD,
    )


def _after_failure(
    failure: Failure, attempts: int, now: datetime, jitter: float, give_up: datetime | None
) -> Outcome:
    text = failure.text[:TEXT_MOST]
    if failure.kind is Kind.UNREACHABLE:
        return _kept(text, now, jitter)
    if failure.kind is Kind.DROPPED:
        return _later(text, attempts, now, jitter, give_up)
    if give_up is not None and give_up <= now:
        return Outcome("failed", None, text, alert=True)
    return Outcome("unknown", now + DOUBT, text)


def _kept(text: str, now: datetime, jitter: float, *, alert: bool = False) -> Outcome:
    pause = CHANNEL_PAUSE * (1 + SPREAD * jitter)
    return Outcome("queued", now + pause, text, stop_channel=True, alert=alert, counted=False)


def _later(
    text: str,
    attempts: int,
    now: datetime,
    jitter: float,
    give_up: datetime | None,
    slower: int = 0,
) -> Outcome:
    pause = LADDER[min(attempts + slower, len(LADDER) - 1)] * (1 + SPREAD * jitter)
    over = attempts + 1 >= MOST_ATTEMPTS if give_up is None else now + pause > give_up
    if over and attempts > 0:
        return Outcome("failed", None, f"given up: {text}")
    return Outcome("queued", now + pause, text)


def _meaning(reply: Reply) -> _Meaning:
    if 200 <= reply.code < 300:  # noqa: PLR2004 - the class of success
        return _Meaning.SENT
    if reply.code == 421:  # noqa: PLR2004 - the server closes the channel
        return _Meaning.CHANNEL
    if reply.stage is Stage.LOGIN or reply.code in (530, 534, 535, 538):
        return _Meaning.LOGIN
    if reply.stage is Stage.GREETING:
        return _Meaning.CHANNEL
    meaning = _by_enhanced(reply.enhanced) or _by_basic(reply.code)
    if meaning in (_Meaning.DEAD, _Meaning.FULL) and reply.stage is Stage.MAIL:
        return _Meaning.OURS  # It speaks of the sender's address, which is ours.
    return meaning


def _by_enhanced(code: tuple[int, int, int] | None) -> _Meaning | None:
    if code is None or (code[:2] in _UNDEFINED and code not in _ENHANCED_MEANING):
        return None
    for key in (code, code[:2], code[:1]):
        if key in _ENHANCED_MEANING:
            return _ENHANCED_MEANING[key]
    return None


def _by_basic(code: int) -> _Meaning:
    if code == 452:  # noqa: PLR2004 - no room
        return _Meaning.MUCH_LATER
    if 400 <= code < 500:  # noqa: PLR2004 - the class of temporary refusals
        return _Meaning.LATER
    return _Meaning.DEAD if code in (550, 551, 553) else _Meaning.OURS
