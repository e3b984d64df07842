"""What no string may hold: control characters, lone surrogates, our own working marks."""

import re

# Noncharacters (Unicode 23.7) are meant for use inside a program; the HTML reader marks the
# lines of a signature and of an attribution with them. A mail that sends them loses them.
SIGNATURE_MARK = "\ufdd0"
ATTRIBUTION_MARK = "\ufdd1"

# Marks that steer the direction of writing and other characters of no width.
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"))

_BAD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff"
    "\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def clean_text(text: str) -> str:
    """Return the text of a body: line ends are LF, no control character but LF and tab."""
    if _BAD.search(text) is None:
        return text
    return _BAD.sub("", _BREAKS.sub("\n", text))


def clean_line(text: str) -> str:
    """Return the value of a header: one line, no control character, single blanks."""
    text = " ".join(text.split())
    return text if text.isprintable() else _BAD.sub("", text).strip()


def has_control(text: str) -> bool:
    """Say whether a raw header value holds a control character other than folding."""
    return _CONTROL.search(text) is not None
