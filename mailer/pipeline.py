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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from mailer.deadlines import Deadlines
from mailer.record.desk import ClaimedMail, Result, is_passing
from mailer.record.outcome import (
    Decided,
    Understood,
    parked,
    result_of,
    verdict_line,
)
from mailer.record.unit import Unit
from mailer.rules import bounces
from mailer.rules.events import Bounced, Due, Event, Said, Told
from mailer.rules.ids import derive
from mailer.rules.procedures.digest import NAME as DIGEST
from mailer.rules.procedures.pause import NAME as PAUSE
from mailer.rules.records import Mentor, Mentorship, Person
from mailer.rules.renewal import beginnings, endings

log = structlog.get_logger()

STARTED = ("handover", "feedback_round", "report", "retention")
"""What runs for the whole programme beside its digest."""


@dataclass(slots=True)
class Line(Deadlines):
    """The line of one programme; its pure half is `Hearing`, its clock is `Deadlines`.

    `still` says whether the programme was paused when it was last looked at.
    """

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
                except Exception as error:
                    if is_passing(error):
                        raise  # The whole batch is given back.
                    # Rolled back as a savepoint is, counted, tried again.
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

    def _park(self, now: datetime) -> None:
        """Set aside what failed three times, and tell the council in the same transaction."""
        if not self.desk.worn_out(now):
            return
        with self.desk.unit(now) as unit:
            for mail in unit.park():
                log.error("mail_parked", inbox=mail.id, reason=mail.reason)
                self._decide(unit, parked(mail, now))
            unit.keep()


def _switches(event: Event) -> bool:
    return isinstance(event, Said) and event.procedure == PAUSE
