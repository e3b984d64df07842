"""How well authors are read whom training has never seen: `python -m tests.corpus.figures`.

One author in ten is held back from training (`said.held_back`). `levels.json` keeps the figures
that were reached; `--write` writes them anew, after `make train`.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from mailer.understand.trained import INTENTS, scores
from mailer.understand.weigh import weigh
from mailer.understand.weighing import SURE
from tests.corpus.fit_sentences import Example, examples

LEVELS = Path(__file__).parent / "levels.json"
Figures = dict[str, float]


@cache
def unseen() -> tuple[Example, ...]:
    """Return the mails of the authors who were held back."""
    return tuple(examples(held_back=True))


def _language(one: Example) -> str:
    return one.author.partition("-")[0]


def _share(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 1.0


def figures(every: Iterable[Example]) -> dict[str, Figures]:
    """Return the figures by language and by intent.

    By language: `exact`, the share of mails whose whole set of intents is right; `sure`, the share
    that is sure enough to be acted upon; `wrong`, the share of those whose set is wrong. By intent:
    precision and recall.
    """
    counts: dict[str, Counter] = defaultdict(Counter)
    for one in every:
        weighed = weigh(scores(one.read, one.role), one.role)
        got = {likely.intent.value for likely in weighed.said}
        right, sure = got == one.intents, weighed.sure >= SURE
        for key in (_language(one), "all"):
            counts[key].update(mails=1, exact=right, sure=sure, wrong=sure and not right)
        for intent in (i.value for i in INTENTS):
            counts[intent].update(
                hit=intent in got and intent in one.intents,
                got=intent in got,
                meant=intent in one.intents,
            )
    found: dict[str, Figures] = {}
    for key, count in counts.items():
        if "mails" in count:
            found[key] = {
                "mails": count["mails"],
                "exact": _share(count["exact"], count["mails"]),
                "sure": _share(count["sure"], count["mails"]),
                "wrong": _share(count["wrong"], count["sure"]),
            }
        else:
            found[key] = {
                "mails": count["meant"],
                "precision": _share(count["hit"], count["got"]),
                "recall": _share(count["hit"], count["meant"]),
            }
    return dict(sorted(found.items()))


def main() -> None:
    """Print the figures, and keep them as the level that may not be fallen below."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep these figures as the level")
    found = figures(unseen())
    for key, values in found.items():
        print(f"{key:20}", "  ".join(f"{name} {value}" for name, value in values.items()))
    if parser.parse_args().write:
        LEVELS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
