"""The story: people write by SMTP, the service works, and every mail lies in a folder.

The people's mail server is played, too: it puts its Authentication-Results on top of each mail,
as a real one does before it hands the mail over. Everything else is the service as it runs.
"""

import email
import email.policy
import shutil
import smtplib
import socket
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from importlib.resources import files
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel

from mailer.app import App
from mailer.installation import intake_server
from mailer.record.people_csv import plan
from mailer.settings import Delivery, Intake, Settings
from mailer.settings.files import shipped_programme

COUNCIL = "council@reps.example"
MAIL_SERVER = "mx.reps.example"
WANJIRU = "Wanjiru Odera <wanjiru@council.example>"
TOMAS = "Tomas Lind <tomas@council.example>"
ANA = "Ana Pop <ana.pop@mail.example>"
BO = "Bo Fischer <bo.fischer@post.example>"
DEWI = "Dewi Lestari <dewi.lestari@surat.example>"
MONDAY = datetime(2027, 1, 4, 8, 30, tzinfo=UTC)
SHOWN_LINES = 16
EVERYBODY = "everybody"
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that arrived, as far as the story needs it."""

    to: str
    subject: str
    text: str
    reply_to: str
    message_id: str


@dataclass(slots=True)
class Stage:
    """The folder of the story, its clock, and what has been shown so far."""

    folder: Path
    console: Console
    port: int
    now: datetime = MONDAY
    count: int = 0
    seen: set[str] = field(default_factory=set)


def play(folder: Path, console: Console) -> Path:
    """Play the story into an empty folder; return the folder with its mails, in their order."""
    mails = folder / "mails"
    shutil.rmtree(folder, ignore_errors=True)
    mails.mkdir(parents=True)
    settings = _settings(folder)
    stage = Stage(folder, console, settings.intake.port)
    app = App(settings, lambda: stage.now)
    server = intake_server(settings, app.engine, app.clock)
    server.start()
    try:
        _enrol(app)
        app.start()
        for scene in (_interest, _finished, _decision, _resignation, _farewell):
            scene(stage, app)
    finally:
        server.stop()
        app.close()
    return mails


def _settings(folder: Path) -> Settings:
    """The embedded default: an SQLite file, SMTP on this machine, a Maildir for letters."""
    return Settings(
        data=folder / "data",
        programme={"reps": shipped_programme("reps", address=COUNCIL, authserv_id=MAIL_SERVER)},
        intake=Intake(port=_free_port()),
        delivery=Delivery(folder=folder / "letters"),
    )


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _enrol(app: App) -> None:
    text = (files("mailer") / "demo" / "people.csv").read_text(encoding="utf-8")
    line = app.lines["reps"]
    line.enrol(plan(text, line.desk.roster, "reps").records, app.clock())


def _interest(stage: Stage, app: App) -> None:
    _title(stage, "A Rep offers to help")
    text = (
        "Dear Council,\n\nI have been a Rep in Cluj for almost two years, and I would like to "
        "become a\nmentor. I am good at running small workshops.\n\nAna"
    )
    _write(stage, app, ANA, "Mentoring?", text)


def _finished(stage: Stage, app: App) -> None:
    _days(stage, app, 9)
    _title(stage, "Nine days later: the course is finished")
    text = (
        "Hello again,\n\nI finished the Coaching Training yesterday! The certificate is attached."
        "\n\nAna"
    )
    _write(stage, app, ANA, "Course finished", text, attachment="certificate-ana-pop.pdf")


def _decision(stage: Stage, app: App) -> None:
    digest = _morning(stage, app, "The next morning: the council gets its digest")
    _title(stage, "A member of the council answers")
    _reply(stage, app, digest, "approve 1")
    _day_without_objection(stage, app)


def _resignation(stage: Stage, app: App) -> None:
    _days(stage, app, 4)
    _title(stage, "Some days later: a mentor leaves")
    text = (
        "Dear all,\n\nI am stepping down as a mentor, my last day will be 31 January 2027. My new "
        "job\nleaves no time. As my successor I recommend Dewi Lestari.\n\nBo"
    )
    asked = _write(stage, app, BO, "Goodbye as a mentor", text)[0]
    _title(stage, "He confirms from the address on file")
    _reply(stage, app, asked, "Yes, that is right.")


def _farewell(stage: Stage, app: App) -> None:
    digest = _morning(stage, app, "The next digest")
    _title(stage, "The council agrees")
    number = next(
        line.split(".")[0].split()[-1] for line in digest.text.splitlines() if "resigns" in line
    )
    _reply(stage, app, digest, f"approve {number}")
    _day_without_objection(stage, app)


def _day_without_objection(stage: Stage, app: App) -> None:
    """Let the time pass in which any other member could have stopped the decision."""
    stage.now += timedelta(days=1)
    _title(stage, "A day later: nobody objected, and it takes effect")
    _work(stage, app)


def _days(stage: Stage, app: App, count: int) -> list[Letter]:
    """Let days pass; each morning the service does what is due, and its letters are listed."""
    letters: list[Letter] = []
    for _ in range(count):
        stage.now = (stage.now + timedelta(days=1)).replace(hour=8, minute=1)
        letters = _work(stage, app, whole="")
    return letters


def _morning(stage: Stage, app: App, title: str) -> Letter:
    """Let the clock come to the next digest and return the first member's copy."""
    while (stage.now + timedelta(days=1)).weekday() > _FRIDAY:
        stage.now += timedelta(days=1)
    _title(stage, title, days=1)
    stage.now = (stage.now + timedelta(days=1)).replace(hour=8, minute=1)
    letters = _work(stage, app, whole=WANJIRU)
    return next(letter for letter in letters if letter.to == WANJIRU)


def _write(
    stage: Stage,
    app: App,
    who: str,
    subject: str,
    text: str,
    *,
    to: str = COUNCIL,
    attachment: str = "",
    answers: Letter | None = None,
) -> list[Letter]:
    stage.now += timedelta(minutes=7)
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = who, to, subject
    message["Date"] = format_datetime(stage.now)
    message["Message-ID"] = f"<{stage.count}@{parseaddr(who)[1].rpartition('@')[2]}>"
    if answers is not None:
        message["In-Reply-To"] = message["References"] = answers.message_id
    message.set_content(text)
    if attachment:
        message.add_attachment(
            b"%PDF-1.4\n%%EOF\n", maintype="application", subtype="pdf", filename=attachment
        )
    _show(stage, message, text, came=True)
    address = parseaddr(who)[1]
    proof = f"{MAIL_SERVER}; dmarc=pass header.from={address.rpartition('@')[2]}"
    data = b"Authentication-Results: " + proof.encode() + b"\r\n"
    data += message.as_bytes(policy=email.policy.SMTP)
    with smtplib.SMTP("127.0.0.1", stage.port, timeout=10) as client:
        client.sendmail(address, [parseaddr(to)[1]], data)
    return _work(stage, app)


def _reply(stage: Stage, app: App, letter: Letter, text: str) -> list[Letter]:
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines()[:12])
    body = f"{text}\n\nOn {stage.now:%d %b %Y}, {COUNCIL} wrote:\n{quoted}\n"
    subject = f"Re: {letter.subject}"
    return _write(stage, app, letter.to, subject, body, to=letter.reply_to, answers=letter)


def _work(stage: Stage, app: App, *, whole: str = EVERYBODY) -> list[Letter]:
    """Let the service do what is due, and show its letters: in full those to `whole`."""
    app.once()
    letters = []
    paths = (stage.folder / "letters" / "new").glob("*")
    for path in sorted(paths, key=lambda path: (path.stat().st_mtime_ns, path.name)):
        if path.name in stage.seen:
            continue
        stage.seen.add(path.name)
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert isinstance(message, EmailMessage)  # noqa: S101 - what the default policy makes
        part = message.get_body(("plain",))
        text = part.get_content() if part else ""
        letter = Letter(
            str(message["To"]),
            str(message["Subject"]),
            text,
            str(message["Reply-To"]),
            str(message["Message-ID"]),
        )
        letters.append(letter)
        _show(stage, message, text, came=False, whole=whole in {EVERYBODY, letter.to})
    return letters


def _title(stage: Stage, text: str, days: int = 0) -> None:
    day = stage.now + timedelta(days=days)
    stage.console.print(f"\n[bold]{day:%a %d %b %Y}  {text}[/bold]")


def _show(
    stage: Stage, message: EmailMessage, text: str, *, came: bool, whole: bool = True
) -> None:
    """Show one mail and keep it in the folder of all mails, numbered in their order."""
    stage.count += 1
    way = "in" if came else "out"
    who = parseaddr(str(message["From" if came else "To"]))[0].split()[0].lower()
    name = f"{stage.count:02}-{way}-{who}.eml"
    data = message.as_bytes(policy=email.policy.SMTP)
    (stage.folder / "mails" / name).write_bytes(data)
    head = f"{message['From']} writes" if came else f"to {message['To']}"
    title = escape(f"{name}   {head}: {message['Subject']}")
    if not whole:
        stage.console.print(f"  {title}")
        return
    lines = list(_body(text.splitlines()))
    more = [f"... {len(lines) - SHOWN_LINES} more lines"] if len(lines) > SHOWN_LINES else []
    body = "\n".join([*lines[:SHOWN_LINES], *more])
    style = "cyan" if came else "green"
    panel = Panel(escape(body), title=title, title_align="left", border_style=style)
    stage.console.print(panel)


def _body(lines: Iterable[str]) -> Iterable[str]:
    """Leave out what stands in every letter: the marker line, the footer, the quotation."""
    begun = False
    for line in lines:
        if line.startswith("## reply"):
            continue
        if line.strip() == "--" or line.startswith(">") or line.endswith("wrote:"):
            return
        begun = begun or bool(line)
        if begun:
            yield line
