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
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from mailer.hearing import Hearing
from mailer.record.desk import ClaimedMail, Result, is_passing
from mailer.record.outcome import (
    Decided,
    Understood,
    deadly,
    for_operator,
    parked,
    result_of,
    verdict_line,
)
from mailer.record.unit import Unit
from mailer.rules import bounces
from mailer.rules import engine as rules
from mailer.rules.events import Bounced, Due, Event, Said, Told
from mailer.rules.ids import derive
from mailer.rules.procedures import PROCEDURES
from mailer.rules.procedures.digest import NAME as DIGEST
from mailer.rules.procedures.pause import NAME as PAUSE
from mailer.rules.records import Mentor, Mentorship, Person
from mailer.rules.renewal import beginnings, endings
from mailer.rules.signs import signs

log = structlog.get_logger()

STARTED = ("handover", "feedback_round", "report", "retention")
"""What runs for the whole programme beside its digest."""
EVERY_QUESTION = frozenset({"digest", "terms", "report"})
"""Deadlines whose rules look at all that is open."""
POSTPONED = timedelta(hours=1)
"""A case whose deadline could not be handled is tried again after this time."""


@dataclass(slots=True)
class Line(Hearing):
    """The line of one programme; its pure half is `Hearing`.

    `still` says whether the programme was paused when it was last looked at.
    """

    overviews: frozenset[str] = EVERY_QUESTION
    still: bool = False
    _looked: int = 0

    def work(self, now: datetime, limit: int = 100) -> int:
        """Handle the oldest waiting mails; return how many were taken.

        While the programme is paused, all wait but those that end the pause. While another
        process has the programme's turn, none is taken.
        """
        try:
            if self._stands_still():
                return self._look_for_resume(now, limit)
            return self._work(now, limit)
        finally:
            self.desk.end_turn()

    def _work(self, now: datetime, limit: int) -> int:
        with self.timed("claim"):
            mails = self.desk.claim(now, limit)
        if not mails:
            self._park(now)
            return 0
        if mails[0].attempts > 1:  # It comes alone.
            log.warning("mail_tried_again", inbox=mails[0].id, attempt=mails[0].attempts)
        try:
            understood, failed = self.understand(mails, now)
            failed |= self._record(understood, now, whole=True)
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

    def _stands_still(self) -> bool:
        """Say whether the programme is paused; the log tells once that it is, and that it ended."""
        pause, programme = self.desk.paused(), self.book.programme
        if pause and not self.still:
            log.warning("paused", programme=programme, since=pause.since.isoformat())
        elif self.still and not pause:
            log.warning("resumed", programme=programme)
        self.still = pause is not None
        self._looked = self._looked if pause else 0
        return self.still

    def _look_for_resume(self, now: datetime, limit: int) -> int:
        """Handle what is about the pause itself; every mail is looked at once, and kept."""
        handled = 0
        while self.desk.paused() and (mails := self.desk.claim(now, limit, after=self._looked)):
            self._looked = mails[-1].id
            understood, _ = self.understand(mails, now)
            ours = [one for one in understood if any(_switches(event) for event in one.events)]
            mine = {one.mail.id for one in ours}
            self.desk.give_back([mail for mail in mails if mail.id not in mine])
            self._record(ours, now, switching=True)
            handled += len(ours)
        return handled

    def due(self, now: datetime, limit: int = 100) -> int:
        """Handle deadlines that have come; return how many. None is met during a pause."""
        try:
            return 0 if self.desk.paused() else self._due_now(now, limit)
        finally:
            self.desk.end_turn()

    def _due_now(self, now: datetime, limit: int) -> int:
        cases = self.desk.due(now, limit)
        if not cases:
            return self._set_aside(now)
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

    def _set_aside(self, now: datetime) -> int:
        """Set aside for a while what ends the process at every try, and tell the council."""
        found = self.desk.deadly(now)
        for case in found:
            log.error("deadline_set_aside", case=case.id, procedure=case.procedure)
            with self.desk.unit(now) as unit:
                unit.set_aside(case.id, now)
                self._decide(unit, deadly(case, now))
                unit.keep()
        return len(found)

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
                    if not unit.paused and unit.still_due(event):
                        with self.watch:
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
        """Begin what runs for the whole programme, and the year of each pair that lacks it."""
        begun = derive("started", self.book.programme)
        first = [Told(begun, now, "started", DIGEST)]
        digest = derive("case", DIGEST, begun)
        for name in STARTED:
            cause = derive("started", self.book.programme, name)
            first.append(Told(cause, now, "started", name, reason=digest))
        self.desk.look_up([], now)
        self._begin([*first, *beginnings(self.desk.roster.mentorships(), now)], now)

    def enrol(self, records: Iterable[Person | Mentor | Mentorship], now: datetime) -> None:
        """Record people as they are told to be (an import), all or nothing."""
        found = tuple(records)
        with self.desk.unit(now) as unit:
            unit.put(found)
            unit.keep()
        pairs = [record for record in found if isinstance(record, Mentorship)]
        looking = self.desk.looking() if pairs else set()
        self._begin([*endings(pairs, looking, now), *beginnings(pairs, now)], now)

    def _begin(self, events: Sequence[Told], now: datetime) -> None:
        """Decide those events that were not yet, together."""
        events = self.desk.undecided(events)
        if not events:
            return
        with self.desk.unit(now) as unit:
            unit.prepare(events, [])
            for event in events:
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

    def switch(self, now: datetime, reason: str = "", *, on: bool) -> bool:
        """Pause the programme or let it go on, at the operator's word; False if it was so."""
        if on is (self.desk.paused() is None):
            return False
        name = "resume_asked" if on else "pause_asked"
        cause = derive(name, self.book.programme, now.isoformat())
        return self.happen(Told(cause, now, name, PAUSE, reason=reason), now)

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

    def _record(
        self,
        batch: Sequence[Understood],
        now: datetime,
        *,
        switching: bool = False,
        whole: bool = False,
    ) -> dict[int, str]:
        """Decide and record a batch; return the mails that were dropped from it, with why.

        What stands behind a mail that pauses the programme waits; `switching` are those about it.
        With the `whole` of what was claimed, the turn ends.
        """
        failed: dict[int, str] = {}
        left: list[ClaimedMail] = []
        with self.timed("record"), self.desk.unit(now, ends_turn=whole) as unit:
            with self.timed("facts"):
                mine, twins = unit.mine([one.mail for one in batch])
                addresses = {one.message.sender.email for one in batch if one.message.sender}
                unit.prepare([event for one in batch for event in one.events], addresses)
            for one in (one for one in batch if one.mail.id in mine):
                if unit.paused and not switching:
                    left.append(one.mail)
                    continue
                try:
                    with self.timed("decide"), self.watch:
                        self._handle(unit, one, twins.get(one.mail.id), now)
                        unit.keep()
                except Exception:  # noqa: BLE001 - rolled back as a savepoint is, counted, retried
                    failed[one.mail.id] = traceback.format_exc(limit=5)
                    unit.drop()
            self.times["render"] += unit.rendering
            self.times["decide"] -= unit.rendering
        self.desk.give_back(left)
        return failed

    def _one_by_one(self, mails: Sequence[ClaimedMail], now: datetime) -> dict[int, str]:
        failed: dict[int, str] = {}
        for number, mail in enumerate(mails):
            try:
                understood, unread = self.understand([mail], now)
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
        decided: list[Decided] = []
        for event in one.events:
            if unit.known(event):
                decided.append(Decided("", event.name, "", "", "applied", None))
                continue
            decided += self._decide(unit, event)
        unit.log(verdict_line(one, decided, now))
        unit.finish(result_of(one, decided, now))

    def _decide(self, unit: Unit, event: Event) -> list[Decided]:
        """Decide an event and whatever procedures tell each other because of it."""
        decided = []
        waiting = deque([event])
        while waiting:
            current = waiting.popleft()
            facts = unit.facts(current)
            ran = rules.decide(PROCEDURES, current, facts, unit.case(current.case))
            waiting += unit.apply(current, ran)
            waiting += signs(PROCEDURES, current, facts)
            for words in for_operator(ran.decision):
                log.error("look", programme=self.book.programme, reason=words)
            decided.append(_decided(current, ran))
        return decided

    def _park(self, now: datetime) -> None:
        """Set aside what failed three times, and tell the council in the same transaction."""
        if not self.desk.worn_out(now):
            return
        with self.desk.unit(now) as unit:
            for mail in unit.park():
                log.error("mail_parked", inbox=mail.id, reason=mail.reason)
                self._decide(unit, parked(mail, now))
            unit.keep()


def _decided(event: Event, ran: rules.Ran) -> Decided:
    after, outcome = ran.decision.case, ran.decision.outcome
    state, case = (after.state, after.id) if after else ("", None)
    return Decided(ran.procedure, event.name, ran.before.state, state, outcome, case)


def _switches(event: Event) -> bool:
    return isinstance(event, Said) and event.procedure == PAUSE
