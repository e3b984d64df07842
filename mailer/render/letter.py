"""A rendered letter and its headers -> the bytes that are sent.

Written by hand because the standard library's EmailMessage takes 2 ms a letter; a round trip
through its parser in the tests holds this to the standards (RFC 5322, 2045, 2047, 3834).
"""

import re
from base64 import b64encode
from binascii import b2a_qp
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from hashlib import blake2b
from typing import Literal

from mailer.render.templates import Rendered
from mailer.render.words import clean

_LINE = 76  # The length that RFC 2047 and RFC 5322 ask for; 998 is the limit.
_WORD_BYTES = 42  # UTF-8 bytes in one encoded word: at most 68 characters with its frame.
_ID = re.compile(r"<[!-;=?-~]{1,900}>")
_ADDRESS = re.compile(
    r"[!#-'*+\-./0-9=?A-Z^-~]{1,64}@[0-9A-Za-z](?:[0-9A-Za-z.-]{0,252}[0-9A-Za-z])?"
)
_FILE = re.compile(r"[0-9A-Za-z._-]{1,80}")
_TOKEN = re.compile(r"[!-;=?-~]{1,200}")
_ATOMS = re.compile(r"[0-9A-Za-z!#$%&'*+\-/=?^_`{|}~ ]*")
_SURROGATES = re.compile("[\ud800-\udfff]")
_KEPT_REFERENCES = 9
_NAME_MOST = 200


@dataclass(frozen=True, slots=True)
class Head:
    """What a letter's headers say. Names may hold anything; addresses and ids must be right.

    `message_id`, `in_reply_to` and `references` are with their angle brackets; those of others
    that are malformed are left out. `date` is aware. `list_id` is without brackets.
    """

    from_name: str
    from_address: str
    to_name: str
    to_address: str
    reply_to: str
    message_id: str
    date: datetime
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    automatic: Literal["auto-replied", "auto-generated"] = "auto-generated"
    loop_token: str = ""
    list_id: str | None = None


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file with a letter; a picture has a `cid`, by which the HTML part shows it."""

    name: str
    kind: str
    data: bytes
    cid: str = ""


def compose(head: Head, rendered: Rendered, enclosed: Sequence[Enclosed] = ()) -> bytes:
    """Return the whole mail with CRLF line ends; no line is longer than 998 bytes.

    Raises ValueError for an address, an id or a token that no header may carry.
    """
    message_id = _checked(_ID, head.message_id, "Message-ID")
    # "=_" occurs in neither quoted-printable nor base64, so no part can hold the boundary.
    boundary = "=_" + blake2b(message_id.encode(), digest_size=12).hexdigest()
    lines = [
        _mailbox("From", head.from_name, head.from_address),
        _mailbox("To", head.to_name, head.to_address),
        _mailbox("Reply-To", "", head.reply_to),
        _unstructured("Subject", rendered.subject),
        f"Date: {format_datetime(_aware(head.date))}",
        f"Message-ID: {message_id}",
        *_thread(head),
        f"Auto-Submitted: {head.automatic}",
        "X-Auto-Response-Suppress: All",
    ]
    if head.loop_token:
        lines.append(f"X-Loop: {_checked(_TOKEN, head.loop_token, 'X-Loop token')}")
    if head.list_id is not None:
        lines.append(f"List-Id: <{_checked(_TOKEN, head.list_id, 'List-Id')}>")
    lines += [
        "MIME-Version: 1.0",
        *_body(rendered, enclosed, boundary),
        "",
    ]
    return "\r\n".join(lines).encode("ascii")


def _body(rendered: Rendered, enclosed: Sequence[Enclosed], boundary: str) -> list[str]:
    """Return the parts: both forms of the words, then pictures that belong to them, then files."""
    both = (_part("plain", rendered.text), _part("html", rendered.html))
    lines = _multipart("alternative", boundary, both)
    for kind, own in (
        ("related", [one for one in enclosed if one.cid]),
        ("mixed", [one for one in enclosed if not one.cid]),
    ):
        if own:
            parts = ("\r\n".join(lines), *map(_file, own))
            lines = _multipart(kind, f"{boundary}_{kind}", parts)
    return lines


def _multipart(kind: str, boundary: str, parts: Sequence[str]) -> list[str]:
    lines = [f'Content-Type: multipart/{kind}; boundary="{boundary}"', ""]
    for part in parts:
        lines += [f"--{boundary}", part]
    return [*lines, f"--{boundary}--"]


def _file(one: Enclosed) -> str:
    name = _checked(_FILE, one.name, "file name")
    place = "inline" if one.cid else "attachment"
    whole = b64encode(one.data).decode("ascii")
    body = "\r\n".join(whole[at : at + _LINE] for at in range(0, len(whole), _LINE))
    cid = f"Content-ID: <{_checked(_TOKEN, one.cid, 'Content-ID')}>\r\n" if one.cid else ""
    return (
        f'Content-Type: {one.kind}; name="{name}"\r\n'
        f'Content-Disposition: {place}; filename="{name}"\r\n'
        f"{cid}Content-Transfer-Encoding: base64\r\n\r\n{body}"
    )


def _thread(head: Head) -> list[str]:
    lines: list[str] = []
    if head.in_reply_to is not None and _ID.fullmatch(head.in_reply_to):
        lines.append(f"In-Reply-To: {head.in_reply_to}")
    chain = [reference for reference in head.references if _ID.fullmatch(reference)]
    if len(chain) > _KEPT_REFERENCES + 1:
        chain = [chain[0], *chain[-_KEPT_REFERENCES:]]
    if chain:
        lines.append("References: " + "\r\n ".join(chain))
    return lines


def _part(subtype: str, text: str) -> str:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        text = _SURROGATES.sub("\ufffd", text)
        data = text.encode()
    # Quoted-printable adds two bytes to each byte beyond ASCII, base64 a good third to all. A
    # character beyond ASCII has one to three bytes more than its share; two bytes are usual.
    beyond = 2 * (len(data) - len(text))
    if beyond * 2 > len(data) * 0.37:
        coding = "base64"
        whole = b64encode(data.replace(b"\n", b"\r\n")).decode("ascii")
        body = "\r\n".join(whole[at : at + _LINE] for at in range(0, len(whole), _LINE))
    else:
        coding = "quoted-printable"
        body = b2a_qp(data).decode("ascii").replace("\r\n", "\n").replace("\n", "\r\n")
    return (
        f'Content-Type: text/{subtype}; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: {coding}\r\n\r\n{body}"
    )


def _mailbox(name: str, display: str, address: str) -> str:
    address = _checked(_ADDRESS, _ascii_domain(address), f"{name} address")
    display = clean(_SURROGATES.sub("\ufffd", display))[:_NAME_MOST].rstrip()
    if not display:
        return f"{name}: {address}"
    if not _plain(display):
        words = _encoded_words(display)
    elif _ATOMS.fullmatch(display):
        words = display
    else:
        words = '"' + display.replace("\\", r"\\").replace('"', r"\"") + '"'
    last = len(words) - words.rfind("\n") - 1
    room = _LINE - (last if "\n" in words else len(name) + 2 + last)
    return f"{name}: {words}{' ' if len(address) + 3 <= room else _FOLD}<{address}>"


_FOLD = "\r\n "


def _unstructured(name: str, text: str) -> str:
    text = clean(_SURROGATES.sub("\ufffd", text))
    if len(name) + 2 + len(text) <= _LINE and _plain(text):
        return f"{name}: {text}"
    if not _plain(text, 10 * _LINE) or any(len(word) > _LINE - 12 for word in text.split(" ")):
        return f"{name}: {_encoded_words(text)}"
    lines = [f"{name}:"]
    for word in text.split(" "):
        if len(lines[-1]) + 1 + len(word) > _LINE:
            lines.append("")
        lines[-1] += " " + word
    return "\r\n".join(lines)


def _plain(text: str, most: int = 60) -> bool:
    return text.isascii() and "=?" not in text and len(text) <= most


def _encoded_words(text: str) -> str:
    """Return RFC 2047 encoded words, each of whole characters, on lines of their own."""
    whole = text.encode()
    if len(whole) <= _WORD_BYTES:
        return _encoded_word(whole)
    words: list[str] = []
    chunk = b""
    for character in text:
        data = character.encode()
        if len(chunk) + len(data) > _WORD_BYTES:
            words.append(_encoded_word(chunk))
            chunk = b""
        chunk += data
    words.append(_encoded_word(chunk))
    return _FOLD.join(words)


def _encoded_word(data: bytes) -> str:
    return f"=?utf-8?b?{b64encode(data).decode('ascii')}?="


def _checked(pattern: re.Pattern[str], value: str, what: str) -> str:
    if not pattern.fullmatch(value):
        raise ValueError(f"{what} cannot stand in a mail: {value!r}")
    return value


def _ascii_domain(address: str) -> str:
    local, at, domain = address.rpartition("@")
    if domain.isascii():
        return address
    try:
        return f"{local}{at}{domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise ValueError(f"the domain of {address!r} cannot stand in a mail") from error


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("the date of a letter needs a time zone")
    return moment
