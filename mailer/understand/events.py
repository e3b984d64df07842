"""A reading becomes events for the rules: what was said, or what came back."""

from dataclasses import dataclass, replace
from datetime import datetime

from mailer.parse.model import Message
from mailer.rules.bounces import ill
from mailer.rules.breaks import NAME as LEAVE
from mailer.rules.events import Bounced, Candidate, Ill, Said, Source, Told
from mailer.rules.fields import Fields
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedures.clarification import NAME as ASKING
from mailer.rules.records import Asks, Sent
from mailer.trust.model import Action, Kind, Trust, Verdict
from mailer.understand.asking import GRAVE, to_ask
from mailer.understand.away import away
from mailer.understand.model import Heard, Reading, Thread
from mailer.understand.switch import SWITCHES

_REPORTS = frozenset({Kind.BOUNCE, Kind.COMPLAINT})
_MEGABYTE = 1024 * 1024
_SHOWN = 2_000
_SHOWN_READINGS = 2
_OWN = (Intent.CHOICE, Intent.TAKE_BACK)
_VAGUE = (Intent.OTHER, Intent.GENERAL_QUESTION)
_LIKELIER_THAN_NOT = 0.6
"""How sure a reading that we offered must be in an unclear answer."""


@dataclass(frozen=True, slots=True)
class Mail:
    """What identifies a mail in the inbox: its number, and the hash that its events' ids follow."""

    inbox: int
    sha256: str
    programme: str


def events(
    mail: Mail, message: Message, verdict: Verdict, reading: Reading, thread: Thread, at: datetime
) -> tuple[Said | Bounced | Told, ...]:
    """Return what a mail makes happen; nothing for a robot's mail that is no bounce.

    `at` is the time of handling. Ids follow from the mail's bytes, so that handling it again,
    even from a rebuilt database, names the same events.
    """
    if verdict.action is Action.IGNORE or reading.bait or verdict.kind is Kind.PLATFORM:
        return _by_robot(mail, message, verdict, reading, thread, at)
    doubts = (*(verdict.reasons if verdict.action is Action.HOLD else ()), *reading.doubts)
    asks = thread.sent.asks if thread.sent else None
    direct = verdict.witness is None and message.forwarded is None
    switches = any(heard.intent in SWITCHES for heard in reading.heard)
    if asks and asks.choice and direct and not switches and verdict.action is Action.ACCEPT:
        return (_answer(mail, message, verdict, reading, thread, asks, at),)
    if offered := to_ask(message, verdict, reading) if thread.sent is None else ():
        return (_question(mail, message, verdict, reading, offered, at, doubts),)
    if reading.unclear is not None or not reading.heard:
        return (_unclear(mail, message, verdict, reading, thread, at, doubts),)
    others = tuple(heard.intent for heard in reading.heard)
    # What is held is one mail to read, however many matters it is about.
    held = _candidates(reading.heard) if doubts and len(reading.heard) > 1 else ()
    acknowledged = [bool(heard.procedure) for heard in reading.heard]
    return tuple(
        Said(
            id=derive("said", mail.programme, mail.sha256, position),
            at=at,
            procedure=heard.procedure,
            intent=heard.intent,
            trust=verdict.trust,
            source=_source(mail, message, verdict, reading, thread),
            speaker=verdict.speaker,
            witness=verdict.witness,
            fields=heard.fields,
            words=heard.words,
            case=heard.case,
            answers=_answered(thread.sent, heard),
            others=tuple(other for other in others if other is not heard.intent),
            answered=not heard.procedure and (any(acknowledged) or position > 0),
            doubts=doubts,
            readings=held,
        )
        for position, heard in enumerate(reading.heard[:1] if held else reading.heard)
    )


def _answered(sent: Sent | None, heard: Heard) -> Sent | None:
    """Return the letter that something answers; of one with several matters, that matter alone."""
    if sent is None or sent.asks is None or not sent.asks.parts:
        return sent
    return replace(sent, asks=sent.asks.of(heard.case), case=heard.case)


def _by_robot(
    mail: Mail, message: Message, verdict: Verdict, reading: Reading, thread: Thread, at: datetime
) -> tuple[Said | Bounced | Told, ...]:
    if verdict.kind is Kind.PLATFORM:
        return _noticed(mail, message, verdict, reading, at)
    if verdict.kind is Kind.AUTO:
        return _away(mail, message, verdict, thread, at)
    return _bounced(mail, message, thread, at) if verdict.kind in _REPORTS else ()


def _away(
    mail: Mail, message: Message, verdict: Verdict, thread: Thread, at: datetime
) -> tuple[Told, ...]:
    """Return that somebody seems to be away, where a robot answers a reminder of ours so.

    The id follows from the last day, so that one absence is asked about once.
    """
    sent = thread.sent
    found = away(message.body.fresh, (message.sent or at).date()) if sent else None
    if sent is None or sent.person is None or not sent.reminder or found is None:
        return ()
    since, until = found
    return (
        Told(
            id=derive("seems_away", mail.programme, sent.person, until.isoformat()),
            at=at,
            name="seems_away",
            procedure=LEAVE,
            about=sent.person,
            fields=Fields(away_from=since, away_until=until),
            source=_source(mail, message, verdict, Reading(), thread),
        ),
    )


def _unclear(
    mail: Mail,
    message: Message,
    verdict: Verdict,
    reading: Reading,
    thread: Thread,
    at: datetime,
    doubts: tuple[str, ...],
) -> Said:
    candidates = reading.unclear.candidates if reading.unclear else ()
    why = reading.unclear.why if reading.unclear else "nothing was understood"
    best = candidates[0] if candidates else Heard(Intent.OTHER)
    return Said(
        id=derive("said", mail.programme, mail.sha256, 0),
        at=at,
        procedure="",
        intent=best.intent,
        trust=verdict.trust,
        source=_source(mail, message, verdict, reading, thread),
        speaker=verdict.speaker,
        witness=verdict.witness,
        fields=best.fields,
        words=message.original.body.fresh[:_SHOWN] or best.words,
        answers=thread.sent,
        doubts=(*doubts, why),
        readings=_candidates(candidates[:_SHOWN_READINGS]),
    )


def _question(
    mail: Mail,
    message: Message,
    verdict: Verdict,
    reading: Reading,
    offered: tuple[Heard, ...],
    at: datetime,
    doubts: tuple[str, ...],
) -> Said:
    """Return what makes the service ask the writer which reading is meant."""
    why = (reading.unclear.why,) if reading.unclear else ()
    return Said(
        id=derive("said", mail.programme, mail.sha256, 0),
        at=at,
        procedure=ASKING,
        intent=Intent.UNCLEAR,
        trust=verdict.trust,
        source=_source(mail, message, verdict, reading, Thread()),
        speaker=verdict.speaker,
        fields=offered[0].fields,
        words=_sentences(offered),
        doubts=(*doubts, *why),
        readings=_candidates(offered),
    )


def _answer(
    mail: Mail,
    message: Message,
    verdict: Verdict,
    reading: Reading,
    thread: Thread,
    asks: Asks,
    at: datetime,
) -> Said:
    """Return an answer to our question what was meant: a choice, a fresh reading, or neither."""
    said = _said(reading, asks)
    first = said[0] if said and not reading.doubts else None
    own = first is not None and first.intent in _OWN
    return Said(
        id=derive("said", mail.programme, mail.sha256, 0),
        at=at,
        procedure=asks.procedure,
        intent=Intent.UNCLEAR if first is None else first.intent if own else Intent.CHOICE,
        trust=verdict.trust,
        source=_source(mail, message, verdict, reading, thread),
        speaker=verdict.speaker,
        fields=first.fields if first else Fields(),
        words=message.body.fresh[:_SHOWN],
        case=asks.case,
        answers=thread.sent,
        doubts=reading.doubts if GRAVE & set(reading.doubts) else (),
        readings=_candidates(said) if first and not own else (),
    )


def _said(reading: Reading, asks: Asks) -> tuple[Heard, ...]:
    """Return what an answer says; () where it does not say what was meant.

    A question, or nothing that we know, does not. Of an unclear answer the best reading counts if
    it is one of those that we offered, is more likely than not, and no other one of them is near.
    """
    if not reading.unclear:
        vague = any(heard.intent in _VAGUE for heard in reading.heard)
        return () if vague else reading.heard
    found = reading.unclear.candidates
    offered = [one for one in found if one.intent in asks.intents]
    if not offered or offered[0] is not found[0] or offered[0].why or offered[0].intent in _VAGUE:
        return ()
    near = any(one.sureness > offered[0].sureness / 2 for one in offered[1:])
    return () if near or offered[0].sureness < _LIKELIER_THAN_NOT else (offered[0],)


def _candidates(heard: tuple[Heard, ...]) -> tuple[Candidate, ...]:
    return tuple(Candidate(one.intent, one.procedure, one.fields, one.words) for one in heard)


def _sentences(offered: tuple[Heard, ...]) -> str:
    """Return the sentences that the readings rest on, each once."""
    return "\n".join(dict.fromkeys(one.words for one in offered if one.words))


def _noticed(
    mail: Mail, message: Message, verdict: Verdict, reading: Reading, at: datetime
) -> tuple[Said, ...]:
    """Return what a course platform tells: somebody finished, as if that person had written it."""
    return tuple(
        Said(
            id=derive("said", mail.programme, mail.sha256, position),
            at=at,
            procedure=heard.procedure,
            intent=heard.intent,
            trust=verdict.trust,
            source=_source(mail, message, verdict, reading, Thread()),
            speaker=heard.fields.person.person,
            fields=heard.fields,
            words=heard.words,
        )
        for position, heard in enumerate(reading.heard)
        if heard.fields.person is not None
    )


def too_large(
    mail: Mail, message: Message, verdict: Verdict, size: int, at: datetime
) -> tuple[Told, ...]:
    """Return what tells the writer of a mail over the limit; `size` is in bytes.

    Only an authenticated person is told: a forged From is somebody else's.
    """
    person = verdict.action is Action.ACCEPT and verdict.kind is Kind.HUMAN
    if not person or not verdict.may_answer or verdict.trust < Trust.AUTHENTICATED:
        return ()
    return (
        Told(
            id=derive("too_large", mail.programme, mail.sha256),
            at=at,
            name="too_large",
            procedure="contact",
            reason=str(-(-size // _MEGABYTE)),
            source=_source(mail, message, verdict, Reading(), Thread()),
        ),
    )


def _source(
    mail: Mail, message: Message, verdict: Verdict, reading: Reading, thread: Thread
) -> Source:
    sender, sent = message.sender, thread.sent
    return Source(
        inbox=mail.inbox,
        address=sender.email if sender else "",
        name=sender.name if sender else "",
        subject=message.subject,
        message_id=message.message_id,
        references=message.references or message.in_reply_to,
        language=reading.language,
        answered=(sent.thread or sent.letter) if sent else "",
        quiet=not verdict.may_answer,
    )


def _bounced(mail: Mail, message: Message, thread: Thread, at: datetime) -> tuple[Bounced, ...]:
    """A report counts only for a letter that we sent; the free text of a report never does.

    The address is the one that we wrote to: a report may name another, to which that forwards.
    """
    report, sent = message.report, thread.sent
    if report is None or sent is None or not sent.address:
        return ()
    complained = report.kind == "feedback"
    return (
        Bounced(
            id=derive("bounced", mail.programme, mail.sha256),
            at=at,
            letter=sent.letter,
            address=sent.address,
            ill=Ill.COMPLAINT if complained else ill(report.action, report.status),
            status=report.action if complained else report.status,
            case=sent.case,
            proven=sent.by_bounce,
        ),
    )
