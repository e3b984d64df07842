"""Mails signed as their servers sign them: with fresh keys, and the records that DNS would give."""

import base64
import hashlib
import subprocess
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from dkim import DKIM
from dkim.canonicalization import CanonicalizationPolicy
from dkim.crypto import parse_pem_private_key
from nacl.signing import SigningKey

from mailer.trust.dkim import canonical_body
from tests.builders import COUNCIL, NOW

COVERED = ("from", "to", "subject", "date", "message-id")
SELECTOR = "s1"


@dataclass(frozen=True)
class Key:
    """A private key for signing, and the text of its record."""

    private: Any
    record: bytes
    algorithm: bytes = b"rsa-sha256"
    pem: bytes = b""


def _openssl(*arguments: str, data: bytes = b"") -> bytes:
    run = subprocess.run(
        ["openssl", *arguments], input=data, check=True, capture_output=True, timeout=30
    )
    return run.stdout


@cache
def rsa(bits: int = 1024, number: int = 0) -> Key:
    """Return an RSA key, made once for each size and number."""
    pem = _openssl("genrsa", "-traditional", str(bits))
    public = base64.b64encode(_openssl("rsa", "-pubout", "-outform", "DER", data=pem))
    return Key(parse_pem_private_key(pem), b"v=DKIM1; k=rsa; p=" + public, pem=pem)


@cache
def ed25519() -> Key:
    key = SigningKey.generate()
    public = base64.b64encode(bytes(key.verify_key))
    return Key(key, b"v=DKIM1; k=ed25519; p=" + public, b"ed25519-sha256")


def letter(
    who: str = "Ana Pop <ana@mail.example>",
    text: str = "Hello, this is Ana.",
    *,
    date: str = "Mon, 4 Jan 2027 10:00:00 +0100",
    to: str = COUNCIL,
    head: str = "",
) -> bytes:
    """Return a mail as it leaves its writer."""
    lines = [
        *(line for line in head.split("\n") if line),
        f"From: {who}",
        f"To: {to}",
        "Subject: Hello",
        f"Date: {date}",
        "Message-ID: <1@mail.example>",
        "",
        *text.split("\n"),
        "",
    ]
    return "\r\n".join(lines).encode()


def sign(
    data: bytes,
    domain: str = "mail.example",
    key: Key | None = None,
    *,
    covers: tuple[str, ...] = COVERED,
    way: bytes = b"relaxed/relaxed",
    made: datetime | None = NOW,
    **tags: str,
) -> bytes:
    """Return a mail with a signature on top; `tags` are further ones, or others than it has."""
    key = key or rsa()
    signer = DKIM(data)
    policy = CanonicalizationPolicy.from_c_value(way)
    body = data.partition(b"\r\n\r\n")[2]
    relaxed = way.endswith(b"/relaxed")
    bh = hashlib.sha256(canonical_body(body, relaxed=relaxed)).digest()
    fields = {
        b"v": b"1",
        b"a": key.algorithm,
        b"c": way,
        b"d": domain.encode(),
        b"s": SELECTOR.encode(),
        **({b"t": str(int(made.timestamp())).encode()} if made else {}),
        b"h": ":".join(covers).encode(),
        b"bh": base64.b64encode(bh),
        **{name.encode(): value.encode() for name, value in tags.items()},
        b"b": b"0" * 60,
    }
    signer.signature_algorithm, signer.hasher = key.algorithm, hashlib.sha256
    names = tuple(name.encode() for name in covers)
    made_header = signer.gen_header(
        list(fields.items()), names, policy, b"DKIM-Signature", key.private
    )
    return b"DKIM-Signature: " + made_header + data


def records(domain: str = "mail.example", key: Key | None = None) -> dict[str, bytes | None]:
    """Return what DNS says of the key of a domain."""
    return {f"{SELECTOR}._domainkey.{domain}": (key or rsa()).record}
