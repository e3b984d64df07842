"""One round of `make crash`: the service serves, is disturbed, and is then let finish in peace."""

import random
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.faults.clock import Clock
from tests.faults.letterbox import Letterbox
from tests.faults.mails import mails
from tests.faults.nursery import End, Job, Nursery
from tests.faults.place import LEASES, START, Place, Places, Seen
from tests.faults.points import POINTS
from tests.faults.wire import Wire
from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres
from tests.servers.sink import Answer, Cut

SLOW = 1.5  # Seconds; stands for a server that takes a minute.
BEAT = 2.0  # Seconds in which a service that serves has looked at everything once.
# In order, for want of the database, killed, or asked to stop before it listened to that.
ENDS = {0, 75, -signal.SIGKILL, -signal.SIGTERM}
MORNING = START + timedelta(hours=3)
NOON = START + timedelta(hours=10)
EVENING = START + timedelta(hours=20)
SETS = {size: list(mails(start + size))[start:] for start, size in ((0, 8), (20, 13), (60, 20))}


@dataclass(frozen=True, slots=True)
class World:
    """What all rounds on one database share. `server` is None for SQLite."""

    places: Places
    nursery: Nursery
    dovecot: Dovecot
    letterbox: Letterbox
    imap: Wire
    smtp: Wire
    clock: Clock
    clock_file: Path
    server: Postgres | None

    @property
    def database(self) -> str:
        return "postgresql" if self.server else "sqlite"

    def place(self, written: Sequence[bytes]) -> Place:
        self.letterbox.empty()
        self.letterbox.next()
        place = self.places.new(
            self.letterbox, imap_port=self.imap.port, smtp_port=self.smtp.port, poll_seconds=1
        )
        place.deliver(written)
        return place

    def undisturbed(self, size: int) -> Seen:
        """Return what comes of a set of mails when nothing happens."""
        place = self.place(SETS[size])
        place.finish(self.nursery)
        place.now = EVENING
        place.finish(self.nursery)
        seen = place.seen()
        self.places.remove(place)
        return seen


@dataclass
class Round:
    """One place, a chance of its own, and what was done to it."""

    world: World
    chance: random.Random
    size: int
    done: Counter[str] = field(default_factory=Counter)
    story: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    kills: int = 0
    _running: bool = False

    def play(self, expected: Seen, kinds: Sequence[str]) -> None:
        """Disturb the service, let it finish, and note where the outcome differs."""
        self.place = self.world.place([])
        self.world.clock.set(MORNING)
        written = list(SETS[self.size])
        self.chance.shuffle(written)
        for kind in kinds:
            share = self.chance.randint(0, len(written))
            self.place.deliver(written[:share])
            del written[:share]
            before = len(self.story)
            KINDS[kind][0](self)
            if len(self.story) > before:
                self.done[kind] += 1
        self.place.deliver(written)
        self._rest()
        self.faults += self.place.faults(expected)

    def _rest(self) -> None:
        """Have everything work again, and let the service finish."""
        self.world.imap.mend()
        self.world.smtp.mend()
        if self._running:
            self.end(signal.SIGTERM)
        self.world.letterbox.next()
        self.place.now = self.world.clock.now() + LEASES
        self.place.finish(self.world.nursery)
        assert self.place.now < EVENING, "the round took too long to be compared"
        self.place.now = EVENING
        self.place.finish(self.world.nursery)

    # What the disturbances are made of.

    def up(self, point: str = "", nth: int = 1, largest: int = 0) -> None:
        """Have the service run; a new one may find the leases of one that died."""
        if self._running:
            if not (point or largest):
                return
            self.end(signal.SIGTERM)
        self.world.clock.step(self.chance.choice([timedelta(0), LEASES, 2 * LEASES]))
        self.world.nursery.start(
            Job(
                str(self.place.here.config),
                clock=str(self.world.clock_file),
                serve=True,
                point=point,
                nth=nth,
                largest=largest,
            )
        )
        self._running = True

    def end(self, number: int, after: float = 0) -> End:
        end = self.world.nursery.end(number, after)
        self._running = False
        self.kills += end.killed
        if end.code not in ENDS:
            self.faults.append(f"the service ended with {end.code}")
        self.place.look_for_doubt()
        return end

    def pause(self, longest: float = BEAT) -> None:
        time.sleep(self.chance.uniform(0.02, longest))

    def tell(self, words: str) -> None:
        """Note what came to pass: a disturbance that tells nothing is not counted."""
        self.story.append(words)


def _kill(this: Round) -> None:
    this.up()
    this.pause()
    this.end(signal.SIGKILL)
    this.tell("kill")


def _step(this: Round) -> None:
    point, nth = this.chance.choice(POINTS), this.chance.choice([1, 1, 2, 3])
    this.up(point, nth)
    if this.end(signal.SIGKILL, 3 * BEAT).by_itself:
        this.tell(f"kill at {point!r}, time {nth}")


def _imap(this: Round) -> None:
    this.up()
    this.pause()
    this.world.dovecot.kill()
    this.pause(BEAT / 2)
    this.world.dovecot.start()
    this.tell("IMAP server killed")
    this.pause()


def _sink(this: Round) -> None:
    this.up()
    this.pause()
    this.world.letterbox.kill()
    this.pause(BEAT / 2)
    this.world.letterbox.start()
    this.place.look_for_doubt()
    this.tell("SMTP server killed")


def _postgres(this: Round) -> None:
    assert this.world.server is not None
    this.up()
    this.pause()
    this.world.server.kill()
    this.pause(BEAT / 4)
    this.world.server.start()
    this.place.look_for_doubt()
    this.tell("database server killed")
    this.pause()


def _locked(this: Round) -> None:
    this.up()
    this.pause()
    file = this.place.here.folder / "data" / "mailer.db"
    with closing(sqlite3.connect(file, isolation_level=None, timeout=10)) as lock:
        lock.execute("BEGIN IMMEDIATE")
        this.pause()
        lock.execute("ROLLBACK")
    this.tell("database locked")


def _full(this: Round) -> None:
    file = this.place.here.folder / "data" / "mailer.db"
    room = this.chance.randrange(0, 120_000)
    this.up(largest=file.stat().st_size + room)
    this.pause(2 * BEAT)
    end = this.end(this.chance.choice([signal.SIGKILL, signal.SIGTERM]))
    this.tell(f"disk full after {room} bytes, {end.code}")


def _clock(this: Round) -> None:
    this.up()
    for _ in range(this.chance.randint(1, 3)):
        this.pause()
        this.place.look_for_doubt()
        minutes = this.chance.choice([-120, -31, -10, -1, 1, 10, 31, 120])
        if not START < this.world.clock.now() + timedelta(minutes=minutes) < NOON:
            minutes = -minutes  # On another day people would have written on that day.
        this.world.clock.step(timedelta(minutes=minutes))
        this.tell(f"clock {minutes:+} min")
    this.pause()


def _cut_imap(this: Round) -> None:
    count, before = this.chance.randrange(1, 20_000), this.world.imap.cuts
    this.world.imap.cut_after(count)
    this.up()
    this.pause(2 * BEAT)
    this.world.imap.mend()
    if this.world.imap.cuts > before:
        this.tell(f"IMAP cut after {count} bytes")


def _cut_smtp(this: Round) -> None:
    count, before = this.chance.randrange(1, 20_000), this.world.smtp.cuts
    this.world.smtp.cut_after(count)
    this.up()
    this.pause(2 * BEAT)
    this.world.smtp.mend()
    this.place.look_for_doubt()
    if this.world.smtp.cuts > before:
        this.tell(f"SMTP cut after {count} bytes")


def _answers(words: str, wanted: Answer) -> Callable[[Round], None]:
    def disturb(this: Round) -> None:
        before = [Answer()] * this.chance.randrange(4)
        this.world.letterbox.next(*before, wanted)
        this.up()
        this.pause(2 * BEAT)
        if not this.world.letterbox.next():
            this.tell(f"letter {len(before) + 1} {words}")
        this.place.look_for_doubt()

    return disturb


KINDS: dict[str, tuple[Callable[[Round], None], str]] = {
    "kill": (_kill, "the service killed at a random instant"),
    "step": (_step, "the service killed at a named step"),
    "imap": (_imap, "the IMAP server killed"),
    "sink": (_sink, "the SMTP server killed"),
    "postgresql": (_postgres, "the database server killed"),
    "locked": (_locked, "the database locked by another program"),
    "full": (_full, "no room for the database"),
    "clock": (_clock, "the clock stepped, forward and backward"),
    "cut-imap": (_cut_imap, "the connection to IMAP cut in a line"),
    "cut-smtp": (_cut_smtp, "the connection to SMTP cut in a line"),
    "drop": (
        _answers("taken and dropped", Answer(cut=Cut.AFTER_ANSWER)),
        "SMTP says 250 and drops the connection",
    ),
    "slow": (_answers("answered late", Answer(delay=SLOW)), f"SMTP answers after {SLOW} s"),
    "mute": (
        _answers("not answered", Answer(cut=Cut.AFTER_DOT)),
        "SMTP closes after the content, without a word",
    ),
    "data": (_answers("cut in DATA", Answer(cut=Cut.IN_DATA)), "SMTP closes within the content"),
}
"""Each way to disturb, and what it is."""

ONLY = {"postgresql": "postgresql", "locked": "sqlite", "full": "sqlite"}
"""Ways that one kind of database knows alone."""
