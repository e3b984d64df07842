# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""One mail in, what it says out: the intents with their facts, or why it is unclear."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from mailer.parse.model import Message
from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Asks
from mailer.rules.roster import Roster
from mailer.trust.model import Verdict
from mailer.understand import answers
from mailer.understand.bait import bait
from mailer.understand.between import as_contact
from mailer.understand.choices import read_choice
from mailer.understand.commands import commands
from mailer.understand.doubt_words import ILLNESS
from mailer.understand.doubts import FOR_A_PERSON, doubts
from mailer.understand.fields import gather, writer
from mailer.understand.found import CLEAR, READ, Found
from mailer.understand.going import plainly
from mailer.understand.lists import read_list
from mailer.understand.matter import Matter, matter_of
from mailer.understand.model import LIKELY, Heard, Reading, ReadPolicy, Thread, Unclear
from mailer.understand.new_address import new_address
from mailer.understand.people import resolve
from mailer.understand.quoted import to_quoted
from mailer.understand.route import Way, way
from mailer.understand.sentences import Sentence, sentences
from mailer.understand.switch import switch
from mailer.understand.together import read_parts
from mailer.understand.weigh import Likely
from mailer.understand.weighing import SURE, SURE_OF_NOTHING, scores_of, weighed

_MOST_CANDIDATES = 3
_THINKABLE = 0.1
"""How likely a reading must be to be shown among others."""

NEEDS_PERSON = 0.15
"""How likely it may be that a person should read a mail first, before one does."""

_CALM = 0.03
"""Below this chance words of illness are said in passing: "our dog was ill".

Of 15 such mails of unseen authors none needed a person; above it 25 of 34 did.
"""

_MAY_HAVE_A_REASON = {Intent.RESIGNATION, Intent.LEAVE_OF_ABSENCE, Intent.MENTOR_CHANGE}
"""What illness may be the reason of, so that no such word is said in passing."""

_OUR_LINE = re.compile(r"\s*[^\W\d_][\w ]{2,30}: ")
"""A line of facts as our letters show them."""

_OF_OWN = re.compile(
    r"\b(?:my|mi|minha|ma|mon|meine?n?|mia|saya) (?:resign\w*|application|renuncia|dimision|solicitud"
    r"|demissao|candidatura|demission|candidature|rucktritt|kundigung|bewerbung|dimissioni|domanda)\b"
    r"|\b(?:pengunduran diri|lamaran) saya\b"
)
"""What can be taken back, as one's own."""

_UNPROVEN = "The decision carries no token of a digest"

_A_NAME = 2
"""Words that may be the name below a letter, and no matter of its own."""


def hear(
    message: Message,
    thread: Thread,
    roster: Roster,
    verdict: Verdict,
    policy: ReadPolicy,
    at: datetime,
) -> Reading:
    """Return what a mail says. Pure: the same mail in the same place gives the same reading.

    `at` is the instant of receipt; relative dates count from the day of writing, and from `at`
    where the mail does not show that. In a forward the original mail is read.
    """
    matter = matter_of(message, thread, roster, verdict, policy, at)
    if message.encrypted:
        return _unread(matter, "The mail is encrypted")
    if not matter.text and not matter.message.subject.strip():
        return _unread(matter, "The mail has no words of its own")
    if lure := bait(matter):
        return Reading(doubts=(lure,), language=matter.language, bait=lure)
    if stopped := switch(matter):
        return stopped
    if matter.text:
        matter = replace(matter, scores=scores_of(matter.text, matter.writes_as))
    chosen = way(matter)
    reading: Reading | None = None
    if chosen is Way.ANSWER:
        reading = _answer(matter)
    elif chosen is Way.COMMAND:
        reading = read_list(matter) or _command(matter)
    elif chosen is Way.DECISION:
        reading = _decision(matter)
    return reading or as_contact(matter, _free(matter))


def _unread(matter: Matter, why: str) -> Reading:
    return Reading(unclear=Unclear(why=why), doubts=(why,), language=matter.language)


def _answer(matter: Matter) -> Reading | None:
    """Read an answer to a letter of ours; a clear new matter beside it is heard too."""
    sent = matter.thread.sent
    if not sent or not sent.asks:
        return None
    if sent.asks.choice:
        return read_choice(matter, sent.asks)
    if sent.asks.parts:
        return read_parts(matter, sent.asks, _part)
    answer = answers.read(matter, sent.asks)
    if not answer:
        return _facts_asked_for(matter) if not _clear(matter, matter.text) else None
    own = tuple(replace(h, fields=replace(h.fields, person=writer(matter))) for h in answer.heard)
    new = () if sent.asks.items else _beside(matter, sent.asks)
    more, reasons = _heard(matter, new)
    every = (*answer.doubts, *reasons, *doubts(matter, new))
    return Reading((*own, *more), None, tuple(dict.fromkeys(every)), matter.language)


def _part(matter: Matter) -> Reading:
    """Read what is said to one of several matters: an answer to it, or else as any mail."""
    matter = replace(matter, scores=scores_of(matter.text, matter.writes_as))
    return _answer(matter) or as_contact(matter, _free(matter))


def _beside(matter: Matter, asks: Asks) -> tuple[Found, ...]:
    """Return the matters of its own that stand behind the sentence that answers us."""
    spoken = answers.spoken(matter)
    later = tuple(
        s
        for s in matter.text
        if s not in spoken[:1] and not _OUR_LINE.match(s.raw) and len(s.low.split()) > _A_NAME
    )
    return tuple(
        f
        for f in _clear(matter, later)
        if f.intent not in (Intent.GENERAL_QUESTION, Intent.STATUS_QUESTION)
        and matter.policy.procedures.get(f.intent, "") != asks.procedure
    )


def _facts_asked_for(matter: Matter) -> Reading | None:
    """Read the facts of an answer to a letter that asked for what was missing (E4)."""
    sent = matter.thread.sent
    wanted = sent.asks.intents if sent and sent.asks else ()
    main = [
        i
        for i in wanted
        if i
        in (
            Intent.COURSE_COMPLETION,
            Intent.RESIGNATION,
            Intent.MENTOR_APPLICATION,
            Intent.MEETING_REPORT,
            Intent.LEAVE_OF_ABSENCE,
        )
    ]
    if len(main) != 1 or not sent or not sent.asks:
        return None
    collected = gather(matter, (Found(main[0], CLEAR, matter.fresh[:200], 0),))
    stated = [
        value
        for name in Fields.__slots__
        if name != "person" and (value := getattr(collected.fields, name))
    ]
    if not stated:
        return None
    heard = Heard(
        main[0], sent.asks.procedure, sent.asks.case, collected.fields, matter.fresh[:200], 0.85
    )
    return Reading((heard,), None, (*collected.doubts, *doubts(matter, ())), matter.language)


def _command(matter: Matter) -> Reading | None:
    found = answers.one_command(matter.text) or answers.one_command(
        sentences(matter.message.subject)
    )
    if not found:
        return None
    intent, about = found
    reasons: tuple[str, ...] = ()
    fields = Fields(person=writer(matter))
    if about:
        named, doubt = resolve(Named(about), matter.roster)
        fields = replace(fields, about=named)
        reasons = (doubt,) if doubt else ()
    words = matter.text[0].raw if matter.text else matter.message.subject
    procedure = matter.policy.procedures.get(intent, "")
    return Reading((Heard(intent, procedure, None, fields, words),), None, reasons, matter.language)


def _decision(matter: Matter) -> Reading | None:
    """Read lines of commands that answer no digest: heard, but a person must look at them."""
    lines = commands(matter.fresh, matter.base, matter.language, matter.policy.marker)
    procedure = matter.policy.procedures.get(Intent.DECISION, "")
    heard = Heard(Intent.DECISION, procedure, None, Fields(commands=lines), lines[0].line)
    return Reading((heard,), None, (_UNPROVEN,), matter.language)


def _clear(matter: Matter, text: tuple[Sentence, ...]) -> tuple[Found, ...]:
    """Return what some sentences say so surely that it counts beside an answer to a letter."""
    best = weighed(matter, text)
    if not best or best.sure < SURE:
        return ()
    return tuple(
        _as_found(matter, replace(one, at=matter.text.index(text[one.at])))
        for one in best.said
        if one.intent is not Intent.OTHER
    )


def _free(matter: Matter) -> Reading:
    """Read free text: what it says at its likeliest, where that is sure enough; else candidates."""
    if short := to_quoted(matter):
        # The trained reader has not seen the quoted question that gives a short answer its sense.
        first = answers.spoken(matter)[0]
        later = tuple(s for s in matter.text if s != first and " " in s.low)  # No bare name.
        others = tuple(f for f in _clear(matter, later) if f.intent is not short[0].intent)
        matter = replace(matter, text=short[1], scores=scores_of(short[1], matter.writes_as))
        return _read(matter, (short[0], *others), 1.0 if not short[0].why else 0.0, ())
    if outright := _taken_back(matter) or plainly(matter):
        return _read(matter, (outright,), 1.0, ())
    if (further := new_address(matter)) and matter.language in READ:
        return _with_address(matter, *further)
    worded = any(letter.isalpha() for sentence in matter.text for letter in sentence.low)
    best = weighed(matter, matter.text) if worded else None
    if not best:
        return _unread(matter, "It has no words of its own")
    said, rest = ([_as_found(matter, one) for one in part] for part in (best.said, best.rest))
    return _felt(_read(matter, tuple(said), best.sure, tuple(rest)), said, best.person)


def _felt(reading: Reading, said: Iterable[Found], person: float) -> Reading:
    """Weigh doubts by how likely it is that a person should read a mail first."""
    if person >= NEEDS_PERSON:
        return replace(reading, doubts=(*reading.doubts, FOR_A_PERSON))
    if person >= _CALM or not _MAY_HAVE_A_REASON.isdisjoint(one.intent for one in said):
        return reading
    return replace(reading, doubts=tuple(d for d in reading.doubts if d != ILLNESS))


def _with_address(matter: Matter, found: Found, fields: Fields) -> Reading:
    """Hear a further address of the writer, and what else the mail says as surely."""
    rest = tuple(sentence for place, sentence in enumerate(matter.text) if place != found.at)
    others = tuple(f for f in _clear(matter, rest) if f.intent is not Intent.GENERAL_QUESTION)
    more, reasons = _heard(matter, others)
    procedure = matter.policy.procedures.get(found.intent, "")
    own = Heard(found.intent, procedure, None, fields, found.words, found.sureness)
    every = (*reasons, *doubts(matter, others))
    return Reading((own, *more), None, tuple(dict.fromkeys(every)), matter.language)


def _taken_back(matter: Matter) -> Found | None:
    """Find where a mail of its own takes back a resignation or an application (R26)."""
    spoken = answers.spoken(matter)
    for place, sentence in enumerate(matter.text):
        if sentence in spoken and answers.takes_back((sentence,)) and _OF_OWN.search(sentence.low):
            return Found(Intent.TAKE_BACK, CLEAR, sentence.raw, place)
    return None


def _as_found(matter: Matter, one: Likely) -> Found:
    return Found(one.intent, one.chance, matter.text[one.at].raw.strip(), one.at, "", one.variant)


def _read(matter: Matter, said: tuple[Found, ...], sure: float, rest: tuple[Found, ...]) -> Reading:
    """Take what is said as heard where it is sure enough, else as the likeliest of some readings."""
    if matter.language not in READ:
        return _unclear(matter, (*said, *rest), "This language is not read surely")
    if sure < (SURE if any(f.intent is not Intent.OTHER for f in said) else SURE_OF_NOTHING):
        return _unclear(matter, (*said, *rest), f"It is {sure:.0%} sure")
    heard, reasons = _heard(matter, said)
    unproven = (_UNPROVEN,) if any(f.intent is Intent.DECISION for f in said) else ()
    every = (*reasons, *unproven, *doubts(matter, said))
    return Reading(heard, None, tuple(dict.fromkeys(every)), matter.language)


def _unclear(matter: Matter, found: tuple[Found, ...], why: str) -> Reading:
    """Give the likeliest readings, each with its own facts; those that are likely share theirs."""
    likely = tuple(f for f in found if f.sureness >= LIKELY) or found[:1]
    rest = [f for f in found if f not in likely and f.sureness >= _THINKABLE]
    candidates, reasons = _heard(matter, likely)
    for one in rest[: max(0, _MOST_CANDIDATES - len(likely))]:
        candidates += _heard(matter, (one,))[0]
    every = (*reasons, *doubts(matter, likely))
    return Reading((), Unclear(candidates, why), tuple(dict.fromkeys(every)), matter.language)


def _heard(matter: Matter, found: tuple[Found, ...]) -> tuple[tuple[Heard, ...], tuple[str, ...]]:
    if not found:
        return (), ()
    collected = gather(matter, found)
    case = matter.thread.case
    heard = tuple(
        Heard(
            f.intent,
            matter.policy.procedures.get(f.intent, ""),
            case,
            collected.fields,
            f.words,
            f.sureness,
            f.why,
        )
        for f in found
    )
    return heard, collected.doubts
