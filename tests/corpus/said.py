"""The training corpus: `said/<language>-<author>.txt`, mails with a label for every sentence.

A file holds the mails of one invented author. `@ role automation [why] [subject=...]` begins a
mail; each line after it is one sentence, `label | text`, where labels are the sixteen intents or
`none`, joined by `+` where a sentence says two things (`renewal:extend`, `data_request:erase`).
In the text `{part:words}` marks a name, a date or a fact and the part it plays: a field's name,
`other` for a person without a part, `day` for a date without one.

Most authors write mails that are hard on purpose. Those whose names begin with p or s write plain
ones, as most volunteers do, and those with t, u or w near misses among plain ones: the words of a
matter that is not so, not yet, not the writer's, or of another course, office or year. Those with m
write ordinary ones: whole mails in which a matter is said once, in everyday words, amid all else
that people write about, with other people and other days beside it.
"""

import re
import zlib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

SAID = Path(__file__).parent / "said"
_MARK = re.compile(r"\{([a-z_]+):\s*([^{}]*)\}")
_HEAD = re.compile(r"@ (\w+) (\w+)(?: (.*?))??(?: ?subject=(.*))?")
_HELD_BACK = 10
_KINDS = {
    **dict.fromkeys("ps", "plain"),
    **dict.fromkeys("tuw", "near miss"),
    "m": "ordinary",
}
_SHORT = 30


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, a date or a fact in a sentence: where it stands and the part it plays."""

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence with what it says and what is marked in it."""

    labels: frozenset[str]
    text: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail of the corpus. `automation` is "auto" or "review"."""

    author: str
    language: str
    role: str
    automation: str
    subject: str
    sentences: tuple[Said, ...]

    @property
    def intents(self) -> frozenset[str]:
        """What the mail says: "other" only where nothing else is said."""
        found = {one.partition(":")[0] for s in self.sentences for one in s.labels}
        return frozenset(found - {"other"} or {"other"})

    @property
    def text(self) -> str:
        """The mail as it would be written: greetings and short lines stand for themselves."""
        lines = [s.text for s in self.sentences]
        joined = lines[0]
        for before, line in pairwise(lines):
            apart = before.rstrip().endswith(",") or len(before) < _SHORT
            joined += ("\n\n" if apart else " ") + line
        return joined

    @property
    def held_back(self) -> bool:
        """Tell whether the author is one in ten that training never sees."""
        return held_back(self.author)


def group(author: str) -> str:
    """Return the key by which authors are kept apart: one hand may write in two languages."""
    return author.partition("-")[2]


def kind(author: str) -> str:
    """Return what an author writes: "hard", "plain", "near miss" or "ordinary"."""
    return _KINDS.get(group(author)[0], "hard")


def held_back(author: str) -> bool:
    """Tell whether an author is one in ten that training never sees."""
    return zlib.crc32(group(author).encode()) % _HELD_BACK == 0


def _sentence(line: str) -> Said:
    labels, _, marked = line.partition(" | ")
    text, mentions, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        mentions.append(Mention(found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        at = found.end()
    named = frozenset(one for one in labels.strip().split("+") if one != "none")
    return Said(named, text + marked[at:], tuple(mentions))


def read(path: Path) -> list[Mail]:
    """Return the mails of one author. Raises ValueError for a line that is not understood."""
    author = path.stem
    mails: list[Mail] = []
    head: re.Match[str] | None = None
    lines: list[Said] = []

    def close() -> None:
        if head and lines:
            language = author.partition("-")[0]
            subject = (head[4] or "").strip()
            mails.append(Mail(author, language, head[1], head[2], subject, tuple(lines)))
        lines.clear()

    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@"):
            close()
            head = _HEAD.fullmatch(line.strip())
            if not head:
                raise ValueError(f"{path.name}:{number}: {line!r} begins no mail")
        elif " | " in line and not line.startswith("#"):
            lines.append(_sentence(line))
    close()
    return mails


@cache
def mails(language: str = "") -> tuple[Mail, ...]:
    """Return every mail of the corpus, or those of one language, by author."""
    paths = sorted(SAID.glob(f"{language or '*'}-*.txt"))
    return tuple(mail for path in paths for mail in read(path))
