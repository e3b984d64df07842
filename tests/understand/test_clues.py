"""A pattern with clues matches what it would match without them."""

import json
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from mailer import understand
from mailer.understand.clues import Clued, needed
from mailer.understand.sentences import sentences

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        (r"\b(?:ill|sick\w*)\b", {"ill", "sick"}),
        (r"my (?:last|final) day", {"my last day", "my final day"}),
        (r"\bon (?:\w+ )?behalf of\b", {"behalf of"}),
        (
            r"cancell?ed|call(?:ed)? it off",
            {"canceled", "cancelled", "call it off", "called it off"},
        ),
        (r"\b\d+ hours?\b", {" hour", " hours"}),
        (r"(?<!no )stops?(?! at)", {"stop", "stops"}),
        (r"(?:re)?new(?:al|ed){1,2}", {"new", "renew"}),
        (r"don't", {"don't"}),
    ],
)
def test_a_match_needs_a_phrase(pattern, phrases):
    assert {phrase.replace("\0", "") for phrase in needed(pattern)} == phrases


@pytest.mark.parametrize("pattern", [r"\d+", r"yes|\w+", r"(?:no)?", r"[^a]b*", r"\b"])
def test_a_pattern_that_needs_no_word_has_no_clues(pattern):
    with pytest.raises(ValueError, match="No word is needed"):
        needed(pattern)


@pytest.mark.parametrize(
    ("text", "found"),
    [("I am ill.", True), ("(ill)", True), ("I will", False), ("ill_", False), ("", False)],
)
def test_a_word_counts_as_a_clue_where_its_ends_do(text, found):
    pattern = Clued(r"\bill\b")
    assert pattern.may_fit(text) is found
    assert bool(pattern.search(text)) is found
    assert len(list(pattern.finditer(text))) is int(found)


@pytest.mark.parametrize(
    ("text", "found"), [("do not tell them", True), ("tell them", False), ("not to tell", False)]
)
def test_a_pattern_of_several_words_is_tried_where_they_stand_together(text, found):
    assert Clued(r"\bdo(?: please)? not tell\b|\bnot tell\b").may_fit(text) is found


def test_a_long_word_holds_its_clues_too():
    assert Clued(r"unsubscribe\w*").search(f"https://post.example/{'x' * 500}/unsubscribe?me")


def _known(value: object, name: str) -> Iterator[tuple[str, Clued]]:
    if isinstance(value, Clued):
        yield name, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _known(one, f"{name}[{key}]")


def _patterns() -> dict[str, Clued]:
    found = {}
    for one in iter_modules(understand.__path__, "mailer.understand."):
        for name, value in vars(import_module(one.name)).items():
            found |= _known(value, f"{one.name.removeprefix('mailer.understand.')}.{name}")
    return found


def test_no_pattern_misses_what_it_matches_for_want_of_a_clue():
    rows = [
        json.loads(line)["text"]
        for name in ("mails.jsonl", "plain.jsonl", "fields.jsonl")
        for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()[::4]
    ]
    lows = [one.low for text in rows for one in sentences(text)] + [text.lower() for text in rows]
    known = _patterns()
    for low in lows:
        for name, clued in known.items():
            assert clued.may_fit(low) or not clued.pattern.search(low), (name, low)
