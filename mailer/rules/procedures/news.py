"""One mentor's part of an announcement (S20): told, acknowledged, or reminded once."""

from dataclasses import dataclass, replace

from mailer.rules.effects import Decision, Effect, Send, Tell
from mailer.rules.events import Due, Event, Said, Told
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case

NAME = "news"
TOLD, CHASED, GOT, SILENT = "told", "chased", "got", "silent"
MENTOR = "mentor"
_SOURCE = "announcement"


@dataclass(frozen=True, slots=True)
class News:
    """Which announcement it belongs to."""

    announcement: str = ""
    subject: str = ""
    text: str = ""
    sender: str = ""


NewsCase = Case[News]


def deliver(case: NewsCase, event: Told, facts: Facts) -> Decision:
    """Write the news to a mentor, with those to whom it shall be passed on."""
    known = {each.id: each for each in facts.open_of(_SOURCE)}
    source = known.get(event.reason)
    if source is None or event.about is None:
        return Decision(outcome="no_action")
    policy = facts.policy
    data = News(source.id, source.data.subject, source.data.text, facts.roster.name(event.by))
    new = replace(
        case,
        state=TOLD,
        data=data,
        parties={MENTOR: event.about},
        due={"chase": policy.morning(policy.day(event.at + policy.announcement_chase))},
    )
    return Decision(new, (_letter("news/told.mentor", new, facts),))


def got(case: NewsCase, event: Said, _facts: Facts) -> Decision:
    """The mentor has got it; that is counted, and nobody answers a thank-you."""
    closed = replace(case, state=GOT, due={}, closed=event.at)
    return Decision(closed, (_tell("got", case, event),))


def chase(case: NewsCase, event: Due, facts: Facts) -> Decision:
    """One reminder, but not to somebody on a break."""
    policy = facts.policy
    due = {"silent": policy.morning(policy.day(event.at + policy.announcement_chase))}
    chased = replace(case, state=CHASED, due=due)
    person = facts.roster.person(case.parties[MENTOR])
    if person is None or person.away(policy.day(event.at)):
        return Decision(chased)
    letter = replace(_letter("news/chase.mentor", chased, facts), reminder=True)
    effects: tuple[Effect, ...] = (letter,)
    return Decision(chased, effects)


def silent(case: NewsCase, event: Due | Told, _facts: Facts) -> Decision:
    """No answer, or the letter came back: that is counted, too."""
    closed = replace(case, state=SILENT, due={}, closed=event.at)
    return Decision(closed, (_tell("unheard", case, event),))


def _tell(name: str, case: NewsCase, event: Event) -> Tell:
    told = Told(
        id=derive(name, event.id, case.id),
        at=event.at,
        name=name,
        procedure=_SOURCE,
        case=case.data.announcement,
        about=case.parties[MENTOR],
    )
    return Tell(told)


def _letter(template: str, case: NewsCase, facts: Facts) -> Send:
    mentor = case.parties[MENTOR]
    return Send(
        template,
        to=mentor,
        context={
            "subject": case.data.subject,
            "text": case.data.text,
            "sender": case.data.sender,
            "mentees": tuple(mentee.name for mentee in facts.roster.mentees_of(mentor)),
        },
        asks=Asks(NAME, case.id, (Intent.YES,)),
    )


PROCEDURE = Procedure(
    name=NAME,
    title="News for one mentor",
    data=News,
    hears={Intent.YES: Hears("got it", "the mentor who got the news")},
    steps={
        (NONE, "deliver"): deliver,
        (TOLD, "yes"): got,
        (CHASED, "yes"): got,
        (TOLD, "came_back"): silent,
        (CHASED, "came_back"): silent,
        (TOLD, "due:chase"): chase,
        (CHASED, "due:silent"): silent,
    },
    states={
        TOLD: "sent, not acknowledged yet",
        CHASED: "reminded once",
        GOT: "acknowledged",
        SILENT: "not acknowledged",
    },
    sees=frozenset({_SOURCE}),
    finds=lambda _event, _facts: None,
)
