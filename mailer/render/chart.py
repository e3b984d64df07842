"""A chart -> a small PNG. Without matplotlib there is none, and the letter's words say the same."""

from functools import lru_cache
from io import BytesIO

from mailer.rules.effects import Chart

_INCHES, _DOTS = (4.8, 2.8), 150
_COLOURS = ("#2f6fb3", "#c8641e")
"""Told apart without colour sight, too: the second line is dashed and has other marks."""
_STYLES = (("-", "o"), ("--", "s"))


@lru_cache(maxsize=8)
def draw(chart: Chart) -> bytes | None:
    """Return the picture, or None where the plotting library is not installed."""
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - optional, and slow to import: only a report needs it
        from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - optional, and slow to import: only a report needs it
    except ImportError:
        return None
    figure = Figure(figsize=_INCHES, dpi=_DOTS, facecolor="white")
    axes = figure.add_axes((0.09, 0.24, 0.88, 0.64))
    for (label, values), colour, (line, mark) in zip(chart.series, _COLOURS, _STYLES, strict=False):
        axes.plot(chart.labels, values, line, marker=mark, color=colour, label=label)
    axes.set_title(chart.title, fontsize=11, loc="left")
    axes.set_ylim(bottom=0)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.tick_params(axis="x", rotation=45 if len(chart.labels) > 6 else 0, labelsize=9)  # noqa: PLR2004 - more labels than these touch each other
    axes.tick_params(axis="y", labelsize=9)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(fontsize=9, frameon=False, loc="best")
    out = BytesIO()
    # No metadata: the same figures give the same bytes.
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def in_words(chart: Chart) -> str:
    """Return what a picture shows, for those who do not see it."""
    said = (
        f"{label}: " + ", ".join(f"{m} {v}" for m, v in zip(chart.labels, values, strict=True))
        for label, values in chart.series
    )
    return f"{chart.title}. {'; '.join(said)}"
