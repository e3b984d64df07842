"""What is fuzzed: one function for each door by which strange bytes come in.

Each takes any bytes, raises only where a promise is broken, and costs time that grows with their
length alone. `python -m tests.fuzz TARGET SECONDS` feeds them with coverage as a guide.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from mailer.parse.addresses import read_addresses
from mailer.parse.dates import header_date, written_date
from mailer.parse.forward import find_forward, read_body
from mailer.parse.html import html_text
from mailer.parse.message import parse
from mailer.parse.model import Body, Message
from mailer.parse.quote import tell_apart
from mailer.parse.words import decode_header
from mailer.render.commands import disarmed, titled
from mailer.render.text import wrap
from mailer.render.words import clean
from mailer.rules.fields import Verb
from mailer.rules.records import Person
from mailer.rules.roster import Roster
from mailer.trust.dkim import keys_of, verify
from mailer.trust.judge import TrustPolicy, judge
from mailer.trust.model import Trust
from mailer.trust.results import read
from mailer.trust.token import found_in
from mailer.understand.commands import commands
from mailer.understand.sentences import LONGEST, MOST, sentences
from tests.builders import NOW
from tests.trust.signing import records

ROSTER = Roster([Person("ana", "Ana Pop", ("ana@x.example",))])
TODAY = date(2024, 3, 12)
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0\ufdd1]")
WORDS = re.compile(r"[^\W_]+")


def text_of(data: bytes) -> str:
    """Return bytes as a text like those that `parse` hands on."""
    return CONTROLS.sub("", data.decode("utf-8", "replace").replace("\r", "\n"))


def is_clean(text: str) -> bool:
    return CONTROLS.search(text) is None


def check_body(body: Body) -> None:
    assert is_clean(body.fresh)
    assert is_clean(body.quoted)
    assert is_clean(body.signature)


def fuzz_parse(data: bytes) -> None:
    """A mail: always a Message, and no string in it holds what no string may hold."""
    message: Message | None = parse(data)
    while message is not None:
        check_body(message.body)
        assert is_clean(message.subject)
        for address in (*message.senders, *message.recipients, *message.reply_to):
            assert is_clean(address.email + address.name)
        for name, value in message.headers.items():
            assert is_clean(name + value)
            assert "\n" not in value
        assert message.sent is None or message.sent.tzinfo is not None
        message = message.forwarded


def fuzz_quotes(data: bytes) -> None:
    """A text told apart: each of its words is fresh, quoted or signature, and none is new."""
    text = text_of(data)
    body = tell_apart(text)
    check_body(body)
    together = f"{body.fresh}\n{body.quoted}\n{body.signature}"
    assert sorted(WORDS.findall(together)) == sorted(WORDS.findall(text))


def fuzz_forwards(data: bytes) -> None:
    """A forward in a text: the lines above, inside and below are all lines of the text."""
    text = text_of(data)
    found = find_forward(text, expected=True)
    if found is not None:
        assert len(found.above) + len(found.whole) <= text.count("\n") + 1
    body, original = read_body(text, "Fwd: x", UTC)
    check_body(body)
    depth = 0
    while original is not None:
        check_body(original.body)
        original, depth = original.forwarded, depth + 1
    assert depth < 12


def fuzz_addresses(data: bytes) -> None:
    """A header of addresses: each has a clean email in lower case."""
    for address in read_addresses(data.decode("utf-8", "replace")).addresses:
        assert address.email == address.email.lower()
        assert is_clean(address.email + address.name)
        assert "\n" not in address.email + address.name


def fuzz_headers(data: bytes) -> None:
    """Encoded words: one clean line."""
    line = decode_header(data.decode("utf-8", "replace"))
    assert is_clean(line)
    assert "\n" not in line


def fuzz_dates(data: bytes) -> None:
    """Dates of headers and of forwards: aware and of our age, or none."""
    text = data.decode("utf-8", "replace")
    for found in (header_date(text), written_date(text), written_date(text_of(data))):
        if found is not None:
            assert 1970 <= found.year <= 2200
            assert abs(found.utcoffset() or timedelta()) < timedelta(days=1)
            assert isinstance(found.astimezone(UTC), datetime)


def fuzz_html(data: bytes) -> None:
    """A page: text without controls; our own marks stand only where a line begins."""
    shown = html_text(data.decode("utf-8", "replace"))
    for line in shown.text.split("\n"):
        assert is_clean(line[1:])
    check_body(tell_apart(shown.text))


def fuzz_results(data: bytes) -> None:
    """Authentication-Results: believed only in the name of our own server, for this domain."""
    text = text_of(data)
    lines = text.split("\n")
    for name, shown in (
        ("mx.reps.example", "mx.reps.example"),
        ("fastmail", "messagingengine.com"),
    ):
        if read(lines, name, "x.example", [0] * len(lines)).aligned:
            assert shown in text.lower()
            assert text.lower().count("x.example") >= 1


def fuzz_senders(data: bytes) -> None:
    """A From header: whoever speaks wrote it alone, cleanly, from the domain that was passed."""
    head = b"Authentication-Results: mx.reps.example; dmarc=pass header.from=x.example\r\n"
    message = parse(head + b"From: " + data + b"\r\nSubject: x\r\n\r\nHello\r\n")
    found = judge(message, ROSTER, None, TrustPolicy("council@reps.example", "mx.reps.example"))
    if found.trust >= Trust.AUTHENTICATED or found.speaker:
        assert message.sender is not None
        assert message.sender.email.isascii()
        assert not any(defect.startswith("from:") for defect in message.defects)
    if found.trust >= Trust.AUTHENTICATED:
        assert message.sender is not None
        assert message.sender.email.endswith("@x.example")


def fuzz_dkim(data: bytes) -> None:
    """A signed mail: where a signature holds, the parser reads what was signed."""
    message = parse(data)
    sender = message.sender.email if message.sender else "ana@mail.example"
    found = verify(data, sender, {**records(), **records("x.example")}, NOW)
    if found.domain:
        assert sender == "ana@mail.example"
        assert message.subject == "Hello"
        assert message.sent == datetime(2027, 1, 4, 9, tzinfo=UTC)
    assert len(keys_of(data, sender)) <= 5
    assert verify(data, sender, {}, NOW).domain == ""


def fuzz_tokens(data: bytes) -> None:
    """Reply tokens: found only in a plus-address of our own."""
    text = text_of(data)
    if found_in(text.split("\n"), "council@reps.example"):
        assert "+" in text
        assert "reps.example" in text.lower()


def fuzz_commands(data: bytes) -> None:
    """Decisions by reply: what is understood names a verb, what is not names a problem."""
    text = text_of(data)[:20_000]
    for command in commands(text, TODAY, "en", "## reply above this line"):
        assert command.verb is not None or command.problem


def fuzz_values(data: bytes) -> None:
    """A value of a letter behind a question's number: no line of it is a decision."""
    value = clean(data.decode("utf-8", "replace"))[:2000]
    shown = disarmed(value)
    for line in (f"12. {titled(shown)}", *wrap(f"Subject: {shown}"), *wrap(shown, "| ", "| ")):
        found = commands(line, TODAY)
        assert not [one for one in found if one.verb in (Verb.APPROVE, Verb.REJECT, Verb.DONE)], (
            line
        )


def fuzz_sentences(data: bytes) -> None:
    """Sentences: bounded in number, with no words that the text does not have."""
    text = text_of(data)
    found = sentences(text)
    assert len(found) <= MOST
    assert sum(len(sentence.raw) for sentence in found) <= 2 * LONGEST


TARGETS: dict[str, Callable[[bytes], None]] = {
    name.removeprefix("fuzz_"): function
    for name, function in list(globals().items())
    if name.startswith("fuzz_")
}
