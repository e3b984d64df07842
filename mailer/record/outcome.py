"""What is kept of a mail that was handled: how it was judged and read, and what became of it."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from importlib import metadata
from typing import Any

from mailer.parse.model import Message
from mailer.rules.effects import Decision, Note
from mailer.rules.events import Event, Said, Source, Told
from mailer.rules.ids import derive
from mailer.rules.procedures.delivery import OPERATOR
from mailer.rules.records import Case, Sent
from mailer.trust.model import Kind, Verdict
from mailer.understand.model import Reading
from storage.inbox import ClaimedMail, MailSummary, Result

_ORDER = ("needs_review", "applied", "bounce")
_HEADER = 2_000
"""Letters of a header that are kept; the whole stands in the mail."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What one rule made of an event: its procedure, the states before and after, the outcome."""

    procedure: str
    event: str
    before: str
    after: str
    outcome: str
    case: str | None


_DECIDED = tuple(each.name for each in fields(Decided))


@dataclass(frozen=True, slots=True)
class Understood:
    """One mail after the pure rooms: what it says and what it makes happen.

    `sent` is the letter of ours that it answers, `case` that of the thread which it stands in, so
    that a robot's mail is found there, too.
    """

    mail: ClaimedMail
    message: Message
    verdict: Verdict
    reading: Reading
    events: tuple[Event, ...]
    sent: Sent | None = None
    case: str | None = None


def parked(mail: MailSummary, now: datetime) -> Told:
    """Return what tells the council that a mail was set aside."""
    return Told(
        id=derive("parked", mail.programme, mail.sha256, now.isoformat()),
        at=now,
        name="parked",
        procedure="contact",
        reason=f"mail {mail.id} failed three times",
        source=Source(mail.id, ""),
    )


def deadly(case: Case[Any], now: datetime) -> Told:
    """Return what tells the council that a deadline was set aside."""
    names = ", ".join(sorted(name for name, at in case.due.items() if at <= now))
    return Told(
        id=derive("deadly", case.id, now.date().isoformat()),
        at=now,
        name="deadly",
        procedure="contact",
        reason=f"case {case.id} ({case.procedure}): {names}",
    )


def for_operator(decision: Decision) -> Iterator[str]:
    """Yield what a decision tells the operator, who reads the log."""
    for effect in decision.effects:
        if isinstance(effect, Note) and effect.what == OPERATOR:
            yield effect.text


def verdict_line(one: Understood, decided: Sequence[Decided], now: datetime) -> dict[str, Any]:
    """Return the ledger line that says how a mail was judged and read, and what the rules said.

    It names all that is needed to judge it again: the mail by number and by the hash of its bytes,
    the header that was believed, the letter whose token it carried, the code (mail.md 3.3, 17).
    """
    sent = one.sent
    return {
        "id": derive("verdict", one.mail.programme, one.mail.sha256),
        "at": now,
        "kind": "verdict",
        "name": one.verdict.action.value,
        "person": one.verdict.speaker,
        "inbox": one.mail.id,
        "text": "; ".join(one.verdict.reasons),
        "details": {
            "kind": one.verdict.kind.value,
            "step": one.verdict.step,
            "trust": one.verdict.trust.name.lower(),
            "intents": [heard.intent.value for heard in one.reading.heard],
            "readings": _readings(one.reading),
            "doubts": list(one.reading.doubts),
            "defects": list(one.message.defects[:10]),
            "used": one.verdict.used[:_HEADER],
            "raw": hashlib.sha256(one.mail.data).hexdigest(),
            "answers": sent.letter if sent else "",
            "token": sent.by_token if sent else False,
            "rules": [{name: getattr(each, name) for name in _DECIDED} for each in decided],
            "version": version(),
        },
    }


@cache
def version() -> str:
    """Return the version of this code."""
    return metadata.version("council-mailer")


def _readings(reading: Reading) -> list[tuple[str, float]]:
    """Return what a mail may say, each with how sure that was, the surest first."""
    unclear = reading.unclear.candidates if reading.unclear else ()
    found = {heard.intent.value: round(heard.sureness, 3) for heard in (*unclear, *reading.heard)}
    return sorted(found.items(), key=lambda pair: -pair[1])


def result_of(one: Understood, decided: Sequence[Decided], now: datetime) -> Result:
    """Return the outcome of a mail from those of its events, the gravest first."""
    outcomes = {each.outcome for each in decided}
    case = next((each.case for each in decided if each.case), one.case)
    if one.mail.too_large:
        outcome = "too_large"
    elif not one.events:
        outcome = "bounce" if one.verdict.kind is Kind.BOUNCE else "ignored_auto"
    else:
        outcome = next((name for name in _ORDER if name in outcomes), "no_action")
    said = (event.speaker for event in one.events if isinstance(event, Said))
    speaker = one.verdict.speaker or next(said, None)
    return Result(
        id=one.mail.id,
        outcome=outcome,
        done=now,
        reason="; ".join((*one.verdict.reasons, *one.reading.doubts))[:1000],
        person=speaker,
        case_id=case,
        intents=tuple(heard.intent.value for heard in one.reading.heard),
    )
