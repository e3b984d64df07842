"""Who is named and has no part in what was read makes a person look."""

import pytest

from tests.understand.programme import read


@pytest.mark.parametrize(
    ("who", "text", "left"),
    [
        ("ana", "I resign as a mentor. Mariam Gelo was here, too.", True),
        ("ana", "I resign as a mentor. I recommend Mariam Gelo as my successor.", False),
        ("ana", "Luis Vega and I had our meeting yesterday. Mariam Gelo called later.", True),
        ("ana", "Luis Vega and I had our meeting yesterday.", False),
        ("luis", "I finished the coaching course yesterday, Mariam Gelo helped me.", False),
        ("ana", "I resign as a mentor. Best wishes to Cora Lind.", False),
    ],
    ids=["left over", "successor", "beside a meeting", "mentee", "not about people", "council"],
)
def test_a_full_name_without_a_part_is_a_doubt(who: str, text: str, left: bool) -> None:
    doubts = read(who, text).doubts

    assert any("it is not clear why" in doubt for doubt in doubts) == left


def test_a_long_mail_in_which_nothing_was_read_goes_to_a_person() -> None:
    short = read("luis", "Thank you all, merry Christmas from the Reps of Lima!")
    long = read("luis", "Thank you all, merry Christmas from the Reps of Lima! " * 8)

    assert not any("nothing in it" in doubt for doubt in short.doubts)
    assert any("nothing in it" in doubt for doubt in long.doubts) or long.unclear is not None
