"""Reply tokens: unguessable, the same for one letter, and found only in our own address."""

import re
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


LETTER = "aaaaaaaabbbbbbbb"


def test_a_bounce_address_finds_its_letter_and_fits_into_an_envelope() -> None:
    address = token.bounce_address(COUNCIL, b"key", LETTER)
    assert re.fullmatch(r"council\+b\.[a-z2-7]{32}@reps\.example", address)
    assert token.is_bounce_address(address, COUNCIL)
    assert token.bounced_in(["x@y.example", address.upper()], COUNCIL, b"key") == (LETTER,)


def test_a_bounce_address_of_another_key_letter_or_programme_is_none() -> None:
    address = token.bounce_address(COUNCIL, b"key", LETTER)
    assert token.bounced_in([address], COUNCIL, b"other") == ()
    assert token.bounced_in([address.replace("b.aaaaaaaa", "b.cccccccc")], COUNCIL, b"key") == ()
    assert token.bounced_in([address], "council@guild.example", b"key") == ()


def test_a_reply_token_is_no_bounce_address_and_the_other_way_round() -> None:
    reply = token.reply_address(COUNCIL, token.make(b"key", LETTER))
    assert not token.is_bounce_address(reply, COUNCIL)
    assert token.found_in([token.bounce_address(COUNCIL, b"key", LETTER)], COUNCIL) == ()


def test_an_address_that_is_too_long_to_carry_a_token_stays_as_it_is() -> None:
    long = f"{'c' * 40}@reps.example"
    assert token.bounce_address(long, b"key", LETTER) == long


def test_a_refusal_is_told_by_its_message_id() -> None:
    assert token.is_refusal(token.message_id(LETTER, "reps", COUNCIL, refusal=True), COUNCIL)
    assert not token.is_refusal(token.message_id(LETTER, "reps", COUNCIL), COUNCIL)
