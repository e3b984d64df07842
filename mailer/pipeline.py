"""The line: the only module that knows the order of the rooms.

    parse       bytes -> Message                      pure
    trust       Message -> Verdict                    pure
    understand  Message, Thread -> Reading            pure
    rules       Case, Event, Facts -> Decision        pure
    record      everything of a batch in one transaction, under the programme's lock

Receiving stands before the line and delivering behind it, each with transactions of its own. A
deadline enters at the rules as `Due`. A mail that fails is dropped from its batch as from a
savepoint, counted, and parked after three tries.
"""

import traceback
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import perf_counter

import structlog

from mailer.parse.message import parse
from mailer.parse.model import Message
from mailer.record.book import Book
from mailer.record.desk import ClaimedMail, Desk, Result, is_passing
from mailer.record.outcome import Understood, for_operator, parked, result_of, verdict_line
from mailer.record.threads import Found, clue_of
from mailer.record.unit import Unit
from mailer.rules import bounces
from mailer.rules import engine as rules
from mailer.rules.events import Bounced, Due, Event, Told
from mailer.rules.ids import derive
from mailer.rules.procedures import PROCEDURES
from mailer.rules.procedures.digest import NAME as DIGEST
from mailer.rules.records import Mentor, Mentorship, Person
from mailer.rules.signs import signs
from mailer.trust.judge import TrustPolicy, judge
from mailer.trust.model import Action, Kind, Verdict
from mailer.understand.events import Mail, events, too_large
from mailer.understand.hear import hear
from mailer.understand.model import Reading, ReadPolicy, Thread
from mailer.understand.notices import read_notice

log = structlog.get_logger()

COMMITMENT = "commitment"
STARTED = ("handover", "feedback_round", "report", "retention")
"""What runs for the whole programme beside its digest."""
EVERY_QUESTION = frozenset({"digest", "terms", "report"})
"""Deadlines whose rules look at all that is open."""
POSTPONED = timedelta(hours=1)
"""A case whose deadline could not be handled is tried again after this time."""


@dataclass(slots=True)
class Line:
    """The line of one programme. `times` adds up the seconds spent in each room."""

    desk: Desk
    book: Book
    trust: TrustPolicy
    reads: ReadPolicy
    overviews: frozenset[str] = EVERY_QUESTION
    times: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _inside: float = 0.0

    def work(self, now: datetime, limit: int = 100) -> int:
        """Handle the oldest waiting mails; return how many were taken."""
        with self._timed("claim"):
            mails = self.desk.claim(now, limit)
        if not mails:
            self._park(now)
            return 0
        try:
            understood, failed = self._understand(mails, now)
            failed |= self._record(understood, now)
        except Exception as fault:
            if is_passing(fault):
                # No mail is at fault where the database is locked, full or gone.
                self.desk.give_back(mails)
                raise
            # The whole batch was rolled back. Each mail is tried alone, so that one does not
            # stop the others.
            log.exception("batch_failed", mails=len(mails))
            failed = self._one_by_one(mails, now)
        for mail, error in failed.items():
            log.error("mail_failed", inbox=mail, error=error)
            self.desk.release(mail, now, error.strip().splitlines()[-1][:500])
        return len(mails)

    def due(self, now: datetime, limit: int = 100) -> int:
        """Handle deadlines that have come; return how many."""
        cases = self.desk.due(now, limit)
        happened = [event for case in cases for event in rules.due_events(case, now)]
        if not happened:
            return 0
        # What looks at every question stands apart, so that the others need not load them.
        plain = [event for event in happened if event.deadline not in self.overviews]
        apart = [event for event in happened if event.deadline in self.overviews]
        for part in (plain, apart):
            if part:
                self._due_together(part, now)
        return len(happened)

    def _due_together(self, happened: Sequence[Due], now: datetime) -> None:
        try:
            self._due(happened, now)
        except Exception as error:
            if is_passing(error):
                raise
            # The whole batch was rolled back. One deadline must not stop the others.
            for event in happened:
                self._due_alone(event, now)

    def _due(self, happened: Sequence[Due], now: datetime) -> None:
        digest = any(event.deadline in self.overviews for event in happened)
        with self.desk.unit(now) as unit:
            unit.prepare(happened, [], every_question=digest)
            for event in happened:
                try:
                    if unit.still_due(event):
                        self._meet(unit, event, now)
                except Exception:
                    # It is looked at again later.
                    log.exception("deadline_failed", case=event.case)
                    unit.drop()
                    unit.postpone(event.case, now + POSTPONED)

    def _meet(self, unit: Unit, event: Due, now: datetime) -> None:
        """Meet one deadline; where its reader got a reminder today already, tomorrow (R32)."""
        facts = unit.facts(event)
        if unit.crowded(rules.decide(PROCEDURES, event, facts, unit.case(event.case))):
            policy = self.book.policy
            unit.postpone(event.case, policy.morning(policy.day(now) + timedelta(days=1)))
            return
        self._decide(unit, event)
        unit.keep()

    def _due_alone(self, event: Due, now: datetime) -> None:
        try:
            self._due([event], now)
        except Exception as error:
            if is_passing(error):
                raise
            log.exception("deadline_failed", case=event.case)
            with self.desk.unit(now) as unit:
                unit.postpone(event.case, now + POSTPONED)

    def start(self, now: datetime) -> None:
        """Begin what runs for the whole programme: its digest."""
        begun = derive("started", self.book.programme)
        self.happen(Told(begun, now, "started", DIGEST), now)
        digest = derive("case", DIGEST, begun)
        for name in STARTED:
            first = derive("started", self.book.programme, name)
            self.happen(Told(first, now, "started", name, reason=digest), now)
        self.desk.look_up([], now)
        self._begin(self.desk.roster.mentorships(), now)

    def enrol(self, records: Iterable[Person | Mentor | Mentorship], now: datetime) -> None:
        """Record people as they are told to be (an import), all or nothing."""
        found = tuple(records)
        with self.desk.unit(now) as unit:
            unit.put(found)
            unit.keep()
        self._begin((record for record in found if isinstance(record, Mentorship)), now)

    def _begin(self, pairs: Iterable[Mentorship], now: datetime) -> None:
        """Have the year run for each relationship that the rules did not begin themselves."""
        began = [
            Told(
                derive("began", pair.id), now, "began", COMMITMENT, about=pair.mentee, pair=pair.id
            )
            for pair in pairs
            if pair.until is None and not pair.temporary
        ]
        if COMMITMENT not in PROCEDURES or not began:
            return
        with self.desk.unit(now) as unit:
            unit.prepare(began, [])
            for event in began:
                if not unit.known(event):
                    self._decide(unit, event)
                    unit.keep()

    def digest(self, now: datetime) -> None:
        """Send the digest now, whatever the hour."""
        case = derive("case", DIGEST, derive("started", self.book.programme))
        event = Due(derive("digest", case, now.isoformat()), now, "digest", case)
        self.happen(event, now, every_question=True)

    def privacy(self, person: str, what: str, now: datetime) -> None:
        """Send somebody a copy of their data ("export"), or erase them ("erase")."""
        cause = derive(what, person, now.isoformat())
        self.happen(Told(cause, now, f"{what}_asked", "privacy", about=person), now)

    def refused(self, letter: str, address: str, reply: str, now: datetime) -> None:
        """Take in that a mail server refused a letter for good, as if it had come back."""
        cause = derive("refused", letter)
        case = self.desk.case_of(letter)
        ill = bounces.ill("failed", reply)
        back = Bounced(cause, now, letter, address, ill, reply, case, proven=True)
        self.happen(back, now)

    def happen(self, event: Event, now: datetime, *, every_question: bool = False) -> bool:
        """Decide and record one event by itself; False where it had been decided before."""
        with self.desk.unit(now) as unit:
            unit.prepare([event], [], every_question=every_question)
            if unit.known(event):
                return False
            self._decide(unit, event)
            unit.keep()
        return True

    def _understand(
        self, mails: Sequence[ClaimedMail], now: datetime
    ) -> tuple[list[Understood], dict[int, str]]:
        """Take mails through the pure rooms, without a lock."""
        failed: dict[int, str] = {}
        parsed: list[tuple[ClaimedMail, Message]] = []
        with self._timed("parse"):
            for mail in mails:
                try:
                    message = parse(
                        mail.data,
                        envelope_sender=mail.envelope_from,
                        envelope_recipients=mail.envelope_to,
                    )
                    parsed.append((mail, message))
                except Exception:  # noqa: BLE001 - a mail that breaks parsing is parked, not lost
                    failed[mail.id] = traceback.format_exc(limit=3)
        with self._timed("facts"):
            found = self.desk.look_up([clue_of(message, self.book) for _, message in parsed], now)
        understood = []
        for (mail, message), thread in zip(parsed, found, strict=True):
            try:
                understood.append(self._read(mail, message, thread, now))
            except Exception:  # noqa: BLE001 - as above
                failed[mail.id] = traceback.format_exc(limit=3)
        return understood, failed

    def _read(self, mail: ClaimedMail, message: Message, found: Found, now: datetime) -> Understood:
        with self._timed("trust"):
            verdict = judge(message, self.desk.roster, found.sent, self.trust, known=found.own)
        thread = Thread(found.sent, found.case)
        named = Mail(mail.id, mail.sha256, mail.programme)
        with self._timed("understand"):
            if mail.too_large:  # Only its header was kept.
                refused = too_large(named, message, verdict, mail.size, now)
                return Understood(mail, message, verdict, Reading(), refused, found.case)
            heard = self._heard(mail, message, thread, verdict)
            happened = events(named, message, verdict, heard, thread, now)
        return Understood(mail, message, verdict, heard, happened, found.case)

    def _heard(
        self, mail: ClaimedMail, message: Message, thread: Thread, verdict: Verdict
    ) -> Reading:
        if verdict.action is Action.IGNORE:
            return Reading()  # Nobody listens to a robot.
        if verdict.kind is Kind.PLATFORM:
            return read_notice(message, self.desk.roster, self.reads, mail.received)
        return hear(message, thread, self.desk.roster, verdict, self.reads, mail.received)

    def _record(self, batch: Sequence[Understood], now: datetime) -> dict[int, str]:
        """Decide and record a batch; return the mails that were dropped from it, with why."""
        failed: dict[int, str] = {}
        with self._timed("record"), self.desk.unit(now) as unit:
            with self._timed("facts"):
                mine, twins = unit.mine([one.mail for one in batch])
                addresses = {one.message.sender.email for one in batch if one.message.sender}
                unit.prepare([event for one in batch for event in one.events], addresses)
            for one in (one for one in batch if one.mail.id in mine):
                try:
                    with self._timed("decide"):
                        self._handle(unit, one, twins.get(one.mail.id), now)
                        unit.keep()
                except Exception:  # noqa: BLE001 - rolled back as a savepoint is, counted, retried
                    failed[one.mail.id] = traceback.format_exc(limit=5)
                    unit.drop()
            self.times["render"] += unit.rendering
            self.times["decide"] -= unit.rendering
        return failed

    def _one_by_one(self, mails: Sequence[ClaimedMail], now: datetime) -> dict[int, str]:
        failed: dict[int, str] = {}
        for number, mail in enumerate(mails):
            try:
                understood, unread = self._understand([mail], now)
                failed |= unread | self._record(understood, now)
            except Exception as error:
                if is_passing(error):
                    self.desk.give_back(mails[number:])
                    raise
                failed[mail.id] = traceback.format_exc(limit=5)
        return failed

    def _handle(self, unit: Unit, one: Understood, twin: int | None, now: datetime) -> None:
        if twin is not None:
            unit.finish(Result(one.mail.id, "duplicate", now, f"the same mail as {twin}"))
            return
        outcomes: set[str] = set()
        cases: list[str] = []
        for event in one.events:
            if unit.known(event):
                outcomes.add("applied")
                continue
            outcomes |= self._decide(unit, event, cases)
        unit.log(verdict_line(one, now))
        unit.finish(result_of(one, outcomes, cases, now))

    def _decide(self, unit: Unit, event: Event, cases: list[str] | None = None) -> set[str]:
        """Decide an event and whatever procedures tell each other because of it."""
        outcomes = set()
        waiting = deque([event])
        while waiting:
            current = waiting.popleft()
            facts = unit.facts(current)
            ran = rules.decide(PROCEDURES, current, facts, unit.case(current.case))
            waiting += unit.apply(current, ran)
            waiting += signs(PROCEDURES, current, facts)
            outcomes.add(ran.decision.outcome)
            for words in for_operator(ran.decision):
                log.error("look", programme=self.book.programme, reason=words)
            if cases is not None and ran.decision.case is not None:
                cases.append(ran.decision.case.id)
        return outcomes

    def _park(self, now: datetime) -> None:
        """Set aside what failed three times, and tell the council in the same transaction."""
        if not self.desk.worn_out(now):
            return
        with self.desk.unit(now) as unit:
            for mail in unit.park():
                log.error("mail_parked", inbox=mail.id, reason=mail.reason)
                self._decide(unit, parked(mail, now))
            unit.keep()

    @contextmanager
    def _timed(self, room: str) -> Iterator[None]:
        """Add up the seconds of a room, those of a room inside it left out."""
        begun, outer, self._inside = perf_counter(), self._inside, 0.0
        try:
            yield
        finally:
            spent = perf_counter() - begun
            self.times[room] += spent - self._inside
            self._inside = outer + spent
