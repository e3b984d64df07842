"""DKIM (RFC 6376, 8301, 8463) for set-ups whose mail server writes no Authentication-Results.

dkimpy does the arithmetic; what counts is decided here, more strictly than it does (mail.md 3.2):
each signature is tried, none may leave out part of the body, and what the service reads of the
headers must be signed and stand once. Keys and the time are arguments: nothing here asks DNS.

Aligned is a signature of the very domain of From, or of one above it (d=example.org for
ana@mail.example.org), whose owner could give that domain to anybody. The other way round needs the
list of public suffixes: without it evil.github.io could sign for github.io. It is not believed.

dkimpy takes a third of a second to load, so this module is loaded where it is used.
"""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from dkim import select_headers
from dkim.canonicalization import CanonicalizationPolicy, InvalidCanonicalizationPolicyError
from dkim.crypto import (
    DigestTooLargeError,
    RSASSA_PKCS1_v1_5_verify,
    UnparsableKeyError,
    parse_public_key,
)
from dkim.util import InvalidTagValueList, parse_tag_value
from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

from mailer.parse.addresses import read_addresses
from mailer.trust.model import Signed

LEAST_BITS = 1024
"""RFC 8301 3.2: shorter RSA keys prove nothing."""
MOST_BITS = 8192
_MOST_HEADS = 256 * 1024
_MOST_SIGNATURES = 20
_MOST_ALIGNED = 5
_LONGEST_NAME = 253
_MOST_KEY = 4096
_EXPONENTS = (3, 2**33)
_CLOCKS = timedelta(hours=1)
"""How far the clock of a signer may be ahead of ours."""
_MUST = ("from", "subject", "date")
_ONCE = frozenset(
    {
        *("from", "subject", "date", "to", "cc", "reply-to", "message-id", "in-reply-to"),
        *("references", "mime-version", "content-type", "content-transfer-encoding"),
    }
)
"""Headers that stand once (RFC 5322 3.6): of two, one could be signed and the other one read."""
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,250}[a-z0-9_])?")
_FIELD = re.compile(rb"([!-9;-~]{1,100}):")
_ALGORITHMS = {b"rsa-sha256": b"rsa", b"ed25519-sha256": b"ed25519"}
_NUMBER = re.compile(rb"\d{1,12}")

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class _Signature:
    """One aligned signature: its tags, the header as it stands, the headers that it covers."""

    tags: Mapping[bytes, bytes]
    header: tuple[bytes, bytes]
    covers: tuple[str, ...]
    domain: str
    key: str


class _Refused(Exception):
    """A signature proves nothing; its text says why."""


def keys_of(data: bytes, sender: str) -> tuple[str, ...]:
    """Return the DNS names (TXT) of the keys without which a mail cannot be judged."""
    headers, _ = _split(data)
    return tuple(dict.fromkeys(one.key for one in _aligned(headers, sender)))


def verify(
    data: bytes,
    sender: str,
    keys: Mapping[str, bytes | None],
    at: datetime,
    least_bits: int = LEAST_BITS,
) -> Signed:
    """Return which domain signed a mail for the address in its From.

    `keys` holds the record of each name, None where there is none; a name that is missing could
    not be asked for. `at` is the time of arrival, by which a signature may have expired.
    """
    headers, body = _split(data)
    found, waits, why = _aligned(headers, sender), False, Signed().why
    for one in found:
        if one.key not in keys:
            waits = True
            continue
        try:
            _check_headers(one, headers, sender)
            _check_times(one.tags, at)
            _check_signature(one, headers, body, _key(one, keys[one.key], sender, least_bits))
        except _Refused as refused:
            why = f"its DKIM signature of {one.domain}: {refused}"
        else:
            return Signed(one.domain, "")
    if waits:
        return Signed(why="the key of its DKIM signature could not be fetched", waits=True)
    return Signed(why=why)


def _split(data: bytes) -> tuple[Headers, bytes]:
    """Return the headers as they stand and the body, lines ended by CRLF; none where malformed."""
    data = data.replace(b"\r\n", b"\n")
    end = data.find(b"\n\n", 0, _MOST_HEADS)
    if end < 0 or b"\r" in data[:end]:
        return [], b""
    found: list[tuple[bytes, list[bytes]]] = []
    for line in data[: end + 1].splitlines(keepends=True):
        field = _FIELD.match(line)
        if line[:1] in b" \t" and found:
            found[-1][1].append(line)
        elif field is not None:
            found.append((field[1], [line[field.end() :]]))
        else:
            return [], b""
    headers = [(name, b"".join(lines).replace(b"\n", b"\r\n")) for name, lines in found]
    return headers, data[end + 2 :].replace(b"\n", b"\r\n")


def _aligned(headers: Headers, sender: str) -> list[_Signature]:
    """Return the signatures in the name of the sender's domain, the topmost first."""
    every = [header for header in headers if header[0].lower() == b"dkim-signature"]
    read = (_read(header) for header in every[:_MOST_SIGNATURES])
    domain = sender.rpartition("@")[2]
    found = [one for one in read if one is not None and aligned(one.domain, domain)]
    return found[:_MOST_ALIGNED]


def aligned(signer: str, domain: str) -> bool:
    """Say whether a signer may speak for a domain: itself, or one of at least two labels above."""
    return signer == domain or ("." in signer and domain.endswith(f".{signer}"))


def _read(header: tuple[bytes, bytes]) -> _Signature | None:
    try:
        tags = parse_tag_value(header[1])
        domain, selector = (tags[tag].decode("ascii").lower() for tag in (b"d", b"s"))
        covers = tuple(name.strip().lower() for name in tags[b"h"].decode("ascii").split(":"))
    except (InvalidTagValueList, KeyError, IndexError, UnicodeDecodeError):
        return None
    key = f"{selector}._domainkey.{domain}"
    if ".." in key or not (_NAME.fullmatch(domain) and _NAME.fullmatch(selector)):
        return None
    return _Signature(tags, header, covers, domain, key) if len(key) <= _LONGEST_NAME else None


def _check_headers(one: _Signature, headers: Headers, sender: str) -> None:
    """Refuse what leaves a way to change what is read; RFC 6376 8.2 and 8.15 tell of it."""
    if b"l" in one.tags:
        raise _Refused("it covers only a part of the body (l=)")
    present = [name.decode("ascii").lower() for name, _ in headers]
    twice = sorted(name for name in _ONCE if present.count(name) > 1)
    if twice:
        raise _Refused(f"the mail has more than one header {twice[0]}")
    wanted = (*_MUST, *(("to",) if "to" in present else ()))
    unsigned = [name for name in wanted if name not in one.covers]
    if unsigned:
        raise _Refused(f"it does not cover {', '.join(unsigned)}")
    # What was verified must be what the parser read: two readers of one header may differ.
    written = next((value for name, value in headers if name.lower() == b"from"), b"")
    read = read_addresses(written.decode("ascii", "replace").replace("\r\n", "").strip())
    if read.defects or [address.email for address in read.addresses] != [sender]:
        raise _Refused("its From can be read in two ways")


def _check_times(tags: Mapping[bytes, bytes], at: datetime) -> None:
    made, ends = (_number(tags, tag) for tag in (b"t", b"x"))
    if made is not None and made > (at + _CLOCKS).timestamp():
        raise _Refused("it was made in the future (t=)")
    if ends is not None and (ends < at.timestamp() or (made is not None and ends < made)):
        raise _Refused("it has expired (x=)")


def _number(tags: Mapping[bytes, bytes], tag: bytes) -> int | None:
    if tag not in tags:
        return None
    if _NUMBER.fullmatch(tags[tag]) is None:
        raise _Refused(f"{tag.decode()}= is no number")
    return int(tags[tag])


def _key(one: _Signature, record: bytes | None, sender: str, least_bits: int) -> Any:
    """Return the public key of a record (RFC 6376 3.6.1): a dict for RSA, else of Ed25519."""
    if not record or len(record) > _MOST_KEY:
        raise _Refused("its key is not published")
    try:
        tags = parse_tag_value(record)
    except (InvalidTagValueList, IndexError) as error:
        raise _Refused("its key cannot be read") from error
    flags = _listed(tags, b"t", b"")
    if tags.get(b"v", b"DKIM1") != b"DKIM1" or not tags.get(b"p"):
        raise _Refused("its key was withdrawn or is of another version")
    if b"y" in flags:
        raise _Refused("its domain only tries DKIM out (t=y)")
    if b"s" in flags and not one.domain == _signer(one) == sender.rpartition("@")[2]:
        raise _Refused("its key is for that domain alone (t=s)")
    if not _listed(tags, b"s", b"*") & {b"*", b"email"}:
        raise _Refused("its key is not for mail (s=)")
    if b"sha256" not in _listed(tags, b"h", b"sha256"):
        raise _Refused("its key is not for SHA-256 (h=)")
    kind = tags.get(b"k", b"rsa")
    if _ALGORITHMS.get(one.tags.get(b"a", b"")) != kind:
        raise _Refused("its algorithm is unknown, too weak or not that of its key (a=)")
    return _rsa(tags[b"p"], least_bits) if kind == b"rsa" else _ed25519(tags[b"p"])


def _listed(tags: Mapping[bytes, bytes], tag: bytes, otherwise: bytes) -> set[bytes]:
    return {each.strip() for each in tags.get(tag, otherwise).split(b":")}


def _signer(one: _Signature) -> str:
    """Return the domain of i=, which is that of d= or below it (RFC 6376 3.5)."""
    if b"i" not in one.tags:
        return one.domain
    signer = one.tags[b"i"].decode("ascii", "replace").lower().rpartition("@")[2]
    if signer != one.domain and not signer.endswith(f".{one.domain}"):
        raise _Refused("i= is not of its domain")
    return signer


def _rsa(encoded: bytes, least_bits: int) -> dict[str, int]:

    try:
        key: dict[str, int] = parse_public_key(_decoded(encoded))
    except (UnparsableKeyError, IndexError, TypeError, ValueError) as error:
        raise _Refused("its key cannot be read") from error
    bits, exponent = key["modulus"].bit_length(), key["publicExponent"]
    if not least_bits <= bits <= MOST_BITS:
        raise _Refused(f"its RSA key has {bits} bits; expected {least_bits} to {MOST_BITS}")
    if not _EXPONENTS[0] <= exponent <= _EXPONENTS[1]:
        raise _Refused("its RSA key has a strange exponent")
    return key


def _ed25519(encoded: bytes) -> Any:

    try:
        return VerifyKey(_decoded(encoded))
    except ValueError as error:
        raise _Refused("its key cannot be read") from error


def _decoded(text: bytes) -> bytes:
    """Return base64 decoded, blanks aside; raises _Refused."""
    try:
        return base64.b64decode(re.sub(rb"\s+", b"", text), validate=True)
    except ValueError as error:
        raise _Refused("its base64 is broken") from error


def _check_signature(one: _Signature, headers: Headers, body: bytes, key: Any) -> None:
    """Hash body and headers as RFC 6376 3.7 says, and compare."""
    tags = one.tags
    if tags.get(b"v") != b"1" or tags.get(b"q", b"dns/txt") != b"dns/txt":
        raise _Refused("it is of another version (v=, q=)")
    _signer(one)
    try:
        way = CanonicalizationPolicy.from_c_value(tags.get(b"c", b"simple/simple"))
    except InvalidCanonicalizationPolicyError as error:
        raise _Refused("its canonicalization is unknown (c=)") from error
    relaxed = way.body_algorithm.name == b"relaxed"
    hashed = hashlib.sha256(canonical_body(body, relaxed=relaxed)).digest()
    if hashed != _decoded(tags.get(b"bh", b"")):
        raise _Refused("the body was changed")
    hasher = hashlib.sha256()
    names = [name.encode("ascii") for name in one.covers]
    for name, value in select_headers(way.canonicalize_headers(headers), names):
        hasher.update(name + b":" + value)
    [(name, value)] = way.canonicalize_headers([(one.header[0], _without_b(one.header[1]))])
    hasher.update(name + b":" + value.rstrip())
    if not _holds(hasher, _decoded(tags.get(b"b", b"")), key):
        raise _Refused("the signed headers were changed, or the key is another one")


def _without_b(value: bytes) -> bytes:
    """Return a signature's header as it was when it was signed: b= is empty."""
    parts = value.split(b";")
    named = [part.partition(b"=")[0] for part in parts]
    return b";".join(
        name + b"=" if name.strip() == b"b" else part
        for name, part in zip(named, parts, strict=True)
    )


def _holds(hasher: Any, signature: bytes, key: Any) -> bool:

    try:
        if isinstance(key, dict):
            return bool(RSASSA_PKCS1_v1_5_verify(hasher, signature, key))
        key.verify(hasher.digest(), signature)
    except (CryptoError, DigestTooLargeError, ValueError):
        return False
    return True


def canonical_body(body: bytes, *, relaxed: bool) -> bytes:
    """Return a body as it is hashed (RFC 6376 3.4.3, 3.4.4), in time linear in its length.

    dkimpy's own expressions take minutes for megabytes of blanks.
    """
    lines: Sequence[bytes] = body.split(b"\r\n")
    if relaxed:
        lines = [re.sub(rb"[ \t]+", b" ", line).rstrip(b" ") for line in lines]
    last = len(lines)
    while last and not lines[last - 1]:
        last -= 1
    if not last:
        return b"" if relaxed else b"\r\n"
    return b"\r\n".join(lines[:last]) + b"\r\n"
