"""Letters from templates: one Markdown file for each letter and recipient's role.

A file begins with `Subject: ...`, then a blank line, then the body. Values of the context are
never read as Markdown or HTML (`mailer.render.words`). A letter in another language than English
stands in a folder named after it: es/<procedure>/<letter>.<role>.md.
"""

from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2 import TemplateError as JinjaError

from mailer.render import words
from mailer.render.commands import titled
from mailer.render.document import Filling, fill, read
from mailer.render.languages import ENGLISH, Language, base
from mailer.render.own_words import OwnWords
from mailer.render.spanish import SPANISH
from mailer.render.words import MARKER, Markdown

__all__ = [
    "LANGUAGES",
    "MARKER",
    "Markdown",
    "Rendered",
    "Section",
    "TemplateError",
    "Templates",
    "default_folder",
]

LANGUAGES = {language.code: language for language in (ENGLISH, SPANISH)}
"""The languages of letters, by their codes."""
SUBJECT_MOST = 200
_FOOTER = "common/footer"
_LAYOUT = "common/layout.html"
_SUBJECT = "Subject:"
_TO_COUNCIL = ".council"
_OF_COUNCIL = ("handover/", "seat/")
"""In letters to the council, and about seats on it, a member is one of its own."""
_IN_SUBJECT, _IN_BODY, _IN_FOOTER = "\U0010fff5", "\U0010fff6", "\U0010fff7"


class TemplateError(Exception):
    """A template is missing or wrong, or lacks a value; the text names it and says what."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A letter in words: its subject on one line, its text (wrapped, line feeds) and its HTML."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Section:
    """A letter as one of several matters in another one: its subject, and its body in Markdown."""

    title: str
    body: Markdown


@dataclass(frozen=True, slots=True)
class _Letter:
    subject: Template
    body: Template


def default_folder() -> Path:
    """Return the folder of the templates that come with the product.

    Raises TemplateError when it is not installed.
    """
    spec = find_spec("templates")
    for place in (spec and spec.submodule_search_locations) or ():
        folder = Path(place)
        if (folder / _LAYOUT).is_file():
            return folder
    raise TemplateError(f"the folder of templates is not installed: no {_LAYOUT} was found")


class _Environment(Environment):
    """Jinja's, but what every template may use is one mapping and not a chain of them.

    Each rendering copies it, and copying a chain is slower than all else that a short letter does.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


class _Shelf:
    """The letters in one language, compiled once; pieces that it lacks are the English ones."""

    def __init__(
        self, folders: Sequence[Path], language: Language, own_words: Mapping[str, str]
    ) -> None:
        own = [] if language is ENGLISH else [folder / language.code for folder in folders]
        self.language = language
        self.folders = own or list(folders)
        self._loader = FileSystemLoader([*own, *folders])
        self.markdown = _Environment(  # Unescaped: `finalize` takes every value out of the text.
            loader=self._loader,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=partial(words.printed, language=language),
            auto_reload=False,
            cache_size=-1,
            extensions=[OwnWords],
        )
        # A programme's words are English ones, and fit into no other language.
        self._own_words = dict(own_words) if language is ENGLISH else {}
        self.markdown.own_words = self._own_words  # type: ignore[attr-defined]
        self.markdown.filters |= {
            "quote": partial(words.quote, language=language),
            "date": partial(words.date_words, language=language),
            "datetime": partial(words.datetime_words, language=language),
            "join_names": partial(words.join_names, language=language),
            "said": language.said,
            "stated": language.stated,
            "own": words.Own,
            "titled": titled,
            "markdown": Markdown,
            "safe": Markdown,
        }
        self.html = _Environment(
            loader=self._loader,
            undefined=StrictUndefined,
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[OwnWords],
        )
        self.html.own_words = self._own_words  # type: ignore[attr-defined]
        # Stand-ins mark where subject, body and footer go.
        self.page = self.html.get_template(_LAYOUT).render(
            language=language.code,
            marker=MARKER,
            subject=_IN_SUBJECT,
            body=_IN_BODY,
            footer=_IN_FOOTER,
        )
        self._letters: dict[str, _Letter] = {}
        self._written: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        """Say whether a letter is written in this language."""
        if name not in self._written:
            self._written[name] = any((folder / f"{name}.md").is_file() for folder in self.folders)
        return self._written[name]

    def letter(self, name: str) -> _Letter:
        """Return a letter's two parts. Raises TemplateError."""
        if name not in self._letters:
            heading, _, body = self.source(name).partition("\n")
            if not heading.startswith(_SUBJECT) or body[:1] not in ("\n", ""):
                raise TemplateError(
                    f"template {name}: it must begin with a line 'Subject: ...' and a blank line"
                )
            words = self._own_words
            if name.endswith(_TO_COUNCIL) or name.startswith(_OF_COUNCIL):
                words = {ours: own for ours, own in words.items() if ours != "member"}
            self.markdown.own_words = words  # type: ignore[attr-defined]
            try:
                subject = self.markdown.from_string(heading[len(_SUBJECT) :])
                self._letters[name] = _Letter(subject, self.markdown.from_string(body))
            except JinjaError as error:
                raise TemplateError(f"template {name}: {error}") from error
        return self._letters[name]

    def source(self, name: str) -> str:
        """Return the text of a letter's file. Raises TemplateError."""
        try:
            return self._loader.get_source(self.markdown, f"{name}.md")[0].replace("\r\n", "\n")
        except (JinjaError, UnicodeDecodeError) as error:
            places = ", ".join(str(folder) for folder in self.folders)
            raise TemplateError(f"template {name}: not readable in {places}") from error


class Templates:
    """All letters of an installation, compiled once.

    `folders` are searched in their order, file by file, and the product's own folder last: a file
    in an operator's folder takes the place of ours of the same name. A changed file is read by a
    new Templates. `own_words` are the programme's words by ours (`mailer.render.own_words`), for
    letters in English.
    """

    whole = True
    """Whether letters are written as they leave, with their body and their files."""

    def __init__(
        self, folders: Sequence[Path] = (), own_words: Mapping[str, str] | None = None
    ) -> None:
        self._folders = [*folders, default_folder()]
        self._own_words = dict(own_words or {})
        self._shelves = {ENGLISH.code: _Shelf(self._folders, ENGLISH, self._own_words)}

    def names(self, language: str = ENGLISH.code) -> list[str]:
        """Return the names of all letters: every file that begins with a Subject line.

        Of another language than English these are the letters that are written in it.
        """
        shelf = self._shelf(language)
        others = {code for code in LANGUAGES if code != language}
        found = {
            path.relative_to(folder) for folder in shelf.folders for path in folder.rglob("*.md")
        }
        names = [p.with_suffix("").as_posix() for p in found if p.parts[0] not in others]
        return sorted(name for name in names if shelf.source(name).startswith(_SUBJECT))

    def language(self, name: str, *wanted: str) -> Language:
        """Return the language in which a letter is written: the first one wanted that it has."""
        for code in map(base, wanted):
            if code in LANGUAGES and self._shelf(code).has(name):
                return LANGUAGES[code]
        return ENGLISH

    def render(self, name: str, context: Mapping[str, Any], answers_to: str) -> Rendered:
        """Write the letter `name` with these values; `answers_to` is its Reply-To address.

        `language` in the context is the language wanted (else "en"): a letter that is not written
        in it comes in English. Raises TemplateError.
        """
        shelf = self._of(name, context)
        letter = shelf.letter(name)
        try:
            subject = words.bare(letter.subject.render(context))[:SUBJECT_MOST].rstrip()
            reply_with = shelf.language.reply_with
            text, html = _write(letter.body.render(context), answers_to, subject, reply_with)
            footer = shelf.markdown.get_template(f"{_FOOTER}.md")
            below = footer.render({**context, "last": context.get("notice", "")})
            below, below_html = _write_footer(below)
        except (JinjaError, TypeError, ValueError, LookupError, ArithmeticError) as error:
            raise TemplateError(f"template {name}: {error}") from error
        if not subject:
            raise TemplateError(f"template {name}: its subject is empty")
        # `fill` has escaped every value in the body and the footer.
        page = shelf.page.replace(_IN_SUBJECT, escape(subject))
        page = page.replace(_IN_FOOTER, below_html).replace(_IN_BODY, html)
        return Rendered(subject, f"{MARKER}\n\n{text}\n-- \n{below}", page)

    def section(self, name: str, context: Mapping[str, Any], number: int) -> Section:
        """Write the letter `name` as the matter of this number in a letter with several.

        Its answers begin with the number. Raises TemplateError.
        """
        shelf = self._of(name, context)
        letter = shelf.letter(name)
        try:
            title = words.bare(letter.subject.render(context))
            body = letter.body.render({**context, "number": number})
            body = words.numbered(body, number, shelf.language)
        except (JinjaError, TypeError, ValueError, LookupError, ArithmeticError) as error:
            raise TemplateError(f"template {name}: {error}") from error
        return Section(title, Markdown(body))

    def page(self, name: str, context: Mapping[str, Any]) -> str:
        """Write a page of the public site; every value is escaped. Raises TemplateError."""
        try:
            return self._shelf(ENGLISH.code).html.get_template(f"{name}.html").render(context)
        except (JinjaError, TypeError, ValueError, LookupError) as error:
            raise TemplateError(f"template {name}.html: {error}") from error

    def _of(self, name: str, context: Mapping[str, Any]) -> _Shelf:
        wanted = str(context.get("language", ENGLISH.code))
        return self._shelf(self.language(name, wanted).code)

    def _shelf(self, code: str) -> _Shelf:
        if code not in self._shelves:
            self._shelves[code] = _Shelf(self._folders, LANGUAGES[code], self._own_words)
        return self._shelves[code]


def _write(
    markdown: str, answers_to: str, subject: str, reply_with: str = ENGLISH.reply_with
) -> tuple[str, str]:
    source, values, quotes = words.extract(markdown)
    return fill(read(source, reply_with), Filling(values, quotes, answers_to, subject))


@lru_cache(maxsize=256)
def _write_footer(markdown: str) -> tuple[str, str]:
    """Write the footer, which is the same in many letters; it asks for no answers."""
    return _write(markdown, "", "")
