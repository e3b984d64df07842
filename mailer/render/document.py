"""Light Markdown with stand-ins for values -> a document that is filled for each letter.

Letters of one template mostly have the same Markdown once their values are taken out, so the
parser's work is kept. Both parts of a letter come from the same tokens.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from urllib.parse import quote as percent
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from mailer.render.blocks import ANSWER, read_blocks, read_facts, words_only
from mailer.render.text import STAND_IN, Block, lay_out, settle
from mailer.render.words import GLUE, GLUED, LINK, QUOTED, VALUE

_BUTTON = (
    "display:inline-block;margin:4px 0;padding:10px 18px;border:2px solid #2f6fb3;"
    "border-radius:6px;font-weight:bold;text-decoration:none"
)
_SCHEMES = ("http://", "https://", "mailto:")
_KEPT = "/:?#[]@!$&'()*+,;=%-._~"  # What may stand in an address as it is (RFC 3986 2.2, 2.3).


class _Parser(MarkdownIt):
    """markdown-it that leaves the targets of links alone: they hold stand-ins."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library names it so
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library names it so
        return link


_PARSER = _Parser("commonmark", {"html": False}).enable("table").disable("image")
_RENDERER = RendererHTML()


@dataclass(frozen=True, slots=True)
class Document:
    """Markdown that was read: HTML with stand-ins, blocks of text, and the targets of links."""

    html: str
    blocks: tuple[Block, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """What one letter puts in: its values, others' words, and where answers go."""

    values: Sequence[str]
    words: Sequence[str]
    answers_to: str
    subject: str


@lru_cache(maxsize=512)
def read(source: str, reply_with: str = "reply with") -> Document:
    """Read Markdown that holds stand-ins; `reply_with` introduces an answer in the text part."""
    tokens = _PARSER.parse(source)
    links: list[str] = []
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                links.append(str(child.attrGet("href") or ""))
                child.attrSet("href", chr(LINK + len(links) - 1))
    blocks = tuple(settle(block) for block in read_blocks(tokens, links, reply_with))
    html = _RENDERER.render(_dressed(tokens, links), _PARSER.options, {})
    return Document(html, blocks, tuple(links))


def fill(document: Document, filling: Filling) -> tuple[str, str]:
    """Return the text and the HTML of one letter."""
    links = [_target(link, filling) for link in document.links]
    plain: dict[str, str] = {}
    marked: dict[str, str] = {}
    for number, value in enumerate(filling.values):
        plain[chr(VALUE + number)] = value
        plain[chr(GLUED + number)] = value.replace(" ", GLUE)
        marked[chr(VALUE + number)] = escape(value)
    for number, words in enumerate(filling.words):
        plain[chr(QUOTED + number)] = words
        marked[chr(QUOTED + number)] = escape(words).replace("\n", "<br>\n")
    for number, link in enumerate(links):
        plain[chr(LINK + number)] = link
        marked[chr(LINK + number)] = escape(link)
    html = STAND_IN.sub(lambda match: marked[match[0]], document.html)
    return lay_out(document.blocks, plain), html


def _target(link: str, filling: Filling) -> str:
    if link.startswith(ANSWER):
        word = STAND_IN.sub(lambda match: _value(match, filling), unquote(link[len(ANSWER) :]))
        begin = _answer_to(filling.answers_to, filling.subject)
        return f"{begin}&body={percent(word, safe='')}"
    if not STAND_IN.search(link):
        return link
    if STAND_IN.match(link):  # The value brings the whole address, so its scheme is looked at.
        whole = STAND_IN.sub(lambda match: _value(match, filling), link)
        return percent(whole, safe=_KEPT) if whole.lower().startswith(_SCHEMES) else "#"
    return STAND_IN.sub(lambda match: percent(_value(match, filling), safe="@"), link)


@lru_cache(maxsize=64)
def _answer_to(address: str, subject: str) -> str:
    """Return what the answers of one letter begin with."""
    return f"mailto:{percent(address, safe='@')}?subject={percent(f'Re: {subject}', safe='')}"


def _value(match: re.Match[str], filling: Filling) -> str:
    code = ord(match[0])
    if code >= QUOTED:
        return filling.words[code - QUOTED]
    return filling.values[code - VALUE]


def _dressed(tokens: Sequence[Token], links: Sequence[str]) -> list[Token]:
    """Return the tokens with what HTML shows otherwise: buttons, facts and others' words."""
    dressed: list[Token] = []
    skipped = 0
    for number, token in enumerate(tokens):
        if skipped:
            skipped -= 1
            continue
        if token.type == "inline":
            _dress_answers(token.children or [], links)
        if token.type == "paragraph_open":
            special = _special(tokens[number + 1])
            if special is not None:
                dressed.append(Token("html_block", "", 0, content=special))
                skipped = 2  # The inline token and the end of the paragraph.
                continue
        dressed.append(token)
    return dressed


def _special(token: Token) -> str | None:
    if words_only(token.content):
        return f'<blockquote class="words">{token.content}</blockquote>\n'
    facts = read_facts(token.children or [])
    if facts is None:
        return None
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th><td>{_inline(content)}</td></tr>\n'
        for label, content in facts
    )
    return f'<table class="facts">\n{rows}</table>\n'


def _inline(children: Sequence[Token]) -> str:
    return _RENDERER.renderInline(children, _PARSER.options, {})


def _dress_answers(children: Sequence[Token], links: Sequence[str]) -> None:
    for child in children:
        if child.type == "link_open":
            link = links[ord(str(child.attrGet("href"))) - LINK]
            if link.startswith(ANSWER):
                child.attrSet("class", "answer")
                child.attrSet("style", _BUTTON)
