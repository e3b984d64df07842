"""A reading written as a label, in the form of the labelled corpus: for looking and for scoring."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from mailer.parse.model import Message
from mailer.rules.fields import Fields, Named
from mailer.rules.intents import WRITTEN_UNASKED, Intent
from mailer.rules.roster import Roster
from mailer.trust.model import Action, Kind, Verdict
from mailer.understand.asking import Outcome, outcome
from mailer.understand.model import STATED, Heard, Reading

_AUTOMATION = {
    Outcome.ACT: "auto",
    Outcome.ASK: "review",
    Outcome.COUNCIL: "review",
    Outcome.IGNORE: "ignore",
}
_AS_WRITTEN = {
    Intent.STATUS: Intent.STATUS_QUESTION,
    Intent.HELP: Intent.GENERAL_QUESTION,
    Intent.MENTORS: Intent.GENERAL_QUESTION,
    Intent.OPENINGS: Intent.GENERAL_QUESTION,
    Intent.SKILL_HELP: Intent.GENERAL_QUESTION,
}
"""Commands and answers under the names of the sixteen intents; the rest is `other`."""


def label(
    file: str, message: Message, verdict: Verdict, reading: Reading, roster: Roster
) -> dict[str, object]:
    """Return the label of one mail as a JSON-able object.

    `automation` is "ignore" for what no person wrote, "review" where a person must read it first,
    and "auto" where the service may act alone. `outcome` says who reads it first: "ask" (its
    writer, by a letter with numbered readings; nothing is acted upon meanwhile) or "council".
    """
    ignored = verdict.action is Action.IGNORE or bool(reading.bait)
    heard = stated(reading)
    intents, facts = _intents(heard), _fields(heard) or _writer(reading)
    if intents == [Intent.OTHER.value]:
        facts = {key: value for key, value in facts.items() if key == "person"}
    became = outcome(message, verdict, reading)
    return {
        "file": file,
        "sender_role": _role(message, verdict, roster),
        "intents": [] if ignored else intents,
        "automation": _AUTOMATION[became],
        "outcome": became.value,
        "fields": {} if ignored else facts,
        "language": reading.language,
        "why": _why(verdict, reading),
    }


def stated(reading: Reading) -> tuple[Heard, ...]:
    """Return what a reading stands for: what was heard, else the likely candidates."""
    if reading.heard or not reading.unclear:
        return reading.heard
    return tuple(h for h in reading.unclear.candidates if h.sureness >= STATED)


def _writer(reading: Reading) -> dict[str, object]:
    """Return who wrote or is written for, which is known where nothing else is stated."""
    candidates = reading.unclear.candidates if reading.unclear else ()
    person = candidates[0].fields.person if candidates else None
    return {"person": _person(person)} if person else {}


def _intents(heard: Iterable[Heard]) -> list[str]:
    named = (_AS_WRITTEN.get(h.intent, h.intent) for h in heard)
    known = [i if i in WRITTEN_UNASKED else Intent.OTHER for i in named]
    found = [i for i in dict.fromkeys(known) if i is not Intent.OTHER]
    return [intent.value for intent in found] or [Intent.OTHER.value]


def _role(message: Message, verdict: Verdict, roster: Roster) -> str:
    """Return the roster's role of the address in From; a machine is a system whoever it names."""
    if verdict.kind is not Kind.HUMAN:
        return "system"
    sender = message.sender
    person = roster.at(sender.email) if sender else None
    if not person or (verdict.action is Action.HOLD and not verdict.speaker):
        return "outsider"
    if any("forged" in reason for reason in verdict.reasons):
        return "outsider"
    if person.terms:
        return "council"
    mentor = roster.mentor(person.id)
    return "mentor" if mentor and mentor.current else "rep"


def _why(verdict: Verdict, reading: Reading) -> str:
    if verdict.action is Action.IGNORE:
        return "; ".join(verdict.reasons)
    reasons = [*reading.doubts]
    if verdict.action is Action.HOLD:
        reasons = [*verdict.reasons, *reasons]
    if reading.unclear:
        reasons.insert(0, reading.unclear.why)
    if reasons:
        return "; ".join(reasons)
    return "; ".join(f"{h.intent.value}: “{h.words[:120]}”" for h in reading.heard)


def _person(named: Named) -> dict[str, str]:
    shown = {"name": named.name, "email": named.email}
    return {key: value for key, value in shown.items() if value}


def _value(value: object) -> object:
    if isinstance(value, Named):
        return _person(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


_NOT_LABELLED = ("commands", "steps", "choice", "reason")


def _fields(heard: tuple[Heard, ...]) -> dict[str, object]:
    """Return the fields that are stated; every intent of a mail carries the same ones."""
    if not heard:
        return {}
    fields: Fields = heard[0].fields
    if fields.about and fields.about.email:
        fields = replace(fields, about=Named(fields.about.name, None, fields.about.person))
    found: dict[str, object] = {}
    for name in Fields.__slots__:
        value = getattr(fields, name)
        if name not in _NOT_LABELLED and value not in (None, ()):
            found[name] = _value(value)
    return found
