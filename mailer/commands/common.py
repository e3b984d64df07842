"""What all commands share: options, opening the installation, printing."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine

from mailer.app import open_database
from mailer.errors import SettingsError
from mailer.settings import Settings, load

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
ProgrammeName = Annotated[
    str, typer.Option("--programme", "-p", help="The programme; needed where there are several.")
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="How many at the most.")]


@dataclass(slots=True)
class Chosen:
    """The global options, as the commands find them in typer's context."""

    config: Path | None = None


def settings(context: typer.Context) -> Settings:
    """Return the settings that the global options choose."""
    chosen = context.find_object(Chosen)
    return load(chosen.config if chosen else None)


def programme(chosen: Settings, name: str) -> str:
    """Return the programme's name: the only one, or the one that was given."""
    names = list(chosen.programme)
    if not name and len(names) == 1:
        return names[0]
    if name not in names:
        raise SettingsError([f"--programme is {name!r}; expected one of: {', '.join(names)}"])
    return name


@contextmanager
def database(context: typer.Context) -> Iterator[tuple[Settings, Engine]]:
    """Open the database for the length of a command."""
    chosen = settings(context)
    engine = open_database(chosen)
    try:
        yield chosen, engine
    finally:
        engine.dispose()


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
    if file is None:
        sys.stdout.write(text)
    else:
        file.write_text(text, encoding="utf-8")


def print_rows(
    rows: Sequence[Mapping[str, Any]], columns: Iterable[str], *, as_json: bool, empty: str
) -> None:
    """Print rows as a table of these columns, or all of each row as JSON."""
    if as_json:
        print_json(rows)
        return
    if not rows:
        console.print(empty)
        return
    names = list(columns)
    table = Table(box=None, pad_edge=False)
    for name in names:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(_cell(row[name]) for name in names))
    console.print(table)


def _cell(value: Any) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case list() | tuple():
            return ", ".join(_cell(item) for item in value)
        case dict():
            return ", ".join(f"{key}: {_cell(item)}" for key, item in value.items())
    return str(value).replace("[", "\\[")


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
