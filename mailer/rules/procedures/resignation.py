"""S13 and S14: a mentor leaves the role, and recommends who may follow.

The acknowledgement goes to the address on file, whoever wrote or forwarded the mail, and asks
for a confirmation; the mentor stays a mentor until the council has decided (mail.md 3.3, 16).
Three forwards of one resignation are one case. The mentees are placed by a plan of its own.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from mailer.rules import council, departures, pairs, undoing
from mailer.rules.echo import correctable, echo, merged, words
from mailer.rules.effects import Ask, Decision, Effect, Note, Put, Send, Tell
from mailer.rules.events import Due, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Case, MentorState, Person, Question

NAME = "resignation"
ANNOUNCED, CONFIRMED, APPROVED = "announced", "confirmed", "approved"
DONE, TAKEN_BACK, KEPT = "done", "taken_back", "kept"
MENTOR = "mentor"
_WHOLE = "The writer may leave the whole programme"
_KEYS = ("effective_on", "recommended")
_ANSWERS = (Intent.YES, Intent.NO, Intent.TAKE_BACK)


@dataclass(frozen=True, slots=True)
class Resignation:
    """What was told. `witnesses` forwarded it, `sources` are the mails in which it came."""

    fields: Fields = field(default_factory=Fields)
    words: str = ""
    own_word: bool = False
    witnesses: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()


ResignationCase = Case[Resignation]


def announced(case: ResignationCase, event: Said, facts: Facts) -> Decision:
    """Acknowledge to the address on file with the time to take it back; ask the council."""
    mentor = facts.roster.mentor(event.speaker)
    if mentor is None or not mentor.current or _WHOLE in event.doubts:
        return _to_departure(event)
    opened = replace(
        case,
        state=ANNOUNCED,
        data=_heard(case.data, event),
        parties={MENTOR: event.person},
        due={"confirm_again": event.at + facts.policy.confirm_again},
    )
    letter = _letter(opened, facts, "resignation/announced.mentor", event, "witness", "days")
    effects: list[Effect] = [Ask(_question(opened, facts, event)), letter]
    return Decision(opened, (*effects, *_to_witness(event, facts)))


def told_again(case: ResignationCase, event: Said, facts: Facts) -> Decision:
    """The same resignation by another way: one case with one more source (situation 1)."""
    known = replace(case, data=_heard(case.data, event))
    effects = council.update(facts.question_of(case.id, NAME), _question(known, facts, event))
    return Decision(known, (*effects, *_to_witness(event, facts)))


def told_late(case: ResignationCase, event: Said, facts: Facts) -> Decision:
    """The same once more after the council agreed: what was agreed stands, the rest is news."""
    agreed = case.data.fields
    known = replace(case, data=replace(_heard(case.data, event), fields=agreed))
    told = merged(agreed, event.fields, _KEYS)
    effects = list[Effect](_to_witness(event, facts))
    if told != agreed:
        name = _person(case, facts).name
        new = ", ".join(f"{label}: {value}" for label, value in echo(told, _KEYS))
        effects.append(Note("resignation", f"{name} wrote again to resign. {new}", news=True))
    if event.witness is None and event.trust >= Trust.AUTHENTICATED:
        effects.append(_thanks(known, facts, event))
    return Decision(known, tuple(effects))


def confirmed(case: ResignationCase, event: Said, facts: Facts) -> Decision:
    """The mentor's own yes, from the address on file; what it corrects is recorded."""
    fields = merged(case.data.fields, event.fields, _KEYS)
    data = replace(case.data, own_word=True, fields=fields)
    sure = replace(case, state=CONFIRMED, data=data, due={})
    letter = _letter(sure, facts, "resignation/confirmed.mentor", event)
    known = facts.question_of(case.id, NAME)
    same = fields == case.data.fields
    effects = council.update(known, _question(sure, facts, event), stands=same)
    return Decision(sure, (*effects, letter))


def taken_back(case: ResignationCase, event: Said, facts: Facts) -> Decision:
    """R29: taken back before it was carried out; everything stays as it was."""
    closed = replace(case, state=TAKEN_BACK, due={}, closed=event.at)
    person = _person(case, facts)
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.speaker, "taken back by the mentor")
    note = Note("resignation", f"{person.name} stays a mentor", person.id, news=True)
    back = departures.staying(person.id, event) if case.state == APPROVED else ()
    letter = Send("resignation/taken_back.mentor", to=person.id, thread=event.source)
    return Decision(closed, (*gone, note, letter, *back))


def corrected(case: ResignationCase, event: Said, facts: Facts) -> Decision:
    """A changed `Field: value` line, or words, correct the record; the new reading is echoed."""
    known = replace(case, data=_heard(case.data, event))
    letter = _letter(known, facts, "resignation/corrected.mentor", event)
    question = _question(known, facts, event)
    return Decision(known, (*council.update(facts.question_of(case.id, NAME), question), letter))


def confirm_again(case: ResignationCase, event: Due, facts: Facts) -> Decision:
    """No answer to the confirmation: one reminder; the council has its question all the while."""
    letter = _letter(case, facts, "resignation/confirm_again.mentor", None, "witness")
    return Decision(replace(case, due={}), (replace(letter, reminder=True),))


def approved(case: ResignationCase, event: Told, facts: Facts) -> Decision:
    """The council agrees: the letter of thanks, the successors and the mentees told."""
    last = _last_day(case, event, facts)
    told = departures.departing(case.parties[MENTOR], last, event, facts.roster)
    effects: tuple[Effect, ...] = (_thanks(case, facts, event), *_invitations(case, event), *told)
    if last > facts.policy.day(event.at):
        waiting = replace(case, state=APPROVED, due={"effective": facts.policy.morning_after(last)})
        return Decision(waiting, effects)
    return Decision(*_carried_out(case, event, facts, effects, last))


def effective(case: ResignationCase, event: Due, facts: Facts) -> Decision:
    """The last day has come."""
    return Decision(*_carried_out(case, event, facts, (), _last_day(case, event, facts)))


def kept(case: ResignationCase, event: Told, facts: Facts) -> Decision:
    """The council does not carry it out; it wants to talk first."""
    closed = replace(case, state=KEPT, due={}, closed=event.at)
    return Decision(closed, (Send("resignation/kept.mentor", to=_person(case, facts).id),))


def _last_day(case: ResignationCase, event: Said | Told | Due, facts: Facts) -> date:
    return case.data.fields.effective_on or facts.policy.day(event.at)


def _thanks(case: ResignationCase, facts: Facts, event: Said | Told) -> Send:
    return Send(
        "resignation/approved.mentor",
        to=case.parties[MENTOR],
        context={"last_day": _last_day(case, event, facts)},
        thread=event.source,
    )


def _carried_out(
    case: ResignationCase,
    event: Told | Due,
    facts: Facts,
    effects: tuple[Effect, ...],
    last: date,
) -> tuple[ResignationCase, tuple[Effect, ...]]:
    person = _person(case, facts)
    mentor = facts.roster.mentor(person.id)
    ended = (Put(replace(mentor, state=MentorState.RESIGNED, until=last)),) if mentor else ()
    stop = Told(
        id=derive("told", event.id, "onboarding"),
        at=event.at,
        name="resigned",
        procedure="onboarding",
        about=person.id,
    )
    over = tuple(
        effect
        for pair in facts.roster.running_of(person.id)
        for effect in pairs.ended(pair, last, "the mentor resigned", event.at)
    )
    note = Note("resignation", f"{person.name} is no mentor any more", person.id, news=True)
    closed = replace(case, state=DONE, due={}, closed=event.at)
    return closed, (*ended, *over, *effects, note, Tell(stop))


def _heard(data: Resignation, event: Said) -> Resignation:
    witnesses = data.witnesses
    if event.witness and event.witness not in witnesses:
        witnesses = (*witnesses, event.witness)
    return replace(
        data,
        fields=merged(data.fields, event.fields, _KEYS),
        words=data.words or event.words,
        own_word=data.own_word or (event.witness is None and event.trust >= Trust.AUTHENTICATED),
        witnesses=witnesses,
        sources=(*data.sources, event.source.inbox),
    )


def _question(case: ResignationCase, facts: Facts, event: Said) -> Question:
    person, data = _person(case, facts), case.data
    mentees = ", ".join(mentee.name for mentee in facts.roster.mentees_of(person.id))
    lines = [
        ("Last day as a mentor", words(data.fields.effective_on) or "not given"),
        ("Recommended successor", facts.roster.named(data.fields.recommended) or "nobody named"),
        ("Mentees", mentees or "none"),
        ("Confirmed by the mentor", "yes" if case.state == CONFIRMED else "not yet"),
        ("In the mentor's own mail", "yes" if data.own_word else "no, forwarded or not proven"),
        ("Forwarded by", ", ".join(facts.roster.name(witness) for witness in data.witnesses)),
    ]
    return Question(
        id=derive("question", NAME, case.id),
        kind=NAME,
        title=f"{person.name} resigns as a mentor",
        procedure=NAME,
        case=case.id,
        asked=event.at,
        about=(person.id,),
        facts=tuple((label, value) for label, value in lines if value),
        evidence=data.words,
        rule="R1, R2: carried out by the council; a recommended successor is asked, not appointed",
        approve=f"{person.name} is thanked and leaves the role, successors are asked",
        silence=f"{person.name} stays a mentor",
        undo=f"{person.name} is a mentor as before and is told, as are those who were asked",
        source=data.sources[0] if data.sources else None,
        until=data.fields.effective_on,
    )


def _invitations(case: ResignationCase, event: Told) -> tuple[Tell, ...]:
    return tuple(
        Tell(
            Told(
                id=derive("told", event.id, "invited", named.person),
                at=event.at,
                name="invited",
                procedure="application",
                about=named.person,
                by=case.parties[MENTOR],
            )
        )
        for named in case.data.fields.recommended
        if named.person and named.person != case.parties[MENTOR]
    )


def _letter(
    case: ResignationCase, facts: Facts, template: str, event: Said | None, *more: str
) -> Send:
    """Write to the address on file; in the thread only where the mentor wrote it themselves."""
    own = event is not None and event.witness is None
    values = {
        "witness": facts.roster.name(case.data.witnesses[0]) if case.data.witnesses else "",
        "days": facts.policy.take_back.days,
    }
    return Send(
        template,
        to=case.parties[MENTOR],
        context={
            "lines": echo(case.data.fields, _KEYS, missing=_KEYS),
            **{name: values[name] for name in more},
        },
        asks=correctable(NAME, case.id, _ANSWERS, case.data.fields, _KEYS),
        thread=event.source if own and event else None,
    )


def _to_witness(event: Said, facts: Facts) -> tuple[Send, ...]:
    if event.witness is None:
        return ()
    context = {"mentor": facts.roster.name(event.speaker)}
    template = "resignation/forwarded.witness"
    return (Send(template, to=event.witness, context=context, thread=event.source),)


def _to_departure(event: Said) -> Decision:
    """Who is no mentor, or leaves altogether, is asked which of three things is meant (R28)."""
    on = replace(
        event,
        id=derive("departure", event.id),
        procedure="departure",
        intent=Intent.DEPARTURE,
        case=None,
        doubts=(),
    )
    return Decision(effects=(Tell(on),))


def _person(case: ResignationCase, facts: Facts) -> Person:
    person = facts.roster.person(case.parties.get(MENTOR))
    if person is None:
        raise ValueError(f"case {case.id} names a mentor who is not on the roster")
    return person


PROCEDURE = Procedure(
    name=NAME,
    title="Resignation of a mentor",
    data=Resignation,
    hears={
        Intent.RESIGNATION: Hears(
            "I resign as a mentor",
            "a mentor",
            Trust.CLAIMED,
            settles=(_WHOLE, "The writer is no mentor on the roster"),
        ),
        Intent.YES: Hears("yes, to our confirmation", "the mentor"),
        Intent.NO: Hears("no, I do not resign", "the mentor"),
        Intent.TAKE_BACK: Hears("please ignore my resignation", "the mentor"),
        Intent.CORRECTION: Hears("a line of our letter, corrected", "the mentor"),
    },
    steps={
        (NONE, "resignation"): announced,
        **{
            (state, name): rule
            for state in (ANNOUNCED, CONFIRMED)
            for name, rule in (
                ("resignation", told_again),
                ("yes", confirmed),
                ("no", taken_back),
                ("take_back", taken_back),
                ("correction", corrected),
                ("approved", approved),
                ("rejected", kept),
            )
        },
        (ANNOUNCED, "due:confirm_again"): confirm_again,
        (APPROVED, "resignation"): told_late,
        (APPROVED, "take_back"): taken_back,
        (APPROVED, "no"): taken_back,
        (APPROVED, "due:effective"): effective,
        **undoing.of_a_resignation((APPROVED, DONE, KEPT), (CONFIRMED, ANNOUNCED)),
    },
    states={
        ANNOUNCED: "told, not yet confirmed by the mentor",
        CONFIRMED: "confirmed by the mentor",
        APPROVED: "agreed, the last day is still to come",
        DONE: "carried out",
        TAKEN_BACK: "taken back by the mentor",
        KEPT: "not carried out by the council",
    },
)
