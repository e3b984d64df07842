"""What comes with a letter: pictures shown in its HTML part, and spreadsheets."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from io import StringIO

from mailer.render import chart
from mailer.render.letter import Enclosed
from mailer.render.templates import Rendered
from mailer.rules.effects import Chart, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def enclose(
    rendered: Rendered, wanted: Sequence[Chart | Table], domain: str
) -> tuple[Rendered, tuple[Enclosed, ...]]:
    """Return the letter with its pictures in place, and the files that go with it.

    A letter whose words were left out has neither.
    """
    if not rendered.html:
        return rendered, ()
    files: list[Enclosed] = []
    shown = ""
    for each in wanted:
        if isinstance(each, Table):
            files.append(Enclosed(each.name, "text/csv; charset=utf-8", _csv(each)))
        elif data := chart.draw(each):
            cid = f"{each.name}@{domain}"
            files.append(Enclosed(f"{each.name}.png", "image/png", data, cid))
            words = escape(chart.in_words(each), quote=True)
            style = "max-width:100%;height:auto;margin:12px 0"
            shown += f'<p><img src="cid:{cid}" alt="{words}" style="{style}"></p>\n'
    return replace(rendered, html=rendered.html.replace("</main>", f"{shown}</main>")), tuple(files)


def _csv(table: Table) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out)
    # A cell that begins like a formula would be one when the file is opened.
    writer.writerows(
        [[f"'{c}" if c.startswith(_FORMULA) else c for c in row] for row in table.rows]
    )
    return out.getvalue().encode()
