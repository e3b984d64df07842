"""Putting the house together: the rooms with I/O, one line for each programme, the heartbeat."""

import os
import random
import secrets
import socket
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Self

import structlog

from mailer.deliver.outbox import ClaimedLetter, Courier, Hurt
from mailer.deliver.sender import Sender
from mailer.errors import MailerError
from mailer.hearers.pool import Hearers
from mailer.heartbeat import beat, guarded
from mailer.installation import (
    RECOVERY,
    imap_account,
    intake_server,
    key_of,
    now,
    open_database,
    transport,
)
from mailer.lines import all_templates, line
from mailer.memory import give_back, hold_together
from mailer.oauth.model import TokenRefused
from mailer.receive import account as imap
from mailer.receive.imap import ImapPoller
from mailer.receive.keys import Keys, Verifier
from mailer.receive.lease import LeaseTaken, expires
from mailer.record import database, rounds, site
from mailer.record.alarms import alarms
from mailer.record.presence import Presence
from mailer.roles import Role
from mailer.settings import Settings
from mailer.trust import token

log = structlog.get_logger()

BATCH = 100
SHARE = 8
"""So many programmes are worked at before it is asked anew which ones still wait."""


@dataclass(slots=True)
class Done:
    """What a pass did."""

    received: int = 0
    handled: int = 0
    deadlines: int = 0
    sent: int = 0
    failed: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def anything(self) -> bool:
        return bool(self.received or self.handled or self.deadlines or self.sent)

    def __iadd__(self, other: "Done") -> Self:
        self.received += other.received
        self.handled += other.handled
        self.deadlines += other.deadlines
        self.sent += other.sent
        self.failed += other.failed
        self.problems += other.problems
        return self


class App:
    """One running installation. `clock` returns aware UTC; a rehearsal gives a fixed one.

    Of its `roles` it plays all or some, beside other processes on the same database.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], datetime] = now,
        roles: Collection[Role] = tuple(Role),
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.roles = frozenset(roles)
        self.stopping = threading.Event()
        self.news = threading.Event()
        self.turn = threading.RLock()  # A refused address is taken in by the thread that delivers.
        self.engine = open_database(settings)
        key = key_of(settings.data / "key")
        self.owner = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        played = [role for role in Role if role in self.roles]
        self.presence = Presence(self.engine, self.owner, played, key, clock)
        letters = all_templates(settings)
        self.lines = {
            name: line(settings, name, self.engine, letters[name], key, self.owner)
            for name in settings.programme
        }
        self.hearers = Hearers(settings.most_readers)
        for each in self.lines.values():
            each.hearers = self.hearers
        names = list(self.lines)
        # Workers begin at different programmes, so that they seldom stand in each other's way.
        first = secrets.randbelow(len(names)) if len(names) > SHARE else 0
        self.order = names[first:] + names[:first]
        self.keys = Keys(clock)
        for name, one in settings.programme.items():
            if one.verify == "dkim":
                self.lines[name].signatures = Verifier(self.keys, one.dkim_bits)
        self.pollers = {
            name: ImapPoller(self.engine, imap_account(settings, name), self.owner)
            for name in settings.mailbox
            if Role.RECEIVE in self.roles
        }
        self.transport = transport(settings)
        jitter = random.Random()  # noqa: S311 - spreads retries, keeps no secret
        self.courier = Courier(
            self.engine,
            self.transport,
            clock,
            lambda: jitter.uniform(-1, 1),
            partial(envelope_sender, settings, key),
            pause=60 / settings.delivery.per_minute if settings.delivery.per_minute else 0,
            tell=self._refused,
            silent=frozenset(n for n, one in settings.programme.items() if one.send == "never"),
        )
        self.sender = Sender(guarded(self._sends), self.transport.hang_up, self.stopping)

    def start(self) -> None:
        """Begin what runs for each whole programme.

        Raises MailerError where a recovery was broken off: its mails would be answered twice.
        """
        with database.reading(self.engine) as connection:
            if expires(connection, RECOVERY) is not None:
                raise MailerError("a recovery came to no end; run `mailer recover --apply` again")
        if Role.WORK in self.roles:
            for each in self.lines.values():
                each.start(self.clock())

    def receive(self) -> Done:
        """Poll every mailbox once. One that cannot be reached does not stop the others."""
        done = Done()
        for poller in self.pollers.values():
            try:
                done.received += poller.poll(self.clock(), self.stopping).new
            except MailerError as error:
                done.problems.append(str(error))
        return done

    def work(self) -> Done:
        """Handle one batch of waiting mails for each programme that has some."""
        done = Done()
        left = self._waiting(self.order)
        while left and not self.stopping.is_set():
            for name in left[:SHARE]:
                with self.turn:
                    done.handled += self.lines[name].work(self.clock(), BATCH)
            left = self._waiting(left[SHARE:])  # Other workers were there meanwhile.
        return done

    def _waiting(self, names: list[str]) -> list[str]:
        found = rounds.with_mail(self.engine, names, self.clock()) if names else set()
        return [name for name in names if name in found or self.lines[name].still]

    def due(self) -> Done:
        """Handle the deadlines that have come, for each programme that has some."""
        waiting = rounds.with_deadline(self.engine, self.lines, self.clock())
        lines = [each for name, each in self.lines.items() if name in waiting]
        with self.turn:
            return Done(deadlines=sum(each.due(self.clock()) for each in lines))

    def deliver(self) -> Done:
        """Deliver one batch of letters."""
        delivered = self.courier.run(BATCH, self.stopping)
        for alert in delivered.alerts:
            log.error("delivery_alert", reason=alert)
        return Done(sent=delivered.sent, failed=delivered.failed, problems=list(delivered.alerts))

    def _sends(self) -> bool:
        return bool(self.deliver().sent)

    def _refused(self, hurt: Hurt) -> None:
        """Take in that an address was refused for good; its programme may be served no more."""
        if hurt.programme in self.lines:
            line = self.lines[hurt.programme]
            with self.turn:
                line.refused(hurt.letter, hurt.address, hurt.reply, self.clock())

    def once(self, report: Callable[[Done], None] = lambda _done: None) -> Done:
        """Make full passes until nothing is due; return what was done in all.

        `report` is called after each pass with the sum so far.
        """
        total = Done()
        works = Role.WORK in self.roles
        parts = [self.work, self.due] if works else []
        parts += [self.deliver] if Role.DELIVER in self.roles else []
        with self.presence:
            self.start()
            total += self.receive()
            while not self.stopping.is_set():
                step = Done()
                for part in parts:
                    step += part()
                total += step
                report(total)
                if not step.anything:
                    break
            if works:
                self.publish()
        return total

    def run(self) -> None:
        """Serve until `stopping` is set: intake, pollers and the heartbeat, as the roles say."""
        hold_together()
        with self.presence:
            self._run()

    def _run(self) -> None:
        self.start()
        server = None
        if Role.RECEIVE in self.roles and self.settings.takes_mail:
            server = intake_server(self.settings, self.engine, self.clock, self.news.set)
            server.start()
        threads = [
            threading.Thread(target=self._poll, args=(name,), name=f"poll-{name}")
            for name in self.pollers
        ]
        for thread in threads:
            thread.start()
        ending: list[Callable[[], None]] = [thread.join for thread in threads]
        try:
            jobs: list[tuple[int, Callable[[], object]]] = [(60, give_back)]
            if Role.WORK in self.roles:
                jobs += [(1, self._drain), (10, self.due)]
                jobs += [(30, self.publish), (300, self.hearers.rest), (600, self.watch)]
            if Role.DELIVER in self.roles:
                self.sender.start()
                ending.append(self.sender.end)
            soon = [self._drain] if Role.WORK in self.roles else []
            beat(jobs, self.stopping, self.news, soon)
        finally:
            self.stopping.set()
            for end in ending:
                end()
            if server is not None:
                server.stop()

    def _drain(self) -> None:
        """Work off the inbox; letters go out meanwhile."""
        while not self.stopping.is_set() and self.work().handled:
            self.sender.news.set()

    def publish(self) -> None:
        """Bring the public pages up to the records, for each programme that has a folder."""
        for name, each in self.lines.items():
            one = self.settings.programme[name]
            if one.site is None or each.desk.paused():
                continue
            with database.reading(self.engine) as connection:
                files = site.pages(
                    connection,
                    each.book.templates,
                    each.book.policy,
                    self.clock(),
                    names=one.site_names,
                )
            if changed := site.write(files, one.site):
                log.info("published", programme=name, files=changed)

    def watch(self) -> None:
        """Tell operator and council of what shows only over time (`mailer.record.alarms`)."""
        now = self.clock()
        for name, each in self.lines.items():
            proves = bool(each.trust.authserv_id or each.trust.dkim)
            with database.reading(self.engine) as connection:
                found = list(alarms(connection, each.book.policy, now, proves=proves))
            for alarm in found:
                with self.turn:
                    happened = each.happen(alarm, now)
                if happened:
                    log.error("alarm", programme=name, what=alarm.name, reason=alarm.reason)

    def _poll(self, name: str) -> None:
        """Poll one mailbox: at once when mail is announced, else by the timer."""
        poller = self.pollers[name]
        while not self.stopping.is_set():
            pause: float = self.settings.mailbox[name].poll_seconds
            try:
                result = poller.poll(self.clock(), self.stopping)
                if result.new:
                    self.news.set()
                    log.info("received", mailbox=name, mails=result.new)
                poller.wait(pause, self.stopping)
            except LeaseTaken:
                self.stopping.wait(pause)  # Another process polls it; this one stands by.
            except MailerError as error:
                log.warning("poll_failed", mailbox=name, error=str(error))
                self.stopping.wait(_backoff(poller.failures, error).total_seconds())
            except Exception:
                log.exception("poll_broke", mailbox=name)
                self.stopping.wait(pause)

    def close(self) -> None:
        for name, poller in self.pollers.items():
            try:
                poller.close()
            except Exception as error:  # noqa: BLE001 - its lease runs out by itself
                log.warning("not_closed", mailbox=name, error=type(error).__name__)
        self.hearers.close()
        self.transport.close()
        self.engine.dispose()


def envelope_sender(settings: Settings, key: bytes, letter: ClaimedLetter) -> str:
    """Return where reports on a letter go: an address of its own, or the programme's."""
    programme = settings.programme.get(letter.programme)
    if programme is None:
        return ""
    if programme.bounces == "off":
        return programme.address
    return token.bounce_address(programme.address, key, letter.id)


def _backoff(failures: int, error: MailerError) -> timedelta:
    if isinstance(error, TokenRefused):
        return imap.LAST_RETRY  # The mailbox is not asked; so a new consent is soon seen.
    refused = isinstance(error, imap.LoginRefused)
    return imap.backoff(failures, random.uniform(0, 1), refused=refused)  # noqa: S311 - as above
