"""A place where the service can be disturbed: its mailbox, its sink, and what was seen there."""

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mailer.app import App
from mailer.record.people_csv import plan
from mailer.settings import load
from tests.faults.installation import PROCESSED, Installation, differences, message_ids
from tests.faults.letterbox import Letterbox
from tests.faults.mails import AUTHORITY, COUNCIL, ROSTER
from tests.faults.nursery import Nursery
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres
from tests.servers.sink import Sink

START = datetime(2027, 1, 4, 0, 5, tzinfo=UTC)  # A Monday; the digest comes on Sundays.
LEASES = timedelta(minutes=16)  # Longer than any lease of a process that died.
DOUBT = timedelta(minutes=31)  # Longer than leases, and than a letter in doubt waits.


Records = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Records without times, how often each letter arrived, and what lies in the mailbox."""

    records: Records
    arrived: Counter[str]
    left: list[str]
    processed: list[str]


@dataclass
class Place:
    """An installation with its mailbox, its sink and what was seen there."""

    here: Installation
    dovecot: Dovecot
    sink: Sink | Letterbox
    now: datetime = START
    kills: int = 0
    parked: int = 0
    given_up: int = 0
    doubts: Counter[str] = field(default_factory=Counter)
    _in_doubt: set[str] = field(default_factory=set)

    def deliver(self, mails: Iterable[bytes]) -> None:
        self.dovecot.deliver(self.here.user, mails)

    def drain(
        self,
        nursery: Nursery,
        after: float = 60,
        *,
        point: str = "",
        nth: int = 1,
        pause: timedelta = DOUBT,
    ) -> bool:
        """Run a child; return whether it was killed. Then let the time `pause` pass."""
        end = nursery.drain(self.here.config, self.now, after, point=point, nth=nth)
        assert end.killed or end.code == 0, "the child failed; its words are above"
        self.kills += end.killed
        self.look_for_doubt()
        self.now += pause
        return end.killed

    def look_for_doubt(self) -> None:
        """Note which letters are in doubt now, before time passes and they are sent once more."""
        now = "SELECT message_id FROM letter WHERE state IN ('sending', 'unknown')"
        found = set(self.here.column(now))
        self.doubts.update(found - self._in_doubt)
        self._in_doubt = found

    @property
    def doubtful(self) -> set[str]:
        """Return the letters that were in doubt once: no answer came, or none was recorded."""
        return set(self.doubts)

    def finish(self, nursery: Nursery) -> None:
        """Start again until nothing waits any more.

        A mail that was in hand at three kills is set aside like one that causes them. The
        operator runs it again, and sends again what was in doubt twice.
        """
        for _ in range(12):
            self.drain(nursery)
            parked = self.here.column("SELECT id FROM inbox WHERE state = 'parked'")
            given_up = self._given_up()
            if not parked and not given_up and self.here.waiting() == (0, 0):
                return
            self.parked += len(parked)
            for number in parked:
                self.here.replay(number)
            self.given_up += len(given_up)
            for letter, message_id in given_up:
                self.doubts[message_id] += 1
                self.here.resend(letter)
        pytest.fail(f"still waiting: {self.here.waiting()}")

    def _given_up(self) -> list[tuple[str, str]]:
        """Return the letters in doubt twice, which are not tried again: (id, Message-ID)."""
        rows = self.here.rows("SELECT id, message_id FROM letter WHERE state = 'failed'")
        return [(row[0], row[1]) for row in rows if row[1] in self.doubts]

    @property
    def arrived(self) -> Counter[str]:
        return Counter(message_ids(mail.data for mail in self.sink.mails))

    def seen(self) -> Seen:
        """Return what can be compared with another place."""
        left, done = (self.dovecot.subjects(self.here.user, x) for x in ("INBOX", PROCESSED))
        return Seen(self.here.records(), self.arrived, left, done)

    def faults(self, expected: Seen) -> list[str]:
        """Say in words where this place differs from what the undisturbed one showed."""
        found = self.seen()
        told = differences(self._sure(expected.records), self._sure(found.records))
        for letter, times in found.arrived.items():
            if times > 1 + self.doubts[letter]:
                told.append(f"{letter} came {times} times, {self.doubts[letter]} times in doubt")
        told += [f"{x} never came" for x in expected.arrived if x not in found.arrived]
        told += [f"{x} came, but should not" for x in found.arrived if x not in expected.arrived]
        if found.left or found.processed != expected.processed:
            wanted = len(expected.processed)
            told.append(f"{len(found.left)} left, {len(found.processed)} processed of {wanted}")
        return told

    def _sure(self, records: Records) -> Records:
        """Return records; what became of a letter in doubt here may differ.

        One that is in doubt a second time is not tried again and ends as failed, although it
        may have come: that is the documented case, which is counted.
        """
        unsure = {"state": "in doubt", "sent": "in doubt"}
        letters = [
            {**x, **unsure} if x["message_id"] in self.doubtful else x for x in records["letter"]
        ]
        return {**records, "letter": letters}

    @property
    def doubles(self) -> int:
        return sum(times - 1 for times in self.arrived.values())


class Places:
    """Makes places on one kind of database, all with the same key, so that records can be equal."""

    def __init__(self, folder: Path, dovecot: Dovecot, template: Path, server: Postgres | None):
        self._folder, self._dovecot = folder, dovecot
        self._template, self._server = template, server
        self._count = 0
        self._open: list[Place] = []

    def new(self, sink: Letterbox | None = None, **more: Any) -> Place:
        """Make a place, with a sink of its own or beside a letterbox of the caller's."""
        self._count += 1
        folder = self._folder / str(self._count)
        (folder / "data").mkdir(parents=True)
        (folder / "data" / "key").write_bytes(b"k" * 32)
        taker = sink or Sink(pipelining=True).__enter__()
        here = Installation(
            folder,
            COUNCIL,
            AUTHORITY,
            database=self._server.new_database() if self._server else "",
            **{
                "user": self._dovecot.new_user(),
                "imap_port": self._dovecot.imap,
                "smtp_port": taker.port,
                "programme": {"digest_days": ["sun"]},
                **more,
            },
        )
        here.write_settings()
        if not self._server:
            shutil.copy(self._template, folder / "data" / "mailer.db")
        enrol(here)
        self._open.append(Place(here, self._dovecot, taker))
        return self._open[-1]

    def remove(self, place: Place) -> None:
        """Remove a place, and end its own sink."""
        self._open.remove(place)
        if isinstance(place.sink, Sink):
            place.sink.__exit__()
        place.here.close()
        if self._server:
            self._server.drop(place.here.url)
        shutil.rmtree(place.here.folder)

    def close(self) -> None:
        for place in list(self._open):
            self.remove(place)


def enrol(here: Installation) -> None:
    """Import the roster without the cost of starting a process."""
    app = App(load(here.config))
    try:
        line = app.lines["reps"]
        line.desk.look_up([], START)
        found = plan(ROSTER, line.desk.roster, "reps")
        assert not found.faults
        line.enrol(found.records, START)
    finally:
        app.close()
