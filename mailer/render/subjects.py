"""Letters by their subject alone, for lists of many that nobody is going to read."""

from collections.abc import Mapping
from typing import Any

from jinja2 import TemplateError as JinjaError

from mailer.render import words
from mailer.render.templates import SUBJECT_MOST, Rendered, Section, TemplateError, Templates
from mailer.render.words import Markdown


class Subjects(Templates):
    """The templates of an installation, of which the body is left out."""

    whole = False

    def render(self, name: str, context: Mapping[str, Any], answers_to: str) -> Rendered:  # noqa: ARG002 - nothing is answered
        """Return the letter's subject; raises TemplateError as for a whole letter."""
        try:
            subject = words.bare(self._of(name, context).letter(name).subject.render(context))
        except (JinjaError, TypeError, ValueError, LookupError, ArithmeticError) as error:
            raise TemplateError(f"template {name}: {error}") from error
        return Rendered(subject[:SUBJECT_MOST].rstrip(), "", "")

    def section(self, name: str, context: Mapping[str, Any], number: int) -> Section:  # noqa: ARG002 - the body is left out
        """Return the title of one matter among several; raises TemplateError."""
        return Section(self.render(name, context, "").subject, Markdown(""))
