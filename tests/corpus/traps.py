"""Mails that were written to trap the reader: `python -m tests.corpus.traps [--errors]`.

`traps/traps.jsonl` holds short mails of people of `traps/roster.csv`, most of them near misses, in
seven languages: the words of a matter, and another sense. Each has the intents and the facts that a
careful reader finds, or `held` where a person must read it. They were made by looking for
mistakes, so that their share says nothing of ordinary mail; what matters is that it falls.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mailer.parse.model import Body
from mailer.rules.roster import Roster
from mailer.understand.day_meant import TOLD_WITH
from tests.corpus.people import answered, roster
from tests.corpus.score import same_list

TRAPS = Path(__file__).parent / "traps"
VALUES = (*TOLD_WITH, "answer", "request", "rating")
NAMES = ("recommended", "mentee", "mentor", "about")


def rows() -> Iterator[dict[str, Any]]:
    """Yield the mails with what is to be found in them."""
    for line in (TRAPS / "traps.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def read(row: Mapping[str, Any], known: Roster) -> dict[str, Any]:
    """Return what is read in one mail, as a label."""
    at = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC)
    text, marker, quoted = row["text"].partition("\n> ")
    body = Body(fresh=text, quoted=marker + quoted, answers=())
    return answered(known, row["from"], body, at, subject=row.get("subject", ""))


def mistakes(row: Mapping[str, Any], answer: Mapping[str, Any]) -> list[str]:
    """Return what is wrong in an act: nothing where it may be done so."""
    if row.get("held"):
        return ["a person must read it"]
    found, wanted = answer["fields"], row.get("facts", {})
    wrong = [
        f"{key} {found.get(key)} for {wanted.get(key)}"
        for key in VALUES
        if wanted.get(key) != "*" and str(found.get(key) or "") != wanted.get(key, "")
    ]
    if "facts" not in row:
        wrong = []
    if "intents" in row and set(row["intents"]) != set(answer["intents"]):
        wrong.append(f"{answer['intents']} for {row['intents']}")
    return wrong + [
        f"{key} {found.get(key)} for {wanted.get(key)}"
        for key in NAMES
        if "facts" in row and not _same(found.get(key), wanted.get(key, ""))
    ]


def _same(found: Any, wanted: str) -> bool:
    """Tell whether the same people are named, each by any part of the name."""
    every = found if isinstance(found, list) else [found] if found else []
    return same_list([{"name": one} for one in wanted.split(",") if one], every)


def acted() -> list[tuple[Mapping[str, Any], list[str]]]:
    """Return the mails that are acted on alone, each with what is wrong."""
    known = roster(TRAPS / "roster.csv")
    answers = ((row, read(row, known)) for row in rows())
    return [(row, mistakes(row, one)) for row, one in answers if one["automation"] == "auto"]


def main() -> None:
    """Print how many are acted upon, and how many of them wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print the wrong acts as well")
    found = acted()
    wrong = [(row, why) for row, why in found if why]
    if parser.parse_args().errors:
        for row, why in wrong:
            print(row["date"], row["text"].strip(), "|", "; ".join(why), end="\n\n")
    print(f"{sum(1 for _ in rows())} mails: {len(found)} acted upon, {len(wrong)} wrongly")


if __name__ == "__main__":
    main()
