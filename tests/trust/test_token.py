"""Reply tokens: unguessable, the same for one letter, and found only in our own address."""

import string

from hypothesis import given
from hypothesis import strategies as st

from mailer.trust import token
from tests.builders import COUNCIL

KEY = b"k" * 32


def test_a_token_is_128_bits_of_letters_that_any_mail_server_keeps() -> None:
    made = token.make(KEY, "letter")
    assert len(made) == 26
    assert set(made) <= set(string.ascii_lowercase + "234567")


def test_a_letter_written_again_has_the_same_token() -> None:
    assert token.make(KEY, "letter") == token.make(KEY, "letter")


@given(st.text(), st.text())
def test_letters_and_keys_have_tokens_of_their_own(one: str, other: str) -> None:
    if one != other:
        assert token.make(KEY, one) != token.make(KEY, other)
    assert token.make(KEY, one) != token.make(b"other", one)


def test_the_hash_does_not_show_the_token() -> None:
    made = token.make(KEY, "letter")
    assert made not in token.hashed(made)
    assert len(token.hashed(made)) == 64


def test_a_token_is_found_in_our_own_plus_address() -> None:
    made = token.make(KEY, "letter")
    address = token.reply_address(COUNCIL, made)
    assert address == f"council+{made}@reps.example"
    assert token.found_in([address.upper(), "x@y.example", address], COUNCIL) == (
        token.hashed(made),
    )


def test_a_token_anywhere_else_is_not_found() -> None:
    made = token.make(KEY, "letter")
    elsewhere = [
        f"council+{made}@evil.example",
        f"council+{made}@reps.example.evil.example",
        f"other+{made}@reps.example",
        f"council{made}@reps.example",
        f"council+{made}",
        f"council+x{made}@reps.example",
        f"council+{made}x@reps.example",
        f"council+{made[:-1]}@reps.example",
        f"council+{made[:-1]}1@reps.example",
        f"council+x+{made}@reps.example",
        f"{made}@reps.example",
        "council+@reps.example",
        "",
    ]
    assert token.found_in(elsewhere, COUNCIL) == ()
