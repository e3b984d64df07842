"""S10: a change of mentor by agreement of all three (R8). One writes, the other two are asked.

Nobody decides but those whom it concerns; the council is told, and speaks with whoever is silent.
"""

from dataclasses import replace

from mailer.rules import council, pairs, standing, year
from mailer.rules.changes import (
    AGREED,
    ASKED,
    MENTEE,
    MENTOR,
    NAME,
    NOT_AGREED,
    OPEN_POINT,
    SUCCESSOR,
    Change,
    ChangeCase,
    asking,
    changed,
    names,
    not_changed,
    shown,
)
from mailer.rules.changes import question as council_question
from mailer.rules.effects import Ask, Decision, Effect, Note, Send
from mailer.rules.events import Due, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.private import to_council
from mailer.rules.records import Mentorship


def said_yes(case: ChangeCase, event: Said, facts: Facts) -> Decision:
    """One of the three agrees; with the third yes it is carried out (S10)."""
    name = facts.roster.name(event.person)
    consent = Note("consent", f"{name} agrees to the change of mentor", event.person)
    if event.person in case.data.agreed:
        return Decision(effects=(consent,), outcome="no_action")
    known = replace(case, data=replace(case.data, agreed=(*case.data.agreed, event.person)))
    if set(known.parties.values()) <= set(known.data.agreed):
        decision = carried_out(known, event, facts)
        return replace(decision, effects=(consent, *decision.effects))
    letter = Send("change/noted_yes.sender", to=event.person, thread=event.source)
    return Decision(known, (consent, letter))


def said_no(case: ChangeCase, event: Said, facts: Facts) -> Decision:
    """One of the three does not agree: nothing changes; why stays with the council."""
    closed = replace(case, state=NOT_AGREED, due={}, closed=event.at)
    mentee = facts.roster.name(case.parties[MENTEE])
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.speaker, "not all of the three agree")
    words = f"The mentor of {mentee} stays: not all of the three agreed to a change"
    note = Note("change", words, case.parties[MENTEE], news=True)
    return Decision(closed, (*gone, note, *not_changed(closed, facts)))


def remind(case: ChangeCase, _event: Due, facts: Facts) -> Decision:
    """One reminder to those of the three who have not answered."""
    day = facts.policy.day(case.opened + facts.policy.approval_open)
    waiting = replace(case, due={"silent": facts.policy.morning(day)})
    return Decision(waiting, asking(case, facts, again=True))


def silent(case: ChangeCase, event: Due, facts: Facts) -> Decision:
    """Somebody did not answer: the council speaks with them; an answer still counts."""
    left = replace(case, state=OPEN_POINT, due={})
    missing = [p for p in case.parties.values() if p not in case.data.agreed]
    silent_ones = ", ".join(facts.roster.name(person) for person in missing)
    question = replace(
        council_question(left, facts, event.at),
        title=f"Change of mentor of {facts.roster.name(case.parties[MENTEE])}: not all answered",
        facts=(*shown(left, facts), ("No answer from", silent_ones)),
        rule="R8: a change by agreement needs the word of all three",
        approve="the request is closed, and all three are told that nothing changes",
        silence="it stays here; if they answer after all, that counts",
    )
    return Decision(left, (Ask(question),))


def given_up(case: ChangeCase, event: Told, facts: Facts) -> Decision:
    """The council closes a change on which not all answered."""
    closed = replace(case, state=NOT_AGREED, due={}, closed=event.at)
    return Decision(closed, not_changed(closed, facts))


def begin(
    case: ChangeCase, event: Said, facts: Facts, pair: Mentorship | None, successor: str
) -> Decision:
    """S10: ask the other two, where the new mentor can take a mentee."""
    day = facts.policy.day(event.at)
    mentor = standing.serving(facts.roster, successor, day)
    own = event.witness is None and event.trust >= Trust.AUTHENTICATED
    if pair is None or mentor is None:
        return to_council(event, "It does not say plainly who shall be the new mentor of whom")
    if not standing.room(facts.roster, mentor):
        return to_council(event, f"{facts.roster.name(successor)} has no free place")
    policy = facts.policy
    asked = replace(
        case,
        state=ASKED,
        data=Change(
            pair=pair.id,
            by=event.person,
            words=event.words,
            agreed=(event.person,) if own else (),
            source=event.source.inbox,
        ),
        parties={MENTEE: pair.mentee, MENTOR: pair.mentor, SUCCESSOR: successor},
        due={"remind": policy.morning(policy.day(event.at + policy.offer_open))},
    )
    name = facts.roster.name(event.person)
    consent = Note("consent", f"{name} agrees to the change of mentor", event.person)
    letters = asking(asked, facts)
    thanks = Send("change/asked_others.sender", to=event.person, thread=event.source)
    return Decision(asked, (*((consent, thanks) if own else ()), *letters))


def carried_out(case: ChangeCase, event: Said, facts: Facts) -> Decision:
    """All three agree: the old relationship ends, the new one begins with a year of its own."""
    day, policy = facts.policy.day(event.at), facts.policy
    old = facts.roster.mentorship(case.data.pair)
    mentor = standing.serving(facts.roster, case.parties[SUCCESSOR], day)
    if old is None or old.until is not None or mentor is None:
        return to_council(event, "The three agreed, but it can not be carried out any more")
    if not standing.room(facts.roster, mentor):
        return to_council(event, f"{facts.roster.name(mentor.person)} has no free place any more")
    new = Mentorship(
        id=derive("pair", case.id),
        mentor=mentor.person,
        mentee=old.mentee,
        since=day,
        review=year.review_after(day, day, policy),
    )
    closed = replace(case, state=AGREED, due={}, closed=event.at)
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.speaker, "all three have agreed")
    told = names(case, facts)
    words = f"{told['mentee']} has {told['successor']} as mentor now, by agreement of all three"
    effects: tuple[Effect, ...] = (
        *gone,
        *pairs.ended(old, day, pairs.BY_AGREEMENT, event.at),
        *pairs.begun(new, event.at),
        *changed(closed, facts),
        Note("change", words, new.mentee, news=True),
    )
    return Decision(closed, effects)
