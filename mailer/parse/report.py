"""Reports of mail systems: delivery (RFC 3464), feedback (RFC 5965), receipts (RFC 8098)."""

import re
from dataclasses import replace

from mailer.parse.charset import decode_bytes
from mailer.parse.clean import clean_line
from mailer.parse.failures import failed_recipients
from mailer.parse.headers import ids_of, one_id
from mailer.parse.mime import Entity, Purse, entity
from mailer.parse.model import Report
from mailer.parse.text import Content
from mailer.parse.transfer import raw_body
from mailer.parse.words import decode_header

BYTES = 64 * 1024
RECIPIENTS = 500
NOTICE = 32 * 1024  # What a notice in words says stands at its top; the rest is the returned mail.

_KINDS = {
    "delivery-status": "delivery",
    "feedback-report": "feedback",
    "disposition-notification": "receipt",
}
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60})[ \t]*:[ \t]*(.*)")
_FOLD = re.compile(r"\n[ \t]+")
_STATUS = re.compile(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])")
_RETURNED = re.compile(
    r"^[>\s]{0,4}message-id:[ \t]*(<[^<>\s]{1,900}>)", re.IGNORECASE | re.MULTILINE
)


def read_report(
    top: Entity, content: Content, text: str, purse: Purse, *, daemon: bool = False
) -> Report | None:
    """Read a report, or None where the mail is none.

    The type of the whole mail decides, or a part that only reports have. Old servers that send
    `X-Failed-Recipients` and plain text count as delivery reports too, and so does what a `daemon`
    wrote in words that tell of a failure (mail.md 2.2, row 4): people forward bounces.
    """
    parts = {
        part.type.rpartition("/")[2].replace("global-", ""): part
        for part in reversed(content.reports)
    }
    declared = top.parameters.get("report-type", "").strip().lower()
    name = declared if top.type == "multipart/report" and declared in _KINDS else ""
    name = name or next((kind for kind in _KINDS if kind in parts), "")
    if not name:
        return _old_report(top, content, parts, text, purse, daemon=daemon)
    groups = _groups(parts[name], purse) if name in parts else []
    returned, sent_from = _returned(content, parts, purse)
    if name == "delivery-status":
        return replace(_delivery(groups, returned), sent_from=sent_from)
    fields = {key: value for group in reversed(groups) for key, value in group.items()}
    if name == "feedback-report":
        recipient = fields.get("original-rcpt-to") or fields.get("removal-recipient")
        sent_from = _address(fields.get("original-mail-from")) or sent_from
        what = fields.get("feedback-type", "").lower()
        return Report("feedback", _address(recipient), what, "", returned, sent_from=sent_from)
    original = next(iter(ids_of(fields.get("original-message-id", ""))), None)
    action = fields.get("disposition", "").rpartition(";")[2].strip().lower()
    recipient = fields.get("original-recipient") or fields.get("final-recipient")
    return Report("receipt", _address(recipient), action, "", original or returned)


def _delivery(groups: list[dict[str, str]], returned: str | None) -> Report:
    people = [group for group in groups if "final-recipient" in group or "action" in group]
    failed = [group for group in people if group.get("action", "").lower().startswith("failed")]
    chosen = next(iter(failed or people), {})
    status = _STATUS.search(chosen.get("status", "")) or _STATUS.search(
        chosen.get("diagnostic-code", "")
    )
    if returned is None:
        for group in groups:
            for key in ("x-original-message-id", "original-message-id"):
                returned = returned or next(iter(ids_of(group.get(key, ""))), None)
    return Report(
        "delivery",
        _address(chosen.get("original-recipient") or chosen.get("final-recipient")),
        chosen.get("action", "").split(" ")[0].lower(),
        status.group() if status else "",
        returned,
    )


def _groups(part: Entity, purse: Purse) -> list[dict[str, str]]:
    text = decode_bytes(raw_body(part, BYTES, purse), "utf-8")[0].replace("\r\n", "\n")
    groups: list[dict[str, str]] = []
    for block in re.split(r"\n[ \t]*\n", _FOLD.sub(" ", text), maxsplit=RECIPIENTS):
        fields: dict[str, str] = {}
        for line in block.split("\n")[:100]:
            match = _FIELD.match(line)
            if match:
                fields.setdefault(match.group(1).lower(), decode_header(match.group(2)[:2000]))
        if fields:
            groups.append(fields)
    return groups


def _old_report(
    top: Entity,
    content: Content,
    parts: dict[str, Entity],
    text: str,
    purse: Purse,
    *,
    daemon: bool,
) -> Report | None:
    """Read what a server without RFC 3464 says: by Exim's header, or by its words."""
    failed = [_address(one) for one in top.first("x-failed-recipients").split(",")]
    if not any(failed):
        failed = list(failed_recipients(top.data[:NOTICE])) if daemon else []
    if not any(failed):
        return None
    returned, sent_from = _returned(content, parts, purse)
    found = _RETURNED.search(text[:BYTES])
    status = _STATUS.search(text[:BYTES])
    return Report(
        "delivery",
        failed[0],
        "failed",
        status.group() if status else "",
        returned or (found.group(1) if found else None),
        guessed=True,
        sent_from=sent_from,
    )


def _returned(content: Content, parts: dict[str, Entity], purse: Purse) -> tuple[str | None, str]:
    """Return Message-ID and envelope sender of the returned mail, whole or headers only."""
    for part in content.mails[:1] or [parts[key] for key in ("rfc822-headers",) if key in parts]:
        data = raw_body(part, 2 * BYTES, purse).lstrip(b"\r\n")
        inner = entity(data, 0, len(data), Purse(scan=0, parts=0), depth=0)
        return one_id(inner), _address(inner.first("return-path")) or ""
    return None, ""


def _address(value: str | None) -> str | None:
    if not value:
        return None
    address = clean_line(value.rpartition(";")[2]).strip("<> ").lower()
    return address[:320] or None
