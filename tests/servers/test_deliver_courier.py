"""The courier, the outbox and a real mail server together, on both databases."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine, insert

from mailer.deliver.maildir import MaildirTransport
from mailer.deliver.outbox import LEASE, Courier, Delivered
from mailer.deliver.retry import Failure, Reply
from mailer.deliver.smtp import SmtpTransport
from mailer.deliver.submission import Security, SmtpRelay
from mailer.deliver.transport import Transport
from storage import outbox
from storage.engine import reading, writing
from storage.outbox import ClaimedLetter, LetterLine
from storage.tables import LetterRow
from tests.servers.sink import Answer, Cut, Sink

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=31)


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, by: timedelta) -> None:
        self.now += by


@dataclass
class Post:
    """A courier between an outbox and a sink, with a clock that tests move."""

    engine: Engine
    sink: Sink
    clock: Clock = field(default_factory=Clock)
    transports: list[SmtpTransport] = field(default_factory=list)

    def courier(self, transport: Transport | None = None) -> Courier:
        return Courier(
            self.engine, transport or self.transport(), self.clock, lambda: 0.0,
            lambda letter: f"bounces+{letter.id}@example.org",
        )  # fmt: skip

    def transport(self, **more: float) -> SmtpTransport:
        wanted = {"reply_timeout": 5.0, "final_timeout": 2.0, "connect_timeout": 5.0} | more
        relay = SmtpRelay(self.sink.host, self.sink.port, Security.NONE, **wanted)  # type: ignore[arg-type]
        self.transports.append(SmtpTransport(relay))
        return self.transports[-1]

    def queue(self, *letters: str, give_up: datetime | None = None) -> None:
        rows = [
            {
                "id": letter, "programme": "p", "cause": "c", "template": "t", "subject": "s",
                "address": f"{letter}@example.org", "message_id": f"<{letter}@example.org>",
                "automatic": False, "created": NOW, "state": "queued", "attempts": 0,
                "not_before": NOW, "give_up": give_up, "reply": "",
                "data": f"Subject: {letter}\r\n\r\nhello\r\n".encode(),
            }
            for letter in letters
        ]  # fmt: skip
        with writing(self.engine) as connection:
            connection.execute(insert(LetterRow.__table__), rows)  # type: ignore[attr-defined]

    def line(self, letter: str) -> LetterLine:
        with reading(self.engine) as connection:
            found = outbox.read(connection, letter)
        assert found is not None
        return found.line

    def states(self) -> dict[str, int]:
        with reading(self.engine) as connection:
            return outbox.counts(connection, "p")

    @property
    def arrived(self) -> list[str]:
        return [mail.recipients[0].split("@")[0] for mail in self.sink.mails]


@pytest.fixture
def post(engine: Engine) -> Iterator[Post]:
    with Sink() as sink:
        made = Post(engine, sink)
        yield made
        for transport in made.transports:
            transport.close()


def run(courier: Courier, limit: int = 100) -> Delivered:
    return courier.run(limit, Event())


def test_every_letter_is_sent_once(post: Post) -> None:
    names = [f"l{number:02}" for number in range(20)]
    post.queue(*names)
    courier = post.courier()
    assert [run(courier, 15).sent, run(courier, 15).sent, run(courier, 15).sent] == [15, 5, 0]
    assert post.arrived == names
    assert post.states() == {"sent": 20}
    assert post.sink.connections == 1
    assert post.sink.mails[0].sender == "bounces+l00@example.org"
    assert post.line("l00").sent == NOW
    assert post.line("l00").reply == "250 2.0.0 queued as 1"


def test_a_letter_is_not_sent_before_its_time(post: Post) -> None:
    post.queue("a")
    post.clock.now = NOW - timedelta(seconds=1)
    assert run(post.courier()) == Delivered()


def test_a_refused_address_fails_and_counts_against_it(post: Post) -> None:
    post.sink.refused["b@example.org"] = "550 5.1.1 no such user"
    post.queue("a", "b", "c")
    done = run(post.courier())
    assert (done.sent, done.failed) == (2, 1)
    assert [(hurt.letter, hurt.address) for hurt in done.hurt] == [("b", "b@example.org")]
    assert post.arrived == ["a", "c"]
    assert post.line("b").state == "failed"


def test_a_greylisted_letter_is_sent_later(post: Post) -> None:
    post.queue("a")
    post.sink.next(Answer(refuse_rcpt="451 4.7.1 try again later"))
    courier = post.courier()
    assert run(courier).retried == 1
    line = post.line("a")
    assert (line.state, line.attempts) == ("queued", 1)
    assert line.not_before == NOW + timedelta(minutes=5)
    assert run(courier) == Delivered()
    post.clock.forward(timedelta(minutes=5))
    assert run(courier).sent == 1
    assert post.arrived == ["a"]


def test_a_closing_server_shuts_the_way_for_all_and_counts_for_none(post: Post) -> None:
    post.queue("a", "b", "c")
    post.sink.next(Answer(refuse_mail="421 4.3.2 shutting down"))
    courier = post.courier()
    done = run(courier)
    assert (done.sent, done.retried) == (0, 1)
    assert done.closed_until == NOW + timedelta(minutes=1)
    assert post.line("a").attempts == 0
    assert run(courier).sent == 0
    post.clock.forward(timedelta(minutes=6))
    assert run(courier).sent == 3


def test_an_unreachable_server_keeps_all_letters(post: Post) -> None:
    post.queue("a", "b")
    nowhere = SmtpTransport(SmtpRelay("127.0.0.1", 1, Security.NONE, connect_timeout=2))
    courier = post.courier(nowhere)
    pauses = []
    for _ in range(3):
        closed = run(courier).closed_until
        assert closed is not None
        pauses.append(closed - post.clock.now)
        post.clock.forward(timedelta(minutes=10))
    assert pauses == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert [post.line(name).attempts for name in ("a", "b")] == [0, 0]
    assert run(post.courier()).sent == 2


def test_a_letter_in_doubt_is_sent_once_more_with_the_same_bytes(post: Post) -> None:
    post.queue("a", "b")
    post.sink.next(Answer(cut=Cut.AFTER_DOT))
    courier = post.courier()
    done = run(courier)
    assert (done.sent, done.unknown) == (1, 1)
    assert post.line("a").state == "unknown"
    assert run(courier) == Delivered()
    post.clock.forward(HALF_HOUR)
    assert run(courier).sent == 1
    assert post.arrived == ["a", "b", "a"]
    assert post.sink.mails[0].data == post.sink.mails[2].data
    assert post.states() == {"sent": 2}


def test_doubt_for_the_second_time_is_final_and_told(post: Post) -> None:
    post.queue("a")
    post.sink.next(Answer(cut=Cut.AFTER_DOT), Answer(cut=Cut.AFTER_DOT))
    courier = post.courier()
    run(courier)
    post.clock.forward(HALF_HOUR)
    done = run(courier)
    assert done.failed == 1
    assert "letter a" in done.alerts[0]
    post.clock.forward(timedelta(days=2))
    assert run(courier) == Delivered()
    assert post.arrived == ["a", "a"]


def test_a_letter_in_doubt_that_may_not_be_repeated_is_given_up(post: Post) -> None:
    post.queue("a", give_up=NOW)
    post.sink.next(Answer(cut=Cut.AFTER_DOT))
    done = run(post.courier())
    assert (done.failed, len(done.alerts)) == (1, 1)
    assert post.arrived == ["a"]


def test_a_letter_in_doubt_stays_in_doubt_while_the_server_cannot_be_reached(post: Post) -> None:
    post.queue("a")
    post.sink.next(Answer(cut=Cut.AFTER_DOT), Answer(refuse_mail="421 4.3.2 closing"))
    courier = post.courier()
    run(courier)
    post.clock.forward(HALF_HOUR)
    run(courier)
    assert post.line("a").state == "unknown"
    post.clock.forward(HALF_HOUR)
    assert run(courier).sent == 1


class Dies:
    """A transport that dies at one letter: after the state was recorded, or after the delivery."""

    looks = False

    def __init__(self, real: SmtpTransport, letter: str, *, after: bool) -> None:
        self.real = real
        self.letter = letter
        self.after = after

    def send(
        self, letter: ClaimedLetter, sender: str, before_data: Callable[[], None]
    ) -> Reply | Failure:
        def dying() -> None:
            before_data()
            if letter.id == self.letter and not self.after:
                raise KeyboardInterrupt

        reply = self.real.send(letter, sender, dying)
        if letter.id == self.letter:
            raise KeyboardInterrupt
        return reply

    def close(self) -> None:
        self.real.close()


@pytest.mark.parametrize("after", [False, True], ids=["before its bytes", "after its bytes"])
def test_a_courier_that_dies_leaves_one_letter_in_doubt(post: Post, *, after: bool) -> None:
    post.queue("a", "b", "c")
    with pytest.raises(KeyboardInterrupt):
        run(post.courier(Dies(post.transport(), "b", after=after)))
    assert post.states() == {"sent": 1, "sending": 1, "queued": 1}
    courier = post.courier()
    assert run(courier).sent == 1
    post.clock.forward(LEASE)
    assert run(courier).unknown == 1
    post.clock.forward(HALF_HOUR)
    assert run(courier).sent == 1
    assert post.states() == {"sent": 3}
    assert sorted(post.arrived) == (["a", "b", "b", "c"] if after else ["a", "b", "c"])


def test_two_couriers_share_the_letters(post: Post) -> None:
    post.queue("a", "b", "c", "d")
    other: list[Delivered] = []
    second = post.courier()

    class Slow(Dies):
        def send(
            self, letter: ClaimedLetter, sender: str, before_data: Callable[[], None]
        ) -> Reply | Failure:
            if not other:
                other.append(run(second))
            return self.real.send(letter, sender, before_data)

    assert run(post.courier(Slow(post.transport(), "", after=True)), 2).sent == 2
    assert other[0].sent == 2
    assert sorted(post.arrived) == ["a", "b", "c", "d"]


def test_a_letter_that_was_cancelled_meanwhile_is_not_sent(post: Post) -> None:
    post.queue("a", "b")

    class Cancels(Dies):
        def send(
            self, letter: ClaimedLetter, sender: str, before_data: Callable[[], None]
        ) -> Reply | Failure:
            if letter.id == "a":
                with writing(post.engine) as connection:
                    assert outbox.cancel(connection, "a")
            return self.real.send(letter, sender, before_data)

    assert run(post.courier(Cancels(post.transport(), "", after=True))).sent == 1
    assert post.arrived == ["b"]
    assert post.states() == {"cancelled": 1, "sent": 1}


def test_a_stop_ends_between_letters_and_gives_the_rest_back(post: Post) -> None:
    post.queue("a", "b", "c")
    stop = Event()

    class Stops(Dies):
        def send(
            self, letter: ClaimedLetter, sender: str, before_data: Callable[[], None]
        ) -> Reply | Failure:
            stop.set()
            return self.real.send(letter, sender, before_data)

    courier = post.courier(Stops(post.transport(), "", after=True))
    assert courier.run(100, stop).sent == 1
    assert run(post.courier()).sent == 2


def test_a_maildir_holds_a_letter_once_whatever_happens(post: Post, tmp_path: Path) -> None:
    post.queue("a", "b")
    transport = MaildirTransport(tmp_path / "box")

    class Breaks(MaildirTransport):
        def send(
            self, letter: ClaimedLetter, sender: str, before_data: Callable[[], None]
        ) -> Reply | Failure:
            reply = super().send(letter, sender, before_data)
            if letter.id == "b":
                raise KeyboardInterrupt
            return reply

    with pytest.raises(KeyboardInterrupt):
        run(post.courier(Breaks(tmp_path / "box")))
    post.clock.forward(LEASE)
    run(post.courier(transport))
    post.clock.forward(HALF_HOUR)
    assert run(post.courier(transport)).sent == 1
    assert sorted(path.name for path in (tmp_path / "box" / "new").iterdir()) == [
        "letter-a.mailer", "letter-b.mailer",
    ]  # fmt: skip
    assert post.states() == {"sent": 2}
