"""Hosts, and the words of others."""

import pytest

from mailer.oauth.model import is_loopback, plain
from mailer.oauth.sasl import Exchange, words


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("mail.example.org", False),
        ("10.0.0.1", False),
        ("", False),
    ],
)
def test_loopback_is_known_by_name_and_address(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_the_words_of_a_provider_become_one_short_line() -> None:
    assert plain("a\r\nb\x1b[31m\u202e c") == "a b [31m c"
    assert len(plain("x" * 1000)) == 200


@pytest.mark.parametrize(
    ("challenge", "told"),
    [
        (b'{"status":"401","schemes":"bearer","scope":"mail"}', "status 401, scope mail"),
        (b'{"status":"400"}', "status 400"),
        (b"[1]", "[1]"),
        (b"\xff no", "\N{REPLACEMENT CHARACTER} no"),
    ],
)
def test_a_refusal_is_answered_by_an_empty_line_and_read(challenge: bytes, told: str) -> None:
    exchange = Exchange("u@x.example", "t")
    assert exchange(b"") == b"user=u@x.example\1auth=Bearer t\1\1"
    assert exchange(challenge) == b""
    assert exchange.refusal == words(challenge) == told
