"""What our addresses and Message-IDs carry, so that what comes back finds its letter.

Reply tokens: 128 bits in the plus-address of a letter's Reply-To, stored as a hash only.

A token is a keyed hash of its letter's id (HMAC-SHA-256, RFC 2104), so that writing a letter
again after a crash gives the same address. It says that the mail which carries it was written
by somebody who had the letter; who that is, From must prove as well (mail.md 3.3, rule 4).

Bounce tokens: the letter's own id and 80 bits of a keyed hash of it, in the envelope sender. They
are stored nowhere, and prove that a report comes from where the letter went; they decide nothing.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable

_BYTES = 16
_LETTERS = 26  # 128 bits in base32 without padding
_TOKEN = re.compile(rf"[a-z2-7]{{{_LETTERS}}}")
_ID_LETTERS = 16  # of a letter's id (`mailer.rules.ids`), and as many of its keyed hash
_BOUNCE = re.compile(rf"b\.([a-z2-7]{{{_ID_LETTERS}}})([a-z2-7]{{{_ID_LETTERS}}})")
_LOCAL_MOST = 64  # RFC 5321 4.5.3.1.1
_REFUSAL = "refusal"


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
    details = (_detail(address, own) for address in addresses)
    found = (hashed(detail) for detail in details if _TOKEN.fullmatch(detail))
    return tuple(dict.fromkeys(found))


def bounce_address(address: str, key: bytes, letter: str) -> str:
    """Return the envelope sender of a letter: council+b.TOKEN@reps.example.

    Where the address is too long to carry a token, it is the plain one.
    """
    local, _, domain = address.rpartition("@")
    carrying = f"{local}+b.{letter}{_sealed(key, letter)}"
    fits = len(carrying) <= _LOCAL_MOST and len(letter) == _ID_LETTERS
    return f"{carrying}@{domain}" if fits else address


def bounced_in(addresses: Iterable[str], own: str, key: bytes) -> tuple[str, ...]:
    """Return the ids of the letters whose bounce addresses are among these and are genuine."""
    found = []
    for address in addresses:
        match = _BOUNCE.fullmatch(_detail(address, own))
        if match and hmac.compare_digest(match[2], _sealed(key, match[1])):
            found.append(match[1])
    return tuple(dict.fromkeys(found))


def is_bounce_address(address: str, own: str) -> bool:
    """Say whether an address has the form of a bounce address of ours, genuine or not."""
    return bool(_BOUNCE.fullmatch(_detail(address, own)))


def is_own(address: str, own: str) -> bool:
    """Say whether an address is our own one, with whatever stands behind its plus."""
    local, _, domain = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}" == own.lower()


def message_id(letter: str, programme: str, own: str, *, refusal: bool = False) -> str:
    """Return a letter's Message-ID; that of a refusal is marked, for answers to it are dropped."""
    mark = f".{_REFUSAL}" if refusal else ""
    return f"<{letter}.{programme}{mark}@{own.rpartition('@')[2]}>"


def is_refusal(message_id: str, own: str) -> bool:
    """Say whether a Message-ID is that of a refusal of ours."""
    return message_id.lower().endswith(f".{_REFUSAL}@{own.lower().rpartition('@')[2]}>")


def _sealed(key: bytes, letter: str) -> str:
    mac = hmac.new(key, f"bounce {letter}".encode(), hashlib.sha256).digest()[:10]
    return base64.b32encode(mac).decode("ascii").lower()


def _detail(address: str, own: str) -> str:
    """Return what stands behind the plus of our own address, "" in any other address."""
    local, _, domain = own.lower().rpartition("@")
    name, _, where = address.lower().rpartition("@")
    base, _, detail = name.partition("+")
    return detail if (base, where) == (local, domain) else ""
