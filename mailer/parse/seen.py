"""What of a page a reader does not see: styles that hide, white on white."""

import re

from selectolax.lexbor import LexborHTMLParser

_UNSEEN = re.compile(
    r"display:none|visibility:hidden|mso-hide:all|font-size:0(?![.\d])|font-size:0?\.\d|font-size:1px"
    r"|opacity:0(?![.\d])|max-height:0(?![.\d]).*overflow:hidden|overflow:hidden.*max-height:0(?![.\d])"
    r"|text-indent:-\d{3}|(?:left|top):-\d{3,}px"
)
_WHITE = re.compile(r"(?<!-)color:(?:#fff(?:fff)?|white|rgb\(255,255,255\))(?![\w])")
_RULE = re.compile(r"([^{}@]{1,200})\{([^{}]{0,2000})\}")
_CLASS = re.compile(r"[a-z0-9]*([.#])([\w-]{1,60})", re.IGNORECASE)


def is_unseen(style: str) -> bool:
    """Say whether an element of this style (no blanks, lower case) is not seen."""
    return _UNSEEN.search(style) is not None


def is_white(style: str) -> bool:
    """Say whether an element of this style is written in white."""
    return _WHITE.search(style) is not None


def unseen_rules(tree: LexborHTMLParser) -> frozenset[str]:
    """Collect `.class` and `#id` of the style sheets that hide what they name."""
    names: set[str] = set()
    for style in tree.css("style")[:10]:
        sheet = (style.text() or "")[:50_000].split("@media", 1)[0]
        for rule in _RULE.finditer(sheet):
            if _UNSEEN.search(re.sub(r"\s", "", rule.group(2)).lower()):
                for selector in rule.group(1).split(","):
                    found = _CLASS.fullmatch(selector.strip())
                    if found:
                        names.add(found.group(1) + found.group(2).lower())
    return frozenset(names)
