"""Plain sentences of six languages: what each says, and what it only seems to say.

The trained reader learns them by heart (`tests/corpus/fit.py`), so that no retraining loses them;
how well mails of unseen writers are read is measured elsewhere (`tests/corpus/test_trained.py`).
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.understand.programme import read, told

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "corpus/plain.jsonl").read_text("utf-8").splitlines()
]
LANGUAGES = sorted({row["language"] for row in ROWS})
_LEAST_RIGHT = 0.93


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_sentences_say_what_they_say(language):
    rows = [row for row in ROWS if row["language"] == language and "says" in row]
    wrong = [row["text"] for row in rows if told(row["by"], row["text"]) != set(row["says"])]
    assert 1 - len(wrong) / len(rows) >= _LEAST_RIGHT, wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_denied_put_off_or_told_of_others_is_never_acted_upon(language):
    acted = Counter()
    for row in ROWS:
        if row["language"] == language and "never" in row:
            reading = read(row["by"], row["text"])
            heard = {one.intent.value for one in reading.heard if not reading.doubts}
            acted[row["text"]] += len(heard & set(row["never"]))
    assert not +acted
