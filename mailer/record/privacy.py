"""Personal data (E32): a copy as two files, and erasing, both inside the caller's transaction."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from mailer.render.letter import Enclosed
from mailer.rules.effects import Erase, Forget
from mailer.rules.records import Person
from storage import privacy

TITLES = {
    "person": "You",
    "address": "Your addresses",
    "term": "Your terms on the council",
    "mentor": "Your role as a mentor",
    "mentorship": "Your mentoring relationships",
    "case": "Matters in which you take part",
    "party": "Your parts in these matters",
    "question": "What the council was asked about you",
    "event": "What happened",
    "inbox": "Mails from you",
    "letter": "Letters to you",
}


def subject(person: Person) -> privacy.Subject:
    """Return by what the rows of a person are found."""
    names = tuple(filter(None, (person.name, person.username)))
    return privacy.Subject(person.id, names, tuple(a.lower() for a in person.addresses))


def copies(connection: Connection, programme: str, person: Person) -> tuple[Enclosed, ...]:
    """Return all that is held of a person: as JSON for machines, and as text for people."""
    held = privacy.copy(connection, programme, subject(person))
    machine = json.dumps(held, ensure_ascii=False, indent=2) + "\n"
    return (
        Enclosed("my-data.json", "application/json", machine.encode()),
        Enclosed("my-data.txt", "text/plain; charset=utf-8", readable(held).encode()),
    )


def readable(held: Mapping[str, list[dict[str, Any]]]) -> str:
    """Return a copy of somebody's data in words, a heading for each kind."""
    lines: list[str] = []
    for name, rows in held.items():
        title = TITLES[name]
        lines += [title, "=" * len(title), ""]
        for row in rows:
            lines += [f"{_label(key)}: {_words(value)}" for key, value in row.items() if value]
            lines.append("")
        if not rows:
            lines += ["nothing", ""]
    return "\n".join(lines)


def carry_out(
    connection: Connection, programme: str, effect: Erase | Forget, now: datetime
) -> None:
    """Erase somebody's data from every table, or remove the bytes of what is old."""
    if isinstance(effect, Forget):
        privacy.forget(connection, programme, effect.before)
        return
    who = privacy.Subject(effect.person, effect.names, effect.addresses)
    privacy.erase(connection, programme, who, now)


def counts(connection: Connection, programme: str, person: Person) -> dict[str, int]:
    """Return how many rows of each table erasing would change."""
    return privacy.counts(connection, programme, subject(person))


def _label(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _words(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return f"\n{value}" if "\n" in str(value) else str(value)
