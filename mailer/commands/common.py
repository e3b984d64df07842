"""What all commands share: options, opening the installation, printing.

What takes long to import is imported where it is used: `mailer --help` must answer at once.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from mailer.errors import SettingsError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from mailer.settings import Settings

PIPED = 1000
"""Columns of output that no terminal shows: a row stays one line there."""
NARROW = 70
"""Below this many columns a table is shown as a list of its rows."""
ID_SHOWN = 8
"""Letters of an id in a table; `mailer show` takes them."""

console = Console(highlight=False, width=None if sys.stdout.isatty() else PIPED)
errors = Console(stderr=True, highlight=False)

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")]
ProgrammeName = Annotated[
    str,
    typer.Option("--programme", "-p", help="Which programme; needed where there are several."),
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="How many at the most.")]


@dataclass(slots=True)
class Chosen:
    """The global options, as the commands find them in typer's context."""

    config: Path | None = None


def say(text: str) -> None:
    """Print a line for people."""
    console.print(text, markup=False, soft_wrap=True)


def warn(text: str) -> None:
    """Print a line that tells of trouble."""
    errors.print(text, markup=False, soft_wrap=True)


def settings(context: typer.Context) -> "Settings":
    """Return the settings that the global options choose."""
    from mailer.settings import load

    chosen = context.find_object(Chosen)
    return load(chosen.config if chosen else None)


def programme(chosen: "Settings", name: str) -> str:
    """Return the programme's name: the only one, or the one that was given."""
    names = list(chosen.programme)
    if not name and len(names) == 1:
        return names[0]
    if name not in names:
        raise SettingsError([f"--programme is {name!r}; expected one of: {', '.join(names)}"])
    return name


@contextmanager
def database(context: typer.Context) -> "Iterator[tuple[Settings, Engine]]":
    """Open the database for the length of a command."""
    from mailer.installation import open_database
    from mailer.record.database import sqlite_file

    chosen = settings(context)
    file = sqlite_file(chosen.database_url)
    if file is not None and not file.exists():
        warn(f"mailer: {file} is new; was another folder or --config meant?")
    engine = open_database(chosen)
    try:
        _warn_of_pauses(chosen, engine)
        yield chosen, engine
    finally:
        engine.dispose()


def _warn_of_pauses(chosen: "Settings", engine: "Engine") -> None:
    """Say on every list that a programme stands still; on stderr, so that JSON stays JSON."""
    from mailer.record import lists
    from mailer.record.database import reading

    with reading(engine) as connection:
        for found in lists.pauses(connection, chosen.programme):
            warn(f"mailer: {paused_words(found)}")


def paused_words(one: Mapping[str, Any]) -> str:
    """Return in words that a programme is paused, and what ends it."""
    why = f": {one['reason']}" if one["reason"] else ""
    since = f"{one['since']:%Y-%m-%d %H:%M} UTC"
    return (
        f"{one['programme']} is PAUSED since {since} by {one['by']}{why}; "
        "no letter leaves, nothing is decided; `mailer resume` ends it"
    )


def instant(text: str) -> datetime:
    """Return an instant from ISO 8601 text with a zone, as 2027-01-05T09:00+00:00."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter("expected a time as 2027-01-05T09:00+00:00") from error
    if found.tzinfo is None:
        raise typer.BadParameter("expected a time with its zone, as 2027-01-05T09:00+00:00")
    return found.astimezone(UTC)


def print_json(value: Any, file: Path | None = None) -> None:
    text = json.dumps(value, ensure_ascii=False, default=_plain, indent=2) + "\n"
    if file is not None:
        file.write_text(text, encoding="utf-8")
        return
    # What the terminal's encoding lacks is written as \u escapes, which are JSON all the same.
    if not is_unicode():
        text = json.dumps(json.loads(text), indent=2) + "\n"
    sys.stdout.write(text)


def is_unicode() -> bool:
    return (getattr(sys.stdout, "encoding", "") or "").lower().startswith("utf")


def print_rows(
    rows: Sequence[Mapping[str, Any]], columns: Iterable[str], *, as_json: bool, empty: str
) -> None:
    """Print rows as a table of these columns, or all of each row as JSON.

    Ids are shortened in a table. In a narrow terminal each row becomes a few lines.
    """
    if as_json:
        print_json(rows)
        return
    if not rows:
        say(empty)
        return
    names = list(columns)
    cells = [[cell(row[name], short=name == "id") for name in names] for row in rows]
    if console.width < NARROW:
        for row in cells:
            _print_block(names, row)
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for name in names:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    console.print(table)


def _print_block(names: Sequence[str], row: Sequence[str]) -> None:
    say(f"{names[0].replace('_', ' ')}: {row[0]}")
    for name, value in zip(names[1:], row[1:], strict=True):
        if value:
            say(f"  {name.replace('_', ' ')}: {value}")


def cell(value: Any, *, short: bool = False) -> str:
    """Return a value as a person reads it, on one line."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case list() | tuple():
            return ", ".join(cell(item) for item in value)
        case dict():
            return ", ".join(f"{key}: {cell(item)}" for key, item in value.items())
    text = " ".join(str(value).split())
    return text[:ID_SHOWN] if short and not isinstance(value, int) else text


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
