"""The SMTP transport against a real server on loopback."""

import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mailer.deliver.retry import Failure, Kind, Reply, Stage
from mailer.deliver.smtp import SmtpTransport
from mailer.deliver.submission import Security, SmtpRelay, check
from mailer.errors import SettingsError
from storage.outbox import ClaimedLetter
from tests.servers.sink import Answer, CountingSink, Cut, Sink
from tests.servers.stripper import Stripper

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
DATA = b"Subject: hello\r\n\r\n.a line with a dot\r\n.\r\nlast\r\n"


def letter(number: int = 1, address: str = "ana@example.org", data: bytes = DATA) -> ClaimedLetter:
    return ClaimedLetter(
        id=f"l{number}", programme="p", template="t", person=None, address=address,
        message_id=f"<{number}@example.org>", state="queued", attempts=0, created=NOW,
        give_up=None, lease_until=NOW, data=data,
    )  # fmt: skip


def relay_of(sink: Sink | CountingSink, **more: object) -> SmtpRelay:
    wanted = {"reply_timeout": 5, "final_timeout": 2, "connect_timeout": 5} | more
    return SmtpRelay(sink.host, sink.port, Security.NONE, **wanted)  # type: ignore[arg-type]


@pytest.fixture(params=[False, True], ids=["one by one", "pipelined"])
def sink(request: pytest.FixtureRequest) -> Iterator[Sink]:
    with Sink(pipelining=request.param) as running:
        yield running


@pytest.fixture
def transport(sink: Sink) -> Iterator[SmtpTransport]:
    with closing(SmtpTransport(relay_of(sink))) as opened:
        yield opened


class Calls:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


def test_a_letter_arrives_byte_for_byte_with_its_envelope(
    sink: Sink, transport: SmtpTransport
) -> None:
    calls = Calls()
    reply = transport.send(letter(), "bounces+l1@example.org", calls)
    assert reply == Reply(250, "2.0.0 queued as 1", Stage.END)
    assert calls.count == 1
    [mail] = sink.mails
    assert (mail.sender, mail.recipients) == ("bounces+l1@example.org", ("ana@example.org",))
    assert mail.data == DATA


def test_the_empty_envelope_sender_is_possible(sink: Sink, transport: SmtpTransport) -> None:
    transport.send(letter(), "", Calls())
    assert sink.mails[0].sender == ""


def test_letters_share_one_connection(sink: Sink, transport: SmtpTransport) -> None:
    for number in range(5):
        transport.send(letter(number), "b@example.org", Calls())
    assert (len(sink.mails), sink.connections) == (5, 1)


@pytest.mark.parametrize(
    ("answer", "stage", "code"),
    [
        (Answer(refuse_mail="550 5.7.60 not your address"), Stage.MAIL, 550),
        (Answer(refuse_rcpt="550 5.1.1 no such user"), Stage.RCPT, 550),
        (Answer(refuse_rcpt="451 4.7.1 try later"), Stage.RCPT, 451),
        (Answer(refuse_data="554 5.3.4 not today"), Stage.DATA, 554),
        (Answer(refuse_content="552 5.3.4 too big"), Stage.END, 552),
    ],
    ids=["sender", "recipient", "greylisted", "data", "content"],
)
def test_a_refusal_names_its_stage_and_the_next_letter_goes_out(
    sink: Sink, transport: SmtpTransport, answer: Answer, stage: Stage, code: int
) -> None:
    sink.next(answer)
    calls = Calls()
    reply = transport.send(letter(1), "b@example.org", calls)
    assert isinstance(reply, Reply)
    assert (reply.stage, reply.code) == (stage, code)
    assert calls.count == (stage is Stage.END)
    assert transport.send(letter(2), "b@example.org", Calls()) == Reply(250, "2.0.0 queued as 1")
    assert sink.connections == 1


@pytest.mark.parametrize(
    ("cut", "kind", "arrived"),
    [
        (Cut.AFTER_RCPT, Kind.DROPPED, 0),
        (Cut.AFTER_DOT, Kind.UNKNOWN, 1),
    ],
)
def test_a_cut_connection_tells_whether_the_letter_may_have_arrived(
    sink: Sink, transport: SmtpTransport, cut: Cut, kind: Kind, arrived: int
) -> None:
    sink.next(Answer(cut=cut))
    failure = transport.send(letter(1), "b@example.org", Calls())
    assert isinstance(failure, Failure)
    assert failure.kind is kind
    assert len(sink.mails) == arrived
    assert isinstance(transport.send(letter(2), "b@example.org", Calls()), Reply)


ANSWERS = (b"220 hello\r\n", b"250-here\r\n250 8BITMIME\r\n", b"250 2.1.0 from\r\n",
           b"250 2.1.5 to\r\n", b"354 go on\r\n", b"250 2.0.0 taken\r\n")  # fmt: skip


def answer_so_far(listener: socket.socket, count: int) -> None:
    """Hold one conversation of one letter; end it after so many bytes of answers."""
    line, _ = listener.accept()
    with line, line.makefile("rb") as lines:
        for number, answer in enumerate(ANSWERS):
            line.sendall(answer[:count])
            count -= len(answer)
            if count <= 0:
                return
            content = number == len(ANSWERS) - 2
            while (said := lines.readline()) and content and said != b".\r\n":
                pass


def test_an_answer_that_breaks_off_gives_no_letter_up_and_takes_none_for_sent() -> None:
    found: list[object] = []
    for count in range(sum(map(len, ANSWERS)) + 1):
        with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(1) as pool:
            ended = pool.submit(answer_so_far, listener, count)
            relay = SmtpRelay(
                "127.0.0.1", listener.getsockname()[1], Security.NONE, pipelining=False
            )
            with closing(SmtpTransport(relay)) as transport:
                answer = transport.send(letter(), "b@example.org", Calls())
            ended.result()
        found.append(answer.kind if isinstance(answer, Failure) else answer.code)
    last = sum(map(len, ANSWERS[:-1]))
    code = last + len("250")  # Until it is there whole nobody knows what the answer is.
    assert set(found[:last]) <= set(Kind)
    assert set(found[last:code]) == {Kind.UNKNOWN}
    assert set(found[code:]) == {250}


def test_a_cut_within_the_content_is_no_delivery(sink: Sink, transport: SmtpTransport) -> None:
    sink.next(Answer(cut=Cut.IN_DATA))
    large = b"Subject: x\r\n\r\n" + b"line of text\r\n" * 2_000_000
    failure = transport.send(letter(1, data=large), "b@example.org", Calls())
    assert isinstance(failure, Failure)
    assert failure.kind is Kind.DROPPED
    assert sink.mails == []


def test_silence_after_the_final_dot_is_doubt(sink: Sink) -> None:
    sink.next(Answer(delay=1))
    with closing(SmtpTransport(relay_of(sink, final_timeout=0.2))) as transport:
        failure = transport.send(letter(), "b@example.org", Calls())
    assert isinstance(failure, Failure)
    assert failure.kind is Kind.UNKNOWN


def test_a_connection_dropped_between_letters_is_opened_again(
    sink: Sink, transport: SmtpTransport
) -> None:
    sink.next(Answer(cut=Cut.AFTER_ANSWER))
    for number in range(2):
        assert isinstance(transport.send(letter(number), "b@example.org", Calls()), Reply)
    assert (len(sink.mails), sink.connections) == (2, 2)


def test_too_many_letters_for_one_connection_continue_on_the_next(
    sink: Sink, transport: SmtpTransport
) -> None:
    sink.next(Answer(), Answer(refuse_mail="421 4.7.0 too many letters"))
    codes = [transport.send(letter(number), "b@example.org", Calls()) for number in range(2)]
    assert [reply.code for reply in codes if isinstance(reply, Reply)] == [250, 250]
    assert (len(sink.mails), sink.connections) == (2, 2)


def test_a_server_that_closes_at_once_is_reported_with_its_code(
    sink: Sink, transport: SmtpTransport
) -> None:
    sink.next(Answer(refuse_mail="421 4.3.2 shutting down"))
    reply = transport.send(letter(), "b@example.org", Calls())
    assert isinstance(reply, Reply)
    assert reply.code == 421


def test_a_refused_greeting_is_reported_with_its_code(sink: Sink, transport: SmtpTransport) -> None:
    sink.refuse_greeting = "554 5.3.2 go away"
    assert transport.send(letter(), "b@example.org", Calls()) == Reply(
        554, "5.3.2 go away", Stage.GREETING
    )


def test_nothing_is_delivered_when_the_caller_stops_it(
    sink: Sink, transport: SmtpTransport
) -> None:
    def stop() -> None:
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        transport.send(letter(1), "b@example.org", stop)
    transport.send(letter(2), "b@example.org", Calls())
    assert len(sink.mails) == 1


@pytest.mark.parametrize(
    "address", ["a@example.org\r\nRCPT TO:<x@example.org>", "a b@example.org", "é@example.org", ""]
)
def test_an_address_that_smtp_cannot_carry_is_refused_here(
    sink: Sink, transport: SmtpTransport, address: str
) -> None:
    reply = transport.send(letter(address=address), "b@example.org", Calls())
    assert isinstance(reply, Reply)
    assert reply.enhanced == (5, 1, 3)
    assert sink.commands == []


def test_no_server_is_unreachable(sink: Sink) -> None:
    relay = SmtpRelay(sink.host, 1, Security.NONE, connect_timeout=2)
    failure = SmtpTransport(relay).send(letter(), "b@example.org", Calls())
    assert isinstance(failure, Failure)
    assert failure.kind is Kind.UNREACHABLE


def test_a_wrong_password_is_a_login_refusal() -> None:
    with Sink(password="right") as sink:
        wrong = SmtpTransport(relay_of(sink, user="service", password="wrong"))
        reply = wrong.send(letter(), "b@example.org", Calls())
        assert isinstance(reply, Reply)
        assert (reply.code, reply.stage) == (535, Stage.LOGIN)
        wrong.close()


def test_the_password_may_come_from_a_function() -> None:
    with Sink(password="right") as sink:
        relay = relay_of(sink, user="service", password=lambda: "right")
        with closing(SmtpTransport(relay)) as transport:
            assert isinstance(transport.send(letter(), "b@example.org", Calls()), Reply)
        assert len(sink.mails) == 1


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, str]:
    """A server's context and the file by which its certificate can be trusted."""
    folder = tmp_path_factory.mktemp("certificate")
    if shutil.which("openssl") is None:
        pytest.fail("openssl is not installed. Install it with: apt-get install -y openssl")
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        " -keyout key.pem -out cert.pem -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True, timeout=30)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context, str(folder / "cert.pem")


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_letters_go_over_a_verified_connection(
    certificate: tuple[ssl.SSLContext, str], security: Security
) -> None:
    context, cafile = certificate
    wanted = {"tls" if security is Security.TLS else "starttls": context}
    with Sink(**wanted) as sink:  # type: ignore[arg-type]
        relay = replace(relay_of(sink), host="localhost", security=security)
        distrustful = SmtpTransport(relay).send(letter(), "b@example.org", Calls())
        wrong_name = SmtpTransport(replace(relay, host=sink.host, cafile=cafile)).send(
            letter(), "b@example.org", Calls()
        )
        for failure in (distrustful, wrong_name):
            assert isinstance(failure, Failure)
            assert failure.kind is Kind.UNREACHABLE
            assert "certificate" in failure.text.lower()
        with closing(SmtpTransport(replace(relay, cafile=cafile))) as transport:
            assert isinstance(transport.send(letter(), "b@example.org", Calls()), Reply)
        assert len(sink.mails) == 1
        assert [ok for _, ok, _, _ in check(replace(relay, cafile=cafile))] == [True, True, True]


def test_a_server_without_starttls_gets_nothing(sink: Sink) -> None:
    relay = replace(relay_of(sink), security=Security.STARTTLS)
    failure = SmtpTransport(relay).send(letter(), "b@example.org", Calls())
    assert isinstance(failure, Failure)
    assert failure.kind is Kind.UNREACHABLE
    assert sink.mails == []


@pytest.mark.parametrize(
    "rewrite",
    [{b"250-STARTTLS\r\n": b""}, {b"220 Ready to start TLS": b"454 TLS not available"}],
    ids=["not offered", "refused"],
)
def test_nothing_is_said_in_clear_where_somebody_takes_starttls_away(
    certificate: tuple[ssl.SSLContext, str], rewrite: dict[bytes, bytes]
) -> None:
    context, cafile = certificate
    with Sink(starttls=context, password="x") as sink, Stripper(sink.port, rewrite) as way:
        relay = SmtpRelay(
            "localhost", way.port, Security.STARTTLS, "user", "hush",
            cafile=cafile, reply_timeout=5, connect_timeout=5,
        )  # fmt: skip
        answer = SmtpTransport(relay).send(letter(), "b@example.org", Calls())
    assert not (isinstance(answer, Reply) and answer.code == 250)
    said = {line.split()[0] for line in way.heard.splitlines()}
    assert b"ehlo" in said, "the way leads to the server"
    assert said <= {b"ehlo", b"STARTTLS", b"QUIT"}
    assert sink.mails == []


def test_without_protection_is_for_this_machine_alone() -> None:
    with pytest.raises(SettingsError, match="security 'none' at mx"):
        SmtpRelay("mx.example.org", 25, Security.NONE)


def test_check_says_what_works_and_what_to_do() -> None:
    with Sink(password="right") as sink:
        good = check(relay_of(sink, user="service", password="right"))
        bad = check(relay_of(sink, user="service", password="wrong"))
    assert [(name, ok) for name, ok, _, _ in good] == [
        ("connection", True),
        ("encryption", True),
        ("login", True),
    ]
    name, ok, detail, fix = bad[-1]
    assert (name, ok) == ("login", False)
    assert "535" in detail
    assert "password" in fix
    assert sink.mails == []


def test_check_names_a_server_that_is_not_there() -> None:
    [(name, ok, detail, fix)] = check(SmtpRelay("127.0.0.1", 1, Security.NONE))
    assert (name, ok) == ("connection", False)
    assert "127.0.0.1:1" in detail
    assert fix


def test_the_counting_sink_counts() -> None:
    with CountingSink() as sink, closing(SmtpTransport(relay_of(sink))) as transport:
        started = time.monotonic()
        for number in range(200):
            assert isinstance(transport.send(letter(number), "b@example.org", Calls()), Reply)
        assert sink.count() == 200
        assert time.monotonic() - started < 5
