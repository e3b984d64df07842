"""Reply tokens: 128 bits in the plus-address of a letter's Reply-To, stored as a hash only.

A token is a keyed hash of its letter's id (HMAC-SHA-256, RFC 2104), so that writing a letter
again after a crash gives the same address. It says that the mail which carries it was written
by somebody who had the letter; who that is, From must prove as well (mail.md 3.3, rule 4).
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable

_BYTES = 16
_LETTERS = 26  # 128 bits in base32 without padding
_TOKEN = re.compile(rf"[a-z2-7]{{{_LETTERS}}}")


def make(key: bytes, letter: str) -> str:
    """Return the token of a letter."""
    mac = hmac.new(key, letter.encode(), hashlib.sha256).digest()[:_BYTES]
    return base64.b32encode(mac).decode("ascii").lower().rstrip("=")


def hashed(token: str) -> str:
    """Return what is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def reply_address(address: str, token: str) -> str:
    """Return the plus-address that carries a token (RFC 5233): council+TOKEN@reps.example."""
    local, _, domain = address.rpartition("@")
    return f"{local}+{token}@{domain}"


def found_in(addresses: Iterable[str], own: str) -> tuple[str, ...]:
    """Return the hashes of the tokens in plus-addresses of our own address."""
    local, _, domain = own.lower().rpartition("@")
    found = []
    for address in addresses:
        name, _, where = address.lower().rpartition("@")
        base, plus, detail = name.partition("+")
        if plus and base == local and where == domain and _TOKEN.fullmatch(detail):
            found.append(hashed(detail))
    return tuple(dict.fromkeys(found))
