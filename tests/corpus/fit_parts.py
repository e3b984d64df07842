"""Trains what stands inside a sentence: which words name people, and the parts of people and dates.

`make train` runs this after `tests/corpus/fit.py`, whose unseen scores say what each sentence says.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from mailer.understand.calendar_days import Lean
from mailer.understand.cast import keys_of, span_features
from mailer.understand.dates import dates
from mailer.understand.grams import Numbers
from mailer.understand.sentences import plain, sentences, tidy, words_of
from mailer.understand.spans import SPAN_SIZE, of_token, tokens
from mailer.understand.tagged import DAYS, PEOPLE
from tests.corpus.said import Mail, Mention, Said

_NAME_COST, _PART_COST = 1.0, 30.0
_MISSED = 3.0
"""How much worse a missed name is than another capital taken for one, which plays no part."""

BASE = date(2026, 3, 18)
Says = Sequence[frozenset[str]]
Weights = npt.NDArray[np.float32]


@dataclass
class Rows:
    """Features and their class, gathered over the corpus."""

    features: list[Numbers] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)

    def add(self, features: Numbers | None, named: str) -> None:
        """Add one row; nothing where there was no word."""
        if features is not None:
            self.features.append(features)
            self.classes.append(named)


def matrix(rows: Sequence[Numbers], size: int) -> csr_matrix:
    """Return rows of features as one matrix, each row weighed by the root of its count."""
    starts = np.cumsum([0, *(len(one) for one in rows)])
    values = np.concatenate([np.full(len(one), len(one) ** -0.5, np.float32) for one in rows])
    indices = np.concatenate(rows).astype(np.int32)
    return csr_matrix((values, indices, starts), shape=(len(rows), size))


def small(weights: Weights) -> tuple[npt.NDArray[np.int8], Weights]:
    """Return weights as whole numbers of one byte, and by what each column is to be multiplied."""
    scale = np.abs(weights).max(axis=0) / 127
    return np.round(weights / scale).astype(np.int8), scale.astype(np.float32)


def name_rows(mails: Iterable[Mail]) -> Rows:
    """Return every capitalised word, "name" where it is part of a marked name."""
    rows = Rows()
    for mail in mails:
        for said in mail.sentences:
            row = tokens(tidy(said.text))
            people = [one for one in said.mentions if one.part in PEOPLE]
            for place, one in enumerate(row):
                if one.capital and "@" not in one.raw:
                    inside = any(p.start <= one.start < p.end for p in people)
                    features = of_token(row, place, (f"lang={mail.language}",))
                    rows.add(features, "name" if inside else "no")
    return rows


class Found(NamedTuple):
    """A name in a mail: its features, its part, and where it stands.

    `words` are those of the name; none where a capital is no name.
    """

    features: Numbers
    part: str
    place: int
    number: int
    total: int
    words: frozenset[str]


def people_of(mail: Mail, says: Says) -> Iterator[Found]:
    """Return every marked name of a mail with its part; other capitals play none."""
    for place, said in enumerate(mail.sentences):
        row = tokens(tidy(said.text))
        before = tokens(tidy(mail.sentences[place - 1].text)) if place else ()
        about = keys_of(mail.role, mail.intents, says[place], place, len(mail.sentences))
        people = [one for one in said.mentions if one.part in PEOPLE]
        for number, one in enumerate(people):
            shown = "@" in said.text[one.start : one.end + 40]
            keys = [*about, f"n={len(people)}", f"ord={number}", f"mail={shown}"]
            name = said.text[one.start : one.end].partition("<")[0].rstrip()
            features = span_features(row, one.start, one.start + len(name), keys, before)
            if features is not None:
                yield Found(features, one.part, place, number, len(people), words_of(name))
        keys = [*about, f"n={len(people) + 1}", "ord=0", "mail=False"]
        for word in row[1:]:
            marked = any(p.start <= word.start < p.end for p in said.mentions)
            if word.capital and not marked and "@" not in word.raw:
                features = span_features(row, word.start, word.end, keys, before)
                if features is not None:
                    yield Found(features, "other", place, 0, 0, frozenset())


def _part_of(said: Said, low: str, start: int, end: int) -> str:
    """Return the part of the marked date that a date found in the plain sentence lies in."""
    for one in said.mentions:
        if one.part in DAYS:
            text = plain(said.text[one.start : one.end])
            at = low.find(text)
            if at >= 0 and at < end and start < at + len(text):
                return one.part
    return "day"


def day_rows(mails: Sequence[Mail], says: Sequence[Says]) -> Rows:
    """Return every date that is found in the corpus, with the part that is marked for it."""
    rows = Rows()
    for mail, said_of in zip(mails, says, strict=True):
        for place, said in enumerate(mail.sentences):
            low = plain(said.text)
            found = dates(low, BASE, Lean.FUTURE, mail.language)
            if not found:
                continue
            row = tokens(low)
            before = tokens(plain(mail.sentences[place - 1].text)) if place else ()
            about = keys_of(mail.role, mail.intents, said_of[place], place, len(mail.sentences))
            for number, one in enumerate(found):
                keys = [*about, f"n={len(found)}", f"ord={number}"]
                features = span_features(row, one.start, one.end, keys, before)
                rows.add(features, _part_of(said, low, one.start, one.end))
    return rows


def fit(
    features: csr_matrix, classes: npt.NDArray[np.str_], names: Sequence[str]
) -> tuple[Weights, Weights]:
    """Fit one linear model for each class; return weights and bias."""
    weights = np.zeros((SPAN_SIZE, len(names)), dtype=np.float32)
    bias = np.zeros(len(names), dtype=np.float32)
    for column, name in enumerate(names):
        model = (
            LinearSVC(C=_NAME_COST, class_weight={True: _MISSED}, tol=0.02, random_state=0)
            if name == "name"
            else LogisticRegression(C=_PART_COST, solver="liblinear", random_state=0)
        )
        model.fit(features, classes == name)
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    return weights, bias


def of_fields() -> list[tuple[Mail, Says]]:
    """Return the plain texts of `fields.jsonl` (its half "study") as mails with marked names."""
    found = []
    for line in (Path(__file__).parent / "fields.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == "study":
            said, says = [], []
            for sentence in sentences(row["text"]):
                told = sentence.raw.count("§")
                text = sentence.raw.replace("§", "")
                says.append(frozenset(row["intents"]) if told else frozenset())
                said.append(Said(says[-1], text, tuple(_named(row, text))))
            role = {"free": "rep"}.get(row["by"], row["by"])
            mail = Mail(f"{row['language']}-fields", row["language"], role, "auto", "", tuple(said))
            found.append((mail, says))
    return found


def _named(row: dict, text: str) -> list[Mention]:
    """Mark the people of a text by the fields that name them; the rest play no part."""
    parts = {}
    for part in ("recommended", "mentee", "mentor", "about"):
        named = row["fields"].get(part, [])
        for one in named if isinstance(named, list) else [named]:
            parts[one.partition("<")[0].strip()] = part
    found = []
    for name in sorted((*parts, *_PEOPLE), key=len, reverse=True):
        at = text.find(name)
        if at >= 0 and not any(m.start <= at < m.end for m in found):
            part = next(
                (p for known, p in parts.items() if name in known or known in name), "other"
            )
            found.append(Mention(part, at, at + len(name)))
    return sorted(found, key=lambda one: one.start)


_PEOPLE = (
    *("Nadia Benali", "Jonas Weber", "Wayan Putra", "Carla Mendes", "Tomás Gil", "Priya Nair"),
    *("Ivo Zeni", "Kofi Mensah", "Siti Rahma", "Pierre Lambert", "Olena Shevchenko"),
    *("Lucía Ortega", "Ana Paula Rocha", "Yuki Tanaka", "Helen Okafor", "Tomás", "Priya", "Ivo"),
    *("Kofi", "Siti", "Pierre", "Olena", "Lucía", "Jonas", "Carla", "Wayan", "Nadia", "Helen"),
)


def stored(kind: str, model: tuple[Weights, Weights]) -> dict:
    """Return a model as arrays of small whole numbers, ready to be written."""
    weights, bias = model
    whole, scale = small(weights)
    return {kind: whole, f"{kind}_scale": scale, f"{kind}_bias": bias}


def fitted(rows: Rows, names: Sequence[str]) -> tuple[Weights, Weights]:
    """Fit one linear model for each class on some rows."""
    return fit(matrix(rows.features, SPAN_SIZE), np.array(rows.classes), names)


def models(mails: Sequence[Mail], people: Iterable[Sequence[Found]], says: Sequence[Says]) -> dict:
    """Fit all three models on some mails, and on the plain texts of `fields.jsonl`.

    `people` are those found in each of the mails, `says` what its sentences say.
    """
    plain = of_fields()
    persons = Rows()
    for one in chain(*people, *(people_of(mail, heard) for mail, heard in plain)):
        persons.add(one.features, one.part)
    return {
        **stored("name", fitted(name_rows([*mails, *(mail for mail, _ in plain)]), ("name",))),
        **stored("person", fitted(persons, PEOPLE)),
        **stored("day", fitted(day_rows(mails, says), DAYS)),
    }
