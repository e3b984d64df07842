"""What must hold in the records after whatever happened, read from the database alone."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, text

from mailer.record import load
from mailer.record.database import reading
from mailer.record.together import MERGED
from mailer.rules import placing
from mailer.rules.records import MentorState
from mailer.rules.roster import Roster
from mailer.rules.together import TEMPLATE
from tests.story import Story

DAY = timedelta(days=1)
WAITS = timedelta(days=25)
"""A deadline that waits for another day (R32), after a stop even, comes within this time."""
AGAIN = timedelta(days=5)
"""Between two reminders of one kind to one person in one case."""
RECORDS = ("person", "mentor", "mentorship", "question", '"case"')


class Watch:
    """Looks at one installation again and again, and says what is not as it must be."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._seq = 0
        self._letters: set[str] = set()
        self._before: dict[str, dict[Any, tuple[Any, ...]]] = {}
        self._reminded: dict[tuple[str, ...], datetime] = {}
        self._days: Counter[tuple[str, date]] = Counter()
        self._events: set[str] = set()
        with reading(story.app.engine) as connection:
            self._compare(connection)
            self._new_letters(connection)

    def complaints(self) -> list[str]:
        """Return in words what does not hold now; to be asked after everything due was done."""
        with reading(self.story.app.engine) as connection:
            roster = load.roster(connection, "reps")
            cases = _rows(connection, 'SELECT * FROM "case" WHERE closed IS NULL')
            letters = self._new_letters(connection)
            return [
                *self._ledger(connection, roster),
                *self._pairs(roster),
                *self._places(roster, cases),
                *self._cases(connection, cases),
                *self._mails(connection),
                *self._to_nobody(roster, letters),
                *self._reminders(letters),
                *self._digests(connection, roster, letters),
            ]

    def _ledger(self, connection: Connection, roster: Roster) -> Iterator[str]:
        """Every change of a record has an event that says so."""
        parties: dict[str, set[str]] = {}
        for row in _rows(connection, "SELECT case_id, person FROM party"):
            parties.setdefault(row["case_id"], set()).add(row["person"])
        events, changed = self._compare(connection)
        cases = {event["case_id"] for event in events}
        people = {event["person"] for event in events}
        people |= {who for case in cases for who in parties.get(case, ())}
        for table, now in changed:
            if table == '"case"' and now["id"] not in cases:
                yield f"case {now['procedure']} {now['state']} changed without an event"
            if table == "question" and not events:
                yield f"question {now['number']} changed without an event"
            parts = {"person": ("id",), "mentor": ("person",), "mentorship": ("mentor", "mentee")}
            whom = {now[part] for part in parts[table]} if table in parts else None
            if whom is not None and not whom & people:
                names = ", ".join(roster.name(one) for one in whom)
                yield f"the {table} of {names} changed without an event that names them"

    def _compare(
        self, connection: Connection
    ) -> tuple[list[dict[str, Any]], list[tuple[str, dict[str, Any]]]]:
        """Return the new events, and the rows that are not as they were."""
        events = _rows(connection, f"SELECT * FROM event WHERE seq > {self._seq}")
        self._seq = max((event["seq"] for event in events), default=self._seq)
        self._events |= {event["id"] for event in events}
        changed = []
        for table in RECORDS:
            rows = _rows(connection, f"SELECT * FROM {table}")
            for row in rows:
                row.pop("next_due", None)  # A deadline that waits for another day is no change.
            key = "person" if table == "mentor" else "id"
            now = {row[key]: tuple(row.values()) for row in rows}
            before = self._before.get(table, {})
            changed += [(table, row) for row in rows if before.get(row[key]) != now[row[key]]]
            self._before[table] = now
        return events, changed

    def _pairs(self, roster: Roster) -> Iterator[str]:
        running = [pair for pair in roster.mentorships() if pair.until is None]
        today = self.story.now.date()
        for mentee, number in Counter(pair.mentee for pair in running).items():
            if number > 1:
                yield f"{roster.name(mentee)} has {number} running relationships"
        for pair in running:
            names = f"{roster.name(pair.mentor)} and {roster.name(pair.mentee)}"
            mentor = roster.mentor(pair.mentor)
            if pair.mentor == pair.mentee:
                yield f"{names} are one"
            if mentor is None or mentor.state not in {MentorState.ACTIVE, MentorState.ONBOARDING}:
                yield f"{names} run on, and the mentor is none"
            for person in (roster.person(pair.mentor), roster.person(pair.mentee)):
                if person is None or (person.left_on and person.left_on < today):
                    yield f"{names} run on, and one has left"

    def _places(self, roster: Roster, cases: list[dict[str, Any]]) -> Iterator[str]:
        with reading(self.story.app.engine) as connection:
            held = placing.held_places(load.open_cases_of(connection, "reps", {"assignment"}))
        for mentor in roster.mentors():
            taken = roster.mentee_count(mentor.person)
            # Whoever stands in for a mentee may hold the place of that mentee already.
            if taken > mentor.places or taken + held[mentor.person] > mentor.places + 1:
                name = roster.name(mentor.person)
                yield f"{name} has {taken} of {mentor.places} places, {held[mentor.person]} held"

    def _cases(self, connection: Connection, cases: list[dict[str, Any]]) -> Iterator[str]:
        """Every open case waits for something, and nothing is overdue."""
        rows = _rows(connection, "SELECT * FROM question WHERE state IN ('pending', 'agreed')")
        asked = {row["case_id"] for row in rows}
        for case in cases:
            what = f"{case['procedure']} in {case['state']}"
            due = {name: datetime.fromisoformat(at) for name, at in json.loads(case["due"]).items()}
            if not due and case["id"] not in asked:
                yield f"{what} waits for nothing"
            late = [name for name, at in due.items() if at + WAITS < self.story.now]
            if late:
                yield f"{what} is overdue: {', '.join(late)}"
        open_ones = {case["id"] for case in cases}
        for row in rows:
            if row["case_id"] is not None and row["case_id"] not in open_ones:
                yield f"question {row['number']} ({row['title']}) is about a case that is closed"
        for (_, kind), number in Counter(
            (row["case_id"], row["kind"]) for row in rows if row["case_id"]
        ).items():
            if number > 1:
                yield f"{number} open questions of kind {kind} about one case"

    def _mails(self, connection: Connection) -> Iterator[str]:
        for row in _rows(connection, "SELECT id, state, reason FROM inbox WHERE state <> 'done'"):
            yield f"mail {row['id']} is {row['state']}: {row['reason']}"

    def _new_letters(self, connection: Connection) -> list[dict[str, Any]]:
        rows = _rows(
            connection,
            "SELECT id, cause, template, person, address, case_id, subject, asks, reminder, "
            "created, state FROM letter WHERE state <> 'suppressed'",
        )
        new = [row for row in rows if row["id"] not in self._letters]
        self._letters |= {row["id"] for row in new}
        return new

    def _to_nobody(self, roster: Roster, letters: list[dict[str, Any]]) -> Iterator[str]:
        for letter in letters:
            person = roster.person(letter["person"])
            own = str(letter["template"]).startswith("privacy/")
            if person is not None and person.erased and not own and letter["address"]:
                yield f"{letter['template']} went to somebody who was erased"
            if letter["state"] == "failed":
                yield f"{letter['template']} failed"
            if letter["cause"] not in self._events:
                yield f"{letter['template']} has no cause in the ledger"

    def _reminders(self, letters: list[dict[str, Any]]) -> Iterator[str]:
        """R32 and E34: one reminder a day, each once in its period."""
        for letter in letters:
            if not letter["reminder"]:
                continue
            at = _time(letter["created"])
            if letter["state"] != MERGED:  # It went out in another letter, which counts.
                self._days[letter["person"], at.date()] += 1
            if self._days[letter["person"], at.date()] > 1:
                yield f"a second reminder of {at.date()} to {letter['address']}"
            if letter["template"] == TEMPLATE:
                continue
            key = (letter["person"], letter["template"], letter["subject"], letter["case_id"] or "")
            last = self._reminded.get(key)
            if last is not None and at - last < AGAIN:
                yield f"{letter['template']} to {letter['address']} again after {at - last}"
            self._reminded[key] = at

    def _digests(
        self, connection: Connection, roster: Roster, letters: list[dict[str, Any]]
    ) -> Iterator[str]:
        """Every question is in each digest until it is decided, put off or withdrawn."""
        pending = _rows(connection, "SELECT * FROM question WHERE state = 'pending'")
        now = self.story.now
        morning = now.replace(hour=8, minute=0, second=0, microsecond=0)
        got: dict[str, dict[str, Any]] = {
            row["person"]: row for row in letters if row["template"] == "digest/digest.council"
        }
        for member in roster.council(now.date()):
            own = [q for q in pending if member.id not in json.loads(q["about"])]
            letter = got.get(member.id)
            if letter is not None:
                at = _time(letter["created"])
                shown = {number for number, _ in json.loads(letter["asks"]).get("items", ())}
                for question in own:
                    if question["number"] not in shown and _waited(question, at):
                        yield f"question {question['number']} is not in the digest of {at}"
            elif now.weekday() < 5 and now - DAY < morning <= now:
                old = [q["number"] for q in own if _waited(q, morning - DAY) and not q["votes"]]
                if old and not self._written(connection, member.id, morning):
                    yield f"{member.name} got no digest on {now.date()}, and {old} wait"

    def _written(self, connection: Connection, person: str, since: datetime) -> bool:
        rows = _rows(
            connection,
            "SELECT created FROM letter WHERE template = 'digest/digest.council' "
            f"AND person = '{person}'",
        )
        return any(_time(row["created"]) >= since for row in rows)


def _waited(question: dict[str, Any], at: datetime) -> bool:
    snoozed = question["snoozed"]
    waits = snoozed is None or date.fromisoformat(str(snoozed)) <= at.date()
    return waits and _time(question["asked"]) < at


def _time(value: Any) -> datetime:
    at = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _rows(connection: Connection, query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(text(query)).mappings()]
