"""A programme's own words in letters: which words are replaced, and which must stay."""

from pathlib import Path

import pytest

from mailer.render.own_words import many, reword
from mailer.render.templates import Templates

WORDS = {
    "mentor": "elder",
    "mentee": "fellow",
    "council": "board",
    "meeting": "check-in",
    "member": "pupil",
}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("a mentor and the mentees", "an elder and the fellows"),
        ("Mentors meet the council.", "Elders meet the board."),
        ("the council's next meeting", "the board's next check-in"),
        ("A mentorship, a mentoring year", "A mentorship, a mentoring year"),
        (
            'write "I would like a mentor" to the council',
            'write "I would like a mentor" to the board',
        ),
        ("members, a member of the council", "pupils, a member of the board"),
        ("a council member", "a board member"),
        ("answer:become%20a%20mentor", "answer:become%20a%20mentor"),
    ],
    ids=[
        "article",
        "capital",
        "possessive",
        "other words",
        "quoted",
        "of the council",
        "council member",
        "target of a button",
    ],
)
def test_words_are_replaced_where_they_are_ours(ours: str, theirs: str) -> None:
    assert reword(ours, WORDS)[0] == theirs


@pytest.mark.parametrize(
    ("one", "more"), [("guide", "guides"), ("buddy", "buddies"), ("coach", "coaches")]
)
def test_a_plural_is_made(one: str, more: str) -> None:
    assert many(one) == more


def test_values_are_never_reworded(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    text = 'Subject: About {{ who }}\n\nThe mentor {{ who }}: {{ "mentor" if who else "" }}\n'
    (tmp_path / "t" / "letter.md").write_text(text)
    context = {"who": "Mentor Mentee", "language": "en", "why": "", "programme": "P"}
    letter = Templates([tmp_path], WORDS).render("t/letter", context, "a@b.example")
    assert letter.subject == "About Mentor Mentee"
    assert "The elder Mentor Mentee: elder" in letter.text
