"""Scores labels against the labels of a corpus: `python -m tests.corpus.score ANSWERS LABELS`.

Both files hold one JSON object a line. Every figure is given for all mails, for those marked
hard, and by language, as counts beside percentages.
"""

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

EXACT = (
    "completed_on",
    "effective_on",
    "held_on",
    "away_from",
    "away_until",
    "answer",
    "request",
    "rating",
    "portal_username",
    "certificate",
)
PEOPLE = ("person", "mentor", "about")
LISTS = ("recommended", "mentee")
ACTING = (
    "person",
    "effective_on",
    "completed_on",
    "recommended",
    "mentee",
    "mentor",
    "answer",
    "held_on",
    "away_from",
    "away_until",
    "rating",
    "request",
)
"""Fields that make an automatic action wrong when they are wrong, missing or invented."""

CODES = {
    "english": "en",
    "spanish": "es",
    "portuguese": "pt",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "indonesian": "id",
    "bahasa indonesia": "id",
}
AUTOMATION = ("auto", "review", "ignore")


def fold(text: str) -> str:
    """Return the text without case and accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in split if not unicodedata.combining(c)).strip()


def same_person(label: Mapping[str, str], answer: Mapping[str, str]) -> bool:
    """Compare by address where the label has one, else by the name, in either script."""
    if label.get("email"):
        return label["email"].lower() == (answer.get("email") or "").lower()
    said, given = fold(label.get("name") or ""), fold(answer.get("name") or "")
    forms = [given, *(part.strip(" )") for part in given.split("("))]
    return bool(said) and any(form and (said in form or form in said) for form in forms)


def same_list(label: list, answer: list) -> bool:
    if len(label) != len(answer):
        return False
    rest = list(answer)
    for one in label:
        fits = [other for other in rest if same_person(one, other)]
        if not fits:
            return False
        rest.remove(fits[0])
    return True


def _code(language: str) -> str:
    low = fold(language)
    return CODES.get(low, low)


def share(key: str, label: object, answer: object) -> float:
    """Return how far an answer's value is right: 0 or 1, a share of the elements for skills."""
    if answer is None:
        return 0.0
    if key == "skills":
        given = [fold(skill) for skill in answer]
        found = [s for s in label if any(fold(s) in g or g in fold(s) for g in given)]
        return len(found) / len(label)
    return float(_right(key, label, answer))


def _right(key: str, label: object, answer: object) -> bool:
    if key in PEOPLE:
        return same_person(label, answer)
    if key in LISTS:
        return same_list(label, answer)
    if key == "languages":
        return {_code(one) for one in label} == {_code(one) for one in answer}
    if key in ("course", "country"):
        return key == "course" or fold(label) == fold(answer)
    return float(label) == float(answer) if key == "rating" else label == answer


@dataclass
class Score:
    """The counts over a set of mails."""

    mails: int = 0
    hits: Counter = field(default_factory=Counter)
    extra: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)
    whole: int = 0
    field_sum: Counter = field(default_factory=Counter)
    field_all: Counter = field(default_factory=Counter)
    invented: Counter = field(default_factory=Counter)
    table: Counter = field(default_factory=Counter)
    automatic: int = 0
    wrong: int = 0
    covered: int = 0
    mistakes: list = field(default_factory=list)
    languages_right: int = 0

    def precision(self, intent: str) -> float | None:
        """Return TP / (TP + FP), or None where nothing was answered."""
        total = self.hits[intent] + self.extra[intent]
        return self.hits[intent] / total if total else None

    def recall(self, intent: str) -> float | None:
        """Return TP / (TP + FN), or None where nothing was labelled."""
        total = self.hits[intent] + self.missed[intent]
        return self.hits[intent] / total if total else None

    def intents(self) -> list[str]:
        return sorted({*self.hits, *self.extra, *self.missed})

    @property
    def replies_wrongly_sent(self) -> int:
        return self.table["ignore", "auto"]

    @property
    def mails_lost(self) -> int:
        return self.table["auto", "ignore"] + self.table["review", "ignore"]

    @property
    def may_be_automated(self) -> int:
        return sum(self.table["auto", answer] for answer in AUTOMATION)

    def add(self, label: Mapping, answer: Mapping) -> None:
        """Count one mail."""
        self.mails += 1
        wanted, given = set(label["intents"]), set(answer["intents"])
        self.hits.update(wanted & given)
        self.extra.update(given - wanted)
        self.missed.update(wanted - given)
        self.whole += wanted == given
        self.languages_right += label.get("language") == answer.get("language")
        bad = self._fields(label, answer)
        self._automation(label, answer, bad, wanted == given)

    def _fields(self, label: Mapping, answer: Mapping) -> list[str]:
        bad = []
        facts, said = label.get("fields") or {}, answer.get("fields") or {}
        for key, value in facts.items():
            right = share(key, value, said.get(key))
            self.field_sum[key] += right
            self.field_all[key] += 1
            if right < 1:
                bad.append(key)
        for key in said:
            if key not in facts:
                self.invented[key] += 1
                bad.append(key)
        return bad

    def _automation(self, label: Mapping, answer: Mapping, bad: list[str], same: bool) -> None:
        wanted, given = label["automation"], answer["automation"]
        self.table[wanted, "review" if given == "ask" else given] += 1
        if given != "auto":
            return
        self.automatic += 1
        serious = [key for key in bad if key in ACTING]
        if wanted == "auto" and same and not serious:
            self.covered += 1
            return
        self.wrong += 1
        self.mistakes.append((label["file"], wanted, label["intents"], answer["intents"], serious))


def score(labels: Iterable[Mapping], answers: Iterable[Mapping]) -> dict[str, Score]:
    """Return the scores by group: "all", "hard" and one for each language."""
    by_file = {answer["file"]: answer for answer in answers}
    nothing = {"intents": [], "automation": "review", "fields": {}}
    groups: dict[str, Score] = {"all": Score(), "hard": Score()}
    for label in labels:
        answer = by_file.get(label["file"], nothing)
        names = ["all", label.get("language", "?"), *(["hard"] if label.get("hard") else [])]
        for name in names:
            groups.setdefault(name, Score()).add(label, answer)
    return groups


def _part(count: float, total: float) -> str:
    return f"{count:g}/{total:g} ({100 * count / total:.0f} %)" if total else "0/0"


def report(name: str, one: Score) -> str:
    """Return the figures of one group as text."""
    lines = [
        f"== {name}: {one.mails} mails",
        f"whole intent sets right: {_part(one.whole, one.mails)}",
        f"language right: {_part(one.languages_right, one.mails)}",
        f"automatic actions wrong: {_part(one.wrong, one.automatic)}",
        f"coverage: {_part(one.covered, one.may_be_automated)}",
        f"replies that must not be sent: {one.replies_wrongly_sent}",
        f"mails lost: {one.mails_lost}",
        "label -> answer: "
        + ", ".join(f"{a}->{b} {one.table[a, b]}" for a in AUTOMATION for b in AUTOMATION),
    ]
    precisions, recalls = [], []
    for intent in one.intents():
        hit, precision, recall = one.hits[intent], one.precision(intent), one.recall(intent)
        precisions += [precision] if precision is not None else []
        recalls += [recall] if recall is not None else []
        lines.append(
            f"  {intent:20} precision {_part(hit, hit + one.extra[intent])}"
            f" recall {_part(hit, hit + one.missed[intent])}"
        )
    if precisions and recalls:
        means = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
        lines.append(f"  mean precision {means[0]:.3f}, mean recall {means[1]:.3f}")
    lines += [
        f"  {key:20} right {_part(one.field_sum[key], one.field_all[key])}"
        f" invented {one.invented[key]}"
        for key in sorted({*one.field_all, *one.invented})
    ]
    return "\n".join(lines)


def read(path: str) -> list[dict]:
    """Return the objects of a file with one JSON object a line."""
    text = Path(path).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def main(arguments: list[str]) -> int:
    """Print the figures of ANSWERS against LABELS."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    groups = score(read(arguments[1]), read(arguments[0]))
    for name, one in groups.items():
        print(report(name, one))
    for mistake in groups["all"].mistakes:
        print("wrong:", *mistake)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
