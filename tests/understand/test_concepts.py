import re
from importlib import resources

from mailer.understand.concepts import concepts
from mailer.understand.sentences import plain

LISTED = (resources.files("mailer.understand") / "concepts.txt").read_text(encoding="utf-8")
WORD = r"[^\W_]+(?:'[^\W_]+)?\*?"


def test_a_word_has_the_same_concept_in_every_language():
    for every in ("resigned renuncio demissionne", "certificate zertifikat certificado"):
        assert len(set(concepts(every.split()))) == 1
        assert len(concepts(every.split())) == len(every.split())


def test_words_that_are_not_listed_have_none():
    assert concepts(["xylophone", "resign", "on"]) == concepts(["resign"])


def test_every_number_is_one_concept_and_a_question_another():
    assert len(set(concepts(["12", "7", "2026"]))) == 1
    assert concepts(["?"]) != concepts(["12"])


def test_every_listed_word_is_plain_and_stands_once_in_its_line():
    for line in LISTED.splitlines():
        concept, _, every = line.partition(": ")
        assert re.fullmatch("[A-Z_]+", concept), line
        assert len(set(every.split())) == len(every.split()), line
        assert all(re.fullmatch(WORD, word) for word in every.split()), line
        assert all(plain(word.rstrip("*")) for word in every.split()), line
