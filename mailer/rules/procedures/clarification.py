"""A mail that can be read in two ways: its writer is asked once which one was meant.

One letter with numbered readings goes to the address on file. Its answer lets the matter go on as
if the mail had said so. Silence, a second unclear word and a letter that comes back lead to the
council, with everything that was written. Nothing is acted upon before the writer has chosen.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime

from mailer.rules import council, undoing
from mailer.rules.echo import merged
from mailer.rules.effects import Decision, Note, Send, Tell
from mailer.rules.events import Candidate, Due, Said, Source, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.fields import Fields
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.private import OF_OTHERS, concerned_by
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.readings import reading_lines, shortened
from mailer.rules.records import Asks, Case, Question
from mailer.rules.sayings import saying

NAME = "clarification"
ASKED, LEFT = "asked", "left"
ANSWERED, DROPPED, DECIDED = "answered", "dropped", "decided"
WRITER = "writer"
LETTER = "clarification/which.sender"
_ANGRY = "The writer is angry or threatens"
"""Who is angry hears from a person, and gets no letter of ours."""
_CONTRARY = (
    {Intent.RESIGNATION, Intent.LEAVE_OF_ABSENCE},
    {Intent.RESIGNATION, Intent.MENTOR_APPLICATION},
    {Intent.RESIGNATION, Intent.MENTEE_ACCEPTANCE},
    {Intent.MENTOR_REQUEST, Intent.MENTOR_CHANGE},
)
"""Readings that cannot both be meant, whatever the answer says."""


@dataclass(frozen=True, slots=True)
class Clarification:
    """The readings that were offered, of which mail, and what was answered.

    `chosen` are the intents that the writer meant.
    """

    readings: tuple[Candidate, ...] = ()
    source: Source = field(default_factory=lambda: Source(0, ""))
    words: str = ""
    answers: tuple[str, ...] = ()
    chosen: tuple[Intent, ...] = ()


ClarificationCase = Case[Clarification]


def asked(case: ClarificationCase, event: Said, facts: Facts) -> Decision:
    """Ask the writer which reading was meant; whom we asked often enough, the council reads."""
    if not event.readings or facts.asked >= facts.policy.questions_per_month:
        return _to_council(event)
    until = event.at + facts.policy.writer_answers
    opened = replace(
        case,
        state=ASKED,
        data=Clarification(event.readings, event.source, event.words),
        parties={WRITER: event.person},
        due={"answer": until},
    )
    intents = tuple(reading.intent for reading in event.readings)
    language = event.source.language
    sayings = (*(saying(intent, language) for intent in intents), saying(None, language))
    letter = Send(
        LETTER,
        to=event.person,
        context={
            "subject": event.source.subject,
            "words": shortened(event.words),
            "options": tuple(enumerate(sayings, start=1)),
            "until": facts.policy.day(until),
        },
        asks=Asks(NAME, opened.id, (*intents, Intent.OTHER), choice=True),
        thread=event.source,
    )
    return Decision(opened, (letter,), outcome="needs_review")


def chosen(case: ClarificationCase, event: Said, facts: Facts) -> Decision:
    """Let the matter go on as if the first mail had said what the writer chose."""
    meant = _meant(case.data, event)
    if not meant:
        return unclear_again(case, event, facts)
    data = _with_answer(case.data, event)
    closed = replace(
        case,
        state=ANSWERED,
        data=replace(data, chosen=tuple(reading.intent for reading in meant)),
        due={},
        closed=event.at,
    )
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.speaker, "the writer said what was meant")
    said = tuple(_said(reading, place, meant, case, event) for place, reading in enumerate(meant))
    return Decision(closed, (*gone, *said))


def unclear_again(case: ClarificationCase, event: Said, facts: Facts) -> Decision:
    """Never ask twice: the council gets both mails. Another mail meanwhile goes there by itself."""
    if event.case != case.id:
        return _to_council(event)
    left = _left(case, _with_answer(case.data, event), facts, event.at, "answered unclearly")
    if case.state == LEFT or _ANGRY in event.doubts:
        return left
    letter = Send("clarification/left.sender", to=event.person, thread=event.source)
    return replace(left, effects=(*left.effects, letter))


def silent(case: ClarificationCase, event: Due, facts: Facts) -> Decision:
    """No answer in time: the council reads the mail, and an answer still counts until it did."""
    return _left(case, case.data, facts, event.at, "no answer")


def came_back(case: ClarificationCase, event: Told, facts: Facts) -> Decision:
    """Our question did not arrive."""
    return _left(case, case.data, facts, event.at, "our question came back")


def dropped(case: ClarificationCase, event: Said, facts: Facts) -> Decision:
    """The writer says that the mail may be forgotten."""
    closed = replace(
        case, state=DROPPED, data=_with_answer(case.data, event), due={}, closed=event.at
    )
    known = facts.question_of(case.id, NAME)
    gone = council.withdraw(known, event.at, event.speaker, "taken back by the writer")
    letter = Send("clarification/dropped.sender", to=event.person, thread=event.source)
    return Decision(closed, (*gone, letter))


def decided(case: ClarificationCase, event: Told, facts: Facts) -> Decision:
    """The council has dealt with the mail."""
    return Decision(replace(case, state=DECIDED, due={}, closed=event.at))


def chosen_again(case: ClarificationCase, event: Said, facts: Facts) -> Decision:
    """The same answer twice does nothing; another one than before is for the council."""
    meant = tuple(reading.intent for reading in _meant(case.data, event))
    if meant == case.data.chosen:
        same = Note(NAME, "the same answer again", event.speaker)
        return Decision(effects=(same,), outcome="no_action")
    return _to_council(event, "The writer answered before, and said something else")


def taken_back(case: ClarificationCase, event: Said, facts: Facts) -> Decision:
    """Taken back after it was understood: that is said to the procedure that goes on with it."""
    procedures = {reading.intent: reading.procedure for reading in case.data.readings}
    procedure = next((procedures.get(intent, "") for intent in case.data.chosen), "")
    on = replace(event, id=derive("chosen", event.id), procedure=procedure, case=None)
    return Decision(effects=(Tell(on),))


def too_late(case: ClarificationCase, event: Said, facts: Facts) -> Decision:
    """The council was first: its decision stands, the writer is told, the council sees it all."""
    read = (one.intent for one in case.data.readings)
    if concerned_by(event.speaker, read, event.doubts, facts, f"{case.data.words}\n{event.words}"):
        return _to_council(event, "The council had decided on it already")
    name = facts.roster.name(event.speaker)
    words = f"{name} answered after the council had decided: {shortened(event.words, 200)}"
    letter = Send("clarification/late.sender", to=event.person, thread=event.source)
    return Decision(effects=(Note(NAME, words, event.speaker, news=True), letter))


def handed_on(case: ClarificationCase, event: Said, facts: Facts) -> Decision:
    """Whatever else is written in answer to a question that is closed goes to the council."""
    return _to_council(event)


def _meant(data: Clarification, event: Said) -> tuple[Candidate, ...]:
    """Return the readings that an answer means, with the facts of both mails; () if it is unclear.

    An answer in a fresh sentence brings its own reading. "Something else" alone says nothing.
    """
    found = event.readings
    if not found:
        numbers = event.fields.choice
        if not all(0 < number <= len(data.readings) for number in numbers):
            return ()
        found = tuple(data.readings[number - 1] for number in dict.fromkeys(numbers))
    intents = {reading.intent for reading in found}
    if any(pair <= intents for pair in _CONTRARY):
        return ()
    told = {reading.intent: reading.fields for reading in data.readings}
    return tuple(
        replace(one, fields=_together(told.get(one.intent), one.fields, event.fields))
        for one in found
    )


def _together(first: Fields | None, *later: Fields) -> Fields:
    """Return the facts of several mails; what a later one states takes the place of the same."""
    whole = first or later[0]
    for fields in later:
        whole = merged(whole, fields)
    return whole


def _said(
    reading: Candidate,
    place: int,
    all_meant: tuple[Candidate, ...],
    case: ClarificationCase,
    event: Said,
) -> Tell:
    acknowledged = any(other.procedure for other in all_meant)
    said = replace(
        event,
        id=derive("chosen", event.id, place),
        procedure=reading.procedure,
        intent=reading.intent,
        fields=reading.fields,
        words=_words(reading, all_meant, case.data, event),
        case=None,
        others=tuple(other.intent for other in all_meant if other is not reading),
        answered=not reading.procedure and (place > 0 or acknowledged),
        readings=(),
    )
    return Tell(said)


def _words(
    reading: Candidate, all_meant: tuple[Candidate, ...], data: Clarification, event: Said
) -> str:
    """Return the words that a matter was read from.

    Beside what is said in confidence, another matter of the same mail shows its own sentence alone:
    whoever decides on that one may be whom the other one concerns (R27).
    """
    private = any(other.intent in OF_OTHERS for other in all_meant if other is not reading)
    if private and reading.intent not in OF_OTHERS:
        return reading.words
    return f"{data.words}\nAsked what was meant, the writer answered: {event.words}"


def _left(
    case: ClarificationCase, data: Clarification, facts: Facts, at: datetime, why: str
) -> Decision:
    left = replace(case, state=LEFT, data=data, due={})
    question = _question(left, facts, at, why)
    asked_for = council.ask_or_update(facts.question_of(case.id, NAME), question)
    return Decision(left, asked_for, outcome="needs_review")


def _question(case: ClarificationCase, facts: Facts, at: datetime, why: str) -> Question:
    data, source = case.data, case.data.source
    name = facts.roster.name(case.parties.get(WRITER))
    best = data.readings[0].intent if data.readings else Intent.OTHER
    asked_on = facts.policy.day(case.opened).isoformat()
    lines = (
        ("From", source.address),
        *reading_lines(data.readings, best),
        ("The writer was asked", f"on {asked_on}: {why}"),
        *(("Answer", shortened(" ".join(answer.split()))) for answer in data.answers),
    )
    return Question(
        id=derive("question", NAME, case.id),
        kind=NAME,
        title=f"{name} writes: {source.subject or '(no subject)'}",
        procedure=NAME,
        case=case.id,
        asked=at,
        about=concerned_by(
            case.parties.get(WRITER),
            (one.intent for one in data.readings),
            (),
            facts,
            "\n".join((data.words, source.subject, *data.answers)),
        ),
        facts=tuple((label, value) for label, value in lines if value),
        evidence=shortened(data.words),
        rule="E3: what is not sure is read by a person",
        approve="marks it as answered; nothing is sent",
        silence="it stays here; if the writer answers after all, that counts",
        source=source.inbox or None,
    )


def _to_council(event: Said, why: str = "") -> Decision:
    """Hand a mail on as if it had never been asked about."""
    best = event.readings[0].intent if event.readings else Intent.OTHER
    on = replace(
        event,
        id=derive("left", event.id),
        procedure="",
        intent=best,
        case=None,
        doubts=(*event.doubts, *((why,) if why else ())),
    )
    return Decision(effects=(Tell(on),), outcome="needs_review")


def _with_answer(data: Clarification, event: Said) -> Clarification:
    return replace(data, answers=(*data.answers, event.words))


PROCEDURE = Procedure(
    name=NAME,
    title="Asking a writer what was meant",
    data=Clarification,
    hears={
        Intent.UNCLEAR: Hears(
            "a mail that can be read in two ways", "any member", Trust.CLAIMED, doubtful=True
        ),
        Intent.CHOICE: Hears("2, to our question which was meant", "who was asked"),
        Intent.TAKE_BACK: Hears("please forget that mail", "who was asked"),
    },
    steps={
        (NONE, "unclear"): asked,
        **{
            (state, name): rule
            for state in (ASKED, LEFT)
            for name, rule in (
                ("choice", chosen),
                ("unclear", unclear_again),
                ("take_back", dropped),
            )
        },
        (ASKED, "due:answer"): silent,
        (ASKED, "came_back"): came_back,
        (LEFT, "approved"): decided,
        (LEFT, "rejected"): decided,
        (ANSWERED, "choice"): chosen_again,
        (ANSWERED, "take_back"): taken_back,
        (ANSWERED, "unclear"): handed_on,
        **undoing.of_what_was_noted((DECIDED,), LEFT),
        (DECIDED, "choice"): too_late,
        (DECIDED, "unclear"): handed_on,
        (DROPPED, "choice"): handed_on,
        (DROPPED, "unclear"): handed_on,
    },
    states={
        ASKED: "the writer was asked what was meant",
        LEFT: "left to the council",
        ANSWERED: "the writer said what was meant",
        DROPPED: "taken back by the writer",
        DECIDED: "dealt with by the council",
    },
)
