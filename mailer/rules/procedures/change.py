"""S10 and S11: another mentor, by agreement of all three or at one's request.

By agreement (R8) nobody decides but those whom it concerns: one writes that all agree, the other
two are asked, and the council is told. At a request (R9) the council decides; the reasons stay
with it, and no letter to the other party shows them.
"""

from dataclasses import replace
from datetime import datetime

from mailer.rules import agreement, changes, council, pairs, undoing_pairs
from mailer.rules.changes import (
    AGREED,
    ASKED,
    GRANTED,
    MENTEE,
    MENTOR,
    NAME,
    NOT_AGREED,
    OPEN_POINT,
    REASONS,
    REFUSED,
    REQUESTED,
    TAKEN_BACK,
    Change,
    ChangeCase,
    agrees,
    no_answer,
    reason_in,
    trio,
)
from mailer.rules.effects import Ask, Decision, Note, Send, Tell
from mailer.rules.events import Due, Event, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.private import UNPROVEN, confidential, other_doubts, to_council
from mailer.rules.procedure import NONE, Hears, Procedure, speaker_or_subject
from mailer.rules.records import Asks, Mentorship
from mailer.rules.telling import ASSIGNMENT, needs_mentor

NO_MENTOR = "The roster knows no mentor of the writer"
OF_NAMES = (
    "is not the one whom the roster knows beside the writer",
    "It is not sure what part",
    "Several mentors are named",
)
"""Doubts about names, which a change by agreement settles: it names two mentors, and the roster
knows which of them is the present one."""


def wished(case: ChangeCase, event: Said, facts: Facts) -> Decision:
    """Sort what a first mail says: all agree, no answer, reasons, or a wish alone."""
    found = trio(event, facts.roster, facts.policy.day(event.at))
    together = agrees(event.words) and found.successor is not None
    if other := other_doubts(event, (NO_MENTOR, *(OF_NAMES if together else ()))):
        return _doubtful(event, facts, other)
    if together and found.successor:
        return agreement.begin(case, event, facts, found.pair, found.successor)
    pair = found.pair
    if pair is None:
        return _without_pair(event, facts)
    if no_answer(event.words) and event.speaker == pair.mentee:
        return _reported(event, pair)
    return _request(_opened(case, event, pair), event, facts)


def wanted(case: ChangeCase, event: Told, facts: Facts) -> Decision:
    """After the year one of the two wants a change (R4): the reasons are asked for."""
    pair = facts.roster.mentorship(event.pair) or facts.roster.running(event.about)
    if pair is None or pair.until is not None or event.by not in (pair.mentee, pair.mentor):
        return Decision(outcome="no_action")
    by = event.by or pair.mentee
    parties = {MENTEE: pair.mentee} | ({MENTOR: pair.mentor} if by == pair.mentor else {})
    opened = replace(case, data=Change(pair.id, by, event.reason, event.reason), parties=parties)
    if event.reason:
        return _to_decide(opened, facts, event.at)
    return _ask_reasons(opened, facts, event)


def told_reasons(case: ChangeCase, event: Said, facts: Facts) -> Decision:
    """The reasons come, in words of one's own; with them it goes to the council."""
    if event.speaker != case.data.by:
        return to_council(event)
    # Reasons often hurt to write and to read: what gives doubts elsewhere belongs here.
    if event.doubts and (UNPROVEN in event.doubts or event.trust < Trust.AUTHENTICATED):
        return to_council(event)
    said = event.fields.reason or event.words
    reason = "\n".join(filter(None, (case.data.reason, said)))
    known = replace(case, data=replace(case.data, reason=reason))
    if case.state == REQUESTED:
        question = changes.question(known, facts, event.at)
        updated = council.update(facts.question_of(case.id, NAME), question)
        return Decision(known, (*updated, _noted(known, event)))
    decision = _to_decide(known, facts, event.at)
    return replace(decision, effects=(*decision.effects, _noted(known, event)))


def no_reasons(case: ChangeCase, event: Due, facts: Facts) -> Decision:
    """No answer to the one letter that asked for reasons: the council sees that, and decides."""
    return _to_decide(case, facts, event.at)


def granted(case: ChangeCase, event: Told, facts: Facts) -> Decision:
    """The council grants it: the relationship ends, the other party gets neutral words."""
    closed = replace(case, state=GRANTED, due={}, closed=event.at)
    pair = facts.roster.mentorship(case.data.pair)
    if pair is None or pair.until is not None:
        return Decision(closed)
    names = {"mentee": facts.roster.name(pair.mentee), "mentor": facts.roster.name(pair.mentor)}
    asked, other = (
        ("change/granted.mentee", "change/ended.mentor")
        if case.data.by == pair.mentee
        else ("change/granted.mentor", "change/ended.mentee")
    )
    to = pair.mentor if case.data.by == pair.mentee else pair.mentee
    return Decision(
        closed,
        (
            *pairs.ended(pair, facts.policy.day(event.at), pairs.AT_REQUEST, event.at),
            needs_mentor(pair, event),
            Send(asked, to=case.data.by, context=names),
            Send(other, to=to, context=names),
            Note("change", f"{names['mentee']} gets another mentor", pair.mentee, news=True),
        ),
    )


def refused(case: ChangeCase, event: Told, facts: Facts) -> Decision:
    """The council refuses; its reason is kept with the question, the letter is kind."""
    closed = replace(case, state=REFUSED, due={}, closed=event.at)
    return Decision(closed, (Send("change/refused.sender", to=case.data.by),))


def taken_back(case: ChangeCase, event: Said, facts: Facts) -> Decision:
    """Whoever asked takes it back; nobody else learns that it was asked for."""
    if event.speaker != case.data.by:
        return to_council(event)
    closed = replace(case, state=TAKEN_BACK, due={}, closed=event.at)
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.speaker, "taken back by the writer")
    told = changes.not_changed(closed, facts) if case.state in (ASKED, OPEN_POINT) else ()
    letter = Send("change/taken_back.sender", to=event.person, thread=event.source)
    return Decision(closed, (*gone, letter, *(x for x in told if x.to != event.speaker)))


def _doubtful(event: Said, facts: Facts, doubts: tuple[str, ...]) -> Decision:
    """Keep a doubtful request from the mentor whom it is about, be they on the council or not."""
    if UNPROVEN in doubts:
        return to_council(event)
    pair = facts.roster.running(event.speaker)
    about = [event.person, *((pair.mentor,) if pair else ())]
    name = facts.roster.name(event.speaker)
    return confidential(event, facts, f"{name} writes in confidence", about)


def _without_pair(event: Said, facts: Facts) -> Decision:
    """Somebody without a mentor asks for another one: that is a request for a mentor."""
    if facts.roster.running(event.speaker) or facts.roster.mentees_of(event.person):
        return to_council(event, "It does not say plainly which relationship is meant")
    on = replace(
        event,
        id=derive("request", event.id),
        procedure="assignment",
        intent=Intent.MENTOR_REQUEST,
        case=None,
        doubts=other_doubts(event, (NO_MENTOR,)),
    )
    return Decision(effects=(Tell(on),))


def _reported(event: Said, pair: Mentorship) -> Decision:
    """E15: "my mentor does not answer" is no wish for another one yet; the mentor is asked."""
    told = Told(
        id=derive("reported", event.id),
        at=event.at,
        name="reported",
        procedure="inactivity",
        about=pair.mentor,
        by=pair.mentee,
        reason=event.words,
        source=event.source,
        pair=pair.id,
    )
    letter = Send("change/reported.mentee", to=pair.mentee, thread=event.source)
    return Decision(effects=(Tell(told), letter))


def _opened(case: ChangeCase, event: Said, pair: Mentorship) -> ChangeCase:
    by_mentor = event.speaker == pair.mentor
    return replace(
        case,
        data=Change(
            pair=pair.id,
            by=event.person,
            reason=reason_in(event),
            words=event.words,
            source=event.source.inbox,
        ),
        parties={MENTEE: pair.mentee} | ({MENTOR: pair.mentor} if by_mentor else {}),
    )


def _request(case: ChangeCase, event: Said, facts: Facts) -> Decision:
    own = event.witness is None and event.trust >= Trust.AUTHENTICATED
    if not case.data.reason or not own:
        return _ask_reasons(case, facts, event)
    decision = _to_decide(case, facts, event.at)
    return replace(decision, effects=(*decision.effects, _noted(case, event)))


def _ask_reasons(case: ChangeCase, facts: Facts, event: Said | Told) -> Decision:
    """R9: one letter, to the address on file, that asks for the reasons."""
    until = event.at + facts.policy.writer_answers
    asking = replace(case, state=REASONS, due={"reasons": until})
    own = isinstance(event, Said) and event.witness is None
    witness = facts.roster.name(event.witness) if isinstance(event, Said) and event.witness else ""
    letter = Send(
        "change/reasons.sender",
        to=case.data.by,
        context={"until": facts.policy.day(until), "witness": witness},
        asks=Asks(
            NAME,
            case.id,
            (Intent.TAKE_BACK, Intent.NO, Intent.MENTOR_CHANGE),
            words=Intent.MENTOR_CHANGE,
        ),
        thread=event.source if own and isinstance(event, Said) else None,
    )
    return Decision(asking, (letter,))


def _to_decide(case: ChangeCase, facts: Facts, at: datetime) -> Decision:
    requested = replace(case, state=REQUESTED, due={})
    return Decision(requested, (Ask(changes.question(requested, facts, at)),))


def _noted(case: ChangeCase, event: Said) -> Send:
    return Send(
        "change/requested.sender",
        to=case.data.by,
        asks=Asks(NAME, case.id, (Intent.TAKE_BACK,)),
        thread=event.source if event.witness is None else None,
    )


def _finds(event: Event, facts: Facts) -> ChangeCase | None:
    """Return the open case of the mentee whom an event is about, whoever writes."""
    if isinstance(event, Said) and event.speaker and event.intent is Intent.MENTOR_CHANGE:
        pair = trio(event, facts.roster, facts.policy.day(event.at)).pair
        open_cases = facts.open_of(NAME)
        about = (c for c in open_cases if pair and c.parties.get(MENTEE) == pair.mentee)
        return next(about, None)
    return facts.case_of(NAME, speaker_or_subject(event))


PROCEDURE = Procedure(
    name=NAME,
    title="Another mentor",
    data=Change,
    hears={
        Intent.MENTOR_CHANGE: Hears(
            "I would like another mentor, because ...",
            "a mentee, or one of the two mentors",
            Trust.CLAIMED,
            doubtful=True,
        ),
        Intent.YES: Hears("yes, I agree", "each of the three for themselves"),
        Intent.NO: Hears("no", "each of the three for themselves"),
        Intent.TAKE_BACK: Hears("please forget it", "who asked"),
    },
    steps={
        (NONE, "mentor_change"): wished,
        (NONE, "wanted"): wanted,
        (REASONS, "mentor_change"): told_reasons,
        (REASONS, "no"): taken_back,
        (REASONS, "take_back"): taken_back,
        (REASONS, "due:reasons"): no_reasons,
        (REQUESTED, "mentor_change"): told_reasons,
        (REQUESTED, "take_back"): taken_back,
        (REQUESTED, "approved"): granted,
        (REQUESTED, "rejected"): refused,
        **{
            (state, name): rule
            for state in (ASKED, OPEN_POINT)
            for name, rule in (
                ("yes", agreement.said_yes),
                ("no", agreement.said_no),
                ("take_back", taken_back),
            )
        },
        (ASKED, "due:remind"): agreement.remind,
        (ASKED, "due:silent"): agreement.silent,
        (OPEN_POINT, "approved"): agreement.given_up,
        (OPEN_POINT, "rejected"): agreement.given_up,
        **undoing_pairs.of_a_change(GRANTED, REFUSED, REQUESTED),
    },
    states={
        REASONS: "asked for, the reasons are still to come",
        REQUESTED: "asked for with reasons, the council decides",
        ASKED: "told to be agreed, the other two are asked",
        OPEN_POINT: "not all of the three answered, the council is asked",
        AGREED: "changed, all three agreed",
        GRANTED: "granted by the council",
        REFUSED: "refused by the council",
        NOT_AGREED: "not all of the three agreed, nothing changed",
        TAKEN_BACK: "taken back by the writer",
    },
    sees=frozenset({NAME, ASSIGNMENT}),
    finds=_finds,
)
