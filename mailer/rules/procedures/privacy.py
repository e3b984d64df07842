"""E32: a copy of one's data, and their erasure.

Both go to, or come from, the address on file alone. Erasing is confirmed there by the person; what
would leave others alone (a mentor with mentees, a seat on the council) is settled by the council
before. Afterwards nobody writes to them any more.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from mailer.rules import council, departures, pairs
from mailer.rules.effects import Ask, Decision, Effect, Erase, Export, Note, Put, Send
from mailer.rules.events import Due, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.private import to_council
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, MentorState, Person, Question
from mailer.rules.telling import left

NAME = "privacy"
ASKED, ROLES, ERASED, KEPT = "asked", "roles", "erased", "kept"
PERSON = "person"
ERASE, EXPORT = "erase", "export"
NOBODY = "a former member"
"""What stands in place of a name that was erased."""
_REASON = "left the programme"
_DAY = timedelta(days=1)
_SETTLES = (
    "Personal data is to be erased",
    "Whether a copy or the deletion of data is asked for was not read",
    "It reads like a mail that a person should read first",
)
"""Nothing is erased before a yes from the address on file, and a copy goes to no other address."""
_CASES = ("leave", "application", "onboarding", "resignation", "change", "departure")


@dataclass(frozen=True, slots=True)
class Privacy:
    """Nothing is kept of it but that it was asked for."""


PrivacyCase = Case[Privacy]


def requested(case: PrivacyCase, event: Said, facts: Facts) -> Decision:
    """A copy goes to the address on file at once; erasing has to be confirmed from there."""
    if event.fields.request != ERASE:
        unread = _SETTLES[1] in event.doubts
        return to_council(event) if unread else _copy(event.person, event, facts)
    until = event.at + facts.policy.writer_answers
    asked = replace(case, state=ASKED, parties={PERSON: event.person}, due={"answer": until})
    letter = Send(
        "privacy/confirm.sender",
        to=event.person,
        context={"until": facts.policy.day(until)},
        asks=Asks(NAME, case.id, (Intent.YES, Intent.NO)),
        thread=event.source,
    )
    return Decision(asked, (letter,))


def confirmed(case: PrivacyCase, event: Said, facts: Facts) -> Decision:
    """Their yes from the address on file, by the token that was sent there."""
    person = _person(case, facts)
    letter = event.answers
    own = event.source.address.lower() == person.address.lower()
    proven = letter is not None and letter.by_token and letter.person == person.id
    if not own or not proven or event.witness is not None:
        return to_council(event, "Erasing needs a yes from the address on file, to our letter")
    return _settle_or_erase(case, event, facts)


def silent(case: PrivacyCase, event: Due, facts: Facts) -> Decision:
    """No confirmation: nothing is erased, and they are told."""
    closed = replace(case, state=KEPT, due={}, closed=event.at)
    return Decision(closed, (Send("privacy/kept.sender", to=case.parties[PERSON]),))


def kept(case: PrivacyCase, event: Said, facts: Facts) -> Decision:
    """They do not want it after all."""
    closed = replace(case, state=KEPT, due={}, closed=event.at)
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.speaker, "taken back")
    letter = Send("privacy/kept.sender", to=event.person, thread=event.source)
    return Decision(closed, (*gone, letter))


def settled(case: PrivacyCase, event: Told, facts: Facts) -> Decision:
    """The council has settled the open roles, or lets them end with it."""
    return _erased(case, event, facts)


def not_now(case: PrivacyCase, event: Told, facts: Facts) -> Decision:
    """The council wants to speak with them first; a person writes."""
    closed = replace(case, state=KEPT, due={}, closed=event.at)
    return Decision(closed, (Send("privacy/talk.sender", to=case.parties[PERSON]),))


def by_operator(case: PrivacyCase, event: Told, facts: Facts) -> Decision:
    """`mailer privacy`: a copy, or erasing for somebody who asked for it in another way."""
    if facts.roster.person(event.about) is None or event.about is None:
        return Decision(outcome="no_action")
    if event.name == "export_asked":
        return _copy(event.about, event, facts)
    known = replace(case, parties={PERSON: event.about})
    return _settle_or_erase(known, event, facts)


def _copy(person: str, event: Said | Told, facts: Facts) -> Decision:
    thread = event.source if isinstance(event, Said) else None
    letter = Send("privacy/copy.sender", to=person, thread=thread)
    note = Note(NAME, f"{facts.roster.name(person)} got a copy of their data", person)
    return Decision(effects=(Export(letter), note))


def _settle_or_erase(case: PrivacyCase, event: Said | Told, facts: Facts) -> Decision:
    person = _person(case, facts)
    open_roles = _roles(person, event, facts)
    if not open_roles or case.state == ROLES:
        return _erased(case, event, facts)
    waiting = replace(case, state=ROLES, due={})
    question = Question(
        id=derive("question", NAME, case.id),
        kind=NAME,
        title=f"{person.name} wants their data erased",
        procedure=NAME,
        case=case.id,
        asked=event.at,
        about=(person.id,),
        facts=open_roles,
        rule="E32: who asks for it is erased; open roles are settled first",
        approve="the roles end, mentees get new mentors, and the data are erased",
        silence="nothing is erased yet",
    )
    return Decision(waiting, (Ask(question), Send("privacy/wait.sender", to=person.id)))


def _roles(person: Person, event: Said | Told, facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return what would leave others alone, as lines for the council."""
    mentees = ", ".join(mentee.name for mentee in facts.roster.mentees_of(person.id))
    seat = "yes" if person.on_council(facts.policy.day(event.at)) else ""
    lines = (("Mentor of", mentees), ("On the council", seat))
    return tuple((label, value) for label, value in lines if value)


def _erased(case: PrivacyCase, event: Said | Told, facts: Facts) -> Decision:
    """Replace the person by nobody in particular, everywhere, in this one transaction."""
    person, roster = _person(case, facts), facts.roster
    today = facts.policy.day(event.at)
    nobody = Person(
        id=person.id,
        name=NOBODY,
        addresses=(),
        language=person.language,
        country=person.country,
        member_since=person.member_since,
        terms=tuple(replace(t, until=min(t.until or today, today)) for t in person.terms),
        left_on=person.left_on or today - _DAY,
    )
    effects: list[Effect] = [Put(nobody)]
    mentor, own = roster.mentor(person.id), roster.running(person.id)
    if mentor is not None:
        last = mentor.until or today
        gone = replace(mentor, state=MentorState.RESIGNED, until=last, skills=(), languages=())
        effects.append(Put(gone))
    effects += departures.departing(person.id, today, event, roster)
    for pair in roster.running_of(person.id):
        effects += pairs.ended(pair, today, _REASON, event.at)
    if own is not None:
        effects += pairs.ended(own, today, _REASON, event.at)
        effects.append(Send("privacy/gone.mentor", to=own.mentor))
    names = tuple(filter(None, (person.name, person.username)))
    addresses = tuple(address.lower() for address in person.addresses)
    closed = replace(case, state=ERASED, due={}, closed=event.at)
    effects += [
        *(left(person.id, procedure, event) for procedure in _CASES),
        Note(NAME, "the data of a former member were erased at their request", news=True),
        Erase(person.id, names, addresses),
    ]
    return Decision(closed, tuple(effects))


def _person(case: PrivacyCase, facts: Facts) -> Person:
    person = facts.roster.person(case.parties.get(PERSON))
    if person is None:
        raise ValueError(f"case {case.id} names somebody who is not on the roster")
    return person


PROCEDURE = Procedure(
    name=NAME,
    title="Personal data",
    data=Privacy,
    hears={
        Intent.DATA_REQUEST: Hears(
            "please send me my data / please erase my data", "any member", settles=_SETTLES
        ),
        Intent.YES: Hears("yes, erase them", "who asked, from the address on file"),
        Intent.NO: Hears("no, keep them", "who asked"),
    },
    steps={
        (NONE, "data_request"): requested,
        (NONE, "erase_asked"): by_operator,
        (NONE, "export_asked"): by_operator,
        (ASKED, "data_request"): requested,
        (ASKED, "erase_asked"): by_operator,
        (ASKED, "export_asked"): by_operator,
        (ROLES, "export_asked"): by_operator,
        (ASKED, "yes"): confirmed,
        (ASKED, "no"): kept,
        (ASKED, "due:answer"): silent,
        (ROLES, "no"): kept,
        (ROLES, "approved"): settled,
        (ROLES, "rejected"): not_now,
    },
    states={
        ASKED: "erasing was asked for, not confirmed yet",
        ROLES: "confirmed, the council settles open roles first",
        ERASED: "erased",
        KEPT: "not erased",
    },
)
