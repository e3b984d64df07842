"""Another mentor (S10, S11): what a mail says of it, and what letters and questions show.

The reasons of a request stand in the council's question alone (R9, R27).
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from mailer.rules import standing
from mailer.rules.effects import Send
from mailer.rules.events import Said
from mailer.rules.facts import Facts
from mailer.rules.ids import derive
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Case, Mentorship, Question
from mailer.rules.roster import Roster

NAME = "change"
MENTEE, MENTOR, SUCCESSOR = "mentee", "mentor", "successor"
REASONS, REQUESTED, ASKED, OPEN_POINT = "reasons", "requested", "asked", "unanswered"
AGREED, GRANTED, REFUSED, NOT_AGREED, TAKEN_BACK = (
    "agreed",
    "granted",
    "refused",
    "not_agreed",
    "taken_back",
)

_AGREES = re.compile(
    r"\b(?:agree\w*|consent\w*|all three|de acuerdo|acord\w+|d'accord|einig|einverstanden"
    r"|d'accordo|sepakat|setuju)\b"
)
_NO_ANSWER = re.compile(
    r"\b(?:do|does|did|has|have|is|are)(?: not|n't) (?:\w+ ){0,2}(?:answer|repl|respond|react)\w*"
    r"|\bno (?:answer|reply|response|news|sign of life)\b|\bnever (?:answer|repl|respond)\w*"
    r"|\bnot heard (?:\w+ )?from\b|\bunanswered\b|\bno (?:me )?(?:ha )?(?:respond|contest)\w+"
    r"|\bn[aã]o (?:me )?respond\w+|\bne (?:me |m')?r[eé]pond\w*|\bantwortet\b.{0,30}\bnicht\b"
    r"|\bnon (?:mi )?(?:ha )?rispo\w+"
    r"|\b(?:tidak|belum) (?:pernah )?(?:menjawab|membalas|merespon)\w*"
)
_ANOTHER = re.compile(
    r"\b(?:another|new|different|other|change|switch|otr[oa]|cambi\w+|outr[oa]|troca\w*|autre"
    r"|chang\w+|ander\w+|wechsel\w*|altr[oa]|lain|ganti)\b"
)
_REASON = re.compile(
    r"\b(?:because|since|as (?:he|she|they|our|we|my|i)|due to|reason\w*"
    r"|(?:do|does|did)(?: not|n't)"
    r"|porque|ya que|debido|pois|devido|parce|puisque|car|weil|denn|da (?:wir|ich|unsere)"
    r"|perch[eé]|siccome|karena|sebab)\b"
)


@dataclass(frozen=True, slots=True)
class Change:
    """Which relationship, who asked, why; `agreed` are those of the three who said yes."""

    pair: str = ""
    by: str = ""
    reason: str = ""
    words: str = ""
    agreed: tuple[str, ...] = ()
    source: int | None = None


ChangeCase = Case[Change]


@dataclass(frozen=True, slots=True)
class Trio:
    """The running relationship that a mail is about, and the one new mentor that it names."""

    pair: Mentorship | None = None
    successor: str | None = None


def trio(event: Said, roster: Roster, day: date) -> Trio:
    """Return whom a mail is about; what fits twice is left open, never guessed.

    The writer may be the mentee, the present mentor or the new one.
    """
    speaker = event.person
    named = _named(event, roster) - {speaker}
    pair = _pair(speaker, named, roster)
    if pair is None:
        return Trio()
    both = {pair.mentee, pair.mentor}
    if speaker not in both:
        return Trio(pair, speaker)
    mentors = [p for p in named - both if standing.serving(roster, p, day) is not None]
    return Trio(pair, mentors[0] if len(mentors) == 1 else None)


def _pair(speaker: str, named: set[str], roster: Roster) -> Mentorship | None:
    own, mine = roster.running(speaker), roster.running_of(speaker)
    accompanied = [pair for pair in mine if pair.mentee in named]
    if len(accompanied) == 1:
        return accompanied[0]
    if own is not None:
        return own
    others = [pair for person in named if (pair := roster.running(person)) is not None]
    if len(others) == 1 and roster.mentor(speaker) is not None:
        return others[0]
    return mine[0] if len(mine) == 1 and not others else None


def _named(event: Said, roster: Roster) -> set[str]:
    """Return everybody whom a mail names by a field or by the whole name."""
    fields = event.fields
    told = (*fields.mentee, *fields.recommended, fields.mentor, fields.about)
    low = event.words.lower()
    whole = (
        person.id
        for person in roster
        if re.search(rf"(?<!\w){re.escape(person.name.lower())}(?!\w)", low)
    )
    return {one.person for one in told if one and one.person} | set(whole)


def agrees(words: str) -> bool:
    """Say whether a mail tells that those whom it concerns agree (R8)."""
    return _AGREES.search(_low(words)) is not None


def no_answer(words: str) -> bool:
    """Say whether a mail tells of a silent mentor, and of no wish for another one (E15)."""
    low = _low(words)
    return _NO_ANSWER.search(low) is not None and _ANOTHER.search(low) is None


def reason_in(event: Said) -> str:
    """Return the reason that a mail gives, or "": then it has to be asked for (R9)."""
    low = _low(event.words)
    if event.fields.reason:
        return event.fields.reason
    return event.words if _REASON.search(low) or _NO_ANSWER.search(low) else ""


def _low(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def question(case: ChangeCase, facts: Facts, at: datetime) -> Question:
    """Return what the council decides; the parties themselves do not see it (R27)."""
    pair = facts.roster.mentorship(case.data.pair)
    mentee = facts.roster.name(case.parties[MENTEE])
    about = (case.parties[MENTEE], *((pair.mentor,) if pair else ()))
    return Question(
        id=derive("question", NAME, case.id),
        kind=NAME,
        title=f"Another mentor for {mentee}?",
        procedure=NAME,
        case=case.id,
        asked=at,
        about=(*about, *((case.parties[SUCCESSOR],) if SUCCESSOR in case.parties else ())),
        facts=shown(case, facts),
        evidence=case.data.words,
        rule="R9: a change at one's request needs reasons, and the council decides",
        approve=f"the relationship ends, {mentee} is put on the list of open assignments; "
        "the other party gets neutral words",
        silence="everything stays as it is",
        source=case.data.source,
    )


def shown(case: ChangeCase, facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the facts of a change as lines for the council."""
    pair = facts.roster.mentorship(case.data.pair)
    successor = case.parties.get(SUCCESSOR)
    lines = (
        ("Mentor now", facts.roster.name(pair.mentor) if pair else ""),
        ("Since", pair.since.isoformat() if pair and pair.since else ""),
        ("New mentor", facts.roster.name(successor) if successor else ""),
        ("Asked for by", facts.roster.name(case.data.by)),
        ("Reasons", case.data.reason or ("" if successor else "none given, although asked")),
    )
    return tuple((label, value) for label, value in lines if value)


def asking(case: ChangeCase, facts: Facts, *, again: bool = False) -> tuple[Send, ...]:
    """Ask those of the three who have not agreed yet; `again` makes it a reminder."""
    return tuple(
        Send(
            f"change/asked.{part}",
            to=person,
            context={**names(case, facts), "again": again},
            asks=Asks(NAME, case.id, (Intent.YES, Intent.NO)),
            reminder=again,
        )
        for part, person in case.parties.items()
        if person not in case.data.agreed
    )


def changed(case: ChangeCase, facts: Facts) -> tuple[Send, ...]:
    """Tell all three that the change by agreement is carried out."""
    told = names(case, facts)
    return tuple(
        Send(f"change/changed.{part}", to=person, context=told)
        for part, person in case.parties.items()
    )


def not_changed(case: ChangeCase, facts: Facts) -> tuple[Send, ...]:
    """Tell all whom it concerns that everything stays; why is not said."""
    context = {key: names(case, facts)[key] for key in (MENTEE, MENTOR)}
    template = "change/not_changed.party"
    return tuple(Send(template, to=person, context=context) for person in case.parties.values())


def names(case: ChangeCase, facts: Facts) -> dict[str, str]:
    """Return the names of those who take part, by their part, and of the writer."""
    found = {part: facts.roster.name(person) for part, person in case.parties.items()}
    return {**found, "writer": facts.roster.name(case.data.by)}
