"""What comes back for a letter: an answer, decisions of the council, robots, and bounces."""

import email
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import default

from tests.servers.sink import Mail
from tests.soak.writers import COUNCIL, Extras, Writers, Written

_OFFERED = re.compile(r'repl(?:y|ied) with "([^"]+)"')
_ASKED = re.compile(r"^ *(\d+): \?", re.MULTILINE)
_VERBS = {"approve": 12, "reject": 4, "later": 2, "why": 1, "show": 1, "undo": 1}
MEMBERS = frozenset(row["email"] for row in COUNCIL)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it arrived, and the mail that it answers."""

    programme: str
    to: str
    sender: str
    message: EmailMessage

    @property
    def answers(self) -> str:
        return str(self.message["In-Reply-To"] or "")

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])

    @property
    def text(self) -> str:
        plain = self.message.get_body(("plain",))
        return plain.get_content() if plain is not None else ""


def letter_of(mail: Mail) -> Letter:
    """Return what the sink took, read as its reader's program does."""
    message = email.message_from_bytes(mail.data, policy=default)
    assert isinstance(message, EmailMessage)
    home = str(message["From"]).rpartition("@")[2]
    return Letter(home.partition(".")[0], mail.recipients[0], mail.sender, message)


def reaction(this: Writers, letter: Letter, now: datetime) -> Written | None:
    """Return what comes back for a letter, if anything does."""
    [happens] = this.chance.choices(list(_HAPPENS), list(_HAPPENS.values()))
    return happens(this, letter, now) if happens is not None else None


def is_digest(letter: Letter) -> bool:
    """Say whether a letter shows questions to a member of the council."""
    return letter.to in MEMBERS and _ASKED.search(letter.text) is not None


def decision(this: Writers, digest: Letter, now: datetime) -> Written:
    """Return a member's decisions on some questions of their digest."""
    return _reply(this, "decision", digest, _lines(this, _ASKED.findall(digest.text)), now)


def _lines(this: Writers, numbers: list[str]) -> str:
    """Return decisions on some of the questions of a digest."""
    chosen = this.chance.sample(numbers, min(len(numbers), this.chance.randint(1, 6)))
    lines = []
    for number in chosen:
        [verb] = this.chance.choices(list(_VERBS), list(_VERBS.values()))
        lines.append(f"{verb} {number}" + (": for a reason" if verb in {"reject", "undo"} else ""))
    return "\n".join(lines)


def _reply(
    this: Writers,
    kind: str,
    letter: Letter,
    text: str,
    now: datetime,
    headers: dict[str, str] | None = None,
) -> Written:
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    known = {"In-Reply-To": letter.message_id, "References": letter.message_id}
    return this.compose(
        letter.programme,
        kind,
        letter.to,
        f"Re: {letter.message['Subject']}",
        f"{text}\n\nOn Monday, the council wrote:\n{quoted}\n",
        now,
        Extras(to=str(letter.message["Reply-To"] or ""), headers=known | (headers or {})),
    )


def _answer(this: Writers, letter: Letter, now: datetime) -> Written:
    offered = _OFFERED.findall(" ".join(letter.text.split()))
    words = this.chance.choice(offered) if offered else "Thank you, that is kind of you."
    return _reply(this, "answer", letter, words, now)


def _free(this: Writers, letter: Letter, now: datetime) -> Written:
    return _reply(this, "answer", letter, this.words_of("mentor"), now)


def _robot(this: Writers, letter: Letter, now: datetime) -> Written:
    headers = {"Auto-Submitted": "auto-replied"}
    words = "I am out of office until 20 July 2027."
    return _reply(this, "robot", letter, words, now, headers)


def _bounce(this: Writers, letter: Letter, now: datetime) -> Written | None:
    """Return a report that the letter was late (or, seldom, refused), to its envelope sender."""
    if not letter.sender:
        return None
    action, status = this.chance.choice([("delayed", "4.4.1")] * 4 + [("failed", "5.1.1")])
    report = this.compose(
        letter.programme,
        "bounce",
        "Mail Delivery System <mailer-daemon@mail.example>",
        "Undelivered Mail Returned to Sender",
        "@@",
        now,
        Extras(to=letter.sender, headers={"Auto-Submitted": "auto-replied"}),
    )
    head = report.data.partition(b"Content-Type:")[0]
    body = _REPORT.format(to=letter.to, action=action, status=status, message_id=letter.message_id)
    return Written(
        report.programme, report.kind, report.message_id, head + body.replace("\n", "\r\n").encode()
    )


_REPORT = """\
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver your mail yet.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}

--b
Content-Type: text/rfc822-headers

Message-ID: {message_id}
Subject: something

--b--
"""

_HAPPENS: dict[Callable[[Writers, Letter, datetime], Written | None] | None, int] = {
    None: 30,
    _answer: 45,
    _free: 10,
    _robot: 10,
    _bounce: 5,
}
