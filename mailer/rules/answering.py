"""What a mentee and a mentor answer, once a mentor was asked or takes the mentee (S8, E16).

The mentee approves and nobody else does; a condition or a question is passed on to the other side.
"""

from dataclasses import replace

from mailer.rules import matching
from mailer.rules.asking_council import condition, question
from mailer.rules.assigning import (
    HEDGED,
    MENTEE,
    MENTOR,
    WITHDRAWN,
    AssignmentCase,
    anew,
    asks_mentor,
    asks_words,
    day_of,
    mentee_of,
    mentor_of,
    morning,
    private_reason,
    to_council,
    to_mentee,
    to_mentor,
)
from mailer.rules.effects import Decision, Effect, Send
from mailer.rules.events import Said
from mailer.rules.facts import Facts
from mailer.rules.intents import Intent
from mailer.rules.placing import LEFT, OFFERED, TAKEN


def approved_by_mentee(case: AssignmentCase, event: Said, facts: Facts) -> Decision:
    """S8: the mentee says yes. A mentor cannot say it in the mentee's place (situation 10)."""
    if event.speaker == case.parties[MENTOR]:
        context = {"mentee": mentee_of(case, facts).name}
        letter = to_mentor(case, "only_mentee", event, context)
        return Decision(effects=(letter,), outcome="no_action")
    begins = event.fields.effective_on
    if event.doubts or (begins and begins > day_of(event, facts)):
        return relayed(case, event, facts)
    return matching.begin(case, event, facts)


def refused(case: AssignmentCase, event: Said, facts: Facts) -> Decision:
    """S8: a no of either side: back on the list; the reason is for the council only."""
    if event.doubts:
        return relayed(case, event, facts)
    mentor, mentee = mentor_of(case, facts), mentee_of(case, facts)
    by_mentee = event.speaker == mentee.id
    letters: tuple[Effect, ...]
    if by_mentee:
        no_more = (*case.data.refused, mentor.id)
        case = replace(case, data=replace(case.data, refused=no_more))
        letters = (
            to_mentee(case, "refused", event, {"mentor": mentor.name}),
            to_mentor(case, "declined", event, {"mentee": mentee.name}),
        )
    else:
        letters = (to_mentor(case, "withdrew", event, {"mentee": mentee.name}),)
        if case.state != OFFERED:
            letters = (*letters, to_mentee(case, "not_now", event, {"mentor": mentor.name}))
    return matching.back(case, event, facts, (*private_reason(case, event, facts), *letters))


def taken_back(case: AssignmentCase, event: Said, facts: Facts) -> Decision:
    """The mentee looks no more, or the mentor takes the offer back."""
    if event.doubts:
        return to_council(event)
    if event.speaker != case.parties[MENTEE]:
        return refused(case, event, facts)
    letter = to_mentee(case, "withdrawn", event, {})
    return matching.end(case, event, facts, WITHDRAWN, (letter,))


def relayed(case: AssignmentCase, event: Said, facts: Facts) -> Decision:
    """A condition or a question is passed on to the other side, and shown to the council."""
    if event.doubts and set(event.doubts) != {HEDGED}:
        return to_council(event)
    mentor, mentee = mentor_of(case, facts), mentee_of(case, facts)
    by_mentee = event.speaker == mentee.id
    if case.state == OFFERED:
        # The mentee does not know of the offer yet: the council answers the mentor.
        if by_mentee:
            return to_council(event)
        longer = replace(case, due={**case.due, "offer": morning(event, facts, "offer_open")})
        return _passed_on(question(longer, event, facts), case, event, "the council")
    agrees = event.intent is Intent.YES and by_mentee
    begins = event.fields.effective_on if agrees else None
    decision = condition(case, event, facts, begins)
    after = decision.case or case
    said = event.fields.reason or event.words
    on: Send
    if by_mentee:
        context = {"mentee": mentee.name, "words": said}
        on = to_mentor(after, "question", event, context, asks=asks_mentor(after))
    else:
        context = {"mentor": mentor.name, "words": said}
        on = to_mentee(after, "answer", event, context, asks=asks_words(after))
    other = mentor.name if by_mentee else mentee.name
    return _passed_on(replace(decision, effects=(*decision.effects, on)), case, event, other)


def _passed_on(decision: Decision, case: AssignmentCase, event: Said, other: str) -> Decision:
    by_mentee = event.speaker == case.parties[MENTEE]
    write = to_mentee if by_mentee else to_mentor
    wanted = asks_words(case) if by_mentee else asks_mentor(case)
    told = write(case, "passed_on", event, {"other": other}, asks=wanted)
    return replace(decision, effects=(*decision.effects, told))


def offer_answered(case: AssignmentCase, event: Said, facts: Facts) -> Decision:
    """The mentor who was asked says yes, or the same in other words."""
    if event.speaker != case.parties[MENTOR]:
        return to_council(event)
    if event.doubts:
        return relayed(case, event, facts)
    return matching.offer_accepted(case, event, facts)


def another(case: AssignmentCase, event: Said, facts: Facts) -> Decision:
    """In answer to a letter about one mentee, a mentor takes this one or another one."""
    named = {one.person for one in event.fields.mentee}
    mine = event.speaker == case.parties.get(MENTOR) and named <= {case.parties[MENTEE]}
    if not mine or event.doubts:
        return to_council(event) if event.doubts else anew(event)
    if case.state == OFFERED:
        return matching.offer_accepted(case, event, facts)
    return approved_by_mentee(case, event, facts) if case.state in {TAKEN, LEFT} else anew(event)


def of_its_own(_case: AssignmentCase, event: Said, _facts: Facts) -> Decision:
    """In answer to a letter about a matter that is over, somebody writes of a new one."""
    return to_council(event) if event.doubts else anew(event)
