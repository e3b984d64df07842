"""Letters from templates: one Markdown file for each letter and recipient's role.

A file begins with `Subject: ...`, then a blank line, then the body. Values of the context are
never read as Markdown or HTML (`mailer.render.words`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2 import TemplateError as JinjaError

from mailer.render import words
from mailer.render.commands import titled
from mailer.render.document import Filling, fill, read
from mailer.render.own_words import OwnWords
from mailer.render.words import MARKER, Markdown

__all__ = [
    "MARKER",
    "Markdown",
    "Rendered",
    "Section",
    "TemplateError",
    "Templates",
    "default_folder",
]

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


class Templates:
    """All letters of an installation, compiled once.

    `folders` are searched in their order, file by file, and the product's own folder last: a file
    in an operator's folder takes the place of ours of the same name. A changed file is read by a
    new Templates. `own_words` are the programme's words by ours (`mailer.render.own_words`).
    """

    whole = True
    """Whether letters are written as they leave, with their body and their files."""

    def __init__(
        self, folders: Sequence[Path] = (), own_words: Mapping[str, str] | None = None
    ) -> None:
        self._folders = [*folders, default_folder()]
        self._loader = FileSystemLoader(self._folders)
        self._markdown = Environment(  # noqa: S701 - `finalize` takes every value out of the text
            loader=self._loader,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=words.printed,
            auto_reload=False,
            cache_size=-1,
            extensions=[OwnWords],
        )
        self._own_words = dict(own_words or {})
        self._markdown.own_words = self._own_words  # type: ignore[attr-defined]
        self._markdown.filters |= {
            "quote": words.quote,
            "date": words.date_words,
            "datetime": words.datetime_words,
            "join_names": words.join_names,
            "own": words.Own,
            "titled": titled,
            "markdown": Markdown,
            "safe": Markdown,
        }
        html = Environment(
            loader=self._loader,
            undefined=StrictUndefined,
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[OwnWords],
        )
        html.own_words = self._own_words  # type: ignore[attr-defined]
        self._html = html
        self._layout = html.get_template(_LAYOUT)
        self._pages: dict[str, str] = {}
        self._letters: dict[str, _Letter] = {}

    def names(self) -> list[str]:
        """Return the names of all letters: every file that begins with a Subject line."""
        found = {
            path.relative_to(folder).with_suffix("").as_posix()
            for folder in self._folders
            for path in folder.rglob("*.md")
        }
        return sorted(name for name in found if self._source(name).startswith(_SUBJECT))

    def render(self, name: str, context: Mapping[str, Any], answers_to: str) -> Rendered:
        """Write the letter `name` with these values; `answers_to` is its Reply-To address.

        Raises TemplateError. `language` in the context is the letter's language (else "en").
        """
        letter = self._letter(name)
        try:
            subject = words.bare(letter.subject.render(context))[:SUBJECT_MOST].rstrip()
            text, html = _write(letter.body.render(context), answers_to, subject)
            footer = self._markdown.get_template(f"{_FOOTER}.md")
            below, below_html = _write_footer(footer.render(context))
            page = self._page(str(context.get("language", "en")))
        except (JinjaError, TypeError, ValueError, LookupError, ArithmeticError) as error:
            raise TemplateError(f"template {name}: {error}") from error
        if not subject:
            raise TemplateError(f"template {name}: its subject is empty")
        # `fill` has escaped every value in the body and the footer.
        page = page.replace(_IN_SUBJECT, escape(subject))
        page = page.replace(_IN_FOOTER, below_html).replace(_IN_BODY, html)
        return Rendered(subject, f"{MARKER}\n\n{text}\n-- \n{below}", page)

    def section(self, name: str, context: Mapping[str, Any], number: int) -> Section:
        """Write the letter `name` as the matter of this number in a letter with several.

        Its answers begin with the number. Raises TemplateError.
        """
        letter = self._letter(name)
        try:
            title = words.bare(letter.subject.render(context))
            body = words.numbered(letter.body.render({**context, "number": number}), number)
        except (JinjaError, TypeError, ValueError, LookupError, ArithmeticError) as error:
            raise TemplateError(f"template {name}: {error}") from error
        return Section(title, Markdown(body))

    def page(self, name: str, context: Mapping[str, Any]) -> str:
        """Write a page of the public site; every value is escaped. Raises TemplateError."""
        try:
            return self._html.get_template(f"{name}.html").render(context)
        except (JinjaError, TypeError, ValueError, LookupError) as error:
            raise TemplateError(f"template {name}.html: {error}") from error

    def _page(self, language: str) -> str:
        """Return the layout in a language; stand-ins mark where subject, body and footer go."""
        if language not in self._pages:
            self._pages[language] = self._layout.render(
                language=language,
                marker=MARKER,
                subject=_IN_SUBJECT,
                body=_IN_BODY,
                footer=_IN_FOOTER,
            )
        return self._pages[language]

    def _letter(self, name: str) -> _Letter:
        if name not in self._letters:
            heading, _, body = self._source(name).partition("\n")
            if not heading.startswith(_SUBJECT) or body[:1] not in ("\n", ""):
                raise TemplateError(
                    f"template {name}: it must begin with a line 'Subject: ...' and a blank line"
                )
            words = self._own_words
            if name.endswith(_TO_COUNCIL) or name.startswith(_OF_COUNCIL):
                words = {ours: own for ours, own in words.items() if ours != "member"}
            self._markdown.own_words = words  # type: ignore[attr-defined]
            try:
                subject = self._markdown.from_string(heading[len(_SUBJECT) :])
                self._letters[name] = _Letter(subject, self._markdown.from_string(body))
            except JinjaError as error:
                raise TemplateError(f"template {name}: {error}") from error
        return self._letters[name]

    def _source(self, name: str) -> str:
        try:
            return self._loader.get_source(self._markdown, f"{name}.md")[0].replace("\r\n", "\n")
        except (JinjaError, UnicodeDecodeError) as error:
            places = ", ".join(str(folder) for folder in self._folders)
            raise TemplateError(f"template {name}: not readable in {places}") from error


def _write(markdown: str, answers_to: str, subject: str) -> tuple[str, str]:
    source, values, quotes = words.extract(markdown)
    return fill(read(source), Filling(values, quotes, answers_to, subject))


@lru_cache(maxsize=256)
def _write_footer(markdown: str) -> tuple[str, str]:
    """Write the footer, which is the same in many letters; it asks for no answers."""
    return _write(markdown, "", "")
