"""Text in the older rich formats: text/enriched (RFC 1896), text/richtext (RFC 1341), RTF."""

import re

from mailer.parse.charset import codec_of, decode_bytes

RTF_CHARS = 300_000

_PARAMETER = re.compile(r"<param>[^<]{0,500}</param>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z0-9-]{1,60}>")
_BREAKS = re.compile(r"\n+")
_TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9A-Fa-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)
_PAGE = re.compile(r"\\ansicpg(\d{1,5})")
# What stands in these groups is not text of the document.
_UNSEEN = frozenset(
    (
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "header",
        "footer",
        "themedata",
        "listtable",
        "listoverridetable",
        "generator",
        "xmlnstbl",
        "datastore",
        "latentstyles",
    )
)
_BREAK_WORDS = {"par": "\n", "line": "\n", "row": "\n", "page": "\n", "tab": "\t", "cell": "\t"}
_SIGNS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
}
_ESCAPED = {"\\": "\\", "{": "{", "}": "}", "~": "\xa0", "_": "-", "\n": "\n", "\r": "\n"}


def enriched_text(text: str) -> str:
    """Return enriched text without its tags; a line break alone is a blank, two are one."""
    text = _PARAMETER.sub("", text).replace("<nl>", "\n\n").replace("<lt>", "<<")
    text = _TAG.sub("", text.replace("<<", "\ufdd2")).replace("\ufdd2", "<")
    return _BREAKS.sub(lambda found: "\n" * (len(found.group()) - 1) or " ", text)


def rtf_text(rtf: str) -> str:
    """Return the text of an RTF document; fonts, pictures and fields of the program left out."""
    out: list[str] = []
    pending = bytearray()
    page = _PAGE.search(rtf[:1000])
    codec = (codec_of(f"cp{page.group(1)}") if page else "") or "cp1252"
    depth, unseen_from, skip = 0, 0, 0
    for token in _TOKEN.finditer(rtf[:RTF_CHARS]):
        word, number, byte, sign, brace, plain = token.groups()
        if pending and byte is None:
            out.append(decode_bytes(bytes(pending), codec)[0])
            pending.clear()
        if brace:
            depth += 1 if brace == "{" else -1
            if unseen_from and depth < unseen_from:
                unseen_from = 0
        elif unseen_from or word in _UNSEEN or sign == "*":
            unseen_from = unseen_from or depth
        elif skip and (byte or plain):
            skip, plain = 0, (plain or "")[1:]
            out.append(plain)
        elif byte:
            pending.append(int(byte, 16))
        elif word == "u" and number:
            out.append(_character(int(number)))
            skip = 1
        else:
            out.append(plain or _ESCAPED.get(sign or "", "") or _of_word(word))
    out.append(decode_bytes(bytes(pending), codec)[0])
    return "".join(out)


def _character(number: int) -> str:
    """Return the character of a signed 16-bit number; halves of pairs are replaced."""
    number &= 0xFFFF
    return "\ufffd" if 0xD800 <= number <= 0xDFFF else chr(number)  # noqa: PLR2004 - Unicode 3.8


def _of_word(word: str | None) -> str:
    return _BREAK_WORDS.get(word or "", "") or _SIGNS.get(word or "", "")
