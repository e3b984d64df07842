"""The text of a mail: which parts are its text, their charset, format=flowed (mail.md 4.2)."""

import re
from dataclasses import dataclass, field

from mailer.parse.charset import decode_bytes
from mailer.parse.clean import clean_line, clean_text
from mailer.parse.html import html_text
from mailer.parse.mime import DEPTH, Entity, Purse, parameters
from mailer.parse.mime import entity as part
from mailer.parse.model import Part
from mailer.parse.rich import enriched_text, rtf_text
from mailer.parse.transfer import raw_body
from mailer.parse.words import decode_header

TEXT_CHARS = 1_000_000
PLAIN = frozenset(("text/plain", "text/html"))
HTML = frozenset(("text/html", "application/xhtml+xml", "text/xhtml"))
TEXTS = (
    PLAIN
    | HTML
    | frozenset(
        (
            "text/enriched",
            "text/richtext",
            "text/rtf",
            "text/markdown",
            "text/x-markdown",
            "application/pgp",
            "application/rtf",
        )
    )
)
# Text for programs, never what the writer says.
NO_TEXTS = frozenset(
    (
        "text/calendar",
        "text/csv",
        "text/css",
        "text/javascript",
        "text/vcard",
        "text/x-vcard",
        "text/directory",
        "text/rfc822-headers",
        "text/x-amp-html",
        "text/x-patch",
        "text/x-diff",
    )
)
NAME_CHARS = 200

_STUB = 20  # characters; a text part below it gives way to an HTML part above `_REAL`
_REAL = 200
_EXCUSE = re.compile(
    r"(?i)\bhtml\b.{0,60}(?:view|mail|reader|client)|(?:view|enable)\b.{0,40}\bhtml"
)
_WORDS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Slot:
    """One stretch of the text: the parts that say it plainly and those that say it in HTML."""

    plain: list[Entity] = field(default_factory=list)
    html: list[Entity] = field(default_factory=list)


@dataclass(slots=True)
class Content:
    """All leaves of a mail, sorted: its text, its files, the mails in it."""

    slots: list[Slot] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    mails: list[Entity] = field(default_factory=list)
    reports: list[Entity] = field(default_factory=list)
    spare: list[Entity] = field(default_factory=list)
    encrypted: bool = False
    alone: bool = False


def collect(entity: Entity, purse: Purse) -> Content:
    """Walk the tree of parts once and sort its leaves."""
    content = Content(alone=not entity.type.startswith("multipart/"))
    content.slots = _walk(entity, content, purse)
    if not content.slots and content.spare and not content.encrypted:
        # Nothing calls itself the text: a text part that looks like a file is it.
        content.slots = [_slot(content.spare[0])]
    return content


def _walk(entity: Entity, content: Content, purse: Purse) -> list[Slot]:
    kind = entity.type
    if kind.startswith("multipart/"):
        if kind == "multipart/encrypted":
            content.encrypted = True
        slots = [slot for child in entity.children for slot in _walk(child, content, purse)]
        if kind == "multipart/alternative" and len(slots) > 1:
            merged = Slot()
            for slot in slots:
                merged.plain += slot.plain
                merged.html += slot.html
            return [merged]
        if not entity.children and entity.end > entity.start:
            return [Slot(plain=[entity])]  # Broken: its bytes are shown rather than lost.
        return slots
    return _leaf(entity, content, purse)


def _leaf(entity: Entity, content: Content, purse: Purse) -> list[Slot]:
    """Sort one part that holds no others: a stretch of text, or something else."""
    kind = entity.type
    disposition, extra = parameters(entity.first("content-disposition"), purse)
    attached = disposition.strip().lower() == "attachment"
    name = _name(entity, extra)
    if kind in TEXTS and not attached and not (name and (kind not in PLAIN or _is_file(name))):
        return [_slot(entity)]
    if kind == "message/partial":
        inner = part(entity.data, entity.start, entity.end, purse, depth=DEPTH)
        if inner.headers and inner.type in TEXTS:
            return [_slot(inner)]
    _file(entity, name, inline=not attached, content=content, purse=purse)
    # A text part that is no file by its name is read only where it stands alone or inline.
    if kind.startswith("text/") and kind not in NO_TEXTS and (not attached or content.alone):
        content.spare.append(entity)
    return []


def _slot(entity: Entity) -> Slot:
    return Slot(html=[entity]) if entity.type in HTML else Slot(plain=[entity])


def _file(entity: Entity, name: str, *, inline: bool, content: Content, purse: Purse) -> None:
    kind = entity.type
    if kind in ("message/rfc822", "message/global", "message/news") or (
        name.lower().endswith(".eml") and kind in ("application/octet-stream", "text/plain")
    ):
        content.mails.append(entity)
    elif kind in (
        "message/delivery-status",
        "message/global-delivery-status",
        "message/feedback-report",
        "message/disposition-notification",
        "text/rfc822-headers",
        "message/rfc822-headers",
    ):
        content.reports.append(entity)
    elif kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        content.encrypted = True
    elif kind in ("application/ms-tnef", "application/vnd.ms-tnef"):
        purse.defect("tnef: a part in Microsoft's own format was not opened")
    elif kind in ("message/partial", "message/external-body"):
        purse.defect(f"a part of type {kind} was not opened")
    inline = inline and (bool(entity.first("content-id")) or kind.startswith("text/"))
    content.parts.append(Part(name, kind, _size(entity), inline))


def _name(entity: Entity, disposition: dict[str, str]) -> str:
    name = disposition.get("filename") or entity.parameters.get("name") or ""
    name = decode_header(name[:2000]).replace("\\", "/").rpartition("/")[2]
    return name[:NAME_CHARS]


def _is_file(name: str) -> bool:
    return re.search(r"\.[A-Za-z0-9]{1,6}$", name) is not None


def _size(entity: Entity) -> int:
    """Return a part's size in bytes; of base64 computed, not decoded."""
    size = entity.end - entity.start
    if entity.first("content-transfer-encoding").strip().lower() == "base64":
        breaks = entity.data.count(b"\n", entity.start, entity.end)
        returns = entity.data.count(b"\r", entity.start, entity.end)
        return max(0, (size - breaks - returns) * 3 // 4)
    return size


def part_text(entity: Entity, purse: Purse, limit: int = TEXT_CHARS) -> str:
    """Return a text part as clean text, flowed lines joined (RFC 3676)."""
    data = raw_body(entity, limit, purse)
    if entity.end - entity.start > 3 * limit:
        purse.defect("text: longer than the limit, cut")
    charset = entity.parameters.get("charset", "")
    if not charset and entity.type in HTML:
        declared = re.search(rb"charset=[\"']?([A-Za-z0-9_-]{2,40})", data[:2048])
        charset = declared.group(1).decode("ascii") if declared else ""
    text, codec = decode_bytes(data, charset)
    if codec.endswith("?"):
        purse.defect(f"text: charset guessed as {codec[:-1]}")
    text = text.replace("\r\n", "\n") if "\r" in text else text
    if entity.type not in PLAIN:
        return clean_text(_rich(text, entity.type))
    if entity.type == "text/plain" and entity.parameters.get("format", "").lower() == "flowed":
        text = unflow(text, delsp=entity.parameters.get("delsp", "").lower() == "yes")
    return clean_text(text)


def _rich(text: str, kind: str) -> str:
    if kind.endswith("/rtf"):
        return rtf_text(text) if text.lstrip()[:5] == "{\\rtf" else text
    return enriched_text(text) if kind in ("text/enriched", "text/richtext") else text


def unflow(text: str, *, delsp: bool = False) -> str:
    """Join the soft line breaks of format=flowed and undo space-stuffing (RFC 3676 4)."""
    out: list[str] = []
    joined: list[str] = []
    depth_before = 0
    for line in text.split("\n"):
        content = line.rstrip("\r").lstrip(">")
        depth = len(line.rstrip("\r")) - len(content)
        content = content.removeprefix(" ")
        if joined and (depth != depth_before or content == "-- "):
            out.append(_quoted(depth_before, "".join(joined)))
            joined = []
        depth_before = depth
        if content.endswith(" ") and content != "-- ":
            joined.append(content[:-1] if delsp else content)
        else:
            joined.append(content)
            out.append(_quoted(depth, "".join(joined)))
            joined = []
    if joined:
        out.append(_quoted(depth_before, "".join(joined)))
    return "\n".join(out)


def _quoted(depth: int, text: str) -> str:
    return f"{'>' * depth} {text}" if depth else text


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a mail before it is told apart. `spare` is HTML that was not read for it."""

    text: str
    spare: Entity | None = None
    html_only: bool = False
    hidden: bool = False


def read_text(content: Content, purse: Purse) -> Reading:
    """Choose and join the text parts (mail.md 4.2)."""
    texts: list[str] = []
    from_html, from_plain, hidden = False, False, False
    spare: Entity | None = None
    left = TEXT_CHARS
    for slot in content.slots:
        plain = "\n".join(part_text(part, purse, max(left, 1)) for part in slot.plain)
        html = ""
        if slot.html and (not slot.plain or _is_stub(plain)):
            html = "\n".join(part_text(part, purse, max(left, 1)) for part in slot.html)
            shown = html_text(html)
            if not plain.strip() or len(shown.text) > _REAL:
                if not _repeats(texts, shown.text):
                    texts.append(shown.text)
                    from_html, hidden = True, hidden or shown.hidden
                    left -= len(shown.text)
                continue
        elif slot.html and len(content.slots) == 1:
            spare = slot.html[0]
        if plain.strip() or not texts:
            texts.append(plain)
            from_plain = from_plain or bool(plain.strip())
            left -= len(plain)
        if left <= 0:
            purse.defect("text: longer than the limit, cut")
            break
    text = "\n".join(texts)
    return Reading(text, spare, from_html and not from_plain, hidden)


def marked_html(entity: Entity, purse: Purse) -> str:
    """Return the HTML of an alternative as text where it marks a quote, else nothing."""
    body = entity.body(200_000)
    encoding = entity.first("content-transfer-encoding").lower()
    if "base64" not in encoding and not re.search(
        rb"blockquote|gmail_quote|divRplyFwdMsg|moz-cite|appendonsend|protonmail_quote|yahoo_quoted"
        rb"|border-top:solid #(?:E1E1E1|B5C4DF)|mail-editor-reference|OutlookMessageHeader"
        rb"|name=.?.?.?\"quote",
        body.replace(b"=\r\n", b"").replace(b"=\n", b""),
    ):
        return ""
    return html_text(part_text(entity, purse, 200_000)).text


def _is_stub(plain: str) -> bool:
    text = plain.strip()
    return len(text) < _STUB or (len(text) < 10 * _STUB and _EXCUSE.search(text) is not None)


def _repeats(texts: list[str], shown: str) -> bool:
    """Say whether an HTML part only repeats the plain part before it."""
    if not texts:
        return False
    new, old = _WORDS.sub("", shown[:5000]), _WORDS.sub("", texts[-1][:5000])
    return bool(new) and (new == old or (len(new) > _STUB and old.startswith(new)))


def fold_line(text: str) -> str:
    """Return a value that came from a mail as one clean line of at most 4 kB."""
    return clean_line(text[:8192])[:4096]
