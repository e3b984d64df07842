"""The public pages: the mentors and the open assignments as HTML and CSV (R23, S21).

The same lists give the same bytes, so that nothing is written where nothing has changed: no page
says when it was made, and a waiting time is shown by the day on which it began.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from mailer.render.templates import Templates
from mailer.render.words import date_words
from mailer.rules.directory import Opening, PublicMentor
from mailer.rules.facts import Policy

MENTORS, OPENINGS = "index", "openings"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class _List:
    page: str
    heading: str
    caption: str
    empty: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    table: tuple[tuple[str, ...], ...]


def site(
    templates: Templates,
    policy: Policy,
    mentors: Sequence[PublicMentor],
    openings: Sequence[Opening],
    *,
    names: bool,
) -> dict[str, bytes]:
    """Return every file of the public pages by its name.

    `names` says whether those who look for a mentor are named. Raises TemplateError.
    """
    mentor = policy.words.get("mentor", "mentor").capitalize()
    lists = (_mentors(mentors, mentor), _openings(openings, names=names))
    pages = tuple((one.page, one.heading) for one in lists)
    files = {}
    for one in lists:
        context = {
            "title": policy.title,
            "address": policy.address,
            "guide_url": policy.guide_url,
            "pages": pages,
            "current": one.page,
            "heading": one.heading,
            "caption": one.caption,
            "empty": one.empty,
            "columns": one.columns,
            "rows": one.rows,
        }
        files[f"{one.page}.html"] = templates.page("site/page", context).encode()
        files[f"{one.page}.csv"] = _csv((one.columns, *one.table))
    return files


def _mentors(found: Sequence[PublicMentor], word: str) -> _List:
    rows = tuple(
        (
            one.name,
            one.country,
            ", ".join(one.languages),
            ", ".join(one.skills),
            "yes" if one.free else "no",
        )
        for one in found
    )
    columns = ("Name", "Country", "Languages", "Skills", "Has a free place")
    caption = f"All {len(rows)} who accompany others at present, by name."
    nobody = "At present the list is empty."
    return _List(MENTORS, f"{word}s", caption, nobody, columns, rows, rows)


def _openings(found: Sequence[Opening], *, names: bool) -> _List:
    rows, table = [], []
    for one in found:
        rest = (one.country, ", ".join(one.languages), ", ".join(one.skills))
        name = (one.name,) if names else ()
        urgent = "yes" if one.urgent else ""
        rows.append((date_words(one.since), *name, *rest, urgent))
        table.append((one.since.isoformat(), *name, *rest, urgent))
    columns = ("Since", *(("Name",) if names else ()), "Country", "Languages", "Wishes", "Urgent")
    caption = f"{len(rows)} open, the urgent ones first, then whoever waits longest."
    nobody = "At present nobody waits."
    return _List(OPENINGS, "Open assignments", caption, nobody, columns, tuple(rows), tuple(table))


def _csv(table: Sequence[Sequence[str]]) -> bytes:
    """Write a table so that a spreadsheet takes no cell for a formula."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    for row in table:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue().encode()
