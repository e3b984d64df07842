"""The main job as one scenario: a full mailbox is drained, the council decides by mail.

Real servers and the real command: Dovecot, an SMTP sink, `mailer` as a process of its own. Run
as a program (`make drain`) it shows what happens; the test of the same name plays it too.
"""

import argparse
import contextlib
import csv
import email
import email.policy
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any

from tests.faults import mails as own
from tests.faults.installation import PROCESSED, Installation
from tests.servers.dovecot import Dovecot, running_dovecot
from tests.servers.postgres import running_postgres
from tests.servers.sink import Sink

COUNCIL = "council@reps.example"
AUTHORITY = "mx.reps.example"
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "mails"
OWN_MAILS = 60


@dataclass(frozen=True)
class Mailbag:
    """The mails of a scenario and the people they are from."""

    mails: tuple[bytes, ...]
    roster: str

    @property
    def council(self) -> list[str]:
        rows = csv.DictReader(self.roster.splitlines())
        return [row["email"] for row in rows if row["role"] == "council"]

    @property
    def from_machines(self) -> set[str]:
        """Return the Message-IDs of mails whose headers say that no person wrote them."""
        found = (
            email.message_from_bytes(data, policy=email.policy.compat32) for data in self.mails
        )
        return {str(mail["Message-ID"]).strip() for mail in found if _is_from_machine(mail)}


def _is_from_machine(mail: Any) -> bool:
    submitted = str(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    return (
        submitted != "no"
        or str(mail.get("Precedence", "")).strip().lower() in {"bulk", "list", "junk"}
        or "List-Id" in mail
        or "X-Autoreply" in mail
        or str(mail.get("Return-Path", "")).strip() == "<>"
        or mail.get_content_type() in {"multipart/report", "text/calendar"}
    )


def mailbag() -> Mailbag:
    """Return the labelled mails beside this repository where they exist, else mails of our own."""
    files = sorted(SAMPLES.glob("*.eml")) if SAMPLES.is_dir() else []
    if files:
        roster = (SAMPLES / "roster.csv").read_text(encoding="utf-8")
        return Mailbag(tuple(path.read_bytes() for path in files), roster)
    return Mailbag(tuple(own.mails(OWN_MAILS)), own.ROSTER)


@dataclass
class Drained:
    """What the scenario found, step by step."""

    outcomes: Counter[str] = field(default_factory=Counter)
    unnamed: int = 0
    left: int = 0
    processed: int = 0
    letters: int = 0
    to_machines: list[str] = field(default_factory=list)
    digests: list[str] = field(default_factory=list)
    candidate: str = ""
    state_before: str | None = None
    state_after: str | None = None
    after_decision: list[tuple[str, str]] = field(default_factory=list)
    decision_outcome: str = ""
    second_run: dict[str, Any] = field(default_factory=dict)


Tell = Callable[[str], None]


def play(
    bag: Mailbag, folder: Path, database: str = "", tell: Tell = lambda _line: None
) -> Drained:
    """Drain the mailbag, send the digest, decide by mail, and drain once more."""
    with running_dovecot() as dovecot, Sink(pipelining=True) as sink:
        here = Installation(
            folder,
            COUNCIL,
            AUTHORITY,
            database=database,
            user=COUNCIL,
            imap_port=dovecot.imap,
            smtp_port=sink.port,
            # The digest goes out when the scenario asks for it, not when it is eight o'clock;
            # and nobody objects, so that a decision is carried out at once.
            programme={
                "digest_at": f"{datetime.now(UTC) + timedelta(hours=12):%H:%M}:00",
                "objection_hours": 0,
            },
        )
        here.write_settings()
        with contextlib.closing(here):
            here.enrol(bag.roster)
            tell(f"{len(bag.council)} council members and all others imported")
            found = Drained()
            _drain(bag, here, dovecot, sink, found, tell)
            digests = _digest(bag, here, sink, found, tell)
            _decide(here, dovecot, sink, digests, found, tell)
            found.second_run = here.json("run", "--once")
            tell(f"a second run: {json.dumps(found.second_run)}")
        return found


def _drain(
    bag: Mailbag, here: Installation, dovecot: Dovecot, sink: Sink, found: Drained, tell: Tell
) -> None:
    dovecot.deliver(COUNCIL, bag.mails)
    tell(f"{len(bag.mails)} mails delivered into Dovecot")
    done = here.json("run", "--once")
    tell(f"mailer run --once: {json.dumps(done)}")
    rows = here.json("inbox", "--limit", "1000")
    found.outcomes = Counter(row["outcome"] or "none" for row in rows)
    found.unnamed = sum(row["state"] != "done" or not row["outcome"] for row in rows)
    for outcome, count in found.outcomes.most_common():
        tell(f"  {count:4} {outcome}")
    found.left = len(dovecot.subjects(COUNCIL))
    found.processed = len(dovecot.subjects(COUNCIL, PROCESSED))
    tell(f"{found.left} mails left in INBOX, {found.processed} in {PROCESSED}")
    machines = bag.from_machines
    letters = [_parsed(mail.data) for mail in sink.mails]
    found.letters = len(letters)
    found.to_machines = [
        str(letter["Subject"]) for letter in letters if str(letter["In-Reply-To"]) in machines
    ]
    tell(f"{found.letters} letters at the mail server, {len(found.to_machines)} to machines")
    for template, count in Counter(
        here.column("SELECT template FROM letter WHERE state = 'sent'")
    ).most_common():
        tell(f"  {count:4} {template}")


def _digest(
    bag: Mailbag, here: Installation, sink: Sink, found: Drained, tell: Tell
) -> dict[str, EmailMessage]:
    before = len(sink.mails)
    here.run("digest", "--now")
    letters = {mail.recipients[0]: _parsed(mail.data) for mail in sink.mails[before:]}
    found.digests = sorted(letters)
    tell(f"digest delivered to {', '.join(sorted(letters))}")
    return letters


def _decide(
    here: Installation,
    dovecot: Dovecot,
    sink: Sink,
    digests: dict[str, EmailMessage],
    found: Drained,
    tell: Tell,
) -> None:
    question = next(row for row in here.json("questions") if row["kind"] == "application")
    about = question["about"][0]
    found.candidate = here.column(f"SELECT name FROM person WHERE id = '{about}'")[0]
    found.state_before = _state(here, about)
    member = min(digests)
    tell(f"question {question['number']}: {question['title']}")
    before = len(sink.mails)
    answer = _answer(digests[member], member, f"approve {question['number']}")
    dovecot.deliver(COUNCIL, [answer], sender=member)
    tell(f"{member} answers: approve {question['number']}")
    here.json("run", "--once")
    found.decision_outcome = here.column("SELECT outcome FROM inbox ORDER BY id DESC LIMIT 1")[0]
    found.state_after = _state(here, about)
    tell(f"{found.candidate}: {found.state_before} -> {found.state_after}")
    for mail in sink.mails[before:]:
        letter = _parsed(mail.data)
        found.after_decision.append((mail.recipients[0], str(letter["Subject"])))
        tell(f"  letter to {mail.recipients[0]}: {letter['Subject']}")


def _state(here: Installation, person: str) -> str | None:
    """Return a person's state as a mentor."""
    return next(iter(here.column(f"SELECT state FROM mentor WHERE person = '{person}'")), None)


def _answer(digest: EmailMessage, member: str, text: str) -> bytes:
    """Return what a member's mail program sends: to the digest's Reply-To, with a quotation."""
    plain = digest.get_body(("plain",))
    assert plain is not None
    quoted = "\n".join(f"> {line}" for line in plain.get_content().splitlines())
    reply = EmailMessage()
    reply["From"] = member
    reply["To"] = parseaddr(str(digest["Reply-To"]))[1]
    reply["Subject"] = f"Re: {digest['Subject']}"
    reply["Date"] = format_datetime(datetime.now(UTC))
    reply["Message-ID"] = f"<answer@{member.rpartition('@')[2]}>"
    reply["In-Reply-To"] = reply["References"] = str(digest["Message-ID"])
    reply.set_content(f"{text}\n\nOn Monday, {COUNCIL} wrote:\n{quoted}\n")
    domain = member.rpartition("@")[2]
    head = f"Authentication-Results: {AUTHORITY}; dmarc=pass header.from={domain}\r\n"
    return head.encode() + reply.as_bytes(policy=email.policy.SMTP)


def _parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


@contextlib.contextmanager
def _database(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        yield ""
        return
    with running_postgres() as server:
        yield server.new_database(tables=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("databases", nargs="*", default=["sqlite", "postgresql"])
    for kind in parser.parse_args().databases:
        print(f"--- on {kind}", flush=True)
        with tempfile.TemporaryDirectory() as folder, _database(kind) as url:
            play(mailbag(), Path(folder), url, lambda line: print(line, flush=True))


if __name__ == "__main__":
    main()
