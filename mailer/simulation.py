"""A simulated year (B5): every letter that would go out while nobody answers; nothing is kept.

The real line runs over a copy in memory, from one deadline to the next.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine

from mailer.deliver.queue import LetterLine, as_sent
from mailer.errors import MailerError, SettingsError
from mailer.lines import line
from mailer.pipeline import Line
from mailer.record import foreseen
from mailer.record.database import reading, writing
from mailer.record.foreseen import Reason
from mailer.record.people_csv import plan
from mailer.render.subjects import Subjects
from mailer.rules.ids import derive
from mailer.rules.procedures import PROCEDURES
from mailer.rules.procedures.digest import NAME as DIGEST
from mailer.rules.roster import Roster
from mailer.rules.together import TEMPLATE
from mailer.settings import Settings

BATCH = 500
MOST_ROUNDS = 1000
"""Batches at one instant; a rule that sets its deadline into the past would never end."""
KEY = bytes(32)
"""The key of reply tokens that reach nobody."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One letter that would go out: when, to whom, what, and why.

    `why` is the rule in words, `event` what it met (a deadline as "commitment: due:ask running
    -> asked"), `case` the id of the matter, and `parties` who takes part in it, by part.
    `matters` are the templates of what a letter with several holds (R32), else its own.
    """

    at: datetime
    person: str | None
    name: str
    address: str
    template: str
    subject: str
    why: str
    event: str
    case: str | None
    parties: Mapping[str, str]
    matters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """What was foreseen from one instant up to another; `questions` are (time, kind)."""

    begins: datetime
    ends: datetime
    letters: tuple[Foreseen, ...] = ()
    questions: tuple[tuple[datetime, str], ...] = ()
    roster: Roster = field(default_factory=Roster)


Progress = Callable[[datetime, int], None]
"""Is told the instant that was reached and how many letters there are."""


def simulate(
    settings: Settings,
    programme: str,
    begins: datetime,
    ends: datetime,
    *,
    now: datetime,
    roster: str | None = None,
    digests: bool = False,
    progress: Progress = lambda _at, _letters: None,
) -> Year:
    """Return what would go out between two instants, from a roster's CSV text or the records.

    Records are played from `now` on, where that is earlier, so that what happens until `begins`
    has happened; a roster begins at `begins`. Digests are written only where they are wanted: in
    a year in which nobody answers they repeat hundreds of questions. The database is only read.
    Raises SettingsError for a faulty roster, MailerError where there are no records.
    """
    with _memory(settings, programme, roster) as engine:
        folders = [settings.templates] if settings.templates else []
        own = settings.programme[programme]
        # What a dry run withholds would go out, too.
        live = settings.model_copy(
            update={"programme": {programme: own.model_copy(update={"send": "always"})}}
        )
        words = own.policy(programme).words
        played = line(live, programme, engine, Subjects(folders, words), KEY)
        first = begins if roster is not None else min(now, begins)
        if roster is not None:
            _enrol(played, roster, programme, first)
        # The handover between terms looks each day, and its letter alone tells of the questions.
        played.overviews -= {"terms"}
        played.start(first)
        if not digests:
            _silence_digest(played, first, ends)
        found = _play(played, engine, first, ends, progress)
        shown = tuple(letter for letter in found if letter.at >= begins)
        with reading(engine) as connection:
            asked = foreseen.questions(connection, programme, begins, ends)
        return Year(begins, ends, shown, tuple(asked), played.desk.roster)


@contextmanager
def _memory(settings: Settings, programme: str, roster: str | None) -> Iterator[Engine]:
    if roster is None:
        engine = foreseen.copied(settings.database_url, programme)
    else:
        engine = foreseen.empty()
    try:
        yield engine
    finally:
        engine.dispose()


def _silence_digest(played: Line, at: datetime, ends: datetime) -> None:
    """Have no digest come; no other letter depends on it."""
    case = derive("case", DIGEST, derive("started", played.book.programme))
    with played.desk.unit(at) as unit:
        unit.postpone(case, ends)


def _enrol(played: Line, text: str, programme: str, at: datetime) -> None:
    found = plan(text, Roster(), programme, language=played.book.policy.language)
    if found.faults:
        raise SettingsError(list(found.faults))
    played.enrol(found.records, at)


def _play(
    played: Line, engine: Engine, begins: datetime, ends: datetime, progress: Progress
) -> list[Foreseen]:
    """Run the clock from deadline to deadline; return every letter in its order."""
    programme = played.book.programme
    lines = []
    now: datetime | None = begins
    while now is not None and now < ends:
        for rounds in range(MOST_ROUNDS + 1):
            if rounds == MOST_ROUNDS:
                raise MailerError(f"the deadlines of {now.isoformat()} come to no end")
            if not played.due(now, BATCH):
                break
        with writing(engine) as connection:
            lines += as_sent(connection, programme, now)
        progress(now, len(lines))
        with reading(engine) as connection:
            now = foreseen.next_due(connection, programme, now)
    with reading(engine) as connection:
        several = [letter.id for letter in lines if letter.template == TEMPLATE]
        within = foreseen.matters(connection, several)
        causes = [letter.cause for letter in lines]
        causes += [cause for found in within.values() for _, cause in found]
        why = foreseen.reasons(connection, causes)
    played.desk.look_up([], ends)
    roster = played.desk.roster
    return [
        _foreseen(letter, within.get(letter.id, [(letter.template, letter.cause)]), why, roster)
        for letter in lines
    ]


def _foreseen(
    letter: LetterLine,
    within: Sequence[tuple[str, str]],
    why: Mapping[str, Reason],
    roster: Roster,
) -> Foreseen:
    person = roster.person(letter.person)
    known = [why[cause] for _, cause in within if cause in why]
    reason = known[0] if len(within) == 1 and known else None
    return Foreseen(
        at=letter.created,
        person=letter.person,
        name=person.name if person else "",
        address=letter.address,
        template=letter.template,
        subject=letter.subject,
        why="; ".join(dict.fromkeys(_words(one) for one in known)),
        event="; ".join(dict.fromkeys(one.text for one in known)),
        case=reason.case if reason else letter.case_id,
        parties=reason.parties if reason else {},
        matters=tuple(template for template, _ in within),
    )


def _words(reason: Reason) -> str:
    """Return the rule that wrote a letter in its own words, else what its procedure is about."""
    name, _, rest = reason.text.partition(": ")
    procedure = PROCEDURES.get(name)
    if procedure is None:
        return reason.text
    words = rest.split()
    state = words[1] if len(words) > 1 else ""
    rule = procedure.step("" if state == "none" else state, reason.name)
    if rule is None:
        fits = (step for (_state, event), step in procedure.steps.items() if event == reason.name)
        rule = next(fits, None)
    told = (rule.__doc__ or "").strip().splitlines() if rule else []
    return told[0].rstrip(".") if told else procedure.title
