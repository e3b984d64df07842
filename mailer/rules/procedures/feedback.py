"""S19: what one side of a pair says of the other (R18), in a round or in a mail of one's own.

One case for each writer and pair. It is private: the words are kept with the case, stand in no
letter but the totals of the round, and never come with a name.
"""

from dataclasses import replace
from datetime import timedelta

from mailer.rules.effects import Appointment, Decision, Send
from mailer.rules.events import Due, Event, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.feedback_totals import Feedback
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.pair_cases import MENTEE, MENTOR, named_in, pairs_of
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case

NAME = "feedback"
QUEUED, ASKED, ANSWERED, NOTED = "queued", "asked", "answered", "noted"
COUNTED, SILENT, DECLINED = "counted", "silent", "declined"
AUTHOR = "author"
_KEPT = timedelta(days=365)
"""Feedback outside a round waits so long for the next one."""
_MOST = 4_000

FeedbackCase = Case[Feedback]


def queued(case: FeedbackCase, event: Told, facts: Facts) -> Decision:
    """The round asks somebody; the letter goes out as a reminder, one a day for each reader."""
    if event.about is None:
        return Decision(outcome="no_action")
    policy = facts.policy
    until = policy.day(event.at) + policy.feedback_open
    data = Feedback(event.pair or "", event.reason, event.by, until=until)
    due = {"ask": event.at, "close": policy.morning_after(until)}
    new = replace(case, state=QUEUED, data=data, parties={AUTHOR: event.about}, due=due)
    return Decision(new)


def ask(case: FeedbackCase, event: Due, facts: Facts) -> Decision:
    """Ask for strengths, weaknesses and a mark."""
    policy, until = facts.policy, case.data.until
    chase = policy.morning(policy.day(event.at) + policy.feedback_open * 2 / 3)
    due = {"close": case.due["close"]}
    if until is not None and policy.day(chase) < until:
        due["chase"] = chase
    asked = replace(case, state=ASKED, due=due)
    return Decision(asked, (_to_author(asked, facts, "ask"),))


def chase(case: FeedbackCase, event: Due, facts: Facts) -> Decision:
    """Ask once more, and never a third time."""
    return Decision(case, (_to_author(case, facts, "chase"),))


def answered(case: FeedbackCase, event: Said, facts: Facts) -> Decision:
    """Keep the mark and the words; a later answer adds to them."""
    said = event.fields.reason or event.words
    words = f"{case.data.words}\n\n{said}".strip()[:_MOST]
    rating = _mark(event) or case.data.rating
    due = {name: at for name, at in case.due.items() if name == "close"}
    data = replace(case.data, rating=rating, words=words)
    state = NOTED if case.state == NOTED else ANSWERED
    known = replace(case, state=state, data=data, due=due)
    return Decision(known, (_thanks("feedback/thanks.sender", known, event),))


def declined(case: FeedbackCase, event: Said, facts: Facts) -> Decision:
    """Nobody has to say anything."""
    closed = replace(case, state=DECLINED, due={}, closed=event.at)
    return Decision(closed, (Send("feedback/declined.sender", event.person, thread=event.source),))


def noted(case: FeedbackCase, event: Said, facts: Facts) -> Decision:
    """Feedback that nobody asked for is kept for the next round's totals."""
    pairs = pairs_of(facts, event.person)
    named = named_in(event)
    mine = [p for p in pairs if {p.mentor, p.mentee} & (named - {event.person})] or (
        list(pairs) if len(pairs) == 1 and not named else []
    )
    about = min((person for person in named if person), default=None)
    side = pair = ""
    if len(mine) == 1:
        pair = mine[0].id
        side = MENTOR if mine[0].mentor == event.person else MENTEE
        about = mine[0].mentee if side == MENTOR else mine[0].mentor
    words = (event.fields.reason or event.words)[:_MOST]
    data = Feedback(pair, side, about, _mark(event), words)
    policy = facts.policy
    close = policy.morning_after(policy.day(event.at) + _KEPT)
    parties = {AUTHOR: event.person}
    new = replace(case, state=NOTED, data=data, parties=parties, due={"close": close})
    return Decision(new, (_thanks("feedback/noted.sender", new, event),))


def over(case: FeedbackCase, event: Due, facts: Facts) -> Decision:
    """The round is over; what was said has been counted."""
    state = SILENT if case.state in {QUEUED, ASKED} else COUNTED
    return Decision(replace(case, state=state, due={}, closed=event.at))


def _mark(event: Said) -> float | None:
    """Return a mark from 1 to 5; another number is none of ours."""
    rating = event.fields.rating
    return rating if rating is not None and 1 <= rating <= 5 else None  # noqa: PLR2004 - the scale of the letters


def _to_author(case: FeedbackCase, facts: Facts, what: str) -> Send:
    other, until = facts.roster.name(case.data.about), case.data.until
    title = f"Answer the questions about {other} by today"
    return Send(
        f"feedback/{what}.{case.data.side}",
        to=case.parties[AUTHOR],
        context={"other": other, "until": until},
        asks=Asks(NAME, case.id, (Intent.FEEDBACK, Intent.NO)),
        reminder=True,
        appointment=Appointment(derive(NAME, case.id), until, title) if until else None,
    )


def _thanks(template: str, case: FeedbackCase, event: Said) -> Send:
    asks = Asks(NAME, case.id, (Intent.FEEDBACK,))
    context = {"rating": case.data.rating}
    return Send(template, event.person, None, context, asks, event.source)


def _finds(event: Event, facts: Facts) -> FeedbackCase | None:
    """Return the open question of the writer that a mail is about, if it is one alone."""
    if not isinstance(event, Said):
        return None
    open_ones = [
        case
        for case in facts.open_of(NAME)
        if case.state in {QUEUED, ASKED, ANSWERED} and case.parties.get(AUTHOR) == event.speaker
    ]
    named = named_in(event)
    fits = [case for case in open_ones if case.data.about in named] if named else open_ones
    return fits[0] if len(fits) == 1 else None


PROCEDURE = Procedure(
    name=NAME,
    title="What mentors and mentees say of each other",
    data=Feedback,
    hears={
        Intent.FEEDBACK: Hears("what I think of my mentor", "any member"),
        Intent.NO: Hears("no, thank you", "whoever was asked"),
    },
    steps={
        (NONE, "asked"): queued,
        (NONE, "feedback"): noted,
        (QUEUED, "due:ask"): ask,
        (ASKED, "due:chase"): chase,
        (ASKED, "no"): declined,
        **{(state, "feedback"): answered for state in (QUEUED, ASKED, ANSWERED, NOTED)},
        **{(state, "due:close"): over for state in (QUEUED, ASKED, ANSWERED, NOTED)},
    },
    states={
        QUEUED: "the letter with the questions is still to go out",
        ASKED: "asked",
        ANSWERED: "answered, the round is open",
        NOTED: "written unasked, kept for the next round",
        COUNTED: "counted",
        SILENT: "not answered",
        DECLINED: "the writer would rather not answer",
    },
    finds=_finds,
)
