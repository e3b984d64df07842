"""XOAUTH2, by which a mailbox is entered with an access token.

It is no standard; Google and Microsoft describe it alike. A server that refuses answers first with
JSON (as RFC 7628, section 3.2.2, has it), and says no after an empty line of ours.
"""

import json

from mailer.oauth.model import plain

MECHANISM = "XOAUTH2"


class Exchange:
    """One login. Call it with each challenge; it returns the response, both without base64."""

    def __init__(self, user: str, token: str) -> None:
        self._first = f"user={user}\1auth=Bearer {token}\1\1".encode()
        self._asked = 0
        self.refusal = ""

    def __call__(self, challenge: bytes) -> bytes:
        """Return the token at first, and then an empty line: what comes then is a refusal."""
        self._asked += 1
        if self._asked == 1:
            return self._first
        self.refusal = words(challenge)
        return b""


def words(challenge: bytes) -> str:
    """Return what a refusing server says: its status and scope, or its bytes as text."""
    try:
        found = json.loads(challenge)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        return plain(challenge.decode("utf-8", "replace"))
    known = (f"{key} {plain(found[key])}" for key in ("status", "scope") if found.get(key))
    return ", ".join(known)
