"""What no other procedure may act on goes to the council as a question, never into silence.

Strangers and doubtful senders change nothing (E2); what is not clear is shown with its
readings (E3); what is understood but has no procedure yet is handed on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mailer.rules.echo import echo
from mailer.rules.effects import Ask, Decision, Effect, Send
from mailer.rules.events import Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.lookalike import Alike, lookalike
from mailer.rules.private import concerned_by, told_so
from mailer.rules.procedure import NONE, Procedure
from mailer.rules.readings import SHOWN, plain, reading_lines
from mailer.rules.records import Case, Question
from mailer.rules.together import UNPLACED

NAME = "contact"
_BY_NUMBER = "contact/by_number.sender"


@dataclass(frozen=True, slots=True)
class Contact:
    """Contact keeps no record of its own; the question is the record."""


def said(case: Case[Contact], event: Said, facts: Facts) -> Decision:
    """Ask the council to read a mail, and say so to a writer whom that cannot hurt.

    A stranger is told how to be recognised. Where there are doubts no letter goes out at all:
    a standard reply to an angry, ill or harassed person makes things worse, and one to a forged
    sender reaches the wrong person.
    """
    if by_number := _asked_for_number(event):
        return Decision(effects=(by_number,), outcome="needs_review")
    question = _question(event, facts)
    letters = told_so(event, question.about, facts) or _letter(event)
    return Decision(effects=(Ask(question), *letters), outcome="needs_review")


def too_large(case: Case[Contact], event: Told, facts: Facts) -> Decision:
    """Say politely that a mail was not read because of its size; only its header was looked at."""
    if event.source is None:
        return Decision(outcome="no_action")
    context = {"subject": event.source.subject, "megabytes": event.reason}
    address = event.source.address
    letter = Send("contact/too_large.sender", address=address, context=context, thread=event.source)
    return Decision(effects=(letter,), outcome="too_large")


def parked(case: Case[Contact], event: Told, facts: Facts) -> Decision:
    """Tell the council of a mail that failed three times; the operator can run it again."""
    question = Question(
        id=derive("question", "parked", event.id),
        kind="parked",
        title="A mail could not be handled",
        procedure=NAME,
        case=None,
        asked=event.at,
        facts=(("What failed", event.reason),),
        rule="a mail that fails three times is set aside and shown",
        approve="marks it as seen; the operator can run it again",
        silence="it stays here",
        source=event.source.inbox if event.source else None,
    )
    return Decision(effects=(Ask(question),), outcome="quarantined")


def unproven(case: Case[Contact], event: Told, facts: Facts) -> Decision:
    """Tell the council that no sender can be proven: nobody can decide until that is mended."""
    return _alarm(
        event,
        "No sender can be proven: nobody can decide by mail now",
        rule="mail.md 3.3, 18: it fails closed, and says so",
        silence="it stays here; mails are received, and what they ask for counts as a claim",
    )


def deadly(case: Case[Contact], event: Told, facts: Facts) -> Decision:
    """Tell the council of a deadline that cannot be met: the service dies whenever it tries."""
    return _alarm(
        event,
        "A deadline could not be met",
        rule="what ends the service six times is set aside for a day, so that all else goes on",
        silence="it is tried again each day",
    )


def looping(case: Case[Contact], event: Told, facts: Facts) -> Decision:
    """Tell the council that the service writes to itself: a forward or an address is wrong."""
    return _alarm(
        event,
        "The service's own letters come back to it",
        rule="mail.md 2.2, row 7: more than three such mails within an hour are a loop",
        silence="it stays here; none of these mails is answered",
    )


def _alarm(event: Told, title: str, *, rule: str, silence: str) -> Decision:
    question = Question(
        id=derive("question", event.name, event.id),
        kind="parked",
        title=title,
        procedure=NAME,
        case=None,
        asked=event.at,
        facts=(("What is seen", event.reason),),
        rule=rule,
        approve="marks it as seen; the operator runs `mailer check`",
        silence=silence,
    )
    return Decision(effects=(Ask(question),), outcome="needs_review")


def _question(event: Said, facts: Facts) -> Question:
    person = facts.roster.person(event.speaker)
    source = event.source
    who = person.name if person else _stranger(event, facts)
    intents = (event.intent, *(reading.intent for reading in event.readings))
    return Question(
        id=derive("question", NAME, event.id),
        kind=NAME,
        title=f"{who} writes: {source.subject or '(no subject)'}",
        procedure=NAME,
        case=None,
        asked=event.at,
        about=_concerned(event, intents, facts),
        facts=_facts(event, facts),
        evidence=event.words[:SHOWN],
        rule=_rule(event),
        approve="marks it as answered; nothing is sent",
        silence="it stays here",
        source=source.inbox,
    )


def _concerned(event: Said, intents: tuple[Intent, ...], facts: Facts) -> tuple[str, ...]:
    fields = event.fields
    called = (fields.about, fields.mentor, *fields.mentee)
    named = tuple(one.person for one in called if one and one.person)
    words = f"{event.words}\n{event.source.subject}"
    return concerned_by(event.speaker, intents, event.doubts, facts, words, named)


def _stranger(event: Said, facts: Facts) -> str:
    """Return how an unknown sender is named: never as somebody whom the council knows."""
    source, alike = event.source, _alike(event, facts)
    if alike is not None and alike.person is not None:
        return f"{source.address}, not {alike.person.name},"
    return source.name or source.address


def _alike(event: Said, facts: Facts) -> Alike | None:
    """Return whom a stranger looks like; in a forward the stranger is not the sender."""
    if event.speaker is not None or event.witness is not None:
        return None
    return lookalike(event.source.address, event.source.name, facts.roster)


def _warnings(event: Said, facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield what a reader should know of a sender who may not be who they seem."""
    alike, answered = _alike(event, facts), event.answers
    if alike is not None:
        yield "Beware", f"this address is not on file; it only looks like {alike.words}"
    if answered and answered.by_token and answered.person and answered.person != event.speaker:
        owner = facts.roster.name(answered.person)
        yield "Beware", f"it came to the reply address of a letter to {owner}, by somebody else"


def _facts(event: Said, facts: Facts) -> tuple[tuple[str, str], ...]:
    answered = event.answers
    witness = facts.roster.name(event.witness) if event.witness else ""
    lines = [
        ("From", str(event.source.address)),
        *_warnings(event, facts),
        ("In answer to", answered.subject if answered else ""),
        *reading_lines(event.readings, event.intent, together=bool(event.others)),
        ("Why you are asked", "; ".join(event.doubts)),
        ("Forwarded by", witness),
        *echo(event.fields),
    ]
    return tuple((label, value) for label, value in lines if value)


def _rule(event: Said) -> str:
    if event.speaker is None:
        return "E2: a sender who is not known changes nothing"
    if event.doubts:
        return "E3: what is not sure is read by a person"
    return "there is no procedure for this yet; the council answers itself"


def _asked_for_number(event: Said) -> Send | None:
    """Return the letter that asks, once, which of several matters of ours an answer is about."""
    letter = event.answers
    if letter is None or letter.asks is None or letter.template == _BY_NUMBER:
        return None
    own = letter.by_token and letter.person == event.speaker and event.witness is None
    if not own or event.trust < Trust.AUTHENTICATED or event.doubts != (UNPLACED,):
        return None
    titles = tuple(part.title for part in letter.asks.parts)
    return Send(_BY_NUMBER, event.speaker, None, {"titles": titles}, letter.asks, event.source)


def _letter(event: Said) -> tuple[Effect, ...]:
    """Answer only where it is safe: to a stranger, only a clear request from a proven address."""
    if event.doubts or event.answered:
        return ()
    if event.speaker is None:
        clear = bool(event.procedure) and not event.readings
        if not clear or event.trust < Trust.AUTHENTICATED:
            return ()
        address = event.source.address
        return (Send("contact/unknown.stranger", address=address, thread=event.source),)
    context = {"matter": plain(event.intent)}
    # Who forwarded it wrote to us; the one whose words they are did not.
    to = event.witness or event.speaker
    letter = Send("contact/passed_on.sender", to=to, context=context, thread=event.source)
    return (letter,)


PROCEDURE = Procedure(
    name=NAME,
    title="Everything else, shown to the council",
    data=Contact,
    hears={},
    steps={
        (NONE, "said"): said,
        (NONE, "too_large"): too_large,
        (NONE, "parked"): parked,
        (NONE, "unproven"): unproven,
        (NONE, "looping"): looping,
        (NONE, "deadly"): deadly,
    },
    states={},
)
