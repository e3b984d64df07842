"""The text part: blocks of words, wrapped so that they read well in 72 columns.

Blocks are made once for a document (`mailer.render.document`) and filled for each letter. A block
without stand-ins is laid out once.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mailer.render.words import GLUE

WIDTH = 72
STAND_IN = re.compile("[\U000f0000-\U000fffff\U00100000-\U0010ffe0]")
_LABEL_MOST = 24


@dataclass(frozen=True, slots=True)
class Flow:
    """Words that are wrapped; `first` and `rest` begin the first and the other lines."""

    text: str
    first: str = ""
    rest: str = ""
    gap: bool = True

    def lines(self, filling: Mapping[str, str]) -> list[str]:
        return wrap(fill(self.text, filling), self.first, self.rest)


@dataclass(frozen=True, slots=True)
class Literal:
    """Lines that stay as they are: commands, forms, addresses."""

    text: str
    first: str = ""
    rest: str = ""
    gap: bool = True

    def lines(self, filling: Mapping[str, str]) -> list[str]:
        kept = fill(self.text, filling).split("\n")
        return [
            f"{self.rest if number else self.first}    {line}".rstrip()
            for number, line in enumerate(kept)
        ]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of others: every line stands behind a bar, so that none can pass as ours."""

    text: str
    first: str = ""
    rest: str = ""
    gap: bool = True

    def lines(self, filling: Mapping[str, str]) -> list[str]:
        lines: list[str] = []
        for number, line in enumerate(fill(self.text, filling).split("\n")):
            begin = self.rest if number else self.first
            lines += wrap(line, f"{begin}| ", f"{self.rest}| ") if line else [f"{begin}|"]
        return lines


@dataclass(frozen=True, slots=True)
class Facts:
    """Lines of `Field: value`, with the values one below the other."""

    rows: tuple[tuple[str, str], ...]
    first: str = ""
    rest: str = ""
    gap: bool = True

    def lines(self, filling: Mapping[str, str]) -> list[str]:
        rows = [(fill(label, filling), fill(value, filling)) for label, value in self.rows]
        column = min(max(len(label) for label, _ in rows), _LABEL_MOST) + 2
        lines: list[str] = []
        for number, (label, value) in enumerate(rows):
            begin = self.rest if number else self.first
            lines += wrap(value, f"{begin}{label}: ".ljust(len(begin) + column),
                          self.rest + " " * column)  # fmt: skip
        return lines


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first row being the heads; columns where they fit, else field by field."""

    rows: tuple[tuple[str, ...], ...]
    first: str = ""
    rest: str = ""
    gap: bool = True

    def lines(self, filling: Mapping[str, str]) -> list[str]:
        rows = [[fill(cell, filling) for cell in row] for row in self.rows]
        widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=False)]
        if len(self.rest) + sum(widths) + 2 * (len(widths) - 1) <= WIDTH:
            rows.insert(1, ["-" * width for width in widths])
            return [
                (self.rest + "  ".join(map(str.ljust, row, widths))).rstrip().replace(GLUE, " ")
                for row in rows
            ]
        heads, *others = rows
        lines: list[str] = []
        for row in others:
            facts = Facts(tuple(zip(heads, row, strict=False)), self.rest, self.rest)
            lines += [*([""] if lines else []), *facts.lines({})]
        return lines


@dataclass(frozen=True, slots=True)
class Fixed:
    """A block that holds no stand-in: laid out already."""

    laid_out: tuple[str, ...]
    gap: bool = True

    def lines(self, _filling: Mapping[str, str]) -> Sequence[str]:
        return self.laid_out


Block = Flow | Literal | Quote | Facts | Table | Fixed


def settle(block: Block) -> Block:
    """Lay a block out for good when no letter can change it."""
    if isinstance(block, Facts | Table):
        texts = [text for row in block.rows for text in row]
    elif isinstance(block, Fixed):
        return block
    else:
        texts = [block.text]
    if any(STAND_IN.search(text) for text in texts):
        return block
    return Fixed(tuple(block.lines({})), block.gap)


def lay_out(blocks: Sequence[Block], filling: Mapping[str, str]) -> str:
    """Return the text of all blocks; lines end with a line feed, the last one too."""
    lines: list[str] = []
    for block in blocks:
        if block.gap and lines:
            lines.append("")
        lines += block.lines(filling)
    return "\n".join(lines) + "\n"


def fill(text: str, filling: Mapping[str, str]) -> str:
    """Put the values in the place of their stand-ins."""
    if text.isascii():
        return text
    return STAND_IN.sub(lambda match: filling[match[0]], text)


def wrap(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> list[str]:
    """Wrap at blanks; addresses and what is glued stay whole, other overlong words are cut."""
    lines: list[str] = []
    begin = first
    for piece in text.split("\n"):
        if len(begin) + len(piece) <= width and "  " not in piece:
            lines.append((begin + piece).rstrip())
        else:
            lines += _broken(_words(piece, width - len(rest)), begin, rest, width)
        begin = rest
    return [line.replace(GLUE, " ") for line in lines] if GLUE in text else lines


def _broken(words: Sequence[str], first: str, rest: str, width: int) -> list[str]:
    if not words:
        return [first.rstrip()]
    lines: list[str] = []
    line, length = [words[0]], len(first) + len(words[0])
    for word in words[1:]:
        length += 1 + len(word)
        if length <= width:
            line.append(word)
        else:
            lines.append(" ".join(line))
            line, length = [word], len(rest) + len(word)
    lines.append(" ".join(line))
    return [first + lines[0], *(rest + line for line in lines[1:])]


def _words(text: str, room: int) -> list[str]:
    words = text.split()
    if max(map(len, words), default=0) <= room:
        return words
    cut: list[str] = []
    for word in words:
        if len(word) <= room or "://" in word or "@" in word or GLUE in word:
            cut.append(word)
        else:
            cut += _pieces(word, room)
    return cut


def _pieces(word: str, room: int) -> list[str]:
    """Cut a word; dots say that a piece is the rest of one, and no line of its own."""
    room -= 1
    first, *others = (word[at : at + room] for at in range(0, len(word), room))
    return [first, *(f"\u2026{piece}" for piece in others)]
