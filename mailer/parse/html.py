"""HTML to text: blocks, lists, links and tables; quotes as `>` lines; nothing that is not seen."""

import re
from dataclasses import dataclass, field
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from mailer.parse import places
from mailer.parse.clean import ATTRIBUTION_MARK, SIGNATURE_MARK, clean_text
from mailer.parse.seen import is_unseen, is_white, unseen_rules

TAGS = 15_000
TAG_CHARS = 20_000
DEPTH = 400
QUOTE_DEPTH = 20

_DATA = re.compile(r"data:[a-z0-9.+/;=-]{0,100}base64,[A-Za-z0-9+/=\s]+", re.IGNORECASE)
# Browsers reopen these after each block (HTML 13.2.4.3): unclosed ones cost their product.
_REOPENED = re.compile(
    r"<(/?)(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b", re.IGNORECASE
)
_REOPENED_COST = 300_000
_REOPENED_FEW = 15
_TAG = re.compile(r"<[^<>]*>")
# A line above a quote in a language that we do not know: it names a time or an address.
_LIKE_ATTRIBUTION = re.compile(r"(?=[^\n]{0,160}(?:\d[:.]\d\d|\d[/.-]\d|@))[^?!\n]{4,160}[:：]\s*")
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader sees of an HTML part, and whether something in it is not seen."""

    text: str
    hidden: bool = False


def html_text(html: str) -> Shown:
    """Turn HTML into text; quotes become `> ` lines. Never raises; time stays linear."""
    html = _DATA.sub("", html)
    if not _is_tame(html):
        return Shown(clean_text(unescape(_TAG.sub(" ", html))), hidden=True)
    try:
        tree = LexborHTMLParser(html)
    except (SelectolaxError, ValueError, MemoryError):
        return Shown(clean_text(unescape(_TAG.sub(" ", html))), hidden=True)
    root = tree.root
    if root is None:
        return Shown("")
    page = _Page(unseen=unseen_rules(tree), background="background" in html)
    page.walk(root)
    page.flush()
    return Shown(clean_marked("\n".join(page.lines)), page.hidden)


def clean_marked(text: str) -> str:
    """Clean a text but keep the two marks of the HTML reader at the start of its lines."""
    marks = SIGNATURE_MARK + ATTRIBUTION_MARK
    if not any(mark in text for mark in marks):
        return clean_text(text)
    return "\n".join(
        (line[0] if line[:1] and line[0] in marks else "") + clean_text(line)
        for line in text.split("\n")
    )


def _is_tame(html: str) -> bool:
    """Say whether a tree of this HTML can be built in time that grows with its length only."""
    tags = html.count("<")
    if tags > TAGS or any(len(piece) > TAG_CHARS and "<" in piece for piece in html.split(">")):
        return False
    open_now: dict[str, int] = {}
    most: dict[str, int] = {}
    for match in _REOPENED.finditer(html):
        name = match.group(2).lower()
        count = max(0, open_now.get(name, 0) + (-1 if match.group(1) else 1))
        open_now[name] = count
        most[name] = max(most.get(name, 0), count)
    worst = sum(most.values())
    return worst <= _REOPENED_FEW or worst * tags <= _REOPENED_COST


def _names(attributes: dict[str, str | None]) -> tuple[list[str], str]:
    """Return the classes of an element and its id, mark or name, in lower case."""
    classes = attributes.get("class") or attributes.get("data-smartmail") or ""
    name = attributes.get("id") or attributes.get("data-marker") or attributes.get("name") or ""
    return classes.lower().split()[:20], name.lower()


@dataclass(slots=True)
class _Page:
    """The text written so far and where in the page the writer is."""

    unseen: frozenset[str]
    background: bool
    lines: list[str] = field(default_factory=list)
    now: list[str] = field(default_factory=list)
    quote: int = 0
    rest: int = 0
    signature: int = 0
    attribution: int = 0
    lead: bool = False
    pre: int = 0
    lists: list[int] = field(default_factory=list)
    hidden: bool = False

    def walk(self, root: LexborNode) -> None:
        """Visit the tree in order without recursion: a page may be nested as deep as it likes."""
        stack: list[tuple[LexborNode, list[str] | None]] = [(root, None)]
        while stack:
            node, opened = stack.pop()
            if opened is not None:
                self._leave(node, opened)
                continue
            following = node.next
            if following is not None and node is not root:
                stack.append((following, None))
            if node.is_text_node:
                self._write(node)
                continue
            if not node.is_element_node and node is not root:
                continue
            marks = self._enter(node)
            if marks is None:
                continue
            stack.append((node, marks))
            child = node.child
            if child is not None:
                if len(stack) > 2 * DEPTH:
                    self.now.append(clean_text(node.text(deep=True, separator=" "))[:TAG_CHARS])
                else:
                    stack.append((child, None))

    def _write(self, node: LexborNode) -> None:
        text = node.text_content or ""
        if self.pre:
            first, *others = text.split("\n")
            self.now.append(first)
            for line in others:
                self.flush()
                self.now.append(line)
        elif text:
            self.now.append(_SPACE.sub(" ", text))

    def flush(self, *, gap: bool = False) -> None:
        """End the line that is being written; `gap` asks for an empty line after it."""
        text = "".join(self.now).replace(SIGNATURE_MARK, "").replace(ATTRIBUTION_MARK, "")
        self.now.clear()
        text = text.rstrip() if self.pre else _SPACE.sub(" ", text).strip(" ")
        depth = min(self.quote + self.rest, QUOTE_DEPTH)
        prefix = "> " * depth
        if text:
            mark = ""
            if depth == 0:
                mark = SIGNATURE_MARK if self.signature else ""
                mark = ATTRIBUTION_MARK if self.attribution or self.lead else mark
                self.lead = False
            for line in text.split("\n"):
                self.lines.append(mark + prefix + line)
        if gap and self.lines and self.lines[-1].strip("> "):
            self.lines.append(prefix.rstrip())

    def _enter(self, node: LexborNode) -> list[str] | None:
        """Begin an element; returns what `_leave` must undo, or None to skip it."""
        tag = node.tag or ""
        if tag in places.SKIP:
            return None
        if tag == "br":
            self.flush_break()
            return []
        if tag == "img":
            return []
        attributes = node.attributes if tag not in ("b", "i", "strong", "em", "tr") else {}
        classes, name = _names(attributes) if attributes else ([], "")
        if attributes and self._is_unseen(attributes, classes, name):
            if (node.text(deep=True) or "").strip():
                self.hidden = True
            return None
        undo: list[str] = []
        if tag in places.BLOCK:
            self.flush(gap=tag in places.GAP and tag not in ("ul", "ol"))
            self._block(tag, undo)
        elif tag in ("td", "th") and self.now:
            self.now.append("  ")
        if attributes:
            self._places(classes, name, undo)
        if tag == "div" and attributes:
            self._ruled(attributes.get("style"))
            self.lead = "gmail_quote" in classes and node.css_first("blockquote") is not None
        return undo

    def _ruled(self, style: str | None) -> None:
        """Notice the line that Outlook draws above the mail that it quotes."""
        if not style or "border-top" not in style:
            return
        style = re.sub(r"\s", "", style[:2000]).lower()
        if any(known in style for known in places.REST_STYLES):
            self.flush()
            self.rest = 1

    def _above_quote(self) -> None:
        """Mark the line above a quote as its attribution where it looks like one."""
        self.lead = False
        for at in range(len(self.lines) - 1, max(-1, len(self.lines) - 3), -1):
            line = self.lines[at]
            if line.strip("> "):
                if _LIKE_ATTRIBUTION.fullmatch(line):
                    self.lines[at] = ATTRIBUTION_MARK + line
                return

    def _block(self, tag: str, undo: list[str]) -> None:
        if tag == "blockquote":
            self._above_quote()
            self.quote += 1
            undo.append("quote")
        elif tag == "pre":
            self.pre += 1
            undo.append("pre")
        elif tag in ("ul", "ol"):
            self.lists.append(1 if tag == "ol" else 0)
            undo.append("lists")
        elif tag == "li":
            number = self.lists[-1] if self.lists else 0
            self.now.append(f"{number}. " if number else "- ")
            if number:
                self.lists[-1] += 1
        elif tag == "hr":
            self.lines.append("> " * (self.quote + self.rest) + "_" * 10)

    def _places(self, classes: list[str], name: str, undo: list[str]) -> None:
        """Notice the marks by which mail programs say what a stretch of the page is."""
        kinds = set(classes)
        if kinds & places.REST or name in places.REST_IDS:
            self.flush()
            self.rest = 1
        elif "quote" in undo:
            return  # A blockquote is a quote already.
        elif places.is_quote(kinds, name):
            self.flush()
            self.quote += 1
            undo.append("quote")
        elif kinds & places.ATTRIBUTION:
            self.flush()
            self.attribution += 1
            undo.append("attribution")
        elif kinds & places.SIGNATURE or name in places.SIGNATURE_IDS:
            self.flush()
            self.signature += 1
            undo.append("signature")

    def flush_break(self) -> None:
        """A line break: ends the line, and a second one leaves an empty line."""
        if self.now and "".join(self.now).strip():
            self.flush()
        elif self.lines and self.lines[-1].strip("> "):
            self.now.clear()
            self.lines.append(("> " * min(self.quote + self.rest, QUOTE_DEPTH)).rstrip())

    def _leave(self, node: LexborNode, undo: list[str]) -> None:
        tag = node.tag or ""
        if tag == "a":
            self._link(node)
        if tag in places.BLOCK or undo:
            self.flush(gap=tag in places.GAP)
        for what in undo:
            if what == "lists":
                self.lists.pop()
            else:
                setattr(self, what, getattr(self, what) - 1)

    def _link(self, node: LexborNode) -> None:
        target = (node.attributes.get("href") or "").strip()[:2000]
        if not target.lower().startswith(("http://", "https://", "mailto:")):
            return
        shown = "".join(self.now[-3:]).replace("http://", "").replace("https://", "")
        bare = re.sub(r"^(?:https?://|mailto:)", "", target, flags=re.IGNORECASE).rstrip("/")
        if bare and bare.lower() not in shown.lower():
            self.now.append(f" <{target}>")

    def _is_unseen(self, attributes: dict[str, str | None], classes: list[str], name: str) -> bool:
        if "hidden" in attributes:
            return True
        if self.unseen and (
            any(f".{kind}" in self.unseen for kind in classes) or f"#{name}" in self.unseen
        ):
            return True
        style = attributes.get("style")
        if not style:
            return False
        style = re.sub(r"\s", "", style[:2000]).lower()
        if not self.background and is_white(style):
            self.hidden = True
        return is_unseen(style)
