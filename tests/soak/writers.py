"""What people, robots and strangers write in a day: mails with their number and their kind."""

import base64
import csv
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from pathlib import Path
from random import Random

from tests.faults.mails import AUTHORITY, ROSTER

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "mails.jsonl"
PEOPLE = tuple(csv.DictReader(ROSTER.splitlines()))
COUNCIL = tuple(row for row in PEOPLE if row["role"] == "council")
MEGABYTE = 1024 * 1024
TOO_LARGE = 26 * MEGABYTE
WORDS = ("status", "mentors", "open", "template", "help", "Please send me a copy of my data.")


@dataclass(frozen=True, slots=True)
class Written:
    """A mail for the council of a programme; `message_id` is "" where it lacks one."""

    programme: str
    kind: str
    message_id: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Extras:
    """What a mail has beside its text. `dmarc` is what our mail server found, "" for nothing."""

    to: str = ""
    headers: Mapping[str, str] | None = None
    html: bool = False
    attachment: bytes = b""
    dmarc: str = "pass"


def council_of(programme: str) -> str:
    return f"council@{programme}.example"


class Writers:
    """Everybody who writes, by chance; the same seed gives the same people and words."""

    def __init__(self, chance: Random, programmes: list[str]) -> None:
        self.chance = chance
        self._programmes = programmes
        self._count = 0
        self._texts: dict[str, list[str]] = {}
        for line in CORPUS.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            self._texts.setdefault(row["from"], []).append(row["text"])

    def next(self, now: datetime) -> Written:
        """Return a mail that nobody waits for."""
        [kind] = self.chance.choices(list(KINDS), [weight for weight, _ in KINDS.values()])
        return KINDS[kind][1](self, kind, now)

    def compose(
        self,
        programme: str,
        kind: str,
        who: str,
        subject: str,
        text: str,
        now: datetime,
        extras: Extras | None = None,
    ) -> Written:
        """Return a mail as the mail server of a council hands it over."""
        more = extras or Extras()
        self._count += 1
        address = parseaddr(who)[1]
        domain = address.rpartition("@")[2]
        message = EmailMessage()
        message["From"] = who
        message["To"] = more.to or council_of(programme)
        message["Subject"] = subject
        message["Date"] = format_datetime(now)
        message["Message-ID"] = f"<soak-{self._count}@{domain}>"
        for name, value in (more.headers or {}).items():
            message[name] = value
        message.set_content(text)
        if more.html:
            message.add_alternative(f"<p>{text}</p>", subtype="html")
        if more.attachment:
            message.add_attachment(
                more.attachment, maintype="application", subtype="pdf", filename="certificate.pdf"
            )
        trace = (
            f"Received: from out.{domain} by {AUTHORITY} with ESMTPS; {format_datetime(now)}\r\n"
        )
        if more.dmarc:
            trace += (
                f"Authentication-Results: {AUTHORITY}; dmarc={more.dmarc} header.from={domain}\r\n"
            )
        data = trace.encode() + message.as_bytes(policy=SMTP)
        return Written(programme, kind, str(message["Message-ID"]), data)

    def programme(self) -> str:
        return self.chance.choice(self._programmes)

    def person(self, role: str = "") -> Mapping[str, str]:
        return self.chance.choice([row for row in PEOPLE if row["role"] == role or not role])

    def words_of(self, role: str) -> str:
        """Return what somebody with this role may write, with a sentence that varies."""
        other = self.person()["name"]
        day = f"{self.chance.randint(1, 28)} {self.chance.choice(('May', 'June', 'July'))} 2027"
        more = f"I spoke with {other} about it; we hope to meet on {day}."
        text = self.chance.choice(self._texts.get(role) or self._texts["rep"])
        return f"{text}\n\n{more}\n" if self.chance.random() < 0.5 else text

    def certificate(self, size: int) -> bytes:
        return b"%PDF-1.4\n" + self.chance.randbytes(size)


def _signed(row: Mapping[str, str]) -> str:
    return f"{row['name']} <{row['email']}>"


def _request(this: Writers, kind: str, now: datetime) -> Written:
    row = this.person()
    text = this.words_of(row["role"]) + f"\n\n{row['name']}\n"
    extras = Extras(
        html=this.chance.random() < 0.3,
        attachment=this.certificate(20_000) if this.chance.random() < 0.1 else b"",
    )
    return this.compose(this.programme(), kind, _signed(row), "Mentoring", text, now, extras)


def _command(this: Writers, kind: str, now: datetime) -> Written:
    words = this.chance.choice(WORDS)
    return this.compose(this.programme(), kind, _signed(this.person()), words, words, now)


def _list(this: Writers, kind: str, now: datetime) -> Written:
    extras = Extras(headers={"List-Id": "<news.mail.example>", "Precedence": "bulk"})
    who, text = "News <news@mail.example>", this.words_of("rep")
    return this.compose(this.programme(), kind, who, "The open web this week", text, now, extras)


def _spam(this: Writers, kind: str, now: datetime) -> Written:
    who = f"Winner <w{this.chance.randrange(10**6)}@spam.example>"
    text = f"You have won {this.chance.randrange(10**6)} euros! Click here: http://spam.example/"
    extras = Extras(html=True, dmarc="fail")
    return this.compose(this.programme(), kind, who, "You have won!!!", text, now, extras)


def _forged(this: Writers, kind: str, now: datetime) -> Written:
    who, text = _signed(this.person("mentor")), "I resign as a mentor today."
    return this.compose(this.programme(), kind, who, "Resignation", text, now, Extras(dmarc="fail"))


def _stranger(this: Writers, kind: str, now: datetime) -> Written:
    who = f"Zed <zed{this.chance.randrange(10**6)}@elsewhere.example>"
    return this.compose(this.programme(), kind, who, "Hello", "How can I join the programme?", now)


def _broken(this: Writers, kind: str, now: datetime) -> Written:
    extras = Extras(html=True, attachment=this.certificate(2_000))
    row = this.person()
    whole = this.compose(
        this.programme(), kind, _signed(row), "Broken", this.words_of(row["role"]), now, extras
    )
    data, lacks = this.chance.choice(BREAKAGES)(whole.data)
    return Written(whole.programme, kind, "" if lacks else whole.message_id, data)


def _big(this: Writers, kind: str, now: datetime) -> Written:
    row = this.person("rep")
    extras = Extras(attachment=this.certificate(this.chance.randint(200_000, 3 * MEGABYTE)))
    text = "I have finished the Coaching Training on 2 November 2026."
    return this.compose(this.programme(), kind, _signed(row), "Course finished", text, now, extras)


def _large(this: Writers, kind: str, now: datetime) -> Written:
    """A mail beyond the limit, of which nothing but the header is fetched."""
    programme, row = this.programme(), this.person("rep")
    small = this.compose(programme, kind, _signed(row), "Pictures", "Look at these.", now)
    line = base64.b64encode(bytes(57)) + b"\r\n"
    return Written(programme, kind, small.message_id, small.data + line * (TOO_LARGE // len(line)))


def _unended(data: bytes) -> tuple[bytes, bool]:
    return data[: data.rfind(b"--=")], False


def _strange_charset(data: bytes) -> tuple[bytes, bool]:
    return data.replace(b'charset="utf-8"', b'charset="x-nothing"'), False


def _bad_base64(data: bytes) -> tuple[bytes, bool]:
    half = len(data) * 3 // 4
    return data[:half] + b"\xff===*\r\n" + data[half:], False


def _raw_header(data: bytes) -> tuple[bytes, bool]:
    return data.replace(b"Subject: Broken", b"Subject: \xff\xfe =?utf-8?b?***?="), False


def _no_message_id(data: bytes) -> tuple[bytes, bool]:
    begin = data.index(b"Message-ID:")
    end = data.index(b"\r\n", begin) + 2
    return data[:begin] + data[end:], True


def _no_sender(data: bytes) -> tuple[bytes, bool]:
    return data.replace(b"\r\nFrom: ", b"\r\nX-Was: ", 1), False


BREAKAGES = (_unended, _strange_charset, _bad_base64, _raw_header, _no_message_id, _no_sender)

KINDS: dict[str, tuple[int, Callable[[Writers, str, datetime], Written]]] = {
    "request": (60, _request),
    "command": (8, _command),
    "list": (6, _list),
    "spam": (6, _spam),
    "forged": (3, _forged),
    "stranger": (4, _stranger),
    "broken": (9, _broken),
    "big": (3, _big),
    "too large": (1, _large),
}
"""How often each kind is written, beside the others, and by whom."""
