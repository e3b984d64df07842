"""A besieged installation: mails come by SMTP as they would from the mail server beside it.

All attacks of a module are sent to one installation, and the line runs once. Of each is known what
became of it, and which letters were written because of it.
"""

import smtplib
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import Any

from mailer.installation import intake_server
from mailer.record import lists
from mailer.record.database import reading
from mailer.rules.ids import derive
from mailer.settings import Intake
from tests.story import ANA, AUTHSERV, CHI, COUNCIL, EVA, FINN, Received, Story

FINISHED = "I have finished the Coaching Training on 2 January 2027."
KEPT = ("person", "address", "term", "mentor", "mentorship", "case", "question")
"""The tables in which an attack must change nothing; a mail to read may become a new question."""


def ours(verdict: str, domain: str) -> str:
    """Return what our own mail server writes on top of a mail."""
    return f"Authentication-Results: {AUTHSERV}; dmarc={verdict} header.from={domain}"


@dataclass(frozen=True)
class Attack:
    """One mail that may change nothing: its headers and words, and what must come of it.

    `headers` begin with what our own mail server wrote. `{token}` stands for the reply address of
    Eva's digest, `{digest}` for its Message-ID. `told` are those who get a letter because of it;
    the council sees in its next digest what needs review, but for what is not `shown`.
    """

    name: str
    headers: tuple[str, ...]
    body: str = "approve 1"
    outcome: str = "needs_review"
    told: tuple[str, ...] = ()
    to: str = "{token}"
    sender: str = "attacker@bad.example"
    reason: str = ""
    own_headers: bool = False
    shown: bool = True


@dataclass(frozen=True)
class Came:
    """What came of one mail: its outcome, why, who got which letters, and what changed.

    `shown` says whether the council sees it in its next digest.
    """

    outcome: str
    reason: str
    letters: tuple[tuple[str, str, str], ...]
    changed: tuple[str, ...]
    shown: bool

    @property
    def told(self) -> set[str]:
        return {address for address, _subject, _template in self.letters}


class Place(Story):
    """A story whose mails come in by SMTP, with the time for objections as it is shipped."""

    def __init__(self, folder: Path, **programme: Any) -> None:
        many = {"answers_per_hour": 1000, "answers_per_day": 1000}
        super().__init__(folder, **{**many, "objection_hours": 24, **programme})
        self.port = free_port()
        chosen = Intake(enabled=True, port=self.port)
        self.server = intake_server(
            self.settings.model_copy(update={"intake": chosen}), self.app.engine, lambda: self.now
        )
        self.server.start()
        self._stack = ExitStack()
        self._stack.callback(super().close)
        self._stack.callback(self.server.stop)

    def close(self) -> None:
        self._stack.close()

    def besiege(self) -> tuple[Received, Received]:
        """Have one question wait, shown in a digest to Eva and to Finn."""
        self.write(ANA, FINISHED, subject="Course finished")
        self.letters()
        self.now = self.now.replace(day=5, hour=8, minute=30)
        self.run()
        found = {parseaddr(letter.to)[1]: letter for letter in self.letters()}
        return found[parseaddr(EVA)[1]], found[parseaddr(FINN)[1]]

    def bring(self, data: bytes, *, to: str = COUNCIL, sender: str = "a@bad.example") -> int:
        """Hand over a mail by SMTP; return its number in the inbox."""
        with smtplib.SMTP("127.0.0.1", self.port, timeout=20) as client:
            client.sendmail(sender, [to], data)
        with reading(self.app.engine) as connection:
            return max(row["id"] for row in lists.everything(connection, "reps")["inbox"])

    def records(self) -> dict[str, list[dict[str, Any]]]:
        with reading(self.app.engine) as connection:
            return lists.everything(connection, "reps")

    def came_of(self, number: int, before: Mapping[str, list[dict[str, Any]]]) -> Came:
        """Return what came of a mail; `changed` names each record that is not as it was."""
        after = self.records()
        [mail] = [row for row in after["inbox"] if row["id"] == number]
        causes = [row["id"] for row in after["event"] if row["inbox"] == number]
        with reading(self.app.engine) as connection:
            letters = lists.letters_because_of(connection, causes)
        return Came(
            outcome=mail["outcome"] or mail["state"],
            reason=mail["reason"],
            letters=tuple((row["address"], row["subject"], row["template"]) for row in letters),
            changed=tuple(_changed(before, after, number)),
            shown=any(row["source"] == number for row in after["question"])
            or any(row["news"] for row in after["event"] if row["id"] in _notes(causes)),
        )


def _notes(causes: list[str]) -> set[str]:
    """Return the ids that the notes of a mail's events have in the ledger."""
    return {derive("note", cause, place) for cause in causes for place in range(5)}


def _changed(
    before: Mapping[str, list[dict[str, Any]]], after: Mapping[str, list[dict[str, Any]]], mail: int
) -> Iterator[str]:
    for table in KEPT:
        rows = after[table]
        yield from (f"{table}: {row}" for row in before[table] if row not in rows)
        known = {_key(row) for row in before[table]}
        for row in rows:
            shown = table == "question" and row["kind"] in {"contact", "address"}
            # A report is remembered, and may stop letters to an address until it writes (E26).
            shown |= table == "case" and row["procedure"] == "delivery"
            if _key(row) not in known and not shown:
                yield f"{table} (after mail {mail}): {row}"


def _key(row: Mapping[str, Any]) -> Any:
    return row.get("id") or tuple(str(value) for value in row.values())


def written(attack: Attack, place: Place, digest: Received, number: int) -> bytes:
    """Return the bytes of an attack."""
    held = {"token": digest.reply_to, "digest": digest.message_id}
    head = [line.format(**held) for line in attack.headers]
    if not attack.own_headers:
        head += [
            f"To: {attack.to.format(**held)}",
            f"Date: {format_datetime(place.now)}",
            f"Message-ID: <attack-{number}@bad.example>",
        ]
        if not any(line.lower().startswith("subject:") for line in head):
            head.append(f"Subject: Re: {digest.subject}")
    text = "\n".join(head) + "\n\n" + attack.body.format(**held) + "\n"
    return text.replace("\n", "\r\n").encode("utf-8", "surrogateescape")


def play(place: Place, digest: Received, attacks: tuple[Attack, ...]) -> dict[str, Came]:
    """Send every attack, let the line run once, and tell what came of each."""
    before = place.records()
    numbers: dict[str, int] = {}
    for number, attack in enumerate(attacks):
        held = {"token": digest.reply_to, "digest": digest.message_id}
        data = written(attack, place, digest, number)
        numbers[attack.name] = place.bring(data, to=attack.to.format(**held), sender=attack.sender)
    place.run()
    return {name: place.came_of(number, before) for name, number in numbers.items()}


def check(attack: Attack, came: Came) -> None:
    """Nothing changed; it was recorded as expected; only those were told who should be."""
    assert came.changed == ()
    assert came.outcome == attack.outcome, (came.reason, came.letters)
    assert attack.reason in came.reason
    assert came.shown == (attack.shown and attack.outcome == "needs_review")
    assert came.told == {parseaddr(one)[1] for one in attack.told}, came.letters


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


Told = Callable[[str], Came]
__all__ = ["CHI", "Attack", "Came", "Place", "Told", "check", "ours", "play"]
