"""One transaction over one programme: facts out, effects in, all or nothing.

What a mail changes is staged in memory and kept or dropped as a whole, like a savepoint; the
batch is written at its end with one statement for each table.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, update

from mailer.record import (
    activity,
    convert,
    deadlines,
    ledger,
    letters,
    load,
    origins,
    people,
    privacy,
)
from mailer.record.book import Book
from mailer.record.known import Known
from mailer.record.together import Reminders
from mailer.rules.effects import Ask, Effect, Erase, Export, Forget, Halt, Note, Put, Send, Tell
from mailer.rules.engine import Ran, due_events
from mailer.rules.events import Due, Event, Said, Told, Trust, concerned
from mailer.rules.facts import Activity, Facts, Origin
from mailer.rules.figures import before
from mailer.rules.ids import derive
from mailer.rules.limits import Answered, changes
from mailer.rules.procedures import delivery
from mailer.rules.records import Case, Mentor, Mentorship, Pause, Person, Question
from mailer.rules.roster import Roster
from storage import bulk, inbox, trail
from storage.sweep import hold

Rows = list[dict[str, Any]]


@dataclass(slots=True)
class Stage:
    """What one mail changes, until it is kept."""

    roster: Roster
    number: int
    cases: dict[str, Case[Any]] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    rows: dict[str, Rows] = field(default_factory=lambda: defaultdict(list))
    answers: list[tuple[str, Answered]] = field(default_factory=list)
    marks: dict[str, str | None] = field(default_factory=dict)
    results: list[inbox.Result] = field(default_factory=list)
    events: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    reminders: Reminders = field(default_factory=Reminders)
    last: list[Erase | Forget] = field(default_factory=list)
    paused: Pause | None = None


class Unit:
    """The records of one programme inside one transaction that holds its lock."""

    def __init__(self, connection: Connection, book: Book, roster: Roster, now: datetime) -> None:
        self._connection = connection
        self._book = book
        self._now = now
        self._known = Known(connection, book, now)
        self.rendering = 0.0
        number = load.counter(connection, book.programme, "question")
        self._paused = load.paused(connection, book.programme)
        self._kept = Stage(roster, number, paused=self._paused)
        self._stage = Stage(roster, number, paused=self._paused)

    @property
    def roster(self) -> Roster:
        return self._stage.roster

    @property
    def paused(self) -> bool:
        """Whether the programme stands still, as what was kept so far leaves it."""
        return self._kept.paused is not None

    def prepare(
        self, events: Collection[Event], addresses: Collection[str], *, every_question: bool = False
    ) -> None:
        """Load what these events need with a few queries. What is missed is loaded later."""
        self._known.prepare(events, addresses, every_question=every_question)

    def mine(self, mails: Collection[inbox.ClaimedMail]) -> tuple[set[int], dict[int, int]]:
        """Return the mails that are still ours to handle, and which are doubles of an older one."""
        ours = inbox.still_claimed(self._connection, list(mails))
        hashes = [(mail.sha256, mail.id) for mail in mails]
        return ours, inbox.earlier_twin(self._connection, self._book.programme, hashes)

    def park(self) -> list[inbox.MailSummary]:
        """Set aside what failed three times; each such mail is returned once."""
        return inbox.park(self._connection, self._book.programme, self._now)

    def known(self, event: Event) -> bool:
        """Say whether this event was decided already; then it must not be again."""
        return event.id in self._known.events or event.id in self._stage.events

    def case(self, case_id: str | None) -> Case[Any] | None:
        if case_id is None:
            return None
        if case_id not in self._stage.cases and case_id not in self._known.cases:
            self._known.load_case(case_id)
        return self._stage.cases.get(case_id) or self._known.cases.get(case_id)

    def facts(self, event: Event) -> Facts:
        """Return what the rules may know about this event."""
        case = self.case(event.case)
        people = concerned(event) | set(case.parties.values() if case else ())
        self._known.load_people(people)
        sees = self._known.load_seen(event, case)
        cases = self._known.open_cases(people, sees, self._stage.cases)
        questions = {**self._known.questions, **self._stage.questions}
        every = isinstance(event, Due) and event.deadline == "digest"
        pending = [q for q in questions.values() if q.state.unsettled]
        return Facts(
            roster=self._stage.roster,
            policy=self._book.policy,
            cases=cases,
            questions=tuple(pending),
            closed={q.number: q for q in questions.values() if not q.state.unsettled},
            news=self._known.news(getattr(case.data, "news_seen", 0)) if every and case else (),
            asked=self._known.outgoing.times_asked(event),
            origins=self._origins(event, questions.values()),
            activity=self._activity(event),
            paused=self._stage.paused,
        )

    def _activity(self, event: Event) -> Activity | None:
        if not isinstance(event, Due) or event.deadline != "report":
            return None
        policy = self._book.policy
        first, last = before(policy.day(event.at))
        since = policy.morning_after(first - timedelta(days=1))
        until = policy.morning_after(last)
        return activity.activity(self._connection, self._book.programme, since, until)

    def _origins(self, event: Event, questions: Iterable[Question]) -> Mapping[int, Origin]:
        wanted = origins.asked_for(event)
        named = (question for question in questions if question.number in wanted)
        return origins.origins(self._connection, named, self.roster) if wanted else {}

    def crowded(self, ran: Ran) -> bool:
        """Say whether a reminder would be a person's second letter with one on this day (R32).

        Those of one transaction share a letter.
        """
        sends = [e for e in ran.decision.effects if isinstance(e, Send) and e.reminder and e.to]
        earlier = self._known.reminded({send.to for send in sends if send.to})
        return earlier or self._kept.reminders.full(sends)

    def apply(self, event: Event, ran: Ran) -> tuple[Told | Said, ...]:
        """Stage everything that was decided; return what other procedures are told."""
        decision, stage = ran.decision, self._stage
        case = decision.case
        if case is not None:
            stage.cases[case.id] = case
        case_id = case.id if case else (ran.before.id if ran.before.state else None)
        self._ledger(event, ran, case_id)
        told: list[Told | Said] = list(self._resumes(event))
        if ran.procedure == delivery.NAME:
            stage.marks |= delivery.marked(ran.before, decision)
        written = len(stage.answers)
        for position, effect in enumerate(decision.effects):
            if isinstance(effect, Tell):
                told.append(effect.event)
            elif isinstance(effect, Send | Export):
                changed = changes(event, ran.before, decision)
                self._send(effect, event, changed=changed)
            else:
                self._effect(effect, event, case_id, position)
        if len(stage.answers) > written and self._known.outgoing.opens(len(stage.answers)):
            told.append(delivery.opened(self._book.programme, event.at))
        return tuple(told)

    def _resumes(self, event: Event) -> Iterable[Told]:
        """Tell the case of a suspended address that somebody proved to write from it."""
        if isinstance(event, Said) and event.trust >= Trust.AUTHENTICATED:
            address = event.source.address
            case = self._known.outgoing.suspended(self._stage.marks).get(address)
            if case is not None:
                self._stage.marks[address] = None
                yield delivery.wrote(case, event)

    def put(self, records: Iterable[Person | Mentor | Mentorship]) -> None:
        """Stage people, mentors and relationships."""
        found = tuple(records)
        self._stage.roster = self._stage.roster.put(*found)
        for record in found:
            self._rows(record)

    def finish(self, result: inbox.Result) -> None:
        """Stage the outcome of the mail itself."""
        self._stage.results.append(result)

    def log(self, row: dict[str, Any]) -> None:
        """Stage a line of the ledger that is not an event of the rules."""
        self._stage.rows["event"].append({**ledger.EMPTY, "programme": self._book.programme, **row})

    def still_due(self, event: Due) -> bool:
        """Say whether a deadline stands as it did when it was looked up."""
        case = self.case(event.case)
        return case is not None and event.id in {d.id for d in due_events(case, event.at)}

    def postpone(self, case_id: str, until: datetime) -> None:
        """Have a case that could not be handled looked at again later, without changing it."""
        cases = load.table("case")
        change = update(cases).where(cases.c.id == case_id).values(next_due=until, tries=0)
        self._connection.execute(change)

    def set_aside(self, case_id: str, now: datetime) -> None:
        """Have a case whose deadline ends the process looked at again much later, alone."""
        deadlines.set_aside(self._connection, case_id, now)

    def keep(self) -> None:
        """Take over what the mail changed."""
        stage, kept = self._stage, self._kept
        known = self._known
        known.keep_cases(stage.cases.values())
        known.questions |= stage.questions
        known.events |= stage.events
        kept.cases |= stage.cases
        kept.questions |= stage.questions
        kept.results += stage.results
        kept.people |= stage.people
        kept.last += stage.last
        kept.reminders.keep(stage.reminders)
        for table, rows in stage.rows.items():
            kept.rows[table] += rows
        known.outgoing.keep(stage.answers, stage.marks)
        kept.marks |= stage.marks
        kept.roster, kept.number, kept.paused = stage.roster, stage.number, stage.paused
        self.drop()

    def drop(self) -> None:
        """Forget what the mail changed, as a rolled-back savepoint does."""
        kept = self._kept
        self._stage = Stage(kept.roster, kept.number, paused=kept.paused)

    def flush(self) -> Roster:
        """Write everything that was kept; return the roster as it now is."""
        kept, programme = self._kept, self._book.programme
        rows = kept.rows
        cases = {**self._known.cases, **kept.cases}
        rows["letter"] += kept.reminders.merge(cases, self._book, self._now)
        for case in kept.cases.values():
            row, parties = convert.case_rows(programme, case)
            rows["case"].append(row)
            rows["party"] += parties
        rows["question"] += [convert.question_row(programme, q) for q in kept.questions.values()]
        people.write(self._connection, programme, kept.roster, kept.people)
        if kept.people or rows["mentor"] or rows["mentorship"]:
            version = load.roster_version(self._connection, programme) + 1
            rows["counter"].append({"programme": programme, "name": "roster", "value": version})
        if kept.questions:
            rows["counter"].append(
                {"programme": programme, "name": "question", "value": kept.number}
            )
        # Who takes which part may have changed: a mentor said no, another one yes.
        grown = [case.id for case in kept.cases.values() if case.version > 1]
        bulk.delete(self._connection, load.table("party"), "case_id", grown)
        for name in _REPLACED:
            bulk.put(self._connection, load.table(name), rows[name])
        for name in _ADDED:
            bulk.insert_new(self._connection, load.table(name), rows[name])
        trail.append(self._connection, programme, rows["event"])
        inbox.finish(self._connection, kept.results)
        if kept.paused != self._paused:
            letters.halt(self._connection, programme, kept.paused, self._now)
        suspended = [address for address, case in kept.marks.items() if case]
        hold(self._connection, programme, suspended, self._now)
        for effect in kept.last:
            privacy.carry_out(self._connection, programme, effect, self._now)
        return kept.roster

    def _effect(self, effect: Effect, event: Event, case_id: str | None, position: int) -> None:
        stage = self._stage
        match effect:
            case Put(record=Question() as question):
                stage.questions[question.id] = question
            case Put(record=Person() | Mentor() | Mentorship() as record):
                self.put([record])
            case Ask(question=question, again=again):
                self._ask(question, again=again)
            case Erase() | Forget():
                stage.last.append(effect)
            case Halt(pause=pause):
                stage.paused = pause
            case Note():
                note = derive("note", event.id, position)
                self.log(ledger.note_line(note, effect, case_id, self._now))

    def _rows(self, record: Person | Mentor | Mentorship) -> None:
        stage, programme = self._stage, self._book.programme
        if isinstance(record, Person):
            stage.people.add(record.id)
        elif isinstance(record, Mentor):
            stage.rows["mentor"].append(convert.mentor_row(programme, record))
        else:
            stage.rows["mentorship"].append(convert.mentorship_row(programme, record))

    def _ask(self, question: Question, *, again: bool) -> None:
        stage = self._stage
        if again:
            self._known.load_asked(question.id)
        if question.id in self._known.questions or question.id in stage.questions:
            return
        stage.number += 1
        stage.questions[question.id] = replace(question, number=stage.number)

    def _send(self, effect: Send | Export, event: Event, *, changed: bool) -> None:
        send = effect.send if isinstance(effect, Export) else effect
        person, stage = self._stage.roster.person(send.to), self._stage
        if person is not None and person.erased:
            return
        outgoing, programme = self._known.outgoing, self._book.programme
        to = letters.recipient(send, person, outgoing.suspended(stage.marks))
        leave = outgoing.leave(send, to.address, stage.answers, stage.marks, changed=changed)
        begun = perf_counter()
        copy = isinstance(effect, Export) and person is not None
        files = privacy.copies(self._connection, programme, person) if copy and person else ()
        row = letters.write(send, to, event.id, self._book, self._now, files, leave)
        row["place"] = len(stage.rows["letter"])
        self.rendering += perf_counter() - begun
        if send.thread is not None and not leave.reason:
            answered = Answered(self._now, send.template, leave.thread, leave.turn)
            stage.answers.append((to.address, answered))
        stage.rows["letter"].append(row)
        stage.reminders.add(send, to, row)

    def _ledger(self, event: Event, ran: Ran, case_id: str | None) -> None:
        self._stage.events.add(event.id)
        self.log(ledger.event_line(event, ran, case_id, self._now))


_REPLACED = ("mentor", "mentorship", "case", "question", "counter")
_ADDED = ("party", "letter")
