"""Measures reading on the training texts: `python -m tests.corpus.measure [--language en]`.

`tests/corpus/train/<language>.jsonl` holds short labelled texts by many invented authors. Rules are
written while looking at some authors ("study"); the others ("measure") tell how well that carries
over, so figures are given apart. Every fourth author is one of the latter; for English those from
a21 on. `--errors` lists the mistakes on the study authors only, `--intent` one intent of them.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from mailer.parse.model import Address, Message
from mailer.rules.intents import WRITTEN_UNASKED, Intent
from mailer.trust.model import Action, Kind, Trust, Verdict
from mailer.understand.hear import hear
from mailer.understand.label import stated
from mailer.understand.matter import Matter, matter_of
from mailer.understand.model import Reading, Thread
from tests.understand.programme import NOW, POLICY, ROSTER, mail

TRAIN = Path(__file__).parent / "train"
MAIN = ("mentor_application", "course_completion", "resignation")
SPEAKERS = {"mentor": "ana", "rep": "luis", "council": "cora", "outsider": None}
_FIRST_MEASURED = 21


@dataclass
class Figures:
    """Counts over a set of texts."""

    texts: int = 0
    exact: int = 0
    alone: int = 0
    wrong: int = 0
    hits: Counter = field(default_factory=Counter)
    extra: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)

    def add(self, wanted: set[str], got: set[str], *, alone: bool) -> None:
        """Count one text."""
        self.texts += 1
        self.exact += wanted == got
        self.alone += alone
        self.wrong += alone and wanted != got
        self.hits.update(wanted & got)
        self.extra.update(got - wanted)
        self.missed.update(wanted - got)

    def precision(self, intent: str) -> float:
        """Return TP / (TP + FP), 1 where nothing was answered."""
        return self.hits[intent] / ((self.hits[intent] + self.extra[intent]) or 1)

    def recall(self, intent: str) -> float:
        """Return TP / (TP + FN), 0 where nothing was labelled."""
        return self.hits[intent] / ((self.hits[intent] + self.missed[intent]) or 1)


def rows_of(language: str) -> list[dict]:
    """Return the labelled texts of a language."""
    path = TRAIN / f"{language}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


@cache
def measured(author: str) -> bool:
    """Tell whether an author is only measured on."""
    number = int(author.rpartition("a")[2])
    return number >= _FIRST_MEASURED if author.startswith("en") else number % 4 == 0


def _written(row: Mapping) -> tuple[Message, Verdict]:
    """Return one text as a mail of a person in the role that it names."""
    speaker = SPEAKERS[row["role"]]
    if speaker == "luis" and "mentor_request" in row["intents"]:
        speaker = "mariam"
    person = ROSTER.person(speaker)
    sender = Address(person.address, person.name) if person else Address("x@far.example", "X Far")
    judged = Verdict(Action.ACCEPT, Kind.HUMAN, Trust.AUTHENTICATED, speaker)
    quoted = row.get("quoted", "")
    message = replace(mail(row["text"], sender, quoted=quoted), subject=row.get("subject", ""))
    return message, judged


def reading(row: Mapping) -> Reading:
    """Read one text as a mail of a person in the role that it names."""
    message, judged = _written(row)
    return hear(message, Thread(), ROSTER, judged, POLICY, NOW)


def matter(row: Mapping) -> Matter:
    """Return one text as what understanding works on."""
    message, judged = _written(row)
    return matter_of(message, Thread(), ROSTER, judged, POLICY, NOW)


def said(read: Reading) -> tuple[set[str], bool]:
    """Return the intents that a reading stands for, and whether it may be acted on alone."""
    known = {h.intent if h.intent in WRITTEN_UNASKED else Intent.OTHER for h in stated(read)}
    names = {i.value for i in known if i is not Intent.OTHER} or {"other"}
    return names, bool(read.heard) and not read.unclear and not read.doubts


def count(rows: Iterable[Mapping]) -> dict[str, Figures]:
    """Return the figures of the study and of the measured authors."""
    groups = {"study": Figures(), "measure": Figures()}
    for row in rows:
        got, alone = said(reading(row))
        name = "measure" if measured(row["author"]) else "study"
        groups[name].add(set(row["intents"] or ["other"]), got, alone=alone)
    return groups


def report(name: str, figures: Figures) -> str:
    """Return the figures of one group as text."""
    alone = figures.alone or 1
    texts = figures.texts or 1
    lines = [
        f"== {name}: {figures.texts} texts, exact {figures.exact / texts:.3f}",
        f"  acted alone {figures.alone / texts:.3f}, wrongly {figures.wrong / alone:.3f}",
    ]
    for intent in (i.value for i in WRITTEN_UNASKED):
        hit, extra, missed = (c[intent] for c in (figures.hits, figures.extra, figures.missed))
        lines.append(
            f"  {intent:20} precision {figures.precision(intent):.3f} ({hit}/{hit + extra})"
            f"  recall {figures.recall(intent):.3f} ({hit}/{hit + missed})"
        )
    return "\n".join(lines)


def errors(rows: Iterable[Mapping], intent: str, *, alone_only: bool) -> None:
    """Print the mistakes on the texts of study authors."""
    for row in rows:
        read = reading(row)
        got, alone = said(read)
        wanted = set(row["intents"] or ["other"])
        skip = wanted == got or (intent and intent not in wanted ^ got)
        if measured(row["author"]) or skip or (alone_only and not alone):
            continue
        mark = "ALONE" if alone else (read.unclear.why if read.unclear else read.doubts[0])
        print(f"{row['id']} {row['role']} {sorted(wanted)} -> {sorted(got)} [{mark}]")
        print(f"    {row['text']}\n    ({row.get('note', '')})")


def main() -> int:
    """Print the figures, or the mistakes on the study authors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", action="append")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--intent", default="")
    chosen = parser.parse_args()
    for language in chosen.language or sorted(path.stem for path in TRAIN.glob("*.jsonl")):
        rows = rows_of(language)
        if chosen.errors:
            errors(rows, chosen.intent, alone_only=chosen.alone)
            continue
        for name, figures in count(rows).items():
            print(report(f"{language} {name}", figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
