"""The own corpus: what is read may not fall below the levels that were reached.

`mails.jsonl` holds invented mails. `intents` is what a careful reader hears; an empty list means
that none of the three main intents may be heard, whatever else the mail is.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from mailer.rules.intents import Intent
from mailer.understand.label import stated
from tests.understand.programme import intents, read

MAILS = [
    json.loads(line)
    for line in (Path(__file__).parent / "mails.jsonl").read_text(encoding="utf-8").splitlines()
]
MAIN = {"mentor_application", "course_completion", "resignation"}
SPEAKERS = {"mentor": "ana", "rep": "luis", "council": "cora"}
LEVELS = {
    ("en", "mentor_application"): 0.95,
    ("en", "course_completion"): 0.95,
    ("en", "resignation"): 0.95,
    ("other", "mentor_application"): 0.9,
    ("other", "course_completion"): 0.9,
    ("other", "resignation"): 0.9,
}
"""Least recall by language (English, or one of the six others) and intent."""
MOST_WRONG = 0.05


def heard(mail):
    speaker = SPEAKERS[mail["from"]]
    if "mentor_request" in mail["intents"]:
        speaker = "mariam"
    return read(speaker, mail["text"])


@cache
def readings():
    """Read every mail, once, and not while tests are only collected."""
    return [(mail, heard(mail)) for mail in MAILS]


def counts(language):
    hits, extra, missed = Counter(), Counter(), Counter()
    for mail, reading in readings():
        if (mail["language"] == "en") != (language == "en"):
            continue
        got = {one.intent.value for one in stated(reading)}
        wanted = set(mail["intents"])
        if not wanted:
            got &= MAIN
        hits.update(wanted & got)
        extra.update(got - wanted)
        missed.update(wanted - got)
    return hits, extra, missed


def test_the_corpus_is_large_and_varied_enough():
    languages = Counter(mail["language"] for mail in MAILS)
    assert languages["en"] >= 150
    assert all(languages[code] >= 10 for code in ("es", "pt", "fr", "de", "it", "id"))


@pytest.mark.parametrize("language", ["en", "other"])
def test_hardly_any_intent_is_acted_upon_that_was_not_meant(language):
    wrong, alone = 0, 0
    for mail, reading in readings():
        if (mail["language"] == "en") == (language == "en") and not reading.doubts:
            got, wanted = set(intents(reading)), set(mail["intents"])
            alone += bool(got)
            wrong += bool(got & MAIN) if not wanted else bool(wanted - got) and bool(got)
    assert wrong / alone <= MOST_WRONG


@pytest.mark.parametrize(("group", "level"), LEVELS.items(), ids=map("-".join, LEVELS))
def test_recall_stays_at_its_level(group, level):
    hits, _, missed = counts(group[0])
    intent = group[1]
    assert hits[intent] / (hits[intent] + missed[intent]) >= level


def test_every_kind_of_matter_is_known():
    hits = counts("en")[0]
    silent = {i.value for i in tuple(Intent)[:16]} - set(hits) - {"decision"}
    assert not silent


def test_languages_are_told():
    wrong = [mail["text"] for mail, reading in readings() if mail["language"] != reading.language]
    assert not wrong
