"""The clock of the line: deadlines that have come enter at the rules, as `Due`.

A deadline that fails is looked at again later, and one that ends the process is set aside, so that
neither stops the others.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from mailer.hearing import Hearing
from mailer.record.desk import is_passing
from mailer.record.outcome import Decided, deadly, for_operator
from mailer.record.unit import Unit
from mailer.rules import engine as rules
from mailer.rules.events import Due, Event
from mailer.rules.procedures import PROCEDURES
from mailer.rules.signs import signs

log = structlog.get_logger()

EVERY_QUESTION = frozenset({"digest", "terms", "report"})
"""Deadlines whose rules look at all that is open."""
POSTPONED = timedelta(hours=1)
"""A case whose deadline could not be handled is tried again after this time."""


@dataclass(slots=True)
class Deadlines(Hearing):
    """What meets the deadlines of one programme. `overviews` are those that need every question."""

    overviews: frozenset[str] = EVERY_QUESTION

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
                except Exception as error:
                    if is_passing(error):
                        raise
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


def _decided(event: Event, ran: rules.Ran) -> Decided:
    after, outcome = ran.decision.case, ran.decision.outcome
    state, case = (after.state, after.id) if after else ("", None)
    return Decided(ran.procedure, event.name, ran.before.state, state, outcome, case)
