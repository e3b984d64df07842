"""Lines of the ledger, as rows of the table `event`."""

from datetime import datetime
from typing import Any

from mailer.rules.effects import Note
from mailer.rules.engine import Ran
from mailer.rules.events import Event, concerned

EMPTY: dict[str, Any] = {
    "case_id": None,
    "person": None,
    "inbox": None,
    "text": "",
    "details": None,
    "news": False,
}
"""What a line holds where it says nothing else."""


def event_line(event: Event, ran: Ran, case_id: str | None, now: datetime) -> dict[str, Any]:
    """Return the line of an event that the rules decided."""
    source = getattr(event, "source", None)
    before, after = ran.before.state, ran.decision.case
    states = f"{before or 'none'} -> {after.state}" if after else ""
    return {
        "id": event.id,
        "at": now,
        "kind": type(event).__name__.lower(),
        "name": event.name,
        "case_id": case_id,
        "person": next(iter(concerned(event)), None),
        "inbox": source.inbox if source else None,
        "text": f"{ran.procedure}: {event.name} {states}".strip(),
        "details": {"outcome": ran.decision.outcome},
    }


def note_line(line_id: str, note: Note, case_id: str | None, now: datetime) -> dict[str, Any]:
    """Return the line of what a rule noted."""
    return {
        "id": line_id,
        "at": now,
        "kind": "note",
        "name": note.what,
        "case_id": case_id,
        "person": note.person,
        "text": note.text,
        "news": note.news,
    }
