"""S20: news of the council goes to the mentors, who pass it on; who has no mentor gets it directly.

Nothing goes out before the sender has seen it, with the number of its readers (E24), and confirmed
it by answering that very letter. What the readers answer is counted by `news`.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mailer.rules import standing
from mailer.rules.effects import Decision, Note, Send, Tell
from mailer.rules.events import Due, Event, Said, Told, Trust
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.private import to_council
from mailer.rules.procedure import NONE, Hears, Procedure
from mailer.rules.records import Asks, Case
from mailer.rules.roster import Roster

NAME = "announcement"
PREVIEWED, SENT, DONE, DROPPED = "previewed", "sent", "done", "dropped"
SENDER = "sender"
_NEWS = "news"
_DAY = timedelta(days=1)
_PASSED_ON = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg|rv|tr)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Announcement:
    """The council's own words, who shall get them, and who of the mentors has answered."""

    subject: str = ""
    text: str = ""
    mentors: tuple[str, ...] = ()
    members: int = 0
    got: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()


AnnouncementCase = Case[Announcement]


def previewed(case: AnnouncementCase, event: Said, facts: Facts) -> Decision:
    """Show the sender what would go out, and to how many; nothing is sent yet."""
    day = facts.policy.day(event.at)
    sender = facts.roster.person(event.speaker)
    if sender is None or not sender.on_council(day):
        # Somebody else's news is the council's to pass on.
        return Decision(effects=(Tell(replace(event, id=derive("on", event.id), procedure="")),))
    mentors, members = readers(facts.roster, day)
    subject = _PASSED_ON.sub("", event.source.subject).strip() or f"News of {facts.policy.title}"
    data = Announcement(subject, event.fields.text or event.words, mentors, len(members))
    until = event.at + facts.policy.token_lives
    shown = replace(
        case,
        state=PREVIEWED,
        data=data,
        parties={SENDER: sender.id},
        due={"unconfirmed": until},
    )
    first = mentors[0] if mentors else ""
    letter = Send(
        "announcement/preview.council",
        to=sender.id,
        context={
            "subject": subject,
            "text": data.text,
            "mentors": len(mentors),
            "members": len(members),
            "sample": facts.roster.name(first) if first else "",
            "mentees": tuple(mentee.name for mentee in facts.roster.mentees_of(first)),
            "until": facts.policy.day(until),
        },
        asks=Asks(NAME, case.id, (Intent.YES, Intent.NO, Intent.ANNOUNCEMENT)),
        thread=event.source,
    )
    return Decision(shown, (letter,))


def sent(case: AnnouncementCase, event: Said, facts: Facts) -> Decision:
    """The sender's yes, by the token of the preview: the news goes out to who is there now."""
    day = facts.policy.day(event.at)
    sender = facts.roster.person(event.speaker)
    if sender is None or not sender.on_council(day) or not _by_preview(event, case):
        return to_council(event, "News goes out only by the answer to its preview")
    mentors, members = readers(facts.roster, day)
    chase = facts.policy.announcement_chase
    out = replace(
        case,
        state=SENT,
        data=replace(case.data, mentors=mentors, members=len(members)),
        due={"totals": facts.policy.morning(facts.policy.day(event.at + 2 * chase) + _DAY)},
    )
    context = {"subject": case.data.subject, "text": case.data.text, "sender": sender.name}
    direct = (Send("news/told.rep", to=person, context=context) for person in members)
    orders = (
        Tell(
            Told(
                id=derive("deliver", event.id, mentor),
                at=event.at,
                name="deliver",
                procedure=_NEWS,
                about=mentor,
                by=sender.id,
                reason=case.id,
            )
        )
        for mentor in mentors
    )
    told = {"subject": case.data.subject, "mentors": len(mentors), "members": len(members)}
    asks = Asks(NAME, case.id, (Intent.TAKE_BACK,))
    receipt = Send("announcement/sent.council", sender.id, None, told, asks, event.source)
    words = f"“{case.data.subject}” went to mentors ({len(mentors)}) and members ({len(members)})"
    note = Note(NAME, f"{words}, sent by {sender.name}", sender.id, news=True)
    return Decision(out, (note, receipt, *direct, *orders))


def dropped(case: AnnouncementCase, event: Said, _facts: Facts) -> Decision:
    """The sender does not want it to go out."""
    closed = replace(case, state=DROPPED, due={}, closed=event.at)
    return Decision(closed, (Send("announcement/dropped.council", to=case.parties[SENDER]),))


def too_late(case: AnnouncementCase, event: Said, _facts: Facts) -> Decision:
    """B4: what has gone out cannot be called back; the sender hears what helps instead."""
    context = {"subject": case.data.subject}
    letter = Send("announcement/too_late.council", event.person, None, context, None, event.source)
    return Decision(effects=(letter,), outcome="no_action")


def unconfirmed(case: AnnouncementCase, event: Due, _facts: Facts) -> Decision:
    """Nobody confirmed the preview in its time: it does not go out, and the sender is told."""
    closed = replace(case, state=DROPPED, due={}, closed=event.at)
    context = {"subject": case.data.subject}
    letter = Send("announcement/lapsed.council", to=case.parties[SENDER], context=context)
    return Decision(closed, (letter,))


def got(case: AnnouncementCase, event: Told, facts: Facts) -> Decision:
    """One mentor has acknowledged it."""
    if event.about is None or event.about in case.data.got:
        return Decision(outcome="no_action")
    data = replace(case.data, got=(*case.data.got, event.about))
    return _counted(replace(case, data=data), event, facts)


def unheard(case: AnnouncementCase, event: Told, facts: Facts) -> Decision:
    """One mentor has not, though reminded."""
    if event.about is None or event.about in case.data.unheard:
        return Decision(outcome="no_action")
    data = replace(case.data, unheard=(*case.data.unheard, event.about))
    return _counted(replace(case, data=data), event, facts)


def totals(case: AnnouncementCase, event: Due, facts: Facts) -> Decision:
    """The time is over: what has been counted goes to the council."""
    return _total(case, event, facts)


def readers(roster: Roster, day: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the mentors, and those whom no mentor would tell (R22), both by name."""
    people = sorted(roster, key=lambda person: (person.name, person.id))
    active = [person for person in people if standing.active(person, day)]
    mentors = tuple(p.id for p in active if standing.serving(roster, p.id, day) is not None)
    members = []
    for person in active:
        pair = roster.running(person.id)
        alone = pair is None or standing.without_mentor(roster, pair, day)
        if alone and person.id not in mentors and not person.on_council(day):
            members.append(person.id)
    return mentors, tuple(members)


def _by_preview(event: Said, case: AnnouncementCase) -> bool:
    letter = event.answers
    return (
        letter is not None
        and letter.by_token
        and not letter.expired
        and letter.person == event.speaker
        and event.trust >= Trust.AUTHENTICATED
        and event.case == case.id
    )


def _counted(case: AnnouncementCase, event: Told, facts: Facts) -> Decision:
    known = {*case.data.got, *case.data.unheard}
    return _total(case, event, facts) if known >= set(case.data.mentors) else Decision(case)


def _total(case: AnnouncementCase, event: Event, facts: Facts) -> Decision:
    data = case.data
    missing = [facts.roster.name(m) for m in data.mentors if m not in data.got]
    words = f"“{data.subject}”: acknowledged by {len(data.got)} of {len(data.mentors)} mentors"
    if missing:
        words = f"{words}; not yet: {', '.join(missing)}"
    closed = replace(case, state=DONE, due={}, closed=event.at)
    return Decision(closed, (Note(NAME, words, news=True),))


def _finds(event: Event, facts: Facts) -> AnnouncementCase | None:
    """Return the preview that a sender has not answered yet: a new mail takes its place."""
    if not isinstance(event, Said):
        return None
    for case in facts.open_of(NAME):
        if case.state == PREVIEWED and case.parties.get(SENDER) == event.speaker:
            return case
    return None


PROCEDURE = Procedure(
    name=NAME,
    title="News of the council",
    data=Announcement,
    hears={
        Intent.ANNOUNCEMENT: Hears("please tell the mentors: ...", "a council member"),
        Intent.YES: Hears("yes, to the preview", "who sent it"),
        Intent.NO: Hears("no, to the preview", "who sent it"),
        Intent.TAKE_BACK: Hears("please take it back", "who sent it"),
    },
    steps={
        (NONE, "announcement"): previewed,
        (PREVIEWED, "announcement"): previewed,
        (PREVIEWED, "yes"): sent,
        (PREVIEWED, "no"): dropped,
        (PREVIEWED, "take_back"): dropped,
        (SENT, "take_back"): too_late,
        (DONE, "take_back"): too_late,
        (PREVIEWED, "due:unconfirmed"): unconfirmed,
        (SENT, "got"): got,
        (SENT, "unheard"): unheard,
        (SENT, "due:totals"): totals,
    },
    states={
        PREVIEWED: "shown to its sender, not confirmed yet",
        SENT: "sent, answers are counted",
        DONE: "sent and counted",
        DROPPED: "not sent",
    },
    finds=_finds,
)
