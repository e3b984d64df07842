"""What `mailer check` says of a programme: each key that differs, and what a change touches."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mailer.rules.records import Case, Question
    from mailer.settings import Programme, Settings

Finding = tuple[str, str]
"""What was looked at, and what there is to say of it."""


def explained(name: str, programme: "Programme") -> Iterator[Finding]:
    """Yield every key that differs from the default, with its value and meaning."""
    from mailer.settings.files import differences

    for one in differences(programme):
        detail = f"is {one.value} (default: {one.default}). {one.meaning}"
        yield f"programme {name}: {one.key}", detail


def changes(name: str, old: "Programme", new: "Programme", chosen: "Settings") -> Iterator[Finding]:
    """Yield every key that two programmes have different, and which open cases that touches."""
    from mailer.rules.touched import touched
    from mailer.settings.files import HERE_ONLY, meanings, shown

    cases, questions = _open(chosen, name)
    for key in meanings():
        before, after = getattr(old, key), getattr(new, key)
        if key in HERE_ONLY or before == after:
            continue
        words = touched(key, cases, questions)
        detail = f"{shown(before)} -> {shown(after)}" + (f"; {words}" if words else "")
        yield f"programme {name}: {key}", detail


def _open(chosen: "Settings", name: str) -> "tuple[Sequence[Case[Any]], Sequence[Question]]":
    """Return what is open in the installation; nothing where it has no database yet."""
    from mailer.record import database, load
    from mailer.rules.procedures import PROCEDURES

    engine = database.open_unchanged(chosen.database_url)
    if engine is None:
        return (), ()
    try:
        with database.reading(engine) as connection:
            cases = load.open_cases_of(connection, name, set(PROCEDURES))
            return cases, load.questions(connection, name)
    finally:
        engine.dispose()


def of_file(path: Path) -> "Programme":
    """Return the programme of a file; raises SettingsError with every fault."""
    from mailer.settings.files import read

    return read(path)
