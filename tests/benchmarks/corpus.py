"""Mails as a council receives them, made up: the same seed gives the same bytes.

Five to nine kilobytes each: the headers of three hops, plain text or plain text with HTML, in
the encodings that mail programs use; some quote an earlier mail, most are signed. Nearly every
mail comes from a person of the roster of its own.
"""

import base64
import csv
import html
import io
import quopri
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime

from tests.benchmarks import phrases

COUNCIL = "council@bench.example"
AUTHORITY = "mx.bench.example"
BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)
COLUMNS = (
    "name", "email", "role", "portal_username", "country", "mentor_email", "mentored_since",
    "skills",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SEATS = 6


@dataclass(frozen=True, slots=True)
class Member:
    """One line of the roster."""

    name: str
    email: str
    role: str
    portal_username: str
    country: str
    mentor_email: str = ""
    mentored_since: str = ""
    skills: str = ""


def roster(people: int, seed: int = 1) -> list[Member]:
    """Return so many people and the council: a quarter of them mentors, the others Reps."""
    rng = random.Random(seed)
    council = [_member(rng, number, "council") for number in range(SEATS)]
    mentors = [_member(rng, SEATS + number, "mentor") for number in range(max(1, people // 4))]
    first = SEATS + len(mentors)
    reps = [
        _member(rng, first + number, "rep", rng.choice(mentors).email if number % 3 else "")
        for number in range(people - len(mentors))
    ]
    return council + mentors + reps


def roster_csv(members: list[Member]) -> str:
    """Return the roster as the programme imports it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([getattr(member, column) for column in COLUMNS] for member in members)
    return out.getvalue()


def mails(count: int, members: list[Member], seed: int = 1) -> Iterator[bytes]:
    """Yield so many mails. Nobody writes twice before everybody has written once."""
    rng = random.Random(seed)
    mentors = [member for member in members if member.role == "mentor"]
    reps = [member for member in members if member.role == "rep"]
    kinds = rng.choices(list(phrases.SHARES), weights=list(phrases.SHARES.values()), k=count)
    turns = {"mentor": 0, "rep": 0}
    for number, kind in enumerate(kinds):
        role, among = ("mentor", mentors) if kind == "resignation" else ("rep", reps)
        writer = among[turns[role] % len(among)]
        turns[role] += 1
        yield _mail(rng, number, kind, writer, rng.choice(members))


def heavy(data: bytes, size: int) -> bytes:
    """Return a mail as its own text part beside an attachment that makes it `size` bytes long."""
    head, _, body = data.partition(b"\r\n\r\n")
    kept, cut, kind = head.partition(b"\r\nContent-Type:")
    part = cut.removeprefix(b"\r\n") + kind + b"\r\n\r\n" + body
    line = base64.b64encode(bytes(57)) + b"\r\n"
    attached = (
        b"Content-Type: application/pdf; name=report.pdf\r\n"
        b"Content-Disposition: attachment; filename=report.pdf\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n" + line * (size // len(line))
    )
    mark = b"=_heavy"
    outer = kept + b'\r\nContent-Type: multipart/mixed; boundary="' + mark + b'"\r\n\r\n'
    return (
        outer
        + b"".join(b"--" + mark + b"\r\n" + p + b"\r\n" for p in (part, attached))
        + (b"--" + mark + b"--\r\n")
    )


def _member(rng: random.Random, number: int, role: str, mentor: str = "") -> Member:
    given, family = rng.choice(phrases.GIVEN), rng.choice(phrases.FAMILY)
    plain = "".join(letter for letter in f"{given}.{family}".lower() if letter.isascii())
    since = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=rng.randrange(400))
    return Member(
        name=f"{given} {rng.choice('ABCDEFGHJKLMNPRSTVW')}. {family}",
        email=f"{plain}{number}@{rng.choice(phrases.HOSTS)}.example",
        role=role,
        portal_username=f"{plain.replace('.', '')}{number}",
        country=rng.choice(phrases.COUNTRIES),
        mentor_email=mentor,
        mentored_since=since.date().isoformat() if mentor else "",
        skills=";".join(rng.sample(phrases.SKILLS, 3)) if role == "mentor" else "",
    )


def _mail(rng: random.Random, number: int, kind: str, writer: Member, other: Member) -> bytes:
    at = BEGIN + timedelta(minutes=7 * number)
    words = {
        "country": writer.country,
        "username": writer.portal_username,
        "other": other.name,
        "skill": rng.choice(phrases.SKILLS),
        "skill2": rng.choice(phrases.SKILLS),
        "year": rng.randrange(2015, 2025),
        "day": rng.randrange(1, 29),
        "month": MONTHS[(at.month + rng.randrange(2)) % 12],
        "past": MONTHS[at.month - 2],
        "number": rng.randrange(10**6),
    }
    if kind == "absent":
        subject, text, quoted = "Automatic reply: Your mail", _ABSENT.format(**words), ""
    elif kind == "newsletter":
        subject, text, quoted = "The open web this week", _letter(rng, "other", words), ""
    else:
        subject = rng.choice(phrases.WANTED[kind][0]).format(**words)
        text = f"{_letter(rng, kind, words)}\n{writer.name}"
        quoted = _quoted(rng, at, words) if rng.random() < 0.3 else ""
        if quoted:
            subject = f"Re: {subject}"
    token = f"{rng.getrandbits(96):x}"
    head = _head(rng, writer, at, subject, token)
    if kind == "absent":
        head += "\nAuto-Submitted: auto-replied\nPrecedence: bulk"
    if kind == "newsletter":
        head += "\nList-Id: <news.bench.example>\nPrecedence: bulk"
    return _assemble(rng, head, text, quoted, token)


_ABSENT = (
    "Hello,\n\nI am out of the office until {day} {month} and read mail only now and then.\n"
    "In urgent cases please write to {other}.\n\nThis answer was sent automatically.\n"
)


def _letter(rng: random.Random, kind: str, words: dict[str, object]) -> str:
    _, matter, details = phrases.WANTED[kind]
    talk = rng.sample(phrases.SMALL_TALK, rng.randrange(4, 9))
    half = len(talk) // 2
    told = [rng.choice(matter), *rng.sample(details, min(len(details), 2))]
    paragraphs = [" ".join(talk[:half]), " ".join(told), " ".join(talk[half:])]
    if rng.random() < 0.6:
        paragraphs[0], paragraphs[1] = paragraphs[1], paragraphs[0]
    inner = "\n\n".join(paragraphs).format(**words)
    return f"{rng.choice(phrases.GREETINGS)}\n\n{inner}\n\n{rng.choice(phrases.CLOSINGS)}"


def _quoted(rng: random.Random, at: datetime, words: dict[str, object]) -> str:
    day = at - timedelta(days=rng.randrange(1, 9))
    lines = "\n".join(f"> {line.format(**words)}" for line in phrases.QUOTED)
    return f"On {day:%a, %d %b %Y} at {day:%H:%M}, Council <{COUNCIL}> wrote:\n{lines}\n"


def _head(rng: random.Random, writer: Member, at: datetime, subject: str, token: str) -> str:
    domain, date = writer.email.rpartition("@")[2], format_datetime(at)
    name = writer.name if writer.name.isascii() else Header(writer.name, "utf-8").encode()
    shown = subject if subject.isascii() else Header(subject, "utf-8").encode()
    return f"""\
Return-Path: <{writer.email}>
Delivered-To: {COUNCIL}
Received: from {AUTHORITY} by store.bench.example with LMTP id {token[:12]}
\tfor <{COUNCIL}>; {date}
Received: from out{rng.randrange(9)}.{domain} (out.{domain} [192.0.2.{_octet(rng)}])
\tby {AUTHORITY} (Postfix) with ESMTPS id {token[:10].upper()}
\tfor <{COUNCIL}>; {date}
Authentication-Results: {AUTHORITY}; dmarc=pass (p=reject) header.from={domain};
\tspf=pass smtp.mailfrom={writer.email}; dkim=pass header.d={domain}
Received: from [10.{_octet(rng)}.0.{_octet(rng)}] by out.{domain} with ESMTPSA
\tid {token[4:20]} (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
\t{date}
ARC-Seal: i=1; a=rsa-sha256; t={at.timestamp():.0f}; cv=none; d={domain}; s=arc;
\tb={_folded(_noise(rng, 256))}
ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=arc;
\th=from:to:subject:date:message-id:mime-version:content-type;
\tbh={_noise(rng, 32)};
\tb={_folded(_noise(rng, 256))}
ARC-Authentication-Results: i=1; out.{domain}; auth=pass smtp.auth={writer.portal_username}
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s=s2026;
\th=from:to:subject:date:message-id:mime-version:content-type;
\tbh={_noise(rng, 32)};
\tb={_folded(_noise(rng, 256))}
X-Message-State: {_folded(_noise(rng, 120))}
X-Source: {_noise(rng, 60)}
From: {name} <{writer.email}>
To: Council <{COUNCIL}>
Subject: {shown}
Date: {date}
Message-ID: <{token}@{domain}>
MIME-Version: 1.0
User-Agent: Letter/{rng.randrange(2, 9)}.{rng.randrange(20)}"""


def _octet(rng: random.Random) -> int:
    return rng.randrange(1, 255)


def _noise(rng: random.Random, size: int) -> str:
    return base64.b64encode(rng.randbytes(size)).decode()


def _folded(text: str) -> str:
    return "\n\t ".join(text[start : start + 70] for start in range(0, len(text), 70))


def _assemble(rng: random.Random, head: str, text: str, quoted: str, token: str) -> bytes:
    plain = f"{text}\n\n{quoted}" if quoted else f"{text}\n"
    if rng.random() < 0.3:
        charset = rng.choice(["utf-8", "iso-8859-1", "windows-1252"])
        lines = [head, *_part(rng, plain, "plain", charset)]
    else:
        mark = f"=_{token}"
        lines = [head, f'Content-Type: multipart/alternative; boundary="{mark}"', ""]
        lines += [f"--{mark}", *_part(rng, plain, "plain", "utf-8")]
        lines += [f"--{mark}", *_part(rng, _page(text, quoted), "html", "utf-8")]
        lines += [f"--{mark}--", ""]
    return "\n".join(lines).replace("\n", "\r\n").encode("ascii")


def _part(rng: random.Random, text: str, kind: str, charset: str) -> list[str]:
    data = text.encode(charset, "replace")
    if rng.random() < 0.75:
        coding, body = "quoted-printable", quopri.encodestring(data).decode("ascii")
    else:
        coding, body = "base64", base64.encodebytes(data).decode("ascii")
    return [
        f"Content-Type: text/{kind}; charset={charset}",
        f"Content-Transfer-Encoding: {coding}",
        "",
        body,
    ]


def _page(text: str, quoted: str) -> str:
    """Return the text as a mail program writes it, with the styles that nobody asked for."""
    paragraphs = "\n".join(
        '<p class="MsoNormal" style="margin:0 0 10pt 0"><span lang="EN-GB" style="font-size:11pt;'
        f'color:#1f1f1f">{html.escape(paragraph).replace(chr(10), "<br>")}</span></p>'
        for paragraph in text.split("\n\n")
    )
    lines = "<br>\n".join(html.escape(line.removeprefix("> ")) for line in quoted.splitlines())
    quote = f'<blockquote type="cite" style="margin:0 0 0 6pt">{lines}</blockquote>'
    return f"{_STYLES}<body>\n{paragraphs}\n{quote if quoted else ''}</body></html>\n"


_STYLES = (
    '<html xmlns="http://www.w3.org/TR/REC-html40"><head>\n'
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n<style><!--\n'
    '@font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}\n'
    "@font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}\n"
    "p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt;\n"
    ' font-family:"Calibri",sans-serif;}\n'
    "a:link, span.MsoHyperlink {color:#0563C1; text-decoration:underline;}\n"
    "span.Styled {font-family:Calibri,sans-serif; color:windowtext;}\n"
    "@page WordSection1 {size:612.0pt 792.0pt; margin:72.0pt 72.0pt 72.0pt 72.0pt;}\n"
    "div.WordSection1 {page:WordSection1;}\n--></style></head>\n"
)
