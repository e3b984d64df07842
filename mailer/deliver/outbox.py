"""The courier: takes letters from the outbox to a transport and records what became of them.

No transaction is open while the network is used. One transaction records the result of a letter
and that the next one is being sent, so that at most one letter of a courier is ever in doubt.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError

from mailer.deliver.retry import Failure, Outcome, Reply, decide
from mailer.deliver.transport import Transport
from storage import outbox
from storage.engine import reading, writing
from storage.outbox import ClaimedLetter, LetterResult
from storage.sweep import withhold

__all__ = ["ClaimedLetter", "Courier", "Delivered", "Hurt"]

LEASE = timedelta(minutes=15)
"""How long one letter may be on the wire."""
HOLD = timedelta(minutes=2)
"""How long letters that were taken wait for their turn before another courier may take them."""
_FIRST_PAUSE = timedelta(minutes=1)
_LONGEST_PAUSE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Hurt:
    """A letter whose recipient's address was refused for good."""

    letter: str
    programme: str
    person: str | None
    address: str
    reply: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one run did. `closed_until`: no letter is tried before, the way out is shut."""

    sent: int = 0
    retried: int = 0
    failed: int = 0
    unknown: int = 0
    alerts: tuple[str, ...] = ()
    hurt: tuple[Hurt, ...] = ()
    closed_until: datetime | None = None


class _NotOurs(Exception):
    """The letter was cancelled or taken over meanwhile."""


@dataclass(slots=True)
class _Run:
    """One run's tally."""

    states: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    hurt: list[Hurt] = field(default_factory=list)

    def delivered(self, closed_until: datetime | None) -> Delivered:
        return Delivered(
            sent=self.states.count("sent"),
            retried=self.states.count("queued"),
            failed=self.states.count("failed"),
            unknown=self.states.count("unknown"),
            alerts=tuple(self.alerts),
            hurt=tuple(self.hurt),
            closed_until=closed_until,
        )


class Courier:
    """Delivers letters over one transport.

    `clock` returns aware UTC, `jitter` a number between -1 and 1, `envelope_sender` the address
    that bounces of a letter go to. `pause` is the time between two letters, in seconds. `tell`
    is called with an address that was refused for good, before that is recorded: a process that
    dies in between tells it twice rather than never. Letters of `silent` programmes are withheld.

    What a server answered while the database was away is kept, and recorded by a later run: it
    must not become a doubt.
    """

    def __init__(
        self,
        engine: Engine,
        transport: Transport,
        clock: Callable[[], datetime],
        jitter: Callable[[], float],
        envelope_sender: Callable[[ClaimedLetter], str],
        pause: float = 0,
        tell: Callable[[Hurt], None] = lambda _hurt: None,
        silent: frozenset[str] = frozenset(),
    ) -> None:
        self._engine = engine
        self._transport = transport
        self._clock = clock
        self._jitter = jitter
        self._envelope_sender = envelope_sender
        self._pause = pause
        self._tell = tell
        self._silent = silent
        self._closed_until: datetime | None = None
        self._closings = 0
        self._pending: list[LetterResult] = []

    def run(self, limit: int, stop: Event) -> Delivered:
        """Deliver up to `limit` letters that are due; ends early, between letters, on `stop`."""
        self._record()
        now = self._clock()
        if self._closed_until is not None and now < self._closed_until:
            return Delivered(closed_until=self._closed_until)
        run = _Run()
        letters = self._claim(run, now, limit)
        tried = 0
        try:
            for letter in letters:
                if stop.is_set() or self._closed_until is not None:
                    break
                if self._pause and tried:
                    self._record()
                    if stop.wait(self._pause):
                        break
                tried += 1
                self._deliver(run, letter)
        finally:
            self._record(letters[tried:])
        return run.delivered(self._closed_until)

    def _claim(self, run: _Run, now: datetime, limit: int) -> list[ClaimedLetter]:
        self._closed_until = None
        with reading(self._engine) as connection:  # Most beats find nothing and need no lock.
            due = outbox.next_due(connection)
        if due is None or due > now:
            return []
        with writing(self._engine) as connection:
            recovered = outbox.recover(connection, now)
            if self._silent:
                withhold(connection, self._silent)
            letters = outbox.due_unknown(connection, now, limit, HOLD)
            letters += outbox.claim(connection, now, limit - len(letters), HOLD)
        run.states += ["unknown"] * len(recovered.unknown) + ["failed"] * len(recovered.failed)
        run.alerts += [
            f"letter {letter}: no answer after the content; it may have arrived"
            for letter in recovered.failed
        ]
        return letters

    def _deliver(self, run: _Run, letter: ClaimedLetter) -> None:
        lease = letter.lease_until
        last = letter.state == "unknown" and not self._transport.looks
        give_up = letter.give_up

        def before_data() -> None:
            nonlocal lease, give_up
            now = self._clock()
            until = now + LEASE
            if last:
                give_up = now
            with self._recording() as connection:
                ours = outbox.mark_sending(connection, letter, until, last=now if last else None)
            if not ours:
                raise _NotOurs
            lease = until

        try:
            reply = self._transport.send(letter, self._envelope_sender(letter), before_data)
        except _NotOurs:
            return
        outcome = decide(reply, letter.attempts, self._clock(), self._jitter(), give_up)
        self._note(run, letter, reply, outcome, lease)

    def _note(
        self,
        run: _Run,
        letter: ClaimedLetter,
        reply: Reply | Failure,
        outcome: Outcome,
        lease: datetime,
    ) -> None:
        now = self._clock()
        sent = now if outcome.state == "sent" else None
        # A letter in doubt stays in doubt until a server has taken or refused it.
        doubtful = letter.state == "unknown" and outcome.state == "queued"
        state = "unknown" if doubtful else outcome.state
        if outcome.hurts_address:
            hurt = Hurt(
                letter.id, letter.programme, letter.person, letter.address, outcome.reply_text
            )
            self._tell(hurt)
            run.hurt.append(hurt)
        self._pending.append(
            LetterResult(
                id=letter.id,
                state=state,
                reply=outcome.reply_text,
                lease_until=lease,
                not_before=outcome.not_before,
                sent=sent,
                counted=outcome.counted,
            )
        )
        run.states.append(state)
        if outcome.alert:
            run.alerts.append(f"letter {letter.id} to {letter.address}: {outcome.reply_text}")
        if outcome.stop_channel:
            self._shut(now, at_once=outcome.alert)
        elif isinstance(reply, Reply):
            self._closings = 0

    def _shut(self, now: datetime, *, at_once: bool) -> None:
        """Shut the way out: for a minute, then twice as long each time.

        Refused credentials shut it for the longest time `at_once`: accounts get locked.
        """
        pause = _LONGEST_PAUSE if at_once else _FIRST_PAUSE * 2 ** min(self._closings, 6)
        self._closings += 1
        self._closed_until = now + min(pause, _LONGEST_PAUSE)
        self._transport.close()

    def _record(self, untouched: Sequence[ClaimedLetter] = ()) -> None:
        if self._pending or untouched:
            with self._recording() as connection:
                outbox.release(connection, untouched)

    @contextmanager
    def _recording(self) -> Iterator[Connection]:
        """Open a transaction that records the results; what the database refuses is dropped."""
        try:
            with writing(self._engine) as connection:
                outbox.mark_results(connection, self._pending)
                yield connection
        except (OperationalError, InterfaceError):
            raise  # It is away, locked or full.
        except BaseException:
            self._pending.clear()
            raise
        self._pending.clear()
