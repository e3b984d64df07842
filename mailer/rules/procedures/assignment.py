"""S6, S7, S8: a rep looks for a mentor, a mentor takes them, and the mentee approves.

Each open assignment is a case of its mentee. Nothing begins before the mentee has approved that
mentor (R10); no place is given twice (E13). A mentor is no party of a case before they take the
mentee: "I take Dev" is read by itself and then told to Dev's case.
"""

from dataclasses import replace

from mailer.rules import matching
from mailer.rules.answering import (
    another,
    approved_by_mentee,
    of_its_own,
    offer_answered,
    refused,
    relayed,
    taken_back,
)
from mailer.rules.asking_council import overdue, silent
from mailer.rules.assigning import (
    BEGUN,
    CLOSED,
    MENTEE,
    MENTOR,
    NAME,
    OPEN,
    STANDING_IN,
    WITHDRAWN,
    Asked,
    Assignment,
    AssignmentCase,
    approval,
    asks_lines,
    day_of,
    has_mentor,
    lines,
    listed,
    mentee_of,
    mentor_of,
    morning,
    obstacle,
    of_mentee,
    to_mentee,
    to_mentor,
)
from mailer.rules.effects import Decision, Note, Send
from mailer.rules.events import Due, Event, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.intents import Intent
from mailer.rules.placing import AGREED, LEFT, OFFERED, TAKEN
from mailer.rules.procedure import NONE, Hears, Procedure, Rule
from mailer.rules.records import Case
from mailer.rules.requesting import corrected, on_the_list, requested, requested_again
from mailer.rules.standing import active
from mailer.rules.taking import takes
from mailer.rules.undoing_places import of_an_assignment


def opened(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """Another procedure says that somebody needs a mentor again; why is not told here."""
    if case.state != NONE:
        data = replace(case.data, urgent=True, former=event.by or case.data.former)
        return Decision(replace(case, data=data))
    if event.about is None or not active(facts.roster.person(event.about), day_of(event, facts)):
        return Decision(outcome="no_action")
    data = Assignment(urgent=True, former=event.by)
    new = on_the_list(case, event, facts, data, event.about)
    letter = to_mentee(new, "listed", event, {"lines": lines(new.data)}, asks=asks_lines(new))
    return Decision(new, (letter, listed(new, event)))


def mentor_leaves(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """S15: the mentor leaves the role; the mentee is told, and listed as urgent (R30)."""
    if event.about is None or not active(facts.roster.person(event.about), day_of(event, facts)):
        return Decision(outcome="no_action")
    data = replace(case.data, urgent=True, planned=True, former=event.by)
    new = replace(case, data=data)
    if case.state == NONE or (case.state == STANDING_IN and case.parties[MENTOR] == event.by):
        # Whoever stood in leaves, too: the mentee is listed at once.
        new = on_the_list(case, event, facts, data, event.about)
    context = {
        "mentor": facts.roster.name(event.by),
        "last_day": event.fields.effective_on or day_of(event, facts),
        "days": facts.policy.placement.days,
        "lines": lines(new.data),
    }
    letter = to_mentee(new, "mentor_leaves", event, context, asks=asks_lines(new))
    return Decision(new, (letter, *((listed(new, event),) if new.state == OPEN else ())))


def mentor_stays(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """The mentor stays after all: the mentee needs no other one."""
    if case.data.former is None or case.data.former != event.by:
        return Decision(outcome="no_action")
    letter = to_mentee(case, "mentor_stays", event, {"mentor": facts.roster.name(event.by)})
    return matching.end(case, event, facts, WITHDRAWN, (letter,))


def closed(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """Another procedure says that a mentor is not looked for any more: the mentee left, say."""
    return matching.end(case, event, facts, CLOSED)


def mentor_takes(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """S7: a mentor takes this mentee: the first one counts, the others wait."""
    mentee = facts.roster.person(event.about)
    if mentee is None or event.by is None:
        return Decision(outcome="no_action")
    known = case if case.state != NONE else None
    problem = obstacle(mentee, event.by, facts, day_of(event, facts), known)
    held = case.state in {OFFERED, TAKEN, LEFT, AGREED}
    if held and event.by == case.parties[MENTOR]:
        if case.state == OFFERED:
            return matching.offer_accepted(case, event, facts)
        problem = f"you have offered it already, and {mentee.name} is asked"
    context = {"mentee": mentee.name, **({"reason": problem} if problem else {})}
    if problem or held:
        name = "not_possible" if problem else "waiting"
        letter = Send(f"{NAME}/{name}.mentor", event.by, context=context, thread=event.source)
        if problem:
            return Decision(effects=(letter,), outcome="no_action")
        waiting = tuple(dict.fromkeys((*case.data.waiting, event.by)))
        return Decision(replace(case, data=replace(case.data, waiting=waiting)), (letter,))
    if case.state == NONE:
        data = Assignment(source=event.source.inbox if event.source else None)
        case = on_the_list(case, event, facts, data, mentee.id)
    return matching.take(case, event.by, event, facts)


def offered(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """The council decided to ask this mentor."""
    mentee, name = mentee_of(case, facts), facts.roster.name(event.by)
    day = day_of(event, facts)
    if event.by is None or (problem := obstacle(mentee, event.by, facts, day, case)):
        words = f"{name} could not be asked to take {mentee.name}: {problem}"
        return Decision(effects=(Note(NAME, words, mentee.id, news=True),), outcome="no_action")
    return matching.offer(case, event.by, event, facts, matching.reasons(case, event, facts))


def offer_expired(case: AssignmentCase, event: Due, facts: Facts) -> Decision:
    """An offer lasts a week; then the mentee is on the list again."""
    mentor, mentee = mentor_of(case, facts), mentee_of(case, facts)
    letter = to_mentor(case, "expired", event, {"mentee": mentee.name}, reminder=True)
    words = f"{mentor.name} did not answer whether to take {mentee.name}"
    return matching.back(case, event, facts, (letter, Note(NAME, words, mentee.id, news=True)))


def remind(case: AssignmentCase, event: Due, facts: Facts) -> Decision:
    """The mentee is asked once more before the time is over."""
    return Decision(case, (approval(case, event, facts, "remind"),))


def not_in_time(case: AssignmentCase, event: Due, facts: Facts) -> Decision:
    """Nobody was found in time; whoever got a mentor in another way needs none any more."""
    mentor = has_mentor(facts.roster, case.parties[MENTEE], day_of(event, facts))
    if mentor is not None and mentor != case.data.former:
        return matching.end(case, event, facts, CLOSED)
    return overdue(case, event, facts)


def starts(case: AssignmentCase, event: Due, facts: Facts) -> Decision:
    """The day has come from which both agreed."""
    return matching.begin(case, event, facts)


def council_agrees(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """The council approves what it was asked; what that means follows from the question."""
    asked, data = case.data.asked, replace(case.data, asked=Asked.NOTHING)
    settled = replace(case, data=data)
    if asked in {Asked.OVERDUE, Asked.STAND_IN} and case.state == OPEN and data.proposed:
        told = replace(event, by=data.proposed)
        if problem := obstacle(
            mentee_of(case, facts), data.proposed, facts, day_of(event, facts), case
        ):
            words = f"{facts.roster.name(data.proposed)} could not be asked: {problem}"
            return Decision(settled, (Note(NAME, words, news=True),))
        why = matching.reasons(case, told, facts)
        stand_in = asked is Asked.STAND_IN
        return matching.offer(settled, data.proposed, event, facts, why, stand_in=stand_in)
    if asked is Asked.SILENT and case.state == LEFT:
        mentor, mentee = mentor_of(case, facts), mentee_of(case, facts)
        letters = (
            to_mentor(case, "declined", event, {"mentee": mentee.name}),
            to_mentee(case, "on_list_again", event, {"mentor": mentor.name}),
        )
        return matching.back(settled, event, facts, letters)
    if asked is Asked.CONDITION and case.state in {TAKEN, LEFT}:
        return matching.agree(settled, event, facts)
    return Decision(settled)


def council_declines(case: AssignmentCase, event: Told, facts: Facts) -> Decision:
    """The council says no to what it was asked: the mentee is asked for a plain answer."""
    settled = replace(case, data=replace(case.data, asked=Asked.NOTHING, begins=None))
    if case.data.asked not in {Asked.SILENT, Asked.CONDITION}:
        return Decision(settled)
    due = {**case.due, "silent": morning(event, facts, "approval_open")}
    once_more = replace(settled, state=TAKEN, due=due)
    return Decision(once_more, (approval(once_more, event, facts, "plainly"),))


def _time_over(case: AssignmentCase, event: Due, facts: Facts) -> Decision:
    """E14: the temporary mentor's time is over."""
    return matching.time_over(case, event, facts)


def _finds(event: Event, facts: Facts) -> Case[Assignment] | None:
    """A mentor who takes somebody is read by itself; anything else is about its mentee's case."""
    if isinstance(event, Said):
        takes_one = event.intent is Intent.MENTEE_ACCEPTANCE
        return None if takes_one else of_mentee(facts, event.speaker)
    return of_mentee(facts, getattr(event, "about", None))


def _in(states: tuple[str, ...], **rules: Rule) -> dict[tuple[str, str], Rule]:
    return {(state, name): rule for state in states for name, rule in rules.items()}


_ALL = (OPEN, OFFERED, TAKEN, LEFT, AGREED, STANDING_IN)
_OVER = (BEGUN, WITHDRAWN, CLOSED)

PROCEDURE = Procedure(
    name=NAME,
    title="Open assignments: finding a mentor",
    data=Assignment,
    hears={
        Intent.MENTOR_REQUEST: Hears("I have no mentor and would like one", "any member"),
        Intent.MENTEE_ACCEPTANCE: Hears("I take Dev as my mentee", "a mentor"),
        Intent.YES: Hears("yes, to our question", "who was asked", doubtful=True),
        Intent.NO: Hears("no, to our question", "who was asked", doubtful=True),
        Intent.GENERAL_QUESTION: Hears(
            "a question before answering", "who was asked", doubtful=True
        ),
        Intent.TAKE_BACK: Hears("please cancel my request", "the mentee; the mentor"),
        Intent.CORRECTION: Hears("a line of our letter, corrected", "the mentee"),
    },
    steps={
        (NONE, "mentor_request"): requested,
        (NONE, "mentee_acceptance"): takes,
        (NONE, "opened"): opened,
        (NONE, "mentor_leaves"): mentor_leaves,
        (NONE, "mentor_takes"): mentor_takes,
        **_in(
            _ALL,
            mentor_request=requested_again,
            mentee_acceptance=another,
            correction=corrected,
            take_back=taken_back,
            opened=opened,
            mentor_leaves=mentor_leaves,
            mentor_stays=mentor_stays,
            mentor_takes=mentor_takes,
            closed=closed,
            approved=council_agrees,
            rejected=council_declines,
        ),
        **_in((OPEN,), offer=offered),
        **_in((OFFERED,), yes=offer_answered, no=refused, general_question=relayed),
        **_in((TAKEN, LEFT), yes=approved_by_mentee, no=refused, general_question=relayed),
        **_in((AGREED,), no=refused),
        **_in(_OVER, mentor_request=of_its_own, mentee_acceptance=of_its_own),
        (OPEN, "due:placement"): not_in_time,
        (OFFERED, "due:offer"): offer_expired,
        (TAKEN, "due:remind"): remind,
        (TAKEN, "due:silent"): silent,
        **of_an_assignment(),
        (AGREED, "due:start"): starts,
        **{(state, "due:listed_again"): _time_over for state in _ALL},
    },
    states={
        OPEN: "on the list of open assignments",
        OFFERED: "a mentor was asked to take the mentee",
        TAKEN: "a mentor takes the mentee, who is asked",
        LEFT: "the mentee did not answer, the council is asked",
        AGREED: "agreed, the day of the beginning is still to come",
        STANDING_IN: "a temporary mentor stands in",
        BEGUN: "the relationship has begun",
        WITHDRAWN: "no mentor is looked for any more",
        CLOSED: "closed: the mentee takes part no more",
    },
    sees=frozenset({NAME}),
    finds=_finds,
)
