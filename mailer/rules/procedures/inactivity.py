"""S12: a mentor who is reported or noticed as silent is written to kindly, then again (E9, E15).

Any word of the mentor ends it, and so does a contact that somebody logs. It ends with a question
for the council and never with a removal by itself; the council may replace the mentor whatever
the year (R7). Who reported it, and why, stands in no letter.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mailer.rules import council, standing, undoing, undoing_pairs
from mailer.rules.effects import Decision, Effect, Note, Put, Send, Tell
from mailer.rules.events import Due, Event, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.pairs import REPLACED as REPLACED_BY_COUNCIL
from mailer.rules.pairs import ended
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case, Mentorship, Question
from mailer.rules.year import back, opened

NAME = "inactivity"
NOTICED, ASKED, ASKED_AGAIN, WAITING = "noticed", "asked", "asked_again", "waiting"
ACTIVE, REPLACED, KEPT, OVER = "active", "replaced", "kept", "over"
MENTOR = "mentor"
_OPEN = (NOTICED, ASKED, ASKED_AGAIN, WAITING)


@dataclass(frozen=True, slots=True)
class Inactivity:
    """`pairs` are the relationships it is about, `reported` those whose mentee wrote of it."""

    pairs: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()


InactivityCase = Case[Inactivity]


def noticed(case: InactivityCase, event: Told, facts: Facts) -> Decision:
    """Begin, or take one more pair of the same mentor in.

    Who is left in peace gets no letter (R31): a report about them goes to the council at once.
    """
    pair = facts.roster.mentorship(event.pair)
    mentor = facts.roster.person(event.about)
    if pair is None or pair.until is not None or mentor is None or pair.mentor != mentor.id:
        return Decision(outcome="no_action")
    reported = event.name == "reported"
    known = replace(case, data=_with(case.data, pair.id, reported=reported))
    if case.state != NONE:
        return Decision(known, _updated(known, event, facts))
    new = replace(known, state=NOTICED, parties={MENTOR: mentor.id}, due={"first": event.at})
    if not standing.left_in_peace(mentor, facts.policy.day(event.at), facts.policy):
        return Decision(new)
    return _ask_council(new, event, facts) if reported else Decision(outcome="no_action")


def first(case: InactivityCase, event: Due, facts: Facts) -> Decision:
    """A friendly question to the mentor, and to the mentee of a pair that was only noticed."""
    waits = _waits(case, event, facts, "first")
    if waits is not None:
        return waits
    letters = [_to_mentor(case, facts, "friendly")]
    letters += [
        _to_mentee(pair, facts)
        for pair in _pairs(case, facts)
        if pair.id not in case.data.reported and _may_write(pair, event, facts)
    ]
    return Decision(_next(case, event, facts, ASKED, "second"), tuple(letters))


def second(case: InactivityCase, event: Due, facts: Facts) -> Decision:
    """The second letter, four weeks later; R25 calls a mentor unresponsive after it."""
    waits = _waits(case, event, facts, "second")
    if waits is not None:
        return waits
    letter = _to_mentor(case, facts, "again")
    return Decision(_next(case, event, facts, ASKED_AGAIN, "council"), (letter,))


def to_council(case: InactivityCase, event: Due, facts: Facts) -> Decision:
    """No word after two letters: the council decides, and nothing happens by itself."""
    waits = _waits(case, event, facts, "council")
    return waits if waits is not None else _ask_council(case, event, facts)


def is_here(case: InactivityCase, event: Said, facts: Facts) -> Decision:
    """The mentor says yes: the pairs that were only noticed have had a contact by that."""
    day = facts.policy.day(event.at)
    noticed_only = (p for p in _pairs(case, facts) if p.id not in case.data.reported)
    puts = tuple(Put(replace(pair, last_contact=day)) for pair in noticed_only)
    thanks = Send("inactivity/thanks.mentor", event.person, thread=event.source)
    return _active(case, event, facts, (*puts, thanks))


def cannot(case: InactivityCase, event: Said, facts: Facts) -> Decision:
    """The mentor cannot go on: that is a resignation, which is confirmed as every other."""
    resigns = replace(
        event,
        id=derive("resigns", event.id),
        procedure="resignation",
        intent=Intent.RESIGNATION,
        fields=Fields(person=event.fields.person, effective_on=event.fields.effective_on),
        case=None,
        answers=None,
    )
    return _active(case, event, facts, (Tell(resigns),), again=False)


def wrote(case: InactivityCase, event: Told, facts: Facts) -> Decision:
    """Any mail of the mentor is a sign of life; whoever reported it is told to try again."""
    return _active(case, event, facts, ())


def contact(case: InactivityCase, event: Told, facts: Facts) -> Decision:
    """Somebody logged a contact of one pair: that pair is well."""
    left = tuple(pair for pair in case.data.pairs if pair != event.pair)
    if not left:
        return _active(case, event, facts, ())
    known = replace(case, data=replace(case.data, pairs=left))
    return Decision(known, _updated(known, event, facts))


def approved(case: InactivityCase, event: Told, facts: Facts) -> Decision:
    """R7: the council replaces the mentor; the pairs end kindly, the mentees are listed."""
    effects: list[Effect] = []
    pairs, day = _pairs(case, facts), facts.policy.day(event.at)
    for pair in pairs:
        effects += ended(pair, day, REPLACED_BY_COUNCIL, event.at)
        effects.append(opened(pair, event, "the mentor was replaced"))
        context = {"other": facts.roster.name(pair.mentor)}
        effects.append(Send("inactivity/replaced.mentee", to=pair.mentee, context=context))
    if pairs:
        context_of_mentor: dict[str, Any] = {"mentees": _mentees(pairs, facts)}
        letter = Send(
            "inactivity/replaced.mentor", to=case.parties[MENTOR], context=context_of_mentor
        )
        effects.append(letter)
    return Decision(_closed(case, REPLACED, event), tuple(effects))


def kept(case: InactivityCase, event: Told, facts: Facts) -> Decision:
    """The council lets it rest."""
    return Decision(_closed(case, KEPT, event))


def _active(
    case: InactivityCase,
    event: Said | Told,
    facts: Facts,
    effects: tuple[Effect, ...],
    *,
    again: bool = True,
) -> Decision:
    """The mentor is heard of; those who reported it may try `again`."""
    name = facts.roster.name(case.parties[MENTOR])
    by = event.speaker if isinstance(event, Said) else event.about
    gone = council.withdraw(_asked(case, facts), event.at, by, "there was a sign of life")
    told = tuple(
        Send("inactivity/back.mentee", to=pair.mentee, context={"other": name})
        for pair in _pairs(case, facts)
        if again and pair.id in case.data.reported and case.state != NOTICED
    )
    note = Note(NAME, f"{name} was heard of", case.parties[MENTOR])
    return Decision(_closed(case, ACTIVE, event), (*gone, *effects, *told, note))


def _waits(case: InactivityCase, event: Due, facts: Facts, due: str) -> Decision | None:
    """Return a decision where nobody is to be written to today, None where it goes on."""
    policy = facts.policy
    pairs, day = _pairs(case, facts), policy.day(event.at)
    mentor = facts.roster.person(case.parties[MENTOR])
    if not pairs or mentor is None:
        return Decision(_closed(case, OVER, event))
    if not standing.left_in_peace(mentor, day, policy):
        return None
    again = back(pairs[0], facts.roster, day) or day + policy.quiet_again
    return Decision(replace(case, due={due: policy.morning(again)}))


def _next(
    case: InactivityCase, event: Due, facts: Facts, state: str, due: str
) -> InactivityCase:  # fmt: skip
    policy = facts.policy
    at = policy.morning(policy.day(event.at) + policy.quiet_again)
    return replace(case, state=state, due={due: at})


def _to_mentor(case: InactivityCase, facts: Facts, what: str) -> Send:
    """Write to the mentor in words that are the same whether it was reported or noticed."""
    return Send(
        f"inactivity/{what}.mentor",
        to=case.parties[MENTOR],
        context={"mentees": _mentees(_pairs(case, facts), facts)},
        asks=Asks(NAME, case.id, (Intent.YES, Intent.NO)),
        reminder=True,
    )


def _to_mentee(pair: Mentorship, facts: Facts) -> Send:
    """Ask the mentee of a quiet pair; the answer is about the pair's meetings and contacts."""
    followed = [c for c in facts.open_of("meeting") if c.data.pair == pair.id]
    answers = (Intent.MEETING_REPORT, Intent.YES, Intent.NO)
    return Send(
        "inactivity/friendly.mentee",
        to=pair.mentee,
        context={"other": facts.roster.name(pair.mentor)},
        asks=Asks("meeting", followed[0].id, answers) if followed else None,
        reminder=True,
    )


def _may_write(pair: Mentorship, event: Event, facts: Facts) -> bool:
    mentee, day = facts.roster.person(pair.mentee), facts.policy.day(event.at)
    return mentee is not None and not standing.left_in_peace(mentee, day, facts.policy)


def _ask_council(case: InactivityCase, event: Due | Told, facts: Facts) -> Decision:
    waiting = replace(case, state=WAITING, due={})
    question = _question(waiting, event, facts)
    return Decision(waiting, council.ask_or_update(_asked(case, facts), question))


def _updated(case: InactivityCase, event: Told, facts: Facts) -> tuple[Effect, ...]:
    return council.update(_asked(case, facts), _question(case, event, facts))


def _question(case: InactivityCase, event: Due | Told, facts: Facts) -> Question:
    pairs = _pairs(case, facts)
    mentor = facts.roster.person(case.parties[MENTOR])
    name = mentor.name if mentor else "somebody unknown"
    mine = (pair.mentee for pair in pairs if pair.id in case.data.reported)
    reporters = ", ".join(facts.roster.name(mentee) for mentee in mine)
    signs = [day for pair in pairs if (day := standing.last_sign(pair))]
    lines = [
        ("Mentor", name),
        ("Mentees", ", ".join(_mentees(pairs, facts))),
        ("Reported by", reporters),
        ("Last known contact", max(signs).isoformat() if signs else "none"),
        ("Left in peace", _why_in_peace(case, event, facts)),
    ]
    return Question(
        id=derive("question", NAME, case.id),
        kind=NAME,
        title=f"No word from {name}: replace as a mentor?",
        procedure=NAME,
        case=case.id,
        asked=event.at,
        about=(case.parties[MENTOR], *(pair.mentee for pair in pairs)),
        facts=tuple((label, value) for label, value in lines if value),
        rule="R7, R25: an inactive mentor may be replaced before the year ends, by the council",
        approve="the mentees are put on the list of open assignments; all get neutral letters",
        silence="everything stays as it is; any mail of the mentor takes this question back",
    )


def _why_in_peace(case: InactivityCase, event: Event, facts: Facts) -> str:
    mentor, day = facts.roster.person(case.parties[MENTOR]), facts.policy.day(event.at)
    if mentor is None or not standing.left_in_peace(mentor, day, facts.policy):
        return ""
    if mentor.away(day):
        return f"on a break{_until(mentor.away_until)}, so no letter was sent"
    return "a newcomer or no member any more, so no letter was sent"


def _until(day: date | None) -> str:
    return f" until {day.isoformat()}" if day else ""


def _with(data: Inactivity, pair: str, *, reported: bool) -> Inactivity:
    pairs = dict.fromkeys((*data.pairs, pair))
    told = dict.fromkeys((*data.reported, *((pair,) if reported else ())))
    return Inactivity(tuple(pairs), tuple(told))


def _pairs(case: InactivityCase, facts: Facts) -> tuple[Mentorship, ...]:
    """Return the relationships that still run."""
    found = (facts.roster.mentorship(pair) for pair in case.data.pairs)
    return tuple(pair for pair in found if pair and pair.until is None)


def _mentees(pairs: tuple[Mentorship, ...], facts: Facts) -> tuple[str, ...]:
    return tuple(facts.roster.name(pair.mentee) for pair in pairs)


def _asked(case: InactivityCase, facts: Facts) -> Question | None:
    return facts.question_of(case.id, NAME)


def _closed(case: InactivityCase, state: str, event: Event) -> InactivityCase:
    return replace(case, state=state, due={}, closed=event.at)


def _finds(event: Event, facts: Facts) -> InactivityCase | None:
    """Return the open case of the mentor whom an event is about."""
    mentor = event.about if isinstance(event, Told) else getattr(event, "speaker", None)
    cases = facts.open_of(NAME)
    return next((case for case in cases if case.parties.get(MENTOR) == mentor), None)


PROCEDURE = Procedure(
    name=NAME,
    title="A mentor who is not heard of",
    data=Inactivity,
    hears={
        Intent.YES: Hears("yes, I am here", "the mentor"),
        Intent.NO: Hears("no, I cannot go on", "the mentor"),
    },
    steps={
        (NONE, "noticed"): noticed,
        (NONE, "reported"): noticed,
        (NOTICED, "due:first"): first,
        (ASKED, "due:second"): second,
        (ASKED_AGAIN, "due:council"): to_council,
        (WAITING, "approved"): approved,
        (WAITING, "rejected"): kept,
        **undoing.of_what_was_noted((KEPT,), WAITING),
        **undoing_pairs.of_a_replacement(REPLACED, WAITING),
        **{
            (state, name): rule
            for state in _OPEN
            for name, rule in (
                ("noticed", noticed),
                ("reported", noticed),
                ("yes", is_here),
                ("no", cannot),
                ("wrote", wrote),
                ("contact", contact),
            )
        },
    },
    states={
        NOTICED: "reported or noticed, the first letter is still to go out",
        ASKED: "the mentor was asked in a friendly letter",
        ASKED_AGAIN: "the mentor was asked a second time",
        WAITING: "the council decides",
        ACTIVE: "there was a sign of life, everything goes on",
        REPLACED: "replaced by the council",
        KEPT: "the council let it rest",
        OVER: "the relationships have ended otherwise",
    },
    sees=frozenset({"assignment"}),
    finds=_finds,
)
