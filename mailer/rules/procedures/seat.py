"""E20: the council's own roster, by mail. A seat is given or ended by two different members.

Both proofs of one member's mail fall with one stolen mailbox (mail.md 3.3, 8); so a line opens a
question that counts as its writer's word, and another member must agree.
"""

from dataclasses import dataclass, field, replace

from mailer.rules import seats, undoing
from mailer.rules.effects import Ask, Decision, Note, Put, Send, Tell
from mailer.rules.events import Told
from mailer.rules.facts import Facts
from mailer.rules.fields import Command, Fields, Verb
from mailer.rules.ids import derive
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.records import Case, Question, Term, Vote

NAME = "seat"
KIND = "council"
PROPOSED, CHANGED, LEFT = "proposed", "changed", "left"
MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Seat:
    """The line that proposes it, and who wrote it; `before` are the terms as they were."""

    command: Command = field(default_factory=lambda: Command(""))
    by: str = ""
    before: tuple[Term, ...] = ()


SeatCase = Case[Seat]


def proposed(case: SeatCase, event: Told, facts: Facts) -> Decision:
    """Ask the council; whoever proposed it has said yes to it."""
    person = facts.roster.person(event.about)
    commands = event.fields.commands
    if person is None or event.by is None or not commands:
        return Decision(outcome="no_action")
    command, today = commands[0], facts.policy.day(event.at)
    opened = replace(
        case, state=PROPOSED, data=Seat(command, event.by), parties={MEMBER: person.id}
    )
    terms = ", ".join(
        f"{term.since.isoformat()} to {term.until.isoformat() if term.until else 'open'}"
        for term in person.terms
    )
    question = Question(
        id=derive("question", NAME, opened.id),
        kind=KIND,
        title=seats.words(command, person, today),
        procedure=NAME,
        case=opened.id,
        asked=event.at,
        about=(person.id,),
        facts=(
            ("Person", f"{person.name} <{person.address}>"),
            ("Seats so far", terms or "none"),
            ("Proposed by", facts.roster.name(event.by)),
        ),
        evidence=command.line,
        rule="E20: seats have dates; two different members give or end one",
        approve="the roster is changed, and who may decide follows from it",
        silence="the roster stays as it is",
        votes=(Vote(event.by, approves=True, at=event.at),),
    )
    return Decision(opened, (Ask(question),))


def approved(case: SeatCase, event: Told, facts: Facts) -> Decision:
    """Change the roster, if it still can be; the first and the last day bring letters."""
    person, command = facts.roster.person(case.parties[MEMBER]), case.data.command
    today = facts.policy.day(event.at)
    problem = seats.obstacle(command, person, today) if person else "the person is gone"
    if person is None or problem:
        left = replace(case, state=LEFT, due={}, closed=event.at)
        return Decision(left, (Note(NAME, f"the roster was not changed: {problem}", news=True),))
    data = replace(case.data, before=person.terms)
    closed = replace(case, state=CHANGED, data=data, due={}, closed=event.at)
    title = seats.words(command, person, today).rstrip("?")
    note = Note(NAME, f"The council's roster was changed: {title}", person.id, news=True)
    effects: list[Put | Note | Send] = [Put(seats.changed(command, person, today)), note]
    if command.verb is Verb.ADD:
        context = {"since": command.since or today, "until": command.until}
        effects.append(Send("seat/chosen.rep", to=person.id, context=context))
    elif any(term.since > (command.until or today) for term in person.terms):
        effects.append(Send("seat/not_chosen.rep", to=person.id))
    return Decision(closed, tuple(effects))


def rejected(case: SeatCase, event: Told, facts: Facts) -> Decision:
    """The council leaves its roster as it is."""
    return Decision(replace(case, state=LEFT, due={}, closed=event.at))


def undone(case: SeatCase, event: Told, facts: Facts) -> Decision:
    """B4: propose the opposite; no member alone changes who decides."""
    person = facts.roster.person(case.parties[MEMBER])
    opposite = seats.opposite(case.data.command, case.data.before, facts.policy.day(case.opened))
    day = facts.policy.day(event.at)
    if person is None or opposite is None or seats.obstacle(opposite, person, day):
        return undoing.moved_on(case, event, facts)
    told = Told(
        id=derive("opposite", event.id, case.id),
        at=event.at,
        name="proposed",
        procedure=NAME,
        about=person.id,
        by=event.by,
        fields=Fields(commands=(opposite,)),
    )
    return Decision(case, (Tell(told),))


PROCEDURE = Procedure(
    name=NAME,
    title="Seats on the council",
    data=Seat,
    hears={},
    steps={
        (NONE, "proposed"): proposed,
        (PROPOSED, "approved"): approved,
        (PROPOSED, "rejected"): rejected,
        **undoing.of_what_was_noted((LEFT,), PROPOSED),
        (CHANGED, "undone"): undone,
    },
    states={
        PROPOSED: "a member proposed it, others decide",
        CHANGED: "the roster was changed",
        LEFT: "the roster stays as it was",
    },
)
