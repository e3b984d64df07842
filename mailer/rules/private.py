"""What a person must read first: handed on as it is, or kept from those whom it concerns (R27)."""

from collections.abc import Iterable
from dataclasses import replace

from mailer.rules.effects import Ask, Decision, Tell
from mailer.rules.events import Said
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.readings import SHOWN
from mailer.rules.records import Question

UNPROVEN = "It is not proven who wrote this"
"""A doubt that no confidence outweighs: the words may not be the person's at all."""

_OF_OTHERS = {Intent.MENTOR_CHANGE, Intent.FEEDBACK}
_HURTS = {
    "The writer is angry or threatens",
    "A private complaint or harassment is mentioned",
}


def concerned_by(
    speaker: str | None, intents: Iterable[Intent], doubts: Iterable[str], facts: Facts
) -> tuple[str, ...]:
    """Return who must not see what may be said in confidence about them (R27).

    What may be a wish for another mentor, or an opinion, is about those whom the writer has to do
    with; so is what hurts.
    """
    if speaker is None or not (_OF_OTHERS & set(intents) or _HURTS & set(doubts)):
        return ()
    own = facts.roster.running(speaker)
    mentees = (pair.mentee for pair in facts.roster.running_of(speaker))
    return (*((own.mentor,) if own else ()), *mentees)


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
    """Ask the council in private: who is concerned sees nothing of it, and no letter goes out.

    A standard letter to somebody who is angry, ill or harassed makes things worse.
    """
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
        about=tuple(dict.fromkeys(about)),
        facts=tuple((label, value) for label, value in lines if value),
        evidence=event.words[:SHOWN],
        rule="R9: such reasons stay with the council; no automatic letter goes out",
        approve="marks it as answered; nothing is sent",
        silence="it stays here",
        source=event.source.inbox,
    )
    return Decision(effects=(Ask(question),), outcome="needs_review")
