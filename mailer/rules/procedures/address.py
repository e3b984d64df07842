"""A further address of a member: it counts once both addresses have spoken (mail.md 3.3, 16).

The address on file is asked, whoever wrote and whatever they say; its yes must carry the token
that was sent there. The new address must have written itself, in a mail that proves it. So a thief
of one mailbox, or of a name, adds nothing. A no, and silence, go to the council.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from mailer.rules import council, undoing
from mailer.rules.effects import Ask, Decision, Effect, Note, Put, Send
from mailer.rules.events import Due, Event, Said, Source, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.lookalike import lookalike
from mailer.rules.private import to_council
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Person, Question

NAME = "address"
KIND = "new_address"
"""The kind of its question: two members must agree where nothing else is set."""
ASKED, TRYING, SILENT, DENIED, ADDED, KEPT = "asked", "trying", "silent", "denied", "added", "kept"
PERSON = "person"
FIRST = "first"
"""What a mail asks for whose new address shall take the place of the one on file."""
REMEMBERED = timedelta(days=30)
"""So long a no is remembered."""
MOST = 5
"""Addresses of one person, at the most."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The new address, whether it shall be the one on file, and whether it wrote itself."""

    address: str = ""
    first: bool = False
    heard: bool = False


AddressCase = Case[Wanted]


def requested(case: AddressCase, event: Said, facts: Facts) -> Decision:
    """Ask the address on file. Whoever writes from the new one learns only that we ask."""
    person = facts.roster.person(_member(event))
    new = event.fields.about.email if event.fields.about else None
    why = _obstacle(person, new, event, facts)
    if person is None or not new or why:
        return to_council(event, why)
    stranger = event.speaker is None
    known = new in person.addresses
    data = Wanted(new, event.fields.request == FIRST, heard=stranger or known)
    until = event.at + facts.policy.writer_answers
    asked = replace(
        case, state=ASKED, data=data, parties={PERSON: person.id}, due={"answer": until}
    )
    letters = [_confirm(asked, person, None if stranger else event.source, facts)]
    if stranger:
        letters.append(Send("address/asked.stranger", address=new, thread=event.source))
    return Decision(asked, tuple(letters))


def confirmed(case: AddressCase, event: Said, facts: Facts) -> Decision:
    """The yes of the address on file, by the token that was sent there."""
    person = _person(case, facts)
    own = event.speaker == person.id and event.source.address.lower() == person.address.lower()
    if not own or event.trust < Trust.PROVEN or event.witness is not None:
        return to_council(event, "A new address needs a yes from the address on file")
    if case.data.heard:
        return _added(case, person, event, facts)
    until = event.at + facts.policy.writer_answers
    trying = replace(case, state=TRYING, due={"answer": until})
    asks = Asks(NAME, case.id, (Intent.YES, Intent.NO))
    context = {"until": facts.policy.day(until)}
    letter = Send("address/write.stranger", address=case.data.address, context=context, asks=asks)
    return Decision(trying, (letter,))


def tried(case: AddressCase, event: Said, facts: Facts) -> Decision:
    """The new address answers our letter there; the one on file has said yes before."""
    if not _from_new(case, event):
        return to_council(event, "The new address has not answered itself")
    return _added(case, _person(case, facts), event, facts)


def denied(case: AddressCase, event: Said, facts: Facts) -> Decision:
    """One of the two says no: nothing is added, and the council is told of the attempt."""
    person = _person(case, facts)
    by_person = event.speaker == person.id and event.witness is None
    if not by_person and not (case.state == TRYING and _from_new(case, event)):
        return to_council(event)
    left = replace(case, state=DENIED, due={"forget": event.at + REMEMBERED})
    question = replace(
        _question(case, event, facts),
        id=derive("question", NAME, "denied", event.id),
        kind="contact",
        title=f"Somebody may have pretended to be {person.name}",
        rule="mail.md 3.3, 16: the address on file said no",
        approve="marks it as seen",
        silence="it stays here; nothing was added",
    )
    gone = council.withdraw(facts.question_of(case.id, KIND), event.at, event.speaker, "denied")
    letter = Send("address/kept.sender", to=person.id, context={"address": case.data.address})
    return Decision(left, (*gone, Ask(question), letter))


def again(case: AddressCase, event: Said, facts: Facts) -> Decision:
    """After a no strangers are asked about no more: nobody can pester a member so."""
    if event.speaker is None:
        return to_council(event, "An earlier attempt was denied at the address on file")
    return requested(case, event, facts)


def forgotten(case: AddressCase, event: Due, _facts: Facts) -> Decision:
    """The time in which a no is remembered is over."""
    return Decision(replace(case, state=KEPT, due={}, closed=event.at))


def silent(case: AddressCase, event: Due, facts: Facts) -> Decision:
    """Nobody answers at the address on file, which may be lost: the council decides, by two."""
    if case.state == TRYING:
        person = _person(case, facts)
        closed = replace(case, state=KEPT, due={}, closed=event.at)
        context = {"address": case.data.address}
        return Decision(closed, (Send("address/kept.sender", to=person.id, context=context),))
    waiting = replace(case, state=SILENT, due={})
    return Decision(waiting, (Ask(_question(case, event, facts)),), outcome="needs_review")


def approved(case: AddressCase, event: Told, facts: Facts) -> Decision:
    """The council knows the person: the address counts."""
    return _added(case, _person(case, facts), event, facts)


def rejected(case: AddressCase, event: Told, _facts: Facts) -> Decision:
    """The council does not believe it: nothing is added."""
    return Decision(replace(case, state=KEPT, due={}, closed=event.at))


def _member(event: Event) -> str | None:
    """Return whose address it shall be: the speaker's, or of whom a stranger claims to be."""
    if not isinstance(event, Said):
        return getattr(event, "about", None)
    about = event.fields.about
    return event.speaker or (about.person if about else None)


def _obstacle(person: Person | None, new: str | None, event: Said, facts: Facts) -> str:
    if person is None or person.erased or not new:
        return "It is not plain whose address it is"
    if event.witness is not None:
        return "Somebody else passed it on"
    if event.speaker is None and event.source.address.lower() != new:
        return "A stranger names an address that is not theirs"
    owner = facts.roster.at(new)
    if owner is not None and owner.id != person.id:
        return "The address is on file for somebody else"
    if owner is None and len(person.addresses) >= MOST:
        return f"{person.name} has {MOST} addresses already"
    ours = facts.policy.address.partition("@")
    local, _, domain = new.partition("@")
    return "It is our own address" if (local.partition("+")[0], domain) == ours[::2] else ""


def _confirm(case: AddressCase, person: Person, thread: Source | None, facts: Facts) -> Send:
    context = {
        "address": case.data.address,
        "first": case.data.first,
        "wrote": case.data.heard,
        "until": facts.policy.day(case.due["answer"]),
    }
    asks = Asks(NAME, case.id, (Intent.YES, Intent.NO))
    return Send("address/confirm.sender", to=person.id, context=context, asks=asks, thread=thread)


def _from_new(case: AddressCase, event: Said) -> bool:
    """Say whether the new address itself answers the letter that went there."""
    letter = event.answers
    return (
        event.speaker is None
        and event.witness is None
        and event.trust >= Trust.AUTHENTICATED
        and event.source.address.lower() == case.data.address
        and letter is not None
        and letter.by_token
        and not letter.expired
        and letter.person is None
    )


def _question(case: AddressCase, event: Said | Due, facts: Facts) -> Question:
    person = _person(case, facts)
    alike = lookalike(case.data.address, "", facts.roster)
    lines = (
        ("New address", case.data.address),
        ("Address on file", person.address),
        ("The new address wrote itself", "yes" if case.data.heard else "no"),
        ("Looks like", alike.words if alike else ""),
    )
    return Question(
        id=derive("question", NAME, event.id),
        kind=KIND,
        title=f"May {case.data.address} count for {person.name}?",
        procedure=NAME,
        case=case.id,
        asked=event.at,
        about=(person.id,),
        facts=tuple((label, value) for label, value in lines if value),
        rule="mail.md 3.3, 16: the address on file did not answer; ask the person in another way",
        approve=f"whoever writes from {case.data.address} is {person.name}",
        silence="nothing is added",
    )


def _added(case: AddressCase, person: Person, event: Said | Told, facts: Facts) -> Decision:
    """Record the address; every address that the person had before is told."""
    new, first = case.data.address, case.data.first
    owner = facts.roster.at(new)
    if owner is not None and owner.id != person.id:
        return Decision(replace(case, state=KEPT, due={}, closed=event.at), outcome="no_action")
    others = tuple(address for address in person.addresses if address != new)
    every = (new, *others) if first else (*others[:1], new, *others[1:])
    closed = replace(case, state=ADDED, due={}, closed=event.at)
    by = event.speaker if isinstance(event, Said) else event.by
    asked = facts.question_of(case.id, KIND) if isinstance(event, Said) else None
    context = {"address": new, "first": first, "on_file": every[0]}
    effects: list[Effect] = [
        Put(replace(person, addresses=every)),
        *council.withdraw(asked, event.at, by, "confirmed"),
        Note(NAME, f"{person.name} now also writes from {new}", person.id, news=True),
        Send("address/added.sender", to=person.id, context=context),
    ]
    # The letter above goes to the new address then.
    effects += [
        Send("address/added.sender", address=one, context=context) for one in others if first
    ]
    return Decision(closed, tuple(effects))


def _person(case: AddressCase, facts: Facts) -> Person:
    person = facts.roster.person(case.parties.get(PERSON))
    if person is None:
        raise ValueError(f"case {case.id} names somebody who is not on the roster")
    return person


PROCEDURE = Procedure(
    name=NAME,
    title="A further address of a member",
    data=Wanted,
    hears={
        Intent.ADDRESS: Hears(
            "please add this address", "a member, or whoever says so", strangers=True
        ),
        Intent.YES: Hears(
            "yes, it is mine", "the address on file, then the new one", strangers=True
        ),
        Intent.NO: Hears(
            "no, it is not mine", "the address on file, or the new one", strangers=True
        ),
    },
    steps={
        (NONE, "address"): requested,
        (ASKED, "yes"): confirmed,
        (ASKED, "no"): denied,
        (ASKED, "due:answer"): silent,
        (TRYING, "yes"): tried,
        (TRYING, "no"): denied,
        (TRYING, "due:answer"): silent,
        (DENIED, "address"): again,
        (DENIED, "due:forget"): forgotten,
        (SILENT, "yes"): confirmed,
        (SILENT, "no"): denied,
        (SILENT, "approved"): approved,
        (SILENT, "rejected"): rejected,
        **undoing.OTHERWISE,
    },
    states={
        ASKED: "the address on file is asked",
        TRYING: "confirmed there; the new address must answer once",
        SILENT: "the address on file does not answer, the council decides",
        DENIED: "one of the two addresses said no, which is remembered for a month",
        ADDED: "the address counts",
        KEPT: "nothing was added",
    },
    subject=_member,
)
