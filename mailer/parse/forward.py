"""Mails forwarded inside the text: where one begins, who wrote it, what it says.

A forward needs a program's forward marker or a subject like `Fwd:`, and a header block. A reply
that merely quotes is no forward.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo

from mailer.parse import phrases
from mailer.parse.addresses import read_addresses
from mailer.parse.attribution import CERTAIN, MAILBOX, attribution, may_end
from mailer.parse.block import header_block, is_block
from mailer.parse.clean import ATTRIBUTION_MARK, SIGNATURE_MARK, clean_line
from mailer.parse.dates import written_date
from mailer.parse.lines import LINES, ROWS
from mailer.parse.model import Address, Body, Message
from mailer.parse.phrases import LINE_CHARS
from mailer.parse.quote import tell_apart

NESTED = 8
GAP = 5  # blank lines between a marker and its headers, at most

_LEVEL = re.compile(r"[ \t]{0,3}>[ \t]?")
_END = re.compile(r"\s*-{2,}\s*end (?:of )?(?:the )?forwarded message\s*-{2,}\s*", re.IGNORECASE)
_MARKS = re.compile(f"[{SIGNATURE_MARK}{ATTRIBUTION_MARK}]")
_DASHES = frozenset("-_=*—–‐‑")
_EDGE = " \t\"'<>[]()*:;,\u200e\u200f"


@dataclass(frozen=True, slots=True)
class Found:
    """A forward in a text: the lines above it, its headers, its lines, the lines below it."""

    above: list[str]
    headers: dict[str, str]
    inside: list[str]
    below: list[str]
    whole: list[str]


def read_body(
    text: str, subject: str, zone: tzinfo = UTC, *, hint: bool = False, depth: int = 0
) -> tuple[Body, Message | None]:
    """Tell a text apart and read the mail forwarded in it, if there is one.

    `subject` is the mail's own, `zone` the offset that counts for dates written without one,
    `hint` says that a header of the mail tells of a forward. Forwards inside the forward are
    read too, eight deep; below that they stay text.
    """
    found = (
        find_forward(text, hint or phrases.is_forward_subject(subject)) if depth < NESTED else None
    )
    if found is None:
        return tell_apart(text), None
    body = tell_apart("\n".join([*found.above, *found.below]))
    whole = _MARKS.sub("", "\n".join(found.whole)).strip("\n")
    body = replace(body, quoted=f"{body.quoted}\n\n{whole}".strip("\n"))
    return body, _original(found, zone, depth)


def find_forward(text: str, expected: bool) -> Found | None:
    """Find the first forward in a text. `expected` says that the subject speaks of one."""
    lines = text.split("\n", ROWS)
    marked = SIGNATURE_MARK in text or ATTRIBUTION_MARK in text
    for at in range(min(len(lines), LINES)):
        line = lines[at][:LINE_CHARS]
        bare = _MARKS.sub("", line) if marked else line
        level = _LEVEL.match(bare) if ">" in bare[:5] else None
        bare = bare[level.end() :] if level else bare
        if not bare.strip():
            continue
        if phrases.is_forward_line(bare.strip()):
            found = _behind(lines, at, at + 1)
            if found:
                return found
            continue
        if expected and _may_begin(bare):
            first = at if phrases.label_of(bare) or _runs_together(bare) else at + 1
            found = _behind(lines, at, first)
            if found:
                return found
        if level is not None or _stops(lines, at, bare):
            return None
    return None


def _may_begin(bare: str) -> bool:
    return (
        phrases.label_of(bare) is not None
        or phrases.ORIGINAL_LINE.fullmatch(bare.strip()[:200]) is not None
        or _runs_together(bare)
    )


def _runs_together(bare: str) -> bool:
    """Say whether a line holds a marker and headers in one: "-----Original Message----- From:"."""
    original = phrases.ORIGINAL_START.match(bare)
    return original is not None and phrases.label_of(bare[original.end() :]) is not None


def _stops(lines: list[str], at: int, bare: str) -> bool:
    """Say whether a reply's quote begins here, behind which a forward is only quoted."""
    if may_end(bare):
        joined = bare.strip()
        for back in range(1, 4):
            sure = attribution(joined)
            follows = next((row for row in lines[at + 1 : at + 4] if row.strip()), "")
            if sure == CERTAIN or (sure and follows.lstrip().startswith(">")):
                return True
            if back > at:
                break
            joined = f"{_MARKS.sub('', lines[at - back][:LINE_CHARS]).strip()} {joined}"
    if "#" in bare and "replyabovethisline" in "".join(bare[:400].split()).lower():
        return True
    bare = bare.strip()[:200]
    return bare[:1] in _DASHES and phrases.ORIGINAL_LINE.fullmatch(bare) is not None


def _behind(lines: list[str], marker: int, first: int) -> Found | None:
    """Read the header block behind a marker, and everything after it."""
    first = _next_words(lines, first, first + GAP)
    if first < 0:
        return None
    inner = _is_quoted(lines[first])
    marked = first != marker
    if not marked and _is_repeated(lines, first):
        return None
    window = [_bare(line) if inner else _MARKS.sub("", line) for line in lines[first : first + 40]]
    end, headers = header_block(window, 0, marked=marked)
    if not is_block(headers, marked=marked, expected=True):
        headers, end = _attributed(window) if marked else ({}, 0)
        if not headers:
            return None
    start = first + end
    words = _next_words(lines, start, len(lines))
    if words >= 0 and phrases.is_forward_line(_bare(lines[words])[:LINE_CHARS].strip()):
        # Zoho sets its marker below the headers once more; a nested forward has headers there.
        following = _next_words(lines, words + 1, words + GAP)
        if following < 0 or phrases.label_of(_bare(lines[following])[:LINE_CHARS]) is None:
            start, words = words + 1, following
    # Proton leaves the headers bare and quotes the text.
    inner = inner or (words >= 0 and _is_quoted(lines[words]))
    stop = _stop(lines, start, inner=inner)
    inside = [_bare(line) for line in lines[start:stop]] if inner else lines[start:stop]
    if words >= 0 and inner and all(_is_quoted(line) for line in inside if line.strip()):
        inside = [_bare(line) for line in inside]
    above = lines[:marker]
    while above and (not above[-1].strip(" \t>_-=*") or above[-1].startswith(ATTRIBUTION_MARK)):
        above.pop()
    if above and phrases.BARE_ORIGINAL.fullmatch(above[-1][:200]):
        above.pop()
    below = [line for line in lines[stop:] if not _END.fullmatch(line[:200])]
    return Found(above, headers, inside, below, lines[len(above) : stop])


def _is_repeated(lines: list[str], at: int) -> bool:
    """Say whether the next line has the same label: no block then, and cheaply told."""
    here, below = (
        phrases.label_of(_bare(line)[:LINE_CHARS]) for line in (*lines[at : at + 2], "")[:2]
    )
    return here is not None and below is not None and here[0] == below[0] != "date"


def _next_words(lines: list[str], start: int, limit: int) -> int:
    """Return the first line from `start` that is not blank, or -1."""
    for at in range(start, min(limit, len(lines))):
        if _bare(lines[at]).strip():
            return at
    return -1


def _stop(lines: list[str], start: int, *, inner: bool) -> int:
    """Return where the forwarded text ends: with its `>` lines, or at an end marker."""
    for at in range(start, len(lines)):
        line = lines[at]
        if (inner and line.strip() and not _is_quoted(line)) or _END.fullmatch(line[:200]):
            return at
    return len(lines)


def _is_quoted(line: str) -> bool:
    return _LEVEL.match(_MARKS.sub("", line)) is not None


def _bare(line: str) -> str:
    return _LEVEL.sub("", _MARKS.sub("", line), count=1)


def _attributed(window: list[str]) -> tuple[dict[str, str], int]:
    """Read "12.02.2025, 09:00, Ana <a@b.example>:" behind a marker, as Yandex writes it."""
    joined = ""
    for at, line in enumerate(window[:4]):
        joined = f"{joined} {line.strip()}".strip()
        mailbox = MAILBOX.search(joined)
        if mailbox and attribution(joined):
            before = joined[: mailbox.start()].strip(_EDGE)
            date, _, name = before.rpartition(",")
            return {
                "from": f"{name.strip(_EDGE)} <{mailbox.group()}>",
                "date": date or before,
            }, at + 1
    return {}, 0


def _original(found: Found, zone: tzinfo, depth: int) -> Message:
    headers = {name: clean_line(value)[:4096] for name, value in found.headers.items()}
    defects: list[str] = []
    sender = sender_of(headers.get("from", ""))
    if sender is None:
        defects.append("from: missing")
    elif not sender.email:
        defects.append("from: no address")
    sent = written_date(headers["date"], zone) if "date" in headers else None
    if sent is None:
        defects.append("date: missing or unreadable")
    subject = headers.get("subject", "")
    body, inner = read_body("\n".join(found.inside), subject, zone, depth=depth + 1)
    return Message(
        senders=(sender,) if sender else (),
        recipients=tuple(_people(headers.get("to", "")) + _people(headers.get("cc", ""))),
        reply_to=tuple(_people(headers.get("reply-to", ""))),
        subject=subject,
        sent=sent,
        headers=headers,
        body=body,
        forwarded=inner,
        defects=tuple(defects),
    )


def sender_of(value: str) -> Address | None:
    """Read the From line of a forward's block; a name alone gives an address without email."""
    mailbox = MAILBOX.search(value[:1000].replace("mailto:", " "))
    if mailbox is None:
        name = value.strip(_EDGE)[:500]
        return Address("", name) if name else None
    email = mailbox.group().lower().strip(".'*")
    name = value[: value.lower().find(email)] if email in value.lower() else ""
    name = re.sub(r"\[?mailto:$", "", name.strip(), flags=re.IGNORECASE).strip(_EDGE)
    return Address(email, name[:500])


def _people(value: str) -> list[Address]:
    return [
        address
        for address in read_addresses(value.replace("[mailto:", "<").replace("]", ">")).addresses
        if "@" in address.email
    ]
