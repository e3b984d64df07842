"""Markdown tokens -> blocks of the text part."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from markdown_it.token import Token

from mailer.render.text import Block, Facts, Flow, Literal, Quote, Table
from mailer.render.words import GLUE, GLUED, LINK, QUOTED, VALUE

ANSWER = "answer:"
_FIELD = re.compile(r"([^\s:][^:]{0,39}):(?:[ \t]+(.*))?")
_VALUES = re.compile("[\U000f0000-\U000f3fff]")

Line = tuple[str, list[Token]]


@dataclass(slots=True)
class _Level:
    """A list item or a quotation: what its first line and its other lines begin with."""

    first: str
    rest: str


def read_blocks(tokens: Sequence[Token], links: Sequence[str], reply_with: str) -> list[Block]:
    """Return the blocks; `links` are the targets behind the stand-ins of links.

    `reply_with` says before an answer that one may reply with it.
    """
    return _Reader(links, reply_with).read(tokens)


def read_facts(children: Sequence[Token]) -> list[Line] | None:
    """Return label and content of a paragraph of `Field: value` lines, None for other ones."""
    lines: list[list[Token]] = [[]]
    for child in children:
        if child.type == "softbreak":
            lines.append([])
        else:
            lines[-1].append(child)
    if len(lines) < 2:  # noqa: PLR2004 - one line with a colon is most often a sentence
        return None
    facts: list[Line] = []
    for first, *others in lines:
        match = _FIELD.fullmatch(first.content) if first.type == "text" else None
        if match is None:
            return None
        opening = [Token("text", "", 0, content=match[2])] if match[2] else []
        facts.append((match[1].strip(), [*opening, *others]))
    return facts


def words_only(content: str) -> bool:
    """Say whether a paragraph is nothing but the words of others."""
    return len(content) == 1 and QUOTED <= ord(content) < LINK


class _Reader:
    def __init__(self, links: Sequence[str], reply_with: str) -> None:
        self.links = links
        self.reply_with = reply_with
        self.levels: list[_Level] = []
        self.numbers: list[int | None] = []
        self.blocks: list[Block] = []
        self.rows: list[list[str]] | None = None
        self.hidden = False  # The paragraph belongs to a tight list.
        self.tight = False  # So did the block before.
        self.steps: Mapping[str, Callable[[Token], None]] = {
            "bullet_list_open": lambda _token: self.numbers.append(None),
            "ordered_list_open": self._open_numbers,
            "bullet_list_close": self._close_list,
            "ordered_list_close": self._close_list,
            "list_item_open": self._open_item,
            "list_item_close": lambda _token: self._close_level(),
            "blockquote_open": lambda _token: self.levels.append(_Level("| ", "| ")),
            "blockquote_close": lambda _token: self._close_level(),
            "paragraph_open": self._open_paragraph,
            "heading_open": self._open_paragraph,
            "inline": self._words,
            "table_open": self._open_table,
            "tr_open": self._open_row,
            "table_close": self._close_table,
            "fence": self._literal,
            "code_block": self._literal,
            "hr": lambda _token: self._add(Flow, "* * *"),
        }

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        for token in tokens:
            step = self.steps.get(token.type)
            if step is not None:
                step(token)
        return self.blocks

    def _open_numbers(self, token: Token) -> None:
        self.numbers.append(int(token.attrGet("start") or 1))

    def _close_list(self, _token: Token) -> None:
        self.numbers.pop()
        self.tight = self.tight and bool(self.numbers)

    def _open_item(self, _token: Token) -> None:
        number = self.numbers[-1]
        mark = "  * " if number is None else f"  {number}. "
        if number is not None:
            self.numbers[-1] = number + 1
        self.levels.append(_Level(mark, " " * len(mark)))

    def _close_level(self) -> None:
        self.levels.pop()

    def _open_paragraph(self, token: Token) -> None:
        self.hidden = token.hidden

    def _words(self, token: Token) -> None:
        if self.rows is not None:
            self.rows[-1].append(self._inline(token.children or []))
        else:
            self._paragraph(token)

    def _open_table(self, _token: Token) -> None:
        self.rows = []

    def _open_row(self, _token: Token) -> None:
        if self.rows is not None:
            self.rows.append([])

    def _close_table(self, _token: Token) -> None:
        self._add(Table, tuple(tuple(row) for row in self.rows or ()))
        self.rows = None

    def _literal(self, token: Token) -> None:
        self._add(Literal, token.content.rstrip("\n"))

    def _prefixes(self) -> tuple[str, str]:
        first = "".join(level.first for level in self.levels)
        rest = "".join(level.rest for level in self.levels)
        for level in self.levels:
            level.first = level.rest
        return first, rest

    def _add(self, kind: type[Block], content: object, *, hidden: bool = False) -> None:
        first, rest = self._prefixes()
        gap = not (hidden and self.tight)
        self.blocks.append(kind(content, first, rest, gap))  # type: ignore[call-arg,arg-type]
        self.tight = hidden

    def _paragraph(self, token: Token) -> None:
        children = token.children or []
        hidden = self.hidden
        if words_only(token.content):
            self._add(Quote, token.content)
            return
        facts = read_facts(children)
        if facts is not None:
            rows = tuple((label, self._inline(content)) for label, content in facts)
            self._add(Facts, rows)
            return
        answers = self._answers(children)
        if answers is None:
            self._add(Flow, self._inline(children), hidden=hidden)
            return
        for number, answer in enumerate(answers):
            inside = bool(self.levels)
            if not inside:
                self.levels.append(_Level("  * ", "    "))
            self._add(Flow, answer, hidden=hidden or number > 0)
            if not inside:
                self.levels.pop()
            self.tight = True
        self.tight = hidden

    def _answers(self, children: Sequence[Token]) -> list[str] | None:
        """Return the lines of a paragraph that holds nothing but answers, else None."""
        answers: list[str] = []
        label: list[Token] | None = None
        target = ""
        for child in children:
            if child.type == "link_open":
                target = self._link(child)
                label = []
            elif child.type == "link_close" and label is not None:
                if not target.startswith(ANSWER):
                    return None
                answers.append(f"{self._inline(label)}: {self._reply(target)}")
                label = None
            elif label is not None:
                label.append(child)
            elif child.type not in {"softbreak", "hardbreak"} and child.content.strip(" |·"):
                return None
        return answers or None

    def _link(self, token: Token) -> str:
        return self.links[ord(str(token.attrGet("href"))) - LINK]

    def _inline(self, children: Sequence[Token]) -> str:
        out: list[str] = []
        opened: list[tuple[int, Token]] = []
        for child in children:
            match child.type:
                case "text" | "text_special" | "html_inline":
                    out.append(child.content)
                case "softbreak":
                    out.append(" ")
                case "hardbreak":
                    out.append("\n")
                case "code_inline":
                    out.append(_glued(child.content))
                case "strong_open" | "strong_close":
                    out.append("*")
                case "link_open":
                    opened.append((len(out), child))
                case "link_close":
                    start, token = opened.pop()
                    out.append(self._after_link("".join(out[start:]), token))
                    if out[-1] == str(token.attrGet("href")):
                        del out[start:-1]
        return "".join(out)

    def _reply(self, target: str) -> str:
        return f'{self.reply_with} "{_glued(unquote(target[len(ANSWER) :]))}"'

    def _after_link(self, label: str, token: Token) -> str:
        target = self._link(token)
        if target.startswith(ANSWER):
            return f" ({self._reply(target)})"
        if target in (f"mailto:{label}", f"tel:{label}"):
            return ""
        stand_in = str(token.attrGet("href"))
        return stand_in if target == label else f" <{stand_in}>"


def _glued(text: str) -> str:
    """Return text that is not wrapped; the values in it are not wrapped either."""
    glued = _VALUES.sub(lambda match: chr(ord(match[0]) - VALUE + GLUED), text)
    return glued.replace(" ", GLUE)
