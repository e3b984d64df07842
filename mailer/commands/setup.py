"""`mailer check`: the settings, and whether they work."""

import os
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailer.commands.common import Chosen, Json, console, paused_words, print_json, say, settings
from mailer.commands.common import programme as which
from mailer.errors import MailerError, SettingsError

if TYPE_CHECKING:
    from mailer.settings import Settings

WRITABLE = "make {} writable for the user that runs the service"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at. `fix` says what to do; with ok it is a note only."""

    what: str
    ok: bool
    detail: str
    fix: str = ""

    @property
    def level(self) -> str:
        if not self.ok:
            return "wrong"
        return "note" if self.fix else "ok"


def check(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Option("--programme", help="Check this programme's file only; needs nothing else."),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", help="An older programme's file: show what differs from it."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Look whether everything works: settings, database, mailboxes, submission, templates.

    Nothing is changed and nothing is sent. The exit code is 1 where something is wrong. It also
    says whether the service is running and how much waits; ask it first when in doubt.

    Every key of a programme that differs from the default is explained. With --programme FILE a
    file is checked by itself, with --against OLD the changes since, and the open cases they touch.
    """
    if file is not None or against is not None:
        _programme_only(context, file, against, as_json=as_json)
        return
    chosen = settings(context)
    lines = _settings(context, chosen)
    lines += _storage(chosen)
    for name in chosen.mailbox:
        lines += _mailbox(chosen, name)
    lines += _delivery(chosen)
    lines += _templates(chosen)
    lines += _programmes(chosen)
    found = state(chosen)
    lines += _proofs(chosen, found)
    lines += _closed(chosen, found)
    wrong = [line for line in lines if not line.ok]
    if as_json:
        checks = [asdict(line) | {"level": line.level} for line in lines]
        print_json({"ok": not wrong, "checks": checks, **found})
    else:
        _print(lines, found)
    if wrong:
        raise typer.Exit(1)


def _programme_only(
    context: typer.Context, file: Path | None, against: Path | None, *, as_json: bool
) -> None:
    """Check one programme: a file, or the installation's own, alone or against an older file."""
    from mailer.commands import programme as checking

    if file is not None and against is None:
        found = list(checking.explained(file.stem, checking.of_file(file)))
        empty = f"{file}: no fault, and every key as the default has it"
    else:
        chosen = settings(context)
        name = which(chosen, "")
        new = checking.of_file(file) if file else chosen.programme[name]
        old = checking.of_file(against) if against else chosen.programme[name]
        found = list(checking.changes(name, old, new, chosen))
        empty = "nothing differs"
    lines = [Line(what, ok=True, detail=detail) for what, detail in found]
    if as_json:
        print_json({"ok": True, "checks": [asdict(line) | {"level": line.level} for line in lines]})
        return
    for line in lines or [Line("programme", ok=True, detail=empty)]:
        say(f"{line.what}: {line.detail}")


def _settings(context: typer.Context, chosen: "Settings") -> list[Line]:
    from mailer.settings import strange_variables
    from mailer.settings.exposed import exposed

    options = context.find_object(Chosen)
    lines = [Line("settings", ok=True, detail="read without a fault")]
    lines += [
        Line("secrets", False, f"everybody can read {path}", f"chmod o-rwx {path}")
        for path in exposed(chosen, options.config if options else None)
    ]
    return lines + [
        Line("environment", True, f"{name} is no setting", "correct or remove it")
        for name in strange_variables()
    ]


def _storage(chosen: "Settings") -> list[Line]:
    """The data folder may not exist yet; then the place where it is made must be writable."""
    from mailer.record import database

    lines = [_folder("data folder", chosen.data)]
    try:
        ok, detail = database.check(chosen.database_url)
    except SettingsError as error:
        return [*lines, Line("database", False, str(error), "correct the key `database`")]
    except MailerError as error:
        fix = "start the database, or correct the key `database`"
        return [*lines, Line("database", False, str(error), fix)]
    return [*lines, Line("database", ok, detail, "" if ok else "install a newer version")]


def _folder(what: str, path: Path) -> Line:
    there = next(one for one in (path.absolute(), *path.absolute().parents) if one.exists())
    if not there.is_dir():
        return Line(what, False, f"{there} is a file", "choose another folder")
    writable = os.access(there, os.W_OK)
    return Line(what, writable, str(path), "" if writable else WRITABLE.format(there))


def _mailbox(chosen: "Settings", name: str) -> list[Line]:
    from mailer.installation import imap_account
    from mailer.receive import check as receive_check

    try:
        found = receive_check.check(imap_account(chosen, name))
    except SettingsError as error:
        return [Line(f"mailbox {name}", False, str(error), "correct the settings")]
    return [Line(f"mailbox {name}: {part.name}", part.ok, part.detail, part.fix) for part in found]


def _delivery(chosen: "Settings") -> list[Line]:
    if chosen.delivery.kind == "maildir":
        return [_folder("delivery: Maildir", chosen.maildir)]
    from mailer.deliver import submission
    from mailer.installation import relay

    try:
        found = submission.check(relay(chosen))
    except SettingsError as error:
        return [Line("delivery: login", False, str(error), "correct the settings")]
    return [Line(f"delivery: {name}", ok, detail, fix) for name, ok, detail, fix in found]


def _templates(chosen: "Settings") -> list[Line]:
    """Render every letter with sample values, for each programme in its words."""
    from mailer.render.samples import problems
    from mailer.render.templates import Templates

    own = chosen.templates
    if own is not None and not own.is_dir():
        return [Line("templates", False, f"{own} is no folder", "correct the key `templates`")]
    lines = []
    for name, programme in chosen.programme.items():
        policy = programme.policy(name)
        templates = Templates([own] if own else [], policy.words)
        what = "templates" if len(chosen.programme) == 1 else f"templates of {name}"
        wrong = problems(templates, policy)
        lines += [Line(what, False, fault, "correct that file") for fault in wrong]
        if not wrong:
            lines.append(Line(what, True, f"{len(templates.names())} letters rendered"))
    return lines


def _programmes(chosen: "Settings") -> list[Line]:
    """Without an authserv-id nobody is authenticated: every matter goes to the council.

    That is a note where letters go to a Maildir, for nothing is in service yet.
    """
    from mailer.commands.programme import explained

    trying = chosen.delivery.kind == "maildir"
    fix = (
        "set authserv_id to the name that your mail server puts into Authentication-Results, "
        "or verify to 'dkim'"
    )
    lines = []
    for name, programme in chosen.programme.items():
        if programme.send == "never":
            detail = "send is 'never': letters are written and withheld"
            fix = "set send to 'always' when the service shall answer"
            lines.append(Line(f"programme {name}: dry run", True, detail, fix))
        lines += [Line(what, True, detail) for what, detail in explained(name, programme)]
        what, known = f"programme {name}: senders", programme.authserv_id
        by = [*([known] if known else []), *(["DKIM"] if programme.verify == "dkim" else [])]
        if by:
            lines.append(Line(what, ok=True, detail=f"proven by {' or '.join(by)}"))
        else:
            detail = "authserv_id is empty: no sender is proven, so nobody can decide by mail"
            lines.append(Line(what, trying, detail, fix))
    return lines


def _proofs(chosen: "Settings", found: dict[str, Any]) -> list[Line]:
    """Say where a whole day brought no mail with a proof in it: something is set wrongly."""
    lines = []
    for name, waits in found["programmes"].items():
        one, senders = chosen.programme[name], waits["senders"]
        if not senders["blind"] or not (one.authserv_id or one.verify == "dkim"):
            continue
        detail = f"none of {senders['mails']} mails of 24 hours carried a proof of its sender"
        fix = "look at a mail (`mailer show NUMBER --raw`): which name has its topmost "
        fix += "Authentication-Results, and how many Received stand above it (received_above)?"
        if one.verify == "dkim":
            fix += " Does this machine reach DNS?"
        lines.append(Line(f"programme {name}: proofs", False, detail, fix))
    return lines


def _closed(chosen: "Settings", found: dict[str, Any]) -> list[Line]:
    """Say where the service keeps to itself, or lets in what it should not, and nobody tells."""
    from mailer.oauth.model import is_loopback

    lines = []
    if found["recovering"]:
        detail = "a recovery came to no end: the service does not start"
        lines.append(Line("recovery", False, detail, "run `mailer recover --apply` again"))
    intake = chosen.intake
    if chosen.takes_mail and not intake.socket and not is_loopback(intake.host):
        detail = f"{intake.host}: whoever reaches it is believed to be your mail server"
        lines.append(Line("intake", True, detail, "set intake.host to 127.0.0.1, or a socket"))
    for name, one in chosen.programme.items():
        if one.platforms and not one.authserv_id:
            detail = "no notice of a course platform is believed without authserv_id"
            fix = "set authserv_id; verify = 'dkim' is not enough for them"
            lines.append(Line(f"programme {name}: platforms", True, detail, fix))
    for name, waits in found["programmes"].items():
        closed = waits["closed"]
        lines += [Line(f"programme {name}: {x}", True, said, fix) for x, said, fix in closed]
    return lines


def state(chosen: "Settings") -> dict[str, Any]:
    """Return the processes that work, the last poll of each mailbox, and how much waits."""
    from mailer.installation import RECOVERY, now
    from mailer.receive import queue as incoming
    from mailer.receive.lease import expires
    from mailer.record import database, lists
    from mailer.record.closed import closed
    from mailer.record.presence import present
    from mailer.record.proofs import senders_of

    nothing: dict[str, Any] = {
        "running": False, "recovering": False, "heartbeat": None, "workers": [], "mailboxes": [],
        "programmes": {},
    }  # fmt: skip
    try:
        engine = database.open_unchanged(chosen.database_url)
    except SettingsError:
        return nothing
    if engine is None:
        return nothing
    try:
        with database.reading(engine) as connection:
            workers = present(connection, now())
            recovering = expires(connection, RECOVERY) is not None
            polls = lists.mailboxes(connection)
            stopped = {one["programme"]: one for one in lists.pauses(connection, chosen.programme)}
            waiting = {
                name: {
                    "paused": stopped.get(name),
                    "received": incoming.waiting(connection, name),
                    "parked": lists.parked(connection, name),
                    "letters": lists.letters_by_state(connection, name),
                    "questions": len(lists.questions(connection, name)),
                    "senders": senders_of(connection, name, now() - timedelta(days=1)),
                    "closed": list(closed(connection, one.policy(name), now())),
                }
                for name, one in chosen.programme.items()
            }
    finally:
        engine.dispose()
    return {
        "running": any(worker["alive"] for worker in workers),
        "recovering": recovering,
        "heartbeat": workers[-1]["signed"] if workers else None,
        "workers": workers,
        "mailboxes": polls,
        "programmes": waiting,
    }


def _print(lines: list[Line], found: dict[str, Any]) -> None:
    style = {"ok": "green", "note": "yellow", "wrong": "red"}
    for line in lines:
        console.print(f"{line.level:<5}", style=style[line.level], end=" ")
        say(f"{line.what}: {' '.join(line.detail.split())}")
        if line.fix:
            say(f"      fix: {line.fix}")
    sign: datetime | None = found["heartbeat"]
    last = f"last sign of life {sign:%Y-%m-%d %H:%M:%S} UTC" if sign else "never started"
    say(f"the service is {'running' if found['running'] else 'not running'}; {last}")
    for worker in found["workers"]:
        gone = "" if worker["alive"] else f"; no sign since {worker['signed']:%H:%M:%S} UTC"
        say(f"process {worker['owner']}: {', '.join(worker['roles'])}{gone}")
    for box in found["mailboxes"]:
        polled: datetime | None = box["last_ok"]
        when = f"{polled:%Y-%m-%d %H:%M:%S} UTC" if polled else "never"
        trouble = f"; {box['failures']} failures since: {box['error']}" if box["failures"] else ""
        say(f"mailbox {box['name']}: last polled {when}{trouble}")
    for name, waits in found["programmes"].items():
        if waits["paused"]:
            say(paused_words(waits["paused"]))
        letters = waits["letters"]
        unsure = sum(letters.get(one, 0) for one in ("failed", "unknown"))
        say(
            f"programme {name}: {waits['received']} mails wait, {waits['parked']} are parked; "
            f"{letters.get('queued', 0)} letters wait, {unsure} failed or in doubt; "
            f"{waits['questions']} questions for the council"
        )
