"""Hostile and ordinary texts are read in bounded time (the limits leave room for slow machines)."""

from time import process_time

import pytest

from tests.understand.programme import read, sent


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 20_000,
        "i would like to " * 5_000,
        "I am " * 10_000,
        "i will be happy to say that i " * 3_000,
        ">" * 20_000,
        "1 " * 20_000,
        "approve " + "12, " * 10_000,
        "12-14 " * 5_000,
        "On a\n" * 2_000,
        "mentor " * 10_000,
        '"' * 20_000,
        "Ana Pop " * 5_000,
        "finished the the the coaching " * 2_000,
        "a@b.example " * 3_000,
        "1 to 2 March to 3 " * 3_000,
        "my skills are a, b, c and " * 2_000,
        "https://x.example/certificate " * 2_000,
    ],
    ids=range(17),
)
@pytest.mark.parametrize("letter", [None, sent(items=((12, 1),))], ids=["free", "digest"])
def test_no_text_takes_long(text, letter):
    read("cora", "warm", letter=letter)
    start = process_time()
    read("cora", text, letter=letter)
    assert process_time() - start < 1.5
