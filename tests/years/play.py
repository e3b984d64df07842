"""One year of a small programme, drawn from a seed: who writes, answers, decides, and when not.

The service now and then stands still for days, in which mails go on coming.
"""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import text

from mailer.record import load
from mailer.record.database import reading
from mailer.rules.records import Person
from mailer.rules.roster import Roster
from tests.story import Received, Story
from tests.years import people
from tests.years.watch import Watch

DAY = timedelta(days=1)
_OFFERED = re.compile(r'repl(?:y|ied) with "([^"]+)"')
OWN_WORDS = {
    "feedback/ask": ("It goes well, we talk every week. Mark: 4", "Mark: 5", "no"),
    "feedback/chase": ("It goes well, we talk every week. Mark: 4", "no"),
    "meeting/remind": ("We met on {past}.", "We meet on {soon}.", "not yet"),
    "meeting/ask": ("Yes, we met on {past}.", "not yet"),
    "meeting/agree": ("A video call every two weeks", "Telegram, once a week"),
    "assignment/introduction": ("A video call every two weeks",),
    "change/reasons": ("We never find a time for a call.",),
    "leave/end": ("Away until: {later}",),
    "leave/noted": ("Away until: {later}", "I am back."),
    "departure/which": ("1", "2", "3", "4"),
    "leave/too_long": ("1. Until {later}.", "2", "3"),
    "clarification/which": ("1", "2", "3"),
    "assignment/listed": ("Skills: events", "please cancel my request"),
    "assignment/requested": ("Skills: writing", "please cancel my request"),
    "assignment/taken": ("please ignore my offer",),
    "assignment/approve": ("Yes, but only from {later}.", "How many hours a month do you have?"),
    "resignation/announced": ("Last day as a mentor: {later}",),
    "resignation/undone": ("I stay",),
    "departure/confirmed": ("Last day: {later}",),
    "onboarding/steps": ("done 1", "done 5", "done 1 5"),
    "onboarding/chase": ("done 1 5",),
}
"""How people answer letters that ask for more than the words which they offer."""


class Year:
    """A year, played day by day. `told` is what happened, to be read when something fails."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)
        self.told: list[str] = [f"seed {seed}"]
        hours = self.random.choice([0, 24, 24])
        self.story = Story(folder, people=people.PEOPLE, objection_hours=hours)
        self.story.line.enrol([people.with_gia_as_mentor(self._roster())], self.story.now)
        self.watch = Watch(self.story)
        self._unanswered: list[Received] = []
        self._digests: dict[str, Received] = {}

    def close(self) -> None:
        self.story.close()

    def play(self, days: int, *, busy: float = 0.6) -> None:
        """Let days pass; `busy` is how much happens on one of them."""
        until = self.story.now + days * DAY
        while self.story.now < until:
            stands_still = self.random.random() < 0.03
            passes = (
                self.random.randint(3, 12) if stands_still else self.random.choice((1, 1, 2, 3))
            )
            self.story.stopped = stands_still
            for _ in range(passes):
                self.story.now += timedelta(hours=self.random.choice((20, 24, 24, 28)))
                if self.random.random() < busy:
                    self._somebody()
            if stands_still:
                self._note(f"the service stood still for {passes} days")
            self.story.stopped = False
            self.story.run()
            self._look()

    def _look(self) -> None:
        for letter in self.story.letters():
            if "[Reps Council]" in letter.subject and "waits" in letter.subject + " waits":
                self._digests[letter.to] = letter
            self._unanswered.append(letter)
        self._unanswered = self._unanswered[-60:]
        complaints = self.watch.complaints()
        assert not complaints, "\n".join(
            ["It does not hold:", *complaints, "What happened:", *self.told[-60:]]
        )

    def _somebody(self) -> None:
        """Let one thing happen: an answer, a decision, a mail of somebody's own, a nuisance."""
        happens = self.random.choices(
            (self._answers, self._decides, self._writes, self._nuisance), (8, 6, 4, 1)
        )
        happens[0]()

    def _writes(self) -> None:
        roster = self._roster()
        person = self.random.choice(self._people(roster))
        day = self.story.now.date()
        mails = list(people.possible(person, roster, self._waiting(roster), day))
        if person.on_council(day):
            mails += people.of_council(person, roster, day)
        [mail] = self.random.choices(mails, [one.weight for one in mails])
        twice = self.random.random() < 0.1
        for _ in range(1 + twice):
            self._note(f"{person.name}: {mail.text!r}")
            self.story.write(_header(person), mail.text, subject=mail.subject)

    def _answers(self) -> None:
        """Answer a letter: the newest, or one of weeks ago; some are answered twice."""
        if not self._unanswered:
            return
        newest = self.random.random() < 0.6
        letter = self._unanswered[-1] if newest else self.random.choice(self._unanswered)
        says = list(self._answers_to(letter))
        if not says:
            return
        words = self.random.choice(says)
        self._note(f"{letter.to} answers {letter.subject!r}: {words!r}")
        self.story.reply(letter, words)
        if self.random.random() < 0.9:
            self._unanswered.remove(letter)

    def _answers_to(self, letter: Received) -> Iterator[str]:
        row = self._row(letter)
        if row is None or not row["asks"] or "decision" in row["asks"].get("intents", ()):
            return
        yield from _OFFERED.findall(letter.words)
        days = {
            "past": self.story.now - 5 * DAY,
            "soon": self.story.now + 9 * DAY,
            "later": self.story.now + 33 * DAY,
        }
        template = str(row["template"]).rpartition(".")[0]
        for words in OWN_WORDS.get(template, ()):
            iso = words.startswith(("Away", "Last"))
            form = "%Y-%m-%d" if iso else "%-d %B %Y"
            yield words.format(**{name: day.strftime(form) for name, day in days.items()})

    def _decides(self) -> None:
        """A member decides one line or several, by the newest digest or an old one."""
        letters = [
            x for x in (*self._digests.values(), *self._unanswered) if "Council]" in x.subject
        ]
        if not letters:
            return
        letter = self.random.choice(letters)
        numbers = self._numbers(letter)
        if not numbers:
            return
        lines = [self._line(self.random.choice(numbers)) for _ in range(self.random.randint(1, 4))]
        self._note(f"{letter.to} decides: {'; '.join(lines)}")
        self.story.reply(letter, "\n".join(lines))

    def _line(self, number: int) -> str:
        verbs = ("approve", "reject", "later", "done", "why", "stop", "undo", "show")
        [verb] = self.random.choices(verbs, (12, 4, 2, 5, 1, 1, 2, 1))
        if verb == "done":
            return f"done {number}.{self.random.randint(1, 6)}"
        if verb == "undo":
            number = self.random.choice([number, *self._decided()])
        return f"{verb} {number}" + (": for a reason" if verb in {"reject", "stop", "undo"} else "")

    def _nuisance(self) -> None:
        """A robot answers, or a letter comes back."""
        if not self._unanswered:
            return
        letter = self.random.choice(self._unanswered)
        until = (self.story.now + 20 * DAY).strftime("%-d %B %Y")
        words = f"I am out of office until {until}."
        self._note(f"{letter.to}: {words!r}, to {letter.subject!r}")
        robot = {"Auto-Submitted": "auto-replied"}
        self.story.reply(letter, words, subject="Automatic reply", headers=robot)

    def _numbers(self, letter: Received) -> list[int]:
        row = self._row(letter)
        return [number for number, _ in row["asks"].get("items", ())] if row else []

    def _decided(self) -> list[int]:
        query = "SELECT number FROM question WHERE state IN ('approved', 'rejected')"
        with reading(self.story.app.engine) as connection:
            return [row.number for row in connection.execute(text(query))][-8:]

    def _row(self, letter: Received) -> dict[str, Any] | None:
        with reading(self.story.app.engine) as connection:
            query = text("SELECT template, asks FROM letter WHERE message_id = :id")
            found = connection.execute(query, {"id": letter.message_id}).mappings().first()
        if found is None:
            return None
        return {"template": found["template"], "asks": json.loads(found["asks"] or "null") or {}}

    def _waiting(self, roster: Roster) -> list[Person]:
        with reading(self.story.app.engine) as connection:
            cases = load.open_cases_of(connection, "reps", {"assignment"})
        found = (roster.person(case.parties.get("mentee")) for case in cases)
        return [person for person in found if person and not person.erased]

    def _people(self, roster: Roster) -> list[Person]:
        return sorted((one for one in roster if not one.erased), key=lambda one: one.id)

    def _roster(self) -> Roster:
        with reading(self.story.app.engine) as connection:
            return load.roster(connection, "reps")

    def _note(self, words: str) -> None:
        self.told.append(f"{self.story.now:%Y-%m-%d %H:%M} {words}")


def _header(person: Person) -> str:
    return f"{person.name} <{person.address}>"
