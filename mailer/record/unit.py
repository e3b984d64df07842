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

from mailer.record import activity, convert, letters, load, origins, people, privacy
from mailer.record.book import Book
from mailer.record.known import Known
from mailer.rules.effects import Ask, Effect, Erase, Export, Forget, Halt, Note, Put, Send, Tell
from mailer.rules.engine import Ran, due_events
from mailer.rules.events import Due, Event, Said, Told, concerned
from mailer.rules.facts import Activity, Facts, Origin
from mailer.rules.figures import before
from mailer.rules.ids import derive
from mailer.rules.limits import exceeded
from mailer.rules.records import Case, Mentor, Mentorship, Pause, Person, Question
from mailer.rules.roster import Roster
from storage import bulk, inbox, trail

Rows = list[dict[str, Any]]


@dataclass(slots=True)
class Stage:
    """What one mail changes, until it is kept."""

    roster: Roster
    number: int
    cases: dict[str, Case[Any]] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    rows: dict[str, Rows] = field(default_factory=lambda: defaultdict(list))
    answers: list[tuple[str, datetime, str]] = field(default_factory=list)
    results: list[inbox.Result] = field(default_factory=list)
    events: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    reminded: set[str] = field(default_factory=set)
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
            asked=letters.times_asked(self._connection, event, self._book, self._now),
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
        """Say whether a reminder would be a person's second one on this day (R32)."""
        to = {e.to for e in ran.decision.effects if isinstance(e, Send) and e.reminder and e.to}
        return self._known.reminded(to) or not to.isdisjoint(self._stage.reminded)

    def apply(self, event: Event, ran: Ran) -> tuple[Told | Said, ...]:
        """Stage everything that was decided; return what other procedures are told."""
        decision, stage = ran.decision, self._stage
        case = decision.case
        if case is not None:
            stage.cases[case.id] = case
        case_id = case.id if case else (ran.before.id if ran.before.state else None)
        self._ledger(event, ran, case_id)
        told = []
        for position, effect in enumerate(decision.effects):
            if isinstance(effect, Tell):
                told.append(effect.event)
            else:
                self._effect(effect, event, case_id, position)
        return tuple(told)

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
        self._stage.rows["event"].append({**_EVENT, "programme": self._book.programme, **row})

    def still_due(self, event: Due) -> bool:
        """Say whether a deadline stands as it did when it was looked up."""
        case = self.case(event.case)
        return case is not None and event.id in {d.id for d in due_events(case, event.at)}

    def postpone(self, case_id: str, until: datetime) -> None:
        """Have a case that could not be handled looked at again later, without changing it."""
        cases = load.table("case")
        change = update(cases).where(cases.c.id == case_id).values(next_due=until)
        self._connection.execute(change)

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
        known.add_reminded(stage.reminded)
        for table, rows in stage.rows.items():
            kept.rows[table] += rows
        for address, at, template in stage.answers:
            known.answers[address].append((at, template))
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
            case Send():
                self._send(effect, event)
            case Export(send=send):
                self._send(send, event, copy=True)
            case Erase() | Forget():
                stage.last.append(effect)
            case Halt(pause=pause):
                stage.paused = pause
            case Note():
                self.log(
                    {
                        "id": derive("note", event.id, position),
                        "at": self._now,
                        "kind": "note",
                        "name": effect.what,
                        "case_id": case_id,
                        "person": effect.person,
                        "text": effect.text,
                        "news": effect.news,
                    }
                )

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

    def _send(self, send: Send, event: Event, *, copy: bool = False) -> None:
        person = self._stage.roster.person(send.to)
        if person is not None and person.erased:
            return
        to = letters.recipient(send, person)
        begun = perf_counter()
        programme = self._book.programme
        files = privacy.copies(self._connection, programme, person) if copy and person else ()
        row = letters.write(send, to, event.id, self._book, self._now, files)
        row["place"] = len(self._stage.rows["letter"])
        if send.reminder and to.person:
            self._stage.reminded.add(to.person)
        self.rendering += perf_counter() - begun
        if send.thread is not None:
            if to.address not in self._known.answers:
                self._known.load_answers([to.address])
            staged = [(at, name) for where, at, name in self._stage.answers if where == to.address]
            earlier = [*self._known.answers[to.address], *staged]
            reason = exceeded(send.template, earlier, self._now, self._book.policy)
            if reason:
                row = letters.suppressed(row, reason)
            else:
                self._stage.answers.append((to.address, self._now, send.template))
        self._stage.rows["letter"].append(row)

    def _ledger(self, event: Event, ran: Ran, case_id: str | None) -> None:
        self._stage.events.add(event.id)
        source = getattr(event, "source", None)
        before, after = ran.before.state, ran.decision.case
        states = f"{before or 'none'} -> {after.state}" if after else ""
        self.log(
            {
                "id": event.id,
                "at": self._now,
                "kind": type(event).__name__.lower(),
                "name": event.name,
                "case_id": case_id,
                "person": next(iter(concerned(event)), None),
                "inbox": source.inbox if source else None,
                "text": f"{ran.procedure}: {event.name} {states}".strip(),
                "details": {"outcome": ran.decision.outcome},
            }
        )


_EVENT: dict[str, Any] = {
    "case_id": None,
    "person": None,
    "inbox": None,
    "text": "",
    "details": None,
    "news": False,
}
_REPLACED = ("mentor", "mentorship", "case", "question", "counter")
_ADDED = ("party", "letter")
