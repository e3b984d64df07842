"""S16, S17, S18: the yearly meeting of a pair, the guide to it, and how the two keep in touch.

One case follows a pair. A meeting is logged by one reply or by a mail of one's own; what was
spoken about is not stored (E17). A pair without a contact for long is told to "inactivity".
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from mailer.rules import standing
from mailer.rules.dates import term
from mailer.rules.echo import correctable
from mailer.rules.effects import Appointment, Decision, Effect, Note, Put, Send, Tell
from mailer.rules.events import Due, Event, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.meetings import Meetings, counted, deadlines, meet_by
from mailer.rules.pair_cases import (
    MENTEE,
    MENTOR,
    case_of_pair,
    names_of,
    other_of,
    others,
    pair_of,
    role_of,
)
from mailer.rules.procedure import ANY, NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Mentorship
from mailer.rules.year import back

NAME = "meeting"
FOLLOWED, OVER = "followed", "over"
_LATER = timedelta(days=7)
"""After a planned day it is asked about, and somebody left in peace is looked at again."""
_NEW = timedelta(days=14)
_LONGEST = 120

MeetingCase = Case[Meetings]


def began(case: MeetingCase, event: Told, facts: Facts) -> Decision:
    """Follow a pair: its meetings, its contacts and, where it is new, what the two agree on."""
    pair = facts.roster.mentorship(event.pair)
    if pair is None or pair.until is not None:
        return Decision(outcome="no_action")
    policy = facts.policy
    day = policy.day(event.at)
    data = counted(pair, day, policy)
    due = dict(deadlines(pair, data, policy))
    if pair.since is not None and day - pair.since < _NEW and not pair.agreed:
        due["agree"] = policy.morning(day + _LATER)
    parties = {MENTOR: pair.mentor, MENTEE: pair.mentee}
    return Decision(replace(case, state=FOLLOWED, data=data, parties=parties, due=due))


def remind(case: MeetingCase, event: Due, facts: Facts) -> Decision:
    """Remind the mentor after eleven months without a logged meeting, with the guide."""
    return _write(case, event, facts, "meeting/remind.mentor", MENTOR)


def ask_mentee(case: MeetingCase, event: Due, facts: Facts) -> Decision:
    """Ask the mentee after twelve; then the year is counted anew, and the council reads of it."""
    pair, policy = pair_of(case, facts), facts.policy
    day = policy.day(event.at)
    asked = _write(case, event, facts, "meeting/ask.mentee", MENTEE)
    if not asked.effects or asked.case is None:
        return asked
    data = replace(case.data, meeting_from=day)
    due = {**deadlines(pair, data, policy), "quiet": case.due["quiet"]}
    words = f"{names_of(pair, facts)}: no meeting was logged for {term(policy.meeting_mentee)}"
    note = Note(NAME, words, pair.mentee, news=True)
    return Decision(replace(case, data=data, due=due), (note, *asked.effects))


def quiet(case: MeetingCase, event: Due, facts: Facts) -> Decision:
    """R25: no contact was logged for six months; whoever is left in peace is asked later (R31)."""
    pair, policy, roster = pair_of(case, facts), facts.policy, facts.roster
    day = policy.day(event.at)
    both = (roster.person(pair.mentor), roster.person(pair.mentee))
    peace = any(standing.left_in_peace(one, day, policy) for one in both if one)
    if peace or not standing.quiet(pair, day, policy):
        again = back(pair, roster, day) or day + _LATER
        return Decision(_due(case, quiet=policy.morning(again)))
    told = Told(
        id=derive("noticed", event.id),
        at=event.at,
        name="noticed",
        procedure="inactivity",
        about=pair.mentor,
        by=pair.mentee,
        pair=pair.id,
    )
    return Decision(_due(case, quiet=policy.morning(day + policy.quiet)), (Tell(told),))


def ask_agreement(case: MeetingCase, event: Due, facts: Facts) -> Decision:
    """S18: ask a new pair how they keep in touch, unless they have told it already."""
    pair = pair_of(case, facts)
    if pair.agreed:
        return Decision(case)
    letters = tuple(
        Send(
            f"meeting/agree.{role}",
            to=case.parties[role],
            context={"other": facts.roster.name(case.parties[other_of(role)])},
            asks=Asks(NAME, case.id, (Intent.AGREED,)),
            reminder=True,
        )
        for role in (MENTOR, MENTEE)
    )
    return Decision(case, letters)


def reported(case: MeetingCase, event: Said, facts: Facts) -> Decision:
    """Log a meeting that was held; one that is only planned, or without a day, is not logged."""
    held, day = event.fields.held_on, facts.policy.day(event.at)
    if held is not None and held <= day:
        return _logged(case, event, facts, held)
    if held is not None:
        return _planned(case, event, facts, held)
    template = {"no": "not_yet", "planned": "after_it"}.get(event.fields.answer or "", "when")
    return Decision(effects=(_answer(f"meeting/{template}.sender", case, event, facts),))


def corrected(case: MeetingCase, event: Said, facts: Facts) -> Decision:
    """Correct the day of the meeting that was logged last."""
    held, pair = event.fields.held_on, pair_of(case, facts)
    if held is None or held > facts.policy.day(event.at):
        return Decision(effects=(_answer("meeting/when.sender", case, event, facts),))
    last = max(held, case.data.before or held)
    return _recorded(case, event, facts, replace(pair, last_meeting=last), held)


def in_touch(case: MeetingCase, event: Said, facts: Facts) -> Decision:
    """Somebody of a quiet pair says that they are in touch: that is a contact of today."""
    pair = pair_of(case, facts)
    known = replace(pair, last_contact=facts.policy.day(event.at))
    letter = _answer("meeting/in_touch.sender", case, event, facts)
    after = _due(case, quiet=deadlines(known, case.data, facts.policy)["quiet"])
    return Decision(after, (Put(known), *_sign(event, pair, facts), letter))


def no_contact(case: MeetingCase, event: Said, facts: Facts) -> Decision:
    """The mentee of a quiet pair says that there is no contact (E15)."""
    pair = pair_of(case, facts)
    letter = _answer("meeting/no_contact.sender", case, event, facts)
    if event.speaker != pair.mentee:
        name = facts.roster.name(event.speaker)
        words = f"{name} writes that there is no contact with {facts.roster.name(pair.mentee)}"
        return Decision(effects=(Note(NAME, words, event.speaker, news=True), letter))
    told = Told(
        id=derive("reported", event.id),
        at=event.at,
        name="reported",
        procedure="inactivity",
        about=pair.mentor,
        by=pair.mentee,
        source=event.source,
        pair=pair.id,
    )
    return Decision(effects=(Tell(told), letter))


def agreed(case: MeetingCase, event: Said, facts: Facts) -> Decision:
    """S18: store the channel and the rhythm, in the pair's own words."""
    pair = pair_of(case, facts)
    words = " ".join((event.fields.answer or "").split())[:_LONGEST]
    if not words:
        return Decision(effects=(_answer("meeting/which_way.sender", case, event, facts),))
    known = replace(pair, agreed=words, last_contact=facts.policy.day(event.at))
    letter = _answer("meeting/agreed.sender", case, event, facts)
    letter = replace(letter, context={**letter.context, "agreed": words})
    left = {name: at for name, at in case.due.items() if name != "agree"}
    return Decision(replace(case, due=left), (Put(known), *_sign(event, pair, facts), letter))


def guide(case: MeetingCase, event: Said, facts: Facts) -> Decision:
    """S17: the one-line command "template" is answered with the guide, for any member."""
    return Decision(effects=(Send("meeting/template.sender", event.person, thread=event.source),))


def unplaced(case: MeetingCase, event: Said, facts: Facts) -> Decision:
    """It is not plain which pair is meant: the writer is asked, and nothing is guessed."""
    names = others(facts, event.person)
    template = "meeting/which.sender" if names else "meeting/no_pair.sender"
    asks = Asks(NAME, intents=(event.intent,)) if names else None
    context = {"others": names} if names else {}
    letter = Send(template, event.person, None, context, asks, event.source)
    return Decision(effects=(letter,), outcome="needs_review")


def stopped(case: MeetingCase, event: Told, facts: Facts) -> Decision:
    """The relationship has ended."""
    return Decision(replace(case, state=OVER, due={}, closed=event.at))


def _write(
    case: MeetingCase, event: Due, facts: Facts, template: str, role: str
) -> Decision:  # fmt: skip
    """Write to one side, or wait for the end of a break."""
    pair, policy = pair_of(case, facts), facts.policy
    day = policy.day(event.at)
    if after := back(pair, facts.roster, day):
        return Decision(_due(case, **{event.deadline: policy.morning(after)}))
    other = facts.roster.name(case.parties[other_of(role)])
    by = meet_by(pair, case.data, day, policy)
    letter = Send(
        template,
        to=case.parties[role],
        context={"other": other, "last": pair.last_meeting, "by": by},
        asks=Asks(NAME, case.id, (Intent.MEETING_REPORT,)),
        reminder=True,
        appointment=Appointment(derive(NAME, pair.id), by, f"Meeting with {other}: by today"),
    )
    return Decision(case, (letter,))


def _logged(case: MeetingCase, event: Said, facts: Facts, held: date) -> Decision:
    pair = pair_of(case, facts)
    last = max(held, pair.last_meeting or held)
    again = pair.last_meeting == held
    before = case.data.before if again else pair.last_meeting
    known = replace(case, data=replace(case.data, before=before, planned=None))
    return _recorded(known, event, facts, replace(pair, last_meeting=last), held)


def _recorded(
    case: MeetingCase, event: Said, facts: Facts, pair: Mentorship, held: date
) -> Decision:
    """Record the day, count the next year from it, and echo what was understood."""
    contact = max(pair.last_contact or held, held)
    known = replace(pair, last_contact=contact)
    due = {**case.due, **deadlines(known, case.data, facts.policy)}
    other = facts.roster.name(case.parties[other_of(role_of(case, event.person))])
    fields = Fields(held_on=held)
    letter = Send(
        "meeting/logged.sender",
        to=event.person,
        context={"other": other, "held_on": held},
        asks=correctable(NAME, case.id, (), fields, ("held_on",)),
        thread=event.source if event.witness is None else None,
    )
    letters: tuple[Effect, ...] = (letter,)
    if event.witness:
        context = {"pair": names_of(pair, facts), "held_on": held}
        template = "meeting/logged.witness"
        letters = (letter, Send(template, event.witness, None, context, None, event.source))
    return Decision(replace(case, due=due), (Put(known), *_sign(event, pair, facts), *letters))


def _planned(case: MeetingCase, event: Said, facts: Facts, day: date) -> Decision:
    """Wait for a planned meeting, and ask about it a week after it."""
    policy = facts.policy
    asked = policy.morning(day + _LATER)
    after = replace(_due(case, remind=asked), data=replace(case.data, planned=day))
    letter = _answer("meeting/planned.sender", case, event, facts)
    other = letter.context["other"]
    title = f"Meeting with {other}"
    appointment = Appointment(derive("planned", case.data.pair), day, title)
    context = {"other": other, "planned": day}
    return Decision(after, (replace(letter, context=context, appointment=appointment),))


def _answer(template: str, case: MeetingCase, event: Said, facts: Facts) -> Send:
    other = facts.roster.name(case.parties[other_of(role_of(case, event.person))])
    way = Intent.AGREED if event.intent is Intent.AGREED else Intent.MEETING_REPORT
    asks = Asks(NAME, case.id, (way,))
    thread = event.source if event.witness is None else None
    return Send(template, event.person, None, {"other": other}, asks, thread)


def _sign(event: Said, pair: Mentorship, facts: Facts) -> tuple[Tell, ...]:
    """A contact is a sign of life, whoever logged it (E9)."""
    if facts.case_of("inactivity", pair.mentor) is None:
        return ()
    told = derive("contact", event.id)
    return (Tell(Told(told, event.at, "contact", "inactivity", about=pair.mentor, pair=pair.id)),)


def _due(case: MeetingCase, **due: Any) -> MeetingCase:
    return replace(case, due={**case.due, **due})


def _finds(event: Event, facts: Facts) -> MeetingCase | None:
    if isinstance(event, Said) and event.intent is Intent.TEMPLATE:
        return None
    return case_of_pair(NAME, event, facts)


PROCEDURE = Procedure(
    name=NAME,
    title="The meetings of a pair, and how a pair keeps in touch",
    data=Meetings,
    hears={
        Intent.MEETING_REPORT: Hears(
            "we met on 12 March", "the mentor or the mentee of a pair", Trust.CLAIMED
        ),
        Intent.CORRECTION: Hears("a line of our letter, corrected", "whoever logged the meeting"),
        Intent.YES: Hears("yes, we are in touch", "the mentor or the mentee of a pair"),
        Intent.NO: Hears("no, we are not in touch", "the mentor or the mentee of a pair"),
        Intent.AGREED: Hears("a call every two weeks", "the mentor or the mentee of a pair"),
        Intent.TEMPLATE: Hears("template", "any member"),
    },
    steps={
        (NONE, "began"): began,
        (NONE, "meeting_report"): unplaced,
        (NONE, "agreed"): unplaced,
        (NONE, "template"): guide,
        (ANY, "template"): guide,
        (FOLLOWED, "due:remind"): remind,
        (FOLLOWED, "due:mentee"): ask_mentee,
        (FOLLOWED, "due:quiet"): quiet,
        (FOLLOWED, "due:agree"): ask_agreement,
        (FOLLOWED, "meeting_report"): reported,
        (FOLLOWED, "correction"): corrected,
        (FOLLOWED, "yes"): in_touch,
        (FOLLOWED, "no"): no_contact,
        (FOLLOWED, "agreed"): agreed,
        (FOLLOWED, "ended"): stopped,
    },
    states={
        FOLLOWED: "meetings and contacts of the pair are looked after",
        OVER: "the relationship has ended",
    },
    finds=_finds,
)
