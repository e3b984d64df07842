"""S15, B8: the departure plan, one question for all mentees of a mentor who leaves.

Each mentee is put on the open list as urgent and told; the plan proposes a mentor for each. Within
30 days all are placed, or the council is asked again (R30). Nobody is placed by the plan itself:
the mentors who are proposed are asked, and then the mentees.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from mailer.rules import council, placing, undoing
from mailer.rules.assigning import OPEN, STANDING_IN, of_mentee
from mailer.rules.assigning import wanted as wanted_by
from mailer.rules.echo import words
from mailer.rules.effects import Decision, Note, Tell
from mailer.rules.events import Due, Event, Told
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields
from mailer.rules.ids import derive
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.records import Case, Person, Question, QuestionState
from mailer.rules.undoing_places import offers_undone

NAME = "placement"
PLANNED, WATCHED = "planned", "watched"
PLACED, WITHDRAWN = "placed", "withdrawn"
MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class Plan:
    """Whose mentor leaves on which day, and which mentor the plan proposes for each mentee."""

    mentees: tuple[str, ...] = ()
    last_day: date | None = None
    proposed: dict[str, str] = field(default_factory=dict)
    rounds: int = 0


PlanCase = Case[Plan]


def departing(case: PlanCase, event: Told, facts: Facts) -> Decision:
    """A mentor leaves: tell each mentee, list them as urgent, and ask the council once for all."""
    if event.about is None or facts.roster.person(event.about) is None:
        return Decision(outcome="no_action")
    named = tuple(one.person for one in event.fields.mentee if one.person)
    mentees = tuple(dict.fromkeys((*case.data.mentees, *named)))
    if not mentees:
        return Decision(outcome="no_action")
    day = facts.policy.day(event.at)
    plan = replace(case.data, mentees=mentees, last_day=event.fields.effective_on or day)
    opened = replace(case, state=PLANNED, data=plan, parties={MENTOR: event.about})
    told = tuple(_tell(opened, event, "mentor_leaves", mentee, event.about) for mentee in named)
    after = _asked(opened, event, facts, mentees)
    return replace(after, effects=(*told, *after.effects))


def agreed(case: PlanCase, event: Told, facts: Facts) -> Decision:
    """The council agrees: each proposed mentor is asked; each mentee approves, or does not."""
    offers = tuple(
        _tell(case, event, "offer", mentee, mentor)
        for mentee, mentor in sorted(case.data.proposed.items())
    )
    return Decision(replace(case, state=WATCHED), offers)


def declined(case: PlanCase, event: Told, facts: Facts) -> Decision:
    """The council wants it otherwise: nobody is asked, the mentees stay on the list as urgent."""
    return Decision(replace(case, state=WATCHED))


def undone(case: PlanCase, event: Told, facts: Facts) -> Decision:
    """B4: whoever was asked by the plan and has not answered is told; it waits once more."""
    question = facts.question_by(event.question)
    if question is None or event.by is None:
        return undoing.moved_on(case, event, facts)
    asked = case.data.proposed if question.state is QuestionState.APPROVED else {}
    reopened = council.reopened(question, event.by, event.at, event.reason, facts)
    return Decision(replace(case, state=PLANNED), (reopened, *offers_undone(asked, event)))


def again(case: PlanCase, event: Due, facts: Facts) -> Decision:
    """R30: after 30 days whoever still has no mentor is asked about once more."""
    left = tuple(mentee for mentee in case.data.mentees if of_mentee(facts, mentee))
    if left:
        return _asked(case, event, facts, left)
    leaver = facts.roster.name(case.parties[MENTOR])
    note = Note(NAME, f"all mentees of {leaver} are looked after", news=True)
    gone = council.withdraw(facts.question_of(case.id, NAME), event.at, None, "all are placed")
    return Decision(replace(case, state=PLACED, due={}, closed=event.at), (*gone, note))


def staying(case: PlanCase, event: Told, facts: Facts) -> Decision:
    """The mentor stays after all: what has not begun is taken back, the mentees are told."""
    told = tuple(
        _tell(case, event, "mentor_stays", mentee, case.parties[MENTOR])
        for mentee in case.data.mentees
    )
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.by, "the mentor stays")
    return Decision(replace(case, state=WITHDRAWN, due={}, closed=event.at), (*gone, *told))


def _asked(case: PlanCase, event: Event, facts: Facts, mentees: Iterable[str]) -> Decision:
    people = [person for person in map(facts.roster.person, mentees) if person]
    plan = placing.plan(
        [_wanted(case, person, facts) for person in people],
        facts.roster,
        facts.policy.day(event.at),
        placing.held_places(facts.cases),
    )
    waiting = {p.id for p in people if _free(case, p, facts)}
    proposed = {mentee: best.mentor for mentee, best in plan.items() if mentee in waiting}
    data = replace(case.data, proposed=proposed, rounds=case.data.rounds + 1)
    due = {"again": facts.policy.morning(facts.policy.day(event.at + facts.policy.placement))}
    after = replace(case, state=PLANNED, data=data, due=due)
    question = _question(after, people, plan, event, facts)
    return Decision(after, council.ask_or_update(facts.question_of(case.id, NAME), question))


def _free(case: PlanCase, person: Person, facts: Facts) -> bool:
    """Say whether nobody has been asked for this mentee yet."""
    known = of_mentee(facts, person.id)
    if known is None or known.state == OPEN:
        return True
    return known.state == STANDING_IN and known.parties[MENTOR] == case.parties[MENTOR]


def _wanted(case: PlanCase, person: Person, facts: Facts) -> placing.Wanted:
    known = of_mentee(facts, person.id)
    wish = wanted_by(known, facts) if known else placing.Wanted(person)
    return replace(wish, without=wish.without | {case.parties[MENTOR]})


def _question(
    case: PlanCase,
    people: list[Person],
    plan: dict[str, placing.Proposal],
    event: Event,
    facts: Facts,
) -> Question:
    leaver, policy = facts.roster.name(case.parties[MENTOR]), facts.policy
    lines = [("Last day of the mentor", words(case.data.last_day))]
    for person in people:
        known, best = of_mentee(facts, person.id), plan.get(person.id)
        if known is not None and not _free(case, person, facts):
            lines.append((person.name, f"being arranged ({known.state.replace('_', ' ')})"))
        elif best is None:
            lines.append((person.name, "no mentor with a free place fits"))
        else:
            why = "; ".join(best.reasons)
            lines.append((person.name, f"we would ask {facts.roster.name(best.mentor)}: {why}"))
    number = len(people)
    who = people[0].name if number == 1 else f"{number} mentees"
    title = f"{leaver} leaves: a new mentor for {who}"
    proposed = len(case.data.proposed)
    asked = "each proposed mentor is asked, and after a yes the mentee"
    days = policy.placement.days
    return Question(
        id=derive("question", NAME, case.id, case.data.rounds),
        kind=NAME,
        title=title,
        procedure=NAME,
        case=case.id,
        asked=event.at,
        until=case.data.last_day,
        about=(case.parties[MENTOR], *(p.id for p in people)),
        facts=tuple(lines),
        rule=f"R30: placed within {days} days, or you are asked again; R10: the mentee approves",
        approve=asked if proposed else "marks it as seen; nobody is asked",
        silence=f"they stay on the open list as urgent; you are asked again after {days} days; "
        "with a reject nobody is asked, and the search goes on by the list",
    )


def _tell(case: PlanCase, event: Event, name: str, mentee: str, mentor: str) -> Tell:
    told = Told(
        id=derive(name, event.id, mentee),
        at=event.at,
        name=name,
        procedure=placing.ASSIGNMENT,
        about=mentee,
        by=mentor,
        fields=Fields(effective_on=case.data.last_day),
    )
    return Tell(told)


PROCEDURE = Procedure(
    name=NAME,
    title="Departure plan: new mentors for the mentees of one who leaves",
    data=Plan,
    hears={},
    steps={
        (NONE, "departing"): departing,
        (PLANNED, "departing"): departing,
        (WATCHED, "departing"): departing,
        (PLANNED, "approved"): agreed,
        (PLANNED, "rejected"): declined,
        **undoing.OTHERWISE,
        (WATCHED, "undone"): undone,
        (PLANNED, "due:again"): again,
        (WATCHED, "due:again"): again,
        (PLANNED, "staying"): staying,
        (WATCHED, "staying"): staying,
    },
    states={
        PLANNED: "the council is asked whom to ask for each mentee",
        WATCHED: "decided; whoever has no mentor after 30 days is asked about again",
        PLACED: "every mentee is looked after",
        WITHDRAWN: "the mentor stays",
    },
    sees=frozenset({placing.ASSIGNMENT}),
)
