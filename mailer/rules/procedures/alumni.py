"""E18: somebody who had left writes again. The history is shown, and the council welcomes them.

Whatever alumni write comes here first (see `mailer.rules.engine`), but for what concerns their
data: no role comes back by itself.
"""

from dataclasses import dataclass, replace
from datetime import date

from mailer.rules import council, undoing
from mailer.rules.effects import Decision, Note, Put, Send
from mailer.rules.events import Said, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.readings import SHOWN
from mailer.rules.records import Case, Person, Question
from mailer.rules.telling import history

NAME = "alumni"
WRITES, BACK, CLOSED = "writes", "back", "closed"
PERSON = "person"


@dataclass(frozen=True, slots=True)
class Alumni:
    """What they wrote last, and in which mail."""

    words: str = ""
    source: int | None = None
    left_on: date | None = None


AlumniCase = Case[Alumni]


def wrote(case: AlumniCase, event: Said, facts: Facts) -> Decision:
    """Show the council who writes and what was before; nothing else happens by itself."""
    data = Alumni(event.words, event.source.inbox)
    known = replace(case, state=WRITES, data=data, parties={PERSON: event.person})
    person = _person(known, facts)
    question = Question(
        id=derive("question", NAME, known.id),
        kind=NAME,
        title=f"{person.name}, who had left, writes: {event.source.subject or 'no subject'}",
        procedure=NAME,
        case=known.id,
        asked=event.at,
        about=(person.id,),
        facts=(*history(person, facts), ("Wrote on", facts.policy.day(event.at).isoformat())),
        evidence=event.words[:SHOWN],
        rule="E18: alumni who come back keep their history",
        approve=f"{person.name} is a member again, and gets a letter of welcome",
        silence="it stays here",
        source=event.source.inbox,
    )
    asked = council.ask_or_update(facts.question_of(case.id, NAME), question)
    if case.state == WRITES:
        return Decision(known, asked, outcome="needs_review")
    letter = Send("alumni/welcome.sender", to=person.id, thread=event.source)
    return Decision(known, (*asked, letter), outcome="needs_review")


def welcomed(case: AlumniCase, event: Told, facts: Facts) -> Decision:
    """The council welcomes somebody back; what was before stays in the record."""
    person = _person(case, facts)
    data = replace(case.data, left_on=person.left_on)
    closed = replace(case, state=BACK, data=data, due={}, closed=event.at)
    note = Note(NAME, f"{person.name} is a member again", person.id, news=True)
    letter = Send("alumni/back.sender", to=person.id)
    return Decision(closed, (Put(replace(person, left_on=None)), note, letter))


def closed(case: AlumniCase, event: Told, _facts: Facts) -> Decision:
    """The council has answered in person; the record stays as it is."""
    return Decision(replace(case, state=CLOSED, due={}, closed=event.at))


def undone(case: AlumniCase, event: Told, facts: Facts) -> Decision:
    """B4: the welcome is taken back, where nothing has begun since."""
    question, person = facts.question_by(event.question), _person(case, facts)
    mentor = facts.roster.mentor(person.id)
    busy = any(person.id in other.parties.values() for other in facts.cases)
    busy = busy or facts.roster.running(person.id) is not None or bool(mentor and mentor.current)
    if busy or question is None or event.by is None or case.data.left_on is None:
        return undoing.moved_on(case, event, facts)
    again = council.reopened(question, event.by, event.at, event.reason, facts)
    gone = Put(replace(person, left_on=case.data.left_on))
    letter = Send("alumni/undone.sender", to=person.id)
    return Decision(replace(case, state=WRITES, closed=None, due={}), (again, gone, letter))


def _person(case: AlumniCase, facts: Facts) -> Person:
    person = facts.roster.person(case.parties.get(PERSON))
    if person is None:
        raise ValueError(f"case {case.id} names somebody who is not on the roster")
    return person


PROCEDURE = Procedure(
    name=NAME,
    title="Alumni who write again",
    data=Alumni,
    hears={
        intent: Hears("whatever it is", "who has left", doubtful=intent is Intent.UNCLEAR)
        for intent in Intent
    },
    steps={
        (NONE, "said"): wrote,
        (WRITES, "said"): wrote,
        (WRITES, "approved"): welcomed,
        (WRITES, "rejected"): closed,
        **undoing.of_what_was_noted((CLOSED,), WRITES),
        (BACK, "undone"): undone,
    },
    states={
        WRITES: "had left and writes again, the council is asked",
        BACK: "is a member again",
        CLOSED: "answered by the council",
    },
)
