"""`mailer init` and `mailer check`: settings, and whether they work."""

import os
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

from mailer.app import HEARTBEAT, imap_account, now, relay
from mailer.commands.common import Json, console, print_json, settings
from mailer.deliver import smtp as submission
from mailer.errors import MailerError, SettingsError
from mailer.receive import check as receive_check
from mailer.receive.lease import expires
from mailer.record import database, lists
from mailer.render.samples import problems
from mailer.render.templates import Templates
from mailer.settings import DEFAULT_FILE, Settings


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at; `fix` says what to do where it is not ok."""

    what: str
    ok: bool
    detail: str
    fix: str = ""


def init(
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
) -> None:
    """Write a commented mailer.toml into this folder."""
    if DEFAULT_FILE.exists() and not force:
        raise SettingsError([f"{DEFAULT_FILE} exists already; --force overwrites it"])
    text = (files("mailer") / "mailer.example.toml").read_text(encoding="utf-8")
    handle = os.open(DEFAULT_FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    console.print(f"{DEFAULT_FILE} is written; edit it, then try `mailer check`")


def check(context: typer.Context, as_json: Json = False) -> None:
    """Look whether everything works: settings, database, mailboxes, submission, templates.

    Nothing is changed and nothing is sent. The exit code is 1 where something is wrong.
    """
    chosen = settings(context)
    lines = [Line("settings", ok=True, detail="read without a fault")]
    lines += _storage(chosen)
    for name in chosen.mailbox:
        lines += _mailbox(chosen, name)
    lines += _delivery(chosen)
    lines += _templates(chosen)
    lines += _programmes(chosen)
    state = _state(chosen)
    wrong = [line for line in lines if not line.ok]
    if as_json:
        print_json({"ok": not wrong, "checks": [asdict(line) for line in lines], **state})
    else:
        _print(lines, state)
    if wrong:
        raise typer.Exit(1)


def _storage(chosen: Settings) -> list[Line]:
    """The data folder may not exist yet; then the place where it is made must be writable."""
    folder = chosen.data if chosen.data.exists() else _nearest(chosen.data)
    lines = [
        Line(
            "data folder",
            ok=os.access(folder, os.W_OK),
            detail=str(chosen.data),
            fix=f"make {folder} writable for the user that runs the service",
        )
    ]
    if chosen.database_url.startswith("sqlite") and not (chosen.data / "mailer.db").exists():
        return [*lines, Line("database", ok=True, detail="made at the first start")]
    try:
        ok, detail = database.check(chosen.database_url)
    except MailerError as error:
        fix = "start the database, or correct the key `database`"
        return [*lines, Line("database", ok=False, detail=str(error), fix=fix)]
    return [*lines, Line("database", ok=ok, detail=detail)]


def _nearest(path: Path) -> Path:
    return next(parent for parent in path.resolve().parents if parent.exists())


def _mailbox(chosen: Settings, name: str) -> list[Line]:
    try:
        account = imap_account(chosen, name)
    except SettingsError as error:
        return [Line(f"mailbox {name}", ok=False, detail=str(error), fix="correct mailer.toml")]
    return [
        Line(f"mailbox {name}: {found.name}", found.ok, found.detail, found.fix)
        for found in receive_check.check(account)
    ]


def _delivery(chosen: Settings) -> list[Line]:
    if chosen.delivery.kind == "smtp":
        found = submission.check(relay(chosen))
        return [Line(f"delivery: {name}", ok, detail, fix) for name, ok, detail, fix in found]
    folder = chosen.maildir if chosen.maildir.exists() else _nearest(chosen.maildir)
    writable = os.access(folder, os.W_OK)
    fix = f"make {folder} writable for the user that runs the service"
    return [Line("delivery: Maildir", writable, str(chosen.maildir), fix)]


def _templates(chosen: Settings) -> list[Line]:
    """Render every letter with sample values."""
    templates = Templates([chosen.templates] if chosen.templates else [])
    wrong = problems(templates)
    if not wrong:
        return [Line("templates", ok=True, detail=f"{len(templates.names())} letters rendered")]
    return [Line("templates", ok=False, detail=fault, fix="correct it") for fault in wrong]


def _programmes(chosen: Settings) -> list[Line]:
    """Without an authserv-id nobody can be authenticated, and so nobody can decide."""
    lines = []
    for name, programme in chosen.programme.items():
        known = bool(programme.authserv_id)
        detail = programme.authserv_id or "no authserv_id: no decision by mail will be accepted"
        fix = "set authserv_id to the name that your mail server puts into Authentication-Results"
        lines.append(Line(f"programme {name}: senders", known, detail, fix))
    return lines


def _state(chosen: Settings) -> dict[str, Any]:
    """Return the last sign of life and the last poll of each mailbox, where there are any."""
    if chosen.database_url.startswith("sqlite") and not (chosen.data / "mailer.db").exists():
        return {"heartbeat": None, "running": False, "mailboxes": []}
    try:
        engine = database.open_database(chosen.database_url)
    except MailerError:
        return {"heartbeat": None, "running": False, "mailboxes": []}
    try:
        with database.reading(engine) as connection:
            until = expires(connection, HEARTBEAT)
            polls = lists.mailboxes(connection)
    finally:
        engine.dispose()
    return {"running": until is not None and until > now(), "heartbeat": until, "mailboxes": polls}


def _print(lines: list[Line], state: dict[str, Any]) -> None:
    for line in lines:
        mark = "[green]ok[/green]   " if line.ok else "[red]wrong[/red]"
        console.print(f"{mark} {line.what}: ", end="")
        console.print(line.detail, markup=False)
        if not line.ok and line.fix:
            console.print(f"      fix: {line.fix}", markup=False)
    console.print("the service is running" if state["running"] else "the service is not running")
    for box in state["mailboxes"]:
        last: datetime | None = box["last_ok"]
        console.print(f"{box['name']}: last polled {last.isoformat() if last else 'never'}")
