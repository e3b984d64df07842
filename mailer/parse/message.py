"""Bytes to Message: the one door of this room. Pure, bounded, and it never raises."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC

from mailer.parse import headers
from mailer.parse.clean import clean_line
from mailer.parse.dates import header_date
from mailer.parse.forward import read_body
from mailer.parse.mime import MESSAGES, Entity, Purse, entity, read
from mailer.parse.model import Address, Body, Message
from mailer.parse.report import read_report
from mailer.parse.spare import with_hint
from mailer.parse.text import TEXT_CHARS, Content, collect, marked_html, read_text
from mailer.parse.transfer import raw_body

_PGP = "-----BEGIN PGP MESSAGE-----"
_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_CLEAR = re.compile(
    r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z]+: [^\n]*\n){0,10}\n"
    r"(.*?)\n(-----BEGIN PGP SIGNATURE-----.*)",
    re.DOTALL,
)
_DAEMON = re.compile(r"(?:mailer-daemon|mail-?daemon|postmaster|mdaemon)", re.IGNORECASE)
_STARTS = re.compile(rb"\s*[!-9;-~]{1,60}[ \t]*:")


def parse(
    data: bytes, *, envelope_sender: str | None = None, envelope_recipients: Sequence[str] = ()
) -> Message:
    """Read a mail as it came (RFC 5322, MIME) into a Message.

    Any bytes give a Message: what was wrong is in its `defects`, and those that begin with
    `from:` mean that the sender must not be believed. Time and memory grow with the length of
    the mail and are bounded (mail.md 1.3, 10). The envelope is what the mail server told.
    """
    top, purse = read(bytes(data))
    sender = (
        clean_line(envelope_sender).strip("<>").lower() if envelope_sender is not None else None
    )
    return _assemble(top, purse, 0, sender, tuple(envelope_recipients))


def _assemble(
    top: Entity, purse: Purse, level: int, envelope: str | None, recipients: tuple[str, ...]
) -> Message:
    content = collect(top, purse)
    if top.type == "text/plain" and not top.headers:
        purse.defect("headers: none")
    found = headers.decoded(top)
    subject = found.get("subject", "")
    date = top.first("date")
    sent = header_date(date) if date else None
    if sent is None:
        purse.defect("date: missing or unreadable")
    reading = read_text(content, purse)
    text, armour = _armour(reading.text)
    body, forwarded = read_body(
        text,
        subject,
        (sent.tzinfo if sent else None) or UTC,
        hint="x-forwarded-message-id" in found,
    )
    if reading.spare is not None and not forwarded and not body.quoted:
        shown = marked_html(reading.spare, purse)
        body = with_hint(body, text, shown) if shown else body
    senders = headers.senders(top, purse)
    report = read_report(
        top, content, text, purse, daemon=level == 0 and _by_daemon(top, senders, envelope)
    )
    if content.mails and report is None:
        forwarded = _inside(content, purse, level) or forwarded
    through = headers.trace(top, recipients)
    signature = "\n".join(part for part in (body.signature, armour) if part)
    return Message(
        senders=senders,
        envelope_sender=envelope,
        recipients=headers.addresses(top, purse, "to", "cc"),
        received_by=through.received_by,
        reply_to=headers.addresses(top, purse, "reply-to"),
        subject=subject,
        sent=sent,
        message_id=headers.one_id(top),
        in_reply_to=headers.ids(top, "in-reply-to"),
        references=headers.ids(top, "references"),
        headers=found,
        content_type=clean_line(top.type),
        body=replace(body, signature=signature, html_only=reading.html_only, hidden=reading.hidden),
        parts=tuple(content.parts),
        forwarded=forwarded,
        report=report,
        auth=through.auth,
        auth_below=through.auth_below,
        encrypted=content.encrypted or _PGP in text,
        defects=tuple(clean_line(defect)[:200] for defect in purse.defects),
    )


def _by_daemon(top: Entity, senders: tuple[Address, ...], envelope: str | None) -> bool:
    """Say whether a mail system wrote it: the envelope sender is empty, or From is a daemon."""
    if envelope == "" or top.first("return-path").replace(" ", "") == "<>":
        return True
    return any(_DAEMON.fullmatch(sender.email.partition("@")[0]) for sender in senders)


def _armour(text: str) -> tuple[str, str]:
    """Take a clear-signed text (RFC 9580 7) out of its armour; returns text and the signature."""
    if _SIGNED not in text:
        return text, ""
    match = _CLEAR.search(text)
    if match is None:
        return text, ""
    inner = match.group(1).replace("\n- ", "\n").removeprefix("- ")
    return f"{text[: match.start()]}{inner}", match.group(2)


def _inside(content: Content, purse: Purse, level: int) -> Message | None:
    """Read the first mail that is attached whole (message/rfc822)."""
    if level >= MESSAGES:
        purse.defect("mails inside mails nested too deep")
        return None
    if len(content.mails) > 1:
        purse.defect("more than one mail attached: only the first was read")
    part = content.mails[0]
    encoding = part.first("content-transfer-encoding").strip().lower()
    if encoding in ("base64", "quoted-printable"):
        data = raw_body(part, 4 * TEXT_CHARS, purse)
        start, end = 0, len(data)
    else:
        data, start, end = part.data, part.start, part.end
    while start < end and data[start] in b"\r\n":
        start += 1
    if not _STARTS.match(data[start : start + 200]) and data[start : start + 5] != b"From ":
        purse.defect("an attached mail has no headers")
        return None
    inner = Purse(scan=purse.scan, parts=purse.parts)
    message = _assemble(entity(data, start, end, inner, depth=0), inner, level + 1, None, ())
    purse.scan, purse.parts = inner.scan, inner.parts
    return message


__all__ = ["Body", "Message", "parse"]
