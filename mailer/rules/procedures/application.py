"""From interest to acceptance: S2 interest, S3 course finished, S4 accept or decline.

Interest, completion and acceptance are three things that people mix up; one case holds them
and each has a state of its own. Nobody becomes a mentor but by an act of the council (R13).
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from mailer.rules import council, undoing
from mailer.rules.echo import Lines, correctable, echo, merged
from mailer.rules.effects import Decision, Effect, Note, Put, Send, Tell
from mailer.rules.events import Due, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Mentor, MentorState, Person, Question
from mailer.rules.standing import membership

NAME = "application"
INTERESTED, COMPLETED, INVITED = "interested", "completed", "invited"
APPROVED, DECLINED, WITHDRAWN, CLOSED = "approved", "declined", "withdrawn", "closed"

_KEYS = (
    "portal_username",
    "course",
    "completed_on",
    "certificate",
    "skills",
    "languages",
    "country",
)


@dataclass(frozen=True, slots=True)
class Application:
    """What a candidate told; `unproven` says that a sender of it was only claimed."""

    applied_on: date | None = None
    unproven: bool = False
    recommended_by: str | None = None
    words: str = ""
    fields: Fields = field(default_factory=Fields)
    source: int | None = None


ApplicationCase = Case[Application]


def interested(case: ApplicationCase, event: Said, facts: Facts) -> Decision:
    """S2: note the interest and say what happens next; the course comes before acceptance."""
    if _is_mentor(event.speaker, facts):
        return _already_mentor(event)
    data = _heard(case.data, event, facts, applies=True)
    opened = replace(
        case,
        state=INTERESTED,
        data=data,
        parties={"candidate": event.person},
        due={"contact_again": event.at + facts.policy.interest_again},
    )
    person = _person(opened, facts)
    letter = Send(
        "application/interest.candidate",
        to=person.id,
        context={"lines": _lines(data), "again": case.state == INTERESTED},
        asks=_asks(opened, Intent.TAKE_BACK),
        thread=event.source,
    )
    note = Note("interest", f"{person.name} would like to become a mentor", person.id, news=True)
    if not facts.policy.course:  # Nothing stands between the wish and the council.
        asked = replace(opened, state=COMPLETED, due={})
        question = _question(asked, facts, event.at)
        known = facts.question_of(case.id, NAME)
        return Decision(asked, (letter, *council.ask_or_update(known, question)))
    # The letter about the finished course, told in the same mail, says all that this one would.
    told_more = Intent.COURSE_COMPLETION in event.others
    return Decision(opened, (note,) if told_more else (note, letter))


def completed(case: ApplicationCase, event: Said, facts: Facts) -> Decision:
    """S3: note the completion and ask the council whether to accept the candidate."""
    if _is_mentor(event.speaker, facts):
        return _already_mentor(event)
    data = _heard(case.data, event, facts, applies=Intent.MENTOR_APPLICATION in event.others)
    done = replace(case, state=COMPLETED, data=data, parties={"candidate": event.person}, due={})
    question = _question(done, facts, event.at)
    asked = council.ask_or_update(facts.question_of(case.id, NAME), question)
    return Decision(done, (*asked, _completed_letter(done, event)))


def also_applies(case: ApplicationCase, event: Said, facts: Facts) -> Decision:
    """Interest after, or in the same mail as, the completion: note it where it is missing."""
    if case.data.source == event.source.inbox:
        return Decision(case)
    data = _heard(case.data, event, facts, applies=True)
    noted = replace(case, data=data)
    return Decision(noted, (*_updated(noted, event, facts), _completed_letter(noted, event)))


def corrected(case: ApplicationCase, event: Said, facts: Facts) -> Decision:
    """A changed `Field: value` line, or words, correct the record; the new reading is echoed."""
    data = replace(case.data, fields=merged(case.data.fields, event.fields, _KEYS))
    noted = replace(case, data=data)
    letter = Send(
        "application/corrected.candidate",
        to=_person(case, facts).id,
        context={"lines": _lines(data)},
        asks=_asks(noted, Intent.TAKE_BACK),
        thread=event.source,
    )
    return Decision(noted, (*_updated(noted, event, facts), letter))


def withdrawn(case: ApplicationCase, event: Said, facts: Facts) -> Decision:
    """The candidate takes the application back; the question leaves the queue."""
    closed = replace(case, state=WITHDRAWN, due={}, closed=event.at)
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.speaker, "taken back by the candidate")
    letter = Send(
        "application/withdrawn.candidate", to=_person(case, facts).id, thread=event.source
    )
    return Decision(closed, (*gone, letter))


def invited(case: ApplicationCase, event: Told, facts: Facts) -> Decision:
    """S14: somebody was recommended as a successor; ask, never appoint (R2)."""
    if event.about is None or _is_mentor(event.about, facts):
        return Decision(outcome="no_action")
    if case.state != NONE:
        data = replace(case.data, recommended_by=case.data.recommended_by or event.by)
        return Decision(replace(case, data=data))
    opened = replace(
        case,
        state=INVITED,
        data=Application(recommended_by=event.by),
        parties={"candidate": event.about},
        due={"silent": event.at + facts.policy.invitation_open},
    )
    letter = Send(
        "application/invited.candidate",
        to=event.about,
        context={"recommended_by": facts.roster.name(event.by)},
        asks=_asks(opened, Intent.YES, Intent.NO),
    )
    return Decision(opened, (letter,))


def invitation_declined(case: ApplicationCase, event: Said, facts: Facts) -> Decision:
    person = _person(case, facts)
    closed = replace(case, state=CLOSED, due={}, closed=event.at)
    note = Note("invitation", f"{person.name} declined to become a mentor", person.id, news=True)
    letter = Send("application/withdrawn.candidate", to=person.id, thread=event.source)
    return Decision(closed, (note, letter))


def accepted(case: ApplicationCase, event: Told, facts: Facts) -> Decision:
    """S4: the council accepts; the onboarding opens, and with it the way into the role."""
    person = _person(case, facts)
    closed = replace(case, state=APPROVED, due={}, closed=event.at)
    fields = case.data.fields
    mentor = Mentor(
        person=person.id,
        state=MentorState.ONBOARDING,
        skills=fields.skills,
        languages=fields.languages,
    )
    opening = Told(
        id=derive("told", event.id, "onboarding"),
        at=event.at,
        name="opened",
        procedure="onboarding",
        about=person.id,
        by=event.by,
    )
    letter = Send("application/approved.candidate", to=person.id)
    return Decision(closed, (Put(mentor), letter, Tell(opening)))


def declined(case: ApplicationCase, event: Told, facts: Facts) -> Decision:
    """S4: the council declines; the reason is kept with the question, the letter is kind."""
    closed = replace(case, state=DECLINED, due={}, closed=event.at)
    letter = Send("application/declined.candidate", to=_person(case, facts).id)
    return Decision(closed, (letter,))


def contact_again(case: ApplicationCase, event: Due, facts: Facts) -> Decision:
    """Interest without a course: ask again after 90 days, then wait three weeks (R21)."""
    waiting = replace(case, due={"silent": event.at + facts.policy.applicant_silent})
    letter = Send(
        "application/contact_again.candidate",
        to=_person(case, facts).id,
        context={"since": case.data.applied_on},
        asks=_asks(case, Intent.YES, Intent.TAKE_BACK),
        reminder=True,
    )
    return Decision(waiting, (letter,))


def still_interested(case: ApplicationCase, event: Said, facts: Facts) -> Decision:
    again = replace(case, due={"contact_again": event.at + facts.policy.interest_again})
    return Decision(again, (Note("interest", f"{_person(case, facts).name} is still interested"),))


def silent(case: ApplicationCase, event: Due, facts: Facts) -> Decision:
    """R21: silence of three weeks closes; any later word opens a new case."""
    closed = replace(case, state=CLOSED, due={}, closed=event.at)
    return Decision(closed, (Send("application/closed.candidate", to=_person(case, facts).id),))


def _heard(data: Application, event: Said, facts: Facts, *, applies: bool) -> Application:
    return replace(
        data,
        applied_on=data.applied_on or (facts.policy.day(event.at) if applies else None),
        unproven=data.unproven or event.trust < Trust.AUTHENTICATED,
        words=event.words or data.words,
        fields=merged(data.fields, event.fields, _KEYS),
        source=event.source.inbox,
    )


def _lines(data: Application) -> Lines:
    missing = ("completed_on", "certificate") if data.fields.course else ()
    return echo(data.fields, _KEYS, missing)


def _completed_letter(case: ApplicationCase, event: Said) -> Send:
    return Send(
        "application/completed.candidate",
        to=case.parties["candidate"],
        context={
            "lines": echo(case.data.fields, _KEYS, ("completed_on", "certificate")),
            "applied": case.data.applied_on is not None,
        },
        asks=_asks(case, Intent.TAKE_BACK, Intent.MENTOR_APPLICATION),
        thread=event.source,
    )


def _question(case: ApplicationCase, facts: Facts, at: datetime) -> Question:
    person, data, policy = _person(case, facts), case.data, facts.policy
    mentor = facts.roster.mentor_of(person.id)
    finished = f"a finished {policy.course} and " if policy.course else ""
    recommended = facts.roster.name(data.recommended_by) if data.recommended_by else ""
    lines = [
        ("Country", data.fields.country or person.country or ""),
        ("Member since", membership(person, policy.day(case.opened), policy)),
        ("Applied", data.applied_on.isoformat() if data.applied_on else "has not asked for it yet"),
        *(line for line in echo(data.fields, _KEYS) if line[0] != "Country"),
        ("Recommended by", recommended),
        ("Own mentor", mentor.name if mentor else ""),
        ("Sender", f"not proven, please ask {person.name}" if data.unproven else ""),
    ]
    return Question(
        id=derive("question", NAME, case.id),
        kind=NAME,
        title=f"Accept {person.name} as a mentor?",
        procedure=NAME,
        case=case.id,
        asked=at,
        about=(person.id,),
        facts=tuple((label, value) for label, value in lines if value),
        evidence=data.words,
        rule=f"R13: {finished}an act of the council make{'' if finished else 's'} a mentor",
        approve=f"{person.name} becomes a mentor, gets the approval and the onboarding steps",
        silence="the application stays here; nothing happens by itself",
        undo=f"it waits for a decision again, {person.name} is told and is no mentor meanwhile",
        source=data.source,
    )


def _updated(case: ApplicationCase, event: Said, facts: Facts) -> tuple[Effect, ...]:
    return council.update(facts.question_of(case.id, NAME), _question(case, facts, event.at))


def _already_mentor(event: Said) -> Decision:
    letter = Send("application/already.mentor", to=event.speaker, thread=event.source)
    return Decision(effects=(letter,), outcome="no_action")


def _is_mentor(person: str | None, facts: Facts) -> bool:
    mentor = facts.roster.mentor(person)
    return mentor is not None and mentor.current


def _asks(case: ApplicationCase, *intents: Intent) -> Asks:
    return correctable(NAME, case.id, intents, case.data.fields, _KEYS)


def _person(case: ApplicationCase, facts: Facts) -> Person:
    person = facts.roster.person(case.parties.get("candidate"))
    if person is None:
        raise ValueError(f"case {case.id} names a candidate who is not on the roster")
    return person


PROCEDURE = Procedure(
    name=NAME,
    title="Becoming a mentor",
    data=Application,
    hears={
        Intent.MENTOR_APPLICATION: Hears(
            "I would like to become a mentor", "any member", Trust.CLAIMED
        ),
        Intent.COURSE_COMPLETION: Hears("I finished the course", "any member", Trust.CLAIMED),
        Intent.CORRECTION: Hears("a line of our letter, corrected", "the candidate"),
        Intent.TAKE_BACK: Hears("please withdraw my application", "the candidate"),
        Intent.YES: Hears("yes, to our question", "the candidate"),
        Intent.NO: Hears("no, to our question", "the candidate"),
    },
    steps={
        (NONE, "mentor_application"): interested,
        (NONE, "course_completion"): completed,
        (NONE, "invited"): invited,
        (INTERESTED, "mentor_application"): interested,
        (INTERESTED, "course_completion"): completed,
        (INTERESTED, "correction"): corrected,
        (INTERESTED, "take_back"): withdrawn,
        (INTERESTED, "yes"): still_interested,
        (INTERESTED, "invited"): invited,
        (INTERESTED, "due:contact_again"): contact_again,
        (INTERESTED, "due:silent"): silent,
        (COMPLETED, "mentor_application"): also_applies,
        (COMPLETED, "course_completion"): completed,
        (COMPLETED, "correction"): corrected,
        (COMPLETED, "take_back"): withdrawn,
        (COMPLETED, "invited"): invited,
        (COMPLETED, "approved"): accepted,
        (COMPLETED, "rejected"): declined,
        **undoing.of_an_acceptance((APPROVED, DECLINED), back_to=COMPLETED),
        (INVITED, "yes"): interested,
        (INVITED, "no"): invitation_declined,
        (INVITED, "take_back"): invitation_declined,
        (INVITED, "mentor_application"): interested,
        (INVITED, "course_completion"): completed,
        (INVITED, "due:silent"): silent,
        (INVITED, "uninvited"): undoing.of_an_invitation(CLOSED),
    },
    states={
        INTERESTED: "interest is noted, the course is still to be done",
        COMPLETED: "the course, where there is one, is finished; the council is asked",
        INVITED: "recommended by a leaving mentor and asked",
        APPROVED: "accepted as a mentor",
        DECLINED: "declined by the council",
        WITHDRAWN: "taken back by the candidate",
        CLOSED: "closed without an answer",
    },
)
