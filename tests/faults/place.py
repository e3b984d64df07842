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
from tests.faults.mails import AUTHORITY, COUNCIL, ROSTER
from tests.faults.nursery import Nursery
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres
from tests.servers.sink import Sink

START = datetime(2027, 1, 4, 0, 5, tzinfo=UTC)  # A Monday; the digest comes on Sundays.
LEASES = timedelta(minutes=16)  # Longer than any lease of a process that died.
DOUBT = timedelta(minutes=31)  # Longer than leases, and than a letter in doubt waits.


@dataclass
class Place:
    """An installation with its mailbox, its sink and what was seen there."""

    here: Installation
    dovecot: Dovecot
    sink: Sink
    now: datetime = START
    kills: int = 0
    parked: int = 0
    doubtful: set[str] = field(default_factory=set)

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
        self.doubtful |= set(
            self.here.column("SELECT message_id FROM letter WHERE state IN ('sending', 'unknown')")
        )
        self.now += pause
        return end.killed

    def finish(self, nursery: Nursery) -> None:
        """Start again until nothing waits any more.

        A mail that was in hand at three kills is set aside like one that causes them. The
        operator runs it again.
        """
        for _ in range(12):
            self.drain(nursery)
            parked = self.here.column("SELECT id FROM inbox WHERE state = 'parked'")
            if not parked and self.here.waiting() == (0, 0):
                return
            self.parked += len(parked)
            for number in parked:
                self.here.replay(number)
        pytest.fail(f"still waiting: {self.here.waiting()}")

    @property
    def arrived(self) -> Counter[str]:
        return Counter(message_ids(mail.data for mail in self.sink.mails))

    def faults(self, expected: "Place") -> list[str]:
        """Say in words where this place differs from the one that nobody disturbed."""
        told = differences(self._sure(expected), self._sure(self))
        many = {letter: times for letter, times in self.arrived.items() if times > 1}
        told += [f"{x} came {n} times" for x, n in many.items() if x not in self.doubtful]
        told += [f"{x} came {n} times, in doubt" for x, n in many.items() if n > 2]
        told += [f"{letter} never came" for letter in expected.arrived - self.arrived]
        told += [f"{x} came, but should not" for x in self.arrived if x not in expected.arrived]
        left, done = (self.dovecot.subjects(self.here.user, x) for x in ("INBOX", PROCESSED))
        wanted = self.dovecot.subjects(expected.here.user, PROCESSED)
        if left or done != wanted:
            told.append(f"{len(left)} mails left, {len(done)} processed of {len(wanted)}")
        return told

    def _sure(self, place: "Place") -> dict[str, list[dict[str, Any]]]:
        """Return a place's records; what became of a letter in doubt here may differ.

        One that is in doubt a second time is not tried again and ends as failed, although it
        may have come: that is the documented case, which is counted.
        """
        records = place.here.records()
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

    def new(self, **more: Any) -> Place:
        self._count += 1
        folder = self._folder / str(self._count)
        (folder / "data").mkdir(parents=True)
        (folder / "data" / "key").write_bytes(b"k" * 32)
        sink = Sink(pipelining=True)
        sink.__enter__()
        here = Installation(
            folder,
            COUNCIL,
            AUTHORITY,
            database=self._server.new_database() if self._server else "",
            **{
                "user": self._dovecot.new_user(),
                "imap_port": self._dovecot.imap,
                "smtp_port": sink.port,
                "programme": {"digest_days": ["sun"]},
                **more,
            },
        )
        here.write_settings()
        if not self._server:
            shutil.copy(self._template, folder / "data" / "mailer.db")
        enrol(here)
        self._open.append(Place(here, self._dovecot, sink))
        return self._open[-1]

    def close(self) -> None:
        for place in self._open:
            place.sink.__exit__()
            place.here.close()
            if self._server:
                self._server.drop(place.here.url)


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
