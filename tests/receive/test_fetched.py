"""Reading what a server answers to FETCH."""

from datetime import UTC, datetime

import pytest

from mailer.receive.fetched import Part, bodies, shapes


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(b"1 (UID 5 BODY[] {2}", b"hi"), b")"], {5: b"hi"}),
        ([(b"1 (BODY[] {2}", b"hi"), b" UID 5)"], {5: b"hi"}),
        ([(b"1 (UID 5 BODY[] {2}", b"hi"), rb" FLAGS (\Seen))"], {5: b"hi"}),
        ([b'1 (UID 5 BODY[] "")'], {5: b""}),
        ([rb'1 (UID 5 BODY[] "a \"b\" \\")'], {5: rb'a "b" \ '.strip()}),
        ([b"1 (UID 5 BODY[] NIL)"], {}),
        ([rb"1 (FLAGS (\Seen))", (b"2 (UID 6 BODY[] {2}", b"hi"), b")"], {6: b"hi"}),
        ([(b"1 (UID 99 BODY[] {2}", b"hi"), b")"], {}),
        ([(b"1 (UID 5 BODY[] {12}", b"1 (UID 6 BOD"), b")"], {5: b"1 (UID 6 BOD"}),
        ([None], {}),
    ],
    ids=[
        "literal",
        "uid after literal",
        "flags after literal",
        "empty",
        "quoted",
        "nil",
        "flags of another",
        "not asked for",
        "answer inside a mail",
        "nothing",
    ],
)
def test_bodies_are_read_from_every_shape_of_answer(
    parts: list[Part], expected: dict[int, bytes]
) -> None:
    assert bodies(parts, {5, 6}) == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (b'"22-Nov-2026 13:05:56 +0100"', datetime(2026, 11, 22, 12, 5, 56, tzinfo=UTC)),
        (b'" 1-jan-2026 00:30:00 -0330"', datetime(2026, 1, 1, 4, 0, tzinfo=UTC)),
        (b'"31-Feb-2026 13:05:56 +0000"', None),
        (b'"01-Xyz-2026 13:05:56 +0000"', None),
        (b'"01-Jan-0001 00:00:00 +0100"', None),
        (b"NIL", None),
    ],
)
def test_a_size_is_read_with_the_time_of_arrival(date: bytes, expected: datetime | None) -> None:
    parts: list[Part] = [b"1 (UID 5 RFC822.SIZE 1234 INTERNALDATE " + date + b")"]
    found = shapes(parts, {5})
    assert (found[5].size, found[5].arrived) == (1234, expected)


def test_two_literals_in_one_answer_belong_to_one_mail() -> None:
    parts: list[Part] = [(b"1 (X {1}", b"a"), (b" BODY[] {2}", b"hi"), b" UID 5)"]
    assert bodies(parts, {5}) == {5: b"hi"}
