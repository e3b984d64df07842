"""One run: people write, letters are answered, things go wrong, and figures are read meanwhile."""

import random
import sys
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.soak.answers import Letter, decision, is_digest, letter_of, reaction
from tests.soak.gauges import Sampler
from tests.soak.outcome import Account, faults
from tests.soak.troubles import TROUBLES
from tests.soak.world import OLD, PROGRAMMES, START, World
from tests.soak.writers import Writers, Written

EVERY = 5.0
"""Seconds between two samples."""
OLD_MAILS = 40
REST_SECONDS = 240.0
LONG = 20.0
"""Seconds in which the service ends when it is asked to and has nothing in hand."""
STEP = timedelta(minutes=31)  # Longer than a letter in doubt waits.
DECIDES, ANSWERS = 0.05, 0.5
"""So many of all mails decide; together with those that answer a letter, so many."""
TWICE = 0.02
"""The share of mails that come a second time."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be played. Times are in real seconds; `rate` is how fast the service's clock is.

    The day begins with a full mailbox, the `backlog`. What is sampled in the first `warm_up` is
    shown, and not judged: caches fill, connections open.
    """

    database: str
    seconds: float
    warm_up: float
    seed: int
    rate: float = 24
    mails_per_second: float = 1.0
    pause: float = 15.0
    backlog: int = 1000


@dataclass
class Soak:
    """One run: the world, what was put in, and what was seen."""

    plan: Plan
    world: World
    chance: random.Random
    account: Account = field(default_factory=Account)
    points: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    begun: float = field(default_factory=time.monotonic)
    _posted: dict[str, float] = field(default_factory=dict)
    _letters: deque[Letter] = field(default_factory=lambda: deque(maxlen=300))
    _digests: dict[tuple[str, str], Letter] = field(default_factory=dict)
    _place: int = 0

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.begun

    def play(self) -> None:
        """Let people write and things go wrong until the time is over."""
        self.sampler = Sampler(self.world)
        writers = Writers(self.chance, list(PROGRAMMES))
        for at, count in ((OLD, OLD_MAILS), (START, self.plan.backlog)):
            for _ in range(count):
                self._post(writers.next(at), at)
        self.account.old = OLD_MAILS
        ends = self.begun + self.plan.seconds
        mail = sample = self.begun
        trouble = self.begun + self.plan.pause
        while (now := time.monotonic()) < ends:
            self._read_letters()
            if now >= mail:
                self._somebody(writers)
                mail += self.chance.expovariate(self.plan.mails_per_second)
            if now >= sample:
                self._sample(now)
                sample = max(sample + EVERY, now)
            if now >= trouble:
                self._trouble()
                trouble = time.monotonic() + self.chance.expovariate(1 / self.plan.pause)
            time.sleep(max(0.0, min(0.2, mail - time.monotonic())))

    def rest(self) -> list[str]:
        """Mend everything, let the service finish, end it, and say what is not as it must be."""
        world = self.world
        world.imap.mend()
        world.smtp.mend()
        world.letterbox.next()
        ends = time.monotonic() + REST_SECONDS
        while (left := self._waiting()) and time.monotonic() < ends:
            time.sleep(2)
            self.account.look_for_doubt(world)
            if not left[0]:
                world.clock.step(STEP)  # What waits is for its next try, or in doubt.
        told = [f"{left[0]} mails and {left[1]} letters still wait"] if left else []
        code, seconds = world.stop()
        if code:
            told.append(f"the service ended with {code}")
        self._read_letters()
        told += faults(world, self.account)
        world.here.run("audit", "verify")
        if seconds > LONG:
            told.append(f"the service took {seconds:.0f} s to end")
        return told

    def _waiting(self) -> tuple[int, int] | None:
        """Return what waits, None where nothing does and the mailboxes are empty."""
        waiting = self.world.here.waiting()
        stored = self.world.here.column("SELECT count(*) FROM inbox")[0]
        if stored < self.account.mails.total():
            return (self.account.mails.total() - stored, waiting[1])
        return waiting if any(waiting) else None

    def _somebody(self, writers: Writers) -> None:
        """Somebody writes of their own accord, or answers a letter; some mails come twice."""
        now = self.world.clock.now()
        mail = None
        happens = self.chance.random()
        if self._digests and happens < DECIDES:
            mail = decision(writers, self.chance.choice(list(self._digests.values())), now)
        elif self._letters and happens < ANSWERS:
            place = self.chance.randrange(len(self._letters))
            letter = self._letters[place]
            del self._letters[place]
            mail = reaction(writers, letter, now)
        mail = mail or writers.next(now)
        self._post(mail)
        if self.chance.random() < TWICE:
            self._post(mail)

    def _post(self, mail: Written, at: datetime | None = None) -> None:
        self.world.deliver(mail, at)
        self.account.posted(mail)
        if at is None and mail.message_id:
            self._posted.setdefault(mail.message_id, time.monotonic())

    def _read_letters(self) -> None:
        """Take in what came to the sink, and how long an answer took."""
        found, self._place = self.world.letterbox.since(self._place)
        for at, mail in found:
            letter = letter_of(mail)
            self.account.arrived[letter.message_id] += 1
            if is_digest(letter):
                self._digests[letter.programme, letter.to] = letter
            else:
                self._letters.append(letter)
            begun = self._posted.pop(letter.answers, None) if letter.answers else None
            if begun is not None:
                self._note("latency", at, at - begun)

    def _sample(self, now: float) -> None:
        if self.world.process.poll() is not None:
            sys.exit(f"the service ended by itself; look at {self.world.log}")
        self.account.look_for_doubt(self.world)
        for name, value in self.sampler.sample().items():
            self._note(name, now, value)

    def _trouble(self) -> None:
        words = self.chance.choice(list(TROUBLES))
        TROUBLES[words](self.world, self.chance)
        self.done[words] += 1

    def _note(self, name: str, at: float, value: float) -> None:
        self.points.setdefault(name, []).append((at - self.begun, value))
