"""A programme's own words: "guide" where our letters say "mentor", in the singular and plural.

Only what a template's author wrote is reworded: neither values, nor what stands between straight
quotation marks, because people are asked to write that exactly so and it must be understood.
"""

import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_ARTICLE = r"(?:(?P<article>[Aa])n? )?"
# A member of the council is one, whatever the members of the programme are called.
_NOT_OF_IT = r"(?<!council member)(?<!council members)(?! of the council)"
_VOWELS = tuple("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


class OwnWords(Extension):
    """Rewords the text of templates as they are compiled; `words` are ours to the programme's."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.extend(own_words={})

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        words: Mapping[str, str] = self.environment.own_words  # type: ignore[attr-defined]
        quoted = inside = False
        for token in stream:
            if token.type == "data" and words:
                text, quoted = reword(token.value, words, quoted=quoted)
                yield Token(token.lineno, token.type, text)
                continue
            inside = (inside or token.type == "variable_begin") and token.type != "variable_end"
            # A printed string is the author's text as well; names and conditions are none.
            if token.type == "string" and inside and words and not quoted:
                yield Token(token.lineno, token.type, reword(token.value, words)[0])
                continue
            yield token


def reword(text: str, words: Mapping[str, str], *, quoted: bool = False) -> tuple[str, bool]:
    """Return the text with the programme's words, and whether it ends within a quotation."""
    either = "|".join(words)
    pattern = re.compile(
        rf"\b{_ARTICLE}(?P<word>{either})(?P<many>s?)\b{_NOT_OF_IT}", re.IGNORECASE
    )
    parts = re.split(r'("|\n\n)', text)
    for number, part in enumerate(parts):
        if part == '"':
            quoted = not quoted
        elif part == "\n\n":
            quoted = False
        elif not quoted:
            parts[number] = pattern.sub(lambda found: _said(found, words), part)
    return "".join(parts), quoted


def _said(found: re.Match[str], words: Mapping[str, str]) -> str:
    ours = found["word"]
    word = words[ours.lower()]
    if found["many"]:
        word = many(word)
    if ours[0].isupper():
        word = word[0].upper() + word[1:]
    if not found["article"]:
        return word
    return f"{found['article']}{'n' if word.lower().startswith(_VOWELS) else ''} {word}"


def many(word: str) -> str:
    """Return the plural of an English word."""
    if word.endswith("y") and not word.endswith(("ay", "ey", "oy", "uy")):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"
