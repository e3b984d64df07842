"""Keys from DNS: a real server on loopback, what is remembered, and what is asked for again."""

import socket
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta

import dns.flags
import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest

from mailer.receive import keys
from mailer.receive.keys import Keys, NotNow, lookup
from tests.builders import NOW

RECORDS = {
    "one._domainkey.mail.example.": ['"v=DKIM1; p=" "abc"'],
    "two._domainkey.mail.example.": ['"v=DKIM1; p=a"', '"v=DKIM1; p=b"'],
}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A name server on loopback: records, a name that fails, and one that is never answered."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listening.bind(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                data, peer = listening.recvfrom(4096)
            except OSError:
                return
            if not data:
                return
            asked = dns.message.from_wire(data)
            name = asked.question[0].name.to_text()
            if name.startswith("silent."):
                continue
            answer = dns.message.make_response(asked)
            answer.flags |= dns.flags.RA
            if name.startswith("broken."):
                answer.set_rcode(dns.rcode.SERVFAIL)
            elif name in RECORDS:
                answer.answer.append(dns.rrset.from_text(name, 60, "IN", "TXT", *RECORDS[name]))
            elif not name.startswith("nothing."):
                answer.set_rcode(dns.rcode.NXDOMAIN)
            listening.sendto(answer.to_wire(), peer)

    thread = threading.Thread(target=serve)
    thread.start()
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers = ["127.0.0.1"]
    resolver.port = listening.getsockname()[1]
    monkeypatch.setattr(dns.resolver, "default_resolver", resolver)
    monkeypatch.setattr(keys, "SECONDS", 0.5)
    yield
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ending:
        ending.sendto(b"", listening.getsockname())
    thread.join(5)
    listening.close()


@pytest.mark.usefixtures("server")
def test_a_record_is_found_and_its_pieces_are_one() -> None:
    assert lookup("one._domainkey.mail.example") == b"v=DKIM1; p=abc"


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("name", ["none.example", "nothing.example", "two._domainkey.mail.example"])
def test_no_record_or_several_are_none(name: str) -> None:
    assert lookup(name) is None


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("name", ["broken.example", "silent.example"])
def test_no_answer_is_no_answer_and_not_a_missing_key(name: str) -> None:
    with pytest.raises(NotNow):
        lookup(name)


@pytest.mark.parametrize("name", ["a" * 64 + ".example", "a..example", ".".join(["abc"] * 99)])
def test_what_is_no_name_has_no_key(name: str) -> None:
    assert lookup(name) is None


class Asked:
    """A resolver that counts, with a clock that runs on with each question."""

    def __init__(self, *, takes: timedelta = timedelta(0)) -> None:
        self.now, self.takes = NOW, takes
        self.asked: list[str] = []
        self.broken = False

    def clock(self) -> datetime:
        return self.now

    def lookup(self, name: str) -> bytes | None:
        self.asked.append(name)
        self.now += self.takes
        if self.broken:
            raise NotNow(name)
        return None if name == "none" else name.encode()


def test_a_key_is_asked_for_once_in_a_while() -> None:
    dns_ = Asked()
    kept = Keys(dns_.clock, dns_.lookup)
    assert kept.fetch(["a", "none", "a"]) == {"a": b"a", "none": None}
    assert kept.fetch(["a", "none"]) == {"a": b"a", "none": None}
    assert dns_.asked == ["a", "none"]
    dns_.now += timedelta(hours=1)
    kept.fetch(["a"])
    assert dns_.asked == ["a", "none", "a"]


def test_a_failure_leaves_the_name_out_and_is_tried_again_soon() -> None:
    dns_ = Asked()
    kept = Keys(dns_.clock, dns_.lookup)
    dns_.broken = True
    assert kept.fetch(["a"]) == {}
    assert kept.fetch(["a"]) == {}
    assert dns_.asked == ["a"]
    dns_.broken = False
    dns_.now += timedelta(minutes=1)
    assert kept.fetch(["a"]) == {"a": b"a"}


def test_a_slow_server_holds_a_batch_up_for_a_bounded_time() -> None:
    dns_ = Asked(takes=timedelta(seconds=5))
    found = Keys(dns_.clock, dns_.lookup).fetch(map(str, range(100)))
    assert len(found) == len(dns_.asked) == 4
