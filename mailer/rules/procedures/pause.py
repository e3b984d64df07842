"""The kill switch (mail.md 3.3, 18): any member of the council stops everything by one mail.

To stop needs one proof, for nothing can come of it that waiting would not mend. To go on needs
both: an authenticated member, and the token of the letter which told that very member of this
pause. The operator can do both.
"""

from dataclasses import dataclass

from mailer.rules import council
from mailer.rules.effects import Decision, Halt, Note, Send
from mailer.rules.events import Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.intents import Intent
from mailer.rules.private import to_council
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Pause

NAME = "pause"
_REASON = 500


@dataclass(frozen=True, slots=True)
class Switch:
    """A pause keeps no record of its own: the programme's rows say whether it stands still."""


def asked(case: Case[Switch], event: Said, facts: Facts) -> Decision:
    """Stop everything, and tell the whole council; who writes it again is told how to go on."""
    if not _sits(event, facts):
        return to_council(event)
    if facts.paused is not None:
        return Decision(effects=(_told(event.person, facts.paused, facts, event),))
    reason = (event.fields.reason or "")[:_REASON]
    return _stopped(Pause(event.at, event.person, reason), facts, event)


def by_operator(case: Case[Switch], event: Told, facts: Facts) -> Decision:
    """Stop everything at the operator's command."""
    if facts.paused is not None:
        return Decision(outcome="no_action")
    return _stopped(Pause(event.at, "", event.reason[:_REASON]), facts, event)


def resumed(case: Case[Switch], event: Said, facts: Facts) -> Decision:
    """Go on where both proofs are there; else send the letter whose answer has them."""
    if not _sits(event, facts):
        return to_council(event)
    pause = facts.paused
    if pause is None:
        running = Send("pause/running.council", to=event.person, thread=event.source)
        return Decision(effects=(running,), outcome="no_action")
    if not _proven(event, pause):
        letter = _told(event.person, pause, facts, event)
        return Decision(effects=(letter,), outcome="needs_review")
    return _goes_on(event.person, facts, event)


def resumed_by_operator(case: Case[Switch], event: Told, facts: Facts) -> Decision:
    """Go on at the operator's command."""
    return _goes_on("", facts, event) if facts.paused else Decision(outcome="no_action")


def _sits(event: Said, facts: Facts) -> bool:
    member = facts.roster.person(event.speaker)
    own = event.witness is None and not event.doubts
    return own and member is not None and member.on_council(facts.policy.day(event.at))


def _proven(event: Said, pause: Pause) -> bool:
    """Say whether it carries the token of the letter about this pause to this very member."""
    letter = event.answers
    return (
        event.trust >= Trust.AUTHENTICATED
        and letter is not None
        and letter.by_token
        and not letter.expired
        and letter.person == event.speaker
        and letter.asks is not None
        and (letter.asks.procedure, letter.asks.code) == (NAME, pause.since.isoformat())
    )


def _stopped(pause: Pause, facts: Facts, event: Said | Told) -> Decision:
    by = _name(pause.by, facts)
    note = Note(NAME, f"Paused by {by}" + (f": {pause.reason}" if pause.reason else ""), news=True)
    members = facts.roster.council(facts.policy.day(event.at))
    letters = tuple(_told(member.id, pause, facts, event) for member in members)
    return Decision(effects=(Halt(pause), note, *letters))


def _goes_on(by: str, facts: Facts, event: Said | Told) -> Decision:
    name = _name(by, facts)
    note = Note(NAME, f"The pause was ended by {name}", news=True)
    letters = tuple(
        Send("pause/resumed.council", to=member.id, context={"by": name})
        for member in facts.roster.council(facts.policy.day(event.at))
    )
    return Decision(effects=(Halt(None), note, *letters))


def _told(to: str, pause: Pause, facts: Facts, event: Said | Told) -> Send:
    context = {
        "by": _name(pause.by, facts),
        "since": council.moment(pause.since, facts),
        "reason": pause.reason,
    }
    asks = Asks(NAME, None, (Intent.RESUME,), code=pause.since.isoformat())
    own = event.source if isinstance(event, Said) and to == event.speaker else None
    return Send("pause/paused.council", to, None, context, asks, own)


def _name(by: str, facts: Facts) -> str:
    return facts.roster.name(by) if by else "the operator of the service"


PROCEDURE = Procedure(
    name=NAME,
    title="Stopping everything, and going on",
    data=Switch,
    hears={
        Intent.PAUSE: Hears("pause: the reason", "a member of the council"),
        Intent.RESUME: Hears("resume", "a member, answering the letter about the pause"),
    },
    steps={
        (NONE, "pause"): asked,
        (NONE, "pause_asked"): by_operator,
        (NONE, "resume"): resumed,
        (NONE, "resume_asked"): resumed_by_operator,
    },
    states={},
)
