"""`mailer run`, `take` and `digest`: the service itself, and its parts by hand."""

import signal
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mailer.commands.common import (
    Json,
    ProgrammeName,
    database,
    errors,
    instant,
    print_json,
    programme,
    say,
    settings,
    warn,
)
from mailer.errors import MailerError, SettingsError
from mailer.roles import Role

if TYPE_CHECKING:
    from mailer.app import App, Done
    from mailer.settings import Settings

Once = Annotated[bool, typer.Option("--once", help="Pass until nothing is due, then exit.")]
Rehearsed = Annotated[
    datetime | None,
    typer.Option(
        "--now",
        parser=instant,
        metavar="TIME",
        help="With --once: work as if it were this time. Only where letters go to a Maildir.",
    ),
]


Only = Annotated[
    list[Role] | None,
    typer.Option("--only", help="Do this part alone; give it twice for two. Default: all three."),
]


def run(
    context: typer.Context,
    once: Once = False,
    at: Rehearsed = None,
    only: Only = None,
    as_json: Json = False,
) -> None:
    """Serve: receive mail, answer it, keep deadlines, deliver letters.

    SIGTERM or Ctrl-C ends it cleanly: what has begun is finished, the rest waits in the database.
    With --once it exits when nothing is due any more, with 75 where a server could not be reached.

    Several processes may serve one database, each wholly or in part: `mailer run --only work`
    handles mails and deadlines, `--only receive` takes mail in, `--only deliver` sends letters.

    Example of a rehearsal, with letters going to a Maildir:
    `mailer run --once --now 2027-01-05T09:00+00:00`
    """
    from mailer import logs

    if at is not None and not once:
        raise SettingsError(["--now rehearses one pass; expected --once with it"])
    if as_json and not once:
        raise SettingsError(["--json prints what one pass did; expected --once with it"])
    chosen = settings(context)
    logs.set_up(chosen.log)
    app = _app(chosen, at, only or tuple(Role))
    _watch(app)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: app.stopping.set())
    try:
        if once:
            _print_done(_once(app), as_json=as_json)
        else:
            _announce(app)
            _serve(app)
    finally:
        app.close()


def take(
    context: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(exists=True, help="Mails (.eml), folders of them, Maildirs.")
    ],
    name: ProgrammeName = "",
) -> None:
    """Put mails from files into the inbox, as if they had been received now.

    They are handled by the running service, or by `mailer run --once`.
    Example: `mailer take missed.eml ~/Maildir`
    """
    from mailer.installation import now
    from mailer.receive.maildir import take_files, take_maildir

    with database(context) as (chosen, engine):
        where = programme(chosen, name)
        count = 0
        for path in paths:
            if (path / "new").is_dir():
                count += take_maildir(engine, where, path, now())
            else:
                count += len(take_files(engine, where, path, now()))
    say(f"{count} mail(s) put into the inbox")


def digest(
    context: typer.Context,
    at_once: Annotated[
        bool, typer.Option("--now", help="Needed: sends the digest whatever the hour.")
    ] = False,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Send the council its digest now: `mailer digest --now`."""
    from mailer.app import App

    if not at_once:
        raise SettingsError(["digest sends letters; expected --now to do so"])
    chosen = settings(context)
    where = programme(chosen, name)
    app = App(chosen)
    try:
        app.start()
        app.lines[where].digest(app.clock())
        _print_done(app.deliver(), as_json=as_json)
    finally:
        app.close()


def _app(chosen: "Settings", at: datetime | None, roles: Sequence[Role]) -> "App":
    """Return the installation, at the present or at a rehearsed time."""
    from mailer.app import App

    if at is None:
        return App(chosen, roles=roles)
    if chosen.delivery.kind != "maildir":
        fault = "--now is a rehearsal; delivery.kind is 'smtp', expected 'maildir' for it"
        raise SettingsError([fault])
    return App(chosen, lambda: at, roles)


def _watch(app: "App") -> None:
    """Have this process end where a mail holds it up; only it may say so, for it is the whole."""
    from mailer.watchdog import Watchdog

    if signal.getsignal(signal.SIGALRM) not in {signal.SIG_DFL, signal.SIG_IGN}:
        return  # Whoever called us has a timer of their own.
    watchdog = Watchdog()
    for line in app.lines.values():
        line.watch = watchdog


def _once(app: "App") -> "Done":
    with errors.status("starting") as status:
        return app.once(
            lambda done: status.update(
                f"{done.received} received, {done.handled} handled, {done.sent} letters sent"
            )
        )


def _serve(app: "App") -> None:
    try:
        app.run()
    except OSError as error:
        # Letters and polls have guards of their own; what is left is the intake's address.
        intake = app.settings.intake
        where = intake.socket or f"{intake.host}:{intake.port}"
        raise MailerError(f"intake: cannot listen at {where}: {error.strerror or error}") from error


def _announce(app: "App") -> None:
    chosen = app.settings
    if Role.WORK in app.roles and chosen.most_readers:
        say(f"a backlog is read by up to {chosen.most_readers} further process(es)")
    if len(app.roles) < len(Role):
        say(f"this process will only {', '.join(role for role in Role if role in app.roles)}")
    if Role.RECEIVE in app.roles and chosen.takes_mail:
        where = chosen.intake.socket or f"{chosen.intake.host}:{chosen.intake.port}"
        say(f"taking mail by {chosen.intake.protocol.upper()} at {where}")
    for name, one in chosen.programme.items():
        if one.send == "never":
            say(f"dry run of {name}: its letters are withheld, and nothing in its mailbox is moved")
    for name in app.pollers:
        say(f"polling {name} at {chosen.mailbox[name].host}")
    if Role.DELIVER in app.roles:
        if chosen.delivery.kind == "maildir":
            say(f"letters go to the Maildir {chosen.maildir}")
        else:
            say(f"letters go by SMTP to {chosen.delivery.host}")
    say("running; Ctrl-C ends it")


def _print_done(done: "Done", *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "received": done.received,
                "handled": done.handled,
                "deadlines": done.deadlines,
                "sent": done.sent,
                "failed": done.failed,
                "problems": done.problems,
            }
        )
    else:
        say(
            f"{done.received} received, {done.handled} handled, {done.deadlines} deadlines, "
            f"{done.sent} letters sent, {done.failed} failed"
        )
    for problem in done.problems:
        warn(problem)
    if done.problems:
        raise typer.Exit(75)
