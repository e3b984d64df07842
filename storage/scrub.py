"""Finding names in texts and mails, and taking them out: what erasing somebody's data needs."""

import email
import email.message
import json
import re
from collections.abc import Collection
from email.header import decode_header, make_header
from typing import Any

NOBODY = "a former member"
"""What stands in place of a name that was erased."""


def words(data: bytes) -> str:
    """Return the words of a mail on one line, near enough to find a name in them."""
    message = email.message_from_bytes(data)
    parts = [part.get_payload(decode=True) for part in message.walk() if not part.is_multipart()]
    bodies = (part.decode("utf-8", "replace") for part in parts if isinstance(part, bytes))
    heads = (str(make_header(decode_header(value))) for value in _heads(message))
    return " ".join(" ".join((*heads, *bodies)).replace("\n> ", " ").split())


def _heads(message: email.message.Message) -> list[str]:
    return [
        value for name in ("From", "To", "Cc", "Subject") for value in message.get_all(name, [])
    ]


def clean(value: Any, named: re.Pattern[str]) -> Any:
    """Return a text, or what JSON holds, with `NOBODY` in place of what is found."""
    if not value:
        return value
    if isinstance(value, str):
        return named.sub(NOBODY, value)
    return json.loads(named.sub(NOBODY, json.dumps(value, ensure_ascii=False)))


def pattern(words: Collection[str]) -> re.Pattern[str] | None:
    """Return what finds these words; what is too short to be told apart is left out."""
    told = sorted({word for word in words if len(word.strip()) > 2}, key=len, reverse=True)  # noqa: PLR2004 - shorter words are parts of others
    if not told:
        return None
    either = "|".join(re.escape(json.dumps(word, ensure_ascii=False)[1:-1]) for word in told)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
