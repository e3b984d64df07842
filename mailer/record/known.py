"""What one transaction has loaded of a programme: each row once, with as few queries as can be."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from mailer.record import load
from mailer.record.book import Book
from mailer.record.outgoing import Outgoing
from mailer.rules.events import Due, Event, Said, concerned
from mailer.rules.procedures import PROCEDURES
from mailer.rules.records import Case, Question


class Known:
    """The cases, questions, events and letters that were looked up, and what was kept since."""

    def __init__(self, connection: Connection, book: Book, now: datetime) -> None:
        self._connection = connection
        self._book = book
        self._now = now
        self._people: set[str] = set()
        self._procedures: set[str] = set()
        self._reminded: dict[str, bool] = {}
        self._news: tuple[tuple[int, str], ...] = ()
        self._of_person: dict[str, set[str]] = defaultdict(set)
        self._of_procedure: dict[str, set[str]] = defaultdict(set)
        self.cases: dict[str, Case[Any]] = {}
        self.questions: dict[str, Question] = {}
        self.outgoing = Outgoing(connection, book, now)
        self.events: set[str] = set()

    def prepare(
        self, events: Collection[Event], addresses: Collection[str], *, every_question: bool
    ) -> None:
        """Load what these events need with a few queries. What is missed is loaded later."""
        named = {event.case for event in events if event.case}
        numbers = {number for event in events for number in _numbers(event)}
        self._add_cases(load.cases(self._connection, named - self.cases.keys()))
        parties = (who for case in named & self.cases.keys() for who in self._parties(case))
        people = {*parties, *(who for event in events for who in concerned(event))}
        self.load_people(people)
        if any(isinstance(event, Due) for event in events):
            self.reminded(people)
        if every_question or numbers:
            cases = None if every_question else ()
            found = load.questions(self._connection, self._book.programme, cases, numbers)
            self.add_questions(found)
        self.events = load.known_events(self._connection, [event.id for event in events])
        self.outgoing.load(addresses)
        self.outgoing.load_asked(events)

    def open_cases(
        self, people: Collection[str], sees: Collection[str], staged: Mapping[str, Case[Any]]
    ) -> tuple[Case[Any], ...]:
        """Return the open cases of people and of procedures, the oldest first.

        `staged` ones take the place of those that were loaded. A batch knows thousands of cases,
        so they are looked up by person and procedure and not gone through for every event.
        """
        ids = {case for person in people for case in self._of_person.get(person, ())}
        ids.update(case for name in sees for case in self._of_procedure.get(name, ()))
        known = (self.cases[case] for case in ids if case not in staged)
        found = [
            case
            for case in (*known, *staged.values())
            if case.closed is None
            and (case.procedure in sees or any(who in people for who in case.parties.values()))
        ]
        return tuple(sorted(found, key=lambda case: (case.opened, case.id)))

    def keep_cases(self, cases: Iterable[Case[Any]]) -> None:
        """Take over cases that were loaded or changed."""
        for case in cases:
            self.cases[case.id] = case
            self._of_procedure[case.procedure].add(case.id)
            for person in case.parties.values():
                self._of_person[person].add(case.id)

    def load_people(self, people: Iterable[str]) -> None:
        """Load the open cases of people."""
        missing = set(people) - self._people
        if missing:
            self._people |= missing
            self._add_cases(load.open_cases(self._connection, self._book.programme, missing))

    def _parties(self, case: str) -> Iterable[str]:
        return self.cases[case].parties.values()

    def load_case(self, case_id: str) -> None:
        self._add_cases(load.cases(self._connection, {case_id}))

    def load_seen(self, event: Event, case: Case[Any] | None) -> frozenset[str]:
        """Load every open case that this event's rules may know; return of which procedures."""
        told = {case.procedure if case else "", getattr(event, "procedure", "")}
        names = told & PROCEDURES.keys()
        sees = frozenset[str]().union(*(PROCEDURES[name].sees for name in names))
        if missing := sees - self._procedures:
            self._procedures |= missing
            programme = self._book.programme
            self._add_cases(load.open_cases_of(self._connection, programme, missing))
        return sees

    def load_asked(self, question: str) -> None:
        self.add_questions(load.asked(self._connection, question))

    def news(self, seen: int) -> tuple[tuple[int, str], ...]:
        """Return the lines for the next digest after a mark."""
        if not self._news:
            self._news = load.news(self._connection, self._book.programme, seen)
        return self._news

    def reminded(self, people: set[str]) -> bool:
        """Say whether any of these people got a reminder on the programme's present day."""
        missing = people - self._reminded.keys()
        if missing:
            policy = self._book.policy
            since = policy.morning_after(policy.day(self._now) - timedelta(days=1))
            found = load.reminded(self._connection, self._book.programme, missing, since)
            self._reminded |= {person: person in found for person in missing}
        return any(self._reminded[person] for person in people)

    def add_questions(self, questions: Iterable[Question]) -> None:
        self.questions |= {q.id: q for q in questions if q.id not in self.questions}

    def _add_cases(self, cases: Iterable[Case[Any]]) -> None:
        new = {case.id: case for case in cases if case.id not in self.cases}
        if new:
            self.keep_cases(new.values())
            programme = self._book.programme
            numbers = set[int]()
            for case in new.values():
                if decides := PROCEDURES[case.procedure].decides:
                    numbers |= decides(case.data)
            found = load.questions(self._connection, programme, set(new), numbers)
            self.add_questions(found)


def _numbers(event: Event) -> Iterator[int]:
    """Yield the questions that a decision names, and those of the letter that it answers."""
    if not isinstance(event, Said) or not event.fields.commands:
        return
    for command in event.fields.commands:
        yield from command.numbers
    if event.answers and event.answers.asks:
        yield from (number for number, _ in event.answers.asks.items)
