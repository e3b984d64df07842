"""Of the mails that were written to trap the reader, no more are acted upon wrongly than before."""

from tests.corpus.traps import acted, mistakes

MOST_WRONG, FEWEST_RIGHT = 150, 280


def test_few_traps_catch_the_reader():
    wrong = [bool(why) for _, why in acted()]
    assert wrong.count(True) <= MOST_WRONG
    assert wrong.count(False) >= FEWEST_RIGHT


def test_what_is_missing_or_invented_is_a_mistake():
    row = {
        "intents": ["resignation"],
        "facts": {"effective_on": "2026-04-30", "recommended": "Ana"},
    }
    facts = {"effective_on": "2026-04-30", "recommended": [{"name": "Ana Souza"}]}
    right = {"intents": ["resignation"], "fields": facts}
    assert mistakes(row, right) == []
    assert mistakes(row, {**right, "intents": ["other"]})
    assert mistakes(row, {**right, "fields": {**facts, "recommended": []}})
    assert mistakes(row, {**right, "fields": {**facts, "effective_on": "2026-05-30"}})
    assert mistakes({"held": True}, right)
