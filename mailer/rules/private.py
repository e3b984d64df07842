"""What a person must read first: handed on as it is, or kept from those whom it concerns (R27)."""

import re
from collections.abc import Iterable
from dataclasses import replace

from mailer.rules.effects import Ask, Decision, Send, Tell
from mailer.rules.events import Said, Trust
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.readings import SHOWN
from mailer.rules.records import Person, Question
from mailer.rules.roster import Roster

UNPROVEN = "It is not proven who wrote this"
"""A doubt that no confidence outweighs: the words may not be the person's at all."""

OF_OTHERS = frozenset({Intent.MENTOR_CHANGE, Intent.FEEDBACK})
"""What may say something in confidence about those whom the writer has to do with."""
_HURTS = {
    "The writer is angry or threatens",
    "A private complaint or harassment is mentioned",
}


PRIVATE = frozenset({"confidential", "contact", "clarification", "change"})
"""Kinds of questions that whoever they are about must not even know of (B10).

Of the others people learn that something about themselves is being decided, and not what.
"""
_COMPLAINS = re.compile(
    r"\b(?:complain\w*|insult\w*|rude\w*|unfair\w*|mistreat\w*|misus\w*|misconduct|behav\w+|threat\w*|shout\w*"
    r"|lied|lies|offend\w*|humiliat\w*|queja\w*|insult\w*|reclam\w*|plainte|plain[st]|beschwer\w*|beleidig\w*"
    r"|lament\w*|keluhan|mengeluh)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\s*(?:dear|hi|hello|hey|hola|ola|olá|bonjour|salut|cher|chère|hallo|liebe\w?|ciao|caro|cara|halo)\b"
    r"[^\n,.!:]{0,60}[,.!:\n]",
    re.IGNORECASE,
)
_SHORTEST = 3
"""Letters of a part of a name by which somebody is known."""


def hidden(question: Question, person: str) -> bool:
    """Say whether somebody must not learn that this question is there."""
    return question.kind in PRIVATE and person in question.about


def concerned_by(
    speaker: str | None,
    intents: Iterable[Intent],
    doubts: Iterable[str],
    facts: Facts,
    words: str = "",
    named: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return who must not see what may be said in confidence about them (R27, B10).

    What may be a wish for another mentor, or an opinion, is about those whom the writer has to do
    with, and about members of the council and mentors whom it names; so is what hurts, and what
    reads like a complaint, whoever wrote it. `named` are ids of people whom the mail names.
    """
    private = OF_OTHERS & set(intents) or _HURTS & set(doubts) or _COMPLAINS.search(words)
    if not private:
        return ()
    own = facts.roster.running(speaker)
    mentees = (pair.mentee for pair in facts.roster.running_of(speaker or ""))
    close = (*((own.mentor,) if own else ()), *mentees)
    found = (*close, *named, *named_in(words, facts.roster))
    return tuple(person for person in dict.fromkeys(found) if person != speaker)


def named_in(words: str, roster: Roster) -> tuple[str, ...]:
    """Return the members of the council and the mentors whom a text names, by any part of a name.

    Too many rather than too few: who is left out by mistake loses one mail, who is not learns a
    confidence. But a whole name means its bearer alone, and whom a text greets is not named by it.
    """
    rest = " ".join(_GREETING.sub(" ", words).split())
    people = [p for p in roster if p.terms or roster.mentor(p.id) is not None]
    low = rest.lower()
    whole = {p.id for p in people if p.name in rest or _written(p, low)}
    for name in sorted((p.name for p in people if p.id in whole), key=len, reverse=True):
        rest = rest.replace(name, " ")
    parts = set(_NAME.findall(rest))
    return tuple(
        person.id
        for person in people
        if person.id in whole
        or any(part in parts for part in person.name.split() if len(part) >= _SHORTEST)
    )


def _written(person: Person, low: str) -> bool:
    return any(address.lower() in low for address in person.addresses)


_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def told_so(event: Said, about: Iterable[str], facts: Facts) -> tuple[Send, ...]:
    """Tell a proven writer who will not read it, where that is a member of the council (B10).

    Elsewhere no letter goes out: it would say nothing that the writer has to know. Where nobody
    on the council may read it, the writer is told that only the operator can.
    """
    if event.speaker is None or event.witness or event.trust < Trust.AUTHENTICATED:
        return ()
    concerned = set(about)
    members = facts.roster.council(facts.policy.day(event.at))
    out = tuple(member.name for member in members if member.id in concerned - {event.speaker})
    if not out:
        return ()
    nobody = all(member.id in concerned for member in members)
    context = {"out": out, "nobody": nobody}
    return (Send("contact/confidential.sender", event.speaker, None, context, None, event.source),)


def other_doubts(event: Said, settled: Iterable[str]) -> tuple[str, ...]:
    """Return the doubts that a procedure does not settle itself, by asking or from the roster.

    `settled` are whole doubts, or how they begin or end.
    """
    known = tuple(settled)
    return tuple(
        doubt for doubt in event.doubts if not (doubt.startswith(known) or doubt.endswith(known))
    )


def to_council(event: Said, why: str = "") -> Decision:
    """Hand a mail on as if no procedure had heard it: a question, and no letter where it hurts."""
    best = event.readings[0].intent if event.readings else event.intent
    doubts = (*event.doubts, *((why,) if why else ())) or ("No procedure could act on it",)
    unread = Intent.UNCLEAR if best in {Intent.CHOICE, Intent.UNCLEAR} else best
    on = replace(
        event, id=derive("handed", event.id), procedure="", intent=unread, case=None, doubts=doubts
    )
    return Decision(effects=(Tell(on),), outcome="needs_review")


def confidential(event: Said, facts: Facts, title: str, about: Iterable[str]) -> Decision:
    """Ask the council in private: who is concerned sees nothing of it.

    A standard letter to somebody who is angry, ill or harassed makes things worse, so the only one
    says who on the council will not read it (`told_so`).
    """
    fields = event.fields
    called = (fields.about, fields.mentor, *fields.mentee)
    told = tuple(one.person for one in called if one and one.person and one.person != event.speaker)
    about = tuple(dict.fromkeys((*about, *told, *named_in(event.words, facts.roster))))
    name = facts.roster.name(event.speaker)
    witness = facts.roster.name(event.witness) if event.witness else ""
    lines = (
        ("From", f"{name} ({event.source.address})"),
        ("Why you are asked", "; ".join(event.doubts)),
        ("Forwarded by", witness),
    )
    question = Question(
        id=derive("question", "confidential", event.id),
        kind="confidential",
        title=title,
        procedure="contact",
        case=None,
        asked=event.at,
        about=about,
        facts=tuple((label, value) for label, value in lines if value),
        evidence=event.words[:SHOWN],
        rule="R9: such reasons stay with the council; no automatic letter goes out",
        approve="marks it as answered; nothing is sent",
        silence="it stays here",
        source=event.source.inbox,
    )
    return Decision(effects=(Ask(question), *told_so(event, about, facts)), outcome="needs_review")
