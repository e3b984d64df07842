"""Replies as programs and people really write them: what the writer says now, word for word.

The cases stand in `replies/*.txt`: `@@ name`, the text, `@@ fresh`, the fresh words (`same` where
all of it is the writer's own).
"""

import re
from pathlib import Path

import pytest

from mailer.parse.quote import tell_apart

CASES = {
    f"{path.stem}: {block.partition(chr(10))[0]}": block.partition("\n")[2]
    for path in sorted((Path(__file__).parent / "replies").glob("*.txt"))
    for block in re.split(r"^@@ (?!fresh)", path.read_text("utf-8"), flags=re.MULTILINE)[1:]
}
WORDS = re.compile(r"\w+")


def case(name):
    text, _, fresh = CASES[name].partition("@@ fresh")
    return text, (text if fresh.startswith(" same") else fresh).strip()


def test_there_are_cases():
    assert len(CASES) > 200


@pytest.mark.parametrize("name", CASES)
def test_exactly_the_fresh_words_are_found(name):
    text, fresh = case(name)
    assert tell_apart(text).fresh.strip() == fresh
    assert tell_apart(text.rstrip("\n")).fresh.strip() == fresh


@pytest.mark.parametrize("name", CASES)
def test_no_word_gets_lost(name):
    text, _ = case(name)
    body = tell_apart(text)
    together = f"{body.fresh}\n{body.quoted}\n{body.signature}"
    assert sorted(WORDS.findall(together)) == sorted(WORDS.findall(text))
